"""The end of the body, "./." (NĐ 30/2020, PL III): F64 and F65."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, NotApplicable
from generator.checks.form.looks import hit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.checks.asked import Asked
    from generator.checks.form.parts import PaperParts

_ENDED = re.compile(r"(?<=[^\s.])\./\.$")
_DOTTED = re.compile(r"(?:…|\.{3})[.…\s]*/\.$")  # the gap of a form before its end
_ANY_END = re.compile(r"\.\s*/\s*\.")


def closing(parts: PaperParts, _asked: Asked) -> Answer:
    """F64: the last paragraph of the body ends with "./."; a body that ends with a table cannot."""
    last = parts.last_line
    if last is None:
        return NotApplicable()
    if any(one.number > last.paragraph.number for one in parts.tables):
        return NotApplicable()
    return [] if _ANY_END.search(last.words[-8:]) else [hit(last.paragraph, _tail(last.words))]


def closing_once(parts: PaperParts, _asked: Asked) -> Answer:
    """F65: "./." is joined to the last word and stands once, at the very end."""
    marked = [line for line in parts.body if _ANY_END.search(line.words[-8:])]
    if not marked:
        return NotApplicable()
    early = [hit(line.paragraph, _tail(line.words)) for line in marked if line is not parts.last_line]
    last = parts.last_line
    ended = last is not None and (
        _ENDED.search(last.paragraph.text.strip()) or _DOTTED.search(last.words[-40:])
    )
    if last in marked and not ended:
        early.append(hit(last.paragraph, _tail(last.paragraph.text)))
    return early


def _tail(text: str) -> str:
    said = " ".join(text.split())
    return f"“…{said[-24:]}”" if len(said) > 24 else f"“{said}”"


CHECKS: Mapping[str, Callable[[PaperParts, Asked], Answer]] = {
    "F64": closing,
    "F65": closing_once,
}
