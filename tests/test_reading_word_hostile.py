"""Word files that are damaged, disguised or made to do harm: refused with the reason, or survived."""

from __future__ import annotations

import io
import random
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.diagnostics import Refused
from generator.messages import Messages
from generator.reading.word import package as limits
from generator.reading.word import read_word
from generator.seen import SeenPaper
from tests import rendering
from tests.word_files import MAIN_TYPE, box, docx, p, packed, r, seen, style, table, texts, unpacked

GOOD = docx(p("Thông báo"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(500)


def changed(**parts: bytes | str) -> bytes:
    """Return the good file with parts replaced; a name is the file's with its folder."""
    return packed({**unpacked(GOOD), **parts})


def doubled() -> bytes:
    buffer = io.BytesIO(GOOD)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("WORD/document.xml", "<x/>")
    return buffer.getvalue()


def with_encrypted_entry() -> bytes:
    """Return the good file with the flag of an encrypted entry, in both of its places."""
    data = bytearray(GOOD)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + offset] |= 1
            start = data.find(mark, start + 4)
    return bytes(data)


ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 9}">' for n in range(1, 9))
LAUGHS = f'<!DOCTYPE w [<!ENTITY a0 "ha">{ENTITIES}]><w:document xmlns:w="x">&a8;</w:document>'
OUTSIDE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]><w:document xmlns:w="x">&a;</w:document>'
DEEP = f'<w:document xmlns:w="x">{"<w:a>" * 5000}{"</w:a>" * 5000}</w:document>'
MAIN = "word/document.xml"

HOSTILE = {
    "empty": (b"", "word-not-word"),
    "text": (b"Kinh gui", "word-not-word"),
    "pdf": (b"%PDF-1.7", "word-other-kind"),
    "rtf": (b"{\\rtf1 a}", "word-other-kind"),
    "html": (b"\xef\xbb\xbf<HTML><body>", "word-other-kind"),
    "flat xml": (b'<?xml version="1.0"?><pkg:package/>', "word-other-kind"),
    "old word": (ole("WordDocument"), "word-old-format"),
    "encrypted": (ole("EncryptedPackage"), "word-encrypted"),
    "other ole": (ole("Workbook"), "word-not-word"),
    "encrypted zip": (with_encrypted_entry(), "word-encrypted"),
    "only the start": (GOOD[: len(GOOD) // 2], "word-damaged"),
    "only the mark": (b"PK\x03\x04", "word-damaged"),
    "empty zip": (packed({}), "word-not-word"),
    "another zip": (packed({"a.txt": "a"}), "word-not-word"),
    "open document": (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "word-other-kind"),
    "excel": (
        docx(p("a"), main_type=MAIN_TYPE.replace("wordprocessingml", "spreadsheetml")),
        "word-other-kind",
    ),
    "macros by type": (
        docx(p("a"), main_type="application/vnd.ms-word.document.macroEnabled.main+xml"),
        "word-macros",
    ),
    "macros by part": (changed(**{"word/vbaProject.bin": b"x"}), "word-macros"),
    "part twice": (doubled(), "word-part-twice"),
    "no main part": (
        packed({name: data for name, data in unpacked(GOOD).items() if name != MAIN}),
        "word-part-missing",
    ),
    "no relations": (changed(**{"_rels/.rels": "<Relationships/>"}), "word-part-missing"),
    "main part of another kind": (changed(**{MAIN: "<a/>"}), "word-part-missing"),
    "no body": (changed(**{MAIN: unpacked(GOOD)[MAIN].replace(b"w:body", b"w:tail")}), "word-part-missing"),
    "not well-formed": (changed(**{MAIN: "<w:document"}), "word-part-broken"),
    "broken styles": (changed(**{"word/styles.xml": "<w:styles"}), "word-part-broken"),
    "laughs": (changed(**{MAIN: LAUGHS}), "word-part-broken"),
    "entity from outside": (changed(**{MAIN: OUTSIDE}), "word-part-broken"),
    "deep": (changed(**{MAIN: DEEP}), "word-part-broken"),
    "bomb": (changed(**{"word/media/a.bin": bytes(30_000_000)}), "word-unpacks-too-large"),
    "many parts": (
        packed({**unpacked(GOOD), **{f"x/{n}": "" for n in range(limits.LIMITS.parts)}}),
        "word-too-many-parts",
    ),
}


@pytest.mark.parametrize(("data", "code"), HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_sound_word_file_is_refused_with_its_reason(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_word(data, "văn bản.docx")
    (diagnostic,) = refused.value.diagnostics
    assert diagnostic.code == code
    assert diagnostic.place.file == "văn bản.docx"
    for language in ("vi", "en"):
        sentence, hint = Messages(language).say(diagnostic.code, diagnostic.arguments)
        assert code not in sentence
        assert hint


def test_the_good_file_of_these_tests_is_read() -> None:
    assert texts(read_word(GOOD, "x")) == ["Thông báo"]


def test_a_file_too_large_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_FILE", 100)
    with pytest.raises(Refused, match="word-too-large"):
        read_word(GOOD, "x")


def test_a_part_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_PART", 700)
    with pytest.raises(Refused, match="word-part-too-large"):
        read_word(GOOD, "x")


def test_a_part_outside_its_folder_is_no_file_of_the_machine() -> None:
    rels = unpacked(GOOD)["word/_rels/document.xml.rels"].replace(b"styles.xml", b"../../../etc/passwd")
    assert texts(read_word(changed(**{"word/_rels/document.xml.rels": rels}), "x")) == ["Thông báo"]


def test_values_that_are_no_numbers_are_passed_over() -> None:
    look = '<w:sz w:val="big"/><w:spacing w:val="1e999"/><w:w w:val="x%"/><w:color w:val=""/>'
    form = '<w:ind w:firstLine="nan" w:left=""/><w:spacing w:line="inf" w:before="-"/><w:jc w:val="?"/>'
    form += '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="x"/></w:numPr><w:outlineLvl/>'
    paragraph = seen(p(r("a", look), form), section='<w:pgSz w:w="a"/><w:pgMar w:top="z"/>').paragraphs[0]
    assert (paragraph.text, paragraph.stretches[0].size, paragraph.first_line) == ("a", 14, 0)
    assert (paragraph.align, paragraph.line_spacing) == ("left", 1)


def test_deep_nesting_within_the_limit_is_read() -> None:
    """libxml2 refuses more than 256 levels; up to there Python has to hold out as well."""
    inside = p("trong cùng")
    for _ in range(60):
        inside = table([inside])
    assert texts(seen(inside)) == ["trong cùng"]
    wrapped = r("trong cùng")
    for _ in range(120):
        wrapped = f"<w:sdt><w:sdtContent>{wrapped}</w:sdtContent></w:sdt>"
    assert texts(seen(p(wrapped))) == ["trong cùng"]
    hung = p("trong cùng")
    for _ in range(15):
        hung = p(box(hung))
    assert texts(seen(hung)) == ["trong cùng"]


def test_a_long_chain_of_styles_ends() -> None:
    styles = "".join(style(f"S{n}", based=f"S{n + 1}") for n in range(3000))
    assert texts(seen(p("a", '<w:pStyle w:val="S0"/>'), styles=styles)) == ["a"]


@given(choice=st.randoms())
@settings(max_examples=60, deadline=None)
def test_bytes_changed_at_random_give_a_paper_or_a_reason(choice: random.Random) -> None:
    data = bytearray(rendering.word_of("short_notice"))
    for _ in range(choice.randint(1, 12)):
        data[choice.randrange(len(data))] = choice.randrange(256)
    outcome(bytes(data[: choice.randint(1, len(data))] if choice.random() < 0.3 else data))


@given(choice=st.randoms())
@settings(max_examples=100, deadline=None)
def test_elements_moved_and_lost_at_random_give_a_paper_or_a_reason(choice: random.Random) -> None:
    """The zip is sound, the markup is not what any program writes."""
    parts = unpacked(rendering.word_of("short_notice"))
    name = choice.choice([MAIN, MAIN, "word/styles.xml", "word/header1.xml", "word/_rels/document.xml.rels"])
    root = etree.fromstring(parts[name])
    for _ in range(choice.randint(1, 30)):
        elements = [item for item in root.iter() if item.getparent() is not None]
        one, other = choice.choice(elements), choice.choice(elements)
        parent = one.getparent()
        if parent is None or any(item is one for item in (other, *other.iterancestors())):
            continue
        parent.remove(one)
        if choice.random() < 0.7:
            other.append(one)
    outcome(packed({**parts, name: etree.tostring(root)}))


def outcome(data: bytes) -> None:
    try:
        paper = read_word(data, "x")
    except Refused as refused:
        codes = [item.code for item in refused.diagnostics]
    else:
        codes = []
        assert isinstance(paper, SeenPaper)
        assert [x.number for x in paper.paragraphs] == sorted({x.number for x in paper.paragraphs})
    assert all(code.startswith("word-") for code in codes)


def test_a_file_of_two_hundred_pages_is_read_in_seconds() -> None:
    text = (
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh về kiểm tra công tác " * 4
    )
    rows = [[p(str(n)), p("Ủy ban nhân dân xã Ví Dụ")] for n in range(2000)]
    data = docx("".join(p(text) for _ in range(2000)) + table(*rows))
    started = time.perf_counter()
    paper = read_word(data, "x")
    assert time.perf_counter() - started < 20
    assert len(paper.paragraphs) == 6000
