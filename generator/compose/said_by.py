"""Values as templates print them: rich text with its figures, deadlines, citations."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.compose.pieces import Citation, Mention, NumberOf, Piece, Said, said
from generator.document import Run
from generator.model.figures import Form
from generator.rich_text import rich_spans, typed_at
from generator.wording import GAP, count, parse_quarter, percent, prose_count, quarter, ratio, short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.figures import Quantity
    from generator.model.recommendations import Deadline
    from generator.model.references import FigureBook, Reference
    from generator.rich_text import Span

_TERMINAL = ".;:!?…"


def blank(source: str, text: str = GAP) -> Run:
    """Return a visible gap for a value that is not known yet."""
    return Run(text, source=source, blank=True)


def printed(quantity: Quantity) -> str | None:
    """Return a figure as prose prints it, None when it is unknown (NĐ 30/2020 usage; reference 6)."""
    value = quantity.value
    if value is None:
        return None
    if quantity.form is Form.COUNT:
        return prose_count(value) if isinstance(value, int) else count(int(value))
    if quantity.form is Form.RATE:
        return percent(value, _places(value))
    if quantity.form is Form.POINTS:
        return f"{_points(value)} điểm phần trăm"
    way = "cao hơn" if value > 0 else "thấp hơn"
    return f"{way} {_points(abs(Fraction(value)))} điểm phần trăm" if value else "bằng"


def _places(value: int | Fraction | Decimal) -> int:
    """Return the decimals of a rate: those that were typed, two when it was computed."""
    return max(0, -int(value.as_tuple().exponent)) if isinstance(value, Decimal) else 2


def _points(value: int | Fraction | Decimal) -> str:
    return percent(value, whole_short=False).removesuffix("%")


class Speaker:
    """Turns what was typed into pieces; `this` is what the paper calls itself ("Thông báo này").

    Of a press reconstruction (`press`) nothing is said of deadlines the article does not name.
    """

    def __init__(self, figures: FigureBook, this: str, year: int | None, *, press: bool = False) -> None:
        self._figures, self._this, self._year, self._press = figures, this, year, press

    def rich(self, text: str, path: str, deadline: Said | None = None) -> Said:
        """Return rich text; ``[[deadline]]`` in it is `deadline`."""
        at = tuple(path.split("."))
        return Said(
            piece
            for span in rich_spans(text)
            for piece in self._span(span, ".".join(map(str, typed_at(text, at, span))), deadline)
        )

    def _span(self, span: Span, path: str, deadline: Said | None) -> Iterator[Piece]:
        if span.part is not None and (span.part.agency or span.part.blank):
            yield Mention(span.part.agency, source=path, whole=True) if span.part.agency else blank(path)
        elif span.reference is None:
            yield Run(span.text, span.bold, span.italic, source=path)
        elif span.reference.name == "deadline" and deadline is not None:
            yield from deadline.pieces
        else:
            yield self._reference(span, span.reference)

    def _reference(self, span: Span, reference: Reference) -> Piece:
        bold, italic, source = span.bold, span.italic, f"={reference.text}"
        if reference.block:
            return NumberOf(reference.block, bold, italic, source)
        if reference.name and reference.name not in self._figures:
            return Citation(reference.name, bold, italic, source)
        text = self.figure(reference)
        return Run(GAP if text is None else text, bold, italic, source, blank=text is None)

    def figure(self, reference: Reference) -> str | None:
        """Return the printed figure of a reference, None when it is unknown."""
        if reference.name:
            reference = self._figures.main(reference.name)
        first, second = reference.first, reference.second
        if first is None:
            return None
        if second is not None:
            part = self._figures.quantity(first, reference.text).value
            whole = self._figures.quantity(second, reference.text).value
            return ratio(part, whole) if isinstance(part, int) and isinstance(whole, int) else None
        found = self._figures.share if reference.share else self._figures.quantity
        return printed(found(first, reference.text))

    # --- deadlines (variants 17 to 22) -------------------------------------------------------------

    def deadline(self, deadline: Deadline | None, path: str) -> Said:
        """Return the deadline inside a sentence: "trước ngày 05/6/2026"; a gap when it is not known."""
        if deadline is None:
            return self._unknown_deadline(path)
        return said(_phrase(deadline, self._this), path)

    def _unknown_deadline(self, path: str) -> Said:
        year = [Run(f" năm {self._year}")] if self._year else [Run(" năm "), blank(path)]
        return Said([Run("trước ngày "), blank(path), Run(" tháng "), blank(path), *year])

    def tail(self, deadline: Deadline | None, path: str) -> Said:
        """Return what ends the sentence of a duty whose text does not name its deadline."""
        if deadline is None:
            return Said([]) if self._press else said(", hoàn thành ") + self._unknown_deadline(path)
        if deadline.form == "ongoing":
            return Said([]) if deadline.ongoing == "có" else said(f"; {deadline.ongoing}", path)
        if deadline.form == "immediately":
            return (
                said(f"; báo cáo kết quả {_report(deadline)}", path) if deadline.report_before else Said([])
            )
        return said(", hoàn thành ") + self.deadline(deadline, path)

    def deadline_cell(self, deadline: Deadline | None, path: str) -> Said:
        """Return the deadline as a column of a table prints it."""
        if deadline is None:
            return Said([blank(path)])
        if deadline.form == "ongoing":
            return said("Thường xuyên", path)
        if deadline.form == "immediately":
            report = f"; báo cáo {_report(deadline)}" if deadline.report_before else ""
            return said(f"Thực hiện ngay{report}", path)
        text = _phrase(deadline, self._this)
        return said(text[:1].upper() + text[1:], path)


def _report(deadline: Deadline) -> str:
    return f"trước ngày {short_date(deadline.report_before)}" if deadline.report_before else ""


def _phrase(deadline: Deadline, this: str) -> str:
    if deadline.before is not None:
        return f"trước ngày {short_date(deadline.before)}"
    if deadline.by is not None:
        return f"chậm nhất ngày {short_date(deadline.by)}"
    if deadline.within is not None:
        return _within(deadline, deadline.within, this)
    if deadline.quarter is not None:
        return f"trong {quarter(*parse_quarter(deadline.quarter))}"
    if deadline.immediately:
        return _report(deadline) or "ngay"
    return "thường xuyên" if deadline.ongoing in (None, "có") else deadline.ongoing


def _within(deadline: Deadline, days: int, this: str) -> str:
    unit = {"ngay": "ngày", "ngay-lam-viec": "ngày làm việc"}[deadline.unit]
    start = {"ban-hanh": "ban hành", "nhan": "nhận được"}[deadline.start]
    return f"trong thời hạn {prose_count(days)} {unit} kể từ ngày {start} {this}"


def sentence(value: Said) -> Said:
    """Return the value with a full stop unless it ends with a mark already."""
    return value if value.last_character in _TERMINAL else Said((*value.pieces, Run(".")))


def mention(agency: str, source: str | None = None) -> Said:
    """Return an agency, full at its first place and short later."""
    return Said([Mention(agency, source=source)])


def cite(paper: str) -> Said:
    """Return a citation, full at its first place and short later (PL I, II.6b)."""
    return Said([Citation(paper)])


def basis(paper: str) -> Said:
    """Return a paper or act as a căn cứ names it (PL I, II.6a)."""
    return Said([Citation(paper, basis=True)])
