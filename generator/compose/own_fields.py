"""What wording sees of the fields a kind declares for itself: ``fields.thoi_gian``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.compose.pieces import Said, said
from generator.compose.readiness import data_path
from generator.compose.said_by import blank, mention
from generator.model.names import Names
from generator.own_fields import typed_fields
from generator.wording import long_date, prose_count, short_date, time_of_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.compose.order import Order
    from generator.compose.people import People
    from generator.compose.said_by import Speaker


class OwnFieldViews:
    """Builds ``fields`` of the context of one paper."""

    def __init__(self, order: Order, people: People, speaker: Speaker) -> None:
        self._order, self._path = order, f"{order.path}.fields"
        self._printed: dict[str, Callable[[Any, str], Said]] = {
            "doan-van": speaker.rich,
            "ngay": lambda day, path: said(short_date(day), path),
            "ngay-day-du": lambda day, path: said(long_date(day), path),
            "gio": lambda moment, path: said(time_of_day(moment), path),
            "so": lambda number, path: said(prose_count(number), path),
            "nguoi": people.with_post,
            "co-quan": mention,
        }

    def views(self) -> dict[str, Said | None]:
        """Return each declared field as it is printed: a gap for what is needed, None for what may lack.

        Refused with what the paper gives that is not declared, or not of its type.
        """
        order, declared = self._order, self._order.kind.data.fields
        if not declared and not order.paper.fields:
            return {}  # as of nearly every paper: no index of names is made for it
        names = Names(order.catalogues.entries())
        at = data_path(self._path)
        values = typed_fields(declared, order.paper.fields, order.loaded.source, at, names)
        return {name: self._view(name, values[name]) for name in declared}

    def _view(self, name: str, value: Any) -> Said | None:
        field, path = self._order.kind.data.fields[name], f"{self._path}.{name}"
        if value is not None:
            return self._printed[field.type](value, path)
        return Said([blank(path)]) if field.required else None
