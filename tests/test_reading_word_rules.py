"""Reading Word files: how wide text is, and the rules (kẻ ngang) under it, however they are made."""

from __future__ import annotations

import pytest

from generator.measure import text_width, wrap
from generator.reading.word.ruled import is_row_of_signs
from generator.seen import Rule, SeenParagraph, Way
from tests.word_files import DEFAULTS, TIMES, box, first, line, p, place, r, seen, table

CENTRE = '<w:jc w:val="center"/>'
BOLD = '<w:b/><w:sz w:val="28"/>'
MOTTO = "Độc lập - Tự do - Hạnh phúc"
WIDTH = text_width(MOTTO, 14, bold=True)
NEAR = 0.02  # mm


def motto(*more: str, properties: str = CENTRE) -> str:
    return p(r(MOTTO, BOLD) + "".join(more), properties)


def rule_of(body: str, text: str = MOTTO) -> Rule | None:
    found = [x for x in seen(body).paragraphs if x.text.partition("\n")[0] == text]
    return found[0].rule


# --- widths --------------------------------------------------------------------------------------------


def test_text_is_as_wide_as_its_letters() -> None:
    assert first(motto()).text_width == pytest.approx(WIDTH, abs=NEAR)
    assert first(p(r(MOTTO, '<w:sz w:val="24"/>'))).text_width == pytest.approx(
        text_width(MOTTO, 12), abs=NEAR
    )


def test_letters_may_be_set_apart_narrowed_or_raised() -> None:
    apart = first(p(r("abc", '<w:spacing w:val="20"/>'))).text_width
    assert apart == pytest.approx(text_width("abc", 14) + 3 * 25.4 / 72, abs=NEAR)
    narrow = first(p(r("abc", '<w:w w:val="50"/>'))).text_width
    assert narrow == pytest.approx(text_width("abc", 14) / 2, abs=NEAR)
    raised = first(p(r("abc", '<w:vertAlign w:val="superscript"/>'))).text_width
    assert raised == pytest.approx(text_width("abc", 14) * 2 / 3, abs=NEAR)


def test_the_width_of_an_unknown_font_is_not_known() -> None:
    arial = TIMES.replace("Times New Roman", "Arial")
    assert first(p(r("abc", arial))).text_width is None
    assert first(p(r("abc") + r(" ", arial))).text_width == pytest.approx(text_width("abc", 14), abs=NEAR)


LONG = "Thực hiện Kế hoạch số 12/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh về kiểm tra " * 3


def test_lines_are_filled_as_measured_everywhere_else() -> None:
    """The lines of one look are those of measure.py; in two looks the widths add up the same."""
    room = (11906 - 1701 - 1134) * 25.4 / 1440
    widest = max(text_width(part, 14) for part in wrap(LONG, room, 14))
    assert first(p(LONG)).text_width == pytest.approx(widest, abs=NEAR)
    halves = r(LONG[:37]) + r(LONG[37:])
    assert first(p(halves)).text_width == pytest.approx(widest, abs=NEAR)


def test_a_justified_paragraph_is_as_wide_as_its_column_and_a_short_one_as_its_text() -> None:
    both = '<w:jc w:val="both"/><w:ind w:left="567" w:firstLine="720"/>'
    assert first(p(LONG, both)).text_width == pytest.approx(150, abs=0.1)
    assert first(p("ngắn", both)).text_width == pytest.approx(text_width("ngắn", 14), abs=NEAR)


def test_indents_and_cells_make_lines_shorter() -> None:
    free = first(p(LONG)).text_width
    indented = first(p(LONG, '<w:ind w:left="2268" w:right="1134"/>')).text_width
    in_cell = first(table([p(LONG), p("b")])).text_width
    assert free is not None
    assert indented is not None
    assert in_cell is not None
    assert free > 150
    assert 100 > indented > in_cell
    assert in_cell <= (4000 - 2 * 115) * 25.4 / 1440


def test_the_longest_line_counts() -> None:
    two = p("<w:r><w:t>ngắn</w:t><w:br/><w:t>dài hơn nhiều</w:t></w:r>")
    assert first(two).text_width == pytest.approx(text_width("dài hơn nhiều", 14), abs=NEAR)


# --- drawn lines ---------------------------------------------------------------------------------------


def test_a_line_in_the_next_empty_paragraph_is_under_the_text() -> None:
    rule = rule_of(motto() + p(line(60), CENTRE) + p("sau"))
    assert rule == Rule(Way.DRAWN, 60, 0)


def test_a_line_at_the_left_of_centred_text_is_off_its_middle() -> None:
    rule = rule_of(motto() + p(line(60)))
    assert rule is not None
    assert rule.off_centre == pytest.approx(30 - 160 / 2, abs=0.1)


def test_a_floating_line_is_where_it_is_drawn() -> None:
    rule = rule_of(motto(line(60, place=place("50", "6"))))
    assert rule == Rule(Way.DRAWN, 60, pytest.approx(0, abs=0.1))
    aligned = rule_of(motto(line(60, place=place("center", "6"))))
    assert aligned == Rule(Way.DRAWN, 60, pytest.approx(0, abs=0.1))


def test_a_floating_line_is_under_the_text_it_is_drawn_below_wherever_it_hangs() -> None:
    """In most offices' files all lines of a head hang on its first paragraph."""
    hung = p(r("QUỐC HIỆU") + line(60, place=place("50", "12")), CENTRE)
    assert rule_of(hung + motto()) == Rule(Way.DRAWN, 60, pytest.approx(0, abs=0.1))
    high = p(r("QUỐC HIỆU") + line(60, place=place("50", "6")), CENTRE)
    assert rule_of(high + motto()) is None
    assert rule_of(high + motto(), "QUỐC HIỆU") is not None


def test_a_line_that_hangs_below_its_text_belongs_to_the_text_above() -> None:
    empty = p(line(60, place=place("50", "1")), CENTRE)
    assert rule_of(motto() + empty + p("sau")) == Rule(Way.DRAWN, 60, pytest.approx(0, abs=0.1))


def test_a_line_measured_from_the_sheet_stays_with_its_paragraph_and_its_middle_is_unknown() -> None:
    drawn = line(60, place=place("120", "40", across="page", down="page"))
    assert rule_of(motto(drawn)) == Rule(Way.DRAWN, 60, None)


def test_lines_in_cells_are_measured_in_their_cell() -> None:
    cells = [p("TÊN CƠ QUAN", CENTRE) + p(line(20), CENTRE), motto() + p(line(60), CENTRE)]
    body = table(cells, widths=(4000, 5000))
    assert rule_of(body) == Rule(Way.DRAWN, 60, 0)
    assert rule_of(body, "TÊN CƠ QUAN") == Rule(Way.DRAWN, 20, 0)


VML = "<w:r><w:pict><v:{}/></w:pict></w:r>"


@pytest.mark.parametrize(
    "shape",
    [
        'line from="0,0" to="6cm,0"',
        'line from="10pt,0" to="180.08pt,0.5pt"',
        'shape type="#_x0000_t32" style="width:60mm;height:0" o:connectortype="straight"',
        'rect style="width:60mm;height:.5pt"',
    ],
)
def test_lines_of_the_older_kind_are_read(shape: str) -> None:
    rule = rule_of(motto() + p(VML.format(shape), CENTRE))
    assert rule == Rule(Way.DRAWN, pytest.approx(60, abs=NEAR), 0)


def test_a_floating_line_of_the_older_kind_has_its_place() -> None:
    shape = 'line style="position:absolute" from="50mm,6mm" to="110mm,6mm"'
    assert rule_of(motto(VML.format(shape))) == Rule(Way.DRAWN, 60, pytest.approx(0, abs=0.1))
    moved = 'shape style="position:absolute;margin-left:40mm;margin-top:6mm;width:60mm;height:0"'
    assert rule_of(motto(VML.format(moved))) == Rule(Way.DRAWN, 60, pytest.approx(-10, abs=0.1))


@pytest.mark.parametrize(
    "shape",
    [
        'line from="0,0" to="0,6cm"',  # upright
        'rect style="width:60mm;height:20mm"',
        'line from="0,0" to="2mm,0"',  # a dot
        'line from="x" to="y"',
    ],
)
def test_other_shapes_are_no_rules(shape: str) -> None:
    assert rule_of(motto() + p(VML.format(shape), CENTRE)) is None


def test_a_line_drawn_in_both_versions_is_one() -> None:
    body = motto() + p(line(60), CENTRE)
    assert [x.text for x in seen(body).paragraphs] == [MOTTO]
    assert seen(body).not_read == ()


def test_a_text_box_is_no_rule() -> None:
    assert rule_of(motto(box(p("hộp")))) is None


# --- other ways ----------------------------------------------------------------------------------------


def test_a_border_below_the_paragraph_is_a_rule() -> None:
    border = '<w:pBdr><w:bottom w:val="{}" w:sz="4"/></w:pBdr><w:ind w:left="2835" w:right="2835"/>'
    rule = rule_of(motto(properties=CENTRE + border.format("single")))
    assert rule == Rule(Way.BORDER, pytest.approx(60, abs=0.1), 0)
    assert rule_of(motto(properties=CENTRE + border.format("nil"))) is None
    assert rule_of(motto() + p("", border.format("single"))) == Rule(
        Way.BORDER, pytest.approx(60, abs=0.1), 0
    )


def test_underlined_text_is_ruled_and_partly_underlined_text_is_not() -> None:
    rule = rule_of(p(r(MOTTO, BOLD + '<w:u w:val="single"/>'), CENTRE))
    assert rule == Rule(Way.UNDERLINE, pytest.approx(WIDTH, abs=NEAR), 0)
    assert rule_of(p(r(MOTTO[:5], '<w:u w:val="single"/>') + r(MOTTO[5:]), CENTRE)) is None


@pytest.mark.parametrize("signs", ["___________", "-----------", "———————", "‾‾‾‾"])
def test_a_row_of_signs_below_is_a_rule(signs: str) -> None:
    rule = rule_of(motto() + p(signs, CENTRE))
    if signs.startswith("‾"):
        assert rule is None
    else:
        assert rule == Rule(Way.UNDERSCORES, pytest.approx(text_width(signs, 14), abs=NEAR), 0)


def test_a_row_of_signs_may_stand_in_the_same_paragraph() -> None:
    rule = rule_of(motto("<w:r><w:br/></w:r>", r("________")))
    assert rule == Rule(Way.UNDERSCORES, pytest.approx(text_width("________", 14), abs=NEAR), 0)


def test_a_drawn_line_goes_before_signs_and_underlining() -> None:
    underlined = p(r(MOTTO, BOLD + '<w:u w:val="single"/>'), CENTRE)
    rule = rule_of(underlined + p("_____", CENTRE) + p(line(60), CENTRE))
    assert rule is not None
    assert rule.way is Way.UNDERSCORES
    rule = rule_of(underlined + p(line(60), CENTRE))
    assert rule is not None
    assert rule.way is Way.DRAWN


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("- Như trên;", False),
        ("--", False),
        ("o0o", False),
        ("---o0o---", True),
        ("-------***-------", True),
        ("- - - -", True),
    ],
)
def test_ordinary_text_is_no_row_of_signs(text: str, row: bool) -> None:
    assert is_row_of_signs(text) is row


def test_rules_do_not_leave_their_column() -> None:
    body = table([motto(), p("x")]) + p(line(60), CENTRE)
    found: list[SeenParagraph] = list(seen(body, styles=DEFAULTS).paragraphs)
    assert [x.rule for x in found] == [None, None]
