"""Every rule is proven: its wrong sample is found by it alone, and nothing is found in its right one.

A rule is looked for in the data of an inspection, in running text, in all papers together, or in the look of
a finished paper; each of these has its own samples, and no rule may be without.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.checks import CHECKS
from generator.checks.across import RULES as ACROSS
from generator.checks.form import CHECKS as FORM
from generator.checks.prose.plain_text import RULES as TEXT
from generator.checks.prose.plain_text import prose_hits_of
from generator.checks.rules import Rule, rules
from tests.test_across import BROKEN as PAPERS
from tests.test_checks import BROKEN as DATA

DAY = date(2026, 5, 18)
PLACES = {"figures", "prose", "papers"}
# Rules of form are proven on finished papers, each by one that only it catches (test_form_rules).
CONTENT = {key: rule for key, rule in rules().items() if key not in FORM}
# The whole catalogue of content; more: C9, D7 on numbers, C10 on acts, C11 on verbs, N6 on names to come.
CATALOGUE = [
    *(f"A{number}" for number in range(1, 12)),
    *(f"D{number}" for number in range(1, 8)),
    *(f"N{number}" for number in range(1, 7)),
    *(f"C{number}" for number in range(1, 12)),
    *(f"L{number}" for number in range(1, 5)),
    *("P1", "P2", "S1"),
]


def looked_at(place: str) -> list[str]:
    return [key for key, rule in rules().items() if place in rule.applies_to]


def unproven(listed: dict[str, Rule]) -> list[str]:
    """Return the rules of content without a sample that breaks them, of one kind or another."""
    proofs = {"figures": set(DATA), "prose": set(TEXT), "papers": set(PAPERS)}
    return [
        key
        for key, rule in listed.items()
        if not rule.applies_to or any(key not in proofs[place] for place in rule.applies_to)
    ]


def test_the_catalogue_is_whole() -> None:
    assert sorted(CATALOGUE) == sorted(CONTENT)


def test_every_rule_says_where_it_looks_and_is_proven_there() -> None:
    assert [key for key, rule in CONTENT.items() if not set(rule.applies_to) <= PLACES] == []
    assert unproven(CONTENT) == []


def test_a_rule_without_a_sample_would_be_found() -> None:
    new = rules()["A1"].model_copy(update={"id": "A99"})
    assert unproven({"A99": new}) == ["A99"]
    assert unproven({"A98": new.model_copy(update={"applies_to": ()})}) == ["A98"]


def test_every_rule_of_content_has_code_and_every_code_a_rule() -> None:
    assert set(CONTENT) == {key for key in {*CHECKS, *ACROSS} if key in CONTENT}
    assert {*CHECKS, *ACROSS} <= set(rules())
    assert set(looked_at("papers")) == set(ACROSS) == set(PAPERS)
    assert set(looked_at("figures")) == set(DATA)
    assert set(looked_at("prose")) == set(TEXT)


@pytest.mark.parametrize("rule", looked_at("prose"))
def test_a_sample_of_running_text_is_found_by_its_rule_alone(rule: str) -> None:
    assert {hit.rule for hit in prose_hits_of(rules()[rule].wrong, day=DAY)} == {rule}


@pytest.mark.parametrize("rule", looked_at("prose"))
def test_nothing_is_found_in_the_right_sample(rule: str) -> None:
    assert [hit.rule for hit in prose_hits_of(rules()[rule].right, day=DAY)] == []


@pytest.mark.parametrize("rule", list(rules()))
def test_the_keys_of_a_rule_have_both_languages_and_their_blanks_agree(rule: str) -> None:
    for key, words in rules()[rule].words.items():
        assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", key)
        assert blanks(words.vi) == blanks(words.en)
    assert blanks(rules()[rule].message.vi) == blanks(rules()[rule].message.en)
    assert set(rules()[rule].severities) <= set(rules()[rule].words)


def blanks(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))
