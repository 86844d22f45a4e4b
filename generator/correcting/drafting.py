"""The correcting paper as an entry of the YAML: kind, signer, whom it reaches, and each place it mends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.issuing.places import changed_places
from generator.issuing.quotes import pages
from generator.issuing.states import Step
from generator.model.inspection import citable
from generator.model.paper_kinds import PAPER_KINDS
from generator.wording import short_date
from generator.yaml_source import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.document import Document
    from generator.issuing.at_hand import AtHand
    from generator.issuing.issued_copy import IssuedCopy
    from generator.issuing.places import Changed
    from generator.kinds import Kind
    from generator.model.issued_papers import IssuedPaper, Recipient
    from generator.yaml_source import Node, Plain

_LETTER = "cong-van"
_KEPT = ("issuer", "signer", "drafting_unit", "medium", "unit")
_ITS_OWN = frozenset({"id", "kind", "number", "date", "month", "year", "stage", "corrects"})
_ACTS = ("t/h", "thực hiện", "thi hành")
_PREFIX = {
    Step.CORRECTED: "dinh-chinh",
    Step.AMENDED: "sua-doi",
    Step.REPLACED: "thay-the",
    Step.RECALLED: "thu-hoi",
}


def correcting_kind(hand: AtHand, instrument: Step) -> Kind:
    """Return the kind of paper for an instrument: the same kind to replace, else one that says it corrects.

    Refused when no kind amends papers of this kind (an equivalent form is needed, Điều 18 khoản 3).
    """
    if instrument is Step.REPLACED:
        return hand.kind
    folders = hand.workshop.folders
    for name in folders.kinds():
        kind = folders.kind(name)
        fits = not kind.data.corrected_kinds or hand.kind.id in kind.data.corrected_kinds
        if kind.data.corrects == instrument.value and fits:
            return kind
    raise hand.told("correct-no-kind", "kind", kind=hand.kind.id, instrument=instrument.value)


def drafted(
    hand: AtHand, copy: IssuedCopy, instrument: Step, new: Document, override: str
) -> tuple[dict[str, Plain], dict[str, Plain] | None]:
    """Return the entry for `documents`, and one for `papers` when the issued paper is not cited yet."""
    kind = correcting_kind(hand, instrument)
    cited, entry = _citation(hand, copy, replaced=instrument is Step.REPLACED)
    corrects: dict[str, Plain] = {"paper": hand.paper.id, "as": instrument.value, "cited": cited}
    if override:
        corrects["override"] = override
    if instrument in (Step.CORRECTED, Step.AMENDED):
        corrects["places"] = list(_places(copy, instrument, new))
    paper: dict[str, Plain] = {"id": free_id(hand, instrument), "kind": kind.id}
    if instrument is Step.REPLACED:
        paper |= _in_its_place(hand)
    else:
        paper |= _as_before(hand)
        paper |= _reached(hand.paper, with_addressees=kind.data.form.addressees != "khong")
    return {**paper, "corrects": corrects}, entry


def free_id(hand: AtHand, instrument: Step) -> str:
    """Return an id that no paper of the inspection has: ``dinh-chinh-1``."""
    taken = {paper.id for paper in hand.loaded.inspection.documents}
    names = (f"{_PREFIX[instrument]}-{turn}" for turn in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _places(copy: IssuedCopy, instrument: Step, new: Document) -> Iterator[Plain]:
    printed = pages(copy.seen)
    for change in changed_places(copy.document, new, form_only=instrument is Step.CORRECTED):
        said = _place(change, printed.found(change.old, change.line) if change.old else [])
        yield said


def _place(change: Changed, standing: list[int]) -> dict[str, Plain]:
    said: dict[str, Plain] = {"action": change.action, "where": change.where}
    if standing:
        said["page"] = str(standing[0])
    for name in ("what", "old", "new"):
        if (text := getattr(change, name)) is not None:
            said[name] = text
    return said


# --- how the issued paper is cited ---------------------------------------------------------------------


def _citation(hand: AtHand, copy: IssuedCopy, *, replaced: bool) -> tuple[str, dict[str, Plain] | None]:
    """Return the key under which the inspection cites the issued paper, and the entry it needs for that.

    A paper that is replaced leaves its place in the inspection (`conclusion`) to the one that replaces it.
    """
    number = copy.record.entry.number
    left = hand.kind.data.makes if replaced else None
    for key, paper in citable(hand.loaded.inspection).items():
        if key != left and paper.number and paper.number.replace(" ", "") == number:
            return key, None
    day = _day(copy.record.entry.day)
    subject = copy.record.entry.title.removeprefix(hand.kind.data.name).strip().removeprefix("V/v ")
    key = f"vb-{hand.paper.id}"
    entry: dict[str, Plain] = {
        "id": key,
        "kind": _cited_kind(hand),
        "number": number,
        "date": short_date(day),
        "issuer": copy.record.issuer,
        "subject": subject[:1].lower() + subject[1:],
    }
    return key, entry


def _cited_kind(hand: AtHand) -> str:
    names = {kind.name: key for key, kind in PAPER_KINDS.items()}
    return names.get(hand.kind.data.name, _LETTER)


def _day(text: str) -> date:
    from datetime import date

    return date.fromisoformat(text)


# --- who signs, whom it reaches ------------------------------------------------------------------------


def _as_before(hand: AtHand) -> dict[str, Plain]:
    """Return what the new paper has from the issued one as it was typed: issuer, signer, drafting unit."""
    node = hand.loaded.source.node(("documents", hand.index))
    values = node.values if isinstance(node, Mapping) else {}
    return {name: _plain(values[name]) for name in _KEPT if name in values}


def _in_its_place(hand: AtHand) -> dict[str, Plain]:
    """Return all that the issued paper had but what only itself can have: its number, its day, its stage."""
    node = hand.loaded.source.node(("documents", hand.index))
    values = node.values if isinstance(node, Mapping) else {}
    return {name: _plain(value) for name, value in values.items() if name not in _ITS_OWN}


def _plain(node: Node) -> Plain:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.values.items()}
    return [_plain(item) for item in node.items]


def _reached(paper: IssuedPaper, *, with_addressees: bool) -> dict[str, Plain]:
    """Return Kính gửi and nơi nhận that reach every recipient of the issued paper.

    In a công văn those who have to act stand under Kính gửi, the others under Nơi nhận (reference 0.0, 15).
    """
    addressees: list[Plain] = [_addressee(one) for one in paper.recipients if _acts(one)]
    typed: list[Plain] = [
        {"owners": list(one.owners)} if one.owners else {"group": one.group} for one in paper.addressees
    ]
    if not with_addressees:
        everyone = [{"group": one["group"]} for one in typed if isinstance(one, dict) and "group" in one]
        return {"recipients": [*everyone, *(_recipient(one) for one in paper.recipients)]}
    rest: list[Plain] = [_recipient(one) for one in paper.recipients if not _acts(one)]
    return {"addressees": typed + addressees, "recipients": rest}


def _acts(recipient: Recipient) -> bool:
    return any(word in (recipient.purpose or "") for word in _ACTS)


def _addressee(recipient: Recipient) -> dict[str, Plain]:
    return {"owners": [recipient.agency]} if recipient.agency else {"group": recipient.group}


def _recipient(recipient: Recipient) -> dict[str, Plain]:
    said: dict[str, Plain] = {"agency": recipient.agency} if recipient.agency else {"group": recipient.group}
    return {**said, "purpose": recipient.purpose} if recipient.purpose else said
