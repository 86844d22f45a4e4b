"""Rich texts are looked for only in fields that can hold one: the same are found as by looking everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel

from generator.inspection_index import inspection_files
from generator.load import load_catalogues, load_inspection
from generator.model.fields import RichText
from generator.model.rich_fields import rich_texts
from generator.project import find_project
from tests.inspections import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROJECT = find_project(ROOT)


def everywhere(
    value: Any, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], RichText]]:
    if isinstance(value, RichText):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from everywhere(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from everywhere(item, (*path, index))


@pytest.mark.parametrize("file", inspection_files(PROJECT), ids=lambda file: file.stem)
def test_no_rich_text_is_passed_over(file: Path) -> None:
    inspection = load_inspection(file, PROJECT, load_catalogues(PROJECT)).inspection
    found = list(rich_texts(inspection))
    assert found == list(everywhere(inspection))
    assert len(found) > 3 or inspection.covers  # a summary types no text of its own
