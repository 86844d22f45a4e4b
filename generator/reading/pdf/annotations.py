"""What lies over a page: stamps, form fields and signatures, drawn as a reader sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import PDFStream, dict_value, list_value, num_value, resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import apply_matrix_pt, decode_text, mult_matrix

from generator.reading.pdf.ink import Face, Letter, Look, Note
from generator.reading.pdf.objects import DAMAGED

if TYPE_CHECKING:
    from pdfminer.utils import Matrix, Rect

    from generator.reading.pdf.content import Interpreter

_SHOW_NOTHING = frozenset({"Link", "Popup", "Text", "FileAttachment"})  # an icon at most
_HIDDEN = 2 | 32  # flags: hidden, not on the screen
_MOST = 2_000
_FACE = Face("", "", bold=False, italic=False, embedded=False)
_USUAL = 12.0  # pt: letters of an annotation that has no appearance of its own
_LEFT_OVER = 0.25  # of the height: how far letters stand above the lower edge of their box
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def draw_annotations(page: dict[str, Any], interpreter: Interpreter, turn: Matrix) -> None:
    """Draw the annotations of a page on the device of an interpreter; `turn` makes its places ours.

    One without an appearance is drawn by each program as it likes: its words are taken as they lie in their
    box, and any other kind is told as `undrawn`.
    """
    for entry in list_value(page.get("Annots", []))[:_MOST]:
        note = dict_value(entry)
        kind = literal_name(note.get("Subtype"))
        if kind in _SHOW_NOTHING or int(num_value(note.get("F", 0))) & _HIDDEN:
            continue
        ink = interpreter.device.ink
        start = len(ink.letters)
        try:
            _draw(note, kind, interpreter, turn)
        except DAMAGED:
            ink.undrawn.append(kind)
        ink.notes.append(Note(kind, _field(note, "FT") == "Sig", start, len(ink.letters)))


def _draw(note: dict[str, Any], kind: str, interpreter: Interpreter, turn: Matrix) -> None:
    box = _box(note.get("Rect"))
    if box[0] == box[2] or box[1] == box[3]:
        return
    form = _appearance(note)
    if form is not None:
        _draw_form(form, box, interpreter, turn)
        return
    words = _words(note, kind)
    if words is None:
        interpreter.device.ink.undrawn.append(kind)
    elif words:
        _draw_words(words, box, interpreter, turn)


def _appearance(note: dict[str, Any]) -> PDFStream | None:
    """Return the form that is shown, that of its state when it has several."""
    found = resolve1(dict_value(note.get("AP", {})).get("N"))
    if isinstance(found, dict):
        found = resolve1(found.get(literal_name(resolve1(note.get("AS")))))
    return found if isinstance(found, PDFStream) else None


def _words(note: dict[str, Any], kind: str) -> str | None:
    """Return the words of an annotation without an appearance; None for one that shows something else."""
    if kind == "FreeText":
        return _text(note.get("Contents"))
    if kind == "Widget":
        return _text(_inherited(note, "V")) if _field(note, "FT") in {"Tx", "Ch"} else ""
    return None


def _text(value: object) -> str:
    found = resolve1(value)
    return decode_text(found) if isinstance(found, bytes) else ""


def _field(note: dict[str, Any], name: str) -> str:
    found = _inherited(note, name)
    return literal_name(found) if found is not None else ""


def _inherited(note: dict[str, Any], name: str) -> object:
    """Return an entry of a form field, or of the field above it."""
    for _ in range(8):
        if name in note:
            return resolve1(note[name])
        if "Parent" not in note:
            break
        note = dict_value(note["Parent"])
    return None


def _draw_form(form: PDFStream, box: Rect, interpreter: Interpreter, turn: Matrix) -> None:
    """Draw an appearance: its own box is laid upon the box of the annotation (ISO 32000-1, 12.5.5)."""
    matrix: Matrix = tuple(float(num_value(one)) for one in list_value(form.get("Matrix", _IDENTITY)))  # type: ignore[assignment]
    x0, y0, x1, y1 = _box(form.get("BBox"))
    corners = [apply_matrix_pt(matrix, corner) for corner in ((x0, y0), (x1, y0), (x0, y1), (x1, y1))]
    left, low = min(x for x, _ in corners), min(y for _, y in corners)
    wide, tall = max(x for x, _ in corners) - left, max(y for _, y in corners) - low
    across, up = (box[2] - box[0]) / wide, (box[3] - box[1]) / tall
    laid: Matrix = (across, 0, 0, up, box[0] - left * across, box[1] - low * up)
    resources = dict_value(form.get("Resources", {}))
    inner = interpreter.dup()
    inner.render_contents(resources, [form], ctm=mult_matrix(mult_matrix(matrix, laid), turn))


def _draw_words(words: str, box: Rect, interpreter: Interpreter, turn: Matrix) -> None:
    """Put the letters of each line side by side into the box."""
    ink, look = interpreter.device.ink, Look(_FACE, _USUAL, bold=False, italic=False, colour="000000")
    lines = words.splitlines()
    tall = (box[3] - box[1]) / len(lines)
    for number, line in enumerate(lines):
        wide = (box[2] - box[0]) / len(line) if line else 0.0
        for turned, letter in enumerate(line):
            low = box[3] - (number + 1 - _LEFT_OVER) * tall
            x0, y = apply_matrix_pt(turn, (box[0] + turned * wide, low))
            x1, _ = apply_matrix_pt(turn, (box[0] + (turned + 1) * wide, low))
            interpreter.budget.letter()
            ink.letters.append(Letter(letter, x0, x1, y, look))


def _box(value: object) -> Rect:
    ax, ay, bx, by = (float(num_value(one)) for one in list_value(value))
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
