"""Signed files as document systems make them: stamped, signed, saved again, printed; and what must not be.

Signatures are real (a certificate made on the spot, PAdES), with a visible appearance as systems draw it.
"""

from __future__ import annotations

import io
import subprocess
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pikepdf
import weasyprint
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.stamp import StaticStampStyle

from generator.document import Document, Paragraph, Run
from tests import rendering
from tests.inspections import composed, sample
from tests.proofs import libreoffice

if TYPE_CHECKING:
    from collections.abc import Callable

NUMBER, DAY = "45/TB-UBND", date(2026, 5, 18)
PERSON = ("Ký bởi: Nguyễn Văn A", "Chức vụ: Chánh Văn phòng", "Thời gian ký: 18/05/2026 09:10:11 +07:00")
AGENCY = ("Ký bởi: Ủy ban nhân dân tỉnh Mẫu", "Email: ubnd@mau.example", "Thời gian ký: 18/05/2026 09:20:00")


# --- the paper ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Paper:
    """The fictional notice cut short, perhaps with some words replaced, or with fewer annexes."""

    old: str = ""
    new: str = ""
    annexes: int = 2

    @property
    def issued(self) -> bytes:
        """The PDF as it is issued."""
        return _rendered(self, numbered=True)

    @property
    def blank(self) -> bytes:
        """The PDF that is put before the signer, with its blanks."""
        return _rendered(self, numbered=False)


def _document(*, numbered: bool) -> Document:
    """The fictional notice, cut short: its beginning, its signature, its annexes."""
    loaded = sample()
    paper = loaded.inspection.documents[0]
    if numbered:
        paper = paper.model_copy(update={"number": NUMBER, "date": DAY})
    whole = composed(loaded, paper, "trinh-ky").document
    annexes = tuple(replace(one, blocks=one.blocks[:3]) for one in whole.annexes)
    return replace(whole, body=whole.body[:9], annexes=annexes)


@cache
def _rendered(paper: Paper, *, numbered: bool) -> bytes:
    return rendering.pdf().render(_shown(paper, numbered=numbered))


def _shown(paper: Paper, *, numbered: bool) -> Document:
    document = _document(numbered=numbered)
    body = tuple(_changed(block, paper.old, paper.new) if paper.old else block for block in document.body)
    assert not paper.old or body != document.body
    return replace(document, body=body, annexes=document.annexes[: paper.annexes])


def _changed(block: object, old: str, new: str) -> object:
    if not isinstance(block, Paragraph):
        return block
    runs = tuple(
        replace(run, text=run.text.replace(old, new)) if isinstance(run, Run) else run for run in block.runs
    )
    return replace(block, runs=runs)


# --- signatures ---------------------------------------------------------------------------------------


@cache
def _signer(name: str) -> signers.SimpleSigner:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2120, 1, 1, tzinfo=UTC))
        .sign(key, hashes.SHA256())
    )
    data = pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, serialization.NoEncryption())
    signer = signers.SimpleSigner.load_pkcs12_data(data, other_certs=[], passphrase=None)
    assert signer is not None
    return signer


@cache
def _stamp(lines: tuple[str, ...], background: str = "transparent") -> bytes:
    """Return the appearance of a signature as a small PDF of its own."""
    text = "<br>".join(lines)
    style = (
        "@page{size:210pt 60pt;margin:0} body{margin:0;font:8pt 'Liberation Serif';"
        f"background:{background}}} div{{padding:3pt}}"
    )
    return bytes(weasyprint.HTML(string=f"<style>{style}</style><div>{text}</div>").write_pdf())


def sign(
    pdf: bytes,
    lines: tuple[str, ...] = PERSON,
    box: tuple[int, int, int, int] = (330, 20, 540, 80),
    page: int = 0,
    background: str = "transparent",
) -> bytes:
    """Sign a file once more: an incremental update with a visible appearance."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    name = f"ChuKy{box[0]}{box[1]}{page}"
    fields.append_signature_field(writer, fields.SigFieldSpec(name, box=box, on_page=page))
    meta = signers.PdfSignatureMetadata(
        field_name=name, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    with TemporaryDirectory() as folder:
        stamp = Path(folder) / "stamp.pdf"
        stamp.write_bytes(_stamp(lines, background))
        style = StaticStampStyle.from_pdf_file(str(stamp), border_width=0, background_opacity=1.0)
        done = signers.PdfSigner(meta, _signer(lines[0]), stamp_style=style).sign_pdf(writer)
    return bytes(done.getbuffer())


def signed(pdf: bytes) -> bytes:
    """Return a file signed by the person below the text, and by the agency at the top."""
    return sign(sign(pdf), AGENCY, (370, 785, 580, 840))


# --- what systems do to a file ------------------------------------------------------------------------


def edited(pdf: bytes, work: Callable[[pikepdf.Pdf], None], **save: object) -> bytes:
    """Return a file after some work on it, saved by another producer."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        work(file)
        out = io.BytesIO()
        file.save(out, **save)  # type: ignore[arg-type]
    return out.getvalue()


def resaved(pdf: bytes) -> bytes:
    """Return a file saved anew: for the web, its objects packed in streams."""
    modes = {"linearize": True, "object_stream_mode": pikepdf.ObjectStreamMode.generate}
    return edited(pdf, lambda _: None, **modes)


def printed(pdf: bytes) -> bytes:
    """Return a file printed into a new PDF: other fonts, another order, no tags."""
    done = subprocess.run(["pdftocairo", "-pdf", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout


@cache
def from_word(paper: Paper) -> bytes:
    """Return the PDF that a system makes of our Word file: its lines are set anew."""
    with TemporaryDirectory() as folder:
        word = Path(folder) / "van-ban.docx"
        word.write_bytes(rendering.word().render(_shown(paper, numbered=True)))
        (made,) = libreoffice.to_pdf([word], Path(folder))
        return made.read_bytes()


def scaled(pdf: bytes, share: float = 0.96) -> bytes:
    """Return a file whose pages a printer made smaller to fit its paper."""

    def shrink(file: pikepdf.Pdf) -> None:
        for page in file.pages:
            page.contents_add(f"q {share} 0 0 {share} 12 17 cm\n".encode(), prepend=True)
            page.contents_add(b"\nQ")

    return edited(pdf, shrink)


def stamped(pdf: bytes, *stamps: tuple[float, float, str], page: int = 0, colour: str = "0 g") -> bytes:
    """Return a file with words drawn upon a page, as systems stamp number and day: (x, y, words)."""

    def stamp(file: pikepdf.Pdf) -> None:
        at = file.pages[page]
        at.add_resource(_helvetica(file), pikepdf.Name.Font, pikepdf.Name.Stamp)
        drawn = "".join(f"BT {colour} /Stamp 13 Tf {x} {y} Td ({words}) Tj ET\n" for x, y, words in stamps)
        at.contents_add(b"q\n", prepend=True)
        at.contents_add(f"\nQ\nq {drawn}Q".encode())

    return edited(pdf, stamp)


def _helvetica(file: pikepdf.Pdf) -> pikepdf.Object:
    name = pikepdf.Name
    return file.make_indirect(
        pikepdf.Dictionary(
            Type=name.Font, Subtype=name.Type1, BaseFont=name.Helvetica, Encoding=name.WinAnsiEncoding
        )
    )


def noted(
    pdf: bytes, kind: str, box: tuple[float, float, float, float], words: str, paint: str | None = None
) -> bytes:
    """Return a file with an annotation on its first page; `paint` are the orders of its appearance."""

    def note(file: pikepdf.Pdf) -> None:
        made = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(f"/{kind}"), Rect=list(box), Contents=words, F=4
        )
        if kind == "Widget":
            made.FT, made.T, made.V = pikepdf.Name.Tx, f"o{box[0]}", words
            if "/AcroForm" not in file.Root:
                file.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array())
        if paint is not None:
            form = file.make_stream(paint.encode("latin-1"))
            form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
            form.BBox = [0, 0, box[2] - box[0], box[3] - box[1]]
            form.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(Stamp=_helvetica(file)))
            made.AP = pikepdf.Dictionary(N=form)
        at = file.pages[0]
        if "/Annots" not in at:
            at.Annots = pikepdf.Array()
        made = file.make_indirect(made)
        at.Annots.append(made)
        if kind == "Widget":
            file.Root.AcroForm.Fields.append(made)

    return edited(pdf, note)


def pages(pdf: bytes, *keep: int) -> bytes:
    """Return a file of these pages only; a page may come twice."""

    def choose(file: pikepdf.Pdf) -> None:
        wanted = [file.pages[index] for index in keep]
        del file.pages[:]
        file.pages.extend(wanted)

    return edited(pdf, choose)
