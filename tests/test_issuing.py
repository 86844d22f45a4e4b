"""Steps, number and day, the store: an issued paper is whole and stays; a changed byte of it is found."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from generator.build import Options, build_all
from generator.diagnostics import Refused, Severity
from generator.document import Picture
from generator.issuing import journal_head
from generator.issuing.at_hand import paper_at_hand
from generator.issuing.issue import issue_paper
from generator.issuing.issued_copy import issued_copy
from generator.issuing.journal import read_journal
from generator.issuing.journal_head import Head, head_of, journal_of
from generator.issuing.printed import document_bytes, read_document, text_hash
from generator.issuing.record import sealed
from generator.issuing.states import CHECKS, Step, may_follow
from generator.issuing.store import PENDING, Store, settled
from generator.issuing.verification import verify
from generator.load import load_catalogues, load_inspection
from generator.project import Project, find_project
from generator.results import Outcome
from generator.wording import short_date
from tests.inspections import CLEAN, ROOT, composed, sample
from tests.issued import (
    AT,
    DAY,
    ELSEWHERE,
    ISSUE,
    ON_PAPER,
    contents,
    issued,
    make_writable,
    project_with,
    signed,
    step,
)
from tests.parity import docx_text, squeezed


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [item.code for item in refused.value.diagnostics]


def found(project) -> list[str]:
    return [item.code for item in verify(project)[1]]


# --- steps ---------------------------------------------------------------------------------------------


def test_a_paper_goes_from_draft_to_signature_and_back_with_a_reason(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    step(project, Step.SUBMITTED, "pham-thi-d")
    step(project, Step.RETURNED, "nguyen-van-a", "Bổ sung thời hạn")
    signed(project)
    events = journal_of(project).of("nho", "tb")
    assert [event.step for event in events] == ["trinh-ky", "tra-lai", "trinh-ky", "da-ky"]
    assert events[1].reason == "Bổ sung thời hạn"
    assert all(event.at == "2026-05-18T09:00:00+07:00" for event in events)


@pytest.mark.parametrize(
    ("taken", "by", "code"),
    [
        (Step.SIGNED, "nguyen-van-a", "step-out-of-turn"),
        (Step.RETURNED, "nguyen-van-a", "step-out-of-turn"),
        (Step.SUBMITTED, "khong-co-ai", "person-unknown"),
    ],
)
def test_a_step_that_cannot_be_the_next_one_is_refused(tmp_path: Path, taken, by, code) -> None:
    project = project_with(tmp_path)
    with pytest.raises(Refused) as refused:
        step(project, taken, by)
    assert codes(refused) == [code]
    assert journal_of(project).events == ()
    assert not project.issued.exists()


def test_a_paper_is_returned_with_a_reason_only(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    step(project, Step.SUBMITTED, "pham-thi-d")
    with pytest.raises(Refused) as refused:
        step(project, Step.RETURNED, "nguyen-van-a", " ")
    assert codes(refused) == ["step-without-reason"]


def test_content_and_form_are_checked_by_two_people(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    step(project, Step.CONTENT, "pham-thi-d")
    with pytest.raises(Refused) as refused:
        step(project, Step.FORMAT, "pham-thi-d")
    assert codes(refused) == ["step-same-person"]
    step(project, Step.FORMAT, "dang-thi-g")
    assert journal_of(project).state("nho", "tb") is None


@pytest.mark.parametrize(
    ("checked", "missing"),
    [
        ((), "soat-noi-dung, soat-the-thuc"),
        ((Step.CONTENT,), "soat-the-thuc"),
        ((Step.FORMAT,), "soat-noi-dung"),
        ((Step.FORMAT, Step.CONTENT), ""),
    ],
)
def test_what_was_not_checked_twice_is_told_and_then_not_signed(tmp_path: Path, checked, missing) -> None:
    project = project_with(tmp_path)
    for check, by in zip(checked, ("tran-thi-b", "dang-thi-g"), strict=False):
        step(project, check, by)
    told = step(project, Step.SUBMITTED, "pham-thi-d").told
    unchecked = [item for item in told if item.code == "step-unchecked"]
    assert [(item.severity, item.arguments["missing"]) for item in unchecked] == (
        [(Severity.WARNING, missing)] if missing else []
    )
    if not missing:
        assert step(project, Step.SIGNED, "nguyen-van-a").told == ()
        return
    with pytest.raises(Refused) as refused:
        step(project, Step.SIGNED, "nguyen-van-a", " ")
    assert codes(refused) == ["step-unchecked"]
    assert refused.value.diagnostics[0].arguments["missing"] == missing
    taken = step(project, Step.SIGNED, "nguyen-van-a", ELSEWHERE)
    assert [item.code for item in taken.told] == ["step-unchecked"]
    assert journal_of(project).events[-1].reason == ELSEWHERE


def test_a_check_of_another_text_does_not_count(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    step(project, Step.CONTENT, "tran-thi-b")
    step(project, Step.FORMAT, "dang-thi-g")
    file = project.inspections / "nho.yaml"
    file.write_text(ON_PAPER.replace("Đã thực hiện tốt", "Đã thực hiện rất tốt"), encoding="utf-8")
    step(project, Step.SUBMITTED, "pham-thi-d")
    with pytest.raises(Refused) as refused:
        step(project, Step.SIGNED, "nguyen-van-a")
    assert codes(refused) == ["step-unchecked"]
    # A check may also be made while the paper lies before the signer.
    step(project, Step.CONTENT, "tran-thi-b")
    step(project, Step.FORMAT, "dang-thi-g")
    step(project, Step.SIGNED, "nguyen-van-a")


def test_an_office_that_checks_elsewhere_is_only_reminded(tmp_path: Path) -> None:
    (tmp_path / "ketluan.toml").write_text('two_checks = "told"\n', encoding="utf-8")
    project = project_with(tmp_path)
    step(project, Step.SUBMITTED, "pham-thi-d")
    told = step(project, Step.SIGNED, "nguyen-van-a").told
    assert [(item.code, item.severity) for item in told] == [("step-unchecked", Severity.WARNING)]


def test_only_the_signer_signs(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    step(project, Step.SUBMITTED, "pham-thi-d")
    with pytest.raises(Refused) as refused:
        step(project, Step.SIGNED, "dang-thi-g")
    assert codes(refused) == ["step-not-signer"]


def test_a_paper_with_blanks_or_errors_is_not_put_before_the_signer(tmp_path: Path) -> None:
    project = project_with(tmp_path, ON_PAPER.replace(", person: nguyen-van-a", ""))
    with pytest.raises(Refused) as refused:
        step(project, Step.SUBMITTED, "pham-thi-d")
    assert "paper-blank" in codes(refused)
    wrong = ON_PAPER.replace("online: 60", "online: 61")
    project = project_with(tmp_path / "b", wrong)
    with pytest.raises(Refused):
        step(project, Step.SUBMITTED, "pham-thi-d")


def test_a_paper_changed_after_it_was_submitted_is_not_signed(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    step(project, Step.SUBMITTED, "pham-thi-d")
    file = project.inspections / "nho.yaml"
    file.write_text(ON_PAPER.replace("Đã thực hiện tốt", "Đã thực hiện rất tốt"), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        step(project, Step.SIGNED, "nguyen-van-a")
    assert codes(refused) == ["step-text-changed"]


def test_every_state_has_its_next_steps() -> None:
    for state in (None, *(set(Step) - CHECKS - {Step.DRAFTED})):
        assert may_follow(state) is not None


# --- what a paper says, as data ------------------------------------------------------------------------


def test_a_document_is_read_back_as_it_was_kept() -> None:
    loaded = sample()
    for paper in loaded.inspection.documents:
        document = composed(loaded, paper).document
        assert read_document(document_bytes(document)) == document
    with pytest.raises(ValueError, match="document"):
        read_document(b'{"is": "Run", "text": "a"}')
    with pytest.raises(ValueError, match="NoSuch"):
        read_document(b'{"is": "NoSuch"}')


def test_number_day_and_draft_mark_are_no_part_of_what_is_approved() -> None:
    loaded = sample()
    paper = loaded.inspection.documents[0]
    numbered = paper.model_copy(update={"number": "45/TB-UBND", "date": DAY})
    draft, final = composed(loaded, paper), composed(loaded, numbered, "trinh-ky")
    assert text_hash(draft.document) == text_hash(final.document)
    other = paper.model_copy(update={"recipients": paper.recipients[1:]})
    assert text_hash(composed(loaded, other).document) != text_hash(draft.document)


# --- issuing -------------------------------------------------------------------------------------------


def test_an_issued_paper_has_its_number_everywhere_and_its_data_beside_it(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    done = issued(project)
    folder = project.issued / done.event.folder
    assert done.event.folder == "2026/TB-UBND/005_TB-UBND_2026-05-18_nho_tb"
    word = docx_text((folder / "005_TB-UBND_2026-05-18_nho_tb.docx").read_bytes())
    assert "Số:05/TB-UBND" in squeezed(word)
    assert "ngày18tháng5năm2026" in squeezed(word)
    text = (project.inspections / "nho.yaml").read_text(encoding="utf-8")
    assert text.replace("    number: 05/TB-UBND\n    date: 18/5/2026\n", "") == ON_PAPER
    assert (project.root / done.kept).read_text(encoding="utf-8") == ON_PAPER
    entry = done.record.entry
    assert (entry.signer, entry.kept_by) == ("Nguyễn Văn A", "VT")
    assert entry.recipients == ("UBND xã Ví Dụ A (để t/h)", "Các thành viên Đoàn kiểm tra")
    # What was kept is a project of its own, and says the same again.
    kept = find_project(folder / "data")
    catalogues = load_catalogues(kept)
    loaded = load_inspection(kept.inspections / "nho.yaml", kept, catalogues)
    again = composed(loaded, stage="trinh-ky", project=kept).document
    assert document_bytes(again) == (folder / "document.json").read_bytes()
    assert found(project) == []


def test_kept_files_cannot_be_written_by_accident(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    folder = project.issued / issued(project).event.folder
    assert all(not path.stat().st_mode & 0o222 for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"number": ""}, "issue-number-missing"),
        ({"number": "5/TB-SNV"}, "issue-symbol"),
        ({"number": "5/TB-UBND"}, "issue-leading-zero"),
        ({"number": "x"}, "issue-symbol"),
        ({"day": DAY + timedelta(days=1)}, "issue-day-future"),
        ({"by": "khong-co-ai"}, "person-unknown"),
        ({"day": date(2023, 5, 18)}, "agency-without-name"),
    ],
)
def test_a_wrong_number_or_day_issues_nothing(tmp_path: Path, given, code) -> None:
    project = signed(project_with(tmp_path))
    before = contents(tmp_path)
    with pytest.raises(Refused) as refused:
        issue_paper(project, replace(ISSUE, **given))
    if code != "agency-without-name":
        assert codes(refused) == [code]
    assert contents(tmp_path) == before


def test_an_electronic_paper_needs_its_signed_file(tmp_path: Path) -> None:
    project = project_with(tmp_path, CLEAN)
    with pytest.raises(Refused) as refused:
        issued(project)
    assert codes(refused) == ["issue-signed-missing"]
    assert journal_of(project).issues() == []


def test_marks_of_something_unwritten_are_not_issued(tmp_path: Path) -> None:
    project = project_with(tmp_path, ON_PAPER.replace("Đã thực hiện tốt.", "Đã thực hiện tốt TODO."))
    with pytest.raises(Refused) as refused:
        issued(project)
    assert "paper-todo" in codes(refused)


TWO = ON_PAPER + ON_PAPER[ON_PAPER.index("  - id: tb\n") :].replace("id: tb\n", "id: tb2\n")


def test_a_number_is_given_once_and_in_order(tmp_path: Path) -> None:
    project = project_with(tmp_path, TWO)
    issued(project)
    with pytest.raises(Refused) as refused:
        issued(project, paper="tb2", number="05")
    assert codes(refused) == ["C9"]

    with pytest.raises(Refused) as refused:
        issue_paper(project, replace(ISSUE, paper="tb2", number="06", day=date(2026, 5, 15)))
    assert codes(refused) == ["D7"]
    issue_paper(project, replace(ISSUE, paper="tb2", number="06"))
    assert [event.paper for event in journal_of(project).issues()] == ["tb", "tb2"]
    assert found(project) == []


def test_another_number_typed_in_the_file_is_told(tmp_path: Path) -> None:
    project = project_with(
        tmp_path, ON_PAPER.replace("    year: 2026\n", "    year: 2026\n    number: 07/TB-UBND\n")
    )
    with pytest.raises(Refused) as refused:
        issued(project)
    assert codes(refused) == ["issue-typed-otherwise"]


def test_an_issued_paper_is_neither_issued_again_nor_changed_by_a_step(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    issued(project)
    for taken in (Step.SUBMITTED, Step.RETURNED, Step.SIGNED):
        with pytest.raises(Refused) as refused:
            step(project, taken, "nguyen-van-a", "vì")
        assert codes(refused) == ["step-out-of-turn"]


# --- building ------------------------------------------------------------------------------------------


def test_building_leaves_issued_papers_alone_and_says_when_their_data_say_another_thing(
    tmp_path: Path,
) -> None:
    project = project_with(tmp_path)
    issued(project)
    before = contents(project.issued)
    report = build_all(project)
    assert report.papers[0].outcome is Outcome.ISSUED
    assert report.ok
    assert not list(report.all_diagnostics())
    assert not list(project.output.glob("*.docx"))
    file = project.inspections / "nho.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("thực hiện tốt", "làm tốt"), encoding="utf-8")
    report = build_all(project, options=Options(force=True))
    (said,) = report.all_diagnostics()
    assert (said.code, said.arguments["day"]) == ("issued-says-otherwise", short_date(DAY))
    assert contents(project.issued) == before


def test_a_submitted_paper_is_built_as_it_was_submitted(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    step(project, Step.SUBMITTED, "pham-thi-d")
    build_all(project, options=Options(only=frozenset({"docx"})))
    assert [path.name for path in project.output.glob("*.docx")] == ["TK_nho_tb.docx"]


# --- interruptions -------------------------------------------------------------------------------------


class Cut(BaseException):
    """What a killed process looks like from the inside."""


def cut(*_arguments: object) -> None:
    raise Cut


@pytest.mark.parametrize("at", ["_write_journal", "_replace_yaml", "_finish"])
def test_an_issue_cut_off_is_undone_or_finished_by_the_next_command(tmp_path: Path, monkeypatch, at) -> None:
    project = signed(project_with(tmp_path))

    with monkeypatch.context() as patch:
        patch.setattr(Store, at, cut)

        with pytest.raises(Cut):
            issue_paper(project, ISSUE)
    assert (project.issued / PENDING).exists()
    done = at != "_write_journal"
    assert "verify-interrupted" in found(project)
    taken = None if done else issue_paper(project, ISSUE)
    if done:
        with pytest.raises(Refused):
            issue_paper(project, ISSUE)
    else:
        assert taken
        assert [item.code for item in taken.told] == ["issue-undone"]
    assert found(project) == []
    assert not (project.issued / PENDING).exists()
    assert "number: 05/TB-UBND" in (project.inspections / "nho.yaml").read_text(encoding="utf-8")
    assert len(journal_of(project).issues()) == 1


def test_a_file_edited_while_an_issue_was_cut_off_keeps_the_edit(tmp_path: Path, monkeypatch) -> None:
    project = signed(project_with(tmp_path))
    with monkeypatch.context() as patch:
        patch.setattr(Store, "_finish", cut)
        with pytest.raises(Cut):
            issue_paper(project, ISSUE)
    file = project.inspections / "nho.yaml"
    file.write_text(ON_PAPER + "# của tôi\n", encoding="utf-8")
    with pytest.raises(Refused):
        step(project, Step.SIGNED, "nguyen-van-a")
    assert file.read_text(encoding="utf-8").endswith("# của tôi\n")
    assert found(project) == ["verify-yaml-differs"]


def test_half_a_pending_folder_is_thrown_away(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    (project.issued / PENDING / "paper").mkdir(parents=True)
    (project.issued / PENDING / "paper" / "a.pdf").write_bytes(b"half")
    assert "verify-interrupted" in found(project)
    issued(project)
    assert found(project) == []


# --- tampering -----------------------------------------------------------------------------------------


def test_one_changed_byte_is_found_wherever_it_is(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    issued(project)
    make_writable(project.issued)
    whole = contents(project.issued)
    assert len(whole) >= 8
    for name, data in whole.items():
        path = project.issued / name
        for place in {0, len(data) // 2, len(data) - 1}:
            changed = bytearray(data)
            changed[place] ^= 1
            path.write_bytes(bytes(changed))
            assert found(project), (name, place)
        path.unlink()
        assert found(project), name
        path.write_bytes(data)
    assert found(project) == []


def test_an_added_file_a_copied_folder_and_a_cut_journal_are_found(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    folder = project.issued / issued(project).event.folder
    make_writable(project.issued)
    (folder / "them.txt").write_text("x", encoding="utf-8")
    assert found(project) == ["verify-file-added"]
    (folder / "them.txt").unlink()
    shutil.copytree(folder, folder.with_name("006_TB-UBND_2026-05-19_nho_tb"))
    assert found(project) == ["verify-without-line"]
    shutil.rmtree(folder.with_name("006_TB-UBND_2026-05-19_nho_tb"))
    journal = project.issued / "journal.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:-1]))
    assert found(project) == ["journal-cut"]
    witness_of_what_is_left(project)
    assert found(project) == ["verify-without-line"]
    journal.write_bytes(b"".join(lines[1:]))
    assert found(project) == ["journal-broken"]
    journal.write_bytes(b"".join([*lines[:1], lines[2], lines[1]]))
    assert found(project) == ["journal-broken"]


def witness_of_what_is_left(project: Project) -> None:
    """Cut the witness of the journal's end too, as one would who knows of it."""
    path = project.issued / "journal.jsonl"
    (project.issued / "journal.head").write_bytes(head_of(read_journal(path, "")).written())


def test_a_cut_last_line_is_seen_that_issued_nothing(tmp_path: Path) -> None:
    project = signed(project_with(tmp_path))
    journal, head = (project.issued / name for name in ("journal.jsonl", "journal.head"))
    whole, witness = journal.read_bytes(), head.read_bytes()
    lines = whole.splitlines(keepends=True)
    for kept in range(len(lines)):
        journal.write_bytes(b"".join(lines[:kept]))
        assert found(project) == ["journal-cut"]
    journal.unlink()
    assert found(project) == ["journal-cut"]
    with pytest.raises(Refused) as refused:
        step(project, Step.RETURNED, "nguyen-van-a", "vì")
    assert codes(refused) == ["journal-cut"]
    assert not journal.exists()
    # Another line in the place of the one that was cut off.
    step(project_with(tmp_path / "b"), Step.SUBMITTED, "pham-thi-d")
    step(find_project(tmp_path / "b"), Step.RETURNED, "nguyen-van-a", "vì")
    journal.write_bytes((tmp_path / "b" / "issued" / "journal.jsonl").read_bytes())
    assert found(project) == ["journal-cut"]
    journal.write_bytes(whole)
    for wrong in (b"", b"{}", witness.replace(b'"lines": 2', b'"lines": 1'), witness[:-1], b"[1]"):
        head.write_bytes(wrong)
        assert found(project) in (["journal-head-broken"], ["journal-cut"]), wrong
    head.unlink()
    assert found(project) == ["journal-head-broken"]
    head.write_bytes(witness)
    assert found(project) == []


@pytest.mark.parametrize("count", [1, 2])
def test_a_journal_ahead_of_its_witness_is_no_fault_and_the_next_command_brings_that_up(
    count: int, tmp_path: Path
) -> None:
    """The power failed between the two: of the first line there is no witness at all."""
    project = project_with(tmp_path)
    head = project.issued / "journal.head"
    for taken, by in ((Step.SUBMITTED, "pham-thi-d"), (Step.RETURNED, "nguyen-van-a"))[:count]:
        before = head.read_bytes() if head.exists() else None
        step(project, taken, by, "vì")
    now = head.read_bytes()
    head.unlink() if before is None else head.write_bytes(before)
    assert found(project) == []
    assert settled(project) == ()
    assert head.read_bytes() == now


def test_a_clerk_who_writes_while_another_reads_cuts_nothing(tmp_path: Path, monkeypatch) -> None:
    project = project_with(tmp_path)
    step(project, Step.SUBMITTED, "pham-thi-d")
    read = journal_head.read_head

    def meanwhile(path: Path, shown: str) -> Head | None:
        head = read(path, shown)
        monkeypatch.setattr(journal_head, "read_head", read)
        step(project, Step.RETURNED, "nguyen-van-a", "vì")
        return head

    monkeypatch.setattr(journal_head, "read_head", meanwhile)
    assert len(journal_of(project).events) == 2


def test_a_broken_journal_is_written_no_further(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    step(project, Step.SUBMITTED, "pham-thi-d")
    journal = project.issued / "journal.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b"pham-thi-d", b"pham-thi-e"))
    before = journal.read_bytes()
    with pytest.raises(Refused) as refused:
        step(project, Step.SIGNED, "nguyen-van-a")
    assert codes(refused) == ["journal-broken"]
    assert journal.read_bytes() == before


def test_the_shipped_project_has_issued_nothing() -> None:
    assert verify(find_project(ROOT)) == (0, ())


def test_the_time_is_that_of_vietnam() -> None:
    from generator.commands.shared import now

    assert now().utcoffset() == timedelta(hours=7) == AT.utcoffset()


# --- what was issued, brought back ----------------------------------------------------------------------


def with_a_photograph(folder: Path) -> Project:
    photo = "attachments: {photos: [{file: bang.png, caption: Bảng niêm yết, alt: Một bảng gỗ}]}\n"
    project = project_with(folder, ON_PAPER + photo)
    Image.new("RGB", (40, 30), "red").save(project.inspections / "bang.png")
    return project


def test_an_issued_paper_comes_back_with_its_photographs(tmp_path: Path) -> None:
    project = with_a_photograph(tmp_path)
    hand = paper_at_hand(project, "nho", "tb")
    issued(project)
    copy = issued_copy(hand, journal_of(project))
    blocks = [block for annex in copy.document.annexes for block in annex.blocks]
    (picture,) = [block for block in blocks if isinstance(block, Picture)]
    assert picture.data == hand.loaded.photographs[0].data
    assert picture.data.startswith(b"\x89PNG")


def test_an_issued_text_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A record that fits its file, of which this program can make no document: one of a later version."""
    project = project_with(tmp_path)
    hand = paper_at_hand(project, "nho", "tb")
    folder = project.issued / issued(project).event.folder
    make_writable(project.issued)
    old, new = (folder / "document.json").read_bytes(), b'{"is": "Later"}'
    (folder / "document.json").write_bytes(new)
    record = (folder / "record.json").read_text(encoding="utf-8")
    (folder / "record.json").write_text(record.replace(sealed(old), sealed(new)), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        issued_copy(hand, journal_of(project))
    assert codes(refused) == ["record-broken"]
