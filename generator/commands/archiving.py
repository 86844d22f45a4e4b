"""``archive``: the static site and its package. ``verify``: the proof that it, or what was issued, is so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.shared import command, day_typed, format_option
from generator.diagnostics import Severity, has_errors
from generator.session import ExitCode
from generator.usage import option
from generator.wording import short_date

if TYPE_CHECKING:
    from generator.archive.archiving import Archived
    from generator.diagnostics import Diagnostic
    from generator.messages import Messages
    from generator.session import Session


def archive_command(messages: Messages) -> click.Command:
    """Return ``archive``."""
    return command(
        messages,
        "archive",
        _run_archive,
        option(messages, "archive", "--public", is_flag=True),
        option(messages, "archive", "--out", type=click.Path(path_type=Path), metavar="DIR"),
        option(messages, "archive", "--as-of", metavar="16/7/2026"),
        format_option(messages, "archive"),
    )


def _run_archive(session: Session, format: str, **given: Any) -> ExitCode:  # noqa: A002
    from generator.archive.archiving import AskedArchive, archive
    from generator.archive.contents import Edition
    from generator.reporters.as_json import diagnostic_values, dumped
    from generator.reporters.progress import progress

    edition = Edition.PUBLIC if given["public"] else Edition.INTERNAL
    as_of = day_typed(given["as_of"]) if given["as_of"] else None
    project = session.project()
    with progress(session.err, quiet=session.quiet) as step:
        made = archive(project, AskedArchive(edition, given["out"], as_of), step)
    folder = project.shown(made.folder)
    if format == "json":
        said = diagnostic_values(made.told, session.messages)
        session.out.raw(dumped(_value(made, folder) | {"diagnostics": said}))
    else:
        session.tell(made.told, notes=session.verbose)
        _say(session, made, folder)
    return ExitCode.FAILED if has_errors(made.told) else ExitCode.WELL


def _value(made: Archived, folder: str) -> dict[str, Any]:
    return {
        "folder": folder,
        "inspections": made.inspections,
        "papers": made.papers,
        "files": made.files,
        "as_of": made.as_of.isoformat() if made.as_of else None,
        "seal": made.seal,
    }


def _say(session: Session, made: Archived, folder: str) -> None:
    counts = {"inspections": made.inspections, "papers": made.papers, "files": made.files}
    session.say("archive-done", folder=folder, **counts)
    if made.as_of is not None:
        session.say("archive-day", day=short_date(made.as_of))
    session.say("archive-seal", seal=made.seal)
    session.say("archive-open", page=f"{folder}/index.html")


def verify_command(messages: Messages) -> click.Command:
    """Return ``verify``."""
    return command(
        messages,
        "verify",
        _run_verify,
        click.Argument(
            ["archive"],
            required=False,
            metavar=f"[{messages.text('verify.archive')}]",
            type=click.Path(path_type=Path),
        ),
        format_option(messages, "verify"),
    )


def _run_verify(session: Session, archive: Path | None, format: str) -> ExitCode:  # noqa: A002
    """Verify an archive, which needs no project, or what the project has issued."""
    return _verify_issued(session, format) if archive is None else _verify_archive(session, archive, format)


def _verify_issued(session: Session, format: str) -> ExitCode:  # noqa: A002
    from generator.issuing.verification import verify

    count, found = verify(session.project())
    wrong = _wrong(found)
    if format == "json":
        _tell_as_json(session, {"papers": count}, found)
    else:
        session.tell(found)
        session.say("verify-done" if not wrong else "verify-wrong", count=count, wrong=wrong)
    return ExitCode.FAILED if wrong else ExitCode.WELL


def _verify_archive(session: Session, archive: Path, format: str) -> ExitCode:  # noqa: A002
    from generator.archive.verification import verify_archive

    found = verify_archive(archive, archive.as_posix())
    wrong = _wrong(found.told)
    if format == "json":
        counts = {"files": found.files, "pages": found.pages, "pdfs": found.pdfs, "seal": found.seal}
        _tell_as_json(session, counts, found.told)
    else:
        session.tell(found.told)
        if wrong:
            session.say("archive-not-verified", files=found.files, wrong=wrong)
        else:
            session.say("archive-verified", files=found.files, pages=found.pages, pdfs=found.pdfs)
    return ExitCode.FAILED if wrong else ExitCode.WELL


def _wrong(found: tuple[Diagnostic, ...]) -> int:
    return sum(item.severity is Severity.ERROR for item in found)


def _tell_as_json(session: Session, value: dict[str, Any], found: tuple[Diagnostic, ...]) -> None:
    from generator.reporters.as_json import diagnostic_values, dumped

    session.out.raw(dumped(value | {"diagnostics": diagnostic_values(found, session.messages)}))
