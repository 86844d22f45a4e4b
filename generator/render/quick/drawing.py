"""Writing a line of glyphs: each glyph is put into words once a font and size, not once a letter."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any, NamedTuple

from weasyprint.draw.text import draw_first_line as _original
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

if TYPE_CHECKING:
    from collections.abc import Iterator

_GLYPH = struct.Struct("=4i4x")  # number, width, two offsets, and a mark that is not needed
_FITS = ffi.sizeof("PangoGlyphInfo") == _GLYPH.size and pango.pango_version() >= 14802
_UNKNOWN = 0x10000000  # PANGO_GLYPH_UNKNOWN_FLAG: above all numbers of glyphs


def draw_first_line(stream: Any, box: Any, overflow: Any, ellipsis: Any, matrix: Any) -> list[Any]:
    """Do what WeasyPrint's function of this name does; every line that is not plain is left to it."""
    plain = overflow != "ellipsis" and ellipsis == "none" and box.style["font_size"] >= 1e-6
    if not (_FITS and plain):
        return list(_original(stream, box, overflow, ellipsis, matrix))
    if not box.text.strip():
        return []
    written, font = len(stream.stream), stream._current_font  # noqa: SLF001 - put back when it was in vain
    if not _drawn(stream, box, matrix):
        del stream.stream[written:]
        stream._current_font = font  # noqa: SLF001
        return list(_original(stream, box, overflow, ellipsis, matrix))
    return []


class _Pen(NamedTuple):
    """What a run is drawn with: a font in a size, and the text it is taken from."""

    stream: Any
    font: Any
    size: float
    text: str


def _drawn(stream: Any, box: Any, matrix: Any) -> bool:
    """Draw a line; return False at the first thing out of the ordinary."""
    layout = box.pango_layout
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    stream.set_text_matrix(*matrix.values)
    previous, pen, words = None, None, list[str]()
    for item in _runs(line):
        pango_font = item.item.analysis.font
        if pango_font != previous:
            previous = pango_font
            font, size = stream.add_font(pango_font)
            if font.png or font.svg or font.colr or font.bitmap:
                return False
            if words:
                stream.show_text("".join(words))
            words = []
            stream.set_font_size(font.hash, size)
            pen = _Pen(stream, font, size, layout.text)
        run = _run(pen, item) if pen else None
        if run is None:
            return False
        words.append(run)
    stream.show_text("".join(words))
    return True


def _runs(line: Any) -> Iterator[Any]:
    run = line.runs[0]
    while run != ffi.NULL:
        yield run.data
        run = run.next


def _run(pen: _Pen, item: Any) -> str | None:
    """Return the words of one run, or None when a glyph is missing or stands above the line."""
    known = pen.font.__dict__.setdefault("words", {}).setdefault(pen.size, {})
    glyphs = item.glyphs
    words = ["<"]
    memory = ffi.buffer(glyphs.glyphs, glyphs.num_glyphs * _GLYPH.size)
    for place, glyph in enumerate(_GLYPH.iter_unpack(memory)):
        word = known.get(glyph)
        if word is None:
            word = known[glyph] = _word(pen, item, place, glyph)
            if word is None:
                return None
        words.append(word)
    said = "".join(words)
    return said[:-1] if said[-1] == "<" else f"{said}>"


def _word(pen: _Pen, item: Any, place: int, glyph: tuple[int, ...]) -> str | None:
    """Return how a glyph of this width is written, and note in the font what letters it is."""
    number, width, offset, rise = glyph
    font, size, stream = pen.font, pen.size, pen.stream
    if number == pango.PANGO_GLYPH_EMPTY:
        return f">{-width / size}<"
    if rise or not 0 <= number < _UNKNOWN:
        return None
    if number not in font.to_unicode:
        font.to_unicode[number] = _letters(item, pen.text, place)
    if number not in font.widths:
        pango.pango_font_get_glyph_extents(
            item.item.analysis.font, number, stream.ink_rect, stream.logical_rect
        )
        font.widths[number] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
    moved = offset / size
    kerning = font.widths[number] + moved - width * 1000 * FROM_UNITS / size
    before = f">{-moved}<" if moved else ""
    return f"{before}{number:04x}>{int(kerning)}<" if kerning else f"{before}{number:04x}"


def _letters(item: Any, text: str, place: int) -> str:
    """Return the letters of the glyph at a place of a run."""
    clusters, count, whole = item.glyphs.log_clusters, item.glyphs.num_glyphs, item.item
    start = clusters[place]
    if whole.analysis.level % 2:  # from right to left
        end = whole.length if place == 0 else clusters[place - 1]
    else:
        end = whole.length if place == count - 1 else clusters[place + 1]
    return text.encode()[whole.offset + start : whole.offset + end].decode()
