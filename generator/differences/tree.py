"""Two values of one model gone through side by side: every field, item and key that is not as it was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from generator.differences.fields import nature_of, vietnamese_name
from generator.differences.matching import matched
from generator.differences.values import ChangeKind, Nature, Step
from generator.model.recommendations import Deadline
from generator.yaml_source import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.yaml_source import DataPath, Source


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one stands in both versions: the way there by name, and the data path in each.

    `group` and `field` are of the last field on the way: what is below it has its nature.
    """

    steps: tuple[Step, ...] = ()
    old_at: DataPath = ()
    new_at: DataPath = ()
    group: type[BaseModel] | None = None
    field: str = ""

    @property
    def path(self) -> str:
        """The way by names: ``recommendations.kn-2.deadline``."""
        return ".".join(step.name for step in self.steps)

    @property
    def nature(self) -> Nature:
        """What the field says."""
        return nature_of(self.group, self.field) if self.group else Nature.RECORD

    def to_field(self, group: type[BaseModel], name: str) -> Spot:
        """Return the spot of a field of a group that stands here."""
        step = field_step(group, name)
        return Spot((*self.steps, step), (*self.old_at, name), (*self.new_at, name), group, name)

    def to_item(self, item: Any, old: int | None, new: int | None) -> Spot:
        """Return the spot of an item of a list that stands here, by its index in each version."""
        index = next(place for place in (new, old, 0) if place is not None)
        step = Step(getattr(item, "id", None) or str(index), item=type(item).__name__, number=index + 1)
        return replace(
            self,
            steps=(*self.steps, step),
            old_at=(*self.old_at, index if old is None else old),
            new_at=(*self.new_at, index if new is None else new),
        )

    def to_key(self, key: str) -> Spot:
        """Return the spot of what stands under a key here."""
        return replace(
            self, steps=(*self.steps, Step(key)), old_at=(*self.old_at, key), new_at=(*self.new_at, key)
        )


@dataclass(frozen=True, slots=True)
class Found:
    """Something that is not as it was, with its values; `at` is where the new one stands as a whole."""

    kind: ChangeKind
    spot: Spot
    old: Any
    new: Any
    at: DataPath


def field_step(group: type[BaseModel], name: str) -> Step:
    """Return the step to a field of a group."""
    return Step(name, group.__name__, vietnamese_name(group, name))


def found(kind: ChangeKind, spot: Spot, old: Any, new: Any) -> Found:
    """Return what stands at a spot and is not as it was."""
    return Found(kind, spot, old, new, spot.new_at)


class Comparison:
    """Goes through two values; the files tell what was typed as one text (``subject: ...``)."""

    def __init__(self, old: Source | None = None, new: Source | None = None) -> None:
        self._old, self._new = old, new

    def records(self, old: BaseModel, new: BaseModel, spot: Spot) -> Iterator[Found]:
        """Yield what differs between two groups of fields of one type."""
        for attribute, field in type(new).model_fields.items():
            name = field.alias or attribute
            yield from self.values(
                getattr(old, attribute), getattr(new, attribute), spot.to_field(type(new), name)
            )

    def values(self, old: Any, new: Any, spot: Spot) -> Iterator[Found]:
        """Yield what differs between two values of one field."""
        if old == new:
            return
        if isinstance(old, Deadline) and isinstance(new, Deadline):
            yield Found(ChangeKind.CHANGED, _to_the_day(old, new, spot), old, new, spot.new_at)
        elif isinstance(old, BaseModel) and type(old) is type(new) and not self._in_one_text(spot):
            yield from self.records(old, new, spot)
        elif isinstance(old, tuple) and isinstance(new, tuple) and _of_records((*old, *new)):
            yield from self.lists(old, new, spot)
        elif isinstance(old, dict) and isinstance(new, dict):
            yield from self.keyed(old, new, spot)
        else:
            yield found(_kind(old, new), spot, old, new)

    def lists(self, old: tuple[Any, ...], new: tuple[Any, ...], spot: Spot) -> Iterator[Found]:
        """Yield items that came, went or were moved, and what differs in those that stayed."""
        for match in matched(old, new):
            before = None if match.old is None else old[match.old]
            after = None if match.new is None else new[match.new]
            # An item keeps its old name where its id was changed.
            here = spot.to_item(after if before is None else before, match.old, match.new)
            if before is None or after is None:
                yield found(_kind(before, after), here, before, after)
                continue
            if match.moved:
                yield found(ChangeKind.MOVED, here, match.old, match.new)
            yield from self.values(before, after, here)

    def keyed(self, old: dict[str, Any], new: dict[str, Any], spot: Spot) -> Iterator[Found]:
        """Yield what differs under each key; a key that one version lacks came or went."""
        for key in {**old, **new}:
            here = spot.to_key(key)
            if key in old and key in new:
                yield from self.values(old[key], new[key], here)
            else:
                kind = ChangeKind.REMOVED if key in old else ChangeKind.ADDED
                yield found(kind, here, old.get(key), new.get(key))

    def _in_one_text(self, spot: Spot) -> bool:
        """Return whether a group of fields was typed as one text in both versions."""
        sides = ((self._old, spot.old_at), (self._new, spot.new_at))
        return all(source is not None and isinstance(source.node(at), Scalar) for source, at in sides)


def _of_records(items: tuple[Any, ...]) -> bool:
    return any(isinstance(item, BaseModel) for item in items)


def _kind(old: Any, new: Any) -> ChangeKind:
    """Return what happened; a field that was empty or becomes so is changed, a whole group comes or goes."""
    if old is None and isinstance(new, BaseModel):
        return ChangeKind.ADDED
    if new is None and isinstance(old, BaseModel):
        return ChangeKind.REMOVED
    return ChangeKind.CHANGED


def _to_the_day(old: Deadline, new: Deadline, spot: Spot) -> Spot:
    """Return the spot of the one field of a deadline that changed, that of the deadline when its form did."""
    names = {name: field.alias or name for name, field in Deadline.model_fields.items()}
    differ = [shown for name, shown in names.items() if getattr(old, name) != getattr(new, name)]
    if len(differ) > 1:
        return spot
    below = spot.to_field(Deadline, differ[0])
    return replace(below, group=spot.group, field=spot.field)
