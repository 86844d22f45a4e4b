"""The papers that are measured: the fictional sample of three pages, each run with other figures."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.speed.timing import ROOT
from generator.batch import load_all
from generator.compose.order import DRAFT
from generator.document import Align, Annex, BlockKind, Cell, Document, Paragraph, Run, Table
from generator.project import Project, find_project
from generator.workshop import Workshop

if TYPE_CHECKING:
    from generator.load import Loaded

SAMPLE = "mau-mot-cua-phuong-dac-khu"
"""The sample inspection whose one paper, a notice, has three pages."""
FILE = Path("inspections/2026") / f"{SAMPLE}.yaml"


@cache
def project() -> Project:
    """Return the project with the samples."""
    return find_project(ROOT)


@cache
def workshop() -> Workshop:
    """Return the renderers, warm for all rows."""
    return Workshop(project())


@cache
def sample() -> Document:
    """Return the notice as the program composes it for a draft."""
    batch = load_all(project(), (SAMPLE,))
    item: Loaded = batch.loaded[0]
    paper = item.inspection.documents[0]
    _, composer = workshop().composer(paper.kind)
    return composer.compose(item, paper, batch.catalogues, DRAFT).document


def varied(document: Document, number: int) -> Document:
    """Return the paper with every digit of its texts moved on: digits are of one width, the layout stays.

    So no run can be answered with what an earlier run left in a cache of texts.
    """
    turned = str.maketrans("0123456789", "".join(str((digit + number) % 10) for digit in range(10)))
    return _turned(document, turned)


def _turned(value: Any, digits: dict[int, int]) -> Any:
    if isinstance(value, Run):
        return replace(value, text=value.text.translate(digits))
    if isinstance(value, tuple):
        return tuple(_turned(item, digits) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {each.name: _turned(getattr(value, each.name), digits) for each in fields(value)}
        return replace(value, **changed)
    return value


def annex(rows: int = 1000, columns: int = 13) -> Document:
    """Return a paper with a separate annex of figures: landscape, a running number, a unit, numbers."""
    head = (
        tuple(_cell(f"Cột {number}", Align.CENTER) for number in range(1, columns + 1)),
        tuple(_cell(f"({number})", Align.CENTER) for number in range(1, columns + 1)),
    )
    body = tuple(
        (
            _cell(str(row), Align.CENTER),
            _cell(f"UBND xã Ví Dụ {row}", Align.LEFT),
            *(_cell(f"{(row * 37 + column * 101) % 10_000}", Align.RIGHT) for column in range(columns - 2)),
        )
        for row in range(1, rows + 1)
    )
    table = Table("Số lượng hồ sơ", (4, 16, *(6.5,) * (columns - 2)), head, body)
    source = Paragraph(BlockKind.SOURCE, (Run("Nguồn số liệu: hư cấu./."),))
    made = Annex("so-lieu", "Phụ lục", "SỐ LIỆU HƯ CẤU", (), (table, source), landscape=True, separate=True)
    return replace(sample(), annexes=(made,))


def _cell(text: str, align: Align) -> Cell:
    return Cell((Run(text),), align)
