"""A pattern sought by words must hold one of them in every match: else a text would be passed over."""

from __future__ import annotations

import importlib
import pkgutil
import re
from itertools import product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

import pytest

import generator.checks
from generator.checks.sought import Sought, at_word, sought

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ANYTHING = "\0"
"""Stands for text of which the pattern does not say what it is."""


def everything_sought() -> Iterator[tuple[str, Sought]]:
    """Yield every `Sought` that a module of the rules keeps, however deep."""
    for info in pkgutil.walk_packages(generator.checks.__path__, "generator.checks."):
        if not info.name.endswith(".make"):
            module = importlib.import_module(info.name)
            for name, value in vars(module).items():
                yield from ((f"{info.name}.{name}", found) for found in inside(value))


def inside(value: object) -> Iterator[Sought]:
    if isinstance(value, Sought):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from inside(one)
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from inside(one)
    elif hasattr(value, "looks"):
        yield from inside(value.looks)


def written(items: Iterable[Any]) -> set[str]:
    """Return what a pattern may match; what it leaves open is `ANYTHING`."""
    pieces = [piece(kind, value) for kind, value in items]
    found = {""}
    for one in pieces:
        found = {shortened(a + b) for a, b in product(found, one)}
    return found


def shortened(text: str) -> str:
    return re.sub("\0+", "\0", text)


def piece(kind: Any, value: Any) -> set[str]:
    found = {ANYTHING}
    if kind is op.LITERAL:
        found = {chr(value)}
    elif kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        found = {""}
    elif kind is op.SUBPATTERN:
        found = written(value[3])
    elif kind is op.BRANCH:
        found = set().union(*(written(one) for one in value[1]))
    elif kind is op.IN and len(value) <= 4 and all(item[0] is op.LITERAL for item in value):
        found = {chr(item[1]) for item in value}
    elif kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        found = repeated(*value)
    return found


def repeated(least: int, most: int, items: Iterable[Any]) -> set[str]:
    if least == most <= 4:
        return written([*items] * least)
    once = written(items) if least or most == 1 else {ANYTHING}
    more = {first + ANYTHING + last for first, last in product(once, once)} if most > 1 else set()
    return once | more | ({""} if least == 0 else set())


def lacking(one: Sought) -> list[str]:
    """Return what the pattern may match without any of its words."""
    flags = re.IGNORECASE if one.any_case else 0
    texts = (text.lower() if one.any_case else text for text in written(parser.parse(one.pattern, flags)))
    return [text for text in texts if not any(word in text for word in one.words)]


@pytest.mark.parametrize(("name", "one"), list(everything_sought()))
def test_every_match_of_a_pattern_holds_one_of_its_words(name: str, one: Sought) -> None:
    assert lacking(one) == [], name
    assert not one.any_case or [word for word in one.words if word != word.lower()] == []


def test_there_is_much_that_is_sought_by_words() -> None:
    assert len(list(everything_sought())) > 60


def test_a_pattern_that_may_match_without_its_words_is_found() -> None:
    assert lacking(sought(r"(?:hai|ba) bản", "hai")) == ["ba bản"]
    assert lacking(sought(r"một (?:số)? hạn chế", "số")) != []
    assert lacking(sought(r"\d{3}", "0")) == [ANYTHING]


def test_a_text_without_the_words_is_not_searched_and_one_with_them_is() -> None:
    pattern = sought(r"(?<!\w)đảm bảo(?!\w)", "đảm bảo", any_case=True)
    assert list(pattern.found_in("bảo đảm")) == []
    assert [match[0] for match in pattern.found_in("Đảm bảo và ĐẢM BẢO")] == ["Đảm bảo", "ĐẢM BẢO"]
    assert pattern.match("phải đảm bảo", 5, 12) is not None
    assert pattern.match("phải đảm bảo", 5, 11) is None


def test_a_word_is_found_where_a_word_begins() -> None:
    pattern = re.compile(at_word("khoản|điều"))
    assert [match.start() for match in pattern.finditer("khoản 2 điều 3, tàikhoản")] == [0, 8]
