"""The cells of one table that an amending paper corrects, as a table of its own: where, old, new.

So does the official way of amending many figures; a few cells read better as points, and the wording of the
kind says from how many on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.compose.cells import cell
from generator.compose.correcting import cells_of_group, correction_called
from generator.compose.line_language import BadWording
from generator.document import Run, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.compose.naming import Naming
    from generator.compose.order import Order
    from generator.compose.pieces import Said
    from generator.document import Row, Runs
    from generator.kinds import Column, TableKind
    from generator.model.corrections import Corrected

_CALLED = "{called}"
_COLUMN = ", cột "
_QUOTED = re.compile(r"(?:dòng )?“(?P<name>[^”]+)”")


class CorrectionTable:
    """Makes the rows of one group of corrected cells."""

    def __init__(self, order: Order, naming: Naming, resolve: Callable[[Said], Runs]) -> None:
        self._order, self._naming, self._resolve = order, naming, resolve

    def columns(self, kind: TableKind) -> list[Column]:
        """Return the columns; a head may name the corrected paper (``{called}``)."""
        called = plain(self._resolve(correction_called(self._order, self._naming)))
        heads = (column.head.replace(_CALLED, called) for column in kind.columns)
        return [
            column.model_copy(update={"head": head}) for column, head in zip(kind.columns, heads, strict=True)
        ]

    def rows(self, kind: TableKind, part: int) -> tuple[Row, ...]:
        """Return a row for each cell of a group, counted from 1; BadWording when that group has no cells."""
        cells = cells_of_group(self._order, part)
        if not cells:
            raise BadWording("template-table-part", str(part))
        return tuple(
            tuple(cell(column, _value(column, turn, place, path)) for column in kind.columns)
            for turn, (path, place) in enumerate(cells, 1)
        )


def _value(column: Column, turn: int, place: Corrected, path: str) -> Runs:
    row, _, number = (place.what or "").rpartition(_COLUMN)
    typed = {
        "index": (str(turn), None),
        "row": (_bare(row) if row else place.what, f"{path}.what"),
        "column": (_bare(number) if row else "", f"{path}.what"),
        "old": (place.old, f"{path}.old"),
        "new": (place.new, f"{path}.new"),
    }
    text, source = typed[column.value]
    return (Run(text, source=source),) if text else ()


def _bare(name: str) -> str:
    """Return the name of a row or column as its table has it: quotes are for running text."""
    quoted = _QUOTED.fullmatch(name)
    return quoted["name"] if quoted else name
