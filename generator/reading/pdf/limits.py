"""How much work one PDF may ask for, counted and never timed, so that every machine says the same.

pdfminer reads what a file tells it to read: a few bytes can ask for gigabytes or for ever. Each loop of
it that a file can drive is counted here, by what it does; a paper of 2,000 full pages stays below all limits.
"""

from __future__ import annotations

from dataclasses import dataclass

MAX_BYTES = 64 << 20
MAX_PAGES = 2_000
MAX_STREAM = 32 << 20  # of one stream when it is unpacked
MAX_PREDICTED = 4 << 20  # of one stream that is coded by rows, which takes long to undo
MAX_UNPACKED = 192 << 20  # of all streams together
MAX_SLOW = 2 << 20  # of one stream that is coded letter by letter
MAX_OBJECT = 4 << 20  # bytes of one object that is no stream
MAX_OBJECTS = 16 << 20  # bytes of a stream that holds objects
MAX_LOOKUPS = 1_000_000  # objects asked for
MAX_WORDS = 15_000_000  # numbers, names, marks of the file's grammar, and brackets inside its texts
MAX_WORDS_ON_PAGE = 600_000
MAX_HELD = 400_000  # of them inside one list that is not closed yet
MAX_NESTED = 500  # lists within lists
MAX_NAME = 2_000  # letters of a name
MAX_HEX = 512_000  # figures of a text that is written in figures
MAX_ORDERS = 5_000_000  # drawing orders
MAX_ORDERS_ON_PAGE = 200_000
ORDERS_OF_FORM = 40  # what drawing a form counts for
MAX_LETTERS = 8_000_000
MAX_LETTERS_ON_PAGE = 60_000
MAX_STROKES_ON_PAGE = 20_000  # more is a drawing: those beyond are only counted
MAX_DEPTH = 24  # of forms within forms, and of the tree of pages
MAX_STATES = 2_000  # graphic states put aside
MAX_POINTS = 100_000  # of one path
MAX_OPERANDS = 64
MAX_FONTS = 5_000
MAX_CODES = 70_000  # characters of one font


class TooMuch(Exception):  # noqa: N818 - the file asked for too much; nothing of ours went wrong
    """Raised when a file asks for more work than any paper needs; `what` names the limit."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(what)


@dataclass(slots=True)
class Budget:
    """What one file has asked for so far. Each method raises `TooMuch` past its limit."""

    lookups: int = 0
    unpacked: int = 0
    words: int = 0
    orders: int = 0
    letters: int = 0
    words_on_page: int = 0
    orders_on_page: int = 0
    letters_on_page: int = 0

    def begin_page(self) -> None:
        """Count the work of a page from nothing again."""
        self.words_on_page = self.orders_on_page = self.letters_on_page = 0

    def look_up(self) -> None:
        """Count one object that was asked for."""
        self.lookups += 1
        if self.lookups > MAX_LOOKUPS:
            raise TooMuch("objects")

    def unpack(self, size: int) -> None:
        """Count the bytes of an unpacked stream."""
        self.unpacked += size
        if self.unpacked > MAX_UNPACKED:
            raise TooMuch("streams")

    def word(self) -> None:
        """Count one word of the file's grammar."""
        self.words += 1
        self.words_on_page += 1
        if self.words > MAX_WORDS or self.words_on_page > MAX_WORDS_ON_PAGE:
            raise TooMuch("words")

    def decode(self, steps: int) -> None:
        """Count the steps of unpacking what is unpacked step by step; they take as long as words."""
        self.words += steps
        if self.words > MAX_WORDS:
            raise TooMuch("streams")

    def order(self, weight: int = 1) -> None:
        """Count one drawing order."""
        self.orders += weight
        self.orders_on_page += weight
        if self.orders > MAX_ORDERS or self.orders_on_page > MAX_ORDERS_ON_PAGE:
            raise TooMuch("orders")

    def letter(self) -> None:
        """Count one letter."""
        self.letters += 1
        self.letters_on_page += 1
        if self.letters > MAX_LETTERS or self.letters_on_page > MAX_LETTERS_ON_PAGE:
            raise TooMuch("letters")
