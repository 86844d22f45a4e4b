"""Số và ngày (NĐ 30/2020, Điều 15): typed into the YAML, and refused where they cannot be right."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from generator.checks.case import Case
from generator.checks.numbering import Numbered, Series, number_hits, number_parts, numbers_of
from generator.diagnostics import Diagnostic, Place, Refused, Severity
from generator.issuing.at_hand import at_hand_beside
from generator.issuing.states import Step
from generator.wording import parse_date, short_date
from generator.yaml_editing import edited, read_text
from generator.yaml_source import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.issuing.at_hand import AtHand
    from generator.issuing.journal import Event, Journal
    from generator.issuing.store import Store

    _Path: TypeAlias = tuple[str | int, ...]


def typed_into_yaml(hand: AtHand, number: str, day: date) -> tuple[bytes, bytes]:
    """Return the YAML as it is, and with number and day in it; what other papers cite gets them too.

    Refused when another number or day is typed there already.
    """
    source = read_text(hand.path, hand.project)
    text = source.text
    for path in (("documents", hand.index), *_cited_as(hand)):
        for name, value in (("number", number), ("date", short_date(day))):
            if value:
                _refuse_typed_otherwise(hand, (*path, name), value)
                text = edited(text, (*path, name), value, source.file)
    return source.data, text.encode()


def _refuse_typed_otherwise(hand: AtHand, path: _Path, value: str) -> None:
    source = hand.loaded.source
    node = source.node(path)
    typed = node.text if isinstance(node, Scalar) else None
    if typed is None or value in (typed.replace(" ", ""), _as_day(typed)):
        return
    if path[0] != "documents" and {typed.replace(" ", ""), _as_day(typed)} & _of_the_replaced(hand):
        return
    arguments = {"typed": typed, "given": value}
    raise Refused([Diagnostic("issue-typed-otherwise", source.place(path), arguments=arguments)])


def _as_day(typed: str) -> str:
    try:
        return short_date(parse_date(typed))
    except ValueError:
        return ""


def _of_the_replaced(hand: AtHand) -> set[str]:
    """Return number and day of the paper whose place in the inspection this one takes."""
    corrects = hand.paper.corrects
    if corrects is None or Step(corrects.instrument) is not Step.REPLACED:
        return set()
    old = at_hand_beside(hand, corrects.paper).paper
    return {old.number or "", short_date(old.date) if old.date else ""}


def _cited_as(hand: AtHand) -> Iterator[_Path]:
    """Yield where the inspection cites the paper, when its number is not typed there."""
    makes, source = hand.kind.data.makes, hand.loaded.source
    if makes is None:
        return
    units = hand.loaded.inspection.inspected_units
    turn = next((turn for turn, unit in enumerate(units) if unit.id == hand.paper.unit), 0)
    path: _Path = (makes.replace("-", "_"),)
    path = ("inspected_units", turn, makes) if makes == "minutes" else path
    if source.node(path) is not None:
        yield path


def told_of_day(hand: AtHand, journal: Journal, day: date, today: date) -> tuple[Diagnostic, ...]:
    """Return what is odd about the day a paper is given; Refused when that day is still to come."""
    if day > today:
        raise hand.told("issue-day-future", "date", day=short_date(day), today=short_date(today))
    signed = next(event for event in reversed(journal.of(*hand.name)) if event.step is Step.SIGNED)
    if day.isoformat() >= signed.at[:10]:
        return ()
    place = hand.loaded.source.place(("documents", hand.index, "date"))
    arguments = {"day": short_date(day), "signed": short_date(date.fromisoformat(signed.at[:10]))}
    return (Diagnostic("issue-day-before-signature", place, Severity.WARNING, arguments),)


def refuse_number(hand: AtHand, store: Store) -> None:
    """Raise Refused for a number that its series has, or that is out of order in it (Điều 15)."""
    by = Series(hand.project.settings.number_series)
    issued = [_numbered(store, event) for event in store.journal.issues()]
    known = [number for number in issued if number is not None]
    new = numbers_of(Case(hand.loaded, hand.paper, hand.catalogues), cited=False)
    before = {(rule, str(said)) for _, rule, _, said in number_hits([known], by)}
    place = hand.loaded.source.place(("documents", hand.index, "number"))
    found = [
        Diagnostic(rule, place, arguments=said)
        for _, rule, _, said in number_hits([[*known, *new]], by)
        if (rule, str(said)) not in before
    ]
    if found:
        raise Refused(found)


def _numbered(store: Store, event: Event) -> Numbered | None:
    record = store.record(event)
    parts = number_parts(record.entry.number)
    if parts is None:
        return None
    place, day = Place(event.folder), date.fromisoformat(record.entry.day)
    return Numbered(place, record.entry.number, parts.number, day, record.series[0], parts.kind, own=True)
