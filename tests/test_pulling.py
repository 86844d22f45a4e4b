"""Word edits come home, or are told with where they belong; none is lost, none lands in a wrong place."""

from __future__ import annotations

import io
import random
import zipfile
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.anchors import W
from generator.build import Options, build_all
from generator.diagnostics import Refused
from generator.files import write_together
from generator.project import Project, find_project
from generator.pulling import Pulled, pull
from generator.pulling.comments import comments_file, papers_with_comments, read_comments, tick_off
from generator.pulling.hunks import Hunk, applied, changed, slid
from generator.pulling.pairing import _moved
from generator.pulling.results import Kind, Why
from generator.pulling.said import even, said, unlabelled
from generator.render.word_anchors import MAP_PART
from generator.workshop import Workshop
from generator.yaml_editing import replace_text
from tests.inspections import ROOT, SMALL, composed, new_project, sample
from tests.issued import issued, project_with
from tests.rendering import word
from tests.word_edits import WordEdits, edited_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[WordEdits], object]

QUERIES = "UBND các xã đã tiếp nhận 37"
PAPERS = "không lưu Giấy tiếp nhận"
SCANNER = "Có 02/03 máy quét"


@cache
def draft() -> bytes:
    return word().render(composed(sample()).document, anchors=True)


@cache
def project() -> Project:
    return find_project(ROOT)


@cache
def workshop() -> Workshop:
    return Workshop(project())


def pulled(*edits: Edit, saved_by_word: int = 0) -> Pulled:
    return pull(edited_file(draft(), *edits, saved_by_word=saved_by_word), "sua.docx", project(), workshop())


def difference(found: Pulled) -> tuple[str, str]:
    """The words of the YAML that are gone, and those that are new."""
    old, new = found.yaml.text.split(), found.text.split()
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed_ones = [block for block in blocks if block[0] != "equal"]
    gone = " ".join(word for block in changed_ones for word in old[block[1] : block[2]])
    return gone, " ".join(word for block in changed_ones for word in new[block[3] : block[4]])


def test_a_file_that_nobody_changed_changes_nothing() -> None:
    for seed in (0, 3):
        found = pulled(saved_by_word=seed)
        assert (found.home, found.left, found.comments) == ((), (), ())
        assert not found.changes_yaml
        assert found.paper == "mau-mot-cua-cap-xa/tb-kl"


# What is changed in Word, and what it changes in the YAML.
HOME: dict[str, tuple[Edit, str, str, str]] = {
    "running text, with a name with &": (
        lambda e: e.change(PAPERS, "Giấy tiếp nhận", "Giấy & phiếu tiếp nhận"),
        "findings.limitations.2.text",
        "",
        "& phiếu",
    ),
    "a sentence behind the last full stop": (
        lambda e: e.change("hệ thống truyền thanh", "trực tuyến.", "trực tuyến. Có biển chỉ dẫn."),
        "findings.strengths.11.text",
        "tuyến",
        "tuyến. Có biển chỉ dẫn",
    ),
    "words that are taken out": (
        lambda e: e.change(PAPERS, " lĩnh vực hộ tịch", ""),
        "findings.limitations.2.text",
        "lĩnh vực hộ tịch",
        "",
    ),
    "marks that YAML and rich text know": (
        lambda e: e.change(PAPERS, "hộ tịch", "hộ tịch (*): [[x]] # {y}"),
        "findings.limitations.2.text",
        "",
        r"(\*): \[\[x]] # {y}",
    ),
    "a deadline": (
        lambda e: e.change("Gửi văn bản xin lỗi", "29/5/2026", "30/5/2026"),
        "recommendations.3.deadline.before",
        "29/5/2026}",
        "30/5/2026}",
    ),
    "the date of a cited paper": (
        lambda e: e.change("Thực hiện Kế hoạch", "15/01/2026", "16/01/2026"),
        "plan.date",
        "15/01/2026",
        "16/01/2026",
    ),
    "a title": (
        lambda e: e.change("Công khai thủ tục hành", "Công khai", "Niêm yết, công khai"),
        "scope.2.text",
        "Công",
        "Niêm yết, công",
    ),
    "a recipient": (
        lambda e: e.change("Bộ Tư pháp (b/c)", "Bộ Tư pháp", "Bộ Tư pháp & Bộ Nội vụ"),
        "documents.1.recipients.1.group",
        "pháp,",
        "pháp & Bộ Nội vụ,",
    ),
    "the signer": (
        lambda e: e.change("Nguyễn Văn A", "Nguyễn Văn A", "Lê Văn C"),
        "documents.1.signer.person",
        "nguyen-van-a",
        "le-van-c",
    ),
    "a post that is printed in capitals": (
        lambda e: e.change("CHÁNH VĂN PHÒNG", "CHÁNH VĂN", "PHÓ CHÁNH VĂN"),
        "documents.1.signer.chain.2.post",
        "",
        "Phó",
    ),
    "an owner": (
        lambda e: e.change("Sở Nông nghiệp", "Sở Nông nghiệp và Môi trường", "Sở Nội vụ"),
        "recommendations.14.owners",
        "so-nn-mt-mau",
        "so-noi-vu-mau",
    ),
    "a figure that is typed and printed as it is": (
        lambda e: e.change("Gửi văn bản xin lỗi", "05", "06"),
        "figures.23.total",
        "5}",
        "6}",
    ),
}


@pytest.mark.parametrize("name", HOME)
def test_a_changed_text_comes_home_to_its_value_and_nowhere_else(name: str) -> None:
    edit, path, gone, new = HOME[name]
    found = pulled(edit, saved_by_word=7)
    assert [one.path for one in found.home] == [path]
    assert found.left == ()
    assert difference(found) == (gone, new)


def test_a_deleted_paragraph_deletes_its_item_and_a_new_one_makes_one() -> None:
    found = pulled(lambda e: e.delete(QUERIES))
    assert [(one.kind, one.path) for one in found.home] == [(Kind.DELETED, "findings.strengths.9")]
    assert "pakn.received" not in found.text
    found = pulled(lambda e: e.add(SCANNER, "- Chưa công khai số điện thoại."))
    assert [(one.kind, one.path) for one in found.home] == [(Kind.ADDED, "findings.limitations.11")]
    assert "    - id: moi-1\n      units: vd-c\n      text: Chưa công khai số điện thoại\n" in found.text


def test_a_new_duty_has_its_deadline_read() -> None:
    text = "c) Lập sổ theo dõi, hoàn thành trước ngày 30/6/2026."
    found = pulled(lambda e: e.add("Gửi văn bản xin lỗi", text))
    assert [one.path for one in found.home] == ["recommendations.4"]
    assert "owners: vd-a\n    text: Lập sổ theo dõi\n    deadline:\n      before: 30/6/2026\n" in found.text


@pytest.mark.parametrize("keys", [True, False])
def test_a_moved_paragraph_moves_its_item_with_or_without_its_key(keys: bool) -> None:
    found = pulled(lambda e: e.move(SCANNER, "Có 05/60 hồ sơ", keys=keys))
    assert [(one.kind, one.path) for one in found.home] == [(Kind.MOVED, "findings.limitations.10")]
    assert (
        found.text.index("id: giay-to-c")
        < found.text.index("id: may-quet-c")
        < found.text.index("id: qua-han-c")
    )
    assert sorted(found.text.split()) == sorted(found.yaml.text.split())


def test_tracked_changes_count_as_accepted_and_tell_who_made_them() -> None:
    found = pulled(
        lambda e: e.change(PAPERS, "Giấy", "phiếu", tracked=True),
        lambda e: e.delete(QUERIES, tracked=True),
        lambda e: e.add("Trong tổng số 5.240", "c) Đã công khai kết quả.", tracked=True),
        saved_by_word=5,
    )
    assert [one.kind for one in found.home] == [Kind.TEXT, Kind.DELETED, Kind.ADDED]
    assert {one.authors for one in found.home} == {("Lê Văn C",)}
    assert found.left == ()


def test_a_tracked_move_moves_the_item() -> None:
    found = pulled(lambda e: e.track_move(SCANNER, "Có 05/60 hồ sơ"))
    assert [(one.kind, one.path) for one in found.home] == [(Kind.MOVED, "findings.limitations.10")]
    assert found.left == ()


def test_a_deleted_row_of_an_annex_deletes_nothing_and_is_told_cell_by_cell() -> None:
    found = pulled(lambda e: e.delete_row("Kết quả giải quyết; văn bản phân công"))
    assert found.home == ()
    assert {(one.kind, one.authors) for one in found.left} == {(Kind.DELETED, ("Lê Văn C",))}


def test_a_paragraph_cut_in_two_and_two_made_one_are_told_or_come_home() -> None:
    def cut(e: WordEdits) -> None:
        e.change(
            "hệ thống truyền thanh",
            " Trung tâm của các xã được bố trí tại vị trí thuận tiện, có máy tính",
            "",
        )
        e.add("hệ thống truyền thanh", "Trung tâm của các xã được bố trí tại vị trí thuận tiện.")

    found = pulled(cut)
    assert len(found.home) + len(found.left) == 2


@pytest.mark.parametrize("seed", range(12))
def test_a_word_typed_anywhere_comes_home_to_its_own_paragraph_or_is_told(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - places that are the same each time
    edits = WordEdits(draft())
    texts = [text for text in edits.texts() if " " in text.strip() and edits.texts().count(text) == 1]
    text = chance.choice(texts).replace("\u00a0", " ")
    first = chance.choice([word for word in text.split() if len(word) > 2])
    edits.change(text, first, f"{first} thêm & bớt")
    edits.as_word_saves(seed)
    found = pull(edits.saved(), "sua.docx", project(), workshop())
    assert len(found.home) + len(found.left) == 1
    if found.home:
        gone, new = difference(found)
        assert new.replace(gone, "").split() == ["thêm", "&", "bớt"] or "thêm & bớt" in new
    else:
        assert not found.changes_yaml


# What is changed in Word and has no value of its own.
LEFT: dict[str, tuple[Edit, Why]] = {
    "wording of the template": (
        lambda e: e.change("đã kiểm tra trực tiếp tại", "đã kiểm tra", "đã tiến hành kiểm tra"),
        Why.WORDING,
    ),
    "a computed figure": (lambda e: e.change("tổng số 13.462", "13.462", "13.463"), Why.FIGURE),
    "a figure that others are computed from": (
        lambda e: e.change("Có 12 hồ sơ", "Có 12", "Có 13"),
        Why.FIGURE,
    ),
    "a name of the catalogue": (
        lambda e: e.change("Thực hiện Kế hoạch", "UBND xã Ví Dụ A", "UBND xã Ví Dụ B"),
        Why.NAME,
    ),
    "a finding that a recommendation refers to": (lambda e: e.delete(SCANNER), Why.REFERRED),
    "a paragraph of the wording": (lambda e: e.delete("Bên cạnh những kết quả"), Why.UNPROVED),
    "a paragraph nowhere near an item": (
        lambda e: e.add("TỒN TẠI, HẠN CHẾ", "Một đoạn không thuộc mục nào cả."),
        Why.UNPROVED,
    ),
}


@pytest.mark.parametrize("name", LEFT)
def test_what_has_no_value_is_told_and_nothing_is_written(name: str) -> None:
    edit, why = LEFT[name]
    found = pulled(edit, saved_by_word=11)
    assert [one.why for one in found.left] == [why], found
    assert found.home == ()
    assert not found.changes_yaml


def test_a_deleted_finding_says_what_still_refers_to_it() -> None:
    (left,) = pulled(lambda e: e.delete(SCANNER)).left
    assert [item.code for item in left.because] == ["addressed-unknown"]


def test_a_change_of_the_yaml_since_the_print_is_no_change_of_word(tmp_path: Path) -> None:
    text = (ROOT / "inspections/2026/mau-mot-cua-cap-xa.yaml").read_text(encoding="utf-8")
    newer = text.replace("không lưu Giấy tiếp nhận hồ sơ", "không lưu phiếu tiếp nhận hồ sơ").replace(
        "date: 15/01/2026", "date: 17/01/2026"
    )
    other = new_project(tmp_path, **{"mau-mot-cua-cap-xa": newer})
    data = edited_file(
        draft(),
        lambda e: e.change(PAPERS, "Giấy tiếp nhận", "biên nhận"),
        lambda e: e.change("hệ thống truyền thanh", "báo cáo định kỳ", "báo cáo"),
    )
    found = pull(data, "sua.docx", other)
    assert [one.path for one in found.home] == ["findings.strengths.11.text"]
    assert [one.why for one in found.left] == [Why.CONFLICT]
    assert "17/01/2026" in found.text
    assert "không lưu phiếu tiếp nhận hồ sơ" in found.text


def test_comments_come_with_who_said_them_and_where() -> None:
    (comment,) = pulled(lambda e: e.comment(PAPERS, "Trần Thị B", "Xem lại số này")).comments
    assert (comment.author, comment.text) == ("Trần Thị B", "Xem lại số này")
    assert PAPERS in comment.beside


def test_a_file_without_anchors_or_with_damaged_ones_is_refused() -> None:
    clean = word().render(composed(sample()).document)
    edits = WordEdits(draft())
    edits.parts[MAP_PART] = edits.parts[MAP_PART].replace(b">15/01/2026<", b">16/01/2026<")
    for data, code in ((clean, "pull-no-anchors"), (edits.saved(), "pull-anchors-damaged")):
        with pytest.raises(Refused) as refused:
            pull(data, "sua.docx", project())
        assert [item.code for item in refused.value.diagnostics] == [code]


def test_hostile_files_are_refused() -> None:
    bomb, entity = WordEdits(draft()), WordEdits(draft())
    bomb.parts["customXml/item2.xml"] = b" " * 60_000_000
    entity.parts[MAP_PART] = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    for edits, code in ((bomb, "word-unpacks-too-large"), (entity, "pull-no-anchors")):
        with pytest.raises(Refused) as refused:
            pull(edits.saved(), "sua.docx", project())
        assert [item.code for item in refused.value.diagnostics] == [code]
    with pytest.raises(Refused):
        pull(draft()[:2000], "sua.docx", project())


def test_a_file_that_is_no_edit_any_more_is_refused_in_time() -> None:
    edits = WordEdits(draft())
    body = next(edits.root.iter(f"{{{W}}}body"))
    for number in range(30_000):
        text = etree.SubElement(
            etree.SubElement(etree.SubElement(body, f"{{{W}}}p"), f"{{{W}}}r"), f"{{{W}}}t"
        )
        text.text = f"dòng {number}"
    with pytest.raises(Refused) as refused:
        pull(edits.saved(), "sua.docx", project(), workshop())
    assert [item.code for item in refused.value.diagnostics] == ["pull-too-much"]
    long = pulled(lambda e: e.change(PAPERS, "Giấy", "a b " * 200_000))
    assert len(long.home) + len(long.left) == 1


def test_a_paper_of_another_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        pull(draft(), "sua.docx", new_project(tmp_path, nho=SMALL))
    assert [item.code for item in refused.value.diagnostics] == ["pull-unknown-paper"]


# --- laws -------------------------------------------------------------------------------------------------

TEXTS = st.text(st.sampled_from("ab ,.\u00a0đ"), max_size=30)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_the_hunks_turn_one_text_into_the_other(old: str, new: str) -> None:
    assert said(applied(even(old), changed(old, new))) == said(new)


@settings(deadline=None)
@given(TEXTS, st.data())
def test_a_hunk_that_slides_says_the_same(old: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    new = data.draw(TEXTS)
    hunk = Hunk(start, end, new)
    assert {applied(old, [one]) for one in slid(hunk, old)} == {applied(old, [hunk])}


@settings(deadline=None)
@given(st.permutations(range(8)))
def test_what_did_not_move_stands_in_its_order(order: list[int]) -> None:
    kept = [one for one in order if one not in _moved(order)]
    assert kept == sorted(kept)
    assert bool(_moved(order)) == (order != sorted(order))


def test_numbers_and_marks_in_front_do_not_count() -> None:
    for text in ("a) Nội dung", "- Nội dung", "1. Nội dung", "IV. Nội dung", "Điều 2. Nội\u00a0 dung "):
        assert unlabelled(text) == "Nội dung"
    assert unlabelled("Nội dung a) b") == "Nội dung a) b"


def test_the_package_of_an_edited_file_is_a_zip() -> None:
    assert zipfile.is_zipfile(io.BytesIO(edited_file(draft(), saved_by_word=2)))


def test_a_second_pull_of_the_same_file_finds_everything_at_home(tmp_path: Path) -> None:
    other = new_project(tmp_path, **{"mau-mot-cua-cap-xa": sample().source.text})
    data = edited_file(
        draft(),
        lambda e: e.change(PAPERS, "Giấy tiếp nhận", "biên nhận"),
        lambda e: e.delete(QUERIES),
        lambda e: e.add(SCANNER, "- Chưa công khai số điện thoại."),
    )
    first = pull(data, "sua.docx", other)
    assert len(first.home) == 3
    replace_text(first.yaml, first.text, other)
    second = pull(data, "sua.docx", other)
    assert (second.home, second.left) == ((), ())


def test_after_pull_the_paper_says_what_the_edited_file_says(tmp_path: Path) -> None:
    other = new_project(tmp_path, **{"mau-mot-cua-cap-xa": sample().source.text})
    edits = WordEdits(draft())
    edits.change(PAPERS, "Giấy tiếp nhận", "Giấy & phiếu tiếp nhận")
    edits.change("Thực hiện Kế hoạch", "15/01/2026", "16/01/2026")
    edits.add(SCANNER, "- Chưa công khai số điện thoại.")
    edits.move("Có 09/60 hồ sơ", "Có 17/412 TTHC")
    found = pull(edits.saved(), "sua.docx", other)
    assert found.left == ()
    replace_text(found.yaml, found.text, other)
    build_all(other, ("mau-mot-cua-cap-xa",), Options(only=frozenset({"docx"})))
    new = WordEdits(next(other.output.rglob("*tb-kl*.docx")).read_bytes())
    assert [said(text) for text in new.texts()] == [said(text) for text in edits.texts()]


def test_comments_are_kept_until_they_are_ticked_off(tmp_path: Path) -> None:
    other = new_project(tmp_path, **{"mau-mot-cua-cap-xa": sample().source.text})
    data = edited_file(draft(), lambda e: e.comment(PAPERS, "Trần Thị B", "Xem lại số này"))
    found = pull(data, "sua.docx", other)
    for _ in range(2):
        write_together([comments_file(found.paper, found.comments, other)], other.root)
        assert [one.number for one in read_comments(found.paper, other)] == [1]
    assert papers_with_comments(other) == [found.paper]
    with pytest.raises(Refused):
        tick_off(found.paper, {7}, other)
    assert tick_off(found.paper, {1}, other) == []
    write_together([comments_file(found.paper, found.comments, other)], other.root)
    assert [one.done for one in read_comments(found.paper, other)] == [True]
    (other.root / ".ketluan/y-kien" / f"{found.paper}.json").write_text("[{}]", encoding="utf-8")
    with pytest.raises(Refused):
        read_comments(found.paper, other)


def test_a_draft_of_an_issued_paper_is_refused(tmp_path: Path) -> None:
    other = project_with(tmp_path)
    build_all(other, (), Options(only=frozenset({"docx"})))
    data = (other.output / "DT_nho_tb.docx").read_bytes()
    assert pull(data, "sua.docx", other).home == ()
    issued(other)
    with pytest.raises(Refused) as refused:
        pull(data, "sua.docx", other)
    assert [item.code for item in refused.value.diagnostics] == ["pull-issued"]


def test_a_draft_of_every_paper_says_what_its_yaml_says(tmp_path: Path) -> None:
    report = build_all(project(), (), Options(only=frozenset({"docx"}), out=tmp_path, stage="du-thao"))
    drafts = sorted(tmp_path.rglob("*.docx"))
    assert len(drafts) >= len(report.papers) - sum(not paper.files for paper in report.papers)
    for path in drafts:
        found = pull(path.read_bytes(), path.name, project(), workshop())
        assert (found.home, found.left) == ((), ()), path.name
