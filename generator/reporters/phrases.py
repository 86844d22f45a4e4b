"""The phrases of the library: all in a table, or one with its versions and how to use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.model.agencies import VERBS
from generator.model.paper_kinds import PAPER_KINDS
from generator.reporters.screen import Line, Look
from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.catalogues.entries import Catalogues
    from generator.messages import Messages
    from generator.model.legal_acts import Basis
    from generator.model.phrases import Phrase, PhraseVersion

_GAP = "  "


def phrase_table(phrases: Iterable[Phrase], messages: Messages) -> Iterator[Line]:
    """Yield one line for each phrase: key, kind, newest version, title."""
    heads = tuple(
        messages.text(f"column-{name}") for name in ("phrase", "phrase-kind", "version", "phrase-title")
    )
    rows = [(one.id, _kind(one, messages), str(one.newest.version), one.title) for one in phrases]
    widths = [max(len(row[column]) for row in (heads, *rows)) for column in range(3)]
    for row in (heads, *rows):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield ((_GAP.join([*cells, row[-1]]), Look.STRONG if row is heads else Look.PLAIN),)
    yield ("",)
    yield (messages.text("phrases-closing", count=len(rows), phrase=rows[0][0]),)


def _kind(phrase: Phrase, messages: Messages) -> str:
    return messages.text(f"phrases-kind-{phrase.kind}")


def phrase_lines(phrase: Phrase, catalogues: Catalogues, messages: Messages) -> Iterator[Line]:
    """Yield a phrase in full: its versions, the newest first, and the newest ready to be used."""
    yield ((f"{phrase.id}{_GAP}{phrase.title}", Look.STRONG), f" ({_kind(phrase, messages)})")
    for version in reversed(phrase.versions):
        yield ("",)
        head = messages.text("phrases-version", version=version.version, seal=phrase.seal(version))
        yield ((head, Look.STRONG),)
        yield from _version(version, catalogues, messages)
    yield ("",)
    yield (messages.text("phrases-use"),)
    yield from ((f"    {line}",) for line in use_of(phrase, phrase.newest))


def _version(version: PhraseVersion, catalogues: Catalogues, messages: Messages) -> Iterator[Line]:
    yield (f"  {version.text}",)
    facts = {
        "short": version.short or "",
        "basis": "; ".join(_basis(basis, catalogues) for basis in version.basis),
        "verb": VERBS[version.verb] if version.verb else "",
        "product": version.product or "",
        "in-force": _days(version, messages),
        "source": version.source or "",
        "unverified": version.open_facts,
    }
    for name, said in facts.items():
        if said:
            yield (f"  {messages.text(f'phrases-{name}')}: ", Look.FAINT), said


def _basis(basis: Basis, catalogues: Catalogues) -> str:
    act = catalogues.legal_acts[basis.act]
    kind = PAPER_KINDS.get(act.kind)
    name = " ".join(
        part for part in (kind.name if kind else "", act.number or act.subject or basis.act) if part
    )
    return f"{basis.provision} {name}" if basis.provision else name


def _days(version: PhraseVersion, messages: Messages) -> str:
    since = short_date(version.since) if version.since else ""
    until = short_date(version.until) if version.until else ""
    if not since and not until:
        return ""
    name = "between" if since and until else "since" if since else "until"
    return messages.text(f"effect-{name}", since=since, until=until)


def use_of(phrase: Phrase, version: PhraseVersion) -> Iterator[str]:
    """Yield the lines of YAML that use a version, its parameters not known yet."""
    yield "text:"
    yield f"  phrase: {phrase.id}"
    yield f"  version: {version.version}"
    yield f"  seal: {phrase.seal(version)}"
    if version.parameters:
        yield "  with:"
        width = max(len(name) for name in version.parameters)
        for name, parameter in version.parameters.items():
            about = f"{parameter.type}: {parameter.meaning}" if parameter.meaning else parameter.type
            yield f"    {f'{name}: null'.ljust(width + 6)}  # {about}"


def phrase_value(phrase: Phrase) -> dict[str, Any]:
    """Return a phrase as data: its versions with their seals, days as 2026-04-14."""
    return {
        "id": phrase.id,
        "kind": phrase.kind,
        "title": phrase.title,
        "versions": [
            one.model_dump(mode="json", exclude_defaults=True) | {"seal": phrase.seal(one)}
            for one in phrase.versions
        ],
    }
