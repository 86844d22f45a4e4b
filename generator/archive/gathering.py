"""One inspection after the other with the papers an archive takes of it, and what is said of the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.archive.built import built_papers
from generator.archive.contents import ArchivedPaper, Edition
from generator.archive.kept import KeptPapers
from generator.archive.printed import Everything, PrintedBy
from generator.batch import placed, read_each
from generator.compose.order import Order
from generator.compose.publishing import is_published, left_in, loaded_without_private
from generator.diagnostics import Diagnostic, Refused, Severity, has_errors
from generator.issuing.at_hand import FOR_SIGNATURE
from generator.issuing.journal_head import journal_of
from generator.load import load_catalogues
from generator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.archive.printed import Printed
    from generator.catalogues.entries import Catalogues
    from generator.document import Document
    from generator.issuing.journal import Event
    from generator.load import Loaded
    from generator.model.issued_papers import IssuedPaper
    from generator.project import Project

_PRESS = "press"


@dataclass(frozen=True, slots=True)
class ArchivedInspection:
    """One inspection with its papers; in the public edition `loaded` has lost what is private.

    `whole` is the inspection as it was read; it is never shown there.
    """

    loaded: Loaded
    papers: tuple[ArchivedPaper, ...]
    printed: Printed
    whole: Loaded

    @property
    def id(self) -> str:
        """Mã cuộc kiểm tra."""
        return self.loaded.inspection.id

    @property
    def is_press(self) -> bool:
        """Whether it was rebuilt from a news item."""
        return self.loaded.inspection.source.kind == _PRESS


@dataclass(frozen=True, slots=True)
class Gathered:
    """What became of one file below ``inspections/``: the inspection, or None; and what is said of it."""

    inspection: ArchivedInspection | None
    told: tuple[Diagnostic, ...] = ()


class Gathering:
    """All inspections of a project for one edition of the archive."""

    def __init__(self, project: Project, edition: Edition) -> None:
        """Read what belongs to the whole; Refused when the catalogues or the journal cannot be read."""
        self.project, self.edition = project, edition
        self.catalogues: Catalogues = load_catalogues(project)
        self.journal = journal_of(project)
        self.workshop = Workshop(project)
        self._issues: dict[str, list[Event]] = {}
        for event in self.journal.issues():
            self._issues.setdefault(event.inspection, []).append(event)
        self._built = built_papers(project, self.workshop, self.journal, edition)
        self._kept = KeptPapers(project, self.workshop, self.journal, edition)

    def inspections(self) -> Iterator[Gathered]:
        """Yield each inspection in order of its file, read and looked through one at a time."""
        seen: set[str] = set()
        for reading in read_each(self.project, self.catalogues):
            if reading.loaded is None:
                yield Gathered(None, reading.diagnostics)
                continue
            seen.add(reading.loaded.inspection.id)
            if not self._is_left_out(reading.loaded):
                yield self._gathered(reading.loaded)
        yield Gathered(None, tuple(self._issued_elsewhere(seen)))

    def _is_left_out(self, loaded: Loaded) -> bool:
        return self.edition is Edition.PUBLIC and loaded.inspection.source.kind == _PRESS

    def _issued_elsewhere(self, seen: set[str]) -> Iterator[Diagnostic]:
        """Yield an error for each issued paper that is missing here: its inspection was not read."""
        for inspection, events in self._issues.items():
            if inspection not in seen:
                yield from (_missing(event) for event in events)

    def _gathered(self, loaded: Loaded) -> Gathered:
        papers: list[ArchivedPaper] = []
        told: list[Diagnostic] = []
        for paper in loaded.inspection.documents:
            found, said = self._paper(loaded, paper)
            told += placed(said, loaded, paper)
            papers += [found] if found is not None else []
        told += self._issued_without_yaml(loaded)
        if self.edition is Edition.INTERNAL:
            return Gathered(ArchivedInspection(loaded, tuple(papers), Everything(), loaded), tuple(told))
        if not papers:
            return Gathered(None, tuple(told))
        return Gathered(self._public(papers), tuple(told))

    def _issued_without_yaml(self, loaded: Loaded) -> Iterator[Diagnostic]:
        here = {paper.id for paper in loaded.inspection.documents}
        for event in self._issues.get(loaded.inspection.id, ()):
            if event.paper not in here:
                yield _missing(event)

    def _public(self, papers: list[ArchivedPaper]) -> ArchivedInspection:
        """Return the inspection as its papers have published it.

        Its page repeats the paper that says most, by the data of that paper: what the YAML says by now may
        never have left the house.
        """
        said = [self._says_now(paper, papers) for paper in papers]
        loaded, _ = max(said, key=lambda one: len({run.source for run in one[1].runs()}))
        alike = [document for other, document in said if other.source.text == loaded.source.text]
        bare = loaded_without_private(loaded, papers[0].order.kind.publication.withheld)
        return ArchivedInspection(bare, tuple(papers), PrintedBy(alike, loaded.figures), loaded)

    def _says_now(self, paper: ArchivedPaper, papers: list[ArchivedPaper]) -> tuple[Loaded, Document]:
        """Return the data and the text of a paper, as amended when the amending paper is public as well."""
        event = self.journal.issue_of(paper.order.inspection.id, paper.id)
        if event is not None:
            last, loaded, document = self._kept.says_now(event)
            if last.paper in {other.id for other in papers}:
                return loaded, document
        return paper.order.loaded, paper.document

    def _paper(
        self, loaded: Loaded, paper: IssuedPaper
    ) -> tuple[ArchivedPaper | None, tuple[Diagnostic, ...]]:
        """Return a paper, or None with why it is left out; a paper nobody asks for is left out silently."""
        try:
            event = self.journal.issue_of(loaded.inspection.id, paper.id)
            if self.edition is Edition.PUBLIC and (why := self._not_public(loaded, paper)) is not None:
                return None, why
            if event is None:
                found = self._built.paper(loaded, paper, self.catalogues)
            else:
                found = self._kept.paper(event)
                if refusal := self._private_after_all(loaded, found):
                    return None, refusal
        except Refused as refused:
            return None, refused.diagnostics
        if isinstance(found, Diagnostic):
            return None, (found,)
        stale = (Diagnostic("archive-paper-stale", severity=Severity.WARNING),) if found.stale else ()
        return found, stale

    def _not_public(self, loaded: Loaded, paper: IssuedPaper) -> tuple[Diagnostic, ...] | None:
        """Return what is said of a paper that is not for everybody; None for one that is.

        It has to be marked so, and to be out of the house: issued, or at least with its number and day.
        """
        kind, _ = self.workshop.composer(paper.kind)
        order = Order(kind, self.project.settings, loaded, paper, self.catalogues, FOR_SIGNATURE)
        if not is_published(order):
            return ()
        if self.journal.is_issued(loaded.inspection.id, paper.id) or (paper.number and paper.date):
            return None
        return (Diagnostic("archive-not-issued", severity=Severity.NOTE),)

    def _private_after_all(self, loaded: Loaded, found: ArchivedPaper) -> tuple[Diagnostic, ...]:
        """Return the errors of an issued paper that tells what is private, by the data of then or of now."""
        if self.edition is not Edition.PUBLIC:
            return ()
        if not is_published(found.order):
            return (Diagnostic("archive-issued-not-public", severity=Severity.WARNING),)
        order = replace(found.order, public=True)
        now = replace(found.order, loaded=loaded, catalogues=self.catalogues)
        told = [*left_in(order, order, found.document), *left_in(order, now, found.document)]
        return tuple(item for item in told if item.severity is Severity.ERROR) if has_errors(told) else ()


def _missing(event: Event) -> Diagnostic:
    return Diagnostic("archive-issued-missing", arguments={"paper": event.name})
