"""The kinds of papers and how one is cited (NĐ 30/2020, Điều 7; PL III, I; PL I, II.6b)."""

from __future__ import annotations

from typing import NamedTuple


class PaperKind(NamedTuple):
    """Name in a sentence, abbreviation in a symbol ("" for công văn), and what leads to its subject.

    `by_name`: its subject is its name, by which it is cited without number (PL I, II.6b).
    """

    name: str
    abbreviation: str
    about: str = "về"
    by_name: bool = False


PAPER_KINDS = {
    "nghi-quyet": PaperKind("Nghị quyết", "NQ", "về việc"),
    "quyet-dinh": PaperKind("Quyết định", "QĐ", "về việc"),
    "chi-thi": PaperKind("Chỉ thị", "CT"),
    "quy-che": PaperKind("Quy chế", "QC"),
    "quy-dinh": PaperKind("Quy định", "QyĐ"),
    "thong-cao": PaperKind("Thông cáo", "TC"),
    "thong-bao": PaperKind("Thông báo", "TB"),
    "huong-dan": PaperKind("Hướng dẫn", "HD"),
    "chuong-trinh": PaperKind("Chương trình", "CTr"),
    "ke-hoach": PaperKind("Kế hoạch", "KH"),
    "phuong-an": PaperKind("Phương án", "PA"),
    "de-an": PaperKind("Đề án", "ĐA"),
    "du-an": PaperKind("Dự án", "DA"),
    "bao-cao": PaperKind("Báo cáo", "BC"),
    "bien-ban": PaperKind("Biên bản", "BB", ""),
    "to-trinh": PaperKind("Tờ trình", "TTr", "về việc"),
    "hop-dong": PaperKind("Hợp đồng", "HĐ"),
    "cong-dien": PaperKind("Công điện", "CĐ"),
    "ban-ghi-nho": PaperKind("Bản ghi nhớ", "BGN"),
    "ban-thoa-thuan": PaperKind("Bản thỏa thuận", "BTT"),
    "giay-uy-quyen": PaperKind("Giấy ủy quyền", "GUQ"),
    "giay-moi": PaperKind("Giấy mời", "GM"),
    "giay-gioi-thieu": PaperKind("Giấy giới thiệu", "GGT"),
    "giay-nghi-phep": PaperKind("Giấy nghỉ phép", "GNP"),
    "phieu-gui": PaperKind("Phiếu gửi", "PG"),
    "phieu-chuyen": PaperKind("Phiếu chuyển", "PC"),
    "phieu-bao": PaperKind("Phiếu báo", "PB"),
    "cong-van": PaperKind("Công văn", "", "về việc"),
    "thu-cong": PaperKind("Thư công", ""),
    # Not of Điều 7, but cited by papers of inspections.
    "ket-luan": PaperKind("Kết luận", "KL"),
    "luat": PaperKind("Luật", "", by_name=True),
    "phap-lenh": PaperKind("Pháp lệnh", "", by_name=True),
    "nghi-dinh": PaperKind("Nghị định", "NĐ"),
    "thong-tu": PaperKind("Thông tư", "TT"),
}
"""Key in YAML → kind. Điều 7 lists 29; the last five are cited but not made."""
