"""Word and PDF say the same and look the same: text, page breaks, lines (Word as LibreOffice sets it)."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document import BlockKind, Document, Paragraph, Run, plain
from tests import documents
from tests.parity import docx_marks, docx_text, line_agreement, pdf_pages, pdf_text, squeezed
from tests.proofs import libreoffice
from tests.rendering import pdf, word
from tests.shapes import rates_over_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

SENTENCES = [
    sentence
    for block in documents.paragraphs("thong-bao.txt")
    for sentence in plain(block.runs).rstrip("./;").split("; ")
    if len(sentence) > 40
]
BODY_KINDS = (BlockKind.PARAGRAPH, BlockKind.POINT, BlockKind.DASH, BlockKind.CLAUSE, BlockKind.PLUS)
LABELS = {BlockKind.POINT: "a)", BlockKind.DASH: "-", BlockKind.CLAUSE: "1.", BlockKind.PLUS: "+"}


def random_notice(seed: int) -> Document:
    """A paper of real sentences in another order, so that lines and pages end where nobody planned."""
    chance = random.Random(seed)  # noqa: S311 - the same papers on every run
    body = [Paragraph(BlockKind.SECTION, documents.text("KẾT QUẢ ĐẠT ĐƯỢC"), "I.")]
    for _ in range(chance.randint(8, 40)):
        kind = chance.choice(BODY_KINDS)
        words = "; ".join(chance.sample(SENTENCES, chance.randint(1, 5))) + "."
        body.append(Paragraph(kind, documents.text(words), LABELS.get(kind, "")))
        if chance.random() < 0.2:
            title = documents.text(chance.choice(SENTENCES)[:90])
            body.append(Paragraph(BlockKind.TITLED_CLAUSE, title, "2."))
            body.append(Paragraph(BlockKind.PARAGRAPH, documents.text(chance.choice(SENTENCES) + ".")))
    body.append(documents.notice().body[-1])
    return replace(documents.notice(), body=tuple(body))


PAPERS: dict[str, Document] = {
    "notice": documents.notice(),
    "short": documents.short_notice(),
    "press": documents.press_notice(),
    "rows": replace(documents.short_notice(), annexes=(documents.rows_annex(22, total=False),)),
    "total": replace(documents.short_notice(), annexes=(documents.rows_annex(21, total=True),)),
    "rates": rates_over_pages(),
    **{f"random-{seed}": random_notice(seed) for seed in range(6)},
}


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, tuple[bytes, bytes, bytes]]:
    """Word, PDF, and Word through LibreOffice, of every paper; one run of LibreOffice for all."""
    folder = tmp_path_factory.mktemp("parity")
    made = {name: (word().render(paper), pdf().render(paper)) for name, paper in PAPERS.items()}
    for name, (package, _) in made.items():
        (folder / f"{name}.docx").write_bytes(package)
    set_by_word = libreoffice.to_pdf([folder / f"{name}.docx" for name in made], folder)
    return {name: (*made[name], path.read_bytes()) for name, path in zip(made, set_by_word, strict=True)}


@pytest.mark.parametrize("name", PAPERS)
def test_both_files_say_the_same_in_the_same_order(files, name):
    package, data, _ = files[name]
    found = pdf_text(data, PAPERS[name])
    assert docx_text(package) == found.body
    assert docx_marks(package) == set(found.marks)


@pytest.mark.parametrize("name", PAPERS)
def test_both_files_have_the_same_pages_with_the_same_numbers(files, name):
    _, data, by_word = files[name]
    assert len(pdf_pages(by_word)) == len(pdf_pages(data))
    assert printed_numbers(by_word) == printed_numbers(data)


def test_rates_of_many_units_break_at_the_same_rows_below_the_same_head(files):
    _, data, by_word = files["rates"]
    pages = [sorted(page.split()) for page in pdf_pages(data)]
    assert pages == [sorted(page.split()) for page in pdf_pages(by_word)]
    assert sum("Tỷ lệ giải quyết đúng hạn, %" in page for page in pdf_pages(data)) > 5


@pytest.mark.parametrize("name", PAPERS)
def test_lines_end_at_the_same_words(files, name):
    _, data, by_word = files[name]
    assert line_agreement(by_word, data) > 0.98


def printed_numbers(data: bytes) -> list[str]:
    """The first line of each page where it is a number: numbers stand in the top margin."""
    tops = (page.strip().partition("\n")[0].strip() for page in pdf_pages(data, "-layout"))
    return [top if top.isdigit() else "" for top in tops]


def words_of(document: Document) -> Iterator[str]:
    yield document.kind
    yield plain(document.subject)
    for block in document.body:
        yield plain(block.runs)
    yield from (plain(item) for item in document.recipients)
    yield from (plain(signature.name) for signature in document.signatures)


@pytest.mark.parametrize("name", PAPERS)
def test_every_text_of_the_document_reaches_the_paper_in_order(files, name):
    body = docx_text(files[name][0])
    places = [body.find(squeezed(words)) for words in words_of(PAPERS[name])]
    assert -1 not in places
    assert all(one <= other for one, other in pairwise(places[:2]))


WORDS = st.text(st.sampled_from("aĂđẾỵ .,;:-/&<>\"'{}%#*_\u00a0…–№"), max_size=80)
ANY_RUNS = st.lists(st.builds(Run, WORDS, st.booleans(), st.booleans()), max_size=4).map(tuple)
ANY_BLOCK = st.builds(Paragraph, st.sampled_from(BlockKind), ANY_RUNS, st.sampled_from(["", "1.", "a)", "-"]))


@settings(max_examples=25, deadline=None)
@given(st.lists(ANY_BLOCK, max_size=8).map(tuple), ANY_RUNS, WORDS)
def test_whatever_is_typed_both_files_say_it_alike(body, subject, kind):
    paper = replace(documents.short_notice(), body=body, subject=subject, kind=kind or "x")
    assert docx_text(word().render(paper)) == pdf_text(pdf().render(paper), paper).body


# --- broken twins: each of these faults must be seen


def test_a_word_lost_in_one_file_is_seen():
    whole = documents.short_notice()
    block = whole.body[3]
    lost = replace(block, runs=tuple(run for run in block.runs if run.text != "1431/QĐ-UBND"))
    broken = replace(whole, body=(*whole.body[:3], lost, *whole.body[4:]))
    assert docx_text(word().render(broken)) != pdf_text(pdf().render(whole), whole).body


def test_two_paragraphs_changed_about_are_seen():
    whole = documents.short_notice()
    broken = replace(whole, body=tuple(reversed(whole.body)))
    assert docx_text(word().render(whole)) != pdf_text(pdf().render(broken), broken).body


def test_a_row_lost_on_a_page_break_is_seen():
    whole = documents.press_notice()
    annex = whole.annexes[1]
    table = replace(annex.blocks[0], body=annex.blocks[0].body[:-1])
    broken = replace(
        whole,
        annexes=(whole.annexes[0], replace(annex, blocks=(table, *annex.blocks[1:])), *whole.annexes[2:]),
    )
    assert docx_text(word().render(whole)) != pdf_text(pdf().render(broken), whole).body


def test_lines_that_end_elsewhere_are_seen():
    whole = documents.notice()
    other = replace(
        whole, body=tuple(replace(b, runs=documents.text("x " + plain(b.runs))) for b in whole.body)
    )
    assert line_agreement(pdf().render(whole), pdf().render(other)) < 0.9
