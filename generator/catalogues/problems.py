"""What is wrong inside the catalogues: unknown keys, circles, days that overlap, posts there are none of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from generator.diagnostics import Diagnostic
from generator.model.dated import Dated, overlaps
from generator.model.names import nearest
from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from generator.catalogues.entries import Catalogues
    from generator.model.agencies import Agency, AgencyKind
    from generator.model.legal_acts import LegalAct
    from generator.model.people import Person
    from generator.model.phrases import Phrase
    from generator.yaml_source import DataPath, Source

KINDS = "agency-kinds"
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file of a catalogue: the field with its entries, the value, and where each of it stands."""

    field: str
    value: Any
    source: Source

    @property
    def entries(self) -> tuple[Any, ...]:
        """The entries, in the order of the file."""
        found: tuple[Any, ...] = getattr(self.value, self.field)
        return found

    def told(self, code: str, index: int, *path: str | int, **arguments: str | int) -> Diagnostic:
        """Return what is to be said of a field of one entry."""
        return Diagnostic(code, self.source.place((self.field, index, *path)), arguments=arguments)


def repeated(files: Mapping[str, ReadFile]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for every id that a file gives twice."""
    for file in files.values():
        yield from twice([entry.id for entry in file.entries], (file.field,), file.source)


def twice(ids: Sequence[str], path: DataPath, source: Source) -> Iterator[Diagnostic]:
    """Yield a diagnostic for every id that stands a second time in the list at `path`."""
    first: dict[str, int] = {}
    for index, key in enumerate(ids):
        if key in first:
            line = source.place((*path, first[key], "id")).line
            place = source.place((*path, index, "id"))
            yield Diagnostic("id-twice", place, arguments={"id": key, "line": line})
        first.setdefault(key, index)


def problems(catalogues: Catalogues, files: Mapping[str, ReadFile]) -> Iterator[Diagnostic]:
    """Yield everything that the entries say of each other and that cannot be."""
    for name, file in files.items():
        for index, entry in enumerate(file.entries):
            yield from _unknown(catalogues, file, index, _KEYS[name](entry))
            yield from _spans(file, index, entry)
            yield from _posts(catalogues, file, index, entry)
    if KINDS in files:
        likes = {key: {kind.like} if kind.like else set() for key, kind in catalogues.kinds.items()}
        yield from _circles("agency-kind-circle", files[KINDS], likes, "like")
    if "agencies" in files:
        above = {key: agency.above() for key, agency in catalogues.agencies.items()}
        yield from _circles("agency-circle", files["agencies"], above, "superior")
        yield from _shared_series(catalogues, files["agencies"])


# --- keys ---------------------------------------------------------------------------------------------

_Named: TypeAlias = tuple[str, tuple[str | int, ...], str | None]
"""Which catalogue, where in the entry, which key."""


def _in_agency(agency: Agency) -> Iterator[_Named]:
    yield "kind", ("kind",), agency.kind
    yield "level", ("level",), agency.level
    for field in ("superior", "head_of", "seal_of"):
        yield "agency", (field,), getattr(agency, field)
    for index, name in enumerate(agency.names):
        yield "agency", ("names", index, "superior"), name.superior
    for index, key in enumerate(agency.successors):
        yield "agency", ("successors", index), key


def _in_kind(kind: AgencyKind) -> Iterator[_Named]:
    yield "kind", ("like",), kind.like
    yield "level", ("level",), kind.level


def _in_person(person: Person) -> Iterator[_Named]:
    yield "agency", ("agency",), person.agency
    for index, held in enumerate(person.posts):
        yield "agency", ("posts", index, "agency"), held.agency


def _in_act(act: LegalAct) -> Iterator[_Named]:
    """Yield the acts named by a key; a number such as 107/2021/NĐ-CP names one that is not kept here."""
    for index, key in enumerate(act.amended_by):
        yield "act", ("amended_by", index), key if _KEY.fullmatch(key) else None
    after = act.replaced_by
    yield "act", ("replaced_by",), after if after and _KEY.fullmatch(after) else None


def _in_phrase(phrase: Phrase) -> Iterator[_Named]:
    for place, version in enumerate(phrase.versions):
        for index, basis in enumerate(version.basis):
            yield "act", ("versions", place, "basis", index, "act"), basis.act
        for key in version.cited:
            yield "act", ("versions", place, "text"), key


_KEYS: Mapping[str, Callable[[Any], Iterator[_Named]]] = {
    "agencies": _in_agency,
    KINDS: _in_kind,
    "levels": lambda _: iter(()),
    "people": _in_person,
    "legal-bases": _in_act,
    "phrases": _in_phrase,
    "calendar": lambda _: iter(()),
}
_UNKNOWN_CODES = {
    "agency": "agency-unknown",
    "kind": "agency-kind-unknown",
    "level": "agency-level-unknown",
    "act": "act-unknown",
}


def _unknown(
    catalogues: Catalogues, file: ReadFile, index: int, named: Iterable[_Named]
) -> Iterator[Diagnostic]:
    known: dict[str, Iterable[str]] = {
        "agency": catalogues.agencies,
        "kind": catalogues.kinds,
        "level": catalogues.levels,
        "act": catalogues.legal_acts,
    }
    for sort, path, key in named:
        if key is not None and key not in known[sort]:
            words = {"text": key, "near": nearest(key, known[sort]), "name": ""}
            listed = ", ".join(sorted(known[sort])[:40])
            yield file.told(_UNKNOWN_CODES[sort], index, *path, **words, known=listed)


# --- days ---------------------------------------------------------------------------------------------


def _spans(file: ReadFile, index: int, entry: Any) -> Iterator[Diagnostic]:
    """Yield names or posts of which two hold on one day, and spans that end before they begin."""
    for field in ("names", "leaders"):
        spans: Sequence[Dated] = getattr(entry, field, ())
        for later, earlier in overlaps(spans):
            line = file.source.place((file.field, index, field, earlier)).line
            yield file.told("date-spans-overlap", index, field, later, line=line)
    for path, span in _dated(entry):
        if span.since and span.until and span.until < span.since:
            days = {"since": short_date(span.since), "until": short_date(span.until)}
            yield file.told("date-span-reversed", index, *path, **days)


def _dated(entry: Any) -> Iterator[tuple[tuple[str | int, ...], Dated]]:
    if isinstance(entry, Dated):
        yield (), entry
    for field in ("names", "leaders", "posts", "versions"):
        for index, span in enumerate(getattr(entry, field, ())):
            yield (field, index), span


# --- posts, circles, number series --------------------------------------------------------------------


def is_unofficial(post: str, endings: Iterable[str]) -> bool:
    """Return whether the State provides for no such post: "Phó Chủ tịch Thường trực" (PL I, II.7c)."""
    said = " ".join(post.casefold().split())
    return said.startswith("phó ") and any(said.endswith(f" {ending.casefold()}") for ending in endings)


def _posts(catalogues: Catalogues, file: ReadFile, index: int, entry: Any) -> Iterator[Diagnostic]:
    typed: list[tuple[tuple[str | int, ...], str | None]] = [(("post",), getattr(entry, "post", None))]
    typed += [(("posts", place, "post"), held.post) for place, held in enumerate(getattr(entry, "posts", ()))]
    for place, leaders in enumerate(getattr(entry, "leaders", ())):
        typed += [(("leaders", place, "deputies"), post) for post in leaders.deputies]
    for path, post in typed:
        if post and is_unofficial(post, catalogues.unofficial_posts):
            yield file.told("agency-post-unofficial", index, *path, text=post)


def _circles(code: str, file: ReadFile, above: Mapping[str, set[str]], field: str) -> Iterator[Diagnostic]:
    """Yield an entry that is above itself."""
    for index, entry in enumerate(file.entries):
        seen: set[str] = set()
        waiting = list(above.get(entry.id, ()))
        while waiting:
            key = waiting.pop()
            if key not in seen:
                seen.add(key)
                waiting += above.get(key, ())
        if entry.id in seen:
            yield file.told(code, index, field, id=entry.id)


def _shared_series(catalogues: Catalogues, file: ReadFile) -> Iterator[Diagnostic]:
    """Yield a Đoàn, Ban that uses a seal and is given the numbers of the seal's owner (PL I, II.3a)."""
    for index, agency in enumerate(file.entries):
        lender = catalogues.agencies.get(agency.seal_of or "")
        if lender is not None and agency.series in (lender.id, lender.series) and agency.series is not None:
            yield file.told("agency-series-shared", index, "series", text=agency.series)
