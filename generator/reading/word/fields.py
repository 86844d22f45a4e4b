"""Fields: a code that Word computes, and the result that a reader sees."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAGE = re.compile(r"\s*PAGE\b", re.IGNORECASE)
_ADDRESS = re.compile(r'\b(?:https?|ftp|file|mailto):[^\s"]+', re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    """A field that is open: its code so far, and whether its result has begun."""

    code: str = ""
    result: bool = False


class Fields:
    """The fields that are open at one place of a part; one may begin in a paragraph and end in another."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self.page_asked = False
        """Whether a page number begins here; whoever notes it takes it back."""
        self.addresses: list[str] = []

    def begin_part(self) -> None:
        """Forget fields left open: none goes over the end of a part."""
        self._open.clear()
        self.page_asked = False

    @property
    def in_result(self) -> bool:
        """Whether text that stands here is seen."""
        return not self._open or all(field.result for field in self._open)

    def mark(self, kind: str) -> None:
        """Go over a w:fldChar."""
        if kind == "begin":
            self._open.append(_Field())
        elif self._open and kind == "separate":
            self._open[-1].result = True
            self.look_at(self._open[-1].code)
        elif self._open and kind == "end":
            last = self._open.pop()
            if not last.result:
                self.look_at(last.code)

    def add_code(self, text: str) -> None:
        """Go over a w:instrText: Word cuts codes into pieces."""
        if self._open and not self._open[-1].result:
            self._open[-1].code += text

    def look_at(self, code: str) -> None:
        """Look at a whole code: a page number, or an address outside the file."""
        self.page_asked = self.page_asked or _PAGE.match(code) is not None
        self.addresses += _ADDRESS.findall(code)
