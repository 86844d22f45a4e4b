from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document import BlockKind, Paragraph, Run, plain
from generator.measure import text_width
from generator.render.geometry import set_paper
from generator.render.lines import broken, cut
from tests.documents import notice, press_notice, short_notice, text
from tests.rendering import layout


def test_the_rule_under_the_motto_is_as_long_as_the_motto():
    paper = set_paper(notice(), layout())
    assert paper.head.motto_rule == pytest.approx(60.46, abs=0.01)


def test_the_other_rules_are_a_third_to_a_half_of_the_last_line_above():
    paper = set_paper(notice(), layout())
    agency = text_width("TỈNH MẪU", 13, bold=True)
    subject = text_width("tại Ủy ban nhân dân các xã: Ví Dụ A, Ví Dụ B, Ví Dụ C", 14, bold=True)
    annex = text_width("của Ủy ban nhân dân tỉnh Mẫu)", 13, italic=True)
    assert 1 / 3 < paper.head.agency_rule / agency < 1 / 2
    assert 1 / 3 < paper.subject_rule / subject < 1 / 2
    assert 1 / 3 < paper.annexes[0].rule / annex < 1 / 2


def test_a_long_line_of_the_letterhead_is_broken_to_its_column():
    head = replace(notice().head, agency=(text("ỦY BAN NHÂN DÂN TỈNH VÍ DỤ MẪU"),))
    paper = set_paper(replace(notice(), head=head), layout())
    assert [plain(line) for line in paper.head.agency] == ["ỦY BAN NHÂN DÂN", "TỈNH VÍ DỤ MẪU"]


RUNS = st.lists(
    st.builds(
        Run, st.text("abc đ", max_size=12), st.booleans(), st.booleans(), st.sampled_from([None, "a.b"])
    ),
    max_size=8,
).map(tuple)


@given(RUNS, st.integers(10, 80))
def test_broken_runs_keep_text_look_and_source(runs, width):
    lines = broken(runs, width, 14)
    assert " ".join(plain(line) for line in lines) == plain(runs)
    looks = [(c, r.bold, r.italic, r.source) for r in runs for c in r.text if c != " "]
    assert [
        (c, r.bold, r.italic, r.source) for line in lines for r in line for c in r.text if c != " "
    ] == looks


def test_a_run_is_cut_where_its_line_ends():
    lines = cut((Run("một hai", bold=True), Run(" ba", source="x")), [3, 6])
    assert lines == ((Run("một", bold=True),), (Run("hai", bold=True), Run(" ba", source="x")))


def test_a_label_stands_before_its_paragraph_and_one_without_has_no_space():
    body = (Paragraph(BlockKind.POINT, text("điểm"), "a)"), Paragraph(BlockKind.CLAUSE, text("khoản")))
    blocks = set_paper(replace(short_notice(), body=body), layout()).body
    assert [plain(block.runs) for block in blocks] == ["a) điểm", "khoản"]


def test_no_level_of_heading_is_skipped():
    titled = Paragraph(BlockKind.TITLED_CLAUSE, text("Tên"), "1.")
    section = Paragraph(BlockKind.SECTION, text("MỤC"), "I.")
    blocks = set_paper(replace(short_notice(), body=(titled, section, titled)), layout()).body
    assert [block.level for block in blocks] == [2, 2, 3]
    annex = set_paper(notice(), layout()).annexes[0]
    assert annex.blocks[0].level == 3


def test_neighbouring_annexes_never_share_a_kind_of_page():
    annexes = set_paper(press_notice(), layout()).annexes
    assert [annex.page for annex in annexes] == ["ngang-1", "doc-2", "doc-1", "doc-2"]


def test_a_list_of_recipients_that_fits_is_one_block():
    paper = set_paper(notice(), layout())
    assert (len(paper.recipients), paper.more_recipients) == (9, ())


def test_of_a_long_list_only_what_is_as_tall_as_the_signature_stands_beside_it():
    paper = set_paper(press_notice(), layout())
    assert paper.recipients + paper.more_recipients == press_notice().recipients
    assert len(paper.recipients) == 6
