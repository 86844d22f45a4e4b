"""Cơ quan, tổ chức: levels, kinds of agencies, agencies with their names by date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from generator.model.dated import Dated, holding, nearest_span
from generator.model.fields import AgencyKey, Count, Flag, Id, OneOf, Record, Text, Texts, Word

if TYPE_CHECKING:
    from datetime import date

_VERB = OneOf(yeu_cau="yêu cầu", giao="giao", de_nghi="đề nghị", kien_nghi="kiến nghị")
VERBS = _VERB.choices
"""Verb in YAML → the word that is said."""
Verb = Annotated[str, _VERB]


class Level(Dated):
    """Cấp, loại đơn vị hành chính: its common noun, its rank, and from when to when it exists."""

    id: Id = Field(description="Mã.")
    noun: Text | None = Field(None, description="Danh từ chung trước tên riêng: xã, phường, đặc khu.")
    rank: Count = Field(description="Bậc: 1 trung ương, 2 tỉnh, 3 huyện, 4 xã.")


class Leaders(Dated):
    """Chức vụ người đứng đầu và cấp phó được ký thay, trong một khoảng thời gian."""

    head: Text = Field(description="Người đứng đầu: Chủ tịch, Giám đốc, Chánh Văn phòng.")
    deputies: Texts = Field((), description="Cấp phó: Phó Chủ tịch.")


class AgencyKind(Record):
    """Loại cơ quan: how bodies of this kind stand at the head of a paper, sign, and speak to others."""

    id: Id = Field(description="Mã.")
    name: Text = Field(description="Tên loại.")
    like: Word | None = Field(None, description="Lấy của loại này những gì ở đây không ghi.")
    level: Word | None = Field(
        None, description="Cấp (mã tại `levels.yaml`); bỏ trống: của cơ quan cấp trên."
    )
    noun: Text | None = Field(None, description="Danh từ chung khi kể nhiều cơ quan: sở; bỏ trống: của cấp.")
    organ: Text | None = Field(None, description="Hệ thống cơ quan cùng loại ở các cấp: ubnd, hdnd.")
    leaders: tuple[Leaders, ...] = Field((), description="Chức vụ theo thời gian.")
    authority: Annotated[
        str,
        OneOf(personal="người đứng đầu ký theo thẩm quyền của mình", collective="ký thay mặt tập thể (TM.)"),
    ] = Field("personal", description="Cách đứng tên.")
    collective: Text | None = Field(None, description="Tên tập thể sau TM.; bỏ trống: tên gọi của cơ quan.")
    superior_line: Flag = Field(default=True, description="có: in cơ quan chủ quản ở đầu văn bản.")
    named_above: Annotated[str, OneOf(abbreviated="viết tắt", full="đầy đủ")] = Field(
        "abbreviated", description="Tên ở dòng cơ quan chủ quản của đơn vị cấp dưới."
    )
    part_of_superior: Flag = Field(
        default=False,
        description="có: đầu văn bản, ký hiệu, chức vụ là của cơ quan cấp trên (Thường trực HĐND).",
    )
    by_order: Flag = Field(default=False, description="có: người đứng đầu ký thừa lệnh (TL.) được.")
    team: Flag = Field(default=False, description="có: chức vụ lấy ở vai trò trong Đoàn (`team.members`).")
    own_series: Flag = Field(
        default=False, description="có: có số văn bản riêng khi dùng con dấu cơ quan khác."
    )
    own_unit: Flag = Field(default=False, description="có: là đơn vị trực thuộc, được giao việc.")
    orders: Flag = Field(default=False, description="có: yêu cầu cả khi chưa rõ quan hệ với cơ quan kia.")
    asks_with: Verb | None = Field(None, description="Từ luôn dùng khi đề xuất với cơ quan khác.")
    asked_with: Verb | None = Field(None, description="Từ mà cơ quan khác luôn dùng với loại này.")
    business: Flag = Field(default=False, description="có: là doanh nghiệp.")
    standing: Annotated[
        str, OneOf(verified="đã đối chiếu", inference="suy ra từ quy định", memory="chưa đối chiếu")
    ] = Field("verified", description="Cơ sở của cách ghi này.")


class AgencyName(Dated):
    """Tên cơ quan trong một khoảng thời gian, và những gì đổi theo tên.

    `full` is the official name; `abbreviated` the one for the body ("UBND tỉnh Mẫu"); `short` the one
    after its first mention ("UBND tỉnh"), left out where it would be ambiguous.
    """

    full: Text = Field(description="Tên chính thức, không viết tắt: Ủy ban nhân dân tỉnh Mẫu.")
    abbreviated: Text | None = Field(None, description="Tên trong thân văn bản: UBND tỉnh Mẫu.")
    short: Text | None = Field(None, description="Tên gọi sau lần nhắc đầu: UBND tỉnh.")
    letterhead: Texts = Field(
        (), description="Tên ở đầu văn bản, mỗi dòng một mục; bỏ trống: lấy từ tên và cơ quan cấp trên."
    )
    above: Text | None = Field(None, description="Tên ở dòng cơ quan chủ quản của đơn vị cấp dưới.")
    symbol: Text | None = Field(None, description="Chữ viết tắt trong ký hiệu, khi đổi theo tên.")
    seat: Text | None = Field(None, description="Địa danh, khi đổi theo tên.")
    superior: AgencyKey | None = Field(None, description="Cơ quan cấp trên trực tiếp, khi đổi theo tên.")


class Agency(Record):
    """Cơ quan, tổ chức: an issuer, an inspected unit, a recipient, an owner of a recommendation."""

    id: Id = Field(description="Mã.")
    kind: Word = Field(description="Loại cơ quan (mã tại `agency-kinds.yaml`).")
    level: Word | None = Field(None, description="Cấp, khi khác cấp của loại (mã tại `levels.yaml`).")
    names: tuple[AgencyName, ...] = Field(description="Các tên gọi theo thời gian.", min_length=1)
    place_name: Text | None = Field(None, description="Tên riêng của địa phương, sở: Ví Dụ A; Nội vụ.")
    named_after: Annotated[str, OneOf(khong="tên thường", so="số", nguoi="tên người", su_kien="sự kiện")] = (
        Field("khong", description="Địa danh đặt theo số, tên người, sự kiện thì viết hoa cả danh từ chung.")
    )
    head_of: AgencyKey | None = Field(
        None, description="Chức danh đứng đầu cơ quan này (Chủ tịch UBND tỉnh)."
    )
    superior: AgencyKey | None = Field(None, description="Cơ quan cấp trên trực tiếp.")
    seal_of: AgencyKey | None = Field(None, description="Cơ quan có con dấu mà Đoàn, Ban được dùng.")
    leaders: tuple[Leaders, ...] = Field((), description="Chức vụ người đứng đầu, khi khác của loại cơ quan.")
    collective: Text | None = Field(None, description="Tên tập thể sau TM., khi khác của loại cơ quan.")
    symbol: Text | None = Field(None, description="Chữ viết tắt trong ký hiệu: UBND, STP.")
    symbols: dict[str, Text] = Field({}, description="Ký hiệu riêng theo loại văn bản: {BB: ĐKT}.")
    series: Text | None = Field(None, description="Sổ cấp số, khi không theo cơ quan của con dấu.")
    seat: Text | None = Field(None, description="Địa danh ghi trước ngày, tháng, năm.")
    relation: (
        Annotated[str, OneOf(truc_thuoc="cấp dưới", ngang_cap="ngang cấp", cap_tren="cấp trên")] | None
    ) = Field(None, description="Quan hệ với cơ quan ban hành khi giao việc, khi khác danh mục.")
    specialised_papers: Texts = Field(
        (), description="Loại văn bản chuyên ngành được ban hành: ket-luan-kiem-tra."
    )
    successors: Texts = Field((), description="Cơ quan kế tiếp (mã) sau khi kết thúc.")
    verified: Flag = Field(default=True, description="không: chưa đối chiếu với văn bản gốc.")

    def above(self) -> set[str]:
        """Return the keys of the agencies from which this one takes something, on whatever day."""
        keys = (self.superior, self.head_of, self.seal_of, *(name.superior for name in self.names))
        return {key for key in keys if key}

    def name_on(self, day: date | None) -> AgencyName:
        """Return the name in use on `day`, else the last before it, else the first."""
        return nearest_span(self.names, day)

    def has_name_on(self, day: date | None) -> bool:
        """Return whether a name was in use on `day`."""
        return holding(self.names, day) is not None


class LevelFile(Record):
    """``levels.yaml``."""

    levels: tuple[Level, ...] = Field(description="Các cấp.")


class AgencyKindFile(Record):
    """``agency-kinds.yaml``."""

    kinds: tuple[AgencyKind, ...] = Field(description="Các loại cơ quan.")
    unofficial_posts: Texts = Field((), description="Chữ cuối của chức vụ Nhà nước không quy định.")


class AgencyFile(Record):
    """`catalogues/agencies.yaml`."""

    agencies: tuple[Agency, ...] = Field(description="Các cơ quan.")
