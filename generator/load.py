"""YAML files → catalogues and inspections, or all that is wrong with them at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.catalogues import Catalogues
from generator.diagnostics import Diagnostic, Place, Refused, Severity
from generator.model.catalogues import AgencyFile, LegalActFile, PersonFile
from generator.model.fields import RichText
from generator.model.inspection import Inspection, citable
from generator.model.meanings import fields_at, meaning
from generator.model.names import Entry, Names, nearest
from generator.model.references import BadReference, FigureBook
from generator.rich_text import StrayMark, parse_rich
from generator.yaml_source import DataPath, Mapping, Scalar, Sequence, Source, read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from generator.model.catalogues import Agency, LegalAct, Person
    from generator.model.references import Reference
    from generator.project import Project
    from generator.yaml_source import Node

SCHEMA = 1
_SUFFIXES = (".yaml", ".yml")
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Loaded:
    """One inspection with the file it came from, its figures, and what is worth a note."""

    inspection: Inspection
    source: Source
    figures: FigureBook
    notes: tuple[Diagnostic, ...] = ()


def inspection_files(project: Project) -> list[Path]:
    """Return every entry of ``inspections/`` that is named like a YAML file, in order of its path.

    Folders, pipes and broken links so named are among them: reading says what they are.
    """
    found = [path for path in project.inspections.rglob("*") if path.suffix in _SUFFIXES]
    return sorted(path for path in found if not _left_out(path.relative_to(project.inspections).parts))


def _left_out(parts: tuple[str, ...]) -> bool:
    return parts[0] == "catalogues" or any(part.startswith((".", "~$")) for part in parts)


def load_catalogues(project: Project) -> Catalogues:
    """Return the shared catalogues; a file that is not there is empty. Refused with all that is wrong."""
    found: list[Diagnostic] = []
    agencies = _entries(project, "agencies", AgencyFile, found)
    people = _entries(project, "people", PersonFile, found)
    acts = _entries(project, "legal-bases", LegalActFile, found)
    if found:
        raise Refused(found)
    return Catalogues(agencies, people, acts)


def _entries(project: Project, name: str, model: type[BaseModel], found: list[Diagnostic]) -> dict[str, Any]:
    path = project.catalogues / f"{name}.yaml"
    if not path.exists() and not path.is_symlink():
        return {}
    try:
        source = read_source(path, project.shown(path))
        entries: tuple[Agency | Person | LegalAct, ...] = next(
            iter(validated(model, source, None).__dict__.values())
        )
    except Refused as refused:
        found += refused.diagnostics
        return {}
    field = next(iter(model.model_fields))
    found += _twice([entry.id for entry in entries], (field,), source)
    if model is AgencyFile:
        found += _unknown_superiors(entries, field, source)
    return {entry.id: entry for entry in entries}


def _unknown_superiors(entries: Iterable[Any], field: str, source: Source) -> Iterator[Diagnostic]:
    known = {agency.id for agency in entries}
    for index, agency in enumerate(entries):
        for name in ("superior", "head_of"):
            key = getattr(agency, name)
            if key is not None and key not in known:
                place = source.place((field, index, name))
                arguments = {"text": key, "near": nearest(key, known), "name": "", "known": ""}
                yield Diagnostic("agency-unknown", place, arguments=arguments)


def load_inspection(path: Path, project: Project, catalogues: Catalogues) -> Loaded:
    """Return one inspection; Refused with everything that is wrong in its file."""
    file = project.shown(path)
    if not project.holds(path):
        raise Refused([Diagnostic("file-outside", Place(file))])
    source = read_source(path, file)
    _refuse_newer_schema(source)
    names = Names({**catalogues.entries(), **_own_entries(source, catalogues)})
    inspection = validated(Inspection, source, names)
    figures = FigureBook(inspection.figures)
    found = [
        *_twice_in_groups(inspection, source),
        *_references(inspection, source, figures, catalogues),
        *_figure_references(inspection, source, figures),
    ]
    if found:
        raise Refused(found)
    return Loaded(inspection, source, figures, tuple(_taken(names, source)))


def _refuse_newer_schema(source: Source) -> None:
    node = source.root.values.get("schema")
    if isinstance(node, Scalar) and node.text and node.text.strip().isdigit() and int(node.text) > SCHEMA:
        arguments = {"schema": int(node.text), "known": SCHEMA}
        raise Refused([Diagnostic("schema-newer", source.place(("schema",)), arguments=arguments)])


# --- what can be named inside one file ---------------------------------------------------------------


def _own_entries(source: Source, catalogues: Catalogues) -> dict[str, list[Entry]]:
    agencies = {entry.key: entry for entry in catalogues.entries()["agency"]}
    units = [
        Entry(key, agencies[agency].names if agency in agencies else ())
        for key, agency in _named(source, ("inspected_units",), "agency")
    ]
    papers = ["plan", "decision", "team-report", *(key for key, _ in _named(source, ("papers",)))]
    papers += [f"{kind}-{unit.key}" for unit in units for kind in ("report", "minutes", "explanation")]
    addressed = [key for group in ("limitations", "causes") for key, _ in _named(source, ("findings", group))]
    return {
        "unit": units,
        "paper": [Entry(key) for key in papers],
        "scope": [Entry(key, (text,)) for key, text in _named(source, ("scope",), "text")],
        "addressed": [Entry(key) for key in addressed],
    }


def _named(source: Source, path: DataPath, other: str = "") -> Iterator[tuple[str, str]]:
    """Yield (id, text of `other`) of the items of a list, as far as they are typed."""
    node = source.node(path)
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Mapping):
            key, said = item.values.get("id"), item.values.get(other)
            if isinstance(key, Scalar) and key.text:
                yield key.text.strip(), (said.text or "").strip() if isinstance(said, Scalar) else ""


def _taken(names: Names, source: Source) -> Iterator[Diagnostic]:
    """Yield a note for each name that was taken for a key, at its first place."""
    waiting = dict(names.taken)
    for scalar in _scalars(source.root):
        key = waiting.pop(scalar.text or "", None)
        if key is not None:
            place = Place(source.file, scalar.line, scalar.column)
            yield Diagnostic("name-taken", place, Severity.NOTE, {"text": scalar.text or "", "key": key})


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    else:
        for child in node.values.values() if isinstance(node, Mapping) else node.items:
            yield from _scalars(child)


# --- the model's errors as diagnostics ---------------------------------------------------------------


def validated(model: type[_Model], source: Source, names: Names | None) -> _Model:
    """Return the file as a model; Refused with a diagnostic for every field that is wrong."""
    try:
        return model.model_validate(source.values(), context=names)
    except ValidationError as error:
        items = error.errors()
        inside = {tuple(item["loc"][:length]) for item in items for length in range(len(item["loc"]))}
        # A list whose items are all wrong is not also too short.
        told = [item for item in items if item["type"] != "too_short" or tuple(item["loc"]) not in inside]
        raise Refused([_diagnostic(item, model, source) for item in told]) from error


def _diagnostic(item: Any, model: type[BaseModel], source: Source) -> Diagnostic:
    path = _data_path(item["loc"], source)
    shown = ".".join(str(key + 1) if isinstance(key, int) else key for key in path)
    arguments: dict[str, str | int] = {"field": shown, "meaning": meaning(model, path)}
    kind, place = item["type"], source.place(path)
    if kind == "missing":
        return Diagnostic("field-missing", source.place(path[:-1]), arguments=arguments)
    if kind == "extra_forbidden":
        return _unknown_field(path, item, model, source, arguments)
    code = _CODES.get(kind, kind)
    arguments |= {
        key: value for key, value in (item.get("ctx") or {}).items() if isinstance(value, (str, int))
    }
    if code == "value-not-text" and _looks_like_reference(source.node(path)):
        code = "reference-unquoted"
    if kind in ("union_tag_invalid", "literal_error"):
        choices = str(arguments.get("expected_tags") or arguments.get("expected")).replace("'", "")
        arguments |= {"text": arguments.get("tag", _typed(source, path)), "choices": choices}
    return Diagnostic(
        code, place, arguments={**arguments, "text": arguments.get("text", _typed(source, path))}
    )


_CODES = {
    "model_type": "value-not-fields",
    "model_attributes_type": "value-not-fields",
    "dict_type": "value-not-fields",
    "tuple_type": "value-not-list",
    "list_type": "value-not-list",
    "too_short": "list-too-short",
    "literal_error": "value-not-in-list",
    "union_tag_invalid": "value-not-in-list",
    "union_tag_not_found": "figure-without-kind",
}


def _typed(source: Source, path: DataPath) -> str:
    node = source.node(path)
    return node.text or "" if isinstance(node, Scalar) else ""


def _looks_like_reference(node: Node | None) -> bool:
    return isinstance(node, Sequence) and bool(node.items) and isinstance(node.items[0], Sequence)


def _data_path(loc: Iterable[str | int], source: Source) -> DataPath:
    """Return the place in the data; pydantic also names the branch of a union, which the data has not."""
    path: list[str | int] = []
    loc = tuple(loc)
    for index, key in enumerate(loc):
        node = source.node(tuple(path))
        tag = isinstance(node, Mapping) and node.values.get("kind")
        if isinstance(tag, Scalar) and tag.text == key and index > 0 and isinstance(loc[index - 1], int):
            continue
        path.append(key)
    return tuple(path)


def _unknown_field(
    path: DataPath, item: Any, model: type[BaseModel], source: Source, arguments: dict[str, str | int]
) -> Diagnostic:
    parent = source.node(path[:-1])
    in_braces = isinstance(parent, Mapping) and parent.flow
    if in_braces and item["input"] is None:
        return Diagnostic("yaml-comma", source.key_place(path), arguments={**arguments, "key": str(path[-1])})
    near = nearest(str(path[-1]), fields_at(model, path[:-1]))
    code = "field-unknown-near" if near else "field-unknown"
    arguments |= {"key": str(path[-1]), "near": near, "known": ", ".join(fields_at(model, path[:-1]))}
    return Diagnostic(code, source.key_place(path), arguments=arguments)


# --- ids and references ------------------------------------------------------------------------------


def _twice(ids: list[str], path: DataPath, source: Source) -> Iterator[Diagnostic]:
    for index, key in enumerate(ids):
        if key in ids[:index]:
            first = source.place((*path, ids.index(key), "id")).line
            yield Diagnostic(
                "id-twice", source.place((*path, index, "id")), arguments={"id": key, "line": first}
            )


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
        yield from _twice(
            [getattr(item, "id", None) or f"\0{n}" for n, item in enumerate(items)], path, source
        )


def rich_texts(value: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, RichText]]:
    """Yield (data path, text) of every rich text of a model."""
    if isinstance(value, RichText):
        yield path, value
    elif isinstance(value, BaseModel):
        fields = type(value).model_fields
        for name in fields:
            yield from rich_texts(getattr(value, name), (*path, fields[name].alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from rich_texts(item, (*path, index))


def _references(
    inspection: Inspection, source: Source, figures: FigureBook, catalogues: Catalogues
) -> Iterator[Diagnostic]:
    known = {*citable(inspection), *catalogues.legal_acts, "deadline"}
    for path, text in rich_texts(inspection):
        if path[-1] in ("numerator", "denominator"):
            continue
        try:
            for span in parse_rich(text):
                if span.reference is not None:
                    _evaluate(span.reference, figures, known)
        except BadReference as bad:
            yield _bad_reference(bad, source.place(path), known)
        except StrayMark as stray:
            yield Diagnostic(stray.code, source.place(path), arguments={"text": stray.text[:80]})


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
