"""Rich text of a data field: bold, italic and references, and nothing else.

``**bold**``, ``*italic*``, ``[[reference]]``; a backslash prints the mark after it. An underscore is
always itself. What is not one of these comes out as typed; a star that pairs with nothing is refused,
because it would be printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from generator.model.filled_text import GIVEN, TYPED_AT, FilledText
from generator.model.references import REFERENCE, BadReference, Reference, parse_reference

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from generator.model.filled_text import Part


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text, one reference, or one agency, in one look.

    In a text that is filled in, `part` is what it was made of: `text` is its value then, read by nobody.
    """

    text: str
    bold: bool = False
    italic: bool = False
    reference: Reference | None = None
    part: Part | None = None


class StrayMark(Exception):  # noqa: N818 - says what was found
    """A star that opens or closes nothing, or ``[[`` without its end; `text` is what stands around it."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(code, text)
        self.code, self.text = code, text


# A backslash before it, if any, is the clerk's own and prints the mark; every other one is escaped here.
_UNDERSCORE = re.compile(r"(?<!\\)_")
# "2*3*4" is a product, not italics.
_STAR_IN_WORD = re.compile(r"(?<!\\)(?<=[^\W_])\*(?=[^\W_])")


def rich_spans(text: str) -> tuple[Span, ...]:
    """Return the spans of a data field's text: of a filled phrase its parts, else what the marks say."""
    if not isinstance(text, FilledText):
        return parse_rich(text)
    return tuple(Span(part.text, reference=part.reference, part=part) for part in text.parts)


def typed_at(text: str, path: tuple[str | int, ...], span: Span | None = None) -> tuple[str | int, ...]:
    """Return the data path at which a text, or one span of it, was typed: of a parameter that one's."""
    if not isinstance(text, FilledText):
        return path
    name = span.part.parameter if span and span.part else ""
    return (*path[:-1], TYPED_AT, GIVEN, name) if name else (*path[:-1], TYPED_AT)


@lru_cache(maxsize=2048)
def parse_rich(text: str) -> tuple[Span, ...]:
    """Return the spans of rich text; StrayMark or BadReference say what is wrong in it."""
    if "*" not in text and "[[" not in text and "\\" not in text:
        return (Span(text),)
    if match := _STAR_IN_WORD.search(text):
        raise StrayMark("rich-stray-star", match[0])
    tokens = _parser().parseInline(_UNDERSCORE.sub(r"\\_", text))
    return tuple(_spans(tokens[0].children or []))


def inline_spans(tokens: list[Token], strays: str = "*") -> list[Span]:
    """Return the spans of markdown-it's inline tokens; a `strays` mark in plain text is a StrayMark."""
    return _spans(tokens, strays)


def _spans(tokens: list[Token], strays: str = "*") -> list[Span]:
    spans: list[Span] = []
    bold = italic = 0
    for token in tokens:
        bold += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        italic += {"em_open": 1, "em_close": -1}.get(token.type, 0)
        if token.type == "ref":
            spans.append(Span("", bold > 0, italic > 0, _reference(token.content)))
        elif token.type in ("text", "text_special", "softbreak"):
            content = " " if token.type == "softbreak" else token.content
            _refuse_stray(token.type, content, strays)
            spans.append(Span(content, bold > 0, italic > 0))
    return _joined(spans)


def _reference(content: str) -> Reference:
    if not content.strip():
        raise BadReference("reference-form", content)
    return parse_reference(content)


def _refuse_stray(kind: str, content: str, strays: str) -> None:
    if kind == "text_special":
        return
    if any(mark in content for mark in strays):
        raise StrayMark("rich-stray-star", content)
    if "[[" in content:
        raise StrayMark("rich-open-reference", content)


def _joined(spans: list[Span]) -> list[Span]:
    """Return the spans with neighbours of one look as one."""
    out: list[Span] = []
    for (bold, italic, alone), group in groupby(spans, key=_look):
        found = list(group)
        if alone is not None:
            out += found
        elif text := "".join(span.text for span in found):
            out.append(Span(text, bold, italic))
    return out


def _look(span: Span) -> tuple[bool, bool, Reference | None]:
    return span.bold, span.italic, span.reference


def reference_rule(state: StateInline, silent: bool) -> bool:
    """Recognise ``[[...]]`` (a markdown-it inline rule)."""
    match = REFERENCE.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("ref", "", 0)
        # The underscores of a path were escaped with all others before parsing.
        token.content = match[1].replace("\\_", "_")
    state.pos = match.end()
    return True


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["emphasis", "escape"])
    parser.inline.ruler.before("emphasis", "reference", reference_rule)
    # Joined tokens would hide whether a star was escaped or is a stray one.
    parser.core.ruler.disable("text_join", True)
    return parser
