"""The marks of the line language, and the numbers the composer gives to what they mark."""

from __future__ import annotations

import pytest

from generator.compose.line_language import Slots, parse_wording
from generator.compose.numbering import Position, numbered, places
from generator.compose.pieces import said
from generator.document import BlockKind, Run


def parsed(text: str):
    return parse_wording(text, Slots()).body


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("Thân văn", BlockKind.PARAGRAPH, "Thân văn"),
        ("# KẾT QUẢ", BlockKind.SECTION, "KẾT QUẢ"),
        ("## Công khai", BlockKind.TITLED_CLAUSE, "Công khai"),
        ("1. Khoản", BlockKind.CLAUSE, "Khoản"),
        ("a) Điểm", BlockKind.POINT, "Điểm"),
        ("@ CHỦ TỊCH", BlockKind.AUTHORITY, "CHỦ TỊCH"),
        ("> Căn cứ Luật;", BlockKind.BASIS, "Căn cứ Luật;"),
        ("=> QUYẾT ĐỊNH:", BlockKind.DECIDES, "QUYẾT ĐỊNH:"),
        ("= Nguồn", BlockKind.SOURCE, "Nguồn"),
        ("Điều 1. Thành lập Đoàn", BlockKind.ARTICLE, "Thành lập Đoàn"),
        ("# Điều 1. Phạm vi", BlockKind.TITLED_ARTICLE, "Phạm vi"),
        ("#  Điều 1.  Phạm vi", BlockKind.TITLED_ARTICLE, "Phạm vi"),
    ],
)
def test_a_mark_says_what_its_line_is(line, kind, words):
    (found,) = parsed(line)
    assert (found.kind, found.pieces) == (kind, (Run(words),))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Điều 5 có hiệu lực", "Điều 5 có hiệu lực"),
        ("Điều 1.2 trở đi", "Điều 1.2 trở đi"),
        ("Điều 1\\. viết thường", "Điều 1. viết thường"),
        ("@chu-tich", "@chu-tich"),
        (">5 ngày", ">5 ngày"),
        ("=>x", "=>x"),
    ],
)
def test_what_is_no_whole_mark_is_text(line, words):
    (found,) = parsed(line)
    assert (found.kind, "".join(piece.text for piece in found.pieces)) == (BlockKind.PARAGRAPH, words)


def test_data_is_no_mark():
    slots = Slots()
    text = slots.put(said("Điều 1. ")) + slots.put(said("> x"))
    (found,) = parse_wording(text, slots).body
    assert found.kind is BlockKind.PARAGRAPH


def test_articles_are_counted_through_and_clauses_begin_anew_in_each():
    lines = parsed(
        "# CHUNG\n# Điều 1. Tên\n1. một\na) x\n1. hai\nĐiều 1. ba\n1. [#lai] bốn\n# RIÊNG\nĐiều 1. [#ba] năm"
    )
    positions: dict[str, Position] = {}
    labels = [label for label, _ in numbered(lines, positions)]
    assert labels == ["I.", "Điều 1.", "1.", "a)", "2.", "Điều 2.", "1.", "II.", "Điều 3."]
    assert str(positions["lai"]) == "khoản 1 Điều 2"
    assert str(positions["ba"]) == "Điều 3"


def test_places_of_articles_and_sections_are_told_apart():
    points = [Position(article="2", clause="1", point=point) for point in "ba"]
    assert places([*points, Position("I", "1", "a")]) == "điểm a, b khoản 1 Điều 2; điểm a khoản 1 Mục I"
