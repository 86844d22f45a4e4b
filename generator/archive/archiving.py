"""The archive of a project, written as a whole: made beside its place, put there by renaming."""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.archive.bag import DATA, is_ours, write_bag
from generator.archive.contents import Edition
from generator.archive.duty_views import DutyViews
from generator.archive.gathering import Gathering
from generator.archive.inspections import InspectionWriter
from generator.archive.lists import write_lists
from generator.archive.payload import Payload
from generator.archive.pictures import can_picture
from generator.archive.rows import Rows
from generator.archive.search_index import SearchIndex
from generator.archive.site import NAMES, Site
from generator.batch import read_each
from generator.diagnostics import Diagnostic, Place, Refused, Severity
from generator.files import locked, writing
from generator.follow_up.issue_day import IssueDays
from generator.inspection_index import inspection_index
from generator.issuing.journal import NAME as JOURNAL
from generator.messages import Messages
from generator.project import lies_inside
from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.archive.gathering import Gathered
    from generator.project import Project

FOLDERS = {Edition.INTERNAL: "archive", Edition.PUBLIC: "archive-public"}
_NEW, _OLD = ".new", ".old"
_UNKNOWN_DAY = "chưa rõ"


@dataclass(frozen=True, slots=True)
class AskedArchive:
    """Which edition, where to (the usual folder for None), and the day by which duties are judged.

    Without a day it is the newest one of which the data and the journal tell: then the same data make the
    same archive whenever it is made.
    """

    edition: Edition = Edition.INTERNAL
    out: Path | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Archived:
    """The archive that was made: its folder, how much is in it, its seal (`bag`), and what was said."""

    folder: Path
    inspections: int
    papers: int
    files: int
    seal: str
    as_of: date | None
    told: tuple[Diagnostic, ...]


def archive(
    project: Project, asked: AskedArchive, progress: Callable[[int, int, str], None] | None = None
) -> Archived:
    """Make the archive; Refused with nothing changed when it cannot be made, or may not stand there.

    No build writes meanwhile. One inspection or paper that cannot be archived is told and left out.
    """
    target = (asked.out or project.root / FOLDERS[asked.edition]).absolute()
    shown = project.shown(target)
    _refuse_place(project, target, shown)
    new = target.with_name(f".{target.name}{_NEW}")
    with locked(project.output, project.shown(project.output)):
        _restore(target, shown)
        try:
            with writing(shown):
                shutil.rmtree(new, ignore_errors=True)
                new.mkdir(parents=True)
            made = _Making(project, asked, Payload(new / DATA, shown)).make(new, target, progress)
            _exchange(target, new, shown)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    return made


@dataclass
class _Making:
    project: Project
    asked: AskedArchive
    payload: Payload

    def make(self, new: Path, target: Path, progress: Callable[[int, int, str], None] | None) -> Archived:
        """Write everything into a new folder; return what was made."""
        gathering = Gathering(self.project, self.asked.edition)
        inside = self.asked.edition is Edition.INTERNAL
        # In public nothing is judged, and the newest day inside would tell of what is not published.
        as_of = (self.asked.as_of or newest_day(gathering)) if inside else None
        site = Site(self.payload, self.asked.edition, short_date(as_of) if as_of else _UNKNOWN_DAY)
        rows, search, messages, pictures = Rows(), SearchIndex(), Messages("vi"), can_picture()
        duties = DutyViews(
            rows, messages, IssueDays(self.project), gathering.catalogues.calendar, self.asked.edition, as_of
        )
        writer = InspectionWriter(site, gathering, search, rows, duties, messages, pictures=pictures)
        told = [] if pictures else [Diagnostic("archive-no-pictures", severity=Severity.WARNING)]
        count = len(inspection_index(self.project).entries)
        for number, gathered in enumerate(gathering.inspections()):
            if progress is not None and gathered.inspection is not None:
                progress(number, count, gathered.inspection.id)
            told += [*gathered.told, *self._written(writer, gathered)]
        if progress is not None:
            progress(count, count, "")
        self._rest(site, search, rows, writer)
        seal = write_bag(new, self.payload, self._info(as_of), {"index.html": site.door()})
        papers = sum(len(row.papers) for row in rows.inspections)
        files = len(self.payload.digests)
        return Archived(target, len(rows.inspections), papers, files, seal, as_of, (*told, *writer.told))

    def _written(self, writer: InspectionWriter, gathered: Gathered) -> Iterator[Diagnostic]:
        """Write an inspection; yield why it cannot be, and then nothing of it stays."""
        if gathered.inspection is None:
            return
        before, duties, counts = dict(self.payload.digests), len(writer.rows.duties), {**writer.rows.counts}
        try:
            writer.write(gathered.inspection)
        except Refused as refused:
            self.payload.take_back(before)
            del writer.rows.duties[duties:]
            writer.rows.counts = counts
            yield from refused.diagnostics

    def _rest(self, site: Site, search: SearchIndex, rows: Rows, writer: InspectionWriter) -> None:
        site.assets()
        write_lists(site, rows, writer.messages)
        for path, data in search.files():
            self.payload.put(path, data)
        journal = writer.gathering.journal
        if self.asked.edition is Edition.INTERNAL and journal.text:
            self.payload.put(JOURNAL, journal.text)

    def _info(self, as_of: date | None) -> list[tuple[str, str]]:
        """Return what ``bag-info.txt`` says; no day of packing, or the same content had other bytes."""
        about = [("External-Description", NAMES[self.asked.edition]), ("Edition", self.asked.edition.value)]
        return [*about, ("As-Of", as_of.isoformat())] if as_of else about


def newest_day(gathering: Gathering) -> date | None:
    """Return the last day of which the inspections and the journal of a project tell, but no press ones."""
    found = [date.fromisoformat(event.at[:10]) for event in gathering.journal.events]
    for reading in read_each(gathering.project, gathering.catalogues):
        if reading.loaded is None or reading.loaded.inspection.source.kind == "press":
            continue
        inspection = reading.loaded.inspection
        found += inspection.dates
        found += [one.as_of for item in inspection.recommendations for one in item.progress]
        found += [paper.date for paper in inspection.documents if paper.date]
    return max(found, default=None)


# --- the place ------------------------------------------------------------------------------------------


def _refuse_place(project: Project, target: Path, shown: str) -> None:
    """Refuse a folder that holds something else, or lies where the project keeps what it is made of."""
    kept = (project.inspections, project.output, project.issued, project.templates)
    inside = any(lies_inside(target, folder) for folder in kept)
    if inside or lies_inside(project.root, target) or target.is_symlink():
        raise Refused([Diagnostic("archive-place-unfit", Place(shown))])
    if os.path.lexists(target) and not _may_give_way(target):
        raise Refused([Diagnostic("archive-not-ours", Place(shown))])


def _may_give_way(target: Path) -> bool:
    return target.is_dir() and (is_ours(target) or not any(target.iterdir()))


def _restore(target: Path, shown: str) -> None:
    """Put back an archive that an interrupted run had moved aside and not replaced yet."""
    old = target.with_name(f".{target.name}{_OLD}")
    with writing(shown):
        if old.is_dir() and not target.exists():
            old.rename(target)
        shutil.rmtree(old, ignore_errors=True)


def _exchange(target: Path, new: Path, shown: str) -> None:
    """Put the new folder in the place of the old one, which goes only then."""
    old = target.with_name(f".{target.name}{_OLD}")
    with writing(shown):
        if hasattr(os, "sync"):
            os.sync()
        if target.exists():
            target.rename(old)
        try:
            new.rename(target)
        except OSError:
            with contextlib.suppress(OSError):
                old.rename(target)
            raise
    shutil.rmtree(old, ignore_errors=True)
