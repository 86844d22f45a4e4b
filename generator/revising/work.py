"""What a repair works on: a copy of the file, what a reader sees of it, and the list of what was changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.checks.form import check_form
from generator.checks.form.recognise import papers_of
from generator.reading.word.markup import PPR, RPR
from generator.reading.word.reader import Reader
from generator.reading.word.resolver import Resolver
from generator.reading.word.sections import section_elements
from generator.revising.copy import Copy
from generator.revising.order import properties, set_property
from generator.rule_results import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml import etree

    from generator.checks.form.parts import PaperParts
    from generator.diagnostics import Diagnostic
    from generator.reading.word.content import Content
    from generator.reading.word.resolver import RunText
    from generator.reading.word.walk import Found
    from generator.seen import SeenPaper, SeenParagraph


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was changed, for a rule: what it was and what it is now, as one reads it.

    `paragraphs` are the numbers of the paragraphs it was changed in, `section` the section (from 1) when it
    was changed for all its pages; 0 otherwise.
    """

    rule: str
    fix: str
    before: str
    after: str
    paragraphs: tuple[int, ...] = ()
    section: int = 0


class Work:
    """One round of repairs on one file."""

    def __init__(self, data: bytes, name: str) -> None:
        self.copy = Copy(data, name)
        package = self.copy.package
        self.paper: SeenPaper = Reader(package).paper()
        self.parts: Sequence[PaperParts] = papers_of(self.paper)
        self.seen: Mapping[int, SeenParagraph] = {item.number: item for item in self.paper.paragraphs}
        self._resolver = Resolver(package)
        self.sections = self._resolver.walk.sections
        answers = check_form(self.paper, own=False)
        self.broken: Mapping[str, Sequence[Diagnostic]] = {
            answer.rule: answer.diagnostics for answer in answers if answer.outcome is Outcome.FAILED
        }
        """The rules of form that the paper breaks, with what they say."""
        self._changes: dict[tuple[str, str, str, str, int], dict[int, None]] = {}
        self.declined: set[str] = set()

    # --- what there is -------------------------------------------------------------------------------

    @cached_property
    def found(self) -> Mapping[int, Found]:
        """The paragraphs by number, those without text too."""
        return {item.number: item for item in self._resolver.walk}

    @cached_property
    def content(self) -> Mapping[int, Content]:
        """What stands in each paragraph."""
        return {number: self._resolver.content(item) for number, item in self.found.items()}

    def runs(self, paragraph: int) -> list[RunText]:
        """Return the text of a paragraph by runs, in their effective looks, without hidden text."""
        found = self._resolver.runs(self.found[paragraph], self.content[paragraph])
        return [run for run in found if not run.look.hidden]

    def section_element(self, index: int) -> etree._Element | None:
        """Return the w:sectPr of a section, None when the file has none of its own."""
        root = self.copy.package.tree(self.copy.package.main)
        elements = [] if root is None else list(section_elements(root[0]))
        return elements[index] if index < len(elements) else None

    def numbers_in(self, part: str) -> Iterator[int]:
        """Yield the paragraphs of a part that hold a page number."""
        for number, item in self.found.items():
            if item.place.part == part and self.content[number].page is not None:
                yield number

    # --- what is done --------------------------------------------------------------------------------

    def set_run(self, paragraph: int, run: etree._Element, name: str, values: Mapping[str, str]) -> None:
        """Give a run of a paragraph a property."""
        set_property(properties(run), name, values)
        self._touch(paragraph)

    def set_mark(self, paragraph: int, name: str, values: Mapping[str, str]) -> None:
        """Give the mark of a paragraph a property: an automatic number has its font and size."""
        owner = properties(self.found[paragraph].element)
        set_property(set_property(owner, RPR.partition("}")[2], {}), name, values)
        self._touch(paragraph)

    def set_paragraph(self, paragraph: int, name: str, values: Mapping[str, str]) -> None:
        """Give a paragraph a property."""
        set_property(properties(self.found[paragraph].element), name, values)
        self._touch(paragraph)

    def set_section(self, index: int, name: str, values: Mapping[str, str]) -> bool:
        """Give a section a property; return whether there was one to give it to."""
        element = self.section_element(index)
        if element is None:
            return False
        set_property(element, name, values)
        self.copy.touch(self.copy.package.main)
        return True

    def clear(self, paragraph: int) -> None:
        """Take everything out of a paragraph but its properties."""
        element = self.found[paragraph].element
        for child in list(element):
            if child.tag != PPR:
                element.remove(child)
        self._touch(paragraph)

    def _touch(self, paragraph: int) -> None:
        self.copy.touch(self.found[paragraph].place.part)

    # --- what is told --------------------------------------------------------------------------------

    def note(
        self, why: tuple[str, str], before: str, after: str, *, paragraph: int = 0, section: int = 0
    ) -> None:
        """Note a change; `why` is the rule and its repair. Changes of one kind are told together."""
        paragraphs = self._changes.setdefault((*why, before, after, section), {})
        if paragraph:
            paragraphs[paragraph] = None

    def decline(self, rule: str) -> None:
        """Note that a repair would not be safe here."""
        self.declined.add(rule)

    def changes(self) -> tuple[Change, ...]:
        """Return what was changed."""
        return tuple(
            Change(rule, fix, before, after, tuple(paragraphs), section)
            for (rule, fix, before, after, section), paragraphs in self._changes.items()
        )
