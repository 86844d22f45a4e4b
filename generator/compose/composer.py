"""The composer of one kind of paper, and what it says when wording or data cannot be said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compose.assembly import BODY, Assembly
from generator.compose.issuing import issued
from generator.compose.line_language import BadWording
from generator.compose.numbering import TooManyPoints
from generator.compose.order import Order
from generator.compose.publishing import left_in, published, unfit
from generator.compose.readiness import data_path, missing, unmentioned, unprinted
from generator.compose.resolve import UnknownBlock
from generator.compose.signing import signed
from generator.compose.template import WordingTemplates
from generator.compose.views import FILTERS
from generator.diagnostics import Diagnostic, Place, Refused
from generator.model.references import BadReference
from generator.rich_text import StrayMark
from generator.wording import short_date

if TYPE_CHECKING:
    from generator.catalogues.entries import Catalogues
    from generator.document import Document
    from generator.kinds import Kind
    from generator.load import Loaded
    from generator.model.issued_papers import IssuedPaper
    from generator.project import Settings


@dataclass(frozen=True, slots=True)
class Composed:
    """A document, and what is missing: gaps to be closed before a signature, prose that is not printed."""

    document: Document
    missing: tuple[Diagnostic, ...]


def _refuse_ended_issuer(order: Order) -> None:
    """Refuse a paper whose issuer has no name on its day: before it was set up, or after it ended."""
    issuer, day = order.issuer, order.day
    if issuer is None or day is None or order.catalogues.exists_on(issuer, day):
        return
    path = f"{order.path}.issuer" if order.paper.issuer else "issuer"
    ended = order.catalogues.ended_on(issuer)
    arguments = {
        "text": order.catalogues.name(issuer, day).full,
        "day": short_date(day),
        "until": short_date(ended) if ended and ended < day else "",
        "successors": ", ".join(order.catalogues.successors(issuer, day)),
    }
    place = order.loaded.source.place(data_path(path))
    raise Refused([Diagnostic("agency-without-name", place, arguments=arguments)])


def _refuse_specialised(order: Order) -> None:
    """Refuse văn bản chuyên ngành of an issuer whose entry in the catalogue does not name the kind."""
    kind, issuer = order.kind, order.issuer
    if not kind.data.specialised:
        return
    body = order.catalogues.body(issuer, order.day) if issuer else None
    allowed = [order.catalogues.agencies[key].specialised_papers for key in (issuer, body) if key]
    if any(kind.id in names for names in allowed):
        return
    name = order.catalogues.name(body, order.day).full if body else "-"
    place = order.loaded.source.place((*data_path(order.path), "kind"))
    arguments = {"kind": kind.id, "abbreviation": kind.data.abbreviation, "agency": name, "key": body or "-"}
    raise Refused([Diagnostic("kind-not-allowed", place, arguments=arguments)])


def _said(order: Order, document: Document) -> tuple[Diagnostic, ...]:
    return (*missing(order, document), *unprinted(order, document), *unmentioned(order, document))


class Composer:
    """Composes papers of one kind; its wording is compiled once."""

    def __init__(self, kind: Kind, settings: Settings) -> None:
        self._kind, self._settings = kind, settings
        self._templates = WordingTemplates(kind, FILTERS)

    def compose(
        self, loaded: Loaded, paper: IssuedPaper, catalogues: Catalogues, stage: str, *, public: bool = False
    ) -> Composed:
        """Return the paper as a Document; Refused when its wording or data cannot be said.

        With `public` it is the paper for publication, which it also is when its data say so.
        """
        whole = signed(issued(Order(self._kind, self._settings, loaded, paper, catalogues, stage)))
        _refuse_ended_issuer(whole)
        _refuse_specialised(whole)
        if contradictions := tuple(unfit(whole, asked=public)):
            raise Refused(contradictions)
        order = published(whole, asked=public)
        try:
            document = Assembly(order).document(self._templates)
        except UnknownBlock as error:
            raise Refused([self._unknown_block(error, loaded)]) from error
        except TooManyPoints as error:
            raise Refused([Diagnostic("compose-too-many-points", Place(loaded.source.file))]) from error
        except BadWording as error:
            raise Refused([self._bad_template(error.code, error.text)]) from error
        except StrayMark as error:
            raise Refused([self._bad_template("template-stray-mark", error.text)]) from error
        except BadReference as error:
            raise Refused([self._bad_template("template-reference", error.reference)]) from error
        return Composed(document, (*_said(order, document), *left_in(order, whole, document)))

    def _bad_template(self, code: str, text: str) -> Diagnostic:
        return Diagnostic(code, self._template_place(), arguments={"text": text[:80]})

    def _template_place(self) -> Place:
        return Place(f"templates/{self._kind.id}/{BODY}")

    def _unknown_block(self, error: UnknownBlock, loaded: Loaded) -> Diagnostic:
        """Return the diagnostic of ``[[#id]]``, placed where the inspection's file has it, if it does."""
        reference = f"[[#{error.block}]]"
        offset = loaded.source.text.find(reference)
        line = loaded.source.text.count("\n", 0, offset) + 1
        place = Place(loaded.source.file, line, 1) if offset >= 0 else self._template_place()
        return Diagnostic("reference-unknown-block", place, arguments={"reference": reference})
