"""Lists and fields as they are written anew, and the lines that an item of a list takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.yaml_editing.scalars import fresh

if TYPE_CHECKING:
    from generator.yaml_editing.spans import Branch
    from generator.yaml_source import Plain

_STEP = 2


def in_flow(value: Plain) -> str:
    """Return a value as it stands within brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {in_flow(item)}".rstrip() for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(in_flow, value)) + "]"
    return fresh(value, 0, flow=True)


def in_lines(value: Plain, indent: int) -> str:
    """Return a value as it stands at this column, its first line without the indentation."""
    margin = "\n" + " " * indent
    if isinstance(value, dict) and value:
        return margin.join(f"{key}:{behind_name(item, indent)}" for key, item in value.items())
    if isinstance(value, list) and value:
        return margin.join(f"- {in_lines(item, indent + _STEP)}".rstrip() for item in value)
    return in_flow(value) if isinstance(value, dict | list) else fresh(value, indent + _STEP, flow=False)


def behind_name(value: Plain, indent: int) -> str:
    """Return a value as it stands behind the colon of a name that stands at this column."""
    if isinstance(value, dict | list) and value:
        return "\n" + " " * (indent + _STEP) + in_lines(value, indent + _STEP)
    return f" {in_lines(value, indent)}".rstrip()


def column(text: str, offset: int) -> int:
    """Return how far from the beginning of its line a place is."""
    return offset - line_start(text, offset)


def line_start(text: str, offset: int) -> int:
    """Return where the line of a place begins."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Return where the next line begins; the end of the text if there is none."""
    at = text.find("\n", offset)
    return len(text) if at < 0 else at + 1


def dash(text: str, branch: Branch, index: int) -> int | None:
    """Return where the line of an item begins; None when its dash is not the first mark of the line."""
    where = column(text, branch.start)
    start = line_start(text, branch.values[index].start)
    while text[start + where : start + where + 1] != "-" or text[start : start + where].strip():
        if start <= branch.start - where:
            return None
        start = line_start(text, start - 1)
    return start


def item_end(text: str, branch: Branch, index: int) -> int:
    """Return where the line behind an item begins."""
    return line_end(text, branch.values[index].end)


def beside(body: str, branch: Branch, name: str, value: Plain) -> str:
    """Return the text with a field more behind the last one of a branch."""
    if branch.flow:
        comma = ", " if branch.values else ""
        end = len(body[: branch.end - 1].rstrip())
        return f"{body[:end]}{comma}{name}: {in_flow(value)}{body[branch.end - 1 :]}"
    indent = column(body, branch.start)
    return new_lines(body, line_end(body, branch.end), " " * indent + f"{name}:{behind_name(value, indent)}")


def margin_of(body: str, offset: int) -> str:
    """Return what stands before the name on the line of a place: spaces and dashes."""
    line = body[line_start(body, offset) : offset]
    return line[: len(line) - len(line.lstrip(" -"))]


def with_flow_item(body: str, branch: Branch, index: int, item: Plain) -> str:
    """Return the text with an item more in a list in brackets."""
    if not branch.values and isinstance(item, dict | list):
        indent = len(margin_of(body, branch.start)) + 2
        lines = body[: branch.start].rstrip(" ") + body[branch.end :]
        start = line_end(lines, branch.start - 1)
        return new_lines(lines, start, " " * indent + in_lines([item], indent))
    if index < len(branch.values):
        start = branch.values[index].start
        return f"{body[:start]}{in_flow(item)}, {body[start:]}"
    start = branch.values[-1].end if branch.values else branch.end - 1
    comma = ", " if branch.values else ""
    return f"{body[:start]}{comma}{in_flow(item)}{body[start:]}"


def new_lines(body: str, start: int, lines: str) -> str:
    """Return the text with lines more where a line begins, with its own line ends."""
    newline = "\r\n" if "\r\n" in body else "\n"
    lines = lines.replace("\n", newline)
    before = body[:start]
    if before and not before.endswith("\n"):
        return f"{before}{newline}{lines}"
    return f"{before}{lines}{newline}{body[start:]}"


def without_flow_item(body: str, branch: Branch, index: int) -> str:
    """Return the text with an item less in a list in brackets."""
    if index + 1 < len(branch.values):
        return body[: branch.values[index].start] + body[branch.values[index + 1].start :]
    start = branch.values[index - 1].end if index else branch.start + 1
    return body[:start] + body[branch.values[index].end :]


def comments_start(body: str, start: int) -> int:
    """Return where the comments and empty lines right above a line begin."""
    while start:
        above = line_start(body, start - 1)
        line = body[above:start].strip()
        if line and not line.startswith("#"):
            break
        start = above
    return start
