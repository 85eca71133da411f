"""Text from documents and names of files made harmless for a terminal, a log or an annotation."""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["visible"]

#: Controls, format characters (bidirectional, zero width), surrogates, line and paragraph separators.
_UNSAFE: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    r"""Return `text` on one line, with every character that is obeyed or not shown as an escape: ESC becomes `\x1b`."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if unicodedata.category(character) not in _UNSAFE:
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
