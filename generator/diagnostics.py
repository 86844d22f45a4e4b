"""What a step has to say about its input: one frozen value, with its place.

A `Diagnostic` carries a code and its arguments, never a sentence: the sentences stand in
``messages/*.ftl``, once in Vietnamese and once in English, and the reporters choose the language.
"Finding" is not used for it: findings are what the inspection found.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Term(str):
    """An argument that the reader sees in his own language: the name of a text ``term-…`` of the messages."""

    __slots__ = ()


Argument: TypeAlias = str | int


class Severity(StrEnum):
    """How much it matters: lỗi, cảnh báo, ghi chú, chưa soát."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NOT_CHECKED = "not-checked"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where: a file (as a path below the project), line and column counted from 1, 0 when unknown.

    In a finished paper a place has no line of a text: in a Word file it is the number of the
    `paragraph`, in a PDF the `page` and the printed `line` on it. In a workbook it is the `cell` ("Đơn
    vị!B5"), and the column is 0; a cell beside a line and a column is the one their value was read from.
    """

    file: str = ""
    page: int = field(default=0, kw_only=True)
    paragraph: int = field(default=0, kw_only=True)
    line: int = 0
    column: int = 0
    cell: str = field(default="", kw_only=True)

    @property
    def in_workbook(self) -> bool:
        """Whether the file itself is a workbook: then it has no lines."""
        return bool(self.cell) and not self.column

    def __str__(self) -> str:
        """Return ``file:line:column``, ``file:p3:line``, ``file:#12`` without what is not known.

        A place in a workbook is ``file:sheet!B5``; a cell that a value was read from stands in brackets.
        """
        if self.in_workbook:
            return f"{self.file}:{self.cell}"
        page = f"p{self.page}" if self.page else ""
        paragraph = f"#{self.paragraph}" if self.paragraph and not self.page else ""
        column = self.column if self.line else 0
        where = ":".join(str(part) for part in (self.file, page, paragraph, self.line, column) if part)
        return f"{where} ({self.cell})" if self.cell else where


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to say: `code` names the message, `arguments` fill it, `place` is where to look."""

    code: str
    place: Place = field(default_factory=Place)
    severity: Severity = Severity.ERROR
    arguments: Mapping[str, Argument] = field(default_factory=dict)


class Refused(Exception):  # noqa: N818 - the work was refused; the diagnostics say why
    """Raised when a step cannot give its value; carries all the reasons at once."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(f"{item.place}: {item.code}" for item in self.diagnostics))

    def __reduce__(self) -> tuple[type[Refused], tuple[tuple[Diagnostic, ...]]]:
        """Travel to another process with the diagnostics, not with their text."""
        return Refused, (self.diagnostics,)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether any of the diagnostics is of severity error."""
    return any(item.severity is Severity.ERROR for item in diagnostics)
