"""Phụ lục (NĐ 30/2020, PL I, III.1; mẫu 2.1 and 2.2): F102 to F110."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, NotApplicable, NotChecked
from generator.checks.form.looks import hit, looks
from generator.checks.form.measured import quoted
from generator.diagnostics import Term
from generator.seen import Medium, Region
from generator.wording import fold_tones, roman

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.checks.asked import Asked
    from generator.checks.form.parts import AnnexParts, PaperParts

_REFERRED = re.compile(r"số\s*(?P<number>[\d\s.…_]*)/?(?P<symbol>[^\s(]*).*?ngày(?P<date>.*?)của", re.DOTALL)
_ROWS = re.compile(r"[Pp]hụ lục(?: số)? ((?:[IVXLC\d]+(?!\w)(?:, | và | đến |-)?)+)")
_CAPTION = re.compile(r"(?:Ảnh|Hình|Biểu đồ|Sơ đồ|Bảng|Bản đồ)(?: \d+)?\b")
_LONGEST_REFERENCE = 600  # characters
_FIGURES = re.compile(r"\d+")


def mentioned(parts: PaperParts, _asked: Asked) -> Answer:
    """F102: the body speaks of each annex."""
    if not parts.annexes:
        return NotApplicable()
    said = " ".join(line.words for line in parts.body)
    lower = fold_tones(said).lower()
    if len(parts.annexes) == 1:
        found = any(word in lower for word in ("phụ lục", "kèm theo", "đính kèm"))
        return [] if found else [hit(parts.annexes[0].label, quoted(parts.annexes[0].label))]
    return [
        hit(annex.label, quoted(annex.label))
        for index, annex in enumerate(parts.annexes, 1)
        if not _spoken_of({annex.number, roman(index)}, said)
    ]


def _spoken_of(own: set[str], said: str) -> bool:
    """Return whether "Phụ lục II" is mentioned, alone or in a row: "các Phụ lục I, II và III"."""
    spans = [row for row in _ROWS.findall(said) if " đến " in row or "-" in row]
    return bool(own & _spoken(said)) or bool(spans) or "các phụ lục" in said.lower()


def _spoken(said: str) -> set[str]:
    """Return the numbers of the annexes a text speaks of."""
    return {number for row in _ROWS.findall(said) for number in re.findall(r"[IVXLC]+|\d+", row)}


def labelled(parts: PaperParts, _asked: Asked) -> Answer:
    """F103: "Phụ lục" in small letters, alone on its line."""
    if not parts.annexes:
        return NotApplicable()
    wrong = [
        annex.label
        for annex in parts.annexes
        if not re.fullmatch(r"Phụ lục(?: [IVXLC\d]+)?", annex.label.words)
    ]
    return [hit(line, quoted(line)) for line in wrong]


def numbered(parts: PaperParts, _asked: Asked) -> Answer:
    """F104: two or more annexes are numbered I, II, ...; a single one has no number."""
    annexes = parts.annexes
    if not annexes:
        return NotApplicable()
    elsewhere = _spoken(" ".join(line.words for line in parts.body)) - {annex.number for annex in annexes}
    if len(annexes) == 1 and not (elsewhere and annexes[0].number):
        only = annexes[0]
        return [hit(only.label, quoted(only.label), right="“Phụ lục”")] if only.number else []
    hits, last = [], 0
    for annex in annexes:
        # What the text speaks of and is not here is an annex in a file of its own.
        last = next(number for number in count(last + 1) if roman(number) not in elsewhere)
        if annex.number != roman(last):
            hits.append(hit(annex.label, quoted(annex.label), right=f"“Phụ lục {roman(last)}”"))
    return hits


def referred(parts: PaperParts, _asked: Asked) -> Answer:
    """F107: below the title stands "(Kèm theo ... số ... ngày ... của ...)", blank or equal to the head."""
    if not parts.annexes:
        return NotApplicable()
    hits = []
    for annex in parts.annexes:
        if not annex.reference:
            hits.append(hit(annex.label, Term("absent")))
        elif not _agrees(" ".join(line.text for line in annex.reference), parts):
            hits.append(hit(annex.reference[0], quoted(" ".join(line.words for line in annex.reference))))
    return hits


def _agrees(reference: str, parts: PaperParts) -> bool:
    """Return whether what is filled in equals the paper's own number and date."""
    match = _REFERRED.search(reference[:_LONGEST_REFERENCE])
    if match is None:
        return False
    own = parts.head.number.text if parts.head.number else ""
    number = "".join(_FIGURES.findall(match["number"]))
    own_number = "".join(_FIGURES.findall(own.split("/")[0]))
    if number and own_number and int(number) != int(own_number):
        return False
    filled = [int(figure) for figure in _FIGURES.findall(match["date"])]
    if len(filled) == 3 and parts.day is not None:
        return filled == [parts.day.day, parts.day.month, parts.day.year]
    return True


def annex_ends(parts: PaperParts, _asked: Asked) -> Answer:
    """F109: an annex ends with "./."; one that ends with its table need not."""
    closed = [annex for annex in parts.annexes if annex.body and not _ends_shown(annex)]
    if not closed:
        return NotApplicable()
    return [
        hit(annex.body[-1], quoted(annex.label))
        for annex in closed
        if not re.search(r"\.\s*/\s*\.$", annex.body[-1].words)
    ]


def _ends_shown(annex: AnnexParts) -> bool:
    """Return whether an annex ends with a table, or with the caption of a picture."""
    return annex.ends_in_table or _CAPTION.match(annex.body[-1].words) is not None


def counted_apart(parts: PaperParts, _asked: Asked) -> Answer:
    """F110: each annex has page numbers of its own, from 1."""
    if not parts.annexes:
        return NotApplicable()
    sections = parts.paper.sections
    if all(section.start is None for section in sections) and len(sections) < 2:
        several = parts.paper.pages is None or parts.paper.pages > 1
        return (
            [hit(parts.annexes[0].label, Term("absent"))]
            if several and _has_numbers(parts)
            else NotApplicable()
        )
    hits = []
    for annex in parts.annexes:
        index = annex.label.section
        if index >= len(sections):
            return NotChecked(Term("unchecked-page-number"))
        own = index > 0 and _first_of(parts, index) == annex.label.number
        if own and sections[index].start is None and parts.medium is Medium.PDF:
            return NotChecked(Term("unchecked-page-number"))
        if not own or sections[index].start != 1:
            hits.append(hit(annex.label, str(sections[index].start or Term("absent"))))
    return hits


def _has_numbers(parts: PaperParts) -> bool:
    return any(section.has_page_number for section in parts.paper.sections)


def _first_of(parts: PaperParts, section: int) -> int:
    """Return the number of the first paragraph of a section."""
    own = (
        one.number
        for one in parts.paper.paragraphs
        if one.section == section and one.region not in (Region.HEADER, Region.FOOTER) and one.words
    )
    return next(own, 0)


CHECKS: Mapping[str, Callable[[PaperParts, Asked], Answer]] = {
    "F102": mentioned,
    "F103": labelled,
    "F104": numbered,
    "F105": looks,
    "F106": looks,
    "F107": referred,
    "F108": looks,
    "F109": annex_ends,
    "F110": counted_apart,
}
