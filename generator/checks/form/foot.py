"""Who signs and who receives (NĐ 30/2020, PL I, II.7 and II.9; III.2 to III.4): F83 to F101."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable, NotChecked
from generator.checks.form import patterns
from generator.checks.form.looks import hit, look_answer, looks
from generator.checks.form.measured import mm, quoted
from generator.checks.form.parts import Level
from generator.diagnostics import Term
from generator.seen import Medium
from generator.wording import fold_tones

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.checks.asked import Asked
    from generator.checks.form.parts import PaperParts
    from generator.seen import SeenParagraph

_PARTY = re.compile(r"(?:T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|T\s?/\s?UQ|TU/Q|Q/)\b")
_UNSTOPPED = re.compile(r"(?:TM|KT|TL|TUQ|TƯQ)(?!\.|[A-ZĐ])|(?:TM|KT|TL|TUQ)\.(?=\S)|Q (?=[A-ZĐ])")
_PREFIX = re.compile(r"(TM|KT|TL|TUQ|Q)\.\s")
_DEPUTY = re.compile(r"(?:PHÓ|THỨ TRƯỞNG|QUYỀN|KT\.)")
_UNKNOWN_POST = re.compile(
    r"PHÓ (?:CHỦ TỊCH|(?:TỔNG )?GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|CỤC TRƯỞNG|TRƯỞNG PHÒNG|HIỆU TRƯỞNG)"
    r".*\b(?:THƯỜNG TRỰC|PHỤ TRÁCH)$"
)
_DEGREES = re.compile(
    r"(?:GS|PGS|TS|ThS|Th\.S|TSKH|BS|BSCK\w*|DS|KS|CN|LS|NSND|NSƯT|NGND|NGƯT|TTND|TTƯT|AHLĐ"
    r"|Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư|Luật sư|Nghệ sĩ|Nhà giáo)(?=[\s.])"
)
_FREE_OF_DEGREES = re.compile(
    r"TRƯỜNG|ĐẠI HỌC|VIỆN|Y TẾ|CÔNG AN|QUÂN|BỘ CHỈ HUY|BỘ TƯ LỆNH|BIÊN PHÒNG|GIÁO DỤC|KHOA HỌC"
)
_ADDRESSED = frozenset({"TỜ TRÌNH", "BÁO CÁO"})
_FREELY_ADDRESSED = frozenset(
    {"CÔNG ĐIỆN", "GIẤY MỜI", "PHIẾU GỬI", "PHIẾU CHUYỂN", "PHIẾU BÁO", "GIẤY GIỚI THIỆU", patterns.INTERNAL}
)
_UNKNOWN_ADDRESSEE = re.compile(r"^Kính gửi: ?\u00a0+$")  # a gap of a draft
_LAST = re.compile(r"- Lưu: VT(?:, [^;]*)?\.")
_DRAFTER = re.compile(r"[A-ZĐ]{1,6}\.\(\d+\)")


# --- signature -----------------------------------------------------------------------------------------


def _posts(parts: PaperParts) -> list[SeenParagraph]:
    return [line for line in parts.named("posts") if not patterns.is_gap(line.text)]


def authority_form(parts: PaperParts, _asked: Asked) -> Answer:
    """F83: "TM.", "KT.", "TL.", "TUQ.", "Q." with a full stop; "T/M", "K/T" are of papers of the Party."""
    posts = _posts(parts)
    if not posts:
        return NotApplicable()
    return [hit(one, quoted(one)) for one in posts if _PARTY.match(one.words) or _UNSTOPPED.match(one.words)]


def state_posts(parts: PaperParts, _asked: Asked) -> Answer:
    """F85: only posts the State provides for: no "Phó Chủ tịch thường trực"."""
    posts = _posts(parts)
    if not posts:
        return NotApplicable()
    return [hit(one, quoted(one)) for one in posts if _UNKNOWN_POST.match(one.words.upper())]


def names_without_degrees(parts: PaperParts, _asked: Asked) -> Answer:
    """F86: no degree, title or honour before the name; schools, hospitals, forces have own rules."""
    names = [one for one in parts.named("names") if not patterns.is_gap(one.text)]
    if not names or any(
        _FREE_OF_DEGREES.search(one.words) for one in (*parts.head.agency, *parts.head.superior)
    ):
        return NotApplicable()
    return [hit(one, quoted(one)) for one in names if _DEGREES.match(one.words)]


def signed(parts: PaperParts, _asked: Asked) -> Answer:
    """F88: the paper has a signature block; after "KT." stands a deputy's post, after the others a post."""
    if parts.is_attached:
        return NotApplicable()
    columns = parts.foot.signatures
    if not columns:
        return [Hit((), {"found": Term("absent")})]
    hits = []
    for column in columns:
        lines = [line for line in (*column.lines, column.second_post) if line is not None]
        for index, line in enumerate(lines):
            after = lines[index + 1].words if index + 1 < len(lines) else ""
            match = _PREFIX.match(line.words)
            if match and (not after or (match[1] == "KT" and not _DEPUTY.match(after))) and match[1] != "Q":
                hits.append(hit(line, quoted(line)))
    return hits


# --- Kính gửi --------------------------------------------------------------------------------------------


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


# --- Nơi nhận --------------------------------------------------------------------------------------------


def label(parts: PaperParts, asked: Asked) -> Answer:
    """F92: "Nơi nhận:" with its colon, 12, italic and bold."""
    line = parts.foot.label
    if line is None:
        exempt = parts.is_attached or parts.is_minutes or parts.is_internal
        return NotApplicable() if exempt else [Hit((), {"text": "", "found": Term("absent")})]
    if line.words != "Nơi nhận:":
        return [hit(line, quoted(line))]
    return look_answer([line], asked, parts.medium)


def items_flush(parts: PaperParts, asked: Asked) -> Answer:
    """F94: the dashes of nơi nhận stand flush left."""
    items = parts.foot.recipients
    if not items:
        return NotApplicable()
    known = [(one, (one.left or 0.0) + one.first_line) for one in items if one.first_line is not None]
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


def drafter(parts: PaperParts, asked: Asked) -> Answer:
    """F98: "PL.(300)": capitals, a stop, the number of copies in brackets; 11, upright."""
    line = parts.foot.drafter
    if line is None:
        return NotApplicable()
    if not _DRAFTER.fullmatch(line.words):
        return [hit(line, quoted(line))]
    return look_answer([line], asked, parts.medium)


def address(parts: PaperParts, asked: Asked) -> Answer:
    """F99: the address stands at the foot of page 1, 11 to 12, upright."""
    lines = parts.foot.address
    if not lines:
        return NotApplicable()
    late = [hit(line, quoted(line)) for line in lines if line.page > 1]
    return late or look_answer(lines, asked, parts.medium)


def stamps(parts: PaperParts, asked: Asked) -> Answer:
    """F100: stamps of urgency, circulation and secrecy are of the closed list, 13 to 14, bold, upright."""
    lines = parts.head.stamps
    if not lines:
        return NotApplicable()
    known = {fold_tones(text) for text in (*patterns.URGENCY, *patterns.CIRCULATION, *patterns.SECRECY)}
    wrong = [hit(line, quoted(line)) for line in lines if fold_tones(line.words) not in known]
    return wrong or look_answer(lines, asked, parts.medium)


def minutes_signed(parts: PaperParts, _asked: Asked) -> Answer:
    """F101: a biên bản is signed by two at least: secretary left, chair right; or both parties."""
    if not parts.is_minutes:
        return NotApplicable()
    if parts.medium is Medium.TEXT:
        return NotChecked(Term("unchecked-medium"))
    count = len(parts.foot.signatures)
    return [Hit((), {"found": str(count)})] if count < 2 else []


CHECKS: Mapping[str, Callable[[PaperParts, Asked], Answer]] = {
    "F83": authority_form,
    "F84": looks,
    "F85": state_posts,
    "F86": names_without_degrees,
    "F87": looks,
    "F88": signed,
    "F89": addressing_wanted,
    "F90": addressing_form,
    "F91": looks,
    "F92": label,
    "F93": looks,
    "F94": items_flush,
    "F95": items_marked,
    "F96": kept,
    "F97": first_item,
    "F98": drafter,
    "F99": address,
    "F100": stamps,
    "F101": minutes_signed,
}
