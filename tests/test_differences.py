"""Differences between two versions: every field is told once, by its name, with nature and effects."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.differences import Version, differences, field_changes
from generator.differences.fields import natures
from generator.differences.matching import matched
from generator.differences.spelling import only_spelling
from generator.differences.values import ChangeKind, Nature
from generator.load import load_inspection
from generator.messages import LANGUAGES, Messages
from generator.model.agencies import Agency, AgencyKind, Level
from generator.model.inspected_units import Scope
from generator.model.inspection import Inspection
from generator.model.legal_acts import LegalAct
from generator.model.people import Person
from generator.reporters.differences_html import difference_html
from generator.reporters.differences_json import difference_value
from generator.reporters.differences_text import difference_lines
from generator.reporters.field_names import field_label
from generator.yaml_reference import _groups, _models
from generator.yaml_source import parse_source
from tests.inspections import new_project
from tests.test_cli import Terminal
from tests.versions import (
    PROJECT,
    TEXT,
    catalogues,
    composing,
    edited,
    field_at,
    one_scalar_otherwise,
    scalars,
    version,
)

VI, EN = Messages("vi"), Messages("en")
MODELS = [
    *dict.fromkeys(
        model
        for first in (Inspection, Agency, AgencyKind, Level, Person, LegalAct)
        for model in _groups(first)
    )
]


def lines(found, messages=VI) -> str:
    return "\n".join(
        "".join(piece if isinstance(piece, str) else piece[0] for piece in line)
        for line in difference_lines(found, messages)
    )


# --- nothing, and one thing -------------------------------------------------------------------------------


def test_a_version_and_itself_do_not_differ() -> None:
    found = differences(version(), version(), composing())
    assert not found.any
    assert found.changes == ()
    assert "Không có khác biệt nào." in lines(found)


@lru_cache
def places() -> dict[tuple[str, str], tuple[str | int, ...]]:
    """One place of the sample for each field of each group."""
    source, inspection = parse_source(TEXT, "mau.yaml"), version().loaded.inspection
    found = {}
    for path, _ in scalars(source.root):
        group, name, _ = field_at(inspection, path)
        found.setdefault((group.__name__, name), path)
    return found


# What has one value only, or is named by others: changing it alone is refused.
FIXED = {
    ("Inspection", "schema"),
    ("Deadline", "immediately"),
    ("IssuedPaper", "of"),
    *(
        (group, "kind")
        for group in ("Tthc", "Breakdown", "Reduction", "Sample", "Indicator", "Feedback", "Survey")
    ),
}


@pytest.mark.parametrize("place", sorted(places().items()), ids=lambda place: ".".join(place[0]))
def test_each_field_typed_otherwise_is_told_once_with_its_path(place) -> None:
    (_, _), path = place
    source = parse_source(TEXT, "inspections/mau.yaml")
    group, name, way = field_at(version().loaded.inspection, path)
    new = one_scalar_otherwise(source, path, group, name)
    if new is None:
        assert (group.__name__, name) in FIXED or name in ("id", "target"), place
        return
    found = field_changes(version(), new)
    assert [change.path for change in found] == [way]
    assert found[0].kind is ChangeKind.CHANGED
    assert found[0].nature in {natures().get((base, name)) for base in _bases(group)} | {
        Nature.FORM,
        Nature.DATE,
    }
    assert all(field_label(found[0].steps, messages) for messages in (VI, EN))


def _bases(group) -> list[str]:
    return [base.__name__.lstrip("_") for base in group.__mro__]


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_any_scalar_of_the_sample_typed_otherwise_is_told_once(data) -> None:
    source = parse_source(TEXT, "inspections/mau.yaml")
    path = data.draw(st.sampled_from([path for path, _ in scalars(source.root)]))
    group, name, way = field_at(version().loaded.inspection, path)
    new = one_scalar_otherwise(source, path, group, name)
    if new is not None:
        assert [change.path for change in field_changes(version(), new)] == [way]
        back = field_changes(new, version())
        assert len(back) == 1


SAMPLES = [path for path in sorted(PROJECT.inspections.rglob("*.yaml")) if "catalogues" not in path.parts]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_inspection_of_the_house_differs_from_itself(path) -> None:
    one, other = (Version(load_inspection(path, PROJECT, catalogues()), catalogues()) for _ in range(2))
    assert not differences(one, other, composing()).any


IDS = st.lists(st.sampled_from("abcdefg"), unique=True)


@given(IDS, IDS)
def test_items_with_ids_are_matched_by_them_and_each_once(old: list[str], new: list[str]) -> None:
    first, second = ([Scope(id=key, text=key) for key in keys] for keys in (old, new))
    found = matched(first, second)
    assert sorted(match.old for match in found if match.old is not None) == list(range(len(old)))
    assert sorted(match.new for match in found if match.new is not None) == list(range(len(new)))
    both = {old[m.old] for m in found if m.old is not None and m.new is not None and old[m.old] == new[m.new]}
    assert both == {*old} & {*new}
    kept = [old.index(key) for key in new if key in old]
    if kept == sorted(kept):
        assert not any(match.moved for match in found)


PHOTO = (
    "attachments: {photos: [{file: anh/a.png, caption: Bảng niêm yết, alt: Một bảng}]}"
    "\nsource: {kind: office}"
)


def test_a_photograph_with_another_content_is_told(tmp_path) -> None:
    def with_photo(name: str, colour: str) -> Version:
        project = new_project(tmp_path / name, mau=TEXT.replace("source: {kind: office}", PHOTO))
        (project.inspections / "anh").mkdir()
        Image.new("RGB", (60, 40), colour).save(project.inspections / "anh" / "a.png")
        path = project.inspections / "mau.yaml"
        return Version(load_inspection(path, project, catalogues()), catalogues())

    found = differences(with_photo("cu", "red"), with_photo("moi", "blue"), composing(), "tb-kl")
    assert [(change.path, change.papers) for change in found.changes] == [
        ("attachments.photos.0.file", ("tb-kl",))
    ]


# --- every field has a nature and a name ------------------------------------------------------------------


def test_every_field_of_the_model_has_one_nature() -> None:
    """Otherwise: judge the new field in generator/differences/fields.yaml."""
    fields = {
        (model.__name__, field.alias or name)
        for model in MODELS
        for name, field in model.model_fields.items()
    }
    bases = {model.__name__: _bases(model) for model in MODELS}
    told = {
        (group, name): [(base, name) for base in bases[group] if (base, name) in natures()]
        for group, name in fields
    }
    assert {field for field, found in told.items() if len(found) != 1} == set()
    known = {base for found in bases.values() for base in found}
    stale = {
        (group, name)
        for group, name in natures()
        if group not in known or not any((one, name) in fields and group in bases[one] for one in bases)
    }
    assert stale == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_item_of_a_list_has_a_name_in_both_languages(language: str) -> None:
    messages = Messages(language)
    items = {
        inner.__name__
        for model in MODELS
        for field in model.model_fields.values()
        if "tuple" in str(field.annotation)
        for inner in _models(field.annotation)
    }
    figures = {"Tthc", "Breakdown", "Reduction", "Sample", "Indicator", "Feedback", "Survey"}  # by their ids
    from generator.reporters.field_names import _CAPITAL

    named = {name for name in items if messages.has_text(f"item-{_CAPITAL.sub('-', name).lower()}")}
    assert items - named == figures | ({"Level", "AgencyKind"} & items)


# --- in plain words ---------------------------------------------------------------------------------------


def test_the_two_lines_the_house_asks_for() -> None:
    new = edited(
        ("early: 2.976", "early: 3.021"), ("deadline: {before: 19/6/2026}", "deadline: {before: 31/7/2026}")
    )
    said = lines(differences(version(), new, composing(), "tb-kl"))
    assert "hs-vd-a, đã giải quyết, trước hạn: 2.976 → 3.021 (+45)" in said
    assert "Kiến nghị 15, thời hạn: 19/6/2026 → 31/7/2026" in said
    assert "tất cả đơn vị, đã giải quyết, tổng số: 13.233 → 13.278" in said
    assert "Tổng cộng: 2 trường" in said


def test_a_deadline_of_another_form_is_one_change() -> None:
    new = edited(("deadline: {before: 19/6/2026}", "deadline: {by: 31/7/2026}"))
    (change,) = field_changes(version(), new)
    assert change.path == "recommendations.kn-15.deadline"
    assert (change.old.printed, change.new.printed) == ("trước ngày 19/6/2026", "chậm nhất ngày 31/7/2026")
    assert (change.old.typed, change.new.typed) == ("{before: 19/6/2026}", "{by: 31/7/2026}")


def test_items_come_go_and_move_by_their_ids() -> None:
    text = TEXT.replace("  - {id: mau-a, kind: sample, checked: 60, failed: 3}\n", "")
    text = text.replace("figures:\n", "figures:\n  - {id: mau-a, kind: sample, checked: 60, failed: 3}\n", 1)
    text = text.replace(
        "  - {id: may-quet,", "  - {id: may-in, kind: breakdown, total: 9}\n  - {id: may-quet,"
    )
    found = {(change.path, change.kind.value) for change in field_changes(version(), version(text))}
    assert found == {("figures.mau-a", "moved"), ("figures.may-in", "added")}
    back = {(change.path, change.kind.value) for change in field_changes(version(text), version())}
    assert back == {("figures.mau-a", "moved"), ("figures.may-in", "removed")}


def test_a_moved_recipient_and_a_changed_one_are_told_apart() -> None:
    first = "      - {group: Bộ Tư pháp, purpose: b/c}\n"
    second = '      - {group: "Thường trực Tỉnh ủy, Thường trực HĐND tỉnh", purpose: b/c}\n'
    new = edited((first + second, second + first.replace("b/c", "để b/c")))
    found = [(change.kind.value, change.nature.value) for change in field_changes(version(), new, "tb-kl")]
    assert sorted(found) == [("changed", "form"), ("moved", "form")]


def test_what_was_typed_otherwise_and_means_the_same_is_no_change() -> None:
    assert field_changes(version(), edited(("online: 3.812", "online: 3812"))) == ()
    assert field_changes(version(), edited(("date: 15/01/2026", "date: 2026-01-15"))) == ()


def test_fields_of_another_paper_do_not_concern_this_one() -> None:
    new = edited(("    turn: 2\n", "    turn: 3\n"))
    assert [change.path for change in field_changes(version(), new)] == ["documents.don-doc-2.turn"]
    assert field_changes(version(), new, "tb-kl") == ()


def test_a_catalogue_entry_in_use_is_compared() -> None:
    known = catalogues()
    person = known.people["nguyen-van-a"].model_copy(update={"name": "Nguyễn Văn B"})
    other = replace(known, people={**known.people, person.id: person})
    found = differences(version(), version(known=other), composing(), "tb-kl")
    (change,) = found.changes
    assert change.path == "catalogues.people.nguyen-van-a.name"
    assert (change.nature, change.papers) == (Nature.UNIT, ("tb-kl",))
    assert change.new is not None
    assert change.new.place.file == "catalogues/people.yaml"
    assert [sentence.new for sentence in found.papers[0].sentences] == ["Nguyễn Văn B"]
    unused = replace(known, people={**known.people, "ho-thi-m": person})
    assert field_changes(version(), version(known=unused)) == ()


def test_an_office_that_calls_its_heads_otherwise_changes_the_signature() -> None:
    known = catalogues()
    kind = known.kinds[known.agencies["van-phong-ubnd-tinh-mau"].kind]
    leaders = tuple(one.model_copy(update={"head": "Trưởng Văn phòng"}) for one in kind.leaders)
    other = replace(known, kinds={**known.kinds, kind.id: kind.model_copy(update={"leaders": leaders})})
    found = field_changes(version(), version(known=other), "tb-kl")
    assert {change.path for change in found} == {f"catalogues.kinds.{kind.id}.leaders.0.head"}
    assert found[0].nature is Nature.UNIT


# --- effects ----------------------------------------------------------------------------------------------


def test_a_sentence_knows_which_field_changed_it() -> None:
    new = edited(
        ("early: 2.976", "early: 3.021"), ("deadline: {before: 19/6/2026}", "deadline: {before: 31/7/2026}")
    )
    found = differences(version(), new, composing(), "tb-kl")
    causes = {sentence.new: sentence.causes for sentence in found.papers[0].sentences}
    assert causes["Trước ngày 31/7/2026"] == ("recommendations.kn-15.deadline.before",)
    assert causes["13.278"] == ("figures.hs-vd-a.settled.early",)
    assert {sentence.nature for sentence in found.papers[0].sentences} == {Nature.FIGURE, Nature.DATE}
    moved = {one.reference: (one.old, one.new) for one in found.figures}
    assert moved["all.settled.early%"] == ("65,09%", "65,21%")
    assert "hs-vd-a.settled.early" not in moved  # typed, not computed


def test_a_field_that_is_not_printed_reaches_no_paper() -> None:
    new = edited(
        ("evidence: đã trình dự thảo văn bản của UBND tỉnh", "evidence: đã trình văn bản của UBND tỉnh")
    )
    (change,) = differences(version(), new, composing(), "tb-kl").changes
    assert change.papers == ()


def test_a_number_before_a_line_that_moves_is_form() -> None:
    task = "  - {id: kn-0, owners: vd-a, text: thực hiện việc mới, deadline: {before: 01/6/2026}}\n"
    new = edited(("recommendations:\n", f"recommendations:\n{task}"))
    found = differences(version(), new, composing(), "tb-kl")
    (change,) = found.changes
    assert (change.path, change.kind, change.nature) == (
        "recommendations.kn-0",
        ChangeKind.ADDED,
        Nature.OBLIGATION,
    )
    natures_of = {sentence.nature for sentence in found.papers[0].sentences}
    assert natures_of == {Nature.OBLIGATION, Nature.FORM}
    moved = [sentence for sentence in found.papers[0].sentences if sentence.nature is Nature.FORM]
    assert all(one.old.partition(" ")[2] == one.new.partition(" ")[2] for one in moved)


def test_a_version_that_cannot_be_composed_says_why() -> None:
    new = (
        edited(("    annexes: null\n", ""))
        if "    annexes: null\n" in TEXT
        else version(
            TEXT.replace(
                "    month: 5\n    year: 2026\n    signer:\n",
                "    month: 5\n    year: 2026\n    annexes: [khong-co]\n    signer:\n",
                1,
            )
        )
    )
    found = differences(version(), new, composing(), "tb-kl")
    assert found.papers[0].refused != ()
    assert found.changes[0].papers == ("tb-kl",)
    assert "tb-kl" in lines(found)


# --- spelling ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "form"),
    [
        ("đã rà xoát hồ sơ", "đã rà soát hồ sơ", True),
        ("nộp hồ sở đúng hạn", "nộp hồ sơ đúng hạn", True),
        ("Uỷ ban nhân dân", "Ủy ban nhân dân", True),
        ("công tác  kiểm tra ,", "công tác kiểm tra,", True),
        ("bộ phận một cửa", "Bộ phận Một cửa", True),
        ("có 12 hồ sơ", "có 13 hồ sơ", False),
        ("có [[a.x]] hồ sơ", "có [[a.y]] hồ sơ", False),
        ("đã thực hiện", "chưa thực hiện", False),
        ("không đạt", "khống đạt", False),
        ("đã rà soát hồ sơ", "đã rà xoát hồ sơ", False),
        ("trước ngày 30/6/2026", "trước ngày 31/7/2026", False),
        ("hồ sơ quá hạn", "hồ sơ", False),
        ("giống nhau", "giống nhau", False),
    ],
)
def test_only_a_word_that_was_none_is_spelling(old: str, new: str, form: bool) -> None:
    assert only_spelling(old, new) is form


def test_a_spelling_error_in_a_finding_is_form_and_a_word_is_not() -> None:
    wrong = edited(("đã rà soát, đề xuất", "đã rà xoát, đề xuất"))
    (change,) = field_changes(wrong, version())
    assert (change.nature, change.spelling) == (Nature.FORM, True)
    (change,) = field_changes(
        version(), edited(("đã ban hành đầy đủ kế hoạch", "chưa ban hành đầy đủ kế hoạch"))
    )
    assert (change.nature, change.spelling) == (Nature.FINDING, False)


# --- the reports ------------------------------------------------------------------------------------------

HOSTILE = "<script>alert(1)</script> & \"'"


@lru_cache
def several():
    new = edited(
        ("early: 2.976", "early: 3.021"),
        ("đã ban hành đầy đủ kế hoạch", f"đã ban hành {HOSTILE} kế hoạch"),
        ("  - {id: may-quet,", "  - {id: may-in, kind: breakdown, total: 9}\n  - {id: may-quet,"),
    )
    return differences(version(), new, composing(), "tb-kl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_holds_data_only_as_text_and_fetches_nothing(language: str) -> None:
    page = difference_html(replace(several(), old_file=HOSTILE), Messages(language))
    assert page.count("&lt;script&gt;") >= 3
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "http" not in page.replace('http-equiv="Content-Security-Policy"', "")
    assert f'<html lang="{language}">' in page
    assert "<del>2.976</del>" in page
    assert "<ins>3.021</ins>" in page


def test_what_could_turn_the_writing_is_shown_by_its_code() -> None:
    """A path of the file system may hold what a YAML file may not."""
    page = difference_html(replace(several(), old_file="a\u202eb"), VI)
    assert "\u202e" not in page
    assert "a\\u202eb" in page


def test_the_data_says_what_the_page_of_the_docs_says() -> None:
    value = json.loads(json.dumps(difference_value(several(), VI)))
    assert (value["format"], value["version"]) == ("ketluan-differences", 1)
    assert {"inspection", "differs", "changes", "figures", "papers"} < set(value)
    figure = next(change for change in value["changes"] if change["nature"] == "figure")
    assert figure["error"] == "content"
    assert "Điều 18" in figure["clause"]
    assert figure["new"]["typed"] == "3.021"
    assert figure["new"]["line"] > 0
    assert value["papers"][0]["error"] == "content"


def test_every_name_of_the_data_is_described() -> None:
    from tests.inspections import ROOT

    described = (ROOT / "docs" / "differences.md").read_text(encoding="utf-8")
    names: set[str] = set()

    def walk(value) -> None:
        if isinstance(value, dict):
            names.update(value)
            for part in value.values():
                walk(part)
        elif isinstance(value, list):
            for part in value:
                walk(part)

    walk(difference_value(several(), VI))
    assert {name for name in names if f"`{name}`" not in described} == set()


# --- the command ------------------------------------------------------------------------------------------


@pytest.fixture
def run(tmp_path, monkeypatch, capsys) -> Terminal:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "KETLUAN_LANG"):
        monkeypatch.delenv(name, raising=False)
    project = new_project(tmp_path / "du-an", mau=TEXT)
    monkeypatch.chdir(project.root)
    return Terminal(project, capsys)


def test_the_command_compares_with_a_file_and_with_a_folder(run: Terminal, tmp_path) -> None:
    (tmp_path / "cu.yaml").write_text(TEXT.replace("early: 2.976", "early: 2.900"), encoding="utf-8")
    said = run("diff", "mau-mot-cua-cap-xa", "tb-kl", "--against", "../cu.yaml")
    assert said.code == 0
    assert "2.900 → 2.976 (+76)" in said.out
    old = new_project(tmp_path / "luu", mau=TEXT)
    names = old.catalogues / "people.yaml"
    names.write_text(
        names.read_text("utf-8").replace("name: Nguyễn Văn A\n", "name: Nguyễn Văn Á\n"), "utf-8"
    )
    said = run("--lang", "en", "diff", "mau-mot-cua-cap-xa", "tb-kl", "--against", "../luu")
    assert "Catalogue of people, nguyen-van-a, name: Nguyễn Văn Á → Nguyễn Văn A" in said.out
    assert said.out.startswith("Differences from ../luu/inspections/")


def test_a_file_that_a_command_kept_is_read_with_the_catalogues_of_the_project(run: Terminal) -> None:
    kept = run.project.root / ".ketluan/truoc-khi-sua/inspections"
    kept.mkdir(parents=True)
    (kept / "mau.1.yaml").write_text(TEXT.replace("early: 2.976", "early: 2.900"), encoding="utf-8")
    said = run("diff", "mau-mot-cua-cap-xa", "tb-kl", "--against", f"{kept}/mau.1.yaml")
    assert said.code == 0
    assert "2.900 → 2.976 (+76)" in said.out


def test_the_command_writes_a_page_and_overwrites_nothing(run: Terminal, tmp_path) -> None:
    old = tmp_path / "cu.yaml"
    old.write_text(TEXT.replace("early: 2.976", "early: 2.900"), encoding="utf-8")
    arguments = (
        "diff",
        "mau-mot-cua-cap-xa",
        "tb-kl",
        "--against",
        str(old),
        "--format",
        "html",
        "--out",
        "a.html",
    )
    assert run(*arguments).code == 0
    assert (run.project.root / "a.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert run(*arguments).code == 1
    data = run("diff", "mau-mot-cua-cap-xa", "tb-kl", "--against", str(old), "--format", "json").out
    assert json.loads(data)["differs"] is True


def test_the_command_says_what_is_missing(run: Terminal, tmp_path) -> None:
    assert run("diff", "mau-mot-cua-cap-xa").code == 2
    assert run("diff", "khong-co", "--against", "x.yaml").code == 2
    assert run("diff", "mau-mot-cua-cap-xa", "khong-co", "--against", str(tmp_path)).code in (1, 2)
    assert run("diff", "mau-mot-cua-cap-xa", "--against", "khong-co.yaml").code == 1
    (tmp_path / "trong").mkdir()
    said = run("diff", "mau-mot-cua-cap-xa", "--against", str(tmp_path / "trong"))
    assert (said.code, "mau-mot-cua-cap-xa" in said.out) == (1, True)


def test_the_command_writes_tracked_changes_and_compares_two_word_files(run: Terminal, tmp_path) -> None:
    old = tmp_path / "cu.yaml"
    old.write_text(TEXT.replace("early: 2.976", "early: 2.900"), encoding="utf-8")
    arguments = ("diff", "mau-mot-cua-cap-xa", "tb-kl", "--against", str(old), "--redline", "a.docx")
    said = run(*arguments)
    assert said.code == 0
    assert "Đã tạo a.docx" in said.out
    assert run("diff", "mau-mot-cua-cap-xa", "--against", str(old), "--redline", "b.docx").code == 2
    assert run("redline", "a.docx", "a.docx", "c.docx").code == 0
    assert run("redline", "a.docx", "a.docx", "c.docx").code == 1  # it is there
    assert run("redline", "a.docx", "khong-co.docx", "d.docx").code == 1
    assert run("redline", "a.docx", str(old), "d.docx").code == 1
    assert not (run.project.root / "d.docx").exists()


def test_comparing_changes_neither_version() -> None:
    before = copy.deepcopy(version().loaded.inspection)
    several()
    assert version().loaded.inspection == before
