"""Phiếu kiểm tra: one page with what the checks found, for the two who answer for a paper not yet signed.

The head of the drafting unit answers for the content, whoever is assigned answers for the form (NĐ 30/2020,
Điều 12). The sheet is internal: it goes with the paper through the office and never inside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import Severity
from generator.document import BlockKind, Document, Head, Paragraph, Properties, Run, Signature
from generator.reporters.gathering import in_order, rule_of
from generator.reporters.text import place_text
from generator.rule_results import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.diagnostics import Diagnostic
    from generator.document import Runs
    from generator.messages import Messages
    from generator.results import PaperResult
    from generator.rule_results import RuleResult

_LISTED = 7
_LONGEST = 170
_GAP = (Run("\u00a0" * 24, blank=True),)
_SHOWN = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Checked:
    """A paper as the sheet names it: what it is called, who issues it, and the digest of the file."""

    name: str
    agency: tuple[Runs, ...] = ()
    subject: str = ""
    digest: str = ""


def cover_sheet(checked: Checked, result: PaperResult, messages: Messages) -> Document:
    """Return the sheet of one checked paper; what does not fit its page is counted."""
    content = [one for one in result.rules if not _is_form(one.rule)]
    form = [one for one in result.rules if _is_form(one.rule)]
    told = in_order(result.diagnostics)
    return Document(
        head=Head((), checked.agency or (_GAP,), (), ()),
        kind=messages.text("cover-title"),
        subject=(Run(checked.subject or checked.name),),
        body=(
            *_named(checked, messages),
            *_part("content", content, [item for item in told if not _is_form(rule_of(item))], messages),
            *_part("form", form, [item for item in told if _is_form(rule_of(item))], messages),
            Paragraph(BlockKind.CLOSING, (Run(messages.text("cover-closing")),)),
        ),
        recipients=(),
        signatures=(_signer("content", messages), _signer("form", messages)),
        annexes=(),
        properties=Properties(messages.text("cover-title"), "ketluan", checked.name),
    )


def _is_form(rule: str) -> bool:
    return rule.startswith("F") and (rule == "F" or rule[1:].isdigit())


def _named(checked: Checked, messages: Messages) -> Iterator[Paragraph]:
    yield Paragraph(BlockKind.PARAGRAPH, (Run(messages.text("cover-file", name=checked.name)),))
    if checked.digest:
        yield Paragraph(BlockKind.PARAGRAPH, (Run(_digest(checked, messages)),))


def _digest(checked: Checked, messages: Messages) -> str:
    """Return the line with the digest in groups of eight, so that it breaks and can be read aloud."""
    groups = (checked.digest[start : start + 8] for start in range(0, len(checked.digest), 8))
    return messages.text("cover-digest", digest=" ".join(groups))


def _part(
    part: str, results: Sequence[RuleResult], told: Sequence[Diagnostic], messages: Messages
) -> Iterator[Paragraph]:
    """Yield one of the two reports: what became of the rules, and the first of what was found."""
    label = {"content": "I.", "form": "II."}[part]
    yield Paragraph(BlockKind.SECTION, (Run(messages.text(f"cover-{part}")),), label)
    yield Paragraph(BlockKind.PARAGRAPH, (Run(_counted(results, told, messages)),))
    shown = [item for severity in _SHOWN for item in told if item.severity is severity]
    for item in shown[:_LISTED]:
        yield Paragraph(BlockKind.DASH, (Run(_line(item, messages)),), "-")
    if len(shown) > _LISTED:
        more = messages.text("cover-more", count=len(shown) - _LISTED)
        yield Paragraph(BlockKind.DASH, (Run(more),), "-")


def _counted(results: Sequence[RuleResult], told: Sequence[Diagnostic], messages: Messages) -> str:
    ends = {outcome: sum(one.outcome is outcome for one in results) for outcome in Outcome}
    errors, warnings = (sum(item.severity is severity for item in told) for severity in _SHOWN)
    return messages.text(
        "cover-counted",
        asked=len(results),
        passed=ends[Outcome.PASSED],
        idle=ends[Outcome.NOT_APPLICABLE],
        unchecked=ends[Outcome.NOT_CHECKED],
        errors=errors,
        warnings=warnings,
    )


def _line(item: Diagnostic, messages: Messages) -> str:
    sentence, _ = messages.say(item.code, item.arguments)
    spot = place_text(item.place, messages).removeprefix(item.place.file).lstrip(":, ")
    where = f" ({spot})" if spot else ""
    said = f"{item.code}{where}: {sentence}"
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"


def _signer(part: str, messages: Messages) -> Signature:
    return Signature(
        lines=((Run(messages.text(f"cover-signer-{part}")),), (Run(messages.text(f"cover-duty-{part}")),)),
        name=(),
    )
