"""Đơn vị được kiểm tra: when, where and with whom work was done there, and what was looked at."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.cited_papers import UnitPaper
from generator.model.fields import (
    AgencyKey,
    Clock,
    Day,
    Flag,
    Id,
    OneOf,
    PersonKey,
    PersonKeys,
    Record,
    Rich,
    ScopeKey,
    Text,
)


class Period(Record):
    """Thời kỳ kiểm tra. `text` is printed as typed when the source gives no days."""

    start: Day | None = Field(None, alias="from", description="Từ ngày.")
    end: Day | None = Field(None, alias="to", description="Đến ngày; bỏ trống: đến thời điểm kiểm tra.")
    text: Text | None = Field(None, description="Lời ghi thời kỳ khi không có ngày cụ thể, in như đã gõ.")


_PART = OneOf(sang="sáng", chieu="chiều", ca_ngay="cả ngày")

PARTS = _PART.choices
"""Part of a day in YAML → how it is said."""


class Session(Record):
    """Buổi làm việc."""

    date: Day | None = Field(None, description="Ngày làm việc.")
    date_text: Text | None = Field(None, description="Ngày như nguồn ghi, khi nguồn không ghi đủ năm.")
    part: Annotated[str, _PART] | None = Field(None, description="Buổi.")
    start: Clock | None = Field(None, description="Bắt đầu lúc.")
    end: Clock | None = Field(None, description="Kết thúc lúc.")
    place: Text | None = Field(None, description="Nơi làm việc.")


class Attendee(Record):
    """Người dự buổi kiểm tra: one of the catalogue, or a name as typed."""

    person: PersonKey | None = Field(None, description="Mã tại `catalogues/people.yaml`.")
    name: Text | None = Field(None, description="Họ tên kèm cách xưng hô, khi không có trong danh mục.")
    post: Text | None = Field(None, description="Chức vụ, nếu khác danh mục.")


class Noted(Record):
    """Điều ghi tại biên bản về một nội dung kiểm tra."""

    scope: ScopeKey | None = Field(None, description="Nội dung kiểm tra (mã tại `scope`).")
    text: Rich = Field(description="Điều được ghi.")


class InspectedUnit(Record):
    """Đơn vị được kiểm tra: any organisation."""

    id: Id = Field(description="Mã đơn vị (chữ thường không dấu, chữ số, gạch nối).")
    agency: AgencyKey = Field(description="Cơ quan (mã tại `catalogues/agencies.yaml`).")
    sessions: tuple[Session, ...] = Field((), description="Các buổi làm việc.")
    report: UnitPaper | None = Field(None, description="Báo cáo của đơn vị.")
    no_report: Flag = Field(default=False, description="có: đơn vị chưa gửi báo cáo theo yêu cầu.")
    minutes: UnitPaper | None = Field(None, description="Biên bản kiểm tra.")
    noted: tuple[Noted, ...] = Field((), description="Nội dung, kết quả ghi tại biên bản.")
    opinion: Rich | None = Field(None, description="Ý kiến của đơn vị ghi tại biên bản.")
    attending: tuple[Attendee, ...] = Field((), description="Người của đơn vị dự buổi kiểm tra.")
    team_present: PersonKeys = Field(
        (), description="Thành viên Đoàn dự kiểm tra tại đơn vị; bỏ trống: cả Đoàn."
    )
    explanation: UnitPaper | None = Field(None, description="Văn bản giải trình của đơn vị.")
    business_code: Text | None = Field(None, description="Mã số doanh nghiệp, khi đơn vị là doanh nghiệp.")
    address: Text | None = Field(None, description="Địa chỉ, khi đơn vị là doanh nghiệp.")


class Scope(Record):
    """Nội dung kiểm tra, theo thứ tự của quyết định."""

    id: Id = Field(description="Mã nội dung, để kết quả và hạn chế dẫn tới.")
    text: Text = Field(description="Lời nêu nội dung kiểm tra.")
    full: Text | None = Field(
        None, description="Lời nêu đủ trong quyết định, kế hoạch: Việc công khai ...; bỏ trống: như `text`."
    )
