"""The fonts of a PDF: how codes become letters, how wide they are, and what the font is called.

pdfminer builds them. Its loops over ranges of codes are bounded here, and font files stay closed: the
widths and the letters of a finished paper stand outside of them.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdffont import PDFCIDFont, PDFType1Font, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, int_value, list_value, num_value, resolve1
from pdfminer.psparser import KWD, PSLiteral, literal_name
from pdfminer.utils import decode_text, nunpack

from generator.reading.pdf import limits
from generator.reading.pdf.font_names import font_name
from generator.reading.pdf.ink import UNREADABLE, Face
from generator.reading.pdf.limits import TooMuch
from generator.reading.pdf.objects import DAMAGED
from generator.reading.pdf.words import CountedWords

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from pdfminer.pdffont import PDFFont
    from pdfminer.psparser import PSKeyword

    from generator.reading.pdf.limits import Budget

_MAX_LIGATURE = 16
_FORCE_BOLD, _ITALIC = 1 << 18, 1 << 6  # bits of /Flags
_FILES = ("FontFile", "FontFile2", "FontFile3")
_OPAQUE = re.compile(r"(?:CIDFont\+)?[A-Z]{0,2}[0-9]+|unknown|")
_RANGES = frozenset({KWD(b"endbfrange"), KWD(b"endcidrange")})


class Font:
    """One font as the page uses it: `face` is its name and style, `glyph` a code's letter and width."""

    def __init__(self, font: PDFFont, face: Face) -> None:
        self.font = font
        self.face = face
        self._known: dict[int, tuple[str, float]] = {}

    @property
    def used(self) -> bool:
        """Whether any of its letters was drawn."""
        return bool(self._known)

    def glyph(self, code: int) -> tuple[str, float]:
        """Return what a code prints (`UNREADABLE` when the font does not say) and its width at size 1."""
        known = self._known.get(code)
        if known is None:
            known = self._known[code] = (self._letter(code), self._width(code))
        return known

    def _letter(self, code: int) -> str:
        try:
            return self.font.to_unichr(code) or UNREADABLE
        except (PDFUnicodeNotDefined, *DAMAGED):
            return UNREADABLE

    def _width(self, code: int) -> float:
        try:
            return float(self.font.char_width(code))
        except DAMAGED:
            return 0.0


class Fonts(PDFResourceManager):
    """Builds each font once. One that cannot be built prints letters that cannot be read."""

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self.budget = budget
        self.built: dict[int, Font] = {}

    def get_font(self, objid: object, spec: Mapping[str, Any]) -> PDFFont:
        """Return pdfminer's font for a font dictionary."""
        if objid and objid in self._cached_fonts:
            return self._cached_fonts[objid]
        if len(self.built) >= limits.MAX_FONTS:
            raise TooMuch("fonts")
        try:
            font = self._font(spec)
        except DAMAGED:
            font = PDFType1Font(self, {})
        self.built[id(font)] = Font(font, _face(spec))
        if objid:
            self._cached_fonts[objid] = font
        return font

    def missing(self) -> set[str]:
        """Return the names of the fonts that letters are drawn with and that are not in the file."""
        faces = [font.face for font in self.built.values() if font.used]
        return {face.family or face.name for face in faces if not face.embedded}

    def _font(self, spec: Mapping[str, Any]) -> PDFFont:
        plain = {key: value for key, value in spec.items() if key != "ToUnicode"}
        composite = literal_name(spec.get("Subtype", "Type1")) == "Type0"
        if composite:
            plain = {**_descendant(spec), "Encoding": resolve1(spec.get("Encoding"))}
            _refuse_endless_widths(plain)
        if "FontDescriptor" in plain:
            plain["FontDescriptor"] = _without_files(plain["FontDescriptor"])
        letters = resolve1(spec.get("ToUnicode"))
        if isinstance(letters, PSLiteral):
            plain["ToUnicode"] = letters
        font = PDFCIDFont(self, plain) if composite else super().get_font(None, plain)
        if isinstance(letters, PDFStream):
            font.unicode_map = _unicode_map(letters, self.budget)  # type: ignore[attr-defined]
        return font


def _descendant(spec: Mapping[str, Any]) -> dict[str, Any]:
    return dict(dict_value(list_value(spec["DescendantFonts"])[0]))


def _without_files(descriptor: object) -> dict[str, Any]:
    return {key: value for key, value in dict_value(descriptor).items() if key not in _FILES}


def _refuse_endless_widths(spec: Mapping[str, Any]) -> None:
    """Widths may be given for a range of codes: first, last, width."""
    for name in ("W", "W2"):
        numbers = [resolve1(item) for item in list_value(spec.get(name, []))]
        last = max((abs(item) for item in numbers if isinstance(item, int)), default=0)
        if last > limits.MAX_CODES:
            raise TooMuch("codes")


class _LetterMap(CountedWords, CMapParser):
    """Reads which letters the codes of a font are; ranges of codes may not be endless."""

    def __init__(self, letters: FileUnicodeMap, data: bytes, budget: Budget) -> None:
        self.budget = budget
        self.codes = 0
        super().__init__(letters, io.BytesIO(data))

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        if token in _RANGES:
            values = [value for _, value in self.curstack]
            for first, last in zip(values[::3], values[1::3], strict=False):
                if isinstance(first, bytes) and isinstance(last, bytes):
                    self.codes += max(nunpack(last) - nunpack(first), 0) + 1
        if self.codes > limits.MAX_CODES:
            raise TooMuch("codes")
        super().do_keyword(pos, token)


def _unicode_map(stream: PDFStream, budget: Budget) -> FileUnicodeMap:
    found = FileUnicodeMap()
    _LetterMap(found, stream.get_data(), budget).run()
    if len(found.cid2unichr) > limits.MAX_CODES:
        raise TooMuch("codes")
    found.cid2unichr = {code: text[:_MAX_LIGATURE] for code, text in found.cid2unichr.items()}
    return found


def _face(spec: Mapping[str, Any]) -> Face:
    try:
        return _told_face(spec)
    except DAMAGED:
        return Face("", "", bold=False, italic=False, embedded=False)


def _told_face(spec: Mapping[str, Any]) -> Face:
    subtype = literal_name(spec.get("Subtype", "Type1"))
    inner = _descendant(spec) if subtype == "Type0" else spec
    descriptor = dict_value(resolve1(inner.get("FontDescriptor", {})))
    name = literal_name(resolve1(spec.get("BaseFont", inner.get("BaseFont", ""))))
    told = font_name(name)
    flags = int_value(descriptor.get("Flags", 0))
    return Face(
        name=name,
        family=_family(told.family, resolve1(descriptor.get("FontFamily"))),
        bold=told.bold or bool(flags & _FORCE_BOLD) or num_value(descriptor.get("FontWeight", 0)) >= 600,
        italic=told.italic or bool(flags & _ITALIC) or bool(num_value(descriptor.get("ItalicAngle", 0))),
        embedded=subtype == "Type3" or any(key in descriptor for key in _FILES),
    )


def _family(from_name: str, given: object) -> str:
    """Return the family: as the descriptor spells it, if that is the same or the name tells nothing."""
    if not isinstance(given, bytes) or not given:
        return from_name
    spelt = decode_text(given).strip()
    same = _squeezed(spelt) == _squeezed(from_name)
    return spelt if same or _OPAQUE.fullmatch(from_name) else from_name


def _squeezed(name: str) -> str:
    return re.sub(r"[\s_-]", "", name).lower()
