"""The Jinja both layouts are filled with: a sandbox over plain values, where nothing is silently empty."""

from __future__ import annotations

from typing import Any

import jinja2

from generator.sandbox import Sandbox

# What Jinja and Python raise while they read the tags of a layout: too many loops in one another, too.
BROKEN = (jinja2.TemplateSyntaxError, SyntaxError, RecursionError)
# What a tag can raise while it is printed: a layout is written by people, `{{ 1/0 }}` is no bug of ours.
FAILING = (
    jinja2.TemplateError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)


_PLAIN = (str, int, float, jinja2.Undefined)


def sandbox(**names: object) -> Sandbox:
    """Return an environment that knows only these names, escapes every value and refuses unknown ones."""
    environment = Sandbox(autoescape=True, undefined=jinja2.StrictUndefined, finalize=_printed)
    environment.globals.update(names)
    return environment


def _printed(value: Any) -> Any:
    """Let texts and numbers through; what has a look is printed by its own tag, nothing prints as None."""
    if isinstance(value, _PLAIN):
        return value
    raise TypeError(f"a {type(value).__name__} is no text: print it with runs(...) or lines(...)")
