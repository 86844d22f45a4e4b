"""Cells of tables, and figures as tables print them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.document import Cell
from generator.kinds import ALIGN
from generator.wording import count, decimal_text

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.document import Runs
    from generator.kinds import Column
    from generator.model.figures import Quantities


def cell(column: Column, runs: Runs) -> Cell:
    """Return a cell that stands as its column does."""
    return Cell(runs, ALIGN[column.align])


def figure_text(found: Quantities, path: str) -> str | None:
    """Return a quantity, or with ``%`` its share, as a column prints it; None when it is unknown."""
    if not path.endswith("%"):
        value = found[path].value
        return count(value) if isinstance(value, int) else None
    rate = rate_of(found, path)
    if rate is not None:
        return decimal_text(rate)
    quantity = found[path.removesuffix("%")]
    # Nothing of nothing has no rate (reference 5.10): a dash, never 0.
    return "-" if isinstance(quantity.value, int) and found[quantity.base].value == 0 else None


def rate_of(found: Quantities, path: str) -> Fraction | Decimal | None:
    """Return the share that ``settled.early%`` names, in percent: as typed, or exact; None when unknown."""
    quantity = found[path.removesuffix("%")]
    whole = found[quantity.base].value
    if quantity.share is not None:
        return quantity.share
    if not isinstance(quantity.value, int) or not isinstance(whole, int) or not whole:
        return None
    return Fraction(quantity.value * 100, whole)
