"""Names that a layout uses and nothing gives: those in branches that no sample takes, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes

from generator.render.sandbox import sandbox
from generator.render.word_layout import PRINTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.render.word_layout import TaggedPart

_OF_MACROS = frozenset({"caller", "varargs", "kwargs"})


def undeclared(part: TaggedPart, given: frozenset[str], file: str) -> Iterator[Diagnostic]:
    """Yield the undeclared names of a part that Jinja can read, each at the paragraph it stands in."""
    tree = sandbox().parse(part.source)
    for name in _unknown(tree, given | PRINTERS.keys() | _set_here(tree)):
        yield part.places.diagnostic("layout-name-unknown", file, name.lineno, name.name)


def _set_here(tree: nodes.Template) -> frozenset[str]:
    """Return the names of macros, and those given by a tag `set`; those of loops are known in them only."""
    targets: list[nodes.Node] = [found.target for found in tree.find_all(nodes.Assign)]
    targets += [found.target for found in tree.find_all(nodes.AssignBlock)]
    macros = [macro.name for macro in tree.find_all(nodes.Macro)]
    return frozenset(macros + [name for target in targets for name in _names(target)])


def _names(target: nodes.Node) -> list[str]:
    return [node.name for node in (target, *target.find_all(nodes.Name)) if isinstance(node, nodes.Name)]


def _unknown(node: nodes.Node, known: frozenset[str]) -> Iterator[nodes.Name]:
    if isinstance(node, nodes.Name):
        if node.ctx == "load" and node.name not in known:
            yield node
    elif isinstance(node, nodes.For):
        yield from _in_loop(node, known)
    else:
        if isinstance(node, nodes.Macro):
            known |= {argument.name for argument in node.args} | _OF_MACROS
        for child in node.iter_child_nodes():
            yield from _unknown(child, known)


def _in_loop(node: nodes.For, known: frozenset[str]) -> Iterator[nodes.Name]:
    yield from _unknown(node.iter, known)
    inside = known | {"loop", *_names(node.target)}
    for child in (*([node.test] if node.test else []), *node.body):
        yield from _unknown(child, inside)
    for child in node.else_:
        yield from _unknown(child, known)
