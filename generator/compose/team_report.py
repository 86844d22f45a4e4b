"""What the report of a team tells otherwise than the conclusion: its own words, each unit's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.compose.pieces import Citation, Said, said
from generator.compose.tables import unit_figures
from generator.model.fields import RichText

if TYPE_CHECKING:
    from generator.compose.naming import Naming
    from generator.compose.said_by import Speaker
    from generator.model.figures import Tthc
    from generator.model.inspection import Inspection
    from generator.model.references import FigureBook


def as_reported(inspection: Inspection) -> Inspection:
    """Return the inspection as the team reported it: in its words, before explanations and its own report."""
    findings = inspection.findings
    told = {
        name: tuple(
            item.model_copy(update={"text": item.reported}) if item.reported else item
            for item in getattr(findings, name)
        )
        for name in ("strengths", "limitations")
    }
    units = [unit.model_copy(update={"explanation": None}) for unit in inspection.inspected_units]
    known = {
        "findings": findings.model_copy(update=told),
        "inspected_units": tuple(units),
        "team_report": None,
    }
    return inspection.model_copy(update=known)


class UnitFigures:
    """Builds ``unit_figures``; units of which a quantity is not known are left out."""

    def __init__(self, inspection: Inspection, figures: FigureBook, naming: Naming, speaker: Speaker) -> None:
        self._inspection, self._figures = inspection, figures
        self._naming, self._speaker = naming, speaker

    def views(self) -> list[dict[str, Any]]:
        """Return for each unit its name, the report its figures come from, and its quantities by path."""
        reported = {unit.id for unit in self._inspection.inspected_units if unit.report}
        return [
            {
                "unit": said(
                    self._naming.abbreviated(self._naming.agency(figure.unit or "")), "inspected_units"
                ),
                "report": Said([Citation(f"report-{figure.unit}")]) if figure.unit in reported else None,
                "value": self._values(figure),
            }
            for figure in unit_figures(self._inspection)
            if self._complete(figure)
        ]

    def _complete(self, figure: Tthc) -> bool:
        return all(found.value is not None for found in self._figures.quantities((figure.id,)).values())

    def _values(self, figure: Tthc) -> dict[str, Said]:
        found = self._figures.quantities((figure.id,))
        paths = [*found, *(f"{name}%" for name, quantity in found.items() if quantity.base)]
        return {
            path: self._speaker.rich(RichText(f"[[{figure.id}.{path}]]"), f"={figure.id}") for path in paths
        }
