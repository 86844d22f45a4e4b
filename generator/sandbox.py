"""Jinja's sandbox, without the sums and texts that could fill the memory or never end."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from types import BuiltinMethodType, MethodType
from typing import Any

from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

_MAX_FACTOR = 1_000_000
# Ways to a text of any length, which no wording or layout needs.
_PADDING_METHODS = frozenset({"center", "expandtabs", "ljust", "rjust", "zfill"})
_PADDING_FILTERS = frozenset({"center", "format", "indent", "random"})
_METHODS = (MethodType, BuiltinMethodType)  # those of texts are wrapped by Jinja


class Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox for hostile templates: factors stay small, no text is padded, chance prints nothing."""

    intercepted_binops = frozenset({"**", "*", "%"})

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.globals.clear()
        for name in _PADDING_FILTERS:
            self.filters.pop(name, None)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Multiply and divide small numbers only; SecurityError for others, for texts and for powers."""
        numbers = all(isinstance(side, int | float) and abs(side) <= _MAX_FACTOR for side in (left, right))
        if operator == "**" or not numbers:
            raise SecurityError(f"{operator} is for small numbers only")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether a template may ask for the attribute."""
        if isinstance(obj, str) and attr in _PADDING_METHODS:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute as Jinja does; whether a field of a dataclass is safe is asked once a class.

        The answer depends on the class and the name alone, and a layout asks thousands of times a paper.
        """
        kind: type = type(obj)
        if attribute in self._fields(kind):
            value = getattr(obj, attribute)
            if not isinstance(value, _METHODS):
                return value
        return super().getattr(obj, attribute)

    @staticmethod
    @cache
    def _fields(kind: type) -> frozenset[str]:
        """Return the fields of a frozen dataclass that any template may ask for; none of another class."""
        plain = all(base is object or is_dataclass(base) for base in kind.__mro__)
        if not (plain and kind.__dataclass_params__.frozen):  # type: ignore[attr-defined]
            return frozenset()
        return frozenset(each.name for each in fields(kind) if not each.name.startswith("_"))
