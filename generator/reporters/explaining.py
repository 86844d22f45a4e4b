"""The rules of ``check`` as lines for people: one in full, or all in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.reporters.screen import Line, Look
from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.checks.rules import Rule
    from generator.messages import Messages

_GAP = "  "


def rule_table(rules: Iterable[Rule], messages: Messages) -> Iterator[Line]:
    """Yield one line for each rule: id, severity, what it asks."""
    heads = tuple(messages.text(f"column-{name}") for name in ("rule", "severity", "title"))
    rows = [heads, *(_row(rule, messages) for rule in by_group(rules))]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for row in rows:
        text = _GAP.join([row[0].ljust(widths[0]), row[1].ljust(widths[1]), row[2]])
        yield ((text, Look.STRONG if row is heads else Look.PLAIN),)
    if len(rows) > 1:
        yield ("",)
        yield (messages.text("explain-closing", count=len(rows) - 1, rule=rows[1][0]),)


def by_group(rules: Iterable[Rule]) -> list[Rule]:
    """Return rules by their letter and number: A2 before A10."""
    return sorted(rules, key=lambda rule: (group := rule.id.rstrip("0123456789"), _number(rule.id, group)))


def _number(rule: str, group: str) -> int:
    return int(rule.removeprefix(group) or 0)


def _row(rule: Rule, messages: Messages) -> tuple[str, str, str]:
    return rule.id, messages.text(f"severity-{rule.severity}"), rule.title.text(messages.language)


def rule_lines(rule: Rule, messages: Messages) -> Iterator[Line]:
    """Yield a rule in full: what it asks and why, what it says, a wrong and a right sample."""
    language = messages.language
    yield ((f"{rule.id}{_GAP}{rule.title.text(language)}", Look.STRONG),)
    yield from (_fact(name, text, messages) for name, text in _facts(rule, messages) if text)
    yield ("",)
    yield _fact("message", rule.message.text(language), messages)
    yield from ((f"      {key}: {words.text(language)}",) for key, words in rule.words.items())
    yield (f"    → {rule.hint.text(language)}",)
    yield ("",)
    for name, look, sample in (("wrong", Look.ERROR, rule.wrong), ("right", Look.GOOD, rule.right)):
        yield ((messages.text(f"explain-{name}"), look), ":")
        yield from ((f"    {line}",) for line in sample.splitlines())
    yield ("",)
    yield (messages.text("explain-ignore", rule=rule.id),)


def _fact(name: str, text: str, messages: Messages) -> Line:
    return (f"{messages.text(f'explain-{name}')}: ", Look.FAINT), text


def _facts(rule: Rule, messages: Messages) -> Iterator[tuple[str, str]]:
    yield "severity", messages.text(f"severity-{rule.severity}")
    yield "clause", rule.clause or ""
    yield "standing", messages.text(f"standing-{rule.standing}")
    yield "in-effect", effect(rule, messages)
    yield "looks-at", ", ".join(looked_at(rule, messages))
    yield "fix", messages.text(f"fix-{rule.fix}") if rule.fix else ""


def effect(rule: Rule, messages: Messages) -> str:
    """Return from and until when a rule holds; "" when it always does."""
    since = short_date(rule.since) if rule.since else ""
    until = short_date(rule.until) if rule.until else ""
    if not since and not until:
        return ""
    name = "between" if since and until else "since" if since else "until"
    return messages.text(f"effect-{name}", since=since, until=until)


def looked_at(rule: Rule, messages: Messages) -> list[str]:
    """Return what a rule looks at, in words; what has no word stands as the rule names it."""
    names = {name: f"looks-{name}" for name in rule.applies_to}
    return [messages.text(name) if messages.has_text(name) else known for known, name in names.items()]
