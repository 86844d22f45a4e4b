"""No word and no figure is cut by a change: "13.|667" becomes 13.667 out, 13.712 in.

An engine compares runs, and a figure may stand in two of them: its half that stayed is taken out and put in
again with the other, so that accepting and rejecting give the same text as before.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from generator.alignment import words
from generator.reading.word.markup import RPR, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_INS, _DEL, _RUN, _TEXT, _DEL_TEXT = w("ins"), w("del"), w("r"), w("t"), w("delText")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class _Piece(NamedTuple):
    """A run of one look, or something that is no text: which of the versions have it, and its text."""

    element: etree._Element
    old: bool
    new: bool
    text: str | None

    @property
    def same(self) -> bool:
        """Whether both versions have it."""
        return self.old and self.new


def keep_words_whole(root: etree._Element) -> int:
    """Widen the changes of a part until no word is cut; return how many lines had to be changed."""
    parents = dict.fromkeys(
        parent for item in root.iter(_INS, _DEL) if (parent := item.getparent()) is not None
    )
    return sum(_whole(parent) for parent in parents if parent.tag not in (RPR, w("trPr")))


def cut_words(root: etree._Element) -> list[str]:
    """Return the words that a change begins or ends in the middle of."""
    parents = dict.fromkeys(
        parent for item in root.iter(_INS, _DEL) if (parent := item.getparent()) is not None
    )
    found: list[str] = []
    for parent in parents:
        pieces = _pieces(parent)
        found += [word for side in ("old", "new") for word, _ in _cut(pieces, side)]
    return found


def _whole(parent: etree._Element) -> int:
    changed = 0
    # What is taken out for the old text is put in for the new, where it may cut another word.
    while cuts := [place for side in ("old", "new") for _, place in _cut(_pieces(parent), side)]:
        for piece, start, end in _to_change(_pieces(parent), cuts):
            _change(parent, piece, start, end)
            changed = 1
    if changed:
        _deletions_first(parent)
    return changed


def _pieces(parent: etree._Element) -> list[_Piece]:
    found: list[_Piece] = []
    for child in parent:
        if child.tag in (_INS, _DEL):
            found += [_Piece(run, child.tag == _DEL, child.tag == _INS, _text(run)) for run in child]
        else:
            found.append(_Piece(child, old=True, new=True, text=_text(child)))
    return found


def _text(run: etree._Element) -> str | None:
    """Return the text of a run that holds nothing else, None for anything else."""
    if run.tag != _RUN or any(child.tag not in (RPR, _TEXT, _DEL_TEXT) for child in run):
        return None
    return "".join(child.text or "" for child in run if child.tag != RPR)


def _cut(pieces: Sequence[_Piece], side: str) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Yield (word, (index of a piece both have, start, end in it)) of a word only half of which changed."""
    own = [(index, piece) for index, piece in enumerate(pieces) if getattr(piece, side)]
    texts = ["\0" if piece.text is None else piece.text for _, piece in own]
    starts = [0, *accumulate(map(len, texts))]
    begin = 0
    for word in words("".join(texts)):
        end = begin + len(word)
        if any(char.isalnum() for char in word):
            touched = [
                (
                    index,
                    piece,
                    max(begin, starts[place]) - starts[place],
                    min(end, starts[place + 1]) - starts[place],
                )
                for place, (index, piece) in enumerate(own)
                if starts[place] < end and begin < starts[place + 1]
            ]
            if len({piece.same for _, piece, _, _ in touched}) > 1:
                yield from ((word, (index, one, other)) for index, piece, one, other in touched if piece.same)
        begin = end


def _to_change(
    pieces: Sequence[_Piece], cuts: Sequence[tuple[int, int, int]]
) -> Iterator[tuple[etree._Element, int, int]]:
    """Yield each run once, with the stretch of it that one of the words needs."""
    seen: set[int] = set()
    for index, start, end in cuts:
        if index not in seen:
            seen.add(index)
            yield pieces[index].element, start, end


def _change(parent: etree._Element, run: etree._Element, start: int, end: int) -> None:
    """Make a stretch of a run that both have one that is taken out and put in again."""
    text = _text(run) or ""
    like = next(item for item in parent if item.tag in (_INS, _DEL))
    pieces: list[etree._Element] = []
    if text[:start]:
        pieces.append(text_run(run, text[:start], _TEXT))
    for tag, kind in ((_DEL, _DEL_TEXT), (_INS, _TEXT)):
        change = etree.Element(tag, _attributes(like))
        change.append(text_run(run, text[start:end], kind))
        pieces.append(change)
    if text[end:]:
        pieces.append(text_run(run, text[end:], _TEXT))
    place = parent.index(run)
    parent[place : place + 1] = pieces


def _attributes(item: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in item.attrib.items()}


def text_run(like: etree._Element, text: str, tag: str) -> etree._Element:
    """Return a run with this text (``w:t`` or ``w:delText``) in the look of another."""
    run = etree.Element(_RUN, _attributes(like))
    look = like.find(RPR)
    if look is not None:
        run.append(deepcopy(look))
    content = etree.SubElement(run, tag)
    content.text = text
    content.set(_SPACE, "preserve")
    return run


def _deletions_first(parent: etree._Element) -> None:
    """Let what goes stand before what comes wherever the two follow each other: the texts stay the same."""
    group: list[etree._Element] = []
    order: list[etree._Element] = []
    for child in [*parent, None]:
        if child is not None and child.tag in (_INS, _DEL):
            group.append(child)
            continue
        order += sorted(group, key=lambda item: item.tag == _INS)
        group = []
        if child is not None:
            order.append(child)
    parent[:] = order
