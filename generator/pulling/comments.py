"""Comments of an edited Word file, kept until they are ticked off: ``.ketluan/y-kien/ID/PAPER.json``."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import read_bytes
from generator.files import NewFile, write_atomically
from generator.project import lies_inside

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from generator.project import Project
    from generator.pulling.edited import Comment

FOLDER = ".ketluan/y-kien"
_MAX_BYTES = 4_000_000
_TEXTS = ("author", "text", "beside")


@dataclass(frozen=True, slots=True)
class KeptComment:
    """One comment under its number; `done` when it was ticked off."""

    number: int
    author: str
    text: str
    beside: str
    done: bool = False


def read_comments(paper: str, project: Project) -> list[KeptComment]:
    """Return the comments kept for a paper (``inspection/paper``); Refused when their file is damaged."""
    path = _path(paper, project)
    if not path.exists():
        return []
    try:
        return [_kept(item) for item in json.loads(read_bytes(path, project.shown(path), _MAX_BYTES))]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Refused([Diagnostic("pull-comments-damaged", Place(project.shown(path)))]) from None


def comments_file(paper: str, comments: Sequence[Comment], project: Project) -> NewFile:
    """Return the file of a paper's comments with those in it that are not kept yet; nothing is written."""
    return _file(paper, _with_new(paper, comments, project), project)


def _with_new(paper: str, comments: Sequence[Comment], project: Project) -> list[KeptComment]:
    kept = read_comments(paper, project)
    known = {(one.author, one.text, one.beside) for one in kept}
    number = max((one.number for one in kept), default=0)
    for one in comments:
        if (one.author, one.text, one.beside) not in known:
            number += 1
            kept.append(KeptComment(number, one.author, one.text, one.beside))
    return kept


def tick_off(paper: str, numbers: Collection[int], project: Project) -> list[KeptComment]:
    """Tick comments off by their numbers; return what is left. Refused for a number that is none."""
    kept = read_comments(paper, project)
    unknown = sorted(set(numbers) - {one.number for one in kept})
    if unknown:
        arguments: dict[str, str | int] = {"number": unknown[0], "paper": paper}
        raise Refused([Diagnostic("pull-comment-unknown", arguments=arguments)])
    done = [replace(one, done=one.done or one.number in numbers) for one in kept]
    _write(paper, done, project)
    return [one for one in done if not one.done]


def papers_with_comments(project: Project) -> list[str]:
    """Return the names of the papers that comments are kept for."""
    folder = project.root / FOLDER
    return sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.json"))


def _kept(item: dict[str, Any]) -> KeptComment:
    comment = KeptComment(**item)
    texts = all(isinstance(getattr(comment, name), str) for name in _TEXTS)
    if not (texts and type(comment.number) is int and type(comment.done) is bool):
        raise TypeError(item)
    return comment


def _write(paper: str, kept: Sequence[KeptComment], project: Project) -> None:
    file = _file(paper, kept, project)
    if kept or file.path.exists():
        write_atomically(file.path, file.data, file.shown)


def _file(paper: str, kept: Sequence[KeptComment], project: Project) -> NewFile:
    path = _path(paper, project)
    text = json.dumps([asdict(one) for one in kept], ensure_ascii=False, indent=1)
    return NewFile(path, f"{text}\n".encode(), project.shown(path))


def _path(paper: str, project: Project) -> Path:
    path = (project.root / FOLDER / f"{paper}.json").absolute()
    if not lies_inside(path.parent, project.root) or ".." in path.parts:
        raise Refused([Diagnostic("write-outside", Place(paper))])
    return path
