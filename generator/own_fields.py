"""Fields that a kind of paper declares for itself: what an office's giấy mời says and no other paper does.

The inspection's file holds them as text, under ``documents[].fields``; the kind says what each of them is.
So a file can be read without its templates, and a field gets its type where the paper is composed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BaseModel, Field, create_model

from generator.model.fields import (
    AgencyKey,
    Clock,
    Count,
    Day,
    Flag,
    OneOf,
    PersonKey,
    Record,
    Rich,
    Text,
    problem,
)
from generator.validation import validated_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.names import Names
    from generator.yaml_source import DataPath, Source

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_TYPES: dict[str, Any] = {
    "doan-van": Rich,
    "ngay": Day,
    "ngay-day-du": Day,
    "gio": Clock,
    "so": Count,
    "nguoi": PersonKey,
    "co-quan": AgencyKey,
}


def _field_name(name: str) -> str:
    """Return a name that wording can write behind ``fields.``; an error for one that means another thing."""
    if not _NAME.fullmatch(name) or hasattr(dict, name):
        raise problem("own-field-name", text=name)
    return name


class KindField(Record):
    """A field of a kind's own: what it is called, what may be typed in it, whether a paper needs it."""

    label: Text = Field(description="Tên trường, in trong thông báo lỗi: Thời gian họp.")
    type: Annotated[
        str,
        OneOf(
            doan_van="đoạn văn, dùng được [[số liệu]]",
            ngay="ngày, in 25/5/2026",
            ngay_day_du="ngày, in ngày 25 tháng 5 năm 2026",
            gio="giờ, in 08 giờ 00 phút",
            so="số nguyên, in 05",
            nguoi="người tại `catalogues/people.yaml`, in Ông Nguyễn Văn A, kèm chức vụ",
            co_quan="cơ quan tại `catalogues/agencies.yaml`",
        ),
    ] = Field("doan-van", description="Kiểu.")
    required: Flag = Field(default=True, description="không: bỏ trống được; có: bỏ trống thì in chỗ trống.")


OwnFields = dict[Annotated[str, AfterValidator(_field_name)], KindField]
"""The fields of a kind by the name that a paper types and that its wording prints."""


def typed_fields(
    declared: Mapping[str, KindField], given: Mapping[str, str], source: Source, at: DataPath, names: Names
) -> dict[str, Any]:
    """Return the value of each declared field, None for one that is not given.

    Refused with every field of the group at `at` that is of no such name or no such type.
    """
    model = _model(tuple(declared.items()))
    found = validated_at(model, dict(given), source, at, names)
    return {name: getattr(found, _attribute(place)) for place, name in enumerate(declared)}


@lru_cache(maxsize=64)
def _model(declared: tuple[tuple[str, KindField], ...]) -> type[BaseModel]:
    """Return a model of the declared fields; that some are needed is told where the paper has a gap."""
    fields: dict[str, Any] = {
        _attribute(place): (_TYPES[field.type] | None, Field(None, alias=name, description=field.label))
        for place, (name, field) in enumerate(declared)
    }
    return create_model("OwnFields", __base__=Record, **fields)


def _attribute(place: int) -> str:
    """Return what the model calls a field: a name of its own would hide something of the model's."""
    return f"field_{place}"
