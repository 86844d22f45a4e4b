"""``template check``: each test is the shipped layout with one fault planted, and only that fault is told."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from generator import cli
from generator.diagnostics import Severity
from generator.document import BlockKind, Paragraph, Picture, Table
from generator.office_package import pack
from generator.reading.word import read_word
from generator.render.html import HtmlLayout, layout_text
from generator.session import ExitCode
from generator.template_check import Beside, check_word_layout
from generator.template_check.sample import samples
from tests.proofs import open_xml_sdk
from tests.rendering import FOLDER, layout

LAYOUT = (FOLDER / "van-ban.docx").read_bytes()
MAIN, RELATIONS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
PAGE = FOLDER / "van-ban.html.j2"
FILE = "mau.docx"
BESIDE = Beside(layout(), HtmlLayout(layout_text(PAGE, PAGE.name), PAGE.name))


def parts_of(package=LAYOUT):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(old, new, name=MAIN, count=1):
    parts = parts_of()
    text = parts[name].decode()
    assert old in text, "the twin is not broken"
    return pack({**parts, name: text.replace(old, new, count).encode()})


def paragraph(content):
    return f'<w:p><w:r><w:t xml:space="preserve">{content}</w:t></w:r></w:p>'


def before_kind(content):
    """The layout with more paragraphs in front of the one that prints the kind."""
    main = parts_of()[MAIN].decode()
    start = main.rindex("<w:p>", 0, main.index("{{ kind }}"))
    return pack({**parts_of(), MAIN: (main[:start] + content + main[start:]).encode()})


def check(package):
    return check_word_layout(package, FILE, BESIDE)


def only(package):
    """The one diagnostic of a layout, and the text of the paragraph it stands at."""
    (found,) = check(package)
    assert found.place.file == FILE
    text = {item.number: item.text for item in read_word(package, FILE).paragraphs}
    return found, text.get(found.place.paragraph, "")


# --- no fault


def test_the_shipped_layout_has_no_fault():
    assert check(LAYOUT) == ()


def test_a_tag_that_word_cut_into_runs_or_gave_curly_quotes_is_no_fault():
    cut = (
        '{{ ki</w:t></w:r><w:proofErr w:type="x"/><w:r><w:rPr><w:b/></w:rPr><w:t>nd }</w:t></w:r><w:r><w:t>}'
    )
    assert check(changed("{{ kind }}", cut)) == ()
    assert check(changed("{{ kind }}", "{% if kind == “x” %}x{% endif %}{{ kind }}")) == ()


def test_names_of_loops_macros_and_set_are_known():
    tags = ("{%p set so = 1 %}", "{%p for a in signatures %}", "{%p if loop.first and a.lines and so %}")
    assert check(before_kind("".join(map(paragraph, (*tags, "{%p endif %}", "{%p endfor %}"))))) == ()


# --- tags


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("{{ kind", "layout-tag-open"),
        ("{% if kind", "layout-tag-open"),
        ("{%p if kind %}Số", "layout-tag-eats"),
        ("{%p if kind %}{%p endif %}", "layout-tag-eats"),
        ("{{p blocks(body) }} chữ", "layout-tag-eats"),
        ("{%tr if kind %}", "layout-tag-misplaced"),
        ("{%tc if kind %}", "layout-tag-misplaced"),
        ("{{r kind }}", "layout-tag-refused"),
        ("{%r if kind %}", "layout-tag-refused"),
        ("{% cellbg kind %}", "layout-tag-refused"),
        ("{%p if 5 % 2 %}", "layout-tag-percent"),
    ],
)
def test_a_tag_that_is_read_otherwise_is_told_at_its_paragraph(content, code):
    found, at = only(before_kind(paragraph(content)))
    assert (found.code, found.severity, at) == (code, Severity.ERROR, content)
    assert found.arguments["tag"] in content


def test_what_a_tag_would_eat_is_named():
    found, _ = only(before_kind(paragraph("{%p if kind %}Số và ký hiệu")))
    assert found.arguments["lost"] == "Số và ký hiệu"


def test_a_section_break_beside_a_tag_would_be_eaten():
    run = '</w:pPr><w:r><w:t xml:space="preserve">{%p if draft_mark'
    found, at = only(changed(run, f"<w:sectPr/>{run}"))
    assert (found.code, found.arguments["lost"]) == ("layout-tag-eats", "not-text")
    assert at.startswith("{%p if draft_mark")


def test_a_row_that_steers_may_hold_nothing_else():
    found, at = only(changed("{%tr for bar in b.bars %}", "{%tr for bar in b.bars %} Đơn vị"))
    assert (found.code, found.arguments["lost"]) == ("layout-tag-eats", "Đơn vị")
    assert at == "{%tr for bar in b.bars %} Đơn vị"


def test_a_line_end_inside_a_tag_is_told():
    found, _ = only(changed("{{ kind }}", "{{ kind</w:t><w:br/><w:t> }}"))
    assert found.code == "layout-tag-cut"


def test_a_loop_in_one_run_is_a_warning():
    found, at = only(changed("{{ kind }}", "{% for a in kind %}{{ a }}{% endfor %}"))
    assert (found.code, found.severity) == ("layout-loop-in-paragraph", Severity.WARNING)
    assert at.startswith("{% for a")


def test_a_tag_in_a_footer_is_told_at_its_paragraph():
    found, at = only(changed("{{ page_mark }}", "{{r page_mark }}", "word/footer1.xml"))
    assert (found.code, at) == ("layout-tag-refused", "{{r page_mark }}")


@pytest.mark.parametrize("tag", ["{{ kind | }}", "{% khong %}", "{{ kind == }}"])
def test_a_tag_that_jinja_cannot_read_is_told_at_its_paragraph(tag):
    found, at = only(changed("{{ kind }}", tag))
    assert (found.code, at) == ("layout-tag-broken", tag)


# --- names


@pytest.mark.parametrize(
    "tag",
    [
        "{{ kin }}",
        "{% if kin %}{% endif %}{{ kind }}",
        "{% if not kind and kin %}{% endif %}{{ kind }}",
        "{{ kind }}{{ loop.index if 0 }}",
    ],
)
def test_a_name_that_nothing_gives_is_told_even_where_no_sample_comes_by(tag):
    found, at = only(changed("{{ kind }}", tag))
    assert (found.code, at) == ("layout-name-unknown", tag)
    assert found.arguments["detail"] in {"kin", "loop"}


def test_a_name_in_a_row_that_steers_is_told_at_that_row():
    found, at = only(changed("{%tr for bar in b.bars %}", "{%tr for bar in cot %}"))
    assert (found.code, at) == ("layout-name-unknown", "{%tr for bar in cot %}")


def test_the_name_of_a_loop_ends_with_the_loop():
    found, at = only(before_kind(paragraph("{% if item %}{% endif %}")))
    assert (found.code, found.arguments["detail"], at) == (
        "layout-name-unknown",
        "item",
        "{% if item %}{% endif %}",
    )


def test_a_part_of_a_value_that_is_not_there_shows_in_the_trial():
    found, at = only(changed("{{ lines(head.superior) }}", "{{ lines(head.superiors) }}"))
    assert (found.code, at) == ("layout-name-unknown", "{{ lines(head.superiors) }}")


# --- styles


def test_a_style_that_is_not_there_is_a_warning_at_its_first_use():
    found, at = only(changed('<w:pStyle w:val="TenLoai"/>', '<w:pStyle w:val="KieuKhac"/>'))
    assert (found.code, found.severity, at) == ("layout-style-missing", Severity.WARNING, "{{ kind }}")
    assert found.arguments["style"] == "KieuKhac"


def test_styles_of_tables_are_looked_for_among_tables():
    (found,) = check(changed('<w:tblStyle w:val="KhongKe"/>', '<w:tblStyle w:val="TenLoai"/>'))
    assert found.code == "layout-style-missing"


# --- what no paper may carry


def test_a_link_to_the_outside_is_told_where_it_stands():
    address = 'Target="http://127.0.0.1/" TargetMode="External"'
    relation = f'<Relationship Id="rId99" Type="http://x/hyperlink" {address}/>'
    parts, run = parts_of(), '<w:t xml:space="preserve">{{ kind }}</w:t></w:r>'
    main = parts[MAIN].decode().replace(run, f'{run}<w:hyperlink r:id="rId99"/>')
    relations = parts[RELATIONS].decode().replace("</Relationships>", f"{relation}</Relationships>")
    found, at = only(pack({**parts, MAIN: main.encode(), RELATIONS: relations.encode()}))
    assert (found.code, at) == ("layout-external", "{{ kind }}")


def test_a_tracked_change_is_told_where_it_stands():
    found, at = only(before_kind('<w:p><w:ins w:id="1"><w:r><w:t>Chữ thêm</w:t></w:r></w:ins></w:p>'))
    assert (found.code, at) == ("layout-markup-forbidden", "Chữ thêm")


def test_a_field_that_fetches_is_told_where_it_stands():
    field = '<w:p><w:r><w:instrText> INCLUDETEXT "x" </w:instrText></w:r><w:r><w:t>Trường</w:t></w:r></w:p>'
    (found,) = check(before_kind(field))
    numbers = [item.place.paragraph for item in check(before_kind(paragraph("{{ kin }}")))]
    assert (found.code, [found.place.paragraph]) == ("layout-markup-forbidden", numbers)


def test_macros_are_told():
    (found,) = check(pack({**parts_of(), "word/vbaProject.bin": b"x"}))
    assert found.code == "word-macros"


def test_a_part_that_no_paper_carries_is_told():
    (found,) = check(pack({**parts_of(), "customXml/item1.xml": b"<x/>"}))
    assert (found.code, found.arguments["part"]) == ("layout-part-forbidden", "customXml/item1.xml")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04", pack({"a": b"b"})])
def test_what_is_no_word_file_is_told(data):
    (found,) = check(data)
    assert found.code.startswith("word-")


# --- the trial


def test_a_text_that_the_layout_leaves_out_is_told():
    found, _ = only(changed("{{ runs(head.number) }}", ""))
    assert found.code == "layout-text-lost"
    assert found.arguments["text"] == "Số: 45/TB-VPVD"


def test_a_kind_of_block_without_a_branch_is_told():
    (found,) = check(changed("b.kind == 'basis'", "b.kind == 'can-cu'"))
    assert (found.code, found.arguments["text"]) == ("layout-text-lost", "Đoạn mẫu loại basis, có chữ ")


def test_a_mark_that_is_lost_is_told():
    codes = {item.code for item in check(changed("{{ page_mark }}", "", "word/footer1.xml"))}
    assert codes == {"layout-mark-lost"}


def test_words_of_the_layout_that_the_pdf_lacks_are_told():
    (found,) = check(changed("{{ kind }}", "{{ kind }} MỚI"))
    assert (found.code, found.place.file) == ("render-formats-differ", FILE)


def test_a_value_printed_as_it_is_stops_the_trial_at_its_paragraph():
    found, at = only(changed("{{ lines(subject) }}", "{{ subject }}"))
    assert (found.code, at) == ("layout-tag-fails", "{{ subject }}")


def test_the_samples_have_every_kind_of_block_and_every_shape_of_foot():
    blocks = [block for sample in samples() for block in sample.blocks()]
    assert {block.kind for block in blocks if isinstance(block, Paragraph)} == set(BlockKind)
    assert any(isinstance(block, Table) and block.total for block in blocks)
    assert {bool(block.caption) for block in blocks if isinstance(block, Picture)} == {True, False}
    assert {len(sample.signatures) for sample in samples()} == {1, 2, 3}
    assert {sample.urgency for sample in samples()} >= {"HOẢ TỐC", "THƯỢNG KHẨN", "KHẨN", None}


# --- the command


@pytest.fixture
def office(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / FILE).write_bytes(changed("{{ kind }}", "{{ kin }}"))
    (tmp_path / "tot.docx").write_bytes(LAYOUT)
    return tmp_path


def test_a_good_layout_is_told_so(office: Path, capsys):
    assert cli.main(["template", "check", "tot.docx", "--annotate"]) == ExitCode.WELL
    assert "tot.docx" in capsys.readouterr().out
    assert not list(office.glob("*.gop-y.docx"))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.usefixtures("office")
def test_a_fault_is_told_with_its_place(language: str, capsys):
    assert cli.main(["--lang", language, "template", "check", FILE]) == ExitCode.FAILED
    said = capsys.readouterr().out
    assert re.search(r"layout-name-unknown.*\n.*", said)
    assert "kin" in said


@pytest.mark.usefixtures("office")
def test_the_report_can_be_read_by_programs(capsys):
    assert cli.main(["template", "check", FILE, "--format", "json"]) == ExitCode.FAILED
    report = json.loads(capsys.readouterr().out)
    assert "layout-name-unknown" in json.dumps(report)


def test_faults_are_written_as_comments_into_a_copy(office: Path, capsys):
    before = (office / FILE).read_bytes()
    assert cli.main(["template", "check", FILE, "--annotate", "--out", "gop-y"]) == ExitCode.FAILED
    copy = office / "gop-y" / "mau.gop-y.docx"
    comments = parts_of(copy.read_bytes())["word/comments.xml"].decode()
    main = parts_of(copy.read_bytes())[MAIN].decode()
    assert "layout-name-unknown" in comments
    assert re.search(r"<w:commentRangeStart[^>]*/><w:r><w:t[^>]*>{{ kin }}", main)
    assert (office / FILE).read_bytes() == before
    assert not open_xml_sdk.faults([copy])
    capsys.readouterr()


@pytest.mark.usefixtures("office")
def test_a_file_that_is_not_there_is_told(capsys):
    assert cli.main(["template", "check", "khong.docx"]) == ExitCode.FAILED
    assert "khong.docx" in capsys.readouterr().out


@pytest.mark.usefixtures("office")
def test_the_group_alone_shows_its_help(capsys):
    assert cli.main(["template"]) == ExitCode.USAGE
    assert "ketluan template check" in capsys.readouterr().err
