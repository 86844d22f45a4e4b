"""Rules as data: what each asks, its clause, its severity, its words in two languages, its samples.

The rules stand in ``rules/*.yaml``; the code that looks for them is keyed by the same ids. Ids A, D, N, C,
L, P and S are content, F is format: the decree splits the duty (NĐ 30/2020, Điều 12).
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated

from generator.checks.asked import Asked
from generator.diagnostics import Severity
from generator.messages import RuleText
from generator.model.fields import Day, OneOf, Record, Text, Texts
from generator.validation import validated
from generator.yaml_source import parse_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from generator.diagnostics import Argument

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
    found: dict[str, Rule] = {}
    for path in sorted((files(__package__) / "rules").iterdir(), key=lambda entry: entry.name):
        if path.name.endswith(".yaml"):
            source = parse_source(path.read_text(encoding="utf-8"), f"rules/{path.name}")
            found |= {rule.id: rule for rule in validated(RuleFile, source, None).whole()}
    return found
