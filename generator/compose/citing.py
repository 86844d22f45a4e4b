"""How an act or a paper is cited in words (NĐ 30/2020, PL I, II.6): as a basis, in full, in short.

In a căn cứ a law keeps its name and its date and loses number, symbol and issuer (II.6a); cited in the
body it has its name alone (II.6b).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compose.said_by import blank
from generator.document import Run
from generator.model.paper_kinds import PAPER_KINDS, PaperKind
from generator.wording import capitalise_first, long_date, short_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.model.cited_papers import Paper, UnitPaper
    from generator.model.legal_acts import LegalAct


def act_kind(act: LegalAct) -> PaperKind:
    """Return the kind of an act; one that is not known is called as it was typed."""
    return PAPER_KINDS.get(act.kind, PaperKind(capitalise_first(act.kind), ""))


def act_in_body(act: LegalAct, *, full: bool) -> str:
    """Return an act as the body cites it: in full at first, by kind and number later; a law by its name."""
    kind = act_kind(act)
    short = f"{kind.name} {act.subject or act.number}" if kind.by_name else f"{kind.name} số {act.number}"
    if not full:
        return short
    if act.cite_body or kind.by_name:
        return act.cite_body or short
    day = f" ngày {short_date(act.date)}" if act.date else ""
    return f"{short}{day}{_of(act.issuer)}{_about(kind, act.subject)}"


def act_as_basis(key: str, act: LegalAct) -> Iterator[Run]:
    """Yield an act as a căn cứ names it: "Luật ... ngày 16 tháng 6 năm 2025"; a gap for an unknown date."""
    kind, source = act_kind(act), f"={key}"
    if act.cite_basis:
        yield Run(act.cite_basis, source=source)
        return
    yield Run(f"{kind.name} {act.subject}" if kind.by_name else f"{kind.name} số {act.number}", source=source)
    yield from _day(act.date, f"={key}")
    if not kind.by_name:
        yield Run(f"{_of(act.issuer)}{_about(kind, act.subject)}", source=source)


def paper_as_basis(key: str, paper: Paper | UnitPaper, issuer: str) -> Iterator[Run]:
    """Yield a paper of the inspection as a căn cứ names it, nothing abbreviated."""
    kind = paper_kind(key, paper)
    yield Run(f"{kind.name} số ")
    yield blank(f"{key}.number") if paper.number is None else Run(paper.number, source=f"{key}.number")
    yield from _day(paper.date, f"{key}.date")
    yield Run(_of(issuer))
    if paper.subject is not None:
        yield from (Run(f" {kind.about} "), Run(paper.subject.full, source=f"{key}.subject"))


def paper_kind(key: str, paper: Paper | UnitPaper) -> PaperKind:
    """Return the kind of a paper: as typed, or by the place it stands in (``report-``, ``minutes-``)."""
    name = paper.kind or {"report": "bao-cao", "minutes": "bien-ban", "explanation": "cong-van"}.get(
        key.partition("-")[0], ""
    )
    return PAPER_KINDS.get(name, PaperKind(capitalise_first(name), ""))


def _day(day: date | None, source: str) -> Iterator[Run]:
    if day is not None:
        yield Run(f" {long_date(day)}", source=source)
    else:
        yield from (Run(" ngày "), blank(source))


def _of(issuer: str | None) -> str:
    return f" của {issuer}" if issuer else ""


def _about(kind: PaperKind, subject: str | None) -> str:
    return f" {kind.about} {subject}" if subject else ""
