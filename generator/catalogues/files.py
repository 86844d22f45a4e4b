"""The files of the catalogues → one value, or all that is wrong with them at once.

Levels and kinds of agencies come with the program; a file of the same name in the project's catalogues
adds to them and replaces entries by their id. The other catalogues are the project's alone.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from generator.catalogues.calendar_problems import calendar_problems
from generator.catalogues.entries import Catalogues
from generator.catalogues.phrase_problems import phrase_problems
from generator.catalogues.problems import KINDS, ReadFile, problems, repeated
from generator.catalogues.words import load_words
from generator.diagnostics import Diagnostic, Refused
from generator.model.agencies import AgencyFile, AgencyKind, AgencyKindFile, LevelFile
from generator.model.calendar import Calendar, CalendarFile
from generator.model.legal_acts import LegalActFile
from generator.model.people import PersonFile
from generator.model.phrases import PhraseFile
from generator.project import WORDS
from generator.validation import validated
from generator.yaml_source import parse_source, read_source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

    from generator.model.agencies import Level
    from generator.project import Project
    from generator.yaml_source import Source

PHRASES, CALENDAR = "phrases", "calendar"
_SHIPPED = ("levels", KINDS)
_MODELS: Mapping[str, type[BaseModel]] = {
    "levels": LevelFile,
    KINDS: AgencyKindFile,
    "agencies": AgencyFile,
    "people": PersonFile,
    "legal-bases": LegalActFile,
    PHRASES: PhraseFile,
    CALENDAR: CalendarFile,
}


def load_catalogues(project: Project) -> Catalogues:
    """Return the shared catalogues; a file that is not there is empty. Refused with all that is wrong."""
    read: dict[str, ReadFile] = {}
    wrong: list[Diagnostic] = []
    for name in _MODELS:
        try:
            found = _own(project, name)
        except Refused as refused:
            wrong += refused.diagnostics
        else:
            read |= {name: found} if found else {}
    whole = not wrong
    wrong += repeated(read)
    catalogues = replace(_assembled(read), words=_words(project, wrong))
    if whole:  # what stands in a file that cannot be read would be told as missing
        wrong += problems(catalogues, read)
        wrong += phrase_problems(read[PHRASES]) if PHRASES in read else []
        wrong += calendar_problems(read[CALENDAR]) if CALENDAR in read else []
    if wrong:
        raise Refused(wrong)
    return catalogues


def _words(project: Project, wrong: list[Diagnostic]) -> frozenset[str]:
    path = project.catalogues / WORDS
    try:
        return load_words(path, project.shown(path))
    except Refused as refused:
        wrong += refused.diagnostics
        return frozenset()


def shipped_levels() -> tuple[Level, ...]:
    """Return the administrative levels that come with the program."""
    return _shipped("levels").entries


def _own(project: Project, name: str) -> ReadFile | None:
    path = project.catalogues / f"{name}.yaml"
    if not path.exists() and not path.is_symlink():
        return None
    return _read(name, read_source(path, project.shown(path)))


@lru_cache(maxsize=len(_SHIPPED))
def _shipped(name: str) -> ReadFile:
    text = (files("generator.model") / f"{name}.yaml").read_text(encoding="utf-8")
    return _read(name, parse_source(text, f"{name}.yaml"))


def _read(name: str, source: Source) -> ReadFile:
    model = _MODELS[name]
    return ReadFile(next(iter(model.model_fields)), validated(model, source, None), source)


def _assembled(read: Mapping[str, ReadFile]) -> Catalogues:
    def entries(name: str) -> dict[str, Any]:
        shipped = {entry.id: entry for entry in _shipped(name).entries} if name in _SHIPPED else {}
        return shipped | {entry.id: entry for entry in (read[name].entries if name in read else ())}

    layers = [_shipped(KINDS), *([read[KINDS]] if KINDS in read else [])]
    unofficial = tuple(word for layer in layers for word in layer.value.unofficial_posts)
    kinds = {key: _completed(kind, entries(KINDS)) for key, kind in entries(KINDS).items()}
    return Catalogues(
        entries("agencies"),
        entries("people"),
        entries("legal-bases"),
        kinds,
        entries("levels"),
        unofficial,
        phrases=entries(PHRASES),
        calendar=Calendar(tuple(entries(CALENDAR).values())),
    )


def _completed(kind: AgencyKind, kinds: Mapping[str, AgencyKind], seen: tuple[str, ...] = ()) -> AgencyKind:
    """Return a kind with what it does not say taken of the kind it is like."""
    base = kinds.get(kind.like or "")
    if base is None or base.id in seen:
        return kind
    own = {name: getattr(kind, name) for name in kind.model_fields_set}
    return _completed(base, kinds, (*seen, kind.id)).model_copy(update=own)
