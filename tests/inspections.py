"""Inspections for tests: the fictional sample, and small ones made of a text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.checks.rules import rules
from generator.compose import Composed, Composer
from generator.covering import with_covered
from generator.inspection_index import inspection_index
from generator.kinds import TemplateFolders
from generator.load import Loaded, load_catalogues, load_inspection
from generator.project import Project, find_project
from generator.shipped import shipped_templates

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic
    from generator.model.issued_papers import IssuedPaper
    from generator.results import BuildReport

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


CLEAN = (
    SMALL.replace(
        "date: 01/3/2026, subject: thành lập Đoàn kiểm tra}\n",
        "date: 01/3/2026, subject: thành lập Đoàn kiểm tra}\n"
        "plan: {kind: ke-hoach, number: 2/KH-UBND, date: 05/01/2026, subject: kiểm tra}\n"
        "team_report: {kind: bao-cao, number: 3/BC-ĐKT, date: 05/5/2026, subject: kết quả kiểm tra}\n",
    )
    .replace(
        "sessions: [{date: 14/4/2026}]}",
        "sessions: [{date: 14/4/2026}], minutes: {date: 14/4/2026},"
        " explanation: {number: 4/UBND, date: 20/4/2026}}",
    )
    .replace(
        "documents:\n",
        "  limitations: [{id: qua-han, units: a, scope: tn, text: Có 12 hồ sơ giải quyết quá hạn}]\n"
        "  causes: [{id: nn, kind: chu-quan, text: Công chức chưa thực hiện đúng quy trình}]\n"
        "scope: [{id: tn, text: Tiếp nhận hồ sơ}]\n"
        "figures:\n"
        "  - {id: h, kind: tthc, unit: a, as_of: 31/3/2026,"
        " received: {online: 60, in_person_post: 40, carried_over: 0},"
        " settled: {early: 40, on_time: 40, overdue: 12}, pending: {in_time: 8, overdue: 0}}\n"
        "recommendations: [{id: kn, owners: a, addresses: qua-han,"
        " text: Khắc phục, product: Báo cáo kết quả, deadline: {before: 30/6/2026}}]\n"
        "documents:\n",
    )
    .replace("recipients: [", "recipients: [{agency: ubnd-xa-vi-du-a, purpose: để t/h}, ")
    .replace('{text: "Đã thực hiện tốt."}', '{scope: tn, text: "Đã thực hiện tốt."}')
)
"""A paper without fault: everything cited, dated and answered."""


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
    """Return one inspection of a project, a summary with those it covers."""
    catalogues = load_catalogues(project)
    loaded = load_inspection(project.inspections / file, project, catalogues)
    return with_covered(loaded, inspection_index(project), project, catalogues)


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


def told(report: BuildReport) -> list[Diagnostic]:
    """Return what a report says beside the rules of the checks."""
    checks = {*rules(), "rule-not-checked"}
    return [item for item in report.all_diagnostics() if item.code not in checks]
