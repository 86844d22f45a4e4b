"""The bytes of a workbook that we made: the same for the same content, with nothing of clock or machine."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from generator.office_package import pack

if TYPE_CHECKING:
    from openpyxl import Workbook

_PROPERTIES = "docProps/core.xml"
_MOMENTS = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)


def workbook_bytes(workbook: Workbook, title: str) -> bytes:
    """Return the file of a workbook with this title."""
    workbook.properties.creator, workbook.properties.title = "ketluan", title
    stream = io.BytesIO()
    workbook.save(stream)
    with zipfile.ZipFile(stream) as saved:
        parts = {name: saved.read(name) for name in saved.namelist()}
    parts[_PROPERTIES] = _MOMENTS.sub(b"", parts[_PROPERTIES])
    return pack(parts)
