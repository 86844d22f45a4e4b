"""Kết quả kiểm tra: strengths, limitations with their evidence, causes, responsibility, answers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.fields import (
    ActKey,
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
from generator.model.private_data import PRIVATE, WITH_ENTRY


class Strength(Record):
    """Kết quả đạt được; several of one scope become points a), b), c)."""

    scope: ScopeKey | None = Field(None, description="Nội dung kiểm tra (mã tại `scope`).")
    units: UnitKeys = Field((), description="Đơn vị (mã tại `inspected_units`).")
    text: Rich = Field(description="Kết quả đạt được.")
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


class Basis(Record):
    """Quy định làm căn cứ xác định hạn chế."""

    act: ActKey = Field(description="Văn bản (mã tại `catalogues/legal-bases.yaml`).")
    provision: Text | None = Field(None, description="Điểm, khoản, điều.")


class Limitation(Record):
    """Tồn tại, hạn chế: an observed fact with its evidence."""

    id: Id = Field(description="Mã hạn chế, để kiến nghị dẫn tới.")
    units: UnitKeys = Field((), description="Đơn vị có hạn chế (mã tại `inspected_units`).")
    scope: ScopeKey | None = Field(None, description="Nội dung kiểm tra (mã tại `scope`).")
    text: Rich = Field(description="Hạn chế.")
    reported: Rich | None = Field(None, description="Lời trong báo cáo của Đoàn, khi kết luận nêu khác.")
    evidence: tuple[Evidence, ...] = Field((), description="Chứng cứ.")
    basis: tuple[Basis, ...] = Field((), description="Quy định làm căn cứ.")
    private_refs: Annotated[Texts, PRIVATE] = Field(
        (), description="Mã hồ sơ; không in trong văn bản công khai."
    )


class Cause(Record):
    """Nguyên nhân."""

    id: Id | None = Field(None, description="Mã nguyên nhân, để kiến nghị dẫn tới.")
    kind: Annotated[str, OneOf(khach_quan="khách quan", chu_quan="chủ quan")] | None = None
    units: UnitKeys = Field((), description="Đơn vị.")
    addresses: AddressedKeys = Field((), description="Hạn chế mà nguyên nhân này giải thích.")
    text: Rich = Field(description="Nguyên nhân.")


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
