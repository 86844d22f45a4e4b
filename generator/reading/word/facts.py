"""What a Word file carries beside its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.reading.word.markup import w
from generator.seen import WordFacts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.reading.word.package import WordPackage

_TRACKED = tuple(
    w(name)
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "numberingChange"),
        *("tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange"),
        *("cellIns", "cellDel", "cellMerge"),
    )
)
_LINKS = frozenset({"hyperlink", "image", "oleObject", "attachedTemplate", "frame", "subDocument", "video"})


def word_facts(package: WordPackage, hidden: int, addresses: Iterable[str]) -> WordFacts:
    """Return the facts of a package that was read; `hidden` pieces of text, `addresses` out of fields."""
    parts = [part for part in package.trees if not part.endswith(".rels")]
    name = package.related("comments")
    comments = package.tree(name) if name else None
    related = (
        item.target
        for part in parts
        for item in package.relations(part).values()
        if item.outside and item.kind in _LINKS
    )
    return WordFacts(
        tracked_changes=sum(1 for part in parts for _ in package.trees[part].iter(*_TRACKED)),
        comments=0 if comments is None else sum(1 for _ in comments.iterchildren(w("comment"))),
        hidden_text=hidden,
        outside_links=tuple(dict.fromkeys([*related, *addresses])),
    )
