"""`verify` of an archive: every byte, nothing missing or added, no dead link, PDF/A; each broken once."""

from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING

import pikepdf
import pytest

from generator.archive import pdf_claims, verapdf
from generator.archive.links import Links
from generator.archive.pdf_claims import claimed
from generator.archive.verification import verify_archive
from generator.cli import main
from generator.diagnostics import Refused, Severity
from tests.archives import archived, built
from tests.issued import issued, project_with

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOT_CHECKED = ["archive-seal-unknown"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with one issued paper."""
    project = project_with(tmp_path_factory.mktemp("du-an"))
    issued(project)
    made = archived(project)
    assert made.told == ()
    return made.folder


@pytest.fixture
def copy(whole: Path, tmp_path: Path) -> Path:
    shutil.copytree(whole, tmp_path / "kho")
    return tmp_path / "kho"


def found(folder: Path) -> list[tuple[str, str]]:
    """Return (code, where) of everything that was said but for the seal."""
    told = verify_archive(folder, "kho").told
    return [(item.code, str(item.place)) for item in told if item.code not in NOT_CHECKED]


def resealed(folder: Path) -> None:
    """Write the manifests anew, as somebody would who wants to hide a change."""
    for name, home in (("manifest-sha256.txt", "data"), ("tagmanifest-sha256.txt", "")):
        lines = []
        for path in sorted(folder.rglob("*")):
            below = path.relative_to(folder).as_posix()
            inside = below.startswith("data/")
            if path.is_file() and inside == bool(home) and below != "tagmanifest-sha256.txt":
                lines.append(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {below}\n")
        (folder / name).write_text("".join(lines), "utf-8")


def page(folder: Path) -> Path:
    return folder / "data" / "cuoc" / "nho" / "index.html"


# --- whole -----------------------------------------------------------------------------------------------


def test_a_whole_archive_has_nothing_wrong_and_says_what_was_not_checked(whole: Path) -> None:
    done = verify_archive(whole, "kho")
    assert [(item.code, item.severity) for item in done.told] == [
        ("archive-seal-unknown", Severity.NOT_CHECKED)
    ]
    assert done.told[0].arguments["seal"] == done.seal
    assert (done.pdfs, done.pages > 10, done.files > 25) == (1, True, True)


def test_the_seal_is_the_one_that_was_told_when_it_was_made(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    issued(project)
    made = archived(project)
    assert verify_archive(made.folder, "kho").seal == made.seal


# --- each thing broken once --------------------------------------------------------------------------------


def _one_byte(folder: Path) -> str:
    (path,) = folder.rglob("*.docx")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    return path.relative_to(folder).as_posix()


def _removed(folder: Path) -> str:
    (path,) = folder.rglob("*.pdf")
    path.unlink()
    return path.relative_to(folder).as_posix()


def _added(folder: Path) -> str:
    (folder / "data" / "cuoc" / "la.txt").write_text("x", "utf-8")
    return "data/cuoc/la.txt"


def _added_beside(folder: Path) -> str:
    (folder / "la.txt").write_text("x", "utf-8")
    return "la.txt"


def _linked_folder(folder: Path) -> str:
    (folder / "data" / "la").symlink_to(folder / "data" / "nam")
    return "data/la"


def _made_a_link(folder: Path) -> str:
    path = folder / "data" / "index.html"
    other = folder.parent / "khac.html"
    path.rename(other)
    path.symlink_to(other)
    return "data/index.html"


def _info_changed(folder: Path) -> str:
    path = folder / "bag-info.txt"
    path.write_text(path.read_text("utf-8").replace("As-Of: 2026-07-16", "As-Of: 2026-07-17"), "utf-8")
    return "bag-info.txt"


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (_one_byte, "archive-file-differs"),
        (_removed, "archive-file-missing"),
        (_added, "archive-file-added"),
        (_added_beside, "archive-file-added"),
        (_linked_folder, "archive-file-added"),
        (_made_a_link, "archive-file-missing"),
        (_info_changed, "archive-file-differs"),
    ],
)
def test_what_was_changed_lost_or_added_is_named(
    broken: Callable[[Path], str], code: str, copy: Path
) -> None:
    where = broken(copy)
    assert found(copy) == [(code, f"kho/{where}")]


def test_a_changed_manifest_is_seen_by_the_seal_of_the_manifests(copy: Path) -> None:
    path = copy / "manifest-sha256.txt"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[1:]), "utf-8")
    assert {code for code, _ in found(copy)} == {"archive-file-differs", "archive-file-added"}


@pytest.mark.parametrize("line", ["x\n", "0" * 64 + "  ../ngoai\n", "0" * 64 + "  /etc/passwd\n", "\n"])
def test_a_line_that_cannot_be_ours_is_refused(line: str, copy: Path) -> None:
    path = copy / "manifest-sha256.txt"
    path.write_text(path.read_text("utf-8") + line, "utf-8")
    ((code, where),) = found(copy)
    assert code == "archive-manifest-broken"
    assert where.startswith("kho/manifest-sha256.txt:")


def test_a_file_that_no_seal_covers_is_told(copy: Path) -> None:
    path = copy / "tagmanifest-sha256.txt"
    kept = [line for line in path.read_text("utf-8").splitlines(keepends=True) if "bag-info" not in line]
    path.write_text("".join(kept), "utf-8")
    assert found(copy) == [
        ("archive-file-added", "kho/bag-info.txt"),
        ("archive-file-unsealed", "kho/bag-info.txt"),
    ]


LINKS = [
    ('href="ho-so.json"', 'href="ho-so-khac.json"', "archive-link-dead"),
    ('href="../../nam/2026.html"', 'href="../../nam/2026.html#muc-la"', "archive-link-dead"),
    ('href="../../index.html"', 'href="https://example.org/"', "archive-link-outside"),
    ('href="../../index.html"', 'href="//example.org/"', "archive-link-outside"),
    ('href="../../index.html"', 'href="/index.html"', "archive-link-outside"),
    ('href="../../index.html"', 'href="../../../../x.html"', "archive-link-dead"),
    ('src="tb/trang-1.png"', 'src="tb/trang-2.png"', "archive-link-dead"),
    ("<h1>", '<meta http-equiv="refresh" content="0; url=http://x/"><h1>', "archive-link-outside"),
]


@pytest.mark.parametrize(("old", "new", "code"), LINKS)
def test_a_link_that_leads_nowhere_or_outside_is_named(old: str, new: str, code: str, copy: Path) -> None:
    path = page(copy)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    resealed(copy)
    ((told, where),) = found(copy)
    assert told == code
    assert where.startswith("kho/data/cuoc/nho/index.html:")


def test_a_result_of_the_search_that_leads_nowhere_is_named(copy: Path) -> None:
    path = copy / "data" / "chi-muc" / "muc-0.js"
    path.write_text(path.read_text("utf-8").replace("#van-ban-tb", "#van-ban-khac"), "utf-8")
    resealed(copy)
    assert [code for code, _ in found(copy)] == ["archive-link-dead"]


@pytest.mark.parametrize("rule", ["body { background: url(http://x/y.png) }", '@import "//x/y.css";'])
def test_a_style_that_asks_outside_is_named(rule: str, copy: Path) -> None:
    path = copy / "data" / "giao-dien" / "kho.css"
    path.write_text(path.read_text("utf-8") + rule, "utf-8")
    resealed(copy)
    assert [code for code, _ in found(copy)] == ["archive-link-outside"]


@pytest.mark.parametrize("link", ["http://[", "a\u0000b", "javascript:alert(1)", "x" * 5000])
def test_no_link_however_odd_stops_the_check(link: str) -> None:
    links = Links({"a.html"}, "kho")
    told = [*links.look_at("a.html", f'<a href="{link}">x</a>'.encode()), *links.rest()]
    assert [item.code in ("archive-link-dead", "archive-link-outside") for item in told] == [True]


# --- PDF/A -------------------------------------------------------------------------------------------------


def test_a_pdf_that_is_not_what_it_claims_is_named(copy: Path) -> None:
    (path,) = copy.rglob("*.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        del pdf.Root.MarkInfo
        pdf.save(path)
    resealed(copy)
    assert {code for code, _ in found(copy)} == {"archive-pdf-untrue"}


def test_a_pdf_that_claims_nothing_is_told(copy: Path) -> None:
    (path,) = copy.rglob("*.pdf")
    path.write_bytes(path.read_bytes().replace(b"pdfaid:", b"pdfxid:").replace(b"pdfuaid:", b"pdfuxid:"))
    resealed(copy)
    assert [code for code, _ in found(copy)] == ["archive-pdf-unclaimed"]


def test_without_verapdf_it_says_that_pdfs_were_not_checked(
    whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verapdf.importlib.util, "find_spec", lambda _name: None)
    done = verify_archive(whole, "kho")
    assert done.pdfs == 0
    assert [(item.code, item.severity) for item in done.told] == [
        ("archive-no-verapdf", Severity.NOT_CHECKED),
        ("archive-seal-unknown", Severity.NOT_CHECKED),
    ]


def test_a_validator_that_gives_up_is_not_a_pass(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gives_up(*_arguments: object) -> None:
        raise verapdf.CouldNotRun("no memory")

    monkeypatch.setattr(pdf_claims, "faults", gives_up)
    done = verify_archive(whole, "kho")
    assert done.pdfs == 0
    assert "archive-pdf-not-validated" in [item.code for item in done.told]


def test_signatures_are_said_to_be_unverified(copy: Path) -> None:
    (path,) = copy.rglob("*.pdf")
    path.write_bytes(path.read_bytes() + b"\n%/ByteRange [0 1 2 3]\n")
    resealed(copy)
    assert "archive-signatures" in [code for code, _ in found(copy)]


def test_what_a_pdf_claims_is_read_in_both_forms_of_xmp() -> None:
    assert [*claimed(b'<x pdfaid:part="2" pdfaid:conformance="A" pdfuaid:part="1"/>')] == [
        "PDFA-2A",
        "PDFUA-1",
    ]
    assert [*claimed(b"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>b</pdfaid:conformance>")] == [
        "PDFA-3B"
    ]
    assert [*claimed(b"%PDF-1.7")] == []


def test_an_unknown_profile_could_not_run(whole: Path) -> None:
    (path,) = whole.rglob("*.pdf")
    with pytest.raises(verapdf.CouldNotRun):
        verapdf.faults([path], "PDFA-9Z")


# --- the command -------------------------------------------------------------------------------------------


def test_the_command_needs_no_project(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["verify", str(whole), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "not checked" in said
    assert "1 PDF keeps the standard claimed." in said
    assert main(["verify", str(whole), "--format", "json"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert value["pdfs"] == 1
    assert [item["code"] for item in value["diagnostics"]] == NOT_CHECKED


def test_the_command_ends_with_1_when_something_is_wrong(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _added(copy)
    assert main(["verify", str(copy), "--lang", "en"]) == 1
    assert "1 fault, see above" in capsys.readouterr().out


@pytest.mark.parametrize("make", ["nothing", "other bag"])
def test_what_is_no_archive_of_ours_is_refused(make: str, tmp_path: Path) -> None:
    if make == "other bag":
        (tmp_path / "bag-info.txt").write_text("Bag-Software-Agent: bagit.py\n", "utf-8")
    with pytest.raises(Refused) as refused:
        verify_archive(tmp_path, "x")
    assert [item.code for item in refused.value.diagnostics] == ["archive-not-one"]


def test_the_archive_of_the_samples_is_whole(tmp_path: Path) -> None:
    """Every page of it: press reconstructions, a summary, surveys, several units."""
    from generator.project import find_project
    from tests.inspections import ROOT

    shutil.copytree(ROOT / "inspections", tmp_path / "inspections")
    project = find_project(tmp_path)
    built(project)
    made = archived(project)
    assert made.told == ()
    assert (made.inspections, made.papers) == (8, 30)
    assert found(made.folder) == []
