"""Figures: typed once; totals, shares, points and annex tables are computed from them.

A kind of figure has *parts* (what may be added over units) and *derives* the rest. A total typed beside
its parts is printed as typed and left to the checks; an untyped one is computed; a part that is not
given is unknown: then there is no total, and never a 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator
from typing_extensions import override

from generator.model.fields import (
    Count,
    CountOrReference,
    Day,
    Id,
    OneOf,
    PaperKey,
    Percent,
    Record,
    RichText,
    Text,
    UnitKey,
    problem,
)
from generator.wording import points

Amount: TypeAlias = int | RichText
Parts: TypeAlias = "dict[str, int | None]"


class Form(StrEnum):
    """How a quantity prints."""

    COUNT = "count"  # 13.462, in prose 05
    RATE = "rate"  # 86,96%
    POINTS = "points"  # 1,96 điểm phần trăm
    COMPARISON = "comparison"  # cao hơn 1,96 điểm phần trăm


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure that can be printed; `value` is None when it is unknown.

    `base` names the quantity that a share of this one is taken of; `share` is a share typed by the
    clerk, in percent, printed as typed.
    """

    value: int | Fraction | Decimal | None
    form: Form = Form.COUNT
    base: str = ""
    share: Decimal | None = None


Quantities: TypeAlias = "dict[str, Quantity]"


def _sum(values: list[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


class SpreadsheetRange(Record):
    """Vùng ô của một bảng tính: a header, and the row of this figure."""

    file: Text = Field(description="Tệp .xlsx hoặc .csv, đường dẫn tính từ thư mục của tệp YAML này.")
    sheet: Text | None = Field(None, description="Tên trang tính; bỏ trống khi tệp chỉ có một trang.")
    range: Text | None = Field(
        None, description="Vùng ô gồm cả hàng tiêu đề: A4:M12; bỏ trống là cả trang tính."
    )
    row: Text | None = Field(
        None, description="Chữ ở cột tên của hàng cần lấy: Xã Ví Dụ A; bỏ trống khi chỉ có một hàng."
    )


class _Figure(Record):
    id: Id = Field(description="Mã số liệu, để [[mã]] dẫn tới.")
    unit: UnitKey | None = Field(None, description="Đơn vị của số liệu (mã tại `inspected_units`).")
    name: Text | None = Field(None, description="Tên gọi của số liệu, nếu cần in.")
    as_of: Day | None = Field(None, description="Thời điểm chốt số liệu.")
    period: Text | None = Field(None, description="Thời kỳ của số liệu khi không có ngày chốt, in như đã gõ.")
    source: PaperKey | None = Field(None, description="Văn bản nguồn (mã tại `papers`).")
    stated: dict[str, Text] = Field(
        {}, description="Số mà báo cáo của đơn vị tự nêu và văn bản không in; chỉ để soát lỗi."
    )
    read_from: SpreadsheetRange | None = Field(
        None, alias="from", description="Bảng tính mà số liệu được lấy từ đó; số gõ bên cạnh phải khớp."
    )

    @property
    def main(self) -> str:
        """The path that ``[[id]]`` alone means; empty when the kind has none."""
        return ""

    def parts(self) -> dict[str, Amount | None]:
        """Return what may be added over several figures of one kind; None is unknown."""
        raise NotImplementedError

    def derive(self, parts: Parts) -> Quantities:
        """Return every printable quantity of parts (its own, or the sums over several figures)."""
        raise NotImplementedError

    def typed(self) -> Quantities:
        """Return quantities printed as typed in place of the computed ones."""
        return {}

    def among(self, _others: Sequence[_Figure]) -> _Figure:
        """Return this figure without what holds for it alone and not for its sum with others."""
        return self


class TthcReceived(Record):
    """Tiếp nhận: columns (3) to (6) of the table II.06a."""

    online: Count | None = Field(None, description="Tiếp nhận trực tuyến.")
    in_person_post: Count | None = Field(None, description="Tiếp nhận trực tiếp, qua bưu chính công ích.")
    carried_over: Count | None = Field(None, description="Từ kỳ trước chuyển sang.")
    total: Count | None = Field(None, description="Tổng số; bỏ trống thì chương trình tính.")


class TthcSettled(Record):
    """Đã giải quyết: columns (7) to (10)."""

    early: Count | None = Field(None, description="Trước hạn.")
    on_time: Count | None = Field(None, description="Đúng hạn.")
    overdue: Count | None = Field(None, description="Quá hạn.")
    total: Count | None = Field(None, description="Tổng số; bỏ trống thì chương trình tính.")


class TthcPending(Record):
    """Đang giải quyết: columns (11) to (13)."""

    in_time: Count | None = Field(None, description="Trong hạn.")
    overdue: Count | None = Field(None, description="Quá hạn.")
    total: Count | None = Field(None, description="Tổng số; bỏ trống thì chương trình tính.")


class TthcShares(Record):
    """Shares that the source states and the paper prints as stated."""

    base: Annotated[str, OneOf(settled="trên số đã giải quyết", received="trên số tiếp nhận")] = "settled"
    early: Percent | None = Field(None, description="Tỷ lệ trước hạn.")
    on_time: Percent | None = Field(None, description="Tỷ lệ đúng hạn.")
    overdue: Percent | None = Field(None, description="Tỷ lệ quá hạn.")


class TthcField(Record):
    """Hồ sơ của một lĩnh vực: one row of the table II.06a."""

    field: Text = Field(description="Lĩnh vực: Hộ tịch.")
    received: TthcReceived = Field(TthcReceived(), description="Tiếp nhận.")
    settled: TthcSettled = Field(TthcSettled(), description="Đã giải quyết.")
    pending: TthcPending = Field(TthcPending(), description="Đang giải quyết.")


_TTHC_PARTS = {
    "received": ("online", "in_person_post", "carried_over"),
    "settled": ("early", "on_time", "overdue"),
    "pending": ("in_time", "overdue"),
}


class Tthc(_Figure):
    """Hồ sơ thủ tục hành chính: received, settled, pending (biểu II.06a)."""

    kind: Literal["tthc"]
    received: TthcReceived = Field(TthcReceived(), description="Tiếp nhận.")
    settled: TthcSettled = Field(TthcSettled(), description="Đã giải quyết.")
    pending: TthcPending = Field(TthcPending(), description="Đang giải quyết.")
    shares: TthcShares = Field(TthcShares(), description="Tỷ lệ mà nguồn nêu, in như đã nêu.")
    by_field: tuple[TthcField, ...] = Field((), description="Số liệu theo lĩnh vực (biểu II.06a).")

    @model_validator(mode="after")
    def _each_field_once(self) -> Self:
        seen: set[str] = set()
        for item in self.by_field:
            name = item.field.casefold()
            if name in seen:
                raise problem("figure-field-twice", text=item.field)
            seen.add(name)
        return self

    def of_field(self, name: str) -> Tthc | None:
        """Return the figures of one field (lĩnh vực) alone; None when there are none of it."""
        found = next((item for item in self.by_field if item.field.casefold() == name.casefold()), None)
        if found is None:
            return None
        known = {group: getattr(found, group) for group in _TTHC_PARTS}
        return self.model_copy(update={**known, "by_field": (), "shares": TthcShares()})

    @override
    def parts(self) -> dict[str, Amount | None]:
        found: dict[str, Amount | None] = {}
        for group, names in _TTHC_PARTS.items():
            record = getattr(self, group)
            found |= {f"{group}.{name}": getattr(record, name) for name in (*names, "total")}
        return found

    @override
    def derive(self, parts: Parts) -> Quantities:
        values = dict(parts)
        for group, names in _TTHC_PARTS.items():
            if values[f"{group}.total"] is None:
                values[f"{group}.total"] = _sum([values[f"{group}.{name}"] for name in names])
        values["received.new"] = _sum([values["received.online"], values["received.in_person_post"]])
        values["overdue"] = _sum([values["settled.overdue"], values["pending.overdue"]])
        values["settled.in_time"] = _in_time(values)
        return {path: Quantity(value, base=self._base(path)) for path, value in values.items()}

    def _base(self, path: str) -> str:
        if path in ("received.online", "received.in_person_post"):
            return "received.new"  # reference 6 and sample: tiếp nhận trực tuyến (4)/[(4)+(5)]
        if path == "settled.total":
            return "received.total"
        if path.startswith("settled.") and self.shares.base == "received":
            return "received.total"
        group = path.partition(".")[0]
        return f"{group}.total" if group in _TTHC_PARTS else ""

    @override
    def among(self, others: Sequence[_Figure]) -> _Figure:
        # Shares of different wholes are not one share: the sum is taken of what was settled.
        bases = {getattr(other, "shares", self.shares).base for other in others}
        return self if bases == {self.shares.base} else self.model_copy(update={"shares": TthcShares()})

    @override
    def typed(self) -> Quantities:
        shares = {name: getattr(self.shares, name) for name in _TTHC_PARTS["settled"]}
        return {
            f"settled.{name}": Quantity(
                getattr(self.settled, name), base=self._base(f"settled.{name}"), share=share
            )
            for name, share in shares.items()
            if share is not None
        }


def _in_time(values: Parts) -> int | None:
    """Return what was settled before or on its day; without these two, all that was not overdue."""
    added = _sum([values["settled.early"], values["settled.on_time"]])
    total, overdue = values["settled.total"], values["settled.overdue"]
    return total - overdue if added is None and total is not None and overdue is not None else added


class _Named(_Figure):
    """Named parts of one whole."""

    total: Count | None = Field(None, description="Tổng số; bỏ trống thì chương trình tính.")
    shares: dict[str, Percent] = Field({}, description="Tỷ lệ mà nguồn nêu, in như đã nêu.")

    @property
    @override
    def main(self) -> str:
        return "total"

    @model_validator(mode="after")
    def _known_parts(self) -> Self:
        named = self._named()
        if "total" in named:
            raise problem("part-named-total")
        for part in self.shares:
            if part not in named:
                raise problem("share-of-nothing", text=part, known=", ".join(named))
        return self

    def _named(self) -> dict[str, int | None]:
        raise NotImplementedError

    @override
    def parts(self) -> dict[str, Amount | None]:
        return {**self._named(), "total": self.total}

    @override
    def derive(self, parts: Parts) -> Quantities:
        values = dict(parts)
        if values["total"] is None and len(values) > 1:
            values["total"] = _sum([value for name, value in values.items() if name != "total"])
        return {
            name: Quantity(value, base="" if name == "total" else "total") for name, value in values.items()
        }

    @override
    def typed(self) -> Quantities:
        named = self._named()
        return {
            name: Quantity(named[name], base="total", share=share)
            for name, share in self.shares.items()
            if name in named
        }


class Breakdown(_Named):
    """A whole and its named parts: meetings by unit, procedures by level. `parts` may be left out."""

    kind: Literal["breakdown"]
    measure: Text | None = Field(None, description="Đơn vị tính: cuộc, hồ sơ, thủ tục.")
    of: dict[str, Count | None] = Field({}, description="Các thành phần: mã → số.")

    @override
    def _named(self) -> dict[str, int | None]:
        return dict(self.of)


class Survey(_Named):
    """Kết quả đánh giá mức độ hài lòng: level → number of answers (lượt)."""

    kind: Literal["survey"]
    levels: dict[str, Count | None] = Field(description="Mức đánh giá: mã → số lượt.")
    level_names: dict[str, Text] = Field(
        {}, description="Tên mức đánh giá in trong bảng, khi mã không có trong mẫu: mã → tên."
    )

    @model_validator(mode="after")
    def _names_of_levels(self) -> Self:
        for name in self.level_names:
            if name not in self.levels:
                raise problem("figure-level-unknown", text=name, known=", ".join(self.levels))
        return self

    @override
    def _named(self) -> dict[str, int | None]:
        return dict(self.levels)


class Indicator(_Figure):
    """A rate with its numerator, denominator and target; points are the difference of printed rates."""

    kind: Literal["indicator"]
    numerator: CountOrReference | None = Field(None, description="Tử số, hoặc “[[số liệu]]”.")
    denominator: CountOrReference | None = Field(None, description="Mẫu số, hoặc “[[số liệu]]”.")
    target: Percent | None = Field(None, description="Chỉ tiêu được giao.")
    target_source: PaperKey | None = Field(None, description="Văn bản giao chỉ tiêu (mã tại `papers`).")
    rate: Percent | None = Field(None, description="Tỷ lệ mà nguồn nêu, in như đã nêu.")
    difference: Percent | None = Field(
        None, description="Phần vượt, thiếu so với chỉ tiêu mà nguồn nêu bằng %, in như đã nêu."
    )

    @property
    @override
    def main(self) -> str:
        return "rate"

    @override
    def parts(self) -> dict[str, Amount | None]:
        return {"numerator": self.numerator, "denominator": self.denominator}

    @override
    def derive(self, parts: Parts) -> Quantities:
        numerator, denominator = parts["numerator"], parts["denominator"]
        rate = self._rate(numerator, denominator)
        gap = None if rate is None or self.target is None else points(rate, self.target)
        return {
            "numerator": Quantity(numerator, base="denominator"),
            "denominator": Quantity(denominator),
            "rate": Quantity(rate, Form.RATE),
            "target": Quantity(self.target, Form.RATE),
            "points": Quantity(None if gap is None else abs(gap), Form.POINTS),
            "comparison": Quantity(gap, Form.COMPARISON),
        }

    @staticmethod
    def _rate(numerator: int | None, denominator: int | None) -> Fraction | None:
        return None if numerator is None or not denominator else Fraction(numerator * 100, denominator)

    @override
    def among(self, others: Sequence[_Figure]) -> _Figure:
        targets = {getattr(other, "target", None) for other in others}
        return self if targets == {self.target} else self.model_copy(update={"target": None})

    @override
    def typed(self) -> Quantities:
        stated = {"rate": self.rate, "difference": self.difference}
        return {name: Quantity(value, Form.RATE) for name, value in stated.items() if value is not None}


class Reduction(_Figure):
    """Something that went from `before` down to `after`: days of a time limit."""

    kind: Literal["reduction"]
    before: Count = Field(description="Trước khi cắt giảm.")
    after: Count = Field(description="Sau khi cắt giảm.")
    measure: Text | None = Field(None, description="Đơn vị tính: ngày làm việc.")
    share: Percent | None = Field(None, description="Tỷ lệ mà nguồn nêu, in như đã nêu.")

    @override
    def parts(self) -> dict[str, Amount | None]:
        return {"before": self.before, "after": self.after}

    @override
    def among(self, _others: Sequence[_Figure]) -> _Figure:
        return self.model_copy(update={"share": None})

    @override
    def derive(self, parts: Parts) -> Quantities:
        before, after = parts["before"], parts["after"]
        cut = None if before is None or after is None else before - after
        return {
            "before": Quantity(before),
            "after": Quantity(after, base="before"),
            "cut": Quantity(cut, base="before", share=self.share),
        }


class Sample(_Figure):
    """Things checked one by one: `checked`, of them `passed` or `failed` (one of the two is computed)."""

    kind: Literal["sample"]
    checked: Count | None = Field(None, description="Số đã kiểm tra.")
    passed: Count | None = Field(None, description="Số đạt.")
    failed: Count | None = Field(None, description="Số không đạt.")

    @override
    def parts(self) -> dict[str, Amount | None]:
        return {"checked": self.checked, "passed": self.passed, "failed": self.failed}

    @override
    def derive(self, parts: Parts) -> Quantities:
        checked, passed, failed = parts["checked"], parts["passed"], parts["failed"]
        if checked is not None and passed is None and failed is not None:
            passed = checked - failed
        elif checked is not None and failed is None and passed is not None:
            failed = checked - passed
        return {
            "checked": Quantity(checked),
            "passed": Quantity(passed, base="checked"),
            "failed": Quantity(failed, base="checked"),
        }


class Feedback(_Figure):
    """Phản ánh, kiến nghị: received; answered on time or late; pending."""

    kind: Literal["feedback"]
    received: Count | None = Field(None, description="Đã tiếp nhận.")
    on_time: Count | None = Field(None, description="Trả lời đúng hạn.")
    late: Count | None = Field(None, description="Trả lời quá hạn.")
    pending: Count | None = Field(None, description="Đang xử lý.")

    @override
    def parts(self) -> dict[str, Amount | None]:
        return {name: getattr(self, name) for name in ("received", "on_time", "late", "pending")}

    @override
    def derive(self, parts: Parts) -> Quantities:
        answered = _sum([parts["on_time"], parts["late"]])
        return {
            "received": Quantity(parts["received"]),
            "answered": Quantity(answered, base="received"),
            "on_time": Quantity(parts["on_time"], base="answered"),
            "late": Quantity(parts["late"], base="answered"),
            "pending": Quantity(parts["pending"], base="received"),
        }


Figure: TypeAlias = Annotated[
    Tthc | Survey | Indicator | Reduction | Sample | Feedback | Breakdown, Field(discriminator="kind")
]


def quantities(figure: _Figure, parts: Mapping[str, int | None]) -> Quantities:
    """Return all quantities of one figure, those typed by the clerk in place of the computed ones."""
    return figure.derive(dict(parts)) | figure.typed()


def combined(figures: Sequence[_Figure], parts: Sequence[Parts]) -> Quantities:
    """Return the quantities of several figures of one kind added up; an unknown part stays unknown."""
    names = [name for name in parts[0] if all(name in other for other in parts)]
    printed = [figure.derive(dict(own)) for figure, own in zip(figures, parts, strict=True)]
    added = {name: _sum([_whole(shown[name]) for shown in printed]) for name in names}
    return figures[0].among(figures).derive(added)


def _whole(quantity: Quantity) -> int | None:
    return quantity.value if isinstance(quantity.value, int) else None
