"""Plain text, and finished files of any kind by what they are."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Refused
from generator.messages import LANGUAGES, Messages
from generator.reading import any_file, plain
from generator.reading.any_file import read_finished
from generator.reading.plain import read_plain
from generator.seen import Medium
from tests.pdf_files import page_file, text
from tests.rendering import pdf_of, word_of

PAPER = "ỦY BAN NHÂN DÂN\n\n  Số: 45/TB-UBND\r\nkết thúc./.\r"


def refusal(data: bytes):
    with pytest.raises(Refused) as caught:
        read_plain(data, "van-ban.txt")
    return caught.value.diagnostics[0]


def said(item) -> None:
    for language in LANGUAGES:
        sentence, hint = Messages(language).say(item.code, item.arguments)
        assert hint
        assert "{" not in sentence


# --- plain text


@pytest.mark.parametrize(
    "data",
    [
        PAPER.encode(),
        PAPER.encode("utf-8-sig"),
        PAPER.encode("utf-16"),
        b"\xfe\xff" + PAPER.encode("utf-16-be"),
    ],
)
def test_lines_are_paragraphs_with_the_number_of_their_line(data):
    paper = read_plain(data, "van-ban.txt")
    assert paper.medium is Medium.TEXT
    assert [(item.number, item.line, item.text) for item in paper.paragraphs] == [
        (1, 1, "ỦY BAN NHÂN DÂN"),
        (3, 3, "  Số: 45/TB-UBND"),
        (4, 4, "kết thúc./."),
    ]


def test_text_has_no_look():
    (stretch,) = read_plain(b"Xin", "x").paragraphs[0].stretches
    assert (stretch.font, stretch.size, stretch.bold, stretch.colour) == (None, None, None, None)
    assert read_plain(b"Xin", "x").pages is None


def test_marks_are_composed_as_in_typed_text_and_blanks_are_kept():
    (paragraph,) = read_plain("Viê\u0323t\u00a0Nam".encode(), "x").paragraphs
    assert paragraph.text == "Việt\u00a0Nam"


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        ("một\nTiếng".encode("cp1258", "replace") + b"\xff", "file-not-utf8", 2),
        ("Việt Nam".encode("utf-16-le"), "file-utf16", 0),
        (b"\xff\xfea", "file-utf16", 0),
        (b"mot\nhai\x07", "character-control", 2),
        (b"a" + "\u0301".encode() * 20, "character-unprintable", 1),
    ],
)
def test_what_is_no_plain_text_is_told_with_its_place(data, code, line):
    item = refusal(data)
    assert (item.code, item.place.file, item.place.line) == (code, "van-ban.txt", line)


def test_too_much_text_is_refused(monkeypatch):
    assert refusal(b"a" * (plain.MAX_BYTES + 1)).code == "text-too-large"
    monkeypatch.setattr(plain, "MAX_LINES", 3)
    assert refusal(b"a\n" * 3).code == "text-too-long"
    assert len(read_plain(b"a\na\na", "x").paragraphs) == 3


@given(st.lists(st.text("aăâđêôơưạẢ 0123456789\t\u00a0.;", max_size=30), max_size=20))
def test_any_text_put_in_comes_out(lines):
    paper = read_plain("\n".join(lines).encode(), "x")
    assert [item.text for item in paper.paragraphs] == [line for line in lines if line.strip()]


# --- any file


def finished(tmp_path, name: str, data: bytes):
    path = tmp_path / name
    path.write_bytes(data)
    return read_finished(path, name)


def refused(tmp_path, name: str, data: bytes):
    with pytest.raises(Refused) as caught:
        finished(tmp_path, name, data)
    (item,) = caught.value.diagnostics
    assert item.place.file == name
    said(item)
    return item.code


@pytest.mark.parametrize(
    ("name", "data", "medium"),
    [
        ("a.pdf", page_file(text(9, 700, "Abc")), Medium.PDF),
        ("A.PDF", b"\n" + page_file(text(9, 700, "Abc")), Medium.PDF),
        ("khong-duoi", page_file(text(9, 700, "Abc")), Medium.PDF),
        ("a.txt", "Xin chào".encode(), Medium.TEXT),
        ("a.md", "\ufeffXin chào".encode(), Medium.TEXT),
        ("a", b"Xin", Medium.TEXT),
    ],
)
def test_a_file_is_read_as_what_it_is(tmp_path, name, data, medium):
    paper = finished(tmp_path, name, data)
    assert paper.medium is medium
    assert len(paper.paragraphs) == 1


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", page_file(b""), "paper-other-kind"),
        ("a.txt", page_file(b""), "paper-other-kind"),
        ("a.pdf", b"Xin", "paper-other-kind"),
        ("a.docx", b"Xin", "paper-other-kind"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "paper-old-word"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "paper-old-word"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(99), "paper-picture"),
        ("a.pdf", b"\x89PNG\r\n" + bytes(99), "paper-picture"),
        ("a.rtf", b"{\\rtf1 Xin}", "paper-kind-unread"),
        ("a.odt", b"PK\x03\x04 mimetype", "paper-kind-unread"),
        ("a.pdf", b"", "paper-empty"),
        ("a.txt", b" \n ", "paper-empty"),
    ],
)
def test_a_file_of_another_kind_is_told(tmp_path, name, data, code):
    assert refused(tmp_path, name, data) == code


def test_a_word_file_named_pdf_is_told(tmp_path):
    assert refused(tmp_path, "a.pdf", word_of("short_notice")) == "paper-other-kind"


def test_our_own_pdf_is_read(tmp_path):
    assert finished(tmp_path, "thong-bao.pdf", pdf_of("short_notice")).pages == 1


def test_what_cannot_be_opened_is_told(tmp_path, monkeypatch):
    with pytest.raises(Refused) as caught:
        read_finished(tmp_path / "khong-co.pdf", "khong-co.pdf")
    assert caught.value.diagnostics[0].code == "file-missing"
    with pytest.raises(Refused) as caught:
        read_finished(tmp_path, "thu-muc")
    assert caught.value.diagnostics[0].code == "paper-not-regular"
    os.mkfifo(tmp_path / "ong.pdf")
    with pytest.raises(Refused) as caught:
        read_finished(tmp_path / "ong.pdf", "ong.pdf")
    assert caught.value.diagnostics[0].code == "paper-not-regular"
    monkeypatch.setattr(any_file, "MAX_BYTES", 10)
    assert refused(tmp_path, "a.txt", b"a" * 11) == "paper-too-large"
