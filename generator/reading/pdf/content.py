"""The drawing orders of a page, carried out one by one and counted.

pdfminer's interpreter knows what each order means; the loop around it is ours, because a page may draw
itself, put aside states without end, or hide a megabyte in a picture without one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from pdfminer.pdfinterp import PDFContentParser, PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.psparser import PSEOF, PSKeyword

from generator.reading.pdf import limits
from generator.reading.pdf.limits import TooMuch
from generator.reading.pdf.words import CountedWords

if TYPE_CHECKING:
    import io
    from collections.abc import Sequence
    from typing import Any

    from generator.reading.pdf.device import InkDevice
    from generator.reading.pdf.fonts import Fonts
    from generator.reading.pdf.limits import Budget

_AFTER_PICTURE = {b"EI": re.compile(rb"\sEI(?=\s|$)"), b"~>": re.compile(rb"~>")}


class _Orders(CountedWords, PDFContentParser):
    """Reads orders and operands from the streams of a page, one after the other."""

    def __init__(self, streams: Sequence[object], budget: Budget) -> None:
        self.budget = budget
        super().__init__(streams)

    def get_inline_data(self, pos: int, target: bytes = b"EI") -> tuple[int, bytes]:
        """Pass over a picture that stands among the orders; its bytes are not kept."""
        self.seek(pos)
        data = cast("io.BytesIO", self.fp).getvalue()
        found = _AFTER_PICTURE[target].search(data, max(pos - 1, 0))
        self.seek(found.end() if found else len(data))
        return pos, b""


class Interpreter(PDFPageInterpreter):
    """Carries out the orders of a page, and of the forms it draws, on a device that keeps the ink."""

    device: InkDevice

    def __init__(self, fonts: Fonts, device: InkDevice, budget: Budget, depth: int = 0) -> None:
        super().__init__(fonts, device)
        self.budget = budget
        self.depth = depth
        if depth > limits.MAX_DEPTH:
            raise TooMuch("forms")

    def dup(self) -> Interpreter:
        """Return an interpreter for a form that this one draws."""
        return Interpreter(cast("Fonts", self.rsrcmgr), self.device, self.budget, self.depth + 1)

    def execute(self, streams: Sequence[object]) -> None:
        """Carry out the orders of the streams; one that is being carried out already is passed over."""
        wanted = [stream_value(stream) for stream in streams]
        fresh = [stream for stream in wanted if stream.objid not in self.parent_stream_ids]
        self.stream_ids = {stream.objid for stream in fresh if stream.objid is not None}
        try:
            orders = _Orders(fresh, self.budget)
            while True:
                _, found = orders.nextobject()
                if isinstance(found, PSKeyword):
                    self._carry_out(found)
                else:
                    self._keep(found)
        except PSEOF:
            return

    def _carry_out(self, order: PSKeyword) -> None:
        self.budget.order()
        method = getattr(self, _method(order.name), None)
        if method is None:
            return
        count = method.__code__.co_argcount - 1
        operands = self.pop(count)
        if len(operands) == count:
            method(*operands)
        if len(self.gstack) > limits.MAX_STATES or len(self.curpath) > limits.MAX_POINTS:
            raise TooMuch("states")

    def _keep(self, operand: Any) -> None:
        self.push(operand)
        if len(self.argstack) > limits.MAX_OPERANDS:
            del self.argstack[0]

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802 - pdfminer's name of the order
        """Draw a form or a picture; afterwards the device stands where it stood."""
        self.budget.order(limits.ORDERS_OF_FORM)
        super().do_Do(xobjid_arg)
        self.device.set_ctm(self.ctm)

    def do_EI(self, obj: Any) -> None:  # noqa: N802
        """End of a picture among the orders."""
        if isinstance(obj, PDFStream):
            self.device.render_image("", obj)


_ODD = {"'": "_q", '"': "_w"}


def _method(name: object) -> str:
    """Return the method of pdfminer for an order: "T*" is do_T_a, "'" is do__q."""
    said = str(name, "latin-1") if isinstance(name, bytes) else str(name)
    return "do_" + _ODD.get(said, said.replace("*", "_a"))
