"""PDF files made for tests: text set in columns, tables, diagrams and notes, as reports are printed."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pytest

pytest.importorskip("reportlab", reason="needs reportlab to make the files")

from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
registerFont(UnicodeCIDFont(FONT))

#: What no row begins with.
_CLOSING = "，。；：、）》”"


def text_width(text: str, size: float) -> float:
    return float(stringWidth(text, FONT, size))


class Sheet:
    """Pages to draw on; places in points from the upper left corner, down to the base line."""

    def __init__(self, width: float = 595, height: float = 842) -> None:
        self.width, self.height = width, height
        self._out = BytesIO()
        self.canvas = Canvas(self._out, pagesize=(width, height))

    def put(self, x: float, y: float, text: str, size: float = 12, spread: float = 0) -> float:
        """Set a row; what stands in braces is raised and small. Return where it ends."""
        for place, piece in enumerate(text.replace("{", "}").split("}")):
            raised = place % 2 == 1
            own = size * 0.6 if raised else size
            if piece:
                self.canvas.setFont(FONT, own)
                up = size * 0.35 if raised else 0
                self.canvas.drawString(x, self.height - y + up, piece, charSpace=0 if raised else spread)
                x += text_width(piece, own) + (0 if raised else spread * len(piece))
        return x

    def centred(self, y: float, text: str, size: float = 12) -> None:
        self.put((self.width - text_width(text, size)) / 2, y, text, size)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def box(self, x: float, y: float, width: float, height: float) -> None:
        self.canvas.rect(x, self.height - y - height, width, height)

    def turn(self) -> None:
        self.canvas.showPage()

    def flow(
        self,
        paragraphs: Sequence[str],
        boxes: Sequence[tuple[float, float, float, int] | None],
        size: float = 12,
        leading: float = 20,
        *,
        justified: bool = False,
    ) -> float:
        """Set paragraphs into boxes (left, top, width, rows), one after the other; None turns the page.

        Return the height below the last row.
        """
        left_boxes = iter(boxes)
        x, y, width, rows = 0.0, 0.0, 0.0, 0
        for paragraph in paragraphs:
            rest, indent = paragraph, 2.0
            while rest:
                while not rows:
                    box = next(left_boxes)
                    if box is None:
                        self.turn()
                        continue
                    x, y, width, rows = box
                row, rest = _first_row(rest, width - indent * size, size)
                room = width - indent * size - text_width(_plain(row), size)
                spread = room / len(_plain(row)) if justified and rest and room > 0 else 0.0
                self.put(x + indent * size, y, row, size, spread)
                y, rows, indent = y + leading, rows - 1, 0.0
        return y

    def bytes(self) -> bytes:
        self.canvas.save()
        return self._out.getvalue()


def _plain(text: str) -> str:
    """Return a text without what is raised."""
    return "".join(piece.split("}")[-1] for piece in text.split("{"))


def _first_row(text: str, room: float, size: float) -> tuple[str, str]:
    cut, width = 0, 0.0
    while cut < len(text):
        if text[cut] == "{":
            end = text.index("}", cut) + 1
            width += text_width(text[cut + 1 : end - 1], size * 0.6)
        else:
            end = cut + 1
            # A number is not parted.
            while text[cut].isdigit() and end < len(text) and text[end] in "0123456789.%":
                end += 1
            width += text_width(text[cut:end], size)
        if width > room + 0.01:
            break
        cut = end
    # No row begins with closing punctuation: it hangs in the margin. Nor is a row one sign alone.
    while cut < len(text) and text[cut] in _CLOSING:
        cut += 1
    if cut == len(text) - 1 and cut > 2:
        cut -= 1
    return text[:cut], text[cut:]
