"""What a paper would say if its YAML were another text: composed and printed, nothing written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.anchors import AnchoredParagraph, Segment, read_map
from generator.compose.order import DRAFT
from generator.covering import with_covered
from generator.diagnostics import Diagnostic, Place, Refused
from generator.inspection_index import inspection_index
from generator.issuing.journal_head import journal_of
from generator.load import load_catalogues, load_text
from generator.office_package import unpacked
from generator.pulling.said import clean
from generator.render.word_anchors import MAP_PART
from generator.workshop import Workshop
from generator.yaml_editing import YamlText, read_text

if TYPE_CHECKING:
    from generator.catalogues.entries import Catalogues
    from generator.inspection_index import InspectionIndex
    from generator.load import Loaded
    from generator.project import Project

Lines = tuple[AnchoredParagraph, ...]


@dataclass
class Bench:
    """One paper of one project, printed of any text of its YAML."""

    project: Project
    index: InspectionIndex
    yaml: YamlText
    catalogues: Catalogues
    workshop: Workshop
    paper: str
    annex: str = ""
    _known: dict[str, tuple[Loaded, Lines]] = field(default_factory=dict)

    def loaded(self, text: str) -> Loaded:
        """Return the inspection that a text is; Refused with what is wrong with it."""
        return self._made(text)[0]

    def lines(self, text: str) -> Lines:
        """Return the paragraphs that the paper would print; Refused with what is wrong."""
        return self._made(text)[1]

    def _made(self, text: str) -> tuple[Loaded, Lines]:
        if text not in self._known:
            typed = text.removeprefix("\ufeff")
            loaded = load_text(typed, self.yaml.path, self.project, self.catalogues)
            loaded = with_covered(loaded, self.index, self.project, self.catalogues)
            self._known[text] = (loaded, self._printed(loaded))
        return self._known[text]

    def _printed(self, loaded: Loaded) -> Lines:
        papers = [one for one in loaded.inspection.documents if one.id == self.paper]
        if not papers:
            raise self._unknown()
        _, composer = self.workshop.composer(papers[0].kind)
        document = composer.compose(loaded, papers[0], self.catalogues, DRAFT).document
        if not self.annex:
            data = self.workshop.word.render(document, anchors=True)
        else:
            annexes = [one for one in document.annexes if one.id == self.annex and one.separate]
            if not annexes:
                raise self._unknown()
            data = self.workshop.word.render_annex(document, annexes[0], anchors=True)
        anchors = read_map(unpacked(data)[MAP_PART])
        return tuple(map(cleaned, anchors.paragraphs)) if anchors else ()

    def _unknown(self) -> Refused:
        name = "/".join(filter(None, (self.paper, self.annex)))
        return Refused([Diagnostic("pull-unknown-paper", Place(self.yaml.file), arguments={"paper": name})])


def cleaned(paragraph: AnchoredParagraph) -> AnchoredParagraph:
    """Return a paragraph without letters that print nothing."""
    segments = tuple(Segment(clean(one.text), one.path) for one in paragraph.segments)
    return AnchoredParagraph(paragraph.key, segments)


def bench_of(paper: str, project: Project, file: str, workshop: Workshop | None = None) -> Bench:
    """Return the bench of a paper named as its anchors name it (``inspection/paper``, with its annex).

    Refused (``pull-unknown-paper``) when the project has no such inspection, and (``pull-issued``) for a
    paper that was issued; `file` is the edited file.
    """
    names = paper.split("/")
    index = inspection_index(project)
    found = [entry for entry in index.entries if entry.id == names[0]]
    if len(names) not in (2, 3) or len(found) != 1:
        raise Refused([Diagnostic("pull-unknown-paper", Place(file), arguments={"paper": paper})])
    if journal_of(project).is_issued(names[0], names[1]):
        arguments = {"inspection": names[0], "paper": names[1]}
        raise Refused([Diagnostic("pull-issued", Place(file), arguments=arguments)])
    catalogues = load_catalogues(project)
    yaml = read_text(found[0].path, project)
    made = workshop or Workshop(project)
    annex = names[2] if len(names) == 3 else ""
    return Bench(project, index, yaml, catalogues, made, names[1], annex)
