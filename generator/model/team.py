"""Đoàn kiểm tra, Đoàn giám sát: who is in it, in which role."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.fields import AgencyKey, OneOf, PersonKey, Record, Text

_ROLE = OneOf(
    truong_doan="Trưởng đoàn",
    pho_truong_doan="Phó Trưởng đoàn",
    thanh_vien="thành viên",
    thu_ky="thư ký",
    thanh_vien_thu_ky="thành viên kiêm thư ký",
)

TEAM_ROLES = _ROLE.choices
"""Role in YAML → the post it is in the team."""


class Member(Record):
    """Thành viên Đoàn."""

    role: Annotated[str, _ROLE] = Field(description="Vai trò trong Đoàn.")
    person: PersonKey | None = Field(None, description="Mã tại `catalogues/people.yaml`.")
    post: Text | None = Field(None, description="Chức vụ, nếu khác danh mục hoặc không biết tên.")
    agency: AgencyKey | None = Field(None, description="Cơ quan công tác.")


class Team(Record):
    """Đoàn kiểm tra, Đoàn giám sát."""

    name: Text = Field("Đoàn kiểm tra", description="Tên gọi tắt trong văn bản.")
    agency: AgencyKey | None = Field(
        None, description="Đoàn trong danh mục cơ quan: ký hiệu, con dấu được dùng."
    )
    members: tuple[Member, ...] = Field((), description="Thành viên Đoàn.")
    standing_agency: AgencyKey | None = Field(None, description="Cơ quan thường trực.")
