"""Hồ sơ được kiểm tra: the files that were looked at one by one (reference 5.10)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from generator.model.fields import Day, FileCode, Flag, Id, OneOf, Record, Rich, Text, UnitKey, problem
from generator.model.private_data import HIDDEN, PRIVATE


class CheckedFile(Record):
    """Một hồ sơ TTHC được kiểm tra."""

    code: Annotated[FileCode, PRIVATE] = Field(description="Mã hồ sơ; không in trong bản công khai.")
    unit: UnitKey | None = Field(
        None, description="Đơn vị giải quyết (mã tại `inspected_units`); bỏ trống khi chỉ có một đơn vị."
    )
    sample: Id | None = Field(None, description="Mẫu kiểm tra (số liệu `kind: sample`) mà hồ sơ thuộc về.")
    procedure: Annotated[Text, HIDDEN] = Field(description="Tên thủ tục hành chính.")
    applicant: Annotated[Text | None, PRIVATE] = Field(
        None, description="Người nộp hồ sơ; không in trong bản công khai."
    )
    received: Annotated[Day | None, HIDDEN] = Field(None, description="Ngày tiếp nhận.")
    due: Annotated[Day | None, HIDDEN] = Field(None, description="Ngày hẹn trả kết quả.")
    returned: Annotated[Day | None, HIDDEN] = Field(None, description="Ngày trả kết quả.")
    pending: Flag = Field(default=False, description="có: chưa trả kết quả tại thời điểm kiểm tra.")
    result: Annotated[Annotated[str, OneOf(dat="đạt", khong_dat="không đạt")] | None, HIDDEN] = Field(
        None, description="Kết quả kiểm tra."
    )
    conclusion: Annotated[Rich | None, HIDDEN] = Field(
        None, description="Kết luận về hồ sơ; bỏ trống thì in kết quả tại `result`."
    )
    private: Flag | None = Field(
        None,
        description="có: bản công khai chỉ in số thứ tự; không: in tất cả; bỏ trống: không in mã, người nộp.",
    )

    @model_validator(mode="after")
    def _days_in_order(self) -> CheckedFile:
        if self.pending and self.returned:
            raise problem("file-returned-and-pending")
        for name in ("due", "returned"):
            day = getattr(self, name)
            if self.received and day and day < self.received:
                raise problem("file-days-order", which=name)
        return self
