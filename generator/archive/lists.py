"""The lists of the site: by year, agency, kind of paper and state, the time limits, the first page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from generator.archive.contents import Edition
from generator.archive.site import DUE, SEARCH
from generator.follow_up.duties import Standing
from generator.wording import capitalise_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.archive.rows import InspectionRow, Rows
    from generator.archive.site import Site
    from generator.messages import Messages

Listed = TypeVar("Listed")

ROWS_PER_PAGE = 300
_NEWEST = 20


@dataclass(frozen=True, slots=True)
class Turn:
    """Which of the pages of a list one is; `links` are (number, file name)."""

    number: int
    links: tuple[tuple[int, str], ...]

    @property
    def count(self) -> int:
        """How many pages the list has."""
        return len(self.links)


def turns(path: str, rows: Sequence[Listed]) -> Iterator[tuple[str, Turn, Sequence[Listed]]]:
    """Yield (path, turn, rows) of each page of a list; there is always a first one."""
    stem = path.removesuffix(".html")
    count = max(-(-len(rows) // ROWS_PER_PAGE), 1)
    paths = [path, *(f"{stem}.{number}.html" for number in range(2, count + 1))]
    links = tuple((number, name.rpartition("/")[2]) for number, name in enumerate(paths, 1))
    for number, name in enumerate(paths, 1):
        start = (number - 1) * ROWS_PER_PAGE
        yield name, Turn(number, links), rows[start : start + ROWS_PER_PAGE]


def write_lists(site: Site, rows: Rows, messages: Messages) -> None:
    """Write every list."""
    newest = sorted(rows.inspections, key=_newest_first)
    _first_page(site, rows, newest)
    _by_year(site, newest)
    _by_agency(site, newest)
    papers = sorted((paper for row in newest for paper in row.papers), key=lambda row: row.ordered)
    papers.reverse()
    _listed_by(site, _PAPERS, "loai", "Loại văn bản", _grouped((paper.kind, paper) for paper in papers))
    _listed_by(site, _PAPERS, "trang-thai", "Trạng thái", _grouped((paper.step, paper) for paper in papers))
    _due(site, rows, messages)
    site.page(SEARCH, "tim-kiem.html.j2", "Tìm kiếm")


def _newest_first(row: InspectionRow) -> tuple[int, int, str]:
    return -(row.year or 0), -(row.day.toordinal() if row.day else 0), row.id


def _first_page(site: Site, rows: Rows, newest: Sequence[InspectionRow]) -> None:
    site.page(
        "index.html",
        "trang-dau.html.j2",
        "Kết luận, văn bản và kiến nghị",
        inspections=len(newest),
        papers=sum(len(row.papers) for row in newest),
        overdue=rows.counts.get(Standing.OVERDUE, 0),
        soon=rows.counts.get(Standing.SOON, 0),
        rows=newest[:_NEWEST],
    )


def _by_year(site: Site, newest: Sequence[InspectionRow]) -> None:
    groups = _grouped(((row.year_text or "chua-ro", row.year_text or "Chưa rõ năm"), row) for row in newest)
    _listed_by(site, _INSPECTIONS, "nam", "Năm", groups)


def _by_agency(site: Site, newest: Sequence[InspectionRow]) -> None:
    groups = _grouped((agency, row) for row in newest for agency in row.agencies)
    ordered = dict(sorted(groups.items(), key=lambda item: item[0][1]))
    _listed_by(site, _INSPECTIONS, "co-quan", "Cơ quan", ordered)


_Key = tuple[str, str]


def _grouped(pairs: Iterator[tuple[_Key, Listed]]) -> dict[_Key, list[Listed]]:
    found: dict[_Key, list[Listed]] = defaultdict(list)
    for key, row in pairs:
        found[key].append(row)
    return dict(found)


class _Kind(NamedTuple):
    """A kind of list: its template, and what its rows are called."""

    template: str
    rows: str


_INSPECTIONS, _PAPERS = _Kind("cac-cuoc.html.j2", "cuộc"), _Kind("cac-van-ban.html.j2", "văn bản")


def _listed_by(
    site: Site, kind: _Kind, folder: str, name: str, groups: Mapping[_Key, Sequence[Listed]]
) -> None:
    """Write the contents of a way of listing, and the pages of each of its groups."""
    _contents(site, folder, name, groups)
    for (key, title), rows in groups.items():
        for path, turn, part in turns(f"{folder}/{key}.html", rows):
            site.page(
                path,
                kind.template,
                capitalise_first(title) if title[:1].isalpha() else f"{name} {title}",
                crumbs=(("index.html", "Trang đầu"), (f"{folder}/index.html", name)),
                crumb=title,
                rows=part,
                turn=turn,
                caption=f"{len(rows)} {kind.rows}, gần đây trước",
            )


def _contents(site: Site, folder: str, name: str, groups: Mapping[_Key, Sequence[object]]) -> None:
    listed = [
        (f"{folder}/{key}.html", capitalise_first(title), len(rows)) for (key, title), rows in groups.items()
    ]
    crumbs = (("index.html", "Trang đầu"),)
    site.page(f"{folder}/index.html", "muc-luc.html.j2", name, groups=listed, crumbs=crumbs)


def _due(site: Site, rows: Rows, messages: Messages) -> None:
    counts = [(standing, rows.counts.get(standing, 0)) for standing in Standing]
    said = [messages.text(f"due-count-{standing}", count=count) for standing, count in counts if count]
    inside = site.edition is Edition.INTERNAL
    duties = sorted(rows.duties, key=lambda row: row.order)
    for path, turn, part in turns(DUE, duties):
        site.page(
            path,
            "thoi-han.html.j2",
            "Thời hạn thực hiện kiến nghị",
            rows=part,
            turn=turn,
            counts=", ".join(said) or messages.text("due-empty"),
            caption="Quá hạn trước, rồi đến việc sắp đến hạn" if inside else "Theo ngày cuối của thời hạn",
        )
