"""``state``, ``submit``, ``issue``, ``correct``: steps, the folder to upload, number and day, the mending."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.shared import command, day_typed, now, of_inspection
from generator.issuing.states import BY_HAND, INSTRUMENTS
from generator.session import ExitCode
from generator.usage import Words, WrongUsage, option
from generator.wording import short_date

if TYPE_CHECKING:
    from typing import TypeVar

    from generator.messages import Messages
    from generator.session import Session

    Made = TypeVar("Made")

USER = "KETLUAN_USER"


def paper_arguments(messages: Messages, command: str) -> list[click.Argument]:
    """Return the arguments ID and PAPER."""
    return [
        click.Argument(["inspection"], metavar=messages.text(f"{command}.id")),
        click.Argument(["paper"], metavar=messages.text(f"{command}.paper")),
    ]


def by_option(messages: Messages, command: str) -> click.Option:
    """Return ``--by``: who does it, by default the person named by the environment."""
    return option(messages, command, "--by", metavar=messages.text("person-metavar"), envvar=USER)


def person(by: str | None) -> str:
    """Return who does it; WrongUsage when nobody was named."""
    if not by:
        raise WrongUsage("usage-by-missing", variable=USER)
    return by


def state_command(messages: Messages) -> click.Command:
    """Return ``state``."""
    return command(
        messages,
        "state",
        _run_state,
        *paper_arguments(messages, "state"),
        click.Argument(["step"], type=Words(*BY_HAND), metavar=messages.text("state.step")),
        by_option(messages, "state"),
        option(messages, "state", "--reason", metavar=messages.text("reason-metavar")),
    )


def _run_state(session: Session, inspection: str, paper: str, step: str, **given: str | None) -> ExitCode:
    from generator.issuing.states import Step
    from generator.issuing.steps import AskedStep, take_step

    asked = AskedStep(inspection, paper, Step(step), person(given["by"]), now(), given["reason"] or "")
    project = session.project()
    taken = of_inspection(lambda: take_step(project, asked))
    session.tell(taken.told, notes=session.verbose)
    step_name = session.messages.text(f"step-{step}")
    session.say("state-done", paper=taken.event.name, step=step_name, by=taken.event.by)
    return ExitCode.WELL


def submit_command(messages: Messages) -> click.Command:
    """Return ``submit``.

    The step is written down only for a person named there and then: making a folder is no step by itself.
    """
    return command(
        messages,
        "submit",
        _run_submit,
        *paper_arguments(messages, "submit"),
        option(messages, "submit", "--by", metavar=messages.text("person-metavar")),
    )


def _run_submit(session: Session, inspection: str, paper: str, by: str | None) -> ExitCode:
    from generator.issuing.submission import AskedSubmission, submit

    project = session.project()
    asked = AskedSubmission(inspection, paper, now(), by or "")
    done = of_inspection(lambda: submit(project, asked))
    session.tell(done.told)
    for name in done.files:
        session.say("submit-file", file=name)
    if done.kept is not None:
        session.say("submit-kept", kept=project.shown(done.kept))
    session.say("submit-done", folder=project.shown(done.folder), count=len(done.files))
    if done.event is not None:
        step = session.messages.text(f"step-{done.event.step}")
        session.say("state-done", paper=done.event.name, step=step, by=done.event.by)
    return ExitCode.WELL


def issue_command(messages: Messages) -> click.Command:
    """Return ``issue``."""
    return command(
        messages,
        "issue",
        _run_issue,
        *paper_arguments(messages, "issue"),
        option(messages, "issue", "--number", metavar="45", default=""),
        option(messages, "issue", "--date", metavar="18/5/2026"),
        option(messages, "issue", "--signed", type=click.Path(path_type=Path), metavar="FILE.pdf"),
        by_option(messages, "issue"),
    )


def _run_issue(session: Session, inspection: str, paper: str, by: str | None, **given: Any) -> ExitCode:
    from generator.issuing.issue import AskedIssue, issue_paper

    if not given["date"]:
        raise WrongUsage("usage-missing", name="--date")
    day = day_typed(given["date"])
    asked = AskedIssue(inspection, paper, given["number"], day, person(by), now(), given["signed"])
    project = session.project()
    issued = of_inspection(lambda: issue_paper(project, asked))
    session.tell(issued.told)
    folder = project.shown(project.issued / issued.event.folder)
    entry = issued.record.entry
    number = entry.number or issued.record.paper
    session.say("issue-done", number=number, day=short_date(day), folder=folder)
    session.say("yaml-kept", file=issued.record.source, kept=issued.kept)
    return ExitCode.WELL


def correct_command(messages: Messages) -> click.Command:
    """Return ``correct``."""
    return command(
        messages,
        "correct",
        _run_correct,
        *paper_arguments(messages, "correct"),
        option(messages, "correct", "--as", type=Words(*INSTRUMENTS)),
        option(messages, "correct", "--reason", metavar=messages.text("reason-metavar")),
    )


def _run_correct(session: Session, inspection: str, paper: str, **given: str | None) -> ExitCode:
    from generator.correcting.correct import AskedCorrection, correct
    from generator.issuing.states import Step
    from generator.reporters.differences_text import difference_lines

    wanted = Step(given["as"]) if given["as"] else None
    asked = AskedCorrection(inspection, paper, wanted, given["reason"] or "")
    project = session.project()
    done = of_inspection(lambda: correct(project, asked))
    session.out.lines(difference_lines(done.differences, session.messages))
    instrument = session.messages.text(f"instrument-{done.instrument.value}")
    if done.proposal is not None:
        session.say("correct-because", why=session.messages.text(done.proposal.why))
    session.say("correct-done", instrument=instrument, id=done.id, file=done.file)
    session.say("correct-kept", kept=done.kept)
    return ExitCode.WELL
