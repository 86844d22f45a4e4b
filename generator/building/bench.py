"""One bench makes the papers of one inspection after another; everything it needs is made once, and warm.

It reads, composes and renders, and writes nothing: what it made goes back as values (`work`).
"""

from __future__ import annotations

from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.attached_files import attached_files
from generator.batch import Reading, failed_by_bug, named_twice, placed, read_one
from generator.building.limits import TooLong, time_limit
from generator.building.paper import PaperWork, Tools
from generator.building.work import InspectionMade, PaperMade
from generator.compose.order import DRAFT
from generator.diagnostics import Diagnostic, Place, Refused
from generator.inspection_index import IndexEntry, inspection_index
from generator.issuing.standing import printing, still_says
from generator.load import load_catalogues
from generator.results import Outcome, PaperResult
from generator.staleness import Ground
from generator.stamps import sha256_of
from generator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from generator.building.options import Options
    from generator.building.work import Task
    from generator.catalogues.entries import Catalogues
    from generator.inspection_index import InspectionIndex
    from generator.load import Loaded
    from generator.model.issued_papers import IssuedPaper
    from generator.project import Project


class Bench:
    """Where papers are made, with options that hold for all of them.

    With `alone` the process is the bench's own: it is ended when a paper hangs in a library. Without `whole`
    there is only a part of the project here, and a summary goes back unmade.
    """

    def __init__(
        self, project: Project, options: Options, *, alone: bool = False, whole: bool = True
    ) -> None:
        self._project, self._options = project, options
        self._whole = whole
        self._alone = alone
        self._renew()

    def _renew(self) -> None:
        """Begin with new renderers: what was interrupted may have left the old ones in any state."""
        self._workshop = Workshop(self._project)
        self._ground = Ground(self._workshop, self._project.root)

    @cached_property
    def catalogues(self) -> Catalogues:
        """The catalogues of the project; Refused when they are broken."""
        return load_catalogues(self._project)

    @cached_property
    def _index(self) -> InspectionIndex:
        return inspection_index(self._project)

    def make(self, task: Task, step: Callable[[str, float], None] | None = None) -> InspectionMade:
        """Return everything that came of one inspection; `step` is told each paper, and what part is done."""
        reading = self._read(task)
        loaded = reading.loaded
        if loaded is not None and loaded.inspection.covers is not None and not self._whole:
            return InspectionMade(loaded.inspection.id, read=True, summary=True, home=True)
        made: list[PaperMade] = []
        wanted = [paper for paper in reading.papers() if task.papers is None or paper[1].id in task.papers]
        for number, (item, paper) in enumerate(wanted):
            if step is not None:
                step(f"{item.inspection.id}/{paper.id}", number / len(wanted))
            made.append(self._paper(task, item, paper))
        return InspectionMade(
            loaded.inspection.id if loaded else task.id,
            read=loaded is not None,
            papers=tuple(made),
            said=tuple(reading.all_diagnostics()),
            bug=reading.bug,
            inputs=tuple(self._inputs(task, loaded)),
            summary=loaded is not None and loaded.inspection.covers is not None,
        )

    def papers_of(self, task: Task) -> tuple[str, ...]:
        """Return the ids of the papers that an inspection asks for; none when it cannot be read."""
        return tuple(paper.id for _, paper in self._read(task).papers())

    # --- reading -------------------------------------------------------------------------------------

    def _read(self, task: Task) -> Reading:
        entry = IndexEntry(self._project.root / task.path, task.file, task.id)
        try:
            with self._limited():
                reading = read_one(self._project, self.catalogues, entry, self._others)
        except (TooLong, MemoryError) as error:
            return Reading(entry, None, (self._exceeded(error, Place(task.file)),))
        return named_twice(reading, task.twin) if task.twin else reading

    def _others(self) -> InspectionIndex | None:
        return self._index if self._whole else None

    def _inputs(self, task: Task, loaded: Loaded | None) -> Iterator[tuple[str, str]]:
        """Yield the file of an inspection, and what it takes something from, with their sha256."""
        if loaded is not None:
            folder = PurePosixPath(task.path).parent
            named = (folder / name for name in attached_files(loaded.source))
            for path in (task.path, *(path.as_posix() for path in named)):
                yield path, sha256_of(self._project.root / path)

    # --- one paper -----------------------------------------------------------------------------------

    def _paper(self, task: Task, item: Loaded, paper: IssuedPaper) -> PaperMade:
        place = item.source.place(("documents", item.inspection.documents.index(paper)))
        try:
            with self._limited():
                return self._made(task, item, paper)
        except Refused as refused:
            found = tuple(placed(refused.diagnostics, item, paper))
        except (TooLong, MemoryError) as error:
            found = (self._exceeded(error, place),)
        except Exception as error:  # noqa: BLE001 - a bug with one paper must not cost the others
            return PaperMade(failed_by_bug(item, paper, error))
        return PaperMade(PaperResult(item.inspection.id, paper.id, (), Outcome.FAILED, found))

    def _limited(self) -> AbstractContextManager[None]:
        return time_limit(self._options.limits.seconds, alone=self._alone)

    def _exceeded(self, error: BaseException, place: Place) -> Diagnostic:
        self._renew()
        limits = self._options.limits
        if isinstance(error, TooLong):
            return Diagnostic("paper-too-long", place, arguments={"seconds": f"{limits.seconds:g}"})
        return Diagnostic("paper-memory", place, arguments={"limit": limits.megabytes})

    def _made(self, task: Task, item: Loaded, paper: IssuedPaper) -> PaperMade:
        name = item.inspection.id, paper.id
        if task.journal.is_issued(*name):
            return self._left(task, item, paper)
        stage = self._options.stage or printing(paper, task.journal.state(*name))
        if stage != DRAFT and item.inspection.source.kind == "press":
            raise Refused([Diagnostic("press-not-issuable", item.source.place(("source",)))])
        tools = Tools(self._project, self._options, self.catalogues, self._workshop, self._ground)
        return PaperWork(tools, task, item, paper, stage).made()

    def _left(self, task: Task, item: Loaded, paper: IssuedPaper) -> PaperMade:
        """Return the result of an issued paper: it is left alone; told is when its data say another thing."""
        _, composer = self._workshop.composer(paper.kind)
        said = still_says(item, paper, self.catalogues, composer, task.journal)
        told = tuple(placed(said, item, paper))
        return PaperMade(PaperResult(item.inspection.id, paper.id, (), Outcome.ISSUED, told))
