"""What wording templates see: plain values of one inspection, ready to print, with their data paths."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.catalogues.relations import COMMANDS
from generator.compose.pieces import Citation, NumberOf, Said, said
from generator.compose.said_by import basis, blank, cite, mention, sentence
from generator.compose.tables import by_owner, in_reading_order, unit_figures
from generator.document import Run
from generator.model.inspection import SUPERVISION, citable, sessions_of
from generator.model.rich_fields import rich_texts
from generator.rich_text import rich_spans
from generator.wording import (
    MOST_NAMED,
    capitalise_first,
    dates_of_work,
    open_period,
    period,
    prose_count,
    short_date,
    upper,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.compose.naming import Naming
    from generator.compose.said_by import Speaker
    from generator.kinds import Kind
    from generator.model.findings import Limitation, Remark, Strength
    from generator.model.inspected_units import Session
    from generator.model.inspection import Inspection
    from generator.model.issued_papers import IssuedPaper

View = dict[str, Any]
_UNIT_ANNEX = "don-vi"


def together(values: Iterable[Any]) -> Said:
    """Return the values that are there as "a, b và c" (a template's filter)."""
    found = [value for value in _flat(values) if value]
    pieces: list[Any] = []
    for index, value in enumerate(found):
        if index:
            pieces.append(Run(" và " if index == len(found) - 1 else ", "))
        pieces += (value if isinstance(value, Said) else said(str(value))).pieces
    return Said(pieces)


def _flat(values: Iterable[Any]) -> list[Any]:
    return [
        part for value in values for part in (_flat(value) if isinstance(value, (list, tuple)) else [value])
    ]


def upper_said(value: Said | str) -> Said:
    """Return the value in capitals (a template's filter)."""
    pieces = (value if isinstance(value, Said) else said(value)).pieces
    return Said(
        Run(upper(piece.text), piece.bold, piece.italic, piece.source, piece.blank)
        if isinstance(piece, Run)
        else piece
        for piece in pieces
    )


def capital_said(value: Said | str) -> Said:
    """Return the value with a capital at its start (a template's filter)."""
    first, *rest = (value if isinstance(value, Said) else said(value)).pieces or (Run(""),)
    start = replace(first, text=capitalise_first(first.text)) if isinstance(first, Run) else first
    return Said([start, *rest])


FILTERS: dict[str, Callable[..., Said]] = {
    "capital": capital_said,
    "sentence": sentence,
    "together": together,
    "upper": upper_said,
}


class Views:
    """Builds the context of one paper."""

    def __init__(
        self,
        inspection: Inspection,
        naming: Naming,
        speaker: Speaker,
        unit: str | None = None,
        covered_types: Sequence[str] = (),
    ) -> None:
        """See the whole inspection, or what one unit has to do with, with the data paths of the whole.

        `covered_types` are the types of the inspections that a summary covers, each once.
        """
        self._inspection, self._naming, self._speaker = inspection, naming, speaker
        self._only, self._covered_types = unit, covered_types
        self._inspected = [
            (index, item)
            for index, item in enumerate(inspection.inspected_units)
            if unit is None or item.id == unit
        ]
        self._units = [item.id for _, item in self._inspected]

    def context(self, kind: Kind, paper: IssuedPaper, issuer: str | None, annexes: Sequence[str]) -> View:
        """Return every value that the wording of a kind may print."""
        inspection = self._inspection
        return {
            "terms": self._terms(kind),
            "type": inspection.type,
            "method": inspection.method,
            "team": said(inspection.team.name, "team.name"),
            "cite": cite,
            "basis": basis,
            "blank": lambda path: Said([blank(path)]),
            "known": tuple(citable(inspection)),
            "team_founded": inspection.decision is not None and inspection.decision.subject is not None,
            "subject": self._subject(),
            "issuer": mention(issuer, "issuer") if issuer else Said([blank("issuer")]),
            "voice": self._voice(issuer, paper),
            "for_head": self._for_head(issuer, paper),
            "press": inspection.source.kind == "press",
            "authority": said(self._naming.authority_line(issuer), "issuer")
            if issuer
            else Said([blank("issuer")]),
            "decider": self._decider(issuer),
            "ordering": self._orders(issuer),
            "annexes": tuple(annexes),
            "mentioned": self._mentioned(),
            # A summary inspects nobody itself.
            **(self._unit_views(annexes) if self._inspected else {}),
            **self._findings_views(),
            **self._duty_views(issuer),
        }

    def _decider(self, issuer: str | None) -> Said:
        """Return who decides: the collective that issues, or the post at the head of the agency."""
        if issuer is None:
            return Said([blank("issuer")])
        post = self._naming.decider(issuer)
        return said(post, "issuer") if post else mention(issuer, "issuer")

    def _orders(self, issuer: str | None) -> bool:
        """Return whether the issuer orders, by its nature or as the superior of those it asks."""
        if issuer is None:
            return False
        return self._naming.may_order(issuer) or not COMMANDS.isdisjoint(self._verbs(issuer))

    def _verbs(self, issuer: str | None) -> list[str]:
        """Return which words the recommendations use, each once: typed, or by the relation of the two."""
        supervises = self._inspection.type == SUPERVISION
        items = self._inspection.recommendations
        return sorted({self._naming.verb(issuer, item, supervises=supervises) for item in items})

    def _mentioned(self) -> tuple[str, ...]:
        """Return the blocks that the clerk's own texts refer to: ``[[#so-lieu]]``."""
        spans = [span for _, text in rich_texts(self._inspection) for span in rich_spans(text)]
        return tuple({span.reference.block for span in spans if span.reference and span.reference.block})

    def _terms(self, kind: Kind) -> View:
        """Return the words of the inspection's type; those for companies when all units are companies.

        A summary of inspections of one type has the words of that type in place of its own.
        """
        words = kind.data.terms
        own = {**words.get(self._inspection.type, {})}
        if len(self._covered_types) == 1:
            own |= words.get(self._covered_types[0], {})
        companies = self._naming.are_companies(self._units)
        return {**own, **(words.get("doanh-nghiep", {}) if companies else {})}

    def _subject(self) -> View:
        subject = self._inspection.subject
        return {"full": said(subject.full, "subject.full"), "short": said(subject.short, "subject.short")}

    def _voice(self, issuer: str | None, paper: IssuedPaper) -> Said:
        """Return who speaks: the head when the paper is signed for the head (variant 32), else the agency."""
        if issuer is None:
            return Said([blank("issuer")])
        head = self._naming.head(issuer)
        return mention(head if head and self._for_head(issuer, paper) else issuer, "issuer")

    def _for_head(self, issuer: str | None, paper: IssuedPaper) -> bool:
        """Return whether the paper is signed by, for or by order of the head, not for the collective."""
        first = paper.signer.chain[0] if paper.signer.chain else None
        if issuer is None or first is None or first.prefix == "tm":
            return False
        return self._naming.is_head(issuer) or self._naming.head(issuer) is not None

    # --- units, days, sources ----------------------------------------------------------------------

    def _unit_views(self, annexes: Sequence[str]) -> View:
        units = self._inspected
        with_days = [self._unit_with_days(unit.id, index, unit.sessions) for index, unit in units]
        return {
            "units": {
                "listed": self._listed(annexes),
                "named": said(self._naming.listed(self._units), "inspected_units"),
                "full": said(self._naming.listed(self._units, full=True), "inspected_units"),
                "referred": said(self._naming.referred(self._units), "inspected_units"),
                "noun": said(self._naming.noun(self._units)),
                "counted": prose_count(len(self._units)),
                "ids": tuple(self._units),
                "with_days": together(with_days) if all(with_days) and 1 < len(units) <= MOST_NAMED else None,
                "with_details": self._with_details(),
                "without_report": self._without_report(),
            },
            "days": self._days(),
            "period": self._period(),
            "sources": self._sources(),
            "figures": self._figure_sources(),
        }

    def _listed(self, annexes: Sequence[str]) -> Said:
        """Return the units as the opening names them; very many stand in an annex (variant 5)."""
        listed = said(self._naming.listed(self._units), "inspected_units")
        if _UNIT_ANNEX not in annexes:
            return listed
        return listed + Said([Run(" (danh sách tại "), NumberOf(_UNIT_ANNEX), Run(" kèm theo)")])

    def _unit_with_days(self, unit: str, index: int, sessions: Sequence[Session]) -> Said | None:
        days = [session.date for session in sessions if session.date]
        if not days:
            return None
        path = f"inspected_units.{index}.sessions"
        name = said(self._naming.abbreviated(self._naming.agency(unit)), f"inspected_units.{index}.agency")
        return name + said(" (") + said(dates_of_work(days), path) + said(")")

    def _with_details(self) -> Said | None:
        """Return a company with its code and address, as an opening names it (variant 40)."""
        place, unit = self._inspected[0]
        details = [("mã số doanh nghiệp: ", "business_code"), ("địa chỉ: ", "address")]
        known = [(name, field) for name, field in details if getattr(unit, field)]
        if len(self._units) > 1 or not known:
            return None
        value = said(self._naming.listed(self._units), "inspected_units") + said(" (")
        for index, (name, field) in enumerate(known):
            value += said("; " if index else "") + said(name)
            value += said(getattr(unit, field), f"inspected_units.{place}.{field}")
        return value + said(")")

    def _without_report(self) -> list[Said]:
        """Return the units that sent no report although they were asked to (variant 10)."""
        return [
            said(self._naming.abbreviated(unit.agency), f"inspected_units.{index}.no_report")
            for index, unit in self._inspected
            if unit.no_report
        ]

    def _sessions(self) -> list[Session]:
        return sessions_of(self._inspection, self._only)

    def _days(self) -> Said:
        """Return when the team worked; as the source says it when that names no year."""
        typed = [session.date_text for session in self._sessions() if session.date_text]
        if typed:
            return said(typed[0], "sessions")
        days = [session.date for session in self._sessions() if session.date]
        return said(dates_of_work(days), "sessions") if days else said("ngày ") + Said([blank("sessions")])

    def _period(self) -> Said | None:
        typed = self._inspection.period
        if typed is None:
            return None
        if typed.text:
            return said(typed.text, "period.text")
        if typed.start is None:
            return Said([blank("period.from")])
        days = [session.date for session in self._sessions() if session.date]
        if typed.end is None:
            return said(open_period(typed.start, days), "period") if days else Said([blank("period.to")])
        return said(period(typed.start, typed.end), "period")

    def _sources(self) -> list[Said]:
        """Return what the conclusion rests on: reports, minutes, the team's report, explanations."""
        units, found = [unit for _, unit in self._inspected], []
        reporting = [unit.id for unit in units if unit.report]
        if reporting:
            name = self._naming.referred if len(reporting) == len(units) else self._naming.listed
            found.append(said("báo cáo của ") + said(name(reporting), "inspected_units"))
        minutes = [unit for unit in units if unit.minutes]
        if minutes:
            found.append(self._minutes([unit.id for unit in minutes]))
        if self._inspection.team_report:
            found.append(cite("team-report"))
        found += [Said([Citation(f"explanation-{unit.id}")]) for unit in units if unit.explanation]
        return found

    def _minutes(self, units: list[str]) -> Said:
        if len(units) == 1:
            return Said([Citation(f"minutes-{units[0]}")])
        return said(f"{self._naming.minutes} lập tại từng {self._naming.noun(self._units)}")

    def _figure_sources(self) -> View:
        figures = [one for one in unit_figures(self._inspection) if one.unit in self._units]
        known = {unit.id for _, unit in self._inspected if unit.report}
        cut_offs = {figure.as_of for figure in figures}
        day = cut_offs.pop() if len(cut_offs) == 1 else None
        reports = [Said([Citation(f"report-{figure.unit}")]) for figure in figures if figure.unit in known]
        pieces = [piece for index, one in enumerate(reports) for piece in (*_comma(index), *one.pieces)]
        system = self._inspection.data_system
        return {
            "reports": Said(pieces),
            "system": said(system, "data_system") if system else None,
            "as_of": said(short_date(day), f"figures.{figures[0].id}.as_of") if day else None,
        }

    # --- findings ----------------------------------------------------------------------------------

    def _findings_views(self) -> View:
        findings = self._inspection.findings
        return {
            "scopes": self._scopes(),
            "limitations": self._limitation_groups(findings.limitations),
            "spotless": self._spotless(findings.limitations),
            "causes": {
                kind: [
                    {
                        "id": cause.id or f"nguyen-nhan-{index + 1}",
                        "text": self._rich("findings.causes", index, cause.text),
                    }
                    for index, cause in enumerate(findings.causes)
                    if (cause.kind or "khac") == kind and self._concerns(cause.units)
                ]
                for kind in ("khach-quan", "chu-quan", "khac")
            },
            "responsibility": self._remarks("responsibility", findings.responsibility),
            "unit_requests": self._remarks("unit_requests", findings.unit_requests),
            "responses": self._remarks("responses", findings.responses),
        }

    def _rich(self, path: str, index: int, text: str) -> Said:
        return self._speaker.rich(text, f"{path}.{index}.text")

    def _scopes(self) -> list[View]:
        """Return the inspected contents in their order, each with its results; those of none come first."""
        titles = [(None, None), *((scope.id, scope.text) for scope in self._inspection.scope)]
        found = []
        for index, (key, text) in enumerate(titles):
            results = self._results(key)
            if results:
                title = said(text, f"scope.{index - 1}.text") if text else None
                found.append({"id": key, "title": title, "results": results})
        return found

    def _results(self, scope: str | None) -> list[list[Said]]:
        results: list[list[Said]] = []
        strengths: Sequence[Strength] = self._inspection.findings.strengths
        for index, strength in enumerate(strengths):
            if strength.scope != scope or not self._concerns(strength.units):
                continue
            text = self._rich("findings.strengths", index, strength.text)
            if strength.continues and results:
                results[-1].append(text)
            else:
                results.append([text])
        return results

    def _limitation_groups(self, limitations: Sequence[Limitation]) -> list[View]:
        """Return limitations by the units they concern: several units first, then one by one (variant 15)."""
        groups: dict[tuple[str, ...], list[View]] = {}
        for index, limitation in enumerate(limitations):
            if not self._concerns(limitation.units):
                continue
            view = {"id": limitation.id, "text": self._rich("findings.limitations", index, limitation.text)}
            groups.setdefault(limitation.units, []).append(view)
        order = sorted(groups, key=lambda units: (len(units) == 1, self._first_place(units)))
        return [
            {
                "units": said(self._naming.listed(units), "inspected_units") if units else None,
                "found": groups[units],
            }
            for units in order
        ]

    def _first_place(self, units: tuple[str, ...]) -> int:
        return min((self._units.index(unit) for unit in units if unit in self._units), default=-1)

    def _spotless(self, limitations: Sequence[Limitation]) -> list[Said]:
        """Return the units without a limitation, when every limitation names its units (variant 11)."""
        if not limitations or any(not limitation.units for limitation in limitations):
            return []
        named = {unit for limitation in limitations for unit in limitation.units}
        return [
            said(self._naming.abbreviated(self._naming.agency(unit)), f"inspected_units.{index}.agency")
            for index, unit in enumerate(self._units)
            if unit not in named
        ]

    def _remarks(self, name: str, remarks: Sequence[Remark]) -> list[Said]:
        return [
            self._rich(f"findings.{name}", index, remark.text)
            for index, remark in enumerate(remarks)
            if self._concerns(remark.units)
        ]

    def _concerns(self, units: tuple[str, ...]) -> bool:
        """Return whether something said of `units` belongs into a paper about one unit or about all."""
        return self._only is None or not units or self._only in units

    # --- recommendations and organisation ----------------------------------------------------------

    def _duty_views(self, issuer: str | None) -> View:
        return {
            "recommendations": [
                {
                    "owners": self._owners(owners),
                    "duties": [
                        {
                            "id": item.id,
                            "text": self._duty(item.text, item.deadline, f"recommendations.{index}"),
                        }
                        for index, item in group
                    ],
                }
                for owners, group in by_owner(self._inspection)
            ],
            "recommendation_count": prose_count(len(in_reading_order(self._inspection))),
            "verbs": self._verbs(issuer),
            "tasks": [
                self._duty(task.text, task.deadline, f"organisation.{index}", known=task.deadline is not None)
                for index, task in enumerate(self._inspection.organisation)
            ],
        }

    def _owners(self, owners: tuple[str, ...]) -> Said:
        if not owners:
            return Said([blank("recommendations")])
        if owners[0].startswith("="):
            return said(owners[0][1:], "recommendations")
        return said(self._naming.listed(owners), "recommendations")

    def _duty(self, text: str, deadline: Any, path: str, *, known: bool = True) -> Said:
        """Return a duty as a whole sentence, with its deadline if it has or should have one."""
        if not known:
            return sentence(self._speaker.rich(text, f"{path}.text"))
        phrase = self._speaker.deadline(deadline, f"{path}.deadline")
        value = self._speaker.rich(text, f"{path}.text", phrase)
        if "[[deadline]]" not in text.replace(" ", ""):
            value = value + self._speaker.tail(deadline, f"{path}.deadline")
        return sentence(value)


def _comma(index: int) -> list[Run]:
    return [Run(", ")] if index else []
