"""Workers on other machines: a Dask cluster, which shares no folder with this machine.

What all inspections have in common goes to the workers once, as the kit; each task brings the files of its
inspection. A worker lays both out in a folder of its own. It must have the same program and libraries as
this machine: it proves that by the mark of what it then has, or refuses.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import shutil
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, cast

from generator.attached_files import attached_files
from generator.building.bench import Bench
from generator.building.shared import files_below, own_folders, shared_content
from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import decode, read_bytes
from generator.fonts import OWN_FOLDER, STYLES, Missing, find_faces
from generator.project import Project, lies_inside
from generator.yaml_source import parse_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from concurrent.futures import Executor, Future

    from generator.building.options import Options
    from generator.building.work import InspectionMade, Task
    from generator.settings import Settings

_LARGEST = 64 * 1024 * 1024
_PATIENCE = 15  # seconds until a scheduler is given up


@dataclass(frozen=True, slots=True)
class Kit:
    """What all inspections share: files by their paths below the project; `mark` tells kits apart."""

    files: Mapping[str, bytes]
    settings: Settings
    options: Options
    content: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A task with the files of its inspection, by their paths below the project."""

    task: Task
    files: Mapping[str, bytes]


def kit_of(project: Project, options: Options) -> Kit:
    """Return the kit of a project: catalogues, the office's templates, and the four faces in use."""
    paths = (path for folder in own_folders(project) for path in files_below(folder))
    files = {path.relative_to(project.root).as_posix(): path.read_bytes() for path in paths}
    faces = find_faces(project.root)
    if not isinstance(faces, Missing):
        used = (faces.path(style) for style in STYLES)
        files |= {f"{OWN_FOLDER}/{path.name}": path.read_bytes() for path in used}
    content = shared_content(project)
    chosen = (content, options.variant, options.force, options.limits)
    mark = hashlib.sha256(repr(chosen).encode()).hexdigest()
    return Kit(files, project.settings, options, content, mark)


def parcel_of(project: Project, task: Task) -> Parcel:
    """Return a task with its files; what cannot be read, or lies elsewhere, is missed where it is made."""
    files: dict[str, bytes] = {}
    with contextlib.suppress(Refused):
        files[task.path] = read_bytes(project.root / task.path, task.file)
        source = parse_source(decode(files[task.path], task.file), task.file)
        for name in attached_files(source):
            path = (PurePosixPath(task.path).parent / name).as_posix()
            if project.holds(project.root / path):
                with contextlib.suppress(Refused):
                    files[path] = read_bytes(project.root / path, path, _LARGEST)
    return Parcel(task, files)


class Cluster:
    """The workers of a Dask scheduler. Raises `Refused` when it is not installed or does not answer."""

    def __init__(self, project: Project, options: Options, scheduler: str) -> None:
        try:
            from distributed import Client
            from distributed.scheduler import KilledWorker
        except ImportError as error:
            raise Refused([Diagnostic("cluster-missing")]) from error
        self._project = project
        self.together = False  # the scheduler gives what else a lost worker was at to another one
        self.broken: tuple[type[BaseException], ...] = (KilledWorker,)
        try:
            # Untyped, as the whole library.
            self._client: Any = cast("Any", Client)(scheduler, set_as_default=False, timeout=_PATIENCE)
        except (OSError, ValueError) as error:
            arguments = {"address": scheduler, "reason": str(error)}
            raise Refused([Diagnostic("cluster-silent", arguments=arguments)]) from error
        self.workers = max(1, sum(self._client.nthreads().values()))
        # Every worker gets it now, so that one that dies takes no other's kit along.
        self._kit = self._client.scatter(kit_of(project, options), broadcast=True, hash=False)

    def open(self, workers: int) -> Executor:  # noqa: ARG002 - as many as the cluster has
        """Return what hands tasks to the scheduler, which begins those of a lost worker anew elsewhere."""
        executor: Executor = self._client.get_executor(pure=False)
        return executor

    def make(self, executor: Executor, task: Task) -> Future[InspectionMade]:
        """Hand a task over, with the files it needs."""
        return executor.submit(make_away, self._kit, parcel_of(self._project, task))

    def list(self, executor: Executor, task: Task) -> Future[tuple[str, ...]]:
        """Have the papers that an inspection asks for listed."""
        return executor.submit(papers_away, self._kit, parcel_of(self._project, task))

    def close(self, executor: Executor) -> None:
        """Take back what was handed over, and leave the cluster."""
        executor.shutdown(wait=False)
        self._client.close()


# --- on the worker -------------------------------------------------------------------------------------


@dataclass
class _Workshop:
    """The folder and the bench of this process, for the kit that came last."""

    mark: str = ""
    folder: Path | None = None
    bench: Bench | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def bench_for(self, kit: Kit) -> Bench:
        if self.bench is None or self.mark != kit.mark:
            self.clear()
            self.folder = Path(tempfile.mkdtemp(prefix="ketluan-"))
            _lay_out(kit.files, self.folder)
            project = Project(self.folder, kit.settings)
            project.inspections.mkdir(exist_ok=True)
            if shared_content(project) != kit.content:
                raise Refused([Diagnostic("cluster-differs")])
            self.bench, self.mark = Bench(project, kit.options, alone=True, whole=False), kit.mark
        return self.bench

    def clear(self) -> None:
        self.bench, self.mark = None, ""
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)


_here = _Workshop()
atexit.register(_here.clear)


def make_away(kit: Kit, parcel: Parcel) -> InspectionMade:
    """Return what came of a task; it runs on a worker, one at a time in each process."""
    with _here.lock, _laid_out(kit, parcel) as bench:
        return bench.make(parcel.task)


def papers_away(kit: Kit, parcel: Parcel) -> tuple[str, ...]:
    """Return the papers that the inspection of a task asks for; it runs on a worker."""
    with _here.lock, _laid_out(kit, parcel) as bench:
        return bench.papers_of(parcel.task)


@contextlib.contextmanager
def _laid_out(kit: Kit, parcel: Parcel) -> Iterator[Bench]:
    """Give a bench that has the files of a parcel; afterwards they are gone."""
    bench = _here.bench_for(kit)
    folder = _here.folder
    assert folder is not None  # noqa: S101 - a bench has one
    try:
        _lay_out(parcel.files, folder)
        yield bench
    finally:
        for path in parcel.files:
            (folder / path).unlink(missing_ok=True)


def _lay_out(files: Mapping[str, bytes], folder: Path) -> None:
    for name, data in files.items():
        path = folder / name
        if not lies_inside(path, folder):
            raise Refused([Diagnostic("file-outside", Place(name))])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
