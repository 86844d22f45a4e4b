"""What holds for every test: nothing is skipped, and nothing of the user's home or settings gets in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the long run be asked for: every combination of the matrix, every fault."""
    parser.addoption(
        "--long",
        action="store_true",
        default=bool(os.environ.get("KETLUAN_LONG")),
        help="every combination of the matrix and every fault, not some",
    )


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what would change the language or the look of messages."""
    for name in ("KETLUAN_LANG", "NO_COLOR", "FORCE_COLOR", "CI"):
        monkeypatch.delenv(name, raising=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """Fail a test that is skipped: a proof that was not made is no proof."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which counts as failed: {report.longrepr}"
    return report
