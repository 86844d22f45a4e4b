"""What a template may ask of values: the quick way for fields gives what Jinja's own gives."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.document import Run
from generator.sandbox import Sandbox


@dataclass(frozen=True)
class Value:
    text: str
    kept: object = None
    _hidden: str = "x"


@dataclass
class Loose:
    text: str


class Text(str):
    __slots__ = ()


@dataclass(frozen=True)
class Named(Text):
    center: str = "x"


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (Run("a"), "text"),
        (Run("a"), "source"),
        (Value("a"), "text"),
        (Value("a"), "_hidden"),
        (Value("a"), "__class__"),
        (Value("a"), "unknown"),
        (Loose("a"), "text"),
        ("a", "upper"),
        ({"a": 1}, "a"),
        ([1], "append"),
    ],
)
def test_an_attribute_is_what_jinja_says_it_is(value: object, name: str) -> None:
    ours, jinjas = (kind(undefined=StrictUndefined) for kind in (Sandbox, ImmutableSandboxedEnvironment))
    for _ in range(2):  # asked again it is remembered
        own, other = ours.getattr(value, name), jinjas.getattr(value, name)
        assert type(own) is type(other)
        assert isinstance(own, StrictUndefined) or own == other


def test_a_method_in_a_field_is_still_looked_at() -> None:
    value = Value("a", "{0.__class__}".format)
    for kind in (Sandbox, ImmutableSandboxedEnvironment):
        assert "class" not in kind().from_string("{{ v.kept('x') }}").render(v=value)


def test_a_dataclass_that_is_a_text_keeps_what_texts_may_not() -> None:
    assert isinstance(Sandbox(undefined=StrictUndefined).getattr(Named("a"), "center"), StrictUndefined)
