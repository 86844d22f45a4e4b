"""The launcher on made-up systems: a PATH of its own, on which apt-get and Python only note their calls."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
ORDINARY = (
    "sh",
    "cat",
    "chmod",
    "cksum",
    "dirname",
    "env",
    "grep",
    "mkdir",
    "mktemp",
    "readlink",
    "rm",
    "tail",
    "tr",
)

# Makes .venv as `python -m venv --clear` does, runs pip and the program by noting their arguments.
PYTHON = """#!/bin/sh
case "$*" in
  *"import sys, venv"*) ;;
  *"venv --clear"*) echo "venv" >>"$NOTES"; rm -rf "$4"; mkdir -p "$4/bin"; cat "$0" >"$4/bin/python"
    chmod +x "$4/bin/python" ;;
  *"pip install"*) for last; do :; done; echo "pip ${last##*/}" >>"$NOTES"; [ ! -e "$BROKEN" ] || exit 7 ;;
  *) shift; for each; do echo "[$each]"; done ;;
esac
"""
APT_GET = '#!/bin/sh\necho "apt-get $*" >>"$NOTES"\n[ ! -e "$BROKEN" ] || exit 100\n'


@dataclass(frozen=True, slots=True)
class System:
    """A machine with a copy of the launcher: `programs` is all of its PATH."""

    folder: Path
    programs: Path

    def add(self, name: str, text: str) -> None:
        (self.programs / name).write_text(text, "utf-8")
        (self.programs / name).chmod(0o755)

    def run(self, *arguments: str, program: Path | None = None) -> subprocess.CompletedProcess[str]:
        self.notes.write_text("", "utf-8")
        return subprocess.run(
            [program or self.checkout / "ketluan", *arguments],
            cwd=self.folder,
            env={"PATH": str(self.programs), "NOTES": str(self.notes), "BROKEN": str(self.broken)},
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def checkout(self) -> Path:
        return self.folder / "thư mục"

    @property
    def notes(self) -> Path:
        return self.folder / "notes"

    @property
    def broken(self) -> Path:
        """While this file is there, downloads fail."""
        return self.folder / "broken"

    @property
    def calls(self) -> list[str]:
        return self.notes.read_text("utf-8").splitlines()


@pytest.fixture
def system(tmp_path: Path) -> System:
    """Make a system without apt-get, with Python, for a user who is not root."""
    made = System(tmp_path, tmp_path / "programs")
    made.programs.mkdir()
    for name in ORDINARY:
        (made.programs / name).symlink_to(str(shutil.which(name)))
    made.add("python3", PYTHON)
    made.add("id", "#!/bin/sh\necho 1000\n")
    (made.checkout / "requirements").mkdir(parents=True)
    shutil.copy(PROJECT / "ketluan", made.checkout)
    for name in ("run.txt", "test.txt"):
        (made.checkout / "requirements" / name).write_text(name, "utf-8")
    return made


@pytest.fixture
def debian(system: System) -> System:
    """Make it a Debian, for root, on which only the certificates are installed."""
    system.add("apt-get", APT_GET)
    system.add(
        "dpkg-query", '#!/bin/sh\ncase "$*" in *ca-cert*) echo installed ;; *) echo not-installed ;; esac\n'
    )
    system.add("id", "#!/bin/sh\necho 0\n")
    return system


def add_proof_commands(system: System) -> None:
    for name in ("soffice", "pdftotext", "chromium", "git"):
        system.add(name, "#!/bin/sh\n")


PACKAGES = "libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation2"


def test_it_says_what_it_installs_in_two_languages_then_installs_and_runs(debian: System) -> None:
    done = debian.run("build", "a b", "*")
    assert done.returncode == 0
    assert done.stdout.split("\n") == ["[-m]", "[generator]", "[build]", "[a b]", "[*]", ""]
    assert [line.partition(": ")[2][:10] for line in done.stderr.splitlines()] == [
        "Sẽ cài các",
        "Installing",
        "Sẽ cài các",
        "Installing",
    ]
    assert done.stderr.count(PACKAGES) == 2
    assert debian.calls == [
        "apt-get -q -y update",
        f"apt-get -q -y install --no-install-recommends --no-remove {PACKAGES}",
        "venv",
        "pip run.txt",
    ]


def test_the_second_time_it_installs_and_says_nothing(system: System) -> None:
    system.run("build")
    done = system.run("build")
    assert (done.returncode, done.stderr, system.calls) == (0, "", [])


def test_any_other_word_goes_to_the_command_also_through_a_link(system: System) -> None:
    link = system.folder / "link"
    link.symlink_to("thư mục/ketluan")
    assert system.run("--help", program=link).stdout.endswith("[--help]\n")
    assert system.run("list", program=link).stdout.endswith("[list]\n")
    assert system.calls == []


def test_a_changed_lock_is_installed_anew(system: System) -> None:
    system.run("build")
    (system.checkout / "requirements" / "run.txt").write_text("other", "utf-8")
    system.run("build")
    assert system.calls == ["venv", "pip run.txt"]


def test_an_install_that_stopped_half_way_is_made_anew(system: System) -> None:
    system.broken.touch()
    done = system.run("build")
    assert done.returncode == 2
    assert "could not be installed" in done.stderr
    system.broken.unlink()
    assert system.run("build").returncode == 0
    assert system.calls == ["venv", "pip run.txt"]


def test_so_is_one_that_stopped_while_the_libraries_of_the_proofs_were_added(system: System) -> None:
    add_proof_commands(system)
    system.run("build")
    system.broken.touch()
    assert system.run("test").returncode == 2
    assert system.calls == ["pip test.txt"]
    system.broken.unlink()
    assert system.run("build").returncode == 0
    assert system.calls == ["venv", "pip run.txt"]


def test_a_debian_that_has_everything_is_asked_for_nothing(debian: System) -> None:
    debian.add("dpkg-query", "#!/bin/sh\necho installed\n")
    debian.add("id", "#!/bin/sh\necho 1000\n")
    debian.run("build")
    assert debian.calls == ["venv", "pip run.txt"]
    done = debian.run("build")
    assert (done.returncode, done.stderr, debian.calls) == (0, "", [])


def test_without_a_right_to_install_it_says_the_command_and_goes_on(debian: System) -> None:
    debian.add("id", "#!/bin/sh\necho 1000\n")
    done = debian.run("build")
    assert done.returncode == 0
    assert done.stderr.count(f"apt-get install --no-install-recommends {PACKAGES}\n") == 2
    assert "Installing these" not in done.stderr
    assert debian.calls == ["venv", "pip run.txt"]


def test_a_user_with_sudo_installs_through_it(debian: System) -> None:
    debian.add("id", "#!/bin/sh\necho 1000\n")
    debian.add("sudo", '#!/bin/sh\necho sudo >>"$NOTES"\nexec "$@"\n')
    assert debian.run("build").returncode == 0
    assert debian.calls[:3] == ["sudo", "apt-get -q -y update", "sudo"]


def test_when_apt_fails_papers_are_still_made_without_it(debian: System) -> None:
    debian.add("apt-get", "#!/bin/sh\necho E: no such package\nexit 100\n")
    done = debian.run("build")
    assert done.returncode == 0
    assert "E: no such package" in done.stderr
    assert f"apt-get install --no-install-recommends {PACKAGES}\n" in done.stderr


def test_without_python_it_names_what_every_system_has_to_install(system: System) -> None:
    (system.programs / "python3").unlink()
    done = system.run("build")
    assert done.returncode == 2
    for name in ("python3-venv", PACKAGES, "dnf install python3", "brew install python", "wsl --install"):
        assert name in done.stderr


def test_without_libreoffice_it_proves_nothing(system: System) -> None:
    done = system.run("test")
    assert done.returncode == 2
    assert "soffice" in done.stderr
    assert (done.stdout, system.calls) == ("", [])


def test_without_chromium_it_proves_nothing(system: System) -> None:
    add_proof_commands(system)
    (system.programs / "chromium").unlink()
    done = system.run("test")
    assert done.returncode == 2
    assert "Chromium" in done.stderr
    assert (done.stdout, system.calls) == ("", [])


def test_without_git_it_proves_nothing(system: System) -> None:
    add_proof_commands(system)
    (system.programs / "git").unlink()
    done = system.run("test")
    assert done.returncode == 2
    assert "git" in done.stderr
    assert (done.stdout, system.calls) == ("", [])


def proofs(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [line for line in done.stdout.splitlines() if line.startswith("== ")]


def test_the_proofs_run_in_order_and_get_the_other_arguments(system: System) -> None:
    add_proof_commands(system)
    done = system.run("test", "--long", "-k", "a b")
    assert proofs(done) == ["== ruff check", "== ruff format", "== mypy", "== import-linter", "== pytest"]
    assert done.stdout.endswith("[-k]\n[a b]\n")
    assert system.calls == ["venv", "pip test.txt"]
    system.run("build")
    assert system.calls == []


def test_the_first_proof_that_fails_stops_the_rest_with_its_exit_code(system: System) -> None:
    add_proof_commands(system)
    system.add("python3", PYTHON.replace("  *) shift", "  *mypy*) exit 5 ;;\n  *) shift"))
    done = system.run("test")
    assert done.returncode == 5
    assert proofs(done)[-1] == "== mypy"
