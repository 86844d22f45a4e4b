"""The bytes of a workbook that we made: the same for the same content, with nothing of clock or machine."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say
_MOMENTS = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)


def workbook_bytes(workbook: Workbook, title: str) -> bytes:
    """Return the file of a workbook with this title."""
    workbook.properties.creator, workbook.properties.title = "ketluan", title
    stream = io.BytesIO()
    workbook.save(stream)
    made = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            data = _MOMENTS.sub(b"", data) if name == "docProps/core.xml" else data
            entry = zipfile.ZipInfo(name, _FIRST_MOMENT)
            entry.compress_type, entry.external_attr, entry.create_system = (
                zipfile.ZIP_DEFLATED,
                0o644 << 16,
                0,
            )
            new.writestr(entry, data)
    return made.getvalue()
