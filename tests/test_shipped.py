"""The shipped templates are found in the checkout, and in the wheel wherever it is unpacked."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.shipped import shipped_templates

PROJECT = Path(__file__).parent.parent


def files_below(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    (wheel,) = folder.glob("ketluan-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def test_the_checkout_finds_the_templates_beside_the_package() -> None:
    assert shipped_templates() == PROJECT / "templates"


def test_the_wheel_finds_the_templates_packed_in_it(installed: Path, tmp_path: Path) -> None:
    program = "from generator.shipped import shipped_templates; print(shipped_templates())"
    found = subprocess.run(
        [sys.executable, "-P", "-B", "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(installed)},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    assert Path(found) == installed / "generator" / "_templates"
    assert files_below(Path(found)) == files_below(PROJECT / "templates")


def test_the_wheel_holds_the_package_with_its_data_and_the_command(installed: Path) -> None:
    source = {name for name in files_below(PROJECT / "generator") if "__pycache__" not in name}
    packed = {name for name in files_below(installed / "generator") if not name.startswith("_templates/")}
    assert packed == source
    assert {path.name.split("-")[0] for path in installed.iterdir()} == {"generator", "ketluan"}
    (commands,) = installed.glob("ketluan-*.dist-info/entry_points.txt")
    assert "ketluan = generator.launch:main" in commands.read_text("utf-8")


def test_a_damaged_installation_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "generator"
    package.mkdir()
    monkeypatch.setattr("generator.shipped.__file__", str(package / "shipped.py"))
    with pytest.raises(FileNotFoundError):
        shipped_templates()
