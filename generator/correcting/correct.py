"""``correct``: look at what differs from the issued copy, choose the instrument, draft its paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.correcting.drafting import drafted, free_id
from generator.correcting.instrument import proposed
from generator.differences import differences
from generator.differences.printed_lines import printed_lines
from generator.differences.values import Version
from generator.issuing.at_hand import paper_at_hand
from generator.issuing.issued_copy import ComposeBeside, issued_copy
from generator.issuing.states import INSTRUMENTS, Step, may_follow
from generator.issuing.store import held
from generator.yaml_editing import inserted, read_text, replace_text

if TYPE_CHECKING:
    from generator.correcting.instrument import Proposal
    from generator.differences.values import Differences
    from generator.issuing.at_hand import AtHand
    from generator.issuing.issued_copy import IssuedCopy
    from generator.issuing.journal import Journal
    from generator.project import Project


@dataclass(frozen=True, slots=True)
class AskedCorrection:
    """Which issued paper; another instrument than the proposed one only with a reason that is kept."""

    inspection: str
    paper: str
    instrument: Step | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was drafted: the paper `id` in the YAML, by which instrument; where the file before is kept."""

    id: str
    instrument: Step
    proposal: Proposal | None
    differences: Differences
    file: str
    kept: str


def differences_from_issue(hand: AtHand, journal: Journal) -> tuple[IssuedCopy, Differences]:
    """Return the issued copy of a paper and what differs from it now."""
    copy = issued_copy(hand, journal)
    new = Version(hand.loaded, hand.catalogues)
    compose = ComposeBeside(copy, hand.workshop)
    return copy, differences(copy.version, new, compose, hand.paper.id)


def correct(project: Project, asked: AskedCorrection) -> Corrected:
    """Draft the paper that corrects an issued one; Refused with what stands against it, nothing written.

    Nothing to correct is refused too, unless the paper is to be recalled.
    """
    with held(project) as store:
        hand = paper_at_hand(project, asked.inspection, asked.paper)
        copy, found = differences_from_issue(hand, store.journal)
        clauses = len({line.where for line in printed_lines(copy.document)})
        proposal = proposed(found, clauses, store.journal.of(*hand.name))
        instrument = _chosen(hand, store.journal, asked, proposal)
        override = asked.reason if proposal and proposal.instrument is not instrument else ""
        compose = ComposeBeside(copy, hand.workshop)
        new = compose(Version(hand.loaded, hand.catalogues), hand.paper, "")
        paper, cited = drafted(hand, copy, instrument, new, override)
        before = read_text(hand.path, project)
        text = before.text
        if cited is not None:
            text = inserted(text, ("papers",), len(hand.loaded.inspection.papers), cited, before.file)
        text = inserted(text, ("documents",), len(hand.loaded.inspection.documents), paper, before.file)
        hand.changed(text.encode())  # what cannot be read again is not written
        kept = replace_text(before, text, project)
        id_ = free_id(hand, instrument)
        return Corrected(id_, instrument, proposal, found, before.file, project.shown(kept))


def _chosen(hand: AtHand, journal: Journal, asked: AskedCorrection, proposal: Proposal | None) -> Step:
    """Return the instrument: the proposed one, or the one asked for with a reason."""
    wanted = asked.instrument or (proposal.instrument if proposal else None)
    if wanted is None:
        raise hand.told("correct-nothing")
    if wanted not in may_follow(journal.state(*hand.name)).intersection(INSTRUMENTS):
        state = journal.state(*hand.name)
        raise hand.told("step-out-of-turn", step=wanted.value, state=state or "du-thao", next="")
    other = proposal is not None and proposal.instrument is not wanted
    if other and wanted is not Step.RECALLED and not asked.reason.strip():
        assert proposal is not None  # noqa: S101 - for the reader of types; `other` says it
        change = proposal.because[0]
        raise hand.told(
            "correct-other-instrument",
            instrument=wanted.value,
            proposed=proposal.instrument.value,
            where=change.where,
            old=(change.old or "")[:80],
            new=(change.new or "")[:80],
        )
    return wanted
