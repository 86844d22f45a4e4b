"""What is wrong inside the library of phrases, and with the phrases that an inspection uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Severity
from generator.model.filled_text import TYPED_AT, FilledText
from generator.model.phrase_parameters import fits
from generator.model.phrases import DEADLINE, PARAMETER_TYPES, RECOMMENDATION
from generator.model.rich_fields import rich_texts
from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalogues.problems import ReadFile
    from generator.diagnostics import Place
    from generator.model.filled_text import Part
    from generator.model.inspection import Inspection
    from generator.model.phrases import PhraseVersion
    from generator.model.references import FigureBook
    from generator.yaml_source import Source


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


def ended_phrases(inspection: Inspection, source: Source) -> Iterator[Diagnostic]:
    """Yield a warning for each phrase whose version was not in use on the last day of the inspection."""
    if not inspection.dates:
        return
    day = inspection.dates[-1]
    for path, text in rich_texts(inspection):
        if isinstance(text, FilledText) and path[-1] == TYPED_AT and not text.version.holds_on(day):
            told = {"id": text.phrase.id, "version": str(text.version.version), "day": short_date(day)}
            yield Diagnostic("phrase-not-in-force", source.place(path), Severity.WARNING, told)


def misfit(part: Part, place: Place, figures: FigureBook) -> Iterator[Diagnostic]:
    """Yield what is said of a parameter whose figure is not of its type; BadReference if there is none."""
    if part.reference is not None and not fits(part, figures):
        wanted, text = PARAMETER_TYPES.choices[part.type], f"[[{part.reference.text}]]"
        told = {"name": part.parameter, "wanted": wanted, "text": text}
        yield Diagnostic("phrase-parameter-type", place, arguments=told)
