"""Văn bản được viện dẫn: the papers of an inspection that others cite, with its decision."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from generator.model.fields import (
    ActKeys,
    AgencyKey,
    Count,
    Day,
    Id,
    OneOf,
    OwnerKeys,
    PaperKey,
    Record,
    Text,
)


class Subject(Record):
    """Trích yếu: `full` is never abbreviated and stands in titles; `short` stands in the body."""

    full: Text = Field(description="Trích yếu đầy đủ: không viết tắt, không có “Về việc”; dùng ở tiêu đề.")
    short: Text = Field(description="Trích yếu trong thân văn bản: viết tắt được.")


def _subject(value: Any) -> Any:
    return {"full": value, "short": value} if isinstance(value, str) else value


SubjectField = Annotated[Subject, BeforeValidator(_subject)]


class Paper(Record):
    """Văn bản được viện dẫn: cited in full at first, then by kind and number."""

    id: Id | None = Field(None, description="Mã để viện dẫn trong đoạn văn: [[mã]].")
    kind: Text = Field(description="Loại văn bản: ke-hoach, quyet-dinh, bao-cao, cong-van, bien-ban.")
    number: Text | None = Field(None, description="Số, ký hiệu: 12/KH-UBND.")
    date: Day | None = Field(None, description="Ngày, tháng, năm ban hành.")
    issuer: AgencyKey | None = Field(None, description="Cơ quan, người ban hành (mã danh mục).")
    issuer_text: Text | None = Field(None, description="Nơi ban hành khi không có trong danh mục.")
    subject: SubjectField | None = Field(None, description="Trích yếu, không có “Về việc”.")


class Proposal(Record):
    """Theo đề nghị của ... tại Tờ trình số ..."""

    post: Text = Field(description="Chức vụ người đề nghị: Chánh Văn phòng UBND tỉnh.")
    paper: PaperKey | None = Field(None, description="Tờ trình (mã tại `papers`).")


class Decision(Paper):
    """Quyết định (HĐND: nghị quyết) thành lập Đoàn."""

    legal_bases: ActKeys = Field((), description="Căn cứ (mã tại `catalogues/legal-bases.yaml`).")
    proposed_by: Proposal | None = Field(None, description="Cơ quan, người đề nghị.")
    authority: Annotated[str, OneOf(personal="cá nhân", collective="tập thể")] | None = None
    working_time: Text | None = Field(
        None, description="Thời gian kiểm tra trực tiếp, in như đã gõ: trong tháng 4 năm 2026."
    )
    report_within: Count | None = Field(
        None, description="Thời hạn Đoàn báo cáo kết quả: bao nhiêu ngày kể từ ngày kết thúc kiểm tra."
    )
    funding: Text | None = Field(
        None, description="Nguồn kinh phí: dự toán chi thường xuyên năm 2026 của ..."
    )
    carried_out_by: OwnerKeys = Field(
        (), description="Cơ quan, đơn vị có người đứng đầu chịu trách nhiệm thi hành."
    )


class UnitPaper(Record):
    """Báo cáo, biên bản, văn bản giải trình của một đơn vị."""

    kind: Text | None = Field(None, description="Loại văn bản.")
    number: Text | None = Field(None, description="Số, ký hiệu.")
    date: Day | None = Field(None, description="Ngày, tháng, năm ban hành.")
    subject: SubjectField | None = Field(None, description="Trích yếu.")
