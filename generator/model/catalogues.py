"""Danh mục dùng chung: what several inspections share and name by a key."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from generator.model.fields import AgencyKey, Day, Flag, Id, OneOf, Record, Text, Texts

AgencyKind = Annotated[
    str,
    OneOf(
        tinh="cơ quan cấp tỉnh: UBND, Chủ tịch UBND, HĐND",
        so="sở, ban, ngành cấp tỉnh",
        van_phong="văn phòng",
        huyen="cấp huyện (đến hết ngày 30/6/2025)",
        thi_tran="thị trấn (đến hết ngày 30/6/2025)",
        xa="xã",
        phuong="phường",
        dac_khu="đặc khu",
        trung_uong="cơ quan trung ương",
        don_vi="đơn vị trực thuộc",
        doan="đoàn, ban, tổ, hội đồng",
        cong_ty="doanh nghiệp",
        khac="tổ chức khác",
    ),
]


class AgencyName(Record):
    """Tên cơ quan trong một khoảng thời gian.

    `full` is the official name; `abbreviated` the one for the body ("UBND tỉnh Mẫu"); `short` the one
    after its first mention ("UBND tỉnh"), left out where it would be ambiguous.
    """

    full: Text = Field(description="Tên chính thức, không viết tắt: Ủy ban nhân dân tỉnh Mẫu.")
    abbreviated: Text | None = Field(None, description="Tên trong thân văn bản: UBND tỉnh Mẫu.")
    short: Text | None = Field(None, description="Tên gọi sau lần nhắc đầu: UBND tỉnh.")
    letterhead: Texts = Field(
        (), description="Tên ở đầu văn bản, mỗi dòng một mục: [ỦY BAN NHÂN DÂN, TỈNH MẪU]."
    )
    since: Day | None = Field(None, description="Từ ngày.")
    until: Day | None = Field(None, description="Đến hết ngày.")

    def holds_on(self, day: date | None) -> bool:
        """Return whether the name was in use on `day`; an unknown day takes every name."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Agency(Record):
    """Cơ quan, tổ chức: an issuer, an inspected unit, a recipient, an owner of a recommendation."""

    id: Id
    kind: AgencyKind = Field(description="Loại cơ quan.")
    names: tuple[AgencyName, ...] = Field(description="Các tên gọi theo thời gian.", min_length=1)
    place_name: Text | None = Field(None, description="Tên riêng của địa phương, sở: Ví Dụ A; Nội vụ.")
    named_after: Annotated[str, OneOf(khong="tên thường", so="số", nguoi="tên người", su_kien="sự kiện")] = (
        Field("khong", description="Địa danh đặt theo số, tên người, sự kiện thì viết hoa cả danh từ chung.")
    )
    head_of: AgencyKey | None = Field(
        None, description="Chức danh đứng đầu cơ quan này (Chủ tịch UBND tỉnh)."
    )
    superior: AgencyKey | None = Field(None, description="Cơ quan chủ quản trực tiếp; UBND, HĐND không có.")
    symbol: Text | None = Field(None, description="Chữ viết tắt trong ký hiệu: UBND, STP.")
    seat: Text | None = Field(None, description="Địa danh ghi trước ngày, tháng, năm.")
    relation: (
        Annotated[str, OneOf(truc_thuoc="cấp dưới", ngang_cap="ngang cấp", cap_tren="cấp trên")] | None
    ) = Field(None, description="Quan hệ với cơ quan ban hành khi giao việc.")
    verified: Flag = Field(default=True, description="không: chưa đối chiếu với văn bản gốc.")

    def name_on(self, day: date | None) -> AgencyName:
        """Return the name in use on `day`; the last one when none holds."""
        return next((name for name in self.names if name.holds_on(day)), self.names[-1])


class Person(Record):
    """Người: name and salutation; no học hàm, học vị (PL I, II.7c)."""

    id: Id
    name: Text = Field(description="Họ và tên: Nguyễn Văn A.")
    salutation: Annotated[str, OneOf(ong="Ông", ba="Bà")] | None = None
    post: Text | None = Field(None, description="Chức vụ: Chánh Văn phòng UBND tỉnh.")
    agency: AgencyKey | None = None


class LegalAct(Record):
    """Văn bản pháp luật làm căn cứ, viện dẫn."""

    id: Id
    kind: Text = Field(description="Loại văn bản: nghi-dinh, luat, thong-tu.")
    number: Text | None = Field(None, description="Số, ký hiệu: 118/2025/NĐ-CP.")
    date: Day | None = None
    issuer: Text | None = Field(None, description="Cơ quan ban hành: Chính phủ.")
    subject: Text | None = Field(None, description="Trích yếu, không có “Về việc”.")
    in_force_from: Day | None = None
    in_force_to: Day | None = None
    amended_by: Texts = ()
    replaced_by: Text | None = None
    verified: Flag = Field(default=True, description="không: chưa đối chiếu với văn bản gốc.")


class AgencyFile(Record):
    """`catalogues/agencies.yaml`."""

    agencies: tuple[Agency, ...]


class PersonFile(Record):
    """`catalogues/people.yaml`."""

    people: tuple[Person, ...]


class LegalActFile(Record):
    """`catalogues/legal-bases.yaml`."""

    legal_bases: tuple[LegalAct, ...]
