"""How far a recommendation was carried out by a day, and how its owner means to carry it out."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.fields import Day, OneOf, OwnerKeys, Record, Rich, Text

_STATUS = OneOf(
    hoan_thanh="hoàn thành",
    mot_phan="hoàn thành một phần",
    chua_hoan_thanh="chưa hoàn thành",
    qua_han="quá hạn",
    khong_thuc_hien="không thực hiện",
    chua_dap_ung="chưa đáp ứng yêu cầu",
)
STATUSES = _STATUS.choices
"""Status in YAML → the words for it."""
DONE, PARTLY = "hoan-thanh", "mot-phan"


class Progress(Record):
    """Tình hình thực hiện một kiến nghị đến một ngày, của tất cả hoặc của vài cơ quan chủ trì."""

    owners: OwnerKeys = Field((), description="Cơ quan chủ trì; bỏ trống: mọi cơ quan chủ trì.")
    as_of: Day = Field(description="Đến ngày.")
    status: Annotated[str, _STATUS] = Field(description="Tình trạng thực hiện.")
    evidence: Rich | None = Field(None, description="Kết quả, chứng cứ: viết nối sau trạng thái.")


class Remedy(Record):
    """Biện pháp khắc phục của cơ quan chủ trì, cho kế hoạch khắc phục của mình."""

    owners: OwnerKeys = Field((), description="Cơ quan chủ trì; bỏ trống: mọi cơ quan chủ trì.")
    measure: Rich | None = Field(None, description="Biện pháp thực hiện.")
    responsible: Text | None = Field(None, description="Người, bộ phận chịu trách nhiệm.")
