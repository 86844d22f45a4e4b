"""What has to be made again, and why: never too little, and only what prints otherwise."""

from __future__ import annotations

import json
import os
import random
import shutil
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator import staleness, stamps
from generator.build import Options, build_all
from generator.building import memory, plan
from generator.building.bench import Bench
from generator.building.work import InspectionMade, PaperMade
from generator.diagnostics import Diagnostic, Place, Severity, Term
from generator.project import Project, find_project
from generator.render.word import WordRenderer
from generator.results import BuildReport, Outcome, PaperResult
from generator.rule_results import Outcome as RuleOutcome
from generator.rule_results import RuleResult
from generator.shipped import shipped_templates
from tests.inspections import CLEAN, ROOT, SMALL, new_project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.building.work import Task
    from generator.load import Loaded

WORD = Options(only=frozenset({"docx"}))


def build(project: Project, options: Options = WORD, *targets: str) -> BuildReport:
    return build_all(project, targets, options)


def reasons(report: BuildReport) -> list[str]:
    """Return why each paper was made, "" for one that was not."""
    assert report.ok
    return [paper.why for paper in report.papers]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = new_project(tmp_path, nho=SMALL, sach=CLEAN.replace("id: nho", "id: sach"))
    assert reasons(build(made)) == ["new", "new"]
    return made


def forget(project: Project) -> None:
    """Take the memory of builds away: everything is looked at again."""
    for path in project.output.glob(".memory-*"):
        path.unlink()


def edit(project: Project, name: str, old: str, new: str) -> None:
    path = project.inspections / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_made_is_not_rendered_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object, **__: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(WordRenderer, "render", nothing)
    report = build(project)
    assert [paper.outcome for paper in report.papers] == [Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert all(paper.files for paper in report.papers)


def test_only_what_prints_otherwise_is_made_again(project: Project) -> None:
    edit(project, "nho.yaml", "Đã thực hiện tốt.", "Đã thực hiện rất tốt.")
    assert reasons(build(project)) == ["text", ""]
    # A name that one paper prints, and one that none does.
    edit(project, "nho.yaml", "recipients: [", "recipients: [{agency: so-noi-vu-mau, purpose: để t/h}, ")
    assert reasons(build(project)) == ["text", ""]
    edit(project, "catalogues/agencies.yaml", "Sở Nội vụ", "Sở Nội vụ và Lao động")
    assert reasons(build(project)) == ["text", ""]
    edit(project, "catalogues/agencies.yaml", "Sở Khoa học", "Sở Khoa học mới")
    assert reasons(build(project)) == ["", ""]


def test_a_comment_in_the_data_changes_nothing(project: Project) -> None:
    edit(project, "nho.yaml", "type: kiem-tra", "type: kiem-tra # của tôi")
    assert reasons(build(project)) == ["", ""]


def test_layout_program_libraries_and_fonts_make_everything_stale(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = project.templates / "_layout"
    own.mkdir(parents=True)
    shutil.copy(shipped_templates() / "_layout" / "van-ban.docx", own)
    assert reasons(build(project)) == ["", ""]  # the same layout, from another place
    page = (shipped_templates() / "_layout" / "van-ban.css").read_text(encoding="utf-8")
    (own / "van-ban.css").write_text(f"{page}\n/* của cơ quan */\n", encoding="utf-8")
    again = build(project)
    assert [paper.outcome for paper in again.papers] == [Outcome.UNCHANGED] * 2  # rendered, the same bytes
    for name in ("_program", "_version"):
        with monkeypatch.context() as patch:
            patch.setattr(staleness, name, lambda *_: "another")
            forget(project)
            known = json.loads((project.output / "manifest.json").read_text(encoding="utf-8"))
            part = {"_program": "program", "_version": "libraries"}[name]
            build(project)
            after = json.loads((project.output / "manifest.json").read_text(encoding="utf-8"))
            assert known["papers"][0]["made_of"][part] != after["papers"][0]["made_of"][part]


def test_a_file_that_is_gone_edited_or_forced_is_made_again(project: Project) -> None:
    (project.output / "DT_nho_tb.docx").unlink()
    assert reasons(build(project)) == ["gone", ""]
    (project.output / "DT_nho_tb.docx").write_bytes(b"edited")
    report = build(project)
    assert reasons(report) == ["edited", ""]
    assert (project.output / "DT_nho_tb_sua-tay-1.docx").read_bytes() == b"edited"
    assert reasons(build(project, replace(WORD, force=True))) == ["forced", "forced"]


def test_a_dry_run_says_why_and_writes_nothing(project: Project) -> None:
    edit(project, "nho.yaml", "Đã thực hiện tốt.", "Đã thực hiện rất tốt.")
    before = {path: path.read_bytes() for path in project.output.rglob("*") if path.is_file()}
    assert reasons(build(project, replace(WORD, dry_run=True))) == ["text", ""]
    assert before == {path: path.read_bytes() for path in project.output.rglob("*") if path.is_file()}


def test_another_format_is_made_for_itself(project: Project) -> None:
    report = build(project, Options(only=frozenset({"docx", "pdf"})), "nho")
    assert [paper.outcome for paper in report.papers] == [Outcome.MADE]
    assert (project.output / "DT_nho_tb.pdf").exists()


def test_a_restored_output_folder_builds_nothing(project: Project, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    shutil.copytree(project.root, clone, ignore=shutil.ignore_patterns("clone"))
    assert reasons(build(find_project(clone))) == ["", ""]


def test_the_files_of_what_is_no_more_are_removed(project: Project) -> None:
    (project.inspections / "nho.yaml").unlink()
    mine = project.output / "cua-toi.docx"
    mine.write_bytes(b"mine")
    report = build(project)
    assert [item.code for item in report.diagnostics] == ["file-removed"]
    assert sorted(path.name for path in project.output.glob("*.docx")) == ["DT_sach_tb.docx", "cua-toi.docx"]
    assert "nho" not in (project.output / "manifest.json").read_text(encoding="utf-8")


def test_what_was_edited_or_cannot_be_read_or_was_not_asked_for_stays(project: Project) -> None:
    (project.output / "DT_nho_tb.docx").write_bytes(b"edited")
    (project.inspections / "nho.yaml").unlink()
    assert not [item for item in build(project, WORD, "sach").diagnostics if item.code.startswith("file-")]
    report = build(project)
    assert [item.code for item in report.diagnostics] == ["file-left"]
    assert (project.output / "DT_nho_tb.docx").exists()
    (project.inspections / "sach.yaml").write_text("schema: 1\n  x", encoding="utf-8")
    build(project)
    assert (project.output / "DT_sach_tb.docx").exists()


def test_an_annex_that_has_no_file_of_its_own_any_more_leaves_none(tmp_path: Path) -> None:
    apart = CLEAN.replace(
        "    year: 2026\n", "    year: 2026\n    annex_files: tep-rieng\n    annexes: [so-lieu]\n"
    )
    project = new_project(tmp_path, nho=apart)
    build(project)
    assert (project.output / "DT_nho_tb_PL1.docx").exists()
    edit(project, "nho.yaml", "tep-rieng", "cung-tep")
    build(project)
    assert sorted(path.name for path in project.output.glob("*.docx")) == ["DT_nho_tb.docx"]


# --- the memory of the last build ------------------------------------------------------------------------


@pytest.fixture
def resting(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project that nobody touched for a while, and whose last build remembered it so."""
    # Only the time of the last change of a file cannot be set back: nobody waits two seconds for it.
    monkeypatch.setattr(stamps, "AT_REST", 0)
    assert reasons(build(project)) == ["", ""]
    time.sleep(0.02)  # the clock of the file system has ticked
    return project


def looked_at(project: Project, monkeypatch: pytest.MonkeyPatch, options: Options = WORD) -> list[str]:
    """Build, and return the inspections that were not taken as they were."""
    found: list[str] = []
    make = Bench.make

    def told(self: Bench, task: Task, _step: object = None) -> InspectionMade:
        found.append(task.id)
        return make(self, task)

    with monkeypatch.context() as patch:
        patch.setattr(Bench, "make", told)
        build_all(project, (), options)
    return found


def test_with_nothing_to_do_no_inspection_is_read(resting: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> bytes:
        raise AssertionError

    known = memory.read_memory(memory.memory_file(resting.output, WORD.variant))
    monkeypatch.setattr(plan, "read_memory", lambda _: known)
    monkeypatch.setattr(plan, "said_first", never)
    monkeypatch.setattr(Path, "read_bytes", never)
    monkeypatch.setattr(Path, "open", never)
    report = build(resting)
    monkeypatch.undo()
    assert [paper.outcome for paper in report.papers] == [Outcome.UNCHANGED] * 2


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda root: (root / "inspections" / "nho.yaml").touch(), []),
        (lambda root: append(root / "inspections" / "nho.yaml", "# ghi chú\n"), ["nho"]),
        (lambda root: append(root / "inspections/catalogues/agencies.yaml", "# x\n"), ["nho", "sach"]),
        (lambda root: append(root / "ketluan.toml", "month_printed = false\n"), ["nho", "sach"]),
        (lambda root: (root / "output" / "DT_sach_tb.docx").unlink(), ["sach"]),
        (lambda root: append(root / "output" / "DT_sach_tb.docx", "x"), ["sach"]),
        (lambda root: (root / "output" / "DT_sach_tb.docx").touch(), []),
        (lambda root: (root / "output" / "manifest.json").touch(), []),
        (lambda root: (root / "output" / "manifest.json").unlink(), ["nho", "sach"]),
        (lambda root: as_link(root / "output" / "DT_sach_tb.docx"), ["sach"]),
        (lambda root: shutil.copy(root / "inspections" / "nho.yaml", root / "inspections" / "hai.yaml"),
         ["nho", "nho"]),
    ],
)  # fmt: skip
def test_only_what_somebody_touched_is_looked_at(
    change: Callable[[Path], object], expected: list[str], resting: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(resting.root)
    assert looked_at(find_project(resting.root), monkeypatch) == expected


def append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def as_link(path: Path) -> None:
    other = path.with_suffix(".kept")
    path.rename(other)
    path.symlink_to(other)


def test_a_change_that_keeps_size_and_time_is_seen(resting: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    path = resting.inspections / "nho.yaml"
    status = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Đã thực hiện tốt.", "Đã thực hiện tệ."), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert looked_at(resting, monkeypatch) == ["nho"]


def test_what_was_changed_just_now_is_not_trusted(project: Project) -> None:
    assert not [*project.output.glob(".memory-*")], "a second change could bear the same stamp"


@pytest.mark.parametrize("hours", [-5, 5])
def test_a_clock_that_jumps_makes_nothing_again_and_misses_nothing(
    hours: int, resting: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time_ns
    with monkeypatch.context() as patch:
        patch.setattr(time, "time_ns", lambda: now() + hours * 3_600_000_000_000)
        edit(resting, "nho.yaml", "Đã thực hiện tốt.", "Đã thực hiện rất tốt.")
        assert reasons(build(resting)) == ["text", ""]
    assert reasons(build(resting)) == ["", ""]
    edit(resting, "nho.yaml", "Đã thực hiện rất tốt.", "Đã thực hiện tốt.")
    assert reasons(build(resting)) == ["text", ""]


def test_what_went_wrong_is_looked_at_every_time(resting: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    (resting.inspections / "hong.yaml").write_text("schema: 1\n  x", encoding="utf-8")
    for _ in range(2):
        assert looked_at(resting, monkeypatch) == ["hong"]
    (resting.inspections / "hong.yaml").unlink()
    assert looked_at(resting, monkeypatch) == []


def test_what_was_said_of_a_paper_is_said_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stamps, "AT_REST", 0)
    project = new_project(tmp_path, nho=CLEAN)
    options = replace(WORD, strict=True)
    first = build(project, options)
    time.sleep(0.02)
    assert looked_at(project, monkeypatch, options) == []
    second = build(project, options)
    assert first.papers[0].rules
    assert [paper.rules for paper in first.papers] == [paper.rules for paper in second.papers]
    assert [*first.all_diagnostics()] == [*second.all_diagnostics()]


def test_what_is_remembered_is_what_was_said(tmp_path: Path) -> None:
    arguments = {"text": "hồ sở", "reason": Term("no-data"), "count": 2}
    warning = Diagnostic("A1", Place("a.yaml", 3, 5, cell="B5"), Severity.WARNING, arguments)
    note = Diagnostic("name-taken", Place("a.yaml", page=2), Severity.NOTE)
    rules = (RuleResult("A1", RuleOutcome.FAILED, (warning,)), RuleResult("A2", RuleOutcome.PASSED))
    result = PaperResult("a", "tb", (), Outcome.UNCHANGED, (note, warning), rules=rules)
    made = InspectionMade("a", read=True, papers=(PaperMade(result),), said=(note,))
    record = memory.Recording(str(tmp_path), str(tmp_path), 0).record(made, "", "")
    again = memory.remembered(json.loads(json.dumps(record)), "output")
    assert again == memory.Remembered("a", (result,), (note,))
    assert isinstance(again.papers[0].diagnostics[1].arguments["reason"], Term)


RECORD_OF_NOTHING = json.dumps(
    {
        **dict.fromkeys(("format", "shared", "content", "manifest", "seen"), 1),
        "records": {"inspections/nho.yaml": [1, 2, 3]},
    }
).encode()


@pytest.mark.parametrize(
    "written",
    [b"", b"{}", b"[]", b"null", b'{"format":1}', b"\xff", RECORD_OF_NOTHING, b"[" * 100_000],
)  # fmt: skip
def test_a_memory_that_no_build_wrote_is_none(written: bytes, resting: Project) -> None:
    (path,) = resting.output.glob(".memory-*")
    path.write_bytes(written)
    assert reasons(build(resting)) == ["", ""]
    path.unlink()
    os.mkfifo(path)
    assert reasons(build(resting)) == ["", ""]


def test_records_of_a_memory_that_are_no_records_are_left_out(resting: Project) -> None:
    (path,) = resting.output.glob(".memory-*")
    whole = json.loads(path.read_text(encoding="utf-8"))
    rng = random.Random(7)  # noqa: S311 - nothing is kept secret with it
    for _ in range(60):
        value = json.loads(json.dumps(whole))
        spoil(value["records"]["inspections/nho.yaml"], rng)
        path.write_text(json.dumps(value), encoding="utf-8")
        report = build(resting)
        assert [paper.outcome for paper in report.papers] == [Outcome.UNCHANGED] * 2
        assert len([*resting.output.glob("*.docx")]) == 2


def spoil(value: list[Any], rng: random.Random) -> None:
    """Replace something of a record by something else."""
    while True:
        number = rng.randrange(len(value))
        inner = value[number]
        if not isinstance(inner, list) or not inner or rng.random() < 0.3:
            value[number] = rng.choice([None, 5, "x", [], [None], {"a": 1}, [[[[1]]]]])
            return
        value = inner


def test_a_summary_is_made_again_when_what_it_covers_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "AT_REST", 0)
    shutil.copytree(ROOT / "inspections", tmp_path / "inspections")
    project = find_project(tmp_path)
    assert build(project).ok
    time.sleep(0.02)
    assert looked_at(project, monkeypatch) == []
    edit(project, "2026/mau-mot-cua-cap-xa.yaml", "schema: 1", "schema: 1 # của tôi")
    assert looked_at(project, monkeypatch) == ["mau-mot-cua-cap-xa", "mau-tong-hop-2026"]
    (project.inspections / "2024" / "lang-son-cao-loc.yaml").unlink()
    time.sleep(0.02)
    assert looked_at(project, monkeypatch) == ["mau-tong-hop-2026"]


def test_each_way_to_build_has_a_memory_of_its_own(resting: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    other = replace(WORD, clean=True)
    assert looked_at(resting, monkeypatch, other) == ["nho", "sach"]
    assert (resting.output / "DT_nho_tb.docx").exists()
    assert looked_at(resting, monkeypatch, WORD) == ["nho", "sach"], "the files are those of the other way"
    assert looked_at(resting, monkeypatch, WORD) == []


@pytest.mark.parametrize(
    ("file", "expected"), [("nho.yaml", ["nho"]), ("catalogues/agencies.yaml", ["nho", "sach"])]
)
def test_what_is_changed_while_a_build_is_at_it_is_looked_at_by_the_next(
    file: str, expected: list[str], resting: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs = Bench._inputs

    def meanwhile(self: Bench, task: Task, loaded: Loaded | None) -> Iterator[tuple[str, str]]:
        append(resting.inspections / file, "# sửa trong lúc đang tạo\n")
        yield from inputs(self, task, loaded)

    with monkeypatch.context() as patch:
        patch.setattr(Bench, "_inputs", meanwhile)
        build_all(resting, ("nho",), replace(WORD, force=True))
    time.sleep(0.02)
    assert looked_at(resting, monkeypatch) == expected
    time.sleep(0.02)
    assert looked_at(resting, monkeypatch) == []


def test_an_inspection_whose_name_is_no_text_is_remembered_too(
    resting: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = resting.inspections / os.fsdecode(b"h\xff.yaml")
    path.write_text(SMALL.replace("id: nho", "id: ten"), encoding="utf-8")
    time.sleep(0.02)
    assert looked_at(resting, monkeypatch) == ["ten"]
    assert looked_at(resting, monkeypatch) == []
