"""The JSON Schema of the YAML files, made from the model: editors complete and check with it.

It accepts what the loader accepts in shape: numbers and dates typed without quotes, one text where a
list of texts is asked for, a subject or a recipient as a single line.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.files import write_atomically
from generator.model.inspection import Inspection

if TYPE_CHECKING:
    from pathlib import Path

    from generator.project import Project

SCHEMA_FILE = ".schema/inspection.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LINE = {"type": ["string", "number", "boolean"]}
# Groups that may be typed in one line: what that line may be.
SHORT_FORMS: dict[str, dict[str, Any]] = {
    "Subject": _LINE,
    "Addressee": _LINE,
    "Recipient": _LINE,
    "Deadline": {"enum": ["ongoing", "thường xuyên", "thuong-xuyen"]},
}

GROUPS = {
    "Addressee": "Kính gửi",
    "Attachments": "Tệp đính kèm",
    "Attendee": "Người dự",
    "Basis": "Quy định làm căn cứ",
    "Breakdown": "Số liệu: tổng và thành phần (breakdown)",
    "Cause": "Nguyên nhân",
    "Change": "Nội dung điều chỉnh",
    "Correction": "Sửa văn bản đã phát hành",
    "Corrected": "Một chỗ được sửa",
    "CheckedFile": "Hồ sơ được kiểm tra",
    "Deadline": "Thời hạn",
    "Covers": "Các cuộc được tổng hợp",
    "Decision": "Quyết định thành lập Đoàn",
    "DraftingUnit": "Đơn vị soạn thảo",
    "Evidence": "Chứng cứ",
    "Feedback": "Số liệu: phản ánh, kiến nghị (feedback)",
    "Findings": "Kết quả kiểm tra",
    "Ignore": "Quy tắc được bỏ qua",
    "Indicator": "Số liệu: tỷ lệ và chỉ tiêu (indicator)",
    "InspectedUnit": "Đơn vị được kiểm tra",
    "Inspection": "Cuộc kiểm tra",
    "IssuedPaper": "Văn bản của cuộc kiểm tra",
    "Limitation": "Tồn tại, hạn chế",
    "Member": "Thành viên Đoàn",
    "Noted": "Điều ghi tại biên bản",
    "Paper": "Văn bản được viện dẫn",
    "Period": "Thời kỳ kiểm tra",
    "Photo": "Ảnh chụp",
    "PhraseUse": "Câu mẫu được dùng",
    "Progress": "Tình hình thực hiện kiến nghị",
    "Proposal": "Đề nghị",
    "Recipient": "Nơi nhận",
    "Recommendation": "Yêu cầu, kiến nghị",
    "Reduction": "Số liệu: cắt giảm (reduction)",
    "Remark": "Đoạn trách nhiệm, kiến nghị của đơn vị, tiếp thu, giải trình",
    "Remedy": "Biện pháp khắc phục",
    "Reply": "Việc trả lời",
    "Sample": "Số liệu: mẫu kiểm tra (sample)",
    "Scope": "Nội dung kiểm tra",
    "Session": "Buổi làm việc",
    "Signatory": "Người ký ở một cột",
    "SignatureLine": "Một bước của thẩm quyền ký",
    "Signer": "Người ký",
    "Source": "Nguồn dữ liệu",
    "SourceNote": "Ghi chú về nguồn",
    "SpreadsheetRange": "Vùng ô của một bảng tính",
    "Strength": "Kết quả đạt được",
    "Subject": "Trích yếu",
    "Survey": "Số liệu: mức độ hài lòng (survey)",
    "Task": "Tổ chức thực hiện",
    "Team": "Đoàn kiểm tra",
    "Tthc": "Số liệu: hồ sơ thủ tục hành chính (tthc)",
    "TthcField": "Hồ sơ theo lĩnh vực",
    "TthcPending": "Hồ sơ đang giải quyết",
    "TthcReceived": "Hồ sơ tiếp nhận",
    "TthcSettled": "Hồ sơ đã giải quyết",
    "TthcShares": "Tỷ lệ mà nguồn nêu",
    "UnitPaper": "Báo cáo, biên bản, giải trình của đơn vị",
}


def inspection_schema() -> dict[str, Any]:
    """Return the JSON Schema of one inspection file, its descriptions in Vietnamese."""
    made = Inspection.model_json_schema(by_alias=True)
    definitions = made.pop("$defs", {})
    schema = {"$schema": _DIALECT, **_group("Inspection", made)}
    # An inspection has its units, a summary the inspections it covers.
    schema["anyOf"] = [{"required": ["inspected_units"]}, {"required": ["covers"]}]
    schema["$defs"] = {name: _group(name, node) for name, node in sorted(definitions.items())}
    return schema


def _group(name: str, node: dict[str, Any]) -> dict[str, Any]:
    title = GROUPS.get(name, name)
    return {**_adapted(node), "title": title, "description": f"{title}."}


def _adapted(node: Any) -> Any:
    """Return a part of the schema without pydantic's titles, and as wide as the loader reads."""
    if isinstance(node, list):
        return [_adapted(item) for item in node]
    if not isinstance(node, dict):
        return node
    out = {
        key: _part(key, value) for key, value in node.items() if key != "title" or not isinstance(value, str)
    }
    if not isinstance(out.get("default", ""), (str, int, bool)):
        del out["default"]
    if out.get("const") == "1":
        del out["const"]
        out |= {"enum": [1, "1"], "type": ["string", "number"]}
    return _widened(out)


def _part(key: str, value: Any) -> Any:
    if key == "properties":
        return {name: _adapted(field) for name, field in value.items()}
    return _adapted(value)


def _widened(node: dict[str, Any]) -> dict[str, Any]:
    """Return a node that also takes the short form of its group, or one text in place of a list of texts."""
    name = str(node.get("$ref", "")).rpartition("/")[2]
    if name in SHORT_FORMS:
        rest = {key: value for key, value in node.items() if key != "$ref"}
        return {**rest, "anyOf": [{"$ref": node["$ref"]}, SHORT_FORMS[name]]}
    if "enum" in node and "type" not in node:
        rest = {key: value for key, value in node.items() if key != "enum"}
        return {
            **rest,
            "anyOf": [{"enum": node["enum"]}, {"type": "string", "pattern": _any_case(node["enum"])}],
        }
    items = node.get("items")
    if node.get("type") == "array" and isinstance(items, dict) and isinstance(items.get("type"), list):
        # KeyOf and Text items: one of them may stand without the list.
        listed = {key: node[key] for key in ("type", "items", "minItems") if key in node}
        rest = {key: value for key, value in node.items() if key not in listed}
        return {**rest, "anyOf": [listed, {"type": ["string", "null"]}]}
    return node


def _any_case(words: list[str]) -> str:
    """Return a pattern for words the way the loader takes them: any case, a space for a dash."""
    either = {"-": "[- ]"}
    patterns = (
        "".join(either.get(c, f"[{c}{c.upper()}]" if c.isalpha() else c) for c in word) for word in words
    )
    return f"^({'|'.join(patterns)})$"


def schema_text() -> str:
    """Return the JSON Schema as the file holds it."""
    return json.dumps(inspection_schema(), ensure_ascii=False, indent=2) + "\n"


def schema_path(project: Project) -> Path:
    """Return where the YAML files of a project look for their schema."""
    return project.inspections / SCHEMA_FILE


def write_schema(project: Project) -> None:
    """Write the schema file of a project; Refused when that cannot be."""
    path = schema_path(project)
    write_atomically(path, schema_text().encode(), project.shown(path))
