"""Changed papers as one page to open from the folder: nothing runs, nothing is fetched from elsewhere."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined

from generator.alignment import compared_words
from generator.changes.markdown import PICTURES
from generator.changes.words import counts, page_title, paper_title
from generator.messages import visible

if TYPE_CHECKING:
    from generator.changes.values import ChangedPaper, Changes
    from generator.messages import Messages

_LAYOUT = "page.html.j2"


def change_page(found: Changes, messages: Messages) -> str:
    """Return the page; its pictures stand in the folder beside it."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    # What could hide or turn a text is shown by its code.
    environment.finalize = lambda value: visible(value) if type(value) is str else value
    layout = environment.from_string((files(__package__) / _LAYOUT).read_text(encoding="utf-8"))
    return layout.render(
        language=messages.language,
        title=messages.text("changes-title"),
        counts=counts(found, messages),
        internal=messages.text("changes-internal"),
        before=messages.text("changes-before"),
        after=messages.text("changes-after"),
        folder=PICTURES,
        changed=[_paper(one, messages) for one in found.changed],
        others=[
            (messages.text(f"changes-is-{name}"), [paper_title(paper) for paper in papers])
            for name, papers in (("added", found.added), ("removed", found.removed))
            if papers
        ],
        more=messages.text("changes-more-pictures", count=found.more_pictures) if found.more_pictures else "",
    )


def _paper(changed: ChangedPaper, messages: Messages) -> dict[str, Any]:
    more = changed.more_sentences
    return {
        "title": paper_title(changed.paper),
        "extent": messages.text(f"changes-extent-{changed.extent}"),
        "sentences": [(one.where, compared_words(one.old or "", one.new or "")) for one in changed.sentences],
        "more": messages.text("changes-more-sentences", count=more) if more else "",
        "pages": [(page_title(page, messages), page) for page in changed.pages],
    }
