"""One value of a YAML file changes; comments, order, quotes and everything else stay byte for byte."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Refused
from generator.project import Project
from generator.yaml_editing import (
    deleted,
    edited,
    inserted,
    kept_before,
    moved,
    read_text,
    replace_text,
)
from generator.yaml_source import Mapping, Scalar, Sequence, parse_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.yaml_source import DataPath, Node

ROOT = Path(__file__).parents[1]
FILES = sorted(ROOT.glob("inspections/2*/*.yaml"))
TEXT = """\
# đầu tệp
schema: 1   # phiên bản
id: 'mau''x'
empty:      # chưa có
none: ~
subject: "việc \\"A\\" và B"
full: >-
    thành lập Đoàn kiểm tra việc
    thực hiện công tác

notes: |
  dòng một

  dòng hai
# giữa tệp
team:
  # trưởng đoàn
  - {role: truong-doan, person: b}
  - role: thanh-vien   # mới
    person: c

  # thư ký
  - role: thu-ky
    person: d
bases: [luat-72, nd-63]
nothing: []
zero:
- a
- b: 1
last: cuối"""


def test_one_text_is_changed_and_nothing_else() -> None:
    assert edited(TEXT, ("schema",), "2") == TEXT.replace("schema: 1 ", "schema: 2 ")
    assert edited(TEXT, ("team", 0, "person"), "e") == TEXT.replace("person: b}", "person: e}")
    assert edited(TEXT, ("last",), "đầu & cuối") == TEXT.replace("cuối", "đầu & cuối")
    assert edited(TEXT, ("id",), "mau'y") == TEXT.replace("'mau''x'", "'mau''y'")
    assert edited(TEXT, ("subject",), 'việc "C" và B') == TEXT.replace('\\"A\\"', '\\"C\\"')


def test_a_folded_text_keeps_the_lines_that_did_not_change() -> None:
    new = edited(TEXT, ("full",), "thành lập Tổ kiểm tra việc thực hiện công tác")
    assert new == TEXT.replace("Đoàn kiểm tra", "Tổ kiểm tra")
    across = edited(TEXT, ("full",), "thành lập Đoàn kiểm tra, thực hiện công tác")
    assert ">-\n    thành lập Đoàn kiểm tra,\n    thực hiện công tác\n" in across


def test_a_literal_text_keeps_its_empty_lines() -> None:
    assert edited(TEXT, ("notes",), "dòng một\n\ndòng ba") == TEXT.replace("dòng hai", "dòng ba")
    assert "  một\n  hai\n\n  ba\n# giữa" in edited(TEXT, ("notes",), "một\nhai\n\nba")


def test_a_value_that_yaml_would_take_for_something_else_is_put_in_quotes() -> None:
    for text in ("a: b", "# x", "~", "null", "", "- x", "[a]", "{a", "a #b", "'a", '"', "*x", "a\nb", "@x"):
        new = edited(TEXT, ("last",), text)
        assert value(new, ("last",)) == text
        assert new.startswith(TEXT.removesuffix("cuối"))


def test_a_field_without_a_value_takes_one_beside_its_comment() -> None:
    assert "empty: 15      # chưa có" in edited(TEXT, ("empty",), "15")
    assert "none: 15\n" in edited(TEXT, ("none",), "15")


def test_a_field_that_is_not_there_is_added_behind_the_last() -> None:
    assert "person: c\n    post: x\n\n  # thư ký" in edited(TEXT, ("team", 1, "post"), "x")
    assert "{role: truong-doan, person: b, post: x}" in edited(TEXT, ("team", 0, "post"), "x")
    assert edited(TEXT, ("signed", "number"), "15").endswith("cuối\nsigned:\n  number: 15")
    assert "empty: {number: 15}      #" in edited(TEXT, ("empty", "number"), "15")


def test_an_item_is_inserted_where_it_belongs() -> None:
    first = inserted(TEXT, ("team",), 0, {"role": "x", "person": "y"})
    assert "# trưởng đoàn\n  - role: x\n    person: y\n  - {role: truong-doan" in first
    last = inserted(TEXT, ("team",), 3, {"role": "x", "text": "a: b"})
    assert '    person: d\n  - role: x\n    text: "a: b"\nbases:' in last
    middle = inserted(TEXT, ("team",), 2, {"role": "x"})
    assert "person: c\n  - role: x\n\n  # thư ký" in middle
    assert "[luat-72, nd-1, nd-63]" in inserted(TEXT, ("bases",), 1, "nd-1")
    assert "nothing: [a]" in inserted(TEXT, ("nothing",), 0, "a")
    assert "nothing:\n  - id: a\nzero:" in inserted(TEXT, ("nothing",), 0, {"id": "a"})
    assert "empty:      # chưa có\n  - id: a\nnone" in inserted(TEXT, ("empty",), 0, {"id": "a"})
    assert "- a\n- x\n- b: 1\n" in inserted(TEXT, ("zero",), 1, "x")


def test_an_item_is_deleted_with_its_lines_and_the_comments_above_it_stay() -> None:
    assert deleted(TEXT, ("team", 1)) == TEXT.replace("  - role: thanh-vien   # mới\n    person: c\n", "")
    assert deleted(TEXT, ("bases", 0)) == TEXT.replace("luat-72, ", "")
    assert deleted(TEXT, ("bases", 1)) == TEXT.replace(", nd-63", "")
    one = deleted(TEXT, ("zero", 1))
    assert "zero: []\nlast" in deleted(one, ("zero", 0))


def test_an_item_is_moved_with_its_own_lines_and_comments() -> None:
    new = moved(TEXT, ("team", 2), 0)
    assert "team:\n\n  # thư ký\n  - role: thu-ky\n    person: d\n  # trưởng đoàn\n  - {role:" in new
    assert moved(new, ("team", 0), 2) == TEXT


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (("team",), "yaml-edit-not-text"),
        (("team", 9, "x"), "yaml-edit-no-place"),
        (("schema", "x"), "yaml-edit-no-place"),
        (("team", "x"), "yaml-edit-no-place"),
    ],
)
def test_a_path_that_leads_nowhere_is_refused(path: DataPath, code: str) -> None:
    with pytest.raises(Refused) as refused:
        edited(TEXT, path, "x", "a.yaml")
    assert [(item.code, item.place.file) for item in refused.value.diagnostics] == [(code, "a.yaml")]


def test_a_letter_that_no_paper_can_print_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        edited(TEXT, ("last",), "漢")
    assert refused.value.diagnostics[0].code == "character-unprintable"


def test_line_ends_and_the_mark_of_the_file_stay() -> None:
    crlf = "\ufeff" + TEXT.replace("\n", "\r\n")
    for path, text in ((("last",), "x"), (("full",), "a b c"), (("notes",), "a\nb")):
        new = edited(crlf, path, text)
        assert new.replace("\r\n", "\n") == "\ufeff" + edited(TEXT, path, text)
        assert new.count("\r\n") == new.count("\n")
    assert inserted(crlf, ("team",), 3, {"role": "x", "person": "y"}).count("\n") == crlf.count("\r\n") + 2


def value(text: str, path: DataPath) -> str | None:
    node = parse_source(text, "").node(path)
    assert isinstance(node, Scalar)
    return node.text


def leaves(node: Node, path: DataPath = ()) -> Iterator[tuple[DataPath, str]]:
    if isinstance(node, Scalar):
        if node.text is not None:
            yield path, node.text
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from leaves(item, (*path, number))
    elif isinstance(node, Mapping):
        for key, item in node.values.items():
            yield from leaves(item, (*path, key))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_text_of_every_inspection_can_be_changed_within_its_own_lines(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    found = list(leaves(parse_source(text, "").root))
    for path, old in found[:: max(1, len(found) // 12)]:
        new = edited(text, path, f"{old.rstrip()} & thêm")
        rest = len(new) - len(text)
        at = next(n for n, (a, b) in enumerate(zip(text, new, strict=False)) if a != b)
        assert new[at + rest + 4 :].endswith(text[at + 4 :][-200:])
        assert edited(new, path, old) == text or "\n" in old or value(edited(new, path, old), path) == old


WORDS = st.text(st.sampled_from("aăâ đb:#-'\"&*[]{}|>%@`~,?!\\\n"), max_size=40)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([path for path, _ in leaves(parse_source(TEXT, "").root)]), WORDS)
def test_whatever_is_written_is_read_as_it_was_typed(path: DataPath, text: str) -> None:
    new = edited(TEXT, path, text)
    old = parse_source(TEXT, "").values()
    read = value(new, path)
    assert read in (text, f"{text}\n")
    comments = [line for line in TEXT.split("\n") if line.lstrip().startswith("#")]
    assert [line for line in new.split("\n") if line in comments] == comments
    assert parse_source(edited(new, path, value(TEXT, path)), "").values() == old


# --- keeping -------------------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "inspections" / "2026").mkdir(parents=True)
    (tmp_path / "inspections" / "2026" / "a.yaml").write_bytes(b"id: a\r\n")
    return Project(tmp_path)


def test_the_file_before_is_kept_with_its_bytes_and_it_is_said_where(project: Project) -> None:
    path = project.inspections / "2026" / "a.yaml"
    for number, word in enumerate(("b", "c"), 1):
        before = read_text(path, project)
        kept = replace_text(before, edited(before.text, ("id",), word), project)
        assert project.shown(kept) == f".ketluan/truoc-khi-sua/inspections/2026/a.{number}.yaml"
        assert kept.read_bytes() == before.data
    assert path.read_bytes() == b"id: c\r\n"
    assert kept_before(path, project) == kept_before(path, project)


def test_a_file_that_somebody_changed_meanwhile_is_not_overwritten(project: Project) -> None:
    path = project.inspections / "2026" / "a.yaml"
    before = read_text(path, project)
    path.write_bytes(b"id: z\n")
    with pytest.raises(Refused) as refused:
        replace_text(before, "id: b\n", project)
    assert refused.value.diagnostics[0].code == "yaml-edit-changed"
    assert path.read_bytes() == b"id: z\n"


def test_a_copy_that_cannot_be_kept_leaves_the_file_as_it_was(project: Project) -> None:
    path = project.inspections / "2026" / "a.yaml"
    (project.root / ".ketluan").write_text("no folder", encoding="utf-8")
    with pytest.raises(Refused):
        replace_text(read_text(path, project), "id: b\n", project)
    assert path.read_bytes() == b"id: a\r\n"
