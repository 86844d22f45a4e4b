"""The diagnostic codes that the source of the generator can give, read off its syntax tree."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import generator

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(generator.__file__).parent
# Calls whose first argument is a code, whatever it looks like.
CALLS = frozenset({"Diagnostic", "problem", "BadReference", "StrayMark", "BadWording"})
# Any other call may hand a code on, if its first argument begins like one.
FAMILIES = [
    "addressee",
    "agency",
    "archive",
    "calendar",
    "changes",
    "character",
    "compose",
    "correct",
    "corrected",
    "covers",
    "date",
    "deadline",
    "document",
    "field",
    "figure",
    "file",
    "flag",
    "folder",
    "font",
    "id",
    "inspection",
    "issue",
    "issued",
    "journal",
    "kind",
    "layout",
    "list",
    "name",
    "number",
    "paper",
    "pdf",
    "percent",
    "photo",
    "phrase",
    "press",
    "program",
    "project",
    "pull",
    "quarter",
    "recipient",
    "quote",
    "record",
    "redline",
    "remind",
    "reference",
    "rich",
    "schema",
    "settings",
    "sheet",
    "signatory",
    "signed",
    "step",
    "submit",
    "template",
    "text",
    "time",
    "value",
    "verify",
    "word",
    "yaml",
]
CODE = re.compile(rf"(?:{'|'.join(FAMILIES)})(?:-[a-z0-9]+)+")
# Modules that speak in the texts of the commands (``vi-command.ftl``); only a Diagnostic has a code there.
SPEAKERS = re.compile(
    r"generator/(?:(?:commands|reporters)/.*|changes/(?:words|screen_lines|markdown|page)\.py"
    r"|(?:cli|session|usage|doctor|new_inspection)\.py)"
)


@lru_cache
def modules() -> dict[str, ast.Module]:
    """Return the syntax tree of every module, by its path."""
    files = sorted(SOURCE.rglob("*.py"))
    return {
        f"generator/{path.relative_to(SOURCE).as_posix()}": ast.parse(path.read_text("utf-8"))
        for path in files
    }


def codes() -> dict[str, str]:
    """Return each code with the file that gives it."""
    found: dict[str, str] = {}
    for file, tree in modules().items():
        given = _diagnostics(tree) if SPEAKERS.fullmatch(file) else _codes(tree)
        for code in given:
            found.setdefault(code, file)
    return found


def _codes(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _given_to(node)
        elif isinstance(node, ast.Assign) and len(node.targets) == 1:
            yield from _assigned(_name(node.targets[0]), node.value)
        elif isinstance(node, ast.FunctionDef) and node.name.endswith("_code"):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Return):
                    yield from _texts(inner.value)


def _diagnostics(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) == "Diagnostic":
            yield from _texts(node.args[0] if node.args else None)


def _given_to(call: ast.Call) -> Iterator[str]:
    name, first = _name(call.func), call.args[0] if call.args else None
    if name in CALLS:
        yield from _texts(first)
    elif name == "KeyOf":
        # names.py builds the code from the last kind of key.
        yield from (f"{kind}-unknown" for kind in _texts(call.args[-1] if call.args else None))
    else:
        yield from (text for text in _texts(first) if CODE.fullmatch(text))


def _assigned(name: str, value: ast.expr) -> Iterator[str]:
    """Yield what is assigned to a name `code`, and the values of a dict called ..._CODES."""
    if name == "code":
        yield from _texts(value)
    elif name.endswith("_CODES") and isinstance(value, ast.Dict):
        for item in value.values:
            yield from _texts(item)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _texts(node: ast.expr | None) -> list[str]:
    """Return the literals an expression may be: itself, or both arms of an if."""
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body), *_texts(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []
