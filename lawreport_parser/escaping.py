"""Text from documents and names of files made harmless for a terminal, a log or an annotation.

A document may hold anything: escape sequences that recolour or retitle the terminal, bidirectional controls that make
text read as what it is not (CVE-2021-42574), characters without width that spoil columns. Each is shown as the escape
a Python programmer would write.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["escape_controls"]

#: Controls (C0, C1, DEL), format characters (bidi, zero width, tags), surrogates, line and paragraph separators.
_UNSAFE_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_SUSPECTS: Final = re.compile(r"[^\x20-\x7e\u3001-\u9fff\uff01-\uff60]")


def escape_controls(text: str) -> str:
    r"""Return `text` with everything a terminal would obey, or not show, as an escape: ESC becomes `\x1b`."""
    return _SUSPECTS.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if unicodedata.category(character) not in _UNSAFE_CATEGORIES:
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
