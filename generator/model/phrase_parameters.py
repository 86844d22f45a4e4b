"""What a clerk gives for a parameter of a phrase → what is printed, by the parameter's type.

The errors are problems (`fields.problem`); a value that is not known yet (null) is none.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from generator.model.fields import Count, Day, Percent, Text, problem
from generator.model.figures import Form
from generator.model.filled_text import Part
from generator.model.phrases import DEADLINE, PARAMETER_TYPES
from generator.model.references import REFERENCE, BadReference, Reference, parse_reference
from generator.wording import percent, prose_count, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.model.names import Names
    from generator.model.phrases import Parameter
    from generator.model.references import FigureBook

_COUNT: TypeAdapter[int] = TypeAdapter(Count)
_DAY: TypeAdapter[date] = TypeAdapter(Day)
_PERCENT: TypeAdapter[Decimal] = TypeAdapter(Percent)
_TEXT: TypeAdapter[str] = TypeAdapter(Text)
_FORMS: Mapping[str, frozenset[Form]] = {
    "so": frozenset({Form.COUNT}),
    "ty-le": frozenset({Form.RATE}),
    "so-lieu": frozenset(Form),
}
"""Which figures a parameter of a type prints; a ratio (11.573/13.309) only where every figure is taken."""


def value_of(name: str, parameter: Parameter, given: Mapping[str, Any], names: Names | None) -> Part:
    """Return the value of a parameter; PydanticCustomError or ValidationError when it has none or another."""
    if name not in given:
        about = parameter.meaning or PARAMETER_TYPES.choices[parameter.type]
        raise problem("phrase-parameter-missing", name=name, about=about)
    if given[name] is None:
        return Part(parameter=name, type=parameter.type)
    text = _TEXT.validate_python(given[name])
    if match := REFERENCE.fullmatch(text):
        return Part(reference=_reference(match[1], name, parameter), parameter=name, type=parameter.type)
    if "[[" in text or "]]" in text or parameter.type not in _PRINTED:
        raise _unfit(name, parameter.type, text)
    said, agency = _PRINTED[parameter.type](text, names)
    if isinstance(said, Reference):
        return Part(reference=said, parameter=name, type=parameter.type)
    return Part(said, agency=agency, parameter=name, type=parameter.type)


def _unfit(name: str, type_: str, text: str) -> Exception:
    wanted = PARAMETER_TYPES.choices[type_]
    return problem("phrase-parameter-type", name=name, wanted=wanted, text=text)


def _reference(inner: str, name: str, parameter: Parameter) -> Reference:
    """Return the reference that is the whole value."""
    try:
        reference = parse_reference(inner)
    except BadReference as bad:
        raise problem(bad.code, reference=bad.reference, near="", names="") from bad
    named = reference.name not in ("", DEADLINE)
    figure = parameter.type in _FORMS and (named or reference.first is not None)
    if not figure and not (named and parameter.type == "van-ban"):
        raise _unfit(name, parameter.type, f"[[{inner}]]")
    return reference


def fits(part: Part, figures: FigureBook) -> bool:
    """Return whether a figure that a parameter names is one of the parameter's type.

    BadReference when there is no such figure; what is not the figure of a parameter fits.
    """
    reference = part.reference
    if reference is None or part.type not in _FORMS:
        return True
    if reference.name:
        if reference.name not in figures:
            return False
        reference = figures.main(reference.name)
    if reference.first is None or reference.second is not None:
        return part.type == "so-lieu"
    form = Form.RATE if reference.share else figures.quantity(reference.first, reference.text).form
    return form in _FORMS[part.type]


# --- what is printed of a typed value, by type ---------------------------------------------------------


def _rate(text: str, _names: Names | None) -> tuple[str, str]:
    rate = _PERCENT.validate_python(text)
    return percent(rate, max(0, -int(rate.as_tuple().exponent))), ""


def _agency(text: str, names: Names | None) -> tuple[str, str]:
    key = names.resolve(("unit", "agency"), text) if names else text
    return (names.called(("unit", "agency"), key) if names else key), key


def _paper(text: str, names: Names | None) -> tuple[Reference, str]:
    return parse_reference(names.resolve(("act", "paper"), text) if names else text), ""


_PRINTED: Mapping[str, Callable[[str, Names | None], tuple[str | Reference, str]]] = {
    "so": lambda text, _: (prose_count(_COUNT.validate_python(text)), ""),
    "ty-le": _rate,
    "ngay": lambda text, _: (short_date(_DAY.validate_python(text)), ""),
    "chu": lambda text, _: (text, ""),
    "co-quan": _agency,
    "van-ban": _paper,
}
