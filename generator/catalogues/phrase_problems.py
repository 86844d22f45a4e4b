"""What is wrong inside the library of phrases: their versions, and words only a recommendation has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.phrases import DEADLINE, RECOMMENDATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalogues.problems import ReadFile
    from generator.diagnostics import Diagnostic
    from generator.model.phrases import PhraseVersion


def phrase_problems(file: ReadFile) -> Iterator[Diagnostic]:
    """Yield versions that do not rise, and what only a recommendation has in a phrase of another kind."""
    for index, phrase in enumerate(file.entries):
        before = 0
        for place, version in enumerate(phrase.versions):
            if version.version <= before:
                told = {"version": version.version, "before": before}
                yield file.told("phrase-version-order", index, "versions", place, "version", **told)
            before = version.version
            if phrase.kind != RECOMMENDATION:
                yield from (
                    file.told("phrase-of-recommendation", index, "versions", place, field, text=said)
                    for field, said in _of_recommendations(version)
                )


def _of_recommendations(version: PhraseVersion) -> Iterator[tuple[str, str]]:
    yield from ((field, f"`{field}`") for field in ("short", "verb", "product") if getattr(version, field))
    if f"[[{DEADLINE}]]" in version.text:
        yield "text", f"[[{DEADLINE}]]"
