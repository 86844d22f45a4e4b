"""Compares two output folders: by their manifests, and what differs there by what a reader sees."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from generator.archive.pictures import can_picture
from generator.changes.pages import Pictures, changed_pages
from generator.changes.printed_words import lines_seen
from generator.changes.values import ChangedPaper, Changes, Extent
from generator.diagnostics import Diagnostic, Place, Refused, Severity
from generator.differences.sentence_changes import reworded
from generator.file_reading import read_bytes
from generator.manifest import NAME, read_manifest
from generator.reading.any_file import MAX_BYTES, read_finished

if TYPE_CHECKING:
    from pathlib import Path

    from generator.changes.values import PageChange
    from generator.differences.printed_lines import PrintedLine
    from generator.differences.sentence_changes import Reworded
    from generator.manifest import EntryKey, FileEntry, PaperEntry

MOST_PAPERS = 200
"""So many changed papers are looked into; a new layout changes thousands, and a reader reads none of them."""
MOST_SENTENCES = 20
"""Of one paper."""


class Output(NamedTuple):
    """An output folder, and what it is called in messages."""

    folder: Path
    shown: str


def compared(old: Output, new: Output, most_pictures: int) -> Changes:
    """Return what differs between two output folders; Refused when one was not made by a build.

    At most `most_pictures` pictures are made. A file that is not what its manifest says is told and not
    compared.
    """
    before, after = _papers(old), _papers(new)
    differing = [key for key in sorted(before.keys() & after.keys()) if _differ(before[key], after[key])]
    comparison = _Comparison(old, new, Pictures(most_pictures))
    changed = [
        comparison.changed(before[key], after[key])
        if number < MOST_PAPERS
        else ChangedPaper(after[key], Extent.UNKNOWN)
        for number, key in enumerate(differing)
    ]
    return Changes(
        tuple(after[key] for key in sorted(after.keys() - before.keys())),
        tuple(before[key] for key in sorted(before.keys() - after.keys())),
        tuple(changed),
        len(before.keys() & after.keys()) - len(differing),
        comparison.pictures.files,
        comparison.pictures.more,
        tuple(comparison.told),
    )


def _papers(output: Output) -> dict[EntryKey, PaperEntry]:
    if not (output.folder / NAME).is_file():
        raise Refused([Diagnostic("changes-no-manifest", Place(output.shown))])
    return {entry.key: entry for entry in read_manifest(output.folder / NAME).entries()}


def _differ(old: PaperEntry, new: PaperEntry) -> bool:
    return old.files != new.files


class _Comparison:
    """Looks into the papers that differ, and keeps what there is to say."""

    def __init__(self, old: Output, new: Output, pictures: Pictures) -> None:
        self.old, self.new, self.pictures = old, new, pictures
        self._draws = can_picture()
        self.told: list[Diagnostic] = []

    def changed(self, old: PaperEntry, new: PaperEntry) -> ChangedPaper:
        """Return how a paper differs; what of it cannot be read is told."""
        try:
            sentences = self._sentences(old, new)
            pages = self._pages(old, new)
        except Refused as refused:
            self._tell(refused)
            return ChangedPaper(new, Extent.UNKNOWN)
        shown = tuple((sentences or ())[:MOST_SENTENCES])
        more = len(sentences or ()) - len(shown)
        return ChangedPaper(new, _extent(sentences, pages), shown, more, tuple(pages or ()))

    def _sentences(self, old: PaperEntry, new: PaperEntry) -> list[Reworded] | None:
        """Return the sentences that differ, read from the Word files, or from the PDFs where one has none.

        None when there is neither in both.
        """
        both = [_endings(old), _endings(new)]
        ending = next((kind for kind in (".docx", ".pdf") if all(kind in one for one in both)), None)
        if ending is None:
            return None
        return reworded(_read(self.old, old, ending), _read(self.new, new, ending))

    def _pages(self, old: PaperEntry, new: PaperEntry) -> list[PageChange] | None:
        """Return the pages that look otherwise; None when no PDF is there, or not all was looked at."""
        before, after = _of(old, ".pdf"), _of(new, ".pdf")
        if not (before or after):
            return None
        if not self._draws:
            self._say_once(Diagnostic("changes-no-pictures", severity=Severity.WARNING))
            return None
        found: list[PageChange] = []
        whole = True
        for path in sorted(before.keys() | after.keys()):
            if before.get(path) != after.get(path):
                first = _bytes(self.old, before[path]) if path in before else b""
                second = _bytes(self.new, after[path]) if path in after else b""
                pages = changed_pages(path, first, second, self.pictures)
                found, whole = [*found, *(pages or ())], whole and pages is not None
        return found if found or whole else None

    def _tell(self, refused: Refused) -> None:
        for item in refused.diagnostics:
            self.told.append(Diagnostic(item.code, item.place, Severity.WARNING, item.arguments))

    def _say_once(self, item: Diagnostic) -> None:
        if item not in self.told:
            self.told.append(item)


def _extent(sentences: list[Reworded] | None, pages: list[PageChange] | None) -> Extent:
    """Return how far a paper differs; None is what was not looked at."""
    if sentences is None:
        return Extent.UNKNOWN
    if sentences:
        return Extent.WORDS
    if pages is None:
        return Extent.SAME_WORDS
    return Extent.LOOK if pages else Extent.BYTES


def _endings(entry: PaperEntry) -> set[str]:
    return {file.path[file.path.rindex(".") :] for file in entry.files if "." in file.path}


def _of(entry: PaperEntry, ending: str) -> dict[str, FileEntry]:
    return {file.path: file for file in entry.files if file.path.endswith(ending)}


def _read(output: Output, entry: PaperEntry, ending: str) -> list[PrintedLine]:
    """Return the lines of all files of a paper with this ending, the paper before its annexes."""
    files = sorted(_of(entry, ending).values(), key=lambda file: (len(file.path), file.path))
    for file in files:
        _bytes(output, file)
    return lines_seen(read_finished(output.folder / one.path, f"{output.shown}/{one.path}") for one in files)


def _bytes(output: Output, file: FileEntry) -> bytes:
    """Return the bytes of a file; Refused when they are not those that the manifest says."""
    shown = f"{output.shown}/{file.path}"
    data = read_bytes(output.folder / file.path, shown, MAX_BYTES)
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise Refused([Diagnostic("changes-not-as-recorded", Place(shown))])
    return data
