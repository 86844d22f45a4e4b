"""The objects of a PDF, read by pdfminer within the limits.

What is overridden here is what a hostile file can drive for ever or to any size: tokens that never end,
lists of updates that lead back to themselves, references to themselves, streams that unpack to gigabytes.
"""

from __future__ import annotations

import contextlib
import io
import re
import struct
from typing import TYPE_CHECKING

from pdfminer.pdfdocument import PDFDocument, PDFNoValidXRef
from pdfminer.pdfparser import PDFParser, PDFStreamParser
from pdfminer.pdftypes import PDFStream, int_value
from pdfminer.psparser import PSEOF, PSException

from generator.reading.pdf import limits
from generator.reading.pdf.limits import TooMuch
from generator.reading.pdf.streams import BoundedStream
from generator.reading.pdf.words import CountedWords

if TYPE_CHECKING:
    from typing import Any

    from pdfminer.pdfdocument import PDFBaseXRef
    from pdfminer.psparser import PSStackEntry

    from generator.reading.pdf.limits import Budget

# What pdfminer says of damaged data: its own errors, and those of Python that it does not foresee.
DAMAGED = (
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    RecursionError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
)

_LINE = re.compile(rb"[^\r\n]*+(?:\r\n?|\n)")
_XREF = re.compile(rb"startxref\s+(\d{1,10})\s")
_LEAST_BUFFER = 4096
_MAX_UPDATES = 200


class BoundedParser(CountedWords, PDFParser):
    """Reads objects from the bytes of a file; each object takes at most `limits.MAX_OBJECT` bytes."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self.all = data
        self.budget = budget
        self.read = 0
        super().__init__(io.BytesIO(data))

    def seek(self, pos: int) -> None:
        """Go to a place; the count of an object's bytes begins anew."""
        self.read, self.BUFSIZ = 0, _LEAST_BUFFER
        super().seek(max(pos, 0))

    def fillbuf(self) -> bool:
        """Read on; the longer a token, the larger the pieces, so that joining them stays linear."""
        if self.charpos < len(self.buf):
            return False
        self.read += len(self.buf)
        if self.read > limits.MAX_OBJECT:
            raise TooMuch("object")
        self.BUFSIZ = min(self.BUFSIZ * 2, limits.MAX_OBJECT)
        return super().fillbuf()

    def nextline(self) -> tuple[int, bytes]:
        """Return the next line with its place, in one look however long it is."""
        start = self.bufpos + self.charpos
        found = _LINE.match(self.all, start)
        line = found[0] if found else self.all[start:]
        if not line:
            raise PSEOF("no further line")
        end = start + len(line)
        if end <= self.bufpos + len(self.buf):
            self.charpos = end - self.bufpos
        else:
            self.fp.seek(end)
            self.bufpos, self.buf, self.charpos = end, b"", 0
        return start, line

    def nextobject(self) -> PSStackEntry[Any]:
        """Return the next object; a stream as one that unpacks itself within the limits."""
        place, found = super().nextobject()
        if isinstance(found, PDFStream) and not isinstance(found, BoundedStream):
            found = BoundedStream(found, self.budget)
        return place, found


class BoundedDocument(PDFDocument):
    """A PDF whose objects are looked up at most `limits.MAX_LOOKUPS` times."""

    def __init__(self, data: bytes, budget: Budget, *, rebuild: bool = False) -> None:
        """Open a file; `rebuild` looks for its objects where they stand, whatever its table says."""
        self.budget = budget
        self.all = data
        self.rebuild = rebuild
        self.updates: set[int] = set()
        super().__init__(BoundedParser(data, budget))

    def getobj(self, objid: int) -> object:
        """Return an object by its number."""
        self.budget.look_up()
        return super().getobj(objid)

    def find_xref(self, parser: PDFParser) -> int:  # noqa: ARG002 - the bytes are at hand
        """Return the place of the last table of objects."""
        found = _XREF.match(self.all, max(self.all.rfind(b"startxref"), 0))
        if self.rebuild or found is None or int(found[1]) >= len(self.all):
            raise PDFNoValidXRef("no place of the table")
        return int(found[1])

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: list[PDFBaseXRef]) -> None:
        """Read a table of objects and those before it; one that leads back to itself ends there."""
        if start in self.updates:
            return
        self.updates.add(start)
        if len(self.updates) > _MAX_UPDATES:
            raise TooMuch("updates")
        try:
            super().read_xref_from(parser, start, xrefs)
        except DAMAGED as error:  # then pdfminer looks for the objects themselves
            raise PDFNoValidXRef("a damaged table") from error

    def _get_objects(self, stream: PDFStream) -> tuple[list[object], int]:
        """Return the objects that a stream holds, and how many it says it has."""
        data = stream.get_data()
        if len(data) > limits.MAX_OBJECTS:
            raise TooMuch("objects")
        parser = _PackedObjects(data, self.budget)
        parser.set_document(self)
        found: list[object] = []
        with contextlib.suppress(PSEOF):
            while True:
                found.append(parser.nextobject()[1])
        return found, int_value(stream.get("N", 0))


class _PackedObjects(CountedWords, PDFStreamParser):
    """Reads the objects inside a stream."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self.budget = budget
        super().__init__(data)
