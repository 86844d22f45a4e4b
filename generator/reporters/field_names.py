"""What fields, items and figures are called for people: "Kiến nghị 2, thời hạn"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.differences.fields import english_name
from generator.wording import capitalise_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.differences.values import FigureMoved, Step
    from generator.messages import Messages

# Rooms that say nothing a reader does not know from what stands in them.
_UNSAID = frozenset({"findings", "catalogues", "attachments"})
_OF_A_DEADLINE = "Deadline"
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


def field_label(steps: Sequence[Step], messages: Messages) -> str:
    """Return the way to a field in words; a list is not named before its item, nor a deadline's own field."""
    said = list(_said(steps, messages))
    if len(said) > 1 and said[-2].casefold().startswith(said[-1].casefold()):
        del said[-1]  # "hạn chế qua-han-a, hạn chế"
    by_id = next((step for step in steps if step.item or not step.group), None)
    whole = ", ".join(said)
    return whole if by_id is not None and said[0] == by_id.name else capitalise_first(whole)


def _said(steps: Sequence[Step], messages: Messages) -> Iterator[str]:
    for index, step in enumerate(steps):
        after = steps[index + 1] if index + 1 < len(steps) else None
        before = steps[index - 1] if index else None
        listed = after is not None and bool(after.item)
        of_deadline = step.group == _OF_A_DEADLINE and before is not None
        if listed or of_deadline or (step.name in _UNSAID and after is not None):
            continue
        yield _item(step, messages) if step.item else _field(step, messages)


def _item(step: Step, messages: Messages) -> str:
    name = f"item-{_CAPITAL.sub('-', step.item).lower()}"
    if messages.has_text(name):
        return messages.text(name, number=step.number, id=step.name)
    return step.name


def _field(step: Step, messages: Messages) -> str:
    if not step.group:
        return step.name
    return english_name(step.name) if messages.language == "en" else step.called


def figure_label(moved: FigureMoved, messages: Messages) -> str:
    """Return what a computed figure is called: "hs-vd-a, đã giải quyết, trước hạn (tỷ lệ)"."""
    ids = (messages.text("show-all-units"),) if moved.ids == ("all",) else moved.ids
    said = ", ".join([" + ".join(ids), *(_quantity(step, messages) for step in moved.steps)])
    return messages.text("diff-share", name=said) if moved.share else said


def quantity_label(steps: Iterable[Step], messages: Messages) -> str:
    """Return what a quantity is called in its figure: "Đã giải quyết, trước hạn"."""
    said: list[str] = []
    for name in (_quantity(step, messages) for step in steps):
        if said and name.casefold().startswith(said[-1].casefold()):
            del said[-1]  # "tiếp nhận, tiếp nhận trực tuyến"
        said.append(name)
    return capitalise_first(", ".join(said))


def _quantity(step: Step, messages: Messages) -> str:
    """Return the name of a quantity; what is computed has no field, or one that means what was typed."""
    name = step.name.replace("_", "-")
    known = [f"quantity-{name}", *(() if step.group else (f"computed-{name}",))]
    said = next((text for text in known if messages.has_text(text)), None)
    return messages.text(said) if said else _field(step, messages)
