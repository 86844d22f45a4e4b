"""The sentences of one Fluent file, each parsed when it is first said.

A run says a dozen of several hundred sentences. Parsing all of them would cost more than checking a paper.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from fluent.runtime import FluentBundle, FluentResource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluent.runtime.resolver import Message, Pattern

_ENTRY = re.compile(r"^(?P<name>[a-z][a-z0-9-]*) =.*\n(?:(?:[ \t}].*)?\n)*", re.MULTILINE)
_REFERENCE = re.compile(r"\{ ([a-z][a-z0-9-]*) \}")


class Sentences:
    """The messages of one file, by name; a name that is not there is a KeyError."""

    def __init__(self, language: str, text: str) -> None:
        self._texts = {entry["name"]: entry[0] for entry in _ENTRY.finditer(text)}
        self._bundle = FluentBundle([language], functions=_FUNCTIONS, use_isolating=False)

    def __contains__(self, name: str) -> bool:
        return name in self._texts

    def text(self, name: str) -> str:
        """Return a message as it stands in the file."""
        return self._texts[name]

    def message(self, name: str) -> Message:
        """Return a message, parsed, with every message that it refers to."""
        self._parse(name)
        return self._bundle.get_message(name)

    def _parse(self, name: str) -> None:
        if not self._bundle.has_message(name):
            text = self._texts[name]
            self._bundle.add_resource(FluentResource(text))
            for reference in _REFERENCE.findall(text):
                self._parse(reference)

    def filled(self, pattern: Pattern, values: Mapping[str, str]) -> str:
        """Return the filled pattern; what was not given shows by its name, as Fluent does."""
        return self.filled_or_not(pattern, values)[0]

    def filled_or_not(self, pattern: Pattern, values: Mapping[str, str]) -> tuple[str, list[Exception]]:
        """Return the filled pattern, and what Fluent complains of."""
        text, problems = self._bundle.format_pattern(pattern, dict(values))
        return str(text), problems


@lru_cache(maxsize=4)
def sentences(language: str, name: str) -> Sentences:
    """Return the sentences of a file in this package."""
    return Sentences(language, (files(__package__) / name).read_text(encoding="utf-8") + "\n")


def _given(value: Any) -> str:
    return "yes" if isinstance(value, str) and value else "no"


def _plural(value: Any) -> str:
    """Return the English plural category of a number given as text."""
    return "one" if value == "1" else "other"


def _short(value: Any) -> str:
    """Return the name of a field out of its description: what stands before an example or explanation."""
    text = str(value)
    for mark in (":", ";", " ("):
        text = text.partition(mark)[0]
    return text.strip(" .")


_FUNCTIONS: dict[str, Any] = {"GIVEN": _given, "PLURAL": _plural, "SHORT": _short}
