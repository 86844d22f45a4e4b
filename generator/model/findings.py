"""Kết quả kiểm tra: strengths, limitations with their evidence, causes, responsibility, answers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from generator.model.fields import (
    AddressedKeys,
    Count,
    Flag,
    Id,
    OneOf,
    PaperKey,
    Record,
    Rich,
    ScopeKey,
    Text,
    Texts,
    UnitKeys,
)
from generator.model.filled_text import with_usual
from generator.model.legal_acts import Basis
from generator.model.phrase_use import CauseText, LimitationText, StrengthText
from generator.model.private_data import PRIVATE, WITH_ENTRY


class Strength(Record):
    """Kết quả đạt được; several of one scope become points a), b), c)."""

    scope: ScopeKey | None = Field(None, description="Nội dung kiểm tra (mã tại `scope`).")
    units: UnitKeys = Field((), description="Đơn vị (mã tại `inspected_units`).")
    text: StrengthText = Field(description="Kết quả đạt được, hoặc câu mẫu.")
    reported: Rich | None = Field(None, description="Lời trong báo cáo của Đoàn, khi kết luận nêu khác.")
    continues: Flag = Field(
        default=False, description="có: đoạn tiếp theo của mục trên, không có chữ cái đầu."
    )


class Evidence(Record):
    """Chứng cứ: which paper, which place in it, how many of how many."""

    paper: PaperKey | None = Field(None, description="Mã văn bản, hoặc minutes-<mã đơn vị>.")
    place: Text | None = Field(None, description="Trang, mục trong văn bản.")
    count: Count | None = Field(None, description="Số trường hợp.")
    of: Count | None = Field(None, description="Trên tổng số.")
    text: Text | None = Field(None, description="Lời nêu chứng cứ.")


class Limitation(Record):
    """Tồn tại, hạn chế: an observed fact with its evidence."""

    id: Id = Field(description="Mã hạn chế, để kiến nghị dẫn tới.")
    units: UnitKeys = Field((), description="Đơn vị có hạn chế (mã tại `inspected_units`).")
    scope: ScopeKey | None = Field(None, description="Nội dung kiểm tra (mã tại `scope`).")
    text: LimitationText = Field(description="Hạn chế, hoặc câu mẫu.")
    reported: Rich | None = Field(None, description="Lời trong báo cáo của Đoàn, khi kết luận nêu khác.")
    evidence: tuple[Evidence, ...] = Field((), description="Chứng cứ.")
    basis: tuple[Basis, ...] = Field((), description="Quy định làm căn cứ.")
    private_refs: Annotated[Texts, PRIVATE] = Field(
        (), description="Mã hồ sơ; không in trong văn bản công khai."
    )

    @model_validator(mode="after")
    def _with_usual(self) -> Limitation:
        return with_usual(self)


class Cause(Record):
    """Nguyên nhân."""

    id: Id | None = Field(None, description="Mã nguyên nhân, để kiến nghị dẫn tới.")
    kind: Annotated[str, OneOf(khach_quan="khách quan", chu_quan="chủ quan")] | None = None
    units: UnitKeys = Field((), description="Đơn vị.")
    addresses: AddressedKeys = Field((), description="Hạn chế mà nguyên nhân này giải thích.")
    text: CauseText = Field(description="Nguyên nhân, hoặc câu mẫu.")


class Remark(Record):
    """Một đoạn: trách nhiệm, kiến nghị của đơn vị, tiếp thu, giải trình."""

    id: Id | None = Field(None, description="Mã đoạn văn.")
    units: UnitKeys = Field((), description="Đơn vị.")
    text: Annotated[Rich, WITH_ENTRY] = Field(description="Đoạn văn.")
    private: Flag = Field(default=False, description="có: bản công khai không in đoạn này.")


class Findings(Record):
    """Kết quả kiểm tra."""

    strengths: tuple[Strength, ...] = Field((), description="Kết quả đạt được.")
    limitations: tuple[Limitation, ...] = Field((), description="Tồn tại, hạn chế.")
    causes: tuple[Cause, ...] = Field((), description="Nguyên nhân.")
    responsibility: tuple[Remark, ...] = Field((), description="Trách nhiệm.")
    unit_requests: tuple[Remark, ...] = Field((), description="Kiến nghị của đơn vị được kiểm tra.")
    responses: tuple[Remark, ...] = Field((), description="Tiếp thu, giải trình của đơn vị.")
