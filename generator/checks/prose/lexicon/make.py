"""Make `general.txt`: the Vietnamese words of two and more syllables of an ordinary dictionary.

The list is `pyvi/models/words.txt` of the Python package pyvi 0.1.1 (MIT licence, © 2016 Viet-Trung Tran;
the licence stands beside, in `LICENSE-pyvi.txt`). Run by hand when that list changes, with its file:

    python -m generator.checks.prose.lexicon.make WORDS.TXT generator/checks/prose/lexicon/general.txt

Only words written wholly in Vietnamese syllables are kept, in one spelling (`folded`), one a line: the words
of two syllables; an empty line; the neighbours inside the longer words that are no such word ("tục hành" in
"thủ tục hành chính"); an empty line; every syllable. So a start of the program has only lines to split.
"""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from generator.checks.prose.syllables import folded, is_syllable

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 5
"""Sayings of more syllables than this are left out: they tell nothing about pairs of neighbours."""


def words(lines: Sequence[str]) -> list[str]:
    """Return the words to keep."""
    split = (folded(line).split() for line in lines)
    return sorted(
        {" ".join(word) for word in split if 2 <= len(word) <= LONGEST and all(map(is_syllable, word))}
    )


def listed(kept: Sequence[str]) -> str:
    """Return the text of `general.txt` for the words kept."""
    two = sorted(word for word in kept if word.count(" ") == 1)
    inside = {" ".join(pair) for word in kept for pair in pairwise(word.split())}
    syllables = {syllable for word in kept for syllable in word.split()}
    return "\n".join([*two, "", *sorted(inside.difference(two)), "", *sorted(syllables)]) + "\n"


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:3])
    kept = words(source.read_text(encoding="utf-8").splitlines())
    target.write_text(listed(kept), encoding="utf-8")
