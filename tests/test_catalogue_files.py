"""Catalogues: what cannot be is told with its place, and what holds from a day to a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Refused
from generator.document import plain
from generator.load import load_catalogues
from generator.messages import LANGUAGES, Messages
from generator.model.dated import holding, nearest_span, overlaps
from generator.model.people import HeldPost
from generator.project import Project
from tests.inspections import new_project
from tests.issuing import SIGNER, made


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return new_project(tmp_path_factory.mktemp("project"))


ONE = "  - {id: x, kind: khac, names: [{full: X}]"
WRONG: dict[str, tuple[str, str, str, str]] = {
    "unknown kind": (
        "agencies",
        "  - {id: x, kind: xa-hoi, names: [{full: X}]}\n",
        "agency-kind-unknown",
        "xa",
    ),
    "unknown level": ("agencies", f"{ONE}, level: quan-huyen}}\n", "agency-level-unknown", "quan-huyen"),
    "unknown superior": ("agencies", f"{ONE}, superior: khong-co}}\n", "agency-unknown", "khong-co"),
    "unknown seal": ("agencies", f"{ONE}, seal_of: khong-co}}\n", "agency-unknown", "khong-co"),
    "unknown successor": ("agencies", f"{ONE}, successors: khong-co}}\n", "agency-unknown", "khong-co"),
    "unknown superior by date": (
        "agencies",
        "  - {id: x, kind: khac, names: [{full: X, superior: khong-co}]}\n",
        "agency-unknown",
        "khong-co",
    ),
    "unknown agency of a post": (
        "people",
        "  - {id: x, name: X, posts: [{post: Giám đốc, agency: khong-co}]}\n",
        "agency-unknown",
        "khong-co",
    ),
    "unknown agency of a person": (
        "people",
        "  - {id: x, name: X, agency: khong-co}\n",
        "agency-unknown",
        "khong-co",
    ),
    "unknown amending act": (
        "legal-bases",
        "  - {id: x, kind: nghi-dinh, number: 1/2026/NĐ-CP, amended_by: nd-khong-co}\n",
        "act-unknown",
        "nd-khong-co",
    ),
    "unknown replacing act": (
        "legal-bases",
        "  - {id: x, kind: nghi-dinh, number: 1/2026/NĐ-CP, replaced_by: nd-khong-co}\n",
        "act-unknown",
        "nd-khong-co",
    ),
    "names of one day": (
        "agencies",
        "  - id: x\n    kind: khac\n    names: [{full: X, until: 30/6/2025}, {full: Y, since: 30/6/2025}]\n",
        "date-spans-overlap",
        "dòng",
    ),
    "posts of one day": (
        "agencies",
        f"{ONE}, leaders: [{{head: Giám đốc}}, {{head: Trưởng ban, since: 01/7/2025}}]}}\n",
        "date-spans-overlap",
        "dòng",
    ),
    "a span that ends before it begins": (
        "people",
        "  - {id: x, name: X, posts: [{post: Y, since: 01/7/2025, until: 30/6/2025}]}\n",
        "date-span-reversed",
        "30/6/2025",
    ),
    "a superior of itself": (
        "agencies",
        f"{ONE}, superior: y}}\n{ONE.replace('id: x', 'id: y')}, superior: x}}\n",
        "agency-circle",
        "x",
    ),
    "a head of itself": ("agencies", f"{ONE}, head_of: x}}\n", "agency-circle", "x"),
    "a borrowed number series": (
        "agencies",
        f"{ONE}, seal_of: ubnd-tinh-mau, series: ubnd-tinh-mau}}\n",
        "agency-series-shared",
        "ubnd-tinh-mau",
    ),
    "a standing deputy": (
        "people",
        "  - {id: x, name: X, post: Phó Chủ tịch Thường trực}\n",
        "agency-post-unofficial",
        "Phó Chủ tịch Thường trực",
    ),
    "a deputy in charge": (
        "people",
        "  - {id: x, name: X, posts: [{post: Phó Giám đốc  phụ trách}]}\n",
        "agency-post-unofficial",
        "Phó Giám đốc phụ trách",
    ),
    "an id twice": ("agencies", f"{ONE}}}\n{ONE}}}\n", "id-twice", "x"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_in_the_catalogues_is_told_with_its_place(case: str, tmp_path: Path) -> None:
    name, text, code, shown = WRONG[case]
    project = new_project(tmp_path)
    path = project.catalogues / f"{name}.yaml"
    lines = path.read_text(encoding="utf-8").count("\n")
    with path.open("a", encoding="utf-8") as stream:
        stream.write(text)
    with pytest.raises(Refused) as refused:
        load_catalogues(project)
    told = refused.value.diagnostics
    assert {item.code for item in told} == {code}
    assert told[0].place.file == f"inspections/catalogues/{name}.yaml"
    assert told[0].place.line > lines
    assert told[0].place.column > 1
    assert shown in said(told[0], "vi")
    for language in LANGUAGES:
        assert "{" not in said(told[0], language)


def test_kinds_and_levels_of_the_office_are_looked_through_as_well(tmp_path: Path) -> None:
    for name, text, code in (
        ("agency-kinds", "kinds: [{id: x, name: X, like: khong-co}]\n", "agency-kind-unknown"),
        ("agency-kinds", "kinds: [{id: x, name: X, level: khong-co}]\n", "agency-level-unknown"),
        (
            "agency-kinds",
            "kinds: [{id: x, name: X, like: y}, {id: y, name: Y, like: x}]\n",
            "agency-kind-circle",
        ),
        (
            "levels",
            "levels: [{id: x, rank: 3, since: 02/01/2026, until: 01/01/2026}]\n",
            "date-span-reversed",
        ),
        (
            "agency-kinds",
            "kinds: [{id: x, name: X, leaders: [{head: Trưởng, deputies: Phó Trưởng phụ trách}]}]\n",
            "agency-post-unofficial",
        ),
    ):
        project = new_project(tmp_path / str(len(list(tmp_path.iterdir()))))
        (project.catalogues / f"{name}.yaml").write_text(text, encoding="utf-8")
        with pytest.raises(Refused) as refused:
            load_catalogues(project)
        assert {item.code for item in refused.value.diagnostics} == {code}
        assert refused.value.diagnostics[0].place.line == 1


@pytest.mark.parametrize(
    "signer",
    [
        "{chain: [{prefix: KT, post: Chủ tịch}, {post: PHÓ CHỦ TỊCH THƯỜNG TRỰC}]}",
        "{chain: [{prefix: TM, post: Đoàn}], second_post: Phó Giám đốc phụ trách}",
    ],
)
def test_a_signer_has_no_post_the_state_does_not_provide_for(project: Project, signer: str) -> None:
    with pytest.raises(Refused) as refused:
        made(project, (SIGNER, f"signer: {signer}"))
    (told,) = refused.value.diagnostics
    assert (told.code, told.place.line) == ("agency-post-unofficial", 16)


def test_what_ends_like_such_a_post_and_is_none_is_taken(project: Project) -> None:
    typed = "{chain: [{prefix: TM, post: Thường trực Hội đồng nhân dân}, {post: Ủy viên Thường trực}]}"
    lines = made(project, (SIGNER, f"signer: {typed}")).document.signatures[0].lines
    assert plain(lines[1]) == "ỦY VIÊN THƯỜNG TRỰC"


# --- laws of spans ------------------------------------------------------------------------------------------

DAYS = st.none() | st.dates(date(2024, 1, 1), date(2026, 12, 31))
SPANS = st.lists(
    st.builds(lambda a, b: HeldPost(post="x", since=a, until=b), DAYS, DAYS), min_size=1, max_size=5
)


@given(SPANS, st.dates(date(2023, 1, 1), date(2027, 12, 31)))
def test_where_no_spans_overlap_one_day_has_at_most_one(spans: list[HeldPost], day: date) -> None:
    on_day = [span for span in spans if span.holds_on(day)]
    if not list(overlaps(spans)):
        assert len(on_day) <= 1
    assert holding(spans, day) in (on_day or [None])
    assert nearest_span(spans, day) in spans


@given(SPANS)
def test_the_order_of_spans_in_the_file_changes_nothing(spans: list[HeldPost]) -> None:
    day = date(2025, 7, 1)
    if not list(overlaps(spans)):
        assert holding(spans, day) == holding(spans[::-1], day)


def said(told: Diagnostic, language: str) -> str:
    return Messages(language).say(told.code, told.arguments)[0]
