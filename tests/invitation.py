"""The kind of the template guide that has fields of its own, giấy mời, laid into a project."""

from __future__ import annotations

import re
from textwrap import indent
from typing import TYPE_CHECKING

from tests.inspections import ROOT, SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from generator.project import Project

GUIDE = ROOT / "docs" / "template-guide.md"
PAPER = "gm-cong-bo"


def _block(language: str, beginning: str) -> str:
    text = GUIDE.read_text(encoding="utf-8")
    (found,) = re.findall(rf"^```{language}\n({re.escape(beginning)}.*?)^```", text, re.MULTILINE | re.DOTALL)
    return str(found)


def invite(project: Project, *swaps: tuple[str, str]) -> Path:
    """Lay the kind and its paper into a project that has the sample, and return the file of the inspection.

    `swaps` replace parts of the paper's YAML.
    """
    folder = project.templates / "giay-moi"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kind.yaml").write_text(_block("yaml", "name: Giấy mời"), "utf-8")
    (folder / "trich-yeu.j2").write_text(_block("jinja", "Dự họp"), "utf-8")
    (folder / "noi-dung.md.j2").write_text(_block("jinja", "{{ issuer }} trân trọng"), "utf-8")
    paper = _block("text", f"- id: {PAPER}")
    for old, new in swaps:
        assert paper.count(old) == 1, old
        paper = paper.replace(old, new)
    file = project.inspections / SAMPLE
    begin, _, rest = file.read_text(encoding="utf-8").partition("\ndocuments:\n")
    file.write_text(f"{begin}\ndocuments:\n{indent(paper, '  ')}{rest}", encoding="utf-8")
    return file
