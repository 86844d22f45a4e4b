"""Values as papers print them, and as they were typed."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

import yaml
from pydantic import BaseModel

from generator.compose.naming import Naming
from generator.compose.said_by import Speaker
from generator.differences.values import Side
from generator.document import Run
from generator.model.cited_papers import Subject
from generator.model.fields import KeyOf, Month, OneOf, RichText, Year
from generator.model.inspection import citable
from generator.model.paper_kinds import PAPER_KINDS
from generator.model.recommendations import Deadline
from generator.wording import count, percent, short_date, time_of_day
from generator.yaml_source import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from generator.differences.values import Version
    from generator.yaml_source import DataPath

_UNSEPARATED = (Year, Month)
_WIDE = 1_000_000


class Printer:
    """Says the values of one version as its papers print them."""

    def __init__(self, version: Version) -> None:
        self._inspection, self._catalogues = version.loaded.inspection, version.catalogues
        self._source = version.loaded.source
        days = self._inspection.dates
        self._naming = Naming(self._inspection, version.catalogues, days[-1] if days else None)
        self._speaker = Speaker(version.loaded.figures, "văn bản này", None)

    def side(self, value: Any, at: DataPath, field: FieldInfo | None, *, typed: bool = True) -> Side:
        """Return a value where it stands; `typed` is false for what stands in no file of the inspection."""
        text = self._typed(at) if typed else None
        return Side(at, self._source.place(at), text, self.printed(value, field))

    def _typed(self, at: DataPath) -> str | None:
        node = self._source.node(at)
        if node is None or isinstance(node, Scalar):
            return node.text if node else None
        plain: Any = self._source.values()
        for key in at:
            plain = plain[key]
        dumped: str = yaml.safe_dump(
            plain, default_flow_style=True, allow_unicode=True, sort_keys=False, width=_WIDE
        )
        return dumped.strip()

    def printed(self, value: Any, field: FieldInfo | None = None) -> str | None:
        """Return a value as text, None for nothing."""
        metas = list(_metadata(field)) if field is not None else []
        if value is None or value in ((), {}):
            return None
        if isinstance(value, (date, time, int, Decimal)):
            return _number(value, metas)
        if isinstance(value, str):
            return self.rich(value) if isinstance(value, RichText) else self._word(value, metas)
        if isinstance(value, Deadline):
            return _run_text(self._speaker.deadline(value, "").pieces)
        return self._group(value, field)

    def rich(self, text: str) -> str:
        """Return rich text with its figures put in; a citation or a number of a block stays as typed."""
        return _run_text(self._speaker.rich(text, "").pieces)

    def _word(self, value: str, metas: list[Any]) -> str:
        for meta in metas:
            if isinstance(meta, OneOf):
                return meta.choices.get(value, value)
            if isinstance(meta, KeyOf):
                return self._named(value, meta.kinds)
        return value

    def _named(self, key: str, kinds: tuple[str, ...]) -> str:
        """Return what a key names, as a reader knows it; the key where nothing is known of it."""
        agency = self._naming.agency(key) if "unit" in kinds else key
        if {"unit", "agency"} & {*kinds} and agency in self._catalogues.agencies:
            return self._naming.abbreviated(agency)
        if "person" in kinds and key in self._catalogues.people:
            return self._catalogues.people[key].name
        if "act" in kinds and key in self._catalogues.legal_acts:
            act = self._catalogues.legal_acts[key]
            return " ".join(text for text in (_kind_name(act.kind), act.number or act.subject) if text)
        if "paper" in kinds and key in (papers := citable(self._inspection)):
            paper = papers[key]
            return " ".join(text for text in (_kind_name(paper.kind or ""), paper.number) if text) or key
        if "scope" in kinds:
            return next((one.text for one in self._inspection.scope if one.id == key), key)
        return key

    def _group(self, value: Any, field: FieldInfo | None) -> str | None:
        if isinstance(value, Subject):
            return value.full
        if isinstance(value, BaseModel):
            told = list(self._told(value))
            return "; ".join(told) or None
        if isinstance(value, dict):
            return ", ".join(f"{key}: {self.printed(item, field)}" for key, item in value.items())
        return ", ".join(text for item in value if (text := self.printed(item, field)))

    def _told(self, value: BaseModel) -> Iterator[str]:
        """Yield what a whole group says: its text if it has one, else all that was typed in it."""
        text = getattr(value, "text", None)
        if text:
            yield self.printed(text) or ""
            return
        for name, field in type(value).model_fields.items():
            if name in value.model_fields_set and name not in ("id", "kind"):
                said = self.printed(getattr(value, name), field)
                if said:
                    yield said


def _number(value: date | time | int | Decimal, metas: list[Any]) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, time):
        return time_of_day(value)
    if isinstance(value, Decimal):
        return percent(value, max(0, -int(value.as_tuple().exponent)))
    plain = any(meta is part for alias in _UNSEPARATED for part in get_args(alias)[1:] for meta in metas)
    return str(value) if plain else count(value)


def _metadata(field: FieldInfo) -> Iterator[Any]:
    yield from field.metadata
    yield from _inner(field.annotation)


def _inner(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from get_args(annotation)[1:]
    for part in get_args(annotation):
        yield from _inner(part)


def _kind_name(kind: str) -> str:
    return PAPER_KINDS[kind].name if kind in PAPER_KINDS else kind


def _run_text(pieces: Any) -> str:
    return "".join(
        piece.text if isinstance(piece, Run) else f"[[{(piece.source or '').lstrip('=')}]]"
        for piece in pieces
    )
