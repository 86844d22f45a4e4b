"""The ways to write a text in YAML, the one nearest to how it stands first.

None is known to be right before the whole text was read again: the caller tries them in order.
"""

from __future__ import annotations

import re
import textwrap
from itertools import takewhile
from typing import TYPE_CHECKING

import yaml

from generator.yaml_editing.spans import BLOCK_STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.yaml_editing.spans import Leaf

_WIDTH = 110
_LONG = 90
_FOLD = re.compile(r"[ \t]*(?:\r?\n[ \t]*)+")


def ways(text: str, leaf: Leaf, value: str | None) -> Iterator[str]:
    """Yield what may stand for ``text[leaf.start:leaf.end]``."""
    before = " " if text[leaf.start - 1 : leaf.start] == ":" and leaf.start == leaf.end else ""
    if value is None:
        yield from ("", "null")
        return
    if leaf.value is not None and (spliced := _spliced(text, leaf, value)) is not None:
        yield spliced
    if leaf.style in BLOCK_STYLES:
        yield _block(text[leaf.start : leaf.end], leaf.style, value)
    elif leaf.style == "'":
        yield _single(value)
    elif not leaf.style:
        yield before + value
    yield before + double(value)


def double(value: str) -> str:
    """Return the text in double quotes."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _single(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _block(raw: str, style: str, value: str) -> str:
    """Return a block under the same header with the same indentation."""
    header, _, body = raw.partition("\n")
    first = next((line for line in body.split("\n") if line.strip()), "  ")
    indent = first[: len(first) - len(first.lstrip())]
    end = "\r\n" if header.endswith("\r") else "\n"
    return header.rstrip("\r") + end + end.join(_block_lines(style, value, indent))


def _block_lines(style: str, value: str, indent: str) -> Iterator[str]:
    for number, line in enumerate(value.removesuffix("\n").split("\n")):
        if style == "|":
            yield f"{indent}{line}" if line else ""
            continue
        if number:
            yield ""
        yield from wrapped(line, indent)


def wrapped(line: str, indent: str) -> list[str]:
    """Return a long line in pieces that a folded block joins again."""
    return textwrap.wrap(
        line,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
        drop_whitespace=True,
    )


def _spliced(text: str, leaf: Leaf, value: str) -> str | None:
    """Return the text as it is written, with only the changed letters changed; None where that is unclear."""
    old = leaf.value or ""
    if leaf.style in BLOCK_STYLES and old.endswith("\n") and not value.endswith("\n"):
        value += "\n"
    places = _places(text, leaf)
    if places is None or not old:
        return None
    front = _shared(old, value)
    back = _shared(old[front:][::-1], value[front:][::-1])
    middle = value[front : len(value) - back]
    if "\n" in middle or (leaf.style == '"' and "\\" in middle):
        return None
    middle = middle.replace("'", "''") if leaf.style == "'" else middle
    middle = middle.replace('"', '\\"') if leaf.style == '"' else middle
    return text[leaf.start : places[front]] + middle + text[places[len(old) - back] : leaf.end]


def _shared(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _places(text: str, leaf: Leaf) -> list[int] | None:
    """Return where each character of a value stands in the text, and where it ends."""
    here = leaf.start + (1 if leaf.style in ("'", '"') else 0)
    stop = leaf.end - (1 if leaf.style in ("'", '"') else 0)
    if leaf.style in BLOCK_STYLES:
        here = text.index("\n", leaf.start, leaf.end + 1) + 1 if "\n" in text[leaf.start : leaf.end] else stop
        here += len(text[here:stop]) - len(text[here:stop].lstrip(" "))
    places = []
    for character in leaf.value or "":
        places.append(here)
        step = _step(text, here, stop, character, leaf.style)
        if step is None:
            return None
        here += step
    return [*places, here]


def _step(text: str, here: int, stop: int, character: str, style: str) -> int | None:
    """Return how many characters of the text write this one."""
    if character == "\n" and here == stop:
        return 0
    if style == "'" and character == "'":
        return 2
    if here < stop and text[here] == character and character != "\n":
        return 1
    fold = _FOLD.match(text, here, stop) if character in " \n" else None
    return len(fold[0]) if fold else None


def fresh(value: str | None, indent: int, *, flow: bool) -> str:
    """Return a text as it is written where none stood before; folded when it is long."""
    if value is None:
        return ""
    if not flow and len(value) > _LONG and "\n" not in value:
        folded = "\n".join([">-", *wrapped(value, " " * indent)])
        if _reads(folded, value, flow=False):
            return folded
    return value if _reads(value, value, flow=flow) else double(value)


def _reads(written: str, value: str, *, flow: bool) -> bool:
    """Return whether YAML reads what was written as this text."""
    try:
        events = list(yaml.parse(f"{{k: {written}}}" if flow else f"k: {written}\n", Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        return False
    found = [event for event in events if isinstance(event, yaml.ScalarEvent)]
    plain = len(found) == 2 and found[1].value == value
    return plain and (found[1].style is not None or value not in ("", "~", "null", "Null", "NULL"))
