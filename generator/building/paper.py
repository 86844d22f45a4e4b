"""One paper: composed always, asked the rules where they may refuse it, rendered when it prints otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.building.options import OUTGOING
from generator.building.work import PaperMade
from generator.checking import asked_rules
from generator.checks.case import Case
from generator.compose.order import DRAFT
from generator.diagnostics import Refused, has_errors
from generator.manifest import PaperEntry, file_entry
from generator.paper_files import file_name, paper_files, sheets
from generator.provenance import used_data
from generator.results import Outcome, PaperResult
from generator.settings import ARCHIVE, PUBLICATION
from generator.staleness import FORCED, endings, made_of, why_stale

if TYPE_CHECKING:
    from generator.building.options import Options
    from generator.building.work import Task
    from generator.catalogues.entries import Catalogues
    from generator.diagnostics import Diagnostic
    from generator.document import Document
    from generator.load import Loaded
    from generator.manifest import FileEntry
    from generator.model.issued_papers import IssuedPaper
    from generator.project import Project
    from generator.render.pdf import Attachment
    from generator.rule_results import RuleResult
    from generator.staleness import Ground
    from generator.workshop import Workshop

_ENDINGS = {"archive": ARCHIVE, "publication": PUBLICATION}


@dataclass(frozen=True, slots=True)
class Tools:
    """What every paper of a build is made with."""

    project: Project
    options: Options
    catalogues: Catalogues
    workshop: Workshop
    ground: Ground


@dataclass(frozen=True, slots=True)
class PaperWork:
    """The making of one paper in one printing."""

    tools: Tools
    task: Task
    item: Loaded
    paper: IssuedPaper
    stage: str

    def made(self) -> PaperMade:
        """Return the paper with its new files, none when it is as it was; Refused when it may not be made."""
        options, workshop = self.tools.options, self.tools.workshop
        kind, composer = workshop.composer(self.paper.kind)
        public = options.edition == "publication"
        composed = composer.compose(self.item, self.paper, self.tools.catalogues, self.stage, public=public)
        asked, told = self._asked(composed.document)
        said = (*composed.missing, *told)
        if has_errors(said):
            raise Refused(said)
        return self._rendered(kind.id, composed.document, said, asked)

    def _asked(self, document: Document) -> tuple[tuple[RuleResult, ...], tuple[Diagnostic, ...]]:
        """Ask the rules where an error refuses the paper: for signature, and when asked to be strict."""
        if self.stage == DRAFT and not self.tools.options.strict:
            return (), ()
        case = Case(self.item, self.paper, self.tools.catalogues, document)
        return asked_rules(case, self.tools.workshop.layout)

    def _rendered(
        self,
        kind: str,
        document: Document,
        said: tuple[Diagnostic, ...],
        asked: tuple[RuleResult, ...],
    ) -> PaperMade:
        """Return a paper that can be made: anew when something of it is not what it was."""
        options, stem = self.tools.options, self._stem()
        archive = self._attachment()
        anchors = self.stage == DRAFT and options.edition == OUTGOING and not options.clean
        parts = made_of(self.tools.ground, document, data=archive.data if archive else b"", anchors=anchors)
        names = tuple(f"{stem}{sheet.ending}" for sheet in sheets(document))
        paths = [f"{stem}{end}" for end in endings(document, options.only, archive=archive is not None)]
        known = self.task.known.get((self.item.inspection.id, self.paper.id, self.stage, options.edition))
        why = why_stale(known, parts, paths) or (FORCED if options.force else "")
        files: dict[str, bytes] = {}
        if known is not None and not why:
            entry = self._entry(kind, known.files, parts)
        else:
            rendered, unmade = paper_files(
                self.tools.workshop, document, options.only, archive, anchors=anchors
            )
            files = {f"{stem}{ending}": data for ending, data in rendered.items()}
            entry = self._entry(kind, tuple(file_entry(path, data) for path, data in files.items()), parts)
            paths, said = [*files], (*said, *unmade)
        outcome = Outcome.UNCHANGED if paths else Outcome.NOT_MADE
        result = PaperResult(
            self.item.inspection.id, self.paper.id, tuple(paths), outcome, said, rules=asked, why=why
        )
        return PaperMade(result, entry, files, names)

    def _entry(self, kind: str, files: tuple[FileEntry, ...], parts: dict[str, str]) -> PaperEntry:
        covers = tuple(file_entry(one.source.file, one.source.text.encode()) for one in self.item.covered)
        return PaperEntry(
            self.item.inspection.id,
            self.paper.id,
            kind,
            self.item.source.file,
            self.stage,
            self.tools.options.edition,
            files,
            covers,
            tuple(sorted(parts.items())),
        )

    def _stem(self) -> str:
        """Return the path without suffix: the YAML's folder below inspections/, and the name set for it."""
        settings, file = self.tools.project.settings, self.item.source.file
        pattern = settings.draft_name if self.stage == DRAFT else settings.signing_name
        ending = _ENDINGS.get(self.tools.options.edition, "")
        name = file_name(pattern, self.item.inspection.id, self.paper.id, file, ending)
        return (Path(file).parent.relative_to("inspections") / name).as_posix()

    def _attachment(self) -> Attachment | None:
        if self.tools.options.edition != "archive":
            return None
        from generator.render.pdf import Attachment

        data = used_data(self.item, self.tools.catalogues)
        return Attachment(f"{self.item.inspection.id}.yaml", data, "Dữ liệu đã dùng để tạo văn bản này")
