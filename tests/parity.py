"""What a paper says in each of its two files, and how alike Word and PDF set it.

Word's text comes from the package itself, the PDF's from poppler. White space is no part of it: lines
end where they end. Page numbers, page marks and table heads that a page repeats are taken out of the
PDF and handed back apart; the address at the foot of the first page is taken out too.
"""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from dataclasses import dataclass

from lxml import etree

from generator.document import Bars, Document, Table, plain

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONG_LINE = 60


@dataclass(frozen=True)
class PdfText:
    body: str
    numbers: tuple[str, ...]  # the page number of each page, empty where none is printed
    marks: tuple[str, ...]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u2060]+", "", text)


def docx_part_text(package: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        root = etree.fromstring(archive.read(name))
    return squeezed("".join(node.text or "" for node in root.iter(f"{W}t")))


def docx_text(package: bytes) -> str:
    return docx_part_text(package, "word/document.xml")


def docx_marks(package: bytes) -> set[str]:
    return {docx_part_text(package, f"word/footer{number}.xml") for number in (1, 2)}


def pdf_pages(pdf: bytes, *options: str) -> list[str]:
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def table_heads(document: Document) -> list[str]:
    tables = [block for block in document.blocks() if isinstance(block, Table)]
    heads = [squeezed("".join(plain(cell.runs) for row in t.head for cell in row)) for t in tables]
    bars = [block for block in document.blocks() if isinstance(block, Bars)]
    return [*heads, *(squeezed("".join(map(plain, block.head))) for block in bars)]


def pdf_text(pdf: bytes, document: Document) -> PdfText:
    heads = table_heads(document)
    mark = squeezed(document.page_mark or "")
    body, numbers, marks = "", [], []
    for page in pdf_pages(pdf, "-raw"):
        lines = page.rstrip("\n").split("\n")
        rest, furniture = _furniture(lines, mark)
        text = squeezed("".join(rest))
        for head in heads:
            if body and text.startswith(head):
                text = text.removeprefix(head)
                break
        address = squeezed("".join(document.address)) if not numbers else ""
        assert text.endswith(address), "the address is not at the foot of the first page"
        body += text.removesuffix(address)
        numbers.append("".join(line for line in furniture if line.isdigit()))
        marks.append("".join(line for line in furniture if not line.isdigit()))
    return PdfText(body, tuple(numbers), tuple(marks))


def _furniture(lines: list[str], mark: str) -> tuple[list[str], list[str]]:
    """Margin boxes are drawn last: the number, then the mark."""
    furniture: list[str] = []
    if mark and squeezed(lines[-1]) == mark:
        furniture.append(squeezed(lines.pop()))
    if lines and re.fullmatch(r"\d+", lines[-1].strip()):
        furniture.append(lines.pop().strip())
    return lines, furniture


def long_lines(pdf: bytes) -> list[str]:
    lines = (
        re.sub(r"\s+", " ", line).strip() for page in pdf_pages(pdf, "-layout") for line in page.splitlines()
    )
    return [line for line in lines if len(line) > LONG_LINE]


def line_agreement(one: bytes, other: bytes) -> float:
    """Return the share of the long lines of one file that stand as whole lines in the other too."""
    lines, others = long_lines(one), set(long_lines(other))
    return sum(line in others for line in lines) / len(lines)
