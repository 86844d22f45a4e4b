"""N3, N5: one word for one thing, a person and the posts apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.prose.hits import ProseHit
from generator.checks.prose.running_text import UPPER, without_addresses
from generator.checks.sought import sought

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_OFFICIAL = {"trễ hạn": "quá hạn", "chậm hạn": "quá hạn"}
"""Words of the press for what the reports of the administration call "quá hạn"."""

_ENUMERATIONS = {
    "cán bộ công chức": "cán bộ, công chức",
    "công chức viên chức": "công chức, viên chức",
    "cơ quan đơn vị": "cơ quan, đơn vị",
    "cơ quan tổ chức": "cơ quan, tổ chức",
    "tổ chức cá nhân": "tổ chức, cá nhân",
    "cá nhân tổ chức": "cá nhân, tổ chức",
    "các xã thị trấn": "các xã, thị trấn",
    "các xã phường": "các xã, phường",
    "chế độ thông tin báo cáo": "chế độ thông tin, báo cáo",
    "tồn tại hạn chế": "tồn tại, hạn chế",
    "phản ánh kiến nghị": "phản ánh, kiến nghị",
    "khiếu nại tố cáo": "khiếu nại, tố cáo",
    "các phòng ban": "các phòng, ban",
}
_WANTED = _OFFICIAL | _ENUMERATIONS
_PLAIN_TERMS = sought(rf"(?<!\w)({'|'.join(_WANTED)})(?!\w)", *_WANTED, any_case=True)
_ENSURE = sought(r"(?<!\w)đảm bảo(?!\w)", "đảm bảo", any_case=True)

_BODY = (
    r"HĐND|UBND|Hội đồng nhân dân|Ủy ban nhân dân|Sở (?:Nội vụ|Tư pháp|Tài chính|Y tế|Xây dựng|Công Thương)"
    r"|Văn phòng|Ban Tổ chức|Thanh tra|Phòng Nội vụ|Phòng Tư pháp"
)
_PLACE = r"(?: (?:tỉnh|huyện|xã|thành phố|thị xã|thị trấn|phường|quận))?(?: [A-ZĐÀ-Ỹ][^\W\d_]*){0,6}"
_TWO_POSTS = sought(
    rf"(?<!\w)((?:Phó )?(?:Chủ tịch|Giám đốc|Chánh Văn phòng|Trưởng phòng|Chánh Thanh tra|Trưởng ban)"
    rf"(?: (?:{_BODY}))?{_PLACE}) ((?:[Pp]hó )?[Tt]rưởng [Đđ]oàn)(?!\w)",
    *("rưởng đoàn", "rưởng Đoàn"),
)

_NAME = rf"[{UPPER}][^\W\d_]+(?: [{UPPER}][^\W\d_]+){{1,3}}"
_SMALL_POSTS = "chủ tịch|giám đốc|bí thư|chánh thanh tra|chánh văn phòng"
_SMALL_POST = sought(
    rf"(?<=[^\W\d_,] )((?:phó )?(?:{_SMALL_POSTS})"
    rf"(?: (?:{_BODY}))?(?: (?:tỉnh|huyện|xã|phường))?) {_NAME}(?= (?:khẳng định|phát biểu|kết luận|yêu cầu"
    rf"|chủ trì|đề nghị|báo cáo|cho biết|nhấn mạnh|ký|làm|tiếp thu))",
    *_SMALL_POSTS.split("|"),
)
_POST_RUN_ON = sought(
    r"(?<!\w)do [^.;\n]{5,120}? ((làm [Tt]rưởng đoàn) ((?:kiểm tra|giám sát) (?:việc|tình hình|công tác)))",
    *("làm trưởng đoàn", "làm Trưởng đoàn"),
)
_POSTS = "Chủ tịch|Giám đốc|Bí thư|Trưởng phòng|Chánh Văn phòng|Chánh Thanh tra|Trưởng đoàn"
_PERSON_POST = sought(
    rf"(?:(?:Ông|Bà) )?(?P<name>(?!Ông |Bà ){_NAME})(?:,| -| –) (?P<deputy>Phó )?"
    rf"(?P<post>{_POSTS})(?!\w)",
    *(f"{mark} {post}" for mark in (",", " -", " –") for post in ("Phó", *_POSTS.split("|"))),
)


def term_hits(text: str) -> list[ProseHit]:
    """Return drifting terms (N3) and posts run together (N5); arguments `found` and `proposal`."""
    plain = without_addresses(text)
    hits = [
        ProseHit("N3", match.start(), match.end(), {"found": match[0], "proposal": _WANTED[match[1].lower()]})
        for match in _PLAIN_TERMS.found_in(plain)
    ]
    hits += [
        ProseHit("N3", match.start(), match.end(), {"found": match[0], "proposal": "bảo đảm"})
        for match in _ENSURE.found_in(plain)
    ]
    return [
        *hits,
        *_two_posts(plain),
        *_small_posts(plain),
        *_post_run_on(plain),
        *_two_ranks(plain),
    ]


def _two_posts(plain: str) -> Iterator[ProseHit]:
    """Yield "Chủ tịch HĐND huyện trưởng đoàn giám sát": two posts with nothing between."""
    for match in _TWO_POSTS.found_in(plain):
        told = {"found": match[0], "proposal": _apart(match), "problem": "together"}
        yield ProseHit("N5", match.start(), match.end(), told)


def _small_posts(plain: str) -> Iterator[ProseHit]:
    """Yield posts in small letters tied to a named person (NĐ 30/2020, PL II.V.3)."""
    for match in _SMALL_POST.found_in(plain):
        right = match[1][0].upper() + match[1][1:]
        told = {"found": match[0], "proposal": right + match[0][len(match[1]) :], "problem": "small"}
        yield ProseHit("N5", match.start(), match.end(), told)


def _post_run_on(plain: str) -> Iterator[ProseHit]:
    """Yield "do … làm trưởng đoàn kiểm tra việc …": the post and what the team did run together."""
    for match in _POST_RUN_ON.found_in(plain):
        told = {"found": match[1], "proposal": f"{match[2]}, {match[3]}", "problem": "run-on"}
        yield ProseHit("N5", match.start(1), match.end(1), told)


def _two_ranks(plain: str) -> Iterator[ProseHit]:
    """Yield a person told with a post here and as its deputy there."""
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for match in _PERSON_POST.found_in(plain):
        name, deputy, post = match["name"], match["deputy"] or "", match["post"]
        told = first.setdefault((name, post), (deputy, match[0]))
        if told[0] != deputy:
            yield ProseHit(
                "N5",
                match.start(),
                match.end(),
                {"found": match[0], "proposal": told[1], "problem": "two-ranks"},
            )


def _apart(match: re.Match[str]) -> str:
    return f"{match[1]}, {match[2][0].upper()}{match[2][1:]}"
