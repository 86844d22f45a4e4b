"""The parts behind a total, read piece by piece until the words say that something else begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.checks.prose.numbers import MASK, Number, blanked
from generator.checks.prose.part_names import DIMENSIONS, NO_OVERDUE, TIMELINESS, Role
from generator.wording import ADMINISTRATIVE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.prose.part_names import Dimension


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its figure and the words around it; `claim` when it is a zero said in words."""

    number: Number
    label: str
    labelled_before: bool = True
    claim: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a total.

    `dimensions` are those that tell all parts apart; `clean` when the list ends where its sentence,
    bracket or clause ends; `remainder` when the text names a rest without counting it; `closed` when it
    counts one ("còn lại 12"), so that nothing can be missing.
    """

    parts: tuple[Part, ...] = ()
    dimensions: tuple[Dimension, ...] = DIMENSIONS
    clean: bool = True
    remainder: bool = False

    @property
    def closed(self) -> bool:
        """Whether one of the parts is the rest."""
        return any(_REST.search(part.label) for part in self.parts)

    @property
    def sum(self) -> Decimal:
        """The parts added up."""
        return sum((part.number.value for part in self.parts), Decimal(0))

    @property
    def places(self) -> int:
        """The most decimals of a part."""
        return max((part.number.places for part in self.parts), default=0)

    @property
    def dimension(self) -> Dimension | None:
        """The dimension along which the parts are certainly told apart."""
        if len(self.parts) == 1 and TIMELINESS not in self.dimensions:
            return None
        return next(iter(self.dimensions), None)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two separators; `mark` is the separator before it."""

    start: int
    text: str
    mark: str
    counts: tuple[Number, ...]


_SEPARATOR = re.compile(r"[,;](?=\s|$)|(?<=\s)và(?=\s)|\n\s*[-+•]?")
_BRACKET = re.compile(r"\([^()]*\)")
_LEAD = re.compile(r"^[\s:+•-]*(?:(?:và|có|là|còn|với|trong đó|gồm)\s+)*")
# First words of what people are counted as: đại biểu, thành viên, trưởng đoàn, cán bộ, ủy viên, thư ký.
_PERSONS = frozenset(
    "người em cháu đại thành trưởng phó ủy uỷ cán viên thư đảng lao nhân".split()  # noqa: SIM905
) | {"học sinh", "học viên"}
_ADMINISTRATIVE = {kind.split()[0] for kind in ADMINISTRATIVE_KINDS}
_REST = re.compile(r"(?<!\w)còn lại|(?<!\w)số còn")
_NEW_SUBJECT = re.compile(
    r"tiếp nhận|phải giải quyết|đã giải quyết|so với|(?<!\w)tăng|(?<!\w)giảm|kế hoạch|bình quân|trong đó"
    r"|(?<!\w)mỗi|tổng|(?<!\w)gồm|trong số|ngoài ra|số tiền|hoàn thành|ban hành|tổ chức|phát hiện"
    r"|(?<!\w)tại (?!chỗ)|đạt"
)


def read_parts(region: str, begin: int, counts: Sequence[Number], total: Number, role: Role) -> Parts:
    """Return the parts listed in `region`, whose first character stands at `begin` of the text."""
    open_text = blanked(region, (match.span() for match in _BRACKET.finditer(region)), " ")
    outside = [number for number in counts if open_text[number.start - begin : number.end - begin].strip()]
    pieces = list(_pieces(open_text, begin, outside))
    found, label = Parts(), ""
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        if not piece.counts:
            claim = NO_OVERDUE.search(piece.text)
            if claim:
                found = _with(found, _zero(piece, claim)) or found
            elif not any(later.counts for later in pieces[index:]):
                return _ended(found, piece)
            elif following and following.counts and not _begins_with_number(following):
                label += f"{piece.text.rstrip()} {following.mark} "
            elif MASK in piece.text or _NEW_SUBJECT.search(piece.text):
                return _unclean(found)
            continue
        grown = _grown(found, piece, label, total, role)
        if grown is None:
            return found if piece.mark == ";" or _left_to_others(piece, label, role) else _unclean(found)
        found, label = grown, ""
        if found.sum == total.value:
            return found
    return found


def are_persons(unit: str) -> bool:
    """Return whether a figure counts people."""
    return unit in _PERSONS


def of_one_kind(unit: str, total: str) -> bool:
    """Return whether a part counted in `unit` may be a part of a total counted in `total`."""
    return unit == total or (total == "đơn vị" and unit in _ADMINISTRATIVE) or {unit, total} <= _PERSONS


def _pieces(text: str, begin: int, counts: Sequence[Number]) -> Iterator[_Piece]:
    place, mark = 0, ""
    for match in [*_SEPARATOR.finditer(text), None]:
        end = match.start() if match else len(text)
        inside = tuple(number for number in counts if begin + place <= number.start < begin + end)
        yield _Piece(begin + place, text[place:end], mark, inside)
        place, mark = (match.end() if match else end), (match[0].strip() if match else "")


def _begins_with_number(piece: _Piece) -> bool:
    return _LEAD.sub("", piece.text)[:1].isdigit()


def _zero(piece: _Piece, claim: re.Match[str]) -> Part:
    start, end = piece.start + claim.start(), piece.start + claim.end()
    return Part(Number(start, end, Decimal(0), 0), claim[0], claim=True)


def _ended(found: Parts, piece: _Piece) -> Parts:
    """Return the parts when no count follows; the words may still name a rest."""
    rest = bool(_REST.search(piece.text))
    return Parts(found.parts, found.dimensions, found.clean, found.remainder or rest)


def _unclean(found: Parts) -> Parts:
    return Parts(found.parts, found.dimensions, clean=False, remainder=found.remainder)


def _left_to_others(piece: _Piece, label: str, role: Role) -> bool:
    """Return whether a piece is no part of settled files because it counts pending or returned ones."""
    words = TIMELINESS.of(label + piece.text)
    return role is Role.SETTLED and bool(words) and not words & {"early", "on-time", "late", "in-time"}


def _grown(found: Parts, piece: _Piece, label: str, total: Number, role: Role) -> Parts | None:
    """Return the parts with one more, or None where the piece is no part of the same list."""
    if len(piece.counts) != 1:
        return None
    number = piece.counts[0]
    before = label + _LEAD.sub("", piece.text[: number.start - piece.start])
    words = before + piece.text[number.end - piece.start :]
    if _left_to_others(piece, label, role):
        return None
    part = Part(number, words, labelled_before=bool(before.strip(" :.+•-")))
    grown = _with(found, part)
    if grown is None or not _fits(grown, part, piece.mark, total):
        return None
    return grown


def _with(found: Parts, part: Part) -> Parts | None:
    """Return the parts with one more, keeping the dimensions that still tell all of them apart."""
    left = tuple(dimension for dimension in found.dimensions if _tells_apart(dimension, found.parts, part))
    if not left and found.parts and found.dimension is not None:
        return None
    return Parts((*found.parts, part), left, found.clean, found.remainder)


def _tells_apart(dimension: Dimension, parts: tuple[Part, ...], part: Part) -> bool:
    own = dimension.of(part.label)
    return bool(own) and all(not own & dimension.of(other.label) for other in parts)


def _fits(grown: Parts, part: Part, mark: str, total: Number) -> bool:
    """Return whether unit, form and words of the newest part are those of the same list."""
    unit, first = part.number.unit, grown.parts[0]
    told = grown.dimension is not None
    if unit and total.unit and not of_one_kind(unit, total.unit) and not are_persons(total.unit):
        return False
    new_subject = _NEW_SUBJECT.search(part.label) is not None
    if told:
        return not (new_subject and mark == ";" and "đang" not in part.label) or not grown.parts[1:]
    if first is part:
        return True
    return part.labelled_before == first.labelled_before and not (new_subject and part.labelled_before)
