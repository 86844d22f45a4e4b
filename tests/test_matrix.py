"""Every kind of paper by every row of the matrix 5.0 that may issue it: text, rules, both files.

All combinations are composed, asked the rules and held by golden texts (``tests/golden/ma-tran``; after a
change on purpose: ``python -m tests.matrix``, and read the difference). Some of them, which together have
every kind and every row, become files here; all of them with ``--long``.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from generator.checks import check
from generator.checks.case import Case
from generator.checks.form import CHECKS as FORM
from generator.checks.form import check_form
from generator.diagnostics import Severity
from generator.document import BlockKind, Paragraph, plain
from generator.finished import check_finished
from generator.shipped import shipped_templates
from tests import rendering
from tests.kinds import lines
from tests.matrix import GOLDEN, golden, made
from tests.matrix_rows import BY_ORDER, Combination, combinations, data, known, may_issue, rows
from tests.parity import docx_text, line_agreement, long_lines, pdf_text, squeezed
from tests.proofs import libreoffice, open_xml_sdk, page_validation, poppler, verapdf, word_audit
from tests.proofs.page_validation import Profile
from tests.proofs.verapdf import Flavour
from tests.seen_papers import expected_paper

WRONG = {Severity.ERROR, Severity.WARNING}
LEAST_AGREEMENT = 0.98
each_kind = pytest.mark.parametrize("kind", data()["kinds"])


# --- who may issue what -------------------------------------------------------------------------------


def test_the_table_knows_every_kind_and_every_row() -> None:
    shipped = {path.parent.name for path in shipped_templates().glob("*/kind.yaml")}
    assert set(data()["kinds"]) == shipped & set(data()["kinds"])
    assert shipped - set(data()["kinds"]) <= YEARLY
    groups = {row.group for row in rows()}
    issuers = {row.issuer for row in rows()}
    named = {one for kind in data()["kinds"].values() for one in kind["by"]}
    assert named <= groups | issuers
    without = {name for kind in data()["kinds"].values() for name in kind.get("without", ())}
    assert without <= {row.name for row in rows()}


YEARLY = {"bao-cao-tong-hop"}
"""Kinds over many inspections: no one inspection yields them."""


def test_every_row_issues_something_or_says_why_not() -> None:
    silent = {row.group for row in rows() if not any(may_issue(kind, row) for kind in data()["kinds"])}
    assert silent == set(data()["nothing"])


def test_only_who_founds_a_team_decides_and_only_a_team_keeps_minutes() -> None:
    assert not any(may_issue("quyet-dinh-thanh-lap", row) for row in rows() if row.group == BY_ORDER)
    teams = {row.issuer for row in rows() if may_issue("bien-ban-kiem-tra", row)}
    assert all(known().kind(team).team for team in teams)


# --- all of them, composed -----------------------------------------------------------------------------


@each_kind
def test_every_combination_says_what_its_golden_text_says(kind: str) -> None:
    assert golden(kind) == (GOLDEN / f"{kind}.txt").read_text(encoding="utf-8")


def test_a_word_more_in_any_row_would_be_seen() -> None:
    """The golden text has a fingerprint of the whole of each paper, not only of what differs."""
    text = golden("phieu-trinh")
    marks = [line for line in text.splitlines() if line.startswith("--- instead")]
    assert len(set(marks)) == len(marks) == sum(one.kind == "phieu-trinh" for one in combinations()) - 1


def test_no_combination_lacks_a_fact() -> None:
    assert {str(one): made(one).missing for one in combinations() if made(one).missing} == {}


def findings(one: Combination, **changes: object) -> list[str]:
    """The rules of content and of form that a combination breaks, some of its parts replaced."""
    case = made(one).loaded
    (paper,) = [paper for paper in case.inspection.documents if paper.id == one.kind]
    document = replace(made(one).document, **changes)
    form = check_form(expected_paper(document, rendering.layout()), own=True)
    results = [*check(Case(case, paper, known(), document)), *form]
    return [item.code for result in results for item in result.diagnostics if item.severity in WRONG]


@each_kind
def test_nothing_is_found_on_any_combination(kind: str) -> None:
    told = {str(one): findings(one) for one in combinations() if one.kind == kind}
    assert {name: codes for name, codes in told.items() if codes} == {}


def test_what_is_wrong_in_one_row_would_be_found() -> None:
    one = combinations()[0]
    assert findings(one, recipients=made(one).document.recipients[:-1]) != []


def test_a_council_neither_inspects_nor_orders() -> None:
    for one in combinations():
        said = lines(made(one).document).lower()
        if made(one).loaded.inspection.type == "giam-sat":
            assert "đoàn kiểm tra" not in said, str(one)
            assert "kết luận kiểm tra" not in said, str(one)
            assert "yêu cầu các" not in said, str(one)


# --- some of them, or all, as files --------------------------------------------------------------------


def covering() -> tuple[Combination, ...]:
    """Return combinations that together have every row, and every kind as evenly as the rows allow."""
    chosen: list[Combination] = []
    kinds: Counter[str] = Counter()
    for row in sorted(rows(), key=lambda row: sum(one.row == row for one in combinations())):
        fitting = [one for one in combinations() if one.row == row]
        chosen += sorted(fitting, key=lambda one: kinds[one.kind])[:1]
        kinds.update(one.kind for one in chosen[-1:] if fitting)
    missing = [kind for kind in data()["kinds"] if not kinds[kind]]
    return (*chosen, *(next(one for one in combinations() if one.kind == kind) for kind in missing))


@dataclass(frozen=True)
class Files:
    """A combination's files."""

    one: Combination
    word: Path
    pdf: Path
    word_as_pdf: Path


@pytest.fixture(scope="module")
def files(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> list[Files]:
    out = tmp_path_factory.mktemp("ma-tran")
    chosen = combinations() if pytestconfig.getoption("--long") else covering()
    names = [f"{number:03d}_{one.kind}" for number, one in enumerate(chosen)]
    for name, one in zip(names, chosen, strict=True):
        (out / f"{name}.docx").write_bytes(rendering.word().render(made(one).document))
        (out / f"{name}.pdf").write_bytes(rendering.pdf().render(made(one).document))
    words = [out / f"{name}.docx" for name in names]
    laid_out = libreoffice.to_pdf(words, tmp_path_factory.mktemp("libreoffice"), seconds=1800)
    return [
        Files(one, word, word.with_suffix(".pdf"), other)
        for one, word, other in zip(chosen, words, laid_out, strict=True)
    ]


def heading_left_behind(item: Files) -> bool:
    """Whether LibreOffice leaves a heading alone at the foot of a page, which the Word file forbids it.

    The style of the heading keeps it with what follows (keepNext), as the PDF does; where LibreOffice does
    not, it may save the page that the PDF has.
    """
    kept = (BlockKind.SECTION, BlockKind.TITLED_CLAUSE)
    body = [one for one in made(item.one).document.body if isinstance(one, Paragraph) and one.kind in kept]
    headings = {squeezed(f"{one.label}{plain(one.runs)}") for one in body}
    pages = poppler.page_texts(item.word_as_pdf, "raw")
    return any(squeezed(page.rstrip().splitlines()[-1]) in headings for page in pages)


def test_the_files_have_every_kind_and_every_row(files: list[Files]) -> None:
    assert {item.one.kind for item in files} == set(data()["kinds"])
    assert {item.one.row.name for item in files} == {one.row.name for one in combinations()}


def test_both_files_of_a_combination_say_the_same(files: list[Files]) -> None:
    for item in files:
        said = pdf_text(item.pdf.read_bytes(), made(item.one).document).body
        assert docx_text(item.word.read_bytes()) == said, str(item.one)


def test_both_files_of_a_combination_have_as_many_pages_and_end_lines_alike(files: list[Files]) -> None:
    pages = {
        str(item.one): (poppler.page_count(item.word_as_pdf), poppler.page_count(item.pdf)) for item in files
    }
    other = {name for name, count in pages.items() if count[0] != count[1]}
    assert other <= {str(item.one) for item in files if heading_left_behind(item)}
    counted = [len(long_lines(item.pdf.read_bytes())) for item in files]
    agreed = [line_agreement(item.pdf.read_bytes(), item.word_as_pdf.read_bytes()) for item in files]
    share = sum(part * count for part, count in zip(agreed, counted, strict=True)) / sum(counted)
    assert share >= LEAST_AGREEMENT, agreed


def test_no_file_of_a_combination_has_a_fault_of_form(files: list[Files]) -> None:
    for item in files:
        for file in (item.word, item.pdf):
            told = check_finished(file, file.name).diagnostics
            assert [one for one in told if one.code in FORM and one.severity in WRONG] == [], str(item.one)


def test_the_files_of_a_combination_are_valid(files: list[Files]) -> None:
    words, pdfs = [item.word for item in files], [item.pdf for item in files]
    assert not word_audit.faults(words)
    assert not open_xml_sdk.faults(words)
    assert not verapdf.faults(pdfs, Flavour.PDFA_2_A, Flavour.PDFUA_1)
    assert not page_validation.faults(pdfs, Profile.PDFA_2_A, Profile.PDFUA_1)


def test_the_files_of_a_combination_have_the_one_font_and_no_mark_of_the_press(files: list[Files]) -> None:
    for item in files:
        fonts = poppler.fonts(item.pdf)
        assert {font.name.partition("-")[0] for font in fonts} == {"LiberationSerif"}, str(item.one)
        assert all(font.embedded and font.unicode for font in fonts)
        said = unicodedata.normalize("NFC", "".join(poppler.page_texts(item.pdf)))
        assert "TIN BÁO CHÍ" not in said


def test_the_same_combination_gives_the_same_bytes(files: list[Files]) -> None:
    for item in files:
        assert rendering.word().render(made(item.one).document) == item.word.read_bytes()
        assert rendering.pdf().render(made(item.one).document) == item.pdf.read_bytes()
