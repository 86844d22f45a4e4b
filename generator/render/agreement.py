"""Whether the two files of a paper say the same, asked of every paper before it is written.

Both are made of one tree, but a layout stands between: an office's own Word layout may leave a block
out. The text of the Word file and the text of the HTML that becomes the PDF are compared with white
space removed, in order.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Refused
from generator.office_package import BadPart, parsed
from generator.render.package import MAIN_PART

if TYPE_CHECKING:
    from generator.diagnostics import Argument

_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_NOT_TEXT = re.compile(r"[\s\u2060]+")
_AROUND = 30


def agree(package: bytes, html: str) -> None:
    """Raise `Refused` (``render-formats-differ``) at the first place where the two say different things."""
    word, other = word_text(package), html_text(html)
    if word == other:
        return
    at = next(
        (i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other))
    )
    arguments = {
        "word": word[at : at + _AROUND],
        "pdf": other[at : at + _AROUND],
        "before": word[max(0, at - _AROUND) : at],
    }
    raise Refused([Diagnostic("render-formats-differ", arguments=arguments)])


def word_text(package: bytes) -> str:
    """Return the text of the body of a Word file without white space.

    Raises `Refused` (``layout-not-word``) when its main part cannot be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            root = parsed(archive.read(MAIN_PART))
    except (BadPart, zipfile.BadZipFile, zlib.error, KeyError) as error:
        arguments: dict[str, Argument] = {"part": MAIN_PART, "detail": str(error)}
        raise Refused([Diagnostic("layout-not-word", arguments=arguments)]) from None
    return bare("".join(node.text or "" for node in root.iter(_TEXT)))


def html_text(html: str) -> str:
    """Return the text of the body of a page without white space."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return bare("".join(reader.said))


def bare(text: str) -> str:
    """Return a text as it is compared: without white space."""
    return _NOT_TEXT.sub("", text)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._in_body = False

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self._in_body = self._in_body or tag == "body"

    def handle_data(self, data: str) -> None:
        if self._in_body:
            self.said.append(data)
