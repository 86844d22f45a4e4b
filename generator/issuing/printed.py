"""What a paper says, kept as data: text by text with the place in the YAML that each came from.

It is what later papers are compared with, so it must not depend on templates of a later day.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from generator import document as tree
from generator.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.document import Annex

NAME = "document.json"
CONSOLIDATED = "consolidated.json"
"""What a corrected or amended paper says with that, kept with the paper that did it."""
_PARTS: Mapping[str, type] = {
    kind.__name__: kind
    for kind in (
        tree.Annex,
        tree.Bar,
        tree.Bars,
        tree.Cell,
        tree.Document,
        tree.Head,
        tree.Paragraph,
        tree.Picture,
        tree.Properties,
        tree.Run,
        tree.Signature,
        tree.Table,
    )
}
_WORDS: Mapping[str, type[Enum]] = {
    kind.__name__: kind for kind in (tree.Align, tree.BlockKind, tree.Circulation, tree.Urgency)
}


def text_hash(document: Document) -> str:
    """Return the hash of what is put before the signer: all but number, day and the mark of a draft.

    Two printings of one text have one hash: whoever approved the one approved the other.
    """
    said = replace(
        document,
        head=replace(document.head, number=(), place_date=()),
        annexes=tuple(map(_without_number, document.annexes)),
        properties=replace(document.properties, title="", date=None),
        draft_mark=None,
    )
    return hashlib.sha256(json.dumps(_value(said, sources=False), ensure_ascii=False).encode()).hexdigest()


def _without_number(annex: Annex) -> Annex:
    return replace(annex, reference=(), signing=())


def document_bytes(document: Document, *, sources: bool = True) -> bytes:
    """Return a document as JSON, of a picture only its hash; without `sources` only what is printed."""
    return f"{json.dumps(_value(document, sources=sources), ensure_ascii=False, indent=1)}\n".encode()


def fingerprint(document: Document, *, sources: bool) -> str:
    """Return the sha256 of the same, told from that of any other document and compared with nothing else."""
    said = json.dumps(_value(document, sources=sources), ensure_ascii=False, check_circular=False)
    return hashlib.sha256(said.encode()).hexdigest()


def read_document(data: bytes, pictures: Iterable[bytes] = ()) -> Document:
    """Return the document of such bytes; ValueError when they say none.

    Of its pictures only hashes were kept: those among `pictures` get their bytes back, others have none.
    """
    try:
        known = {hashlib.sha256(picture).hexdigest(): picture for picture in pictures}
        found = _built(json.loads(data), known)
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    if not isinstance(found, Document):
        raise ValueError("no document")  # noqa: TRY004 - the bytes are wrong, not the caller
    return found


def _value(part: Any, *, sources: bool = True) -> Any:
    """Return a part of the tree as JSON; fields that say what they say unasked are left out."""
    kind = type(part)
    if kind is str or part is None:  # most of a tree
        return part
    if isinstance(part, tuple):
        return [_value(item, sources=sources) for item in part]
    if is_dataclass(kind):
        said: dict[str, Any] = {"is": kind.__name__}
        for name, unasked in _fields(kind):
            value = getattr(part, name)
            if value != unasked and (sources or name != "source"):
                said[name] = _value(value, sources=sources)
        return said
    return _plain(part)


def _plain(part: Any) -> Any:
    if isinstance(part, Enum):
        return {"is": type(part).__name__, "value": part.value}
    if isinstance(part, date):
        return {"is": "date", "value": part.isoformat()}
    if isinstance(part, bytes):
        return {"is": "bytes", "value": hashlib.sha256(part).hexdigest()}
    return part


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    """Return the fields of a part of the tree, each with what it says unasked."""
    return tuple((item.name, item.default) for item in fields(kind))


def _built(value: Any, pictures: Mapping[str, bytes]) -> Any:
    if isinstance(value, list):
        return tuple(_built(item, pictures) for item in value)
    if not isinstance(value, dict):
        return value
    name = value["is"]
    if name == "date":
        return date.fromisoformat(value["value"])
    if name == "bytes":
        return pictures.get(value["value"], b"")
    if name in _WORDS:
        return _WORDS[name](value["value"])
    return _PARTS[name](**{key: _built(item, pictures) for key, item in value.items() if key != "is"})
