"""Reading Word files: the look that takes effect, whatever level of the file it comes from.

Each rule has a twin that differs in one place and has to give another result.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.word import read_word
from generator.reading.word.effective import shown
from generator.reading.word.look import NO_RUN_LOOK
from generator.reading.word.numbering import formatted, roman
from generator.seen import Medium, Region, Side
from tests.word_files import (
    A4,
    BORDERS,
    DEFAULTS,
    TIMES,
    box,
    docx,
    field,
    first,
    p,
    packed,
    r,
    seen,
    style,
    table,
    texts,
    unpacked,
)

MM = pytest.approx


def pstyle(id_: str) -> str:
    return f'<w:pStyle w:val="{id_}"/>'


def size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/>'


# --- character looks -----------------------------------------------------------------------------------


def test_a_size_comes_from_the_nearest_level_that_says_one() -> None:
    styles = DEFAULTS + style("Normal", rpr=size(13)) + style("Own", based="Normal", rpr=size(12))
    styles += style("Small", kind="character", rpr=size(11))
    small = '<w:rStyle w:val="Small"/>'
    assert first(p("a")).stretches[0].size == 14
    assert first(p("a"), styles=styles).stretches[0].size == 13
    assert first(p("a", pstyle("Own")), styles=styles).stretches[0].size == 12
    assert first(p(r("a", small), pstyle("Own")), styles=styles).stretches[0].size == 11
    assert first(p(r("a", small + size(10)), pstyle("Own")), styles=styles).stretches[0].size == 10


def test_without_defaults_word_takes_times_new_roman_10() -> None:
    stretch = first(p("a"), styles="").stretches[0]
    assert (stretch.font, stretch.size, stretch.colour) == ("Times New Roman", 10, "000000")


def test_a_missing_style_is_the_default_style() -> None:
    styles = DEFAULTS + style("Normal", rpr=size(13)) + style("Heading", kind="character", rpr=size(20))
    for id_ in ("Missing", "Heading"):
        assert first(p("a", pstyle(id_)), styles=styles).stretches[0].size == 13


def test_styles_based_on_one_another_in_a_circle_end() -> None:
    styles = DEFAULTS + style("A", based="B", rpr=size(11)) + style("B", based="A", rpr="<w:b/>")
    stretch = first(p("a", pstyle("A")), styles=styles).stretches[0]
    assert (stretch.size, stretch.bold) == (11, True)


def test_a_paragraph_mark_gives_its_look_to_no_text() -> None:
    assert first(p("a", f"<w:rPr><w:b/>{size(20)}</w:rPr>")).stretches[0].size == 14


LEVELS = st.fixed_dictionaries(
    {
        level: st.sampled_from([None, False, True])
        for level in ("defaults", "paragraph", "character", "direct")
    }
)


@given(said=LEVELS, name=st.sampled_from(["b", "i"]))
def test_toggles_of_styles_cancel_and_direct_ones_decide(said: dict[str, bool | None], name: str) -> None:
    """ECMA-376, 17.7.3; the law is written out a second time here."""

    def mark(value: bool | None) -> str:
        return "" if value is None else f'<w:{name} w:val="{int(value)}"/>'

    styles = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{mark(said['defaults'])}</w:rPr></w:rPrDefault></w:docDefaults>"
    )
    styles += style("P", rpr=mark(said["paragraph"])) + style(
        "C", kind="character", rpr=mark(said["character"])
    )
    run = r("a", f'<w:rStyle w:val="C"/>{mark(said["direct"])}')
    if said["direct"] is not None:
        expected = said["direct"]
    else:
        expected = bool(said["defaults"]) or (bool(said["paragraph"]) != bool(said["character"]))
    stretch = first(p(run, pstyle("P")), styles=styles).stretches[0]
    assert (stretch.bold if name == "b" else stretch.italic) is expected


def test_the_last_word_on_a_toggle_within_a_chain_of_styles_holds() -> None:
    styles = style("A", rpr="<w:b/>") + style("B", based="A", rpr="<w:b/>")
    styles += style("C", based="B", rpr='<w:b w:val="off"/>')
    assert first(p("a", pstyle("B")), styles=styles).stretches[0].bold is True
    assert first(p("a", pstyle("C")), styles=styles).stretches[0].bold is False


def test_fonts_of_the_theme_have_their_names() -> None:
    themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi"/>'
    major = themed.replace("minor", "major")
    assert first(p(r("Số", themed))).stretches[0].font == "Calibri"
    assert first(p(r("Số", major))).stretches[0].font == "Calibri Light"
    named = themed.replace("/>", ' w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>')
    assert first(p(r("Số", named))).stretches[0].font == "Calibri"


def test_a_named_font_goes_before_one_of_the_theme_in_a_style_below() -> None:
    styles = DEFAULTS + style("T", rpr='<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
    assert first(p("Số", pstyle("T")), styles=styles).stretches[0].font == "Calibri"
    assert first(p(r("Số", TIMES), pstyle("T")), styles=styles).stretches[0].font == "Times New Roman"


def test_a_font_that_the_theme_does_not_know_is_not_known() -> None:
    themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    stretch = first(p(r("Số", themed)), theme="<theme/>").stretches[0]
    assert stretch.font is None


def test_vietnamese_letters_take_the_font_of_their_own_slot() -> None:
    """A clerk sets the font of Latin text only: letters with marks stay in the other one."""
    look = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Arial"/>'
    stretches = first(p(r("Ủy ban xã", look))).stretches
    assert [(stretch.text, stretch.font) for stretch in stretches] == [
        ("Ủ", "Arial"),
        ("y ban x", "Times New Roman"),
        ("ã", "Arial"),
    ]
    assert len(first(p(r("Ủy ban xã", look.replace("Arial", "Times New Roman")))).stretches) == 1


def test_runs_of_one_look_are_one_stretch() -> None:
    runs = r("Ủy ") + r("ban", "<w:b/><w:b/>") + r(" nhân", "<w:b/>") + r(" dân")
    assert [stretch.text for stretch in first(p(runs)).stretches] == ["Ủy ", "ban nhân", " dân"]


@pytest.mark.parametrize(
    ("look", "colour"),
    [
        ("", "000000"),
        ('<w:color w:val="auto"/>', "000000"),
        ('<w:color w:val="ff0000"/>', "FF0000"),
        ('<w:color w:val="auto" w:themeColor="accent1"/>', "4472C4"),
        ('<w:color w:val="2F5496" w:themeColor="accent1" w:themeShade="BF"/>', "2F5496"),
    ],
)
def test_a_colour_is_known_by_its_value(look: str, colour: str) -> None:
    assert first(p(r("a", look))).stretches[0].colour == colour


@pytest.mark.parametrize("look", ["<w:caps/>", "<w:smallCaps/>"])
def test_text_shown_in_capitals_is_read_in_capitals_and_told(look: str) -> None:
    one, other = first(p(r("Đảng ủy", look))).stretches[0], first(p(r("ĐẢNG ỦY", look))).stretches[0]
    assert (one.text, one.capitals) == ("ĐẢNG ỦY", True)
    assert (other.text, other.capitals) == ("ĐẢNG ỦY", False)
    assert shown("Đảng ủy", NO_RUN_LOOK).text == "Đảng ủy"


def test_underlining_is_seen_unless_it_is_none() -> None:
    assert first(p(r("a", '<w:u w:val="single"/>'))).stretches[0].underlined is True
    assert first(p(r("a", '<w:u w:val="none"/>'))).stretches[0].underlined is False
    assert first(p("a")).stretches[0].underlined is False


def test_hidden_text_is_left_out_and_counted() -> None:
    hidden = '<w:vanish w:val="{}"/>'
    paper = seen(p(r("Thông ") + r("mật ", hidden.format(1)) + r("báo", hidden.format(0))))
    assert texts(paper) == ["Thông báo"]
    assert paper.word is not None
    assert paper.word.hidden_text == 1


# --- paragraph looks -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "align"),
    [("both", "both"), ("start", "left"), ("end", "right"), ("center", "center"), ("distribute", "both")],
)
def test_alignment_has_one_name_for_each_side(value: str, align: str) -> None:
    assert first(p("a", f'<w:jc w:val="{value}"/>')).align == align
    assert first(p("a")).align == "left"


def test_indents_are_in_millimetres_and_a_hanging_one_is_negative() -> None:
    paragraph = first(p("a", '<w:ind w:left="567" w:right="284" w:firstLine="720"/>'))
    assert (paragraph.left, paragraph.right, paragraph.first_line) == (
        MM(10, abs=0.01),
        MM(5, abs=0.02),
        12.7,
    )
    assert first(p("a", '<w:ind w:start="567" w:hanging="567"/>')).first_line == MM(-10, abs=0.01)


def test_a_first_line_takes_the_place_of_a_hanging_one_below() -> None:
    styles = DEFAULTS + style("H", ppr='<w:ind w:hanging="567"/>')
    assert first(p("a", pstyle("H") + '<w:ind w:firstLine="720"/>'), styles=styles).first_line == 12.7
    assert first(p("a", pstyle("H")), styles=styles).first_line == MM(-10, abs=0.01)


def test_indents_counted_in_characters_go_before_lengths() -> None:
    chars = first(p("a", '<w:ind w:firstLineChars="200" w:firstLine="1"/>'))
    assert chars.first_line == MM(2 * 14 * 25.4 / 72, abs=0.01)
    assert first(p("a", '<w:ind w:firstLineChars="0" w:firstLine="720"/>')).first_line == 12.7


@pytest.mark.parametrize(
    ("spacing", "multiple", "exact"),
    [
        ("", 1.0, None),
        ('w:line="360" w:lineRule="auto"', 1.5, None),
        ('w:line="360"', 1.5, None),
        ('w:line="360" w:lineRule="exact"', None, 18.0),
        ('w:line="200" w:lineRule="atLeast"', 1.0, None),
        ('w:line="483" w:lineRule="atLeast"', 1.5, None),
    ],
)
def test_line_spacing_is_a_multiple_or_a_height(
    spacing: str, multiple: float | None, exact: float | None
) -> None:
    paragraph = first(p("a", f"<w:spacing {spacing}/>"))
    assert (paragraph.line_spacing, paragraph.line_exact) == (multiple, exact)


def test_each_attribute_of_spacing_is_inherited_on_its_own() -> None:
    styles = DEFAULTS + style(
        "S", ppr='<w:spacing w:before="120" w:after="240" w:line="360" w:lineRule="exact"/>'
    )
    paragraph = first(p("a", pstyle("S") + '<w:spacing w:after="60"/>'), styles=styles)
    assert (paragraph.before, paragraph.after, paragraph.line_exact) == (6, 3, 18)


def test_automatic_space_is_what_word_takes_for_it() -> None:
    auto = '<w:spacing w:before="0" w:beforeAutospacing="{}" w:afterLines="50" w:after="0"/>'
    paragraph = first(p("a", auto.format(1)))
    assert (paragraph.before, paragraph.after) == (14, 6)
    assert first(p("a", auto.format(0))).before == 0


def test_neighbours_of_one_style_may_ask_for_no_space_between_them() -> None:
    spacing = '<w:spacing w:before="120" w:after="120"/>'
    styles = DEFAULTS + style("L", ppr=spacing + "<w:contextualSpacing/>") + style("M", ppr=spacing)

    def spaces(*ids: str) -> list[tuple[float | None, float | None]]:
        paper = seen("".join(p("a", pstyle(id_)) for id_ in ids), styles=styles)
        return [(paragraph.before, paragraph.after) for paragraph in paper.paragraphs]

    assert spaces("L", "L") == [(6, 0), (0, 6)]
    assert spaces("L", "M") == [(6, 6), (6, 6)]
    assert spaces("M", "M") == [(6, 6), (6, 6)]


def test_a_table_style_stands_under_the_style_of_the_paragraph() -> None:
    styles = DEFAULTS + style("Normal") + style("Own", rpr=size(11), ppr='<w:jc w:val="right"/>')
    first_row = f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/>{size(20)}</w:rPr></w:tblStylePr></w:style>'
    styles += style("T", kind="table", rpr=size(12), ppr='<w:jc w:val="center"/>').replace(
        "</w:style>", first_row
    )
    look = '<w:tblStyle w:val="T"/><w:tblLook w:val="{}"/>'

    def looks(mask: str) -> list[tuple[float | None, bool | None, str | None]]:
        rows = [[p("a"), p("b", pstyle("Own"))], [p("c"), p("d")]]
        paper = seen(table(*rows, properties=look.format(mask)), styles=styles)
        return [(x.stretches[0].size, x.stretches[0].bold, x.align) for x in paper.paragraphs]

    rest = [(12, False, "center"), (12, False, "center")]
    assert looks("0020") == [(20, True, "center"), (11, True, "right"), *rest]
    assert looks("0000") == [(12, False, "center"), (11, False, "right"), *rest]


# --- numbers -------------------------------------------------------------------------------------------


def level(index: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


LIST = (
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "upperRoman", "%1.", '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>')
    + level(1, "decimal", "%2.")
    + level(2, "lowerLetter", "%3)")
    + level(3, "decimal", "%1.%2.%4", "<w:isLgl/>")
    + level(4, "bullet", "\uf0b7", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>')
    + level(5, "bullet", "-")
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
)


def num(index: int, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{number}"/></w:numPr>'


def labels(*items: str, **more: str) -> list[str]:
    return [x.label for x in seen("".join(p("x", item) for item in items), numbering=LIST, **more).paragraphs]


def test_labels_count_by_level_and_begin_anew_below_a_higher_one() -> None:
    items = [num(0), num(1), num(1), num(2), num(2), num(0), num(1), num(2)]
    assert labels(*items) == ["I.", "1.", "2.", "a)", "b)", "II.", "1.", "a)"]


def test_a_paragraph_between_does_not_stop_the_count() -> None:
    assert labels(num(0), "", num(0)) == ["I.", "", "II."]
    assert seen(p("x", num(0)), numbering=LIST).paragraphs[0].text == "I. x"


def test_a_list_of_the_same_kind_goes_on_unless_it_begins_anew() -> None:
    assert labels(num(0), num(0, 3), num(0, 3)) == ["I.", "II.", "III."]
    assert labels(num(0), num(0, 2), num(0, 2)) == ["I.", "I.", "II."]


def test_a_legal_number_is_decimal_and_bullets_are_what_is_seen() -> None:
    assert labels(num(0), num(1), num(3), num(4), num(5)) == ["I.", "1.", "1.1.1", "•", "-"]


def test_number_zero_takes_the_number_of_a_style_away() -> None:
    styles = DEFAULTS + style("N", ppr=num(0))
    assert labels(pstyle("N"), pstyle("N") + num(0, 0), pstyle("N"), styles=styles) == ["I.", "", "II."]


def test_an_empty_numbered_paragraph_counts_and_is_seen() -> None:
    paper = seen(p("x", num(0)) + p("", num(0)) + p("") + p("x", num(0)), numbering=LIST)
    assert [(x.number, x.text) for x in paper.paragraphs] == [(1, "I. x"), (2, "II. "), (4, "III. x")]


def test_a_number_set_directly_brings_its_indents_over_those_of_the_style() -> None:
    indent = '<w:ind w:left="100" w:firstLine="720"/>'
    styles = DEFAULTS + style("Own", ppr=indent) + style("Numbered", ppr=num(0) + indent)

    def left(properties: str) -> float | None:
        return first(p("x", properties), numbering=LIST, styles=styles).first_line

    assert left(pstyle("Own")) == 12.7
    assert left(pstyle("Own") + num(0)) == MM(-6.35)
    assert left(pstyle("Own") + num(0) + '<w:ind w:firstLine="567"/>') == MM(10, abs=0.01)
    assert left(pstyle("Numbered")) == 12.7
    assert left(num(0)) == MM(-6.35)


def test_a_list_may_be_named_by_a_style_of_lists() -> None:
    numbering = LIST.replace('w:abstractNumId="7">', 'w:abstractNumId="7"><w:styleLink w:val="L"/>', 1)
    numbering = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="L"/></w:abstractNum>' + numbering
    numbering += '<w:num w:numId="9"><w:abstractNumId w:val="8"/></w:num>'
    assert first(p("x", num(0, 9)), numbering=numbering).label == "I."
    assert first(p("x", num(0, 5)), numbering=numbering).label == ""


def test_letters_go_on_as_word_does_and_know_no_vietnamese() -> None:
    assert [formatted(n, "lowerLetter") for n in (1, 4, 5, 26, 27, 28, 53)] == [
        "a",
        "d",
        "e",
        "z",
        "aa",
        "bb",
        "aaa",
    ]
    assert formatted(3, "upperLetter") == "C"
    assert (formatted(3, "none"), formatted(3, "decimalZero"), formatted(0, "lowerRoman")) == ("", "03", "0")


@given(st.integers(1, 3999))
def test_roman_numbers_are_read_back(count: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    letters = [values[letter] for letter in roman(count)]
    pairs = zip(letters, [*letters[1:], 0], strict=True)
    assert sum(-one if one < next_ else one for one, next_ in pairs) == count


# --- tables, boxes, notes ------------------------------------------------------------------------------


def places(body: str, **more: str) -> dict[str, tuple[Region, Side]]:
    return {x.text: (x.region, x.side) for x in seen(body, **more).paragraphs}


def test_a_table_without_lines_sets_text_side_by_side() -> None:
    assert places(table([p("a"), p("b")])) == {"a": (Region.BODY, Side.LEFT), "b": (Region.BODY, Side.RIGHT)}
    drawn = places(table([p("a"), p("b")], properties=BORDERS))
    assert drawn == {"a": (Region.CELL, Side.FULL), "b": (Region.CELL, Side.FULL)}


def test_lines_may_come_from_the_style_and_be_taken_away_in_the_table() -> None:
    styles = DEFAULTS + style("Grid", kind="table").replace("<w:pPr>", f"<w:tblPr>{BORDERS}</w:tblPr><w:pPr>")
    grid = '<w:tblStyle w:val="Grid"/>'
    none = BORDERS.replace("single", "none")
    assert places(table([p("a"), p("b")], properties=grid), styles=styles)["a"][0] is Region.CELL
    assert places(table([p("a"), p("b")], properties=grid + none), styles=styles)["a"][0] is Region.BODY


def test_cells_may_draw_lines_or_take_them_away() -> None:
    edges = "".join(f'<w:{edge} w:val="{{0}}"/>' for edge in ("top", "left", "bottom", "right"))
    cell = "<w:tc><w:tcPr><w:tcBorders>" + edges + "</w:tcBorders></w:tcPr>{1}</w:tc>"
    drawn = [cell.format("single", p("a")), p("b")]
    away = [cell.format("nil", p("a")), cell.format("nil", p("b"))]
    assert places(table(drawn))["a"][0] is Region.CELL
    assert places(table(away, properties=BORDERS))["a"][0] is Region.BODY


def test_a_line_under_one_cell_is_a_rule_and_makes_no_table() -> None:
    ruled = '<w:tc><w:tcPr><w:tcBorders><w:bottom w:val="single"/></w:tcBorders></w:tcPr>{}</w:tc>'
    assert places(table([ruled.format(p("a")), p("b")]))["a"] == (Region.BODY, Side.LEFT)
    both = [ruled.format(p("a")), ruled.format(p("b"))]
    assert places(table(both))["a"][0] is Region.CELL


def test_an_empty_column_does_not_push_the_others_to_the_middle() -> None:
    three = table([p("a"), p(), p("b")], widths=(3000, 3000, 3000))
    assert [side for _, side in places(three).values()] == [Side.LEFT, Side.RIGHT]
    full = table([p("a"), p("m"), p("b")], widths=(3000, 3000, 3000))
    assert [side for _, side in places(full).values()] == [Side.LEFT, Side.MIDDLE, Side.RIGHT]


def test_cells_know_table_row_and_column_of_the_grid() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("c")}</w:tc>'
    body = table([p("a"), p("b")]) + table([wide, p("d")], widths=(1, 1, 1))
    found = {x.text: x.cell for x in seen(body).paragraphs}
    assert found == {"a": (0, 0, 0), "b": (0, 0, 1), "c": (1, 0, 0), "d": (1, 0, 2)}


def test_a_table_with_lines_in_a_layout_table_is_a_table() -> None:
    inner = table([p("x"), p("y")], properties=BORDERS) + p()
    found = places(table([p("a"), inner]))
    assert found["a"] == (Region.BODY, Side.LEFT)
    assert found["x"] == (Region.CELL, Side.FULL)


def test_a_text_box_is_read_once_after_the_paragraph_it_hangs_on() -> None:
    paper = seen(p(r("trước") + box(p("trong hộp"))) + p("sau"))
    assert texts(paper) == ["trước", "trong hộp", "sau"]
    assert [x.region for x in paper.paragraphs] == [Region.BODY, Region.BOX, Region.BODY]


def test_a_frame_is_a_box() -> None:
    assert first(p("a", '<w:framePr w:w="2000" w:hAnchor="text"/>')).region is Region.BOX


def test_footnotes_follow_the_text_without_their_separators() -> None:
    notes = f'<w:footnote w:type="separator" w:id="0">{p("-")}</w:footnote>'
    notes += f'<w:footnote w:id="1">{p("chú")}</w:footnote>'
    paper = seen(p(r("văn bản") + '<w:r><w:footnoteReference w:id="1"/></w:r>'), footnotes=notes)
    assert [(x.text, x.region) for x in paper.paragraphs] == [("văn bản", Region.BODY), ("chú", Region.BOX)]


# --- content -------------------------------------------------------------------------------------------


def test_signs_of_word_are_read_as_the_characters_they_print() -> None:
    run = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>"
    assert first(p(f"<w:r>{run}</w:r>")).text == "a\tb\nc-d"
    page = '<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>'
    assert first(p(page)).words == "a b"


def test_symbols_are_read_and_unknown_ones_told() -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="{}"/></w:r>'
    assert first(p(sign.format("F0FE"))).text == "☑"
    paper = seen(p(sign.format("F001")))
    assert (texts(paper), paper.not_read) == (["\N{REPLACEMENT CHARACTER}"], ("symbol",))


def test_tracked_changes_are_read_as_accepted_and_counted() -> None:
    body = (
        f'{r("Thông ")}<w:ins w:author="a">{r("báo")}</w:ins>'
        '<w:del w:author="a"><w:r><w:delText>cũ</w:delText></w:r></w:del>'
        f"<w:moveFrom>{r('rời')}</w:moveFrom>"
    )
    paper = seen(p(body))
    assert paper.word is not None
    assert (texts(paper), paper.word.tracked_changes) == (["Thông báo"], 3)


def test_the_result_of_a_field_is_read_and_not_its_code() -> None:
    assert first(p(r("ngày ") + field(" DATE \\@ dd ", "05") + r("/7"))).text == "ngày 05/7"
    nested = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + field("PAGE", "9") + r("code")
    nested += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("kết quả")
    nested += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert first(p(nested)).text == "kết quả"


def test_a_field_left_open_hides_nothing_in_another_part() -> None:
    open_field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    section = A4 + '<w:headerReference w:type="default" r:id="rId-header1"/>'
    assert texts(seen(p(open_field), section=section, header1=p("đầu trang"))) == ["đầu trang"]


def test_links_keep_their_text_and_their_addresses_are_told() -> None:
    link = f'<w:hyperlink r:id="rIdX">{r("cổng")}</w:hyperlink>'
    relation = (
        '<Relationship Id="rIdX" TargetMode="External" Target="https://a.example/x" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>'
    )
    paper = seen(p(link + field(' HYPERLINK "https://b.example/" ', " khác")), relations=relation)
    assert paper.word is not None
    assert (texts(paper), paper.word.outside_links) == (
        ["cổng khác"],
        ("https://a.example/x", "https://b.example/"),
    )


def test_content_controls_are_read_wherever_they_stand() -> None:
    inline = f"<w:sdt><w:sdtContent>{r('trong dòng')}</w:sdtContent></w:sdt>"
    block = f"<w:sdt><w:sdtContent>{p('cả đoạn')}</w:sdtContent></w:sdt>"
    assert texts(seen(p(inline) + block)) == ["trong dòng", "cả đoạn"]


def test_comments_are_counted() -> None:
    paper = seen(p("a"), comments=f'<w:comment w:id="0" w:author="x">{p("xem lại")}</w:comment>')
    assert paper.word is not None
    assert (texts(paper), paper.word.comments) == (["a"], 1)


def test_what_cannot_be_read_is_told() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    body = p(r("a") + picture + "<w:r><w:object/></w:r><m:oMath/>") + '<w:altChunk r:id="x"/>'
    assert seen(body).not_read == ("picture", "object", "equation", "embedded-document")
    assert seen(p("a")).not_read == ()


def test_paragraphs_without_text_are_counted_but_not_given() -> None:
    paper = seen(p("a") + p() + p(r(" ")) + p("b"))
    assert [(x.number, x.text) for x in paper.paragraphs] == [(1, "a"), (4, "b")]
    assert (paper.medium, paper.pages) == (Medium.WORD, None)


# --- sections and page numbers -------------------------------------------------------------------------

HEAD = '<w:{0}Reference w:type="{1}" r:id="rId-{0}{2}"/>'
NUMBER = p(field(" PAGE   \\* MERGEFORMAT ", "2", size(13)), '<w:jc w:val="center"/>')


def test_a_section_has_the_page_it_says_in_millimetres() -> None:
    gutter = A4.replace('w:left="1701"', 'w:left="1134" w:gutter="567"')
    for section in (A4, gutter):
        found = seen(p("a"), section=section).sections[0]
        assert (found.width, found.height) == (MM(210, abs=0.02), MM(297, abs=0.02))
        assert found.margins == (MM(20, abs=0.02), MM(20, abs=0.02), MM(20, abs=0.02), MM(30, abs=0.02))
        assert not found.measured
    assert seen(p("a"), section="").sections[0].width == MM(215.9)


def test_paragraphs_know_their_section() -> None:
    wide = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
    paper = seen(p("a") + p("b", wide) + p("c"))
    assert [x.section for x in paper.paragraphs] == [0, 0, 1]
    assert [section.landscape for section in paper.sections] == [True, False]


def test_the_page_number_of_the_head_is_read_with_its_look() -> None:
    section = A4 + HEAD.format("header", "default", 1) + '<w:pgNumType w:start="1"/><w:titlePg/>'
    found = seen(p("a"), section=section, header1=NUMBER).sections[0]
    assert found.page_number is not None
    assert (found.page_number.where, found.page_number.align, found.page_number.size) == ("top", "center", 13)
    assert (found.page_number.bold, found.page_number.italic) == (False, False)
    assert (found.page_number.on_first, found.has_page_number, found.start) == (False, True, 1)
    shown_first = seen(p("a"), section=section.replace("<w:titlePg/>", ""), header1=NUMBER).sections[0]
    assert shown_first.page_number is not None
    assert shown_first.page_number.on_first is True


def test_a_page_number_on_the_first_page_only_is_one() -> None:
    section = A4 + HEAD.format("header", "first", 1) + "<w:titlePg/>"
    found = seen(p("a"), section=section, header1=NUMBER).sections[0].page_number
    assert found is not None
    assert found.on_first is True
    assert (
        seen(p("a"), section=section.replace("<w:titlePg/>", ""), header1=NUMBER).sections[0].has_page_number
        is False
    )


def test_a_page_number_at_the_foot_is_told_before_one_at_the_head() -> None:
    section = A4 + HEAD.format("header", "default", 1) + HEAD.format("footer", "default", 1)
    found = seen(p("a"), section=section, header1=NUMBER, footer1=NUMBER).sections[0].page_number
    assert found is not None
    assert found.where == "bottom"


def test_the_number_of_pages_is_no_page_number() -> None:
    section = A4 + HEAD.format("header", "default", 1)
    other = NUMBER.replace("PA", "NUMPA").replace("NUMPAGE", "NUMPAGES")
    assert seen(p("a"), section=section, header1=other).sections[0].has_page_number is False


@pytest.mark.parametrize(
    "number",
    [
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>',
        "<w:r><w:pgNum/></w:r>",
        f"<w:sdt><w:sdtContent>{field('page', '2')}</w:sdtContent></w:sdt>",
        box(p(field("PAGE", "2"))),
        field("PAGE", ""),
    ],
)
def test_a_page_number_is_found_in_every_form(number: str) -> None:
    section = A4 + HEAD.format("header", "default", 1)
    assert seen(p("a"), section=section, header1=p(number)).sections[0].has_page_number is True


def test_the_place_of_a_page_number_may_come_from_a_frame_or_a_tab_stop() -> None:
    section = A4 + HEAD.format("header", "default", 1)
    stops = '<w:tabs><w:tab w:val="right" w:pos="9072"/><w:tab w:val="center" w:pos="4536"/></w:tabs>'

    def align(content: str, properties: str) -> str | None:
        number = seen(p("a"), section=section, header1=p(content, properties)).sections[0].page_number
        assert number is not None
        return number.align

    tab = "<w:r><w:tab/></w:r>"
    assert align(field("PAGE", "2"), '<w:framePr w:xAlign="center"/>') == "center"
    assert align(tab + field("PAGE", "2"), stops) == "center"
    assert align(tab + tab + field("PAGE", "2"), stops) == "right"
    assert align(tab + field("PAGE", "2"), "") is None
    assert align(field("PAGE", "2"), stops) == "left"


def test_a_section_takes_over_heads_it_does_not_set() -> None:
    first_section = f"<w:sectPr>{A4}{HEAD.format('header', 'default', 1)}</w:sectPr>"
    paper = seen(p("a", first_section) + p("b"), header1=NUMBER, header2=p("khác"))
    assert [section.has_page_number for section in paper.sections] == [True, True]
    own = A4 + HEAD.format("header", "default", 2)
    paper = seen(p("a", first_section) + p("b"), section=own, header1=NUMBER, header2=p("khác"))
    assert [section.has_page_number for section in paper.sections] == [True, False]


def test_only_heads_that_pages_show_are_read() -> None:
    section = A4 + HEAD.format("header", "first", 1) + HEAD.format("header", "even", 2)
    heads = {"header1": p("trang đầu"), "header2": p("trang chẵn")}
    assert texts(seen(p("a"), section=section, **heads)) == ["a"]
    assert texts(seen(p("a"), section=section + "<w:titlePg/>", **heads)) == ["a", "trang đầu"]
    paper = seen(p("a"), section=section, settings="<w:evenAndOddHeaders/>", **heads)
    assert [(x.text, x.region) for x in paper.paragraphs] == [
        ("a", Region.BODY),
        ("trang chẵn", Region.HEADER),
    ]
    assert paper.text() == "a"


# --- the strict form -----------------------------------------------------------------------------------


def test_the_strict_form_of_the_format_is_read_the_same() -> None:
    usual = docx(p(r("Số", size(13)), '<w:ind w:firstLine="720"/>'))
    strict = {
        name: data.replace(
            b"schemas.openxmlformats.org/wordprocessingml/2006", b"purl.oclc.org/ooxml/wordprocessingml"
        )
        .replace(b"schemas.openxmlformats.org/officeDocument/2006", b"purl.oclc.org/ooxml/officeDocument")
        .replace(b'w:val="26"', b'w:val="13pt"')
        .replace(b'w:firstLine="720"', b'w:firstLine="36pt"')
        for name, data in unpacked(usual).items()
    }
    assert read_word(packed(strict), "x") == read_word(usual, "x")
