"""``register``: sổ đăng ký văn bản đi, on the screen, as data, as a workbook, and printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.shared import command, format_option, write_asked
from generator.diagnostics import has_errors
from generator.session import ExitCode
from generator.usage import WrongUsage, option
from generator.wording import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Diagnostic
    from generator.document import Document
    from generator.messages import Messages
    from generator.session import Session
    from generator.workshop import Workshop

_FORMATS = frozenset({"docx", "pdf"})


def register_command(messages: Messages) -> click.Command:
    """Return ``register``."""
    return command(
        messages,
        "register",
        _run_register,
        click.Argument(["year"], required=False, metavar=f"[{messages.text('register.year')}]"),
        format_option(messages, "register"),
        option(messages, "register", "--xlsx", type=click.Path(path_type=Path), metavar="FILE.xlsx"),
        option(messages, "register", "--print", type=click.Path(path_type=Path), metavar="DIR"),
        option(messages, "register", "--force", is_flag=True),
    )


def _run_register(session: Session, year: str | None, format: str, **given: Any) -> ExitCode:  # noqa: A002
    from generator.issuing.register import register_of
    from generator.issuing.register_book import LAYOUT, book_of, words_of
    from generator.load import load_catalogues
    from generator.reporters.as_json import diagnostic_values, dumped
    from generator.reporters.registering import register_lines, register_value
    from generator.workshop import Workshop

    project = session.project()
    register, catalogues = register_of(project, _year(year)), load_catalogues(project)
    workshop = Workshop(project, LAYOUT)
    words = words_of(workshop.folders)
    books = [book_of(series, words, catalogues) for series in register.series]
    made, unmade = _files(books, workshop, given["xlsx"], given["print"])
    write_asked(made, force=given["force"])
    told, files = (*register.told, *unmade), [path.as_posix() for path in made]
    if format == "json":
        said = diagnostic_values(told, session.messages)
        value = {"series": register_value(register, words), "files": files, "diagnostics": said}
        session.out.raw(dumped(value))
    else:
        session.out.lines(register_lines(register, words, catalogues, session.messages))
        session.tell(told)
        for file in files:
            session.say("copy-made", file=file)
    return ExitCode.FAILED if has_errors(told) else ExitCode.WELL


def _year(typed: str | None) -> int | None:
    if typed is None:
        return None
    if not (typed.isascii() and typed.isdigit() and FIRST_YEAR <= int(typed) <= LAST_YEAR):
        raise WrongUsage("usage-year", text=typed)
    return int(typed)


def _files(
    books: Sequence[Document], workshop: Workshop, workbook: Path | None, folder: Path | None
) -> tuple[dict[Path, bytes], list[Diagnostic]]:
    """Return the files that were asked for, and what cannot be made here; none of an empty register."""
    from generator.issuing.register_book import sheets_of
    from generator.paper_files import paper_files

    files: dict[Path, bytes] = {}
    unmade: list[Diagnostic] = []
    if workbook and books:
        from generator.spreadsheet.annex import annex_workbook

        files[workbook] = annex_workbook(sheets_of(books))
    into = [(book, folder) for book in books if folder is not None]
    for book, beside in into:
        printed, told = paper_files(workshop, book, _FORMATS)
        files |= {beside / f"{book.properties.identifier}{end}": data for end, data in printed.items()}
        unmade += [item for item in told if item not in unmade]
    return files, unmade
