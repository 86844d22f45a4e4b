"""What the lists of the site know of each inspection, paper and duty: little, for there may be many."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper in a list; `kind` and `state` are (key, name), `ordered` is by what it is listed."""

    link: str
    title: str
    number: str
    day: str
    kind: tuple[str, str]
    step: tuple[str, str]
    ordered: str

    @property
    def state(self) -> str:
        """Where it stands, in words."""
        return self.step[1]


@dataclass(frozen=True, slots=True)
class InspectionRow:
    """An inspection in a list; `agencies` are (key, name) of the units and of who issued its papers."""

    id: str
    title: str
    year: int | None
    day: date | None
    units: tuple[str, ...]
    agencies: tuple[tuple[str, str], ...]
    state: str
    papers: tuple[PaperRow, ...]

    @property
    def link(self) -> str:
        """Where its page lies."""
        return inspection_page(self.id)

    @property
    def year_text(self) -> str:
        """The year, "" when it is not known."""
        return str(self.year) if self.year else ""


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty in the list of time limits; `order` puts what presses most first."""

    owner: str
    text: str
    link: str
    deadline: str
    last_day: str
    standing: str
    look: str
    state: str
    order: tuple[int, int, str, int]


@dataclass
class Rows:
    """All that the lists are made of, and how many duties stand how."""

    inspections: list[InspectionRow] = field(default_factory=list)
    duties: list[DutyRow] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)


def inspection_folder(id_: str) -> str:
    """Return the folder of an inspection in the site."""
    return f"cuoc/{id_}"


def inspection_page(id_: str) -> str:
    """Return the page of an inspection."""
    return f"{inspection_folder(id_)}/index.html"


def paper_anchor(paper: str) -> str:
    """Return the place of a paper on the page of its inspection."""
    return f"van-ban-{paper}"


def duty_anchor(duty: str) -> str:
    """Return the place of a duty on the page of its inspection."""
    return f"kien-nghi-{duty}"
