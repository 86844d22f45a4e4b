"""Each change of an issued paper is told at its place; its quote stands there once and mends the old text."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.differences.printed_lines import printed_lines
from generator.document import Document, Paragraph, Run, Table, plain
from generator.issuing.place_names import Standing, ordinal
from generator.issuing.places import changed_places
from tests.inspections import composed, sample

EDITS = ("31/12/2026", "99", "chưa", "đầy đủ hơn", "")


@cache
def notice() -> Document:
    """The fictional notice, its texts in single runs."""
    loaded = sample()
    document = composed(loaded, loaded.inspection.documents[0], "trinh-ky").document
    return replace(document, body=tuple(one_run(block) for block in document.body))


def one_run(block: object) -> object:
    return replace(block, runs=(Run(plain(block.runs)),)) if isinstance(block, Paragraph) else block


def paragraphs() -> list[int]:
    """Return which blocks are paragraphs with more than a few words."""
    found = enumerate(notice().body)
    return [i for i, one in found if isinstance(one, Paragraph) and len(plain(one.runs).split()) > 12]


def reworded(edits: list[tuple[int, int, str]]) -> Document:
    """Return the notice with words of its paragraphs replaced: (paragraph, word, new word)."""
    body = list(notice().body)
    for paragraph, word, new in edits:
        block = body[paragraph]
        assert isinstance(block, Paragraph)
        words = plain(block.runs).split(" ")
        words[word % (len(words) - 1)] = new
        body[paragraph] = replace(block, runs=(Run(" ".join(one for one in words if one)),))
    return replace(notice(), body=tuple(body))


def spaces(lines: list[str]) -> list[str]:
    return [" ".join(line.split()) for line in lines]


one_edit = st.tuples(st.sampled_from(range(200)), st.integers(0, 400), st.sampled_from(EDITS))


@settings(max_examples=25, deadline=None)
@given(st.lists(one_edit, min_size=1, max_size=3, unique_by=lambda edit: edit[0] % 20), st.booleans())
def test_what_is_reworded_is_quoted_once_and_mends_its_line(
    edits: list[tuple[int, int, str]], form_only: bool
) -> None:
    known = paragraphs()
    placed = {known[paragraph % len(known)]: (word, new) for paragraph, word, new in edits}
    new = reworded([(paragraph, *edit) for paragraph, edit in placed.items()])
    changes = changed_places(notice(), new, form_only=form_only)
    for change in changes:
        assert change.old
        assert change.line.count(change.old) == 1
        assert Standing(notice()).times(change.old, change.where, "") == 1
        assert change.new != change.old
    lines = {line.text: line.text for line in printed_lines(notice())}
    for change in changes:
        said = change.new or ""
        if change.action == "thay" and change.old == change.line:
            label = next(one.label for one in printed_lines(notice()) if one.text == change.line)
            said = said.removeprefix(label).strip()
        lines[change.line] = lines[change.line].replace(change.old or "", said)
    assert spaces(list(lines.values())) == spaces(
        list(dict.fromkeys(line.text for line in printed_lines(new)))
    )


@pytest.mark.parametrize("index", [2, 7, 11])
def test_a_paragraph_left_out_is_the_only_change_though_labels_behind_it_move(index: int) -> None:
    at = paragraphs()[index]
    gone = notice().body[at]
    assert isinstance(gone, Paragraph)
    new = replace(notice(), body=notice().body[:at] + notice().body[at + 1 :])
    (change,) = changed_places(notice(), new, form_only=False)
    assert (change.action, change.line.split()) == ("bai-bo", plain(gone.runs).split())


@pytest.mark.parametrize("index", [2, 7, 11])
def test_a_paragraph_added_stands_behind_the_one_before_it(index: int) -> None:
    at = paragraphs()[index]
    before = notice().body[at]
    assert isinstance(before, Paragraph)
    added = replace(
        before, runs=(Run("Việc này được bổ sung sau khi ban hành, do đơn vị chủ trì thực hiện."),)
    )
    new = replace(notice(), body=(*notice().body[: at + 1], added, *notice().body[at + 1 :]))
    (change,) = changed_places(notice(), new, form_only=False)
    assert change.action == "bo-sung"
    assert (change.new or "").endswith("do đơn vị chủ trì thực hiện.")
    assert change.old is None


def with_rows(change: object) -> Document:
    """Return the notice with the rows of its last table changed."""
    annexes = list(notice().annexes)
    blocks = list(annexes[-1].blocks)
    at = next(i for i, block in enumerate(blocks) if isinstance(block, Table))
    table = blocks[at]
    assert isinstance(table, Table)
    assert callable(change)
    blocks[at] = replace(table, body=change(table.body))
    annexes[-1] = replace(annexes[-1], blocks=tuple(blocks))
    return replace(notice(), annexes=tuple(annexes))


def test_a_row_left_out_is_revoked_alone() -> None:
    (change,) = changed_places(notice(), with_rows(lambda rows: rows[:4] + rows[5:]), form_only=False)
    assert change.action == "bai-bo"


def test_a_row_added_gets_a_letter_behind_the_number_before_it() -> None:
    def longer(rows: tuple[tuple[object, ...], ...]) -> tuple[tuple[object, ...], ...]:
        cells = [replace(cell, runs=(Run("Xây dựng phương án mới"),)) for cell in rows[0]]  # type: ignore[type-var]
        return (*rows[:9], tuple(cells), *rows[9:])

    (change,) = changed_places(notice(), with_rows(longer), form_only=False)
    assert (change.action, change.what) == ("bo-sung", "số thứ tự 9a")


def test_words_that_several_recipients_share_are_quoted_with_what_tells_them_apart() -> None:
    """Nơi nhận is one place: a quote that stands in two of its lines would send the reader to both."""
    lines = ("- UBND xã Mẫu A;", "- Phòng Nội vụ xã Mẫu A, tỉnh Mẫu;", "- Lưu: VT.")
    old = replace(notice(), recipients=tuple((Run(line),) for line in lines))
    new = replace(old, recipients=((Run("- UBND xã Mẫu B;"),), *old.recipients[1:]))
    (change,) = changed_places(old, new, form_only=True)
    assert change.where == "phần Nơi nhận"
    standing = Standing(old)
    assert standing.times("xã Mẫu A", change.where, "") == 2
    assert standing.times(change.old or "", change.where, "") == 1
    assert standing.times("xã Mẫu A", "phần đầu, theo lời của chuyên viên", "") is None


def test_rows_of_one_name_are_told_apart_by_their_turn() -> None:
    def other(rows: tuple[tuple[object, ...], ...]) -> tuple[tuple[object, ...], ...]:
        cells = list(rows[1])
        cells[-1] = replace(cells[-1], runs=(Run("khác"),))  # type: ignore[type-var]
        return (rows[0], tuple(cells), *rows[2:])

    old = with_rows(lambda rows: (rows[0], rows[0], *rows[1:]))
    annex = old.annexes[-1]
    table = next(block for block in annex.blocks if isinstance(block, Table))
    blocks = tuple(replace(one, body=other(one.body)) if one is table else one for one in annex.blocks)  # type: ignore[call-overload,arg-type]
    new = replace(old, annexes=(*old.annexes[:-1], replace(annex, blocks=blocks)))
    (change,) = changed_places(old, new, form_only=False)
    assert (change.what or "").startswith("dòng thứ hai, ")
    assert Standing(old).times(change.old or "", change.where, change.what or "") == 1


def test_ordinals_are_told_in_words() -> None:
    assert [ordinal(turn) for turn in (1, 4, 11, 14, 15, 20)] == [
        "nhất",
        "tư",
        "mười một",
        "mười bốn",
        "mười lăm",
        "20",
    ]
