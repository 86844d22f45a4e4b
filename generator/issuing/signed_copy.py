"""The signed PDF that came back from the document system: it may differ by marks of signatures only.

It is compared with the paper as it is issued, number and day filled in: so a number or a day that is not
the one typed is found like any other difference.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.seen import SeenPaper

# What systems print beside a signature (NĐ 30/2020, PL I, II.8b and III.1d; the words are not prescribed).
_MARK = re.compile(
    r"(?:(?:Ký bởi|Người ký|Được ký bởi|Signed by|Email|Cơ quan|Tổ chức|Chức vụ|Thời gian ký|Ngày ký|Giờ ký"
    r"|Số|Chữ ký số|Signature Not Verified|Signature Valid)\b[:.]?[^\n]{0,160}\s*)+"
)
_LONGEST_MARK = 400
_AROUND = 60


def signature_marks(ours: SeenPaper, signed: SeenPaper, shown: str) -> tuple[Diagnostic, ...]:
    """Return the marks that the signed file has more, each as a note; Refused at every other difference."""
    found = list(_differences(_words(ours), _words(signed), shown))
    wrong = [item for item in found if item.severity is Severity.ERROR]
    if wrong:
        raise Refused(wrong)
    return tuple(found)


def _words(paper: SeenPaper) -> list[str]:
    return [word for paragraph in paper.paragraphs for word in paragraph.words.split()]


def _differences(ours: list[str], signed: list[str], shown: str) -> Iterator[Diagnostic]:
    matcher = SequenceMatcher(None, ours, signed, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        old, new = ours[a:b], signed[c:d]
        if kind == "equal" or "".join(old) == "".join(new):
            continue
        text = " ".join(new)
        if not old and len(text) <= _LONGEST_MARK and _MARK.fullmatch(text):
            yield Diagnostic("signed-mark", Place(shown), Severity.NOTE, {"text": text})
            continue
        arguments = {
            "before": " ".join(ours[max(0, a - 6) : a])[-_AROUND:],
            "ours": " ".join(old)[:_AROUND],
            "signed": text[:_AROUND],
        }
        yield Diagnostic("signed-differs", Place(shown), arguments=arguments)
