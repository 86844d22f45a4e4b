"""Phrases: pinned and sealed, filled with values that nobody parses, every mistake told with its place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import Options, build_all
from generator.checking import check_all
from generator.diagnostics import Refused
from generator.document import block_runs, plain
from generator.load import Loaded, load_catalogues
from generator.messages import LANGUAGES, Messages
from generator.model.filled_text import FilledText
from generator.model.phrases import PhraseVersion, tokens
from generator.model.rich_fields import rich_texts
from generator.provenance import used_data
from generator.rich_text import Span, parse_rich, rich_spans
from tests.inspections import CLEAN, composed, load, new_project, sample, told

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.document import Run
    from generator.project import Project

LIBRARY = """\
phrases:
  - id: thu
    kind: han-che
    title: Câu để thử
    versions:
      - version: 1
        text: >-
          Có {so} hồ sơ ({ty-le}), {so-lieu}, ngày {ngay}, {chu}, tại {don-vi} ({bien-ban})
          theo [[nd-118-2025]]
        parameters:
          so: {type: so, meaning: số hồ sơ}
          ty-le: {type: ty-le}
          so-lieu: {type: so-lieu}
          ngay: {type: ngay}
          chu: {type: chu}
          don-vi: {type: co-quan}
          bien-ban: {type: van-ban}
        basis: [{act: nd-118-2025, provision: khoản 1 Điều 2}]
  - id: lam-ngay
    kind: kien-nghi
    title: Kiến nghị để thử
    versions:
      - version: 1
        text: "Khắc phục {so} hồ sơ [[deadline]]"
        short: "Khắc phục {so}"
        parameters: {so: {type: so}}
        basis: [{act: nd-61-2018}]
        product: Báo cáo khắc phục
        verb: yeu-cau
"""
NEWER = """\
      - version: 2
        text: Có hồ sơ quá hạn
"""
GIVEN: dict[str, str | None] = {
    "so": "[[h.settled.overdue]]",
    "ty-le": "88,49%",
    "so-lieu": "[[h.settled.early/h.settled.total]]",
    "ngay": "1/5/2026",
    "chu": "chữ thường",
    "don-vi": "a",
    "bien-ban": "minutes-a",
}
PATH = "findings.limitations.0.text"


def library(project: Project, text: str = LIBRARY) -> None:
    (project.catalogues / "phrases.yaml").write_text(text, encoding="utf-8")


def flow(values: dict[str, str | None]) -> str:
    return json.dumps(values, ensure_ascii=False)


def pinned(project: Project, key: str, values: dict[str, str | None], version: int = 1) -> str:
    """Return the use of a phrase with the pin of its version."""
    phrase = load_catalogues(project).phrases[key]
    found = phrase.version(version)
    assert found is not None
    seal = phrase.seal(found)
    return f'{{phrase: {key}, version: {version}, seal: "{seal}", with: {flow(values)}}}'


def inspection(use: str) -> str:
    return CLEAN.replace("text: Có 12 hồ sơ giải quyết quá hạn", f"text: {use}")


def project_with(folder: Path, values: dict[str, str | None] | None = None) -> Project:
    """Return a project whose one inspection uses the phrase `thu`."""
    project = new_project(folder)
    library(project)
    write(project, inspection(pinned(project, "thu", GIVEN | (values or {}))))
    return project


def write(project: Project, text: str) -> None:
    (project.inspections / "nho.yaml").write_text(text, encoding="utf-8")


def refused(project: Project) -> list[Diagnostic]:
    with pytest.raises(Refused) as caught:
        load(project, "nho.yaml")
    return list(caught.value.diagnostics)


def runs(loaded: Loaded, project: Project) -> list[Run]:
    """Return the runs of the paragraph that prints the phrase."""
    document = composed(loaded, project=project).document
    return next(
        list(block_runs(block))
        for block in document.body
        if any(run.source == PATH for run in block_runs(block))
    )


def by_name(span: Span) -> str:
    return span.part.parameter if span.part else ""


# --- what is printed, and where it comes from ----------------------------------------------------------


def test_a_filled_phrase_prints_every_type_of_parameter(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    text = plain(runs(load(project, "nho.yaml"), project)).replace("\u00a0", " ")
    assert text.startswith(
        "Có 12 hồ sơ (88,49%), 40/92, ngày 01/5/2026, chữ thường, tại UBND xã Ví Dụ A "
        "(Biên bản kiểm tra ngày 14/4/2026) theo Nghị định số 118/2025/NĐ-CP"
    )


def test_every_printed_piece_has_its_own_data_path(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    found = {run.text.replace("\u00a0", " "): run.source for run in runs(load(project, "nho.yaml"), project)}
    assert found["Có "] == PATH
    assert found["chữ thường"] == f"{PATH}.with.chu"
    assert found["88,49%"] == f"{PATH}.with.ty-le"
    assert found["01/5/2026"] == f"{PATH}.with.ngay"
    assert found["UBND xã Ví Dụ A"] == f"{PATH}.with.don-vi"
    assert found["12"] == "=h.settled.overdue"


def test_the_words_of_the_sample_are_the_same_as_those_of_its_phrases() -> None:
    used = [text for _, text in rich_texts(sample().inspection) if isinstance(text, FilledText)]
    assert len(used) >= 8
    for text in used:
        assert [(span.text, span.reference) for span in rich_spans(text) if by_name(span) == ""] != []


def test_what_a_phrase_has_besides_its_text_is_taken_where_nothing_is_typed(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    library(project)
    use = pinned(project, "lam-ngay", {"so": "7"})
    write(project, CLEAN.replace("text: Khắc phục, product: Báo cáo kết quả", f"text: {use}"))
    item = load(project, "nho.yaml").inspection.recommendations[0]
    assert (item.product, item.verb, str(item.short)) == ("Báo cáo khắc phục", "yeu-cau", "Khắc phục 07")
    write(
        project, CLEAN.replace("text: Khắc phục, product: Báo cáo kết quả", f"text: {use}, product: Của tôi")
    )
    assert load(project, "nho.yaml").inspection.recommendations[0].product == "Của tôi"


def test_the_short_words_of_a_phrase_come_from_its_parameters(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    library(project)
    use = pinned(project, "lam-ngay", {"so": "7"})
    write(project, CLEAN.replace("text: Khắc phục, product: Báo cáo kết quả", f"text: {use}"))
    document = composed(load(project, "nho.yaml"), project=project).document
    sources = {run.text: run.source for run in document.runs() if run.source}
    assert sources["07"] == "recommendations.0.text.with.so"


def test_a_basis_of_a_limitation_is_its_own_unless_one_is_typed(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    item = load(project, "nho.yaml").inspection.findings.limitations[0]
    assert [(one.act, one.provision) for one in item.basis] == [("nd-118-2025", "khoản 1 Điều 2")]


def test_a_superseded_basis_of_a_phrase_is_told_like_any_other(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    library(project)
    use = pinned(project, "lam-ngay", {"so": "7"})
    write(project, CLEAN.replace("text: Khắc phục, product: Báo cáo kết quả", f"text: {use}"))
    hits = [item for item in check_all(project).all_diagnostics() if item.code == "C1"]
    assert [item.arguments["found"] for item in hits] == ["61/2018/NĐ-CP"]
    assert hits[0].place == load(project, "nho.yaml").source.place(("recommendations", 0, "text"))
    library(project, LIBRARY.replace("nd-61-2018", "nd-118-2025"))
    use = pinned(project, "lam-ngay", {"so": "7"})
    write(project, CLEAN.replace("text: Khắc phục, product: Báo cáo kết quả", f"text: {use}"))
    assert not [item for item in check_all(project).all_diagnostics() if item.code == "C1"]


def test_a_parameter_not_known_yet_is_a_gap_with_its_place(tmp_path: Path) -> None:
    project = project_with(tmp_path, {"so": None})
    loaded = load(project, "nho.yaml")
    gaps = [item for item in composed(loaded, project=project).missing if item.code == "paper-blank"]
    place = loaded.source.place(("findings", "limitations", 0, "text", "with", "so"))
    assert [item.place for item in gaps] == [place]
    signing = composed(loaded, stage="trinh-ky", project=project).missing
    assert any(item.place == place and item.severity == "error" for item in signing)


def test_the_archive_carries_the_version_that_was_used(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    library(project, LIBRARY.replace("  - id: lam-ngay", f"{NEWER}  - id: lam-ngay"))
    data = used_data(load(project, "nho.yaml"), load_catalogues(project)).decode()
    kept = data.partition("\n---\n")[2]
    assert "Có {so} hồ sơ" in kept
    assert "Có hồ sơ quá hạn" not in kept
    assert "lam-ngay" not in kept
    assert "118/2025/NĐ-CP" in kept


# --- the pin -------------------------------------------------------------------------------------------


def test_a_newer_version_changes_no_byte_of_an_old_paper(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    build_all(project, (), Options())
    before = {path.name: path.read_bytes() for path in project.output.iterdir()}
    assert {".docx", ".pdf", ".json"} <= {path.suffix for path in project.output.iterdir()}
    library(project, LIBRARY.replace("  - id: lam-ngay", f"{NEWER}  - id: lam-ngay"))
    for path in project.output.iterdir():
        path.unlink()
    build_all(project, (), Options())
    assert {path.name: path.read_bytes() for path in project.output.iterdir()} == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Có {so} hồ sơ", "Còn {so} hồ sơ"),
        ("so: {type: so, meaning", "so: {type: so-lieu, meaning"),
        ("khoản 1 Điều 2", "khoản 2 Điều 2"),
    ],
)
def test_a_version_changed_under_its_pin_is_refused_at_the_seal(tmp_path: Path, old: str, new: str) -> None:
    project = project_with(tmp_path)
    library(project, LIBRARY.replace(old, new))
    found = refused(project)
    assert [item.code for item in found] == ["phrase-changed"]
    text = (project.inspections / "nho.yaml").read_text(encoding="utf-8").splitlines()
    assert text[found[0].place.line - 1][found[0].place.column - 1 :].startswith(
        '"' + str(found[0].arguments["text"])
    )
    for language in LANGUAGES:
        sentence, hint = Messages(language).say(found[0].code, found[0].arguments)
        assert "thu" in sentence
        assert str(found[0].arguments["seal"]) in f"{sentence}{hint}"
        assert "2" in hint


def test_days_sources_and_marks_of_a_version_in_use_may_be_added(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    more = "        until: 31/12/2026\n        source: Sổ tay\n        unverified: dieu-khoan\n"
    library(project, LIBRARY.replace("      - version: 1\n", f"      - version: 1\n{more}"))
    assert load(project, "nho.yaml")


def test_a_use_without_a_pin_is_told_the_pin_to_write(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    library(project, LIBRARY.replace("  - id: lam-ngay", f"{NEWER}  - id: lam-ngay"))
    write(project, inspection(f"{{phrase: thu, with: {flow(GIVEN)}}}"))
    found = refused(project)
    assert [(item.code, item.arguments["version"]) for item in found] == [("phrase-unpinned", 2)]
    seal = found[0].arguments["seal"]
    write(project, inspection(f"{{phrase: thu, version: 2, seal: {seal}}}"))
    assert str(load(project, "nho.yaml").inspection.findings.limitations[0].text) == "Có hồ sơ quá hạn"
    write(project, inspection(f"{{phrase: thu, version: 1, with: {flow(GIVEN)}}}"))
    assert [(item.code, item.arguments["version"]) for item in refused(project)] == [("phrase-unpinned", 1)]


# --- what is wrong with a use ---------------------------------------------------------------------------

WRONG: dict[str, tuple[dict[str, str | None], str, str]] = {
    "extra": ({"thua": "1"}, "phrase-parameter-extra", "thua"),
    "number": ({"so": "mười hai"}, "number-not", "so"),
    "date": ({"ngay": "30/2/2026"}, "date-impossible", "ngay"),
    "rate": ({"ty-le": "88.49%"}, "percent-decimal-point", "ty-le"),
    "agency": ({"don-vi": "khong-co"}, "agency-unknown", "don-vi"),
    "paper": ({"bien-ban": "khong-co"}, "paper-unknown", "bien-ban"),
    "paper of another file": ({"bien-ban": "[[minutes-khac]]"}, "reference-unknown", "bien-ban"),
    "paper not told": ({"bien-ban": "report-a"}, "reference-unknown", "bien-ban"),
    "figure typed": ({"so-lieu": "40/92"}, "phrase-parameter-type", "so-lieu"),
    "figure for a text": ({"chu": "[[h.settled.early]]"}, "phrase-parameter-type", "chu"),
    "paper for a number": ({"so": "[[minutes-a]]"}, "phrase-parameter-type", "so"),
    "rate for a number": ({"so": "[[h.settled.early%]]"}, "phrase-parameter-type", "so"),
    "ratio for a rate": ({"ty-le": "[[h.settled.early/h.settled.total]]"}, "phrase-parameter-type", "ty-le"),
    "number for a rate": ({"ty-le": "[[h.settled.early]]"}, "phrase-parameter-type", "ty-le"),
    "block for a figure": ({"so-lieu": "[[#so-lieu]]"}, "phrase-parameter-type", "so-lieu"),
    "deadline for a paper": ({"bien-ban": "[[deadline]]"}, "phrase-parameter-type", "bien-ban"),
    "reference in a text": ({"chu": "xem [[h.settled.early]] hồ sơ"}, "phrase-parameter-type", "chu"),
    "open reference": ({"chu": "xem [[h"}, "phrase-parameter-type", "chu"),
    "form of a reference": ({"so": "[[h..x]]"}, "reference-form", "so"),
    "unknown figure": ({"so": "[[k.settled.early]]"}, "reference-unknown-figure", "so"),
    "unknown quantity": ({"so": "[[h.settled.sớm]]"}, "reference-form", "so"),
    "empty": ({"chu": ""}, "value-empty", "chu"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_parameter_is_told_at_its_place(tmp_path: Path, case: str) -> None:
    values, code, name = WRONG[case]
    project = project_with(tmp_path, values)
    found = refused(project)
    assert [item.code for item in found] == [code]
    text = (project.inspections / "nho.yaml").read_text(encoding="utf-8").splitlines()
    line = text[found[0].place.line - 1]
    assert line[: found[0].place.column - 1].endswith((f'"{name}": ', f"{flow(values)[:4]}"))


def test_a_missing_parameter_is_told_with_its_meaning(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    library(project)
    write(project, inspection(pinned(project, "thu", {**GIVEN, "so": "1"}).replace('"so": "1", ', "")))
    found = refused(project)
    assert [(item.code, item.arguments["name"]) for item in found] == [("phrase-parameter-missing", "so")]
    assert found[0].arguments["about"] == "số hồ sơ"


def test_all_wrong_parameters_are_told_at_once(tmp_path: Path) -> None:
    project = project_with(tmp_path, {"so": "x", "ngay": "y", "thua": "z"})
    assert {item.code for item in refused(project)} == {"number-not", "date-not", "phrase-parameter-extra"}


@pytest.mark.parametrize(
    ("use", "code"),
    [
        ("{phrase: thuu, version: 1, seal: x}", "phrase-unknown"),
        ("{phrase: thu, version: 9, seal: x}", "phrase-version-unknown"),
        ("{phrase: thu, version: một, seal: x}", "number-not"),
        ("{phrase: lam-ngay, version: 1, seal: x}", "phrase-kind"),
        ("{phrase: thu, ban: 1}", "field-unknown"),
        ("{version: 1}", "field-missing"),
        ("{phrase: thu, with: [1]}", "value-not-fields"),
        ("[thu]", "value-not-text"),
    ],
)
def test_a_wrong_use_is_told(tmp_path: Path, use: str, code: str) -> None:
    project = new_project(tmp_path)
    library(project)
    write(project, inspection(use))
    assert [item.code for item in refused(project)] == [code]


def test_a_phrase_may_be_named_by_its_title(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    library(project)
    write(project, inspection(pinned(project, "thu", GIVEN).replace("phrase: thu", "phrase: Câu để thử")))
    loaded = load(project, "nho.yaml")
    assert [item.arguments["key"] for item in loaded.notes] == ["thu"]


def test_without_a_library_every_phrase_is_unknown(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    (project.catalogues / "phrases.yaml").unlink()
    assert [item.code for item in refused(project)] == ["phrase-unknown"]


# --- hostile values -------------------------------------------------------------------------------------

HOSTILE = [
    "{{ 7*7 }}",
    "{% x %}",
    "{so}",
    "*a*",
    "**a**",
    "_a_",
    "\\",
    "a \\* b",
    "<b>",
    "# I.",
    "1. a) -",
    "[x](y)",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_value_is_printed_as_it_is(tmp_path: Path, text: str) -> None:
    project = project_with(tmp_path, {"chu": text})
    found = runs(load(project, "nho.yaml"), project)
    assert [(run.text, run.bold, run.italic) for run in found if run.source == f"{PATH}.with.chu"] == [
        (text, False, False)
    ]


def test_a_hostile_value_comes_out_in_word_and_pdf(tmp_path: Path) -> None:
    project = project_with(tmp_path, {"chu": " ".join(HOSTILE)})
    report = build_all(project, (), Options())
    assert [paper.outcome.value for paper in report.papers] == ["made"], told(report)


def fit(text: str) -> bool:
    return bool(text) and "[[" not in text and "]]" not in text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("ab{}%#*_\\`()<>&\"'~.-[ ]", min_size=1).map(str.strip).filter(fit))
def test_a_filled_text_reads_as_the_rich_text_it_stands_for(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    project = project_with(tmp_path_factory.mktemp("p"), {"chu": text})
    filled = load(project, "nho.yaml").inspection.findings.limitations[0].text
    assert isinstance(filled, FilledText)
    assert by_words(parse_rich(filled)) == by_words(rich_spans(filled))


def by_words(spans: tuple[Span, ...]) -> list[str]:
    """Return the spans as words and references, neighbours joined, their looks told."""
    assert not any(span.bold or span.italic for span in spans)
    marked = "".join(f"\0{span.reference.text}\0" if span.reference else span.text for span in spans)
    return marked.split("\0")


# --- the library ----------------------------------------------------------------------------------------

BROKEN: dict[str, tuple[str, str, str]] = {
    "jinja": ("Khắc phục {so} hồ sơ", "Khắc phục {{ so }} {so} hồ sơ", "phrase-form"),
    "bold": ("Khắc phục {so} hồ sơ", "**Khắc phục** {so} hồ sơ", "phrase-form"),
    "open reference": ("Khắc phục {so} hồ sơ", "Khắc phục {so} [[hồ sơ", "phrase-form"),
    "figure": ("Khắc phục {so} hồ sơ", "Khắc phục {so} [[h.settled.early]]", "phrase-reference"),
    "act": ("Khắc phục {so} hồ sơ", "Khắc phục {so} [[nd-1]]", "act-unknown"),
    "basis": ("nd-61-2018", "nd-1", "act-unknown"),
    "undeclared": ("Khắc phục {so} hồ sơ", "Khắc phục {so} {la}", "phrase-parameter-undeclared"),
    "unused": (
        "parameters: {so: {type: so}}",
        "parameters: {so: {type: so}, la: {type: so}}",
        "phrase-parameter-unused",
    ),
    "type": ("parameters: {so: {type: so}}", "parameters: {so: {type: float}}", "value-not-in-list"),
    "name": ("parameters: {so: {type: so}}", "parameters: {1so: {type: so}}", "phrase-parameter-name"),
    "id": ("- id: lam-ngay", "- id: thu", "id-twice"),
    "order": ("  - id: lam-ngay", f"{NEWER.replace('2', '1')}  - id: lam-ngay", "phrase-version-order"),
    "days": (
        "verb: yeu-cau",
        "verb: yeu-cau\n        since: 2/1/2026\n        until: 1/1/2026",
        "date-span-reversed",
    ),
    "product": (
        "provision: khoản 1 Điều 2}]",
        "provision: Điều 2}]\n        product: Báo cáo",
        "phrase-of-recommendation",
    ),
    "recommendation": (
        "provision: khoản 1 Điều 2}]",
        "provision: Điều 2}]\n        verb: giao",
        "phrase-of-recommendation",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_library_is_told_with_its_place(tmp_path: Path, case: str) -> None:
    old, new, code = BROKEN[case]
    project = new_project(tmp_path)
    assert old in LIBRARY
    library(project, LIBRARY.replace(old, new))
    with pytest.raises(Refused) as caught:
        load_catalogues(project)
    codes = [item.code for item in caught.value.diagnostics]
    assert code in codes
    assert all(
        item.place.file.endswith("phrases.yaml") and item.place.line for item in caught.value.diagnostics
    )


@given(st.text("ab {}[]*\\", max_size=30))
def test_the_tokens_of_a_text_are_the_whole_text(text: str) -> None:
    wrap = {"text": "{}", "name": "{{{}}}", "key": "[[{}]]"}
    assert "".join(wrap[sort].format(said) for sort, said in tokens(text)) == text


def test_every_shipped_phrase_says_where_its_words_stand() -> None:
    versions: list[PhraseVersion] = [
        version for phrase in load_catalogues(new_sample()).phrases.values() for version in phrase.versions
    ]
    assert len(versions) >= 25
    assert all(version.source for version in versions)
    assert all("dieu-khoan" in version.unverified for version in versions if version.basis)


def new_sample() -> Project:
    from generator.project import find_project
    from tests.inspections import ROOT

    return find_project(ROOT)
