"""The signed PDF that came back from the document system: only number, day and marks of signatures differ.

Its pages are laid upon those of the paper as it is issued, or of the copy that was put before the signer,
whose blanks the system fills by stamping number and day onto them. A system that made its own PDF of the
Word file sets the lines anew: then the words are compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused, Severity, Term
from generator.issuing.signed_blanks import annex_blanks, blanks, filled
from generator.issuing.signed_ink import Laid, clusters, laid, marks, words_of
from generator.seen import Region

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.diagnostics import Argument
    from generator.issuing.signed_blanks import Blank, Given
    from generator.issuing.signed_ink import Mark
    from generator.reading.pdf.ink import PageInk
    from generator.seen import SeenPaper

# What systems print beside a signature (NĐ 30/2020, PL I, II.8b and III.1d; the words are not prescribed).
_MARK = re.compile(
    r"(?:(?:Ký bởi|Người ký|Được ký bởi|Ký số bởi|Signed by|Digitally signed by|Email|Cơ quan|Tổ chức|Chức vụ"
    r"|Thời gian ký|Ngày ký|Giờ ký|Chữ ký số|Date|Reason|Location|Signature Not Verified|Signature Valid)"
    r"\b[:.]?[^\n]{0,160}\s*)+"
)
_NAMED = re.compile(r"[^\W\d_][^\d]{0,60}")  # a signature may begin with the name of who signed, large
_LONGEST_MARK = 400
_AROUND = 60
_SAME_PAGES = 0.5  # of the letters at their places: less, and the lines were set anew
_HIDDEN = ("hidden-text", "turned-text", "text-outside-the-page", "damaged-page")
_EDGES = frozenset({Region.HEADER, Region.FOOTER})
_AT_ANY_PLACE = ("signed-unseen", "signed-struck")
_LEAST_STRUCK, _MOST_STRUCK = 0.12, 0.55  # of the size: where a line strikes letters through


@dataclass(frozen=True)
class Approved:
    """The paper as it is issued, and what makes the copy that was put before the signer, with its blanks."""

    issued: bytes
    given: Given
    for_signature: Callable[[], bytes]


def signature_marks(approved: Approved, signed: bytes, shown: str) -> tuple[Diagnostic, ...]:
    """Return the marks that the signed file has more, each as a note; Refused at every other difference."""
    found = list(_Comparison(approved, signed, shown).found())
    if _wrong(found):
        raise Refused(item for item in found if item.severity is Severity.ERROR)
    return tuple(found)


class _Comparison:
    """One signed file beside the approved paper."""

    def __init__(self, approved: Approved, signed: bytes, shown: str) -> None:
        from generator.reading.pdf import read_visible

        self._approved, self._shown = approved, shown
        self._inks, self._seen = read_visible(signed, shown)
        self._ours, self._said = read_visible(approved.issued, shown)

    def found(self) -> Iterator[Diagnostic]:
        yield from self._unreadable()
        pages = self._laid(self._ours)
        placed = list(self._by_place(pages)) if pages is not None else []
        if pages is not None and not _wrong(placed):
            yield from placed
            return
        worded = list(self._by_words())
        if pages is None or not _wrong(worded):
            # Lines set anew say the same words at other places; struck out or hidden they are all the same.
            yield from (*worded, *(item for item in placed if item.code in _AT_ANY_PLACE))
        else:
            # Both tell the difference; the one that tells less tells it better.
            yield from min((placed, worded), key=_errors)

    def _by_place(self, pages: Sequence[Laid]) -> Iterator[Diagnostic]:
        """Yield what differs on pages whose letters mostly have their places."""
        blank: dict[int, list[Blank]] = {}
        given = self._approved.given
        if any(page.missing for page in pages):
            other = self._laid(self._blank_inks)
            if other is not None and _count(other) < _count(pages):
                pages = other
                blank = blanks([page.ours for page in other], [marks(ink) for ink in self._ours])
        for number, page in enumerate(pages, 1):
            open_ones = [] if blank.get(number) else annex_blanks(page.ours, given)
            yield from self._page(number, page, [*blank.get(number, []), *open_ones])

    @cached_property
    def _blank_inks(self) -> Sequence[PageInk]:
        from generator.reading.pdf import read_visible

        return read_visible(self._approved.for_signature(), self._shown)[0]

    @cached_property
    def _marks(self) -> list[list[Mark]]:
        return [marks(ink) for ink in self._inks]

    def _laid(self, ours: Sequence[PageInk]) -> list[Laid] | None:
        """Return each page laid upon ours; None when most letters have no place there."""
        if len(ours) != len(self._inks):
            return None
        pages = [laid(marks(one), other) for one, other in zip(ours, self._marks, strict=True)]
        there, wanted = sum(len(page.kept) for page in pages), sum(len(page.ours) for page in pages)
        return pages if there >= _SAME_PAGES * wanted else None

    # --- what nobody can compare -----------------------------------------------------------------------

    def _unreadable(self) -> Iterator[Diagnostic]:
        """Yield what may say anything: hidden, turned or white letters, annotations without appearance."""
        for part in sorted({*self._seen.not_read} & set(_HIDDEN) - {*self._said.not_read}):
            yield self._told("signed-part", part=Term(f"part-{part}"))
        for number, (ink, found) in enumerate(zip(self._inks, self._marks, strict=True), 1):
            for kind in ink.undrawn:
                yield self._told("signed-annotation", number, kind=kind)
            unseen = [mark for mark in found if not mark.seen and mark.note >= 0]
            if unseen:
                yield self._told("signed-unseen", number, text=words_of(unseen)[:_AROUND])
            more = (
                ink.picture_count - self._ours[number - 1].picture_count if number <= len(self._ours) else 0
            )
            if more > 0:
                yield self._told("signed-picture", number, Severity.NOTE, count=more)

    def _told(
        self, code: str, page: int | None = None, severity: Severity = Severity.ERROR, **said: Argument
    ) -> Diagnostic:
        arguments: dict[str, Argument] = {**said, "page": page} if page is not None else said
        return Diagnostic(code, Place(self._shown), severity, arguments)

    # --- page by page ----------------------------------------------------------------------------------

    def _page(self, number: int, page: Laid, wanted: Sequence[Blank]) -> Iterator[Diagnostic]:
        rest = list(page.added)
        for blank in wanted:
            found, rest = filled(blank, rest)
            if found == blank.text:
                continue
            if found:
                yield self._told("signed-filled-otherwise", number, ours=blank.text, signed=found)
            elif not blank.optional:
                severity = Severity.ERROR if number == 1 else Severity.WARNING
                yield self._told("signed-blank", number, severity, ours=blank.text, before=blank.before)
        yield from self._missing(number, page, rest)
        unseen = [mark for mark in page.unseen if mark.note < 0 and not _hidden_own(mark, page)]
        if unseen:
            yield self._told("signed-unseen", number, text=words_of(unseen)[:_AROUND])
        struck = self._struck(number, page)
        if struck:
            yield self._told("signed-struck", number, text=struck[:_AROUND])

    def _missing(self, number: int, page: Laid, rest: Sequence[Mark]) -> Iterator[Diagnostic]:
        """Yield each run of our letters that is not there, with what stands in its place, then the rest."""
        left = clusters(rest)
        for run in _runs(page.missing):
            gone = [page.ours[index] for index in run]
            here = [group for group in left if any(_touches(mark, one) for mark in group for one in gone)]
            left = [group for group in left if group not in here]
            arguments = {
                "before": words_of(page.ours[max(0, run[0] - 40) : run[0]])[-_AROUND:],
                "ours": words_of(gone)[:_AROUND],
                "signed": words_of([mark for group in here for mark in group])[:_AROUND] if here else "",
            }
            yield Diagnostic(
                "signed-page-differs", Place(self._shown), arguments={**arguments, "page": number}
            )
        for group in left:
            text = words_of(group)
            note = self._inks[number - 1].notes[group[0].note] if group[0].note >= 0 else None
            if _is_mark(text, signature=note is not None and note.signature):
                yield self._told("signed-mark", None, Severity.NOTE, text=text)
            else:
                yield self._told("signed-added", number, text=text[:_AROUND])

    def _struck(self, number: int, page: Laid) -> str:
        """Return the letters that a line strikes through which our page does not have."""
        ours = self._ours[number - 1].strokes
        found: list[Mark] = []
        for stroke in map(page.back.stroke, self._inks[number - 1].strokes):
            if not stroke.lying or any(_one_stroke(stroke.y, other.y) for other in ours):
                continue
            found += [
                mark
                for mark in page.ours
                if _LEAST_STRUCK * mark.size < mark.y - stroke.y < _MOST_STRUCK * mark.size
                and stroke.x0 <= (mark.x0 + mark.x1) / 2 <= stroke.x1
            ]
        return words_of(found) if found else ""

    # --- word by word ----------------------------------------------------------------------------------

    def _by_words(self) -> Iterator[Diagnostic]:
        found = list(_differences(_words(self._said), _words(self._seen), self._shown))
        if _wrong(found) and len(self._inks) != len(self._ours):
            yield self._told("signed-pages", ours=len(self._ours), signed=len(self._inks))
        yield from found


def _errors(found: Sequence[Diagnostic]) -> int:
    return sum(item.severity is Severity.ERROR for item in found)


def _wrong(found: Sequence[Diagnostic]) -> bool:
    return _errors(found) > 0


def _count(pages: Sequence[Laid]) -> int:
    return sum(len(page.missing) for page in pages)


def _one_stroke(one: float, other: float) -> bool:
    return abs(one - other) < 2.0  # pt


def _hidden_own(mark: Mark, page: Laid) -> bool:
    """Return whether an unseen letter is one of ours that something lies over: it is told as missing."""
    return any(_touches(mark, page.ours[index]) for index in page.missing)


def _touches(one: Mark, other: Mark) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0) > -0.6 * other.size
    return across and abs(one.y - other.y) < 0.9 * other.size


def _runs(indexes: Sequence[int]) -> list[list[int]]:
    """Return numbers that follow each other together; a letter between two gaps belongs to them."""
    runs: list[list[int]] = []
    for index in indexes:
        if runs and index - runs[-1][-1] <= 2:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _is_mark(text: str, *, signature: bool) -> bool:
    """Return whether a text is what a system prints beside a signature."""
    if len(text) > _LONGEST_MARK:
        return False
    if _MARK.fullmatch(text):
        return True
    name = _NAMED.match(text) if signature else None
    start = _MARK.search(text) if name else None
    if name is None:
        return False
    return start is not None and start.start() <= name.end() if start else name.end() == len(text)


def _words(paper: SeenPaper) -> list[str]:
    """Return the words of a paper without the numbers of its pages, which move with its lines."""
    said = [one for one in paper.paragraphs if one.region not in _EDGES or not one.words.strip().isdigit()]
    return [word for paragraph in said for word in paragraph.words.split()]


def _differences(ours: list[str], signed: list[str], shown: str) -> Iterator[Diagnostic]:
    matcher = SequenceMatcher(None, ours, signed, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        old, new = ours[a:b], signed[c:d]
        if kind == "equal" or "".join(old) == "".join(new):
            continue
        text = " ".join(new)
        if not old and len(text) <= _LONGEST_MARK and _MARK.fullmatch(text):
            yield Diagnostic("signed-mark", Place(shown), Severity.NOTE, {"text": text})
            continue
        arguments = {
            "before": " ".join(ours[max(0, a - 6) : a])[-_AROUND:],
            "ours": " ".join(old)[:_AROUND],
            "signed": text[:_AROUND],
        }
        yield Diagnostic("signed-differs", Place(shown), arguments=arguments)
