"""Each change of an issued paper, with its place in the issued copy in the words of a citation.

"gạch đầu dòng thứ ba điểm b khoản 1 Mục II", "câu thứ hai đoạn thứ nhất khoản 3 Mục I": counted in what was
printed, never in what is printed now.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.alignment import Part, compared_words, words
from generator.differences.line_pairs import line_pairs
from generator.differences.printed_lines import printed_lines
from generator.differences.sentence_changes import split_sentences
from generator.issuing.place_names import PlaceNames, sentence_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.differences.printed_lines import PrintedLine
    from generator.document import Document

_FEW = 6  # words: up to so many a change is told as that of a phrase
_MANY = 45  # words: a point or clause beyond this is not given whole for one phrase
_KINDS = {"điểm": ")", "khoản": ".", "Mục": ".", "Điều": "."}


@dataclass(frozen=True, slots=True)
class Changed:
    """One place to be mended, as `model.corrections.Corrected` has it; `line` is the text it stands in."""

    action: str
    where: str
    what: str | None = None
    old: str | None = None
    new: str | None = None
    line: str = ""


def changed_places(old: Document, new: Document, *, form_only: bool) -> list[Changed]:
    """Return every place in which the new document says another thing than the old one, in its order.

    With `form_only` the least that tells each change apart, else whole sentences, points and phrases.
    """
    before, after = printed_lines(old), printed_lines(new)
    places = PlaceNames(before)
    found: list[Changed] = []
    for i, j in line_pairs(before, after):
        if i is not None and j is not None:
            if before[i].cells == after[j].cells:
                continue  # one that has another number only is not mended
            if len(before[i].cells) > 1:
                found += _cells(places, i, before[i], after[j])
            else:
                at = _At(places.of(i), places.standing(i), before[i].text)
                found += _reworded(before[i], after[j], at, form_only=form_only)
        elif i is not None:
            found.append(Changed("bai-bo", places.of(i), line=before[i].text))
        elif j is not None:
            found += _added(after, j, before, places)
    return found


# --- what is mended ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _At:
    """A place of the issued copy: how it is called, all that stands there, and the line that is mended."""

    where: str
    standing: str
    line: str


def _reworded(old: PrintedLine, new: PrintedLine, at: _At, *, form_only: bool) -> Iterator[Changed]:
    if form_only:
        yield from _phrases(old.text, new.text, at, form_only=True)
        return
    before, after = split_sentences(old.text), split_sentences(new.text)
    differ = [turn for turn, (one, other) in enumerate(zip(before, after, strict=False)) if one != other]
    if len(before) == len(after) and len(differ) == 1 and len(before) > 1:
        turn = differ[0]
        named = replace(at, where=sentence_name(turn + 1, at.where))
        yield from _sentence(before[turn], after[turn], named)
    elif len(before) == len(after) == 1 and not old.label:
        yield from _sentence(old.text, new.text, at)
    else:
        yield from _whole(old, new, at)


def _sentence(old: str, new: str, at: _At) -> Iterator[Changed]:
    """Yield a short change as that of a phrase, any other as that of the sentence."""
    phrases = list(_phrases(old, new, at))
    if len(phrases) == 1 and len(words(phrases[0].old or "")) <= 2 * _FEW:
        yield from phrases
    else:
        yield Changed("thay", at.where, old=old, new=new, line=at.line)


def _whole(old: PrintedLine, new: PrintedLine, at: _At) -> Iterator[Changed]:
    phrases = list(_phrases(old.text, new.text, at))
    if len(phrases) == 1 and (not _names_itself(old) or len(old.text.split()) > _MANY):
        yield from phrases
    else:
        yield Changed("thay", at.where, old=at.line, new=f"{old.label} {new.text}".strip(), line=at.line)


def _names_itself(line: PrintedLine) -> bool:
    """Return whether a line is a point or a clause of its own, which is given whole."""
    return bool(line.label) and line.label not in "-+"


def _cells(before: PlaceNames, index: int, old: PrintedLine, new: PrintedLine) -> Iterator[Changed]:
    for column, (said, says) in enumerate(zip(old.cells, new.cells, strict=True)):
        if said != says:
            what = before.cell(index, column)
            yield Changed("o-bang", before.of(index), what, said, says, " ".join(old.cells))


def _phrases(old: str, new: str, at: _At, *, form_only: bool = False) -> Iterator[Changed]:
    """Yield each change with as many words around it as it takes to stand once at its place."""
    pieces = compared_words(old, new)
    for index, piece in enumerate(pieces):
        if piece.part is Part.SAME or (
            piece.part is Part.NEW and index and pieces[index - 1].part is Part.OLD
        ):
            continue
        before = "".join(one.text for one in pieces[:index] if one.part is not Part.NEW)
        after = "".join(one.text for one in pieces[index:] if one.part is not Part.NEW)
        gone = piece.text if piece.part is Part.OLD else ""
        come = piece.text if piece.part is Part.NEW else ""
        if piece.part is Part.OLD and index + 1 < len(pieces) and pieces[index + 1].part is Part.NEW:
            come = pieces[index + 1].text
        left, right = _context(before, gone, after[len(gone) :], at.standing, form_only=form_only)
        said, says = f"{left}{gone}{right}".strip(), f"{left}{come}{right}".strip()
        yield Changed("cum-tu", at.where, None, said, says, at.line)


def _context(before: str, gone: str, after: str, standing: str, *, form_only: bool) -> tuple[str, str]:
    """Return what has to stand around a piece so that it is found once, and reads like a phrase.

    A figure or a date has two words before it; a word that is misspelt stands among three on both sides.
    More are taken until the phrase stands once among all that is `standing` there.
    """
    left, right = words(before), words(after)
    reach = (3, 3) if form_only else (2, 0)
    around = _nearest(left[::-1], reach[0])[::-1], _nearest(right, reach[1])
    for more in range(len(left) + len(right) + 1):
        said = "".join(around[0]), "".join(around[1])
        if standing.count(f"{said[0]}{gone}{said[1]}".strip()) == 1:
            return said
        around = left[-len(around[0]) - more - 1 :], right[: len(around[1]) + more + 1]
    return before, after


def _nearest(tokens: list[str], count: int) -> list[str]:
    """Return so many words with the spaces between them, none beyond a mark."""
    found: list[str] = []
    for token in tokens:
        if count == 0 or not (token.isspace() or token[:1].isalnum()):
            break
        found.append(token)
        count -= not token.isspace()
    return found


def _added(
    new: Sequence[PrintedLine], index: int, old: Sequence[PrintedLine], places: PlaceNames
) -> Iterator[Changed]:
    """Yield what is added, behind the line of the issued copy that stands before it."""
    line = new[index]
    here = next(
        (i for j in range(index - 1, -1, -1) for i, one in enumerate(old) if one.cells == new[j].cells), None
    )
    if here is None:
        return
    where = places.of(here)
    what, label = _free_name(line, old, here)
    text = "; ".join(cell for cell in line.cells if cell) if line.columns else f"{label} {line.text}".strip()
    yield Changed("bo-sung", where, what, None, text)


def _free_name(line: PrintedLine, old: Sequence[PrintedLine], here: int) -> tuple[str, str]:
    """Return how what is added is called, and its label: what was issued keeps its own labels.

    "điểm e" behind the last point; "điểm d1" between two points, "số thứ tự 9a" between two rows.
    """
    if line.columns:
        number = old[here].cells[0] if old[here].cells[:1] and old[here].cells[0].isdigit() else ""
        return (f"số thứ tự {number}a" if number else "một dòng"), ""
    name = next((kind for kind in _KINDS if line.where.startswith(f"{kind} ")), "")
    if not _names_itself(line) or not name:
        return "một đoạn", line.label
    taken = {one.where for one in old}
    if line.where not in taken:
        return line.where.partition(" khoản ")[0].partition(" Mục ")[0], line.label
    before = old[here].label.rstrip(".)")
    return f"{name} {before}1", f"{before}1{_KINDS[name]}"
