"""The register as a book: ten columns, a cover, in Word, PDF and Excel (NĐ 30/2020, Điều 16; PL IV, I).

Its wording is ``templates/_layout/so-dang-ky.yaml``. What is not known stays empty for the pen.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from generator.compose.letterhead import Letterhead
from generator.document import (
    Annex,
    BlockKind,
    Cell,
    Document,
    Head,
    Paragraph,
    Properties,
    Run,
    Signature,
    Table,
)
from generator.issuing.naming import ascii_name
from generator.kinds import ALIGN
from generator.model.fields import Count, OneOf, Record, Text
from generator.validation import validated
from generator.wording import short_date
from generator.yaml_source import read_source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.catalogues.entries import Catalogues
    from generator.issuing.record import Entry
    from generator.issuing.register import Change, Line, Series
    from generator.kinds import TemplateFolders

LAYOUT = "so-dang-ky"
_WORDS = f"{LAYOUT}.yaml"

_Value = OneOf(
    number="số, ký hiệu",
    day="ngày",
    title="tên loại và trích yếu",
    signer="người ký",
    recipients="nơi nhận",
    kept_by="nơi lưu",
    copies="số bản phát hành",
    sent="để trống: ngày chuyển",
    received="để trống: ký nhận",
    note="ghi chú",
)
FIELDS = tuple(_Value.choices)
"""The ten contents of a line, in the order of the annex, as data names them."""


class Column(Record):
    """A column: its head, its width beside the others, what stands in it."""

    value: Annotated[str, _Value]
    head: Text
    width: Count
    align: Annotated[str, OneOf(left="trái", center="giữa", right="phải")] = "left"


class Words(Record):
    """``so-dang-ky.yaml``: everything the book says that is not of a paper."""

    title: Text
    cover: tuple[Text, ...]
    columns: tuple[Column, ...] = Field(min_length=1)
    paper: Text
    changed_by: dict[str, Text]
    changes: dict[str, Text]


def words_of(folders: TemplateFolders) -> Words:
    """Return the wording of the book, the office's own or the shipped one; Refused when it is wrong."""
    path = folders.layout(_WORDS)
    return validated(Words, read_source(path, f"templates/_layout/{_WORDS}"), None)


def cells_of(line: Line, words: Words) -> dict[str, str]:
    """Return the ten contents of a line as they are printed; "" for what is not known."""
    entry = line.entry
    return {
        "number": entry.number,
        "day": short_date(line.day),
        "title": _text(entry.title),
        "signer": _text(entry.signer),
        "recipients": "; ".join(map(_text, entry.recipients)),
        "kept-by": _text(entry.kept_by),
        "copies": str(entry.copies) if entry.copies else "",
        "sent": "",
        "received": "",
        "note": note_of(line, words),
    }


def note_of(line: Line, words: Words) -> str:
    """Return Ghi chú: what the paper changed, then what became of it."""
    said = [_changed(change, words.changes, words) for change in line.changes]
    said += [_changed(change, words.changed_by, words) for change in line.changed_by]
    return "; ".join(filter(None, said))


def _changed(change: Change, phrases: Mapping[str, str], words: Words) -> str:
    phrase = phrases.get(change.step.value, "")
    return _filled(phrase, {"paper": _cited(change.entry, words) if change.entry else ""}).strip()


def _cited(entry: Entry, words: Words) -> str:
    """Return how another paper is named: "Công văn số 1520/UBND-KSTT ngày 22/5/2026"."""
    shown = short_date(date.fromisoformat(entry.day))
    return _filled(words.paper, {"kind": entry.kind, "number": entry.number, "day": shown}).strip()


def _filled(text: str, values: Mapping[str, str | int]) -> str:
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def _text(printed: str) -> str:
    return printed.replace("\u00a0", " ").strip()


# --- the book -------------------------------------------------------------------------------------------


def book_of(series: Series, words: Words, catalogues: Catalogues) -> Document:
    """Return the book of one series: its cover as the head, its table as an annex lying on its side."""
    superior, agency = _agency(series, catalogues)
    cover = [_filled(line, _on_cover(series)) for line in words.cover if series.kind or "{kind}" not in line]
    return Document(
        head=Head(superior, tuple((Run(line),) for line in agency), (), ()),
        kind=words.title,
        subject=(),
        body=tuple(Paragraph(BlockKind.PARAGRAPH, (Run(line),)) for line in cover),
        recipients=(),
        signatures=(Signature((), ()),),
        annexes=(_annex(series, words, (*superior, *agency)),),
        properties=Properties(f"{words.title} {series.year}", " ".join(agency), book_name(series)),
    )


def sheets_of(books: Sequence[Document]) -> Document:
    """Return one document with the tables of all books, for one workbook."""
    return replace(books[0], annexes=tuple(annex for book in books for annex in book.annexes))


def book_name(series: Series) -> str:
    """Return what the files of a book are called: ``so-dang-ky_2026_ubnd-tinh-mau_TB``."""
    parts = [LAYOUT, str(series.year), ascii_name(series.owner), ascii_name(series.kind)]
    return "_".join(part for part in parts if part)


def _on_cover(series: Series) -> dict[str, str | int]:
    days = sorted(line.day for line in series.lines)
    first, last = series.lines[0].number, series.lines[-1].number
    return {
        "year": series.year,
        "kind": series.kind_name,
        "first_day": short_date(days[0]),
        "last_day": short_date(days[-1]),
        "first": f"{first:02}",
        "last": f"{last:02}",
    }


def _agency(series: Series, catalogues: Catalogues) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of the superior and of the agency, as at the head of its last paper."""
    last = series.lines[-1]
    if last.issuer not in catalogues.agencies:
        return (), (series.owner or last.issuer,)
    letterhead = Letterhead(catalogues, last.issuer, last.day)
    return letterhead.superior_lines(), letterhead.own_lines()


def _annex(series: Series, words: Words, agency: Sequence[str]) -> Annex:
    columns = words.columns
    head = tuple(Cell((Run(column.head),), ALIGN["center"]) for column in columns)
    numbers = tuple(Cell((Run(f"({turn})"),), ALIGN["center"]) for turn in range(1, len(columns) + 1))
    found = [cells_of(line, words) for line in series.lines]
    rows = tuple(tuple(_cell(cells[column.value], column) for column in columns) for cells in found)
    label = " ".join(filter(None, (series.kind_name, str(series.year))))
    table = Table(words.title, tuple(float(column.width) for column in columns), (head, numbers), rows)
    return Annex(book_name(series), label, " ".join(agency), (), (table,), landscape=True)


def _cell(text: str, column: Column) -> Cell:
    return Cell((Run(text),) if text else (), ALIGN[column.align])
