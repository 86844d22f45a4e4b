"""WeasyPrint made quicker says the same: the same bytes, the same ink, and only on the version it knows."""

from __future__ import annotations

import hashlib
import inspect
import io
from typing import TYPE_CHECKING, Any

import pytest
import tinyhtml5
import weasyprint
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTCurve

from generator.render import quick
from generator.render.quick import page
from tests import documents, rendering, shapes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

    from generator.document import Document

INTERNALS = {
    "pydyf.PDF.page_references": "060bf90aad55931b",
    "weasyprint.css.ComputedStyle.__missing__": "b318d8efc8ac79d7",
    "weasyprint.css.StyleFor.__init__": "b1e725a7552502aa",
    "weasyprint.draw.draw_collapsed_borders": "120b162d2a4f9066",
    "weasyprint.draw.text.draw_first_line": "1bb8eae6d88e71b1",
    "weasyprint.layout.float.avoid_collisions": "5fc7793c573af328",
    "weasyprint.layout.inline.add_word_spacing": "879516e71f1b80fa",
    "weasyprint.layout.inline.split_inline_box": "3a0cb7ca7e34c7ef",
    "weasyprint.layout.percent.resolve_percentages": "71673078096fcf87",
    "weasyprint.text.line_break.Layout.deactivate": "bfec3ec8406e1c82",
    "weasyprint.text.line_break.Layout.reactivate": "0b89ee097104b713",
    "weasyprint.text.line_break.Layout.setup": "fb227a55094f41d4",
    "weasyprint.text.line_break.strut": "b57885b70dd08efe",
}
SAMPLES: dict[str, Callable[[], Document]] = {
    made.__name__: made
    for made in (
        documents.notice,
        documents.short_notice,
        shapes.report_with_pictures,
        shapes.rates_over_pages,
        shapes.letter_far,
        shapes.letter_urgent,
        shapes.decision_urgent,
        shapes.minutes,
    )
}
GRID = "draw_collapsed_borders"


def source(original: Any) -> tuple[str, str]:
    function = original.fget if isinstance(original, property) else original
    text = inspect.getsource(function).encode()
    return f"{function.__module__}.{function.__qualname__}", hashlib.sha256(text).hexdigest()[:16]


def made(sample: str) -> bytes:
    return rendering.pdf().render(SAMPLES[sample]())


@pytest.fixture
def pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let tables be drawn as WeasyPrint draws them."""
    rendering.pdf()
    for each in quick.replacements():
        if each.name == GRID:
            monkeypatch.setattr(each.owner, each.name, each.original)


def test_what_is_replaced_is_what_the_replacements_were_written_for() -> None:
    rendering.pdf()
    assert dict(source(each.original) for each in quick.replacements()) == INTERNALS


def test_on_another_version_nothing_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    rendering.pdf()
    with quick.removed():
        monkeypatch.setattr(weasyprint, "__version__", "70.1")
        quick.install()
        assert [each.name for each in quick.replacements() if _stands(each)] == []
        monkeypatch.undo()
    assert [each.name for each in quick.replacements() if not _stands(each)] == []


def _stands(each: quick.Replacement) -> bool:
    return vars(each.owner)[each.name] is each.quick


@pytest.mark.usefixtures("pieces")
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_paper_is_the_same_bytes_with_and_without(sample: str) -> None:
    with_them = made(sample)
    with quick.removed():
        assert made(sample) == with_them


def strokes(data: bytes) -> Iterator[tuple[int, str, float, float, float]]:
    """Yield each line of a file as page, direction, place, start and end, in tenths of a point."""
    for number, found in enumerate(extract_pages(io.BytesIO(data))):
        for item in found:
            if isinstance(item, LTCurve):
                x0, y0, x1, y1 = (round(value, 1) for value in item.bbox)
                yield (number, "-", y0, x0, x1) if y0 == y1 else (number, "|", x0, y0, y1)


def ink(data: bytes) -> dict[tuple[int, str, float], list[tuple[float, float]]]:
    """Return what is covered of each line: pieces that touch are one."""
    covered: dict[tuple[int, str, float], list[tuple[float, float]]] = {}
    for number, direction, place, start, end in sorted(strokes(data)):
        runs = covered.setdefault((number, direction, place), [])
        if runs and start <= runs[-1][1] + 0.1:
            runs[-1] = runs[-1][0], max(end, runs[-1][1])
        else:
            runs.append((start, end))
    return covered


def test_the_grid_of_a_table_is_the_same_ink_in_fewer_lines() -> None:
    with_them = made("notice")
    with quick.removed():
        without = made("notice")
    assert ink(with_them) == ink(without)
    assert len(list(strokes(with_them))) < len(list(strokes(without))) / 4


def tree(element: Element) -> Any:
    text = [(part or "").strip() for part in (element.text, element.tail)]
    return element.tag, dict(element.attrib), text, [tree(child) for child in element]


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_shipped_layout_is_read_as_xml_and_means_what_an_html_reader_sees(sample: str) -> None:
    text = rendering.pdf().page(SAMPLES[sample]())
    read = page._read(text)
    if read is None:  # the lines of an address are one attribute
        assert sample == "letter_urgent"
        return
    assert tree(read) == tree(tinyhtml5.parse(text, namespace_html_elements=False))


@pytest.mark.parametrize(
    "text",
    [
        "<html><body><p>a<br></body></html>",
        "<html><BODY></BODY><body/></html>",
        '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
        '<!DOCTYPE html [<!ENTITY a "b">]><html><body>&a;</body></html>',
        "<html><body><![CDATA[<p>]]></body></html>",
        '<html><body data-address="a\nb"/></html>',
        "<html><body data-address='a\tb'/></html>",
        "<p>a</p>",
    ],
)
def test_what_is_no_plain_xml_is_left_to_the_html_reader(text: str) -> None:
    assert page._read(text) is None


def test_lists_and_notes_keep_their_styles() -> None:
    assert page.PlainPage.suits("<p>a</p>", ".a { display: block }")
    for text in ("<ul><li>a</li></ul>", ".a { display: list-item }", ".a { float: footnote }", "<summary>"):
        assert not page.PlainPage.suits("<p>a</p>", text)


def test_a_paper_keeps_no_more_memory_than_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of features of a line is given back to Pango: the original loses one with each line."""
    from weasyprint.text import ffi

    from generator.render.quick import text

    rendering.pdf()
    counted = {"pango_attr_list_new": 0, "pango_attr_list_unref": 0}

    class Counting:
        def __getattr__(self, name: str) -> Any:
            if name in counted:
                counted[name] += 1
            return getattr(ffi.pango, name)

    monkeypatch.setattr(text, "pango", Counting())
    made("short_notice")
    assert counted["pango_attr_list_new"] == counted["pango_attr_list_unref"] > 0
