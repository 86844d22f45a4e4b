"""References of rich text, ``[[hs-vd-a.settled.early%]]``: their grammar and their values.

    reference = "#" id | id | operand ["%"] | operand "/" operand
    operand   = id ["." path] | "all." path | "sum(" id {"," id} ")." path

``[[#id]]`` is the printed number of a block; ``[[id]]`` alone cites the paper or legal act of that id or
prints the main quantity of the figure. ``[[deadline]]`` is the deadline of the item it stands in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.model.fields import RichText
from generator.model.figures import Form, Quantity, combined, quantities

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model.figures import Figure, Parts, Quantities

REFERENCE = re.compile(r"\[\[([^\[\]]*)\]\]")
_MAX_CHAIN = 30  # figures that name figures that name figures
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_PATH = r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*"
_OPERAND = re.compile(rf"(?:sum\((?P<ids>{_ID}(?: ?, ?{_ID})*)\)|(?P<id>{_ID}))(?:\.(?P<path>{_PATH}))?")
_BLOCK = re.compile(rf"#({_ID})")


class BadReference(Exception):  # noqa: N818 - says what is wrong with it, not that it failed
    """A reference that means nothing; `code` names the message, `names` what would have been known."""

    def __init__(self, code: str, reference: str, names: tuple[str, ...] = ()) -> None:
        super().__init__(code, reference, names)
        self.code, self.reference, self.names = code, reference, names


@dataclass(frozen=True, slots=True)
class Operand:
    """Which figures (one, or several added up) and which quantity of them."""

    ids: tuple[str, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Reference:
    """One parsed reference; exactly one of `block`, `name` and `first` is given."""

    text: str
    block: str = ""
    name: str = ""
    first: Operand | None = None
    second: Operand | None = None
    share: bool = False


def parse_reference(text: str) -> Reference:
    """Return the reference; BadReference if it has another form."""
    inner = text.strip()
    if block := _BLOCK.fullmatch(inner):
        return Reference(inner, block=block[1])
    if re.fullmatch(_ID, inner):
        return Reference(inner, name=inner)
    left, slash, right = inner.partition("/")
    share = not slash and left.endswith("%")
    first = _operand(left.removesuffix("%") if share else left, inner)
    return Reference(inner, first=first, second=_operand(right, inner) if slash else None, share=share)


def _operand(text: str, reference: str) -> Operand:
    match = _OPERAND.fullmatch(text.strip())
    if match is None or (match["ids"] and not match["path"]):
        raise BadReference("reference-form", reference)
    ids = tuple(part.strip() for part in match["ids"].split(",")) if match["ids"] else (match["id"],)
    return Operand(ids, match["path"] or "")


class FigureBook:
    """The figures of one inspection by id, and the value of every reference to them."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._figures: Mapping[str, Figure] = {figure.id: figure for figure in figures}
        self._parts: dict[str, Parts] = {}
        self._quantities: dict[tuple[str, ...], Quantities] = {}
        self._open: list[str] = []

    def __contains__(self, name: str) -> bool:
        """Return whether a figure has this id."""
        return name in self._figures

    def main(self, name: str) -> Reference:
        """Return what ``[[name]]`` alone means; BadReference when the figure has no main quantity."""
        path = self._figures[name].main
        if not path:
            raise BadReference("reference-needs-path", name, tuple(self.quantities((name,))))
        return Reference(name, first=Operand((name,), path))

    def quantity(self, operand: Operand, reference: str) -> Quantity:
        """Return the quantity; BadReference when a figure or the quantity is unknown."""
        found = self.quantities(self.ids(operand.ids, reference), reference)
        path = operand.path or self._figures[operand.ids[0]].main
        if path not in found:
            raise BadReference("reference-unknown-quantity", reference, tuple(found))
        return found[path]

    def ids(self, ids: tuple[str, ...], reference: str = "") -> tuple[str, ...]:
        """Return known ids; ``all`` means every tthc figure that belongs to a unit."""
        if ids == ("all",):
            ids = tuple(
                name for name, figure in self._figures.items() if figure.kind == "tthc" and figure.unit
            )
        unknown = [name for name in ids if name not in self._figures]
        if unknown or not ids:
            raise BadReference("reference-unknown-figure", reference or ",".join(ids), tuple(self._figures))
        return ids

    def quantities(self, ids: tuple[str, ...], reference: str = "") -> Quantities:
        """Return every quantity of one figure, or of several of one kind added up."""
        if ids not in self._quantities:
            figures = [self._figures[name] for name in ids]
            if len({figure.kind for figure in figures}) > 1:
                raise BadReference("reference-mixed-kinds", reference)
            parts = [self.parts(name) for name in ids]
            single = len(ids) == 1
            self._quantities[ids] = quantities(figures[0], parts[0]) if single else combined(figures, parts)
        return self._quantities[ids]

    def parts(self, name: str) -> Parts:
        """Return what of a figure may be added to others; a part named by reference has its number."""
        if name not in self._parts:
            if name in self._open or len(self._open) >= _MAX_CHAIN:
                raise BadReference("reference-circle", name)
            self._open.append(name)
            given = self._figures[name].parts()
            self._parts[name] = {path: self._amount(value) for path, value in given.items()}
            self._open.pop()
        return self._parts[name]

    def _amount(self, value: int | RichText | None) -> int | None:
        if not isinstance(value, RichText):
            return value
        reference = parse_reference(value[2:-2])
        if reference.name in self:
            reference = self.main(reference.name)
        if reference.first is None or reference.second is not None or reference.share:
            raise BadReference("reference-not-a-number", reference.text)
        found = self.quantity(reference.first, reference.text).value
        return found if isinstance(found, int) else None

    def share(self, operand: Operand, reference: str) -> Quantity:
        """Return the share of a quantity in its base, exact or as typed, as a rate."""
        quantity = self.quantity(operand, reference)
        if quantity.share is not None:
            return Quantity(quantity.share, Form.RATE)
        if not quantity.base:
            raise BadReference("reference-no-base", reference)
        whole = self.quantity(Operand(operand.ids, quantity.base), reference).value
        if not isinstance(quantity.value, int) or not isinstance(whole, int) or whole == 0:
            return Quantity(None, Form.RATE)
        return Quantity(Fraction(quantity.value * 100, whole), Form.RATE)
