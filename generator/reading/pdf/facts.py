"""What a PDF says of itself: its PDF/A claim, its language, what travels with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import decode_text

from generator.reading.pdf.objects import DAMAGED
from generator.seen import Unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from generator.reading.pdf.objects import BoundedDocument

_MOST_XMP = 1 << 20
_PART = re.compile(r"pdfaid:part\s*(?:=\s*[\"']|>)\s*([1-9])")
_LEVEL = re.compile(r"pdfaid:conformance\s*(?:=\s*[\"']|>)\s*([A-Za-z])")
_HARMLESS = frozenset({"Link", "Popup"})
_MOST_NOTES = 20_000


def claim(document: BoundedDocument) -> str:
    """Return the part and level of PDF/A the file claims ("2a"), empty without one. It proves nothing."""
    try:
        stream = resolve1(document.catalog.get("Metadata"))
        packet = stream.get_data()[:_MOST_XMP] if isinstance(stream, PDFStream) else b""
    except DAMAGED:
        return ""
    text = packet.decode("utf-16" if packet[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8", "replace")
    part, level = _PART.search(text), _LEVEL.search(text)
    return f"{part[1]}{level[1].lower() if level else ''}" if part else ""


def is_tagged(document: BoundedDocument) -> bool:
    """Return whether the file says that it is tagged."""
    try:
        return resolve1(dict_value(document.catalog.get("MarkInfo", {})).get("Marked")) is True
    except DAMAGED:
        return False


def language(document: BoundedDocument) -> str:
    """Return the language the file says it is in, empty without one."""
    try:
        told = resolve1(document.catalog.get("Lang", b""))
        return decode_text(told)[:64].strip() if isinstance(told, bytes) else ""
    except DAMAGED:
        return ""


def carried(document: BoundedDocument, pages: Iterable[dict[str, Any]]) -> frozenset[Unread]:
    """Return what travels with the file and is not its text."""
    found: set[Unread] = set()
    try:
        catalog = document.catalog
        names = dict_value(catalog.get("Names", {}))
        form = dict_value(catalog.get("AcroForm", {}))
        action = resolve1(catalog.get("OpenAction"))
        runs = isinstance(action, dict) and literal_name(action.get("S")) == "JavaScript"
        attached = bool({"EmbeddedFiles"} & names.keys() or {"AF", "Collection"} & catalog.keys())
        script = "JavaScript" in names or "AA" in catalog or runs
        signs = {Unread.ATTACHMENT: attached, Unread.FORM: bool(form), Unread.SCRIPT: script}
        found = {sign for sign, seen in signs.items() if seen}
        found.update(_notes(pages))
    except DAMAGED:
        found.add(Unread.DAMAGED_CATALOGUE)
    return frozenset(found)


def _notes(pages: Iterable[dict[str, Any]]) -> Iterator[Unread]:
    """Yield what stands on the pages beside their content: comments, stamps, fields, signatures."""
    left = _MOST_NOTES
    for page in pages:
        for entry in list_value(page.get("Annots", []))[:left]:
            left -= 1
            note = dict_value(entry)
            kind = literal_name(note.get("Subtype"))
            if kind == "FileAttachment":
                yield Unread.ATTACHMENT
            elif kind == "Widget" and literal_name(resolve1(note.get("FT"))) == "Sig":
                yield Unread.SIGNATURE
            elif kind not in _HARMLESS:
                yield Unread.FORM if kind == "Widget" else Unread.NOTE
