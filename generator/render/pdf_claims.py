"""What WeasyPrint does not write by itself: the PDF/UA claim, the identifier, one entry per attachment.

WeasyPrint makes one claim per file; a file may be both archivable and accessible, so the second claim
is put into the one metadata packet (a second packet would be ignored by readers). The packet stays
uncompressed: archives want to find it without decoding.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.sax.saxutils import escape

from generator.diagnostics import Diagnostic, Place, Refused

if TYPE_CHECKING:
    from generator.render.pdf import Attachment

_FONT_NAMES = frozenset({"BaseFont", "FontName"})
_LINE_ENDS = (b"\r", b"\n")
_LEVEL = 6
_RDF_END = b"</rdf:RDF>"
_ACCESSIBLE = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


class Family(NamedTuple):
    """The private name that the style sheet calls the paper's font by, and the font's own name."""

    private: str
    real: str


def finish(pdf: Any, identifier: str, family: Family, archive: Attachment | None) -> None:
    """Complete a PDF before it is written; raises `Refused` when a font other than the paper's is in it."""
    _refuse_other_fonts(pdf, family.private)
    _name_fonts(pdf, family)
    _claim(pdf, identifier)
    if archive is not None:
        _name_once(pdf, archive)
    _settle_stream_ends(pdf)
    _write_once(pdf)


def _refuse_other_fonts(pdf: Any, family: str) -> None:
    """Refuse letters of another font: they stand where the paper's own has none."""
    names = {
        _name(item["BaseFont"]).partition("+")[2]
        for item in pdf.objects
        if isinstance(item, dict) and item.get("Type") == "/Font" and "BaseFont" in item
    }
    others = sorted(name for name in names if name.partition("-")[0] != family)
    if others:
        raise Refused(Diagnostic("pdf-other-font", Place(), arguments={"font": name}) for name in others)


def _name_fonts(pdf: Any, family: Family) -> None:
    """Give the embedded fonts their own names back: "ABCDEF+LiberationSerif-BoldItalic"."""
    real = family.real.replace(" ", "")
    for item in pdf.objects:
        if isinstance(item, dict):
            for key in _FONT_NAMES.intersection(item):
                prefix, plus, name = _name(item[key]).partition("+")
                style = name.removeprefix(family.private).replace("-", "")
                item[key] = f"/{prefix}{plus}{real}{'-' if style else ''}{style}"
            if item.get("FontFamily"):
                item["FontFamily"] = type(item["FontFamily"])(family.real)


def _name(value: str | bytes) -> str:
    text = value.decode("ascii", "replace") if isinstance(value, bytes) else value
    return text.removeprefix("/")


def _object(pdf: Any, reference: Any) -> Any:
    number = reference.split()[0]
    return pdf.objects[int(number)]


def _claim(pdf: Any, identifier: str) -> None:
    """Add the second claim and the number of the paper to the metadata, and leave it readable."""
    stream = _object(pdf, pdf.catalog["Metadata"])
    packet = b"".join(stream.stream)
    number = escape(identifier).encode()
    named = (
        b'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        b"<dc:identifier>" + number + b"</dc:identifier></rdf:Description>\n"
        if number
        else b""
    )
    stream.stream = [packet.replace(_RDF_END, _ACCESSIBLE + named + _RDF_END, 1)]
    stream.compress = False


def _settle_stream_ends(pdf: Any) -> None:
    """Let no stream end in a line end: before ``endstream`` it would be read as part of the marker.

    PDF/A asks that the length of a stream be told right (ISO 19005-2, 6.1.7.1); a reader that does not
    trust the number counts to the marker. The streams of objects and of cross-references are only made
    while the file is written: they are settled when they are added.
    """
    for item in pdf.objects:
        _settle(item)
    add = pdf.add_object

    def add_settled(item: Any) -> None:
        _settle(item)
        add(item)

    pdf.add_object = add_settled


def _settle(item: Any) -> None:
    if getattr(item, "compress", False):
        item.compress = False
        data = item.data.partition(b"\nstream\n")[2].removesuffix(b"\nendstream")
        # The highest level takes four times as long for one hundredth less.
        item.stream = [settled(zlib.compress(data, _LEVEL))]
        item.extra["Filter"] = "/FlateDecode"


def _write_once(pdf: Any) -> None:
    """Let each object keep its bytes: they are asked for again to make the identifier of the file."""
    from pydyf import Object

    class Written(Object):  # type: ignore[misc]
        def __init__(self, item: Any) -> None:
            super().__init__()
            self.__dict__.update(number=item.number, generation=item.generation, free=item.free)
            self.bytes, self.packs = item.data, item.compressible

        @property
        def data(self) -> Any:
            return self.bytes

        @property
        def compressible(self) -> Any:
            return self.packs

    pdf.objects[:] = [item if item.free == "f" else Written(item) for item in pdf.objects]


def settled(data: bytes) -> bytes:
    """Return compressed bytes that do not end in a line end, of the same content.

    The last byte is a checksum of the content, so another way of compressing would not change it; a byte
    after the end of the compressed data is passed over by every reader.
    """
    return data + b"\0" if data[-1:] in _LINE_ENDS else data


def _name_once(pdf: Any, archive: Attachment) -> None:
    """Say once that the file carries the data, and its type, which WeasyPrint asks of the machine."""
    pdf.catalog["AF"] = type(pdf.catalog["AF"])(dict.fromkeys(pdf.catalog["AF"]))
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Type") == "/Filespec":
            stream = _object(pdf, item["EF"]["F"])
            stream.extra["Subtype"] = "/" + archive.media_type.replace("/", "#2f")
