"""The computed figures that move: sums, shares, points, by the references that name them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from pydantic import BaseModel

from generator.compose.said_by import Speaker
from generator.differences.fields import field_named
from generator.differences.tree import field_step
from generator.differences.values import FigureMoved, Step
from generator.model.references import BadReference, parse_reference
from generator.model.rich_fields import rich_texts
from generator.rich_text import rich_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.load import Loaded
    from generator.model.figures import Figure


def figures_moved(old: Loaded, new: Loaded) -> tuple[FigureMoved, ...]:
    """Return every computed figure that both versions can name and that does not print the same.

    Asked are all quantities of each figure and of all units together with their shares, and whatever the
    texts refer to. What was typed itself is a change of its field, not told again here.
    """
    before, after = Speaker(old.figures, "", None), Speaker(new.figures, "", None)
    typed = {*_typed(old), *_typed(new)}
    found = []
    for reference in dict.fromkeys([*_named(old), *_named(new)]):
        if reference in typed:
            continue
        first, second = _figure(before, reference), _figure(after, reference)
        if first != second:
            found.append(_moved(reference, new, first, second))
    return tuple(found)


def _moved(reference: str, new: Loaded, before: str | None, after: str | None) -> FigureMoved:
    parsed = parse_reference(reference)
    operand = parsed.first
    ids = operand.ids if operand else (parsed.name,)
    path = operand.path if operand else ""
    example = next(
        (one for one in new.inspection.figures if one.id in ids or (ids == ("all",) and one.kind == "tthc")),
        None,
    )
    return FigureMoved(reference, ids, tuple(quantity_steps(example, path)), parsed.share, before, after)


def quantity_steps(figure: Figure | None, path: str) -> Iterator[Step]:
    """Yield the way to a quantity: by the fields of the figure as far as it has them."""
    group: type[BaseModel] | None = type(figure) if figure else None
    for name in path.split(".") if path else ():
        try:
            field = field_named(group, name)[1] if group else None
        except KeyError:
            field = None
        yield field_step(group, name) if group and field else Step(name)
        inner = field.annotation if field else None
        group = inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None


def _named(loaded: Loaded) -> Iterator[str]:
    """Yield the references that can be asked, those of the texts last."""
    groups: list[tuple[tuple[str, ...], str]] = [((one.id,), one.id) for one in loaded.inspection.figures]
    with suppress(BadReference):  # no figure belongs to a unit
        groups.append((loaded.figures.ids(("all",)), "all"))
    for ids, name in groups:
        for path, quantity in loaded.figures.quantities(ids).items():
            yield f"{name}.{path}"
            if quantity.base or quantity.share is not None:
                yield f"{name}.{path}%"
    for _, text in rich_texts(loaded.inspection):
        spans = (span.reference for span in rich_spans(text))
        yield from (one.text for one in spans if one and one.first and not one.second)


def _typed(loaded: Loaded) -> Iterator[str]:
    """Yield the references that print what was typed, as it was."""
    for figure in loaded.inspection.figures:
        yield from (f"{figure.id}.{path}" for path, value in figure.parts().items() if value is not None)
        for path, quantity in figure.typed().items():
            yield f"{figure.id}.{path}{'' if quantity.share is None else '%'}"


def _figure(speaker: Speaker, reference: str) -> str | None:
    """Return a figure as it prints; None when this version does not know it."""
    try:
        return speaker.figure(parse_reference(reference))
    except BadReference:
        return None
