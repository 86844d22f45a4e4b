"""The signed file that came back is the approved paper: what systems add is taken in, all else is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Diagnostic, Refused, Severity
from generator.issuing.at_hand import paper_at_hand
from generator.issuing.issue import issue_paper
from generator.issuing.journal_head import journal_of
from generator.issuing.signed_blanks import Given, annex_blanks
from generator.issuing.signed_copy import Approved, signature_marks
from generator.issuing.signed_ink import marks as letters
from generator.issuing.signed_ink import reading_order
from generator.paper_files import paper_files
from generator.reading.pdf import read_visible
from tests.inspections import CLEAN
from tests.issued import ISSUE, project_with
from tests.issued import signed as brought_to_signature
from tests.signed_files import (
    AGENCY,
    PERSON,
    Paper,
    from_word,
    noted,
    pages,
    printed,
    resaved,
    scaled,
    sign,
    signed,
    stamped,
)

if TYPE_CHECKING:
    from pathlib import Path

GIVEN = Given("45", "18", "5")
NUMBER_AT, DAY_AT = (144, 731), (371, 731)
"""Where the blanks of number and day stand on the first page, in points from its lower left corner."""
OVERLAY = ((*NUMBER_AT, "45"), (*DAY_AT, "18"))
ANNEX = ((393, 481, "45"), (501, 481, "18"), (555, 481, "5"))
"""Where the blanks of the first annex stand on its page."""
FIGURE = (391, 116, 411, 129)
"""Where a figure of the text stands on the first page."""


def compared(file: bytes) -> list[Diagnostic]:
    ours = Paper()
    return list(signature_marks(Approved(ours.issued, GIVEN, lambda: ours.blank), file, "ky.pdf"))


def marks(file: bytes) -> list[str]:
    """Return what the file has more than the paper."""
    found = compared(file)
    assert {item.code for item in found} <= {"signed-mark", "signed-blank", "signed-picture"}
    return [str(item.arguments["text"]) for item in found if item.code == "signed-mark"]


def refusal(file: bytes) -> list[tuple[str, ...]]:
    """Return why a file is refused: each code with what was approved and what is there."""
    with pytest.raises(Refused) as refused:
        compared(file)
    errors = [item for item in refused.value.diagnostics if item.severity is Severity.ERROR]
    names = ("ours", "signed", "text", "kind")
    return [
        (item.code, *(str(item.arguments[name]) for name in names if name in item.arguments))
        for item in errors
    ]


def overlay(*stamps: tuple[float, float, str]) -> bytes:
    return stamped(Paper().blank, *(stamps or OVERLAY))


# --- what is taken in ---------------------------------------------------------------------------------


def test_the_paper_itself_differs_in_nothing() -> None:
    assert compared(Paper().issued) == []


def test_visible_signatures_of_person_and_agency_are_marks() -> None:
    assert marks(signed(Paper().issued)) == [" ".join(PERSON), " ".join(AGENCY)]


def test_number_and_day_stamped_onto_the_blanks_join_the_text() -> None:
    assert marks(signed(overlay())) == [" ".join(PERSON), " ".join(AGENCY)]


def test_a_stamp_a_little_off_its_line_joins_too() -> None:
    assert marks(overlay((142, 729.5, "45"), (370, 733, "18"))) == []


def test_blanks_of_an_annex_may_be_filled_too_or_stay() -> None:
    file = stamped(overlay(), *ANNEX, page=2)
    assert marks(file) == []
    assert marks(stamped(Paper().issued, *ANNEX, page=2)) == []


@pytest.mark.parametrize("kind", ["FreeText", "Widget"])
def test_number_and_day_in_annotations_without_appearance_join_the_text(kind: str) -> None:
    file = noted(Paper().blank, kind, (144, 728, 158, 741), "45")
    assert marks(sign(noted(file, kind, (371, 728, 385, 741), "18"))) == [" ".join(PERSON)]


def test_number_and_day_in_annotations_that_are_painted_join_the_text() -> None:
    file = noted(Paper().blank, "FreeText", (144, 728, 158, 741), "?", "BT /Stamp 12 Tf 0 3 Td (45) Tj ET")
    file = noted(file, "FreeText", (371, 728, 385, 741), "?", "BT /Stamp 12 Tf 0 3 Td (18) Tj ET")
    assert marks(file) == []


@pytest.mark.parametrize("change", [resaved, printed, scaled])
def test_a_file_saved_or_printed_by_another_program_is_the_same_paper(change: object) -> None:
    assert callable(change)
    assert marks(change(overlay())) == []
    assert marks(sign(change(Paper().issued))) == [" ".join(PERSON)]


def test_a_signature_printed_with_its_page_is_a_mark() -> None:
    assert sorted(marks(printed(signed(Paper().issued)))) == sorted([" ".join(PERSON), " ".join(AGENCY)])


def test_a_signature_that_begins_with_its_name_is_a_mark() -> None:
    lines = ("NGUYỄN VĂN A", "Digitally signed by Nguyễn Văn A", "Date: 2026.05.18 09:10:11 +07'00'")
    assert marks(sign(Paper().issued, lines)) == [" ".join(lines)]


def test_a_pdf_that_a_system_made_of_the_word_file_is_the_same_paper() -> None:
    """Its lines are set anew, so the words are compared."""
    assert marks(from_word(Paper())) == []
    assert {" ".join(PERSON), " ".join(AGENCY)} >= {*marks(signed(from_word(Paper())))}


def test_one_figure_changed_in_such_a_pdf_is_found() -> None:
    (told,) = refusal(from_word(Paper("412/412", "413/412")))
    assert told == ("signed-differs", "412/412", "413/412")


# --- what is refused ----------------------------------------------------------------------------------


@pytest.mark.parametrize("change", [signed, resaved, printed, scaled])
def test_one_figure_changed_is_found(change: object) -> None:
    assert callable(change)
    other = Paper("412/412", "413/412")
    found = refusal(change(other.issued))
    assert ("signed-page-differs", "2", "3") in found


def test_one_figure_changed_is_found_below_the_stamps_too() -> None:
    other = Paper("412/412", "413/412")
    assert refusal(stamped(other.blank, *OVERLAY)) == [("signed-page-differs", "2", "3")]


def test_one_word_added_is_found() -> None:
    assert refusal(signed(Paper("đã niêm yết", "đã không niêm yết").issued))


def test_a_page_missing_or_added_is_told() -> None:
    file = Paper().issued
    assert refusal(pages(file, 0, 1, 2, 3))[0] == ("signed-pages", "5", "4")
    assert refusal(pages(file, 0, 1, 2, 3, 4, 4))[0] == ("signed-pages", "5", "6")


def test_an_annex_left_out_or_swapped_is_found() -> None:
    assert refusal(Paper(annexes=1).issued)[0][0] == "signed-pages"
    assert {code for code, *_ in refusal(pages(Paper().issued, 0, 1, 2, 4, 3))} <= {
        "signed-page-differs",
        "signed-added",
        "signed-differs",
        "signed-struck",
    }


@pytest.mark.parametrize(
    ("stamps", "told"),
    [
        (((*NUMBER_AT, "46"), (*DAY_AT, "18")), ("signed-filled-otherwise", "45", "46")),
        (((*NUMBER_AT, "45"), (*DAY_AT, "19")), ("signed-filled-otherwise", "18", "19")),
        (((*DAY_AT, "18"),), ("signed-blank", "45")),
        (((*NUMBER_AT, "45"),), ("signed-blank", "18")),
    ],
    ids=["number", "day", "no number", "no day"],
)
def test_another_number_or_day_than_the_typed_one_is_found(
    stamps: tuple[tuple[float, float, str], ...], told: tuple[str, ...]
) -> None:
    assert refusal(overlay(*stamps)) == [told]


def test_another_number_in_an_annex_is_found() -> None:
    (_, *rest), (x, y, _) = ANNEX, ANNEX[0]
    file = stamped(overlay(), (x, y, "46"), *rest, page=2)
    assert refusal(file) == [("signed-filled-otherwise", "45", "46")]


def test_a_number_printed_otherwise_is_found() -> None:
    ours = Paper()
    with pytest.raises(Refused, match="signed-page-differs"):
        signature_marks(
            Approved(Paper("412/412", "413/412").issued, GIVEN, lambda: ours.blank), ours.issued, "ky.pdf"
        )


def test_words_stamped_beside_the_text_are_found() -> None:
    assert refusal(stamped(Paper().issued, (90, 40, "khong ap dung"))) == [("signed-added", "khong ap dung")]
    assert refusal(stamped(Paper().issued, (90, 40, "So: 46/TB-UBND"))) == [
        ("signed-added", "So: 46/TB-UBND")
    ]


def test_white_text_is_found() -> None:
    file = stamped(Paper().issued, (90, 40, "an"), colour="1 g")
    assert refusal(file) == [("signed-unseen", "an")]


def test_text_drawn_invisibly_is_found() -> None:
    assert refusal(stamped(Paper().issued, (90, 40, "an"), colour="3 Tr"))[0][0] == "signed-part"


@pytest.mark.parametrize("white", ["1 g", "1 1 1 rg"])
def test_an_annotation_that_covers_a_figure_with_another_is_found(white: str) -> None:
    paint = f"{white} 0 0 20 13 re f 0 g BT /Stamp 12 Tf 0 3 Td (99) Tj ET"
    (told, *more) = refusal(noted(Paper().issued, "FreeText", FIGURE, "99", paint))
    assert told[0] == "signed-page-differs"
    assert "99" in told[2]
    assert more == []


def test_a_signature_that_covers_text_is_found() -> None:
    file = sign(Paper().issued, PERSON, (330, 100, 540, 160), background="white")
    assert "signed-page-differs" in {code for code, *_ in refusal(file)}


def test_a_signature_field_that_says_another_thing_is_found() -> None:
    told = refusal(sign(Paper().issued, ("Thời hạn lùi đến ngày 31/12/2026",)))
    assert told == [("signed-added", "Thời hạn lùi đến ngày 31/12/2026")]


def test_a_figure_struck_out_is_found() -> None:
    x0, _, x1, _ = FIGURE
    file = noted(Paper().issued, "StrikeOut", FIGURE, "", f"1 w 0 6 m {x1 - x0} 6 l S")
    assert refusal(file)[0][0] == "signed-struck"
    assert refusal(noted(Paper().issued, "StrikeOut", FIGURE, "")) == [("signed-annotation", "StrikeOut")]


# --- at the issue -------------------------------------------------------------------------------------


def stamps_of(blank: bytes, given: Given) -> list[tuple[float, float, str]]:
    """Return where number and day belong on the first page of a copy for signature."""
    ink = read_visible(blank, "x")[0][0]
    page = [mark for line in reading_order(letters(ink)) for mark in line]
    found = annex_blanks(page, given)
    return [(one.gaps[0].left + 2, ink.height - one.gaps[0].y, one.text) for one in found]


def test_the_stamped_and_signed_file_becomes_the_original_of_the_issued_paper(tmp_path: Path) -> None:
    project = brought_to_signature(project_with(tmp_path, CLEAN))
    hand = paper_at_hand(project, "nho", "tb")
    blank = paper_files(hand.workshop, hand.for_signature()[0], frozenset({"pdf"}))[0][".pdf"]
    stamps = stamps_of(blank, Given("05", "18", "5"))
    returned = tmp_path / "ky.pdf"
    returned.write_bytes(
        sign(stamped(blank, *((x, y, "06" if text == "05" else text) for x, y, text in stamps)))
    )
    asked = replace(ISSUE, signed=returned)
    with pytest.raises(Refused, match="signed-filled-otherwise"):
        issue_paper(project, asked)
    assert journal_of(project).issues() == []
    data = sign(stamped(blank, *stamps))
    returned.write_bytes(data)
    done = issue_paper(project, asked)
    assert (project.issued / done.event.folder / done.record.original).read_bytes() == data
    assert [item.code for item in done.told if item.code == "signed-mark"] == ["signed-mark"]
