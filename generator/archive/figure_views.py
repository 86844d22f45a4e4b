"""Figures of an inspection as a page shows them: a table, and the same counts and rates as bars."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.archive.charts import Bar, bar_chart
from generator.differences.figures_moved import quantity_steps
from generator.model.figures import Breakdown, Form, Survey
from generator.model.references import BadReference
from generator.model.rich_fields import rich_texts
from generator.reporters.field_names import quantity_label
from generator.reporters.showing import quantity_text
from generator.rich_text import rich_spans
from generator.wording import capitalise_first, percent, percent_of, short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from generator.archive.gathering import ArchivedInspection
    from generator.archive.saying import Saying
    from generator.model.figures import Figure, Quantities, Quantity
    from generator.model.references import Reference

_WORDS = 16
_UNITS_TOGETHER = "Hồ sơ thủ tục hành chính, tất cả đơn vị"
_KINDS: Mapping[str, str] = {
    "tthc": "Hồ sơ thủ tục hành chính",
    "survey": "Mức độ hài lòng",
    "indicator": "Tỷ lệ",
    "reduction": "Cắt giảm",
    "sample": "Kết quả kiểm tra thực tế",
    "feedback": "Phản ánh, kiến nghị",
    "breakdown": "Số liệu",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what, how many, which share of its whole ("" where it has none)."""

    label: str
    number: str
    share: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure: its title, where and when it holds, its table and its drawing."""

    id: str
    title: str
    note: str
    rows: tuple[Row, ...]
    chart: Markup

    @property
    def has_shares(self) -> bool:
        """Whether any line has a share."""
        return any(row.share for row in self.rows)


def figure_views(item: ArchivedInspection, saying: Saying, levels: Mapping[str, str]) -> list[FigureView]:
    """Return the figures that may be shown, those of all units together first.

    `levels` are the words for the answers of a survey, as the templates print them.
    """
    book = item.loaded.figures
    viewer = _Viewer(item, saying, levels)
    found: list[FigureView | None] = []
    try:
        ids = book.ids(("all",))
    except BadReference:
        ids = ()
    if len(ids) > 1:
        example = next(one for one in item.loaded.inspection.figures if one.id in ids)
        found.append(viewer.view(example, "all", _UNITS_TOGETHER, "", book.quantities(ids)))
    for figure in item.loaded.inspection.figures:
        title, note = viewer.title(figure)
        found.append(viewer.view(figure, figure.id, title, note, book.quantities((figure.id,))))
    return [view for view in found if view is not None]


@dataclass(frozen=True)
class _Viewer:
    item: ArchivedInspection
    saying: Saying
    levels: Mapping[str, str]

    def title(self, figure: Figure) -> tuple[str, str]:
        """Return what a figure is called, and where and when it holds."""
        unit = self.saying.unit(figure.unit)
        day = f"đến {short_date(figure.as_of)}" if figure.as_of else figure.period or ""
        name = capitalise_first(figure.name) if figure.name else _KINDS[figure.kind]
        where = day if figure.name or unit else "; ".join(filter(None, (self._sentence(figure.id), day)))
        return f"{name}, {unit}" if unit else name, where

    def _sentence(self, figure: str) -> str:
        """Return the beginning of the first sentence that names a figure; it tells what it is of."""
        for path, text in rich_texts(self.item.loaded.inspection):
            named = {name for span in rich_spans(text) for name in _named(span.reference)}
            if figure in named and self.item.printed.field(".".join(map(str, path))):
                words = self.saying.rich(text).split()
                return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
        return ""

    def view(self, figure: Figure, name: str, title: str, note: str, found: Quantities) -> FigureView | None:
        """Return the figure; None when nothing of it is known or may be shown."""
        printed = self.item.printed
        shown = {
            path: quantity
            for path, quantity in found.items()
            if quantity.value is not None and printed.quantity(name, path)
        }
        rows = tuple(self._row(figure, name, path, found) for path in shown)
        if not rows:
            return None
        return FigureView(name, title, note, rows, bar_chart(title, list(self._bars(figure, shown))))

    def _row(self, figure: Figure, name: str, path: str, found: Quantities) -> Row:
        share = _share(found, path) if self.item.printed.quantity(name, path, share=True) else ""
        return Row(self._label(figure, path), quantity_text(found[path], self.saying.messages), share)

    def _label(self, figure: Figure, path: str) -> str:
        """Return what a quantity is called; a part is called by its unit or level where it is one."""
        units = {unit.id for unit in self.item.loaded.inspection.inspected_units}
        if isinstance(figure, Survey) and path != "total":
            return figure.level_names.get(path) or self.levels.get(path) or path
        if isinstance(figure, Breakdown) and path in units:
            return self.saying.unit(path)
        return quantity_label(quantity_steps(figure, path), self.saying.messages)

    def _bars(self, figure: Figure, shown: Quantities) -> Iterator[Bar]:
        """Yield a bar for each rate, or for each count when there is no rate."""
        rates = {path: one for path, one in shown.items() if one.form is Form.RATE}
        typed = figure.parts()  # what is only added up of them is in the table
        counts = {path: one for path, one in shown.items() if one.form is Form.COUNT and path in typed}
        drawn = rates or counts
        # A rate is drawn of a hundred, a count of the largest.
        longest = max([_size(one) for one in drawn.values()] + [Fraction(100 if rates else 0)])
        for path, one in drawn.items():
            share = float(_size(one) / longest) if longest else 0.0
            number = quantity_text(one, self.saying.messages)
            yield Bar(self._label(figure, path), number, share, whole=path.split(".")[-1] == "total")


def _named(reference: Reference | None) -> tuple[str, ...]:
    operands = (reference.first, reference.second) if reference else ()
    ids = tuple(name for operand in operands if operand for name in operand.ids)
    return (*ids, reference.name) if reference and reference.name else ids


def _size(quantity: Quantity) -> Fraction:
    return Fraction(quantity.value or 0)


def _share(found: Quantities, path: str) -> str:
    quantity = found[path]
    base = found.get(quantity.base)
    if quantity.share is not None:
        return percent(quantity.share)
    if base is None or path == quantity.base or not isinstance(quantity.value, int):
        return ""
    return (percent_of(quantity.value, base.value) or "") if isinstance(base.value, int) else ""
