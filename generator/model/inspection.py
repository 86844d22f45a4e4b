"""What happened in one inspection, as a clerk typed it and the program validated it.

No formatting and no wording: those are made by `compose`. The field names are the words of
`docs/yaml-reference.md`, which is generated from here.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, field_validator

from generator.model.checked_files import CheckedFile
from generator.model.cited_papers import Decision, Paper, SubjectField, UnitPaper
from generator.model.covers import Covers
from generator.model.fields import AgencyKey, Flag, Id, OneOf, Record, Text, problem
from generator.model.figures import Figure
from generator.model.findings import Findings
from generator.model.inspected_units import InspectedUnit, Period, Scope, Session
from generator.model.issued_papers import IssuedPaper
from generator.model.private_data import HIDDEN
from generator.model.recommendations import Recommendation, Task
from generator.model.team import Team

InspectionType = Annotated[
    str,
    OneOf(
        kiem_tra="kiểm tra",
        giam_sat="giám sát của HĐND",
        thanh_tra="thanh tra (mặc định tắt)",
        tong_hop="tổng hợp nhiều cuộc (`covers`)",
    ),
]
SUPERVISION = "giam-sat"
SUMMARY = "tong-hop"
_OF_ONE_INSPECTION = (
    "plan",
    "decision",
    "team",
    "period",
    "sessions",
    "scope",
    "team_report",
    "conclusion",
    "figures",
    "data_system",
    "findings",
    "recommendations",
    "organisation",
    "attachments",
)


class Photo(Record):
    """Một ảnh chụp, in trong phụ lục ảnh."""

    file: Text = Field(description="Tệp JPEG hoặc PNG, tính từ thư mục của tệp YAML này.")
    caption: Annotated[Text, HIDDEN] = Field(description="Chú thích dưới ảnh; số ảnh do chương trình đánh.")
    alt: Annotated[Text, HIDDEN] = Field(description="Ảnh cho thấy gì, cho người dùng trình đọc màn hình.")
    private: Flag = Field(default=False, description="có: bản công khai không có ảnh này.")


class Attachments(Record):
    """Tệp đính kèm."""

    photos: tuple[Photo, ...] = Field((), description="Ảnh chụp.", max_length=40)


class SourceNote(Record):
    """Ghi chú về nguồn: what the article prints that the paper does not."""

    printed: Text = Field(description="Nguồn in.")
    meant: Text | None = Field(None, description="Hiểu là.")
    note: Text | None = Field(None, description="Ghi chú.")


class Source(Record):
    """Nguồn dữ liệu. `press`: dựng lại từ tin báo chí, never issuable."""

    kind: Annotated[str, OneOf(office="cơ quan", press="tin báo chí")] = "office"
    file: Text | None = Field(None, description="Tệp nguồn.")
    published: Text | None = Field(None, description="Ngày, nơi đăng, như nguồn ghi.")
    notes: tuple[SourceNote, ...] = Field((), description="Lỗi gõ của bài báo và ghi chú khi dựng lại.")


class Ignore(Record):
    """Một quy tắc được bỏ qua, có lý do."""

    rule: Text = Field(description="Mã quy tắc.")
    reason: Text = Field(description="Lý do.")


class Inspection(Record):
    """Một cuộc kiểm tra (giám sát), hoặc một bản tổng hợp nhiều cuộc: one file."""

    schema_version: Literal["1"] = Field(alias="schema", description="Phiên bản cấu trúc tệp: 1.")
    id: Id = Field(description="Mã cuộc kiểm tra, dùng trong tên tệp.")
    type: InspectionType = Field(description="Loại cuộc.")
    issuer: AgencyKey | None = Field(None, description="Cơ quan ban hành kết luận; bỏ trống nếu chưa biết.")
    subject: SubjectField = Field(description="Nội dung cuộc kiểm tra: việc thực hiện ...")
    abbreviations: dict[str, Text] = Field({}, description="Chữ viết tắt → nghĩa; giải thích ở lần dùng đầu.")
    method: (
        Annotated[str, OneOf(truc_tiep="trực tiếp", qua_bao_cao="qua báo cáo", dot_xuat="đột xuất")] | None
    ) = Field("truc-tiep", description="Cách kiểm tra; null: nguồn không nêu.")
    plan: Paper | None = Field(None, description="Kế hoạch kiểm tra.")
    decision: Decision | None = Field(None, description="Quyết định thành lập Đoàn.")
    team: Team = Field(Team(), description="Đoàn kiểm tra.")
    period: Period | None = Field(None, description="Thời kỳ kiểm tra.")
    covers: Covers | None = Field(
        None, description="Các cuộc được tổng hợp; chỉ khi `type: tong-hop`.", validate_default=True
    )
    inspected_units: tuple[InspectedUnit, ...] = Field(
        (), description="Đơn vị được kiểm tra; phải có, trừ khi `type: tong-hop`.", validate_default=True
    )
    sessions: tuple[Session, ...] = Field((), description="Ngày làm việc, khi không biết của đơn vị nào.")
    scope: tuple[Scope, ...] = Field((), description="Nội dung kiểm tra.")
    team_report: Paper | None = Field(None, description="Báo cáo kết quả của Đoàn.")
    conclusion: Paper | None = Field(
        None, description="Kết luận đã ban hành, để đôn đốc và khắc phục dẫn tới."
    )
    papers: tuple[Paper, ...] = Field((), description="Văn bản khác được viện dẫn.")
    figures: tuple[Figure, ...] = Field((), description="Số liệu, gõ một lần.")
    checked_files: tuple[CheckedFile, ...] = Field((), description="Hồ sơ được kiểm tra.", max_length=2000)
    data_system: Text | None = Field(None, description="Hệ thống đã đối chiếu số liệu.")
    findings: Findings = Field(Findings(), description="Kết quả kiểm tra.")
    recommendations: tuple[Recommendation, ...] = Field((), description="Yêu cầu, kiến nghị.")
    organisation: tuple[Task, ...] = Field((), description="Tổ chức thực hiện.")
    documents: tuple[IssuedPaper, ...] = Field((), description="Các văn bản của cuộc kiểm tra.")
    attachments: Attachments = Field(Attachments(), description="Tệp đính kèm: ảnh chụp.")
    source: Source = Field(Source(), description="Nguồn dữ liệu.")
    ignore: tuple[Ignore, ...] = Field((), description="Quy tắc soát lỗi được bỏ qua, có lý do.")

    @field_validator("covers")
    @classmethod
    def _covers_of_a_summary(cls, value: Covers | None, info: ValidationInfo) -> Covers | None:
        if "type" in info.data and (info.data["type"] == SUMMARY) != (value is not None):
            raise problem("field-missing" if value is None else "covers-not-summary")
        return value

    @field_validator("inspected_units")
    @classmethod
    def _units_of_an_inspection(
        cls, value: tuple[InspectedUnit, ...], info: ValidationInfo
    ) -> tuple[InspectedUnit, ...]:
        summary = info.data.get("type") == SUMMARY
        if summary == bool(value):
            raise problem("summary-own-data" if summary else "field-missing")
        return value

    @field_validator(*_OF_ONE_INSPECTION)
    @classmethod
    def _nothing_of_its_own(cls, value: Any, info: ValidationInfo) -> Any:
        if value and info.data.get("type") == SUMMARY:
            raise problem("summary-own-data")
        return value

    @property
    def year(self) -> int | None:
        """Năm của cuộc kiểm tra: of the decision, else of the first work, the report, the conclusion."""
        first = next((session.date for session in sessions_of(self) if session.date), None)
        papers = (self.decision, self.team_report, self.conclusion)
        decided, reported, concluded = (paper.date if paper else None for paper in papers)
        day = decided or first or reported or concluded
        return day.year if day else None

    @property
    def dates(self) -> list[date]:
        """Every day on which something of this inspection happened, in order."""
        found = [paper.date for paper in (self.plan, self.decision, self.team_report, *self.papers) if paper]
        found += [session.date for session in self.sessions]
        for unit in self.inspected_units:
            found += [session.date for session in unit.sessions]
            found += [paper.date for paper in (unit.report, unit.minutes, unit.explanation) if paper]
        return sorted(day for day in found if day is not None)


def sessions_of(inspection: Inspection, unit: str | None = None) -> list[Session]:
    """Return the sessions of one unit, or those of no unit and of every unit."""
    own = [one for item in inspection.inspected_units if unit in (None, item.id) for one in item.sessions]
    return [*(inspection.sessions if unit is None else ()), *own]


def citable(inspection: Inspection) -> dict[str, Paper | UnitPaper]:
    """Return every paper that ``[[id]]`` can cite: the listed ones, and those with a place of their own.

    ``plan``, ``decision``, ``team-report``, ``conclusion``; and of a unit ``report-``, ``minutes-``,
    ``explanation-`` and the unit's id.
    """
    found: dict[str, Paper | UnitPaper | None] = {
        "plan": inspection.plan,
        "decision": inspection.decision,
        "team-report": inspection.team_report,
        "conclusion": inspection.conclusion,
    }
    found |= {paper.id: paper for paper in inspection.papers if paper.id}
    for unit in inspection.inspected_units:
        for name in ("report", "minutes", "explanation"):
            found[f"{name}-{unit.id}"] = getattr(unit, name)
    return {key: paper for key, paper in found.items() if paper is not None}
