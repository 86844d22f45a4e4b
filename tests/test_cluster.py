"""A real scheduler and workers, each in its own folder: the same bytes as at home, also when one dies."""

from __future__ import annotations

import os
import pickle
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.build import Options, build_all
from generator.building.cluster import kit_of, make_away, parcel_of
from generator.building.work import Task
from generator.diagnostics import Refused
from generator.project import Project, find_project
from tests.inspections import ROOT, SMALL, new_project
from tests.test_crew import codes, files, outcomes, waited_for, with_papers
from tests.test_photographs import jpeg

if TYPE_CHECKING:
    from collections.abc import Iterator

WITH_FILES = (
    SMALL.replace("id: nho", "id: mau-anh", 1)
    + "attachments: {photos: [{file: anh/a.jpg, caption: Bảng niêm yết, alt: Một bảng gỗ}]}\n"
    + "figures:\n  - {id: s, kind: survey, from: {file: so-lieu.csv}}\n"
)
WORD = Options(only=frozenset({"docx"}))


@dataclass
class Cluster:
    """A scheduler and its workers, as processes that share no folder with the project."""

    address: str
    workers: list[subprocess.Popen[bytes]]


def started(module: str, folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    folder.mkdir(parents=True)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(folder)}
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{module}", *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=(folder / "log").open("wb"),
    )


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    folder = tmp_path / "cluster"
    scheduler = started(
        "dask_scheduler", folder / "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"
    )
    address = found_in(folder / "scheduler" / "log", r"tcp://127\.0\.0\.1:\d+")
    some = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0")
    workers = [started("dask_worker", folder / f"worker-{number}", address, *some) for number in range(2)]
    for number in range(2):
        found_in(folder / f"worker-{number}" / "log", "Registered to")
    try:
        yield Cluster(address, workers)
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def found_in(log: Path, pattern: str) -> str:
    until = time.monotonic() + 120
    while not (found := re.search(pattern, log.read_text(encoding="utf-8"))):
        assert time.monotonic() < until, log.read_text(encoding="utf-8")
        time.sleep(0.05)
    return found[0]


@pytest.mark.filterwarnings("ignore")
def test_a_worker_is_killed_and_all_papers_are_there_byte_for_byte(cluster: Cluster, tmp_path: Path) -> None:
    papers = {f"so_{number}": ("tb",) for number in range(30)}
    home, away = (with_papers(tmp_path / name, **papers) for name in ("home", "away"))
    assert build_all(home, (), Options()).ok
    call = [sys.executable, "-m", "generator", "build", "--executor", "dask", "--scheduler", cluster.address]
    environment = {**os.environ, "KETLUAN_LANG": "en", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        call, cwd=away.root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    waited_for(away, 2)
    cluster.workers[0].send_signal(signal.SIGKILL)
    said, _ = process.communicate(timeout=300)
    assert process.returncode == 0, said.decode()
    assert files(away) == files(home)
    assert len(files(away)) == 61


@pytest.mark.filterwarnings("ignore")
def test_what_an_inspection_takes_from_travels_with_it_and_a_summary_is_made_at_home(
    cluster: Cluster, tmp_path: Path
) -> None:
    home, away = (copy_of_samples(tmp_path / name) for name in ("home", "away"))
    made = build_all(home, (), WORD)
    sent = build_all(away, (), replace(WORD, scheduler=cluster.address))
    assert outcomes(made) == outcomes(sent)
    assert codes(made) == codes(sent)
    assert made.ok
    assert files(home) == files(away)
    assert any(name.endswith("bc-tong-hop.docx") for name in files(away))
    again = build_all(away, (), replace(WORD, scheduler="tcp://127.0.0.1:1"))
    assert set(outcomes(again).values()) == {"unchanged"}, "with nothing to do no cluster is asked"


def copy_of_samples(folder: Path) -> Project:
    """Return the samples, and an inspection with a photograph and a spreadsheet beside it."""
    shutil.copytree(ROOT / "inspections", folder / "inspections")
    own = folder / "inspections" / "2026"
    (own / "anh").mkdir()
    (own / "anh" / "a.jpg").write_bytes(jpeg())
    (own / "so-lieu.csv").write_text("Mã,Số lượng\nhai-long,12\nkhong,3\n", encoding="utf-8")
    (own / "mau-anh.yaml").write_text(WITH_FILES, encoding="utf-8")
    return find_project(folder)


def test_a_scheduler_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.building.cluster._PATIENCE", 1)
    project = new_project(tmp_path, nho=SMALL)
    report = build_all(project, (), replace(WORD, scheduler="tcp://127.0.0.1:1"))
    assert codes(report) == ["cluster-silent"]
    assert not files(project)


def test_a_worker_with_other_templates_or_program_makes_nothing(tmp_path: Path) -> None:
    project = new_project(tmp_path, nho=SMALL)
    kit = kit_of(project, WORD)
    parcel = parcel_of(project, Task("inspections/nho.yaml", "inspections/nho.yaml", "nho"))
    assert [paper.result.outcome.value for paper in make_away(kit, parcel).papers] == ["unchanged"]
    other = replace(kit, content="of another program", mark="other")
    with pytest.raises(Refused) as refused:
        make_away(other, parcel)
    (told,) = pickle.loads(pickle.dumps(refused.value)).diagnostics  # noqa: S301 - our own
    assert told.code == "cluster-differs"


def test_no_file_of_a_parcel_lies_outside_the_folder_of_the_worker(tmp_path: Path) -> None:
    project = new_project(tmp_path, nho=SMALL)
    kit = kit_of(project, WORD)
    parcel = parcel_of(project, Task("inspections/nho.yaml", "inspections/nho.yaml", "nho"))
    with pytest.raises(Refused):
        make_away(kit, replace(parcel, files={"../ngoai.yaml": b"x"}))
    secret = tmp_path.parent / "secret.png"
    secret.write_bytes(b"x")
    text = SMALL + "attachments:\n  photos:\n    - {file: ../../secret.png, caption: Ảnh, alt: Ảnh}\n"
    (project.inspections / "nho.yaml").write_text(text, encoding="utf-8")
    assert [*parcel_of(project, parcel.task).files] == ["inspections/nho.yaml"]
