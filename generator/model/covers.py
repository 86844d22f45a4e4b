"""Which inspections a summary (báo cáo tổng hợp) covers: named by id, or chosen by year and by agency."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from generator.model.fields import AgencyKey, Ids, Record, Year, listed, problem

Years = Annotated[tuple[Year, ...], BeforeValidator(listed)]
AgencyKeys = Annotated[tuple[AgencyKey, ...], BeforeValidator(listed)]


class Covers(Record):
    """Các cuộc kiểm tra được tổng hợp: kể mã từng cuộc, hoặc chọn theo năm, theo cơ quan kết luận."""

    inspections: Ids = Field((), description="Mã các cuộc kiểm tra; không ghi cùng `years`, `concluded_by`.")
    years: Years = Field((), description="Mọi cuộc của các năm này; năm tính theo quyết định thành lập Đoàn.")
    concluded_by: AgencyKeys = Field(
        (), description="Mọi cuộc mà các cơ quan này kết luận (`issuer` của cuộc kiểm tra)."
    )

    @model_validator(mode="after")
    def _one_way(self) -> Covers:
        if bool(self.inspections) == bool(self.years or self.concluded_by):
            raise problem("covers-one-way")
        return self
