"""A project in which a paper is brought to its issue step by step: what the tests of issuing share."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from generator.issuing.issue import AskedIssue, Issued, issue_paper
from generator.issuing.states import Step
from generator.issuing.steps import AskedStep, Taken, take_step
from tests.inspections import CLEAN, new_project

if TYPE_CHECKING:
    from pathlib import Path

    from generator.project import Project

DAY = date(2026, 5, 18)
AT = datetime(2026, 5, 18, 9, tzinfo=timezone(timedelta(hours=7)))
ON_PAPER = CLEAN.replace("    year: 2026\n", "    medium: giay\n    year: 2026\n")
"""The paper without fault, signed on paper: it needs no file from a document system."""
ISSUE = AskedIssue("nho", "tb", "5", DAY, "dang-thi-g", AT)


def project_with(folder: Path, text: str = ON_PAPER) -> Project:
    """Return a project with the small inspection."""
    return new_project(folder, nho=text)


def step(project: Project, step: Step, by: str, reason: str = "", paper: str = "tb") -> Taken:
    """Take one step."""
    return take_step(project, AskedStep("nho", paper, step, by, AT, reason))


ELSEWHERE = "Đã kiểm tra trên hệ thống quản lý văn bản"
"""Why a paper may be signed without the two checks in the journal: it saves the tests two steps."""


def signed(project: Project, paper: str = "tb") -> Project:
    """Bring a paper to its signature."""
    step(project, Step.SUBMITTED, "pham-thi-d", paper=paper)
    step(project, Step.SIGNED, "nguyen-van-a", ELSEWHERE, paper)
    return project


def issued(project: Project, **other: object) -> Issued:
    """Issue the paper after it was signed."""
    asked = replace(ISSUE, **other)  # type: ignore[arg-type]
    return issue_paper(signed(project, asked.paper), asked)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path, but locks, and memories of builds: they have times."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".lock")
    files = (path for path in files if not path.name.startswith(".memory-"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def make_writable(folder: Path) -> None:
    """Let a test change what is kept read-only."""
    for path in folder.rglob("*"):
        os.chmod(path, 0o755 if path.is_dir() else 0o644)  # noqa: PTH101 - both kinds alike
