"""Văn bản của cuộc kiểm tra: the papers that an inspection issues - signer, recipients, what each needs."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from generator.model.cited_papers import Proposal
from generator.model.corrections import Correction
from generator.model.fields import (
    ActKeys,
    AgencyKey,
    Count,
    Day,
    DocumentKey,
    DrafterMark,
    Flag,
    Id,
    Ids,
    Month,
    OneOf,
    OwnerKeys,
    PersonKey,
    PersonKeys,
    Record,
    Rich,
    Text,
    Texts,
    UnitKey,
    Year,
    problem,
)
from generator.model.recommendations import DeadlineField
from generator.model.team import Member

SigningWay = Annotated[
    str, OneOf(tm="thay mặt", kt="ký thay", tl="thừa lệnh", tuq="thừa ủy quyền", q="quyền")
]
Stage = Annotated[str, OneOf(du_thao="dự thảo", trinh_ky="trình ký")]


class SignatureLine(Record):
    """Một bước của thẩm quyền ký."""

    prefix: SigningWay | None = Field(None, description="Thể thức ký.")
    post: Text = Field(description="Chức vụ: Chủ tịch; với TM. là tên tập thể.")


class Signer(Record):
    """Người ký: the chain of authority, the real post last."""

    chain: tuple[SignatureLine, ...] = Field(
        (), description="Thẩm quyền ký, từ trên xuống; bỏ trống thì theo chức vụ của người ký."
    )
    second_post: Text | None = Field(
        None, description="Chức vụ ở cơ quan, in trên họ tên; bỏ trống thì theo danh mục, khi Đoàn mượn dấu."
    )
    person: PersonKey | None = Field(None, description="Người ký (mã tại `catalogues/people.yaml`).")


class DraftingUnit(Record):
    """Đơn vị soạn thảo: the "Lưu" line."""

    symbol: Text = Field(description="Chữ viết tắt đơn vị soạn thảo: VP.")
    mark: Text | None = Field(None, description="Bộ phận: KSTT.")
    copies: Count | None = Field(None, description="Số bản lưu.")


class Addressee(Record):
    """Một nơi ở dòng “Kính gửi” (ô 9a): agencies named together, or a group as typed."""

    owners: OwnerKeys = Field(
        (), description="Cơ quan, đơn vị (mã đơn vị hoặc mã danh mục), kể tên cùng nhau."
    )
    group: Text | None = Field(None, description="Tên nhóm, in như đã gõ.")

    @model_validator(mode="after")
    def _named(self) -> Addressee:
        if bool(self.owners) == bool(self.group):
            raise problem("addressee-one-name")
        return self


class Signatory(Record):
    """Người ký ở một cột chữ ký của biên bản."""

    column: Id = Field(description="Cột (mã tại `signatures` của `kind.yaml`): don-vi, thu-ky, truong-doan.")
    person: PersonKey | None = Field(None, description="Người ký (mã tại `catalogues/people.yaml`).")
    post: Text | None = Field(None, description="Chức vụ in dưới tên cột, nếu khác danh mục.")


class Change(Record):
    """Điều chỉnh quyết định thành lập Đoàn: members leave or come, or the time is extended."""

    reason: Text | None = Field(None, description="Lý do, in như đã gõ sau chữ “do”.")
    removed: PersonKeys = Field((), description="Người thôi tham gia Đoàn.")
    added: tuple[Member, ...] = Field((), description="Người được bổ sung vào Đoàn.")
    until: Day | None = Field(None, description="Gia hạn thời gian kiểm tra trực tiếp đến hết ngày.")


class Recipient(Record):
    """Một dòng nơi nhận."""

    agency: AgencyKey | None = Field(None, description="Cơ quan nhận (mã danh mục).")
    group: Text | None = Field(None, description="Tên nhóm, in như đã gõ.")
    purpose: Text | None = Field(None, description="b/c; để t/h; đăng tải.")

    @model_validator(mode="after")
    def _named(self) -> Recipient:
        if (self.agency is None) == (self.group is None):
            raise problem("recipient-one-name")
        return self


def _recipient(value: Any) -> Any:
    return {"group": value} if isinstance(value, str) else value


RecipientField = Annotated[Recipient, BeforeValidator(_recipient)]

AddresseeField = Annotated[Addressee, BeforeValidator(_recipient)]


class Reply(Record):
    """Việc trả lời một công văn: ý kiến về dự thảo, báo cáo kết quả thực hiện."""

    deadline: DeadlineField | None = Field(None, description="Thời hạn gửi; bỏ trống là chưa biết.")
    to: AgencyKey | None = Field(None, description="Cơ quan nhận; bỏ trống: cơ quan ban hành.")
    via: AgencyKey | None = Field(None, description="Gửi qua cơ quan này.")


class IssuedPaper(Record):
    """Một văn bản của cuộc kiểm tra này. Number and date are given after the signature, never by us."""

    id: Id = Field(description="Mã văn bản, dùng trong tên tệp.")
    kind: Id = Field(description="Loại: thư mục trong `templates/`.")
    number: Text | None = Field(None, description="Số, ký hiệu đầy đủ; văn thư cấp sau khi ký.")
    date: Day | None = Field(None, description="Ngày ban hành; để trống khi chưa ký.")
    year: Year | None = Field(None, description="Năm in ở bản chưa có ngày.")
    month: Month | None = Field(None, description="Tháng in ở bản chưa có ngày; bỏ trống thì để trống.")
    symbol: Text | None = Field(None, description="Ký hiệu khi khác cách ghi thường: TB-UBND.")
    issuer: AgencyKey | None = Field(
        None, description="Cơ quan ban hành, khi khác `issuer` của cuộc kiểm tra."
    )
    signer: Signer = Field(Signer(), description="Người ký.")
    of: DocumentKey | None = Field(
        None, description="Văn bản được trình (mã tại `documents`), khi có nhiều phiếu trình."
    )
    unit: UnitKey | None = Field(
        None, description="Đơn vị được kiểm tra mà văn bản nói về: biên bản, công văn đôn đốc."
    )
    signatories: tuple[Signatory, ...] = Field(
        (), description="Người ký ở từng cột, khi loại văn bản có nhiều cột chữ ký (biên bản)."
    )
    addressees: tuple[AddresseeField, ...] = Field(
        (), description="Kính gửi (công văn, báo cáo, tờ trình); bỏ trống: đơn vị tại `unit`."
    )
    recipients: tuple[RecipientField, ...] = Field((), description="Nơi nhận.")
    legal_bases: ActKeys = Field(
        (), description="Căn cứ của quyết định này; bỏ trống: căn cứ của quyết định thành lập Đoàn."
    )
    proposed_by: Proposal | None = Field(None, description="Cơ quan, người đề nghị ban hành văn bản này.")
    changes: Change | None = Field(None, description="Nội dung điều chỉnh quyết định thành lập Đoàn.")
    urgency: Annotated[str, OneOf(hoa_toc="HỎA TỐC", thuong_khan="THƯỢNG KHẨN", khan="KHẨN")] | None = Field(
        None, description="Dấu chỉ mức độ khẩn."
    )
    circulation: (
        Annotated[str, OneOf(xem_xong_tra_lai="XEM XONG TRẢ LẠI", luu_hanh_noi_bo="LƯU HÀNH NỘI BỘ")] | None
    ) = Field(None, description="Phạm vi lưu hành.")
    publish: Flag | None = Field(
        None,
        description="có: được đăng tải, không in dữ liệu cá nhân; bỏ trống: theo nơi nhận “đăng tải”.",
    )
    drafter_mark: DrafterMark | None = Field(
        None, description="Ký hiệu người soạn thảo và số lượng bản phát hành: PL.(300)."
    )
    address: Texts = Field((), description="Địa chỉ ở chân trang đầu, mỗi dòng một mục.")
    drafting_unit: DraftingUnit | None = Field(None, description="Đơn vị soạn thảo.")
    medium: Annotated[str, OneOf(dien_tu="văn bản điện tử", giay="văn bản giấy")] = "dien-tu"
    annexes: Ids | None = Field(None, description="Phụ lục; bỏ trống thì theo loại văn bản.")
    annex_files: Annotated[str, OneOf(cung_tep="cùng tệp với văn bản", tep_rieng="mỗi phụ lục một tệp")] = (
        Field("cung-tep", description="Phụ lục của văn bản điện tử.")
    )
    stage: Stage = Field("du-thao", description="Giai đoạn.")
    draft_round: Count | None = Field(None, description="Dự thảo lần mấy.")
    as_of: Day | None = Field(None, description="Ngày chốt tình hình thực hiện (đôn đốc, báo cáo khắc phục).")
    turn: Count | None = Field(None, description="Lần thứ mấy của cùng một việc: đôn đốc lần 2.")
    reply: Reply | None = Field(None, description="Thời hạn, nơi nhận ý kiến, báo cáo.")
    fields: dict[str, Rich] = Field(
        {}, description="Trường riêng của loại văn bản (khai tại `fields` của kind.yaml): tên → giá trị."
    )
    enclosed: Texts = Field((), description="Tài liệu gửi kèm, hồ sơ trình kèm.")
    corrects: Correction | None = Field(
        None, description="Văn bản đã phát hành mà văn bản này đính chính, sửa đổi, thay thế hoặc thu hồi."
    )

    @model_validator(mode="after")
    def _of_another(self) -> IssuedPaper:
        if self.of == self.id:
            raise problem("paper-of-itself", text=self.id)
        return self
