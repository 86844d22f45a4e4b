"""An earlier version of an inspection, read from where somebody kept it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.covering import with_covered
from generator.diagnostics import Diagnostic, Place, Refused
from generator.differences.values import Version
from generator.inspection_index import UnknownTarget, inspection_index
from generator.load import load_catalogues, load_inspection
from generator.project import INSPECTIONS, Project, find_project
from generator.yaml_editing.keeping import KEPT

if TYPE_CHECKING:
    from pathlib import Path

    from generator.load import Loaded


def current_version(project: Project, target: str) -> Version:
    """Return an inspection as it is, by id or path; raises `UnknownTarget`, or `Refused`."""
    return _in_project(project, target)


def earlier_version(path: Path, id_: str, project: Project) -> Version:
    """Return an inspection as it is kept at `path`; raises `Refused` with what is wrong.

    A folder that holds ``inspections/`` is a project with catalogues of its own, in which `id_` is looked
    for; so is the folder of such a project for a file that lies in it. Any other YAML file is read with the
    catalogues of `project`; so is one that a command kept before it wrote (``.ketluan/truoc-khi-sua``).
    """
    if path.is_dir():
        return _kept_in(path, id_)
    home = next((folder for folder in path.absolute().parents if (folder / INSPECTIONS).is_dir()), None)
    kept = find_project(home) if home is not None else None
    kept_before = path.absolute().is_relative_to((project.root / KEPT).absolute())
    if kept is not None and not kept_before and path.absolute().is_relative_to(kept.inspections.absolute()):
        return _version(load_inspection(path.absolute(), kept, load_catalogues(kept)), kept)
    alone = Project(path.absolute().parent, project.settings)
    return _version(load_inspection(path.absolute(), alone, load_catalogues(project)), project)


def _version(loaded: Loaded, project: Project) -> Version:
    """Return an inspection with the catalogues of a project, a summary with what it covers there."""
    catalogues = load_catalogues(project)
    return Version(with_covered(loaded, inspection_index(project), project, catalogues), catalogues)


def _kept_in(folder: Path, id_: str) -> Version:
    if not (folder / INSPECTIONS).is_dir():
        raise _not_there(folder, id_)
    try:
        found = _in_project(find_project(folder.absolute()), id_)
    except UnknownTarget as unknown:
        raise _not_there(folder, id_) from unknown
    return replace(found, home=folder.as_posix())


def _not_there(folder: Path, id_: str) -> Refused:
    return Refused([Diagnostic("inspection-not-there", Place(folder.as_posix()), arguments={"id": id_})])


def _in_project(project: Project, target: str) -> Version:
    index = inspection_index(project)
    entries = index.wanted((target,))
    if not entries:
        raise UnknownTarget(target, "")
    return _version(load_inspection(entries[0].path, project, load_catalogues(project)), project)
