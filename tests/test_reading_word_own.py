"""Our own papers, rendered to Word and read back: the text, sizes, rules and pages that were meant."""

from __future__ import annotations

import re
from dataclasses import astuple
from functools import cache

import pytest

from generator.document import Bars, Block, Document, Paragraph, Table, plain
from generator.measure import text_width
from generator.project import find_project
from generator.reading.word import read_word
from generator.render.geometry import set_paper
from generator.seen import Medium, Region, SeenPaper, SeenParagraph, Side, Way
from tests import documents, rendering
from tests.inspections import ROOT, composed, load
from tests.parity import squeezed

PAPERS = sorted(path.relative_to(ROOT / "inspections") for path in (ROOT / "inspections").glob("20*/*.yaml"))
NAMES = [path.stem for path in PAPERS]
LAYOUT = rendering.layout()
NEAR = 0.05  # mm: a whole twip, and a tenth of a point


@cache
def document(name: str) -> Document:
    path = PAPERS[NAMES.index(name)]
    return composed(load(find_project(ROOT), str(path))).document


@cache
def read(name: str) -> SeenPaper:
    return read_word(rendering.word().render(document(name)), f"{name}.docx")


def block_text(block: Block) -> str:
    if isinstance(block, Table):
        rows = (*block.head, *block.body, *block.total)
        return "".join(plain(cell.runs) for row in rows for cell in row)
    if isinstance(block, Bars):
        return "".join([*map(plain, block.head), *(plain(bar.label + bar.number) for bar in block.bars)])
    return block.label + plain(block.runs)


def expected_text(paper: Document) -> str:
    """The text of a Document in the order of the Word file."""
    beside = set_paper(paper, LAYOUT)
    head = [*paper.head.superior, *map(plain, paper.head.agency)]
    head += ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", plain(paper.head.number)]
    head += [paper.draft_mark or "", plain(paper.head.place_date), paper.kind, plain(paper.subject)]
    head += [f"Kính gửi: {plain(one)}" for one in paper.addressees]
    foot = ["Nơi nhận:", *map(plain, beside.recipients), *map(plain, paper.signatures[0].lines)]
    foot += [
        paper.signatures[0].second_post or "",
        plain(paper.signatures[0].name),
        *map(plain, beside.more_recipients),
    ]
    annexes = [
        text
        for annex in paper.annexes
        for text in (annex.label, annex.title, plain(annex.reference), *map(block_text, annex.blocks))
    ]
    return squeezed("".join([*head, *map(block_text, paper.body), *foot, *annexes]))


def found(paper: SeenPaper, text: str) -> SeenParagraph:
    return next(x for x in paper.paragraphs if squeezed(x.text).startswith(squeezed(text)))


def test_every_inspection_and_the_summary_have_a_paper() -> None:
    assert len(PAPERS) == 8


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_the_text_of_the_document(name: str) -> None:
    paper = read(name)
    assert squeezed(paper.text()) == expected_text(document(name))
    assert (paper.medium, paper.not_read) == (Medium.WORD, ())


@pytest.mark.parametrize("name", NAMES)
def test_everything_is_black_times_new_roman_and_of_the_sizes_of_the_layout(name: str) -> None:
    stretches = [x for paragraph in read(name).paragraphs for x in paragraph.stretches]
    assert {(x.font, x.colour, x.underlined, x.capitals) for x in stretches} == {
        ("Times New Roman", "000000", False, False)
    }
    assert {x.size for x in stretches} <= sizes_of_the_layout()


def sizes_of_the_layout() -> set[float]:
    sizes = LAYOUT.sizes
    wide = {size / 2 for size in range(int(LAYOUT.table.smallest * 2), int(sizes.table * 2))}
    return set(astuple(sizes)) | wide


@pytest.mark.parametrize("name", NAMES)
def test_each_part_of_the_head_has_its_place_and_look(name: str) -> None:
    paper, said, sizes = read(name), document(name), LAYOUT.sizes
    parts = {
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": (sizes.national_name, True, False, Side.RIGHT),
        "Độc lập - Tự do - Hạnh phúc": (sizes.motto, True, False, Side.RIGHT),
        plain(said.head.number): (sizes.number, False, False, Side.LEFT),
        plain(said.head.place_date): (sizes.place_date, False, True, Side.RIGHT),
        said.kind: (sizes.kind, True, False, Side.FULL),
        plain(said.subject): (sizes.subject, True, False, Side.FULL),
        "Nơi nhận:": (sizes.recipients_label, True, True, Side.LEFT),
        plain(said.recipients[0]): (sizes.recipients, False, False, Side.LEFT),
        plain(said.signatures[0].lines[0]): (sizes.signature, True, False, Side.RIGHT),
    }
    for text, look in parts.items():
        if not squeezed(text):
            continue  # an unknown issuer or signer: blanks
        paragraph = found(paper, text)
        stretch = paragraph.stretches[0]
        assert (stretch.size, stretch.bold, stretch.italic, paragraph.side) == look, text
        assert paragraph.region is Region.BODY


@pytest.mark.parametrize("name", NAMES)
def test_paragraphs_of_the_body_are_set_as_the_layout_says(name: str) -> None:
    paper = read(name)
    body = [x for x in document(name).body if isinstance(x, Paragraph) and len(plain(x.runs)) > 120]
    assert body
    for block in body:
        paragraph = found(paper, block_text(block)[:60])
        assert paragraph.align == "both"
        assert paragraph.first_line == pytest.approx(LAYOUT.body.first_line, abs=NEAR)
        assert (paragraph.before, paragraph.after) == (LAYOUT.body.space_before, 0)
        assert (paragraph.line_spacing, paragraph.line_exact) == (1, None)
        assert paragraph.text_width is not None
        assert 120 < paragraph.text_width <= 160 + NEAR


@pytest.mark.parametrize("name", NAMES)
def test_rules_are_drawn_centred_and_of_the_length_the_layout_gives(name: str) -> None:
    paper, said, sizes, rules = read(name), document(name), LAYOUT.sizes, LAYOUT.rules
    motto = found(paper, "Độc lập")
    last_of_agency = plain(said.head.agency[-1])
    last_of_subject = found(paper, plain(said.subject)).text.rpartition("\n")[2]
    agency = found(paper, plain(said.head.agency[0]))
    expected = {
        motto.number: rules.motto * text_width("Độc lập - Tự do - Hạnh phúc", sizes.motto, bold=True),
        found(paper, plain(said.subject)).number: rules.subject
        * text_width(last_of_subject, sizes.subject, bold=True),
    }
    if last_of_agency.strip("\N{NO-BREAK SPACE} "):
        last = agency.text.rpartition("\n")[2]
        expected[agency.number] = rules.agency * text_width(last, sizes.agency, bold=True)
    for number, length in expected.items():
        rule = next(x for x in paper.paragraphs if x.number == number).rule
        assert rule is not None
        assert (rule.way, rule.length) == (Way.DRAWN, pytest.approx(length, abs=0.1))
        assert rule.off_centre == pytest.approx(0, abs=NEAR)


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_those_of_the_layout(name: str) -> None:
    page = LAYOUT.page
    paper = read(name)
    assert len(paper.sections) == 1 + len(document(name).annexes)
    for section in paper.sections:
        margin = page.landscape_margin if section.landscape else page.margin
        sides = (margin.top, margin.right, margin.bottom, margin.left)
        assert section.margins == tuple(pytest.approx(side, abs=NEAR) for side in sides)
        assert sorted((section.width or 0, section.height or 0)) == pytest.approx(
            [page.width, page.height], abs=NEAR
        )
        assert (section.start, section.has_page_number) == (1, True)
        number = section.page_number
        assert number is not None
        assert (number.where, number.align, number.size) == ("top", "center", LAYOUT.sizes.page_number)
        assert (number.italic, number.on_first) == (False, False)


def test_figures_of_an_annex_stand_in_cells_of_a_table() -> None:
    paper = read_word(rendering.word_of("notice"), "x.docx")
    total = next(x for x in paper.paragraphs if x.text == "13.462")
    assert (total.region, total.side, total.section) == (Region.CELL, Side.FULL, 1)
    assert total.cell is not None
    head = [x for x in paper.paragraphs if x.cell is not None and x.cell[0] == total.cell[0]]
    assert [x.text for x in head if x.cell == (total.cell[0], 2, 2)] == ["(3)=(4)+\n(5)+(6)"]


def test_a_paper_of_the_press_shows_its_mark_at_the_foot_of_every_page() -> None:
    paper = read_word(rendering.word_of("press_notice"), "x.docx")
    mark = documents.press_notice().page_mark
    assert {x.text for x in paper.paragraphs if x.region is Region.FOOTER} == {mark}
    assert mark is not None
    assert mark not in paper.text()


def test_a_sample_of_every_look_is_read_as_it_was_written() -> None:
    paper = read_word(rendering.word_of("short_notice"), "x.docx")
    mixed = next(x for x in paper.paragraphs if "Công ty A & B" in x.text)
    looks = {x.text: (x.bold, x.italic) for x in mixed.stretches}
    assert looks["Công ty A & B <x>"] == (True, False)
    assert looks["'nghiêng' \"kép\""] == (False, True)
    assert looks["cả hai"] == (True, True)
    assert re.search(r"\{\{ 7\*7 \}\}", mixed.text)
