"""The small inspection issued by anyone: what the tests of issuers, relations and acts share."""

from __future__ import annotations

from functools import lru_cache

from generator.catalogues.entries import Catalogues
from generator.compose import Composed
from generator.document import Document, Paragraph, plain
from generator.load import load_catalogues
from generator.project import Project, find_project
from tests.inspections import ROOT, SMALL, composed, load

SIGNER = "signer: {chain: [{prefix: TL, post: Chủ tịch}, {post: Chánh Văn phòng}], person: nguyen-van-a}"
ISSUER = "issuer: ubnd-tinh-mau"


@lru_cache(maxsize=1)
def catalogues() -> Catalogues:
    """Return the shipped catalogues."""
    return load_catalogues(find_project(ROOT))


def made(project: Project, *swaps: tuple[str, str], more: str = "") -> Composed:
    """Return the small paper after some replacements."""
    text = SMALL + more
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new)
    (project.inspections / "nho.yaml").write_text(text, encoding="utf-8")
    return composed(load(project, "nho.yaml"), project=project)


def body(document: Document) -> str:
    lines = [f"{block.label} {plain(block.runs)}" for block in document.body if isinstance(block, Paragraph)]
    return "\n".join(lines).replace("\u00a0", " ")
