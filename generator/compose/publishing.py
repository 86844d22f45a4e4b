"""Bản công khai: a paper for publication is composed without what is private, and proves that it is.

The inspection loses its private texts before a word is composed. What may still tell of a person is prose
in which a clerk typed such a text: each place is told, and the paper is not made.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.compose.readiness import data_path
from generator.diagnostics import Diagnostic, Severity
from generator.document import block_runs, plain
from generator.model.private_data import private_texts, without_private
from generator.wording import fold_accents, fold_tones

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.compose.order import Order
    from generator.diagnostics import Place
    from generator.document import Document, Run
    from generator.load import Loaded
    from generator.model.private_data import PrivateText

_SALUTATION = re.compile(r"\A(?:ông|bà|anh|chị) ", re.IGNORECASE)
_TELLING = 9  # letters and figures of the end of a file code that find the file
_WORD = re.compile(r"[^\W_]+")
_PARTS = 12  # of a file code: more than any has
_NAME, _SENTENCE = 2, 5  # words
_BETWEEN = r"[\W_]{0,3}"


def published(order: Order, *, asked: bool) -> Order:
    """Return the order as one for publication, if it is one: asked for, marked, or sent "đăng tải"."""
    if not (asked or is_published(order)):
        return order
    loaded = loaded_without_private(order.loaded, order.kind.publication.withheld)
    return replace(order, loaded=loaded, public=True)


def is_published(order: Order) -> bool:
    """Return whether a paper is marked for publication: by its own field, or by a recipient who publishes."""
    paper, purposes = order.paper, order.kind.publication
    sent = any(purposes.asked_by(item.purpose) for item in paper.recipients)
    return sent if paper.publish is None else paper.publish


def loaded_without_private(loaded: Loaded, withheld: str) -> Loaded:
    """Return an inspection, and those a summary covers, without what is private."""
    covered = tuple(loaded_without_private(one, withheld) for one in loaded.covered)
    return replace(loaded, inspection=without_private(loaded.inspection, withheld), covered=covered)


def unfit(order: Order, *, asked: bool) -> Iterator[Diagnostic]:
    """Yield what contradicts a publication: an internal paper, a recipient who publishes what is not."""
    paper, place = order.paper, order.loaded.source.place
    wanted = asked or paper.publish
    if wanted and paper.circulation is not None:
        yield Diagnostic("paper-published-internal", place((*data_path(order.path), "circulation")))
    if paper.publish is False:
        for index, item in enumerate(paper.recipients):
            if order.kind.publication.asked_by(item.purpose):
                path = (*data_path(order.path), "recipients", index)
                yield Diagnostic("paper-not-published", place(path), arguments={"text": item.purpose or ""})


def left_in(order: Order, whole: Order, document: Document) -> Iterator[Diagnostic]:
    """Yield an error for each place of a paper for publication that tells a private text of `whole`."""
    if not order.public:
        return
    texts = [text for one in (whole.loaded, *whole.loaded.covered) for text in private_texts(one.inspection)]
    told: set[tuple[Place, str]] = set()
    sought = _Sought(texts)
    for runs in _spoken(document) if texts else ():
        for private, position in sought.within(plain(runs)):
            if _is_of_catalogue(runs, position, private):
                continue
            place = _place(order, _at(runs, position))
            if (place, private.text) not in told:
                told.add((place, private.text))
                yield _told(whole, place, private)
    yield from _in_names(whole, texts)
    yield from _notes(whole, texts)


def told_in(loaded: Loaded, texts: Iterable[str]) -> Iterator[PrivateText]:
    """Yield each private text of an inspection that one of some texts tells."""
    sought = _Sought(private_texts(loaded.inspection))
    for text in texts:
        yield from (private for private, _ in sought.within(text))


class _Sought:
    """Private texts to be looked for, by the last word of each: a list may be of thousands of files."""

    def __init__(self, texts: Iterable[PrivateText], *, bare: bool = False) -> None:
        self._by_word: dict[str, list[tuple[PrivateText, re.Pattern[str]]]] = {}
        for private in filter(_tells, texts):
            found = (private, _pattern(private, bare=bare))
            for word in _last_words(private, bare=bare):
                self._by_word.setdefault(word, []).append(found)

    def within(self, text: str) -> Iterator[tuple[PrivateText, int]]:
        """Yield each private text that a text tells, and where it begins."""
        said = fold_tones(text.replace("\u00a0", " "))
        for word in dict.fromkeys(found.casefold() for found in _WORD.findall(said)):
            for private, pattern in self._by_word.get(word, ()):
                if match := pattern.search(said):
                    yield private, match.start()


def _tells(private: PrivateText) -> bool:
    """Return whether a text tells of somebody wherever it stands: one word of a name does not."""
    words = _WORD.findall(_SALUTATION.sub("", private.text))
    return _is_code(private) or len(words) >= (_NAME if private.path[-1] == "applicant" else _SENTENCE)


def _last_words(private: PrivateText, *, bare: bool) -> set[str]:
    """Return what the last word of a text may be where it is told: of a code also its last parts as one."""
    text = fold_tones(private.text)
    words = _WORD.findall(fold_accents(text) if bare else text)
    joined = range(max(len(words) - _PARTS, 0), len(words)) if _is_code(private) else [len(words) - 1]
    return {"".join(words[start:]).casefold() for start in joined if words}


def _is_code(private: PrivateText) -> bool:
    return private.path[-1] in ("code", "private_refs")


def _told(whole: Order, place: Place, private: PrivateText) -> Diagnostic:
    given = next(
        one.source.place(private.path)
        for one in (whole.loaded, *whole.loaded.covered)
        if private in private_texts(one.inspection)
    )
    where = f"{given.file}:{given.line}"
    return Diagnostic("paper-private", place, arguments={"found": _begun(private.text), "where": where})


def _begun(text: str) -> str:
    """Return the beginning of a private text: a message finds the place and does not spread the data."""
    return f"{text[:4]}…"


def _notes(whole: Order, texts: list[PrivateText]) -> Iterator[Diagnostic]:
    if texts:
        place = whole.loaded.source.place(data_path(whole.path))
        yield Diagnostic("paper-without-private", place, Severity.NOTE, {"count": len(texts)})


def _spoken(document: Document) -> Iterator[tuple[Run, ...]]:
    """Yield everything a file says, one paragraph, cell or line at a time."""
    from generator.document import Paragraph, Picture, Run, Table

    head = document.head
    yield from (document.subject, head.number, head.about, head.place_date, *head.agency)
    yield from (*document.addressees, *document.recipients)
    for signature in document.signatures:
        yield from (*signature.lines, signature.name)
        yield (Run(signature.second_post or ""),)
    for block in document.blocks():
        if isinstance(block, Table):
            yield (Run(block.name),)
            yield from (cell.runs for row in (*block.head, *block.body, *block.total) for cell in row)
        elif isinstance(block, Paragraph):
            yield block.runs
        else:
            yield tuple(block_runs(block))
            yield (Run(block.alt if isinstance(block, Picture) else block.name),)
    for annex in document.annexes:
        yield (Run(f"{annex.label} {annex.title}"),)
        yield from (annex.reference, annex.signing)
    properties = document.properties
    yield from ((Run(text),) for text in (properties.title, properties.creator, *document.address))
    yield (Run(document.drafter_mark or ""),)


def _pattern(private: PrivateText, *, bare: bool = False) -> re.Pattern[str]:
    """Return what finds a private text however it is spaced; of a file code its telling end is enough.

    With `bare` it finds the text without its accents.
    """
    text = _SALUTATION.sub("", fold_tones(private.text), count=1)
    text = fold_accents(text) if bare else text
    if _is_code(private):
        chunks = _end(_WORD.findall(text))
        joined = _BETWEEN.join(map(re.escape, chunks))
        return re.compile(rf"(?<![^\W_]){joined}(?![^\W_])", re.IGNORECASE)
    spaced = r"\s+".join(map(re.escape, text.split()))
    return re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)


def _end(chunks: list[str]) -> list[str]:
    for start in range(len(chunks) - 2, 0, -1):
        if sum(map(len, chunks[start:])) >= _TELLING:
            return chunks[start:]
    return chunks


def _is_of_catalogue(runs: tuple[Run, ...], position: int, private: PrivateText) -> bool:
    """Return whether a name is that of an official: an applicant may be called the same."""
    source = _at(runs, position)
    return private.path[-1] == "applicant" and source.endswith((".person", ".chain"))


def _at(runs: tuple[Run, ...], position: int) -> str:
    """Return the data path of what stands at a position."""
    for run in runs:
        if position < len(run.text):
            return run.source or ""
        position -= len(run.text)
    return ""


def _place(order: Order, source: str) -> Place:
    """Return where a text was typed: its field, for a figure or citation the place of the paper."""
    path = data_path(source) if source and not source.startswith("=") else data_path(order.path)
    return order.loaded.source.place(path)


def _in_names(whole: Order, texts: list[PrivateText]) -> Iterator[Diagnostic]:
    """Yield a private text in what the name of a file and the record of a build are made of."""
    inspection, paper = whole.inspection, whole.paper
    names = {("id",): inspection.id, (*data_path(whole.path), "id"): paper.id}
    names[()] = whole.loaded.source.file
    sought = _Sought(texts, bare=True)
    for path, name in names.items():
        for private, _ in sought.within(re.sub(r"[\W_]+", " ", fold_accents(name))):
            yield _told(whole, whole.loaded.source.place(path), private)
