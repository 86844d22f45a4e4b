"""One inspection as its page shows it: what happened, its papers, figures, findings and duties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.archive.contents import NUMBERED
from generator.archive.rows import duty_anchor, inspection_page, paper_anchor
from generator.archive.texts import subject
from generator.compose.tables import in_reading_order
from generator.issuing.states import AFTER_ISSUE, Step
from generator.reporters.listing import state_of
from generator.wording import capitalise_first, fold_accents, short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.archive.contents import ArchivedPaper
    from generator.archive.gathering import ArchivedInspection
    from generator.archive.saying import Saying
    from generator.catalogues.entries import Catalogues
    from generator.issuing.journal import Event, Journal
    from generator.messages import Messages
    from generator.model.recommendations import Recommendation

_GROUPS = (
    ("strengths", "Kết quả đạt được"),
    ("limitations", "Tồn tại, hạn chế"),
    ("causes", "Nguyên nhân"),
    ("responsibility", "Trách nhiệm"),
    ("unit_requests", "Kiến nghị của đơn vị"),
    ("responses", "Tiếp thu, giải trình"),
)
_DOES = {
    Step.CORRECTED: "Đính chính",
    Step.AMENDED: "Sửa đổi, bổ sung",
    Step.REPLACED: "Thay thế",
    Step.RECALLED: "Thu hồi",
}
_ENDED = frozenset({Step.REPLACED, Step.RECALLED})
_STATES = {"du-thao": "state-draft", "trinh-ky": "state-signing", NUMBERED: "state-numbered"}


@dataclass(frozen=True)
class InspectionView:
    """What is said of one inspection; `inside` tells that it is said in the office only."""

    item: ArchivedInspection
    saying: Saying
    journal: Journal
    inside: bool

    @property
    def messages(self) -> Messages:
        """The words, in Vietnamese."""
        return self.saying.messages

    @property
    def catalogues(self) -> Catalogues:
        """The catalogues of the project."""
        return self.saying.catalogues

    @property
    def title(self) -> str:
        """What the inspection is called on its page: its type and its subject."""
        inspection = self.item.loaded.inspection
        said = f"{self.messages.text(f'type-{inspection.type}')} {inspection.subject.full}"
        return capitalise_first(said)

    @property
    def year(self) -> int | None:
        """The year of the inspection, else that of its first paper; None when neither is known."""
        years = (paper.order.year for paper in self.item.papers)
        return self.item.loaded.inspection.year or next((year for year in years if year), None)

    @property
    def state(self) -> str:
        """Where its papers stand together; outside of the office those that are there."""
        if self.inside:
            return self.messages.text(f"state-{state_of(self.item.loaded.inspection, self.journal)}")
        return "; ".join(dict.fromkeys(self.step(paper)[1] for paper in self.item.papers))

    def units(self) -> list[tuple[str, str]]:
        """Return the agencies of the inspected units, by key and name."""
        one_by_one = self.item.printed.field
        everyone = one_by_one("inspected_units")
        found: dict[str, str] = {}
        for loaded in (self.item.loaded, *(self.item.loaded.covered if self.inside else ())):
            for index, unit in enumerate(loaded.inspection.inspected_units):
                if everyone or one_by_one(f"inspected_units.{index}.agency"):
                    found[unit.agency] = self.saying.agencies([unit.agency])[0]
        return list(found.items())

    def issuers(self) -> list[tuple[str, str]]:
        """Return the agencies that issue its papers, by key and name."""
        keys = [paper.order.issuer for paper in self.item.papers] or [self.item.loaded.inspection.issuer]
        named = [key for key in dict.fromkeys(keys) if key]
        return list(zip(named, self.saying.agencies(named), strict=True))

    def facts(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """Yield (name, values); a value is a link, or "", and its text."""
        inspection = self.item.loaded.inspection
        yield "Mã", [("", inspection.id)]
        yield "Loại", [("", self.messages.text(f"type-{inspection.type}"))]
        if issuers := self.issuers():
            yield "Cơ quan ban hành", [(f"co-quan/{key}.html", name) for key, name in issuers]
        if units := self.units():
            yield "Đơn vị được kiểm tra", [(f"co-quan/{key}.html", name) for key, name in units]
        if year := self.year:
            yield "Năm", [(f"nam/{year}.html", str(year))]
        yield "Trạng thái", [("", self.state)]
        if self.inside and inspection.source.published:
            yield "Nguồn", [("", inspection.source.published)]

    # --- papers -------------------------------------------------------------------------------------

    def paper_title(self, paper: ArchivedPaper) -> str:
        """Return "Thông báo 45/TB-UBND"."""
        return f"{paper.order.kind.data.name} {paper.number}".strip()

    def paper_about(self, paper: ArchivedPaper) -> str:
        """Return what a paper is about, and its day."""
        day = f"ngày {short_date(paper.day)}" if paper.day else ""
        return "; ".join(filter(None, (capitalise_first(subject(paper.document)), day)))

    def step(self, paper: ArchivedPaper) -> tuple[str, str]:
        """Return where a paper stands, by key and in words."""
        name = _STATES.get(paper.state) or f"step-{paper.state}"
        return paper.state, self.messages.text(name)

    def kind(self, paper: ArchivedPaper) -> tuple[str, str]:
        """Return the kind of a paper by key and name; several of one name are one kind to a reader."""
        name = paper.order.kind.data.name
        return "-".join(fold_accents(name).lower().split()), name

    def look(self, paper: ArchivedPaper) -> str:
        """Return how the state of a paper is shown."""
        if paper.state in _ENDED:
            return "het"
        return "co" if paper.state in AFTER_ISSUE else ""

    def links(self, paper: ArchivedPaper) -> Iterator[tuple[str, str, str]]:
        """Yield what other papers did to this one, and what it did to another: words, link, name."""
        if (done := paper.order.paper.corrects) is not None:
            yield _DOES[Step(done.instrument)], *self._other(done.paper)
        for event in self.journal.of(self.item.id, paper.id):
            if event.other:
                said = capitalise_first(self.messages.text(f"step-{event.step}"))
                yield f"{said} bởi", *self._other(event.other.rpartition("/")[2])

    def _other(self, id_: str) -> tuple[str, str]:
        """Return link and name of another paper of the inspection, without a link when it is not here."""
        for paper in self.item.papers:
            if paper.id == id_:
                return f"{inspection_page(self.item.id)}#{paper_anchor(id_)}", self.paper_title(paper)
        return "", "một văn bản không có trong kho này"

    def events(self, paper: ArchivedPaper) -> list[str]:
        """Return the steps of a paper with day and person; outside of the office nothing."""
        if not self.inside:
            return []
        return [self._event(event) for event in self.journal.of(self.item.id, paper.id)]

    def _event(self, event: Event) -> str:
        year, month, day = event.at[:10].split("-")
        person = self.catalogues.people.get(event.by)
        reason = f" ({event.reason})" if event.reason else ""
        step = self.messages.text(f"step-{event.step}")
        return f"{day}/{month}/{year}: {step}, {person.name if person else event.by}{reason}"

    # --- findings and duties ------------------------------------------------------------------------

    def findings(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """Yield (heading, [(units, text)]) of each group that has anything to show."""
        findings = self.item.loaded.inspection.findings
        for name, heading in _GROUPS:
            entries: Sequence[Any] = getattr(findings, name)
            shown = [
                (", ".join(self.saying.agencies(entry.units)), self.saying.rich(entry.text))
                for index, entry in enumerate(entries)
                if self.item.printed.field(f"findings.{name}.{index}.text")
            ]
            if shown:
                yield heading, shown

    def recommendations(self) -> Iterator[tuple[int, Recommendation]]:
        """Yield the duties that may be shown with their place in the data, in the order of the papers."""
        for index, item in in_reading_order(self.item.loaded.inspection):
            if self.item.printed.field(f"recommendations.{index}.text"):
                yield index, item

    def deadline(self, index: int, item: Recommendation) -> str:
        """Return the time limit of a duty; outside of the office only one that a paper prints."""
        if not self.item.printed.field(f"recommendations.{index}.deadline"):
            return ""
        return self.saying.deadline(item.deadline)

    def duty(self, index: int, item: Recommendation) -> dict[str, Any]:
        """Return a duty as the page shows it, without how far it is."""
        owners = [*self.saying.agencies(item.owners), *([item.owners_text] if item.owners_text else [])]
        return {
            "anchor": duty_anchor(item.id),
            "text": self.saying.rich(item.text, item.deadline),
            "owners": ", ".join(owners) or self.messages.text("due-nobody"),
            "deadline": self.deadline(index, item),
        }
