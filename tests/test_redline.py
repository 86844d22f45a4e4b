"""Redlines: accepting all gives the new text, rejecting all the old, and no figure is cut."""

from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.diagnostics import Refused
from generator.office_package import pack, parsed, written
from generator.reading.word.markup import w
from generator.reading.word.package import open_package
from generator.redline import engine, redlined, redlining
from generator.redline.rows import realign_rows
from generator.redline.settling import has_changes, paragraphs, settle
from generator.redline.whole_words import cut_words, keep_words_whole
from tests.versions import composing, edited, version

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def made(
    figure: str = "13.667",
    head: str = "Đầu trang",
    rows: int = 3,
    columns: int = 3,
    more: Callable | None = None,
):
    """A Word file with a head, a foot, a figure in two looks, and a table."""
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = head
    section.footer.paragraphs[0].text = f"Chân trang {figure}"
    line = document.add_paragraph("Có ")
    line.add_run(figure[:3])
    line.add_run(figure[3:]).bold = True
    line.add_run(" hồ sơ, đến ngày 30/6/2026")
    table = document.add_table(rows, columns)
    for row in range(rows):
        for column in range(columns):
            table.cell(row, column).text = f"ô {row}.{column} " + (figure if row == column == 1 else "")
    if more:
        more(document)
    document.add_paragraph("Đoạn cuối, 1.234.567 đồng")
    return saved(document)


def nested(document) -> None:
    document.add_table(1, 1).cell(0, 0).add_table(1, 1).cell(0, 0).text = "bảng trong bảng"


def first_page(document) -> None:
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_header.paragraphs[0].text = "Đầu trang một"


def hidden(document) -> None:
    document.add_paragraph("Thấy ").add_run("chữ ẩn 7").font.hidden = True


def compared(old: bytes, new: bytes):
    return redlined((old, "cu.docx"), (new, "moi.docx"), "UBND tỉnh Mẫu")


def settled(data: bytes, *, accept: bool, part: str = "") -> list[str]:
    package = open_package(data, "x.docx")
    root = package.tree(part or package.main)
    settle(root, accept=accept)
    assert not has_changes(root)
    return paragraphs(root)


def texts(data: bytes) -> list[str]:
    package = open_package(data, "x.docx")
    return paragraphs(package.tree(package.main))


CASES = {
    "a figure": (made(), made("13.712")),
    "a figure that grows": (made("12.456"), made("123.456")),
    "a head": (made(), made(head="Đầu trang mới")),
    "rows": (made(), made(rows=5)),
    "columns": (made(), made(columns=4)),
    "a table in a table": (made(), made(more=nested)),
    "a first page": (made(), made(more=first_page)),
    "hidden text": (made(), made(more=hidden)),
}

BOTH_WAYS = ("rows", "a first page")


@pytest.mark.parametrize("name", CASES)
def test_accepting_gives_the_new_text_and_rejecting_the_old(name: str) -> None:
    for old, new in (CASES[name], *([CASES[name][::-1]] if name in BOTH_WAYS else [])):
        found = compared(old, new)
        assert settled(found.data, accept=True) == texts(new)
        assert settled(found.data, accept=False) == texts(old)
        assert found.changes > 0
        package = open_package(found.data, "x.docx")
        assert [
            word for part in redlining._story_parts(package) for word in cut_words(package.tree(part))
        ] == []


def notice(which) -> bytes:
    paper = which.loaded.inspection.documents[0]
    return composing().workshop.word.render(composing()(which, paper, "du-thao"))


@pytest.fixture(scope="module")
def notices() -> tuple[bytes, bytes, bytes]:
    """The notice of two versions, and what differs."""
    task = "  - {id: kn-0, owners: vd-a, text: thực hiện việc mới, deadline: {before: 01/6/2026}}\n"
    new = edited(
        ("early: 2.976", "early: 3.021"),
        ("đã rà soát, đề xuất cắt giảm", "rà soát và đề xuất cắt giảm"),
        ("recommendations:\n", f"recommendations:\n{task}"),
    )
    old_file, new_file = notice(version()), notice(new)
    return old_file, new_file, compared(old_file, new_file).data


def test_a_notice_of_ours_is_compared_and_the_same_input_gives_the_same_bytes(notices) -> None:
    old, new, data = notices
    assert settled(data, accept=True) == texts(new)
    assert settled(data, accept=False) == texts(old)
    assert compared(old, new).data == data
    root = open_package(data, "x.docx").trees["word/document.xml"]
    changes = list(root.iter(w("ins"), w("del")))
    assert {item.get(w("author")) for item in changes} == {"UBND tỉnh Mẫu"}
    assert {item.get(w("date")) for item in changes} == {redlining.MOMENT}
    told = {"".join(item.itertext()) for item in changes}
    assert {"13.233", "13.278", "65,09%", "65,21%"} <= told
    assert len({item.get(w("id")) for item in changes}) == len(changes)


def test_libreoffice_reads_the_changes_as_changes(notices, tmp_path: Path) -> None:
    """What LibreOffice read and saved again still gives both texts."""
    old, new, data = notices
    (tmp_path / "redline.docx").write_bytes(data)
    home = f"-env:UserInstallation=file://{tmp_path}/lo"
    command = [
        "soffice",
        "--headless",
        home,
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        "out",
        "redline.docx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120, cwd=tmp_path)
    kept = (tmp_path / "out" / "redline.docx").read_bytes()
    assert spaced(settled(kept, accept=True)) == spaced(texts(new))
    assert spaced(settled(kept, accept=False)) == spaced(texts(old))


def spaced(lines: list[str]) -> list[str]:
    return [" ".join(line.split()) for line in lines]


def test_a_file_and_itself_have_no_changes() -> None:
    assert compared(made(), made()).changes == 0


SENTENCES = st.lists(
    st.lists(
        st.sampled_from(["hồ sơ", "12", "13.667", "quá hạn", "30/6/2026", "(88,49%)", "&", "<b>"]),
        min_size=1,
        max_size=6,
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=4, deadline=None)
@given(SENTENCES, SENTENCES)
def test_the_laws_hold_for_any_paragraphs(old: list[list[str]], new: list[list[str]]) -> None:
    files = []
    for lines in (old, new):
        document = docx.Document()
        for line in lines:
            paragraph = document.add_paragraph()
            for word in line:
                paragraph.add_run(f"{word} ")
        files.append(saved(document))
    found = compared(*files)
    assert settled(found.data, accept=True) == texts(files[1])
    assert settled(found.data, accept=False) == texts(files[0])


# --- whole words ------------------------------------------------------------------------------------------


def paragraph(*runs: tuple[str, str]) -> etree._Element:
    """A paragraph of runs: (same, ins or del, text)."""
    inside = ""
    for number, (kind, text) in enumerate(runs):
        tag = "delText" if kind == "del" else "t"
        run = f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"
        attributes = f'w:id="{number}" w:author="a" w:date="2000-01-01T00:00:00Z"'
        inside += run if kind == "same" else f"<w:{kind} {attributes}>{run}</w:{kind}>"
    return parsed(f'<w:document xmlns:w="{W}"><w:body><w:p>{inside}</w:p></w:body></w:document>'.encode())


def both(root: etree._Element) -> tuple[list[str], list[str]]:
    found = []
    for accept in (False, True):
        copy = parsed(written(root))
        settle(copy, accept=accept)
        found.append(paragraphs(copy))
    return found[0], found[1]


def test_a_figure_of_which_half_changed_is_made_whole() -> None:
    root = paragraph(("same", "Có 13."), ("del", "667"), ("ins", "712"), ("same", " hồ sơ"))
    assert cut_words(root) == ["13.667", "13.712"]
    before = both(root)
    assert keep_words_whole(root) == 1
    assert cut_words(root) == []
    assert both(root) == before == (["Có 13.667 hồ sơ"], ["Có 13.712 hồ sơ"])
    order = [item.tag.rpartition("}")[2] for item in root.iter(w("ins"), w("del"))]
    assert order == ["del", "del", "ins", "ins"]


RUNS = st.lists(
    st.tuples(st.sampled_from(["same", "ins", "del"]), st.text("a1. ,", min_size=1, max_size=5)), max_size=7
)


@given(RUNS)
def test_making_words_whole_changes_neither_text(runs: list[tuple[str, str]]) -> None:
    root = paragraph(*runs)
    before = both(root)
    keep_words_whole(root)
    assert both(root) == before
    assert cut_words(root) == []


# --- rows -------------------------------------------------------------------------------------------------


def table_of(*rows: tuple[str, ...], tag: str = "") -> str:
    """The rows of a table; with a tag each is put in or taken out as a whole."""
    change = '<w:{} w:id="1" w:author="a" w:date="2000-01-01T00:00:00Z"{}>'
    mark = f"<w:trPr>{change.format(tag, '/')}</w:trPr>" if tag else ""
    text = "delText" if tag == "del" else "t"
    before, after = (change.format(tag, ""), f"</w:{tag}>") if tag else ("", "")
    cells = [
        "".join(
            f"<w:tc><w:p>{before}<w:r><w:{text}>{cell}</w:{text}></w:r>{after}</w:p></w:tc>" for cell in row
        )
        for row in rows
    ]
    return "".join(f"<w:tr>{mark}{row}</w:tr>" for row in cells)


def rewritten(old: list[tuple[str, ...]], new: list[tuple[str, ...]]) -> etree._Element:
    """A table as the clumsiest engine would compare it: every row taken out, every row put in."""
    rows = table_of(*old, tag="del") + table_of(*new, tag="ins")
    body = f"<w:body><w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl></w:body>"
    return parsed(f'<w:document xmlns:w="{W}">{body}</w:document>'.encode())


def test_a_row_that_comes_in_is_one_row_and_the_others_keep_their_place() -> None:
    old = [("1", "Xã Ví Dụ A", "12"), ("2", "Xã Ví Dụ B", "41"), ("3", "Xã Ví Dụ C", "27")]
    new = [old[0], ("2", "Đặc khu Ví Dụ D", "5"), ("3", "Xã Ví Dụ B", "41"), ("4", "Xã Ví Dụ C", "28")]
    root = rewritten(old, new)
    before = both(root)
    assert realign_rows(root, "a", redlining.MOMENT) == 1
    assert both(root) == before
    rows = [
        [item.tag.rpartition("}")[2] for item in row.iter(w("ins"), w("del"))] for row in root.iter(w("tr"))
    ]
    assert rows[0] == []
    assert set(rows[1]) == {"ins"}
    assert rows[2] == ["del", "ins"]  # its number
    assert rows[3] == ["del", "ins", "del", "ins"]


ROWS = st.lists(st.tuples(*[st.sampled_from(["1", "2", "Xã A", "Xã B", "13.667", ""])] * 3), max_size=5)


@given(ROWS, ROWS)
def test_putting_a_table_together_anew_changes_neither_text(old: list, new: list) -> None:
    root = rewritten(old, new)
    before = both(root)
    realign_rows(root, "a", redlining.MOMENT)
    assert both(root) == before
    assert cut_words(root) == []


# --- nothing is trusted -----------------------------------------------------------------------------------


def test_an_engine_that_lies_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The broken twin of the proof: an engine that gives back the new file with no change in it."""
    monkeypatch.setattr(redlining, "compare", lambda _old, new, *_: new)
    with pytest.raises(Refused) as refused:
        compared(made(), made("13.712"))
    assert [item.code for item in refused.value.diagnostics] == ["redline-untrue"]


def test_what_differs_in_a_head_and_is_not_tracked_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redlining, "compare", lambda _old, new, *_: new)
    assert compared(made(), made(head="Đầu trang mới")).not_compared == ("header",)


def test_changes_that_a_file_has_already_count_as_accepted(notices) -> None:
    old, new, data = notices
    root = open_package(compared(data, new).data, "x.docx").trees["word/document.xml"]
    assert [
        text for item in root.iter(w("ins"), w("del")) if (text := "".join(item.itertext()).strip())
    ] == []
    assert settled(compared(old, data).data, accept=True) == texts(new)


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    package = open_package(data, "x.docx")
    return pack({part: package.raw(part) for part in package.names()} | {name: content})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7", "word-other-kind"),
        (b"PK\x03\x04 broken", "word-damaged"),
        (
            with_part(made(), "word/footnotes.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
            "word-part-broken",
        ),
        (with_part(made(), "_xmlsignatures/sig1.xml", b"<x/>"), "word-signed"),
    ],
    ids=["pdf", "damaged", "doctype", "signed"],
)
def test_hostile_files_never_reach_the_engine(
    data: bytes, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(redlining, "compare", never)
    for old, new in ((data, made()), (made(), data)):
        with pytest.raises(Refused) as refused:
            compared(old, new)
        assert refused.value.diagnostics[0].code == code


def test_an_engine_that_stops_or_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_PACKAGE", "no_such_package_at_all")
    with pytest.raises(Refused) as refused:
        engine.compare(made(), made(), "a", redlining.MOMENT)
    assert refused.value.diagnostics[0].code == "redline-not-installed"
    monkeypatch.undo()
    with pytest.raises(Refused) as refused:
        engine.compare(b"x", b"y", "a", redlining.MOMENT)
    assert refused.value.diagnostics[0].code == "redline-failed"
