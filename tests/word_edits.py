"""Edits in a Word file as people make them, and the noise that Word leaves when it saves: made on purpose."""

from __future__ import annotations

import copy
import io
import random
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from generator.anchors import W, paragraphs_of, run_texts
from generator.office_package import pack, parsed, written

if TYPE_CHECKING:
    from collections.abc import Callable

MAIN = "word/document.xml"
AUTHOR = {f"{{{W}}}author": "Lê Văn C", f"{{{W}}}date": "2026-05-01T08:00:00Z"}


class WordEdits:
    """A Word file that is being edited; texts are found as a reader sees them."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root = parsed(self.parts[MAIN])
        self._numbers = iter(range(90_000, 99_999))

    def saved(self) -> bytes:
        return pack({**self.parts, MAIN: written(self.root)})

    def texts(self) -> list[str]:
        return [text for item in paragraphs_of(self.root) if (text := self.text_of(item)).strip()]

    @staticmethod
    def text_of(paragraph: etree._Element) -> str:
        return "".join(text for _, text in run_texts(paragraph))

    def paragraph(self, part: str) -> etree._Element:
        found = [
            item for item in paragraphs_of(self.root) if part in self.text_of(item).replace("\u00a0", " ")
        ]
        assert found, part
        return found[0]

    # --- what a person does ------------------------------------------------------------------------

    def change(self, within: str, old: str, new: str, *, tracked: bool = False) -> None:
        """Replace `old` in the paragraph that holds `within`, across runs."""
        paragraph = self.paragraph(within)
        text = self.text_of(paragraph).replace("\u00a0", " ")
        start = text.index(old)
        runs = self._cut(paragraph, start, start + len(old))
        if tracked:
            self._track_change(runs, new)
            return
        self._set(runs[0], new)
        for run in runs[1:]:
            run.getparent().remove(run)

    def delete(self, within: str, *, tracked: bool = False) -> None:
        paragraph = self.paragraph(within)
        if tracked:
            for run in [run for run, _ in run_texts(paragraph)]:
                self._wrap(run, "del")
            self._mark_end(paragraph, "del")
        else:
            paragraph.getparent().remove(paragraph)

    def add(self, behind: str, text: str, *, tracked: bool = False) -> None:
        """Type a paragraph behind another: Word copies the look and no bookmark."""
        paragraph = self.paragraph(behind)
        new = copy.deepcopy(paragraph)
        for item in [one for one in new if one.tag != f"{{{W}}}pPr"]:
            new.remove(item)
        run = etree.SubElement(new, f"{{{W}}}r")
        etree.SubElement(run, f"{{{W}}}t").text = text
        run[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        paragraph.addnext(new)
        if tracked:
            self._wrap(run, "ins")
            self._mark_end(new, "ins")

    def move(self, within: str, behind: str, *, keys: bool = True) -> None:
        """Cut and paste a paragraph; without `keys` the bookmarks are lost on the way."""
        paragraph, target = self.paragraph(within), self.paragraph(behind)
        paragraph.getparent().remove(paragraph)
        if not keys:
            for mark in [*paragraph.iter(f"{{{W}}}bookmarkStart"), *paragraph.iter(f"{{{W}}}bookmarkEnd")]:
                mark.getparent().remove(mark)
        target.addnext(paragraph)

    def track_move(self, within: str, behind: str) -> None:
        """Drag a paragraph while changes are tracked: it stands twice, and its key at the old place."""
        paragraph, target = self.paragraph(within), self.paragraph(behind)
        new = copy.deepcopy(paragraph)
        for mark in [*new.iter(f"{{{W}}}bookmarkStart"), *new.iter(f"{{{W}}}bookmarkEnd")]:
            mark.getparent().remove(mark)
        target.addnext(new)
        for one, name in ((new, "moveTo"), (paragraph, "moveFrom")):
            for run in [run for run, _ in run_texts(one)]:
                self._wrap(run, name)
            self._mark_end(one, name)

    def delete_row(self, within: str) -> None:
        """Delete a row of a table while changes are tracked."""
        row = next(self.paragraph(within).iterancestors(f"{{{W}}}tr"))
        properties = row.find(f"{{{W}}}trPr")
        if properties is None:
            properties = etree.Element(f"{{{W}}}trPr")
            row.insert(0, properties)
        mark = etree.SubElement(properties, f"{{{W}}}del", AUTHOR)
        mark.set(f"{{{W}}}id", str(next(self._numbers)))

    def comment(self, within: str, author: str, text: str) -> None:
        """Put a comment beside a paragraph."""
        paragraph = self.paragraph(within)
        mark = etree.SubElement(etree.SubElement(paragraph, f"{{{W}}}r"), f"{{{W}}}commentReference")
        mark.set(f"{{{W}}}id", "7")
        self.parts["word/comments.xml"] = (
            f'<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="{author}"><w:p><w:r><w:t>{text}</w:t>'
            "</w:r></w:p></w:comment></w:comments>"
        ).encode()
        self._replace(
            "word/_rels/document.xml.rels",
            "</Relationships>",
            '<Relationship Id="rIdYk" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            'comments" Target="comments.xml"/></Relationships>',
        )
        self._replace(
            "[Content_Types].xml",
            "</Types>",
            '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.comments+xml"/></Types>',
        )

    # --- what Word does ------------------------------------------------------------------------------

    def as_word_saves(self, seed: int = 1) -> None:
        """Cut runs anywhere, put rsids and proofing marks between them."""
        chance = random.Random(seed)  # noqa: S311 - noise that is the same each time
        for paragraph in list(paragraphs_of(self.root)):
            paragraph.set(f"{{{W}}}rsidR", f"{chance.randrange(16**8):08X}")
            for run, text in list(run_texts(paragraph)):
                if len(text) > 3 and len(run.findall(f"{{{W}}}t")) == 1 and chance.random() < 0.6:
                    self._split(run, chance.randrange(1, len(text)))
            for run, _ in list(run_texts(paragraph)):
                run.set(f"{{{W}}}rsidRPr", f"{chance.randrange(16**8):08X}")
                if chance.random() < 0.3:
                    start = etree.Element(f"{{{W}}}proofErr", {f"{{{W}}}type": "spellStart"})
                    run.addprevious(start)
                    run.addnext(etree.Element(f"{{{W}}}proofErr", {f"{{{W}}}type": "spellEnd"}))

    # --- runs ------------------------------------------------------------------------------------------

    def _cut(self, paragraph: etree._Element, start: int, end: int) -> list[etree._Element]:
        """Return runs that hold exactly the characters from `start` to `end`."""
        for place in (start, end):
            self._cut_at(paragraph, place)
        found, here = [], 0
        for run, text in run_texts(paragraph):
            if start <= here and here + len(text) <= end and text:
                found.append(run)
            here += len(text)
        return found

    def _cut_at(self, paragraph: etree._Element, place: int) -> None:
        """Cut the run that a place is in the middle of in two."""
        here = 0
        for run, text in list(run_texts(paragraph)):
            if here < place < here + len(text):
                self._split(run, place - here)
            here += len(text)

    @staticmethod
    def _split(run: etree._Element, place: int) -> None:
        texts = run.findall(f"{{{W}}}t")
        assert len(texts) == 1
        text = texts[0].text or ""
        second = copy.deepcopy(run)
        texts[0].text = text[:place]
        second.findall(f"{{{W}}}t")[0].text = text[place:]
        for one in (texts[0], second.findall(f"{{{W}}}t")[0]):
            one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.addnext(second)

    @staticmethod
    def _set(run: etree._Element, text: str) -> None:
        texts = run.findall(f"{{{W}}}t")
        texts[0].text = text
        texts[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        for one in texts[1:]:
            run.remove(one)

    def _track_change(self, runs: list[etree._Element], new: str) -> None:
        inserted = copy.deepcopy(runs[-1])
        self._set(inserted, new)
        runs[-1].addnext(inserted)
        for run in runs:
            self._wrap(run, "del")
        if new:
            self._wrap(inserted, "ins")

    def _wrap(self, run: etree._Element, name: str) -> None:
        around = etree.Element(f"{{{W}}}{name}", {**AUTHOR, f"{{{W}}}id": str(next(self._numbers))})
        run.addprevious(around)
        around.append(run)
        if name == "del":
            for text in run.findall(f"{{{W}}}t"):
                text.tag = f"{{{W}}}delText"

    def _mark_end(self, paragraph: etree._Element, name: str) -> None:
        properties = paragraph.find(f"{{{W}}}pPr")
        if properties is None:
            properties = etree.Element(f"{{{W}}}pPr")
            paragraph.insert(0, properties)
        look = properties.find(f"{{{W}}}rPr")
        if look is None:
            look = etree.SubElement(properties, f"{{{W}}}rPr")
        look.insert(0, etree.Element(f"{{{W}}}{name}", {**AUTHOR, f"{{{W}}}id": str(next(self._numbers))}))

    def _replace(self, part: str, old: str, new: str) -> None:
        self.parts[part] = self.parts[part].replace(old.encode(), new.encode())


def edited_file(data: bytes, *edits: Callable[[WordEdits], object], saved_by_word: int = 0) -> bytes:
    """Return the file after the edits, with Word's noise when `saved_by_word` is a seed."""
    edits_of = WordEdits(data)
    for edit in edits:
        edit(edits_of)
    if saved_by_word:
        edits_of.as_word_saves(saved_by_word)
    return edits_of.saved()
