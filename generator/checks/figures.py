"""Arithmetic of typed figures: sums, parts, shares, impossible values (A1 to A11 of the catalogue).

Nothing is corrected: a check says what was stated, what is computed, and what lies between.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from generator.checks.answers import Answer, Hit, NotApplicable
from generator.model.figures import Breakdown, Feedback, Indicator, Reduction, Sample, Survey, Tthc
from generator.model.references import BadReference
from generator.model.rich_fields import rich_texts
from generator.wording import count, parse_count, parse_percent, percent, percent_of, round_half_up, share

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.checks.answers import DataPath
    from generator.checks.case import Case
    from generator.model.figures import Figure, Quantities

_GROUPS = {
    "received": ("online", "in_person_post", "carried_over"),
    "settled": ("early", "on_time", "overdue"),
    "pending": ("in_time", "overdue"),
}
_OVERDUE_CLAIM = re.compile(r"không (?:có|còn)[^.;]{0,30}(?:quá|trễ|chậm) hạn", re.IGNORECASE)
Whole: TypeAlias = "tuple[DataPath, str, int, dict[str, int | None]]"


def _each(case: Case, kind: type) -> Iterator[tuple[int, Figure]]:
    for index, figure in enumerate(case.inspection.figures):
        if isinstance(figure, kind):
            yield index, figure


def name(case: Case, figure: Figure) -> str:
    """Return what messages call a figure: its own name, its unit's, or its id."""
    if figure.name:
        return figure.name
    agencies = {unit.id: unit.agency for unit in case.inspection.inspected_units}
    if figure.unit in agencies:
        known = case.catalogues.name(agencies[figure.unit], case.day)
        return known.abbreviated or known.full
    return figure.id


def wholes(case: Case) -> Iterator[Whole]:
    """Yield (path of the total, name, stated total, its parts) for each total that was typed."""
    for index, figure in _each(case, Tthc):
        for group, names in _GROUPS.items():
            record = getattr(figure, group)
            if record.total is not None:
                parts = {part: getattr(record, part) for part in names}
                yield ("figures", index, group, "total"), name(case, figure), record.total, parts
    for index, figure in _each(case, (Breakdown, Survey)):  # type: ignore[arg-type]
        if isinstance(figure, (Breakdown, Survey)) and figure.total is not None:
            parts = dict(figure.of if isinstance(figure, Breakdown) else figure.levels)
            yield ("figures", index, "total"), name(case, figure), figure.total, parts
    for index, figure in _each(case, Feedback):
        if isinstance(figure, Feedback) and figure.received is not None:
            parts = {part: getattr(figure, part) for part in ("on_time", "late", "pending")}
            yield ("figures", index, "received"), name(case, figure), figure.received, parts


def _arguments(label: str, total: int, parts: list[int]) -> dict[str, str | int]:
    gap = total - sum(parts)
    return {
        "name": label,
        "parts": " + ".join(count(part) for part in parts),
        "sum": count(sum(parts)),
        "total": count(total),
        "gap": count(abs(gap)),
        "share": percent_of(abs(gap), total) or "",
    }


def _found(hits: list[Hit], *, any_looked_at: bool) -> Answer:
    return hits if any_looked_at else NotApplicable()


def sums(case: Case) -> Answer:
    """A1: a stated total equals the sum of its parts, when all of them are stated."""
    looked, hits = False, []
    for path, label, total, parts in wholes(case):
        known = [value for value in parts.values() if value is not None]
        if not parts or len(known) < len(parts) or (_partial(case, path) and sum(known) < total):
            continue
        looked = True
        if sum(known) != total:
            hits.append(Hit(path, _arguments(label, total, known)))
    for path, label, total, balanced in _balances(case):
        looked = True
        if total != sum(balanced):
            hits.append(Hit(path, _arguments(label, total, balanced)))
    for path, label, total, found in _by_field(case):
        looked = True
        if total != sum(found):
            hits.append(Hit(path, _arguments(label, total, found)))
    return _found(hits, any_looked_at=looked)


def _by_field(case: Case) -> Iterator[tuple[DataPath, str, int, list[int]]]:
    """Yield what a unit has in all against what its fields (lĩnh vực) have, quantity by quantity."""
    for index, figure in _each(case, Tthc):
        whole = case.figures.quantities((figure.id,))
        told = [figure.of_field(item.field) for item in figure.by_field] if isinstance(figure, Tthc) else []
        parts = [one.derive(_known(one)) for one in told if one is not None]
        for path in (name for name in whole if parts and "." in name):
            total, values = whole[path].value, [part[path].value for part in parts]
            known = [value for value in values if isinstance(value, int)]
            if isinstance(total, int) and len(known) == len(values) and path != "received.new":
                yield ("figures", index, "by_field"), f"{name(case, figure)}, {path}", total, known


def _known(figure: Tthc) -> dict[str, int | None]:
    return {path: value if isinstance(value, int) else None for path, value in figure.parts().items()}


def _partial(case: Case, path: DataPath) -> bool:
    """Return whether the parts need not be all there are: a breakdown names what it names."""
    return isinstance(case.inspection.figures[int(path[1])], Breakdown)


def _balances(case: Case) -> Iterator[tuple[DataPath, str, int, list[int]]]:
    """Yield received against settled and pending, where all three are known."""
    for index, figure in _each(case, Tthc):
        found = case.figures.quantities((figure.id,))
        values = [found[f"{group}.total"].value for group in _GROUPS]
        if all(isinstance(value, int) for value in values):
            received, settled, pending = (int(value) for value in values if value is not None)
            yield ("figures", index, "received"), name(case, figure), received, [settled, pending]


def missing_parts(case: Case) -> Answer:
    """A2: a stated total is explained by its stated parts; what lies between is named."""
    looked, hits = False, []
    for path, label, total, parts in wholes(case):
        known = [value for value in parts.values() if value is not None]
        open_ended = len(known) < len(parts) or _partial(case, path)
        if not any(known) or not open_ended:
            continue  # parts of 0 alone ("no overdue files") explain nothing, and need not
        looked = True
        if sum(known) < total:
            hits.append(Hit(path, _arguments(label, total, known)))
    for path, label, total, known in _settled_of_received(case):
        looked = True
        if sum(known) < total:
            hits.append(Hit(path, _arguments(label, total, known)))
    return _found(hits, any_looked_at=looked)


def _settled_of_received(case: Case) -> Iterator[tuple[DataPath, str, int, list[int]]]:
    """Yield received against the parts of settled, where neither settled as a whole nor pending is stated."""
    for index, figure in _each(case, Tthc):
        if not isinstance(figure, Tthc) or figure.received.total is None or figure.settled.total is not None:
            continue
        known = [value for part in _GROUPS["settled"] if (value := getattr(figure.settled, part)) is not None]
        if any(known) and all(
            getattr(figure.pending, part) is None for part in ("in_time", "overdue", "total")
        ):
            yield ("figures", index, "received", "total"), name(case, figure), figure.received.total, known


def silent_remainder(case: Case) -> Answer:
    """A3: received more than settled, and the pending files are not stated."""
    looked, hits = False, []
    for index, figure in _each(case, Tthc):
        if not isinstance(figure, Tthc):
            continue
        received, settled = figure.received.total, figure.settled.total
        if received is None or settled is None:
            continue
        looked = True
        silent = all(getattr(figure.pending, part) is None for part in ("in_time", "overdue", "total"))
        if silent and received > settled:
            arguments = {
                "name": name(case, figure),
                "received": count(received),
                "settled": count(settled),
                "gap": count(received - settled),
            }
            hits.append(Hit(("figures", index), arguments))
    return _found(hits, any_looked_at=looked)


# --- shares --------------------------------------------------------------------------------------------


def stated_shares(case: Case) -> Iterator[tuple[DataPath, str, Decimal, int, int]]:
    """Yield (path, name, stated share, part, whole) of every share that was typed and can be computed."""
    for index, figure in enumerate(case.inspection.figures):
        found = case.figures.quantities((figure.id,))
        for path, share_path, stated in _typed_shares(figure):
            base = found[path].base
            part, whole = found[path].value, found[base].value if base in found else None
            if isinstance(part, int) and isinstance(whole, int) and whole:
                yield ("figures", index, *share_path), name(case, figure), stated, part, whole


def _typed_shares(figure: Figure) -> Iterator[tuple[str, DataPath, Decimal]]:
    """Yield (quantity, path of the share below the figure, stated share)."""
    if isinstance(figure, Tthc):
        for part in _GROUPS["settled"]:
            if (stated := getattr(figure.shares, part)) is not None:
                yield f"settled.{part}", ("shares", part), stated
    elif isinstance(figure, (Breakdown, Survey)):
        for part, stated in figure.shares.items():
            yield part, ("shares", part), stated
    elif isinstance(figure, Indicator) and figure.rate is not None:
        yield "numerator", ("rate",), figure.rate
    elif isinstance(figure, Reduction) and figure.share is not None:
        yield "cut", ("share",), figure.share


def shares(case: Case) -> Answer:
    """A4: a stated share is what its numerator and denominator give, at the precision stated."""
    stated = list(stated_shares(case))
    hits = []
    for path, label, typed, part, whole in stated:
        places = max(0, -int(typed.as_tuple().exponent))
        right = share(part, whole, places)
        if right != typed:
            arguments = {
                "name": label,
                "stated": percent(typed, places),
                "part": count(part),
                "whole": count(whole),
                "right": percent(right or 0, max(places, 2) if places == 0 else places),
                "other": percent_of(whole - part, whole) or "",
            }
            if places == 0:
                arguments["right"] = percent_of(part, whole) or ""
            hits.append(Hit(path, arguments))
    return _found(hits, any_looked_at=bool(stated))


def bases(case: Case) -> Answer:
    """A5: shares of one kind are taken of the same whole."""
    typed = [
        (index, figure.shares.base)
        for index, figure in _each(case, Tthc)
        if isinstance(figure, Tthc) and any(getattr(figure.shares, part) for part in _GROUPS["settled"])
    ]
    if len(typed) < 2:
        return NotApplicable()
    different = len({base for _, base in typed}) > 1
    return [Hit(("figures", typed[-1][0], "shares", "base"))] if different else []


def hundred(case: Case) -> Answer:
    """A6: the stated shares of one whole add up to 100 %, give or take their rounding."""
    looked, hits = False, []
    for index, figure in enumerate(case.inspection.figures):
        typed = [stated for _, _, stated in _typed_shares(figure)]
        parts = len(_GROUPS["settled"]) if isinstance(figure, Tthc) else len(getattr(figure, "levels", ()))
        if len(typed) < 2 or len(typed) != parts:
            continue
        looked = True
        if abs(sum(typed, Decimal(0)) - 100) > Decimal("0.01") * (len(typed) - 1):
            arguments = {"name": name(case, figure), "sum": percent(sum(typed, Decimal(0)))}
            hits.append(Hit(("figures", index, "shares"), arguments))
    return _found(hits, any_looked_at=looked)


def impossible(case: Case) -> Answer:
    """A7: no part is larger than its whole, no share above 100 %, nothing "reduced" to more."""
    hits = []
    for path, label, total, parts in wholes(case):
        larger = [value for value in parts.values() if value is not None and value > total]
        hits += [Hit(path, {"name": label, "part": count(value), "whole": count(total)}) for value in larger]
    for index, figure in enumerate(case.inspection.figures):
        hits += [
            Hit(("figures", index), {"name": name(case, figure), **found}) for found in _absurd(figure, case)
        ]
    return _found(hits, any_looked_at=bool(case.inspection.figures))


def _absurd(figure: Figure, case: Case) -> Iterator[dict[str, str]]:
    if isinstance(figure, Reduction) and figure.after > figure.before:
        yield {"part": count(figure.after), "whole": count(figure.before)}
    if isinstance(figure, (Indicator, Sample)):
        found = case.figures.quantities((figure.id,))
        for part, whole in (("numerator", "denominator"), ("passed", "checked"), ("failed", "checked")):
            first = found[part].value if part in found else None
            second = found[whole].value if whole in found else None
            if isinstance(first, int) and isinstance(second, int) and first > second:
                yield {"part": count(first), "whole": count(second)}
    for _, _, stated in _typed_shares(figure):
        if stated > 100:
            yield {"part": percent(stated), "whole": "100%"}


def claims(case: Case) -> Answer:
    """A8: "no overdue files" is said only of figures that add up without a remainder."""
    broken = {
        int(hit.path[1]): hit
        for answer in (sums(case), missing_parts(case))
        if isinstance(answer, list)
        for hit in answer
    }
    looked, hits = False, []
    for path, text in rich_texts(case.inspection):
        if not _OVERDUE_CLAIM.search(text):
            continue
        looked = True
        for index, hit in broken.items():
            if f"[[{case.inspection.figures[index].id}." in text:
                hits.append(Hit(path, {**hit.arguments, "problem": "remainder"}))
    return _found(hits, any_looked_at=looked)


def precision(case: Case) -> Answer:
    """A9: comparable rates of one paper have the same number of decimals."""
    typed = [
        (index, figure.rate)
        for index, figure in _each(case, Indicator)
        if isinstance(figure, Indicator) and figure.rate is not None
    ]
    if len(typed) < 2:
        return NotApplicable()
    places = {max(0, -int(rate.as_tuple().exponent)) for _, rate in typed}
    rates = ", ".join(percent(rate, max(0, -int(rate.as_tuple().exponent))) for _, rate in typed)
    return [Hit(("figures", typed[0][0], "rate"), {"rates": rates})] if len(places) > 1 else []


def points(case: Case) -> Answer:
    """A10: the difference of two rates is told in percentage points, not in percent."""
    differences = [
        (index, figure.difference, figure.rate)
        for index, figure in _each(case, Indicator)
        if isinstance(figure, Indicator) and figure.difference is not None
    ]
    return _found(
        [
            Hit(
                ("figures", index, "difference"),
                {
                    "difference": percent(gap),
                    "points": str(percent(gap)).removesuffix("%"),
                    "rate": percent(rate) if rate is not None else "",
                },
            )
            for index, gap, rate in differences
        ],
        any_looked_at=any(isinstance(figure, Indicator) for figure in case.inspection.figures),
    )


def other_papers(case: Case) -> Answer:
    """A11: what a unit's own report states is what its figures give."""
    looked, hits = False, []
    for index, figure in enumerate(case.inspection.figures):
        found = case.figures.quantities((figure.id,))
        for path, stated in figure.stated.items():
            looked = True
            computed = _computed(found, path, case, figure.id)
            if computed is not None and computed != _parsed(stated, path):
                shown = percent(computed) if path.endswith("%") else count(int(computed))
                arguments = {
                    "problem": "stated",
                    "name": name(case, figure),
                    "field": path,
                    "stated": stated,
                    "right": shown,
                }
                hits.append(Hit(("figures", index, "stated", path), arguments))
    return _found(hits, any_looked_at=looked)


def _parsed(stated: str, path: str) -> Decimal:
    return parse_percent(stated) if path.endswith("%") else Decimal(parse_count(stated))


def _computed(found: Quantities, path: str, case: Case, figure: str) -> Decimal | None:
    quantity = found.get(path.removesuffix("%"))
    if quantity is None or not isinstance(quantity.value, int):
        return None
    if not path.endswith("%"):
        return Decimal(quantity.value)
    try:
        whole = case.figures.quantities((figure,))[quantity.base].value
    except (KeyError, BadReference):
        return None
    return round_half_up(share(quantity.value, whole) or 0) if isinstance(whole, int) and whole else None


CHECKS: Mapping[str, Callable[[Case], Answer]] = {
    "A1": sums,
    "A2": missing_parts,
    "A3": silent_remainder,
    "A4": shares,
    "A5": bases,
    "A6": hundred,
    "A7": impossible,
    "A8": claims,
    "A9": precision,
    "A10": points,
    "A11": other_papers,
}
