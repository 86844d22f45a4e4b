"""``diff``: what differs between an inspection and an earlier version of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.shared import command, format_option, id_argument
from generator.session import ExitCode
from generator.usage import WrongUsage, option, wrong_target

if TYPE_CHECKING:
    from generator.differences import Differences, Version
    from generator.document import Document
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
    )


def _run_diff(
    session: Session,
    id_: str,
    paper: str | None,
    against: Path | None,
    **choices: Any,
) -> ExitCode:
    from generator.differences import differences

    project = session.project()
    if against is None:
        if paper is None:
            raise WrongUsage("usage-against")
        found = _from_issue(project, id_, paper)
    else:
        old, new = _versions(project, id_, against)
        _refuse_unknown_paper(new, paper)
        found = differences(old, new, Composing(project), paper)
    _tell(session, found, **choices)
    return ExitCode.WELL


def _from_issue(project: Project, id_: str, paper: str) -> Differences:
    """Return what differs between an issued paper and what its data say now."""
    from generator.correcting.correct import differences_from_issue
    from generator.inspection_index import UnknownTarget
    from generator.issuing.at_hand import paper_at_hand
    from generator.issuing.store import journal_of

    try:
        return differences_from_issue(paper_at_hand(project, id_, paper), journal_of(project))[1]
    except UnknownTarget as unknown:
        wrong_target(unknown.text, unknown.near)


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
