"""Chromium, as Debian has it: pages opened as a reader opens them. Nothing is downloaded for it."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from playwright.sync_api import Error, sync_playwright

from tests.proofs import CouldNotRun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

_NAMES = ("chromium", "chromium-browser", "google-chrome")
# As root it runs without its sandbox; it opens nothing but our own pages.
_ARGUMENTS = ("--no-sandbox", "--disable-dev-shm-usage")


@contextmanager
def browser() -> Iterator[Browser]:
    """Give a running Chromium; raise `CouldNotRun` when there is none, or it does not start."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        raise CouldNotRun("chromium is not installed")
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=found, args=[*_ARGUMENTS])
        except Error as error:
            raise CouldNotRun(f"{found} does not start: {error}") from error
        try:
            yield started
        finally:
            started.close()
