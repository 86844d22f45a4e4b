"""A kind of paper is a folder in ``templates/``: its data (``kind.yaml``) and its wording.

An office lays its own ``templates/`` beside its inspections; a file it does not have comes from the
shipped ones.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

from pydantic import Field, model_validator

from generator.diagnostics import Diagnostic, Place, Refused
from generator.document import Align
from generator.file_reading import decode, read_bytes
from generator.model.corrections import Instrument
from generator.model.fields import Count, Flag, Id, OneOf, Record, Text, problem
from generator.model.figures import Tthc
from generator.own_fields import OwnFields
from generator.validation import validated
from generator.yaml_source import read_source

if TYPE_CHECKING:
    from pathlib import Path

LAYOUT_FOLDER = "_layout"
SHARED_FOLDER = "_phan"
_Shared = TypeVar("_Shared", bound=Record)
_MAX_TEMPLATE = 4 * 1024 * 1024


class Column(Record):
    """A column of a table: its head (under `group` when neighbours share one), its number row, its value."""

    head: Text = Field(description="Tên cột.")
    group: Text | None = Field(None, description="Tên nhóm cột ở trên; các cột kề nhau cùng tên thì gộp ô.")
    number: Text | None = Field(None, description="Ô ở hàng số cột: (3)=(4)+(5)+(6).")
    width: Count = Field(description="Độ rộng so với các cột khác.")
    value: Text = Field(description="Giá trị: index, unit, đường dẫn số liệu, hoặc trường của kiến nghị.")
    align: Annotated[str, OneOf(left="trái", center="giữa", right="phải")] = "left"
    optional: Flag = Field(default=False, description="có: bỏ cột khi không dòng nào có giá trị.")
    private: Flag = Field(default=False, description="có: bản công khai bỏ cột khi không dòng nào được in.")


class TableKind(Record):
    """A table: what its rows are, its columns, and whether a row of sums ends it."""

    name: Text = Field(description="Tên bảng, cho người dùng trình đọc màn hình.")
    rows: Literal[
        "units",
        "figures",
        "fields",
        "recommendations",
        "sessions",
        "members",
        "files",
        "survey",
        "indicators",
        "inspections",
        "agencies",
        "contents",
        "owners",
        "corrections",
    ]
    whose: Annotated[
        str, OneOf(tat_ca="tất cả kiến nghị", co_quan_ban_hanh="kiến nghị mà cơ quan ban hành phải thực hiện")
    ] = Field("tat-ca", description="Hàng của bảng kiến nghị.")
    columns: tuple[Column, ...]
    total: Text | None = Field(None, description="Nhãn của hàng tổng; bỏ trống: không có.")
    numbered: Flag = Field(default=False, description="có: cột không ghi `number` được đánh số (1), (2).")
    words: dict[str, Text] = Field({}, description="Từ ngữ in trong ô: mã → lời.")

    @model_validator(mode="after")
    def _known_values(self) -> TableKind:
        known = COLUMN_VALUES[self.rows]
        for column in self.columns:
            if column.value not in known:
                raise problem("column-value-unknown", text=column.value, choices=", ".join(sorted(known)))
        return self


def _figure_values() -> frozenset[str]:
    """Return what a column of figures may print: every quantity, and with % the share of one with a base."""
    empty = Tthc(kind="tthc", id="x")
    found = empty.derive(dict.fromkeys(empty.parts()))
    shares = {f"{name}%" for name, quantity in found.items() if quantity.base}
    return frozenset({"index", "unit", *found, *shares})


COLUMN_VALUES = {
    "units": frozenset({"index", "unit", "days"}),
    "fields": _figure_values() - {"unit"} | {"field"},
    "files": frozenset({"index", "unit", "code", "applicant", "procedure", "received", "due", "returned"})
    | {"conclusion"},
    "survey": frozenset({"index", "survey", "level", "count", "count%"}),
    "indicators": frozenset({"index", "name", "unit", "numerator", "denominator", "rate", "target"})
    | {"comparison"},
    "sessions": frozenset({"index", "unit", "day", "part", "place"}),
    "members": frozenset({"index", "name", "post", "role"}),
    "figures": _figure_values(),
    "inspections": frozenset(
        {"index", "subject", "units", "conclusion", "limitations", "recommendations", "year"}
    ),
    "agencies": _figure_values() | {"year"},
    "contents": frozenset({"index", "content", "limitations", "units", "inspections"}),
    "owners": frozenset(
        {"index", "owner", "total", "done", "partly", "undone", "unreported", "overdue", "done%"}
    ),
    "corrections": frozenset({"index", "row", "column", "old", "new"}),
    "recommendations": frozenset(
        {"index", "text", "owners", "cooperating", "product", "deadline", "places", "note"}
        | {"remedy", "responsible", "state", "evidence"}
    ),
}
"""What a column may print, by the rows of its table."""


class BarsKind(Record):
    """Rates as bars: a row for each inspected unit of a summary, one for all together at the end."""

    name: Text = Field(description="Tên bảng, cho người dùng trình đọc màn hình.")
    head: tuple[Text, Text] = Field(description="Tên hai cột: đơn vị, tỷ lệ.")
    value: Text = Field(description="Tỷ lệ: settled.in_time%.")
    total: Text | None = Field(None, description="Nhãn của hàng chung; bỏ trống: không có.")

    @model_validator(mode="after")
    def _known_value(self) -> BarsKind:
        known = {value for value in COLUMN_VALUES["agencies"] if value.endswith("%")}
        if self.value not in known:
            raise problem("column-value-unknown", text=self.value, choices=", ".join(sorted(known)))
        return self


class AnnexKind(Record):
    """An annex the kind may have, and what must be known for it."""

    id: Id
    needs: Annotated[
        str,
        OneOf(
            units="nhiều đơn vị hơn số kể tên được trong câu",
            figures="số liệu đủ các cột",
            recommendations="có từ vài kiến nghị trở lên",
            photos="có ảnh chụp",
            members="Đoàn đông, không kể tên trong một điều được",
            sessions="biết ngày làm việc",
            files="có danh sách hồ sơ được kiểm tra",
            survey="có kết quả khảo sát, đánh giá mức độ hài lòng",
            indicators="có tỷ lệ được đặt tên (`name`)",
            fields="có số liệu theo lĩnh vực, đủ các cột",
            asked="chỉ khi văn bản ghi tại `annexes`",
            sums="các cuộc được tổng hợp có số liệu hồ sơ",
            duties="các cuộc được tổng hợp có kiến nghị",
            always="luôn có",
        ),
    ]


class SignatureColumn(Record):
    """A column of signatures: what stands above it, and who signs there when the paper does not say."""

    id: Id = Field(description="Mã cột; văn bản ghi người ký tại `signatories` theo mã này.")
    title: Text = Field(description="Từ ngữ (tại `terms`) in ở đầu cột.")
    signs: Annotated[
        str,
        OneOf(
            team="người có vai trò đó trong Đoàn, không in chức vụ",
            unit="người của đơn vị được kiểm tra, in chức vụ",
        ),
    ] = "team"
    roles: tuple[Text, ...] = Field((), description="Vai trò trong Đoàn của người ký: truong-doan.")


class Form(Record):
    """Thể thức: which parts a paper of the kind has. One that says nothing has those of Mẫu 1.4."""

    titled: Flag = Field(
        default=True, description="không: không in tên loại; trích yếu đứng sau “V/v” dưới số (Mẫu 1.5)."
    )
    symbol: Annotated[
        str, OneOf(loai_co_quan="TB-UBND", co_quan_don_vi="UBND-KSTT: cơ quan, đơn vị soạn thảo")
    ] = Field("loai-co-quan", description="Ký hiệu.")
    numbered: Flag = Field(default=True, description="không: không có số, ký hiệu.")
    dated: Flag = Field(default=True, description="không: không có địa danh, thời gian (Mẫu 1.9).")
    addressees: Annotated[str, OneOf(khong="không có", can="phải có", tuy="có thì in")] = Field(
        "khong", description="Kính gửi."
    )
    recipients: Annotated[str, OneOf(can="phải có", tuy="có thì in")] = Field("can", description="Nơi nhận.")
    first_recipient: Text | None = Field(None, description="Dòng đầu nơi nhận: Như trên; Như [[#thi-hanh]].")
    abbreviated: Flag = Field(
        default=True, description="không: thân văn bản không viết tắt, chữ viết tắt được viết đầy đủ."
    )
    signatures: tuple[SignatureColumn, ...] = Field(
        (), description="Các cột chữ ký, từ trái; bỏ trống: một chữ ký theo thẩm quyền.", max_length=3
    )


class KindData(Record):
    """``kind.yaml``."""

    name: Text = Field(description="Tên loại trong câu: Thông báo.")
    title: Text = Field(description="Tên loại in hoa.")
    abbreviation: Text = Field(description="Chữ viết tắt tên loại (Phụ lục III): TB.")
    reported: Flag = Field(
        default=False, description="có: hạn chế, kết quả in theo lời báo cáo của Đoàn (`reported`)."
    )
    specialised: Flag = Field(
        default=False,
        description="có: văn bản chuyên ngành; chỉ cơ quan ghi loại này tại `specialised_papers` ban hành.",
    )
    form: Form = Field(Form(), description="Thể thức.")
    makes: (
        Annotated[
            str,
            OneOf(
                decision="quyết định thành lập Đoàn",
                plan="kế hoạch",
                team_report="báo cáo của Đoàn",
                minutes="biên bản tại đơn vị",
            ),
        ]
        | None
    ) = Field(
        None,
        description="Văn bản của cuộc kiểm tra mà loại này tạo ra; số, ngày, cơ quan ban hành lấy ở đó.",
    )
    corrects: Instrument | None = Field(
        None, description="Hình thức sửa văn bản đã phát hành mà loại này là."
    )
    corrected_kinds: tuple[Id, ...] = Field(
        (), description="Loại văn bản mà loại này sửa được; bỏ trống: mọi loại."
    )
    submits: Flag = Field(
        default=False,
        description="có: giấy trình ký một văn bản khác của cuộc kiểm tra (`of`), đi trong hồ sơ trình ký.",
    )
    reminds: Flag = Field(
        default=False,
        description="có: công văn đôn đốc thực hiện kết luận; `ketluan remind` soạn văn bản loại này.",
    )
    of_unit: Flag = Field(default=False, description="có: mỗi văn bản nói về một đơn vị (`unit`).")
    annexes: tuple[AnnexKind, ...] = ()
    fields: OwnFields = Field(
        {}, description="Trường riêng của loại này: tên → trường; văn bản ghi tại `fields`."
    )
    prints: tuple[Text, ...] = Field((), description="Đoạn văn phải có trong văn bản: findings.*.text.")
    summarises: Flag = Field(default=False, description="có: văn bản tổng hợp nhiều cuộc (`covers`).")
    tables: dict[str, TableKind] = Field({})
    bars: dict[str, BarsKind] = Field({}, description="Bảng tỷ lệ vẽ thanh: `::: bars TÊN`.")
    terms: dict[str, dict[str, Text]] = Field(description="Từ ngữ theo loại cuộc: kiem-tra, giam-sat.")


class SharedTables(Record):
    """``_phan/bang.yaml``: tables that several kinds print alike."""

    tables: dict[str, TableKind]


class Publication(Record):
    """``_phan/cong-khai.yaml``: what is said where a paper for publication leaves something out."""

    purposes: tuple[Text, ...] = Field(description="Lời ở nơi nhận cho biết văn bản được đăng tải.")
    withheld: Text = Field(description="Lời thay cho phần không công khai.")
    left_out: Text = Field(description="Lời dưới bảng không có cột {columns}.")

    def asked_by(self, purpose: str | None) -> bool:
        """Return whether a recipient's purpose says that the paper is published."""
        said = (purpose or "").casefold()
        return any(word.casefold() in said for word in self.purposes)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper with the folders its files are looked for in, the office's first."""

    id: str
    data: KindData
    folders: tuple[Path, ...]
    shared: SharedTables
    publication: Publication

    def table(self, name: str) -> TableKind | None:
        """Return the columns of a table: the kind's own, else the one several kinds share."""
        return self.data.tables.get(name) or self.shared.tables.get(name)

    def bars(self, name: str) -> BarsKind | None:
        """Return the rates of a table of bars of this kind."""
        return self.data.bars.get(name)


@dataclass(frozen=True, slots=True)
class TemplateFolders:
    """The folders that hold templates, the office's own before the shipped ones."""

    roots: tuple[Path, ...]

    def layout(self, name: str) -> Path:
        """Return the path of a layout file; Refused if no folder has it."""
        return self._first(f"{LAYOUT_FOLDER}/{name}")

    def _first(self, name: str) -> Path:
        for root in self.roots:
            # What stands there and cannot be read is told; it does not silently give way to the shipped file.
            if os.path.lexists(root / name):
                return root / name
        raise Refused([Diagnostic("template-missing", Place(f"templates/{name}"), arguments={"name": name})])

    def kinds(self) -> list[str]:
        """Return the kinds there are."""
        found = {path.parent.name for root in self.roots for path in root.glob("*/kind.yaml")}
        return sorted(name for name in found if not name.startswith("_"))

    def kind(self, name: str) -> Kind:
        """Return a kind; Refused with what is wrong in its ``kind.yaml``."""
        path = self._first(f"{name}/kind.yaml")
        source = read_source(path, f"templates/{name}/kind.yaml")
        data = validated(KindData, source, None)
        # What several kinds say alike stands in one folder; a kind's own file of that name wins.
        folders = (root / folder for folder in (name, SHARED_FOLDER) for root in self.roots)
        shared = self._shared("bang.yaml", SharedTables)
        return Kind(name, data, tuple(folders), shared, self._shared("cong-khai.yaml", Publication))

    def _shared(self, name: str, model: type[_Shared]) -> _Shared:
        shown = f"{SHARED_FOLDER}/{name}"
        return validated(model, read_source(self._first(shown), f"templates/{shown}"), None)


def read_template(path: Path, shown: str) -> str:
    """Return the text of a wording template; Refused if it is no UTF-8 text of reasonable size."""
    return decode(read_bytes(path, shown, _MAX_TEMPLATE), shown)


ALIGN = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT}
