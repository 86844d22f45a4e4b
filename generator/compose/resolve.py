"""Pieces → runs, in one pass from the top of the paper.

Citations are full at first and short later, agencies are named with their place once, abbreviations are
explained at their first use: all of that depends on what was printed before.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.compose.citing import act_as_basis, act_in_body, paper_as_basis, paper_kind
from generator.compose.pieces import Citation, Mention, NumberOf, Piece
from generator.compose.said_by import blank
from generator.document import VERBATIM, Run
from generator.model.cited_papers import Paper
from generator.model.references import BadReference
from generator.wording import capitalise_first, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.catalogues.entries import Catalogues
    from generator.compose.naming import Naming
    from generator.document import Runs
    from generator.model.cited_papers import UnitPaper


class UnknownBlock(Exception):  # noqa: N818 - says what is not known
    """``[[#id]]`` names no block of this paper."""

    def __init__(self, block: str, source: str | None) -> None:
        super().__init__(block, source)
        self.block, self.source = block, source


class Resolver:
    """Remembers what was cited and named so far."""

    def __init__(
        self,
        papers: Mapping[str, Paper | UnitPaper],
        catalogues: Catalogues,
        naming: Naming,
        block_names: Mapping[str, str],
    ) -> None:
        self._papers, self._catalogues = papers, catalogues
        self._naming, self._block_names = naming, block_names
        self._cited: set[str] = set()
        self._known: set[str] = set()

    def runs(self, pieces: Iterable[Piece]) -> Runs:
        """Return the pieces as runs, neighbours of one look and source joined."""
        return joined(run for piece in pieces for run in self._runs(piece))

    def _runs(self, piece: Piece) -> Iterable[Run]:
        if isinstance(piece, Run):
            return (piece,)
        if isinstance(piece, NumberOf):
            if piece.block not in self._block_names:
                raise UnknownBlock(piece.block, piece.source)
            found: Iterable[Run] = (Run(self._block_names[piece.block], source=piece.source),)
        elif isinstance(piece, Mention):
            found = (Run(self._mention(piece.agency, whole=piece.whole), source=piece.source),)
        else:
            found = self._citation(piece)
        return (replace(run, bold=run.bold or piece.bold, italic=run.italic or piece.italic) for run in found)

    def _mention(self, owner: str, *, whole: bool = False) -> str:
        agency = self._naming.agency(owner)
        family = self._naming.family(agency)
        known = family in self._known
        self._known.add(family)
        return self._naming.short(agency) if known and not whole else self._naming.abbreviated(agency)

    # --- citations ---------------------------------------------------------------------------------

    def _citation(self, citation: Citation) -> Iterator[Run]:
        key, basis = citation.paper, citation.basis
        first = key not in self._cited
        self._cited.add(key)
        paper, act = self._papers.get(key), self._catalogues.legal_acts.get(key)
        if paper is not None:
            yield from self._basis(key, paper) if basis else self._paper(key, paper, full=first)
        elif act is not None and basis:
            yield from act_as_basis(key, act)
        elif act is not None:
            yield Run(act_in_body(act, full=first), source=f"={key}")
        else:
            raise BadReference("reference-unknown", key)

    def _basis(self, key: str, paper: Paper | UnitPaper) -> Iterator[Run]:
        agency = self._issuing(key, paper)
        issuer = self._catalogues.name(agency, paper.date).full if agency else _typed_issuer(paper)
        if agency:
            self._known.add(self._naming.family(agency))
        yield from paper_as_basis(key, paper, issuer)

    def _paper(self, key: str, paper: Paper | UnitPaper, *, full: bool) -> Iterator[Run]:
        kind = paper_kind(key, paper)
        if kind.name == "Biên bản":
            day = short_date(paper.date) if paper.date else None
            yield from _known_or_blank(f"{capitalise_first(self._naming.minutes)} ngày ", day, f"{key}.date")
            return
        yield from _known_or_blank(f"{kind.name} số ", paper.number, f"{key}.number")
        if not full:
            return
        yield from _known_or_blank(" ngày ", short_date(paper.date) if paper.date else None, f"{key}.date")
        issuer = self._issuer(key, paper)
        if issuer:
            yield Run(f" của {issuer}")
        if paper.subject is not None:
            about = f" {kind.about} " if kind.about else " "
            yield from (Run(about), Run(paper.subject.short, source=f"{key}.subject"))
        elif isinstance(paper, Paper) and kind.about:
            yield from (Run(f" {kind.about} "), blank(f"{key}.subject"))

    def _issuer(self, key: str, paper: Paper | UnitPaper) -> str:
        """Return who issued a paper, by the name of its own day when that is another than today's."""
        agency = self._issuing(key, paper)
        if agency is None:
            return _typed_issuer(paper)
        then = self._catalogues.name(agency, paper.date) if paper.date else None
        if then is None or then is self._naming.name(agency):
            return self._mention(agency)
        return then.abbreviated or then.full

    def _issuing(self, key: str, paper: Paper | UnitPaper) -> str | None:
        if isinstance(paper, Paper):
            return paper.issuer
        return self._naming.agency(key.partition("-")[2])


def _typed_issuer(paper: Paper | UnitPaper) -> str:
    return paper.issuer_text or "" if isinstance(paper, Paper) else ""


def _known_or_blank(before: str, value: str | None, source: str) -> Iterator[Run]:
    yield Run(before)
    yield blank(source) if value is None else Run(value, source=source)


_look = attrgetter(*(field.name for field in fields(Run) if field.name != "text"))


def joined(runs: Iterable[Run]) -> Runs:
    """Return the runs without empty ones, neighbours alike in look and source as one."""
    out: list[Run] = []
    for run in runs:
        last = out[-1] if out else None
        if last is not None and _look(last) == _look(run) and not run.blank:
            out[-1] = replace(last, text=last.text + run.text)
        elif run.text:
            out.append(run)
    return tuple(out)


class Abbreviations:
    """Explains each abbreviation at its first use: "thủ tục hành chính (sau đây viết tắt là TTHC)".

    With `written_out` each is replaced by what it stands for, wherever it stands. Inside one of the
    `names` of agencies it has the capitals it has there (PL II, IV): "Ban Chỉ đạo Cải cách hành chính".
    """

    def __init__(
        self, abbreviations: Mapping[str, str], *, written_out: bool = False, names: Iterable[str] = ()
    ) -> None:
        self._waiting, self._written_out = dict(abbreviations), written_out
        self._names = "\n".join(names)
        self._once: set[str] = set()

    def explained(self, runs: Runs) -> Runs:
        """Return the runs of one paragraph with first uses explained."""
        if self._written_out:
            return joined(
                run if run.blank else replace(run, text=self._full(run.text, starts=index == 0))
                for index, run in enumerate(runs)
            )
        return joined(part for run in runs for part in self._run(run))

    def _full(self, text: str, *, starts: bool) -> str:
        capital = starts and text[:1].isupper()
        for short, full in self._waiting.items():
            text = re.sub(rf"(?<![\w/-]){re.escape(short)}(?![\w/-])", self._cased(full), text)
        return capitalise_first(text) if capital else text

    def _run(self, run: Run) -> Iterator[Run]:
        as_it_stands = run.blank or VERBATIM in (run.source or "")
        found = self._first(run.text) if self._waiting and not as_it_stands else None
        if found is None:
            yield run
            return
        start, end, short = found
        full = self._waiting.pop(short)
        begins = run.text[:start].rstrip()[-1:] in (".", "") and start == 0
        said = capitalise_first(full) if begins or self._in_a_name(run.text[:start], full) else full
        before = replace(run, text=run.text[:start])
        after = replace(run, text=run.text[end:])
        told = said if short in self._once else f"{said} (sau đây viết tắt là {short})"
        explained = replace(run, text=told, source=None)
        yield from self._run(before) if before.text else ()
        yield explained
        yield from self._run(after)

    def _cased(self, full: str) -> Callable[[re.Match[str]], str]:
        """Return what puts the full form in: with a capital inside a name."""

        def put(found: re.Match[str]) -> str:
            inside = self._in_a_name(found.string[: found.start()], full)
            return capitalise_first(full) if inside else full

        return put

    def _in_a_name(self, before: str, full: str) -> bool:
        """Return whether the word before and the full form with a capital stand so in an agency's name."""
        word = before.split()[-1:]
        return bool(word) and f"{word[0]} {capitalise_first(full)}" in self._names

    def write_out_unused(self, texts: Iterable[str]) -> None:
        """Write out an abbreviation that none of the texts uses after the place that would explain it."""
        whole = "\n".join(texts)
        for short, full in self._waiting.items():
            first = re.search(rf"(?<![\w/-])(?:{re.escape(short)}|{re.escape(full)})(?![\w/-])", whole)
            if first and not re.search(rf"(?<![\w/-]){re.escape(short)}(?![\w/-])", whole[first.end() :]):
                self._once.add(short)

    def _first(self, text: str) -> tuple[int, int, str] | None:
        """Return the first place of a waiting abbreviation or of its full form."""
        found = []  # never inside a symbol: 12/KH-UBND
        for short, full in self._waiting.items():
            for word in (short, full):
                match = re.search(rf"(?<![\w/-]){re.escape(word)}(?![\w/-])", text)
                if match is not None:
                    found.append((match.start(), match.end(), short))
        return min(found) if found else None
