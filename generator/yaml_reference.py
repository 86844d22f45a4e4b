"""The reference of the YAML fields, ``docs/yaml-reference.md``, made from the model."""

from __future__ import annotations

from importlib.resources import files
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, WithJsonSchema

from generator.model.agencies import AgencyFile, AgencyKindFile, LevelFile
from generator.model.calendar import CalendarFile
from generator.model.fields import (
    KEY_KINDS,
    Clock,
    Count,
    CountOrReference,
    Day,
    Flag,
    Id,
    KeyOf,
    OneOf,
    Percent,
    Rich,
    Text,
)
from generator.model.inspection import Inspection
from generator.model.legal_acts import LegalActFile
from generator.model.people import PersonFile
from generator.model.phrase_use import OfKind, PhraseUse
from generator.model.phrases import PhraseFile
from generator.schema import GROUPS, SHORT_FORMS
from generator.validation import validated
from generator.wording import lower_first
from generator.yaml_source import parse_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

_SCALARS: tuple[tuple[Any, str], ...] = (
    (Text, "chữ"),
    (Rich, "đoạn văn"),
    (Id, "mã"),
    (Day, "ngày"),
    (Clock, "giờ"),
    (CountOrReference, "số nguyên, hoặc “[[số liệu]]”"),
    (Count, "số nguyên"),
    (Percent, "tỷ lệ %"),
    (Flag, "có / không"),
)
_CATALOGUES = {
    "AgencyFile": "Danh mục cơ quan (catalogues/agencies.yaml)",
    "Agency": "Cơ quan",
    "AgencyName": "Tên cơ quan theo thời gian",
    "Leaders": "Chức vụ người đứng đầu, cấp phó",
    "PersonFile": "Danh mục người (catalogues/people.yaml)",
    "Person": "Người",
    "HeldPost": "Chức vụ theo thời gian",
    "LegalActFile": "Danh mục văn bản pháp luật (catalogues/legal-bases.yaml)",
    "LegalAct": "Văn bản pháp luật",
    "PhraseFile": "Danh mục câu mẫu (catalogues/phrases.yaml)",
    "Phrase": "Câu mẫu",
    "PhraseVersion": "Một bản của câu mẫu",
    "Parameter": "Tham số của câu mẫu",
    "CalendarFile": "Lịch làm việc (catalogues/calendar.yaml)",
    "CalendarSpan": "Một khoảng của lịch",
    "Holiday": "Ngày nghỉ lễ, tết",
    "Swap": "Ngày hoán đổi",
    "AgencyKindFile": "Loại cơ quan (agency-kinds.yaml)",
    "AgencyKind": "Một loại cơ quan",
    "LevelFile": "Cấp, đơn vị hành chính (levels.yaml)",
    "Level": "Một cấp",
}
_FILES: tuple[type[BaseModel], ...] = (
    AgencyFile,
    PersonFile,
    LegalActFile,
    PhraseFile,
    CalendarFile,
    AgencyKindFile,
    LevelFile,
)
_TITLES = {**GROUPS, **_CATALOGUES}
_ABOUT_CATALOGUES = """\
# Danh mục dùng chung

Cùng một mã in tên, chức vụ của ngày văn bản (`since`, `until`). `levels.yaml` và `agency-kinds.yaml` có sẵn
trong chương trình (`generator/model/`); cơ quan đặt tệp cùng tên trong `inspections/catalogues/` để thêm mục,
hoặc thay mục trùng mã.
"""
_INTRODUCTION = """\
# Bảng tra các trường của tệp YAML

Tệp này được tạo từ mô hình dữ liệu, không sửa tay:
`python -m generator.yaml_reference > docs/yaml-reference.md`.

Mỗi cuộc kiểm tra là một tệp trong `inspections/`. Tạo tệp có sẵn các mục: `ketluan new MÃ`.
Soát lỗi: `ketluan check`. Từ riêng của cơ quan, để phần soát chính tả nhận ra, ghi tại
`inspections/catalogues/words.txt` (xem [quy tắc soát lỗi](rules.md)).

| Kiểu | Cách ghi |
|---|---|
| chữ | In như đã gõ. Có dấu phẩy trong ngoặc nhọn, dấu hai chấm, dấu # thì đặt trong dấu nháy. |
| đoạn văn | Một đoạn; viết sau `>-` ở dòng dưới. Dùng được `**đậm**`, `*nghiêng*`, `[[số liệu]]`. |
| mã | Chữ thường không dấu, chữ số, gạch nối: `xa-vi-du-a`. Ghi tên cũng được, có ghi chú hiểu là mã nào. |
| ngày | `16/7/2021` (hoặc `2021-07-16`). |
| số nguyên | `50.419` hoặc `50419`. |
| tỷ lệ % | `"88,49%"`, trong dấu nháy. |
| có / không | `có` hoặc `không`. |
| danh sách | Mỗi mục một dòng bắt đầu bằng `- `. Danh sách chữ, mã chỉ có một mục thì ghi thẳng mục đó. |

Chưa biết thì ghi `null`: dự thảo in chỗ trống. “Cần có” nghĩa là thiếu thì tệp chưa đọc được.
"""
_EXAMPLE = """\
## Cách viết số liệu trong đoạn văn

| Ghi | In ra |
|---|---|
| `[[hs-vd-a.settled.early]]` | 2.976 |
| `[[hs-vd-a.settled.early%]]` | tỷ lệ của số đó trong tổng |
| `[[niem-yet.passed/niem-yet.checked]]` | 395/412 |
| `[[all.settled.total]]` | tổng của tất cả đơn vị |
| `[[sum(hs-vd-a, hs-vd-b).settled.total]]` | tổng của các số liệu được nêu |
| `[[kh-05]]` | viện dẫn văn bản có mã đó |
| `[[deadline]]` | thời hạn của kiến nghị đang viết |

Số chưa biết in thành chỗ trống. Xem mọi số có thể dùng của một cuộc: `ketluan show MÃ`.

## Ví dụ

```yaml
inspected_units:
  - id: vd-a
    agency: ubnd-xa-vi-du-a
    sessions: [{date: 14/4/2026}]
    report: {number: 118/BC-UBND, date: 03/4/2026}
figures:
  - id: hs-vd-a
    kind: tthc
    unit: vd-a
    received: {online: 3.812, in_person_post: 446, carried_over: 37}
findings:
  limitations:
    - id: qua-han-a
      units: vd-a
      text: >-
        Có [[hs-vd-a.settled.overdue]] hồ sơ giải quyết quá hạn
      evidence:
        - {paper: minutes-vd-a}
recommendations:
  - id: kn-1
    owners: vd-a
    addresses: qua-han-a
    text: >-
      giải quyết dứt điểm hồ sơ quá hạn
    deadline: {before: 29/5/2026}
```
"""

_IN_ONE_LINE = {
    "Subject": "một dòng cho cả hai",
    "Addressee": "một dòng chữ in như đã gõ (không ghi mã)",
    "Recipient": "một dòng chữ in như đã gõ (không ghi mã)",
    "Deadline": "“thường xuyên”",
}


def reference_text() -> str:
    """Return the reference as Markdown."""
    own: dict[type[BaseModel], None] = dict.fromkeys((*_groups(Inspection), PhraseUse))
    shared = dict.fromkeys(model for file in _FILES for model in _groups(file) if model not in own)
    groups = map(_section, own)
    return "\n".join([_INTRODUCTION, *groups, _EXAMPLE, _ABOUT_CATALOGUES, *map(_section, shared), _kinds()])


def _kinds() -> str:
    """Return the kinds of agencies that come with the program, by the key that ``kind`` takes."""
    text = (files("generator.model") / "agency-kinds.yaml").read_text(encoding="utf-8")
    shipped = validated(AgencyKindFile, parse_source(text, "agency-kinds.yaml"), None)
    rows = [f"| `{kind.id}` | {kind.name} |" for kind in shipped.kinds]
    head = ["## Các loại cơ quan có sẵn", "", "| `kind` | Loại |", "|---|---|"]
    return "\n".join([*head, *rows, ""])


def _groups(first: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield every group of fields once, each before the groups inside it."""
    waiting: list[type[BaseModel]] = [first]
    seen: set[type[BaseModel]] = set()
    while waiting:
        model = waiting.pop(0)
        if model in seen:
            continue
        seen.add(model)
        yield model
        waiting += [inner for field in model.model_fields.values() for inner in _models(field.annotation)]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def _section(model: type[BaseModel]) -> str:
    rows = [_row(field.alias or name, field) for name, field in model.model_fields.items()]
    head = ["| Trường | Kiểu | Cần có | Nghĩa |", "|---|---|---|---|"]
    return "\n".join([f"## {_TITLES[model.__name__]}", "", *head, *rows, ""])


def _row(name: str, field: FieldInfo) -> str:
    needed = "cần có" if field.is_required() else ""
    cells = (f"`{name}`", _type(field.annotation, field.metadata), needed, _meaning(field))
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _meaning(field: FieldInfo) -> str:
    choices = next(_choices(field.annotation, field.metadata), {})
    listed = "; ".join(f"`{name}`: {said}" for name, said in choices.items())
    default = f"Bỏ trống: `{field.default}`." if choices and isinstance(field.default, str) else ""
    parts = [field.description or "", f"{listed}." if listed else "", default]
    return " ".join(part for part in parts if part)


def _choices(annotation: Any, metadata: list[Any]) -> Iterator[dict[str, str]]:
    """Yield the closed list of a field, if it has one."""
    yield from (item.choices for item in metadata if isinstance(item, OneOf))
    if get_origin(annotation) in (Union, UnionType, Annotated, tuple):
        first, *more = get_args(annotation)
        yield from _choices(first, more if get_origin(annotation) is Annotated else [])


def _type(annotation: Any, metadata: list[Any]) -> str:
    """Return the type of a field in plain Vietnamese."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated and not metadata:
        return _type(inner[0], list(inner[1:]))
    if scalar := _scalar(metadata):
        return scalar
    if origin in (Union, UnionType):
        kinds = [_type(part, []) for part in inner if part is not type(None)]
        return " hoặc ".join(dict.fromkeys(kinds))
    grouped = {tuple: "danh sách: ", dict: "mã: "}
    if origin in grouped:
        return grouped[origin] + _type(inner[0 if origin is tuple else 1], [])
    return ", ".join(f"`{choice}`" for choice in inner) if origin is Literal else _link(annotation)


def _scalar(metadata: list[Any]) -> str:
    for item in metadata:
        if isinstance(item, OneOf):
            return "một trong"
        if isinstance(item, OfKind):
            return f"đoạn văn, hoặc {_link(PhraseUse)}"
        if isinstance(item, KeyOf):
            return "mã " + " hoặc ".join(KEY_KINDS[kind] for kind in item.kinds)
        for alias, name in _SCALARS:
            if any(item is part for part in alias.__metadata__):
                return name
        if isinstance(item, WithJsonSchema) and item.json_schema:
            return lower_first(str(item.json_schema["description"]).partition(":")[0])
    return ""


def _link(model: type[BaseModel]) -> str:
    title = _TITLES[model.__name__]
    kept = "".join(char for char in title.lower() if char.isalnum() or char in " -_")
    short = f", hoặc {_IN_ONE_LINE[model.__name__]}" if model.__name__ in SHORT_FORMS else ""
    return f"[{title}](#{kept.replace(' ', '-')}){short}"


if __name__ == "__main__":
    import sys

    sys.stdout.write(reference_text())
