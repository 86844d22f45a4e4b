"""The file that ``ketluan new`` writes: every part with a comment, blanks where something is unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from generator.files import write_new_file
from generator.inspection_index import inspection_files
from generator.model.fields import Id
from generator.schema import SCHEMA_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Argument
    from generator.project import Project

# Names Windows keeps for devices: a file called con.yaml cannot be opened there.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))}
_LONGEST_ID = 60


class NotWritten(Exception):  # noqa: N818 - says what was refused
    """The file was not written; `name` and `arguments` are of a message."""

    def __init__(self, name: str, /, **arguments: Argument) -> None:
        super().__init__(name, arguments)
        self.name, self.arguments = name, arguments


def write_new(project: Project, key: str, year: str = "") -> Path:
    """Write the file of a new inspection and return its path.

    NotWritten if it may not be written, Refused if it cannot.
    """
    path = new_path(project, key, year)
    write_new_file(path, new_text(key, up="../" if year else "").encode(), project.shown(path))
    return path


def new_path(project: Project, key: str, year: str = "") -> Path:
    """Return where the file of a new inspection goes; NotWritten if it may not be written."""
    if not _is_id(key):
        raise NotWritten("usage-id", text=key, limit=_LONGEST_ID)
    for other in inspection_files(project):
        if other.stem.lower() == key:
            raise NotWritten("usage-exists", text=key, file=project.shown(other))
    path = project.inspections / year / f"{key}.yaml"
    if not project.holds(path):
        raise NotWritten("usage-outside", file=project.shown(path))
    return path


def _is_id(key: str) -> bool:
    try:
        TypeAdapter(Id).validate_python(key)
    except ValidationError:
        return False
    return key == key.strip() and key not in _DEVICES


def new_text(key: str, up: str = "") -> str:
    """Return the commented file; `up` leads from its folder to ``inspections/``."""
    return _TEXT.replace("{id}", key).replace("{schema}", f"{up}{SCHEMA_FILE}")


_TEXT = """\
# yaml-language-server: $schema={schema}
#
# Một cuộc kiểm tra, một tệp. Dòng bắt đầu bằng # là ghi chú, không vào văn bản.
# - Chưa biết thì để null: dự thảo in chỗ trống, bản trình ký sẽ báo còn thiếu.
# - Lùi đầu dòng bằng dấu cách (không dùng phím Tab). Đoạn văn dài viết sau dấu >- ở dòng dưới.
# - Ngày: 16/7/2021. Số: 50.419. Tỷ lệ: "88,49%" (trong dấu nháy).
# - Cơ quan, người, căn cứ ghi bằng mã hoặc tên trong thư mục inspections/catalogues/.
# Soát lỗi: ketluan check {id}        Tạo văn bản: ketluan build {id}

schema: 1
id: {id}
type: kiem-tra                     # kiem-tra | giam-sat
issuer: null                       # cơ quan ban hành kết luận (mã trong agencies.yaml)

subject:
  full: null                       # trích yếu, không viết tắt: việc thực hiện công tác ...
  short: null                      # dùng trong thân văn bản, viết tắt được
abbreviations: {}                  # ví dụ  TTHC: thủ tục hành chính

plan:                              # kế hoạch kiểm tra
  kind: ke-hoach
  number: null                     # 12/KH-UBND
  date: null
  issuer: null
  subject: null                    # không có “Về việc”

decision:                          # quyết định thành lập Đoàn
  kind: quyet-dinh
  number: null                     # 312/QĐ-UBND
  date: null
  issuer: null
  subject: null
  legal_bases: []                  # mã trong legal-bases.yaml, mỗi mã một dòng bắt đầu bằng dấu gạch

team:
  name: Đoàn kiểm tra
  members: []
  # - role: truong-doan            # truong-doan | pho-truong-doan | thanh-vien | thu-ky
  #   person: null                 # mã trong people.yaml
  #   post: null                   # chức vụ, khi khác danh mục hoặc chưa biết tên

period:                            # thời kỳ kiểm tra
  from: null
  to: null                         # bỏ trống: đến thời điểm kiểm tra

inspected_units:                   # mỗi đơn vị một mục
  - id: don-vi-1                   # mã tự đặt, dùng lại ở số liệu, hạn chế, kiến nghị
    agency: null                   # mã trong agencies.yaml
    sessions:
      - date: null                 # ngày làm việc
    report:                        # báo cáo của đơn vị
      number: null
      date: null
    minutes:                       # biên bản kiểm tra
      date: null

scope:                             # nội dung kiểm tra, theo thứ tự của quyết định
  []
  # - id: tiep-nhan
  #   text: >-
  #     Tiếp nhận, giải quyết thủ tục hành chính

figures:                           # số liệu gõ một lần; tổng, tỷ lệ do chương trình tính
  []
  # - id: hs-don-vi-1
  #   kind: tthc                   # tthc | survey | indicator | reduction | sample | feedback | breakdown
  #   unit: don-vi-1
  #   as_of: null
  #   received: {online: null, in_person_post: null, carried_over: null}
  #   settled: {early: null, on_time: null, overdue: null}
  #   pending: {in_time: null, overdue: null}

findings:                          # kết quả kiểm tra; số liệu trong đoạn văn: [[hs-don-vi-1.settled.early]]
  strengths: []                    # câu mẫu: `ketluan phrases`
  # - scope: tiep-nhan
  #   text: >-
  #     Đơn vị đã ...
  limitations: []
  # - id: qua-han
  #   units: [don-vi-1]
  #   scope: tiep-nhan
  #   text: >-
  #     Còn ...
  #   evidence:
  #     - paper: minutes-don-vi-1
  causes: []
  # - kind: chu-quan               # khach-quan | chu-quan
  #   text: >-
  #     ...
  unit_requests: []                # kiến nghị của đơn vị được kiểm tra
  responses: []                    # tiếp thu, giải trình

recommendations: []                # yêu cầu, kiến nghị
# - id: kn-1
#   owners: [don-vi-1]
#   # verb: yeu-cau | giao | de-nghi | kien-nghi; bỏ trống thì theo quan hệ với cơ quan chủ trì
#   addresses: [qua-han]           # hạn chế được xử lý
#   text: >-
#     ...
#   deadline:                      # before, by, within, quarter hoặc immediately; việc thường xuyên: ongoing
#     before: null

organisation: []                   # tổ chức thực hiện: ai theo dõi, ai báo cáo

documents:                         # các văn bản được tạo
  - id: tb-kl
    kind: thong-bao-ket-luan
    number: null                   # văn thư cấp sau khi ký
    date: null
    signer:
      chain: []                    # bỏ trống thì theo chức vụ của người ký trong people.yaml
      # - prefix: kt               # tm | kt | tl | tuq | q
      #   post: Chủ tịch
      # - post: Phó Chủ tịch
      person: null
    recipients: []
    # - group: Như trên

source:
  kind: office                     # office | press (dựng lại từ tin báo chí, không ban hành được)
"""
