"""What papers that correct an issued one see of it: how it is called, and each place that is corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.compose.pieces import Citation, Said, said
from generator.compose.said_by import blank, mention
from generator.model.inspection import citable
from generator.model.paper_kinds import PAPER_KINDS
from generator.wording import capitalise_first, long_date, short_date

if TYPE_CHECKING:
    from generator.compose.naming import Naming
    from generator.compose.order import Order
    from generator.compose.said_by import Speaker
    from generator.model.cited_papers import Paper, UnitPaper
    from generator.model.corrections import Corrected, Correction

View = dict[str, Any]
_CELL = "o-bang"


def correction_view(order: Order, naming: Naming, speaker: Speaker) -> View | None:
    """Return what a correcting paper says of the corrected one; None for a paper that corrects none."""
    typed = order.paper.corrects
    if typed is None:
        return None
    path = f"{order.path}.corrects"
    reason = speaker.rich(typed.reason, f"{path}.reason") if typed.reason else None
    groups = _groups(typed, path)
    return {
        **_called(order, naming, typed, path),
        "as": typed.instrument,
        "reason": reason,
        "why": reason or Said([blank(f"{path}.reason")]),
        "earlier": [Said([Citation(key)]) for key in typed.earlier],
        "places": [place for group in groups for place in group["places"]],
        "groups": groups,
    }


def _called(order: Order, naming: Naming, typed: Correction, path: str) -> View:
    """Return how the corrected paper is called: by number, by number and day, and all it is cited by."""
    key = typed.cited or ""
    paper = citable(order.inspection).get(key)
    kind = PAPER_KINDS.get(paper.kind or "") if paper else None
    name = kind.name if kind else capitalise_first(paper.kind or "") if paper else "Văn bản"
    called = said(f"{name} số ") + _known(paper.number if paper else None, f"{key or path}.number")
    day = paper.date if paper else None
    issuer = _issuer(order, paper)
    of = said(f" của {naming.full(issuer)}") if issuer else Said([])
    return {
        "name": said(name),
        "called": called,
        "day": _known(short_date(day) if day else None, f"{key or path}.date"),
        "dated": called + said(" ") + _known(long_date(day) if day else None, f"{key or path}.date") + of,
        "issuer": mention(issuer) if issuer else Said([blank(f"{key or path}.issuer")]),
        "subject": said(paper.subject.short, f"{key}.subject") if paper and paper.subject else None,
    }


def _issuer(order: Order, paper: Paper | UnitPaper | None) -> str | None:
    return getattr(paper, "issuer", None) or order.issuer


def _known(text: str | None, source: str) -> Said:
    return said(text, source) if text else Said([blank(source)])


def _groups(typed: Correction, path: str) -> list[View]:
    """Return the places, the cells of one table together, each other place alone."""
    found: list[View] = []
    for index, place in enumerate(typed.places):
        view, last = _item(place, f"{path}.places.{index}"), found[-1] if found else None
        if last and place.action == last["action"] == _CELL and place.where == last["key"]:
            last["places"].append(view)
        else:
            found.append({"action": place.action, "key": place.where, "places": [view]})
    return found


def _item(item: Corrected, path: str) -> View:
    typed = {name: getattr(item, name) for name in ("where", "what", "old", "new")}
    where = [typed["what"], typed["where"]] if item.action == _CELL else [typed["where"]]
    return {
        "action": item.action,
        "stands": said(", ".join(text for text in where if text), f"{path}.where"),
        "page": str(item.page) if item.page else None,
        **{name: said(text, f"{path}.{name}") if text else None for name, text in typed.items()},
    }
