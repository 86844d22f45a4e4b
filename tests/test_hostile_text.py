"""Hostile text goes through the whole line verbatim into both files, or is refused with its place."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import Options, build_all
from generator.diagnostics import Diagnostic, Refused
from generator.load import Loaded
from generator.measure import printable
from generator.model.fields import rich_escape
from generator.project import Project
from generator.results import BuildReport, Outcome
from generator.rich_text import parse_rich
from tests.inspections import SMALL, composed, load, new_project
from tests.parity import docx_text, pdf_pages

MARKS = "& < > \" ' { } {{ }} {% %} {# #} * _ # | [[ ]] \\ ` ~ $ % ^ ::: 1. a) - + ! = % &amp; <b>x</b>"
EVERY = [
    *MARKS.split(" "),
    "{{ 7*7 }}",
    "{% for x in y %}",
    "]]>",
    "<!--",
    "</w:t>",
    "../..",
    "0/0",
    "1431/QĐ-UBND",
]


def quoted(text: str) -> str:
    """Return the text as a YAML double-quoted scalar."""
    return json.dumps(text, ensure_ascii=False)


def with_text(text: str, *, rich: bool = True) -> str:
    """Return the small inspection with the text in a rich field and in a plain one."""
    typed = rich_escape(text) if rich else text
    body = SMALL.replace('"Đã thực hiện tốt."', quoted(f"Đầu {typed} cuối"))
    return body.replace("[Các thành viên Đoàn kiểm tra]", f"[{quoted(f'Gửi {text} đi')}]")


def built(project: Project) -> BuildReport:
    return build_all(project, (), Options())


def outputs(project: Project) -> tuple[str, str]:
    """Return the text of the Word file and of the PDF, white space removed."""
    word = next(project.output.glob("*.docx")).read_bytes()
    pdf = next(project.output.glob("*.pdf")).read_bytes()
    return squeezed(docx_text(word)), squeezed(
        "".join(without_number(page) for page in pdf_pages(pdf, "-raw"))
    )


def without_number(page: str) -> str:
    """Return a page's text without the page number, its first or last line."""
    return re.sub(r"\A\s*\d+\n|\n\d+\s*\Z", "", page)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_every_hostile_mark_comes_out_verbatim_in_both_files(tmp_path: Path) -> None:
    text = " ".join(EVERY)
    project = new_project(tmp_path, hostile=with_text(text))
    report = built(project)
    assert [paper.outcome for paper in report.papers] == [Outcome.MADE], list(report.all_diagnostics())
    for output in outputs(project):
        assert squeezed(f"Đầu {text} cuối") in output
        assert squeezed(f"- Gửi {text} đi;") in output


def test_the_check_would_see_a_lost_mark(tmp_path: Path) -> None:
    project = new_project(tmp_path, hostile=with_text("a & b"))
    built(project)
    assert squeezed("Đầu a &amp; b cuối") not in outputs(project)[0]


texts = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF), max_size=30)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(texts, st.lists(st.sampled_from(EVERY), max_size=6).map(" ".join), st.text(max_size=12)))
def test_any_text_is_composed_verbatim_or_refused_with_a_place(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    import unicodedata

    project = new_project(tmp_path_factory.mktemp("p"), any=with_text(text))
    loaded = loaded_or_refused(project)
    if not isinstance(loaded, Loaded):
        codes = {item.code for item in loaded}
        unfit = any(not printable(char) for char in unicodedata.normalize("NFC", text))
        assert all(item.place.line for item in loaded)
        assert unfit or codes & {"value-several-paragraphs", "character-control"}
        return
    document = composed(loaded, project=project).document
    said = squeezed("".join(run.text for run in document.runs()))
    assert squeezed(f"Đầu {unicodedata.normalize('NFC', text)} cuối") in said


def loaded_or_refused(project: Project) -> Loaded | tuple[Diagnostic, ...]:
    try:
        return load(project, "any.yaml")
    except Refused as refused:
        return refused.diagnostics


@given(
    st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=40).map(
        lambda text: text.replace("  ", " ")
    )
)
def test_escaped_rich_text_reads_back_as_it_was(text: str) -> None:
    assert "".join(span.text for span in parse_rich(rich_escape(text))) == text


@pytest.mark.parametrize(
    "mark", ["\u200b", "\u200d", "\u2060", "\u00ad", "\ufeff", "\u202e", "\u05d0", "\U0001f600", "\u0301"]
)
def test_what_a_paper_cannot_show_is_refused(mark: str, tmp_path: Path) -> None:
    report = built(new_project(tmp_path, bad=with_text(f"x{mark}b")))
    assert report.papers == ()
    assert {item.code for item in report.diagnostics} == {"character-unprintable"}
    assert all(item.place.line in {10, 17} for item in report.diagnostics)


def test_a_word_of_10_000_characters_is_printed_whole(tmp_path: Path) -> None:
    word = "ă" * 10_000
    project = new_project(tmp_path, long=with_text(word))
    assert built(project).ok
    for output in outputs(project):
        assert output.count(word) == 2


def test_empty_lists_make_a_paper(tmp_path: Path) -> None:
    text = (
        SMALL.replace('strengths: [{text: "Đã thực hiện tốt."}]', "strengths: []") + "recommendations: []\n"
    )
    project = new_project(tmp_path, empty=text.replace("[Các thành viên Đoàn kiểm tra]", "[]"))
    assert built(project).ok
    assert "chưaphátsinh" not in outputs(project)[0]


def many(count: int) -> str:
    """Return an inspection with many recipients, findings and units."""
    units = "".join(
        f"  - {{id: u-{n}, agency: ubnd-xa-vi-du-{'abc'[n % 3]}, sessions: [{{date: 14/4/2026}}]}}\n"
        for n in range(60)
    )
    limits = "".join(
        f'    - {{id: h-{n}, units: u-{n % 60}, text: "Hạn chế thứ {n} & <{n}>"}}\n' for n in range(count)
    )
    text = SMALL.replace("  - {id: a, agency: ubnd-xa-vi-du-a, sessions: [{date: 14/4/2026}]}\n", units)
    text = text.replace("documents:\n", f"  limitations:\n{limits}documents:\n")
    recipients = ", ".join(f'"Nơi nhận số {n} của tỉnh"' for n in range(60))
    return text.replace("[Các thành viên Đoàn kiểm tra]", f"[{recipients}]")


def test_many_findings_of_few_units_come_out_in_order(tmp_path: Path) -> None:
    text = SMALL.replace(
        "documents:\n",
        "  limitations:\n"
        + "".join(f'    - {{id: h-{n}, units: a, text: "Hạn chế thứ {n} & <{n}>"}}\n' for n in range(20))
        + "documents:\n",
    )
    project = new_project(tmp_path, many=text)
    assert built(project).ok
    for output in outputs(project):
        places = [output.index(f"Hạnchếthứ{n}&<{n}>.") for n in range(20)]
        assert places == sorted(places)


def test_300_findings_60_units_and_60_recipients_are_printed_or_refused_with_a_place(tmp_path: Path) -> None:
    project = new_project(tmp_path, many=many(300))
    report = built(project)
    found = list(report.all_diagnostics())
    if report.papers and report.papers[0].outcome is Outcome.MADE:
        for output in outputs(project):
            assert all(f"Hạnchếthứ{n}&<{n}>." in output for n in range(300))
            assert all(f"-Nơinhậnsố{n}củatỉnh;" in output for n in range(60))
    else:
        assert found
        assert all(item.place.file for item in found)
