"""A working draft in Word knows where its texts come from; whatever leaves the house does not."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import pytest

from generator.anchors import (
    AnchoredParagraph,
    AnchorMap,
    BadAnchors,
    Segment,
    anchor_faults,
    map_xml,
    paragraphs_of,
    read_map,
    run_texts,
)
from generator.build import Options, build_all
from generator.compose.order import DRAFT
from generator.office_package import pack, parsed
from generator.render.word import WordRenderer
from generator.render.word_anchors import MAP_PART, PATH_ATTRIBUTE
from tests.inspections import CLEAN, composed, new_project, sample
from tests.proofs import open_xml_sdk, word_audit
from tests.rendering import FOLDER, layout, word

if TYPE_CHECKING:
    from pathlib import Path

    from lxml import etree

MAIN = "word/document.xml"
TRACES = (b"bookmark", b"customXml", b"urn:ketluan", PATH_ATTRIBUTE.encode() + b'="', b"kl0000")


@cache
def draft() -> bytes:
    return word().render(composed(sample(), stage=DRAFT).document, anchors=True)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def main_part(data: bytes) -> etree._Element:
    return parsed(parts_of(data)[MAIN])


def anchors() -> AnchorMap:
    found = read_map(parts_of(draft())[MAP_PART])
    assert found is not None
    return found


def test_every_paragraph_with_text_has_a_key_and_the_map_says_what_it_prints() -> None:
    root, known = main_part(draft()), anchors()
    assert known.paper == "mau-mot-cua-cap-xa/tb-kl"
    assert not anchor_faults(root, known)
    texts = ["".join(text for _, text in run_texts(item)) for item in paragraphs_of(root)]
    assert [paragraph.text for paragraph in known.paragraphs] == [text for text in texts if text.strip()]


def test_each_text_of_the_data_is_a_segment_with_its_path() -> None:
    found = {
        (segment.path, segment.text) for paragraph in anchors().paragraphs for segment in paragraph.segments
    }
    assert ("plan.date", "15/01/2026") in found
    assert ("=hs-vd-a.settled.overdue", "12") in found
    assert ("recommendations.2.deadline", "trước ngày\u00a029/5/2026") in found
    document = composed(sample(), stage=DRAFT).document
    paths = {run.source for run in document.runs() if run.source and run.text}
    assert {path for path, _ in found if path} == paths


def test_anchors_change_nothing_of_what_is_printed_and_the_bytes_are_the_same_each_time() -> None:
    document = composed(sample(), stage=DRAFT).document
    plain = word().render(document)
    assert word().render(document, anchors=True) == draft()
    texts = [[text for _, text in run_texts(item)] for item in paragraphs_of(main_part(plain))]
    assert texts == [[text for _, text in run_texts(item)] for item in paragraphs_of(main_part(draft()))]
    named = b'|<w:bookmark(Start w:id="[0-9]+" w:name="kl[0-9]{5}"|End w:id="[0-9]+")/>'
    bare = re.sub(named[1:], b"", parts_of(draft())[MAIN])
    assert parsed(bare).xpath("string()") == parsed(parts_of(plain)[MAIN]).xpath("string()")
    assert PATH_ATTRIBUTE.encode() + b'="' not in parts_of(draft())[MAIN]


def test_both_validators_take_a_draft_with_anchors(tmp_path: Path) -> None:
    file = tmp_path / "neo.docx"
    file.write_bytes(draft())
    assert not word_audit.faults([file])
    assert not open_xml_sdk.faults([file])


def test_a_layout_whose_main_part_refers_to_nothing_can_carry_anchors() -> None:
    layout_file = (FOLDER / "van-ban.docx").read_bytes()
    alone = {name: data for name, data in parts_of(layout_file).items() if "document.xml.rels" not in name}
    made = WordRenderer(pack(alone), layout()).render(composed(sample(), stage=DRAFT).document, anchors=True)
    assert read_map(parts_of(made)[MAP_PART]) is not None
    assert b"customXml/item1.xml" in parts_of(made)["word/_rels/document.xml.rels"]


def test_the_map_is_read_as_it_was_written() -> None:
    texts = ('a & "b" <c>', " \u00a0đầu ", "cuối\u2060")
    made = AnchorMap(
        "x/y", (AnchoredParagraph("kl00001", tuple(Segment(text, f"=sum(a,b).{text}") for text in texts)),)
    )
    assert read_map(map_xml(made)) == made
    assert read_map(b"<other/>") is None
    assert read_map(b"no xml") is None


@pytest.mark.parametrize(
    ("old", "new"), [(b">15/01/2026<", b">16/01/2026<"), (b'"kl00002"', b'"kl00001"'), (b'"kl0', b'"xx0')]
)
def test_a_map_that_was_tampered_with_is_refused(old: bytes, new: bytes) -> None:
    data = parts_of(draft())[MAP_PART]
    assert old in data
    with pytest.raises(BadAnchors):
        read_map(data.replace(old, new))


# Broken twins: what neither validator of the format sees.
@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (rb'w:name="kl00002"', rb'w:name="kl00001"', "name twice"),
        (rb'w:name="kl00002"', rb'w:name="KL00001"', "name twice"),
        (rb'(<w:bookmarkStart w:id=")2"', rb'\g<1>1"', "id twice"),
        (rb'<w:bookmarkEnd w:id="2"/>', rb"", "no end"),
        (rb'<w:bookmarkEnd w:id="2"/>', rb'<w:bookmarkEnd w:id="2"/><w:bookmarkEnd w:id="2"/>', "end twice"),
        (rb'<w:bookmarkStart w:id="2"[^>]*/>', rb"", "no start"),
        (rb'w:name="kl00002"', rb'w:name="' + b"k" * 41 + rb'"', "too long"),
        (rb'w:name="kl00002"', rb'w:name="kl99999"', "not in the map"),
        (rb'w:name="kl00002"', rb'w:name="x"', "not in the text"),
    ],
)
def test_the_structure_test_finds_each_broken_bookmark(old: bytes, new: bytes, fault: str) -> None:
    broken, count = re.subn(old, new, parts_of(draft())[MAIN], count=1)
    assert count
    assert any(fault in found for found in anchor_faults(parsed(broken), anchors()))


@pytest.mark.parametrize(
    ("options", "clean"),
    [
        (Options(), False),
        (Options(clean=True), True),
        (Options(stage="trinh-ky"), True),
        (Options(edition="archive"), True),
    ],
)
def test_whatever_leaves_the_house_is_clean_byte_for_byte(
    tmp_path: Path, options: Options, clean: bool
) -> None:
    project = new_project(tmp_path, nho=CLEAN)
    report = build_all(project, (), options)
    assert [paper.files for paper in report.papers] != [()]
    files = [path for path in project.output.rglob("*") if path.suffix in (".docx", ".pdf")]
    assert files
    for file in files:
        data = file.read_bytes()
        parts = parts_of(data) if file.suffix == ".docx" else {"": data}
        traces = [trace for trace in TRACES for part in parts.items() if trace in part[0].encode() + part[1]]
        assert bool(traces) is (not clean and file.suffix == ".docx"), (file, traces)
