from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from generator.diagnostics import Refused
from generator.document import Run
from generator.office_package import pack
from generator.render.word import WordRenderer
from generator.render.word_template import make
from tests.documents import blank, notice, press_notice, short_notice, text
from tests.parity import W, docx_text
from tests.rendering import FOLDER, layout, word

LAYOUT = (FOLDER / "van-ban.docx").read_bytes()
DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
MM = 36_000


def part(package, name="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read(name).decode()


def tree(package, name="word/document.xml"):
    return etree.fromstring(part(package, name).encode())


def rewritten(package, change, name="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {item: archive.read(item) for item in archive.namelist()}
    new = change(parts[name].decode())
    assert new != parts[name].decode(), "the twin is not broken"
    return pack({**parts, name: new.encode()})


def refused(template, document=None):
    with pytest.raises(Refused) as caught:
        WordRenderer(template, layout(), "templates/_layout/van-ban.docx").render(document or short_notice())
    return [(d.code, d.place.file, dict(d.arguments)) for d in caught.value.diagnostics]


def style_of(paragraph):
    return paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")


def styles(package):
    return {style_of(p): "".join(t.text for t in p.iter(f"{W}t")) for p in tree(package).iter(f"{W}p")}


def sections(package):
    return list(tree(package).iter(f"{W}sectPr"))


def test_the_kept_layout_is_what_its_script_makes():
    assert make(layout()) == LAYOUT


def test_the_same_document_gives_the_same_bytes():
    assert word().render(notice()) == WordRenderer(LAYOUT, layout()).render(notice())


def test_the_package_knows_no_time_system_or_order_but_its_own():
    with zipfile.ZipFile(io.BytesIO(word().render(notice()))) as archive:
        items = archive.infolist()
    assert items[0].filename == "[Content_Types].xml"
    assert [item.filename for item in items[1:]] == sorted(item.filename for item in items[1:])
    assert {(item.date_time, item.create_system) for item in items} == {((1980, 1, 1, 0, 0, 0), 0)}
    assert len({item.external_attr for item in items}) == 1


def test_hostile_values_are_printed_as_typed():
    hostile = "A & B <w:p/> 'y' \"z\" {{ 7*7 }} {% for %} {{r x}} ]]> &amp; \u2028."
    document = replace(short_notice(), body=(replace(short_notice().body[3], runs=text(hostile)),))
    texts = [t.text for t in tree(word().render(document)).iter(f"{W}t")]
    assert hostile in texts


def test_looks_of_runs_and_blanks_are_kept():
    xml = part(word().render(short_notice()))
    assert (
        '<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">Công ty A &amp; B &lt;x&gt;</w:t>' in xml
    )
    assert '<w:rPr><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">cả hai</w:t>' in xml
    assert re.search(
        r'<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/></w:rPr><w:t[^>]*>\u00a0{6}</w:t>', xml
    )


def test_no_tag_and_no_anchor_is_left():
    for document in (notice(), press_notice()):
        package = word().render(document)
        for name in ("word/document.xml", "word/footer1.xml", "word/header1.xml"):
            assert not re.search(r"\{%|%\}|\{\{ (?!7)|bookmark|rsid", part(package, name))


def test_drawn_rules_have_the_computed_lengths_and_their_own_numbers():
    package = word().render(notice())
    shapes = list(tree(package).iter(DOCPR))
    assert [shape.get("id") for shape in shapes] == [str(number) for number in range(1, 6)]
    lengths = [int(shape.getprevious().getprevious().get("cx")) / MM for shape in shapes]
    assert lengths[1] == pytest.approx(60.46, abs=0.01)
    assert len(set(lengths)) == 4  # both annexes have the same reference
    assert all("decorative" in etree.tostring(shape, encoding="unicode") for shape in shapes)


def test_each_annex_is_a_section_with_its_own_numbers_and_none_on_its_first_page():
    found = sections(word().render(notice()))
    assert len(found) == 3
    for section in found:
        assert section.find(f"{W}pgNumType").get(f"{W}start") == "1"
        assert section.find(f"{W}titlePg") is not None
    turned = [section.find(f"{W}pgSz").get(f"{W}orient") for section in found]
    assert turned == [None, "landscape", "landscape"]
    assert len(found[0].findall(f"{W}headerReference")) == 2
    assert len(found[0].findall(f"{W}footerReference")) == 2
    assert found[2].getparent().tag == f"{W}body"


def test_a_paper_without_annexes_is_one_section_with_its_head_and_foot():
    found = sections(word().render(short_notice()))
    assert len(found) == 1
    assert len(found[0].findall(f"{W}headerReference")) == 2


def test_tables_repeat_their_heads_do_not_split_rows_and_say_what_they_are():
    table = list(tree(word().render(notice())).iter(f"{W}tbl"))[2]
    rows = list(table.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] * 3 + [False] * 4
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "Số lượng hồ sơ"
    grid = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
    assert sum(grid) == 14287
    for row in rows:
        widths = [int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in row.iter(f"{W}tc")]
        spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iter(f"{W}tc")]
        assert sum(widths) == 14287
        assert sum(int(span.get(f"{W}val")) if span is not None else 1 for span in spans) == 13


def test_the_foot_is_one_row_that_cannot_split_with_the_room_to_sign():
    tables = list(tree(word().render(notice())).iter(f"{W}tbl"))
    rows = list(tables[1].iter(f"{W}tr"))
    assert len(rows) == 1
    assert rows[0].find(f"{W}trPr/{W}cantSplit") is not None
    name = etree.fromstring(part(LAYOUT, "word/styles.xml").encode()).find(
        f".//{W}style[@{W}styleId='HoTen']"
    )
    assert name.find(f"{W}pPr/{W}spacing").get(f"{W}before") == str(round(37 * 1440 / 25.4))


def test_a_second_post_stands_above_the_name_and_below_the_room():
    found = styles(word().render(press_notice()))
    assert found["ChucVuThuHai"] == "TRƯỞNG ĐOÀN KIỂM TRA"
    assert "HoTenLien" in found
    assert "HoTen" not in found


def test_marks_are_printed_where_a_paper_has_them_and_nowhere_else():
    with_marks, without = word().render(press_notice()), word().render(notice())
    assert styles(with_marks)["DuThao"] == "DỰ THẢO"
    assert "DuThao" not in styles(without)
    for number in (1, 2):
        assert press_notice().page_mark in part(with_marks, f"word/footer{number}.xml")
        assert "<w:t" not in part(without, f"word/footer{number}.xml")


def test_no_paragraph_is_empty_but_section_breaks_and_rules():
    for document in (notice(), press_notice(), short_notice()):
        for paragraph in tree(word().render(document)).iter(f"{W}p"):
            in_cell_of_data = any(a.tag == f"{W}tbl" for a in paragraph.iterancestors())
            if not list(paragraph.iter(f"{W}t")) and not in_cell_of_data:
                assert style_of(paragraph) in {"NgatPhan", "DuongKeTieuDe"}


def test_properties_are_the_paper_and_nothing_of_machine_or_clock():
    core = part(word().render(notice()), "docProps/core.xml")
    assert "<dc:identifier>45/TB-UBND</dc:identifier>" in core
    assert "<dc:creator>Ủy ban nhân dân tỉnh Mẫu</dc:creator>" in core
    assert core.count("2026-05-18T00:00:00Z") == 2
    undated = part(word().render(press_notice()), "docProps/core.xml")
    assert "dcterms:created" not in undated
    assert "lastModifiedBy" not in core
    with zipfile.ZipFile(io.BytesIO(word().render(notice()))) as archive:
        assert [name for name in archive.namelist() if name.startswith("docProps/")] == ["docProps/core.xml"]


def test_what_a_layout_says_of_its_own_making_does_not_travel():
    def with_app(xml):
        return xml.replace("</Types>", '<Override PartName="/docProps/app.xml" ContentType="a/b"/></Types>')

    template = rewritten(LAYOUT, with_app, "[Content_Types].xml")
    package = WordRenderer(template, layout()).render(notice())
    assert "app.xml" not in part(package, "[Content_Types].xml")


def test_font_is_pinned_in_four_slots_and_nothing_refers_to_the_theme():
    xml = part(LAYOUT, "word/styles.xml")
    fonts = re.findall(r'w:(ascii|hAnsi|eastAsia|cs)="([^"]*)"', re.search("<w:rFonts[^>]*>", xml)[0])
    assert dict(fonts) == dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), "Times New Roman")
    assert not re.search(r"asciiTheme|w:kern|docGrid|<w:u ", xml + part(LAYOUT))


def test_style_names_are_vietnamese_without_a_comma():
    names = re.findall(r'<w:(?:name|aliases) w:val="([^"]*)"', part(LAYOUT, "word/styles.xml"))
    assert {"Nội dung", "Căn cứ", "Đề mục I", "Nơi nhận", "heading 1", "heading 2"} <= set(names)
    assert not [name for name in names if "," in name]


# --- broken layouts


def test_a_name_that_is_not_there_is_told_with_its_paragraph():
    template = rewritten(LAYOUT, lambda xml: xml.replace("{{ kind }}", "{{ knd }}"))
    ((code, file, arguments),) = refused(template)
    assert (code, file) == ("layout-name-unknown", "templates/_layout/van-ban.docx")
    assert (arguments["detail"], arguments["tag"]) == ("knd", "{{ knd }}")


def test_a_broken_tag_is_told_with_its_paragraph():
    template = rewritten(LAYOUT, lambda xml: xml.replace("{{ kind }}", "{{ kind | }}"))
    ((code, _, arguments),) = refused(template)
    assert (code, arguments["tag"]) == ("layout-tag-broken", "{{ kind | }}")
    template = rewritten(LAYOUT, lambda xml: xml.replace("{%p endmacro %}", ""))
    assert refused(template)[0][0] == "layout-tag-broken"


@pytest.mark.parametrize(
    "tag", ["{{ subject }}", "{{ page_mark }}", "{{ signatures[99].lines }}", "{{ kind.upper.x }}"]
)
def test_what_cannot_be_printed_is_told(tag):
    template = rewritten(LAYOUT, lambda xml: xml.replace("{{ kind }}", tag))
    ((code, _, arguments),) = refused(template)
    assert code in {"layout-tag-fails", "layout-name-unknown"}
    assert arguments["tag"] == tag


@pytest.mark.parametrize(
    "tag",
    [
        "{{ cycler.__init__.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ runs.__globals__ }}",
        "{{ range(9) }}",
    ],
)
def test_a_layout_cannot_run_code(tag):
    template = rewritten(LAYOUT, lambda xml: xml.replace("{{ kind }}", tag))
    assert refused(template)[0][0] in {"layout-tag-fails", "layout-name-unknown"}


@pytest.mark.parametrize("data", [b"", b"PK", pack({"a": b"b"}), pack({"word/document.xml": b"<"})])
def test_what_is_no_word_file_is_refused(data):
    assert refused(data)[0][0] == "layout-not-word"


def test_a_tag_cut_into_pieces_by_word_still_works():
    cut = (
        '{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00AB12CD"><w:t>{ ki</w:t></w:r>'
        '<w:r><w:rPr><w:noProof/></w:rPr><w:t xml:space="preserve">nd }}'
    )
    template = rewritten(LAYOUT, lambda xml: xml.replace("{{ kind }}", cut))
    assert docx_text(WordRenderer(template, layout()).render(notice())) == docx_text(word().render(notice()))


def test_a_runs_tag_keeps_the_look_an_office_gave_it():
    def red(xml):
        return xml.replace(
            '<w:r><w:t xml:space="preserve">{{ runs(head.number) }}',
            '<w:r><w:rPr><w:color w:val="FF0000"/><w:sz w:val="30"/></w:rPr><w:t>{{ runs(head.number) }}',
        )

    document = replace(notice(), head=replace(notice().head, number=(Run("Số: ", bold=True), blank(3))))
    xml = part(WordRenderer(rewritten(LAYOUT, red), layout()).render(document))
    assert '<w:rPr><w:b/><w:bCs/><w:color w:val="FF0000"/><w:sz w:val="30"/></w:rPr>' in xml
    assert '<w:color w:val="FF0000"/><w:sz w:val="30"/><w:shd w:val="clear"' in xml


def test_a_cell_left_empty_by_a_condition_keeps_a_paragraph():
    def conditional(xml):
        tags = ["{%p if draft_mark %}", "{{ draft_mark }}", "{%p endif %}"]
        cells = "".join(f"<w:p><w:r><w:t>{tag}</w:t></w:r></w:p>" for tag in tags)
        properties = '<w:tcPr><w:tcW w:w="5556" w:type="dxa"/></w:tcPr>'
        where = xml.index('<w:pStyle w:val="DiaDanh"/>')
        start, end = xml.rindex("<w:tc>", 0, where), xml.index("</w:tc>", where)
        return xml[:start] + f"<w:tc>{properties}{cells}" + xml[end:]

    package = WordRenderer(rewritten(LAYOUT, conditional), layout()).render(notice())
    assert all(cell[-1].tag == f"{W}p" for cell in tree(package).iter(f"{W}tc"))


def test_a_character_no_file_can_store_is_refused():
    document = replace(short_notice(), kind="THÔNG\x00BÁO")
    with pytest.raises(Refused) as caught:
        word().render(document)
    assert caught.value.diagnostics[0].code == "text-not-storable"


def test_an_own_layout_without_palette_works_on_the_same_path():
    body = "".join(
        f"<w:p><w:r><w:t>{tag}</w:t></w:r></w:p>"
        for tag in (
            "{{ kind }} số {{ properties.identifier }}",
            "{%p for b in body %}",
            "{{ runs(b.runs) }}",
            "{%p endfor %}",
        )
    )
    template = rewritten(LAYOUT, lambda xml: re.sub("(?s)(<w:body>).*(</w:body>)", rf"\1{body}\2", xml))
    own = docx_text(
        WordRenderer(template, layout()).render(
            replace(short_notice(), properties=replace(short_notice().properties, date=date(2026, 1, 2)))
        )
    )
    assert own.startswith("THÔNGBÁOsố45/TB-UBNDCăncứ")
