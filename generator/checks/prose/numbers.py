"""Figures of running prose as tokens: counts with their unit, rates, ratios; all else is masked.

Years, dates, numbers of papers, articles, phone numbers, hours, ranges and codes are digits without
being figures: they are masked before figures are read, so that silence is the rule.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.checks.prose.dates import date_spans
from generator.checks.prose.sentences import sentences
from generator.checks.sought import at_word, sought
from generator.wording import decimal_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_START = attrgetter("start")
MASK = "¤"
"""Stands for a character that is no figure; it is neither a digit, a letter nor a mark."""

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
_NOT_BEFORE = rf"(?<![\w{MASK}.,/%+–-])"
_COUNT = re.compile(rf"{_NOT_BEFORE}{_NUMBER}(?![\w%{MASK}]|[.,/]\d|\s?[–-]\s?\d|\s?%)")
_RATE = re.compile(rf"{_NOT_BEFORE}(?P<number>\d+(?:,\d+)?)\s?(?P<mark>%|(?:điểm )?phần trăm|điểm %)(?!\w)")
_RATIO = re.compile(
    rf"{_NOT_BEFORE}(?P<part>{_NUMBER})(?P<unit>(?: [^\W\d_]+){{0,4}}?)"
    rf"(?P<mark>\s?/\s?| (?:trên|trong)"
    rf" (?:tổng(?: số)?(?: [^\W\d_]+){{0,3}}?|số|dự toán|kế hoạch|chỉ tiêu)(?: là)? )"
    rf"(?P<whole>{_NUMBER})(?![\w/{MASK}]|[.,]\d|\s?%)"
)
_UNIT = re.compile(r" (?P<unit>[^\W\d_]+(?: đồng| làm việc|(?<=đơn) vị|(?<=học) (?:sinh|viên))?)")
_NO_UNIT = frozenset(
    [
        "đạt",
        "chiếm",
        "và",
        "trong",
        "gồm",
        "là",
        "tại",
        "của",
        "ở",
        "đúng",
        "trước",
        "quá",
        "trễ",
        "chậm",
        "trực",
        "cấp",
        "nam",
        "nữ",
        "so",
        "tăng",
        "giảm",
        "bằng",
        "tương",
        "với",
        "đã",
        "đang",
        "chưa",
        "không",
        "được",
        "bị",
        "do",
        "theo",
        "từ",
        "đến",
        "có",
        "còn",
    ]
)
MONEY = frozenset(
    {"đồng", "triệu", "tỷ", "tỉ", "nghìn", "ngàn", "triệu đồng", "tỷ đồng", "tỉ đồng", "nghìn đồng"}
)
"""Units whose figures are rounded for print, save đồng alone."""
MEASURES = MONEY | {"ha", "km", "m", "mq", "mb", "kmq", "tấn", "tạ", "kg", "lít", "kwh"}
"""Units of amounts: parts of an amount do not overlap, as qualities of people and files may."""

_OTHER_SPACES = "\u00a0\u202f\u2009\t\r"
_POWER = re.compile(r"[23](?:(?<= m[23])|(?<= km[23])|(?<=/m[23]))(?!\w)")
_PAPERS = (
    "quyết định|nghị định|nghị quyết|thông tư(?: liên tịch)?|kế hoạch|công văn|báo cáo|thông báo|chỉ thị|luật"
    "|bộ luật|tờ trình|hướng dẫn|văn bản|kết luận|công điện|biên bản|chương trình|đề án"
)
_ORDERED = (
    "điều|khoản|điểm|mục|phần|chương|phụ lục|biểu|mẫu|bảng|hình|trang|lần thứ|thứ|khóa|khoá|tổ"
    "|khu phố|thôn(?<!nông thôn)|phường|quận|ấp|quốc lộ|tầng|phòng|lớp|khối|bước|giai đoạn"
    "|tháng|quý|tuần|đợt|vòng|tiểu khu|lô|thửa số|tờ bản đồ số|vùng|đội|quyển|ngõ"
    "|ngách|hẻm|kiệt|đường|tuyến(?<!trực tuyến)|nhiệm kỳ"
)
_SORTS = "mức độ|mức|hạng|loại|cấp độ|nhóm|bậc"
"""Sorts have numbers too, but what is counted next may stand right behind: "9 hộ loại 1, 6 hộ loại 2"."""
_COUNTED = (
    "hồ sơ|thủ tục|tthc|trường hợp|người|hộ|văn bản|nhiệm vụ|cuộc|lượt|học sinh|phản ánh|đơn|vụ|dự án"
    "|công trình"
)
_NOT_COUNTED = rf"(?! (?:{_COUNTED}))(?![\w%/]|[.,]\d)"
_CODED = "điện thoại|hotline|đường dây nóng|tổng đài|số máy|zalo|fax|cccd|mã số|mã hồ sơ|tài khoản"
_ABOUT = (
    "khoảng|gần|hơn(?<!cao hơn)(?<!thấp hơn)|trên|dưới|xấp xỉ|ước|tối thiểu|tối đa|ít nhất|không quá"
    "|bình quân"
)
_FIRST = r"\d(?<![\w.,/]\d)"
"""The first digit, no figure or word before it; it comes before the look back: the engine skips to it."""
_CENTURY = r"(?:19|20)(?<![\w.,/]\d\d)"
_NOT_FIGURES = (
    sought(r"(?:https?://|www\.)\S+|(?<!\S)\S+@\S+", "://", "www.", "@"),
    sought(r"(?m)^\s*(?:\d+(?:\.\d+)*[.)]|\(\d+\))(?=\s)", ".", ")"),  # the number of a clause
    sought(r"\d(?<![\w.,]\d)\d*(?:/\d{4})?/[^\W\d_][\w&]*(?:-[\w&]+)*", "/"),  # 118/2025/NĐ-CP
    sought(rf"(?:{_PAPERS})(?: số:? \d+(?:/\S+)?| \d+/\S+)", " số", "/"),
    sought(r"số(?<!\wsố):? ?\d+/\S+", "số"),
    sought(rf"{_CENTURY}\d\d ?[–-] ?(?:19|20)\d\d(?!\d|[.,]\d)", "–", "-"),
    sought(rf"{at_word(_ORDERED)}(?: số)? \d+(?:(?:, | và |\.)\d+)*{_NOT_COUNTED}", " "),
    sought(
        rf"{at_word(_SORTS)}(?: số)? \d+(?:(?:, | và )\d+(?! [^\W\d_]))*{_NOT_COUNTED}", *_SORTS.split("|")
    ),
    sought(
        r"(?:các )?năm(?: học| ngân sách)? \d{4}(?:(?:, | và | ?[–-] ?)(?:năm )?\d{4})*(?!\d|[.,]\d)", "năm"
    ),
    sought(rf"{_FIRST}\d?/(?:19|20)\d\d(?![\w/]|[.,]\d)", "/19", "/20"),  # a month of a year
    sought(rf"{_CENTURY}\d\d(?![\w/%]|[.,]\d| (?:%|hồ|thủ|tthc|trường|người|hộ|lượt|văn))", "19", "20"),
    sought(rf"{_FIRST}\d? tháng (?:đầu|cuối)?(?: của)?(?: năm)?", " tháng "),
    sought(rf"{_FIRST}\d?(?: giờ| ?h|:(?=\d))(?: ?\d{{2}})?(?: phút)?(?!\w)", " giờ", "h", ":"),
    sought(r"0(?<![\w.,/]0)\d{1,3}[. ]?\d{3,4}[. ]?\d{3,4}(?!\d)|\+(?<!\d\+)84[\d. ]{8,}", "0", "+84"),
    sought(rf"(?:{_CODED})[^.;,\n\d]{{0,20}}\d[\d. -]{{2,}}", *_CODED.split("|")),
    sought(rf"{_FIRST}\d*(?:,\d+)? ?[–-] ?\d+(?:,\d+)?(?! ?[\d/])(?![\w]|[.,]\d)", "–", "-"),  # a range
    sought(r"24/7(?<![\w.,/]24/7)(?![\w/]|[.,]\d)", "24/7"),
    sought(r"\d+(?:\.\d{1,2})(?![\d])%?|\d+\.\d{4,}%?", "."),  # 4.0, 88.49%
    sought(r"(?:gấp|tới|đến)? ?\d+(?:,\d+)? lần", " lần"),
    sought(
        rf"{at_word(_ABOUT)} \d[\d.,]*(?<![.,])",
        *(f"{word.partition('(')[0]} " for word in _ABOUT.split("|")),
    ),
)
"""What holds digits and is no figure, the last said without being exact; each is masked before the next."""


@dataclass(frozen=True, slots=True)
class Number:
    """A figure at `start` to `end`, with as many decimals as it is written; `unit` is the word after it."""

    start: int
    end: int
    value: Decimal
    places: int
    unit: str = ""

    @property
    def text(self) -> str:
        """The figure as Vietnam writes it: 13.667 or 12,5."""
        return decimal_text(self.value, self.places)


@dataclass(frozen=True, slots=True)
class Rate:
    """A percentage, or a number of percentage points; `end` is after its mark."""

    start: int
    end: int
    value: Decimal
    places: int
    points: bool

    @property
    def text(self) -> str:
        """The rate with its decimals and mark: 88,49%."""
        return decimal_text(self.value, self.places) + (" điểm phần trăm" if self.points else "%")


@dataclass(frozen=True, slots=True)
class Ratio:
    """A part of a whole, written 395/412 or "395 trong tổng số 412"."""

    start: int
    end: int
    part: Number
    whole: Number


@dataclass(frozen=True, slots=True)
class Prose:
    """A text as written (`source`), folded (`text`), all but figures `masked`, and its tokens in order.

    `starts` are where the counts begin, `ends` where the sentences end: to look up by place.
    """

    source: str
    text: str
    masked: str
    counts: tuple[Number, ...]
    rates: tuple[Rate, ...]
    ratios: tuple[Ratio, ...]
    sentences: tuple[tuple[int, int], ...]
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def sentence_at(self, place: int) -> int:
        """Return the number of the sentence that holds a place."""
        return bisect_left(self.ends, place)

    def counts_in(self, start: int, end: int) -> tuple[Number, ...]:
        """Return the counts that begin from `start` to `end`."""
        return self.counts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def folded(text: str) -> str:
    """Return the text in small letters with plain spaces, each character in its old place."""
    # Two letters are not lowered one by one: the Turkish İ becomes two, the Greek Σ depends on its place.
    if "İ" in text or "Σ" in text:
        small = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    else:
        small = text.lower()
    for space in _OTHER_SPACES:  # one by one: a translation looks every letter up
        small = small.replace(space, " ")
    return small


def read_prose(source: str) -> Prose:
    """Return the tokens of a text."""
    text = folded(source)
    masked = _masked(text)
    ratios = tuple(_ratios(masked))
    rates = tuple(_rate(match) for match in _RATE.finditer(masked))
    spans = [(ratio.start, ratio.end) for ratio in ratios]
    spans = sorted([*spans, *((rate.start, rate.end) for rate in rates)])
    counts = tuple(
        number
        for number in (_number(masked, match[0], *match.span()) for match in _COUNT.finditer(masked))
        if not _inside(number.start, spans)
    )
    parted = sentences(text)
    starts, ends = tuple(number.start for number in counts), tuple(end for _, end in parted)
    return Prose(source, text, masked, counts, rates, ratios, parted, starts, ends)


def _inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether a place lies in one of the spans, which come in order and do not overlap."""
    index = bisect_right(spans, place, key=lambda span: span[0])
    return index > 0 and place < spans[index - 1][1]


def blanked(text: str, spans: Iterable[tuple[int, int]], filler: str = MASK) -> str:
    """Return the text with the characters of the spans replaced, as long as before."""
    pieces: list[str] = []
    done = 0
    for start, end in sorted(spans):
        begin = max(start, done)
        if begin < end:
            pieces += (text[done:begin], filler * (end - begin))
            done = end
    return "".join((*pieces, text[done:])) if pieces else text


def _masked(text: str) -> str:
    # A square or cubic metre is a unit of letters: its digit would stand between figures.
    masked = _POWER.sub(lambda match: {"2": "q", "3": "b"}[match[0]], text)
    masked = blanked(masked, date_spans(text))
    for pattern in _NOT_FIGURES:
        masked = blanked(masked, (match.span() for match in pattern.found_in(masked)))
    return masked


def _number(text: str, figure: str, start: int, end: int) -> Number:
    found = _UNIT.match(text, end)
    unit = found["unit"] if found else ""
    places = len(figure.partition(",")[2])
    return Number(start, end, _decimal(figure), places, "" if unit.split(" ")[0] in _NO_UNIT else unit)


def _decimal(figure: str) -> Decimal:
    return Decimal(figure.replace(".", "").replace(",", "."))


def _rate(match: re.Match[str]) -> Rate:
    figure = match["number"]
    places = len(figure.partition(",")[2])
    return Rate(*match.span(), _decimal(figure), places, match["mark"].startswith("điểm"))


def _ratios(text: str) -> Iterator[Ratio]:
    for match in _RATIO.finditer(text):
        part = _number(text, match["part"], *match.span("part"))
        whole = _number(text, match["whole"], *match.span("whole"))
        spoken = "/" not in match["mark"]
        if spoken or not match["unit"] or part.unit.startswith(whole.unit):
            yield Ratio(match.start(), match.end(), part, whole)
