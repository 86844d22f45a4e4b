"""What the list of checked files says that cannot be: of itself, and against the samples it belongs to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.figures import Sample
from generator.model.names import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.inspection import Inspection
    from generator.model.private_data import DataPath
    from generator.model.references import FigureBook

_ANSWERS = {"dat": "passed", "khong-dat": "failed"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong: the code of a message, where, its arguments; `first` is where it stood before."""

    code: str
    path: DataPath
    arguments: dict[str, str | int]
    first: DataPath | None = None


def file_faults(inspection: Inspection, figures: FigureBook) -> Iterator[Fault]:
    """Yield a file listed twice, one of no unit, one of an unknown sample; samples smaller than the list."""
    yield from _twice(inspection)
    samples = {figure.id: figure for figure in inspection.figures if isinstance(figure, Sample)}
    several = len(inspection.inspected_units) > 1
    for index, item in enumerate(inspection.checked_files):
        path: DataPath = ("checked_files", index)
        if several and item.unit is None:
            yield Fault("file-without-unit", path, {"code": _begun(item.code)})
        if item.sample is not None and item.sample not in samples:
            known = {"known": ", ".join(samples), "near": nearest(item.sample, tuple(samples))}
            yield Fault("file-sample-unknown", (*path, "sample"), {"text": item.sample, **known})
    for name in samples:
        yield from _more_than(inspection, figures, name)


def _begun(code: str) -> str:
    """Return the beginning of a code: a message finds the place and does not spread the data."""
    return f"{code[:4]}…"


def _twice(inspection: Inspection) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for index, item in enumerate(inspection.checked_files):
        code = "".join(character for character in item.code.casefold() if character.isalnum())
        if code in first:
            where = ("checked_files", first[code], "code")
            yield Fault("file-twice", ("checked_files", index, "code"), {"code": _begun(item.code)}, where)
        first.setdefault(code, index)


def _more_than(inspection: Inspection, figures: FigureBook, name: str) -> Iterator[Fault]:
    """Yield where the list of a sample has more files than the sample, or more of one result."""
    limits = {path: quantity.value for path, quantity in figures.quantities((name,)).items()}
    found: Counter[str] = Counter()
    for index, item in enumerate(inspection.checked_files):
        if item.sample != name:
            continue
        for path in ("checked", _ANSWERS.get(item.result or "", "")):
            found[path] += 1
            limit = limits.get(path)
            if isinstance(limit, int) and found[path] == limit + 1:
                arguments: dict[str, str | int] = {"sample": name, "what": path, "limit": limit}
                yield Fault("file-sample-more", ("checked_files", index), arguments)
