"""The fictional inspection on either side of 01/7/2025: the same file, its dates moved by a year or a day.

Names, posts, superiors and warnings follow from the catalogues; nothing else of the file, and no code, is
changed. The inspected third unit is a district here, and the province's one-stop body has a duty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.checks import check
from generator.checks.case import Case
from generator.diagnostics import Diagnostic
from generator.document import Document, plain
from generator.load import load_catalogues
from tests.inspections import ROOT, SAMPLE, composed, load, new_project
from tests.kinds import lines

SWAPS = (
    ("agency: ubnd-xa-vi-du-c\n", "agency: ubnd-huyen-vi-du\n"),
    ("  - id: kn-14\n    owners: so-nn-mt-mau\n", "  - id: kn-14\n    owners: bo-phan-mot-cua-tinh-mau\n"),
)
OLD_NAME, NEW_NAME = "Trung tâm Hành chính công tỉnh", "Trung tâm Phục vụ hành chính công tỉnh"
ALIKE = ("bc-doan", "tb-lich", "lay-y-kien", "qd-thay-doi")
PAPERS = ("tb-kl", "bb-vd-a", "kh-khac-phuc-a", *ALIKE)
OF_NAMES = frozenset({"N4", "N6", "C1"})


@dataclass(frozen=True)
class Told:
    """A paper, and what is said of its names and acts."""

    document: Document
    told: tuple[Diagnostic, ...]

    @property
    def said(self) -> str:
        return lines(self.document)

    @property
    def codes(self) -> set[str]:
        return {item.code for item in self.told}


def moved(years: int) -> str:
    """Return the sample with every date and every year it names moved back by so many years."""
    text = (ROOT / "inspections" / SAMPLE).read_text(encoding="utf-8")
    for old, new in SWAPS:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    dated = r"(\d{1,2}/\d{1,2}/|năm |year: )(202[56])\b"
    return re.sub(dated, lambda found: f"{found[1]}{int(found[2]) - years}", text)


def papers(folder: Path, text: str, keys: tuple[str, ...] = PAPERS) -> dict[str, Told]:
    project = new_project(folder, mau=text)
    loaded, catalogues = load(project, "mau.yaml"), load_catalogues(project)
    found = {}
    for paper in (one for one in loaded.inspection.documents if one.id in keys):
        document = composed(loaded, paper, project=project).document
        results = check(Case(loaded, paper, catalogues, document))
        told = [item for result in results for item in result.diagnostics if item.code in OF_NAMES]
        found[paper.id] = Told(document, tuple(told))
    return found


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Told]:
    return papers(tmp_path_factory.mktemp("before"), moved(1))


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Told]:
    return papers(tmp_path_factory.mktemp("after"), moved(0))


def test_the_one_stop_body_has_the_name_of_the_papers_day(
    before: dict[str, Told], after: dict[str, Told]
) -> None:
    assert f"Đối với {OLD_NAME}\n" in before["tb-kl"].said
    assert f"Đối với {NEW_NAME}\n" in after["tb-kl"].said
    assert NEW_NAME not in before["tb-kl"].said
    assert OLD_NAME not in after["tb-kl"].said


def test_the_district_is_itself_before_and_is_told_of_after(
    before: dict[str, Told], after: dict[str, Told]
) -> None:
    assert all("huyện Ví Dụ" in one["tb-kl"].said for one in (before, after))
    assert all("N4" not in paper.codes for paper in before.values())
    for paper in after.values():
        ended = [item.arguments for item in paper.told if item.code == "N4"]
        assert {(one["name"], one["until"]) for one in ended} == {("UBND huyện Ví Dụ", "30/6/2025")}
        assert all(str(one["successors"]).startswith("UBND xã Ví Dụ A, UBND xã Ví Dụ B") for one in ended)


def test_the_decree_of_that_day_is_not_yet_in_force_before(
    before: dict[str, Told], after: dict[str, Told]
) -> None:
    for paper in before.values():
        early = {str(item.arguments["found"]) for item in paper.told if item.code == "C1"}
        assert "118/2025/NĐ-CP" in early
    assert all("C1" not in paper.codes for paper in after.values())


def test_one_person_attends_and_signs_with_the_post_of_the_day(
    before: dict[str, Told], after: dict[str, Told]
) -> None:
    assert "- Ông Võ Văn P, Chủ tịch UBND huyện Ví Dụ." in before["bb-vd-a"].said
    assert "- Ông Võ Văn P, Chủ tịch UBND xã Ví Dụ A." in after["bb-vd-a"].said
    unsigned, signed = (one["kh-khac-phuc-a"].document.signatures[0] for one in (before, after))
    assert all(run.blank for line in unsigned.lines for run in line)
    assert [plain(line) for line in signed.lines] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


def test_nothing_but_names_posts_dates_and_years_differs(
    before: dict[str, Told], after: dict[str, Told]
) -> None:
    """The papers on which neither a renamed body nor a person with another post stands are alike."""

    def without_years(text: str) -> str:
        return re.sub(r"20\d\d", "20__", text)

    for key in ALIKE:
        one, other = without_years(before[key].said), without_years(after[key].said)
        assert one.replace(OLD_NAME, NEW_NAME) == other, key


@pytest.mark.parametrize(
    ("day", "name", "codes"), [("30/6/2025", OLD_NAME, {"C1"}), ("01/7/2025", NEW_NAME, {"N4"})]
)
def test_one_day_decides(tmp_path: Path, day: str, name: str, codes: set[str]) -> None:
    """The notice itself dated the last day before and the first day after, in the same inspection of 2025."""
    undated = "    number: null      # văn thư cấp sau khi ký\n    date: null\n"
    text = moved(1)
    assert text.count(undated) == 1
    dated = text.replace(undated, f"    number: 45/TB-UBND\n    date: {day}\n")
    notice = papers(tmp_path, dated, ("tb-kl",))["tb-kl"]
    assert f"Đối với {name}\n" in notice.said
    assert notice.codes == codes
