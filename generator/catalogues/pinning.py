"""Pinning: phrases that name no version are given the newest one, with its seal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.filled_text import TYPED_AT
from generator.yaml_source import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Map

    from generator.model.phrases import Phrase
    from generator.yaml_source import Node


def pin(root: Mapping, phrases: Map[str, Phrase]) -> None:
    """Add version and seal to each use in the nodes of an inspection; what is unknown stays as it is."""
    named = {name: one for one in phrases.values() for name in (one.title, one.id)}
    for use in _uses(root):
        said = use.values["phrase"]
        phrase = named.get((said.text or "").strip()) if isinstance(said, Scalar) else None
        if phrase is None or {"version", "seal"} & use.values.keys():
            continue
        version = phrase.newest
        for name, text in (("version", str(version.version)), ("seal", phrase.seal(version))):
            at = Scalar(text, said.line, said.column, 0, quoted=True, cell=said.cell)
            use.keys[name], use.values[name] = at, at


def _uses(node: Node) -> Iterator[Mapping]:
    """Yield every group that stands for a text and names a phrase."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _uses(item)
    elif isinstance(node, Mapping):
        for name, value in node.values.items():
            if name == TYPED_AT and isinstance(value, Mapping) and "phrase" in value.values:
                yield value
            yield from _uses(value)
