"""Inspections for tests: the fictional sample, and small ones made of a text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.compose import Composed, Composer
from generator.kinds import TemplateFolders
from generator.load import Loaded, load_catalogues, load_inspection
from generator.project import Project, find_project
from generator.shipped import shipped_templates

if TYPE_CHECKING:
    from generator.model.inspection import IssuedPaper

ROOT = Path(__file__).parent.parent
SAMPLE = "2026/mau-mot-cua-cap-xa.yaml"

SMALL = """\
schema: 1
id: nho
type: kiem-tra
issuer: ubnd-tinh-mau
subject: việc thực hiện công tác kiểm soát thủ tục hành chính
decision: {kind: quyet-dinh, number: 1/QĐ-UBND, date: 01/3/2026, subject: thành lập Đoàn kiểm tra}
inspected_units:
  - {id: a, agency: ubnd-xa-vi-du-a, sessions: [{date: 14/4/2026}]}
findings:
  strengths: [{text: "Đã thực hiện tốt."}]
documents:
  - id: tb
    kind: thong-bao-ket-luan
    year: 2026
    month: 5
    signer: {chain: [{prefix: TL, post: Chủ tịch}, {post: Chánh Văn phòng}], person: nguyen-van-a}
    recipients: [Các thành viên Đoàn kiểm tra]
"""


def new_project(folder: Path, **files: str) -> Project:
    """Return a project in `folder` with the shipped catalogues and the given inspections (name → text)."""
    shared = ROOT / "inspections" / "catalogues"
    (folder / "inspections" / "catalogues").mkdir(parents=True)
    for path in shared.glob("*.yaml"):
        (folder / "inspections" / "catalogues" / path.name).write_bytes(path.read_bytes())
    for name, text in files.items():
        (folder / "inspections" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return find_project(folder)


def load(project: Project, file: str) -> Loaded:
    """Return one inspection of a project."""
    return load_inspection(project.inspections / file, project, load_catalogues(project))


def sample() -> Loaded:
    """Return the fictional inspection of 2026."""
    return load(find_project(ROOT), SAMPLE)


def composed(
    loaded: Loaded, paper: IssuedPaper | None = None, stage: str = "du-thao", project: Project | None = None
) -> Composed:
    """Return the paper (the first one) of an inspection as a document."""
    project = project or find_project(ROOT)
    wanted = paper or loaded.inspection.documents[0]
    folders = TemplateFolders((project.templates, shipped_templates()))
    composer = Composer(folders.kind(wanted.kind), project.settings)
    return composer.compose(loaded, wanted, load_catalogues(project), stage)
