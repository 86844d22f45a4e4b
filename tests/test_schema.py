"""The JSON Schema accepts what the loader accepts in shape; its copy and the field reference are current."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.model.inspection import Inspection
from generator.new_inspection import new_text
from generator.project import find_project
from generator.schema import GROUPS, SCHEMA_FILE, inspection_schema, schema_text
from generator.yaml_reference import reference_text
from tests.inspections import ROOT, SMALL, load, new_project
from tests.test_bad_input import BAD_TEXTS

if TYPE_CHECKING:
    from pathlib import Path

INSPECTIONS = ROOT / "inspections"
SAMPLES = [path for path in sorted(INSPECTIONS.rglob("*.yaml")) if "catalogues" not in path.parts]
VALIDATOR = Draft202012Validator(inspection_schema())


def as_an_editor(text: str) -> Any:
    """Return the YAML as an editor reads it: numbers are numbers; a date is the text an editor shows."""
    return json.loads(json.dumps(yaml.safe_load(text), default=date.isoformat))


def complaints(text: str) -> list[str]:
    found = VALIDATOR.iter_errors(as_an_editor(text))
    return [f"{'.'.join(map(str, error.path))}: {error.message[:200]}" for error in found]


# --- current -----------------------------------------------------------------------------------------


def test_the_schema_in_the_repository_is_current() -> None:
    """Otherwise: ``ketluan schema --write``."""
    assert (INSPECTIONS / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text()


def test_the_reference_in_the_repository_is_current() -> None:
    """Otherwise: ``python -m generator.yaml_reference > docs/yaml-reference.md``."""
    assert (ROOT / "docs" / "yaml-reference.md").read_text(encoding="utf-8") == reference_text()


def test_the_schema_is_one_and_its_groups_have_vietnamese_names() -> None:
    Draft202012Validator.check_schema(inspection_schema())
    assert set(inspection_schema()["$defs"]) | {"Inspection"} == set(GROUPS)


# --- what it accepts ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_inspection_in_the_repository_is_accepted(path: Path) -> None:
    assert complaints(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_inspection_in_the_repository_names_its_schema(path: Path) -> None:
    up = "../" * (len(path.relative_to(INSPECTIONS).parts) - 1)
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema={up}{SCHEMA_FILE}"


def test_the_small_inspection_is_accepted() -> None:
    assert complaints(SMALL) == []


LOADED_AND_ACCEPTED = {
    "a number for text": ("kind: quyet-dinh, number: 1/QĐ-UBND", "kind: quyet-dinh, number: 45"),
    "a day first": ("01/3/2026", "1/3/2026"),
    "a year first": ("01/3/2026", "2026-03-01"),
    "null": ("date: 01/3/2026", "date: null"),
    "a subject in one line": ("subject: việc", "subject: việc"),
    "a recipient in one line": ("[Các thành viên Đoàn kiểm tra]", "[Như trên, {group: Sở A, purpose: b/c}]"),
    "capitals in a closed list": ("prefix: TL", "prefix: Tl"),
    "a closed list": ("type: kiem-tra", "type: giam-sat"),
    "a space for a dash": ("type: kiem-tra", "type: Kiem tra"),
    "the schema as text": ("schema: 1", 'schema: "1"'),
    "one key where a list is asked for": (
        "findings:",
        "recommendations: [{id: kn-1, owners: a, text: x, deadline: ongoing}]\nfindings:",
    ),
    "a deadline": (
        "findings:",
        "recommendations: [{id: k, owners: [a], text: x, deadline: {within: 15, unit: ngay}}]\nfindings:",
    ),
    "figures": (
        "findings:",
        "figures: [{id: h, kind: tthc, received: {online: 3.812}}, {id: g, kind: sample}]\nfindings:",
    ),
}


@pytest.mark.parametrize("name", LOADED_AND_ACCEPTED)
def test_what_the_loader_takes_an_editor_does_not_flag(name: str, tmp_path: Path) -> None:
    old, new = LOADED_AND_ACCEPTED[name]
    assert old in SMALL
    text = SMALL.replace(old, new)
    assert load(new_project(tmp_path, nho=text), "nho.yaml").inspection.id == "nho"
    assert complaints(text) == []


FLAGGED = (
    "unknown key",
    "unknown key like none",
    "missing field",
    "wrong type: list for text",
    "wrong type: text for a list",
    "unknown kind of figure",
    "figure without kind",
    "other schema",
    "newer schema",
)


@pytest.mark.parametrize("name", FLAGGED)
def test_what_has_the_wrong_shape_is_flagged(name: str) -> None:
    assert complaints(BAD_TEXTS[name][0]) != []


def test_the_new_file_has_only_shapes_an_editor_accepts() -> None:
    assert complaints(new_text("moi")) == []


# --- descriptions ------------------------------------------------------------------------------------


def fields(node: dict[str, Any]) -> dict[str, Any]:
    return {
        f"{name}.{field}": value
        for name, group in node.items()
        for field, value in group["properties"].items()
    }


def test_every_field_of_the_schema_is_described_in_vietnamese() -> None:
    schema = inspection_schema()
    found = fields({"Inspection": schema, **schema["$defs"]})
    said = {name: value.get("description") or any_description(value) for name, value in found.items()}
    assert [name for name, text in said.items() if not text and not name.endswith(".kind")] == []


def any_description(node: Any) -> str:
    if isinstance(node, list):
        return next((text for item in node if (text := any_description(item))), "")
    if not isinstance(node, dict):
        return ""
    if "$ref" in node:
        return GROUPS[node["$ref"].rpartition("/")[2]]
    return node.get("description", "") or any_description(
        [node.get(key) for key in ("anyOf", "oneOf", "items", "additionalProperties")]
    )


def test_the_reference_names_every_field() -> None:
    text = reference_text()
    for name in (field.alias or key for key, field in Inspection.model_fields.items()):
        assert f"| `{name}` |" in text
    for title in GROUPS.values():
        assert f"## {title}\n" in text


def test_links_of_the_reference_lead_to_its_headings() -> None:
    import re

    text = reference_text()
    heads = {head.lower() for head in re.findall(r"^## (.+)$", text, re.MULTILINE)}
    slugs = {"".join(c for c in head if c.isalnum() or c in " -_").replace(" ", "-") for head in heads}
    assert set(re.findall(r"\(#([^)]+)\)", text)) - slugs == set()


def test_the_project_of_the_repository_is_found() -> None:
    assert find_project(ROOT).inspections == INSPECTIONS
