"""What papers after a conclusion see of it: whose duties are due, how far they are, how they are remedied.

Reminders (công văn đôn đốc), and the plan and the report of an inspected unit (khắc phục).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.compose.letterhead import post_at
from generator.compose.pieces import Citation, Said, said
from generator.compose.said_by import blank, mention, sentence
from generator.compose.tables import in_reading_order, own_unit
from generator.model.paper_kinds import PAPER_KINDS
from generator.model.progress import DONE, PARTLY, STATUSES
from generator.model.recommendations import overdue_from
from generator.wording import capitalise_first, prose_count, short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.compose.naming import Naming
    from generator.compose.order import Order
    from generator.compose.said_by import Speaker
    from generator.model.inspection import Inspection
    from generator.model.progress import Progress
    from generator.model.recommendations import Recommendation

View = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Duty:
    """One recommendation as one of its owners has to carry it out; `index` is its place in the data."""

    index: int
    number: int
    owner: str
    item: Recommendation

    @property
    def path(self) -> str:
        """Where it stands in the data: ``recommendations.3``."""
        return f"recommendations.{self.index}"


def duties(inspection: Inspection, owner: str | None = None) -> list[Duty]:
    """Return the duties in the order of the conclusion, numbered as in its list; of one owner if given."""
    found = [
        Duty(index, number, one, item)
        for number, (index, item) in enumerate(in_reading_order(inspection), 1)
        for one in item.owners
    ]
    return [duty for duty in found if owner is None or duty.owner == owner]


class FollowUp:
    """Builds the values that only papers after a conclusion print."""

    def __init__(self, order: Order, naming: Naming, speaker: Speaker) -> None:
        self._order, self._naming, self._speaker = order, naming, speaker
        self._paper, self._inspection = order.paper, order.inspection

    def context(self) -> View:
        """Return the values by the names that templates use."""
        groups = list(self._groups())
        return {
            "conclusion": self._conclusion(),
            "to": self._to(),
            "head_of_issuer": self._head(),
            "as_of": self._as_of(),
            "turn": str(self._paper.turn) if self._paper.turn and self._paper.turn > 1 else None,
            "reply": self._reply(),
            "enclosed": [
                said(text, f"{self._order.path}.enclosed.{index}")
                for index, text in enumerate(self._paper.enclosed)
            ],
            "due": groups,
            "own": self._own(),
            "other_owners": self._other_owners(),
            "all_owners": self._all_owners(),
            "limitation_count": prose_count(len(self._inspection.findings.limitations)),
            "answers": self._answers(),
        }

    def _conclusion(self) -> View:
        """Return the conclusion as titles name it, by number alone or with its day; gaps for the unknown."""
        typed = self._inspection.conclusion
        kind = PAPER_KINDS[typed.kind].name if typed and typed.kind in PAPER_KINDS else "Thông báo"
        number = _known(typed.number if typed else None, "conclusion.number")
        day = _known(short_date(typed.date) if typed and typed.date else None, "conclusion.date")
        title = said(f"{kind} số ") + number
        issuer = typed.issuer if typed else None
        full = said(f" của {self._naming.full(issuer)}") if issuer else Said([])
        return {
            "title": title,
            "title_full": title + said(" ngày ") + day + full,
            "issuer": mention(issuer) if issuer else Said([blank("conclusion.issuer")]),
            "ours": issuer is not None and self._body(issuer) == self._body(self._order.issuer),
        }

    def _body(self, agency: str | None) -> str | None:
        return self._order.catalogues.body(agency, self._order.day) if agency else None

    def _to(self) -> Said:
        """Return to whom the paper is addressed, as the body names them."""
        path, typed = f"{self._order.path}.addressees", self._paper.addressees
        if len(typed) == 1 and len(typed[0].owners) == 1:
            return mention(self._naming.agency(typed[0].owners[0]), f"{path}.0")
        named = [
            said(one.group or self._naming.listed(one.owners), f"{path}.{i}") for i, one in enumerate(typed)
        ]
        return _together(named) if named else Said([blank(path)])

    def _head(self) -> Said:
        """Return the post at the head of the issuer: "Chủ tịch UBND xã Ví Dụ A"."""
        issuer = self._order.issuer
        leaders = self._order.catalogues.leaders(issuer, self._order.day) if issuer else None
        if issuer is None or leaders is None:
            return said("Người đứng đầu cơ quan, đơn vị")
        return said(post_at(leaders.head, self._naming.abbreviated(issuer)), "issuer")

    def _owners(self) -> tuple[str, ...]:
        """Return those that have duties, each once."""
        return tuple(dict.fromkeys(one for item in self._inspection.recommendations for one in item.owners))

    def _all_owners(self) -> Said:
        owners = self._owners()
        return said(self._naming.listed(owners), "recommendations") if owners else Said([])

    def _other_owners(self) -> Said:
        """Return those that have a part in duties, were not inspected, and are not the issuer."""
        known = {unit.id for unit in self._inspection.inspected_units} | {self._order.issuer}
        helping = [one for item in self._inspection.recommendations for one in item.cooperating]
        others = [one for one in dict.fromkeys((*self._owners(), *helping)) if one not in known]
        named = capitalise_first(self._naming.listed(others)) if others else ""
        return said(named, "recommendations") if named else Said([])

    def _answers(self) -> list[Said]:
        """Return the explanations of the units, as papers that are cited."""
        units = self._inspection.inspected_units
        return [Said([Citation(f"explanation-{unit.id}")]) for unit in units if unit.explanation]

    def _as_of(self) -> Said:
        path = f"{self._order.path}.as_of"
        day = self._paper.as_of
        return said(short_date(day), path) if day else Said([blank(path)])

    def _reply(self) -> View:
        path, typed = f"{self._order.path}.reply", self._paper.reply
        agency = typed.to if typed and typed.to else self._order.issuer
        return {
            "deadline": self._speaker.deadline(typed.deadline if typed else None, f"{path}.deadline"),
            "to": said(self._naming.short(agency), f"{path}.to") if agency else Said([blank("issuer")]),
            "via": said(self._naming.abbreviated(typed.via), f"{path}.via") if typed and typed.via else None,
        }

    # --- reminders ----------------------------------------------------------------------------------

    def _groups(self) -> Iterator[View]:
        """Yield those whose duties are overdue on the day of the reminder, with what is not done yet."""
        due = [duty for duty in duties(self._inspection) if self._is_due(duty)]
        asked = self._asked()
        owners = dict.fromkeys(duty.owner for duty in due)
        for owner in sorted(owners, key=self._rank):
            own = [duty for duty in due if duty.owner == owner]
            late = [duty for duty in own if not self._is_done(duty)]
            if late and (not asked or self._naming.agency(owner) in asked):
                yield self._group(owner, own, late)

    def _group(self, owner: str, own: Sequence[Duty], late: Sequence[Duty]) -> View:
        partly = [duty for duty in late if self._status(duty) == PARTLY]
        return {
            "owner": said(self._naming.abbreviated(self._naming.agency(owner)), "inspected_units"),
            "total": prose_count(len(own)),
            "counts": said(_counts(len(own) - len(late), len(partly), len(late) - len(partly))),
            "late": [self._duty(duty) for duty in late],
        }

    def _asked(self) -> set[str]:
        """Return the agencies the paper is addressed to; none when it does not name them by their keys."""
        return {self._naming.agency(owner) for one in self._paper.addressees for owner in one.owners}

    def _rank(self, owner: str) -> int:
        units = [unit.id for unit in self._inspection.inspected_units]
        return units.index(owner) if owner in units else len(units)

    def _is_due(self, duty: Duty) -> bool:
        conclusion = self._inspection.conclusion
        issued, day = conclusion.date if conclusion else None, self._paper.as_of
        start = overdue_from(duty.item.deadline, issued, self._order.catalogues.calendar)
        return start is not None and day is not None and start <= day

    def _progress(self, duty: Duty) -> Progress | None:
        return duty.item.progress_of(duty.owner, self._paper.as_of)

    def _status(self, duty: Duty) -> str | None:
        found = self._progress(duty)
        return found.status if found else None

    def _is_done(self, duty: Duty) -> bool:
        return self._status(duty) == DONE

    def _duty(self, duty: Duty) -> View:
        """Return one duty: its short text, its deadline, its state in words and with its evidence."""
        item, found = duty.item, self._progress(duty)
        name = "short" if item.short else "text"
        deadline = self._speaker.deadline(item.deadline, f"{duty.path}.deadline")
        ongoing = item.deadline is not None and item.deadline.form == "ongoing"
        state = said(STATUSES[found.status], f"{duty.path}.progress") if found else None
        evidence = self._evidence(duty, found)
        return {
            "id": item.id,
            "number": str(duty.number),
            "text": self._speaker.rich(item.short or item.text, f"{duty.path}.{name}", deadline),
            "deadline": said("thường xuyên", f"{duty.path}.deadline") if ongoing else deadline,
            "done": found is not None and found.status == DONE,
            "told": self._told(duty, state, evidence),
        }

    def _told(self, duty: Duty, state: Said | None, evidence: Said | None) -> Said:
        """Return the state with its evidence; of a duty not reported on that, in one's own report a gap."""
        if state is None:
            own = duty.owner == own_unit(self._order)
            return Said([blank(f"{duty.path}.progress")]) if own else said("chưa báo cáo kết quả")
        return state + said("; ") + evidence if evidence else state

    def _evidence(self, duty: Duty, found: Progress | None) -> Said | None:
        if found is None or found.evidence is None:
            return None
        turn = duty.item.progress.index(found)
        return self._speaker.rich(found.evidence, f"{duty.path}.progress.{turn}.evidence")

    # --- plan and report of a unit ------------------------------------------------------------------

    def _own(self) -> View:
        """Return the issuer's own duties and limitations, as the inspected unit it is."""
        unit = own_unit(self._order)
        own = duties(self._inspection, unit) if unit else []
        views = [self._duty(duty) for duty in own]
        done = [view for view in views if view["done"]]
        open_ = [view for view in views if not view["done"]]
        partly = [duty for duty in own if self._status(duty) == PARTLY]
        return {
            "duties": views,
            "done": done,
            "open": open_,
            "total": prose_count(len(views)),
            "counts": said(_counts(len(done), len(partly), len(open_) - len(partly))),
            "limitations": list(self._limitations(unit)),
            "requests": list(self._requests(unit)),
        }

    def _limitations(self, unit: str | None) -> Iterator[View]:
        for index, item in enumerate(self._inspection.findings.limitations):
            if unit in item.units:
                text = self._speaker.rich(item.text, f"findings.limitations.{index}.text")
                yield {"id": item.id, "text": text}

    def _requests(self, unit: str | None) -> Iterator[Said]:
        for index, item in enumerate(self._inspection.findings.unit_requests):
            if unit in item.units:
                yield sentence(self._speaker.rich(item.text, f"findings.unit_requests.{index}.text"))


def _counts(done: int, partly: int, undone: int) -> str:
    """Return "02 nội dung hoàn thành, 01 nội dung hoàn thành một phần, 01 nội dung chưa hoàn thành"."""
    counted = (("hoàn thành", done), ("hoàn thành một phần", partly), ("chưa hoàn thành", undone))
    return ", ".join(f"{prose_count(number)} nội dung {words}" for words, number in counted if number)


def _known(value: str | None, source: str) -> Said:
    return Said([blank(source)]) if value is None else said(value, source)


def _together(values: Sequence[Said]) -> Said:
    found = values[0]
    for value in values[1:]:
        found = found + said("; ") + value
    return found
