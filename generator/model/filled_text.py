"""A phrase with its parameters: parts that are printed as they are, and the rich text they amount to.

A parameter is a value. It is never read as a mark, as a reference or as a template, by nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from generator.model.fields import RichText, rich_escape
from generator.model.phrases import tokens
from generator.model.references import parse_reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model.phrases import Phrase, PhraseVersion
    from generator.model.references import Reference

TYPED_AT = "text"
"""The field in which a phrase is used; what else of it is printed (`short`) was typed there too."""
GIVEN = "with"
"""The field of a use with the values of the parameters."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a filled text: words, a reference, or an agency under the name `text`.

    `parameter` names the parameter it is the value of, `type` is that one's type. A parameter with no words
    and no reference is not known yet.
    """

    text: str = ""
    reference: Reference | None = None
    agency: str = ""
    parameter: str = ""
    type: str = ""

    @property
    def blank(self) -> bool:
        """Whether it is a parameter that is not known yet."""
        return not self.text and self.reference is None

    def written(self) -> str:
        """Return it as a clerk would type it in a rich text."""
        return f"[[{self.reference.text}]]" if self.reference else rich_escape(self.text)


class FilledText(RichText):
    """The text of a phrase with its parameters, and which version of which phrase it was made from.

    As a `str` it is the rich text that could have been typed instead, for whoever looks at the words only.
    """

    __slots__ = ("parts", "phrase", "version")
    parts: tuple[Part, ...]
    phrase: Phrase
    version: PhraseVersion

    @classmethod
    def made(cls, text: str, named: Mapping[str, Part], phrase: Phrase, version: PhraseVersion) -> FilledText:
        """Return a text of a phrase with its parameters in their places."""
        parts = tuple(_parts(text, named))
        made = cls("".join(part.written() for part in parts))
        made.parts, made.phrase, made.version = parts, phrase, version
        return made


def _parts(text: str, named: Mapping[str, Part]) -> Iterator[Part]:
    for sort, said in tokens(text):
        if sort == "name":
            yield named[said]
        else:
            yield Part(said) if sort == "text" else Part(reference=parse_reference(said))


_Item = TypeVar("_Item", bound=BaseModel)


def with_usual(item: _Item) -> _Item:
    """Return an item with what its phrase has besides the text, where nothing is typed."""
    text = getattr(item, TYPED_AT)
    if not isinstance(text, FilledText):
        return item
    version = text.version
    usual = {"basis": version.basis, "verb": version.verb, "product": version.product}
    if version.short:
        named = {part.parameter: part for part in text.parts if part.parameter}
        usual["short"] = FilledText.made(version.short, named, text.phrase, version)
    open_fields = type(item).model_fields.keys() - item.model_fields_set
    return item.model_copy(update={name: usual[name] for name in open_fields & usual.keys() if usual[name]})
