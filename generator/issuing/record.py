"""What is kept of an issued paper beside its files: what stands in the register, and what it was made of."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, ValidationError

from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

NAME = "record.json"
_MAX_BYTES = 16 * 1024 * 1024


class KeptFile(BaseModel):
    """One file of the folder: its path in it, its sha256, its size in bytes."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    path: str
    sha256: str
    size: int


class Entry(BaseModel):
    """A line of the sổ đăng ký văn bản đi, as far as it is known when a paper is issued (Điều 16, PL IV).

    `kind` is the name of its kind, the first word of `title`. `recipients` are those of Kính gửi and the
    lines of Nơi nhận without "Lưu", which is `kept_by`; `copies` is how many were issued (the drafter's mark,
    PL I, III.3), None when that was not typed.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: str
    day: str
    kind: str = ""
    title: str
    signer: str
    post: str
    recipients: tuple[str, ...]
    kept_by: str
    copies: int | None = None
    pages: int | None = None


class Record(BaseModel):
    """One issued paper.

    `series` is whose numbers it takes, the kind in it and the year; `original` is the signed file that came
    back from the document system, "" for a paper signed on paper. `corrects` names the paper this one
    speaks about as ``inspection/paper``, `instrument` says how (`states.Step`).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_version: int = 1
    inspection: str
    paper: str
    kind: str
    issuer: str
    series: tuple[str, str, int]
    entry: Entry
    medium: str
    original: str = ""
    corrects: str = ""
    instrument: str = ""
    issued_by: str
    issued_at: str
    source: str
    text: str
    files: tuple[KeptFile, ...]
    program: dict[str, str]
    previous: str

    def written(self) -> bytes:
        """Return the record as the bytes of its file."""
        value = self.model_dump(mode="json")
        return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


def sealed(data: bytes) -> str:
    """Return the hash that stands for these bytes."""
    return hashlib.sha256(data).hexdigest()


def kept_file(path: str, data: bytes) -> KeptFile:
    """Return what is noted of a file."""
    return KeptFile(path=path, sha256=sealed(data), size=len(data))


def read_record(folder: Path, shown: str) -> Record:
    """Return the record of a folder of the store; Refused when it is missing or was not written by us."""
    data = read_bytes(folder / NAME, f"{shown}/{NAME}", _MAX_BYTES)
    try:
        value: Any = json.loads(data)
        return Record.model_validate(value)
    except (ValueError, ValidationError, RecursionError) as error:
        raise Refused([Diagnostic("record-broken", Place(f"{shown}/{NAME}"))]) from error
