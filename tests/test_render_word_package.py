"""What a Word layout may carry into papers: each test is a layout that carries one thing too many."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import replace

import pytest

from generator.diagnostics import Refused
from generator.office_package import pack
from generator.render import word_package
from generator.render.agreement import word_text
from generator.render.word import WordRenderer
from tests.documents import press_notice, short_notice
from tests.rendering import FOLDER, layout

LAYOUT = (FOLDER / "van-ban.docx").read_bytes()
MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"
FILE = "templates/_layout/van-ban.docx"
PICTURE = b"\x89PNG\r\n\x1a\n"


def parts_of(package=LAYOUT):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(name, data=b"<x/>"):
    return pack({**parts_of(), name: data})


def changed(name, old, new):
    parts = parts_of()
    text = parts[name].decode()
    assert old in text, "the twin is not broken"
    return pack({**parts, name: text.replace(old, new, 1).encode()})


def in_body(markup):
    return changed(MAIN, "<w:body>", f"<w:body><w:p>{markup}</w:p>")


def made(template, document=None):
    return WordRenderer(template, layout(), FILE).render(document or short_notice())


def refused(template, document=None):
    with pytest.raises(Refused) as caught:
        made(template, document)
    assert {item.place.file for item in caught.value.diagnostics} == {FILE}
    return [(item.code, dict(item.arguments)) for item in caught.value.diagnostics]


# --- parts


@pytest.mark.parametrize(
    "name",
    [
        "word/comments.xml",
        "word/commentsExtended.xml",
        "word/people.xml",
        "word/vbaProject.bin",
        "word/embeddings/oleObject1.bin",
        "word/glossary/document.xml",
        "word/afchunk.htm",
        "word/media/image1.emf",
        "word/media/../x.png",
        "customXml/item1.xml",
        "customXml/_rels/item1.xml.rels",
        "ghi-chu.txt",
    ],
)
def test_a_part_that_no_paper_carries_is_refused_by_its_name(name):
    assert refused(with_part(name)) == [("layout-part-forbidden", {"part": name})]


def test_a_macro_document_under_the_name_of_a_document_is_refused():
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    (found,) = refused(changed(TYPES, main, macro))
    assert found == ("layout-part-forbidden", {"part": f"{MAIN}: {macro}"})


def test_a_picture_is_admitted_and_what_only_has_its_name_is_not():
    declared = parts_of()[TYPES].replace(
        b"</Types>", b'<Default Extension="png" ContentType="image/png"/></Types>'
    )
    parts = {**parts_of(), TYPES: declared}
    package = made(pack({**parts, "word/media/image1.png": PICTURE}))
    assert "word/media/image1.png" in parts_of(package)
    (found,) = refused(pack({**parts, "word/media/image1.png": b"MZ"}))
    assert found == ("layout-part-forbidden", {"part": "word/media/image1.png"})


def test_what_word_says_of_itself_is_admitted_and_dropped():
    package = made(with_part("docProps/app.xml", b"<Properties/>"))
    assert "docProps/app.xml" not in parts_of(package)


def test_all_that_is_wrong_is_told_at_once():
    parts = {**parts_of(), "word/people.xml": b"<x/>", "word/comments.xml": b"<x/>"}
    assert len(refused(pack(parts))) == 2


# --- relationships


@pytest.mark.parametrize(
    ("target", "mode"),
    [
        ("http://127.0.0.1/x.png", 'TargetMode="External"'),
        ("http://127.0.0.1/x.dotm", 'TargetMode="external"'),
        ("anh.png", 'TargetMode="External"'),
        ("file:///etc/passwd", ""),
        ("//may-chu/x.png", ""),
        ("\\\\may-chu\\x.png", ""),
    ],
)
def test_what_lies_outside_the_file_is_refused(target, mode):
    relation = f'<Relationship Id="rId99" Type="http://x/image" Target="{target}" {mode}/></Relationships>'
    (found,) = refused(changed(RELATIONS, "</Relationships>", relation))
    assert found == ("layout-external", {"part": RELATIONS, "target": target})


def test_an_attached_template_is_refused():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://x/attachedTemplate" Target="http://127.0.0.1/x.dotm"'
        ' TargetMode="External"/></Relationships>'
    )
    codes = refused(with_part("word/_rels/settings.xml.rels", relations.encode()))
    assert [code for code, _ in codes] == ["layout-external"]


# --- markup


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ('<w:ins w:id="1" w:author="x"><w:r><w:t>x</w:t></w:r></w:ins>', "w:ins"),
        ('<w:del w:id="1"><w:r><w:t>x</w:t></w:r></w:del>', "w:del"),
        ('<w:commentRangeStart w:id="1"/>', "w:commentRangeStart"),
        ('<w:r><w:commentReference w:id="1"/></w:r>', "w:commentReference"),
        ('<w:pPr><w:pPrChange w:id="1" w:author="x"/></w:pPr>', "w:pPrChange"),
        ('<w:altChunk r:id="rId9"/>', "w:altChunk"),
        ("<w:r><w:object/></w:r>", "w:object"),
        ('<w:r><w:instrText> INCLUDETEXT "C:/x" </w:instrText></w:r>', "INCLUDETEXT"),
        (
            "<w:r><w:instrText> INCLUDE</w:instrText><w:instrText>PICTURE x</w:instrText></w:r>",
            "INCLUDEPICTURE",
        ),
        ('<w:fldSimple w:instr=" DDEAUTO excel x "/>', "DDEAUTO"),
        ('<w:fldSimple w:instr="link Excel.Sheet x"/>', "link"),
        ('<w:fldSimple w:instr=" HYPERLINK &quot;file://x/y&quot; "/>', "file:"),
    ],
)
def test_markup_that_hides_or_fetches_is_refused(markup, what):
    assert refused(in_body(markup)) == [("layout-markup-forbidden", {"part": MAIN, "what": what})]


@pytest.mark.parametrize("name", sorted(word_package._FORBIDDEN | {"instrText", "fldSimple"}))
@pytest.mark.parametrize("markup", ["<w:{}/>", "<w:{} w:id='1'>x</w:{}>", "<{}\n/>", "<ữ:{}>x</ữ:{}>"])
def test_no_forbidden_name_escapes_the_quick_look(name, markup):
    assert word_package.is_suspect(f"<w:p>{markup.format(name, name)}</w:p>")
    assert not word_package.is_suspect(f"<w:p>{markup.format(name + 'x', name + 'x')}</w:p>")


def test_an_author_does_not_escape_the_quick_look():
    assert word_package.is_suspect("<w:p x:author\n='a'/>")


def test_a_footer_is_read_like_the_body():
    template = changed("word/footer2.xml", "<w:p>", '<w:p><w:ins w:id="1"/>')
    assert refused(template)[0][1] == {"part": "word/footer2.xml", "what": "w:ins"}


def test_fields_that_stay_within_the_paper_are_admitted():
    for code in (" PAGE ", " NUMPAGES ", " REF link ", ' HYPERLINK \\l "x" '):
        made(in_body(f"<w:r><w:instrText>{code}</w:instrText></w:r>"))


def test_a_tag_cannot_print_what_a_layout_may_not_hold():
    tag = "{{ '&lt;/w:t&gt;&lt;/w:r&gt;&lt;w:ins/&gt;&lt;w:r&gt;&lt;w:t&gt;'|safe }}"
    assert refused(changed(MAIN, "{{ kind }}", tag))[0][0] == "layout-markup-forbidden"


# --- sizes and damage


def test_a_package_that_unpacks_too_large_is_refused_before_it_is_unpacked(monkeypatch):
    bomb = with_part("word/media/a.png", PICTURE + bytes(word_package.LIMITS.unpacked))
    assert len(bomb) < 200_000
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("it was unpacked"))
    assert refused(bomb)[0][0] == "layout-not-word"


def test_a_package_of_too_many_parts_is_refused():
    many = {f"docProps/{number}.xml": b"" for number in range(word_package.LIMITS.parts)}
    assert refused(pack({**parts_of(), **many}))[0][0] == "layout-not-word"


def test_a_damaged_stream_is_refused():
    with zipfile.ZipFile(io.BytesIO(LAYOUT)) as archive:
        entry = archive.getinfo(MAIN)
    data = bytearray(LAYOUT)
    start = entry.header_offset + 30 + len(MAIN)
    data[start : start + 40] = b"\xff" * 40
    with pytest.raises(zlib.error):
        zipfile.ZipFile(io.BytesIO(bytes(data))).read(MAIN)
    assert refused(bytes(data))[0][0] == "layout-not-word"


def test_an_encrypted_package_is_refused():
    data = re.sub(rb"(PK\x01\x02.{4})\x00\x00", lambda m: m[1] + b"\x01\x00", LAYOUT, flags=re.DOTALL)
    assert data != LAYOUT
    assert refused(data)[0][0] == "layout-not-word"


@pytest.mark.parametrize("name", [MAIN, "word/styles.xml", TYPES, "_rels/.rels", RELATIONS])
@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"<",
        b"\xff\xfe",
        b'<!DOCTYPE x [<!ENTITY e "e">]><x>&e;</x>',
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x y="&b;"/>',
    ],
)
def test_a_part_that_is_no_clean_xml_is_refused_by_its_name(name, xml):
    code, arguments = refused(pack({**parts_of(), name: xml}))[0]
    assert (code, arguments["part"]) == ("layout-not-word", name)


@pytest.mark.parametrize("name", [TYPES, "_rels/.rels"])
def test_a_part_of_another_kind_is_refused(name):
    assert refused(pack({**parts_of(), name: b"<x/>"}))[0][0] == "layout-not-word"


def test_comments_inside_the_declarations_do_not_stop_the_work():
    made(changed(TYPES, "</Types>", "<!-- x --></Types>"))


@pytest.mark.parametrize(
    "data", [b"", pack({"a": b""}), pack({MAIN: b"<"}), pack({MAIN: b"<!DOCTYPE x><x/>"})]
)
def test_a_word_file_that_cannot_be_read_is_refused_not_raised(data):
    with pytest.raises(Refused) as caught:
        word_text(data)
    assert caught.value.diagnostics[0].code == "layout-not-word"


# --- tags


@pytest.mark.parametrize(
    "tag",
    [
        "{{ 1/0 }}",
        "{{ 10**10**10 }}",
        "{{ '&lt;/w:t&gt;&lt;bad&gt;'|safe }}",
        "{% include 'x' %}",
        "{{ runs('abc') }}",
        "{{ [][7] + 1 }}",
        "{{ 'x'|round }}",
        "{{ 'x' * 99999999999999999999 }}",
    ],
)
def test_a_tag_that_fails_is_told_as_the_layout_s(tag):
    code, arguments = refused(changed(MAIN, "{{ kind }}", tag))[0]
    assert code in {"layout-tag-fails", "layout-name-unknown"}
    assert arguments["detail"]


def test_loops_nested_deeper_than_python_can_are_told_as_the_layout_s():
    deep = "{% for a in 'a' %}" * 30 + "{% endfor %}" * 30
    assert refused(changed(MAIN, "{{ kind }}", deep))[0][0] == "layout-tag-broken"


def test_a_section_without_any_property_is_still_a_section():
    made(changed(MAIN, "<w:body>", "<w:body><w:p><w:pPr><w:sectPr/></w:pPr></w:p>"))


# --- marks


def footer_without_mark(number):
    return changed(f"word/footer{number}.xml", "{{ page_mark }}", "Trang")


@pytest.mark.parametrize("number", [1, 2])
def test_a_footer_without_the_page_mark_refuses_a_paper_that_has_one(number):
    mark = press_notice().page_mark
    assert refused(footer_without_mark(number), press_notice()) == [("layout-mark-lost", {"mark": mark})]
    made(footer_without_mark(number))


def test_a_section_without_footers_refuses_a_paper_that_has_a_page_mark():
    parts = parts_of()
    main = re.sub(r"<w:footerReference [^>]*/>", "", parts[MAIN].decode())
    template = pack({**parts, MAIN: main.encode()})
    assert refused(template, press_notice())[0][0] == "layout-mark-lost"
    made(template)


def test_even_pages_without_a_footer_of_their_own_refuse_a_paper_that_has_a_page_mark():
    template = changed("word/settings.xml", "</w:settings>", "<w:evenAndOddHeaders/></w:settings>")
    assert refused(template, press_notice())[0][0] == "layout-mark-lost"
    made(template)


def test_a_body_without_the_draft_mark_refuses_a_draft():
    template = changed(MAIN, "{{ draft_mark }}", "…")
    assert refused(template, press_notice()) == [("layout-mark-lost", {"mark": "DỰ THẢO"})]
    made(template, replace(press_notice(), draft_mark=None))
