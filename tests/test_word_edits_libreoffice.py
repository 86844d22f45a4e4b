"""Edits made in LibreOffice: each comes home or is told; none is lost, none lands in a wrong place."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from generator.anchors import KEY, START, W
from generator.build import Options, build_all
from generator.project import Project
from generator.pulling import Pulled, pull
from generator.pulling.said import unlabelled
from generator.redline.settling import has_changes
from generator.render.word_anchors import MAP_PART
from generator.yaml_editing import replace_text
from tests.inspections import composed, new_project, sample
from tests.libreoffice_edits import edit
from tests.rendering import word
from tests.word_edits import WordEdits

NAME = "mau-mot-cua-cap-xa"


class Edit(NamedTuple):
    """What is done in Writer, and what comes of it: the path in the YAML, or why it stays outside."""

    steps: tuple[str, ...]
    result: str


def change(within: str, old: str, new: str, result: str) -> Edit:
    return Edit(("change", within, old, new), result)


TEXTS = [
    change("không lưu Giấy", "Giấy tiếp nhận", "Giấy & phiếu tiếp nhận", "findings.limitations.2.text"),
    change(
        "đã ban hành đầy đủ kế hoạch", "bố trí công chức", "bố trí đủ công chức", "findings.strengths.1.text"
    ),
    change("Có 12 hồ sơ giải quyết", "không có văn bản", "chưa có văn bản", "findings.limitations.1.text"),
    change("Nguyên nhân khách quan:", "tăng nhanh", "tăng rất nhanh", "findings.causes.1.text"),
    change("Nguyên nhân chủ quan:", "một số công chức", "một bộ phận công chức", "findings.causes.2.text"),
    change(
        "Trách nhiệm đối với các tồn tại", "với vai trò", "trong vai trò", "findings.responsibility.1.text"
    ),
    change("Tổ chức kiểm điểm, rút kinh nghiệm đối", "Tổ chức", "Tổ chức họp,", "recommendations.1.text"),
    change("Thường xuyên theo dõi, cảnh báo", "Thường xuyên", "Hằng ngày", "recommendations.2.text"),
    change(
        "hệ thống truyền thanh", "trực tuyến.", "trực tuyến. Có biển chỉ dẫn.", "findings.strengths.11.text"
    ),
    change("Có 41 hồ sơ", "thuộc lĩnh vực đất đai", "về đất đai", "findings.limitations.4.text"),
    change("UBND các xã đã tiếp nhận 37", "phản ánh, kiến nghị", "phản ánh", "findings.strengths.9.text"),
]
VALUES = [
    change("Thực hiện Kế hoạch", "15/01/2026", "16/01/2026", "plan.date"),
    change("Thực hiện Kế hoạch", "312/QĐ-UBND", "313/QĐ-UBND", "decision.number"),
    change("Trên cơ sở báo cáo", "05/5/2026", "06/5/2026", "team_report.date"),
    change("Trên cơ sở báo cáo", "12/5/2026", "13/5/2026", "inspected_units.3.explanation.date"),
    change("Gửi văn bản xin lỗi", "29/5/2026", "30/5/2026", "recommendations.3.deadline.before"),
    change("Sửa chữa hoặc thay thế", "30/6/2026", "15/7/2026", "recommendations.12.deadline.before"),
    change("Thực hiện Kế hoạch", "31/3/2026", "30/4/2026", "period.to"),
    change("Bộ Tư pháp (b/c)", "Bộ Tư pháp", "Bộ Tư pháp & Bộ Nội vụ", "documents.1.recipients.1.group"),
    change("Nguyễn Văn A", "Nguyễn Văn A", "Lê Văn C", "documents.1.signer.person"),
    change("Lớp tập huấn; báo cáo", "báo cáo kết quả", "báo cáo", "recommendations.14.product"),
    change("Báo cáo kèm ảnh chụp", "ảnh chụp, đường dẫn", "ảnh & đường dẫn", "recommendations.5.product"),
    change("Công khai thủ tục hành", "Công khai", "Niêm yết, công khai", "scope.2.text"),
    change("Kế hoạch khắc phục của UBND từng", "từng xã", "mỗi xã", "recommendations.1.product"),
    change("Gửi văn bản xin lỗi", "05", "06", "figures.23.total"),
]
ITEMS = [
    Edit(("delete", "UBND các xã đã tiếp nhận 37"), "findings.strengths.9"),
    Edit(("delete", "Kiểm tra ngẫu nhiên 180"), "findings.strengths.4"),
    Edit(("add", "Có 02/03 máy quét", "- Chưa công khai số điện thoại."), "findings.limitations.12"),
    Edit(("add", "Có 03/60 hồ sơ", "Chưa niêm yết A & B."), "findings.limitations.3"),
    Edit(
        ("add", "Gửi văn bản xin lỗi", "c) Lập sổ theo dõi, hoàn thành trước ngày 30/6/2026."),
        "recommendations.4",
    ),
    Edit(("add", "Giao dịch thanh toán trực tuyến", "d) Có 02 điểm hỗ trợ."), "findings.strengths.7"),
    Edit(("up", "Có 09/60 hồ sơ"), "findings.limitations.5"),
    Edit(("down", "Niêm yết, công khai đầy đủ"), "recommendations.6"),
]
TRACKED = [
    change("không lưu Giấy tiếp nhận", "Giấy tiếp nhận", "biên nhận", "findings.limitations.2.text"),
    change("Thực hiện Kế hoạch", "15/01/2026", "17/01/2026", "plan.date"),
    Edit(("delete", "UBND các xã đã tiếp nhận 37"), "findings.strengths.9"),
    Edit(("add", "Có 02/03 máy quét", "Chưa có ghế chờ."), "findings.limitations.11"),
]
# In one sitting, recorded: some edits accepted, others made and rejected, the last one left as a change.
ACCEPTED = [
    change("Sửa chữa hoặc thay thế", "30/6/2026", "31/7/2026", "recommendations.12.deadline.before"),
    change("Bộ Tư pháp (b/c)", "Bộ Tư pháp", "Bộ Tư pháp & Bộ Nội vụ", "documents.1.recipients.1.group"),
    change("Nguyễn Văn A", "Nguyễn Văn A", "Lê Văn C", "documents.1.signer.person"),
    Edit(("delete", "Kiểm tra ngẫu nhiên 180"), "findings.strengths.4"),
    Edit(("up", "Có 09/60 hồ sơ"), "findings.limitations.5"),
    Edit(("add", "Có 02/03 máy quét", "Chưa có biển chỉ dẫn."), "findings.limitations.11"),
]
REJECTED = [
    change("không lưu Giấy", "Giấy tiếp nhận", "Giấy & phiếu tiếp nhận", "findings.limitations.2.text"),
    change("Thực hiện Kế hoạch", "15/01/2026", "18/01/2026", "plan.date"),
    Edit(("delete", "UBND các xã đã tiếp nhận 37"), "findings.strengths.9"),
    Edit(("add", "Có 03/60 hồ sơ", "Chưa niêm yết A & B."), "findings.limitations.3"),
]
LEFT = [change("Thường xuyên theo dõi, cảnh báo", "Thường xuyên", "Hằng ngày", "recommendations.2.text")]
OUTSIDE = [
    # Words of the office's phrases are changed in their catalogue.
    change("Có 17/412 TTHC", " và trên trang thông tin điện tử", "", "name"),
    change("kết luận như sau", "như sau", "như dưới đây", "wording"),
    change("đã kiểm tra trực tiếp tại", "kiểm tra trực tiếp", "làm việc trực tiếp", "wording"),
    change("KẾT QUẢ ĐẠT", "KẾT QUẢ", "NHỮNG KẾT QUẢ", "wording"),
    change("tổng số 13.462", "13.462", "13.463", "figure"),
    change("Có 12 hồ sơ", "Có 12", "Có 13", "figure"),
    change("Trên cơ sở báo cáo", "UBND xã Ví Dụ C", "UBND xã Ví Dụ A", "wording"),
    Edit(("delete", "Có 02/03 máy quét"), "referred"),
    Edit(("delete", "Bên cạnh những kết quả"), "unproved"),
    Edit(("add", "TỒN TẠI, HẠN CHẾ", "Một đoạn không thuộc mục nào."), "unproved"),
    change("Nơi nhận", "Nơi nhận", "Nơi gửi", "wording"),
]
FILES = {"chu": TEXTS, "gia-tri": VALUES, "muc": ITEMS, "ngoai": OUTSIDE, "theo-doi": TRACKED}


ACCEPT = ("dispatch", ".uno:AcceptAllTrackedChanges")
REJECT = ("dispatch", ".uno:RejectAllTrackedChanges")


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files that LibreOffice saved, by name; those of tracked changes also accepted and rejected."""
    folder = tmp_path_factory.mktemp("libreoffice")
    (folder / "goc.docx").write_bytes(word().render(composed(sample()).document, anchors=True))
    plan: list[tuple[str, ...]] = []
    for name, edits in {**FILES, "khong-sua": []}.items():
        plan.append(("open", str(folder / "goc.docx")))
        plan += [("record", "on")] if name == "theo-doi" else []
        plan += [one.steps for one in edits]
        plan.append(("save", str(folder / f"{name}.docx")))
    for name, settle in (("nhan", ACCEPT), ("tu-choi", REJECT)):
        plan += [("open", str(folder / "theo-doi.docx")), settle, ("save", str(folder / f"{name}.docx"))]
    plan += [("open", str(folder / "goc.docx")), ("record", "on")]
    plan += [*(one.steps for one in ACCEPTED), ACCEPT, *(one.steps for one in REJECTED), REJECT]
    plan += [*(one.steps for one in LEFT), ("save", str(folder / "xen-ke.docx"))]
    edit(plan, folder)
    return {path.stem: path for path in folder.glob("*.docx")}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return new_project(tmp_path, **{NAME: sample().source.text})


def results(found: Pulled) -> list[str]:
    return sorted([*(one.path for one in found.home), *(one.why.value for one in found.left)])


def test_there_are_fifty_of_them() -> None:
    # Tracked ones count as they are, accepted, and rejected.
    in_one_sitting = len(ACCEPTED) + len(REJECTED) + len(LEFT)
    assert sum(map(len, FILES.values())) + 2 * len(TRACKED) + in_one_sitting >= 67


@pytest.mark.parametrize("name", FILES)
def test_each_edit_comes_home_or_is_told(name: str, saved: dict[str, Path], project: Project) -> None:
    found = pull(saved[name].read_bytes(), f"{name}.docx", project)
    assert results(found) == sorted(one.result for one in FILES[name])


def test_accepted_changes_come_home_and_rejected_ones_never_were(
    saved: dict[str, Path], project: Project
) -> None:
    found = pull(saved["nhan"].read_bytes(), "nhan.docx", project)
    assert results(found) == sorted(one.result for one in TRACKED)
    for name in ("tu-choi", "khong-sua"):
        assert results(pull(saved[name].read_bytes(), f"{name}.docx", project)) == []


def test_accepting_and_rejecting_while_editing_brings_home_what_stayed(
    saved: dict[str, Path], project: Project
) -> None:
    found = pull(saved["xen-ke"].read_bytes(), "xen-ke.docx", project)
    assert results(found) == sorted(one.result for one in (*ACCEPTED, *LEFT))


@pytest.mark.parametrize(
    ("name", "left"), [("theo-doi", True), ("nhan", False), ("tu-choi", False), ("xen-ke", True)]
)
def test_libreoffice_leaves_no_tracked_change_that_it_settled(
    name: str, left: bool, saved: dict[str, Path]
) -> None:
    """Otherwise a file would come home as accepted whose changes are only accepted by our reader."""
    assert has_changes(WordEdits(saved[name].read_bytes()).root) == left


@pytest.mark.parametrize("name", ["chu", "muc", "theo-doi", "nhan", "xen-ke"])
def test_after_pull_and_build_the_new_file_says_what_the_edited_one_says(
    name: str, saved: dict[str, Path], project: Project
) -> None:
    found = pull(saved[name].read_bytes(), f"{name}.docx", project)
    replace_text(found.yaml, found.text, project)
    build_all(project, (NAME,), Options(only=frozenset({"docx"})))
    new = WordEdits(next(project.output.rglob("*tb-kl*.docx")).read_bytes())
    told = {unlabelled(text) for one in found.home for pair in one.effects for text in pair}
    edited = WordEdits(saved[name].read_bytes())
    now, wanted = ([unlabelled(text) for text in each.texts()] for each in (new, edited))
    assert [text for text in now if text not in told] == [text for text in wanted if text not in told]


def test_libreoffice_keeps_the_map_and_every_key(saved: dict[str, Path]) -> None:
    before, after = (WordEdits(saved[name].read_bytes()) for name in ("goc", "khong-sua"))
    assert MAP_PART in before.parts
    assert keys(before) == keys(after)
    assert len(keys(before)) > 100


def keys(file: WordEdits) -> list[str]:
    names = (item.get(f"{{{W}}}name", "") for item in file.root.iter(START))
    return sorted(name for name in names if KEY.fullmatch(name))
