"""Nhật ký văn bản: one line an event, sealed with the seal of the line before it.

A changed, missing or added line breaks the chain at its place. The file only ever grows, and is always
written whole, so that a line is there or it is not.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import read_bytes
from generator.issuing.states import AFTER_ISSUE, Step, state_after

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NAME = "journal.jsonl"
_MAX_BYTES = 256 * 1024 * 1024
_START = "0" * 64


@dataclass(frozen=True, slots=True)
class Event:
    """One step of one paper.

    `at` is ISO 8601 with its zone, `by` a key of ``people.yaml``. `text` is the hash of what the paper said
    then; an issued paper has the `folder` of its files and the hash of its `record`; a paper that another
    one corrects, amends, replaces or recalls names that `other` one as ``inspection/paper``.
    """

    at: str
    by: str
    inspection: str
    paper: str
    step: Step
    reason: str = ""
    text: str = ""
    folder: str = ""
    record: str = ""
    other: str = ""

    @property
    def name(self) -> str:
        """The paper as ``inspection/paper``."""
        return f"{self.inspection}/{self.paper}"


@dataclass(frozen=True)
class Journal:
    """All events in their order, as bytes, and the seal of the last line."""

    events: tuple[Event, ...] = ()
    text: bytes = b""
    head: str = _START

    @cached_property
    def _by_paper(self) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = {}
        for event in self.events:
            found.setdefault(event.name, []).append(event)
        return found

    def of(self, inspection: str, paper: str) -> Sequence[Event]:
        """Return the events of one paper."""
        return self._by_paper.get(f"{inspection}/{paper}", ())

    def state(self, inspection: str, paper: str) -> Step | None:
        """Return where a paper stands; None is a draft."""
        return state_after(self.of(inspection, paper))

    def issue_of(self, inspection: str, paper: str) -> Event | None:
        """Return the event by which a paper was issued, or None."""
        return next((event for event in self.of(inspection, paper) if event.step is Step.ISSUED), None)

    def last_said(self, inspection: str, paper: str) -> str:
        """Return the hash of what an issued paper says, with what corrected and amended it since; or ""."""
        said = (Step.ISSUED, Step.CORRECTED, Step.AMENDED)
        texts = [event.text for event in self.of(inspection, paper) if event.step in said]
        return texts[-1] if texts else ""

    def amended_by(self, inspection: str, paper: str) -> Event | None:
        """Return the issue of the paper that corrected or amended an issued one last, or None."""
        said = (Step.CORRECTED, Step.AMENDED)
        others = [event.other for event in self.of(inspection, paper) if event.step in said]
        return self.issue_of(*others[-1].split("/")) if others else None

    def is_issued(self, inspection: str, paper: str) -> bool:
        """Return whether a paper was issued, whatever became of it since."""
        return self.state(inspection, paper) in AFTER_ISSUE

    def issues(self) -> list[Event]:
        """Return the events by which papers were issued, in order."""
        return [event for event in self.events if event.step is Step.ISSUED]

    def head_before(self, event: Event) -> str:
        """Return the seal of the line before that of an event."""
        number = self.events.index(event)
        return _seal_of(self.text.splitlines()[number - 1]) if number else _START

    def seal_after(self, lines: int) -> str:
        """Return the seal of the line with this number, counted from 1; "" when there is no such line."""
        if not 0 < lines <= len(self.events):
            return "" if lines else _START
        return _seal_of(self.text.splitlines()[lines - 1])

    def with_events(self, events: Sequence[Event]) -> Journal:
        """Return the journal with these events behind its own."""
        text, head = self.text, self.head
        for number, event in enumerate(events, len(self.events) + 1):
            line = _line(number, event, head)
            text, head = text + line, _seal_of(line)
        return Journal((*self.events, *events), text, head)


def _line(number: int, event: Event, previous: str) -> bytes:
    said = {name: value for name, value in asdict(event).items() if value}
    value = {"no": number, **said}
    seal = hashlib.sha256(f"{previous} {_dumped(value)}".encode()).hexdigest()
    return f"{_dumped({**value, 'seal': seal})}\n".encode()


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _seal_of(line: bytes) -> str:
    return str(json.loads(line)["seal"])


def read_journal(path: Path, shown: str) -> Journal:
    """Return the journal at `path`, an empty one when there is none; Refused where its chain is broken."""
    if not path.exists() and not path.is_symlink():
        return Journal()
    text = read_bytes(path, shown, _MAX_BYTES)
    events, head = [], _START
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        event = _event(line, number, head)
        if event is None:
            raise Refused([Diagnostic("journal-broken", Place(shown, number))])
        events.append(event)
        head = _seal_of(line)
    return Journal(tuple(events), text, head)


_NAMES = frozenset(item.name for item in fields(Event))
_NEEDED = frozenset({"at", "by", "inspection", "paper", "step"})


def _event(line: bytes, number: int, previous: str) -> Event | None:
    """Return the event of a line, or None when it cannot have been written at this place."""
    try:
        value: Any = json.loads(line)
        known = {name: value[name] for name in value.keys() & _NAMES}
        whole = known.keys() >= _NEEDED and all(isinstance(text, str) for text in known.values())
        event = Event(**{**known, "step": Step(value["step"])}) if whole else None
        datetime.fromisoformat(value["at"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    # Written again it has to be the same line: so nothing stands in it that we did not write.
    return event if event is not None and _line(number, event, previous) == line else None
