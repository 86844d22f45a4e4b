"""Rules as data: what each asks, its clause, its severity, its words in two languages, its samples.

The rules stand in ``rules/*.yaml``; the code that looks for them is keyed by the same ids. Ids A, D, N, C,
L, P and S are content, F is format: the decree splits the duty (NĐ 30/2020, Điều 12).

Reading YAML takes twenty times as long as reading JSON. So the same texts stand in ``rules/ready.json``, made
by ``python -m generator.checks.ready_rules``. A rule that was changed since is read from its YAML file.
"""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated

from generator.checks.asked import Asked
from generator.diagnostics import Severity
from generator.messages import RuleText
from generator.model.fields import Day, OneOf, Record, Text, Texts
from generator.validation import validated
from generator.yaml_source import parse_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from importlib.resources.abc import Traversable

    from generator.diagnostics import Argument

READY = "ready.json"
"""All files of rules as JSON, after a line with their mark (`mark_of`)."""

_SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "note": Severity.NOTE}

FIXES = OneOf(
    font="đổi phông chữ",
    colour="đổi màu chữ về đen",
    paper="đổi khổ giấy",
    margins="đổi lề trang",
    page_number="sửa số trang",
    justify="canh đều hai lề",
    first_line="sửa lùi đầu dòng",
    spacing="sửa khoảng cách đoạn, dòng",
    sizes="đổi cỡ chữ",
    nfc="đưa về Unicode dựng sẵn",
)
"""The repairs that change the look alone, never a word: safe to be made by a program that is asked to."""


class Both(Record):
    """A text in Vietnamese and in English; ``{name}`` in it is filled with the hit's arguments."""

    vi: Text
    en: Text

    def text(self, language: str) -> str:
        """Return the text of a language."""
        return self.en if language == "en" else self.vi


_Severity = Annotated[str, OneOf(error="lỗi", warning="cảnh báo", note="ghi chú")]


class Rule(Record):
    """One rule. `wrong` and `right` are the shortest samples that break it and keep it.

    `applies_to` are the media it can be asked of; `fix` names the repair that changes nothing that is
    said, None when only a person may decide; `asked` are the measures and looks the rule asks for.
    `words` are what a message says for an argument that is a key of them; they may have blanks of their own.
    `severities` are those of hits with such an argument, where they differ from the rule's.
    """

    id: Text
    title: Both
    message: Both
    hint: Both
    words: dict[str, Both] = {}  # noqa: RUF012 - pydantic copies it
    severity: _Severity
    severities: dict[str, _Severity] = {}  # noqa: RUF012 - likewise
    clause: Text | None = None
    standing: Annotated[
        str, OneOf(verified="đã đối chiếu", practice="thông lệ", inference="suy ra từ quy định")
    ] = "inference"
    since: Day | None = None
    until: Day | None = None
    applies_to: Texts = ()
    fix: Annotated[str, FIXES] | None = None
    asked: Asked = Asked()
    wrong: Text
    right: Text

    @property
    def level(self) -> Severity:
        """The severity as diagnostics have it."""
        return _SEVERITIES[self.severity]

    def level_of(self, arguments: Mapping[str, Argument]) -> Severity:
        """Return the severity of a hit with these arguments."""
        own = (self.severities[value] for value in arguments.values() if value in self.severities)
        return _SEVERITIES[next(own, self.severity)]

    def told_in(self, language: str) -> RuleText:
        """Return the words of the rule in a language."""
        terms = {key: words.text(language) for key, words in self.words.items()}
        return RuleText(self.message.text(language), self.hint.text(language), terms)

    def holds_on(self, day: date | None) -> bool:
        """Return whether the rule is in effect on `day`; an unknown day takes every rule."""
        return day is None or (
            (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
        )


class RuleFile(Record):
    """One file of rules; `since` and `applies_to` hold for those of its rules that do not say."""

    since: Day | None = None
    applies_to: Texts = ()
    rules: tuple[Rule, ...]

    def whole(self) -> Iterator[Rule]:
        """Yield the rules with what the file says for all of them."""
        for rule in self.rules:
            yield rule.model_copy(
                update={
                    "since": rule.since or self.since,
                    "applies_to": rule.applies_to or self.applies_to,
                }
            )


@lru_cache(maxsize=1)
def rules() -> Mapping[str, Rule]:
    """Return every rule by its id, in the order of the files and of their lines."""
    written = rule_texts()
    read = _ready(mark_of(written)) or [_read(name, text) for name, text in written]
    return {rule.id: rule for file in read for rule in file.whole()}


def _ready(mark: str) -> list[RuleFile]:
    """Return the files of rules as `READY` has them, none when it was made of others."""
    path = _folder() / READY
    of, _, values = path.read_text(encoding="utf-8").partition("\n") if path.is_file() else ("", "", "")
    return [RuleFile.model_validate(value) for value in json.loads(values)] if of == mark else []


def rule_texts() -> list[tuple[str, str]]:
    """Return (name, text) of every file of rules."""
    paths = sorted(_folder().iterdir(), key=lambda path: path.name)
    return [(path.name, path.read_text(encoding="utf-8")) for path in paths if path.name.endswith(".yaml")]


def mark_of(written: Iterable[tuple[str, str]]) -> str:
    """Return what tells whether `READY` was made of these files: a change of one letter changes it."""
    return sha256("\0".join(part for file in written for part in file).encode()).hexdigest()


def ready_text(written: Sequence[tuple[str, str]]) -> str:
    """Return the text of `READY` for these files: their mark, and one file of rules a line."""
    values = (parse_source(text, name).values() for name, text in written)
    lines = ",\n".join(json.dumps(value, ensure_ascii=False) for value in values)
    return f"{mark_of(written)}\n[\n{lines}\n]\n"


def _read(name: str, text: str) -> RuleFile:
    return validated(RuleFile, parse_source(text, f"rules/{name}"), None)


def _folder() -> Traversable:
    return files(__package__) / "rules"
