"""Thông tin đầu vào của văn bản đi: what the office's document system asks of a paper (NĐ 30/2020, PL VI).

Names, types and lengths are those of Phụ lục VI, Phần II, Mục I. What is not known before the signature
(number, day) or not at all (codes of agencies and files) stays empty: nothing is invented. A value too long
for its field is told and kept whole.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias
from xml.sax.saxutils import escape

from generator.checks.numbering import number_parts
from generator.compose.order import Order
from generator.compose.readiness import data_path
from generator.diagnostics import Diagnostic, Severity
from generator.document import plain
from generator.issuing.at_hand import FOR_SIGNATURE
from generator.model.dated import day_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from generator.document import Document
    from generator.issuing.at_hand import AtHand
    from generator.yaml_source import DataPath

JSON, XML = "thong-tin.json", "thong-tin.xml"
_LANGUAGES = {"vi-VN": "Tiếng Việt"}
_ABOUT = "V/v "
_ISSUED_AMOUNT = re.compile(r"\(([0-9]+)\)")

LENGTHS: Mapping[str, int] = {
    "FileCode.OrganId": 13,
    "FileCode.FileCatalog": 4,
    "FileCode.FileNotation": 20,
    "DocOrdinal": 3,
    "TypeName": 100,
    "CodeNumber": 11,
    "CodeNotation": 30,
    "IssuedDate": 10,
    "OrganName": 200,
    "Subject": 500,
    "Language": 30,
    "PageAmount": 3,
    "Description": 500,
    "SignerInfo.Position": 100,
    "SignerInfo.FullName": 50,
    "To.OrganId": 13,
    "To.OrganName": 200,
    "Priority": 1,
    "IssuedAmount": 3,
    "DueDate": 10,
}
"""Field → how many characters (or digits) it takes, in the order of the annex."""

Value: TypeAlias = "str | int | None"


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of one paper by the names of Phụ lục VI; some have fields of their own.

    `too_long` says which values their fields do not take; `root` is the outermost element of the XML.
    """

    fields: Mapping[str, Any]
    too_long: tuple[Diagnostic, ...] = ()
    root: str = "OutgoingDocument"

    def as_json(self) -> bytes:
        """Return the fields as JSON; what is not known is null."""
        return f"{json.dumps(self.fields, ensure_ascii=False, indent=2)}\n".encode()

    def as_xml(self) -> bytes:
        """Return the fields as XML; what is not known is an empty element, each recipient a `To`."""
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f"<{self.root}>",
            *_elements(self.fields, "  "),
            f"</{self.root}>",
        ]
        return ("\n".join(lines) + "\n").encode()


def _elements(fields: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, value in fields.items():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                yield f"{indent}<{name}>"
                yield from _elements(item, f"{indent}  ")
                yield f"{indent}</{name}>"
            elif item is None:
                yield f"{indent}<{name}/>"
            else:
                yield f"{indent}<{name}>{escape(str(item))}</{name}>"


def metadata_of(hand: AtHand, document: Document, pages: int) -> Metadata:
    """Return the metadata of a paper as it is put before the signer; `pages` are those of all its files."""
    settings = hand.project.settings
    order = Order(hand.kind, settings, hand.loaded, hand.paper, hand.catalogues, FOR_SIGNATURE)
    return paper_metadata(order, document, pages)


def paper_metadata(
    order: Order, document: Document, pages: int | None, ordinal: int | None = None
) -> Metadata:
    """Return the metadata of a paper that was ordered.

    `pages` are those of all its files; `ordinal` is which document of its hồ sơ it is, known once that is
    put together.
    """
    paper = order.paper
    typed = number_parts(paper.number or "")
    symbol = typed.symbol if typed else _text(plain(document.head.number)).partition("/")[2].strip()
    signature = document.signatures[-1]
    fields: dict[str, Any] = {
        "FileCode": {"OrganId": None, "FileCatalog": None, "FileNotation": None},
        "DocOrdinal": ordinal,
        "TypeName": order.kind.data.name,
        "CodeNumber": str(paper.number).partition("/")[0] if typed else None,
        "CodeNotation": symbol or None,
        "IssuedDate": paper.date.isoformat() if paper.date else None,
        "OrganName": _issuer(order),
        "Subject": _text(plain(document.subject or document.head.about)).removeprefix(_ABOUT),
        "Language": _LANGUAGES.get(document.properties.language, document.properties.language),
        "PageAmount": pages,
        "Description": "; ".join(filter(None, (document.urgency, document.circulation))) or None,
        "SignerInfo": {
            "Position": ", ".join(_text(plain(line)) for line in signature.lines) or None,
            "FullName": _text(plain(signature.name)) or None,
        },
        "To": [{"OrganId": None, "OrganName": name} for _, name in _recipients(order)],
        "Priority": None,
        "IssuedAmount": issued_amount(document.drafter_mark),
        "DueDate": _due(order),
    }
    return Metadata(fields, tuple(_too_long(order, fields)))


def issued_amount(drafter_mark: str | None) -> int | None:
    """Return số lượng bản phát hành of "PL.(300)" (PL I, III.3); None when it is not said."""
    found = _ISSUED_AMOUNT.search(drafter_mark or "")
    return int(found[1]) if found else None


def _text(printed: str) -> str:
    return printed.replace("\u00a0", " ").strip()


def _issuer(order: Order) -> str | None:
    if order.issuer is None:
        return None
    body = order.catalogues.body(order.issuer, order.day)
    return order.catalogues.name(body, order.day).full


def _recipients(order: Order) -> Iterator[tuple[DataPath, str]]:
    """Yield the place and the name of everyone the paper goes to: Kính gửi first, each once."""
    seen: set[str] = set()
    for path, name in (*_addressees(order), *_listed(order)):
        if name not in seen:
            seen.add(name)
            yield path, name


def _addressees(order: Order) -> Iterator[tuple[DataPath, str]]:
    if order.kind.data.form.addressees == "khong":
        return
    for turn, item in enumerate(order.paper.addressees):
        for name in [item.group] if item.group else [_named(order, owner) for owner in item.owners]:
            yield ("addressees", turn), name
    if not order.paper.addressees and order.unit:
        yield ("unit",), _named(order, order.unit)


def _listed(order: Order) -> Iterator[tuple[DataPath, str]]:
    for turn, item in enumerate(order.paper.recipients):
        yield ("recipients", turn), item.group or _named(order, item.agency or "")


def _named(order: Order, key: str) -> str:
    """Return the full name of an agency; the key may be that of an inspected unit."""
    units = {unit.id: unit.agency for unit in order.inspection.inspected_units}
    return order.catalogues.name(units.get(key, key), order.day).full


def _due(order: Order) -> str | None:
    """Return the last day for an answer; "trước ngày" does not count that day itself."""
    deadline = order.paper.reply.deadline if order.paper.reply else None
    day: date | None = None
    if deadline is not None:
        day = day_before(deadline.before) if deadline.before else deadline.by
    return day.isoformat() if day else None


def _too_long(order: Order, fields: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """Yield a warning for each value that its field does not take, at what was typed for it."""
    own = data_path(order.path)
    issuer: DataPath = (*own, "issuer") if order.paper.issuer else ("issuer",)
    places: dict[str, DataPath] = {
        "TypeName": (*own, "kind"),
        "CodeNumber": (*own, "number"),
        "CodeNotation": (*own, "symbol"),
        "OrganName": issuer,
        "Subject": ("subject",),
        "SignerInfo.Position": (*own, "signer"),
        "SignerInfo.FullName": (*own, "signer"),
        "IssuedAmount": (*own, "drafter_mark"),
    }
    values = [(name, fields[name], places.get(name, own)) for name in LENGTHS if name in fields]
    values += [
        (f"SignerInfo.{name}", value, places[f"SignerInfo.{name}"])
        for name, value in fields["SignerInfo"].items()
    ]
    values += [("To.OrganName", name, (*own, *path)) for path, name in _recipients(order)]
    for name, value, path in values:
        length = len(str(value)) if value is not None else 0
        if length > LENGTHS[name]:
            arguments: dict[str, str | int] = {"field": name, "length": length, "limit": LENGTHS[name]}
            yield Diagnostic("submit-too-long", order.loaded.source.place(path), Severity.WARNING, arguments)
