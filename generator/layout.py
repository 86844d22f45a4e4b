"""The sizes every paper is made with: ``layout.yaml`` read into one frozen value.

The Word layout, the CSS of the PDF and all measures take their numbers from here and nowhere else.
The file is the project's or the office's own; a key that is missing, unknown or no number is refused
with its place, all of them at once.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

import yaml

from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Argument

_LARGEST_FILE = 16_384  # a layout is two kilobytes; YAML nested deeper than this allows would crash libyaml


# The least that can be printed, in the unit of the value; what may be left out may also be 0.
_LEAST = {"page.width": 1, "page.height": 1, "font.line_height": 0.5, "titles.width": 1, "table.smallest": 1}
_LEAST_BELOW = {"sizes.": 1, "page.margin.": 1, "page.landscape_margin.": 1, "head.": 1, "signature.": 1}
_FINEST = 0.01


@dataclass(frozen=True, slots=True)
class Margin:
    """Lề, mm."""

    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Page:
    """Khổ giấy và lề, mm."""

    width: float
    height: float
    margin: Margin
    landscape_margin: Margin
    number_from_top: float
    mark_from_bottom: float


@dataclass(frozen=True, slots=True)
class Font:
    """Phông chữ; line_height is a share of the size."""

    name: str
    line_height: float


@dataclass(frozen=True, slots=True)
class Head:
    """The two columns of boxes 1 to 4, mm."""

    columns: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sizes:
    """Cỡ chữ, points."""

    national_name: float
    motto: float
    agency: float
    number: float
    about: float
    place_date: float
    kind: float
    subject: float
    addressees: float
    body: float
    recipients_label: float
    recipients: float
    signature: float
    page_number: float
    annex_label: float
    annex_title: float
    annex_reference: float
    table: float
    column_number: float
    unit: float
    source: float
    draft_mark: float
    page_mark: float
    urgency: float
    circulation: float
    drafter_mark: float
    address: float
    signing: float
    caption: float


@dataclass(frozen=True, slots=True)
class Body:
    """Paragraphs: first_line mm, space_before points."""

    first_line: float
    space_before: float


@dataclass(frozen=True, slots=True)
class Addressees:
    """Where the list of Kính gửi begins, mm from the left of the text."""

    left: float


@dataclass(frozen=True, slots=True)
class Titles:
    """Where centred titles are broken, mm."""

    width: float


@dataclass(frozen=True, slots=True)
class Rules:
    """Drawn lines: weight in points, lengths as shares of the text line above."""

    weight: float
    motto: float
    agency: float
    subject: float
    annex: float


@dataclass(frozen=True, slots=True)
class Frames:
    """Framed marks, mm: their height and widths; the border in points."""

    height: float
    immediate: float
    very_urgent: float
    urgent: float
    circulation: float
    border: float


@dataclass(frozen=True, slots=True)
class Gaps:
    """Room between parts, points."""

    number: float
    about: float
    draft_mark: float
    kind: float
    addressees: float
    below_addressees: float
    authority: float
    decides: float
    rule: float
    below_rule: float
    table: float
    unit: float
    foot: float
    urgency: float
    circulation: float
    drafter_mark: float
    address: float
    address_rule: float
    signing: float
    picture: float
    caption: float


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """The foot of the paper, mm: columns, room to sign, and how tall a list stays in one block."""

    columns: tuple[float, float]
    room: float
    together: float


@dataclass(frozen=True, slots=True)
class Tables:
    """Tables of annexes: padding mm at the sides, points above and below; border and smallest points."""

    padding: float
    padding_points: float
    border: float
    smallest: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Rates drawn as bars, mm: columns, height of a bar, room for the number beside the longest."""

    columns: tuple[float, float]
    height: float
    number: float


@dataclass(frozen=True, slots=True)
class Layout:
    """All sizes and lengths of a paper."""

    page: Page
    font: Font
    head: Head
    sizes: Sizes
    body: Body
    addressees: Addressees
    titles: Titles
    rules: Rules
    frames: Frames
    gaps: Gaps
    signature: SignatureBlock
    table: Tables
    bars: Bars

    def text_width(self, *, landscape: bool = False) -> float:
        """Return the width of the text area in mm."""
        margin = self.page.landscape_margin if landscape else self.page.margin
        side = self.page.height if landscape else self.page.width
        return side - margin.left - margin.right


def load_layout(path: Path, shown: str | None = None) -> Layout:
    """Read a layout file; `shown` is how diagnostics name it.

    Raises `Refused` with every unknown key, missing key and wrong value.
    """
    reader = _Reader(shown or path.name)
    text = read_bytes(path, shown or path.name).decode("utf-8", "replace")
    node = _root(text, reader)
    layout = reader.value(node, Layout, "") if node is not None else None
    if layout is not None:
        reader.check_columns(node, layout)
        reader.check_margins(node, layout)
    if reader.diagnostics or layout is None:
        raise Refused(reader.diagnostics)
    return layout


def _root(text: str, reader: _Reader) -> yaml.Node | None:
    if len(text) > _LARGEST_FILE:
        reader.say("layout-too-large", None, "")
        return None
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        place = Place(reader.file, mark.line + 1, mark.column + 1) if mark else Place(reader.file)
        reader.diagnostics.append(Diagnostic("layout-not-yaml", place))
        return None
    if node is None:
        reader.say("layout-empty", None, "")
    return node


def _least(key: str) -> float:
    """Return the smallest value a key may have."""
    below = next((least for start, least in _LEAST_BELOW.items() if key.startswith(start)), 0)
    return _LEAST.get(key, below)


_T = TypeVar("_T")


class _Reader:
    """Turns YAML nodes into the values above and gathers what is wrong."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.diagnostics: list[Diagnostic] = []

    def say(self, code: str, node: yaml.Node | None, key: str, **more: Argument) -> None:
        """Add a diagnostic at a node."""
        mark = node.start_mark if node is not None else None
        place = Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file)
        arguments: dict[str, Argument] = {"key": key, **more}
        self.diagnostics.append(Diagnostic(code, place, arguments=arguments))

    def value(self, node: yaml.Node, kind: type[_T], key: str) -> _T | None:
        """Return the node as a value of this kind, or None after saying why not."""
        if is_dataclass(kind):
            return self._record(node, kind, key)
        if kind is float:
            return self._number(node, key)  # type: ignore[return-value]
        if kind is str:
            return self._text(node, key)  # type: ignore[return-value]
        return self._pair(node, key)  # type: ignore[return-value]

    def _record(self, node: yaml.Node, kind: type[_T], key: str) -> _T | None:
        if not isinstance(node, yaml.MappingNode):
            self.say("layout-value-wrong", node, key)
            return None
        hints = get_type_hints(kind)
        values: dict[str, Any] = {}
        for name, value in node.value:
            if not isinstance(name, yaml.ScalarNode):
                self.say("layout-key-unknown", name, key)
                continue
            path = f"{key}.{name.value}".lstrip(".")
            if name.value not in hints or name.value in values:
                self.say("layout-key-unknown", name, path)
                continue
            values[name.value] = self.value(value, hints[name.value], path)
        names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
        for name in names:
            if name not in values:
                self.say("layout-key-missing", node, f"{key}.{name}".lstrip("."))
        complete = all(values.get(name) is not None for name in names)
        return kind(**values) if complete else None

    def _number(self, node: yaml.Node, key: str) -> float | None:
        try:
            number = float(node.value) if isinstance(node, yaml.ScalarNode) else math.nan
        except ValueError:
            number = math.nan
        if not 0 <= number < 1000:
            self.say("layout-value-wrong", node, key)
            return None
        least = _least(key)
        if number < least or 0 < number < _FINEST:
            self.say("layout-value-small", node, key, least=f"{max(least, _FINEST):g}")
            return None
        return number

    def _text(self, node: yaml.Node, key: str) -> str | None:
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self.say("layout-value-wrong", node, key)
            return None
        return str(node.value)

    def _pair(self, node: yaml.Node, key: str) -> tuple[float, ...] | None:
        if not isinstance(node, yaml.SequenceNode) or len(node.value) != 2:
            self.say("layout-value-wrong", node, key)
            return None
        numbers = [self._number(item, key) for item in node.value]
        return tuple(number for number in numbers if number is not None) if None not in numbers else None

    def check_columns(self, node: yaml.Node | None, layout: Layout) -> None:
        """Say it where two columns do not fill the width of the text."""
        width = layout.text_width()
        columns = {"head.columns": layout.head.columns, "signature.columns": layout.signature.columns}
        columns["bars.columns"] = layout.bars.columns
        for key, pair in columns.items():
            if not math.isclose(sum(pair), width, abs_tol=0.1):
                self.say("layout-columns-do-not-fill", node, key)

    def check_margins(self, node: yaml.Node | None, layout: Layout) -> None:
        """Say it where the margins leave nothing of the page."""
        page = layout.page
        rests = {
            "page.margin": page.height - page.margin.top - page.margin.bottom,
            "page.landscape_margin": min(
                page.width - page.landscape_margin.top - page.landscape_margin.bottom,
                layout.text_width(landscape=True),
            ),
        }
        for key, rest in rests.items():
            if rest < 1:
                self.say("layout-value-wrong", node, key)
