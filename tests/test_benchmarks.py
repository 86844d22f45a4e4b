"""The labelled sentences: enough of them, made up, and the checks keep their targets on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.precision import ARITHMETIC, FAMILIES, FOLDER, Scores, Sentence, main, measure, sentences

ERRORS = ("A1", "A2", "A4", "A7", "A8", "D1", "D3", "L1", "P1", "P2", "S1")
SEEDS = Path(__file__).parent / "data" / "seeds"


@pytest.fixture(scope="module")
def scores() -> Scores:
    return measure(sentences())


def test_what_is_of_severity_error_is_right(scores: Scores) -> None:
    assert [rule for rule in ERRORS if scores.precision(rule) < 0.95] == []
    assert [family for family in FAMILIES if scores.precision(*scores.rules(family)) < 0.95] == []


def test_arithmetic_and_spelling_are_found(scores: Scores) -> None:
    assert scores.recall(*ARITHMETIC) >= 0.95
    assert scores.recall("L1") >= 0.7


def test_the_set_is_large_enough_and_its_labels_hold() -> None:
    listed = sentences()
    assert sum(sentence.rule is None for sentence in listed) >= 300
    assert sum(sentence.rule is not None for sentence in listed) >= 150
    assert all(sentence.error in sentence.text for sentence in listed if sentence.error)
    assert len({sentence.text for sentence in listed}) == len(listed)


def test_no_sentence_is_of_an_article() -> None:
    articles = "\n".join(path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt"))
    assert [item.text for item in sentences() if len(item.text) > 30 and item.text in articles] == []


def test_every_set_tells_how_it_came_about() -> None:
    assert [path.name for path in FOLDER.glob("*.yaml") if not path.read_text("utf-8").startswith("#")] == []


def test_missed_and_false_hits_count() -> None:
    wrong = Sentence("Sáng 17/6, Đoàn làm việc tại xã.", None)
    missed = Sentence("Đoàn làm việc tại xã.", "A1")
    elsewhere = Sentence("Đã giải quyết 12 hồ sở tại xã.", "L1", "tại xã")
    either = Sentence("Đã giải quyết 12 hồ sở.", "A1", either=frozenset({"L1"}))
    result = measure([wrong, missed, elsewhere, either])
    assert (result.precision("D3"), result.recall("L1"), result.recall("A1")) == (0, 0, 0.5)
    assert len(result.remarks) == 3


def test_the_table_has_every_family(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["precision", str(FOLDER / "blind_second.yaml")])
    assert main() == 0
    told = capsys.readouterr().out
    assert "80 sentences: 40 clean, 40 with one planted mistake" in told
    assert [family for family, said in FAMILIES.items() if f"{family} ({said})" not in told] == []
