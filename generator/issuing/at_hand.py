"""One paper of one inspection at hand, as a command names it: read, composed, asked the rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.batch import placed, read_one
from generator.checking import asked_rules
from generator.checks.case import Case
from generator.covering import with_covered
from generator.diagnostics import Diagnostic, Refused, has_errors
from generator.inspection_index import inspection_index
from generator.load import load_catalogues, load_text
from generator.model.names import nearest
from generator.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from generator.catalogues.entries import Catalogues
    from generator.document import Document
    from generator.kinds import Kind
    from generator.load import Loaded
    from generator.model.issued_papers import IssuedPaper
    from generator.project import Project

FOR_SIGNATURE = "trinh-ky"


@dataclass(frozen=True)
class AtHand:
    """A paper with all it needs; `path` is the YAML file it stands in."""

    project: Project
    catalogues: Catalogues
    path: Path
    loaded: Loaded
    paper: IssuedPaper

    @property
    def name(self) -> tuple[str, str]:
        """The inspection and the paper by their ids."""
        return self.loaded.inspection.id, self.paper.id

    @property
    def index(self) -> int:
        """Which of the papers of its inspection it is."""
        return [paper.id for paper in self.loaded.inspection.documents].index(self.paper.id)

    @cached_property
    def workshop(self) -> Workshop:
        """What makes its files."""
        return Workshop(self.project)

    @cached_property
    def kind(self) -> Kind:
        """Its kind; Refused when that is unknown or broken."""
        return self.workshop.composer(self.paper.kind)[0]

    def changed(self, yaml: bytes) -> AtHand:
        """Return the same paper as another text of its YAML has it; Refused with what is wrong in that."""
        alone = load_text(yaml.decode(), self.path, self.project, self.catalogues)
        loaded = with_covered(alone, inspection_index(self.project), self.project, self.catalogues)
        paper = next(paper for paper in loaded.inspection.documents if paper.id == self.paper.id)
        return replace(self, loaded=loaded, paper=paper)

    def told(self, code: str, *fields: str | int, **arguments: str | int) -> Refused:
        """Return what is said of the paper, at one of its fields."""
        place = self.loaded.source.place(("documents", self.index, *fields))
        return Refused([Diagnostic(code, place, arguments=arguments)])

    def composed(self) -> Document:
        """Return the paper as it would be signed, whatever is still missing; Refused if it cannot be said."""
        composer = self.workshop.composer(self.paper.kind)[1]
        return composer.compose(self.loaded, self.paper, self.catalogues, FOR_SIGNATURE).document

    def for_signature(self) -> tuple[Document, tuple[Diagnostic, ...]]:
        """Return the paper as it is put before the signer, and what is worth a word.

        Refused while a blank remains or a rule has an error.
        """
        if self.loaded.inspection.source.kind == "press":
            raise Refused([Diagnostic("press-not-issuable", self.loaded.source.place(("source",)))])
        composer = self.workshop.composer(self.paper.kind)[1]
        composed = composer.compose(self.loaded, self.paper, self.catalogues, FOR_SIGNATURE)
        case = Case(self.loaded, self.paper, self.catalogues, composed.document)
        _, found = asked_rules(case, self.workshop.layout)
        told = tuple(placed((*composed.missing, *found), self.loaded, self.paper))
        if has_errors(told):
            raise Refused(told)
        return composed.document, told


def paper_at_hand(project: Project, inspection: str, paper: str) -> AtHand:
    """Return the paper that a command names by its id, or by its kind when there is one of that kind.

    Refused when its inspection cannot be read or has no such paper; UnknownTarget when there is no such
    inspection.
    """
    catalogues = load_catalogues(project)
    index = inspection_index(project)
    entry = index.wanted([inspection])[0]
    reading = read_one(project, catalogues, entry, lambda: index)
    if reading.loaded is None:
        raise Refused(reading.diagnostics)
    documents = reading.loaded.inspection.documents
    named = [one for one in documents if one.id == paper] or [one for one in documents if one.kind == paper]
    if len(named) != 1:
        place = reading.loaded.source.place(("documents",))
        ids = [one.id for one in named or documents]
        arguments = {"text": paper, "near": nearest(paper, ids), "known": ", ".join(ids)}
        raise Refused(
            [Diagnostic("document-not-one" if named else "document-unknown", place, arguments=arguments)]
        )
    return AtHand(project, catalogues, entry.path, reading.loaded, named[0])


def at_hand_beside(hand: AtHand, paper: str) -> AtHand:
    """Return another paper of the same inspection."""
    (found,) = [one for one in hand.loaded.inspection.documents if one.id == paper]
    return replace(hand, paper=found)


def known_person(catalogues: Catalogues, key: str) -> str:
    """Return the key of a person of the catalogues; Refused when it is nobody's."""
    if key in catalogues.people:
        return key
    arguments = {"text": key, "near": nearest(key, list(catalogues.people))}
    raise Refused([Diagnostic("person-unknown", arguments=arguments)])
