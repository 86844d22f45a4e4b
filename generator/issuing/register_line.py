"""The line that an issued paper has in the register of outgoing papers, as far as the paper says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.numbering import number_parts
from generator.document import plain
from generator.issuing.metadata import issued_amount
from generator.issuing.record import Entry
from generator.wording import NO_BREAK_SPACE

if TYPE_CHECKING:
    from generator.document import Document, Runs
    from generator.issuing.at_hand import AtHand

_KEPT = "Lưu:"


def issuer_of(hand: AtHand) -> str:
    """Return the key of who issues the paper; "" when it is not known."""
    return hand.paper.issuer or hand.loaded.inspection.issuer or ""


def series_of(hand: AtHand) -> tuple[str, str, int]:
    """Return whose numbers the paper takes, its kind in them, and the year."""
    day = hand.paper.date
    issuer = issuer_of(hand)
    parts = number_parts(hand.paper.number or "")
    owner = hand.catalogues.number_series(issuer, day) if issuer else ""
    return owner, parts.kind if parts else hand.kind.data.abbreviation, day.year if day else 0


def register_line(hand: AtHand, document: Document, pages: int) -> Entry:
    """Return the line of the register as far as the paper says it (NĐ 30/2020, PL IV)."""
    listed = list(map(_item, document.recipients))
    kept = next((line for line in listed if line.startswith(_KEPT)), "")
    # "Như trên" stands for those of Kính gửi, whom the register names.
    as_above = bool(document.addressees and hand.kind.data.form.first_recipient)
    to = (*map(_item, document.addressees), *(line for line in listed[as_above:] if line != kept))
    signature = document.signatures[-1]
    return Entry(
        number=hand.paper.number or "",
        day=hand.paper.date.isoformat() if hand.paper.date else "",
        kind=hand.kind.data.name,
        title=f"{hand.kind.data.name} {plain(document.subject or document.head.about)}",
        signer=plain(signature.name),
        post=", ".join(plain(line) for line in signature.lines),
        recipients=to,
        kept_by=kept.removeprefix(_KEPT).strip(),
        copies=issued_amount(document.drafter_mark),
        pages=pages,
    )


def _item(runs: Runs) -> str:
    """Return an item of a list without its dash and mark; its spaces are data, no line ends at them."""
    return plain(runs).replace(NO_BREAK_SPACE, " ").strip().lstrip("- ").rstrip(" ;.")
