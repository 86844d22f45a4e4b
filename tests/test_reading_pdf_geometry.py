"""Small pages of known places: what is measured on them, and what is told of them."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading.pdf import read_pdf
from generator.reading.pdf.font_names import font_name
from generator.seen import Region, SeenPaper, SeenParagraph, Side, Way
from tests.pdf_files import HELVETICA, page_file, stream, text

MM = 72 / 25.4
LONG = (
    "Một đoạn văn đủ dài để xuống dòng nhiều lần, có chữ đều hai bên như mọi văn bản hành chính. " * 3
    + "Hết."
)
IMAGE = stream(b"\xff\xd8\xff", b"/Type/XObject/Subtype/Image/Width 1654/Height 2339/Filter/DCTDecode")


def printed(html: str, css: str = "") -> SeenPaper:
    """What is read of a page that a browser-like program prints."""
    from weasyprint import CSS, HTML

    sheet = CSS(
        string="html{font:14pt/1.15 'Liberation Serif'} body,p{margin:0} td{vertical-align:top}" + css
    )
    return read_pdf(HTML(string=html).write_pdf(stylesheets=[sheet]), "page.pdf")


def drawn(content: bytes, **file: object) -> SeenPaper:
    return read_pdf(page_file(content, **file), "page.pdf")


def body(paper: SeenPaper) -> list[SeenParagraph]:
    return list(paper.reading())


def words(paper: SeenPaper) -> list[str]:
    return [item.words for item in paper.reading()]


A4 = "@page{size:A4;margin:20mm 20mm 20mm 30mm}"
RUNNING = A4 + "p{text-align:justify;text-indent:10mm;margin-top:6pt}"


# --- the page


@settings(max_examples=4, deadline=None)
@given(st.tuples(*[st.integers(12, 45)] * 4))
def test_margins_are_measured_whatever_they_are(margins):
    top, right, bottom, left = margins
    paper = printed(
        f"<p>{(LONG + ' ') * 24}",
        f"@page{{size:A4;margin:{top}mm {right}mm {bottom}mm {left}mm}}p{{text-align:justify}}",
    )
    measured = paper.sections[0].margins
    assert measured[0] == pytest.approx(top, abs=0.3)
    assert measured[1] == pytest.approx(right, abs=0.4)
    assert measured[3] == pytest.approx(left, abs=0.3)
    assert bottom - 0.3 <= measured[2] <= bottom + 15


def test_a_narrow_margin_hides_no_line_as_head_or_foot():
    paper = printed(f"<p>{(LONG + ' ') * 20}", "@page{size:A4;margin:12mm} p{text-align:justify}")
    assert {item.region for item in paper.paragraphs} == {Region.BODY}
    assert paper.sections[0].margins[0] == pytest.approx(12, abs=0.3)


def test_pages_of_another_size_are_another_section():
    css = A4 + "@page wide{size:A4 landscape} .wide{page:wide}"
    paper = printed(f"<p>{LONG}<p class=wide>{LONG}", css)
    assert [(s.landscape, s.pages) for s in paper.sections] == [(False, 1), (True, 1)]
    assert [item.section for item in paper.reading()] == [0, 1]


def test_a_turned_page_is_read_as_it_is_seen():
    content = b"BT 0 1 -1 0 100 50 Tm /F 12 Tf (ngang) Tj ET"
    paper = drawn(content, page=b"/Rotate 90")
    assert words(paper) == ["ngang"]
    assert (paper.sections[0].width, paper.sections[0].height) == pytest.approx((297, 210), abs=0.1)


def test_only_what_lies_in_the_visible_box_is_seen():
    content = text(110, 700, "trong") + text(10, 700, "ngoai")
    paper = drawn(content, page=b"/CropBox[100 100 400 800]")
    assert words(paper) == ["trong"]
    assert paper.not_read == ("text-outside-the-page",)
    assert paper.sections[0].width == pytest.approx(300 / MM, abs=0.1)


def test_a_larger_unit_makes_everything_larger():
    paper = drawn(text(100, 700, "to", 7), page=b"/UserUnit 2")
    assert body(paper)[0].stretches[0].size == 14
    assert paper.sections[0].width == pytest.approx(420, abs=0.1)


# --- page numbers


@pytest.mark.parametrize(("place", "where", "align"), [
    ("top-center", "top", "center"),
    ("top-right", "top", "right"),
    ("bottom-center", "bottom", "center"),
    ("bottom-left", "bottom", "left"),
])  # fmt: skip
def test_a_page_number_is_told_with_its_place(place, where, align):
    margin = f"@page{{@{place}{{content:counter(page);font:italic bold 12pt 'Liberation Serif'}}}}"
    paper = printed(f"<p>{(LONG + ' ') * 20}", RUNNING + margin)
    number = paper.sections[0].page_number
    assert (number.where, number.align, number.on_first) == (where, align, True)
    assert (number.size, number.bold, number.italic) == (12, True, True)
    assert paper.sections[0].has_page_number
    assert not [item for item in paper.reading() if item.words.isdigit()]


@pytest.mark.parametrize("shape", ["'- ' counter(page) ' -'", "'Trang ' counter(page) '/' counter(pages)"])
def test_a_page_number_may_have_company(shape):
    css = f"@page{{@bottom-center{{content:{shape};font:13pt 'Liberation Serif'}}}}"
    css += "@page:first{@bottom-center{content:none}}"
    number = printed(f"<p>{(LONG + ' ') * 30}", RUNNING + css).sections[0].page_number
    assert (number.where, number.on_first) == ("bottom", False)


def test_a_paper_without_numbers_has_none():
    section = printed(f"<p>{(LONG + ' ') * 20}", RUNNING).sections[0]
    assert (section.has_page_number, section.page_number, section.start) == (False, None, None)


def test_numbers_that_begin_elsewhere_are_told():
    css = "@page{@top-center{content:counter(page);font:14pt 'Liberation Serif'}}"
    css += "@page:first{counter-reset:page 7}"
    assert printed(f"<p>{(LONG + ' ') * 20}", RUNNING + css).sections[0].start == 7


def test_a_figure_in_the_text_is_no_page_number():
    assert "2026" in words(printed(f"<p>{LONG}<p>2026<p>{LONG}", RUNNING))


def test_the_address_under_a_line_across_is_the_foot():
    css = "div{position:absolute;bottom:0;left:0;right:0;border-top:1pt solid}"
    html = f"<p>{LONG}<div><p>Số 1 phố Mẫu</div>"
    (foot,) = [item for item in printed(html, RUNNING + css).paragraphs if item.region is Region.FOOTER]
    assert foot.words == "Số 1 phố Mẫu"


# --- paragraphs


@pytest.mark.parametrize(("css", "align"), [
    ("text-align:justify", "both"),
    ("text-align:left", "left"),
    ("text-align:center", "center"),
    ("text-align:right;margin-left:15mm", "right"),
])  # fmt: skip
def test_how_lines_are_set(css, align):
    paper = printed(f"<p>{LONG}<p style='{css}'>{LONG}", A4 + "p{text-align:justify;margin-top:6pt}")
    assert [item.align for item in body(paper)] == ["both", align]


def test_one_short_line_does_not_tell_whether_it_is_justified():
    paper = printed(f"<p>{LONG}<p>Một dòng ngắn.<p>{LONG}", RUNNING)
    assert [item.align for item in body(paper)] == ["both", None, "both"]


@pytest.mark.parametrize("multiple", [1.0, 1.15, 1.5])
def test_the_distance_of_lines_is_a_multiple_of_single(multiple):
    css = f"{A4}p{{line-height:{1.15 * multiple};text-align:justify;text-indent:10mm;margin-top:8pt}}"
    paragraphs = body(printed(f"<p>{LONG}<p>{LONG}<p>{LONG}", css))
    assert [item.line_spacing for item in paragraphs] == pytest.approx([multiple] * 3, abs=0.02)
    assert [item.before for item in paragraphs[1:]] == pytest.approx([8, 8], abs=0.2)
    assert [item.first_line for item in paragraphs] == pytest.approx([10] * 3, abs=0.1)


def test_full_lines_with_a_stop_at_the_end_do_not_make_one_paragraph():
    html = "".join(f"<p>{name}) {LONG}" for name in "abcdđe")
    assert [item[:2] for item in words(printed(html, RUNNING))] == ["a)", "b)", "c)", "d)", "đ)", "e)"]


def test_paragraphs_without_indent_are_told_by_the_room_between_them():
    css = A4 + "p{text-align:justify;margin-top:6pt}"
    assert len(body(printed(f"<p>{LONG}<p>{LONG}<p>{LONG}", css))) == 3


def test_a_hanging_list_keeps_its_items_whole():
    css = A4 + "p{margin-left:20mm;text-indent:-8mm;text-align:justify}"
    paragraphs = body(printed("".join(f"<p>{n}. {LONG}" for n in (1, 2, 3)), css))
    assert [item.words[:2] for item in paragraphs] == ["1.", "2.", "3."]
    assert paragraphs[0].first_line == pytest.approx(-8, abs=0.2)


def test_centred_titles_of_another_look_are_paragraphs_of_their_own():
    html = "<div style='text-align:center'><p><b>QUYẾT ĐỊNH</b><p><b>Về việc thành lập Đoàn kiểm tra</b>"
    html += "<p><i>(dự thảo)</i></div>"
    assert words(printed(html + f"<p>{LONG}", RUNNING))[:3] == [
        "QUYẾT ĐỊNH",
        "Về việc thành lập Đoàn kiểm tra",
        "(dự thảo)",
    ]


def test_a_post_below_its_authority_is_a_paragraph_of_its_own():
    html = """<table style='width:100%'><td style='width:50%'><p>Nơi nhận:<p>- Như trên;<p>- Lưu: VT.
    <td style='text-align:center'><p><b>KT. CHỦ TỊCH</b><p><b>PHÓ CHỦ TỊCH</b>
    <p style='margin-top:40mm'><b>Lê Văn A</b></table>"""
    paper = printed(f"<p>{LONG}" + html, A4)
    right = [item.words for item in body(paper) if item.side is Side.RIGHT]
    assert right == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn A"]


def test_a_paragraph_over_three_pages_is_one():
    paper = printed(f"<p>{(LONG + ' ') * 25}", RUNNING)
    assert paper.pages == 3
    assert len(body(paper)) == 1


def test_a_number_that_is_broken_at_a_line_end_is_joined_again():
    content = text(100, 700, "theo Thong bao va cac van ban khac so 45/TB-") + text(100, 686, "UBND cua xa")
    assert words(drawn(content)) == ["theo Thong bao va cac van ban khac so 45/TB-UBND cua xa"]


def test_a_soft_hyphen_at_a_line_end_goes():
    letters = stream(b"begincmap 1 beginbfchar <2d> <00ad> endbfchar endcmap")
    font = {5: HELVETICA[:-2] + b"/ToUnicode 6 0 R>>", 6: letters}
    content = text(100, 700, "theo thong bao va cac ke hoach kiem-") + text(100, 686, "tra khac cua")
    assert words(drawn(content, more=font)) == ["theo thong bao va cac ke hoach kiemtra khac cua"]


def test_a_raised_mark_stays_in_its_line():
    paper = printed(f"<p>Cơ quan<sup style='font-size:8pt'>1</sup> ban hành<p>{LONG}", RUNNING)
    assert words(paper)[0] == "Cơ quan1 ban hành"


# --- side by side


HEAD = """<table style='width:100%;border-collapse:collapse;font-size:13pt'><tr>
<td style='width:62mm;padding:0;text-align:center'><p><b>{left}</b><p>&nbsp;
<td style='padding:0;text-align:center'><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
<p><b>Độc lập - Tự do - Hạnh phúc</b>
<tr><td style='padding:6pt 0 0;text-align:center'>Số: 12/QĐ-UBND
<td style='padding:6pt 0 0;text-align:center'><i>Mẫu, ngày 05 tháng 8 năm 2025</i>
</table>"""


def test_columns_that_nearly_touch_are_still_two():
    paper = printed(HEAD.format(left="TRUNG TÂM PHỤC VỤ CÔNG T") + f"<p>{LONG}", A4)
    assert words(paper)[:2] == ["TRUNG TÂM PHỤC VỤ CÔNG T", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert [item.side for item in body(paper)[:2]] == [Side.LEFT, Side.RIGHT]


def test_three_columns_have_a_middle():
    cells = "".join(f"<td style='width:33%;text-align:center'><p><b>{n}</b><p>{m}" for n, m in
                    (("NGƯỜI LẬP", "Lê A"), ("KẾ TOÁN", "Lê B"), ("GIÁM ĐỐC", "Lê C")))  # fmt: skip
    paper = printed(f"<p>{LONG}<table style='width:100%'>{cells}</table>", A4)
    sides = {item.words: item.side for item in body(paper)}
    assert [sides[name] for name in ("NGƯỜI LẬP", "Lê B", "GIÁM ĐỐC")] == [Side.LEFT, Side.MIDDLE, Side.RIGHT]


def test_a_wide_blank_in_a_line_makes_no_columns():
    (first, _) = body(printed(f"<p>Số:{'&nbsp;' * 9}/QĐ-UBND ngày{'&nbsp;' * 6}tháng 8<p>{LONG}", RUNNING))
    assert first.side is Side.FULL
    assert first.words == "Số: /QĐ-UBND ngày tháng 8"


def test_a_signature_alone_stands_at_the_right():
    html = f"<p>{LONG}<p>{LONG}<div style='margin-left:80mm'><p><b>GIÁM ĐỐC</b><p>Lê Văn A</div>"
    paper = printed(html + "<div><p>HẾT</div>", RUNNING + "div p{text-indent:0;text-align:center}")
    sides = {item.words: (item.side, item.align) for item in body(paper)[2:]}
    assert sides == {
        "GIÁM ĐỐC": (Side.RIGHT, "center"),
        "Lê Văn A": (Side.RIGHT, "center"),
        "HẾT": (Side.FULL, "center"),
    }


# --- lines that are drawn


def test_a_rule_is_measured_with_how_far_it_is_off_the_middle():
    rule = "<div style='border-top:1pt solid;width:20mm;margin:3pt 0 0 75mm'></div>"
    html = f"<p style='text-align:center'>THÔNG BÁO KẾT LUẬN{rule}<p>{LONG}"
    rule = body(printed(html, A4))[0].rule
    assert rule.way is Way.DRAWN
    assert rule.length == pytest.approx(20, abs=0.2)
    assert rule.off_centre == pytest.approx(5, abs=0.3)


def test_underscores_are_a_rule_of_their_own_kind():
    paper = printed(f"<div style='text-align:center'><p>THÔNG BÁO KẾT LUẬN<p>__________</div><p>{LONG}", A4)
    assert words(paper)[0] == "THÔNG BÁO KẾT LUẬN"
    assert body(paper)[0].rule.way is Way.UNDERSCORES
    assert len(body(paper)) == 2


def test_underlined_words_are_underlined_and_a_whole_title_has_a_rule():
    paper = printed(
        f"<p style='text-align:center'><u>Độc lập - Tự do</u><p>Có <u>một chữ</u> gạch chân.<p>{LONG}", A4
    )
    title, line, _ = body(paper)
    assert title.rule.way is Way.UNDERLINE
    assert title.rule.length == pytest.approx(title.text_width, abs=0.1)
    assert [s.text.strip() for s in line.stretches if s.underlined] == ["một chữ"]
    assert line.rule is None


def test_a_line_far_below_or_across_the_page_is_no_rule():
    rule = "<div style='border-top:1pt solid;margin-top:3pt'></div>"
    html = f"<p style='text-align:center'>TIÊU ĐỀ{rule}<p>Ngắn<p>{LONG}"
    assert [item.rule for item in body(printed(html, A4))][1:] == [None, None]


# --- tables


TABLE = """<table style='border-collapse:collapse;width:100%'>
<thead><tr><th rowspan=2>TT<th colspan=2>Số hồ sơ
<tr><th>Đúng hạn<th>Quá hạn</thead><tbody>{rows}</table>"""
RULED = (
    A4
    + "th,td{border:.5pt solid;padding:1mm} td:last-child{text-align:right}"
    + "th,td:first-child{text-align:center}"
)


def test_merged_cells_have_the_place_of_their_first_field():
    paper = printed(TABLE.format(rows="<tr><td>1<td>25<td>3"), RULED)
    cells = {item.words: (item.cell, item.align) for item in body(paper)}
    assert cells["TT"][0] == (0, 0, 0)
    assert cells["Số hồ sơ"] == ((0, 0, 1), "center")
    assert cells["Quá hạn"][0] == (0, 1, 2)
    assert cells["3"] == ((0, 2, 2), "right")
    assert cells["25"] == ((0, 2, 1), "left")
    assert {item.region for item in body(paper)} == {Region.CELL}


def test_a_table_overleaf_goes_on_and_its_repeated_head_is_told_once():
    rows = "".join(f"<tr><td>{n}<td>hàng {n}<td>{n * 3}" for n in range(1, 101))
    paper = printed(TABLE.format(rows=rows), RULED)
    assert paper.pages > 2
    assert Counter(words(paper))["Đúng hạn"] == 1
    assert {item.cell[0] for item in body(paper)} == {0}
    assert [item.cell for item in body(paper) if item.words == "hàng 100"] == [(0, 101, 1)]


def test_two_tables_on_one_page_are_two():
    paper = printed(
        TABLE.format(rows="<tr><td>1<td>2<td>3") + "<p>Giữa" + TABLE.format(rows="<tr><td>4<td>5<td>6"), RULED
    )
    assert {item.cell[0] for item in body(paper) if item.cell} == {0, 1}
    assert words(paper).index("Giữa") == 7


def test_a_single_frame_is_a_box():
    html = f"<p style='border:1pt solid;width:40mm;text-align:center;margin-left:auto'><b>KHẨN</b><p>{LONG}"
    (frame,) = [item for item in body(printed(html, A4)) if item.region is Region.BOX]
    assert (frame.words, frame.cell) == ("KHẨN", None)


def test_lines_that_are_white_make_no_table():
    paper = printed(TABLE.format(rows="<tr><td>1<td>2<td>3"), RULED.replace("solid", "solid white"))
    assert {item.region for item in body(paper)} == {Region.BODY}


# --- looks


@pytest.mark.parametrize(
    ("name", "family", "bold", "italic"),
    [
        ("ABCDEF+TimesNewRomanPS-BoldMT", "Times New Roman", True, False),
        ("TimesNewRomanPSMT", "Times New Roman", False, False),
        ("TimesNewRoman,BoldItalic", "Times New Roman", True, True),
        ("BAAAAA+LiberationSerif-Italic", "Liberation Serif", False, True),
        ("Times-Roman", "Times", False, False),
        ("Helvetica-BoldOblique", "Helvetica", True, True),
        ("ArialMT", "Arial", False, False),
        ("Times New Roman Bold", "Times New Roman", True, False),
        (".VnTimeH", ".VnTimeH", False, False),
        ("VNI-Times", "VNI-Times", False, False),
        ("DejaVuSans", "DejaVu Sans", False, False),
        ("Calibri-Light", "Calibri", False, False),
        ("", "", False, False),
    ],
)
def test_a_font_s_name_tells_family_and_style(name, family, bold, italic):
    told = font_name(name)
    assert (told.family, told.bold, told.italic) == (family, bold, italic)


def looked(content: bytes, **file: object):
    return body(drawn(content, **file))[0].stretches[0]


@pytest.mark.parametrize(
    ("orders", "colour"),
    [
        (b"1 0 0 rg ", "FF0000"),
        (b"0.5 g ", "808080"),
        (b"0 0 0 1 k ", "000000"),
        (b"1 0 0 0 k ", "00FFFF"),
        (b"", "000000"),
    ],
)
def test_colours_are_told_as_rgb(orders, colour):
    assert looked(orders + text(100, 700, "mau")).colour == colour


def test_a_spot_colour_is_not_guessed():
    spaces = b"/Font<</F 5 0 R>>/ColorSpace<</S[/Separation/Red/DeviceRGB 6 0 R]>>"
    assert looked(b"/S cs 1 scn " + text(100, 700, "mau"), resources=spaces).colour is None


def test_bold_and_italic_that_are_faked_are_seen():
    assert looked(b"2 Tr " + text(100, 700, "dam")).bold
    assert looked(b"BT /F 12 Tf 1 0 0.3 1 100 700 Tm (nghieng) Tj ET").italic
    plain = looked(text(100, 700, "thuong"))
    assert (plain.bold, plain.italic, plain.underlined) == (False, False, False)


def test_a_size_is_what_is_seen_on_the_page():
    assert looked(b"0.75 0 0 0.75 0 0 cm " + text(100, 700, "to", 18.72)).size == 14
    assert looked(text(100, 700, "nho", 11.3)).size == 11.3


def test_fonts_that_are_not_in_the_file_are_told():
    assert drawn(text(100, 700, "Abc")).pdf.fonts_missing == ("Helvetica",)
    assert drawn(b"").pdf.fonts_missing == ()


def test_text_in_a_form_is_text_of_the_page():
    form = stream(
        text(10, 20, "trong"), b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</Font<</F 5 0 R>>>>"
    )
    paper = drawn(b"q 1 0 0 1 90 680 cm /X Do Q " + text(100, 650, "sau"),
                  resources=b"/Font<</F 5 0 R>>/XObject<</X 6 0 R>>", more={6: form})  # fmt: skip
    assert words(paper) == ["trong", "sau"]
    assert body(paper)[0].text_width == pytest.approx(9.65, abs=0.05)


def test_kerning_makes_no_blanks_and_gaps_do():
    assert words(drawn(b"BT /F 12 Tf 100 700 Td [(Th)30(ong)-300(bao)] TJ ET")) == ["Thong bao"]


# --- what is no text


SCAN = b"q 595 0 0 842 0 0 cm /I Do Q "
WITH_IMAGE = b"/Font<</F 5 0 R>>/XObject<</I 6 0 R>>"


def test_a_scanned_page_is_told_as_one():
    paper = drawn(SCAN, resources=WITH_IMAGE, more={6: IMAGE})
    assert paper.pdf.pages_without_text == (1,)
    assert paper.not_read == ("picture",)
    assert body(paper) == []


def test_a_scan_with_its_number_or_a_stamp_is_still_one():
    paper = drawn(SCAN + text(300, 800, "2"), resources=WITH_IMAGE, more={6: IMAGE})
    assert paper.pdf.pages_without_text == (1,)


def test_recognised_text_behind_a_scan_is_not_what_a_reader_sees():
    hidden = b"3 Tr " + b"".join(text(60, 800 - 14 * n, "chu nhan dang " * 5) for n in range(40))
    paper = drawn(SCAN + hidden, resources=WITH_IMAGE, more={6: IMAGE})
    assert paper.pdf.pages_without_text == (1,)
    assert paper.not_read == ("hidden-text", "picture")
    assert body(paper) == []


def test_a_blank_page_is_not_scanned():
    paper = drawn(b"")
    assert paper.pdf.pages_without_text == ()
    assert paper.sections[0].margins is None


def test_a_small_picture_on_a_page_of_text_is_only_told():
    paper = drawn(
        b"q 50 0 0 50 100 100 cm /I Do Q " + text(100, 700, "Abc"), resources=WITH_IMAGE, more={6: IMAGE}
    )
    assert paper.not_read == ("picture",)
    assert paper.pdf.pages_without_text == ()


def test_letters_without_meaning_are_no_text():
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[%s]>>"
    font %= b"<</Subtype/CIDFontType2/BaseFont/X>>"
    paper = drawn(b"BT /F 12 Tf 100 700 Td <00410042> Tj ET", more={5: font})
    assert paper.pdf.pages_without_text == (1,)
    assert body(paper) == []


def test_a_few_letters_without_meaning_leave_their_place():
    letters = stream(b"begincmap 1 beginbfchar <41> <0041> endbfchar endcmap")
    font = HELVETICA[:-2] + b"/Encoding/None/ToUnicode 6 0 R>>"
    paper = drawn(b"BT /F 12 Tf 100 700 Td (AAAAAA\\001AAA) Tj ET", more={5: font, 6: letters})
    assert words(paper) == ["AAAAAA\ufffdAAA"]


def test_turned_text_and_what_travels_along_is_told():
    turned = b"BT 0 1 -1 0 20 400 Tm /F 12 Tf (ky so) Tj ET" + text(100, 700, "Abc")
    annotations = b"/Annots[<</Subtype/Stamp>><</Subtype/Widget/FT/Sig>><</Subtype/Link>>]"
    catalog = b"/Names<</EmbeddedFiles<<>>/JavaScript<<>>>>"
    paper = drawn(turned, page=annotations, catalog=catalog)
    assert paper.not_read == ("attachment", "note", "script", "signature", "turned-text")


def test_a_claim_is_read_however_it_is_written():
    for packet in (b"<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>",
                   b"x pdfaid:part='1' pdfaid:conformance='b'"):  # fmt: skip
        assert drawn(b"", catalog=b"/Metadata 6 0 R", more={6: stream(packet)}).pdf.claim == "1b"
    utf16 = "<pdfaid:part>4</pdfaid:part>".encode("utf-16")
    assert drawn(b"", catalog=b"/Metadata 6 0 R", more={6: stream(utf16)}).pdf.claim == "4"
    assert drawn(b"", catalog=b"/Metadata 7 0 R").pdf.claim == ""
