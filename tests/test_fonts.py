from __future__ import annotations

import os
import shutil

import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from generator import fonts
from generator.fonts import LETTERS, STYLES, Faces, Missing, find_faces
from tests.rendering import faces


def copies(folder, names=("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")):
    folder.mkdir(parents=True)
    for style, name in zip(STYLES, names, strict=True):
        shutil.copy(faces().path(style), folder / name)
    return folder


def test_the_faces_of_the_system_have_every_letter_and_say_who_they_are():
    found = faces()
    assert found.family in {"Times New Roman", "Liberation Serif", "Tinos"}
    assert found.version
    assert not found.own
    assert all(found.path(style).is_file() for style in STYLES)


def test_the_faces_an_office_brings_come_first(tmp_path):
    copies(tmp_path / "fonts")
    found = find_faces(tmp_path)
    assert isinstance(found, Faces)
    assert found.own
    assert found.bold == tmp_path / "fonts" / "timesbd.ttf"


def test_faces_are_known_by_what_they_say_not_by_their_file_names(tmp_path):
    copies(tmp_path / "fonts", ("a.ttf", "b.ttf", "c.ttf", "d.TTF"))
    found = find_faces(tmp_path)
    assert isinstance(found, Faces)
    assert found.bold_italic.name == "d.TTF"


def test_a_face_without_every_vietnamese_letter_is_not_taken(tmp_path):
    folder = copies(tmp_path / "fonts")
    with (folder / "times.ttf").open("rb") as file, TTFont(file) as font:
        subset = Subsetter()
        subset.populate(text="".join(LETTERS - {"ế", "Ự"}))
        subset.subset(font)
        font.save(folder / "less.ttf")
    (folder / "less.ttf").replace(folder / "times.ttf")
    found = find_faces(tmp_path, folders=())
    assert isinstance(found, Missing)
    assert found.unfit == (("Liberation Serif", "lacks-letters 2"),)


@pytest.mark.parametrize("lost", ["timesbi.ttf", "times.ttf"])
def test_a_family_without_all_four_faces_is_not_taken(tmp_path, lost):
    (copies(tmp_path / "fonts") / lost).unlink()
    found = find_faces(tmp_path, folders=())
    assert isinstance(found, Missing)
    assert found.unfit[0][1].startswith("lacks-style")


def test_without_any_face_the_answer_says_where_was_looked(tmp_path):
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "broken.ttf").write_bytes(b"no font")
    found = find_faces(tmp_path, folders=[tmp_path / "nowhere"])
    assert found == Missing((str(tmp_path / "fonts"), str(tmp_path / "nowhere")))


def rewritten(path, change):
    """Save a font again after a change to it; raw bytes go in as a table of their own."""
    with path.open("rb") as file, TTFont(file, recalcBBoxes=False) as font:
        change(font)
        font.save(path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def raw(font, tag, data):
    table = DefaultTable(tag)
    table.data = data
    font[tag] = table


@pytest.mark.parametrize(
    "change",
    [
        lambda font: raw(font, "glyf", bytes(len(font.reader["glyf"]))),
        lambda font: raw(font, "glyf", b"\xff" * len(font.reader["glyf"])),
        lambda font: raw(font, "glyf", font.reader["glyf"][:2000]),
        lambda font: raw(font, "loca", b"\xff" * len(font.reader["loca"])),
        lambda font: raw(font, "cmap", b""),
        lambda font: font.__delitem__("cmap"),
        lambda font: font.__delitem__("glyf"),
        lambda font: raw(font, "hmtx", bytes(len(font.reader["hmtx"]))),
    ],
    ids=["blank", "garbage", "cut", "lost", "cmap-empty", "cmap-gone", "glyf-gone", "no-room"],
)
def test_a_face_whose_letters_cannot_be_drawn_is_not_taken(tmp_path, change):
    folder = copies(tmp_path / "fonts")
    rewritten(folder / "times.ttf", change)
    found = find_faces(tmp_path, folders=())
    assert isinstance(found, Missing)
    ((family, reason),) = found.unfit
    assert (family, reason.split()[0]) == ("Liberation Serif", "lacks-letters")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_passed_over_and_not_waited_for(tmp_path):
    os.mkfifo(copies(tmp_path / "fonts") / "aaa.ttf")
    (tmp_path / "fonts" / "folder.ttf").mkdir()
    assert isinstance(find_faces(tmp_path, folders=()), Faces)


def test_a_file_larger_than_any_font_is_not_opened(tmp_path, monkeypatch):
    folder = copies(tmp_path / "fonts")
    with (folder / "aaa.ttf").open("wb") as file:
        file.truncate(fonts._LARGEST_FILE + 1)
    opened = []
    read = fonts._read
    monkeypatch.setattr(fonts, "_read", lambda path: (opened.append(path.name), read(path))[1])
    assert isinstance(find_faces(tmp_path, folders=()), Faces)
    assert opened == ["times.ttf", "timesbd.ttf", "timesbi.ttf", "timesi.ttf"]
