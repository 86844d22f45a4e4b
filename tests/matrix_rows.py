"""The rows of the matrix of issuers (5.0 of the reference), and which kinds of paper each may issue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator.catalogues.entries import Catalogues
from generator.load import load_catalogues
from generator.model.agencies import Agency
from generator.project import find_project
from tests.inspections import ROOT

DATA = Path(__file__).parent / "data"
BY_ORDER = "thua-lenh"
INSPECTOR, UNIT, DRAFTER = "inspector", "unit", "drafter"
SPECIALISED = "ket-luan-kiem-tra"


@dataclass(frozen=True)
class Row:
    """A row of the matrix, as ``data/issuers.txt`` has it."""

    name: str
    issuer: str
    signer: str
    group: str  # the kind of the agency, or thua-lenh


@dataclass(frozen=True)
class Combination:
    """One kind of paper, issued by one row of the matrix."""

    kind: str
    row: Row

    def __str__(self) -> str:
        return f"{self.kind}: {self.row.name}"


@lru_cache(maxsize=1)
def data() -> dict[str, Any]:
    """Return who may issue what, and who stands where (``ban-hanh.yaml``)."""
    return yaml.safe_load((DATA / "ma-tran" / "ban-hanh.yaml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def known() -> Catalogues:
    """Return the shipped catalogues, some offices of wards more, and KL allowed to all."""
    shipped = load_catalogues(find_project(ROOT))
    more = {entry["id"]: Agency.model_validate(entry) for entry in data()["agencies"]}
    allowed = {
        key: entry.model_copy(update={"specialised_papers": (SPECIALISED,)})
        for key, entry in {**shipped.agencies, **more}.items()
    }
    return replace(shipped, agencies=allowed)


@lru_cache(maxsize=1)
def rows() -> tuple[Row, ...]:
    """Return the rows of the matrix."""
    text = (DATA / "issuers.txt").read_text(encoding="utf-8")
    found = [[cell.strip() for cell in line.split(" | ")] for line in text.splitlines()[2:]]
    return tuple(Row(cells[0], cells[1], cells[2], _group(cells[1], cells[7])) for cells in found)


def _group(issuer: str, signature: str) -> str:
    return BY_ORDER if signature.startswith("TL.") else known().agencies[issuer].kind


@lru_cache(maxsize=1)
def combinations() -> tuple[Combination, ...]:
    """Return every kind with every row that may issue it."""
    return tuple(Combination(kind, row) for kind in data()["kinds"] for row in rows() if may_issue(kind, row))


def may_issue(kind: str, row: Row) -> bool:
    """Return whether the row may issue the kind."""
    kind_data = data()["kinds"][kind]
    named = row.issuer in kind_data["by"] and row.group != BY_ORDER
    return (named or row.group in kind_data["by"]) and row.name not in kind_data.get("without", ())


def role(kind: str) -> str:
    """Return as whom the issuer of a kind stands in its inspection."""
    return str(data()["kinds"][kind].get("as", INSPECTOR))
