"""The project folder: where inspections, catalogues and an office's own templates lie, and its settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused
from generator.settings import SETTINGS, Settings, read_table, settings_of

if TYPE_CHECKING:
    from pathlib import Path

INSPECTIONS = "inspections"
CATALOGUES = "catalogues"
WORDS = "words.txt"

__all__ = [
    "CATALOGUES",
    "INSPECTIONS",
    "SETTINGS",
    "WORDS",
    "Project",
    "Settings",
    "find_project",
    "read_settings",
]


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

    @property
    def issued(self) -> Path:
        """Where issued papers are kept; nothing there is ever made again."""
        return self.root / self.settings.issued

    def shown(self, path: Path) -> str:
        """Return the path as messages show it: below the project, with slashes; what is no text escaped."""
        try:
            name = path.absolute().relative_to(self.root).as_posix()
        except ValueError:
            name = path.as_posix()
        return name.encode("utf-8", "backslashreplace").decode()

    def holds(self, path: Path) -> bool:
        """Return whether the path, links followed, lies inside the project."""
        return lies_inside(path, self.root)


def lies_inside(path: Path, folder: Path) -> bool:
    """Return whether the path lies in the folder when all links are followed; a loop of links does not."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def project_folder(start: Path) -> Path:
    """Return the folder of a project, looked for upwards; Refused when no folder holds ``inspections/``."""
    try:
        here = start.absolute()
        for folder in (here, *here.parents):
            if (folder / INSPECTIONS).is_dir():
                return folder
    except OSError as error:  # a name that is too long, or a folder that was deleted meanwhile
        raise project_missing(start) from error
    raise project_missing(start)


def project_missing(start: Path) -> Refused:
    """Return what is said when there is no project at `start`."""
    return Refused([Diagnostic("project-missing", Place(start.as_posix()))])


def find_project(start: Path) -> Project:
    """Return the project of a folder, looked for upwards.

    Refused when there is none, when its settings are wrong, or when its data lies elsewhere through a link.
    """
    root = project_folder(start)
    project = Project(root, read_settings(root))
    strays = [path for path in _read_always(project) if not project.holds(path)]
    if strays:
        raise Refused(Diagnostic("file-outside", Place(project.shown(path))) for path in strays)
    return project


def _read_always(project: Project) -> list[Path]:
    own = project.catalogues
    return [project.inspections, own, *sorted(own.glob("*.yaml")), own / WORDS]


def read_settings(root: Path) -> Settings:
    """Return the settings of a project folder; Refused with what is wrong in them."""
    for name in (SETTINGS, "pyproject.toml"):
        path = root / name
        if not path.exists() and not path.is_symlink():
            continue
        if not lies_inside(path, root):
            raise Refused([Diagnostic("file-outside", Place(name))])
        text, table = read_table(path, name)
        if table is not None:
            return _inside(root, settings_of(table, text, name), name)
    return Settings()


def _inside(root: Path, settings: Settings, file: str) -> Settings:
    for name in (settings.output, settings.issued):
        if not lies_inside(root / name, root):
            raise Refused([Diagnostic("settings-outside", Place(file), arguments={"path": name})])
    return settings
