"""Fields that a kind declares for itself: typed, checked with their place, printed, pulled home, compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.build import Options, build_all
from generator.checking import check_all
from generator.commands.comparing import Composing
from generator.diagnostics import Refused, Severity
from generator.differences import differences
from generator.differences.values import Nature
from generator.load import load_catalogues, load_inspection
from generator.pulling import pull
from generator.workshop import Workshop
from tests.inspections import ROOT, SAMPLE, new_project
from tests.invitation import PAPER, invite
from tests.issuing import body
from tests.parity import docx_text, squeezed
from tests.versions import Version
from tests.word_edits import WordEdits

if TYPE_CHECKING:
    from pathlib import Path

    from generator.document import Document
    from generator.project import Project


@pytest.fixture
def office(tmp_path: Path) -> Project:
    project = new_project(tmp_path)
    target = project.inspections / SAMPLE
    target.parent.mkdir()
    target.write_bytes((ROOT / "inspections" / SAMPLE).read_bytes())
    return project


def version(project: Project) -> Version:
    catalogues = load_catalogues(project)
    return Version(load_inspection(project.inspections / SAMPLE, project, catalogues), catalogues)


def invitation(project: Project, stage: str = "du-thao") -> tuple[Document, list[str]]:
    """Return the invitation, and what is missing in it."""
    found = version(project)
    (paper,) = [one for one in found.loaded.inspection.documents if one.id == PAPER]
    composer = Workshop(project).composer(paper.kind)[1]
    made = composer.compose(found.loaded, paper, found.catalogues, stage)
    return made.document, [f"{item.code} {item.arguments.get('meaning')}" for item in made.missing]


def told(project: Project) -> list[tuple[str, str, str]]:
    """Return what is wrong with the invitation: code, place, and what the field is called or the key."""
    found = [one for one in check_all(project).papers if one.paper == PAPER]
    return [
        (item.code, str(item.place), str(item.arguments.get("meaning") or item.arguments.get("key") or ""))
        for one in found
        for item in one.diagnostics
        if item.severity in (Severity.ERROR, Severity.WARNING)
    ]


def test_each_field_is_printed_as_its_type_says(office: Project) -> None:
    invite(office, ("  fields:\n", "  fields:\n    luu_y: Mang theo **báo cáo** và [[conclusion]]\n"))
    document, missing = invitation(office)
    said = body(document)
    assert "Chủ trì: Ông Nguyễn Văn A, Chánh Văn phòng UBND tỉnh." in said
    assert "Thời gian: 08 giờ 00 phút, ngày 25 tháng 5 năm 2026." in said
    assert "Địa điểm: Phòng họp số 2, trụ sở UBND tỉnh." in said
    assert "Mang theo báo cáo và Thông báo số" in said
    assert missing == []
    sources = {run.source for run in document.runs() if run.source and ".fields." in run.source}
    assert sources == {
        f"documents.0.fields.{name}" for name in ("chu_tri", "gio", "ngay", "dia_diem", "luu_y")
    }


def test_every_type_of_a_field_prints(office: Project) -> None:
    invite(office, ("    dia_diem: Phòng họp số 2, trụ sở UBND tỉnh\n", DIFFERENT))
    folder = office.templates / "giay-moi"
    kind = (folder / "kind.yaml").read_text("utf-8")
    declared = "".join(
        f"  {name}: {{label: {name}, type: {type_}}}\n"
        for name, type_ in (("dia_diem", "co-quan"), ("so_nguoi", "so"), ("han", "ngay"))
    )
    (folder / "kind.yaml").write_text(kind.replace("  dia_diem: {label: Địa điểm}\n", declared), "utf-8")
    wording = (folder / "noi-dung.md.j2").read_text("utf-8")
    more = "Số người: {{ fields.so_nguoi }}, trước {{ fields.han }}.\n! "
    (folder / "noi-dung.md.j2").write_text(wording.replace("! ", more), "utf-8")
    said = body(invitation(office)[0])
    assert "Địa điểm: Sở Nội vụ" in said
    assert "Số người: 05, trước 20/5/2026." in said


DIFFERENT = """\
    dia_diem: so-noi-vu-mau
    so_nguoi: 5
    han: 20/5/2026
"""


@pytest.mark.parametrize(
    ("old", "new", "code", "called"),
    [
        ("ngay: 25/5/2026", "ngay: 25/5", "date-without-year", "Ngày họp"),
        ("ngay: 25/5/2026", "ngay: 31/4/2026", "date-impossible", "Ngày họp"),
        ("gio: 08 giờ 00", "gio: sáng", "time-not", "Giờ họp"),
        ("chu_tri: Nguyễn Văn A", "chu_tri: Nguyễn Văn Không", "person-unknown", "Người chủ trì"),
        ("dia_diem: Phòng", "dia_dem: Phòng", "field-unknown-near", "dia_dem"),
        ("dia_diem: Phòng", "xe_dua: Phòng", "field-unknown", "xe_dua"),
    ],
)
def test_a_field_that_is_wrong_is_told_with_its_place(
    old: str, new: str, code: str, called: str, office: Project
) -> None:
    file = invite(office, (old, new))
    name = new.partition(":")[0]
    lines = file.read_text(encoding="utf-8").splitlines()
    number, line = next((n, one) for n, one in enumerate(lines, 1) if one.strip().startswith(f"{name}:"))
    column = line.index(name) + 1 if code.startswith("field") else line.index(": ") + 3
    assert told(office) == [(code, f"inspections/{SAMPLE}:{number}:{column}", called)]
    assert not any(office.output.glob("**/*gm-cong-bo*"))


def test_all_wrong_fields_are_told_at_once(office: Project) -> None:
    invite(office, ("25/5/2026", "25/5"), ("08 giờ 00", "25:00"))
    assert sorted(code for code, _, _ in told(office)) == ["date-without-year", "time-not"]


def test_a_reference_in_a_field_is_checked_when_the_file_is_read(office: Project) -> None:
    invite(office, ("Phòng họp số 2", "Phòng [[khong-co]]"))
    with pytest.raises(Refused) as refused:
        version(office)
    assert [item.code for item in refused.value.diagnostics] == ["reference-unknown"]


def test_a_needed_field_that_is_not_given_is_a_gap_by_its_name(office: Project) -> None:
    invite(office, ("    dia_diem: Phòng họp số 2, trụ sở UBND tỉnh\n", ""))
    document, missing = invitation(office)
    assert missing == ["paper-blank Địa điểm"]
    assert [run.source for run in document.runs() if run.blank and ".fields." in (run.source or "")] == [
        "documents.0.fields.dia_diem"
    ]
    report = build_all(office, (), Options(stage="trinh-ky", only=frozenset({"docx"})))
    found = [item for one in report.papers if one.paper == PAPER for item in one.diagnostics]
    assert [item.code for item in found if item.severity is Severity.ERROR] == ["paper-blank"]


def test_a_field_that_the_wording_forgets_is_told(office: Project) -> None:
    invite(office)
    wording = office.templates / "giay-moi" / "noi-dung.md.j2"
    text = wording.read_text("utf-8").replace("Địa điểm: {{ fields.dia_diem|sentence }}\n", "")
    wording.write_text(text, "utf-8")
    assert invitation(office)[1] == ["value-not-printed Địa điểm"]


def test_a_kind_without_fields_takes_none(office: Project) -> None:
    file = office.inspections / SAMPLE
    text = file.read_text("utf-8").replace("  - id: tb-kl\n", "  - id: tb-kl\n    fields: {gio: 08 giờ}\n")
    file.write_text(text, "utf-8")
    (one,) = [one for one in check_all(office).papers if one.paper == "tb-kl"]
    assert [item.code for item in one.diagnostics if item.severity is Severity.ERROR] == ["field-unknown"]


@pytest.mark.parametrize("name", ["thời_gian", "thoi-gian", "Gio", "2ngay", "items", "get", "a.b"])
def test_a_name_that_wording_cannot_write_is_refused(name: str, office: Project) -> None:
    invite(office)
    kind = office.templates / "giay-moi" / "kind.yaml"
    kind.write_text(kind.read_text("utf-8").replace("  dia_diem:", f"  {name}:"), "utf-8")
    with pytest.raises(Refused) as refused:
        Workshop(office).composer("giay-moi")
    assert [item.code for item in refused.value.diagnostics] == ["own-field-name"]
    assert refused.value.diagnostics[0].place.line == 9


def test_an_edit_in_word_comes_home_to_the_field(office: Project) -> None:
    file = invite(office)
    document = invitation(office)[0]
    edits = WordEdits(Workshop(office).word.render(document, anchors=True))
    edits.change("Địa điểm:", "Phòng họp số 2", "Phòng họp số 5 & 6")
    edits.change("Thời gian:", "ngày 25 tháng 5 năm 2026", "ngày 26 tháng 5 năm 2026")
    found = pull(edits.saved(), "gm.docx", office)
    assert {one.path for one in found.home} >= {"documents.1.fields.dia_diem", "documents.1.fields.ngay"}
    assert "dia_diem: Phòng họp số 5 & 6, trụ sở UBND tỉnh" in found.text
    assert "ngay: 26/5/2026" in found.text
    assert file.read_text("utf-8") != found.text


def test_another_value_of_a_field_is_a_difference_of_content(office: Project) -> None:
    file = invite(office)
    before = version(office)
    file.write_text(file.read_text("utf-8").replace("ngay: 25/5/2026", "ngay: 26/5/2026"), "utf-8")
    (change,) = differences(before, version(office), Composing(office)).changes
    assert change.path == f"documents.{PAPER}.fields.ngay"
    assert change.nature is Nature.FINDING


def test_both_files_say_the_fields(office: Project) -> None:
    invite(office)
    (made,) = [one for one in build_all(office).papers if one.paper == PAPER]
    (word,) = [name for name in made.files if name.endswith(".docx")]
    assert squeezed("Địa điểm: Phòng họp số 2, trụ sở UBND tỉnh.") in docx_text(
        (office.root / word).read_bytes()
    )
