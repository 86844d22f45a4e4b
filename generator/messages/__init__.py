"""The sentences of the program, in Vietnamese and English, and the choice between the two.

``vi.ftl`` and ``en.ftl`` have one message for each diagnostic code; ``vi-command.ftl`` and
``en-command.ftl`` have what the commands say besides (help, closing lines, words of tables).
The rules of ``check`` bring their own words, which are given to `Messages` by whoever knows the rules.
"""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.diagnostics import Term
from generator.messages.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.diagnostics import Argument

LANGUAGES = ("vi", "en")
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")
_LONGEST_ARGUMENT = 300
# What prints nothing, moves the cursor or turns the writing direction: shown as its code instead.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Arguments that a diagnostic may leave out.
_OPTIONAL = dict.fromkeys(("meaning", "near", "name", "known", "names", "text", "part", "tag", "detail"), "")

_BLANK = re.compile(r"\{([a-z][a-z0-9_]*)\}")

Said: TypeAlias = tuple[str, str | None]


class RuleText(NamedTuple):
    """The words of a rule in one language; `terms` are what stands in them for an argument that is a key."""

    message: str
    hint: str
    terms: Mapping[str, str] = MappingProxyType({})


RuleWords: TypeAlias = "Callable[[str], RuleText | None]"
"""Rule id → its words in the language of the `Messages`, or None when it is no rule."""


def choose_language(option: str | None, environment: Mapping[str, str], setting: str = "") -> str:
    """Return vi or en: by ``--lang``, KETLUAN_LANG, the settings, the locale; English only if asked for."""
    locale = next((environment[name] for name in _LOCALES if environment.get(name)), "")
    asked = option or environment.get("KETLUAN_LANG") or setting or locale
    return "en" if asked.strip().lower().startswith("en") else "vi"


def visible(text: str) -> str:
    """Return the text with every character that could act on a terminal, or hide, written as its code."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_code(char) if unicodedata.category(char) in _INVISIBLE else char for char in text)


def _code(char: str) -> str:
    number = ord(char)
    if number < 0x100:
        return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(char, f"\\x{number:02x}")
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


class Messages:
    """Everything the program can say in one language; `rules` is asked when a code is no message."""

    def __init__(self, language: str, rules: RuleWords | None = None) -> None:
        self.language = language
        self._rules = rules
        self._diagnostics = sentences(language, f"{language}.ftl")
        self._words = sentences(language, f"{language}-command.ftl")

    def say(self, code: str, arguments: Mapping[str, Argument]) -> Said:
        """Return the sentence of a diagnostic and its hint; an unknown code is told with its arguments."""
        arguments = {name: self._term(value) for name, value in arguments.items()}
        if code not in self._diagnostics:
            return self._say_rule(code, arguments)
        message = self._diagnostics.message(code)
        if message.value is None:
            return _untold(code, arguments), None
        values = _filled(arguments)
        hint = message.attributes.get("hint")
        sentence = self._diagnostics.filled(message.value, values)
        return sentence, None if hint is None else self._diagnostics.filled(hint, values)

    def _term(self, value: Argument) -> Argument:
        known = isinstance(value, Term) and self.has_text(f"term-{value}")
        return self.text(f"term-{value}") if known else value

    def _say_rule(self, code: str, arguments: Mapping[str, Argument]) -> Said:
        """Return the words of a rule with each ``{name}`` filled; what was not given shows by its name."""
        words = self._rules(code) if self._rules else None
        if words is None:
            return _untold(code, arguments), None
        typed = _cleaned(arguments)
        plain = {name: words.terms.get(value, value) for name, value in typed.items()}
        said = {
            name: _blanks_filled(words.terms[value], plain) if value in words.terms else value
            for name, value in typed.items()
        }
        return _blanks_filled(words.message, said), _blanks_filled(words.hint, said)

    def text(self, name: str, /, **arguments: Argument) -> str:
        """Return a text of the commands; `name` may end in ``.attribute``. KeyError when there is none."""
        entry, _, attribute = name.partition(".")
        message = self._words.message(entry)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise KeyError(name)
        return self._words.filled(pattern, _cleaned(arguments))

    def has_text(self, name: str) -> bool:
        """Return whether `text` knows this name."""
        entry, _, attribute = name.partition(".")
        if entry not in self._words:
            return False
        message = self._words.message(entry)
        return attribute in message.attributes if attribute else message.value is not None


def _blanks_filled(text: str, values: Mapping[str, str]) -> str:
    return _BLANK.sub(lambda match: values.get(match[1], match[0]), visible(text))


def _untold(code: str, arguments: Mapping[str, Argument]) -> str:
    told = ", ".join(f"{name} = “{value}”" for name, value in _cleaned(arguments).items())
    return f"{visible(code)} ({told})" if told else visible(code)


def _filled(arguments: Mapping[str, Argument]) -> dict[str, str]:
    return {**_OPTIONAL, **_cleaned(arguments)}


def _cleaned(arguments: Mapping[str, Argument]) -> dict[str, str]:
    """Return the arguments as text for the screen: numbers as they are, nothing hidden, nothing endless."""
    return {name: visible(_shortened(str(value))) for name, value in arguments.items()}


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_ARGUMENT else text[: _LONGEST_ARGUMENT - 1] + "…"
