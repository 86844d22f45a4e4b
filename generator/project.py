"""The project folder: where inspections, catalogues and an office's own templates lie, and its settings."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, ValidationError

from generator.diagnostics import Diagnostic, Place, Refused

if TYPE_CHECKING:
    from pathlib import Path

INSPECTIONS = "inspections"
CATALOGUES = "catalogues"
SETTINGS = "ketluan.toml"


class Settings(BaseModel):
    """Settings of ``ketluan.toml`` (or ``[tool.ketluan]`` of ``pyproject.toml``), all with defaults."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    language: str = ""
    output: str = "output"
    no_break_spaces: bool = True
    month_printed: bool = True
    draft_name: str = "DT_{inspection}_{paper}"
    signing_name: str = "TK_{inspection}_{paper}"
    annex_recommendations: int = 4


@dataclass(frozen=True, slots=True)
class Project:
    """One project: `root` holds ``inspections/``."""

    root: Path
    settings: Settings = field(default_factory=Settings)

    @property
    def inspections(self) -> Path:
        """The folder of the YAML files."""
        return self.root / INSPECTIONS

    @property
    def catalogues(self) -> Path:
        """Danh mục dùng chung."""
        return self.inspections / CATALOGUES

    @property
    def templates(self) -> Path:
        """The office's own templates, laid over the shipped ones."""
        return self.root / "templates"

    @property
    def output(self) -> Path:
        """Where papers are made."""
        return self.root / self.settings.output

    def shown(self, path: Path) -> str:
        """Return the path as messages show it: below the project, with slashes."""
        try:
            return path.absolute().relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()

    def holds(self, path: Path) -> bool:
        """Return whether the path, links followed, lies inside the project."""
        return path.resolve().is_relative_to(self.root.resolve())


def find_project(start: Path) -> Project:
    """Return the project of a folder, looked for upwards; Refused when no folder holds ``inspections/``."""
    here = start.absolute()
    for folder in (here, *here.parents):
        if (folder / INSPECTIONS).is_dir():
            return Project(folder, read_settings(folder))
    raise Refused([Diagnostic("project-missing", Place(start.as_posix()))])


def read_settings(root: Path) -> Settings:
    """Return the settings of a project folder; Refused with what is wrong in them."""
    file, found = _settings_table(root)
    try:
        settings = Settings.model_validate(found)
    except ValidationError as error:
        raise Refused(
            Diagnostic(
                "settings-wrong",
                Place(file),
                arguments={"field": ".".join(map(str, item["loc"])), "problem": item["msg"]},
            )
            for item in error.errors()
        ) from error
    if not (root / settings.output).resolve().is_relative_to(root.resolve()):
        raise Refused([Diagnostic("settings-outside", Place(file), arguments={"path": settings.output})])
    return settings


def _settings_table(root: Path) -> tuple[str, dict[str, Any]]:
    for name in (SETTINGS, "pyproject.toml"):
        path = root / name
        if path.is_file():
            try:
                table = tomllib.loads(path.read_text(encoding="utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                raise Refused(
                    [Diagnostic("settings-syntax", Place(name), arguments={"problem": str(error)})]
                ) from error
            found = table if name == SETTINGS else table.get("tool", {}).get("ketluan")
            if found is not None:
                return name, found
    return SETTINGS, {}
