"""Sửa văn bản đã phát hành: which issued paper a paper corrects, by which instrument, and what in it.

NĐ 30/2020, Điều 18 khoản 3: an error of content is amended or replaced by a paper of the same form, one of
form is corrected by a công văn; khoản 4: what should not have been issued is recalled.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from generator.model.fields import Count, Id, OneOf, PaperKey, PaperKeys, Record, Rich, Text, problem

Instrument = Annotated[
    str,
    OneOf(
        dinh_chinh="đính chính bằng công văn: thể thức, chính tả",
        sua_doi="sửa đổi, bổ sung bằng văn bản cùng loại: nội dung",
        thay_the="thay thế bằng văn bản cùng loại",
        thu_hoi="thu hồi",
    ),
]
Action = Annotated[
    str,
    OneOf(
        thay="sửa đổi cả câu, cả điểm, khoản",
        cum_tu="sửa đổi một cụm từ, một số liệu",
        o_bang="sửa đổi một ô của bảng",
        bo_sung="bổ sung",
        bai_bo="bãi bỏ",
    ),
]
_NEEDS = {
    "thay": ("new",),
    "cum-tu": ("old", "new"),
    "o-bang": ("old", "new", "what"),
    "bo-sung": ("new", "what"),
    "bai-bo": (),
}


class Corrected(Record):
    """Một chỗ được sửa."""

    action: Action = Field("cum-tu", description="Sửa thế nào.")
    where: Text = Field(
        description="Ở đâu: điểm b khoản 1 Mục II; với bo-sung là chỗ ngay trước; với o-bang là bảng."
    )
    page: Count | None = Field(None, description="Trang của bản đã phát hành.")
    what: Text | None = Field(None, description="Phần được bổ sung: điểm e; với o-bang là dòng, cột.")
    old: Text | None = Field(None, description="Chữ đã in; phải có đúng một lần ở chỗ đó.")
    new: Text | None = Field(None, description="Chữ sửa lại, hoặc toàn bộ phần mới.")

    @model_validator(mode="after")
    def _whole(self) -> Corrected:
        for name in _NEEDS[self.action]:
            if getattr(self, name) is None:
                raise problem("corrected-incomplete", field=name)
        if self.old is not None and self.old == self.new:
            raise problem("corrected-same", text=self.old)
        return self


class Correction(Record):
    """Văn bản này sửa văn bản nào."""

    paper: Id = Field(description="Văn bản đã phát hành (mã tại `documents`).")
    instrument: Instrument = Field(alias="as", description="Hình thức sửa.")
    cited: PaperKey | None = Field(
        None, description="Văn bản đó khi viện dẫn (mã tại `papers`, hoặc conclusion, decision)."
    )
    reason: Rich | None = Field(
        None, description="Lý do, căn cứ sửa: Xét đề nghị của ... tại Công văn số ...; viết được [[mã]]."
    )
    override: Text | None = Field(
        None, description="Vì sao dùng hình thức khác với hình thức chương trình đề xuất; chỉ để lưu."
    )
    earlier: PaperKeys = Field(
        (), description="Văn bản đã đính chính, sửa đổi trước đó (mã tại `papers`), được dẫn kèm."
    )
    places: tuple[Corrected, ...] = Field((), description="Từng chỗ được sửa, theo thứ tự trong văn bản.")
