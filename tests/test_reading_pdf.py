"""A PDF read back: our own papers word for word and to the millimetre, and those of other programs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document import BlockKind, Document, Paragraph
from generator.inspection_index import inspection_files
from generator.project import find_project
from generator.reading.pdf import read_pdf
from generator.render.geometry import set_paper
from generator.render.pdf import Attachment
from generator.seen import Medium, Region, SeenPaper, SeenParagraph, Side, Way
from tests import documents
from tests.documents import GAP, short_notice, text
from tests.inspections import ROOT, composed, load
from tests.parity import squeezed
from tests.proofs import libreoffice
from tests.rendering import layout, pdf, pdf_of, word_of
from tests.said import MOTTO, NATIONAL_NAME, said

SAMPLES = ("notice", "short_notice", "press_notice")


@cache
def seen(sample: str) -> SeenPaper:
    return read_pdf(pdf_of(sample), f"{sample}.pdf")


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> dict[str, SeenPaper]:
    """The Word files of two samples, laid out by another program."""
    folder = tmp_path_factory.mktemp("word")
    files = [folder / f"{sample}.docx" for sample in ("notice", "press_notice")]
    for file in files:
        file.write_bytes(word_of(file.stem))
    made = libreoffice.to_pdf(files, tmp_path_factory.mktemp("laid_out"))
    return {path.stem: read_pdf(path.read_bytes(), path.name) for path in made}


@cache
def papers() -> list[tuple[str, Document]]:
    project = find_project(ROOT)
    found = []
    for file in inspection_files(project):
        loaded = load(project, str(file.relative_to(project.inspections)))
        notices = [p for p in loaded.inspection.documents if p.kind == "thong-bao-ket-luan"]
        found += [(f"{file.stem}-{p.id}", composed(loaded, p).document) for p in notices]
    return found


def texts(paper: SeenPaper) -> Counter[str]:
    return Counter(squeezed(paragraph.text) for paragraph in paper.reading())


def wanted(document: Document) -> Counter[str]:
    return Counter(filter(None, map(squeezed, said(document))))


def found(paper: SeenPaper, words: str) -> SeenParagraph:
    (one,) = [item for item in paper.reading() if item.words == words]
    return one


def looks(paragraph: SeenParagraph) -> set[tuple[float | None, bool | None, bool | None]]:
    return {(s.size, s.bold, s.italic) for s in paragraph.stretches if s.text.strip()}


# --- our own papers


PAPERS = 7


def test_every_notice_is_there():
    assert len(papers()) == PAPERS


@pytest.mark.parametrize("index", range(PAPERS))
def test_every_paragraph_of_our_papers_is_found_once_and_nothing_else(index):
    name, document = papers()[index]
    paper = read_pdf(pdf().render(document), name)
    assert texts(paper) == wanted(document)
    assert not paper.not_read


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_paragraph_of_the_samples_is_found_once_and_nothing_else(sample):
    assert texts(seen(sample)) == wanted(getattr(documents, sample)())


def test_the_comparison_is_alive():
    document = short_notice()
    less = replace(document, body=document.body[:-1])
    assert texts(seen("short_notice")) != wanted(less)


def test_reading_twice_gives_the_same():
    assert read_pdf(pdf_of("notice"), "x") == read_pdf(pdf_of("notice"), "x")


def test_each_part_has_the_look_of_the_layout():
    sizes, paper = layout().sizes, seen("notice")
    wanted_looks = {
        "ỦY BAN NHÂN DÂN TỈNH MẪU": (sizes.agency, True, False),
        NATIONAL_NAME: (sizes.national_name, True, False),
        MOTTO: (sizes.motto, True, False),
        "Số: 45/TB-UBND": (sizes.number, False, False),
        "Mẫu, ngày 18 tháng 5 năm 2026": (sizes.place_date, False, True),
        "THÔNG BÁO": (sizes.kind, True, False),
        "I. KẾT QUẢ ĐẠT ĐƯỢC": (sizes.body, True, False),
        "Nơi nhận:": (sizes.recipients_label, True, True),
        "- Lưu: VT, VP(KSTT).": (sizes.recipients, False, False),
        "CHÁNH VĂN PHÒNG": (sizes.signature, True, False),
        "Phụ lục II": (sizes.annex_label, True, False),
        "Đơn vị tính: %": (sizes.unit, False, True),
    }
    assert {words: looks(found(paper, words)) for words in wanted_looks} == {
        words: {look} for words, look in wanted_looks.items()
    }
    stretches = [stretch for item in paper.paragraphs for stretch in item.stretches]
    assert {(s.font, s.colour, s.underlined) for s in stretches} == {("Liberation Serif", "000000", False)}


def test_looks_change_within_a_paragraph():
    (paragraph,) = [item for item in seen("short_notice").reading() if "1431/QĐ-UBND" in item.words]
    said_so = {(s.bold, s.italic): s.text.strip() for s in paragraph.stretches if (s.bold or s.italic)}
    assert said_so == {
        (True, False): "Công ty A & B <x>",
        (False, True): "'nghiêng' \"kép\"",
        (True, True): "cả hai",
    }


def test_what_stands_side_by_side_is_told_apart():
    paper = seen("notice")
    left = {item.words for item in paper.reading() if item.side is Side.LEFT}
    right = {item.words for item in paper.reading() if item.side is Side.RIGHT}
    recipients = {"".join(run.text for run in runs) for runs in documents.RECIPIENTS}
    assert left == {"ỦY BAN NHÂN DÂN TỈNH MẪU", "Số: 45/TB-UBND", "Nơi nhận:", *recipients}
    assert right == {
        *(NATIONAL_NAME, MOTTO, "Mẫu, ngày 18 tháng 5 năm 2026"),
        *("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Nguyễn Văn A"),
    }
    aligns = {item.words: item.align for item in paper.reading() if item.side is not Side.FULL}
    assert {aligns[words] for words in right} == {"center"}
    assert {aligns[words] for words in recipients} == {"left"}


def test_reading_order_is_that_of_the_paper():
    order = [item.words for item in seen("notice").reading()]
    parts = [
        *("ỦY BAN NHÂN DÂN TỈNH MẪU", NATIONAL_NAME, MOTTO, "Số: 45/TB-UBND"),
        *("Mẫu, ngày 18 tháng 5 năm 2026", "THÔNG BÁO", "I. KẾT QUẢ ĐẠT ĐƯỢC", "Nơi nhận:"),
        *("- Lưu: VT, VP(KSTT).", "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Nguyễn Văn A", "Phụ lục I"),
        *("1. Số lượng hồ sơ", "13.462", "2. Tỷ lệ", "86,96", "Phụ lục II", "Danh mục gồm 15 nội dung./."),
    ]
    places = [order.index(words) for words in parts]
    assert places == sorted(places)
    assert [item.number for item in seen("notice").paragraphs] == list(
        range(1, len(seen("notice").paragraphs) + 1)
    )


def test_page_and_line_tell_where_to_look():
    paper = seen("notice")
    assert (found(paper, "THÔNG BÁO").page, found(paper, "THÔNG BÁO").line) == (1, 4)
    assert found(paper, "Phụ lục I").page == 7
    assert found(paper, "Phụ lục I").line == 1
    assert paper.pages == 9
    assert paper.medium is Medium.PDF


@pytest.mark.parametrize("sample", SAMPLES)
def test_margins_are_those_of_the_layout(sample):
    page = layout().page
    for section in seen(sample).sections:
        assert section.measured
        side = page.landscape_margin if section.landscape else page.margin
        top, right, bottom, left = section.margins
        assert (top, left) == pytest.approx((side.top, side.left), abs=0.2)
        assert right == pytest.approx(side.right, abs=0.3)
        assert bottom >= side.bottom - 0.2
        sides = (page.height, page.width) if section.landscape else (page.width, page.height)
        assert (section.width, section.height) == pytest.approx(sides, abs=0.05)


def test_each_annex_is_a_section_numbered_on_its_own():
    main, *annexes = seen("press_notice").sections
    assert (main.pages, main.start) == (3, None)
    assert [(annex.landscape, annex.pages, annex.start) for annex in annexes] == [
        (True, 1, None),  # one page, which hides its number
        (False, 2, 1),
        (False, 2, 1),
        (False, 2, 1),
    ]
    number = main.page_number
    assert (number.where, number.align, number.size) == ("top", "center", layout().sizes.page_number)
    assert (number.bold, number.italic, number.on_first) == (False, False, False)
    assert [section.has_page_number for section in seen("press_notice").sections] == [
        *(True, False, True, True, True)
    ]
    heads = [item.words for item in seen("notice").paragraphs if item.region is Region.HEADER]
    assert heads == ["2", "3", "4", "5", "6", "2"]


def test_the_mark_of_pages_is_their_foot():
    paper = seen("press_notice")
    feet = [item for item in paper.paragraphs if item.region is Region.FOOTER]
    assert {item.words for item in feet} == {documents.press_notice().page_mark}
    assert [item.page for item in feet] == list(range(1, 11))


@pytest.mark.parametrize("sample", SAMPLES)
def test_rules_have_the_lengths_they_were_drawn_with(sample):
    paper = set_paper(getattr(documents, sample)(), layout())
    lengths = [paper.head.agency_rule, paper.head.motto_rule, paper.subject_rule]
    lengths += [annex.rule for annex in paper.annexes]
    rules = [item.rule for item in seen(sample).paragraphs if item.rule]
    assert {rule.way for rule in rules} == {Way.DRAWN}
    assert sorted(rule.length for rule in rules) == pytest.approx(sorted(lengths), abs=0.1)
    lines = found(seen(sample), MOTTO)
    assert lines.rule.length == pytest.approx(lines.text_width, rel=0.01)


def test_rules_lie_under_the_middle_of_the_text():
    rules = [item.rule for item in seen("short_notice").paragraphs if item.rule]
    assert [abs(rule.off_centre) < 0.1 for rule in rules] == [True] * 3


def test_running_text_has_the_measures_of_the_layout():
    long = [item for item in seen("notice").reading() if item.align == "both" and item.section == 0]
    assert len(long) > 30
    body = layout().body
    for item in long:
        assert item.first_line == pytest.approx(body.first_line, abs=0.1)
        assert item.left == pytest.approx(0, abs=0.1)
        assert item.right == pytest.approx(0, abs=0.2)
        assert item.line_spacing == pytest.approx(1.0, abs=0.01)
        assert item.before is None or item.before >= body.space_before - 0.1
        assert item.text_width <= 160.2


def test_a_paragraph_that_goes_on_overleaf_is_one():
    lengths = Counter(item.page for item in seen("notice").reading() if item.section == 0)
    ends = [item for item in seen("notice").reading() if item.words.endswith("tại Phụ lục I kèm theo).")]
    assert [(item.page, item.words.split(",")[0]) for item in ends] == [
        (1, "Từ ngày 01/7/2025 đến ngày 31/3/2026")
    ]
    assert len(lengths) == 6


def test_a_table_has_rows_and_columns_and_goes_on_overleaf():
    paper = seen("notice")
    cells = {item.cell: item.words for item in paper.reading() if item.region is Region.CELL}
    assert cells[0, 0, 2] == "Tiếp nhận"
    assert cells[0, 2, 2] == "(3)=(4)+(5)+(6)"
    assert cells[0, 6, 0] == "Tổng số"
    assert cells[1, 4, 5] == "86,96"
    duties = {cell[1] for cell in cells if cell[0] == 2}
    assert duties == set(range(17))  # two rows of the head and fifteen duties on two pages, the head once
    assert found(paper, "Danh mục gồm 15 nội dung./.").region is Region.BODY
    assert {found(paper, words).align for words in ("13.462", "86,96")} == {"right"}


def test_a_pdf_tells_its_claim_its_tags_and_its_language():
    facts = seen("notice").pdf
    assert (facts.claim, facts.tagged, facts.language) == ("2a", True, "vi")
    assert (facts.pages_without_text, facts.fonts_missing, facts.restricted) == ((), (), False)
    archive = Attachment("du-lieu.yaml", b"so: 45\n", "")
    carrying = read_pdf(pdf().render(short_notice(), archive=archive), "x")
    assert carrying.pdf.claim == "3a"
    assert carrying.not_read == ("attachment",)


@settings(max_examples=10, deadline=None)
@given(
    st.lists(st.text("aăâeêioôơuưyàảãáạặđĐẮỆ0123456789,;()", min_size=1, max_size=9), min_size=1, max_size=60)
)
def test_any_text_put_in_comes_out(words):
    line = f"Đoạn {' '.join(words)} hết./."
    document = replace(short_notice(), body=(Paragraph(BlockKind.PARAGRAPH, text(line)),))
    assert squeezed(line) in texts(read_pdf(pdf().render(document), "x"))


def test_blanks_of_a_draft_stay_wide():
    document = replace(short_notice(), head=replace(short_notice().head, number=text(f"Số:{GAP}/TB-UBND")))
    (number,) = [p for p in read_pdf(pdf().render(document), "x").reading() if p.text.startswith("Số:")]
    assert number.side is Side.LEFT
    assert number.text.count(" ") + number.text.count("\u00a0") >= 5


# --- another program


@pytest.mark.parametrize("sample", ["notice", "press_notice"])
def test_another_program_s_pdf_of_our_word_file_reads_the_same(laid_out, sample):
    paper = laid_out[sample]
    assert texts(paper) == wanted(getattr(documents, sample)())
    ours = {squeezed(p.text): (p.side, p.region, p.cell, looks(p)) for p in seen(sample).reading()}
    theirs = {squeezed(p.text): (p.side, p.region, p.cell, looks(p)) for p in paper.reading()}
    different = [words for words in ours if ours[words] != theirs[words]]
    assert different == []


def test_another_program_s_measures_are_those_of_the_layout(laid_out):
    for one, other in zip(laid_out["notice"].sections, seen("notice").sections, strict=True):
        assert one.margins == pytest.approx(other.margins, abs=0.6)
        assert (one.start, one.pages, one.page_number) == (other.start, other.pages, other.page_number)
    rules = [p.rule.length for p in laid_out["notice"].paragraphs if p.rule]
    assert rules == pytest.approx([p.rule.length for p in seen("notice").paragraphs if p.rule], abs=0.3)
    long = [p for p in laid_out["notice"].reading() if p.align == "both" and p.section == 0]
    assert len(long) > 30
    assert {p.line_spacing for p in long} == {1.0}
    assert [p.first_line for p in long] == pytest.approx([12.7] * len(long), abs=0.1)


def test_another_program_claims_nothing(laid_out):
    assert laid_out["notice"].pdf.claim == ""
    assert not laid_out["notice"].pdf.tagged
