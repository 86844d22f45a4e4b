"""What ``check`` makes on request, always beside what was checked and never in its place.

``--annotate``: a copy of a Word file with comments at the spots. ``--fix``: a copy with safe repairs of its
form. ``--cover-sheet``: one page with both reports, for the two who answer for the paper.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.checks.rules import rules
from generator.commands.shared import write_asked
from generator.diagnostics import Diagnostic, Place, Refused, Severity, has_errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.messages import Messages
    from generator.results import PaperResult
    from generator.revising import Repaired
    from generator.workshop import Workshop

ANNOTATED, REPAIRED, SHEET = "gop-y", "da-sua", "phieu-kiem-tra"
_MOST_PARAGRAPHS = 6


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which copies are asked for, where they go (beside the original when None), whether others give way."""

    annotate: bool = False
    fix: bool = False
    cover_sheet: bool = False
    out: Path | None = None
    force: bool = False

    @property
    def any(self) -> bool:
        """Whether anything is asked for."""
        return self.annotate or self.fix or self.cover_sheet


@dataclass(frozen=True, slots=True)
class Made:
    """One file that was made of a checked one; `repaired` when it is the repaired copy."""

    file: str
    of: str
    repaired: Repaired | None = None


class Piece(NamedTuple):
    """One file to be written: what its name ends in, its bytes."""

    suffix: str
    data: bytes
    repaired: Repaired | None = None


@dataclass(frozen=True, slots=True)
class Copies:
    """Everything that was made, and what stood in the way."""

    made: tuple[Made, ...] = ()
    refused: tuple[Diagnostic, ...] = ()


def copies_of(
    path: Path, result: PaperResult, wanted: Wanted, messages: Messages, workshop: Workshop
) -> Copies:
    """Make the copies of one finished file that was checked; what cannot be made is told."""
    made: list[Made] = []
    refused: list[Diagnostic] = []
    makers = ((wanted.annotate, _annotated), (wanted.fix, _repaired), (wanted.cover_sheet, _sheet))
    for make in (make for asked, make in makers if asked):
        try:
            stem = (wanted.out or path.parent) / path.stem
            copies = _written(stem, make(path, result, messages, workshop), path.as_posix(), wanted)
            made += copies.made
            refused += copies.refused
        except Refused as problem:
            refused += problem.diagnostics
    return Copies(tuple(made), tuple(refused))


def sheet_of_paper(
    stem: Path, result: PaperResult, wanted: Wanted, messages: Messages, workshop: Workshop
) -> Copies:
    """Make the cover sheet of a paper of an inspection; `stem` is its path without suffix."""
    name = f"{result.inspection}/{result.paper}"
    try:
        return _written(stem, _both(name, "", result, messages, workshop), name, wanted)
    except Refused as problem:
        return Copies(refused=problem.diagnostics)


def _written(stem: Path, pieces: Iterable[Piece], of: str, wanted: Wanted) -> Copies:
    """Write the copies of one sort, all or none; Refused when another file stands in the place of one.

    What cannot be made on this machine (a PDF without its library) is told, and the others are written.
    """
    made: dict[Path, Piece] = {}
    unmade: tuple[Diagnostic, ...] = ()
    try:
        for piece in pieces:
            made[stem.with_name(f"{stem.name}.{piece.suffix}")] = piece
    except Refused as refused:
        if has_errors(refused.diagnostics):
            raise
        unmade = refused.diagnostics
    write_asked({path: piece.data for path, piece in made.items()}, force=wanted.force)
    return Copies(tuple(Made(path.as_posix(), of, piece.repaired) for path, piece in made.items()), unmade)


def _word(path: Path) -> bytes:
    if path.suffix.lower() != ".docx":
        raise Refused([Diagnostic("copy-only-word", Place(path.as_posix()))])
    return path.read_bytes()


def _annotated(path: Path, result: PaperResult, messages: Messages, _workshop: Workshop) -> Iterator[Piece]:
    from generator.revising import Remark, annotated

    remarks = []
    for item in result.diagnostics:
        if item.severity is not Severity.NOT_CHECKED:
            sentence, hint = messages.say(item.code, item.arguments)
            word = messages.text(f"severity-{item.severity.value}")
            said = f"{word}: {sentence}" + (f" → {hint}" if hint else "")
            remarks.append(Remark(item.place.paragraph, said, item.code))
    yield Piece(f"{ANNOTATED}.docx", annotated(_word(path), path.name, remarks))


def _repaired(path: Path, result: PaperResult, _messages: Messages, _workshop: Workshop) -> Iterator[Piece]:
    from generator.revising import fixed

    known = rules()
    broken = {item.code for item in result.diagnostics if item.code in known and known[item.code].fix}
    done = fixed(_word(path), path.name, broken)
    if done.changes:
        yield Piece(f"{REPAIRED}.docx", done.data, done)


def _sheet(path: Path, result: PaperResult, messages: Messages, workshop: Workshop) -> Iterator[Piece]:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    yield from _both(path.name, digest, result, messages, workshop)


def _both(
    name: str, digest: str, result: PaperResult, messages: Messages, workshop: Workshop
) -> Iterator[Piece]:
    from generator.cover_sheet import Checked, cover_sheet

    sheet = cover_sheet(Checked(name, digest=digest), result, messages)
    yield Piece(f"{SHEET}.docx", workshop.word.render(sheet))
    yield Piece(f"{SHEET}.pdf", workshop.pdf.render(sheet))


def copy_lines(copies: Copies, messages: Messages) -> Iterator[str]:
    """Yield a line for each file made, and for a repaired copy everything that was changed in it."""
    for made in copies.made:
        yield messages.text("copy-made", file=made.file)
        if made.repaired is None:
            continue
        for change in made.repaired.changes:
            word = messages.text(f"fix-{change.fix.replace('_', '-')}")
            yield messages.text(
                "copy-change",
                rule=change.rule,
                fix=word,
                before=change.before,
                after=change.after,
                where=_where(change.paragraphs, change.section, messages),
            )
        for rule, why in made.repaired.left.items():
            yield messages.text(f"copy-left-{why.value}", rule=rule)


def _where(paragraphs: tuple[int, ...], section: int, messages: Messages) -> str:
    if section:
        return messages.text("copy-section", section=section)
    shown = ", ".join(str(number) for number in paragraphs[:_MOST_PARAGRAPHS])
    more = "…" if len(paragraphs) > _MOST_PARAGRAPHS else ""
    return messages.text("copy-paragraphs", numbers=shown + more)


def copies_value(copies: Copies) -> list[dict[str, Any]]:
    """Return the files made, for the JSON report."""
    return [
        {
            "file": made.file,
            "of": made.of,
            "changes": [
                {
                    "rule": change.rule,
                    "fix": change.fix,
                    "before": change.before,
                    "after": change.after,
                    "paragraphs": list(change.paragraphs),
                    "section": change.section or None,
                }
                for change in (made.repaired.changes if made.repaired else ())
            ],
            "left": {rule: why.value for rule, why in (made.repaired.left if made.repaired else {}).items()},
        }
        for made in copies.made
    ]
