"""What happened in one inspection, as a clerk typed it and the program validated it.

No formatting and no wording: those are made by `compose`. The field names are the words of
`docs/yaml-reference.md`, which is generated from here.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.model.agencies import Verb
from generator.model.fields import (
    ActKey,
    ActKeys,
    AddressedKeys,
    AgencyKey,
    Clock,
    Count,
    Day,
    DrafterMark,
    Flag,
    Id,
    Ids,
    Month,
    OneOf,
    OwnerKeys,
    PaperKey,
    PersonKey,
    PersonKeys,
    Quarter,
    Record,
    Rich,
    ScopeKey,
    Text,
    Texts,
    UnitKey,
    UnitKeys,
    Year,
    problem,
)
from generator.model.figures import Figure
from generator.model.progress import Progress, Remedy

InspectionType = Annotated[
    str, OneOf(kiem_tra="kiểm tra", giam_sat="giám sát của HĐND", thanh_tra="thanh tra (mặc định tắt)")
]
SUPERVISION = "giam-sat"
SigningWay = Annotated[
    str, OneOf(tm="thay mặt", kt="ký thay", tl="thừa lệnh", tuq="thừa ủy quyền", q="quyền")
]
Stage = Annotated[str, OneOf(du_thao="dự thảo", trinh_ky="trình ký")]


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


class Period(Record):
    """Thời kỳ kiểm tra. `text` is printed as typed when the source gives no days."""

    start: Day | None = Field(None, alias="from", description="Từ ngày.")
    end: Day | None = Field(None, alias="to", description="Đến ngày; bỏ trống: đến thời điểm kiểm tra.")
    text: Text | None = Field(None, description="Lời ghi thời kỳ khi không có ngày cụ thể, in như đã gõ.")


_PART = OneOf(sang="sáng", chieu="chiều", ca_ngay="cả ngày")
PARTS = _PART.choices
"""Part of a day in YAML → how it is said."""


class Session(Record):
    """Buổi làm việc."""

    date: Day | None = Field(None, description="Ngày làm việc.")
    date_text: Text | None = Field(None, description="Ngày như nguồn ghi, khi nguồn không ghi đủ năm.")
    part: Annotated[str, _PART] | None = Field(None, description="Buổi.")
    start: Clock | None = Field(None, description="Bắt đầu lúc.")
    end: Clock | None = Field(None, description="Kết thúc lúc.")
    place: Text | None = Field(None, description="Nơi làm việc.")


class Attendee(Record):
    """Người dự buổi kiểm tra: one of the catalogue, or a name as typed."""

    person: PersonKey | None = Field(None, description="Mã tại `catalogues/people.yaml`.")
    name: Text | None = Field(None, description="Họ tên kèm cách xưng hô, khi không có trong danh mục.")
    post: Text | None = Field(None, description="Chức vụ, nếu khác danh mục.")


class Noted(Record):
    """Điều ghi tại biên bản về một nội dung kiểm tra."""

    scope: ScopeKey | None = Field(None, description="Nội dung kiểm tra (mã tại `scope`).")
    text: Rich = Field(description="Điều được ghi.")


class UnitPaper(Record):
    """Báo cáo, biên bản, văn bản giải trình của một đơn vị."""

    kind: Text | None = Field(None, description="Loại văn bản.")
    number: Text | None = Field(None, description="Số, ký hiệu.")
    date: Day | None = Field(None, description="Ngày, tháng, năm ban hành.")
    subject: SubjectField | None = Field(None, description="Trích yếu.")


class InspectedUnit(Record):
    """Đơn vị được kiểm tra: any organisation."""

    id: Id = Field(description="Mã đơn vị (chữ thường không dấu, chữ số, gạch nối).")
    agency: AgencyKey = Field(description="Cơ quan (mã tại `catalogues/agencies.yaml`).")
    sessions: tuple[Session, ...] = Field((), description="Các buổi làm việc.")
    report: UnitPaper | None = Field(None, description="Báo cáo của đơn vị.")
    no_report: Flag = Field(default=False, description="có: đơn vị chưa gửi báo cáo theo yêu cầu.")
    minutes: UnitPaper | None = Field(None, description="Biên bản kiểm tra.")
    noted: tuple[Noted, ...] = Field((), description="Nội dung, kết quả ghi tại biên bản.")
    opinion: Rich | None = Field(None, description="Ý kiến của đơn vị ghi tại biên bản.")
    attending: tuple[Attendee, ...] = Field((), description="Người của đơn vị dự buổi kiểm tra.")
    team_present: PersonKeys = Field(
        (), description="Thành viên Đoàn dự kiểm tra tại đơn vị; bỏ trống: cả Đoàn."
    )
    explanation: UnitPaper | None = Field(None, description="Văn bản giải trình của đơn vị.")
    business_code: Text | None = Field(None, description="Mã số doanh nghiệp, khi đơn vị là doanh nghiệp.")
    address: Text | None = Field(None, description="Địa chỉ, khi đơn vị là doanh nghiệp.")


class Scope(Record):
    """Nội dung kiểm tra, theo thứ tự của quyết định."""

    id: Id = Field(description="Mã nội dung, để kết quả và hạn chế dẫn tới.")
    text: Text = Field(description="Lời nêu nội dung kiểm tra.")
    full: Text | None = Field(
        None, description="Lời nêu đủ trong quyết định, kế hoạch: Việc công khai ...; bỏ trống: như `text`."
    )


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
    private_refs: Texts = Field((), description="Mã hồ sơ; không in trong văn bản công khai.")


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
    text: Rich = Field(description="Đoạn văn.")


class Findings(Record):
    """Kết quả kiểm tra."""

    strengths: tuple[Strength, ...] = Field((), description="Kết quả đạt được.")
    limitations: tuple[Limitation, ...] = Field((), description="Tồn tại, hạn chế.")
    causes: tuple[Cause, ...] = Field((), description="Nguyên nhân.")
    responsibility: tuple[Remark, ...] = Field((), description="Trách nhiệm.")
    unit_requests: tuple[Remark, ...] = Field((), description="Kiến nghị của đơn vị được kiểm tra.")
    responses: tuple[Remark, ...] = Field((), description="Tiếp thu, giải trình của đơn vị.")


class Deadline(Record):
    """Thời hạn: exactly one form. A missing deadline is not the same as `ongoing`."""

    before: Day | None = Field(None, description="trước ngày (không kể ngày đó).")
    by: Day | None = Field(None, description="chậm nhất ngày (kể cả ngày đó).")
    within: Count | None = Field(None, description="trong thời hạn bao nhiêu ngày.")
    unit: Annotated[str, OneOf(ngay="ngày", ngay_lam_viec="ngày làm việc")] = "ngay"
    start: Annotated[str, OneOf(ban_hanh="kể từ ngày ban hành", nhan="kể từ ngày nhận được")] = Field(
        "nhan", alias="from"
    )
    quarter: Quarter | None = Field(None, description="Quý: III/2026.")
    immediately: Flag = Field(default=False, description="có: thực hiện ngay.")
    report_before: Day | None = Field(
        None, description="Báo cáo kết quả trước ngày (cùng với `immediately`)."
    )
    ongoing: Text | None = Field(None, description="Thường xuyên; ghi nơi báo cáo kết quả, hoặc “có”.")

    @property
    def form(self) -> str:
        """Return which form was given: before, by, within, quarter, immediately, ongoing."""
        return next(name for name in _DEADLINE_FORMS if getattr(self, name))

    @model_validator(mode="after")
    def _one_form(self) -> Deadline:
        given = [name for name in _DEADLINE_FORMS if getattr(self, name)]
        if len(given) != 1:
            raise problem(
                "deadline-one-form", given=", ".join(given) or "-", forms=", ".join(_DEADLINE_FORMS)
            )
        return self


_DEADLINE_FORMS = ("before", "by", "within", "quarter", "immediately", "ongoing")


def _deadline(value: Any) -> Any:
    return {"ongoing": "có"} if value in ("ongoing", "thường xuyên", "thuong-xuyen") else value


DeadlineField = Annotated[Deadline, BeforeValidator(_deadline)]


class Recommendation(Record):
    """Yêu cầu, kiến nghị: who does what until when, and which limitation it answers."""

    id: Id = Field(description="Mã kiến nghị, để nơi khác dẫn tới.")
    owners: OwnerKeys = Field((), description="Cơ quan chủ trì (mã đơn vị hoặc mã danh mục).")
    owners_text: Text | None = Field(None, description="Cơ quan chủ trì, khi là một nhóm không có mã.")
    cooperating: OwnerKeys = Field((), description="Cơ quan phối hợp.")
    verb: Verb | None = Field(None, description="Động từ; bỏ trống thì theo quan hệ với cơ quan chủ trì.")
    petition_to: AgencyKey | None = Field(
        None, description="Cơ quan được kiến nghị, khi chủ trì chỉ tham mưu kiến nghị đó."
    )
    addresses: AddressedKeys = Field((), description="Hạn chế, nguyên nhân được xử lý (mã); `all`: tất cả.")
    text: Rich = Field(description="Nội dung yêu cầu, kiến nghị.")
    short: Rich | None = Field(None, description="Lời gọn trong bảng danh mục.")
    product: Text | None = Field(None, description="Sản phẩm.")
    deadline: DeadlineField | None = Field(None, description="Thời hạn; bỏ trống là chưa biết.")
    remedies: tuple[Remedy, ...] = Field((), description="Biện pháp khắc phục, theo cơ quan chủ trì.")
    progress: tuple[Progress, ...] = Field((), description="Tình hình thực hiện, theo ngày.")

    @property
    def asked(self) -> tuple[str, ...]:
        """Who is spoken to: the agency a petition goes on to, else the owners."""
        return (self.petition_to,) if self.petition_to else self.owners

    def progress_of(self, owner: str | None, as_of: date | None) -> Progress | None:
        """Return the last state told of an owner up to a day; of any day when none is given."""
        found = [one for one in self.progress if not one.owners or owner in one.owners]
        told = [one for one in found if as_of is None or one.as_of <= as_of]
        return max(told, key=lambda one: one.as_of, default=None)

    def remedy(self, owner: str | None) -> Remedy | None:
        """Return how an owner will carry it out, if that is typed."""
        return next((one for one in self.remedies if not one.owners or owner in one.owners), None)


class Task(Record):
    """Tổ chức thực hiện: who follows, who reports to whom and when."""

    owners: OwnerKeys = Field((), description="Cơ quan chủ trì.")
    text: Rich = Field(description="Việc phải làm.")
    deadline: DeadlineField | None = Field(None, description="Thời hạn.")


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
    enclosed: Texts = Field((), description="Tài liệu gửi kèm, hồ sơ trình kèm.")


class Photo(Record):
    """Một ảnh chụp, in trong phụ lục ảnh."""

    file: Text = Field(description="Tệp JPEG hoặc PNG, tính từ thư mục của tệp YAML này.")
    caption: Text = Field(description="Chú thích dưới ảnh; số ảnh do chương trình đánh.")
    alt: Text = Field(description="Ảnh cho thấy gì, cho người dùng trình đọc màn hình.")


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
    """Một cuộc kiểm tra (giám sát): one file."""

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
    inspected_units: tuple[InspectedUnit, ...] = Field(description="Đơn vị được kiểm tra.", min_length=1)
    sessions: tuple[Session, ...] = Field((), description="Ngày làm việc, khi không biết của đơn vị nào.")
    scope: tuple[Scope, ...] = Field((), description="Nội dung kiểm tra.")
    team_report: Paper | None = Field(None, description="Báo cáo kết quả của Đoàn.")
    conclusion: Paper | None = Field(
        None, description="Kết luận đã ban hành, để đôn đốc và khắc phục dẫn tới."
    )
    papers: tuple[Paper, ...] = Field((), description="Văn bản khác được viện dẫn.")
    figures: tuple[Figure, ...] = Field((), description="Số liệu, gõ một lần.")
    data_system: Text | None = Field(None, description="Hệ thống đã đối chiếu số liệu.")
    findings: Findings = Field(Findings(), description="Kết quả kiểm tra.")
    recommendations: tuple[Recommendation, ...] = Field((), description="Yêu cầu, kiến nghị.")
    organisation: tuple[Task, ...] = Field((), description="Tổ chức thực hiện.")
    documents: tuple[IssuedPaper, ...] = Field((), description="Các văn bản của cuộc kiểm tra.")
    attachments: Attachments = Field(Attachments(), description="Tệp đính kèm: ảnh chụp.")
    source: Source = Field(Source(), description="Nguồn dữ liệu.")
    ignore: tuple[Ignore, ...] = Field((), description="Quy tắc soát lỗi được bỏ qua, có lý do.")

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
