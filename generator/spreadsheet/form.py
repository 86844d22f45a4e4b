"""The form: which sheets it has, in the order of the YAML's parts, and which field each column fills.

A path is that of the YAML: ``report.date``; ``evidence[].paper`` makes one item of each text in the
cell, texts set off by semicolons or lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.agencies import VERBS
from generator.model.team import TEAM_ROLES

LISTS = "Danh mục"
"""The sheet that the drop-downs take from."""
PHRASES = "Câu mẫu"
"""The sheet that tells the words and the parameters of the phrases."""
ROWS = 300
"""How many rows of a sheet have drop-downs; more may be filled."""
HEADING_ROW, PATH_ROW, FIRST_ROW = 2, 3, 4
FLAG = {"có": "có", "không": "không"}


class Holds(StrEnum):
    """What a cell of a column holds."""

    TEXT = "text"
    DAY = "day"
    NUMBER = "number"
    AGENCY = "agency"  # the key of an entry of a catalogue
    PERSON = "person"
    ACT = "act"
    UNIT = "unit"  # the id of a row of another sheet
    SCOPE = "scope"
    PAPER = "paper"
    ADDRESSED = "addressed"
    STRENGTH = "phrase:ket-qua"  # a phrase of a kind, with the version that is offered
    LIMITATION = "phrase:han-che"
    CAUSE = "phrase:nguyen-nhan"
    RECOMMENDATION = "phrase:kien-nghi"


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column, or one line of the first sheet; `choices` is a closed list: YAML's word → what is read."""

    path: str
    heading: str
    holds: Holds = Holds.TEXT
    choices: tuple[tuple[str, str], ...] = ()
    width: int = 18

    @property
    def several(self) -> bool:
        """Whether the cell may hold several texts."""
        return "[]" in self.path


@dataclass(frozen=True, slots=True)
class FormSheet:
    """One sheet; `path` is the list that its rows fill, "" for the sheet with one field a line.

    `constants` are fields that each row has whatever is typed.
    """

    title: str
    path: str
    columns: tuple[FormColumn, ...]
    constants: tuple[tuple[str, str], ...] = ()


def _choices(words: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(words.items())


C, H = FormColumn, Holds
_FLAG = _choices(FLAG)
_YEAR = C("year", "Năm (thư mục lưu tệp)")
YEAR_PATH = _YEAR.path


def _paper(path: str, name: str) -> tuple[FormColumn, ...]:
    return (
        C(f"{path}.number", f"{name}: số, ký hiệu"),
        C(f"{path}.date", f"{name}: ngày", H.DAY),
        C(f"{path}.issuer", f"{name}: cơ quan ban hành", H.AGENCY),
        C(f"{path}.subject", f"{name}: trích yếu"),
    )


def _deadline() -> tuple[FormColumn, ...]:
    return (
        C("deadline.before", "Thời hạn: trước ngày", H.DAY),
        C("deadline.by", "Thời hạn: chậm nhất ngày", H.DAY),
        C("deadline.within", "Thời hạn: trong số ngày", H.NUMBER),
        C("deadline.unit", "Loại ngày", choices=_choices({"ngay": "ngày", "ngay-lam-viec": "ngày làm việc"})),
        C(
            "deadline.from",
            "Tính từ",
            choices=_choices({"ban-hanh": "kể từ ngày ban hành", "nhan": "kể từ ngày nhận được"}),
        ),
        C("deadline.quarter", "Thời hạn: quý"),
        C("deadline.immediately", "Thực hiện ngay", choices=_FLAG),
        C("deadline.report_before", "Báo cáo kết quả trước ngày", H.DAY),
        C("deadline.ongoing", "Thường xuyên (nơi báo cáo)", width=30),
    )


def _phrase(holds: Holds) -> tuple[FormColumn, ...]:
    """Return the columns for a phrase in place of a typed text."""
    return (
        C(PHRASE_PATH, "Hoặc câu mẫu (thay đoạn văn)", holds, width=40),
        C(GIVEN_PATH, "Tham số câu mẫu (mã: giá trị; ...)", width=50),
    )


TEXT_PATH, PHRASE_PATH, GIVEN_PATH = "text", "text.phrase", "text.with"
SHEETS = (
    FormSheet(
        "Chung",
        "",
        (
            C("id", "Mã cuộc kiểm tra"),
            _YEAR,
            C(
                "type",
                "Loại cuộc",
                choices=_choices({"kiem-tra": "kiểm tra", "giam-sat": "giám sát của HĐND"}),
            ),
            C("issuer", "Cơ quan ban hành kết luận", H.AGENCY),
            C("subject.full", "Trích yếu đầy đủ"),
            C("subject.short", "Trích yếu trong thân văn bản"),
            C("abbreviations", "Chữ viết tắt (UBND: Ủy ban nhân dân; ...)"),
            C(
                "method",
                "Cách kiểm tra",
                choices=_choices(
                    {"truc-tiep": "trực tiếp", "qua-bao-cao": "qua báo cáo", "dot-xuat": "đột xuất"}
                ),
            ),
            *_paper("plan", "Kế hoạch kiểm tra"),
            *_paper("decision", "Quyết định thành lập Đoàn"),
            C("decision.legal_bases[]", "Quyết định: căn cứ", H.ACT),
            C("team.name", "Tên gọi Đoàn"),
            C("period.from", "Thời kỳ kiểm tra: từ ngày", H.DAY),
            C("period.to", "Thời kỳ kiểm tra: đến ngày", H.DAY),
            *_paper("team_report", "Báo cáo của Đoàn"),
            C("data_system", "Hệ thống đã đối chiếu số liệu"),
        ),
        (("plan.kind", "ke-hoach"), ("decision.kind", "quyet-dinh"), ("team_report.kind", "bao-cao")),
    ),
    FormSheet(
        "Đoàn kiểm tra",
        "team.members",
        (
            C("role", "Vai trò", choices=_choices(TEAM_ROLES)),
            C("person", "Người", H.PERSON, width=30),
            C("post", "Chức vụ", width=30),
            C("agency", "Cơ quan", H.AGENCY, width=36),
        ),
    ),
    FormSheet(
        "Đơn vị",
        "inspected_units",
        (
            C("id", "Mã đơn vị"),
            C("agency", "Cơ quan", H.AGENCY, width=36),
            C("sessions[].date", "Các ngày làm việc", H.DAY),
            C("report.number", "Báo cáo: số, ký hiệu"),
            C("report.date", "Báo cáo: ngày", H.DAY),
            C("no_report", "Chưa gửi báo cáo", choices=_FLAG),
            C("minutes.date", "Biên bản: ngày", H.DAY),
            C("explanation.number", "Giải trình: số, ký hiệu"),
            C("explanation.date", "Giải trình: ngày", H.DAY),
            C("explanation.subject", "Giải trình: trích yếu", width=36),
            C("business_code", "Mã số doanh nghiệp"),
            C("address", "Địa chỉ doanh nghiệp"),
        ),
    ),
    FormSheet("Nội dung", "scope", (C("id", "Mã nội dung"), C("text", "Nội dung kiểm tra", width=80))),
    FormSheet(
        "Văn bản",
        "papers",
        (
            C("id", "Mã văn bản"),
            C("kind", "Loại văn bản"),
            C("number", "Số, ký hiệu"),
            C("date", "Ngày", H.DAY),
            C("issuer", "Cơ quan ban hành", H.AGENCY, width=36),
            C("issuer_text", "Nơi ban hành (ngoài danh mục)", width=30),
            C("subject", "Trích yếu", width=60),
        ),
    ),
    FormSheet(
        "Hồ sơ TTHC",
        "figures",
        (
            C("id", "Mã số liệu"),
            C("unit", "Đơn vị", H.UNIT),
            C("as_of", "Thời điểm", H.DAY),
            C("received.total", "Tiếp nhận: tổng số (3)", H.NUMBER),
            C("received.online", "Tiếp nhận: trực tuyến (4)", H.NUMBER),
            C("received.in_person_post", "Tiếp nhận: trực tiếp, bưu chính (5)", H.NUMBER),
            C("received.carried_over", "Tiếp nhận: từ kỳ trước (6)", H.NUMBER),
            C("settled.total", "Đã giải quyết: tổng số (7)", H.NUMBER),
            C("settled.early", "Đã giải quyết: trước hạn (8)", H.NUMBER),
            C("settled.on_time", "Đã giải quyết: đúng hạn (9)", H.NUMBER),
            C("settled.overdue", "Đã giải quyết: quá hạn (10)", H.NUMBER),
            C("pending.total", "Đang giải quyết: tổng số (11)", H.NUMBER),
            C("pending.in_time", "Đang giải quyết: trong hạn (12)", H.NUMBER),
            C("pending.overdue", "Đang giải quyết: quá hạn (13)", H.NUMBER),
            C("source", "Nguồn", H.PAPER),
        ),
        (("kind", "tthc"),),
    ),
    FormSheet(
        "Số liệu khác",
        "figures",
        (
            C("id", "Mã số liệu"),
            C(
                "kind",
                "Loại số liệu",
                choices=_choices(
                    {
                        "breakdown": "tổng và thành phần",
                        "survey": "mức độ hài lòng",
                        "indicator": "tỷ lệ và chỉ tiêu",
                        "reduction": "cắt giảm",
                        "sample": "mẫu kiểm tra",
                        "feedback": "phản ánh, kiến nghị",
                    }
                ),
                width=24,
            ),
            C("name", "Tên gọi (chỉ tiêu, khảo sát)", width=30),
            C("unit", "Đơn vị", H.UNIT),
            C("as_of", "Thời điểm", H.DAY),
            C("measure", "Đơn vị tính"),
            C("total", "Tổng số", H.NUMBER),
            C("of", "Thành phần (mã: số; ...)", width=36),
            C("levels", "Mức hài lòng (mã: số; ...)", width=36),
            C("numerator", "Tử số", H.NUMBER),
            C("denominator", "Mẫu số", H.NUMBER),
            C("target", "Chỉ tiêu", H.NUMBER),
            C("target_source", "Văn bản giao chỉ tiêu", H.PAPER),
            C("before", "Trước khi cắt giảm", H.NUMBER),
            C("after", "Sau khi cắt giảm", H.NUMBER),
            C("checked", "Đã kiểm tra", H.NUMBER),
            C("passed", "Đạt", H.NUMBER),
            C("failed", "Không đạt", H.NUMBER),
            C("received", "Phản ánh đã tiếp nhận", H.NUMBER),
            C("on_time", "Trả lời đúng hạn", H.NUMBER),
            C("late", "Trả lời quá hạn", H.NUMBER),
            C("pending", "Đang xử lý", H.NUMBER),
            C("source", "Nguồn", H.PAPER),
        ),
    ),
    FormSheet(
        "Hồ sơ kiểm tra",
        "checked_files",
        (
            C("code", "Mã hồ sơ", width=28),
            C("unit", "Đơn vị", H.UNIT),
            C("sample", "Mẫu kiểm tra (mã số liệu)"),
            C("procedure", "Thủ tục hành chính", width=40),
            C("applicant", "Người nộp hồ sơ", width=26),
            C("received", "Ngày tiếp nhận", H.DAY),
            C("due", "Ngày hẹn trả", H.DAY),
            C("returned", "Ngày trả", H.DAY),
            C("pending", "Chưa trả kết quả", choices=_FLAG),
            C("result", "Kết quả", choices=_choices({"dat": "đạt", "khong-dat": "không đạt"})),
            C("conclusion", "Kết luận về hồ sơ", width=40),
            C("private", "Không công khai", choices=_FLAG),
        ),
    ),
    FormSheet(
        "Kết quả",
        "findings.strengths",
        (
            C("scope", "Nội dung kiểm tra", H.SCOPE),
            C("units[]", "Đơn vị", H.UNIT),
            C("text", "Kết quả đạt được", width=90),
            *_phrase(H.STRENGTH),
            C("continues", "Tiếp đoạn trên", choices=_FLAG),
        ),
    ),
    FormSheet(
        "Hạn chế",
        "findings.limitations",
        (
            C("id", "Mã hạn chế"),
            C("units[]", "Đơn vị", H.UNIT),
            C("scope", "Nội dung kiểm tra", H.SCOPE),
            C("text", "Tồn tại, hạn chế", width=90),
            *_phrase(H.LIMITATION),
            C("evidence[].paper", "Chứng cứ (mã văn bản)", H.PAPER),
            C("basis[].act", "Căn cứ", H.ACT),
        ),
    ),
    FormSheet(
        "Nguyên nhân",
        "findings.causes",
        (
            C("id", "Mã nguyên nhân"),
            C("kind", "Loại", choices=_choices({"khach-quan": "khách quan", "chu-quan": "chủ quan"})),
            C("units[]", "Đơn vị", H.UNIT),
            C("addresses[]", "Hạn chế được giải thích", H.ADDRESSED),
            C("text", "Nguyên nhân", width=90),
            *_phrase(H.CAUSE),
        ),
    ),
    FormSheet(
        "Kiến nghị",
        "recommendations",
        (
            C("id", "Mã kiến nghị"),
            C("owners[]", "Cơ quan chủ trì (đơn vị)", H.UNIT),
            C("owners_text", "Chủ trì (nhóm không có mã)"),
            C("cooperating[]", "Cơ quan phối hợp", H.AGENCY),
            C("verb", "Động từ", choices=_choices(VERBS)),
            C("petition_to", "Kiến nghị tới", H.AGENCY),
            C("addresses[]", "Hạn chế được xử lý", H.ADDRESSED),
            C("text", "Nội dung yêu cầu, kiến nghị", width=90),
            *_phrase(H.RECOMMENDATION),
            C("short", "Lời gọn trong bảng", width=40),
            C("product", "Sản phẩm", width=30),
            *_deadline(),
            C("note", "Ghi chú", width=24),
        ),
    ),
    FormSheet(
        "Tổ chức thực hiện",
        "organisation",
        (C("owners[]", "Cơ quan chủ trì", H.AGENCY), C("text", "Việc phải làm", width=90), *_deadline()),
    ),
    FormSheet(
        "Văn bản cần tạo",
        "documents",
        (
            C("id", "Mã văn bản"),
            C("kind", "Loại (thư mục mẫu)", width=24),
            C("year", "Năm", H.NUMBER),
            C("month", "Tháng", H.NUMBER),
            C("signer.person", "Người ký", H.PERSON, width=30),
            C("recipients[].group", "Nơi nhận (mỗi dòng một nơi)", width=50),
            C("publish", "Được công khai", choices=_FLAG),
            C("drafting_unit.symbol", "Đơn vị soạn thảo"),
            C("drafting_unit.mark", "Bộ phận"),
        ),
    ),
)
MAPS = frozenset({"abbreviations", "of", "levels", GIVEN_PATH})
"""Fields of names and values: “mã: số; mã: số”."""
