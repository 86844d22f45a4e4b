"""What stands around the wording: head, Kính gửi, signatures, recipients, marks (boxes 1 to 5b, 7 to 13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compose.letterhead import Letterhead
from generator.compose.said_by import blank
from generator.compose.signatories import column_signatures
from generator.document import Circulation, Head, Run, Signature, Urgency
from generator.wording import GAP, capitalise_first, long_date, post_capitals

if TYPE_CHECKING:
    from generator.compose.naming import Naming
    from generator.compose.order import Order
    from generator.document import Runs
    from generator.model.issued_papers import Addressee, DraftingUnit, Recipient, SignatureLine

PRESS_MARK = "DỰNG LẠI TỪ TIN BÁO CHÍ - KHÔNG PHẢI VĂN BẢN CỦA CƠ QUAN"
URGENCY = {
    "hoa-toc": Urgency.IMMEDIATE,
    "thuong-khan": Urgency.VERY_URGENT,
    "khan": Urgency.URGENT,
}
CIRCULATION = {"xem-xong-tra-lai": Circulation.RETURN, "luu-hanh-noi-bo": Circulation.INTERNAL}


class Frame:
    """Makes the frame of one paper."""

    def __init__(self, order: Order, naming: Naming) -> None:
        self._order, self._form = order, order.kind.data.form
        self._paper, self._kind, self._issuer = order.paper, order.kind, order.issuer
        self._letterhead = Letterhead(order.catalogues, order.issuer, order.day) if order.issuer else None
        self._path, self._year = order.path, order.year
        self._catalogues, self._naming = order.catalogues, naming
        self._month_printed = order.settings.month_printed

    def head(self, subject: Runs = ()) -> Head:
        """Return boxes 1 to 4, and 5b when the kind prints no title; an unknown issuer is a gap."""
        if self._letterhead is None:
            agency: tuple[Runs, ...] = ((blank("issuer", GAP * 3),),)
            superior: tuple[str, ...] = ()
        else:
            agency = tuple((Run(line, source="issuer"),) for line in self._letterhead.own_lines())
            superior = self._letterhead.superior_lines()
        number = (Run("Số: "), *self._number()) if self._form.numbered else ()
        place_date = (*self._place(), Run(", "), *self._day()) if self._form.dated else ()
        about = () if self._form.titled else (Run("V/v "), *subject)
        return Head(superior, agency, number, place_date, about)

    def _number(self) -> Runs:
        """Return the number and symbol; a number not yet given is a gap of spaces, not something missing."""
        if self._paper.number:
            return (Run(self._paper.number, source=f"{self._path}.number"),)
        return (Run(f"{GAP}/"), *self._symbol())

    def _symbol(self) -> Runs:
        if self._paper.symbol:
            return (Run(self._paper.symbol, source=f"{self._path}.symbol"),)
        if self._form.symbol == "co-quan-don-vi":
            return self._unit_symbol()
        abbreviation = self._kind.data.abbreviation
        short = self._letterhead.symbol(abbreviation) if self._letterhead else None
        kind = f"{abbreviation}-"
        return (Run(f"{kind}{short}"),) if short else (Run(kind), blank(f"{self._path}.symbol"))

    def _unit_symbol(self) -> Runs:
        """Return the symbol of a công văn, "UBND-KSTT": the agency, and who drafted it (II.3b)."""
        unit, path = self._paper.drafting_unit, f"{self._path}.drafting_unit"
        short = self._letterhead.symbol("") if self._letterhead else None
        agency = Run(short) if short else blank("issuer")
        drafted = Run(unit.mark or unit.symbol, source=path) if unit else blank(path)
        return (agency, Run("-"), drafted)

    def _place(self) -> Runs:
        seat = self._letterhead.seat() if self._letterhead else None
        return (Run(seat, source="issuer"),) if seat else (blank("issuer"),)

    def _day(self) -> Runs:
        """Return "ngày 18 tháng 5 năm 2026"; before the signature the day is a gap of spaces."""
        if self._paper.date:
            return (Run(long_date(self._paper.date), source=f"{self._path}.date"),)
        month = self._paper.month if self._month_printed else None
        return (Run(f"ngày {GAP} tháng {_month(month)} năm {self._year or GAP}"),)

    def attached(self) -> Runs:
        """Return "(Kèm theo Thông báo số ... ngày ... của ...)" (PL I, III.1c; Mẫu 2.2 notes 3 and 4).

        On paper it equals the head; of an electronic paper number and date need not be filled.
        """
        filled = self._paper.medium == "giay" and self._paper.number and self._paper.date
        number = self._number() if filled else (Run(f"{GAP}/"), *self._symbol())
        day = long_date(self._paper.date) if filled and self._paper.date else self._unfilled_day()
        issuer: Run = Run(self._naming.full(self._issuer)) if self._issuer else blank("issuer")
        return (
            Run(f"(Kèm theo {self._kind.data.name} số "),
            *number,
            Run(f" {day} của "),
            issuer,
            Run(")"),
        )

    def _unfilled_day(self) -> str:
        return f"ngày {GAP} tháng {GAP} năm {self._year or GAP}"

    def signing_line(self) -> Runs:
        """Return the line of the signature on an annex in a file of its own, its time left open (III.1d).

        Files are signed one by one only when the paper is electronic.
        """
        if self._paper.medium == "giay":
            return ()
        day, time = f"{GAP}/{GAP}/{self._year or GAP}", f"{GAP}:{GAP}:{GAP}"
        return (Run("Số: "), *self._number(), Run(f"; ngày {day}; giờ {time}"))

    # --- signature and recipients ------------------------------------------------------------------

    def signatures(self) -> tuple[Signature, ...]:
        """Return the signature by authority, or the columns of the kind (Mẫu 1.9)."""
        return column_signatures(self._order) if self._form.signatures else (self._signature(),)

    def _signature(self) -> Signature:
        """Return boxes 7a and 7b: chain of authority, room, second post, name (PL I, II.7)."""
        signer, path = self._paper.signer, f"{self._path}.signer"
        lines = tuple((Run(_authority(line), source=f"{path}.chain"),) for line in signer.chain)
        person = self._catalogues.people[signer.person] if signer.person else None
        name = (Run(person.name, source=f"{path}.person"),) if person else (blank(f"{path}.person", GAP * 3),)
        second = post_capitals(signer.second_post) if signer.second_post else None
        return Signature(lines or ((blank(f"{path}.chain", GAP * 4),),), name, second)

    def addressees(self) -> tuple[Runs, ...]:
        """Return Kính gửi: one alone, or several with their dash and mark (PL I, II.9d)."""
        form, path = self._form, f"{self._path}.addressees"
        named = [
            (self._addressee(item), f"{path}.{index}") for index, item in enumerate(self._paper.addressees)
        ]
        if not named and self._paper.unit and form.addressees != "khong":
            named = [(self._naming.listed([self._paper.unit], full=True), f"{self._path}.unit")]
        if not named:
            return ((blank(path, GAP * 6),),) if form.addressees == "can" else ()
        if len(named) == 1:
            return ((Run(named[0][0], source=named[0][1]),),)
        last = len(named) - 1
        return tuple(
            (Run(f"- {name}{'.' if index == last else ';'}", source=source),)
            for index, (name, source) in enumerate(named)
        )

    def _addressee(self, item: Addressee) -> str:
        return item.group or capitalise_first(self._naming.listed(item.owners, full=True))

    def recipients(self, first: Runs = ()) -> tuple[Runs, ...]:
        """Return the items of nơi nhận, `first` before them; the last is "- Lưu: VT, ..." (PL I, II.9d)."""
        path = f"{self._path}.recipients"
        items: list[Runs] = [
            (Run(f"- {self._recipient(item)};", source=f"{path}.{index}"),)
            for index, item in enumerate(self._paper.recipients)
        ]
        if first:
            items.insert(0, (Run("- "), *first, Run(";")))
        if not items and self._form.recipients == "tuy":
            return ()
        if not items:
            items = [(Run("- "), blank(path, GAP * 3), Run(";"))]
        return (*items, (Run(_kept(self._paper.drafting_unit)),))

    def urgency(self) -> Urgency | None:
        """Return the mark of urgency (III.2b)."""
        return URGENCY[self._paper.urgency] if self._paper.urgency else None

    def circulation(self) -> Circulation | None:
        """Return how far the paper may be passed on (III.2c)."""
        return CIRCULATION[self._paper.circulation] if self._paper.circulation else None

    def _recipient(self, item: Recipient) -> str:
        name = item.group or self._naming.abbreviated(item.agency or "")
        return f"{name} ({item.purpose})" if item.purpose else name


def _month(month: int | None) -> str:
    if month is None:
        return GAP
    return f"{month:02d}" if month <= 2 else str(month)


def _authority(line: SignatureLine) -> str:
    prefix = f"{line.prefix.upper()}. " if line.prefix else ""
    return prefix + post_capitals(line.post)


def _kept(unit: DraftingUnit | None) -> str:
    """Return "- Lưu: VT, VP(KSTT)."; the number of copies only when it is given."""
    if unit is None:
        return "- Lưu: VT."
    mark = f"({unit.mark})" if unit.mark else ""
    copies = f" ({unit.copies:02d}b)" if unit.copies else ""
    return f"- Lưu: VT, {unit.symbol}{mark}{copies}."
