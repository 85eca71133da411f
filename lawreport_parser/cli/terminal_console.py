"""What rich draws, as text for standard output: with colours where that is a terminal."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["COMFORTABLE_WIDTH", "comfortable_width", "drawn"]

#: What a table may use of a file or pipe, and of a terminal whose width is not known. A wider line of Chinese is tiring
#: to read.
COMFORTABLE_WIDTH: Final = 120


def comfortable_width() -> int:
    """Return how wide a table may be: as the terminal, or as `COLUMNS` says."""
    return shutil.get_terminal_size((COMFORTABLE_WIDTH, 24)).columns


class _LikeStandardOutput(io.StringIO):
    """Keeps what is written, and says of itself what rich asks of standard output."""

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return getattr(sys.stdout, "encoding", None) or "utf-8"

    def isatty(self) -> bool:
        return sys.stdout is not None and sys.stdout.isatty()


def drawn(pieces: Iterable[RenderableType], *, width: int | None = None, soft_wrap: bool = False) -> str:
    """Return pieces one below the other, `width` columns wide (default: the terminal's), or unbroken (`soft_wrap`).

    Standard output itself is not touched: what it may fail with is met in `streams.write_text` alone.
    """
    from rich.console import Console

    kept = _LikeStandardOutput()
    console = Console(file=kept, highlight=False, markup=False, emoji=False, width=width, soft_wrap=soft_wrap)
    for piece in pieces:
        console.print(piece)
    return kept.getvalue()
