"""Diagnostics and build reports as lines for people."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Severity
from generator.reporters.gathering import (
    RULE_ENDS,
    all_diagnostics,
    in_order,
    not_made,
    rule_ends,
    rule_of,
    severities,
    unread_files,
)
from generator.reporters.screen import Line, Look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.diagnostics import Argument, Place
    from generator.messages import Messages
    from generator.results import BuildReport, PaperResult

_LOOKS = {
    Severity.ERROR: Look.ERROR,
    Severity.WARNING: Look.WARNING,
    Severity.NOTE: Look.NOTE,
    Severity.NOT_CHECKED: Look.WARNING,
}


def diagnostic_lines(
    found: Iterable[Diagnostic], messages: Messages, *, notes: bool = True
) -> Iterator[Line]:
    """Yield ``PLACE: CODE lỗi: sentence`` and the line ``→ hint``, a blank line between files.

    A hint that holds for several in a row stands once, after the last of them; so does the reason why
    several rules were not checked.
    """
    wanted = (item for item in in_order(found) if notes or item.severity is not Severity.NOTE)
    shown = _unchecked_together(wanted)
    for number, (_, group) in enumerate(groupby(shown, key=lambda item: item.place.file)):
        if number:
            yield ("",)
        said = [(item, *messages.say(item.code, item.arguments)) for item in group]
        for hint, same in groupby(said, key=lambda entry: entry[2]):
            yield from (_line(item, sentence, messages) for item, sentence, _ in same)
            if hint:
                yield (f"    → {hint}",)


def _unchecked_together(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what was found; the rules of a file that one reason left unchecked become one entry.

    A paper that could not be composed leaves dozens of rules unasked, which would hide what is wrong.
    """
    rules: dict[tuple[str, Argument], list[str]] = {}
    shown = list(found)
    for item in shown:
        if reason := _why_unchecked(item):
            rules.setdefault(reason, []).append(rule_of(item))
    for item in shown:
        reason = _why_unchecked(item)
        same = rules.pop(reason, []) if reason else [""]
        if reason and len(same) > 1:
            several: dict[str, Argument] = {"rules": ", ".join(same), "count": len(same), "reason": reason[1]}
            yield Diagnostic("rules-not-checked", item.place, item.severity, several)
        elif same:
            yield item


def _why_unchecked(item: Diagnostic) -> tuple[str, Argument] | None:
    """Return the file and the reason of a rule that was not checked, None for anything else."""
    return (item.place.file, item.arguments["reason"]) if item.code == "rule-not-checked" else None


def _line(item: Diagnostic, sentence: str, messages: Messages) -> Line:
    place = f"{place_text(item.place, messages)}: " if item.place.file else ""
    word = messages.text(f"severity-{item.severity.value}")
    return (place, Look.STRONG), (f"{item.code} ", Look.FAINT), (word, _LOOKS[item.severity]), f": {sentence}"


def place_text(place: Place, messages: Messages) -> str:
    """Return a place as people look it up: ``a.yaml:4:7``, “a.pdf, trang 2, dòng 7”, “a.docx, đoạn 12”.

    In a workbook: “a.xlsx, ô Đơn vị!B5”.
    """
    if place.in_workbook:
        return f"{place.file}, {messages.text('place-cell', cell=place.cell)}"
    if place.page:
        name = "place-page-line" if place.line else "place-page"
        return f"{place.file}, {messages.text(name, page=place.page, line=place.line)}"
    if place.paragraph:
        return f"{place.file}, {messages.text('place-paragraph', paragraph=place.paragraph)}"
    return str(place)


def build_lines(
    report: BuildReport, messages: Messages, *, verbose: bool = False, dry_run: bool = False
) -> Iterator[Line]:
    """Yield one line for each file made; with `verbose` also for papers that stayed the same or failed."""
    for paper in report.papers:
        outcome = paper.outcome.value
        if outcome == "made" or verbose:
            word = messages.text(
                "outcome-would-make" if dry_run and outcome == "made" else f"outcome-{outcome}"
            )
            look = Look.ERROR if outcome in ("failed", "not-made") else Look.GOOD
            why = f" ({messages.text(f'why-{paper.why}')})" if paper.why and (verbose or dry_run) else ""
            for name in paper.files or (f"{paper.inspection} {paper.paper}",):
                yield (word, look), f" {name}{why}"


def build_closing(report: BuildReport, messages: Messages, *, dry_run: bool = False) -> str:
    """Return the last line of ``build``: what was made, what was not, what to look at."""
    sentences = list(_made(report.papers, messages, dry_run=dry_run))
    if missing := not_made(report.papers):
        names = ", ".join(_with_errors(name, errors, messages) for name, errors in missing.items())
        kept = messages.text("closing-kept", count=len(missing))
        sentences.append(f"{messages.text('closing-not-made', names=names)} {kept}")
    if unread := unread_files(report):
        names = ", ".join(_with_errors(name, errors, messages) for name, errors in unread.items())
        sentences.append(messages.text("closing-unread", count=len(unread), names=names))
    found = severities(all_diagnostics(report))
    rest = (Severity.WARNING, Severity.NOT_CHECKED, Severity.NOTE)
    sentences += [messages.text(f"closing-{one.value}", count=found[one]) for one in rest if found[one]]
    return " ".join(sentences)


def _made(papers: Iterable[PaperResult], messages: Messages, *, dry_run: bool) -> Iterator[str]:
    papers = list(papers)
    made = [paper for paper in papers if paper.outcome.value == "made"]
    unchanged = sum(paper.outcome.value == "unchanged" for paper in papers)
    issued = sum(paper.outcome.value == "issued" for paper in papers)
    if not papers:
        yield messages.text("closing-no-papers")
    elif unchanged + issued == len(papers):
        yield messages.text("closing-unchanged")
    else:
        files = sum(len(paper.files) for paper in made)
        name = "closing-would-make" if dry_run else "closing-made" if made else "closing-none-made"
        yield messages.text(name, made=len(made), all=len(papers), files=files)
        if unchanged:
            yield messages.text("closing-some-unchanged", count=unchanged)
    if issued:
        yield messages.text("closing-issued", count=issued)


def _with_errors(name: str, errors: int, messages: Messages) -> str:
    return messages.text("name-with-errors", name=name, count=errors) if errors else name


def rules_closing(papers: Iterable[PaperResult], messages: Messages) -> str:
    """Return how many rules were asked and what became of them, each counted once; "" if none was."""
    ends = Counter(rule_ends(papers).values())
    if not ends:
        return ""
    shown = ("passed", *(end for end in RULE_ENDS if ends[end] and end != "passed"))
    said = ", ".join(messages.text(f"rules-{end}", count=ends[end]) for end in shown)
    return messages.text("closing-rules", count=ends.total(), said=said)


def check_closing(report: BuildReport, messages: Messages) -> str:
    """Return a last line of ``check``: how much was read, and how many diagnostics of each severity."""
    found = severities(all_diagnostics(report))
    files = sum(not paper.paper for paper in report.papers)
    papers = len(report.papers) - files
    inspections = len({paper.inspection for paper in report.papers if paper.paper})
    counts = [
        messages.text(f"count-{severity.value}", count=found[severity])
        for severity in Severity
        if found[severity] and severity is not Severity.NOTE
    ]
    said = ", ".join(counts) or messages.text("count-nothing")
    name = "closing-check" if papers or not files else "closing-check-files"
    name = "closing-check-both" if papers and files else name
    line = messages.text(name, inspections=inspections, papers=papers, files=files, said=said)
    unread = unread_files(report)
    return f"{line} {messages.text('closing-check-unread', count=len(unread))}" if unread else line
