"""C5 and C6: a limitation is an observed fact, and "một số hạn chế" is followed by what they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.prose.hits import ProseHit
from generator.checks.sought import sought

if TYPE_CHECKING:
    from collections.abc import Iterator

_LABEL = r"(?:[-+*•–]|\d+[.)]|[a-zđ]\))?\s*"
_ALWAYS = (
    r"cần(?! thiết)|phải(?! chăng)|đề nghị|kiến nghị|nên|mong|khẩn trương|quan tâm hơn|chú trọng hơn|sớm"
)
_UNLESS_FAULTED = (
    r"tăng cường|đẩy mạnh|nâng cao|quan tâm|chú trọng|tiếp tục|phát huy|đổi mới|chủ động|tập trung"
)
_WISH = re.compile(rf"{_LABEL}(?:{_ALWAYS})(?!\w)", re.IGNORECASE)
_PLAN = re.compile(rf"{_LABEL}(?:{_UNLESS_FAULTED})(?!\w)", re.IGNORECASE)
_SOMEONE_SHOULD = re.compile(
    rf"{_LABEL}(?:\w+ ){{1,6}}cần (?:phải )?(?:quan tâm|tăng cường|tiếp tục|đẩy mạnh|chú trọng|sớm"
    r"|khẩn trương|rà soát|khắc phục|bổ sung|thực hiện|chấn chỉnh|nâng cao|chủ động)(?!\w)",
    re.IGNORECASE,
)
_FAULT = re.compile(
    r"(?<!\w)(?:chưa|không|còn|thiếu|chậm|quá hạn|sai|để xảy ra|vi phạm|hạn chế|yếu)(?!\w)", re.IGNORECASE
)
_FACT_AFTER_NEED = re.compile(
    rf"{_LABEL}(?:đề nghị|kiến nghị|sớm) (?:của|chưa|không|nhất)(?!\w)", re.IGNORECASE
)

_NAMES = ("tồn tại", "hạn chế", "bất cập", "thiếu sót", "sai sót", "khuyết điểm", "vi phạm")
_SHORTCOMINGS = rf"(?:{'|'.join(_NAMES)})"
_LISTED = sought(
    rf"{_SHORTCOMINGS}[^.:\n]{{0,40}}?(?:: ?|như: ?|như sau: ?)([^.\n]+)", *_NAMES, any_case=True
)
_SOME = sought(
    rf"(?:còn|có|chỉ ra|bộc lộ|phát hiện|tồn tại|cho thấy) một số (?:{_SHORTCOMINGS})"
    rf"(?:,? (?:và )?{_SHORTCOMINGS})?(?!\w)",
    "một số",
    any_case=True,
)
_LIST_FOLLOWS = re.compile(
    r":|\b(?:như|sau|gồm|cụ thể|nêu|dưới đây|nhất là|đặc biệt là|đó là|thứ nhất|chi tiết tại|về|trong việc"
    r"|tại Phụ lục)\b",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(r"(?:khắc phục|giải trình|làm rõ)[^.;]{0,20}$", re.IGNORECASE)


def is_wish(text: str) -> bool:
    """Return whether a limitation says what should be done instead of what was found ("cần quan tâm …")."""
    text = text.replace("\u00a0", " ").strip()
    if _FACT_AFTER_NEED.match(text):
        return False
    if _WISH.match(text) or _SOMEONE_SHOULD.match(text):
        return True
    return bool(_PLAN.match(text)) and not _FAULT.search(text)


def wish_hits(text: str) -> Iterator[ProseHit]:
    """Yield wishes listed as shortcomings: "hạn chế như: huyện cần quan tâm …" (C5).

    Arguments `found` and `problem`.
    """
    for listed in _LISTED.found_in(text):
        place = listed.start(1)
        for item in listed[1].split(";"):
            if is_wish(item):
                start = place + len(item) - len(item.lstrip())
                told = {"found": opening(item), "problem": "wish"}
                yield ProseHit("C5", start, place + len(item.rstrip()), told)
            place += len(item) + 1


_QUESTION = re.compile(r"[^.;:!?\n…]{15,400}\?(?=\s|$|[”\"])")
_FORM = re.compile(r"^\s*(?:câu|hỏi|\d+[.)])", re.IGNORECASE)


def question_hits(text: str) -> Iterator[ProseHit]:
    """Yield questions (C5): a paper tells what was found and asks for what is to be done."""
    for match in _QUESTION.finditer(text) if "?" in text else ():
        if not _FORM.match(match[0]):
            said = match[0].lstrip()
            told = {"found": "… " + " ".join(said.split()[-8:]), "problem": "question"}
            yield ProseHit("C5", match.end() - len(said), match.end(), told)


def opening(item: str) -> str:
    """Return the first words of an item, enough to find it."""
    words = item.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")


def unlisted_hits(text: str) -> Iterator[ProseHit]:
    """Yield "một số hạn chế" in a paragraph that does not go on to say which (C6); argument `found`."""
    plain = text.replace("\u00a0", " ")
    for paragraph in re.finditer(r"[^\n]+", plain) if _SOME.may_stand_in(plain) else ():
        for match in _SOME.compiled().finditer(paragraph[0]):
            rest = paragraph[0][match.end() :]
            sentence = rest.split(". ")[0]
            told = _LIST_FOLLOWS.search(sentence) or re.search(r"\bCụ thể\b|\bThứ nhất\b|\bĐó là\b", rest)
            if not told and not _TAKES_BACK.search(paragraph[0][: match.start()]):
                start = paragraph.start() + match.start()
                yield ProseHit("C6", start, start + len(match[0]), {"found": match[0]})
