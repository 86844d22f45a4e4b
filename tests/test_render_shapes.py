"""The shape of every paper in both files: what stands where, the same lines and pages, valid files."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from generator.diagnostics import Refused
from generator.document import Annex, BlockKind, Document, Paragraph, Urgency, plain
from generator.measure import text_width
from generator.render.agreement import agree
from generator.render.geometry import set_paper
from generator.render.head import addressee_indents
from generator.render.pdf import PdfRenderer
from generator.render.word import WordRenderer
from tests.documents import notice, text
from tests.parity import W, docx_part_text, docx_text, line_agreement, pdf_pages, pdf_text, squeezed
from tests.proofs import libreoffice, open_xml_sdk, page_validation, verapdf, word_audit
from tests.proofs.page_validation import Profile
from tests.proofs.verapdf import Flavour
from tests.rendering import FOLDER, faces, layout, pdf, word
from tests.shapes import (
    SHAPES,
    decision,
    decision_by_order,
    decision_titled,
    decision_urgent,
    letter,
    letter_far,
    letter_to_one,
    letter_urgent,
    minutes,
    minutes_to_many,
    minutes_unnumbered,
    report,
    report_of_team,
    report_with_pictures,
    report_with_separate_annexes,
)
from tests.test_render_pdf import streams
from tests.test_render_word import DOCPR, part, rewritten


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
    package = word().render(paper)
    said = docx_text(package) + docx_part_text(package, "word/footer2.xml")
    said += "".join(docx_text(word().render_annex(paper, annex)) for annex in separate(paper))
    assert not [run for run in paper.runs() if squeezed(run.text) not in said]


def layout_part(name: str) -> str:
    with zipfile.ZipFile(FOLDER / "van-ban.docx") as archive:
        return archive.read(name).decode()


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


# --- marks around the paper


DOTS = 6  # to the millimetre


def red_box(path: Path) -> tuple[float, float]:
    """Width and height in mm of what is red on the first page, border to border."""
    command = ["pdftoppm", "-r", str(DOTS * 25.4), "-f", "1", "-l", "1", path]
    image = subprocess.run(command, capture_output=True, check=True).stdout
    _, size, _, dots = image.split(b"\n", 3)
    width = int(size.split()[0])
    red = [
        divmod(index // 3, width)
        for index in range(0, len(dots), 3)
        if dots[index] > 200 and dots[index + 1] < 100 and dots[index + 2] < 100
    ]
    rows, columns = [row for row, _ in red], [column for _, column in red]
    return (max(columns) - min(columns) + 1) / DOTS, (max(rows) - min(rows) + 1) / DOTS


@pytest.mark.parametrize(("name", "width"), [("letter-urgent", 30), ("decision-urgent", 40)])
def test_the_mark_of_urgency_stands_in_a_red_frame_of_its_size(files, name, width):
    for path in files[name][1:]:
        found = red_box(path)
        assert found[0] == pytest.approx(width, abs=0.6)
        assert found[1] == pytest.approx(8, abs=0.6)


def test_red_is_nowhere_else():
    assert layout_part("word/styles.xml").count("FF0000") == 5  # four edges and the words
    assert "FF0000" not in main_part(word().render(letter_urgent()))


def test_marks_of_urgency_and_circulation_stand_in_their_boxes():
    found = looks(letter_urgent())
    assert found[0] == "PhamViLuuHanh"
    assert found.index("DoKhan") == found.index("TrichYeuCongVan") + 1
    head, _, rest = pdf().page(letter_urgent()).partition("</td>")
    assert "LƯU HÀNH NỘI BỘ" in head
    assert '<p class="urgency" style="width:30.0mm">HOẢ TỐC</p></td>' in rest


@pytest.mark.parametrize("degree", Urgency)
def test_each_degree_of_urgency_is_printed_once(degree):
    paper = replace(letter(), urgency=degree)
    assert [words for look, words in paragraphs(paper) if look == "DoKhan"] == [degree]
    agree(word().render(paper), pdf().page(paper))


def test_the_drafter_s_mark_stands_below_the_recipients():
    assert cells(letter_urgent())[0][-2:] == ["- Lưu: VT, VP(KSTT).", "PL.(300)"]
    found = paragraphs(decision_urgent())
    place = found.index(("KyHieuNguoiSoan", "KSTT.(15)"))
    assert found[place - 1] == ("NoiNhanMuc", "- Lưu: VT, VP(KSTT).")
    assert not [cell for cell in cells(decision_urgent()) if "KSTT.(15)" in cell]
    assert cells(replace(minutes_unnumbered(), drafter_mark="A.(2)"))[0][-1] == "A.(2)"


def footers(paper: Document) -> list[str]:
    package = word().render(paper)
    return [docx_part_text(package, f"word/footer{number}.xml") for number in (1, 2, 3)]


def test_the_address_stands_at_the_foot_of_the_first_page_above_the_page_mark():
    paper = letter_urgent()
    address, mark = squeezed("".join(paper.address)), squeezed(paper.page_mark or "")
    assert footers(paper) == [mark, address + mark, mark]
    first, *others = [squeezed(page) for page in pdf_pages(pdf().render(paper), "-raw")]
    assert first.endswith(address + mark)
    assert others
    assert not [page for page in others if address in page]


def test_an_annex_has_no_address_on_its_first_page():
    paper = decision_urgent()
    address = squeezed("".join(paper.address))
    assert footers(paper) == ["", address, ""]
    assert main_part(word().render(paper)).count('r:id="rId14"') == len(paper.annexes)
    pages = [squeezed(page) for page in pdf_pages(pdf().render(paper), "-raw")]
    assert [address in page for page in pages] == [True] + [False] * (len(pages) - 1)


def test_the_text_of_the_first_page_ends_above_the_address():
    short, long = set_paper(decision_urgent(), layout()).address, set_paper(letter_urgent(), layout()).address
    assert short.margin == layout().page.margin.bottom
    assert long.margin > layout().page.margin.bottom
    assert long.bottom > short.bottom == layout().page.mark_from_bottom


@pytest.mark.parametrize("mark", ["urgency", "circulation", "address"])
def test_a_layout_that_loses_such_a_mark_refuses_the_paper(tmp_path, mark):
    for name, tag in (
        ("van-ban.html.j2", f"paper.{mark}"),
        ("van-ban.css", "string(address)"),
    ):
        source = (FOLDER / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(
            source.replace(f"{{% if {tag} %}}", "{% if false %}").replace(
                f"{{%- if {tag} %}}", "{%- if false %}"
            ),
            encoding="utf-8",
        )
    lost = PdfRenderer(tmp_path / "van-ban.html.j2", tmp_path / "van-ban.css", layout(), faces())
    assert codes(lambda: lost.render(letter_urgent())) == {"layout-mark-lost"}
    assert lost.render(letter())
    name = "word/footer2.xml" if mark == "address" else "word/document.xml"
    tags = {"address": "{{ line }}", "urgency": "{{ urgency }}", "circulation": "{{ circulation }}"}
    broken = rewritten((FOLDER / "van-ban.docx").read_bytes(), lambda xml: xml.replace(tags[mark], ""), name)
    assert codes(lambda: WordRenderer(broken, layout()).render(letter_urgent())) == {"layout-mark-lost"}


def codes(render) -> set[str]:
    with pytest.raises(Refused) as caught:
        render()
    return {item.code for item in caught.value.diagnostics}


# --- annexes in files of their own


def separate(paper: Document) -> list[Annex]:
    return [annex for annex in paper.annexes if annex.separate]


def test_the_paper_leaves_out_its_separate_annexes():
    paper = report_with_separate_annexes()
    labels = [words for look, words in paragraphs(paper) if look == "PhuLuc"]
    assert labels == ["Phụ lục II"]
    assert re.findall('<h2 class="annex-label">([^<]*)<', pdf().page(paper)) == ["Phụ lục II"]
    assert list(paper.blocks())[-1] == paper.annexes[-1].blocks[-1]


@pytest.fixture(scope="module")
def annex_files(tmp_path_factory) -> list[tuple[Annex, Path, Path, Path]]:
    """Word, PDF, and Word through LibreOffice, of each separate annex."""
    folder, by_word = tmp_path_factory.mktemp("annexes"), tmp_path_factory.mktemp("annexes-by-word")
    paper = report_with_separate_annexes()
    annexes = separate(paper)
    for annex in annexes:
        (folder / f"{annex.id}.docx").write_bytes(word().render_annex(paper, annex))
        (folder / f"{annex.id}.pdf").write_bytes(pdf().render_annex(paper, annex))
    made = libreoffice.to_pdf([folder / f"{annex.id}.docx" for annex in annexes], by_word)
    return [
        (annex, folder / f"{annex.id}.docx", folder / f"{annex.id}.pdf", path)
        for annex, path in zip(annexes, made, strict=True)
    ]


def test_a_separate_annex_says_the_same_in_both_files_on_the_same_pages(annex_files):
    paper = report_with_separate_annexes()
    for annex, package, data, by_word in annex_files:
        agree(package.read_bytes(), pdf().annex_page(paper, annex))
        alone = replace(paper, body=(), annexes=(annex,))
        assert docx_text(package.read_bytes()) == pdf_text(data.read_bytes(), alone).body
        assert len(pdf_pages(by_word.read_bytes())) == len(pdf_pages(data.read_bytes()))
        assert line_agreement(by_word.read_bytes(), data.read_bytes()) > 0.98


def test_a_separate_annex_begins_with_the_line_of_its_signature(annex_files):
    for annex, package, data, by_word in annex_files:
        said = docx_text(package.read_bytes())
        assert said.startswith(squeezed(plain(annex.signing) + "DỰ THẢO" + annex.label))
        assert "THƯỜNGTRỰC" not in said
        for path in (data, by_word):
            pages = pdf_pages(path.read_bytes(), "-layout")
            assert pages[0].lstrip().startswith("Số: 45/TB-UBND; ngày")
            numbers = [page.split(maxsplit=1)[0] for page in pages]
            assert numbers[1:] == [str(number) for number in range(2, len(pages) + 1)]
            assert all(squeezed("Dấu cuối trang để thử") in squeezed(page) for page in pages)


def test_the_files_of_a_separate_annex_are_valid_and_always_the_same(annex_files):
    packages, papers = [item[1] for item in annex_files], [item[2] for item in annex_files]
    assert not word_audit.faults(packages)
    assert not open_xml_sdk.faults(packages)
    assert not verapdf.faults(papers, Flavour.PDFA_2_A, Flavour.PDFUA_1)
    assert not page_validation.faults(papers, Profile.PDFA_2_A, Profile.PDFUA_1)
    paper = report_with_separate_annexes()
    for annex, package, data, _ in annex_files:
        assert word().render_annex(paper, annex) == package.read_bytes()
        assert pdf().render_annex(paper, annex) == data.read_bytes()


def test_a_separate_annex_has_no_mark_of_the_first_page_of_its_paper():
    paper = replace(letter_urgent(), annexes=separate(report_with_separate_annexes()))
    package = word().render_annex(paper, paper.annexes[0])
    said = docx_text(package) + docx_part_text(package, "word/footer2.xml")
    assert "HOẢTỐC" not in said
    assert squeezed(paper.address[0]) not in said
    agree(package, pdf().annex_page(paper, paper.annexes[0]))


def test_the_properties_of_a_separate_annex_are_its_own():
    paper = report_with_separate_annexes()
    (annex, *_) = separate(paper)
    core = part(word().render_annex(paper, annex), "docProps/core.xml")
    assert f"<dc:title>Phụ lục I: {annex.title}</dc:title>" in core
    assert "<dc:identifier>45/TB-UBND/so-lieu</dc:identifier>" in core


def test_an_annex_that_differs_in_its_two_files_is_refused():
    paper = report_with_separate_annexes()
    one, other = separate(paper)
    with pytest.raises(Refused):
        agree(word().render_annex(paper, one), pdf().annex_page(paper, other))


# --- pictures and bars


def test_a_picture_is_stored_once_with_what_it_shows():
    paper = report_with_pictures()
    package = word().render(paper)
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        media = [name for name in archive.namelist() if name.startswith("word/media/")]
    assert sorted(name.rpartition(".")[2] for name in media) == ["jpeg", "png"]
    root = etree.fromstring(main_part(package).encode())
    told = [shape.get("descr") for shape in root.iter(DOCPR) if shape.get("descr")]
    assert told == [paper.annexes[0].blocks[1].alt] * 3
    numbers = [shape.get("id") for shape in root.iter(DOCPR)]
    assert len(set(numbers)) == len(numbers)


def test_a_paper_without_pictures_has_no_media():
    with zipfile.ZipFile(io.BytesIO(word().render(report()))) as archive:
        assert not [name for name in archive.namelist() if "media" in name]
        assert b"image/" not in archive.read("[Content_Types].xml")


def test_a_picture_of_the_pdf_is_a_figure_with_what_it_shows():
    found = streams(pdf().render(report_with_pictures()))
    assert found.count(b"/S /Figure") == 3
    assert found.count(b"/Alt") == 3
    assert b"/Interpolate true" not in found


def test_a_picture_too_large_for_its_page_is_made_smaller_in_its_proportions():
    upright, lying = set_paper(report_with_pictures(), layout()).annexes
    _, small, large, *_ = upright.blocks
    assert (small.width, small.height) == (120, 80)
    assert large.width == pytest.approx(159.5)
    assert large.width / large.height == pytest.approx(400 / 300, abs=0.001)
    assert lying.blocks[1].height == 80


def test_what_is_no_picture_refuses_the_paper():
    block = replace(report_with_pictures().annexes[0].blocks[1], data=b"\x89PNG\r\n\x1a\nnothing")
    annex = replace(report_with_pictures().annexes[0], blocks=(block,))
    assert codes(lambda: pdf().render(replace(report(), annexes=(annex,)))) == {"pdf-complaint"}


def test_bars_are_as_long_as_their_rates_and_the_numbers_are_text():
    paper = report_with_pictures()
    found = next(block for block in set_paper(paper, layout()).annexes[0].blocks if block.kind == "bars")
    whole = found.bars[-1].length
    assert whole == 68
    assert [bar.length for bar in found.bars] == pytest.approx(
        [0.9972 * whole, 0.5351 * whole, 0.1, whole], abs=0.01
    )
    root = etree.fromstring(main_part(word().render(paper)).encode())
    drawn = [
        int(shape.getparent().find("{*}extent").get("cx")) / 36_000
        for shape in root.iter(DOCPR)
        if shape.get("name").startswith("Cột")
    ]
    assert drawn == pytest.approx([bar.length for bar in found.bars], abs=0.01)
    assert '<span class="bar" style="width:68.0mm"></span> 100,00</td>' in pdf().page(paper)


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
