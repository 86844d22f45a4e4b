from __future__ import annotations

import re
import subprocess
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Refused
from generator.document import Align, Annex, BlockKind, Cell, Paragraph, Run, Table
from generator.render.pdf import Attachment, PdfRenderer
from generator.render.pdf_claims import settled
from tests.documents import notice, press_notice, row, rows_annex, short_notice, text
from tests.parity import pdf_pages, pdf_text, squeezed
from tests.proofs import page_validation, poppler, verapdf
from tests.proofs.page_validation import Profile
from tests.proofs.verapdf import Flavour
from tests.rendering import FOLDER, faces, layout, pdf, pdf_of

if TYPE_CHECKING:
    from pathlib import Path

DATA = Attachment("du-lieu.yaml", "số: 45\n".encode(), "Dữ liệu nguồn")


def written(tmp_path, data, name="paper.pdf"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def information(path: Path) -> dict[str, str]:
    lines = subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True).stdout.splitlines()
    return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}


def streams(data: bytes) -> bytes:
    """The file with its compressed streams readable behind it."""
    found = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    opened = []
    for item in found:
        try:
            opened.append(zlib.decompress(item))
        except zlib.error:
            opened.append(item)
    return data + b"\n".join(opened)


def with_layout(tmp_path, *, html=lambda text: text, css=lambda text: text):
    for name, change in (("van-ban.html.j2", html), ("van-ban.css", css)):
        source = (FOLDER / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(change(source), encoding="utf-8")
    return PdfRenderer(tmp_path / "van-ban.html.j2", tmp_path / "van-ban.css", layout(), faces())


def refused(tmp_path, document=None, **changes):
    with pytest.raises(Refused) as caught:
        with_layout(tmp_path, **changes).render(document or short_notice())
    return [(d.code, d.place.file, dict(d.arguments)) for d in caught.value.diagnostics]


def test_the_same_document_gives_the_same_bytes():
    again = PdfRenderer(FOLDER / "van-ban.html.j2", FOLDER / "van-ban.css", layout(), faces())
    assert again.render(notice()) == pdf_of("notice")
    assert pdf().render(notice(), archive=DATA) == pdf().render(notice(), archive=DATA)


def test_only_the_four_faces_are_in_it(tmp_path):
    for sample in ("notice", "press_notice"):
        path = written(tmp_path, pdf_of(sample), f"{sample}.pdf")
        found = poppler.fonts(path)
        assert {font.name for font in found} <= {
            f"LiberationSerif{s}" for s in ("", "-Bold", "-Italic", "-BoldItalic")
        }
        assert all(font.embedded and font.unicode for font in found)


def test_it_says_what_it_is_and_when_by_the_document_not_the_clock(tmp_path):
    found = information(written(tmp_path, pdf_of("notice")))
    assert found["Title"] == notice().properties.title
    assert found["Author"] == "Ủy ban nhân dân tỉnh Mẫu"
    assert found["Tagged"] == "yes"
    assert "May 18" in found["CreationDate"]
    assert "2026" in found["ModDate"]
    undated = information(written(tmp_path, pdf_of("press_notice")))
    assert "CreationDate" not in undated
    assert "Author" not in undated


def test_the_claims_stand_in_one_readable_packet():
    data = pdf_of("notice")
    packet = data[data.index(b"<?xpacket begin") : data.index(b"<?xpacket end")]
    assert packet.count(b"<rdf:RDF") == 1
    assert b'pdfaid:part="2" pdfaid:conformance="A"' in packet
    assert b"<pdfuaid:part>1</pdfuaid:part>" in packet
    assert b"<dc:identifier>45/TB-UBND</dc:identifier>" in packet


def test_parts_and_annexes_are_bookmarks(tmp_path):
    path = written(tmp_path, pdf_of("notice"))
    command = ["pdftohtml", "-xml", "-stdout", "-i", path]
    outline = subprocess.run(command, capture_output=True, check=True, text=True).stdout.partition(
        "<outline>"
    )[2]
    entries = re.findall(r"<item[^>]*>([^<]*)</item>", outline)
    assert entries[0] == "THÔNG BÁO"
    assert {"I. KẾT QUẢ ĐẠT ĐƯỢC", "Phụ lục I", "Phụ lục II"} <= set(entries)


def test_each_annex_counts_its_pages_from_one_and_hides_the_first():
    document = press_notice()
    text_ = pdf_text(pdf_of("press_notice"), document)
    firsts = [n for n, number in enumerate(text_.numbers) if not number]
    assert len(firsts) == 5
    for start, end in zip(firsts, [*firsts[1:], len(text_.numbers)], strict=True):
        assert text_.numbers[start:end] == ("", *(str(n) for n in range(2, end - start + 1)))


def test_the_page_mark_is_at_the_foot_of_every_page():
    document = press_notice()
    assert set(pdf_text(pdf_of("press_notice"), document).marks) == {squeezed(document.page_mark)}
    assert set(pdf_text(pdf_of("notice"), notice()).marks) == {""}


def long_table(rows):
    head = (row("TT", "Nội dung rất dài của cột", align="cc"),)
    body = tuple(
        row(str(n), f"Hàng {n} " + "có nhiều chữ để xuống dòng " * 6, align="cl") for n in range(rows)
    )
    return Annex("dai", "Phụ lục", "BẢNG DÀI", (), (Table("Bảng dài", (1, 9), head, body),))


def test_a_long_table_repeats_its_head_and_splits_no_row():
    document = replace(short_notice(), annexes=(long_table(80),))
    pages = [squeezed(page) for page in pdf_pages(pdf().render(document), "-raw")[1:]]
    assert len(pages) > 2
    for page in pages:
        assert "TTNộidungrấtdàicủacột" in page
        assert page.count("Hàng") * 6 == page.count("cónhiềuchữđểxuốngdòng")


@pytest.mark.parametrize("total", [False, True])
@pytest.mark.parametrize("rows", range(20, 24))
def test_no_total_and_no_source_line_stands_alone_on_a_page(rows, total):
    document = replace(short_notice(), annexes=(rows_annex(rows, total=total),))
    last = pdf_pages(pdf().render(document), "-raw")[-1]
    assert "Nội dung a b" in last
    assert "Danh mục gồm 15 nội dung./." in last


def test_a_word_of_ten_thousand_letters_stays_on_the_paper():
    word = "Đ" * 10_000
    document = replace(short_notice(), body=(Paragraph(BlockKind.PARAGRAPH, text(word)),), annexes=())
    data = pdf().render(document)
    found = pdf_text(data, document)
    assert word in found.body
    layout_lines = [line for page in pdf_pages(data, "-layout") for line in page.splitlines()]
    assert max(len(line.strip()) for line in layout_lines if "ĐĐĐ" in line) < 70


def test_a_number_is_not_broken_at_its_slash():
    words = " ".join(f"số 14{n}/QĐ-UBND" for n in range(60))
    document = replace(short_notice(), body=(Paragraph(BlockKind.PARAGRAPH, text(words)),))
    lines = [line for page in pdf_pages(pdf().render(document), "-layout") for line in page.splitlines()]
    assert not [line for line in lines if line.rstrip().endswith("/")]


def test_the_archive_edition_carries_the_data_once(tmp_path):
    data = pdf().render(notice(), archive=DATA)
    path = written(tmp_path, data)
    listed = subprocess.run(["pdfdetach", "-list", path], capture_output=True, check=True, text=True).stdout
    assert listed.startswith("1 embedded files")
    subprocess.run(["pdfdetach", "-save", "1", "-o", tmp_path / "out", path], check=True)
    assert (tmp_path / "out").read_bytes() == DATA.data
    readable = streams(data)
    assert len(re.search(rb"/AF \[([^\]]*)\]", readable)[1].split(b"R")) == 2
    assert b"/AFRelationship /Source" in readable
    assert b"/Subtype /application#2fyaml" in readable
    assert b"D:20260518000000Z" in readable
    assert b'pdfaid:part="3"' in data


def test_the_outgoing_edition_carries_nothing(tmp_path):
    listed = subprocess.run(
        ["pdfdetach", "-list", written(tmp_path, pdf_of("notice"))], capture_output=True, check=True
    )
    assert listed.stdout.startswith(b"0 embedded files")


def test_hostile_values_are_printed_as_typed():
    hostile = "A & B <script>x</script> 'y' \"z\" {{ 7*7 }} {% for %} &amp; <img src=x>"
    document = replace(short_notice(), body=(Paragraph(BlockKind.PARAGRAPH, text(hostile)),), kind="<b>&")
    assert squeezed(hostile) in pdf_text(pdf().render(document), document).body


# --- what refuses a paper


def test_a_letter_the_font_has_not_refuses_the_paper():
    document = replace(short_notice(), kind="THÔNG BÁO ☑")
    with pytest.raises(Refused) as caught:
        pdf().render(document)
    assert {item.code for item in caught.value.diagnostics} == {"pdf-other-font"}


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:1/x.png",
        "data:image/png;base64,AAAA",
        "anh.png",
        "face:other",
        "picture:x",
    ],
)
def test_a_layout_cannot_fetch_anything(tmp_path, address):
    codes = refused(tmp_path, html=lambda source: source.replace("<h1", f'<img src="{address}" alt="x"><h1'))
    assert {code for code, _, _ in codes} <= {"layout-fetches", "pdf-complaint"}


def test_a_rule_that_cannot_be_read_refuses_the_layout(tmp_path):
    ((code, file, arguments),) = refused(tmp_path, css=lambda source: source + "p { colour: red }")
    assert (code, file) == ("pdf-complaint", "templates/_layout/van-ban.css")
    assert "colour" in arguments["detail"]


def test_an_imported_style_sheet_refuses_the_layout(tmp_path):
    codes = refused(tmp_path, css=lambda source: '@import url("file:///etc/x.css");' + source)
    assert {code for code, _, _ in codes} <= {"layout-fetches", "pdf-complaint"}


def test_an_unknown_name_and_a_broken_tag_refuse_the_layout(tmp_path):
    ((code, file, arguments),) = refused(tmp_path, html=lambda s: s.replace("paper.kind", "paper.knd"))
    assert (code, file) == ("layout-name-unknown", "templates/_layout/van-ban.html.j2")
    assert "knd" in arguments["detail"]
    assert refused(tmp_path, html=lambda s: s.replace("{%- endmacro -%}", "", 1))[0][0] == "layout-tag-broken"
    assert refused(tmp_path, css=lambda s: s + "{{ layout.nothing }}")[0][0] == "layout-name-unknown"


def test_a_layout_cannot_run_code(tmp_path):
    def attack(source):
        return source.replace("{{ paper.kind }}", "{{ runs.__globals__ }}")

    assert refused(tmp_path, html=attack)[0][0] in {"layout-name-unknown", "layout-tag-fails"}


@pytest.mark.parametrize(
    "tag", ["{{ 1/0 }}", "{% include 'x' %}", "{{ runs('x') }}", "{{ paper }}", "{{ 10**10**10 }}"]
)
def test_a_tag_that_fails_in_the_html_is_told_as_the_layout_s(tmp_path, tag):
    ((code, file, arguments),) = refused(tmp_path, html=lambda s: s.replace("{{ paper.kind }}", tag))
    assert (code, file) == ("layout-tag-fails", "templates/_layout/van-ban.html.j2")
    assert arguments["detail"]


@pytest.mark.parametrize("tag", ["{{ 1/0 }}", "{% include 'x' %}", "{{ layout }}", "{{ 10**10**10 }}"])
def test_a_tag_that_fails_in_the_css_is_told_as_the_layout_s(tmp_path, tag):
    ((code, file, _),) = refused(tmp_path, css=lambda s: s + tag)
    assert (code, file) == ("layout-tag-fails", "templates/_layout/van-ban.css")
    assert refused(tmp_path, css=lambda s: s + "{% if %}")[0][0] == "layout-tag-broken"


@pytest.mark.parametrize("name", ["van-ban.html.j2", "van-ban.css"])
def test_a_layout_that_is_not_utf_8_is_refused(tmp_path, name):
    with_layout(tmp_path)
    path = tmp_path / name
    path.write_bytes(path.read_bytes() + b"/* \xff */")
    with pytest.raises(Refused) as caught:
        PdfRenderer(tmp_path / "van-ban.html.j2", tmp_path / "van-ban.css", layout(), faces())
    ((code, file),) = [(item.code, item.place.file) for item in caught.value.diagnostics]
    assert (code, file) == ("layout-not-text", f"templates/_layout/{name}")


def marked():
    return replace(short_notice(), draft_mark="DỰ THẢO", page_mark="Dựng lại từ thông tin báo chí")


def test_a_layout_with_both_marks_prints_them(tmp_path):
    assert with_layout(tmp_path).render(marked())


@pytest.mark.parametrize(
    ("changes", "mark"),
    [
        ({"html": lambda s: s.replace(">{{ paper.draft_mark }}<", "><")}, "DỰ THẢO"),
        ({"css": lambda s: s + ".draft-mark { display: none }"}, "DỰ THẢO"),
        ({"html": lambda s: s.replace("data-mark=", "data-other=")}, "Dựng lại từ thông tin báo chí"),
        ({"css": lambda s: s.replace("string(mark)", "none")}, "Dựng lại từ thông tin báo chí"),
        ({"css": lambda s: s + "@page:first{@bottom-center{content:none}}"}, "Dựng lại từ thông tin báo chí"),
    ],
)
def test_a_layout_that_loses_a_mark_refuses_the_paper_that_has_it(tmp_path, changes, mark):
    assert refused(tmp_path, marked(), **changes) == [
        ("layout-mark-lost", "templates/_layout/van-ban.html.j2", {"mark": mark})
    ]
    assert with_layout(tmp_path, **changes).render(short_notice())


def test_an_empty_paper_is_still_a_paper():
    document = replace(short_notice(), body=(), recipients=(), annexes=())
    assert len(pdf_pages(pdf().render(document))) == 1
    cells = (Cell((Run(""),), Align.LEFT), Cell(()))
    annex = replace(long_table(1), blocks=(Table("Trống", (1, 1), (), (cells,)),))
    assert len(pdf_pages(pdf().render(replace(document, annexes=(annex,))))) == 2


def test_compressed_streams_do_not_end_in_a_line_end():
    import zlib

    ends_in_line_end = zlib.compress(b"\x09", 9)
    assert ends_in_line_end[-1:] == b"\n"
    assert settled(ends_in_line_end)[-1:] not in {b"\r", b"\n"}
    assert zlib.decompressobj().decompress(settled(ends_in_line_end)) == b"\x09"
    assert settled(zlib.compress(b"x", 9)) == zlib.compress(b"x", 9)


def test_a_byte_after_every_stream_is_valid(tmp_path, monkeypatch):
    from generator.render import pdf_claims

    monkeypatch.setattr(pdf_claims, "settled", lambda data: data + b"\0")
    path = written(tmp_path, pdf().render(short_notice()))
    assert not verapdf.faults([path], Flavour.PDFA_2_A, Flavour.PDFUA_1)
    assert not page_validation.faults([path], Profile.PDFA_2_A, Profile.PDFUA_1)


def test_the_streams_made_while_a_file_is_written_do_not_end_in_a_line_end_either():
    """Of some hundred small files many would: the last byte is a checksum of what is in them."""
    import io
    import re

    import pydyf

    from generator.render.pdf_claims import _settle_stream_ends

    def ends(settle: bool) -> set[bytes]:
        found = set()
        for number in range(400):
            pdf = pydyf.PDF()
            pdf.add_object(pydyf.Dictionary({"N": pydyf.String(str(number**9))}))
            if settle:
                _settle_stream_ends(pdf)
            output = io.BytesIO()
            pdf.write(output, version=b"1.7", compress=True)
            found |= set(re.findall(rb"(.)\nendstream", output.getvalue(), re.DOTALL))
        return found

    assert ends(settle=False) & {b"\r", b"\n"}
    assert not ends(settle=True) & {b"\r", b"\n"}
