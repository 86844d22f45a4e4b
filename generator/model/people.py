"""Người: names, and posts by date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from generator.model.dated import Dated
from generator.model.fields import AgencyKey, Flag, Id, OneOf, Record, Text

if TYPE_CHECKING:
    from datetime import date


class HeldPost(Dated):
    """Chức vụ của một người trong một khoảng thời gian."""

    post: Text = Field(description="Chức vụ: Phó Giám đốc.")
    agency: AgencyKey | None = Field(None, description="Cơ quan.")
    acting: Flag = Field(default=False, description="có: quyền (Q.), chưa được bổ nhiệm chính thức.")


class Person(Record):
    """Người: name and salutation; no học hàm, học vị (PL I, II.7c)."""

    id: Id = Field(description="Mã.")
    name: Text = Field(description="Họ và tên: Nguyễn Văn A.")
    salutation: Annotated[str, OneOf(ong="Ông", ba="Bà")] | None = Field(None, description="Cách xưng hô.")
    post: Text | None = Field(None, description="Chức vụ, khi chỉ có một: Chánh Văn phòng UBND tỉnh.")
    agency: AgencyKey | None = Field(None, description="Cơ quan của chức vụ này.")
    posts: tuple[HeldPost, ...] = Field((), description="Các chức vụ theo thời gian, chức vụ chính trước.")

    def held_on(self, day: date | None) -> tuple[HeldPost, ...]:
        """Return the posts held on `day`, the main one first; an unknown day takes them all."""
        single = (HeldPost(post=self.post, agency=self.agency),) if self.post else ()
        return (*single, *(held for held in self.posts if held.holds_on(day)))


class PersonFile(Record):
    """`catalogues/people.yaml`."""

    people: tuple[Person, ...] = Field(description="Những người.")
