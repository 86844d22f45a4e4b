"""What papers that correct an issued one see of it: how it is called, and each place that is corrected."""

from __future__ import annotations

import re
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
_FIGURE = re.compile(r"[0-9][0-9.,]*%?|-")


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


def correction_called(order: Order, naming: Naming) -> Said:
    """Return the corrected paper by kind and number: "Thông báo số 45/TB-UBND"."""
    typed = order.paper.corrects
    if typed is None:
        return Said([])
    called: Said = _called(order, naming, typed, f"{order.path}.corrects")["called"]
    return called


def cells_of_group(order: Order, number: int) -> list[tuple[str, Corrected]]:
    """Return the cells of a group of places, with the data path of each; none when it is no group of cells.

    Groups are counted from 1, as the loop of a template counts them.
    """
    typed = order.paper.corrects
    groups = _grouped(typed) if typed else []
    group = groups[number - 1] if 0 < number <= len(groups) else []
    path = f"{order.path}.corrects.places"
    return [(f"{path}.{index}", place) for index, place in group if place.action == _CELL]


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
    return [
        {
            "action": group[0][1].action,
            "figures": all(_is_figure(place) for _, place in group),
            "places": [_item(place, f"{path}.places.{index}") for index, place in group],
        }
        for group in _grouped(typed)
    ]


def _grouped(typed: Correction) -> list[list[tuple[int, Corrected]]]:
    found: list[list[tuple[int, Corrected]]] = []
    for index, place in enumerate(typed.places):
        before = found[-1][-1][1] if found else None
        if before and place.action == before.action == _CELL and place.where == before.where:
            found[-1].append((index, place))
        else:
            found.append([(index, place)])
    return found


def _is_figure(place: Corrected) -> bool:
    """Return whether one figure of a table becomes another one."""
    typed = (place.old or "", place.new or "")
    return place.action == _CELL and all(_FIGURE.fullmatch(text) for text in typed)


def _item(item: Corrected, path: str) -> View:
    typed = {name: getattr(item, name) for name in ("where", "what", "old", "new")}
    where = [typed["what"], typed["where"]] if item.action == _CELL else [typed["where"]]
    return {
        "action": item.action,
        "stands": said(", ".join(text for text in where if text), f"{path}.where"),
        "page": str(item.page) if item.page else None,
        **{name: said(text, f"{path}.{name}") if text else None for name, text in typed.items()},
    }
