"""Who receives (NĐ 30/2020, PL I, II.9): F89 to F97, F112, F113."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable, NotChecked
from generator.checks.form import patterns
from generator.checks.form.looks import hit, largest_size, look_answer, looks
from generator.checks.form.measured import mm, quoted
from generator.checks.form.parts import Level
from generator.diagnostics import Term
from generator.measure import text_width
from generator.wording import fold_tones

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.checks.asked import Asked
    from generator.checks.form.parts import PaperParts
    from generator.seen import SeenParagraph

_ADDRESSED = frozenset({"TỜ TRÌNH", "BÁO CÁO"})
_FREELY_ADDRESSED = frozenset(
    {"CÔNG ĐIỆN", "GIẤY MỜI", "PHIẾU GỬI", "PHIẾU CHUYỂN", "PHIẾU BÁO", "GIẤY GIỚI THIỆU", patterns.INTERNAL}
)
_UNKNOWN_ADDRESSEE = re.compile(r"^Kính gửi: ?\u00a0+$")  # a gap of a draft
_LAST = re.compile(r"- Lưu: VT(?:, [^;]*)?\.")


def addressing_wanted(parts: PaperParts, _asked: Asked) -> Answer:
    """F89: Kính gửi stands in a công văn, and in a tờ trình or báo cáo to a superior; in nothing else."""
    line = parts.title.addressing
    named = parts.title.named
    if parts.is_letter and line is None:
        return [Hit((), {"found": Term("absent")})]
    if line is None or named in _FREELY_ADDRESSED:
        return NotApplicable()
    return [hit(line, quoted(line))] if named is not None and named not in _ADDRESSED else []


def addressing_form(parts: PaperParts, _asked: Asked) -> Answer:
    """F90: "Kính gửi:"; one addressee on its line without a mark, several as a list with ";" and "."."""
    line, several = parts.title.addressing, _whole_items(parts.title.addressees)
    if line is None or _UNKNOWN_ADDRESSEE.search(line.text):
        return NotApplicable()
    match = re.fullmatch(r"Kính gửi:\s*(.*)", line.words, re.DOTALL)
    if match is None:
        return [hit(line, quoted(line))]
    inline = match[1]
    if several and not patterns.DASH.match(several[0][1]):
        inline, several = f"{inline} {several[0][1]}", several[1:]
    if not several:
        wrong = not inline or inline.startswith("-") or re.search(r"[.;,]$", inline)
        return [hit(line, quoted(line))] if wrong else []
    if len(several) + bool(inline) < 2:
        return [hit(several[0][0], quoted(several[0][1]))]
    return _list_marks([*([(line, f"- {inline.removeprefix('- ')}")] if inline else []), *several])


def _list_marks(items: Sequence[tuple[SeenParagraph, str]]) -> list[Hit]:
    """Return the items whose dash or end is wrong: "- ...;" and "- ... ." for the last."""
    ends = [";"] * (len(items) - 1) + ["."]
    return [
        hit(line, quoted(text))
        for (line, text), end in zip(items, ends, strict=True)
        if not re.match(r"- ?\S", text) or not text.endswith(end)
    ]


def addressees_aligned(parts: PaperParts, asked: Asked) -> Answer:
    """F113: the dashes of several addressees stand in one line under the colon of "Kính gửi:"."""
    line, several = parts.title.addressing, [one for one in parts.title.addressees if _is_dashed(one)]
    if line is None or len(several) < 2 or not re.fullmatch(r"Kính gửi:", line.words):
        return NotApplicable()
    colon, size = _indent(line), largest_size(line)
    places = [_indent(one) for one in several]
    if colon is None or size is None or None in places:
        return NotChecked(Term("unchecked-first-line"))
    colon += text_width("Kính gửi", size)
    known = [place for place in places if place is not None]
    wrong = [place for place in known if not asked.value[0].holds(abs(place - colon))]
    return [hit(several[known.index(wrong[0])], mm(wrong[0]), asked=mm(colon))] if wrong else []


def _is_dashed(one: SeenParagraph) -> bool:
    return patterns.DASH.match(one.text.strip()) is not None


def _indent(one: SeenParagraph) -> float | None:
    return None if one.first_line is None else (one.left or 0.0) + one.first_line


def label(parts: PaperParts, asked: Asked) -> Answer:
    """F92: "Nơi nhận:" with its colon, 12, italic and bold."""
    line = parts.foot.label
    if line is None:
        exempt = parts.is_attached or parts.is_minutes or parts.is_internal
        return NotApplicable() if exempt else [Hit((), {"text": "", "found": Term("absent")})]
    if line.words != "Nơi nhận:":
        return [hit(line, quoted(line))]
    return look_answer([line], asked, parts.medium)


def label_level(parts: PaperParts, _asked: Asked) -> Answer:
    """F112: "Nơi nhận:" stands on the row of the first line of the signature."""
    line, columns = parts.foot.label, parts.foot.signatures
    if line is None or len(columns) != 1 or not columns[0].lines:
        return NotApplicable()
    post = columns[0].lines[0]
    if not line.line or not post.line:
        return NotChecked(Term("unchecked-lines"))
    return [] if (line.page, line.line) == (post.page, post.line) else [hit(line, quoted(post))]


def items_flush(parts: PaperParts, asked: Asked) -> Answer:
    """F94: the dashes of nơi nhận stand flush left."""
    items = parts.foot.recipients
    if not items:
        return NotApplicable()
    known = [(one, place) for one in items if (place := _indent(one)) is not None]
    if not known:
        return NotChecked(Term("unchecked-first-line"))
    allowed = asked.value[0]
    return [hit(one, mm(value)) for one, value in known[:1] if not allowed.holds(value)]


def items_marked(parts: PaperParts, _asked: Asked) -> Answer:
    """F95: each item begins with "-" and ends with ";"; what follows "Lưu" has a rule of its own."""
    items = [one for one in _whole_items(parts.foot.recipients) if not _is_kept(one)]
    if not items:
        return NotApplicable()
    return [
        hit(first, quoted(text))
        for first, text in items
        if not re.match(r"- ?\S", text) or not text.endswith(";")
    ]


def _whole_items(lines: Sequence[SeenParagraph]) -> list[tuple[SeenParagraph, str]]:
    """Return the items with the lines that belong to one together."""
    items: list[tuple[SeenParagraph, str]] = []
    for line in lines:
        begins = patterns.DASH.match(line.text.strip())
        if items and not begins and not items[-1][1].endswith((";", ".")):
            items[-1] = (items[-1][0], f"{items[-1][1]} {line.words}")
        else:
            items.append((line, line.words))
    return items


def _is_kept(item: tuple[SeenParagraph, str]) -> bool:
    return patterns.letters(item[1]).startswith("luu")


def kept(parts: PaperParts, _asked: Asked) -> Answer:
    """F96: the last item is "- Lưu: VT, ...", once, with a full stop."""
    items = _whole_items(parts.foot.recipients)
    if not items:
        return NotApplicable()
    lines = [item for item in items if _is_kept(item)]
    if not lines:
        return [hit(items[-1][0], Term("absent"))]
    wrong = [item for item in lines[:-1] or lines if len(lines) > 1 or not _LAST.fullmatch(item[1])]
    if not wrong and lines[-1] is not items[-1]:
        wrong = [lines[-1]]
    return [hit(first, quoted(text)) for first, text in wrong]


def first_item(parts: PaperParts, _asked: Asked) -> Answer:
    """F97: the list begins with "- Như trên;" after Kính gửi, with "- Như Điều n;" in a decision."""
    items = parts.foot.recipients
    if not items:
        return NotApplicable()
    if parts.title.addressing is not None:
        right = "- Như trên;"
        return [] if fold_tones(items[0].words) == right else [hit(items[0], quoted(items[0]), right=right)]
    articles = [line for line in parts.body if line.level is Level.ARTICLE]
    if not parts.decides or not articles:
        return NotApplicable()
    doing = [line.number for line in articles if "thi hành" in line.words and "trách nhiệm" in line.words]
    right = f"- Như Điều {doing[-1] if doing else articles[-1].number};"
    match = re.fullmatch(r"- Như Điều ?(\d+|[….]+);", items[0].words)
    wrong = match is None or (match[1].isdigit() and bool(doing) and match[1] not in doing)
    return [hit(items[0], quoted(items[0]), right=right)] if wrong else []


CHECKS: Mapping[str, Callable[[PaperParts, Asked], Answer]] = {
    "F89": addressing_wanted,
    "F90": addressing_form,
    "F91": looks,
    "F92": label,
    "F93": looks,
    "F94": items_flush,
    "F95": items_marked,
    "F96": kept,
    "F97": first_item,
    "F112": label_level,
    "F113": addressees_aligned,
}
