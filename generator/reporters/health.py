"""What ``doctor`` found, as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.doctor import Health
from generator.reporters.screen import Line, Look
from generator.reporters.text import diagnostic_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.doctor import Examined
    from generator.messages import Messages

_LOOKS = {Health.OK: Look.GOOD, Health.MISSING: Look.ERROR, Health.NOTE: Look.NOTE}


def health_lines(found: Sequence[Examined], messages: Messages, *, quiet: bool = False) -> Iterator[Line]:
    """Yield one line for each thing looked at, what to do about it, and a closing line."""
    words = {health: messages.text(f"doctor-{health.value}") for health in Health}
    width = max(len(word) for word in words.values())
    for item in found:
        if not quiet or not item.well:
            sentence = messages.text(item.message, **item.arguments).rstrip()
            yield (words[item.health].ljust(width), _LOOKS[item.health]), f"  {sentence}"
            if messages.has_text(f"{item.message}.hint"):
                yield (f"    → {messages.text(f'{item.message}.hint', **item.arguments)}",)
            yield from diagnostic_lines(item.diagnostics, messages)
    missing = sum(not item.well for item in found)
    if missing:
        yield (messages.text("doctor-closing-missing", count=missing),)
    elif not quiet:
        yield (messages.text("doctor-closing-well"),)
