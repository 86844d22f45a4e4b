"""Photographs: what is kept of a file, and what is refused before anything is decoded."""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from generator import photographs
from generator.build import build_all
from generator.diagnostics import Place, Refused
from generator.photographs import clean_photograph
from tests.inspections import SMALL, composed, load, new_project, told
from tests.parity import docx_text, pdf_pages, squeezed
from tests.proofs import open_xml_sdk, page_validation
from tests.proofs.page_validation import Profile

PLACE = Place("inspections/a.yaml", 3, 5)
SECRET = b"NGUOI CHUP"


def picture(width=48, height=32):
    made = Image.new("RGB", (width, height), (180, 180, 180))
    made.paste((160, 40, 40), (0, 0, width // 3, height))
    return made


def jpeg(image=None, **more):
    data = io.BytesIO()
    (image or picture()).save(data, "JPEG", quality=95, **more)
    return data.getvalue()


def noted(orientation=1):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = SECRET.decode()
    exif.get_ifd(0x8825)[1] = "N"
    return jpeg(exif=exif.tobytes(), comment=SECRET)


def png(**more):
    data = io.BytesIO()
    picture().save(data, "PNG", **more)
    return data.getvalue()


def refused(data):
    with pytest.raises(Refused) as caught:
        clean_photograph(data, PLACE)
    (found,) = caught.value.diagnostics
    assert found.place == PLACE
    return found.code


def pixels(data):
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGB").tobytes()


def test_a_jpeg_loses_its_notes_and_no_pixel():
    data = noted()
    clean = clean_photograph(data, PLACE)
    assert SECRET in data
    assert (clean.media, clean.width, clean.height) == ("image/jpeg", 48, 32)
    assert SECRET not in clean.data
    assert b"Exif" not in clean.data
    assert pixels(clean.data) == pixels(data)


def test_what_stands_behind_the_end_is_cut_off():
    for data in (jpeg(), png()):
        assert clean_photograph(data + SECRET, PLACE).data == clean_photograph(data, PLACE).data


def test_a_png_loses_its_notes_and_no_pixel():
    info = PngInfo()
    info.add_text("Author", SECRET.decode())
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()
    data = png(pnginfo=info, exif=exif.tobytes())
    clean = clean_photograph(data, PLACE)
    assert SECRET in data
    assert SECRET not in clean.data
    assert b"eXIf" not in clean.data
    assert pixels(clean.data) == pixels(data)


def test_a_progressive_jpeg_keeps_all_its_scans():
    data = jpeg(progressive=True)
    assert pixels(clean_photograph(data, PLACE).data) == pixels(data)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_that_lies_on_its_side_is_turned(orientation):
    from PIL import ImageOps

    data = noted(orientation)
    clean = clean_photograph(data, PLACE)
    with Image.open(io.BytesIO(data)) as image:
        upright = ImageOps.exif_transpose(image)
    assert (clean.width, clean.height) == upright.size
    assert SECRET not in clean.data
    with Image.open(io.BytesIO(clean.data)) as turned:
        for spot in ((2, 2), (upright.width - 3, 2), (2, upright.height - 3)):
            difference = [
                abs(a - b) for a, b in zip(turned.getpixel(spot), upright.getpixel(spot), strict=True)
            ]
            assert max(difference) < 30, spot


def test_too_many_pixels_are_refused_without_decoding(monkeypatch):
    monkeypatch.setattr(Image, "open", lambda *_, **__: pytest.fail("it was decoded"))
    frame = jpeg().find(b"\xff\xc0")
    data = bytearray(jpeg())
    data[frame + 5 : frame + 9] = struct.pack(">HH", 10_001, 10_000)
    assert refused(bytes(data)) == "photo-too-many-pixels"
    head = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    assert refused(bomb) == "photo-too-many-pixels"


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%PDF-1.7", b"<svg/>", b"RIFF\0\0\0\0WEBP", b"MZ"])
def test_what_is_no_jpeg_or_png_by_its_content_is_refused(data):
    assert refused(data) == "photo-not-picture"


def test_colours_for_print_shops_are_refused():
    assert refused(jpeg(Image.new("CMYK", (8, 8)))) == "photo-colours"


def test_a_file_cut_short_is_refused_wherever_it_is_cut():
    for data in (noted(), png()):
        for end in range(8, len(data) - 1, 7):
            assert refused(data[:end]) == "photo-broken", end


def test_a_damaged_chunk_is_refused():
    data = bytearray(png())
    data[-20] ^= 1
    assert refused(bytes(data)) == "photo-broken"


# --- from the YAML to the paper


def with_photos(folder, items, **files):
    """A project whose inspection has these photographs, and the files beside it."""
    project = new_project(folder, nho=f"{SMALL}attachments:\n  photos:\n{items}")
    for name, data in files.items():
        (project.inspections / name.replace("_", ".")).write_bytes(data)
    return project


BOARD = "    - {file: bang.jpg, caption: Bảng niêm yết tại xã, alt: Bảng gỗ có 12 tờ giấy}\n"
DOOR = "    - {file: cua.png, caption: Cửa tiếp nhận hồ sơ, alt: Hai quầy tiếp nhận}\n"


def test_photographs_stand_numbered_in_an_annex_that_the_body_names(tmp_path):
    project = with_photos(tmp_path, BOARD + DOOR, bang_jpg=noted(), cua_png=png())
    report = build_all(project)
    assert report.ok, told(report)
    word, pdf = (project.output / f"DT_nho_tb.{ending}" for ending in ("docx", "pdf"))
    for text in (docx_text(word.read_bytes()), squeezed("".join(pdf_pages(pdf.read_bytes())))):
        assert "ẢNHCHỤPTRONGQUÁTRÌNHKIỂMTRA" in text
        assert "Ảnh1.Bảngniêmyếttạixã" in text
        assert "Ảnh2.Cửatiếpnhậnhồsơ" in text
        assert "tạiPhụlụckèmtheo" in text
    assert SECRET not in pdf.read_bytes()
    with zipfile.ZipFile(word) as package:
        media = [package.read(name) for name in package.namelist() if name.startswith("word/media/")]
        main = package.read("word/document.xml").decode()
    assert len(media) == 2
    assert not any(SECRET in data for data in media)
    assert 'descr="Bảng gỗ có 12 tờ giấy"' in main
    assert not open_xml_sdk.faults([word])
    assert not page_validation.faults([pdf], Profile.PDFA_2_A, Profile.PDFUA_1)


def test_without_photographs_there_is_no_annex(tmp_path):
    project = new_project(tmp_path, nho=SMALL)
    assert composed(load(project, "nho.yaml"), project=project).document.annexes == ()


def test_a_photograph_keeps_its_proportions_and_two_fit_a_page(tmp_path):
    project = with_photos(tmp_path, BOARD, bang_jpg=jpeg(picture(40, 80)))
    (annex,) = composed(load(project, "nho.yaml"), project=project).document.annexes
    (found,) = annex.blocks
    assert (found.width_mm * 2, found.height_mm) == (pytest.approx(found.height_mm), pytest.approx(95))


def wrong(project):
    with pytest.raises(Refused) as caught:
        load(project, "nho.yaml")
    return {(item.code, item.place.file, item.place.line) for item in caught.value.diagnostics}


def test_all_that_is_wrong_with_photographs_is_told_where_they_are_named(tmp_path):
    project = with_photos(tmp_path, BOARD + DOOR, bang_jpg=b"GIF89a")
    line = SMALL.count("\n") + 3
    file = "inspections/nho.yaml"
    assert wrong(project) == {("photo-not-picture", file, line), ("file-missing", file, line + 1)}


@pytest.mark.parametrize("path", ["../../ngoai.jpg", "{folder}/ngoai.jpg", "lien-ket.jpg"])
def test_a_photograph_outside_the_project_is_refused(path, tmp_path):
    outside = tmp_path / "ngoai.jpg"
    outside.write_bytes(jpeg())
    (tmp_path / "du-an").mkdir()
    item = BOARD.replace("bang.jpg", path.format(folder=tmp_path.as_posix()))
    project = with_photos(tmp_path / "du-an", item)
    (project.inspections / "lien-ket.jpg").symlink_to(outside)
    assert {code for code, _, _ in wrong(project)} == {"photo-outside"}


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(photographs, "LARGEST", 100)
    project = with_photos(tmp_path, BOARD, bang_jpg=jpeg())
    assert {code for code, _, _ in wrong(project)} == {"file-too-large"}


def test_the_text_for_those_who_cannot_see_is_required(tmp_path):
    project = with_photos(tmp_path, BOARD.replace(", alt: Bảng gỗ có 12 tờ giấy", ""), bang_jpg=jpeg())
    assert {code for code, _, _ in wrong(project)} == {"field-missing"}


@given(st.binary(max_size=200), st.sampled_from([b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe1"]))
def test_any_bytes_are_a_photograph_or_refused(data, start):
    with contextlib.suppress(Refused):
        assert clean_photograph(start + data, PLACE).width > 0
