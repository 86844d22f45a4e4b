"""Files that are damaged, locked, or made to harm: told in plain words, and never read for long."""

from __future__ import annotations

import time
import tracemalloc
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Refused
from generator.messages import LANGUAGES, Messages
from generator.reading.pdf import limits, read_pdf
from generator.reading.pdf.limits import Budget, TooMuch
from generator.reading.pdf.streams import inflated
from tests.pdf_files import HELVETICA, locked_file, packed, page_file, pdf_file, stream, text
from tests.rendering import pdf_of

GOOD = text(100, 700, "Abc")
SECONDS, MEGABYTES = 60, 100  # for the whole of one hostile file, on a slow machine
# A tenth and less of the real ones: each guard is the same, and each file as large against it.
SMALL = {
    "MAX_WORDS_ON_PAGE": 60_000,
    "MAX_ORDERS_ON_PAGE": 10_000,
    "MAX_LETTERS_ON_PAGE": 6_000,
    "MAX_POINTS": 5_000,
    "MAX_HELD": 20_000,
    "MAX_LOOKUPS": 100_000,
    "MAX_FONTS": 500,
    "MAX_OBJECT": 1 << 20,
    "MAX_SLOW": 200_000,
    "MAX_HEX": 50_000,
    "MAX_STREAM": 4 << 20,
    "MAX_PREDICTED": 1 << 20,
    "MAX_CODES": 7_000,
}


def read(data: bytes):
    return read_pdf(data, "la.pdf")


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        read(data)
    (item,) = caught.value.diagnostics
    assert item.place.file == "la.pdf"
    for language in LANGUAGES:
        said, hint = Messages(language).say(item.code, item.arguments)
        assert hint
        assert "{" not in said
    return item.code


def pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[%s]>>" % kids}
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return pdf_file(objects | dict.fromkeys(range(3, count + 3), page))


def chain(length: int) -> bytes:
    """A tree of pages as deep as it is long."""
    nodes = {number: b"<</Type/Pages/Kids[%d 0 R]>>" % (number + 1) for number in range(2, length)}
    page = b"<</Type/Page/MediaBox[0 0 99 99]>>"
    return pdf_file({1: b"<</Type/Catalog/Pages 2 0 R>>", **nodes, length: page})


def forms(depth: int, times: int) -> bytes:
    """Forms that draw the next one several times."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
    more = {6 + n: stream(b"/X Do " * times, form % (7 + n)) for n in range(depth)}
    return page_file(b"/X Do", resources=b"/XObject<</X 6 0 R>>", more=more)


def with_letters(letters: bytes) -> bytes:
    """A page whose font says by this map which letters it prints."""
    return page_file(GOOD, more={5: HELVETICA[:-2] + b"/ToUnicode 6 0 R>>", 6: packed(letters)})


def composite(entries: bytes) -> bytes:
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[%s]>>" % entries
    return page_file(GOOD, more={5: font})


@cache
def previous_of_itself() -> bytes:
    data = page_file(GOOD)
    place = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    return data.replace(b"/Root", b"/Prev %d/Root" % place)


HOSTILE = {
    "a bomb of zeros": lambda: page_file(packed(b"q " * 8_000_000)),
    "a bomb in a bomb": lambda: page_file(packed(b"\0" * 8_000_000, times=2)),
    "runs": lambda: page_file(stream(b"\x81q" * 150_000, b"/Filter/RunLengthDecode")),
    "letters of base 85": lambda: page_file(stream(b"z" * 300_000, b"/Filter/ASCII85Decode")),
    "rows of one byte": lambda: page_file(
        packed(b"\0" * 3_000_000, b"/DecodeParms[<</Predictor 12/Columns 1>>]")
    ),
    "states without end": lambda: page_file(packed(b"q " * 9_000)),
    "orders without end": lambda: page_file(packed(b"n " * 11_000)),
    "points without end": lambda: page_file(packed(b"0 0 l " * 6_000)),
    "operands without end": lambda: page_file(packed(b"0 " * 70_000)),
    "lists in lists": lambda: page_file(packed(b"[" * 10_000)),
    "a list without end": lambda: page_file(packed(b"[" + b"1 " * 50_000)),
    "brackets in a text": lambda: page_file(packed(b"(" * 200_000)),
    "letters without end": lambda: page_file(packed(b"BT /F 9 Tf (" + b"A" * 7_000 + b") Tj ET")),
    "figures without end": lambda: page_file(packed(b"<" + b"41" * 200_000 + b"> Tj")),
    "pictures without end": lambda: page_file(packed(b"BI /W 1 /H 1 ID EI " * 15_000)),
    "forms that draw each other": lambda: forms(20, 3),
    "forms in forms": lambda: forms(30, 1),
    "a reference to itself": lambda: page_file(b"<<>>", more={4: b"4 0 R"}),
    "a catalogue that is itself": lambda: pdf_file({1: b"1 0 R"}),
    "widths for every code": lambda: composite(b"<</Subtype/CIDFontType2/W[0 999999999 500]>>"),
    "a letter for every code": lambda: with_letters(
        b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange"
    ),
    "all letters again and again": lambda: with_letters(
        b"1 beginbfrange <0000> <0fff> <0041> endbfrange " * 100
    ),
    "an object without end": lambda: b"%PDF-1.4\n1 0 obj (" + b"x" * 3_000_000,
    "objects without end": lambda: page_file(GOOD, page=b"/Annots[%s]" % (b"5 0 R " * 50_000)),
    "fonts without end": lambda: page_file(
        GOOD, resources=b"/Font<<%s>>" % b"".join(b"/F%d<</BaseFont/A>>" % n for n in range(600))
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_asks_for_too_much_is_refused_in_time_and_room(name, monkeypatch):
    data = HOSTILE[name]()
    for limit, value in SMALL.items():
        monkeypatch.setattr(limits, limit, value)
    tracemalloc.start()
    started = time.process_time()
    try:
        assert refusal(data) == "pdf-too-much"
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert time.process_time() - started < SECONDS
    assert most < MEGABYTES << 20


SURVIVED = {
    "a table before itself": (previous_of_itself, ["Abc"]),
    "a form that draws itself": (
        lambda: page_file(
            GOOD + b"/X Do",
            resources=b"/Font<</F 5 0 R>>/XObject<</X 6 0 R>>",
            more={6: stream(b"/X Do", b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")},
        ),
        ["Abc"],
    ),
    "a font that is its own": (lambda: composite(b"5 0 R"), []),
    "numbers beyond numbers": (lambda: page_file(b"9" * 5000 + b" w 1e400 0 m " + GOOD), ["Abc"]),
    "a font that is missing": (lambda: page_file(b"BT /G 9 Tf (x) Tj ET " + GOOD), ["Abc"]),
    "a wrong table of objects": (lambda: page_file(GOOD).replace(b"/Pages 2 0 R", b"/Pages  2 0 R"), ["Abc"]),
    "no table of objects": (lambda: page_file(GOOD).partition(b"startxref")[0], ["Abc"]),
    "a mark before the file": (lambda: b"\xef\xbb\xbf\n" + page_file(GOOD), ["Abc"]),
    "an empty password": (lambda: locked_file(b""), ["khoa"]),
}


@pytest.mark.parametrize("name", SURVIVED)
def test_what_a_reader_of_pdf_survives_is_read(name):
    make, said = SURVIVED[name]
    assert [item.words for item in read(make()).reading()] == said


def test_a_file_that_opens_without_a_password_is_told_as_restricted():
    assert read(locked_file(b"")).pdf.restricted
    assert not read(page_file(GOOD)).pdf.restricted


def test_a_locked_file_is_refused():
    assert refusal(locked_file(b"mat khau")) == "pdf-locked"


def test_what_is_no_pdf_is_refused():
    for data in (b"", b"PK\x03\x04", b"Xin chao", bytes(range(256)) * 9):
        assert refusal(data) == "pdf-not-one"


def test_a_file_without_pages_is_damaged():
    assert refusal(b"%PDF-1.7\n%%EOF") == "pdf-damaged"
    assert refusal(pdf_file({1: b"<</Type/Catalog>>"})) == "pdf-damaged"
    assert refusal(pdf_file({1: b"<</Pages 2 0 R>>", 2: b"<</Kids[2 0 R]>>"})) == "pdf-damaged"
    assert refusal(page_file(GOOD).replace(b"595.28", b"0.0000")) == "pdf-damaged"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.95])
def test_a_file_that_is_cut_off_is_damaged(share):
    data = pdf_of("short_notice")
    assert refusal(data[: int(len(data) * share)]) == "pdf-damaged"


def test_a_page_that_cannot_be_drawn_to_its_end_is_told():
    paper = read(page_file(packed(b"\0" * 900, b"/DecodeParms[<</Predictor 12/Columns -5>>]")))
    assert paper.not_read == ("damaged-page",)
    assert paper.pdf.pages_without_text == (1,)


def test_a_tree_of_pages_without_end_is_refused(monkeypatch):
    assert refusal(chain(200)) == "pdf-too-many-pages"
    monkeypatch.setattr(limits, "MAX_PAGES", 20)
    assert refusal(pages(21)) == "pdf-too-many-pages"
    assert read(pages(20)).pages == 20
    monkeypatch.setattr(limits, "MAX_DEPTH", 1000)
    assert read(chain(200)).pages == 1  # without the guard it would be followed


def test_a_file_of_two_hundred_pages_is_read():
    words = b"".join(
        text(85, 780 - 18 * n, "Mot dong chu tren trang nay, du dai nhu thuong le.") for n in range(38)
    )
    kids = b" ".join(b"%d 0 R" % number for number in range(10, 210))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    objects = {1: b"<</Pages 2 0 R>>", 2: b"<</Kids[%s]>>" % kids, 4: packed(words), 5: HELVETICA}
    started = time.process_time()
    paper = read(pdf_file(objects | dict.fromkeys(range(10, 210), page)))
    assert (paper.pages, len(paper.text().split())) == (200, 200 * 38 * 11)
    assert time.process_time() - started < SECONDS


def test_too_large_a_file_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_BYTES", 1 << 20)
    assert refusal(page_file(GOOD) + b" " * (1 << 20)) == "pdf-too-large"


@pytest.mark.parametrize(
    ("limit", "value"),
    [
        ("MAX_LOOKUPS", 3),
        ("MAX_UNPACKED", 3),
        ("MAX_WORDS", 3),
        ("MAX_WORDS_ON_PAGE", 3),
        ("MAX_ORDERS", 1),
        ("MAX_ORDERS_ON_PAGE", 1),
        ("MAX_LETTERS", 2),
        ("MAX_LETTERS_ON_PAGE", 2),
        ("MAX_STREAM", 3),
        ("MAX_FONTS", 0),
        ("MAX_OBJECT", 3),
    ],
)
def test_each_limit_is_alive(monkeypatch, limit, value):
    data = page_file(packed(GOOD))
    assert [item.words for item in read(data).reading()] == ["Abc"]
    monkeypatch.setattr(limits, limit, value)
    assert refusal(data) == "pdf-too-much"


def test_a_page_with_too_many_lines_keeps_them_as_a_drawing(monkeypatch):
    cross = b"0 400 m 500 400 l S 0 500 m 500 500 l S 10 300 m 10 600 l S 400 300 m 400 600 l S "
    page = page_file(cross + text(100, 450, "Abc"))
    assert [item.region.value for item in read(page).reading()] == ["box"]
    monkeypatch.setattr(limits, "MAX_STROKES_ON_PAGE", 3)
    assert [item.region.value for item in read(page).reading()] == ["body"]


def test_damaged_zlib_gives_what_can_be_had():
    import zlib

    whole = zlib.compress(b"Xin chao cac ban " * 500)
    assert inflated(whole) == b"Xin chao cac ban " * 500
    assert inflated(whole[:-9]).startswith(b"Xin chao")
    assert inflated(b"no zlib at all") == b""


def test_a_budget_counts_pages_from_nothing():
    budget = Budget()
    for _ in range(3):
        budget.begin_page()
        budget.order(limits.MAX_ORDERS_ON_PAGE)
    with pytest.raises(TooMuch):
        budget.order()


VOCABULARY = (
    b"q Q cm 1 0 -5.5 (abc) <41> [ ] << >> /F Tf Tj TJ Td Tm ' BT ET re m l c h S f B* n g rg k scn "
    b"Do /X BI ID EI d w Tr 3 % { } R"
).split()
TELLING = {"pdf-too-much", "pdf-damaged", "pdf-not-one", "pdf-locked", "pdf-too-many-pages"}


def outcome(data: bytes) -> str:
    try:
        read(data)
    except Refused as refused:
        return refused.diagnostics[0].code
    return ""


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(VOCABULARY), max_size=60))
def test_any_orders_are_read_or_refused(orders):
    assert outcome(page_file(b" ".join(orders))) in {"", "pdf-too-much"}


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 900), st.binary(max_size=12), st.integers(0, 30))
def test_any_damage_is_read_or_refused(place, put_in, taken_out):
    data = page_file(GOOD + b"0 0 m 100 0 l S ")
    assert outcome(data[:place] + put_in + data[place + taken_out :]) in {"", *TELLING}
