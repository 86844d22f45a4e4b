"""The recipes of ``docs/ci`` are valid, and their scripts run: a clone, a restored cache, a pull request."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from generator.archive.verification import verify_archive
from generator.diagnostics import Severity
from tests.recipes import RECIPES, GitHub, GitLab, Service, commit, git, repository

if TYPE_CHECKING:
    from pathlib import Path

# An inspection, what stands in it, and what a pull request makes of it.
SMALL = ("nho", "Khắc phục, product", "Khắc phục ngay, product")
SAMPLE = ("mau-mot-cua-cap-xa", "được kiểm tra không lưu Giấy", "được kiểm tra không lưu đủ Giấy")
SERVICES = {"github": GitHub, "gitlab": GitLab}
PAPERS = {False: 1, True: 30}


@pytest.mark.parametrize(
    ("name", "schema"),
    [("github.yml", "vendor.github-workflows"), ("gitlab-ci.yml", "vendor.gitlab-ci")],
)
def test_a_recipe_keeps_the_schema_of_its_service(name: str, schema: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(RECIPES / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("kind", [GitHub, GitLab], ids=["github", "gitlab"])
def test_a_newcomer_gets_an_archive_that_verifies_and_a_change_is_summed_up(
    kind: type[GitHub | GitLab], tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    samples = bool(pytestconfig.getoption("--long"))
    origin = repository(tmp_path / "origin", samples=samples)
    first = commit(origin)
    service = kind(tmp_path / "service", origin)
    service.job("archive", first)
    assert service.ok, service.steps[-1].said
    _assert_archived(service.artifacts, papers=PAPERS[samples])

    assert set(_outcomes(service)) == {"made"}
    if isinstance(service, GitLab):
        service.job("pages", first)
        assert service.ok, service.steps[-1].said
        assert (service.artifacts / "public" / "index.html").exists()
    if samples:
        service.job("archive", first)  # a fresh clone with the restored cache, as below
        assert service.ok, service.steps[-1].said
        assert set(_outcomes(service)) == {"unchanged"}

    file, before, after = SAMPLE if samples else SMALL
    _edit(origin / "inspections" / "2026" / f"{file}.yaml", before, after)
    git(origin, "checkout", "-qb", "nhanh")
    service.job("changes", commit(origin), first)
    assert service.ok, service.steps[-1].said
    assert "Nothing to do" in service.said("base/ketluan build")
    _assert_summed_up(service, inspection=file)


def test_a_paper_that_cannot_be_made_fails_the_job_after_the_others_were_summed_up(tmp_path: Path) -> None:
    origin = repository(tmp_path / "origin", samples=False)
    first = commit(origin)
    _edit(origin / "inspections" / "2026" / "nho.yaml", "chain: [{", "chain: [{x: y, ")
    broken = commit(origin)
    for name, kind in SERVICES.items():
        service = kind(tmp_path / name, origin)
        service.job("changes", broken, first)
        assert not service.ok
        assert (service.artifacts / "changes" / "summary.md").exists()


def test_faults_of_the_version_before_do_not_fail_a_pull_request_that_mends_them(tmp_path: Path) -> None:
    origin = repository(tmp_path / "origin", samples=False)
    file = origin / "inspections" / "2026" / "nho.yaml"
    _edit(file, "chain: [{", "chain: [{x: y, ")
    broken = commit(origin)
    _edit(file, "chain: [{x: y, ", "chain: [{")
    service = GitHub(tmp_path / "service", origin)
    service.job("changes", commit(origin), broken)
    assert service.ok, service.steps[-1].said
    assert "1 added" in (service.home / "summary.md").read_text("utf-8")


# --- what came of it -------------------------------------------------------------------------------------


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


def _assert_archived(artifacts: Path, papers: int) -> None:
    """Both archives are whole as they were handed on, and the internal one has every paper."""
    public = next(one for name in ("github-pages", "archive-public") if (one := artifacts / name).exists())
    for folder in (artifacts / "archive", public):
        found = verify_archive(folder, folder.name)
        assert [item.code for item in found.told if item.severity is Severity.ERROR] == []
    assert verify_archive(artifacts / "archive", "archive").pdfs == papers
    assert verify_archive(public, "public").pdfs == 0  # nothing was issued yet


def _outcomes(service: Service) -> list[str]:
    report = json.loads(next(service.artifacts.rglob("report.json")).read_text("utf-8"))
    suites = ET.parse(next(service.artifacts.rglob("report.junit.xml")))  # noqa: S314 - our own file
    outcomes = [paper["outcome"] for paper in report["papers"]]
    assert len(list(suites.iter("testcase"))) >= len(outcomes) > 0
    return outcomes


def _assert_summed_up(service: Service, inspection: str) -> None:
    folder = service.artifacts / "changes"
    found = json.loads((folder / "changes.json").read_text("utf-8"))
    assert {paper["inspection"] for paper in found["changed"]} == {inspection}
    assert {paper["extent"] for paper in found["changed"]} == {"words"}
    assert (found["added"], found["removed"]) == ([], [])
    page = found["changed"][0]["pages"][0]
    for side in ("before", "after"):
        assert (folder / page[side]).read_bytes().startswith(b"\x89PNG")
        assert page[side] in (folder / "summary.md").read_text("utf-8")
    if isinstance(service, GitHub):
        summary = (service.home / "summary.md").read_text("utf-8")
        assert "<ins>" in summary
        assert "https://example.vn/artifact" in summary
    else:
        assert "install -qq --no-install-recommends git\n" in service.installed
