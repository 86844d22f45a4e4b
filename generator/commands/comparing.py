"""``diff`` and ``redline``: what differs between two versions, by field, and between two Word files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from generator.commands.shared import command, format_option, id_argument
from generator.session import ExitCode
from generator.usage import WrongUsage, option, wrong_target

if TYPE_CHECKING:
    from generator.differences import Differences, Version
    from generator.document import Document
    from generator.issuing.issued_copy import ComposeBeside
    from generator.messages import Messages
    from generator.model.issued_papers import IssuedPaper
    from generator.project import Project
    from generator.session import Session


def diff_command(messages: Messages) -> click.Command:
    """Return ``diff``."""
    paper = click.Argument(["paper"], required=False, metavar=f"[{messages.text('diff.paper')}]")
    return command(
        messages,
        "diff",
        _run_diff,
        id_argument(messages, "diff"),
        paper,
        option(messages, "diff", "--against", type=click.Path(path_type=Path), metavar="PATH"),
        format_option(messages, "diff", "html"),
        option(messages, "diff", "--out", type=click.Path(path_type=Path), metavar="FILE"),
        option(messages, "diff", "--redline", type=click.Path(path_type=Path), metavar="FILE.docx"),
    )


def _run_diff(
    session: Session,
    id_: str,
    paper: str | None,
    against: Path | None,
    **choices: Any,
) -> ExitCode:
    from generator.differences import differences

    redline: Path | None = choices.pop("redline")
    if against is None and paper is None:
        raise WrongUsage("usage-against")
    if redline is not None and paper is None:
        raise WrongUsage("usage-redline-paper")
    project = session.project()
    old, new, composing = _compared(project, id_, paper, against)
    found = differences(old, new, composing, paper)
    _tell(session, found, **choices)
    if redline is not None and paper is not None:
        _write_redline(session, redline, _word_files(composing, old, new, paper))
    return ExitCode.WELL


class _WordFiles(NamedTuple):
    """Two Word files with their names, and who changed the first into the second, when ("": nobody says)."""

    old: tuple[bytes, str]
    new: tuple[bytes, str]
    author: str = ""
    moment: str = ""


def _word_files(composing: Composing | ComposeBeside, old: Version, new: Version, paper: str) -> _WordFiles:
    """Return a paper of both versions as Word files; changed by its issuer, on its day."""
    for version in (old, new):
        _refuse_unknown_paper(version, paper)
    papers = [
        next(one for one in version.loaded.inspection.documents if one.id == paper) for version in (old, new)
    ]
    documents = [
        composing(version, one, papers[0].stage) for version, one in zip((old, new), papers, strict=True)
    ]
    first, second = (composing.workshop.word.render(document) for document in documents)
    made = documents[1].properties
    moment = f"{made.date.isoformat()}T00:00:00Z" if made.date else ""
    files = (old.loaded.source.file, new.loaded.source.file)
    return _WordFiles((first, files[0]), (second, files[1]), made.creator, moment)


def _write_redline(session: Session, path: Path, files: _WordFiles) -> None:
    from generator.files import write_new_file
    from generator.redline import AUTHOR, MOMENT, redlined

    made = redlined(files.old, files.new, files.author or AUTHOR, files.moment or MOMENT)
    write_new_file(path, made.data, path.as_posix())
    session.say("redline-written", file=path.as_posix(), count=made.changes)
    for area in made.not_compared:
        session.say("redline-not-compared", area=session.messages.text(f"area-{area}"))


def redline_command(messages: Messages) -> click.Command:
    """Return ``redline``."""
    files = [
        click.Argument([name], metavar=messages.text(f"redline.{name}"), type=click.Path(path_type=Path))
        for name in ("old", "new", "target")
    ]
    return command(
        messages, "redline", _run_redline, *files, option(messages, "redline", "--author", metavar="NAME")
    )


def _run_redline(session: Session, old: Path, new: Path, target: Path, author: str | None) -> ExitCode:
    from generator.file_reading import read_bytes
    from generator.reading.word.package import LARGEST_FILE

    first, second = (
        (read_bytes(path, path.as_posix(), LARGEST_FILE), path.as_posix()) for path in (old, new)
    )
    _write_redline(session, target, _WordFiles(first, second, author or ""))
    return ExitCode.WELL


def _compared(
    project: Project, id_: str, paper: str | None, against: Path | None
) -> tuple[Version, Version, Composing | ComposeBeside]:
    """Return both versions and what composes them: an issued paper is compared with its issued copy."""
    if against is not None:
        old, new = _versions(project, id_, against)
        _refuse_unknown_paper(new, paper)
        return old, new, Composing(project)
    from generator.differences import Version
    from generator.inspection_index import UnknownTarget
    from generator.issuing.at_hand import paper_at_hand
    from generator.issuing.issued_copy import ComposeBeside, issued_copy
    from generator.issuing.journal_head import journal_of

    try:
        hand = paper_at_hand(project, id_, paper or "")
    except UnknownTarget as unknown:
        wrong_target(unknown.text, unknown.near)
    copy = issued_copy(hand, journal_of(project))
    return copy.version, Version(hand.loaded, hand.catalogues), ComposeBeside(copy, hand.workshop)


def _tell(session: Session, found: Differences, format: str, out: Path | None) -> None:  # noqa: A002
    if format == "text" and out is None:
        from generator.reporters.differences_text import difference_lines

        session.out.lines(difference_lines(found, session.messages))
        return
    text = _written(found, format, session.messages)
    if out is None:
        session.out.raw(text)
    else:
        from generator.files import write_new_file

        write_new_file(out, f"{text}\n".encode(), out.as_posix())
        session.say("diff-written", file=out.as_posix())


def _versions(project: Project, id_: str, against: Path) -> tuple[Version, Version]:
    from generator.differences.versions import current_version, earlier_version
    from generator.inspection_index import UnknownTarget

    try:
        new = current_version(project, id_)
    except UnknownTarget as unknown:
        wrong_target(unknown.text, unknown.near)
    return earlier_version(against, new.loaded.inspection.id, project), new


def _refuse_unknown_paper(version: Version, paper: str | None) -> None:
    known = [one.id for one in version.loaded.inspection.documents]
    if paper is not None and paper not in known:
        raise WrongUsage("usage-paper", text=paper, choices=", ".join(known))


class Composing:
    """Composes papers of any version with the templates of one project."""

    def __init__(self, project: Project) -> None:
        from generator.workshop import Workshop

        self.workshop = Workshop(project)

    def __call__(self, version: Version, paper: IssuedPaper, stage: str) -> Document:
        """Return the paper; raises `Refused`."""
        _, composer = self.workshop.composer(paper.kind)
        return composer.compose(version.loaded, paper, version.catalogues, stage).document


def _written(found: Differences, format: str, messages: Messages) -> str:  # noqa: A002
    """Return the differences as a file of a format holds them."""
    if format == "html":
        from generator.reporters.differences_html import difference_html

        return difference_html(found, messages)
    if format == "json":
        from generator.reporters.as_json import dumped
        from generator.reporters.differences_json import difference_value

        return dumped(difference_value(found, messages))
    from generator.reporters.differences_text import difference_lines

    lines = difference_lines(found, messages)
    return "\n".join(
        "".join(piece if isinstance(piece, str) else piece[0] for piece in line) for line in lines
    )
