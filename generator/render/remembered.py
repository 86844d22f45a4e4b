"""The last answer of a function, kept for the very same arguments: Word and PDF of one paper ask alike.

By identity, for comparing two documents would cost what is to be spared. Nothing that is frozen can differ
from itself.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from collections.abc import Callable

Asked = TypeVarTuple("Asked")
Given = TypeVar("Given")


def remembering_last(function: Callable[[*Asked], Given]) -> Callable[[*Asked], Given]:
    """Return a function that remembers what it gave last; its arguments must be frozen."""
    last: list[tuple[tuple[object, ...], Given]] = []

    @wraps(function)
    def asked(*arguments: *Asked) -> Given:
        given: tuple[object, ...] = arguments
        if not last or any(one is not other for one, other in zip(last[0][0], given, strict=True)):
            last[:] = [(given, function(*arguments))]
        return last[0][1]

    return asked
