"""The office's own words for the spelling check: ``catalogues/words.txt``, one word or phrase a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import decode, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES = 1024 * 1024
MAX_SYLLABLES = 8
_WORD = re.compile(r"[^\W\d_]{1,20}(?:[ -][^\W\d_]{1,20}){0,7}")


def load_words(path: Path, file: str) -> frozenset[str]:
    """Return the words of a list, named `file` in messages; none when there is no such file.

    A line that begins with # is a remark; a line may hold several words parted by commas. Refused with
    every line that holds anything but words of letters, at most `MAX_SYLLABLES` syllables each.
    """
    if not path.exists() and not path.is_symlink():
        return frozenset()
    text = decode(read_bytes(path, file, MAX_BYTES), file)
    typed = list(_typed(text))
    wrong = [
        Diagnostic("word-unfit", Place(file, line), arguments={"text": word, "limit": MAX_SYLLABLES})
        for line, word in typed
        if not _WORD.fullmatch(word)
    ]
    if wrong:
        raise Refused(wrong)
    return frozenset(word for _, word in typed)


def _typed(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, word) of what is listed."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.lstrip().startswith("#"):
            yield from ((number, " ".join(word.split())) for word in line.split(",") if word.strip())
