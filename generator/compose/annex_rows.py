"""Rows of the annex tables of reference 5.10 that list files, levels of a survey, rates, or fields."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from generator.compose.said_by import blank, printed
from generator.document import Run
from generator.model.figures import Indicator, Survey, Tthc, combined
from generator.wording import capitalise_first, count, decimal_text, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from decimal import Decimal

    from generator.compose.naming import Naming
    from generator.compose.order import Order
    from generator.compose.pieces import Said
    from generator.compose.said_by import Speaker
    from generator.document import Runs
    from generator.kinds import TableKind
    from generator.model.checked_files import CheckedFile
    from generator.model.figures import Figure, Parts, Quantities, Quantity
    from generator.model.inspection import Inspection

Values: TypeAlias = "dict[str, Runs]"
WHOLE = "*"
"""The value of a row that says one thing beside its number."""


class AnnexRows:
    """Makes the rows of one paper's tables: what each column may print, by its name."""

    def __init__(
        self, order: Order, naming: Naming, speaker: Speaker, resolve: Callable[[Said], Runs]
    ) -> None:
        self._order, self._naming = order, naming
        self._speaker, self._resolve = speaker, resolve
        self._inspection, self._figures = order.inspection, order.loaded.figures

    # --- danh sách hồ sơ được kiểm tra -------------------------------------------------------------

    def files(self, kind: TableKind) -> list[Values]:
        """Return a row for each checked file; of one that is private, a row that says so."""
        found = files_of(self._inspection, self._order.unit)
        several = len({item.unit for _, item in found}) > 1
        return [
            {
                "index": (Run(str(number)),),
                **self._file(kind, f"checked_files.{index}", item, several=several),
            }
            for number, (index, item) in enumerate(found, 1)
        ]

    def _file(self, kind: TableKind, path: str, item: CheckedFile, *, several: bool) -> Values:
        if item.private and self._order.public:
            return {WHOLE: (Run(self._order.kind.publication.withheld),)}
        unit = self._unit(item.unit, f"{path}.unit") if several else ()
        waiting = _word(kind, "pending", f"{path}.pending") if item.pending else ()
        return {
            "unit": unit,
            "code": (Run(item.code, source=f"{path}.code"),),
            "applicant": _text(item.applicant, f"{path}.applicant"),
            "procedure": (Run(item.procedure, source=f"{path}.procedure"),),
            "received": _day(item.received, f"{path}.received"),
            "due": _day(item.due, f"{path}.due"),
            "returned": waiting or _day(item.returned, f"{path}.returned"),
            "conclusion": self._conclusion(kind, item, path),
        }

    def _conclusion(self, kind: TableKind, item: CheckedFile, path: str) -> Runs:
        if item.conclusion:
            return self._resolve(self._speaker.rich(item.conclusion, f"{path}.conclusion"))
        return _word(kind, item.result, f"{path}.result") if item.result else (blank(f"{path}.conclusion"),)

    def _unit(self, unit: str | None, source: str) -> Runs:
        return (Run(self._naming.abbreviated(self._naming.agency(unit)), source=source),) if unit else ()

    # --- kết quả khảo sát mức độ hài lòng ----------------------------------------------------------

    def survey(self, kind: TableKind) -> list[Values]:
        """Return a row for each level of each survey; several surveys end with their sums one by one."""
        found = surveys_of(self._inspection, self._order.unit)
        rows = []
        for index, figure in found:
            rows += [
                {"index": (Run(str(number)),), **self._level(kind, index, figure, level)}
                for number, level in enumerate(figure.levels, 1)
            ]
            if len(found) > 1 and kind.total:
                rows.append(
                    {name: _bold(runs) for name, runs in self._survey_sum(kind, index, figure).items()}
                )
        return rows

    def survey_total(self, kind: TableKind) -> list[Values]:
        """Return the row of sums of the only survey there is."""
        found = surveys_of(self._inspection, self._order.unit)
        return [self._survey_sum(kind, *found[0])] if len(found) == 1 and kind.total else []

    def _level(self, kind: TableKind, index: int, figure: Survey, level: str) -> Values:
        path = f"figures.{index}.levels.{level}"
        named = figure.level_names.get(level)
        name = (Run(named, source=path),) if named else _word(kind, level, path)
        return {"survey": self._survey_name(index, figure), "level": name, **self._counted(figure, level)}

    def _survey_sum(self, kind: TableKind, index: int, figure: Survey) -> Values:
        label = (Run(kind.total or ""),)
        return {
            "survey": self._survey_name(index, figure),
            "level": label,
            **self._counted(figure, "total"),
            "count%": self._share(figure, "total"),
        }

    def _survey_name(self, index: int, figure: Survey) -> Runs:
        if figure.name:
            return (Run(figure.name, source=f"figures.{index}.name"),)
        return self._unit(figure.unit, f"figures.{index}.unit") if self._order.unit is None else ()

    def _counted(self, figure: Survey, part: str) -> Values:
        source = f"={figure.id}.{part}"
        value = self._figures.quantities((figure.id,))[part].value
        number = (Run(count(value), source=source),) if isinstance(value, int) else (blank(source),)
        return {"count": number, "count%": self._share(figure, part)}

    def _share(self, figure: Survey, part: str) -> Runs:
        """Return a share of all answers as stated, else computed; a dash where nobody answered."""
        found, source = self._figures.quantities((figure.id,)), f"={figure.id}.{part}%"
        value, whole = found[part].value, found["total"].value
        if (stated := found[part].share) is not None:
            return (Run(decimal_text(stated), source=source),)
        if not isinstance(value, int) or not isinstance(whole, int):
            return (blank(source),)
        return (Run(decimal_text(Fraction(value * 100, whole)) if whole else "-", source=source),)

    # --- chỉ tiêu --------------------------------------------------------------------------------

    def indicators(self, kind: TableKind) -> list[Values]:
        """Return a row for each rate that has a name; one of nothing is said as the table words it."""
        return [
            {"index": (Run(str(number)),), **self._indicator(kind, index, figure)}
            for number, (index, figure) in enumerate(indicators_of(self._inspection, self._order.unit), 1)
        ]

    def _indicator(self, kind: TableKind, index: int, figure: Indicator) -> Values:
        found, source = self._figures.quantities((figure.id,)), f"={figure.id}"
        nothing = _word(kind, "nothing", source) if found["denominator"].value == 0 else ()
        comparison = printed(found["comparison"])
        return {
            "name": _text(figure.name, f"figures.{index}.name"),
            "unit": self._unit(figure.unit, f"figures.{index}.unit"),
            "numerator": _number(found["numerator"], f"{source}.numerator"),
            "denominator": _number(found["denominator"], f"{source}.denominator"),
            "rate": nothing or _number(found["rate"], f"{source}.rate"),
            "target": _number(found["target"], f"{source}.target") if figure.target is not None else (),
            "comparison": _text(
                capitalise_first(comparison) if comparison and not nothing else None, f"{source}.comparison"
            ),
        }

    # --- số liệu theo lĩnh vực (biểu II.06a) --------------------------------------------------------

    def fields(self, kind: TableKind) -> list[Values]:
        """Return a row for each field (lĩnh vực), the units that have it added up."""
        return [
            {
                "index": (Run(str(number)),),
                "field": (Run(name, source="figures"),),
                **self._quantities(kind, self._of_field(name), f"={name}"),
            }
            for number, name in enumerate(self._field_names(), 1)
        ]

    def field_total(self, kind: TableKind) -> list[Values]:
        """Return the row of sums over all fields."""
        found = [one for name in self._field_names() for one in self._of_field(name)]
        if not found or not kind.total:
            return []
        return [{"field": (Run(kind.total),), **self._quantities(kind, found, "=all")}]

    def _field_names(self) -> list[str]:
        names: dict[str, str] = {}
        for figure in field_figures(self._inspection, self._order.unit):
            for item in figure.by_field:
                names.setdefault(item.field.casefold(), item.field)
        return list(names.values())

    def _of_field(self, name: str) -> list[Tthc]:
        figures = field_figures(self._inspection, self._order.unit)
        return [found for figure in figures if (found := figure.of_field(name)) is not None]

    @staticmethod
    def _quantities(kind: TableKind, figures: Sequence[Tthc], source: str) -> Values:
        found = added(figures)
        wanted = {column.value for column in kind.columns} - {"index", "field"}
        return {path: _quantity(found, path, f"{source}.{path}") for path in wanted}


def _quantity(found: Quantities, path: str, source: str) -> Runs:
    quantity = found[path.removesuffix("%")]
    if not path.endswith("%"):
        return _number(quantity, source)
    value, whole = quantity.value, found[quantity.base].value
    if not isinstance(value, int) or not isinstance(whole, int):
        return (blank(source),)
    return (Run(decimal_text(Fraction(value * 100, whole)) if whole else "-", source=source),)


def added(figures: Sequence[Tthc]) -> Quantities:
    """Return the quantities of figures added up; an unknown part stays unknown."""
    parts: list[Parts] = [
        {path: value if isinstance(value, int) else None for path, value in figure.parts().items()}
        for figure in figures
    ]
    return combined(figures, parts)


def files_of(inspection: Inspection, unit: str | None) -> list[tuple[int, CheckedFile]]:
    """Return (index, file) of the checked files of one unit, or of all; one of no unit is of the only one."""
    found = list(enumerate(inspection.checked_files))
    return [(index, item) for index, item in found if unit is None or item.unit in (None, unit)]


def surveys_of(inspection: Inspection, unit: str | None) -> list[tuple[int, Survey]]:
    """Return (index, survey) of the surveys at one unit, or of all."""
    return [(index, figure) for index, figure in _of_unit(inspection, unit) if isinstance(figure, Survey)]


def indicators_of(inspection: Inspection, unit: str | None) -> list[tuple[int, Indicator]]:
    """Return (index, rate) of the rates with a name, of one unit or of all."""
    found = _of_unit(inspection, unit)
    return [(index, figure) for index, figure in found if isinstance(figure, Indicator) and figure.name]


def field_figures(inspection: Inspection, unit: str | None) -> list[Tthc]:
    """Return the figures of files that are told by field (lĩnh vực), of one unit or of all."""
    found = _of_unit(inspection, unit)
    return [figure for _, figure in found if isinstance(figure, Tthc) and figure.by_field]


def _of_unit(inspection: Inspection, unit: str | None) -> Iterator[tuple[int, Figure]]:
    for index, figure in enumerate(inspection.figures):
        if unit is None or figure.unit in (None, unit):
            yield index, figure


def _number(quantity: Quantity, source: str) -> Runs:
    value: int | Fraction | Decimal | None = quantity.value
    if value is None:
        return (blank(source),)
    return (Run(count(value) if isinstance(value, int) else decimal_text(value), source=source),)


def _day(day: date | None, source: str) -> Runs:
    return (Run(short_date(day), source=source),) if day else (blank(source),)


def _text(text: str | None, source: str) -> Runs:
    return (Run(text, source=source),) if text else ()


def _word(kind: TableKind, key: str, source: str) -> Runs:
    """Return a word of the table's own; a gap when it has none for it."""
    return (Run(kind.words[key], source=source),) if key in kind.words else (blank(source),)


def _bold(runs: Runs) -> Runs:
    return tuple(replace(run, bold=True) for run in runs)
