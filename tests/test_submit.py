"""The folder for signature: whole or not at all, refused like the step, with what the system asks for."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from generator.cli import main
from generator.diagnostics import Refused
from generator.files import replace_folder
from generator.issuing.journal_head import journal_of
from generator.issuing.metadata import LENGTHS, issued_amount
from generator.issuing.states import Step
from generator.issuing.submission import AskedSubmission, Submitted, submit
from tests.inspections import ROOT
from tests.issued import AT, ELSEWHERE, ON_PAPER, contents, issued, project_with, signed, step
from tests.parity import docx_text, squeezed

if TYPE_CHECKING:
    from generator.project import Project

ASKED = AskedSubmission("nho", "tb", AT)
STEM = "TK_nho_tb"
SHEET = """\
  - id: trinh
    kind: phieu-trinh
    year: 2026
    month: 5
    signer: {chain: [{post: Trưởng phòng}], person: pham-thi-d}
    addressees: [Chánh Văn phòng Ủy ban nhân dân tỉnh]
"""
LETTER = """\
  - id: dd
    kind: cong-van-don-doc
    year: 2026
    month: 6
    as_of: 10/6/2026
    signer: {chain: [{prefix: TL, post: Chủ tịch}, {post: Chánh Văn phòng}], person: nguyen-van-a}
    addressees: [{owners: a}]
    reply: {deadline: {before: 20/6/2026}}
    recipients: [{agency: ubnd-xa-vi-du-a, purpose: để t/h}, {group: Các thành viên Đoàn kiểm tra}]
    urgency: khan
    drafter_mark: PL.(300)
    drafting_unit: {symbol: VP, mark: KSTT}
conclusion: {kind: thong-bao, number: 9/TB-UBND, date: 18/5/2026, subject: kết luận kiểm tra}
"""


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [item.code for item in refused.value.diagnostics]


def fields(done: Submitted) -> dict[str, Any]:
    value = json.loads((done.folder / "thong-tin.json").read_bytes())
    assert isinstance(value, dict)
    return value


def said(done: Submitted) -> list[str]:
    return [item.code for item in done.told]


def made(folder: Path, text: str = ON_PAPER, **other: Any) -> tuple[Project, Submitted]:
    project = project_with(folder, text)
    return project, submit(project, replace(ASKED, **other))


# --- what lies in the folder ------------------------------------------------------------------------------


def test_the_folder_has_clean_files_and_what_the_system_asks_for(tmp_path: Path) -> None:
    project, done = made(tmp_path)
    assert done.folder == project.output / "trinh-ky" / STEM
    assert list(done.files) == [f"{STEM}.docx", f"{STEM}.pdf", "thong-tin.json", "thong-tin.xml"]
    word = squeezed(docx_text((done.folder / f"{STEM}.docx").read_bytes()))
    assert "DỰTHẢO" not in word
    assert fields(done) == {
        "FileCode": {"OrganId": None, "FileCatalog": None, "FileNotation": None},
        "DocOrdinal": None,
        "TypeName": "Thông báo",
        "CodeNumber": None,
        "CodeNotation": "TB-UBND",
        "IssuedDate": None,
        "OrganName": "Ủy ban nhân dân tỉnh Mẫu",
        "Subject": "Kết luận kiểm tra việc thực hiện công tác kiểm soát thủ tục hành chính"
        " tại Ủy ban nhân dân xã Ví Dụ A",
        "Language": "Tiếng Việt",
        "PageAmount": 3,
        "Description": None,
        "SignerInfo": {"Position": "TL. CHỦ TỊCH, CHÁNH VĂN PHÒNG", "FullName": "Nguyễn Văn A"},
        "To": [
            {"OrganId": None, "OrganName": "Ủy ban nhân dân xã Ví Dụ A"},
            {"OrganId": None, "OrganName": "Các thành viên Đoàn kiểm tra"},
        ],
        "Priority": None,
        "IssuedAmount": None,
        "DueDate": None,
    }


def values(element: etree._Element) -> Any:
    return [(child.tag, values(child)) for child in element] if len(element) else element.text


def flat(fields: dict[str, Any]) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for name, value in fields.items():
        for item in value if isinstance(value, list) else [value]:
            inner = flat(item) if isinstance(item, dict) else item
            found.append((name, str(inner) if isinstance(inner, int) else inner))
    return found


def test_xml_and_json_say_the_same_and_names_are_those_of_the_annex(tmp_path: Path) -> None:
    text = ON_PAPER.replace("recipients: [", 'recipients: ["A & B <C>", ')
    _, done = made(tmp_path, text)
    root = etree.fromstring((done.folder / "thong-tin.xml").read_bytes())
    assert values(root) == flat(fields(done))
    assert "A & B <C>" in [item["OrganName"] for item in fields(done)["To"]]
    names = {
        f"{name}.{inner}" if isinstance(value, (dict, list)) else name
        for name, value in fields(done).items()
        for inner in (value[0] if isinstance(value, list) else value if isinstance(value, dict) else [""])
    }
    assert names == set(LENGTHS)


def test_a_letter_says_who_must_answer_until_when_and_how_many_copies(tmp_path: Path) -> None:
    _, done = made(tmp_path, ON_PAPER + LETTER, paper="dd")
    found = fields(done)
    assert (found["TypeName"], found["CodeNotation"]) == ("Công văn", "UBND-KSTT")
    assert not found["Subject"].startswith("V/v")
    assert found["DueDate"] == "2026-06-19"  # "trước ngày 20/6/2026" does not count that day
    assert (found["IssuedAmount"], found["Priority"], found["Description"]) == (300, None, "KHẨN")
    assert [item["OrganName"] for item in found["To"]] == [
        "Ủy ban nhân dân xã Ví Dụ A",
        "Các thành viên Đoàn kiểm tra",
    ]
    assert "submit-priority" in said(done)
    assert (issued_amount("PL.(300)"), issued_amount("PL"), issued_amount(None)) == (300, None, None)


def test_separate_annexes_are_files_of_their_own_and_counted(tmp_path: Path) -> None:
    more = "    annexes: [so-lieu]\n    annex_files: tep-rieng\n"
    text = ON_PAPER.replace("    medium: giay\n", f"    medium: giay\n{more}")
    project = project_with(tmp_path, text)
    done = submit(project, ASKED)
    apart = [name for name in done.files if "_PL" in name]
    together = submit(project_with(tmp_path / "b", text.replace("    annex_files: tep-rieng\n", "")), ASKED)
    assert apart == [f"{STEM}_PL1.docx", f"{STEM}_PL1.pdf"]
    assert not [name for name in together.files if "_PL" in name]
    assert fields(done)["PageAmount"] == fields(together)["PageAmount"]


def test_a_value_too_long_for_its_field_is_told_with_its_place_and_kept_whole(tmp_path: Path) -> None:
    group = "Các cơ quan " + "rất dài " * 30
    _, done = made(tmp_path, ON_PAPER.replace("Các thành viên Đoàn kiểm tra", group.strip()))
    (told,) = [item for item in done.told if item.code == "submit-too-long"]
    assert told.arguments == {"field": "To.OrganName", "length": len(group.strip()), "limit": 200}
    assert told.place.line == ON_PAPER[: ON_PAPER.index("    recipients:")].count("\n") + 1
    assert fields(done)["To"][1]["OrganName"] == group.strip()


# --- phiếu trình --------------------------------------------------------------------------------------------


def test_the_only_sheet_goes_with_the_paper(tmp_path: Path) -> None:
    _, done = made(tmp_path, ON_PAPER + SHEET)
    assert {"phieu-trinh.docx", "phieu-trinh.pdf"} <= set(done.files)
    assert "submit-sheet-taken" not in said(done)


def test_a_sheet_of_unknown_paper_is_taken_and_that_is_told(tmp_path: Path) -> None:
    _, done = made(tmp_path, ON_PAPER + SHEET + LETTER)
    assert "phieu-trinh.docx" in done.files
    assert "submit-sheet-taken" in said(done)


def test_of_tells_several_sheets_apart(tmp_path: Path) -> None:
    other = SHEET.replace("id: trinh", "id: trinh-dd").replace("Chánh Văn phòng Ủy", "Phó Chánh Văn phòng Ủy")
    both = ON_PAPER + SHEET + other + LETTER
    project = project_with(tmp_path, both)
    with pytest.raises(Refused) as refused:
        submit(project, ASKED)
    assert codes(refused) == ["submit-sheets-several"]
    assert not (project.output / "trinh-ky").exists()

    told = both.replace("id: trinh\n", "id: trinh\n    of: tb\n").replace(
        "id: trinh-dd\n", "id: trinh-dd\n    of: dd\n"
    )
    project = project_with(tmp_path / "b", told)
    for paper, addressee in (("tb", "KínhgửiChánhVănphòng"), ("dd", "KínhgửiPhóChánhVănphòng")):
        done = submit(project, replace(ASKED, paper=paper))
        word = squeezed(docx_text((done.folder / "phieu-trinh.docx").read_bytes())).replace(":", "")
        assert addressee in word

    alone = ON_PAPER + SHEET.replace("id: trinh\n", "id: trinh\n    of: dd\n") + LETTER
    done = submit(project_with(tmp_path / "c", alone), ASKED)
    assert "phieu-trinh.docx" not in done.files


@pytest.mark.parametrize(("of", "code"), [("khong-co", "document-unknown"), ("trinh", "paper-of-itself")])
def test_of_names_another_paper_of_the_inspection(tmp_path: Path, of: str, code: str) -> None:
    project = project_with(tmp_path, ON_PAPER + SHEET.replace("id: trinh\n", f"id: trinh\n    of: {of}\n"))
    with pytest.raises(Refused) as refused:
        submit(project, ASKED)
    assert codes(refused) == [code]


def test_an_unfinished_sheet_refuses_the_folder(tmp_path: Path) -> None:
    project = project_with(tmp_path, ON_PAPER + SHEET.replace("    addressees:", "    # addressees:"))
    with pytest.raises(Refused) as refused:
        submit(project, ASKED)
    assert "paper-blank" in codes(refused)
    assert not (project.output / "trinh-ky").exists()


def test_a_sheet_submits_itself_with_no_other(tmp_path: Path) -> None:
    _, done = made(tmp_path, ON_PAPER + SHEET, paper="trinh")
    assert [name for name in done.files if name.startswith("phieu")] == []


# --- refused, repeated, recorded ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [(", person: nguyen-van-a", ""), ("online: 60", "online: 61"), ("thực hiện tốt.", "TODO.")],
)
def test_what_cannot_be_signed_makes_no_folder(tmp_path: Path, old: str, new: str) -> None:
    project = project_with(tmp_path, ON_PAPER.replace(old, new))
    with pytest.raises(Refused):
        submit(project, ASKED)
    assert not (project.output / "trinh-ky").exists()


def test_the_same_paper_gives_the_same_bytes_and_another_keeps_the_folder_before(tmp_path: Path) -> None:
    project, done = made(tmp_path)
    first = contents(done.folder)
    times = {path: path.stat().st_mtime_ns for path in done.folder.iterdir()}
    again = submit(project, ASKED)
    assert (contents(again.folder), again.kept) == (first, None)
    assert {path: path.stat().st_mtime_ns for path in done.folder.iterdir()} == times

    (done.folder / "y-kien.txt").write_text("của lãnh đạo", encoding="utf-8")
    again = submit(project, ASKED)
    assert contents(again.folder) == first
    assert again.kept == done.folder.with_name(f"{STEM}_truoc-1")
    assert (again.kept / "y-kien.txt").read_text(encoding="utf-8") == "của lãnh đạo"
    assert not [path for path in done.folder.parent.iterdir() if path.name.startswith(".")]


def test_no_step_is_recorded_unless_somebody_is_named(tmp_path: Path) -> None:
    project, done = made(tmp_path)
    assert (done.event, journal_of(project).events) == (None, ())
    done = submit(project, replace(ASKED, by="pham-thi-d"))
    assert done.event is not None
    assert journal_of(project).state("nho", "tb") is Step.SUBMITTED
    step(project, Step.SIGNED, "nguyen-van-a", ELSEWHERE)  # the text recorded is the one a signer may sign


@pytest.mark.parametrize(
    ("by", "code"), [("khong-co-ai", "person-unknown"), ("pham-thi-d", "step-out-of-turn")]
)
def test_a_step_that_cannot_be_taken_makes_no_folder(tmp_path: Path, by: str, code: str) -> None:
    project = project_with(tmp_path)
    if code == "step-out-of-turn":
        step(project, Step.SUBMITTED, "pham-thi-d")
    with pytest.raises(Refused) as refused:
        submit(project, replace(ASKED, by=by))
    assert codes(refused) == [code]
    assert not (project.output / "trinh-ky").exists()


def test_what_was_submitted_is_made_again_as_it_was_and_never_another_text(tmp_path: Path) -> None:
    project = signed(project_with(tmp_path))
    submit(project, ASKED)
    file = project.inspections / "nho.yaml"
    file.write_text(ON_PAPER.replace("thực hiện tốt", "làm tốt"), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        submit(project, ASKED)
    assert codes(refused) == ["step-text-changed"]


def test_an_issued_paper_is_not_submitted(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    issued(project)
    with pytest.raises(Refused) as refused:
        submit(project, ASKED)
    assert codes(refused) == ["step-out-of-turn"]


def test_a_folder_that_cannot_take_its_place_leaves_everything_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_text("tệp", encoding="utf-8")
    link = tmp_path / "b"
    link.symlink_to(tmp_path)
    with pytest.raises(Refused) as refused:
        replace_folder(link, {"x": b"1"}, tmp_path, str)
    assert codes(refused) == ["write-outside"]
    assert replace_folder(target, {"x": b"1"}, tmp_path, str) == tmp_path / "a_truoc-1"
    (tmp_path / ".a.tmp").mkdir()
    (tmp_path / ".a.tmp" / "half").write_bytes(b"")
    assert replace_folder(target, {"x": b"2"}, tmp_path, str) == tmp_path / "a_truoc-2"
    assert contents(target) == {"x": b"2"}


class Cut(BaseException):
    """What a killed process looks like from the inside."""


def test_a_submission_cut_off_loses_nothing_and_is_whole_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a"
    replace_folder(target, {"x": b"1", "y": b"1"}, tmp_path, str)
    rename, done = Path.rename, []

    def cut(path: Path, to: Path) -> Path:
        if path.name.startswith("."):
            raise Cut
        done.append(to.name)
        return rename(path, to)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", cut)
        with pytest.raises(Cut):
            replace_folder(target, {"x": b"2"}, tmp_path, str)
    assert done == ["a_truoc-1"]
    assert contents(tmp_path) == {"a_truoc-1/x": b"1", "a_truoc-1/y": b"1"}
    assert replace_folder(target, {"x": b"2"}, tmp_path, str) is None
    assert contents(target) == {"x": b"2"}


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    project.output.mkdir()
    (project.output / "trinh-ky").write_text("tệp", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        submit(project, replace(ASKED, by="pham-thi-d"))
    assert codes(refused) == ["file-not-written"]
    assert journal_of(project).events == ()


def test_the_command_says_where_the_folder_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = project_with(tmp_path)
    folder = f"output/trinh-ky/{STEM}"
    assert main(["--project", str(project.root), "submit", "nho", "tb", "--by", "pham-thi-d"]) == 0
    out = capsys.readouterr().out
    assert f"{folder}, 4 tệp" in out
    assert "Đã ghi: nho/tb trình ký" in out
    assert main(["--lang", "en", "--project", str(project.root), "submit", "nho", "tb"]) == 0
    assert f"For signature: {folder}, 4 files." in capsys.readouterr().out
    assert main(["--project", str(project.root), "submit", "nha", "tb"]) == 2


def test_the_shipped_sheet_says_which_paper_it_submits() -> None:
    text = (ROOT / "inspections" / "2026" / "mau-mot-cua-cap-xa.yaml").read_text(encoding="utf-8")
    assert "kind: phieu-trinh\n    of: tb-kl\n" in text
