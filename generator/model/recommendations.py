"""Yêu cầu, kiến nghị và thời hạn: who does what until when, and which limitation it answers."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from generator.model.agencies import Verb
from generator.model.calendar import Calendar
from generator.model.fields import (
    AddressedKeys,
    AgencyKey,
    Count,
    Day,
    Flag,
    Id,
    OneOf,
    OwnerKeys,
    Quarter,
    Record,
    Rich,
    Text,
    problem,
)
from generator.model.filled_text import with_usual
from generator.model.phrase_use import RecommendationText
from generator.model.progress import Progress, Remedy
from generator.wording import parse_quarter


class Deadline(Record):
    """Thời hạn: exactly one form. A missing deadline is not the same as `ongoing`."""

    before: Day | None = Field(None, description="trước ngày (không kể ngày đó).")
    by: Day | None = Field(None, description="chậm nhất ngày (kể cả ngày đó).")
    within: Count | None = Field(None, description="trong thời hạn bao nhiêu ngày.")
    unit: Annotated[str, OneOf(ngay="ngày", ngay_lam_viec="ngày làm việc")] = "ngay"
    start: Annotated[str, OneOf(ban_hanh="kể từ ngày ban hành", nhan="kể từ ngày nhận được")] = Field(
        "nhan", alias="from"
    )
    quarter: Quarter | None = Field(None, description="Quý: III/2026.")
    immediately: Flag = Field(default=False, description="có: thực hiện ngay.")
    report_before: Day | None = Field(
        None, description="Báo cáo kết quả trước ngày (cùng với `immediately`)."
    )
    ongoing: Text | None = Field(None, description="Thường xuyên; ghi nơi báo cáo kết quả, hoặc “có”.")

    @property
    def form(self) -> str:
        """Return which form was given: before, by, within, quarter, immediately, ongoing."""
        return next(name for name in _DEADLINE_FORMS if getattr(self, name))

    @model_validator(mode="after")
    def _one_form(self) -> Deadline:
        given = [name for name in _DEADLINE_FORMS if getattr(self, name)]
        if len(given) != 1:
            raise problem(
                "deadline-one-form", given=", ".join(given) or "-", forms=", ".join(_DEADLINE_FORMS)
            )
        return self


_NO_CALENDAR = Calendar()
_DEADLINE_FORMS = ("before", "by", "within", "quarter", "immediately", "ongoing")


def _deadline(value: Any) -> Any:
    return {"ongoing": "có"} if value in ("ongoing", "thường xuyên", "thuong-xuyen") else value


DeadlineField = Annotated[Deadline, BeforeValidator(_deadline)]


def overdue_from(
    deadline: Deadline | None, issued: date | None, calendar: Calendar = _NO_CALENDAR
) -> date | None:
    """Return the first day after a time limit; None when it has no end that is known.

    So it is when it counts from the receipt, or in working days that the calendar does not cover.
    """
    if deadline is None or deadline.form == "ongoing":
        return None
    if deadline.before or deadline.report_before:
        return deadline.before or deadline.report_before
    if deadline.within is not None:
        last = _end_of_days(deadline, deadline.within, issued, calendar)
    else:
        last = deadline.by or _end_of_quarter(deadline.quarter)
    return last + timedelta(days=1) if last and last < date.max else None


def _end_of_days(deadline: Deadline, count: int, issued: date | None, calendar: Calendar) -> date | None:
    """Return the last of so many days from the issue on, whose own day is not counted."""
    if issued is None or deadline.start != "ban-hanh":
        return None
    if uses_calendar(deadline):
        return calendar.after(issued, count)
    return issued + timedelta(days=count) if count <= (date.max - issued).days else None


def uses_calendar(deadline: Deadline | None) -> bool:
    """Return whether a time limit is counted in working days."""
    return deadline is not None and deadline.within is not None and deadline.unit != "ngay"


def _end_of_quarter(text: str | None) -> date | None:
    if text is None:
        return None
    quarter, year = parse_quarter(text)
    return date(year, quarter * 3, monthrange(year, quarter * 3)[1])


class Recommendation(Record):
    """Yêu cầu, kiến nghị: who does what until when, and which limitation it answers."""

    id: Id = Field(description="Mã kiến nghị, để nơi khác dẫn tới.")
    owners: OwnerKeys = Field((), description="Cơ quan chủ trì (mã đơn vị hoặc mã danh mục).")
    owners_text: Text | None = Field(None, description="Cơ quan chủ trì, khi là một nhóm không có mã.")
    cooperating: OwnerKeys = Field((), description="Cơ quan phối hợp.")
    verb: Verb | None = Field(None, description="Động từ; bỏ trống thì theo quan hệ với cơ quan chủ trì.")
    petition_to: AgencyKey | None = Field(
        None, description="Cơ quan được kiến nghị, khi chủ trì chỉ tham mưu kiến nghị đó."
    )
    addresses: AddressedKeys = Field((), description="Hạn chế, nguyên nhân được xử lý (mã); `all`: tất cả.")
    text: RecommendationText = Field(description="Nội dung yêu cầu, kiến nghị, hoặc câu mẫu.")
    short: Rich | None = Field(None, description="Lời gọn trong bảng danh mục.")
    product: Text | None = Field(None, description="Sản phẩm.")
    deadline: DeadlineField | None = Field(None, description="Thời hạn; bỏ trống là chưa biết.")
    note: Text | None = Field(None, description="Ghi chú, in ở cột cuối của bảng danh mục khi có.")
    remedies: tuple[Remedy, ...] = Field((), description="Biện pháp khắc phục, theo cơ quan chủ trì.")
    progress: tuple[Progress, ...] = Field((), description="Tình hình thực hiện, theo ngày.")

    @model_validator(mode="after")
    def _with_usual(self) -> Recommendation:
        return with_usual(self)

    @property
    def asked(self) -> tuple[str, ...]:
        """Who is spoken to: the agency a petition goes on to, else the owners."""
        return (self.petition_to,) if self.petition_to else self.owners

    def progress_of(self, owner: str | None, as_of: date | None) -> Progress | None:
        """Return the last state told of an owner up to a day; of any day when none is given."""
        found = [one for one in self.progress if not one.owners or owner in one.owners]
        told = [one for one in found if as_of is None or one.as_of <= as_of]
        return max(told, key=lambda one: one.as_of, default=None)

    def remedy(self, owner: str | None) -> Remedy | None:
        """Return how an owner will carry it out, if that is typed."""
        return next((one for one in self.remedies if not one.owners or owner in one.owners), None)


class Task(Record):
    """Tổ chức thực hiện: who follows, who reports to whom and when."""

    owners: OwnerKeys = Field((), description="Cơ quan chủ trì.")
    text: Rich = Field(description="Việc phải làm.")
    deadline: DeadlineField | None = Field(None, description="Thời hạn.")
