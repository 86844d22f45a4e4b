"""Two sequences side by side: the laws of edits, pairs and words."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.alignment import Part, compared_words, edits, paired, word_likeness, words

LISTS = st.lists(st.sampled_from("abcd"), max_size=14)


@given(LISTS, LISTS)
def test_the_stretches_make_both_sequences_whole_and_say_the_truth(old: list[str], new: list[str]) -> None:
    found = edits(old, new)
    assert [item for edit in found for item in old[slice(*edit.old)]] == old
    assert [item for edit in found for item in new[slice(*edit.new)]] == new
    assert all((old[slice(*edit.old)] == new[slice(*edit.new)]) for edit in found if edit.same)
    assert all(one.same != other.same for one, other in pairwise(found))


@given(LISTS)
def test_a_sequence_and_itself_have_no_edits(items: list[str]) -> None:
    assert [edit for edit in edits(items, items) if not edit.same] == []


@given(LISTS, LISTS)
def test_no_shorter_script_is_possible(old: list[str], new: list[str]) -> None:
    """The longest common subsequence, computed the slow way."""
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            table[i + 1][j + 1] = table[i][j] + 1 if one == other else max(table[i][j + 1], table[i + 1][j])
    assert sum(edit.old[1] - edit.old[0] for edit in edits(old, new) if edit.same) == table[-1][-1]


def test_sequences_that_share_nothing_end_in_time() -> None:
    begun = time.monotonic()
    found = edits([f"a{n}" for n in range(50_000)], [f"b{n}" for n in range(50_000)])
    assert [edit.same for edit in found] == [False]
    assert time.monotonic() - begun < 20


@given(LISTS, LISTS)
def test_every_item_is_paired_once_and_in_order(old: list[str], new: list[str]) -> None:
    found = paired(old, new, lambda one, other: float(one == other))
    assert [i for i, _ in found if i is not None] == list(range(len(old)))
    assert [j for _, j in found if j is not None] == list(range(len(new)))
    assert all(old[i] == new[j] for i, j in found if i is not None and j is not None)


def test_texts_that_are_most_alike_are_paired() -> None:
    old = ["Có 12 hồ sơ quá hạn", "Đã niêm yết đủ"]
    new = ["Một đoạn mới hoàn toàn khác", "Có 13 hồ sơ quá hạn", "Đã niêm yết đủ"]
    assert paired(old, new, word_likeness) == [(None, 0), (0, 1), (1, 2)]


def test_a_number_a_date_and_a_symbol_are_one_word() -> None:
    text = "Có 13.667 hồ sơ (88,49%), đến 30/6/2026, tại 45/TB-UBND; 395/412; 13 667 hồ sơ."
    whole = {"13.667", "88,49%", "30/6/2026", "45/TB-UBND", "395/412", "13 667"}
    assert whole <= set(words(text))
    assert "".join(words(text)) == text


@given(st.text(max_size=60))
def test_words_lose_nothing(text: str) -> None:
    assert "".join(words(text)) == text


@given(st.text("ab1. ", max_size=30), st.text("ab1. ", max_size=30))
def test_the_pieces_give_back_both_texts(old: str, new: str) -> None:
    pieces = compared_words(old, new)
    assert "".join(piece.text for piece in pieces if piece.part is not Part.NEW) == old
    assert "".join(piece.text for piece in pieces if piece.part is not Part.OLD) == new


def test_a_changed_figure_is_told_whole() -> None:
    pieces = compared_words("trước hạn 13.667 hồ sơ", "trước hạn 13.712 hồ sơ")
    assert [(piece.part, piece.text) for piece in pieces] == [
        (Part.SAME, "trước hạn "),
        (Part.OLD, "13.667"),
        (Part.NEW, "13.712"),
        (Part.SAME, " hồ sơ"),
    ]
