"""The build: printings, editions, an office's own templates, and what happens when something is missing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import batch, checking, fonts
from generator.build import Options, build_all
from generator.checking import check_all
from generator.diagnostics import Refused, Severity
from generator.files import NewFile, locked, write_together
from generator.inspection_index import UnknownTarget
from generator.project import Project, find_project
from generator.results import Outcome
from tests.inspections import CLEAN, ROOT, SMALL, new_project, told
from tests.parity import docx_text, pdf_pages, squeezed

WORD = frozenset({"docx"})


def word(project, name: str = "DT_nho_tb.docx") -> str:
    return docx_text((project.output / name).read_bytes())


def test_papers_stand_in_the_folder_of_their_yaml_with_a_manifest(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    (project.inspections / "2026").mkdir()
    (project.inspections / "2026" / "nho.yaml").write_text(SMALL, encoding="utf-8")
    report = build_all(project)
    assert report.ok
    assert sorted(
        path.relative_to(project.output).as_posix()
        for path in project.output.rglob("*.*")
        if path.name[0] != "."
    ) == [
        "2026/DT_nho_tb.docx",
        "2026/DT_nho_tb.pdf",
        "manifest.json",
    ]
    entry = json.loads((project.output / "manifest.json").read_text(encoding="utf-8"))["papers"][0]
    assert (entry["inspection"], entry["stage"], entry["source"]) == (
        "nho",
        "du-thao",
        "inspections/2026/nho.yaml",
    )
    assert str(tmp_path) not in json.dumps(entry)


def test_a_second_build_changes_nothing(tmp_path: Path) -> None:
    project = new_project(tmp_path, nho=SMALL)
    build_all(project)
    before = {path: path.stat().st_mtime_ns for path in project.output.rglob("*") if path.name[0] != "."}
    report = build_all(project)
    assert [paper.outcome for paper in report.papers] == [Outcome.UNCHANGED]
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_draft_carries_its_mark_and_a_printing_for_signature_none(tmp_path: Path) -> None:
    project = new_project(tmp_path, nho=CLEAN.replace("    year: 2026", "    draft_round: 2\n    year: 2026"))
    assert build_all(project, (), Options(only=WORD)).ok
    assert "DỰTHẢOLẦN2" in word(project)
    assert build_all(project, (), Options(only=WORD, stage="trinh-ky")).ok
    said = word(project, "TK_nho_tb.docx")
    assert "DỰTHẢO" not in said
    assert "Số:/TB-UBND" in said
    assert "Mẫu,ngàytháng5năm2026" in said


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (", person: nguyen-van-a", "", "paper-blank"),
        ("number: 1/QĐ-UBND, ", "", "paper-blank"),
        ("Đã thực hiện tốt.", "Đã thực hiện tốt TODO.", "paper-todo"),
    ],
)
def test_a_printing_for_signature_with_a_gap_is_refused_and_nothing_written(
    old: str, new: str, code: str, tmp_path: Path
) -> None:
    assert old in CLEAN
    project = new_project(tmp_path, nho=CLEAN.replace(old, new))
    report = build_all(project, (), Options(only=WORD, stage="trinh-ky"))
    assert [paper.outcome for paper in report.papers] == [Outcome.FAILED]
    found = told(report)
    assert {item.code for item in found} == {code}
    assert all(
        item.severity is Severity.ERROR and item.place.file == "inspections/nho.yaml" for item in found
    )
    assert not (project.output / "TK_nho_tb.docx").exists()
    assert build_all(project, (), Options(only=WORD)).ok, "a draft may have gaps"


def test_a_press_reconstruction_is_never_printed_for_signature(tmp_path: Path) -> None:
    project = new_project(tmp_path, nho=SMALL + "source: {kind: press}\n")
    report = build_all(project, (), Options(only=WORD, stage="trinh-ky"))
    assert [item.code for item in report.all_diagnostics()] == ["press-not-issuable"]
    assert list(project.output.glob("*.docx")) == []


def with_own(folder: Path, name: str, text: str) -> Project:
    """Return a project whose office lays one file of its own over the shipped notice."""
    project = new_project(folder, nho=SMALL)
    own = project.templates / "thong-bao-ket-luan"
    own.mkdir(parents=True)
    (own / name).write_text(text, encoding="utf-8")
    return project


def test_an_offices_own_wording_is_laid_over_the_shipped_one(tmp_path: Path) -> None:
    project = with_own(tmp_path, "trich-yeu.j2", "Kết quả của chúng tôi về {{ subject.full }}")
    assert build_all(project, (), Options(only=WORD)).ok
    assert "Kếtquảcủachúngtôivềviệcthựchiện" in word(project)
    assert "Đãthựchiệntốt." in word(project)


def test_an_offices_own_word_layout_is_used(tmp_path: Path) -> None:
    import zipfile

    project = new_project(tmp_path, nho=SMALL)
    own = project.templates / "_layout"
    own.mkdir(parents=True)
    with (
        zipfile.ZipFile(ROOT / "templates/_layout/van-ban.docx") as shipped,
        zipfile.ZipFile(own / "van-ban.docx", "w") as restyled,
    ):
        for name in shipped.namelist():
            data = shipped.read(name)
            if name == "word/styles.xml":
                data = data.replace(b'w:line="240"', b'w:line="300"')
            restyled.writestr(name, data)
    assert build_all(project).ok
    with zipfile.ZipFile(project.output / "DT_nho_tb.docx") as made:
        assert b'w:line="300"' in made.read("word/styles.xml")


def test_a_word_layout_that_leaves_text_out_is_refused(tmp_path: Path) -> None:
    import zipfile

    project = new_project(tmp_path, nho=SMALL)
    own = project.templates / "_layout"
    own.mkdir(parents=True)
    with (
        zipfile.ZipFile(ROOT / "templates/_layout/van-ban.docx") as shipped,
        zipfile.ZipFile(own / "van-ban.docx", "w") as broken,
    ):
        for name in shipped.namelist():
            data = shipped.read(name)
            broken.writestr(
                name,
                data.replace("Nơi nhận:".encode(), "Gửi:".encode()) if name == "word/document.xml" else data,
            )
    report = build_all(project)
    assert [item.code for item in report.all_diagnostics()] == ["render-formats-differ"]
    assert list(project.output.glob("*.docx")) == []


def test_an_unknown_name_in_a_template_is_told_with_file_and_line(tmp_path: Path) -> None:
    project = with_own(tmp_path, "noi-dung.md.j2", "Một\n\nHai {{ khong_co }}\n")
    found = told(check_all(project))
    assert [(item.code, str(item.place)) for item in found] == [
        ("template-undefined", "templates/thong-bao-ket-luan/noi-dung.md.j2:3:1")
    ]


def test_prose_that_a_template_leaves_out_is_told(tmp_path: Path) -> None:
    project = with_own(tmp_path, "noi-dung.md.j2", "Chỉ một câu.\n")
    found = [(item.code, item.severity, item.place.line) for item in told(check_all(project))]
    assert found == [("value-not-printed", Severity.WARNING, 10)]


@pytest.mark.parametrize(
    ("column", "code"),
    [
        ("{head: A, width: 1, value: sai}", "column-value-unknown"),
        ("{head: A, width: 1, value: settled.early%%}", "column-value-unknown"),
        ("{head: A, width: rộng, value: index}", "number-not"),
        ("{head: A, width: 1}", "field-missing"),
        ("{head: A, width: 1, value: index, align: xéo}", "value-not-in-list"),
    ],
)
def test_a_bad_column_of_a_kind_is_told_with_its_place(column: str, code: str, tmp_path: Path) -> None:
    kind = "name: Thông báo\ntitle: THÔNG BÁO\nabbreviation: TB\nterms: {}\ntables:\n  t:\n    name: T\n"
    table = f"    rows: figures\n    columns:\n      - {column}\n"
    project = with_own(tmp_path, "kind.yaml", kind + table)
    found = told(check_all(project))
    assert [item.code for item in found] == [code]
    assert found[0].place.file == "templates/thong-bao-ket-luan/kind.yaml"
    assert found[0].place.line > 5


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        ("{{ 'a' ~ team }}", "template-forbidden"),
        ("{{ team|safe }}", "template-forbidden"),
        ("{{ team|e }}", "template-forbidden"),
        ("{% filter upper %}x{% endfilter %}", "template-forbidden"),
        ("{% autoescape false %}{{ team }}{% endautoescape %}", "template-forbidden"),
        ("{{ team.__class__ }}", "template-unsafe"),
        ("{{ ''.__class__.__mro__ }}", "template-unsafe"),
        ("{{ cycler.__init__.__globals__ }}", "template-unsafe"),
        ("{% include '../../../etc/passwd' %}", "template-missing"),
        ("{% for x in %}", "template-syntax"),
        ("{{ 1 / 0 }}", "template-failed"),
        ("a ** b", "template-stray-mark"),
        ("a _b", "template-stray-mark"),
        ("::: annex id=x\n# T\n", "template-annex-open"),
        ("::: zzz", "template-fence"),
        ("::: annex id=x\nkhông có tên\n:::", "template-annex-title"),
        ("::: table zzz", "template-table-unknown"),
        ("[[#khong-co]]", "reference-unknown-block"),
    ],
)
def test_a_bad_template_is_refused_with_its_file(wording: str, code: str, tmp_path: Path) -> None:
    project = with_own(tmp_path, "noi-dung.md.j2", wording)
    found = [item for item in told(check_all(project)) if item.severity is Severity.ERROR]
    assert [item.code for item in found] == [code]
    assert found[0].place.file == "templates/thong-bao-ket-luan/noi-dung.md.j2" or code == "template-missing"


def test_without_a_font_word_is_made_and_the_pdf_is_told_as_not_made(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(fonts, "_system_folders", lambda: iter(()))
    project = new_project(tmp_path, nho=SMALL)
    report = build_all(project)
    found = [(item.code, item.severity, item.arguments["missing"]) for item in report.all_diagnostics()]
    assert found == [("pdf-not-made", Severity.WARNING, "font")]
    assert (project.output / "DT_nho_tb.docx").is_file()
    assert not (project.output / "DT_nho_tb.pdf").exists()


def test_without_pango_word_is_made_and_the_pdf_is_told_as_not_made(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p", nho=SMALL)
    broken = tmp_path / "broken" / "weasyprint"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text(
        "raise OSError('cannot load library libpangoft2-1.0-0')\n", encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "generator", "--lang", "en", "build", "--project", str(project.root)],
        env={"PYTHONPATH": f"{broken.parent}:{ROOT}", "PATH": "/usr/bin:/bin"},
        cwd=project.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "pdf-not-made" in done.stdout, done
    assert (project.output / "DT_nho_tb.docx").is_file()
    assert done.returncode == 0


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    project = new_project(tmp_path, nho=SMALL)
    report = build_all(project, (), Options(dry_run=True, only=WORD))
    assert [paper.outcome for paper in report.papers] == [Outcome.MADE]
    assert [path.name for path in project.output.rglob("*") if path.name != ".lock"] == []


def test_two_builds_at_once_do_not_meet(tmp_path: Path) -> None:
    project = new_project(tmp_path, nho=SMALL)
    with locked(project.output, "output"):
        report = build_all(project)
    assert [item.code for item in report.all_diagnostics()] == ["folder-locked"]
    assert build_all(project, (), Options(only=WORD)).ok


def test_a_failed_paper_keeps_its_earlier_files_and_costs_no_other(tmp_path: Path) -> None:
    project = new_project(tmp_path, nho=SMALL, hai=SMALL.replace("id: nho", "id: hai"))
    assert build_all(project, (), Options(only=WORD)).ok
    before = word(project)
    (project.inspections / "nho.yaml").write_text(SMALL.replace("01/3/2026", "31/02/2026"), encoding="utf-8")
    (project.inspections / "hai.yaml").write_text(
        SMALL.replace("id: nho", "id: hai").replace("tốt", "khá"), encoding="utf-8"
    )
    report = build_all(project, (), Options(only=WORD))
    assert not report.ok
    assert word(project) == before
    assert "Đãthựchiệnkhá" in word(project, "DT_hai_tb.docx")
    entries = json.loads((project.output / "manifest.json").read_text(encoding="utf-8"))["papers"]
    assert [entry["inspection"] for entry in entries] == ["hai", "nho"]


def test_a_device_in_place_of_a_paper_is_told_and_left_alone(tmp_path: Path) -> None:
    import os

    project = new_project(tmp_path, nho=SMALL)
    project.output.mkdir()
    os.mkfifo(project.output / "DT_nho_tb.docx")
    report = build_all(project, (), Options(only=WORD))
    assert [item.code for item in report.all_diagnostics()] == ["file-not-written"]
    assert (project.output / "DT_nho_tb.docx").is_fifo()


def test_targets_are_ids_files_and_folders(tmp_path: Path, monkeypatch) -> None:
    project = new_project(tmp_path, nho=SMALL, hai=SMALL.replace("id: nho", "id: hai"))
    monkeypatch.chdir(project.root)
    for target in ("hai", "inspections/hai.yaml"):
        assert [paper.inspection for paper in check_all(project, [target]).papers] == ["hai"]
    assert [paper.inspection for paper in check_all(project, ["inspections"]).papers] == ["hai", "nho"]
    with pytest.raises(UnknownTarget) as unknown:
        check_all(project, ["hay"])
    assert unknown.value.near == "hai"


def test_nothing_is_printed_that_the_data_does_not_hold(tmp_path: Path) -> None:
    """No number, date, name or seal comes from the program: a bare inspection prints gaps."""
    unit = "inspected_units: [{id: a, agency: ubnd-xa-vi-du-a}]\n"
    bare = f"schema: 1\nid: nho\ntype: kiem-tra\nsubject: việc x\n{unit}"
    project = new_project(tmp_path, nho=bare + "documents: [{id: tb, kind: thong-bao-ket-luan}]\n")
    assert build_all(project).ok
    pages = squeezed("".join(pdf_pages((project.output / "DT_nho_tb.pdf").read_bytes(), "-raw")))
    assert not any(char.isdigit() for char in pages.replace("30/2020", "")), pages


def test_the_projects_own_folder_is_found_from_below(tmp_path: Path) -> None:
    project = new_project(tmp_path, nho=SMALL)
    deep = project.inspections / "2026" / "quy-2"
    deep.mkdir(parents=True)
    assert find_project(deep).root == project.root
    shutil.rmtree(deep)


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        ("{{ units }}", "template-unprintable"),
        ("{{ cite }}", "template-unprintable"),
        ("{{ subject.full.pieces }}", "template-unprintable"),
        ("{{ subject.full|replace('a', 'b') }}", "template-forbidden"),
        ("{{ subject.full|string }}", "template-failed"),
        ("{{ cite('khong-co') }}", "template-reference"),
        ("{{ 10 ** 9 }}", "template-unsafe"),
        ("{{ 'a' * 10 }}", "template-unsafe"),
        ("{{ '%999999999s' % 1 }}", "template-unsafe"),
        ("{{ 'a'.ljust(999999999) }}", "template-unsafe"),
        ("{{ 'a'|center(999999999) }}", "template-syntax"),
        ("{{ lipsum() }}", "template-undefined"),
        ("{{ terms.nope }}", "template-part-undefined"),
        ("{{ subject.full + 'x' }}", "template-failed"),
        ("{% if issuer == 'x' %}Có.{% endif %}", "template-failed"),
        ("{% if enclosed %}Có.{% endif %}", "template-empty"),
        ("{% for x in range(9) %}{% endfor %}", "template-undefined"),
    ],
)
def test_a_template_prints_values_and_nothing_else(wording: str, code: str, tmp_path: Path) -> None:
    project = with_own(tmp_path, "noi-dung.md.j2", wording)
    found = [item for item in told(check_all(project)) if item.severity is Severity.ERROR]
    assert [item.code for item in found] == [code]


def test_an_annex_that_the_kind_lacks_is_told(tmp_path: Path) -> None:
    project = new_project(
        tmp_path, nho=SMALL.replace("    year: 2026\n", "    year: 2026\n    annexes: [nope]\n")
    )
    assert "annex-unknown" in {item.code for item in told(check_all(project))}


# --- files that would meet, come apart or land elsewhere ---------------------------------------------


def papers_of(project) -> dict[str, list[str]]:
    """Return which files each inspection of the manifest has."""
    entries = json.loads((project.output / "manifest.json").read_text(encoding="utf-8"))["papers"]
    return {entry["inspection"]: [file["path"] for file in entry["files"]] for entry in entries}


def test_two_papers_never_share_a_name(tmp_path: Path) -> None:
    (tmp_path / "ketluan.toml").write_text('draft_name = "{inspection}-{paper}"\n', encoding="utf-8")
    first = SMALL.replace("id: nho", "id: a-b").replace("id: tb", "id: c")
    second = SMALL.replace("id: nho", "id: a").replace("id: tb", "id: b-c")
    assert first != second
    project = new_project(tmp_path, a=first, b=second)
    report = build_all(project, (), Options(only=WORD))
    assert [paper.outcome for paper in report.papers] == [Outcome.MADE, Outcome.FAILED]
    assert "name-twice" in {item.code for item in report.all_diagnostics()}
    report = build_all(project, ("a",), Options(only=WORD))
    assert [item.arguments for item in report.all_diagnostics() if item.code == "name-twice"] == [
        {"name": "a-b-c", "other": "a-b/c"}
    ]
    (project.output / "a-b-c.docx").unlink()
    assert build_all(project, ("a",), Options(only=WORD)).ok, "a name is free when its file is gone"


def test_word_and_pdf_are_replaced_together_or_not_at_all(tmp_path: Path) -> None:
    project = new_project(tmp_path, nho=SMALL)
    assert build_all(project).ok
    before, pdf = word(project), project.output / "DT_nho_tb.pdf"
    pdf.unlink()
    pdf.mkdir()
    (project.inspections / "nho.yaml").write_text(SMALL.replace("tốt", "khá"), encoding="utf-8")
    report = build_all(project)
    assert [(item.code, item.place.file) for item in report.all_diagnostics()] == [
        ("file-not-written", "output/DT_nho_tb.pdf")
    ]
    assert word(project) == before
    assert papers_of(project) == {"nho": ["DT_nho_tb.docx"]}
    assert list(project.output.glob(".*.tmp")) == []
    pdf.rmdir()
    assert build_all(project).ok
    assert papers_of(project) == {"nho": ["DT_nho_tb.docx", "DT_nho_tb.pdf"]}


def fails_for(names: tuple[str, ...], real):
    """Return Path.replace that fails towards a name, from its turn on."""
    turns = list(names)

    def replace(self: Path, target: Path) -> Path:
        if turns and target.name == turns[0]:
            turns.pop(0)
            raise OSError(13, "held by another program")
        return real(self, target)

    return replace


@pytest.mark.parametrize(
    ("failing", "codes", "word_now"),
    [
        (("b",), ["file-not-written"], b"old"),
        (("b", "a"), ["file-not-written", "file-replaced-alone"], b"new"),
    ],
)
def test_what_took_its_place_is_put_back_or_named(failing, codes, word_now, tmp_path, monkeypatch) -> None:
    files = [NewFile(tmp_path / name, b"new", name) for name in ("a", "b")]
    for file in files:
        file.path.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", fails_for(failing, Path.replace))
    with pytest.raises(Refused) as refused:
        write_together(files, tmp_path)
    assert [item.code for item in refused.value.diagnostics] == codes
    assert [file.path.read_bytes() for file in files] == [word_now, b"old"]
    assert write_together(files, tmp_path)
    assert not write_together(files, tmp_path)


def test_nothing_is_written_through_a_link_out_of_the_output(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    (project.inspections / "2026").mkdir()
    (project.inspections / "2026" / "nho.yaml").write_text(SMALL, encoding="utf-8")
    away = tmp_path / "away"
    away.mkdir()
    for out in (project.output, tmp_path / "elsewhere"):
        out.mkdir()
        (out / "2026").symlink_to(away)
        for dry_run in (True, False):
            report = build_all(project, (), Options(only=WORD, out=out, dry_run=dry_run))
            assert [item.code for item in report.all_diagnostics()] == ["write-outside"]
        (out / "2026").unlink()
        assert build_all(project, (), Options(only=WORD, out=out)).ok
    assert list(away.iterdir()) == []


def test_the_lock_is_no_link_and_no_pipe(tmp_path: Path) -> None:
    import os

    project = new_project(tmp_path / "p", nho=SMALL)
    project.output.mkdir()
    lock = project.output / ".lock"
    lock.symlink_to(tmp_path / "away")
    assert [item.code for item in build_all(project).all_diagnostics()] == ["write-outside"]
    assert not (tmp_path / "away").exists()
    lock.unlink()
    os.mkfifo(lock)
    assert [item.code for item in build_all(project).all_diagnostics()] == ["file-not-written"]


def test_a_link_in_place_of_a_paper_is_replaced_not_followed(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p", nho=SMALL)
    project.output.mkdir()
    (tmp_path / "away").write_text("của người khác", encoding="utf-8")
    (project.output / "DT_nho_tb.docx").symlink_to(tmp_path / "away")
    assert build_all(project, (), Options(only=WORD)).ok
    assert not (project.output / "DT_nho_tb.docx").is_symlink()
    assert (tmp_path / "away").read_text(encoding="utf-8") == "của người khác"


def test_a_link_to_a_device_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to("/dev/null")
    with pytest.raises(Refused) as refused:
        write_together([NewFile(tmp_path / "out", b"x", "out")], tmp_path)
    assert [item.code for item in refused.value.diagnostics] == ["file-not-written"]
    assert (tmp_path / "out").is_symlink()


def test_a_bug_with_one_file_or_paper_costs_no_other(tmp_path: Path, monkeypatch) -> None:
    project = new_project(tmp_path, nho=SMALL, hai=SMALL.replace("id: nho", "id: hai"))
    real_load, real_check = batch.load_inspection, checking.check

    def load(path, *rest):
        return 1 / 0 if path.stem == "hai" else real_load(path, *rest)

    monkeypatch.setattr(batch, "load_inspection", load)
    for report in (check_all(project), build_all(project, (), Options(only=WORD))):
        assert [paper.inspection for paper in report.papers] == ["nho"]
        assert [(item.code, item.place.file) for item in report.diagnostics] == [
            ("program-bug", "inspections/hai.yaml")
        ]
        assert "ZeroDivisionError" in report.bugs[0]
    assert check_all(project, ("nho",)).bugs == ()
    monkeypatch.setattr(batch, "load_inspection", real_load)
    monkeypatch.setattr(
        checking, "check", lambda case: 1 / 0 if case.loaded.inspection.id == "hai" else real_check(case)
    )
    report = check_all(project)
    assert [(paper.inspection, bool(paper.bug)) for paper in report.papers] == [("hai", True), ("nho", False)]


def test_a_file_whose_name_is_no_text_is_built_too(tmp_path: Path) -> None:
    import os

    project = new_project(tmp_path)
    folder = project.inspections / os.fsdecode(b"h\xff")
    folder.mkdir()
    (folder / "nho.yaml").write_text(SMALL, encoding="utf-8")
    assert build_all(project, (), Options(only=WORD)).ok
    assert papers_of(project) == {"nho": ["h\\udcff/DT_nho_tb.docx"]}


@pytest.mark.parametrize("name", ["van-ban.docx", "van-ban.html.j2", "van-ban.css", "layout.yaml"])
def test_a_pipe_among_the_layout_files_is_refused_not_waited_for(name: str, tmp_path: Path) -> None:
    project = new_project(tmp_path, nho=SMALL)
    own = project.templates / "_layout"
    own.mkdir(parents=True)
    os.mkfifo(own / name)
    report = build_all(project, (), Options())
    assert "file-not-regular" in {item.code for item in report.all_diagnostics()}
    assert not list(project.output.rglob("*.pdf"))


def test_one_inspection_of_many_is_found_without_reading_the_others(tmp_path: Path, monkeypatch) -> None:
    project = new_project(tmp_path, nho=SMALL, hai=SMALL.replace("id: nho", "id: so-hai # hai"))
    real, read = batch.load_inspection, []

    def load(path, *rest):
        read.append(path.stem)
        return real(path, *rest)

    monkeypatch.setattr(batch, "load_inspection", load)
    assert [paper.inspection for paper in check_all(project, ("so-hai",)).papers] == ["so-hai"]
    assert read == ["hai"]


def test_an_inspection_goes_by_its_file_name_only_where_no_id_is_meant(tmp_path: Path) -> None:
    project = new_project(tmp_path, nho=SMALL, hai=SMALL.replace("id: nho", "id: so-hai"))
    assert [paper.inspection for paper in check_all(project, ("hai",)).papers] == ["so-hai"]
    with pytest.raises(UnknownTarget):
        check_all(project, ("ba",))
