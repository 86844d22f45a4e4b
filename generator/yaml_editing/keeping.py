"""Every command that writes a YAML file keeps the one before: `.ketluan/truoc-khi-sua/`, numbered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import decode, read_bytes
from generator.files import NewFile, write_new_file, write_together
from generator.project import lies_inside

if TYPE_CHECKING:
    from pathlib import Path

    from generator.project import Project

KEPT = ".ketluan/truoc-khi-sua"
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class YamlText:
    """A YAML file as it was read: its bytes, and its text with its own line ends and BOM."""

    path: Path
    file: str
    data: bytes
    text: str


def read_text(path: Path, project: Project) -> YamlText:
    """Return a file to change; Refused when it cannot be read or is not UTF-8."""
    file = project.shown(path)
    if not project.holds(path):
        raise Refused([Diagnostic("file-outside", Place(file))])
    data = read_bytes(path, file)
    decode(data, file)
    return YamlText(path, file, data, data.decode("utf-8"))


def kept_before(path: Path, project: Project) -> Path:
    """Keep a copy of the file as it stands and return where; Refused when it cannot be kept.

    ``inspections/2026/a.yaml`` becomes ``.ketluan/truoc-khi-sua/inspections/2026/a.1.yaml``; the next is
    ``a.2.yaml``. A file that is kept already in its last copy is not kept twice.
    """
    file = project.shown(path)
    data = read_bytes(path, file)
    folder = (project.root / KEPT / file).parent
    if not lies_inside(folder, project.root):
        raise Refused([Diagnostic("write-outside", Place(project.shown(folder)))])
    last: Path | None = None
    for number in range(1, _MOST):
        copy = folder / f"{path.stem}.{number}{path.suffix}"
        if not copy.exists() and not copy.is_symlink():
            if last is not None and last.is_file() and last.read_bytes() == data:
                return last
            write_new_file(copy, data, project.shown(copy))
            return copy
        last = copy
    raise Refused(
        [Diagnostic("yaml-edit-too-many", Place(project.shown(folder)), arguments={"limit": _MOST})]
    )


def replace_text(before: YamlText, text: str, project: Project, *beside: NewFile) -> Path:
    """Write another text in the place of a file and return where the one before is kept.

    What is to be written `beside` it comes with it or not at all. Refused when the file was changed since it
    was read, or when it cannot be kept or written: then all is as it was.
    """
    if read_bytes(before.path, before.file) != before.data:
        raise Refused([Diagnostic("yaml-edit-changed", Place(before.file))])
    kept = kept_before(before.path, project)
    new = NewFile(before.path, text.encode("utf-8"), before.file)
    write_together([*beside, new], project.root)
    return kept
