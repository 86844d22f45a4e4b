"""Runs as HTML text, and the HTML layout of papers filled with one paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup

from generator.diagnostics import Diagnostic, Place, Refused
from generator.render.sandbox import BROKEN, FAILING, sandbox
from generator.yaml_source import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.document import Run, Runs
    from generator.render.geometry import Paper

# Word never ends a line at a slash; a word joiner keeps the PDF from it and leaves no trace in its text.
_SLASH = re.compile(r"/(?=\S)")
_JOINED = "/\u2060"


def runs_html(runs: Iterable[Run]) -> Markup:
    """Return runs as text with b, i and span.blank."""
    return Markup("".join(map(_run, runs)))  # noqa: S704 - escaped below


def lines_html(lines: Iterable[Runs]) -> Markup:
    """Return lines of runs with br between them."""
    return Markup("<br/>".join("".join(map(_run, line)) for line in lines))  # noqa: S704 - escaped below


def _run(run: Run) -> str:
    text = run.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "/" in text:
        text = _SLASH.sub(_JOINED, text)
    if run.bold:
        text = f"<b>{text}</b>"
    if run.italic:
        text = f"<i>{text}</i>"
    return f'<span class="blank">{text}</span>' if run.blank else text


class HtmlLayout:
    """The HTML layout, compiled once."""

    def __init__(self, source: str, file: str) -> None:
        """Compile; raises `Refused` with the line when a tag is broken."""
        self._file = file
        try:
            self._template = sandbox(runs=runs_html, lines=lines_html).from_string(source)
        except BROKEN as error:
            raise Refused([tag_broken(error, file)]) from None

    def fill(self, paper: Paper) -> str:
        """Return the HTML of a paper; raises `Refused` when the layout asks for an unknown name."""
        day = paper.properties.date
        moment = f"{day.isoformat()}T00:00:00Z" if day else ""
        try:
            return self._template.render(paper=paper, moment=moment)
        except jinja2.UndefinedError as error:
            raise Refused([_diagnostic("layout-name-unknown", self._file, 0, error.message)]) from None
        except FAILING as error:
            raise Refused([_diagnostic("layout-tag-fails", self._file, 0, str(error))]) from None


def tag_broken(error: BaseException, file: str) -> Diagnostic:
    """Return the diagnostic for a tag that could not be read, with its line where it is known."""
    line = error.lineno if isinstance(error, jinja2.TemplateSyntaxError) else 0
    return _diagnostic("layout-tag-broken", file, line, str(error))


def layout_text(path: Path, file: str) -> str:
    """Return the text of a layout file; raises `Refused` (``layout-not-text``) when it is not UTF-8."""
    try:
        return read_bytes(path, file).decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Refused([Diagnostic("layout-not-text", Place(file))]) from None


def _diagnostic(code: str, file: str, line: int, detail: str | None) -> Diagnostic:
    return Diagnostic(code, Place(file, line), arguments={"detail": detail or ""})
