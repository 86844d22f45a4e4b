"""YAML files → catalogues and inspections, or all that is wrong with them at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.catalogues.files import load_catalogues
from generator.catalogues.phrase_problems import ended_phrases, misfit
from generator.catalogues.problems import is_unofficial, twice
from generator.diagnostics import Diagnostic, Place, Refused, Severity
from generator.file_reading import decode
from generator.model.file_list import file_faults
from generator.model.inspection import Inspection, citable
from generator.model.names import Entry, Names, nearest
from generator.model.references import BadReference, FigureBook
from generator.model.rich_fields import rich_texts
from generator.photographs import read_photographs
from generator.rich_text import StrayMark, rich_spans, typed_at
from generator.validation import validated
from generator.yaml_source import (
    DataPath,
    Mapping,
    Scalar,
    Source,
    parse_source,
    read_source,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from generator.catalogues.entries import Catalogues
    from generator.model.references import Reference
    from generator.photographs import Photograph
    from generator.project import Project
    from generator.rich_text import Span
    from generator.spreadsheet.figures import ReadRange
    from generator.yaml_source import Node

__all__ = [
    "SCHEMA",
    "Loaded",
    "entries_of",
    "load_catalogues",
    "load_inspection",
    "load_text",
]

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Loaded:
    """One inspection with the file it came from, its figures, and what is worth a note.

    `covered` are the inspections of a summary (`covering`).
    """

    inspection: Inspection
    source: Source
    figures: FigureBook
    notes: tuple[Diagnostic, ...] = ()
    spreadsheets: tuple[ReadRange, ...] = ()
    photographs: tuple[Photograph, ...] = ()
    covered: tuple[Loaded, ...] = ()

    @property
    def dates(self) -> list[date]:
        """Every day on which something happened, here or in an inspection that is covered, in order."""
        days = [day for one in self.covered for day in one.inspection.dates]
        return sorted([*self.inspection.dates, *days])


def load_inspection(path: Path, project: Project, catalogues: Catalogues) -> Loaded:
    """Return one inspection; Refused with everything that is wrong in its file."""
    file = project.shown(path)
    if not project.holds(path):
        raise Refused([Diagnostic("file-outside", Place(file))])
    return load_source(read_source(path, file), path, project, catalogues)


def load_text(text: str, path: Path, project: Project, catalogues: Catalogues) -> Loaded:
    """Return the inspection that another text of the file at `path` would be; Refused likewise."""
    file = project.shown(path)
    return load_source(parse_source(decode(text.encode(), file), file), path, project, catalogues)


def load_source(source: Source, path: Path, project: Project, catalogues: Catalogues) -> Loaded:
    """Return the inspection that the nodes of the file at `path` say; Refused with all that is wrong."""
    _refuse_newer_schema(source)
    spreadsheets, doubts = _read_spreadsheets(source, path, project)
    loaded = checked(source, catalogues)
    photos = read_photographs(loaded.inspection.attachments.photos, path.parent, project, source)
    notes = (*loaded.notes, *doubts)
    return replace(loaded, notes=notes, spreadsheets=spreadsheets, photographs=photos)


def _read_spreadsheets(
    source: Source, path: Path, project: Project
) -> tuple[tuple[ReadRange, ...], tuple[Diagnostic, ...]]:
    """Fill the figures that stand in spreadsheets; whoever has none pays nothing for it."""
    if not any(key == "from" for item in source.mappings(("figures",)) for key in item.values):
        return (), ()
    from generator.spreadsheet.figures import fill_figures

    return fill_figures(source, path, project)


def checked(source: Source, catalogues: Catalogues) -> Loaded:
    """Return the inspection that the nodes say; Refused with everything that is wrong in them."""
    names = Names(entries_of(source, catalogues), catalogues.phrases)
    inspection = validated(Inspection, source, names)
    figures = FigureBook(inspection.figures)
    found = [
        *_twice_in_groups(inspection, source),
        *_references(inspection, source, figures, catalogues),
        *_figure_references(inspection, source, figures),
        *_unofficial_posts(inspection, source, catalogues),
        *_corrected_papers(inspection, source),
        *_file_faults(inspection, source, figures),
    ]
    if found:
        raise Refused(found)
    notes = (*_taken(names, source), *ended_phrases(inspection, source))
    return Loaded(inspection, source, figures, notes)


def _file_faults(inspection: Inspection, source: Source, figures: FigureBook) -> Iterator[Diagnostic]:
    try:
        faults = list(file_faults(inspection, figures))
    except BadReference:
        return  # told where the figures are
    for fault in faults:
        line = {"line": source.place(fault.first).line} if fault.first else {}
        yield Diagnostic(fault.code, source.place(fault.path), arguments={**fault.arguments, **line})


def _refuse_newer_schema(source: Source) -> None:
    node = source.root.values.get("schema")
    typed = node.text.strip() if isinstance(node, Scalar) and node.text else ""
    if re.fullmatch(r"[0-9]{1,9}", typed) and int(typed) > SCHEMA:
        arguments = {"schema": int(typed), "known": SCHEMA}
        raise Refused([Diagnostic("schema-newer", source.place(("schema",)), arguments=arguments)])


# --- what can be named inside one file ---------------------------------------------------------------


def entries_of(source: Source, catalogues: Catalogues) -> dict[str, list[Entry]]:
    """Return everything that a key of this file can mean, by kind: with its names."""
    shared = {kind: list(found) for kind, found in catalogues.entries().items()}
    return {**shared, **_own_entries(source, catalogues)}


def _own_entries(source: Source, catalogues: Catalogues) -> dict[str, list[Entry]]:
    agencies = {entry.key: entry for entry in catalogues.entries()["agency"]}
    units = [
        Entry(key, agencies[agency].names if agency in agencies else ())
        for key, agency in _named(source, ("inspected_units",), "agency")
    ]
    papers = ["plan", "decision", "team-report", "conclusion"]
    papers += [*(key for key, _ in _named(source, ("papers",)))]
    papers += [f"{kind}-{unit.key}" for unit in units for kind in ("report", "minutes", "explanation")]
    addressed = [key for group in ("limitations", "causes") for key, _ in _named(source, ("findings", group))]
    return {
        "unit": units,
        "paper": [Entry(key) for key in papers],
        "document": [Entry(key) for key, _ in _named(source, ("documents",))],
        "scope": [Entry(key, (text,)) for key, text in _named(source, ("scope",), "text")],
        "addressed": [Entry(key) for key in addressed],
    }


def _named(source: Source, path: DataPath, other: str = "") -> Iterator[tuple[str, str]]:
    """Yield (id, text of `other`) of the items of a list, as far as they are typed."""
    for item in source.mappings(path):
        key, said = item.values.get("id"), item.values.get(other)
        if isinstance(key, Scalar) and key.text:
            yield key.text.strip(), (said.text or "").strip() if isinstance(said, Scalar) else ""


def _taken(names: Names, source: Source) -> Iterator[Diagnostic]:
    """Yield a note for each name that was taken for a key, at its first place."""
    waiting = dict(names.taken)
    for scalar in _scalars(source.root):
        key = waiting.pop(scalar.text or "", None)
        if key is not None:
            yield Diagnostic(
                "name-taken", source.place_of(scalar), Severity.NOTE, {"text": scalar.text or "", "key": key}
            )


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    else:
        for child in node.values.values() if isinstance(node, Mapping) else node.items:
            yield from _scalars(child)


# --- ids and references ------------------------------------------------------------------------------


def _twice_in_groups(inspection: Inspection, source: Source) -> Iterator[Diagnostic]:
    """Yield a diagnostic for every id used twice where references could not tell the two apart."""
    findings = inspection.findings
    for path, items in (
        (("inspected_units",), inspection.inspected_units),
        (("scope",), inspection.scope),
        (("figures",), inspection.figures),
        (("papers",), inspection.papers),
        (("findings", "limitations"), findings.limitations),
        (("findings", "causes"), findings.causes),
        (("recommendations",), inspection.recommendations),
        (("documents",), inspection.documents),
    ):
        yield from twice(
            [getattr(item, "id", None) or f"\0{n}" for n, item in enumerate(items)], path, source
        )
    yield from _shared_names(inspection, source)


def _shared_names(inspection: Inspection, source: Source) -> Iterator[Diagnostic]:
    """Yield a diagnostic for an id that ``[[#id]]``, ``addresses`` or ``[[id]]`` could take for another's."""
    findings = inspection.findings
    blocks: dict[str, int] = {}
    groups: list[tuple[DataPath, list[str | None]]] = [
        (("findings", "limitations"), [item.id for item in findings.limitations]),
        (("findings", "causes"), [item.id for item in findings.causes]),
        (("recommendations",), [item.id for item in inspection.recommendations]),
    ]
    for path, ids in groups:
        places = {key: source.place((*path, index, "id")) for index, key in enumerate(ids) if key}
        for key in sorted(blocks.keys() & places.keys()):
            yield Diagnostic("id-twice", places[key], arguments={"id": key, "line": blocks[key]})
        blocks |= {key: place.line for key, place in places.items()}
    papers = citable(inspection)
    for index, figure in enumerate(inspection.figures):
        if figure.id in papers:
            place = source.place(("figures", index, "id"))
            yield Diagnostic("id-of-paper", place, arguments={"id": figure.id})


def _references(
    inspection: Inspection, source: Source, figures: FigureBook, catalogues: Catalogues
) -> Iterator[Diagnostic]:
    known = {*citable(inspection), *catalogues.legal_acts, "deadline"}
    for path, text in rich_texts(inspection):
        if path[-1] in ("numerator", "denominator"):
            continue
        here = known if _is_duty(path) else known - {"deadline"}
        try:
            for span in rich_spans(text):
                yield from _span_problems(span, source.place(typed_at(text, path, span)), figures, here)
        except BadReference as bad:
            yield _bad_reference(bad, source.place(path), known)
        except StrayMark as stray:
            yield Diagnostic(stray.code, source.place(path), arguments={"text": stray.text[:80]})


def _span_problems(span: Span, place: Place, figures: FigureBook, known: set[str]) -> Iterator[Diagnostic]:
    """Yield what is wrong with a reference: unknown, or not of the type of the parameter it is given for."""
    if span.reference is None:
        return
    try:
        _evaluate(span.reference, figures, known)
        yield from misfit(span.part, place, figures) if span.part else ()
    except BadReference as bad:
        yield _bad_reference(bad, place, known)


def _is_duty(path: DataPath) -> bool:
    """Return whether a text may name its own deadline: a recommendation or a task."""
    return path[0] in ("recommendations", "organisation")


def _evaluate(reference: Reference, figures: FigureBook, known: set[str]) -> None:
    """Raise BadReference unless the reference has a value (known or not yet)."""
    if reference.block:
        return
    if reference.name:
        if reference.name not in known:
            if reference.name not in figures:
                raise BadReference("reference-unknown", reference.text, tuple(known))
            figures.main(reference.name)
        return
    for operand in (reference.first, reference.second):
        if operand is not None:
            evaluate: Callable[..., object] = figures.share if reference.share else figures.quantity
            evaluate(operand, reference.text)


def _figure_references(inspection: Inspection, source: Source, figures: FigureBook) -> Iterator[Diagnostic]:
    for index, figure in enumerate(inspection.figures):
        try:
            figures.quantities((figure.id,))
        except BadReference as bad:
            yield _bad_reference(bad, source.place(("figures", index)), set())


def _bad_reference(bad: BadReference, place: Place, known: set[str]) -> Diagnostic:
    names = tuple(known) if bad.code == "reference-unknown" else bad.names
    near = nearest(bad.reference, names)
    arguments = {"reference": bad.reference, "near": near, "names": ", ".join(sorted(bad.names)[:20])}
    return Diagnostic(bad.code, place, arguments=arguments)


def _corrected_papers(inspection: Inspection, source: Source) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each paper that corrects itself, or one that the inspection does not have."""
    for index, paper in enumerate(inspection.documents):
        others = [other.id for other in inspection.documents if other.id != paper.id]
        if paper.corrects is not None and paper.corrects.paper not in others:
            text = paper.corrects.paper
            arguments = {"text": text, "near": nearest(text, others), "known": ", ".join(others)}
            place = source.place(("documents", index, "corrects", "paper"))
            yield Diagnostic("document-unknown", place, arguments=arguments)


def _unofficial_posts(inspection: Inspection, source: Source, catalogues: Catalogues) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each typed post of a signer that the State does not provide for."""
    for index, paper in enumerate(inspection.documents):
        signer, path = paper.signer, ("documents", index, "signer")
        typed: list[tuple[DataPath, str | None]] = [((*path, "second_post"), signer.second_post)]
        typed += [((*path, "chain", place, "post"), line.post) for place, line in enumerate(signer.chain)]
        for where, post in typed:
            if post and is_unofficial(post, catalogues.unofficial_posts):
                yield Diagnostic("agency-post-unofficial", source.place(where), arguments={"text": post})
