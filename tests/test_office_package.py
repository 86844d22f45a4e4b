"""The package of an Office file: what is refused by its directory, and the same bytes for the same parts."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.office_package import (
    CONTENT_TYPES,
    MEGABYTE,
    BadPart,
    Limits,
    ReadyPart,
    Wrong,
    entry,
    pack,
    parsed,
)

LIMITS = Limits(parts=3, unpacked=20 * MEGABYTE)


def opened(parts: dict[str, bytes]) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(pack(parts)))


def test_a_package_within_its_limits_has_nothing_wrong() -> None:
    assert LIMITS.wrong(opened({"a": b"x", "b": b"y", "c": b"z"})) is None


def test_each_limit_is_told_alone() -> None:
    assert LIMITS.wrong(opened(dict.fromkeys("abcd", b""))) == (Wrong.TOO_MANY_PARTS, 3)
    # Below four megabytes no part is a bomb by itself: here only the sum is too large.
    some = Limits(parts=9, unpacked=2 * MEGABYTE)
    assert some.wrong(opened({"a": bytes(MEGABYTE), "b": bytes(MEGABYTE + 1)})) == (Wrong.TOO_LARGE, 2)
    assert some.wrong(opened({"a": bytes(MEGABYTE), "b": bytes(MEGABYTE)})) is None
    assert LIMITS.wrong(opened({"a": bytes(5 * MEGABYTE)})) == (Wrong.TOO_LARGE, 20)


def test_a_part_twice_is_told_where_capitals_do_not_count() -> None:
    assert LIMITS.wrong(opened({"a.xml": b"", "A.xml": b""})) == (Wrong.PART_TWICE, "a.xml")


def test_a_part_with_a_password_is_told() -> None:
    archive = opened({"a": b"x"})
    archive.infolist()[0].flag_bits |= 1
    assert LIMITS.wrong(archive) == (Wrong.ENCRYPTED, "a")


@pytest.mark.parametrize(
    "xml", [b"<a", b"", b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', b"<!DOCTYPE a><a/>"]
)
def test_a_part_that_is_no_plain_xml_is_bad(xml: bytes) -> None:
    with pytest.raises(BadPart):
        parsed(xml)


@given(st.dictionaries(st.text("abc/.", min_size=1, max_size=6), st.binary(max_size=40), max_size=5))
def test_the_same_parts_are_the_same_bytes_and_come_back(parts: dict[str, bytes]) -> None:
    made = pack(parts)
    assert made == pack(dict(reversed(parts.items())))
    archive = zipfile.ZipFile(io.BytesIO(made))
    assert {name: archive.read(name) for name in archive.namelist()} == parts
    assert {item.date_time for item in archive.infolist()} <= {entry("a").date_time}


@given(st.dictionaries(st.text("abcé/.", min_size=1, max_size=6), st.binary(max_size=90), max_size=5))
def test_a_package_is_what_zipfile_would_write(parts: dict[str, bytes]) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            archive.writestr(entry(name), parts[name])
    ready = {name: ReadyPart.of(data) for name, data in parts.items()}
    assert pack(parts) == pack(parts, ready) == buffer.getvalue()


def test_a_ready_part_is_not_taken_for_another_that_came_in_its_place() -> None:
    ready = {"a": ReadyPart.of(b"old")}
    archive = zipfile.ZipFile(io.BytesIO(pack({"a": b"new"}, ready)))
    assert archive.read("a") == b"new"
