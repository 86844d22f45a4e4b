"""Who issues: heads, symbols and signatures of every row of the matrix, and what a day changes."""

from __future__ import annotations

import re

import pytest

from generator.compose import Composed
from generator.document import Document, Paragraph, plain
from generator.project import Project
from tests.inspections import SMALL, composed, load, new_project

SIGNER = "signer: {chain: [{prefix: TL, post: Chủ tịch}, {post: Chánh Văn phòng}], person: nguyen-van-a}"
ISSUER = "issuer: ubnd-tinh-mau"

X = "TỈNH MẪU"
UBND, HDND = ("ỦY BAN NHÂN DÂN", X), ("HỘI ĐỒNG NHÂN DÂN", X)
UBND_X, HDND_X, XA_A = ("UBND TỈNH MẪU",), ("HỘI ĐỒNG NHÂN DÂN TỈNH MẪU",), ("UBND XÃ VÍ DỤ A",)
TM_UBND, KT_CT, PCT = "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"

# Row of the matrix 5.0 (or of 0.0 row 13) → issuer, signer; superior line, own lines, symbol, place; lines of
# the signature, second post. Typed from the matrix, X = Mẫu, Y = Tư pháp, Z = Ví Dụ A.
MATRIX: dict[str, tuple[str, str, tuple[str, ...], tuple[str, ...], str, str, list[str], str | None]] = {
    "UBND tỉnh, Chủ tịch": (
        "ubnd-tinh-mau",
        "bui-van-i",
        (),
        UBND,
        "TB-UBND",
        "Mẫu",
        [TM_UBND, "CHỦ TỊCH"],
        None,
    ),
    "UBND tỉnh, Phó Chủ tịch": (
        "ubnd-tinh-mau",
        "do-van-h",
        (),
        UBND,
        "TB-UBND",
        "Mẫu",
        [TM_UBND, KT_CT, PCT],
        None,
    ),
    "Chủ tịch UBND, thẩm quyền cá nhân": (
        "chu-tich-ubnd-tinh-mau",
        "bui-van-i",
        (),
        UBND,
        "TB-UBND",
        "Mẫu",
        ["CHỦ TỊCH"],
        None,
    ),
    "Chủ tịch UBND, Phó Chủ tịch ký thay": (
        "chu-tich-ubnd-tinh-mau",
        "do-van-h",
        (),
        UBND,
        "TB-UBND",
        "Mẫu",
        [KT_CT, PCT],
        None,
    ),
    "Thừa lệnh Chủ tịch": (
        "ubnd-tinh-mau",
        "nguyen-van-a",
        (),
        UBND,
        "TB-UBND",
        "Mẫu",
        ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
        None,
    ),
    "Thừa lệnh Chủ tịch, ba dòng": (
        "chu-tich-ubnd-tinh-mau",
        "tran-thi-b",
        (),
        UBND,
        "TB-UBND",
        "Mẫu",
        ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
        None,
    ),
    "Văn phòng UBND tỉnh": (
        "van-phong-ubnd-tinh-mau",
        "nguyen-van-a",
        UBND_X,
        ("VĂN PHÒNG",),
        "TB-VP",
        "Mẫu",
        ["CHÁNH VĂN PHÒNG"],
        None,
    ),
    "Văn phòng UBND tỉnh, ký thay": (
        "van-phong-ubnd-tinh-mau",
        "tran-thi-b",
        UBND_X,
        ("VĂN PHÒNG",),
        "TB-VP",
        "Mẫu",
        ["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
        None,
    ),
    "Sở": (
        "so-tu-phap-mau",
        "ngo-thi-k",
        UBND_X,
        ("SỞ TƯ PHÁP",),
        "TB-STP",
        "Mẫu",
        ["GIÁM ĐỐC"],
        None,
    ),
    "Sở, ký thay": (
        "so-tu-phap-mau",
        "le-van-c",
        UBND_X,
        ("SỞ TƯ PHÁP",),
        "TB-STP",
        "Mẫu",
        ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
        None,
    ),
    "UBND xã": (
        "ubnd-xa-vi-du-a",
        "vo-van-p",
        (),
        ("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ A"),
        "TB-UBND",
        "Ví Dụ A",
        [TM_UBND, "CHỦ TỊCH"],
        None,
    ),
    "UBND xã, ký thay": (
        "ubnd-xa-vi-du-a",
        "trinh-thi-q",
        (),
        ("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ A"),
        "TB-UBND",
        "Ví Dụ A",
        [TM_UBND, KT_CT, PCT],
        None,
    ),
    "Chủ tịch UBND xã": (
        "chu-tich-ubnd-xa-vi-du-a",
        "vo-van-p",
        (),
        ("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ A"),
        "TB-UBND",
        "Ví Dụ A",
        ["CHỦ TỊCH"],
        None,
    ),
    "UBND phường": (
        "ubnd-phuong-vi-du-d",
        "kieu-van-v",
        (),
        ("ỦY BAN NHÂN DÂN", "PHƯỜNG VÍ DỤ D"),
        "TB-UBND",
        "Ví Dụ D",
        [TM_UBND, "CHỦ TỊCH"],
        None,
    ),
    "UBND phường đặt tên theo số": (
        "ubnd-phuong-1-mau",
        "quach-van-y",
        (),
        ("ỦY BAN NHÂN DÂN", "PHƯỜNG 1"),
        "TB-UBND",
        "Phường 1",
        [TM_UBND, "CHỦ TỊCH"],
        None,
    ),
    "UBND đặc khu": (
        "ubnd-dac-khu-vi-du-e",
        "thai-thi-x",
        (),
        ("ỦY BAN NHÂN DÂN", "ĐẶC KHU VÍ DỤ E"),
        "TB-UBND",
        "Ví Dụ E",
        [TM_UBND, "CHỦ TỊCH"],
        None,
    ),
    "Đoàn kiểm tra dùng con dấu của cơ quan": (
        "doan-kiem-tra-mau",
        "le-van-c",
        ("VĂN PHÒNG UBND TỈNH MẪU",),
        ("ĐOÀN KIỂM TRA",),
        "TB-ĐKT",
        "Mẫu",
        ["TM. ĐOÀN KIỂM TRA", "TRƯỞNG ĐOÀN"],
        "PHÓ GIÁM ĐỐC SỞ TƯ PHÁP",
    ),
    "Đoàn kiểm tra, Phó Trưởng đoàn ký thay": (
        "doan-kiem-tra-mau",
        "tran-thi-b",
        ("VĂN PHÒNG UBND TỈNH MẪU",),
        ("ĐOÀN KIỂM TRA",),
        "TB-ĐKT",
        "Mẫu",
        ["TM. ĐOÀN KIỂM TRA", "KT. TRƯỞNG ĐOÀN", "PHÓ TRƯỞNG ĐOÀN"],
        "PHÓ CHÁNH VĂN PHÒNG UBND TỈNH",
    ),
    "Ban Chỉ đạo CCHC": (
        "ban-chi-dao-cchc-tinh-mau",
        "bui-van-i",
        UBND_X,
        ("BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH",),
        "TB-BCĐ",
        "Mẫu",
        ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"],
        "CHỦ TỊCH UBND TỈNH MẪU",
    ),
    "HĐND": (
        "hdnd-tinh-mau",
        "ho-thi-m",
        (),
        HDND,
        "TB-HĐND",
        "Mẫu",
        ["TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"],
        None,
    ),
    "Thường trực HĐND": (
        "thuong-truc-hdnd-tinh-mau",
        "ho-thi-m",
        (),
        HDND,
        "TB-HĐND",
        "Mẫu",
        ["TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"],
        None,
    ),
    "Thường trực HĐND, ký thay": (
        "thuong-truc-hdnd-tinh-mau",
        "ly-van-n",
        (),
        HDND,
        "TB-HĐND",
        "Mẫu",
        ["TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN", KT_CT, PCT],
        None,
    ),
    "Ban của HĐND": (
        "ban-phap-che-hdnd-tinh-mau",
        "phan-thi-o",
        HDND_X,
        ("BAN PHÁP CHẾ",),
        "TB-BPC",
        "Mẫu",
        ["TM. BAN PHÁP CHẾ", "TRƯỞNG BAN"],
        None,
    ),
    "Đoàn giám sát": (
        "doan-giam-sat-hdnd-tinh-mau",
        "ho-thi-m",
        HDND_X,
        ("ĐOÀN GIÁM SÁT",),
        "TB-ĐGS",
        "Mẫu",
        ["TM. ĐOÀN GIÁM SÁT", "TRƯỞNG ĐOÀN"],
        "CHỦ TỊCH HĐND TỈNH MẪU",
    ),
    "Phòng Văn hóa - Xã hội": (
        "phong-vhxh-xa-vi-du-a",
        "mai-van-r",
        XA_A,
        ("PHÒNG VĂN HÓA - XÃ HỘI",),
        "TB-PVHXH",
        "Ví Dụ A",
        ["TRƯỞNG PHÒNG"],
        None,
    ),
    "Phòng Kinh tế": (
        "phong-kinh-te-xa-vi-du-a",
        "cao-thi-s",
        XA_A,
        ("PHÒNG KINH TẾ",),
        "TB-PKT",
        "Ví Dụ A",
        ["TRƯỞNG PHÒNG"],
        None,
    ),
    "Trung tâm Phục vụ hành chính công": (
        "trung-tam-pvhcc-xa-vi-du-a",
        "ta-van-t",
        XA_A,
        ("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",),
        "TB-TTPVHCC",
        "Ví Dụ A",
        ["GIÁM ĐỐC"],
        None,
    ),
    "Văn phòng HĐND và UBND": (
        "van-phong-hdnd-ubnd-xa-vi-du-a",
        "luu-thi-u",
        XA_A,
        ("VĂN PHÒNG HĐND VÀ UBND",),
        "TB-VP",
        "Ví Dụ A",
        ["CHÁNH VĂN PHÒNG"],
        None,
    ),
}
TEAM = (
    "team: {members: [{role: truong-doan, person: le-van-c}, {role: pho-truong-doan, person: tran-thi-b}]}\n"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return new_project(tmp_path_factory.mktemp("project"))


def made(project: Project, *swaps: tuple[str, str], more: str = TEAM) -> Composed:
    """Return the small paper after some replacements."""
    text = SMALL + more
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new)
    (project.inspections / "nho.yaml").write_text(text, encoding="utf-8")
    return composed(load(project, "nho.yaml"), project=project)


def paper(project: Project, issuer: str, person: str, *swaps: tuple[str, str]) -> Document:
    return made(
        project, (ISSUER, f"issuer: {issuer}"), (SIGNER, f"signer: {{person: {person}}}"), *swaps
    ).document


def body(document: Document) -> str:
    lines = [f"{block.label} {plain(block.runs)}" for block in document.body if isinstance(block, Paragraph)]
    return "\n".join(lines).replace("\u00a0", " ")


@pytest.mark.parametrize("row", MATRIX)
def test_every_row_of_the_matrix(project: Project, row: str) -> None:
    issuer, person, superior, own, symbol, place, lines, second = MATRIX[row]
    document = paper(project, issuer, person)
    assert document.head.superior == superior
    assert tuple(plain(line) for line in document.head.agency) == own
    assert re.fullmatch(rf"Số:\s+/{symbol}", plain(document.head.number))
    assert plain(document.head.place_date).startswith(f"{place}, ngày ")
    assert [plain(line) for line in document.signatures[0].lines] == lines
    assert document.signatures[0].second_post == second
    assert not any(run.blank for line in document.signatures[0].lines for run in line)
