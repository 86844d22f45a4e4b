from __future__ import annotations

import shutil

import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

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
