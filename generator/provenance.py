"""The data one paper was made from, as one YAML text: its file and the catalogue entries it names."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from generator.model.filled_text import FilledText
from generator.model.recommendations import uses_calendar
from generator.model.rich_fields import rich_texts
from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

    from generator.catalogues.entries import Catalogues
    from generator.load import Loaded
    from generator.model.inspection import Inspection
    from generator.spreadsheet.figures import ReadRange


class UsedEntries(NamedTuple):
    """The keys of catalogue entries that one inspection uses."""

    agencies: frozenset[str]
    people: frozenset[str]
    acts: frozenset[str]


def used_data(loaded: Loaded, catalogues: Catalogues) -> bytes:
    """Return the inspection's file as it is, and behind ``---`` the catalogue entries it uses.

    What figures took from spreadsheets stands there too, with the sha256 of each file. Of a summary the
    files of the inspections it covers stand between the two, each behind ``---``.
    """
    everything = (loaded, *loaded.covered)
    used, phrases = used_entries(loaded, catalogues), _phrases(one.inspection for one in everything)
    entries = {
        "agencies": [_dump(entry) for key, entry in catalogues.agencies.items() if key in used.agencies],
        "people": [_dump(entry) for key, entry in catalogues.people.items() if key in used.people],
        "legal_bases": [_dump(entry) for key, entry in catalogues.legal_acts.items() if key in used.acts],
    }
    if phrases:
        entries["phrases"] = phrases
    if any(_counts_working_days(one.inspection) for one in everything):
        entries["calendar"] = [_dump(span) for span in catalogues.calendar.spans]
    if spreadsheets := [item for one in everything for item in one.spreadsheets]:
        entries["spreadsheets"] = [_read(item) for item in spreadsheets]
    text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=110)
    files = [one.source.text.rstrip() for one in everything]
    return "\n---\n".join([*files, text]).encode()


def _counts_working_days(inspection: Inspection) -> bool:
    return any(uses_calendar(item.deadline) for item in inspection.recommendations)


def _phrases(inspections: Iterable[Inspection]) -> list[dict[str, Any]]:
    """Return the phrases that are used, each with the versions in use."""
    used: dict[str, dict[int, FilledText]] = {}
    for _, text in (found for one in inspections for found in rich_texts(one)):
        if isinstance(text, FilledText):
            used.setdefault(text.phrase.id, {})[text.version.version] = text
    found = []
    for _, texts in sorted(used.items()):
        versions = [_dump(text.version) for _, text in sorted(texts.items())]
        phrase = next(iter(texts.values())).phrase
        found.append(_dump(phrase) | {"versions": versions})
    return found


def used_entries(loaded: Loaded, catalogues: Catalogues) -> UsedEntries:
    """Return which entries of the catalogues an inspection names, and those they take something from.

    A summary uses what the inspections it covers use.
    """
    inspections = [one.inspection for one in (loaded, *loaded.covered)]
    typed = [one.model_dump(by_alias=True) for one in inspections]
    named = {*_texts(typed), *_texts(_phrases(inspections))}
    people = [person for key, person in catalogues.people.items() if key in named]
    at_home = {held.agency for person in people for held in person.held_on(None) if held.agency}
    return UsedEntries(
        frozenset(_with_those_above(named | at_home, catalogues)),
        frozenset(person.id for person in people),
        frozenset(named & catalogues.legal_acts.keys()),
    )


def _read(item: ReadRange) -> dict[str, Any]:
    """Return what a figure took from a spreadsheet, and the sha256 of that file."""
    sheet = {"sheet": item.sheet} if item.sheet else {}
    return {
        "figure": item.figure,
        "file": item.file,
        **sheet,
        "sha256": item.sha256,
        "values": dict(item.values),
    }


def _with_those_above(named: set[str], catalogues: Catalogues) -> set[str]:
    """Return the agencies that are named, their heads, and every agency those take something from."""
    waiting = [key for key, entry in catalogues.agencies.items() if key in named or entry.head_of in named]
    found: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += catalogues.agencies[key].above()
    return found


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield str(value)
        for part in value.replace("[[", "]]").split("]]"):
            yield part.strip()
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _texts(part)


def _dump(entry: BaseModel) -> dict[str, Any]:
    """Return an entry as YAML can hold it, dates as clerks type them."""
    return {name: _typed(value) for name, value in entry.model_dump(exclude_defaults=True).items()}


def _typed(value: Any) -> Any:
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, (list, tuple)):
        return [_typed(part) for part in value]
    if isinstance(value, dict):
        return {name: _typed(part) for name, part in value.items()}
    return value
