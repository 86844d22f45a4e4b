"""Văn bản pháp luật: how an act is cited, when it is in force, and which of its facts were not verified."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field

from generator.model.fields import ActKey, Day, Flag, Id, OneOf, Record, Text, Texts, listed
from generator.model.verified import open_facts

UNVERIFIED = OneOf(
    so="số, ký hiệu",
    ngay="ngày ban hành",
    co_quan="cơ quan ban hành",
    trich_yeu="trích yếu",
    hieu_luc="hiệu lực",
    sua_doi="văn bản sửa đổi",
    thay_the="văn bản thay thế",
)
_Facts: TypeAlias = Annotated[tuple[Annotated[str, UNVERIFIED], ...], BeforeValidator(listed)]


class LegalAct(Record):
    """Văn bản pháp luật làm căn cứ, viện dẫn."""

    id: Id = Field(description="Mã.")
    kind: Text = Field(description="Loại văn bản: nghi-dinh, luat, thong-tu.")
    number: Text | None = Field(None, description="Số, ký hiệu: 118/2025/NĐ-CP.")
    date: Day | None = Field(None, description="Ngày ban hành (luật: ngày thông qua).")
    issuer: Text | None = Field(None, description="Cơ quan ban hành: Chính phủ.")
    subject: Text | None = Field(None, description="Trích yếu, không có “Về việc”; của luật là tên luật.")
    cite_basis: Text | None = Field(None, description="Lời ghi sau chữ “Căn cứ”, khi khác lời thường.")
    cite_body: Text | None = Field(None, description="Lời viện dẫn đủ trong thân, khi khác lời thường.")
    in_force_from: Day | None = Field(None, description="Có hiệu lực từ ngày.")
    in_force_until: Day | None = Field(None, description="Có hiệu lực đến hết ngày.")
    amended_by: Texts = Field((), description="Văn bản sửa đổi (mã, hoặc số ký hiệu).")
    replaced_by: Text | None = Field(None, description="Văn bản thay thế (mã, hoặc số ký hiệu).")
    verified: Flag = Field(default=True, description="không: chưa đối chiếu với văn bản gốc.")
    unverified: _Facts = Field((), description="Những điều chưa đối chiếu, khi các điều khác đã đối chiếu.")

    @property
    def open_facts(self) -> str:
        """What of the act was not verified, in words; "" when all of it was."""
        return open_facts(UNVERIFIED, self.unverified, verified=self.verified)


class Basis(Record):
    """Quy định làm căn cứ xác định hạn chế."""

    act: ActKey = Field(description="Văn bản (mã tại `catalogues/legal-bases.yaml`).")
    provision: Text | None = Field(None, description="Điểm, khoản, điều.")


class LegalActFile(Record):
    """`catalogues/legal-bases.yaml`."""

    legal_bases: tuple[LegalAct, ...] = Field(description="Các văn bản.")
