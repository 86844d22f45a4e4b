"""What a rule of form asks for, as data: sizes, looks, lengths. Points for letters, millimetres for paper."""

from __future__ import annotations

import re
from typing import Annotated, Any, NamedTuple, TypeAlias

from pydantic import BeforeValidator, PlainValidator

from generator.model.fields import Flag, Record, Text, problem

_NUMBER = r"\d+(?:,\d+)?"
_SPAN = re.compile(rf"({_NUMBER})(?:-({_NUMBER}))?")


class Span(NamedTuple):
    """From the least to the most that is allowed; both ends are."""

    least: float
    most: float

    def holds(self, value: float, tolerance: float = 0.0) -> bool:
        """Return whether the value lies inside, give or take the tolerance."""
        return self.least - tolerance <= value <= self.most + tolerance

    def __str__(self) -> str:
        """Return "13-14", or "12" when there is one value."""
        least, most = (f"{end:g}".replace(".", ",") for end in self)
        return least if self.least == self.most else f"{least}-{most}"


def _span(value: Any) -> Span:
    match = _SPAN.fullmatch(str(value).strip())
    if match is None:
        raise problem("number-not", text=str(value), hint="")
    least, most = (float(end.replace(",", ".")) for end in (match[1], match[2] or match[1]))
    return Span(least, most)


def _spans(value: Any) -> Any:
    return value if isinstance(value, (list, tuple)) else (value,)


SpanField: TypeAlias = Annotated[Span, PlainValidator(_span)]
Spans: TypeAlias = Annotated[tuple[SpanField, ...], BeforeValidator(_spans)]


class Asked(Record):
    """The measures of one rule; what is None is not asked.

    `part` names the component that is looked at (thành phần thể thức), `parts` several of them. `value` is
    the allowed span, or the allowed spans, of the one measure the rule is about, in the unit of the rule.
    `capitals` false means that the text may not be all in capitals.
    """

    part: Text | None = None
    parts: tuple[Text, ...] = ()
    size: SpanField | None = None
    bold: Flag | None = None
    italic: Flag | None = None
    capitals: Flag | None = None
    align: Text | None = None
    value: Spans = ()
    top: SpanField | None = None
    right: SpanField | None = None
    bottom: SpanField | None = None
    left: SpanField | None = None

    @property
    def looked_at(self) -> tuple[str, ...]:
        """The names of all components that are looked at."""
        return (*((self.part,) if self.part else ()), *self.parts)
