"""A redline settled by LibreOffice: accepting all it has the new text, rejecting all the old.

Our own reader proves the same before a redline is written; another program's word is worth more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.reading.word.markup import w
from generator.reading.word.package import open_package
from generator.redline import redlined
from generator.redline.settling import has_changes, paragraphs
from tests.libreoffice_edits import edit
from tests.versions import TEXT, composing, edited, version

if TYPE_CHECKING:
    from lxml import etree

    from generator.differences import Version

ADDED = "Có 02 máy tính không kết nối được với hệ thống"
DELETED = "UBND các xã đã tiếp nhận 37 phản ánh, kiến nghị"
"""Words of a finding that only the new version has, and of one that only the old one has."""
ROW = "Kiểm tra, thay thế máy tính"
"""Words of a recommendation that only the new version has: a clause, and a row of the table of tasks."""
COMMANDS = {"nhan": "AcceptAllTrackedChanges", "tu-choi": "RejectAllTrackedChanges"}


def changed() -> Version:
    """Return the sample with a figure changed, a finding and a recommendation more, a finding less."""
    item = "    - scope: phan-anh\n"
    said = TEXT.index("UBND các xã đã tiếp nhận [[pakn")
    start, end = TEXT.rindex(item, 0, said), TEXT.index(item, said)
    finding = f"    - {{id: may-tinh, units: vd-b, scope: tiep-nhan, text: {ADDED}}}\n"
    task = f'  - {{id: kn-0, owners: vd-a, text: "{ROW}", deadline: {{before: 01/6/2026}}}}\n'
    return edited(
        ("early: 2.976", "early: 3.021"),
        ("  limitations:\n", f"  limitations:\n{finding}"),
        ("\nrecommendations:\n", f"\nrecommendations:\n{task}"),
        text=TEXT[:start] + TEXT[end:],
    )


def notice(which: Version) -> bytes:
    paper = which.loaded.inspection.documents[0]
    return composing().workshop.word.render(composing()(which, paper, "du-thao"))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The notice before and after, their redline, and what LibreOffice made of it, by name."""
    folder = tmp_path_factory.mktemp("redline")
    old, new = notice(version()), notice(changed())
    redline = redlined((old, "cu.docx"), (new, "moi.docx"), "UBND tỉnh Mẫu").data
    (folder / "redline.docx").write_bytes(redline)
    plan: list[tuple[str, ...]] = []
    for name, command in COMMANDS.items():
        plan.append(("open", str(folder / "redline.docx")))
        plan.append(("dispatch", f".uno:{command}"))
        plan.append(("save", str(folder / f"{name}.docx")))
    edit(plan, folder)
    saved = {name: (folder / f"{name}.docx").read_bytes() for name in COMMANDS}
    return {"cu": old, "moi": new, "redline": redline, **saved}


def tree(data: bytes) -> etree._Element:
    package = open_package(data, "x.docx")
    found = package.tree(package.main)
    assert found is not None
    return found


def lines(data: bytes) -> list[str]:
    """The text of each paragraph, of those in tables too."""
    return [" ".join(text.split()) for text in paragraphs(tree(data))]


def rows(data: bytes) -> list[list[str]]:
    """The texts of every row of every table by cells."""
    found = (list(row.iter(w("tc"))) for row in tree(data).iter(w("tr")))
    return [[" ".join(" ".join(paragraphs(cell)).split()) for cell in row] for row in found]


def test_the_two_versions_differ_in_what_is_to_be_proved(files: dict[str, bytes]) -> None:
    old, new = " ".join(lines(files["cu"])), " ".join(lines(files["moi"]))
    assert (DELETED in old, DELETED in new) == (True, False)
    assert (ADDED in old, ADDED in new) == (False, True)
    assert ("13.278" in old, "13.278" in new) == (False, True)
    assert sum(any(ROW in cell for cell in row) for row in rows(files["moi"])) == 1
    changes = {one.getparent().tag for one in tree(files["redline"]).iter(w("ins"), w("del"))}
    assert {w("p"), w("trPr")} <= changes


@pytest.mark.parametrize(("settled", "wanted"), [("nhan", "moi"), ("tu-choi", "cu")])
def test_libreoffice_accepts_and_rejects_all_of_a_redline(
    settled: str, wanted: str, files: dict[str, bytes]
) -> None:
    assert has_changes(tree(files["redline"]))
    assert not has_changes(tree(files[settled]))
    assert lines(files[settled]) == lines(files[wanted])
    assert rows(files[settled]) == rows(files[wanted])
