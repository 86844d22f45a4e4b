"""Two versions of an inspection compared: fields first, then what they do to figures and to each paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from generator.diagnostics import Place
from generator.differences.fields import field_named
from generator.differences.figures_moved import figures_moved
from generator.differences.paper_difference import Compared, compared_papers
from generator.differences.printing import Printer
from generator.differences.spelling import only_spelling
from generator.differences.tree import Comparison, Spot, found
from generator.differences.trial import CATALOGUES
from generator.differences.values import Change, ChangeKind, Differences, Nature, Side, Step, Version
from generator.model.fields import RichText
from generator.model.recommendations import Deadline
from generator.provenance import used_entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from generator.differences.paper_difference import Compose
    from generator.differences.tree import Found
    from generator.yaml_source import DataPath

# Where the entries stand in `Catalogues` → what their file calls them, and the file.
_FILES = {
    "agencies": ("agencies", "agencies.yaml"),
    "people": ("people", "people.yaml"),
    "legal_acts": ("legal_bases", "legal-bases.yaml"),
    "kinds": ("kinds", "agency-kinds.yaml"),
    "levels": ("levels", "levels.yaml"),
}
_TEXTS = (Nature.FINDING, Nature.OBLIGATION)
_Sides: TypeAlias = tuple[Printer, Printer]


def differences(old: Version, new: Version, compose: Compose, paper: str | None = None) -> Differences:
    """Return everything that differs; with `paper` only what concerns this paper of the inspection.

    `compose` makes a paper of a version in a stage; where it raises `Refused`, the paper says why.
    """
    every = list(_found(old, new, paper))
    sides = (Printer(old), Printer(new))
    changes = [_change(item, sides, new.catalogues.words) for item in every]
    papers = compared_papers(Compared(old, new, compose), list(zip(every, changes, strict=True)), paper)
    reached = {one.path: papers.reached(index) for index, one in enumerate(changes)}
    return Differences(
        inspection=new.loaded.inspection.id,
        old_file=old.file,
        new_file=new.loaded.source.file,
        changes=tuple(replace(one, papers=reached[one.path]) for one in changes),
        figures=figures_moved(old.loaded, new.loaded),
        papers=papers.papers,
    )


def field_changes(old: Version, new: Version, paper: str | None = None) -> tuple[Change, ...]:
    """Return the fields that differ, without their effects; with `paper` none of the other papers' own."""
    sides = (Printer(old), Printer(new))
    return tuple(_change(item, sides, new.catalogues.words) for item in _found(old, new, paper))


def _found(old: Version, new: Version, paper: str | None) -> Iterator[Found]:
    walk = Comparison(old.loaded.source, new.loaded.source)
    for item in walk.records(old.loaded.inspection, new.loaded.inspection, Spot()):
        names = [step.name for step in item.spot.steps[:2]]
        if paper is None or names[0] != "documents" or names[1:] in ([], [paper]):
            yield item
    yield from _photographs(old, new)
    yield from _catalogues(old, new)


def _photographs(old: Version, new: Version) -> Iterator[Found]:
    """Yield the photographs whose file kept its name and not its content."""
    before = {
        photo.file: image.data
        for photo, image in zip(
            old.loaded.inspection.attachments.photos, old.loaded.photographs, strict=False
        )
    }
    photos = zip(new.loaded.inspection.attachments.photos, new.loaded.photographs, strict=False)
    for index, (photo, image) in enumerate(photos):
        if before.get(photo.file, image.data) != image.data:
            spot = Spot().to_field(type(new.loaded.inspection), "attachments")
            spot = spot.to_field(type(new.loaded.inspection.attachments), "photos")
            spot = spot.to_item(photo, index, index).to_field(type(photo), "file")
            yield found(ChangeKind.CHANGED, spot, photo.file, photo.file)


def _catalogues(old: Version, new: Version) -> Iterator[Found]:
    """Yield what differs in the entries that both versions use: what only one uses, its fields tell."""
    first, second = _used(old), _used(new)
    for attribute, (name, _) in _FILES.items():
        before, after = getattr(old.catalogues, attribute), getattr(new.catalogues, attribute)
        for key in after:
            if key in before and key in first[attribute] & second[attribute]:
                steps = (Step(CATALOGUES), Step(name), Step(key, item=type(after[key]).__name__))
                at: DataPath = (CATALOGUES, attribute, key)
                yield from Comparison().records(before[key], after[key], Spot(steps, at, at))


def _used(version: Version) -> dict[str, frozenset[str]]:
    """Return which entries a version uses, with the kinds and levels of its agencies."""
    known = version.catalogues
    used = used_entries(version.loaded, known)
    agencies = [known.agencies[key] for key in used.agencies]
    kinds = frozenset(one.kind for one in agencies)
    levels = {one.level for one in agencies} | {known.kinds[key].level for key in kinds if key in known.kinds}
    return {
        "agencies": used.agencies,
        "people": used.people,
        "legal_acts": used.acts,
        "kinds": kinds,
        "levels": frozenset(key for key in levels if key),
    }


# --- a change ----------------------------------------------------------------------------------------


def _change(item: Found, sides: _Sides, own_words: frozenset[str]) -> Change:
    nature, spelling = item.spot.nature, _is_spelling(item, own_words)
    if spelling or (item.kind is ChangeKind.MOVED and nature is not Nature.RECORD):
        nature = Nature.FORM
    old, new = _side(item, sides[0], old=True), _side(item, sides[1], old=False)
    return Change(
        item.spot.path,
        item.kind,
        nature,
        item.spot.steps,
        None if item.kind is ChangeKind.ADDED else old,
        None if item.kind is ChangeKind.REMOVED else new,
        spelling=spelling,
        by=_by(item),
    )


def _is_spelling(item: Found, own_words: frozenset[str]) -> bool:
    """Return whether a change of a text is one of spelling: of running text, or of its capitals and marks."""
    old, new = item.old, item.new
    if item.kind is not ChangeKind.CHANGED or not isinstance(old, str) or not isinstance(new, str):
        return False
    prose = isinstance(new, RichText) or item.spot.field in ("text", "full", "short", "subject")
    return prose and item.spot.nature in _TEXTS and only_spelling(old, new, own_words)


def _by(item: Found) -> int | None:
    counts = [
        value for value in (item.old, item.new) if isinstance(value, int) and not isinstance(value, bool)
    ]
    return counts[1] - counts[0] if len(counts) == 2 and item.kind is ChangeKind.CHANGED else None


def _side(item: Found, printer: Printer, *, old: bool) -> Side:
    at = item.spot.old_at if old else item.spot.new_at
    value = item.old if old else item.new
    field = _field(item.spot)
    last = item.spot.steps[-1]
    if isinstance(value, Deadline) and last.group == Deadline.__name__:
        # Only one field of it changed, and that is what is told.
        attribute, field = field_named(Deadline, last.name)
        value = getattr(value, attribute)
    if item.kind is ChangeKind.MOVED:
        return Side(at, printer.side(None, at, None).place, None, str(value + 1))
    inside = at[:1] != (CATALOGUES,)
    side = printer.side(value, at, field, typed=inside)
    return side if inside else replace(side, place=_catalogue_file(at))


def _catalogue_file(at: DataPath) -> Place:
    return Place(f"{CATALOGUES}/{_FILES[str(at[1])][1]}")


def _field(spot: Spot) -> FieldInfo | None:
    return field_named(spot.group, spot.field)[1] if spot.group else None
