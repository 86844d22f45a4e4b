"""Runs the recipes of ``docs/ci`` as the services would: every script step for real, in a fresh clone.

What only a service can do (keep a cache, take files in, publish) is done by folders beside the clone. Nothing
is installed: the clone gets a ``.venv`` that stands on the one the tests run in, and apt-get only notes.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.inspections import CLEAN, ROOT

RECIPES = ROOT / "docs" / "ci"
PROGRAM = ("ketluan", "generator", "templates", "requirements", "pyproject.toml", "inspections", "docs/ci")
APT_GET = '#!/bin/sh\necho "$*" >>"$NOTES"\n'
EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")


def git(folder: Path, *arguments: str) -> str:
    """Run git as somebody who is nobody."""
    name = ("-c", "user.name=x", "-c", "user.email=x@example.vn", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def repository(folder: Path, *, samples: bool) -> Path:
    """Return a repository of the project as it is, with all its inspections or with one small one."""
    folder.mkdir()
    for name in PROGRAM:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, target)
    (folder / "output").mkdir()
    (folder / "output" / ".gitkeep").touch()
    if not samples:
        for year in (folder / "inspections").glob("2*"):
            shutil.rmtree(year)
        small = folder / "inspections" / "2026" / "nho.yaml"
        small.parent.mkdir()
        small.write_text(CLEAN, "utf-8")
    git(folder, "init", "-q")
    git(folder, "config", "uploadpack.allowAnySHA1InWant", "true")
    return folder


def commit(folder: Path) -> str:
    """Commit all there is and return the commit."""
    git(folder, "add", "-A", "-f")
    git(folder, "commit", "-qm", "x")
    return git(folder, "rev-parse", "HEAD")


@dataclass
class Step:
    """One script that ran: what it is, its exit code, and what it printed."""

    name: str
    code: int
    said: str


@dataclass
class Service:
    """A service with its memory: `cache` and `artifacts` are folders of folders by name."""

    home: Path
    origin: Path
    steps: list[Step] = field(default_factory=list)
    clone: Path = Path()

    def __post_init__(self) -> None:
        for name in ("cache", "artifacts", "bin", "home"):
            (self.home / name).mkdir(parents=True)
        (self.home / "bin" / "apt-get").write_text(APT_GET, "utf-8")
        (self.home / "bin" / "apt-get").chmod(0o755)

    @property
    def artifacts(self) -> Path:
        return self.home / "artifacts"

    @property
    def cache(self) -> Path:
        return self.home / "cache"

    @property
    def installed(self) -> str:
        """What apt-get was asked for."""
        return (self.home / "notes").read_text("utf-8") if (self.home / "notes").exists() else ""

    @property
    def ok(self) -> bool:
        return all(step.code == 0 for step in self.steps)

    def said(self, command: str) -> str:
        """Return what the one script with a command printed."""
        (step,) = (step for step in self.steps if command in step.name)
        return step.said

    def begin(self, revision: str) -> None:
        """Make a clone of its own, with the libraries of these tests."""
        self.steps = []
        self.clone = self.home / f"clone-{len(list(self.home.glob('clone-*')))}"
        self.check_out(revision, self.clone)
        self._stand_in_libraries()

    def check_out(self, revision: str, folder: Path) -> None:
        git(self.home, "clone", "-q", "--no-checkout", self.origin.as_uri(), str(folder))
        git(folder, "checkout", "-q", revision)

    def _stand_in_libraries(self) -> None:
        """Make ``.venv`` what `./ketluan` would have made of it; it looks at the stamp alone."""
        venv, prefix = self.clone / ".venv", Path(sys.prefix)
        (venv / "bin").mkdir(parents=True)
        (venv / "bin" / "python").symlink_to(Path(sys.executable).resolve())
        (venv / "lib").symlink_to(prefix / "lib")
        shutil.copy2(prefix / "pyvenv.cfg", venv)
        lock = (self.clone / "requirements" / "run.txt").read_bytes()
        summed = subprocess.run(["cksum"], input=lock, capture_output=True, check=True).stdout.decode()
        python = Path(sys.executable).resolve()
        (venv / "run.stamp").write_text(f"{summed}{python}\n", "utf-8")

    def run(self, shell: list[str], script: str, more: dict[str, str]) -> None:
        """Run a script in the clone as it stands."""
        environment = {
            "PATH": f"{self.home / 'bin'}:{os.environ['PATH']}",
            "HOME": str(self.home / "home"),
            "NOTES": str(self.home / "notes"),
            "PIP_NO_INDEX": "1",
            "CI": "true",
            "KETLUAN_LANG": "en",
            **more,
        }
        done = subprocess.run(
            [*shell, script],
            cwd=self.clone,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self.steps.append(Step(script, done.returncode, done.stdout))

    def keep(self, key: str, path: str) -> None:
        shutil.copytree(self.clone / path, self.cache / key, dirs_exist_ok=True)

    def restore(self, key: str, path: str) -> bool:
        """Put a cache into the clone, by its key or the first that begins so."""
        found = sorted(one for one in self.cache.iterdir() if one.name.startswith(key))
        if found:
            shutil.copytree(found[0], self.clone / path, dirs_exist_ok=True)
        return bool(found)


class GitHub(Service):
    """GitHub Actions, as far as the recipe uses it; what it does not know is a KeyError."""

    def job(self, name: str, revision: str, base: str = "") -> None:
        """Run a job of the recipe for a commit, for a pull request with the commit it goes onto."""
        self.begin(revision)
        self._values = {
            "!cancelled()": "true",
            "github.sha": revision,
            "github.event.pull_request.base.sha": base,
            "steps.pictures.outputs.artifact-url": "https://example.vn/artifact",
        }
        self._base = base
        recipe = yaml.safe_load((self.clone / "docs" / "ci" / "github.yml").read_text("utf-8"))
        job = recipe["jobs"][name]
        wanted = "github.event_name == 'pull_request'" if base else "github.event_name == 'push'"
        assert job["if"] == f"${{{{ {wanted} }}}}"
        for step in job["steps"]:
            if self.ok or "if" in step:
                self._step(step)

    def _filled(self, text: str) -> str:
        return EXPRESSION.sub(lambda match: self._values[match[1]], text)

    def _step(self, step: dict[str, Any]) -> None:
        assert self._filled(step.get("if", "true")) == "true"
        asked = {key: self._filled(value) for key, value in step.get("with", {}).items()}
        if "run" in step:
            # A container of its own has sh, and `run` goes to it with -e alone.
            more = {key: self._filled(value) for key, value in step.get("env", {}).items()}
            summary = {"GITHUB_STEP_SUMMARY": str(self.home / "summary.md")}
            self.run(["sh", "-e", "-c"], step["run"], more | summary)
            return
        action, _, version = step["uses"].partition("@")
        assert re.fullmatch(r"v\d+", version)
        ACTIONS[action](self, asked)

    def take(self, name: str, path: str) -> None:
        """Take files in as upload-artifact does: hidden ones stay behind."""
        target = self.artifacts / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.clone / path, target, ignore=shutil.ignore_patterns(".*"))


def _checkout(service: GitHub, asked: dict[str, str]) -> None:
    if asked:
        service.check_out(asked["ref"], service.clone / asked["path"])


def _restore(service: GitHub, asked: dict[str, str]) -> None:
    if not service.restore(asked["key"], asked["path"]):
        service.restore(asked["restore-keys"], asked["path"])


ACTIONS: dict[str, Any] = {
    "actions/checkout": _checkout,
    "actions/cache/restore": _restore,
    "actions/cache/save": lambda service, asked: service.keep(asked["key"], asked["path"]),
    "actions/upload-artifact": lambda service, asked: service.take(asked["name"], asked["path"]),
    "actions/upload-pages-artifact": lambda service, asked: service.take("github-pages", asked["path"]),
}


class GitLab(Service):
    """GitLab CI, as far as the recipe uses it."""

    def job(self, name: str, revision: str, base: str = "") -> None:
        """Run a job of the recipe for a commit, for a merge request with the commit it goes onto."""
        self.begin(revision)
        recipe = yaml.safe_load((self.clone / "docs" / "ci" / "gitlab-ci.yml").read_text("utf-8"))
        job = recipe[name]
        job = recipe[job["extends"]] | job if "extends" in job else job
        cache = job.get("cache", {"key": "", "paths": []})
        for path in cache["paths"]:
            self.restore(cache["key"], path)
        for path in self._needed(recipe, job):
            shutil.copytree(self.artifacts / path, self.clone / path, dirs_exist_ok=True)
        lines = [*job.get("before_script", ()), *job["script"]]
        known = {"CI_PROJECT_DIR": str(self.clone), "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
        self.run(["bash", "-eo", "pipefail", "-c"], "\n".join(lines), known)
        for path in cache["paths"]:
            self.keep(cache["key"], path)
        reports = job["artifacts"].get("reports", {}).get("junit", ())
        for path in [*job["artifacts"]["paths"], *reports]:
            self._take(path)

    def _needed(self, recipe: dict[str, Any], job: dict[str, Any]) -> list[str]:
        return [path for name in job.get("needs", ()) for path in recipe[name]["artifacts"]["paths"]]

    def _take(self, path: str) -> None:
        source, target = self.clone / path, self.artifacts / path
        if source.is_dir():
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target, ignore=shutil.ignore_patterns(".*"))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
