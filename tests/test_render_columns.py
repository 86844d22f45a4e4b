from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.document import Align, Cell, Run, Table, plain
from generator.measure import TWIPS_PER_MM, pieces, text_width
from generator.render.columns import in_twips, is_number_row, set_table
from generator.render.geometry import text_twips
from generator.render.grid import places
from tests.documents import duties_table, figures_table, row, spanning, text
from tests.rendering import layout

WIDE = text_twips(layout(), landscape=True)
NARROW = text_twips(layout())


def words_of(table, column):
    rows = [*table.head, *table.body, *table.total]
    placed = [
        place for line in places(rows) for place in line if place.column == column and place.cell.columns == 1
    ]
    texts = [plain(place.cell.runs) for place in placed if not plain(place.cell.runs).startswith("(")]
    return {word.strip() for part in texts for word in pieces(part)}


def test_pages_are_as_wide_as_word_rounds_them():
    assert (NARROW, WIDE) == (9071, 14287)


def test_thirteen_columns_stand_on_a_landscape_page_without_tearing_a_word():
    table = set_table(figures_table(), layout(), WIDE)
    assert sum(table.widths) == WIDE
    assert table.size is None
    for column, width in enumerate(table.widths):
        room = width / TWIPS_PER_MM - 2 * layout().table.padding
        for word in words_of(figures_table(), column):
            assert text_width(word, layout().sizes.table, bold=True) <= room, (column, word)


def test_a_table_too_wide_for_its_words_goes_down_in_size():
    table = set_table(figures_table(), layout(), NARROW)
    assert sum(table.widths) == NARROW
    assert table.size is not None
    assert layout().table.smallest <= table.size < layout().sizes.table


def test_a_formula_of_columns_is_broken_after_a_sign():
    table = set_table(figures_table(), layout(), WIDE)
    lines = ["".join(plain(line) for line in cell.lines) for cell in table.numbers[0]]
    broken = [[plain(line) for line in cell.lines] for cell in table.numbers[0] if len(cell.lines) > 1]
    assert lines[2] == "(3)=(4)+(5)+(6)"
    assert ["(3)=(4)+", "(5)+(6)"] in broken


def test_a_row_of_column_numbers_is_known_by_its_cells():
    assert is_number_row(row("(1)", "(2)", "(3)=(1)+(2)", "", align="cccc"))
    assert not is_number_row(row("(1)", "Đơn vị", align="cc"))
    assert not is_number_row(row("", "", align="cc"))


def test_a_cell_over_rows_is_continued_below_at_the_same_column():
    head = figures_table().head[:2]
    first, second = places(head)
    assert [(place.column, place.merge) for place in first[:3]] == [(0, "restart"), (1, "restart"), (2, "")]
    assert [(place.column, place.merge) for place in second[:3]] == [
        (0, "continue"),
        (1, "continue"),
        (2, ""),
    ]


def test_a_word_longer_than_the_page_leaves_the_other_columns_room():
    table = Table("t", (1, 1), (), (row("a" * 5000, "từ", align="ll"),))
    widths = set_table(table, layout(), NARROW).widths
    assert sum(widths) == NARROW
    assert min(widths) > 500


@given(st.lists(st.floats(min_value=0.1, max_value=50), min_size=1, max_size=20), st.integers(2000, 20000))
def test_widths_in_twips_are_together_exactly_the_width(lengths, total):
    widths = in_twips(lengths, total)
    assert sum(widths) == total
    assert all(width >= 0 for width in widths)


@given(st.lists(st.tuples(st.floats(0.5, 20), st.text("abc đ", max_size=30)), min_size=1, max_size=13))
def test_every_table_fills_its_width(columns):
    shares = tuple(share for share, _ in columns)
    cells = tuple(Cell((Run(words),), Align.LEFT) for _, words in columns)
    table = set_table(Table("t", shares, (), (cells,)), layout(), NARROW)
    assert sum(table.widths) == NARROW
    assert all(width > 0 for width in table.widths)


def test_head_over_columns_makes_them_wide_enough():
    head = ((spanning("Đơnvịrấtdàikhôngcócáchnàocắt", columns=2),), (spanning("a"), spanning("b")))
    table = set_table(
        Table("t", (1, 1, 20), (), ((Cell(text("x"), columns=2), Cell(text("y"))),)), layout(), NARROW
    )
    wide = set_table(Table("t", (1, 1, 20), (), ((*head[0], Cell(text("y"))),)), layout(), NARROW)
    assert sum(wide.widths[:2]) > sum(table.widths[:2])


def test_the_duties_fit_both_ways():
    for width in (NARROW, WIDE):
        assert sum(set_table(duties_table(), layout(), width).widths) == width


def test_a_symbol_stays_whole_where_the_table_has_room():
    table = Table("so", (1, 9), (), (row("1520/UBND-KSTT", "Trích yếu " * 20, align="ll"),))
    room = set_table(table, layout(), WIDE).widths[0] / TWIPS_PER_MM - 2 * layout().table.padding
    assert text_width("1520/UBND-KSTT", layout().sizes.table) <= room


def test_a_symbol_parts_at_its_hyphen_before_the_table_goes_down_in_size():
    symbols = [f"{number}/UBND-KSTT" for number in range(1500, 1506)]
    table = set_table(Table("so", (1,) * 6, (), (row(*symbols, align="llllll"),)), layout(), NARROW)
    assert table.size is None
