"""Phrases: pinned and sealed, filled with values that nobody parses, every mistake told with its place."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator.build import Options, build_all
from generator.checking import check_all
from generator.diagnostics import Refused
from generator.document import block_runs, plain
from generator.inspection_form import import_form, write_form
from generator.load import Loaded, load_catalogues
from generator.messages import LANGUAGES, Messages
from generator.model.filled_text import FilledText
from generator.model.phrases import PhraseVersion, tokens
from generator.model.rich_fields import rich_texts
from generator.provenance import used_data
from generator.rich_text import Span, parse_rich, rich_spans
from generator.session import ExitCode
from generator.spreadsheet.form import FIRST_ROW, PATH_ROW
from tests.inspections import CLEAN, composed, load, new_project, sample, told
from tests.test_cli import Terminal

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


def test_a_superseded_basis_lent_to_a_limitation_is_told_where_the_phrase_stands(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    library(project, LIBRARY.replace("act: nd-118-2025", "act: nd-61-2018"))
    write(project, inspection(pinned(project, "thu", GIVEN)))
    hits = [item for item in check_all(project).all_diagnostics() if item.code == "C1"]
    text = ("findings", "limitations", 0, "text")
    assert [item.place for item in hits] == [load(project, "nho.yaml").source.place(text)]


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
    before = made(project)
    assert {".docx", ".pdf", ".json"} <= {path.suffix for path in project.output.iterdir()}
    library(project, LIBRARY.replace("  - id: lam-ngay", f"{NEWER}  - id: lam-ngay"))
    for path in project.output.iterdir():
        path.unlink()
    build_all(project, (), Options())
    assert made(project) == before


def made(project: Project) -> dict[str, bytes]:
    """Return the papers and the manifest; the memory of a build has times and knows the library."""
    return {path.name: path.read_bytes() for path in project.output.iterdir() if path.name[0] != "."}


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


def test_a_version_that_had_ended_by_then_is_a_warning(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    assert load(project, "nho.yaml").notes == ()
    library(
        project, LIBRARY.replace("      - version: 1\n", "      - version: 1\n        until: 31/12/2025\n")
    )
    loaded = load(project, "nho.yaml")
    assert [(item.code, item.severity.value) for item in loaded.notes] == [("phrase-not-in-force", "warning")]
    assert loaded.notes[0].place == loaded.source.place(("findings", "limitations", 0, "text"))


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


# --- the form -------------------------------------------------------------------------------------------

SIX = "so: 12\nty-le: 88,49%; so-lieu: [[h.settled.early/h.settled.total]]\nngay: 1/5/2026\nchu:\ndon-vi: a"
Row = dict[str, object]
GENERAL: Row = {
    "id": "phieu",
    "type": "kiểm tra",
    "issuer": "ubnd-tinh-mau",
    "subject.full": "việc thử",
    "subject.short": "việc thử",
}
ROWS: dict[str, list[Row]] = {
    "Đơn vị": [{"id": "a", "agency": "ubnd-xa-vi-du-a", "minutes.date": "14/4/2026"}],
    "Hồ sơ TTHC": [{"id": "h", "unit": "a", "settled.early": 40, "settled.total": 92}],
}
CHOSEN: Row = {"id": "x", "units[]": "a", "text.phrase": "thu,", "text.with": f"{SIX}; bien-ban: minutes-a"}
DUTY: Row = {"id": "y", "owners[]": "a", "text.phrase": "lam-ngay,", "text.with": "so: 7"}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The empty form of the library; making it takes longer than all that is done with it."""
    project = new_project(tmp_path_factory.mktemp("form"))
    library(project)
    return write_form(project, "phieu", "2026").read_bytes()


def filled_form(project: Project, empty: bytes, limitations: list[Row], duties: list[Row]) -> Path:
    """Return a form of the library; a phrase that ends with a comma is chosen from its drop-down."""
    workbook = load_workbook(io.BytesIO(empty))
    cells = [str(cell.value) for row in workbook["Danh mục"].iter_rows() for cell in row]
    offered = {text.partition(" ")[0]: text for text in cells if ", bản" in text}
    lines = {row[2].value: row[1] for row in workbook["Chung"].iter_rows(min_row=FIRST_ROW)}
    for name, value in GENERAL.items():
        lines[name].value = value
    for title, rows in (ROWS | {"Hạn chế": limitations, "Kiến nghị": duties}).items():
        sheet = workbook[title]
        columns = {cell.value: cell.column for cell in sheet[PATH_ROW]}
        for row, values in enumerate(rows, FIRST_ROW):
            for name, value in values.items():
                sheet.cell(row, columns[name]).value = offered.get(str(value), value)
    path = project.root / "phieu.xlsx"
    workbook.save(path)
    return path


def limitation(project: Project, index: int = 0) -> FilledText:
    text = load(project, "2026/phieu.yaml").inspection.findings.limitations[index].text
    assert isinstance(text, FilledText)
    return text


def test_a_phrase_chosen_in_the_form_is_pinned_to_the_version_that_was_offered(
    tmp_path: Path, empty: bytes
) -> None:
    project = new_project(tmp_path)
    library(project, LIBRARY.replace("  - id: lam-ngay", f"{NEWER}  - id: lam-ngay"))
    written = import_form(project, filled_form(project, empty, [CHOSEN], [DUTY])).read_text(encoding="utf-8")
    text = limitation(project)
    assert text.version.version == 1
    assert f"version: 1\n        seal: {text.phrase.seal(text.version)}\n" in written
    assert "chu: null" in written
    values = {part.parameter: part.text for part in text.parts if part.parameter and not part.reference}
    assert values == {
        "so": "12",
        "ty-le": "88,49%",
        "ngay": "01/5/2026",
        "chu": "",
        "don-vi": "Ủy ban nhân dân xã Ví Dụ A",
    }
    assert load(project, "2026/phieu.yaml").inspection.recommendations[0].product == "Báo cáo khắc phục"


def test_a_phrase_typed_by_key_or_title_is_given_the_newest_version(tmp_path: Path, empty: bytes) -> None:
    project = new_project(tmp_path)
    library(project, LIBRARY.replace("  - id: lam-ngay", f"{NEWER}  - id: lam-ngay"))
    rows: list[Row] = [{"id": "x", "text.phrase": "thu "}, {"id": "z", "text.phrase": "Câu để thử"}]
    import_form(project, filled_form(project, empty, rows, []))
    assert [limitation(project, index) for index in (0, 1)] == ["Có hồ sơ quá hạn"] * 2


def test_what_is_wrong_with_phrases_in_the_form_is_told_by_cell_and_nothing_is_written(
    tmp_path: Path, empty: bytes
) -> None:
    project = new_project(tmp_path)
    library(project, LIBRARY.replace("Có {so}", "Còn {so}"))
    rows: list[Row] = [
        CHOSEN,  # its version was changed after the form was made
        CHOSEN | {"id": "b", "text.phrase": "khong-co"},
        CHOSEN | {"id": "c", "text.phrase": None},
        CHOSEN | {"id": "d", "text.phrase": "thu", "text.with": f"{SIX}; bien-ban: minutes-a; thua: 1"},
        CHOSEN | {"id": "e", "text.phrase": "thu", "text.with": SIX},
    ]
    found = form_problems(project, filled_form(project, empty, rows, []))
    assert found == {
        ("phrase-changed", "Hạn chế!E4"),
        ("phrase-unknown", "Hạn chế!E5"),
        ("field-missing", "Hạn chế!F6"),
        ("phrase-parameter-extra", "Hạn chế!F7"),
        ("phrase-parameter-missing", "Hạn chế!F8"),
    }
    rows = [CHOSEN | {"text": "Có 12 hồ sơ"}, CHOSEN | {"id": "b", "text.with": "so 12"}]
    assert form_problems(project, filled_form(project, empty, rows, [])) == {
        ("sheet-form-phrase", "Hạn chế!E4"),
        ("sheet-form-phrase", "Hạn chế!F4"),
        ("sheet-form-pairs", "Hạn chế!F5"),
    }


def form_problems(project: Project, form: Path) -> set[tuple[str, str]]:
    with pytest.raises(Refused) as caught:
        import_form(project, form)
    assert not (project.inspections / "2026" / "phieu.yaml").exists()
    return {(item.code, item.place.cell) for item in caught.value.diagnostics}


def test_the_form_tells_the_words_of_the_phrases_it_offers(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    library(
        project, LIBRARY.replace("        verb: yeu-cau", "        verb: yeu-cau\n        until: 1/1/2026")
    )
    workbook = load_workbook(write_form(project, "phieu", "2026"))
    rows = [[cell.value for cell in row] for row in workbook["Câu mẫu"].iter_rows()]
    assert [str(row[0])[:3] for row in rows] == ["Câu", "thu"]  # an ended one is not offered
    assert rows[1][2] == load_catalogues(project).phrases["thu"].newest.text
    assert str(rows[1][3]).splitlines()[0] == "so: số hồ sơ"
    assert str(rows[1][4]).splitlines()[0] == "so: "


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


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    for name in ("KETLUAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    project = new_project(tmp_path)
    library(project, LIBRARY.replace("  - id: lam-ngay", f"{NEWER}  - id: lam-ngay"))
    monkeypatch.chdir(project.root)
    return Terminal(project, capsys)


def test_the_phrases_are_listed_in_both_languages(run: Terminal) -> None:
    lines = run("phrases").out.splitlines()
    assert lines[0].split() == ["Mã", "Loại", "Bản", "Tên", "gọi"]
    assert lines[1].split() == ["thu", "hạn", "chế", "2", "Câu", "để", "thử"]
    assert lines[-1] == "2 câu mẫu. Xem một câu: `ketluan phrases thu`."
    assert run("phrases", "--lang", "en").out.splitlines()[1].split()[1] == "limitation"


def test_a_phrase_is_shown_with_its_versions_and_how_to_use_it(run: Terminal) -> None:
    seal = load_catalogues(run.project).phrases["lam-ngay"].seal
    newest = load_catalogues(run.project).phrases["lam-ngay"].newest
    said = run("phrases", "lam-ngay").out
    for line in ("Lời gọn: Khắc phục {so}", "Căn cứ: Nghị định 61/2018/NĐ-CP", "Động từ: yêu cầu"):
        assert f"  {line}\n" in said
    assert f"      phrase: lam-ngay\n      version: 1\n      seal: {seal(newest)}\n      with:\n" in said
    both = run("phrases", "thu", "--lang", "en").out
    assert both.index("Version 2") < both.index("Version 1")
    assert "Legal basis: khoản 1 Điều 2 Nghị định 118/2025/NĐ-CP" in both


def test_what_is_shown_can_be_pasted_and_read(run: Terminal) -> None:
    said = run("phrases", "lam-ngay").out.partition("    text:\n")[2]
    use = "text:\n" + "\n".join(f"    {line}" for line in said.splitlines())
    write(run.project, CLEAN.replace("text: Khắc phục, product: Báo cáo kết quả,", "product: Báo cáo,"))
    text = (run.project.inspections / "nho.yaml").read_text(encoding="utf-8")
    block = f"recommendations:\n  - id: kn\n    owners: a\n    addresses: qua-han\n    {use}\n"
    start, end = text.index("recommendations: ["), text.index("documents:")
    write(run.project, f"{text[:start]}{block}{text[end:]}")
    assert load(run.project, "nho.yaml").inspection.recommendations[0].text == "Khắc phục  hồ sơ [[deadline]]"


def test_the_phrases_as_json_have_their_seals(run: Terminal) -> None:
    found = json.loads(run("phrases", "thu", "--format", "json").out)
    phrase = load_catalogues(run.project).phrases["thu"]
    assert [one["seal"] for one in found[0]["versions"]] == [phrase.seal(one) for one in phrase.versions]


def test_an_inspection_with_phrases_is_shown(run: Terminal) -> None:
    use = pinned(run.project, "lam-ngay", {"so": None})
    write(run.project, CLEAN.replace("text: Khắc phục, product: Báo cáo kết quả", f"text: {use}"))
    assert "Khắc phục (chưa có)" in run("show", "nho").out


def test_an_unknown_phrase_is_wrong_usage_with_the_nearest(run: Terminal) -> None:
    said = run("phrases", "lam-nga")
    assert said.code == ExitCode.USAGE
    assert "Gần nhất: “lam-ngay”" in said.err


def test_a_project_without_phrases_says_where_they_go(run: Terminal) -> None:
    (run.project.catalogues / "phrases.yaml").unlink()
    assert "inspections/catalogues/phrases.yaml" in run("phrases").out


def test_every_shipped_phrase_says_where_its_words_stand() -> None:
    versions: list[PhraseVersion] = [
        version for phrase in load_catalogues(new_sample()).phrases.values() for version in phrase.versions
    ]
    assert len(versions) >= 25
    assert all(version.source for version in versions)
    assert all("dieu-khoan" in version.unverified for version in versions if version.basis)


def test_every_shipped_phrase_says_what_the_fictional_notice_says() -> None:
    document = composed(sample()).document
    notice = plain(run for run in document.runs()).replace("\u00a0", " ")
    phrases = load_catalogues(new_sample()).phrases.values()
    versions = [one for phrase in phrases for one in phrase.versions if "Văn bản mẫu" in (one.source or "")]
    assert len(versions) >= 25
    texts = [text for one in versions for text in (one.text, one.short, one.product) if text]
    pieces = [said for text in texts for sort, said in tokens(text) if sort == "text"]
    assert [said for said in pieces if said not in notice] == []


def new_sample() -> Project:
    from generator.project import find_project
    from tests.inspections import ROOT

    return find_project(ROOT)
