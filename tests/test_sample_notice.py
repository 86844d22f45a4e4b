"""The fictional notice says what the sample paper says, word for word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.document import Document, Paragraph, Table, plain
from tests.inspections import composed, sample

SAMPLE = Path(__file__).parent / "data" / "samples" / "mau-thong-bao.md"


def clean(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def sample_lines(sample: Path = SAMPLE) -> list[str]:
    """Return the sample's lines: a paragraph is one, a cell of a table is one; marks are gone."""
    inside = sample.read_text(encoding="utf-8").split("=====")[1]
    inside = re.sub(r"<!--.*?-->", "", inside)
    found: list[str] = []
    for line in inside.splitlines():
        parts = line.strip("|").split("|") if line.startswith("|") else [line]
        for part in (piece for cell in parts for piece in cell.split("<br>")):
            text = clean(part.replace("*", ""))
            if text and not re.fullmatch(r"[—:\- ]+", text):
                found.append(text)
    return found


def rows(table: Table) -> list[str]:
    cells = [cell for row in (*table.body, *table.total) for cell in row]
    return [clean(plain(cell.runs)) for cell in cells if plain(cell.runs)]


def blocks(document: Document) -> list[str]:
    found: list[str] = []
    for block in document.blocks():
        if isinstance(block, Paragraph):
            found.append(clean(f"{block.label} {plain(block.runs)}"))
        else:
            found += rows(block)
    return found


@pytest.fixture(scope="module")
def document() -> Document:
    """The notice as signed on paper: number, day and medium as the sample has them."""
    loaded = sample()
    paper = loaded.inspection.documents[0].model_copy(
        update={"number": "45/TB-UBND", "date": sample_day(), "medium": "giay"}
    )
    return composed(loaded, paper, "trinh-ky").document


def sample_day() -> object:
    from datetime import date

    return date(2026, 5, 18)


def test_head_title_and_subject_are_the_samples(document: Document) -> None:
    said = [
        *[plain(runs) for runs in document.head.agency],
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        clean(plain(document.head.number)),
        clean(plain(document.head.place_date)),
        document.kind,
    ]
    lines = sample_lines()
    assert said == lines[:7]
    assert clean(plain(document.subject)) == " ".join(lines[7:10])


def test_every_paragraph_and_cell_is_the_samples(document: Document) -> None:
    lines = sample_lines()
    text = " ".join(lines[10:])
    for said in blocks(document):
        assert said in text, said


def test_the_samples_body_has_nothing_more(document: Document) -> None:
    said = set(blocks(document))
    body = sample_lines()[10:]
    end = body.index("Nơi nhận:")
    missing = [line for line in body[:end] if line not in said]
    assert missing == []


def test_the_samples_body_stands_in_the_same_order(document: Document) -> None:
    body = sample_lines()[10:]
    body = body[: body.index("Nơi nhận:")]
    said = [
        clean(f"{block.label} {plain(block.runs)}") for block in document.body if isinstance(block, Paragraph)
    ]
    assert said == body


def test_recipients_and_signature_are_the_samples(document: Document) -> None:
    lines = sample_lines()
    start = lines.index("Nơi nhận:") + 1
    said = [clean(plain(item)) for item in document.recipients]
    (signature,) = document.signatures
    said += [plain(line) for line in signature.lines]
    said.append(plain(signature.name))
    assert lines[start : start + len(said)] == said


def test_annexes_have_the_samples_titles_rows_and_ends(document: Document) -> None:
    lines = sample_lines()
    text = " ".join(lines)
    for annex in document.annexes:
        assert annex.label in lines
        assert annex.title in text
        assert clean(plain(annex.reference)) in text
    tables = [block for annex in document.annexes for block in annex.blocks if isinstance(block, Table)]
    assert [len(table.body) for table in tables] == [3, 3, 15]
    flat = [cell for table in tables for cell in rows(table)]
    assert all(cell in lines for cell in flat)
    assert text.count("./.") == 3


def test_the_check_would_find_a_changed_word(document: Document) -> None:
    changed = "UBND 04 xã có tổng số 13.462 hồ sơ"
    assert changed not in " ".join(sample_lines())
    assert any("UBND 03 xã có tổng số 13.462 hồ sơ" in said for said in blocks(document))
