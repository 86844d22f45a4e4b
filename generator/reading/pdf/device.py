"""What the drawing orders leave on the page, kept as ink."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from pdfminer.pdfdevice import PDFDevice
from pdfminer.utils import apply_matrix_pt, mult_matrix

from generator.reading.pdf import limits
from generator.reading.pdf.colours import rgb
from generator.reading.pdf.ink import PAPER, Cover, Letter, Look, PageInk, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pdfminer.pdfcolor import PDFColorSpace
    from pdfminer.pdfdevice import PDFTextSeq
    from pdfminer.pdfinterp import PDFGraphicState, PDFTextState
    from pdfminer.pdftypes import PDFStream
    from pdfminer.utils import Matrix, PathSegment, Point, Rect

    from generator.reading.pdf.fonts import Font, Fonts
    from generator.reading.pdf.limits import Budget

_INVISIBLE = frozenset({3, 7})  # how text is drawn (Tr): not at all; only as a clip
_OUTLINED = frozenset({2, 6})  # filled and outlined: how bold is faked
_SEEN_THROUGH = ("SMask", "Mask", "ImageMask")  # what lets the page be seen through a picture
_SKEW = 0.12  # of a letter that leans although its font does not
_THIN = 3.0  # pt: what is thicker is an area
_LEAST_COVER = 4.0  # pt: a box smaller than a letter hides none


class InkDevice(PDFDevice):
    """Collects the ink of the page that is being drawn, in `ink`."""

    ctm: Matrix

    def __init__(self, fonts: Fonts, budget: Budget) -> None:
        super().__init__(fonts)
        self.fonts = fonts
        self.budget = budget
        self.ink = PageInk(0, 0)
        self._looks: dict[tuple[object, ...], Look] = {}

    # --- letters

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        """Draw the letters of a string, one behind the other."""
        state, font = textstate, textstate.font
        if font is None:
            return
        used = self.fonts.built[id(font)]
        matrix = mult_matrix(state.matrix, self.ctm)
        upright = _runs_right(matrix, state.fontsize)
        look = self._look(used, state, matrix, rgb(graphicstate.ncolor, ncs))
        x, y = state.linematrix
        stretch = state.scaling * 0.01
        for item in seq:
            if isinstance(item, (int, float)):
                x -= item * 0.001 * state.fontsize * stretch
            elif isinstance(item, bytes):
                for code in font.decode(item):
                    text, width = used.glyph(code)
                    end = x + width * state.fontsize * stretch
                    x0, base = apply_matrix_pt(matrix, (x, y + state.rise))
                    x1, _ = apply_matrix_pt(matrix, (end, y + state.rise))
                    self._keep_letter(Letter(text, x0, x1, base, look), state.render, upright=upright)
                    blank = state.wordspace if code == 32 and not font.is_multibyte() else 0.0
                    x = end + (state.charspace + blank) * stretch
        textstate.linematrix = (x, y)

    def _keep_letter(self, letter: Letter, render: int, *, upright: bool) -> None:
        """Keep a letter that a reader sees and that runs from left to right; count the others."""
        self.budget.letter()
        ink, shown = self.ink, not letter.text.isspace()
        if not math.isfinite(letter.x0 + letter.x1 + letter.y):
            return
        if render in _INVISIBLE:
            ink.hidden += shown
        elif not upright:
            ink.turned += shown
        elif not (
            letter.x1 >= 0 and letter.x0 <= ink.width and 0 <= letter.y <= ink.height + letter.look.size
        ):
            ink.outside += shown
        else:
            ink.letters.append(letter)

    def _on_page(self, letter: Letter) -> bool:
        across = letter.x1 >= 0 and letter.x0 <= self.ink.width
        return across and 0 <= letter.y <= self.ink.height + letter.look.size

    def _look(self, font: Font, state: PDFTextState, matrix: Matrix, colour: str | None) -> Look:
        _, _, c, d, _, _ = matrix
        tall = math.hypot(c, d)
        size = _told_size(abs(state.fontsize) * tall)
        leans = tall > 0 and abs(c) > _SKEW * tall
        key = (id(font), size, state.render in _OUTLINED, leans, colour)
        known = self._looks.get(key)
        if known is None:
            face = font.face
            bold, italic = face.bold or key[2], face.italic or leans
            known = self._looks[key] = Look(face, size, bool(bold), italic, colour)
        return known

    # --- lines and areas

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,  # noqa: ARG002 - thin things have no inside
        path: Sequence[PathSegment],
    ) -> None:
        """Keep what looks like a thin straight line; count the rest as shapes."""
        state = graphicstate
        thick = state.linewidth * math.sqrt(abs(self.ctm[0] * self.ctm[3] - self.ctm[1] * self.ctm[2]))
        drawn = stroke and rgb(state.scolor, state.scs) != PAPER
        filled = fill and rgb(state.ncolor, state.ncs) != PAPER
        boxes: list[Rect] = []
        for points, straight in self._subpaths(path):
            if fill and straight and len(points) >= 4:
                self._keep_cover(_box(points))
            found = straight and drawn and self._sides(points, thick)
            found = (straight and filled and self._thin_area(points)) or found
            if not found and straight and filled and len(points) >= 4:
                boxes.append(_box(points))
                found = len(boxes) == 2 and self._frame(*boxes)
            self.ink.shapes += not found and (drawn or filled)

    def _subpaths(self, path: Sequence[PathSegment]) -> Iterator[tuple[list[Point], bool]]:
        """Yield the points of each part of a path on the page, and whether it has no curves."""
        points: list[Point] = []
        straight = True
        for segment in path:
            if segment[0] == "m" and points:
                yield points, straight
                points, straight = [], True
            if segment[0] == "h":
                points.extend(points[:1])
                continue
            straight = straight and segment[0] in {"m", "l"}
            x, y = (float(number) for number in segment[-2:])
            points.append(apply_matrix_pt(self.ctm, (x, y)))
        if points:
            yield points, straight

    def _sides(self, points: list[Point], thick: float) -> bool:
        """Keep each lying or standing side of an outline; return whether all are such."""
        found = thick <= _THIN and len(points) > 1
        half = min(thick, _THIN) / 2
        for (ax, ay), (bx, by) in pairwise(points):
            if thick <= _THIN and (abs(ax - bx) <= _THIN / 4 or abs(ay - by) <= _THIN / 4):
                self._keep_stroke(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), half)
            else:
                found = False
        return found

    def _thin_area(self, points: list[Point]) -> bool:
        x0, y0, x1, y1 = _box(points)
        if len(points) < 4 or min(x1 - x0, y1 - y0) > _THIN:
            return False
        self._keep_stroke(x0, y0, x1, y1, 0.0)
        return True

    def _frame(self, outer: Rect, inner: Rect) -> bool:
        """Keep the sides of a frame that is filled between two boxes; return whether they make one."""
        (ax, ay, bx, by), (cx, cy, dx, dy) = sorted((outer, inner), key=_smallness)
        if not (
            0 <= cx - ax <= _THIN
            and 0 <= cy - ay <= _THIN
            and 0 <= bx - dx <= _THIN
            and 0 <= by - dy <= _THIN
        ):
            return False
        for side in ((ax, ay, bx, cy), (ax, dy, bx, by), (ax, ay, cx, by), (dx, ay, bx, by)):
            if side[0] < side[2] and side[1] < side[3]:
                self._keep_stroke(*side, 0.0)
        return True

    def _keep_stroke(self, x0: float, y0: float, x1: float, y1: float, half: float) -> None:
        """Keep a thin line with its thickness, across its direction."""
        if len(self.ink.strokes) >= limits.MAX_STROKES_ON_PAGE or not math.isfinite(x0 + y0 + x1 + y1):
            self.ink.shapes += 1
        elif x1 - x0 >= y1 - y0:
            self.ink.strokes.append(Stroke(x0, y0 - half, x1, y1 + half))
        else:
            self.ink.strokes.append(Stroke(x0 - half, y0, x1 + half, y1))

    def _keep_cover(self, box: Rect) -> None:
        """Keep a filled box in whatever colour: what was drawn before lies under it."""
        x0, y0, x1, y1 = box
        large = min(x1 - x0, y1 - y0) >= _LEAST_COVER and math.isfinite(x0 + y0 + x1 + y1)
        if large and self.ink.letters and len(self.ink.covers) < limits.MAX_STROKES_ON_PAGE:
            self.ink.covers.append(Cover(x0, y0, x1, y1, len(self.ink.letters)))

    # --- pictures

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002 - only its place counts
        """Keep how much of the page a picture covers: the unit square as it is drawn."""
        corners = [apply_matrix_pt(self.ctm, corner) for corner in ((0, 0), (1, 0), (0, 1), (1, 1))]
        if not all(math.isfinite(x) and math.isfinite(y) for x, y in corners):
            return
        ink = self.ink
        if not any(stream.get(name) for name in _SEEN_THROUGH):
            self._keep_cover(_box(corners))
        across = _covered([x for x, _ in corners], ink.width)
        down = _covered([y for _, y in corners], ink.height)
        ink.pictures += across * down
        ink.picture_count += 1

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:
        """Begin a form: its ink is the page's."""

    def end_figure(self, name: str) -> None:
        """End a form."""


def _told_size(points: float) -> float:
    """Return a size as people give it: programs that lay out in pixels write 14.04 for 14."""
    half = round(points * 2) / 2
    return half if abs(points - half) < 0.1 else round(points, 1)


def _runs_right(matrix: Matrix, size: float) -> bool:
    """Return whether letters stand upright and run to the right; y runs down on our page."""
    a, b, _, d, _, _ = matrix
    return a * size > 0 and d * size < 0 and abs(b) < 0.01 * abs(a)


def _box(points: Sequence[Point]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _smallness(box: Rect) -> float:
    return (box[0] - box[2]) * (box[3] - box[1])


def _covered(places: list[float], length: float) -> float:
    low, high = max(min(places), 0.0), min(max(places), length)
    return max(high - low, 0.0) / length if length else 0.0
