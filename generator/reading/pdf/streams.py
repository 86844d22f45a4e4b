"""Unpacking the streams of a PDF without letting a small one become a huge one."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.lzw import LZWDecoder
from pdfminer.pdftypes import PDFStream, int_value, resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from generator.reading.pdf import limits
from generator.reading.pdf.limits import TooMuch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.reading.pdf.limits import Budget

_SLOW = frozenset(
    {"LZWDecode", "LZW", "RunLengthDecode", "RL", "ASCII85Decode", "A85", "ASCIIHexDecode", "AHx"}
)
# They stay packed: nobody looks into them.
_PICTURES = frozenset({"DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF"})
_PIECE = 1 << 16
_MOST_PIECES = 4_000_000


class BoundedStream(PDFStream):
    """A stream that unpacks itself within the limits; what is no stream of text stays empty."""

    def __init__(self, stream: PDFStream, budget: Budget) -> None:
        super().__init__(stream.attrs, stream.rawdata or b"", stream.decipher)
        self.budget = budget

    def decode(self) -> None:
        """Set `data`; raises TooMuch, or whatever the filter says of damaged data."""
        data = self.rawdata or b""
        if self.decipher is not None and self.objid is not None:
            data = self.decipher(self.objid, self.genno or 0, data, self.attrs)
        for name, params in self.get_filters():
            data = self._unpacked(literal_name(name), data)
            self.budget.unpack(len(data))
            if isinstance(params, dict) and int_value(params.get("Predictor", 1)) > 1:
                self.budget.decode(len(data) // 2)
                data = _unpredicted(params, data)
        self.data, self.rawdata = data, None

    def _unpacked(self, name: str, data: bytes) -> bytes:
        if name in {"FlateDecode", "Fl"}:
            return inflated(data)
        if name in _SLOW:
            if len(data) > limits.MAX_SLOW:
                raise TooMuch("stream")
            self.budget.decode(len(data))
            return _slowly(name, data)
        return b"" if name in _PICTURES else data


def _slowly(name: str, data: bytes) -> bytes:
    """Unpack what is coded letter by letter."""
    if name in {"LZWDecode", "LZW"}:
        return _joined(LZWDecoder(io.BytesIO(data)).run())
    if name in {"RunLengthDecode", "RL"}:
        return _joined(_runs(data))
    if name in {"ASCII85Decode", "A85"}:
        return ascii85decode(data)
    return asciihexdecode(data)


def inflated(data: bytes) -> bytes:
    """Unpack zlib data; of damaged data what can be had, as every reader of PDF does."""
    packed = zlib.decompressobj()
    pieces = []
    size = 0
    try:
        while data and not packed.eof:
            piece = packed.decompress(data, _PIECE)
            data = packed.unconsumed_tail
            size += len(piece)
            if size > limits.MAX_STREAM:
                raise TooMuch("stream")
            pieces.append(piece)
    except zlib.error:
        pass
    return b"".join(pieces)


def _joined(pieces: Iterable[bytes]) -> bytes:
    kept: list[bytes] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > limits.MAX_STREAM or len(kept) > _MOST_PIECES:
            raise TooMuch("stream")
        kept.append(piece)
    return b"".join(kept)


def _runs(data: bytes) -> Iterable[bytes]:
    """Yield the pieces of run-length coded data; 128 ends them."""
    at = 0
    while at < len(data) and (count := data[at]) != 128:
        if count < 128:
            yield data[at + 1 : at + 2 + count]
            at += 2 + count
        else:
            yield data[at + 1 : at + 2] * (257 - count)
            at += 2


def _unpredicted(params: dict[str, Any], data: bytes) -> bytes:
    kind = int_value(params["Predictor"])
    if len(data) > limits.MAX_PREDICTED:
        raise TooMuch("stream")
    colours, columns, bits = (
        min(int_value(resolve1(params.get(name, usual))), limits.MAX_STREAM)
        for name, usual in (("Colors", 1), ("Columns", 1), ("BitsPerComponent", 8))
    )
    if colours * columns * bits < 8:
        raise ValueError("a row without a byte")
    if kind == 2:
        return apply_tiff_predictor(colours, columns, bits, data)
    return apply_png_predictor(kind, colours, columns, bits, data)
