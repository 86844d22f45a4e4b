"""A template of docxtemplater for the same Word file: every text a tag, the body a loop over its kinds.

It is cut from a finished paper of ours, so parts, styles and tables are the same. What our layout decides by
conditions (a draft, urgency, who signs) is decided in it already: its work is less than ours.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from generator.office_package import pack, parsed, unpacked, written
from generator.render.package import MAIN_PART
from generator.render.word_runs import W

if TYPE_CHECKING:
    from collections.abc import Iterator

Kinds: TypeAlias = dict[bytes, str]
"""The look of paragraphs, by which they are told apart, and the name of each."""
_TEXT, _PARAGRAPH = f"{{{W}}}t", f"{{{W}}}p"


def template_of(paper: bytes) -> tuple[bytes, Kinds]:
    """Return the template cut from a finished paper, and the kinds of paragraph its loops know."""
    parts = unpacked(paper)
    root = parsed(parts[MAIN_PART])
    kinds: Kinds = {}
    for name, group in _pieces(root):
        if not isinstance(group, list):
            group.text = f"{{{name}}}"
        else:
            _looped(name, group, kinds)
    return pack({**parts, MAIN_PART: written(root)}), kinds


def data_of(paper: bytes, kinds: Kinds) -> dict[str, object]:
    """Return what the template needs to make this paper, which has no kind of paragraph that is not known."""
    data: dict[str, object] = {}
    for name, group in _pieces(parsed(unpacked(paper)[MAIN_PART])):
        if not isinstance(group, list):
            data[name] = group.text or ""
        else:
            data[name] = [{kinds[_look(one)]: [_texts(one)]} for one in group]
    return data


def _pieces(root: etree._Element) -> Iterator[tuple[str, etree._Element | list[etree._Element]]]:
    """Yield the texts in tables one by one, and the paragraphs between tables together, each with a name."""
    texts = 0
    said = groupby(
        list(root[0]), lambda child: child.tag == _PARAGRAPH and child.find(f".//{_TEXT}") is not None
    )
    for number, (is_text, children) in enumerate(said):
        if is_text:
            yield f"g{number}", list(children)
            continue
        for node in (node for child in children for node in child.iter(_TEXT)):
            texts += 1
            yield f"v{texts}", node


def _looped(name: str, paragraphs: list[etree._Element], kinds: Kinds) -> None:
    """Put a loop in the place of paragraphs; in it each kind stands once, on a condition."""
    body, place = paragraphs[0].getparent(), paragraphs[0]
    if body is None:
        raise ValueError(name)
    place.addprevious(_alone(f"#{name}"))
    for look, group in groupby(sorted(paragraphs, key=_look), _look):
        kind = kinds.setdefault(look, f"k{len(kinds)}")
        paragraph = deepcopy(next(group))
        for number, node in enumerate(paragraph.iter(_TEXT)):
            node.text = f"{{t{number}}}"
        for part in (_alone(f"#{kind}"), paragraph, _alone(f"/{kind}")):
            place.addprevious(part)
    place.addprevious(_alone(f"/{name}"))
    for paragraph in paragraphs:
        body.remove(paragraph)


def _look(paragraph: etree._Element) -> bytes:
    bare = deepcopy(paragraph)
    bare.tail = None
    for node in bare.iter(_TEXT):
        node.text = ""
    return bytes(etree.tostring(bare))


def _texts(paragraph: etree._Element) -> dict[str, str]:
    return {f"t{number}": node.text or "" for number, node in enumerate(paragraph.iter(_TEXT))}


def _alone(tag: str) -> etree._Element:
    """Return a tag in a paragraph of its own, which goes when the paper is made."""
    paragraph = etree.Element(_PARAGRAPH)
    run = etree.SubElement(paragraph, f"{{{W}}}r")
    etree.SubElement(run, _TEXT).text = f"{{{tag}}}"
    return paragraph
