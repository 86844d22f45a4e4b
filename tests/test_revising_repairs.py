"""Repairs of form: what was broken holds, no word is another, and what is not safe is left and told.

Each test breaks one thing in a paper of ours, which keeps every rule, and has it repaired.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from generator.checks.form import check_form
from generator.checks.rules import Rule, rules
from generator.diagnostics import Refused
from generator.document import Paragraph
from generator.reading.word import read_word
from generator.reading.word.markup import P, w
from generator.revising import Why, fixed, repairs
from generator.revising.order import set_property
from generator.revising.repairs import repair_of
from generator.revising.work import Work
from generator.rule_results import Outcome
from generator.seen import SeenPaper
from generator.wording import nfc
from tests import documents, rendering
from tests.proofs import open_xml_sdk, word_audit
from tests.word_files import docx, field, p, packed, r, unpacked

STYLES, MAIN, HEADER, FOOTER = "word/styles.xml", "word/document.xml", "word/header1.xml", "word/footer1.xml"
W_PREFIX = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Break = Callable[[dict[str, etree._Element]], None]


def broken_rules(paper: SeenPaper) -> set[str]:
    return {answer.rule for answer in check_form(paper, own=False) if answer.outcome is Outcome.FAILED}


@cache
def sound() -> bytes:
    """The sample notice with one short annex: it keeps every rule."""
    whole = documents.notice().body
    body = tuple(map(with_one_annex, (*whole[:27], whole[-1])))
    annex = replace(documents.rows_annex(2, total=True), label="Phụ lục")
    data = rendering.word().render(replace(documents.notice(), body=body, annexes=(annex,)))
    assert broken_rules(read_word(data, "x")) == set()
    return data


def with_one_annex(block: Paragraph) -> Paragraph:
    """Return a paragraph that speaks of its annex as of the only one."""
    runs = tuple(replace(run, text=re.sub(r"Phụ lục [IV]+", "Phụ lục", run.text)) for run in block.runs)
    return replace(block, runs=runs)


def broken(*breaks: Break) -> bytes:
    parts = unpacked(sound())
    trees = {name: etree.fromstring(part) for name, part in parts.items() if name.endswith(".xml")}
    for one in breaks:
        one(trees)
    return packed({**parts, **{name: etree.tostring(tree) for name, tree in trees.items()}})


# --- ways to break a paper -----------------------------------------------------------------------------


def style(id_: str, part: str, name: str, **values: str) -> Break:
    """Set a property of a style; its name may be that of a look ("sz") or of a form ("jc")."""

    def change(trees: dict[str, etree._Element]) -> None:
        found = next(item for item in trees[STYLES] if item.get(w("styleId")) == id_)
        owner = found.find(w(part))
        if owner is None:
            owner = etree.SubElement(found, w(part))
        set_property(owner, name, values)

    return change


def defaults(name: str, **values: str) -> Break:
    def change(trees: dict[str, etree._Element]) -> None:
        set_property(next(trees[STYLES].iter(w("rPr"))), name, values)

    return change


def sections(name: str, **values: str) -> Break:
    def change(trees: dict[str, etree._Element]) -> None:
        for section in trees[MAIN].iter(w("sectPr")):
            set_property(section, name, values)

    return change


def without(part: str, name: str) -> Break:
    def change(trees: dict[str, etree._Element]) -> None:
        for element in list(trees[part].iter(w(name))):
            element.getparent().remove(element)  # type: ignore[union-attr]

    return change


def decomposed(trees: dict[str, etree._Element]) -> None:
    for text in trees[MAIN].iter(w("t")):
        text.text = unicodedata.normalize("NFD", text.text or "")


def marks_in_runs_of_their_own(trees: dict[str, etree._Element]) -> None:
    """Type "ô" as "o" and its mark in the next run, as old keyboards do."""
    text = next(item for item in trees[MAIN].iter(w("t")) if "Thực hiện Kế hoạch" in (item.text or ""))
    run = text.getparent()
    assert run is not None
    following = etree.fromstring(etree.tostring(run))
    said = unicodedata.normalize("NFD", text.text or "")
    at = next(index for index, char in enumerate(said) if unicodedata.combining(char))
    text.text = said[:at]
    following.find(w("t")).text = said[at:]  # type: ignore[union-attr]
    run.addnext(following)


def number_at_foot(trees: dict[str, etree._Element]) -> None:
    """Move the page number to the foot, at the right, italic and small."""
    head, foot = trees[HEADER], trees[FOOTER]
    for child in list(foot):
        foot.remove(child)
    paragraph = head[0]
    set_property(paragraph.find(w("pPr")), "jc", {"val": "right"})  # type: ignore[arg-type]
    for run in paragraph.iter(w("r")):
        look = etree.Element(w("rPr"))
        run.insert(0, look)
        set_property(look, "i", {})
        set_property(look, "sz", {"val": "22"})
    foot.append(paragraph)
    head.append(etree.Element(P))


def number_look(trees: dict[str, etree._Element]) -> None:
    for run in trees[HEADER].iter(w("r")):
        look = etree.Element(w("rPr"))
        run.insert(0, look)
        set_property(look, "i", {})
        set_property(look, "sz", {"val": "22"})


def number_left(trees: dict[str, etree._Element]) -> None:
    set_property(trees[HEADER][0].find(w("pPr")), "jc", {"val": "left"})  # type: ignore[arg-type]


def starts_at(index: int, number: str) -> Break:
    def change(trees: dict[str, etree._Element]) -> None:
        set_property(list(trees[MAIN].iter(w("sectPr")))[index], "pgNumType", {"start": number})

    return change


CASES: dict[str, tuple[str, Break]] = {
    "paper": ("F1", sections("pgSz", w="12240", h="15840")),
    "left margin too narrow": ("F3", sections("pgMar", left="1418")),
    "all margins wide": ("F3", sections("pgMar", left="2268", right="1701", top="1701", bottom="1701")),
    "gutter": ("F3", sections("pgMar", left="1417", gutter="850")),
    "font of the whole paper": ("F4", defaults("rFonts", ascii="Arial", hAnsi="Arial")),
    "font of a style": ("F4", style("Heading1", "rPr", "rFonts", ascii="Calibri", hAnsi="Calibri")),
    "font of Vietnamese letters": ("F4", style("NoiDung", "rPr", "rFonts", hAnsi="Arial")),
    "font that measures the same": (
        "F5",
        defaults("rFonts", ascii="Liberation Serif", hAnsi="Liberation Serif"),
    ),
    "colour of a style": ("F6", style("NoiDung", "rPr", "color", val="2F5496", themeColor="accent1")),
    "decomposed letters": ("F7", decomposed),
    "marks in other runs": ("F7", marks_in_runs_of_their_own),
    "numbers from five": ("F9", starts_at(0, "5")),
    "number at the left": ("F10", number_left),
    "number at the foot": ("F10", number_at_foot),
    "number small and italic": ("F11", number_look),
    "number on the first page": ("F12", without(MAIN, "titlePg")),
    "national name": ("F16", style("QuocHieu", "rPr", "sz", val="32")),
    "motto upright": ("F18", style("TieuNgu", "rPr", "i")),
    "motto apart": ("F19", style("TieuNgu", "pPr", "spacing", before="240", line="360")),
    "issuer not bold": ("F24", style("CoQuanBanHanh", "rPr", "b", val="0")),
    "number of the paper": ("F32", style("SoKyHieu", "rPr", "sz", val="24")),
    "kind": ("F39", style("TenLoai", "rPr", "sz", val="32")),
    "subject": ("F40", style("TrichYeu", "rPr", "b", val="0")),
    "first line": ("F56", style("NoiDung", "pPr", "ind", firstLine="851")),
    "hanging list": ("F56", style("GachDauDong", "pPr", "ind", left="720", hanging="360", firstLine="")),
    "two indents": ("F57", style("Diem", "pPr", "ind", firstLine="567")),
    "aligned left": ("F58", style("NoiDung", "pPr", "jc", val="left")),
    "too close": ("F59", style("NoiDung", "pPr", "spacing", before="0")),
    "contextual spacing": ("F59", style("NoiDung", "pPr", "contextualSpacing")),
    "double lines": ("F60", style("NoiDung", "pPr", "spacing", line="480")),
    "fixed lines": ("F60", style("NoiDung", "pPr", "spacing", line="240", lineRule="exact")),
    "small text": ("F61", style("NoiDung", "rPr", "sz", val="24")),
    "two sizes": ("F63", style("Diem", "rPr", "sz", val="26")),
    "post": ("F84", style("ChucVu", "rPr", "b", val="0")),
    "name": ("F87", style("HoTen", "rPr", "i")),
    "recipients": ("F93", style("NoiNhanMuc", "rPr", "sz", val="24")),
    "annex label": ("F105", style("PhuLuc", "rPr", "sz", val="26")),
    "annex title": ("F106", style("TenPhuLuc", "rPr", "b", val="0")),
    "annex reference": ("F108", style("KemTheo", "rPr", "i", val="0")),
    "annex goes on counting": ("F110", starts_at(1, "4")),
}


@pytest.mark.parametrize(("rule", "how"), CASES.values(), ids=CASES.keys())
def test_what_is_broken_is_repaired_and_nothing_else(rule: str, how: Break) -> None:
    data = broken(how)
    before = read_word(data, "x")
    assert rule in broken_rules(before)
    repaired = fixed(data, "x", rules().keys())
    after = read_word(repaired.data, "x")
    assert rule not in broken_rules(after)
    assert broken_rules(after) <= broken_rules(before)
    assert [nfc(x.words) for x in after.reading()] == [nfc(x.words) for x in before.reading()]
    assert rule in {change.rule for change in repaired.changes}
    assert all(change.before != change.after for change in repaired.changes)
    assert rule not in repaired.left


def test_only_what_is_wanted_is_repaired() -> None:
    data = broken(*(how for _, how in (CASES["first line"], CASES["small text"])))
    repaired = fixed(data, "x", {"F61"})
    assert {change.rule for change in repaired.changes} == {"F61"}
    assert "F56" in broken_rules(read_word(repaired.data, "x"))
    assert fixed(data, "x", ()).changes == ()
    assert unpacked(fixed(data, "x", ()).data) == unpacked(data)


def test_a_sound_paper_is_left_as_it_is() -> None:
    repaired = fixed(sound(), "x", rules().keys())
    assert repaired.changes == ()
    assert repaired.data == sound()


def test_everything_at_once_is_repaired_and_told() -> None:
    chosen = ("paper", "left margin too narrow", "font of the whole paper", "colour of a style", "first line")
    chosen += ("decomposed letters", "number at the foot", "aligned left", "too close", "small text", "kind")
    data = broken(*(CASES[name][1] for name in chosen), without(MAIN, "titlePg"))
    before = broken_rules(read_word(data, "x"))
    assert {CASES[name][0] for name in chosen} | {"F12"} <= before
    repaired = fixed(data, "x", rules().keys())
    after = broken_rules(read_word(repaired.data, "x"))
    assert after <= before
    assert not after & {CASES[name][0] for name in chosen} | ({"F12"} & after)
    assert set(repaired.left) == after


def test_the_list_says_what_was_changed_where() -> None:
    repaired = fixed(broken(CASES["small text"][1]), "x", {"F61"})
    (change,) = repaired.changes
    assert (change.fix, change.before, change.after, change.section) == ("sizes", "12 pt", "13 pt", 0)
    seen = {x.number: x for x in read_word(repaired.data, "x").paragraphs}
    assert change.paragraphs
    assert all(seen[number].stretches[0].size == 13 for number in change.paragraphs)
    (margins,) = fixed(broken(starts_at(0, "3")), "x", {"F9"}).changes
    assert (margins.section, margins.paragraphs, margins.before, margins.after) == (1, (), "3", "1")


def test_the_same_file_gives_the_same_bytes() -> None:
    data = broken(CASES["number at the foot"][1], CASES["small text"][1])
    assert fixed(data, "x", rules().keys()) == fixed(data, "x", rules().keys())


def test_parts_that_need_no_repair_stay_byte_for_byte() -> None:
    data = broken(CASES["aligned left"][1])
    before, after = unpacked(data), unpacked(fixed(data, "x", rules().keys()).data)
    assert {name for name in after if before.get(name) != after[name]} == {MAIN}


# --- what is not safe ----------------------------------------------------------------------------------


def left(data: bytes, rule: str) -> Why | None:
    repaired = fixed(data, "x", {rule})
    assert rule in broken_rules(read_word(data, "x"))
    assert repaired.changes == ()
    return repaired.left.get(rule)


def typed_indent(trees: dict[str, etree._Element]) -> None:
    style("NoiDung", "pPr", "ind", firstLine="0")(trees)
    for text in trees[MAIN].iter(w("t")):
        if (text.text or "").startswith("Thực hiện Kế hoạch"):
            text.getparent().insert(0, etree.Element(w("tab")))  # type: ignore[union-attr]


def words_beside_the_number(trees: dict[str, etree._Element]) -> None:
    number_at_foot(trees)
    text = etree.SubElement(etree.SubElement(trees[FOOTER][0], w("r")), w("t"))
    text.text = " Trang của Ủy ban"


def head_with_words(trees: dict[str, etree._Element]) -> None:
    number_at_foot(trees)
    text = etree.SubElement(etree.SubElement(trees[HEADER][0], w("r")), w("t"))
    text.text = "Đầu trang"


def test_words_stay_even_where_a_rule_is_about_words() -> None:
    def full_stop(trees: dict[str, etree._Element]) -> None:
        last = next(x for x in trees[MAIN].iter(w("t")) if "./." in (x.text or ""))
        last.text = (last.text or "").replace("./.", ".")

    assert left(broken(full_stop), "F64") is Why.NO_REPAIR


def test_a_number_with_words_beside_it_is_left() -> None:
    assert left(broken(words_beside_the_number), "F10") is Why.NOT_SAFE


def test_a_head_with_words_takes_no_number() -> None:
    assert left(broken(head_with_words), "F10") is Why.NOT_SAFE


def test_light_letters_are_left() -> None:
    """They may stand on a dark ground, where black could not be read."""
    assert left(broken(style("DauBang", "rPr", "color", val="FFFFFF")), "F6") is Why.NOT_SAFE


def test_a_paragraph_set_in_by_a_tab_is_left() -> None:
    data = broken(typed_indent)
    repaired = fixed(data, "x", {"F56"})
    assert repaired.left == {"F56": Why.NOT_SAFE}
    assert all(x.first_line == 0 for x in read_word(repaired.data, "x").paragraphs if x.text.startswith("\t"))


def test_letters_of_an_old_code_keep_their_font() -> None:
    """Only in .VnTime are they what was meant."""
    data = broken(style("NoiDung", "rPr", "rFonts", ascii=".VnTime", hAnsi=".VnTime"))
    repaired = fixed(data, "x", rules().keys())
    assert repaired.left.get("F8") is Why.NO_REPAIR
    fonts = {stretch.font for x in read_word(repaired.data, "x").paragraphs for stretch in x.stretches}
    assert ".VnTime" in fonts


def test_components_of_a_file_of_several_papers_are_left() -> None:
    def twice(trees: dict[str, etree._Element]) -> None:
        body = trees[MAIN][0]
        for child in [etree.fromstring(etree.tostring(item)) for item in body if item.tag != w("sectPr")]:
            body.insert(len(body) - 1, child)

    assert left(broken(CASES["kind"][1], twice), "F39") is Why.NOT_SAFE


def test_symbols_keep_their_font() -> None:
    body = p(
        r("Chữ ", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')
        + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    )
    repaired = fixed(docx(body), "x", {"F4"})
    stretches = read_word(repaired.data, "x").paragraphs[0].stretches
    assert [(x.text, x.font) for x in stretches] == [("Chữ ", "Times New Roman"), ("☑", "Wingdings")]


def test_marks_of_footnotes_keep_their_size() -> None:
    def mark(trees: dict[str, etree._Element]) -> None:
        text = next(x for x in trees[MAIN].iter(w("t")) if (x.text or "").startswith("Kết luận kiểm tra"))
        run = etree.fromstring(
            r("2", '<w:vertAlign w:val="superscript"/><w:sz w:val="16"/>').replace(
                "<w:r>", f'<w:r xmlns:w="{W_PREFIX[1:-1]}">', 1
            )
        )
        text.getparent().addnext(run)  # type: ignore[union-attr]

    data = broken(mark, CASES["subject"][1])
    repaired = fixed(data, "x", {"F40"})
    sizes = [
        x.size for one in read_word(repaired.data, "x").paragraphs for x in one.stretches if x.text == "2"
    ]
    assert sizes[0] == 8


def test_the_number_of_an_automatic_list_takes_the_font_of_its_text() -> None:
    """Word sets it in the look of the paragraph's mark."""
    repaired = fixed(broken(CASES["small text"][1]), "x", {"F61"})
    root = etree.fromstring(unpacked(repaired.data)[MAIN])
    (number, *_) = repaired.changes[0].paragraphs
    mark = list(root.iter(P))[number - 1].find(f"{w('pPr')}/{w('rPr')}/{w('sz')}")
    assert mark is not None
    assert mark.get(w("val")) == "26"


def test_every_repair_that_the_rules_name_is_there() -> None:
    assert {rule.id for rule in rules().values() if rule.fix and repair_of(rule) is None} == set()


def test_a_file_that_cannot_be_copied_is_refused() -> None:
    with pytest.raises(Refused, match="word-not-word"):
        fixed(b"", "x", {"F4"})


def test_a_repair_that_changes_a_word_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    """The broken twin of all the tests above: a repair that is wrong is given to nobody."""

    def wrong(work: Work, rule: Rule, _told: object) -> None:
        work.clear(1)
        work.note((rule.id, "font"), "a", "b")

    monkeypatch.setitem(repairs._OF_FIXES, "font", wrong)
    with pytest.raises(RuntimeError):
        fixed(broken(CASES["font of the whole paper"][1]), "x", {"F4"})


def test_validators_have_nothing_against_the_copies(tmp_path: Path) -> None:
    chosen = (
        "number at the foot",
        "first line",
        "contextual spacing",
        "small text",
        "font of a style",
        "gutter",
    )
    cases = {name: broken(CASES[name][1]) for name in chosen}
    cases["all"] = broken(*(how for name, (_, how) in CASES.items() if name != "marks in other runs"))
    files = []
    for name, data in cases.items():
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(fixed(data, "x", rules().keys()).data)
    assert not word_audit.faults(files)
    assert not open_xml_sdk.faults(files)


def test_a_foreign_paper_with_a_short_field_is_repaired() -> None:
    number = p(field(" PAGE ", "2"), '<w:jc w:val="right"/>')
    section = '<w:headerReference w:type="default" r:id="rId-header1"/><w:pgSz w:w="11906" w:h="16838"/>'
    section += '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/>'
    data = docx(p("Kính gửi: Sở Tư pháp"), section=section, header1=number)
    repaired = fixed(data, "x", {"F10", "F12"})
    found = read_word(repaired.data, "x").sections[0].page_number
    assert found is not None
    assert (found.where, found.align, found.on_first) == ("top", "center", False)
