"""The shape of every paper in both files: what stands where, the same lines and pages, valid files."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from generator.document import BlockKind, Document, Paragraph, plain
from generator.measure import text_width
from generator.render.agreement import agree
from generator.render.geometry import set_paper
from generator.render.head import addressee_indents
from tests.documents import notice, text
from tests.parity import W, docx_text, line_agreement, pdf_pages, pdf_text
from tests.proofs import libreoffice, open_xml_sdk, page_validation, verapdf, word_audit
from tests.proofs.page_validation import Profile
from tests.proofs.verapdf import Flavour
from tests.rendering import layout, pdf, word
from tests.shapes import (
    SHAPES,
    decision,
    decision_by_order,
    decision_titled,
    letter,
    letter_far,
    letter_to_one,
    minutes,
    minutes_to_many,
    minutes_unnumbered,
    report,
    report_of_team,
)


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, tuple[Path, Path, Path]]:
    """Word, PDF, and Word through LibreOffice, of every shape; one run of LibreOffice for all."""
    folder = tmp_path_factory.mktemp("shapes")
    by_word = tmp_path_factory.mktemp("by-word")
    for name, paper in SHAPES.items():
        (folder / f"{name}.docx").write_bytes(word().render(paper))
        (folder / f"{name}.pdf").write_bytes(pdf().render(paper))
    made = libreoffice.to_pdf([folder / f"{name}.docx" for name in SHAPES], by_word)
    return {
        name: (folder / f"{name}.docx", folder / f"{name}.pdf", path)
        for name, path in zip(SHAPES, made, strict=True)
    }


@pytest.mark.parametrize("name", SHAPES)
def test_both_files_of_a_shape_say_the_same_on_the_same_pages_and_lines(files, name):
    package, data, by_word = (path.read_bytes() for path in files[name])
    agree(package, pdf().page(SHAPES[name]))
    assert docx_text(package) == pdf_text(data, SHAPES[name]).body
    assert len(pdf_pages(by_word)) == len(pdf_pages(data))
    assert line_agreement(by_word, data) > 0.98


def test_every_shape_is_valid_in_both_formats(files):
    packages = [package for package, _, _ in files.values()]
    assert not word_audit.faults(packages)
    assert not open_xml_sdk.faults(packages)
    papers = [data for _, data, _ in files.values()]
    assert not verapdf.faults(papers, Flavour.PDFA_2_A, Flavour.PDFUA_1)
    assert not page_validation.faults(papers, Profile.PDFA_2_A, Profile.PDFUA_1)


@pytest.mark.parametrize("name", SHAPES)
def test_the_same_shape_gives_the_same_bytes(files, name):
    package, data, _ = files[name]
    assert word().render(SHAPES[name]) == package.read_bytes()
    assert pdf().render(SHAPES[name]) == data.read_bytes()


@pytest.mark.parametrize("name", SHAPES)
def test_all_runs_of_a_shape_are_on_paper(name):
    paper = SHAPES[name]
    said = docx_text(word().render(paper))
    squeezed = [re.sub(r"\s+", "", run.text) for run in paper.runs()]
    assert not [run for run in squeezed if run not in said]


def main_part(package: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read("word/document.xml").decode()


def paragraphs(paper: Document) -> list[tuple[str, str]]:
    """Style and text of each paragraph of the Word file."""
    root = etree.fromstring(main_part(word().render(paper)).encode())
    return [
        (
            "" if (look := p.find(f"{W}pPr/{W}pStyle")) is None else look.get(f"{W}val"),
            "".join(t.text for t in p.iter(f"{W}t")),
        )
        for p in root.iter(f"{W}p")
    ]


def looks(paper: Document) -> list[str]:
    return [look for look, _ in paragraphs(paper)]


# --- công văn


def test_a_letter_has_no_kind_no_subject_and_no_rule_below_them():
    assert not {"TenLoai", "TrichYeu", "DuongKeTieuDe"} & set(looks(letter()))
    page = pdf().page(letter())
    assert not re.search('class="(kind|subject|rule title-rule)"', page)


def test_v_v_stands_below_the_number_and_is_broken_to_its_column():
    paper = letter_to_one()
    found = looks(paper)
    assert found.index("TrichYeuCongVan") == found.index("SoKyHieu") + 1
    lines = set_paper(paper, layout()).head.about
    assert len(lines) == 2
    assert all(text_width(plain(line), layout().sizes.about) < layout().head.columns[0] for line in lines)
    assert plain(lines[0]) != "V/v"


def test_the_headings_of_a_paper_without_a_kind_begin_at_the_first_level():
    page = pdf().page(letter_to_one())
    assert [int(level) for level in re.findall(r"<h(\d)", page)][:2] == [1, 1]
    assert set_paper(notice(), layout()).body[2].level == 2


# --- Kính gửi


def test_one_addressee_stands_on_the_line_of_kinh_gui():
    assert ("KinhGui", "Kính gửi: Ủy ban nhân dân xã Ví Dụ A") in paragraphs(letter_to_one())
    assert '<p class="addressee">Kính gửi: Ủy ban nhân dân xã Ví Dụ A</p>' in pdf().page(letter_to_one())


def test_one_long_addressee_is_broken_like_a_title():
    lines = set_paper(letter_far(), layout()).addressee
    assert [plain(line) for line in lines] == [
        "Kính gửi: Chánh Văn phòng Ủy ban nhân dân tỉnh Mẫu,",
        "Trưởng đoàn kiểm tra công tác kiểm soát thủ tục hành chính năm 2026",
    ]


def test_several_addressees_stand_below_with_their_dashes_under_the_colon():
    found = [item for item in paragraphs(letter()) if item[0].startswith("KinhGui")]
    assert [look for look, _ in found] == ["KinhGuiNhan", "KinhGuiMuc", "KinhGuiCuoi"]
    indents = addressee_indents(layout())
    assert indents.dash - indents.label == pytest.approx(text_width("Kính gửi", 14))
    assert indents.words - indents.dash == pytest.approx(text_width("- ", 14))


def test_a_report_has_kind_subject_and_addressee():
    found = looks(report())
    assert found.index("TenLoai") < found.index("TrichYeu") < found.index("KinhGui") < found.index("NoiDung")


# --- decisions


def test_only_the_label_of_an_untitled_article_is_bold():
    package = word().render(decision())
    bold = '<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">Điều 4. </w:t></w:r>'
    upright = '<w:r><w:t xml:space="preserve">Kinh phí'
    assert bold + upright in main_part(package)
    assert '<p class="article"><b>Điều 4. </b>Kinh phí' in pdf().page(decision())


def test_a_titled_article_is_a_heading_below_its_section_and_above_its_clauses():
    page = pdf().page(decision_titled())
    assert re.findall(r'<h(\d) class="(?:section|titled-[a-z]+)">([^<]*)<', page) == [
        ("2", "I. QUY ĐỊNH CHUNG"),
        ("3", "Điều 1. Phạm vi điều chỉnh"),
        ("4", "2. Đối tượng áp dụng"),
        ("3", "Điều 2. Hiệu lực thi hành"),
    ]
    assert ("DieuCoTen", "Điều 1. Phạm vi điều chỉnh") in paragraphs(decision_titled())


def test_authority_bases_and_the_word_of_decision_stand_in_order():
    found = paragraphs(decision())
    assert ("ThamQuyen", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU") in found
    order = [look for look, _ in found if look in {"ThamQuyen", "CanCu", "QuyetDinh"}]
    assert order == ["ThamQuyen", *["CanCu"] * 5, "QuyetDinh"]


def test_a_long_authority_is_broken_like_a_title():
    words = "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU, TRƯỞNG BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH TỈNH"
    authority = Paragraph(BlockKind.AUTHORITY, text(words))
    paper = replace(decision(), body=(authority, *decision().body[1:]))
    lines = set_paper(paper, layout()).body[0].lines
    assert [plain(line) for line in lines] == [
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU,",
        "TRƯỞNG BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH TỈNH",
    ]


def test_an_article_that_leads_to_clauses_is_not_left_alone():
    blocks = set_paper(decision(), layout()).body
    leads = [plain(block.runs)[:7] for block in blocks if block.kind == "lead"]
    assert leads == ["Điều 1.", "Điều 2.", "2. Nội ", "Điều 3."]


@pytest.mark.parametrize("kind", ["article", "clause", "paragraph", "closing"])
def test_whatever_ends_the_body_stays_with_the_signature(kind):
    last = Paragraph(BlockKind(kind), text("Có hiệu lực kể từ ngày ký./."), "Điều 6.")
    block = set_paper(replace(decision(), body=(*decision().body, last)), layout()).body[-1]
    assert (block.kind, plain(block.runs)) == ("closing", "Điều 6. Có hiệu lực kể từ ngày ký./.")
    assert block.runs[0].bold is (kind == "article")


# --- signatures


def cells(paper: Document) -> list[list[str]]:
    """The texts of the paragraphs of each cell of the foot."""
    foot = list(etree.fromstring(main_part(word().render(paper)).encode()).iter(f"{W}tbl"))[1]
    return [
        ["".join(t.text for t in p.iter(f"{W}t")) for p in cell.iter(f"{W}p")] for cell in foot.iter(f"{W}tc")
    ]


def test_two_signatures_stand_side_by_side_with_the_recipients_below_the_left_one():
    left, right = cells(minutes())
    assert left == ["THƯ KÝ", "Đặng Thị G", "Nơi nhận:", "- UBND xã Ví Dụ A;", "- Lưu: VT, Hồ sơ."]
    assert right == ["CHỦ TỌA", "PHÓ CHÁNH VĂN PHÒNG", "Trần Thị B"]


def test_three_signatures_stand_in_thirds_of_the_width_on_one_page():
    assert [cell[0] for cell in cells(minutes_unnumbered())] == [
        "ĐẠI DIỆN ĐƠN VỊĐƯỢC KIỂM TRA",
        "THƯ KÝ",
        "TRƯỞNG ĐOÀNKIỂM TRA",
    ]
    foot = list(etree.fromstring(main_part(word().render(minutes_unnumbered())).encode()).iter(f"{W}tbl"))[1]
    widths = [int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in foot.iter(f"{W}tc")]
    assert sum(widths) == 9071
    assert max(widths) - min(widths) <= 1
    assert foot.find(f"{W}tr/{W}trPr/{W}cantSplit") is not None


@pytest.mark.parametrize("paper", [minutes(), minutes_unnumbered()], ids=["two", "three"])
def test_names_of_neighbours_stand_level(paper):
    signatures = set_paper(paper, layout()).signatures
    assert len({signature.height for signature in signatures}) == 1
    assert any(not line for signature in signatures for line in (*signature.name, *signature.second_post))


@pytest.mark.parametrize("name", ["minutes", "minutes-unnumbered"])
def test_names_of_neighbours_stand_on_one_line_of_the_page(files, name):
    _, data, by_word = files[name]
    last = [plain(signature.name).split()[-1] for signature in SHAPES[name].signatures]
    for path in (data, by_word):
        page = pdf_pages(path.read_bytes(), "-layout")[-1]
        assert any(all(word in line.split() for word in last) for line in page.splitlines())


def test_a_list_of_recipients_too_long_for_the_column_follows_the_signatures():
    paper = set_paper(minutes_to_many(), layout())
    assert (paper.recipients, paper.more_recipients) == ((), minutes_to_many().recipients)
    assert cells(minutes_to_many())[0] == ["THƯ KÝ", "Đặng Thị G"]
    assert [look for look in looks(minutes_to_many()) if look == "NoiNhan"] == ["NoiNhan"]


def test_a_paper_without_recipients_has_no_label_for_them():
    assert "Nơi nhận:" not in pdf().page(minutes_unnumbered())
    alone = replace(report(), recipients=())
    assert "NoiNhan" not in looks(alone)
    agree(word().render(alone), pdf().page(alone))


def test_a_chain_of_authority_is_one_line_each_and_a_second_post_stands_above_the_name():
    assert cells(decision_by_order())[1] == [
        "TL. CHỦ TỊCH",
        "KT. CHÁNH VĂN PHÒNG",
        "PHÓ CHÁNH VĂN PHÒNG",
        "Trần Thị B",
    ]
    found = [item for item in paragraphs(report_of_team()) if item[0].startswith(("ChucVu", "HoTen"))]
    assert found[-2:] == [
        ("ChucVuThuHai", "PHÓ GIÁM ĐỐC SỞ KHOA HỌCVÀ CÔNG NGHỆ TỈNH VÍ DỤ MẪU"),
        ("HoTenLien", "Lê Văn C"),
    ]


# --- rows that a paper has not


def test_a_paper_without_number_and_date_has_no_row_for_them():
    paper = minutes_unnumbered()
    assert not {"SoKyHieu", "DiaDanh"} & set(looks(paper))
    head = pdf().page(paper).partition("</table>")[0]
    assert head.count("<tr>") == 1
    assert pdf().page(notice()).partition("</table>")[0].count("<tr>") == 2


@pytest.mark.parametrize("name", ["number", "place_date"])
def test_a_paper_may_lack_one_of_number_and_date(name):
    paper = replace(letter(), head=replace(letter().head, **{name: ()}))
    agree(word().render(paper), pdf().page(paper))
    assert pdf().page(paper).partition("</table>")[0].count("<tr>") == 2


def test_runs_hold_addressees_and_v_v():
    said = [run.text for run in replace(letter(), body=(), recipients=()).runs()]
    assert "V/v đính chính Thông báo số 45/TB-UBND" in said
    assert [words for words in said if words.startswith("- ")] == [
        plain(line) for line in letter().addressees
    ]
    assert text("x")[0] not in letter().runs()
