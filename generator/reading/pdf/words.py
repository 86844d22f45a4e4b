"""The words of a PDF's grammar - numbers, names, texts, orders - read one by one and counted.

pdfminer joins what it reads piece by piece, which takes time that grows with the square of a long text,
and it keeps all that stands in a list that is never closed. `CountedWords` goes before its parsers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pdfminer.psparser import PSStackParser

from generator.reading.pdf import limits
from generator.reading.pdf.limits import TooMuch

if TYPE_CHECKING:
    from pdfminer.psparser import PSBaseParserToken

    from generator.reading.pdf.limits import Budget


class CountedWords(PSStackParser[Any]):
    """A parser whose every word counts; put before a parser of pdfminer among the bases of a class."""

    BUFSIZ = 1 << 16
    budget: Budget
    _curtoken: bytes | bytearray  # type: ignore[assignment]

    def nexttoken(self) -> tuple[int, PSBaseParserToken]:
        """Return the next word with its place."""
        self.budget.word()
        if len(self.curstack) > limits.MAX_HELD or len(self.context) > limits.MAX_NESTED:
            raise TooMuch("list")
        return super().nexttoken()

    def _parse_string(self, s: bytes, i: int) -> int:
        """Read on in a text; each bracket and backslash in it is a step of its own."""
        self.budget.word()
        if isinstance(self._curtoken, bytes):
            self._curtoken = bytearray(self._curtoken)
        return super()._parse_string(s, i)

    def _parse_literal_hex(self, s: bytes, i: int) -> int:
        """Read on in a name that is written in figures."""
        if len(self._curtoken) > limits.MAX_NAME:
            raise TooMuch("name")
        return super()._parse_literal_hex(s, i)

    def _parse_hexstring(self, s: bytes, i: int) -> int:
        """Read on in a text that is written in figures."""
        if len(self._curtoken) > limits.MAX_HEX:
            raise TooMuch("text")
        return super()._parse_hexstring(s, i)

    def _add_token(self, obj: PSBaseParserToken) -> None:
        super()._add_token(bytes(obj) if isinstance(obj, bytearray) else obj)
