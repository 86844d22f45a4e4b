"""One paper on its whole way: sent back, signed, issued, amended, corrected; another one recalled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from generator.build import Options, build_all
from generator.correcting.correct import AskedCorrection, correct, differences_from_issue
from generator.diagnostics import Refused
from generator.issuing.at_hand import paper_at_hand
from generator.issuing.issue import AskedIssue, issue_paper
from generator.issuing.journal import read_journal
from generator.issuing.journal_head import head_of, journal_of
from generator.issuing.record import read_record
from generator.issuing.states import Step
from generator.issuing.steps import AskedStep, take_step
from generator.issuing.verification import verify
from generator.messages import Messages
from generator.overview import survey
from generator.project import Project, find_project
from generator.reporters.listing import entry_value
from generator.reporters.standing import standing_text
from generator.results import Outcome
from tests.inspections import ROOT, SAMPLE
from tests.issued import AT, contents
from tests.parity import docx_text, squeezed

if TYPE_CHECKING:
    from collections.abc import Callable

ID = "mau-mot-cua-cap-xa"
TYPED = "Các sở: Khoa học và Công nghệ, Nông nghiệp và môi trường, Nội vụ"
RIGHT = TYPED.replace("môi trường", "Môi trường")


def refusal(work: Callable[[], object]) -> list[str]:
    """Return why something was refused."""
    with pytest.raises(Refused) as refused:
        work()
    return [item.code for item in refused.value.diagnostics]


class Office:
    """The clerk and the leaders of one office, at work on the fictional inspection."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "inspections" / SAMPLE
        shared = folder / "inspections" / "catalogues"
        shared.mkdir(parents=True)
        for path in (ROOT / "inspections" / "catalogues").iterdir():
            (shared / path.name).write_bytes(path.read_bytes())
        text = (ROOT / "inspections" / SAMPLE).read_text(encoding="utf-8")
        text = text.replace(
            "    kind: thong-bao-ket-luan\n", "    kind: thong-bao-ket-luan\n    medium: giay\n"
        )
        text = text.replace("    kind: cong-van-don-doc\n", "    kind: cong-van-don-doc\n    medium: giay\n")
        assert RIGHT in text
        self.file.parent.mkdir()
        self.file.write_text(text.replace(RIGHT, TYPED), encoding="utf-8")
        self.project: Project = find_project(folder)
        self.now: datetime = AT

    def edit(self, *swaps: tuple[str, str]) -> None:
        text = self.file.read_text(encoding="utf-8")
        for old, new in swaps:
            assert text.count(old) >= 1, old
            text = text.replace(old, new)
        self.file.write_text(text, encoding="utf-8")

    def step(self, paper: str, step: Step, by: str, reason: str = "") -> None:
        take_step(self.project, AskedStep(ID, paper, step, by, self.now, reason))

    def issue(self, paper: str, number: str, day: date) -> Path:
        self.now = datetime.combine(day, AT.timetz())
        self.step(paper, Step.CONTENT, "tran-thi-b")
        self.step(paper, Step.FORMAT, "dang-thi-g")
        self.step(paper, Step.SUBMITTED, "pham-thi-d")
        self.step(paper, Step.SIGNED, "nguyen-van-a")
        done = issue_paper(self.project, AskedIssue(ID, paper, number, day, "dang-thi-g", self.now))
        return self.project.issued / done.event.folder

    def correct(self, paper: str, instrument: Step | None = None) -> tuple[str, Step]:
        done = correct(self.project, AskedCorrection(ID, paper, instrument))
        return done.id, done.instrument

    def state(self, paper: str) -> Step | None:
        return journal_of(self.project).state(ID, paper)

    def says(self, folder: Path, text: str) -> bool:
        (path,) = folder.glob("*.docx")
        return squeezed(text) in docx_text(path.read_bytes())

    def rows(self, folder: Path) -> set[tuple[str, ...]]:
        """The cells of each row of a paper's tables, head and foot among them."""
        (path,) = folder.glob("*.docx")
        tables = docx.Document(str(path)).tables
        return {tuple(cell.text for cell in row.cells) for table in tables for row in table.rows}

    def built(self) -> dict[str, list[str]]:
        report = build_all(self.project, [ID], Options(only=frozenset({"docx"})))
        assert report.ok
        return {
            paper.paper: [item.code for item in paper.diagnostics]
            for paper in report.papers
            if paper.outcome is Outcome.ISSUED
        }


def issued_after_it_was_sent_back(office: Office) -> Path:
    office.step("tb-kl", Step.DRAFTED, "hoang-van-d")
    office.step("tb-kl", Step.CONTENT, "tran-thi-b")
    office.step("tb-kl", Step.FORMAT, "dang-thi-g")
    office.step("tb-kl", Step.SUBMITTED, "pham-thi-d")
    office.step("tb-kl", Step.RETURNED, "nguyen-van-a", "Ghi rõ thời hạn tại kiến nghị 8")
    folder = office.issue("tb-kl", "45", date(2026, 5, 18))
    assert office.built() == {"tb-kl": []}
    return folder


def content_is_amended(office: Office) -> None:
    """A wrong figure and a wrong deadline are found: told by field, amended by a notice."""
    office.edit(
        ("settled: {early: 1.893, on_time: 1.603,", "settled: {early: 1.839, on_time: 1.657,"),
        ("deadline: {before: 30/9/2026}", "deadline: {before: 31/10/2026}"),
    )
    assert office.built() == {"tb-kl": ["issued-says-otherwise"]}
    hand = paper_at_hand(office.project, ID, "tb-kl")
    _, found = differences_from_issue(hand, journal_of(office.project))
    assert {change.path for change in found.changes} == {
        "figures.hs-vd-b.settled.early",
        "figures.hs-vd-b.settled.on_time",
        "recommendations.kn-8.deadline.before",
    }
    assert refusal(lambda: office.correct("tb-kl", Step.CORRECTED)) == ["correct-other-instrument"]
    assert office.correct("tb-kl") == ("sua-doi-1", Step.AMENDED)
    # Without its reason it has a blank; without one of its places it contradicts the old one.
    assert "paper-blank" in refusal(lambda: office.issue("sua-doi-1", "58", date(2026, 5, 29)))
    office.edit(("      as: sua-doi\n", "      as: sua-doi\n      reason: Xét đề nghị của UBND xã Ví Dụ B\n"))
    office.edit(("where: điểm d khoản 3 Mục III", "where: điểm c khoản 3 Mục III"))
    refused = refusal(lambda: office.issue("sua-doi-1", "58", date(2026, 5, 29)))
    assert refused == ["quote-not-once", "correct-uncovered"]
    office.edit(("where: điểm c khoản 3 Mục III", "where: điểm d khoản 3 Mục III"))
    office.edit(("          old: 1.893\n", "          old: 1.983\n"))
    assert refusal(lambda: office.issue("sua-doi-1", "58", date(2026, 5, 29))) == ["quote-not-there"]
    office.edit(("          old: 1.983\n", "          old: 1.893\n"))
    folder = office.issue("sua-doi-1", "58", date(2026, 5, 29))
    assert office.says(folder, "Sửa đổi câu thứ hai đoạn thứ nhất khoản 3 Mục I như sau:")
    assert office.says(folder, "trong đó trước hạn 8.559 hồ sơ (chiếm 64,68%)")
    assert office.says(
        folder,
        "Sửa đổi số liệu tại bảng “Số lượng hồ sơ thủ tục hành chính tiếp nhận, giải quyết”, Phụ lục I",
    )
    assert office.rows(folder) >= {
        ("UBND xã Ví Dụ B", "(8)", "1.893", "1.839"),
        ("UBND xã Ví Dụ B", "Giải quyết trước hạn (8)/(7)", "53,52", "51,99"),
        ("Tổng số", "(9)", "4.540", "4.594"),
    }
    assert office.says(folder, "“Trước ngày 30/9/2026” tại số thứ tự 8, cột (6)")
    assert office.state("tb-kl") is Step.AMENDED
    assert office.built() == {"tb-kl": [], "sua-doi-1": []}


def a_cut_line_about_the_amendment_is_seen(office: Office) -> None:
    """The last line says that the notice was amended: without it the old figure looks valid."""
    journal = office.project.issued / "journal.jsonl"
    whole = journal.read_bytes()
    journal.write_bytes(b"".join(whole.splitlines(keepends=True)[:-1]))
    assert [item.code for item in verify(office.project)[1]] == ["journal-cut"]
    # With the witness of the end cut as well, the amending paper still tells.
    head = office.project.issued / "journal.head"
    witness = head.read_bytes()
    head.write_bytes(head_of(read_journal(journal, "")).written())
    assert [item.code for item in verify(office.project)[1]] == ["verify-without-link"]
    journal.write_bytes(whole)
    head.write_bytes(witness)
    assert verify(office.project) == (2, ())


def spelling_is_corrected(office: Office) -> None:
    """A spelling error among the recipients: form, so a letter corrects it."""
    office.edit((f'{{group: "{TYPED}", purpose', f'{{group: "{RIGHT}", purpose'))
    assert office.correct("tb-kl") == ("dinh-chinh-1", Step.CORRECTED)
    folder = office.issue("dinh-chinh-1", "1520", date(2026, 6, 2))
    assert office.says(folder, "đính chính nội dung tại phần Nơi nhận (trang 6)")
    assert office.says(folder, "Nông nghiệp và môi trường")
    assert office.says(folder, "Nông nghiệp và Môi trường")
    assert office.state("tb-kl") is Step.CORRECTED


def a_third_paper_is_recalled(office: Office) -> None:
    reminder = office.issue("don-doc-1", "1533", date(2026, 6, 12))
    kept = contents(reminder)
    assert refusal(lambda: office.correct("don-doc-1")) == ["correct-nothing"]
    assert office.correct("don-doc-1", Step.RECALLED) == ("thu-hoi-1", Step.RECALLED)
    office.edit(("      as: thu-hoi\n", "      as: thu-hoi\n      reason: Do gửi không đúng nơi nhận\n"))
    recall = office.issue("thu-hoi-1", "1540", date(2026, 6, 15))
    assert office.says(recall, "thu hồi Công văn số 1533/UBND-KSTT")
    assert office.state("don-doc-1") is Step.RECALLED
    assert contents(reminder) == kept
    assert refusal(lambda: office.correct("don-doc-1", Step.RECALLED)) == ["step-out-of-turn"]


def test_a_paper_is_replaced_by_one_that_has_all_it_had(tmp_path: Path) -> None:
    office = Office(tmp_path)
    old = office.issue("tb-kl", "45", date(2026, 5, 18))
    office.edit(("settled: {early: 1.893, on_time: 1.603,", "settled: {early: 1.839, on_time: 1.657,"))
    asked = AskedCorrection(ID, "tb-kl", Step.REPLACED)
    assert refusal(lambda: correct(office.project, asked)) == ["correct-other-instrument"]
    done = correct(office.project, replace(asked, reason="Sửa nhiều nội dung"))
    hand = paper_at_hand(office.project, ID, done.id)
    before = paper_at_hand(office.project, ID, "tb-kl").paper
    own = {"id", "number", "date", "month", "year", "stage", "corrects"}
    kept = set(before.model_fields_set) - own
    assert {name: getattr(hand.paper, name) for name in kept} == {
        name: getattr(before, name) for name in kept
    }
    assert hand.paper.corrects is not None
    assert hand.paper.corrects.override == "Sửa nhiều nội dung"
    assert hand.paper.number is None
    new = office.issue(done.id, "60", date(2026, 5, 29))
    assert office.says(new, "Thông báo này thay thế Thông báo số 45/TB-UBND ngày 18/5/2026 của UBND tỉnh.")
    assert not office.says(old, "Thông báo này thay thế")
    assert office.state("tb-kl") is Step.REPLACED
    record = read_record(new, "x")
    assert (record.corrects, record.instrument) == (f"{ID}/tb-kl", "thay-the")
    shown_with_its_links(office, done.id)


def shown_with_its_links(office: Office, other: str) -> None:
    """The state of each paper, and both ends of each link, stand in `list` and `show`."""
    journal, overview = journal_of(office.project), survey(office.project)
    (entry,) = [entry for entry in overview.entries if entry.id == ID]
    assert entry.loaded is not None
    papers = {one["id"]: one for one in entry_value(entry, overview.catalogues, journal)["papers"]}
    assert papers["tb-kl"]["done_by"] == [{"as": "thay-the", "paper": f"{ID}/{other}"}]
    assert papers[other]["corrects"] == {"as": "thay-the", "paper": f"{ID}/tb-kl"}
    inspection = entry.loaded.inspection
    said = {
        paper.id: standing_text(paper, inspection, journal, Messages("vi")) for paper in inspection.documents
    }
    assert said["tb-kl"] == (
        "đã phát hành số 45/TB-UBND ngày 18/5/2026; đã thay thế bởi 60/TB-UBND (29/5/2026)"
    )
    assert said[other] == "đã phát hành số 60/TB-UBND ngày 29/5/2026"
    assert said["don-doc-1"] == "dự thảo"


def test_the_whole_story(tmp_path: Path) -> None:
    office = Office(tmp_path)
    notice = issued_after_it_was_sent_back(office)
    whole = contents(notice)
    content_is_amended(office)
    a_cut_line_about_the_amendment_is_seen(office)
    spelling_is_corrected(office)
    a_third_paper_is_recalled(office)
    assert contents(notice) == whole
    links = [
        (event.paper, event.step.value, event.other)
        for event in journal_of(office.project).events
        if event.other
    ]
    assert links == [
        ("tb-kl", "sua-doi", f"{ID}/sua-doi-1"),
        ("tb-kl", "dinh-chinh", f"{ID}/dinh-chinh-1"),
        ("don-doc-1", "thu-hoi", f"{ID}/thu-hoi-1"),
    ]
    assert verify(office.project) == (5, ())
