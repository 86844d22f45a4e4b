"""Which key a clerk means: a key as it is, a name in its place, or the nearest known ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.model.fields import problem
from generator.wording import fold_accents, fold_tones

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model.phrases import Phrase

_ADDRESSED_ALL = "all"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a key: `names` are what it may be called, the first is shown in messages."""

    key: str
    names: tuple[str, ...] = ()


def _folded(name: str) -> str:
    return re.sub(r"\s+", " ", fold_tones(name.replace("\u00a0", " ")).casefold()).strip()


def same_name(one: str, other: str) -> bool:
    """Return whether two names are the same but for capitals, spaces and where a tone mark stands."""
    return _folded(one) == _folded(other)


@dataclass(slots=True)
class Names:
    """Everything that can be named, by kind; remembers in `taken` which names were taken for keys.

    `phrases` is the library: a text that names one is made of it.
    """

    entries: Mapping[str, Iterable[Entry]]
    phrases: Mapping[str, Phrase] = field(default_factory=dict)
    taken: dict[str, str] = field(default_factory=dict)
    _by_key: dict[str, dict[str, Entry]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the entries by key."""
        self._by_key = {kind: {entry.key: entry for entry in found} for kind, found in self.entries.items()}

    def resolve(self, kinds: tuple[str, ...], text: str) -> str:
        """Return the key that `text` means in the first of `kinds` that knows it.

        Raise a `PydanticCustomError` ``KIND-unknown`` with the nearest key and all known keys.
        """
        if kinds == ("addressed",) and text == _ADDRESSED_ALL:
            return text
        if any(text in self._by_key.get(kind, {}) for kind in kinds):
            return text
        wanted = _folded(text)
        for kind in kinds:
            keys = [
                entry.key
                for entry in self._by_key.get(kind, {}).values()
                if wanted in map(_folded, entry.names)
            ]
            if len(keys) == 1:
                self.taken[text] = keys[0]
                return keys[0]
            if keys:
                raise problem("name-ambiguous", text=text, keys=", ".join(keys))
        raise self._unknown(kinds, text)

    def called(self, kinds: tuple[str, ...], key: str) -> str:
        """Return the first name of what a key means, the key itself when it has none."""
        found = next((self._by_key[kind][key] for kind in kinds if key in self._by_key.get(kind, {})), None)
        return next(iter(found.names), key) if found else key

    def _unknown(self, kinds: tuple[str, ...], text: str) -> Exception:
        known = {
            entry.key: entry for kind in reversed(kinds) for entry in self._by_key.get(kind, {}).values()
        }
        near = nearest(text, known)
        name = next(iter(known[near].names), "") if near else ""
        return problem(
            f"{kinds[-1]}-unknown", text=text, near=near, name=name, known=", ".join(sorted(known)[:20])
        )


def nearest(text: str, known: Iterable[str]) -> str:
    """Return the known word that looks most like `text` without its accents, or ""."""
    folded = {fold_accents(word).lower(): word for word in known}
    wanted = fold_accents(text).lower()
    close = get_close_matches(wanted, folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else ""
