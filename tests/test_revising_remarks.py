"""Remarks on somebody's Word paper: real comments of Word, and nothing else in the file is another."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx as python_docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Refused
from generator.reading.word import read_word
from generator.revising import Remark, annotated
from tests import rendering
from tests.proofs import open_xml_sdk, word_audit
from tests.word_files import A4, box, docx, p, packed, r, table, texts, unpacked

REMARKS = (
    Remark(1, "Cơ quan ban hành: thiếu đường kẻ.", "F21"),
    Remark(11, "Đoạn này canh trái;\nquy định canh đều hai lề.", "F58"),
    Remark(0, "Lề trái 25 mm; quy định 30-35 mm.", "F3"),
    Remark(10_000, "Số trang ở cuối trang."),
)


def comments_of(data: bytes) -> list[str]:
    """The comments as another library reads them."""
    return [comment.text for comment in python_docx.Document(io.BytesIO(data)).comments]


def test_each_remark_is_a_comment_of_word_at_its_paragraph() -> None:
    data = annotated(docx(p("một") + p("hai") + p("ba")), "x", [Remark(2, "sửa", "F4", "Văn thư")])
    document = python_docx.Document(io.BytesIO(data))
    (comment,) = document.comments
    assert (comment.text, comment.author, comment.initials) == ("F4. sửa", "Văn thư", "Vt")
    assert comment.timestamp is None
    marked = document.paragraphs[1]._p.xml
    assert marked.index("commentRangeStart") < marked.index("hai") < marked.index("commentRangeEnd")
    assert "comment" not in document.paragraphs[0]._p.xml


@pytest.mark.parametrize("sample", ["notice", "short_notice", "press_notice"])
def test_a_reader_sees_the_same_paper(sample: str) -> None:
    data = rendering.word_of(sample)
    before, after = read_word(data, "x"), read_word(annotated(data, "x", REMARKS), "x")
    assert (after.paragraphs, after.sections) == (before.paragraphs, before.sections)
    assert after.word is not None
    assert after.word.comments == len(REMARKS)
    assert len(comments_of(annotated(data, "x", REMARKS))) == len(REMARKS)


def test_every_part_but_those_that_carry_comments_stays_byte_for_byte() -> None:
    data = rendering.word_of("notice")
    before, after = unpacked(data), unpacked(annotated(data, "x", REMARKS))
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/comments.xml",
    }
    assert set(before) < set(after)


def test_the_copy_has_no_clock_and_is_the_same_each_time() -> None:
    data = rendering.word_of("notice")
    assert annotated(data, "x", REMARKS) == annotated(data, "x", REMARKS)
    assert b"w:date" not in unpacked(annotated(data, "x", REMARKS))["word/comments.xml"]


def test_without_remarks_the_copy_has_the_parts_of_the_file() -> None:
    data = rendering.word_of("notice")
    assert unpacked(annotated(data, "x", [])) == unpacked(data)


OLD = f'<w:comment w:id="4" w:author="Lan" w:date="2026-05-18T08:00:00Z">{p("xem lại")}</w:comment>'


def test_comments_that_are_there_stay() -> None:
    data = docx(p("một") + p("hai"), comments=OLD)
    parts = unpacked(annotated(data, "x", [Remark(2, "sửa")]))
    kept = OLD.replace("<w:pPr></w:pPr>", "<w:pPr/>").replace("<w:rPr></w:rPr>", "<w:rPr/>")
    assert kept.encode() in parts["word/comments.xml"]
    assert re.findall(rb'<w:comment w:id="(\d+)"', parts["word/comments.xml"]) == [b"4", b"5"]
    assert "word/comments1.xml" not in parts


def test_remarks_on_one_paragraph_stand_beside_one_another() -> None:
    data = annotated(docx(p("một")), "x", [Remark(1, "a"), Remark(1, "b")])
    assert comments_of(data) == ["a", "b"]
    assert texts(read_word(data, "x")) == ["một"]


def test_what_cannot_hold_a_comment_leaves_it_to_the_paragraph_before() -> None:
    """Word takes none in text boxes, heads and feet; a cell of a table can hold one."""
    head = A4 + '<w:headerReference w:type="default" r:id="rId-header1"/>'
    body = p(r("một") + box(p("hộp"))) + table([p("a"), p("b")]) + p("hai")
    data = docx(body, section=head, header1=p("đầu trang"))
    numbers = {x.text: x.number for x in read_word(data, "x").paragraphs}
    for said, holder in (("hộp", "một"), ("b", "b"), ("đầu trang", "hai")):
        parts = unpacked(annotated(data, "x", [Remark(numbers[said], "sửa")]))
        main = parts["word/document.xml"].decode()
        start = main.index("commentRangeStart")
        assert re.findall(r"<w:t [^>]*>([^<]*)", main[start:])[0] == holder
        assert b"comment" not in parts["word/header1.xml"]


@given(st.text(max_size=40), st.text(max_size=8))
def test_any_text_can_be_said(text: str, author: str) -> None:
    data = annotated(docx(p("một")), "x", [Remark(1, text, author=author)])
    (said,) = comments_of(data)
    assert len(said) == len(text)
    assert texts(read_word(data, "x")) == ["một"]


def test_validators_have_nothing_against_the_copies(tmp_path: Path) -> None:
    files = []
    for sample in ("notice", "press_notice"):
        files.append(tmp_path / f"{sample}.docx")
        files[-1].write_bytes(annotated(rendering.word_of(sample), "x", REMARKS))
    assert not word_audit.faults(files)
    assert not open_xml_sdk.faults(files)


def test_a_comment_without_its_part_would_be_seen(tmp_path: Path) -> None:
    """The broken twin of the test above."""
    parts = unpacked(annotated(rendering.word_of("notice"), "x", REMARKS))
    parts["word/comments.xml"] = re.sub(rb'(<w:comment )w:id="0"', rb"\1", parts["word/comments.xml"])
    file = tmp_path / "broken.docx"
    file.write_bytes(packed(parts))
    assert open_xml_sdk.faults([file])


def test_what_cannot_be_copied_is_refused() -> None:
    signed = packed({**unpacked(docx(p("a"))), "_xmlsignatures/sig1.xml": b"<x/>"})
    with pytest.raises(Refused, match="word-signed"):
        annotated(signed, "x", REMARKS)
    strict = {
        name: part.replace(b"schemas.openxmlformats.org/", b"purl.oclc.org/ooxml/")
        .replace(b"wordprocessingml/2006", b"wordprocessingml")
        .replace(b"purl.oclc.org/ooxml/package", b"schemas.openxmlformats.org/package")
        for name, part in unpacked(docx(p("a"))).items()
    }
    with pytest.raises(Refused, match="word-strict"):
        annotated(packed(strict), "x", REMARKS)
    with pytest.raises(Refused, match="word-no-paragraph"):
        annotated(docx(""), "x", REMARKS)
    with pytest.raises(Refused, match="word-not-word"):
        annotated(b"", "x", REMARKS)
