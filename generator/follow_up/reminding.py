"""``remind``: the công văn đôn đốc of those who are late on a day, as an entry of the YAML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.batch import read_one
from generator.covering import with_covered
from generator.diagnostics import Diagnostic, Refused
from generator.follow_up.duties import AsOf, Standing, duties_of
from generator.follow_up.issue_day import IssueDays
from generator.inspection_index import inspection_index
from generator.issuing.store import held
from generator.load import load_catalogues, load_text
from generator.model.names import nearest
from generator.wording import short_date
from generator.workshop import Workshop
from generator.yaml_editing import inserted, read_text, replace_text
from generator.yaml_source import Mapping, plain_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from generator.catalogues.entries import Catalogues
    from generator.follow_up.duties import DueDuty
    from generator.load import Loaded
    from generator.model.issued_papers import IssuedPaper
    from generator.project import Project
    from generator.yaml_source import Plain

_FROM_REMINDER = ("issuer", "signer", "recipients", "drafting_unit", "medium")
_FROM_CONCLUSION = ("issuer", "signer", "drafting_unit", "medium")
_PREFIX = "don-doc"


@dataclass(frozen=True, slots=True)
class AskedReminder:
    """Of which inspection, as of which day; only of these units if any are named; the answer before a day."""

    inspection: str
    day: date
    units: tuple[str, ...] = ()
    reply_before: date | None = None


@dataclass(frozen=True, slots=True)
class Reminded:
    """What was drafted: the paper `id` of `file`, which turn, of whom, and where the file before is kept."""

    id: str
    turn: int
    agencies: tuple[str, ...]
    duties: int
    file: str
    kept: str
    catalogues: Catalogues


def remind(project: Project, asked: AskedReminder) -> Reminded:
    """Draft the letter to those who are late; Refused with what stands against it, and nothing is written.

    UnknownTarget when there is no such inspection.
    """
    with held(project):
        return _Reminding(project, asked).written()


class _Reminding:
    """One reminder being drafted."""

    def __init__(self, project: Project, asked: AskedReminder) -> None:
        self._project, self._asked = project, asked
        self._catalogues = load_catalogues(project)
        self._index = inspection_index(project)
        entry = self._index.wanted([asked.inspection])[0]
        reading = read_one(project, self._catalogues, entry, lambda: self._index)
        if reading.loaded is None:
            raise Refused(reading.diagnostics)
        self._path: Path = entry.path
        self._loaded: Loaded = reading.loaded
        self._inspection = reading.loaded.inspection
        self._workshop = Workshop(project)

    def written(self) -> Reminded:
        """Write the entry behind the other papers."""
        self._refuse_without_conclusion()
        late = self._late()
        owners = list(dict.fromkeys(duty.owner for duty in late))
        entry, turn = self._entry(owners)
        before = read_text(self._path, self._project)
        count = len(self._inspection.documents)
        text = inserted(before.text, ("documents",), count, entry, before.file)
        self._refuse_unless_it_can_be_said(text)
        kept = self._project.shown(replace_text(before, text, self._project))
        agencies = tuple(dict.fromkeys(duty.agency for duty in late))
        return Reminded(str(entry["id"]), turn, agencies, len(late), before.file, kept, self._catalogues)

    def _refuse_without_conclusion(self) -> None:
        """Raise Refused without a conclusion to cite, or of a press reconstruction: none is sent."""
        if self._inspection.source.kind == "press":
            raise self._refused("press-not-issuable", "source")
        if self._inspection.conclusion is None:
            raise self._refused("remind-no-conclusion")

    def _late(self) -> list[DueDuty]:
        """Return the duties the letter will list: they count from the day the YAML gives the conclusion."""
        conclusion = self._inspection.conclusion
        issued = conclusion.date if conclusion else None
        found = duties_of(self._loaded, issued, AsOf(self._asked.day, self._catalogues.calendar))
        every = [duty for duty in found if duty.owner]
        known = {duty.owner: duty.agency for duty in every}
        for unit in self._asked.units:
            if unit not in (*known, *known.values()):
                words = {"text": unit, "near": nearest(unit, known), "known": ", ".join(known), "name": ""}
                raise self._refused("remind-unit-unknown", "recommendations", **words)
        late = [duty for duty in every if duty.standing is Standing.OVERDUE and self._is_meant(duty)]
        if not late:
            raise self._refused("remind-nothing", "recommendations", day=short_date(self._asked.day))
        return late

    def _is_meant(self, duty: DueDuty) -> bool:
        return not self._asked.units or not {duty.owner, duty.agency}.isdisjoint(self._asked.units)

    # --- the entry --------------------------------------------------------------------------------------

    def _entry(self, owners: Sequence[str]) -> tuple[dict[str, Plain], int]:
        """Return the entry and which turn it is; Refused when there is one of that day for them already."""
        kind, earlier = self._kind(), self._earlier(owners)
        for paper in earlier:
            if paper.as_of == self._asked.day:
                told = {"paper": paper.id, "day": short_date(self._asked.day)}
                raise self._refused("remind-already", "documents", **told)
        day, turn = self._asked.day, 1 + max((paper.turn or 1 for paper in earlier), default=0)
        entry: dict[str, Plain] = {"id": self._free_id(), "kind": kind}
        entry |= {"turn": str(turn)} if turn > 1 else {}
        entry |= {"month": str(day.month), "year": str(day.year), "as_of": short_date(day)}
        entry |= {"addressees": [{"owners": list(owners)}]}
        return {**entry, **self._as_before(earlier)}, turn

    @cached_property
    def _kinds(self) -> list[str]:
        """The kinds that remind, as they say themselves."""
        folders = self._workshop.folders
        return [name for name in folders.kinds() if folders.kind(name).data.reminds]

    def _kind(self) -> str:
        """Return the kind of the last reminder, else the first there is."""
        used = [paper.kind for paper in self._reminders()]
        if not (used or self._kinds):
            raise self._refused("remind-no-kind")
        return used[-1] if used else self._kinds[0]

    def _reminders(self) -> list[IssuedPaper]:
        return [paper for paper in self._inspection.documents if paper.kind in self._kinds]

    def _earlier(self, owners: Sequence[str]) -> list[IssuedPaper]:
        """Return the reminders that reached any of these; one that names nobody by a key reached all."""
        agencies = {unit.id: unit.agency for unit in self._inspection.inspected_units}
        wanted = {agencies.get(owner, owner) for owner in owners}

        def reached(paper: IssuedPaper) -> set[str]:
            named = [owner for one in paper.addressees for owner in one.owners]
            return {agencies.get(owner, owner) for owner in named} or wanted

        return [paper for paper in self._reminders() if reached(paper) & wanted]

    def _free_id(self) -> str:
        taken = {paper.id for paper in self._inspection.documents}
        names = (f"{_PREFIX}-{turn}" for turn in range(1, len(taken) + 2))
        return next(name for name in names if name not in taken)

    def _as_before(self, earlier: Sequence[IssuedPaper]) -> dict[str, Plain]:
        """Return signer, recipients and the like of the last reminder, else those of the conclusion's paper.

        Nobody knows the day by which to answer until it is asked for: the draft has a blank there.
        """
        before = (earlier or self._reminders())[-1:]
        names = _FROM_REMINDER if before else _FROM_CONCLUSION
        papers = before or IssueDays(self._project).papers_with_duties(self._inspection)[:1]
        values = self._typed(papers[0]) if papers else {}
        entry = {name: values[name] for name in names if name in values}
        return entry | self._reply(values.get("reply") if before else None)

    def _reply(self, typed: Plain) -> dict[str, Plain]:
        known = typed.items() if isinstance(typed, dict) else ()
        reply = {name: value for name, value in known if name != "deadline"}
        if self._asked.reply_before is not None:
            reply = {"deadline": {"before": short_date(self._asked.reply_before)}, **reply}
        return {"reply": reply} if reply else {}

    def _typed(self, paper: IssuedPaper) -> dict[str, Plain]:
        index = [one.id for one in self._inspection.documents].index(paper.id)
        node = self._loaded.source.node(("documents", index))
        values = node.values if isinstance(node, Mapping) else {}
        return {name: plain_of(value) for name, value in values.items()}

    def _refuse_unless_it_can_be_said(self, text: str) -> None:
        """Read the new text and compose its new paper; raises Refused, so that nothing is written."""
        alone = load_text(text, self._path, self._project, self._catalogues)
        loaded = with_covered(alone, self._index, self._project, self._catalogues)
        paper = loaded.inspection.documents[-1]
        self._workshop.composer(paper.kind)[1].compose(loaded, paper, self._catalogues, paper.stage)

    def _refused(self, code: str, *path: str, **arguments: str) -> Refused:
        return Refused([Diagnostic(code, self._loaded.source.place(path), arguments=arguments)])
