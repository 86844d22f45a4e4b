"""What of an entry was compared with its source: all of it, nothing, or all but some facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.fields import OneOf


def open_facts(facts: OneOf, unverified: Iterable[str], *, verified: bool) -> str:
    """Return what of an entry was not verified, in words of `facts`; "" when all of it was."""
    if not verified:
        return "toàn bộ mục này"
    return ", ".join(facts.choices[fact] for fact in unverified)
