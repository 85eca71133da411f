"""The patterns of `grammar/page.lark`, with blanks allowed between the letters of a label."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from lawreport_parser.grammars import terminal_patterns

__all__ = ["GAP", "GAPS", "LONGEST", "SENTENCE_ENDS", "page_pattern", "page_patterns"]

#: Blanks inside a line. (Written as a class and one range, it costs a tenth of the time to compile.)
GAP: Final = r"[\s\u200b-\u200d]"
#: A line of the page's head or foot is no longer than this (metadata tables run together).
LONGEST: Final = 400
SENTENCE_ENDS: Final = frozenset("。！？；：.!?;:")
GAPS: Final = re.compile(rf"{GAP}+")


@cache
def page_patterns() -> dict[str, str]:
    """Return the regular expressions of the terminals of `page.lark`."""
    patterns = terminal_patterns("page")
    for name, pattern in patterns.items():
        if name.startswith("LABEL_") and name != "LABEL_UNKNOWN":
            # Blanks may stand between any two letters of a label: 文　　号.
            patterns[name] = re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", lambda _: f"{GAP}{{0,12}}", pattern)
    return patterns


@cache
def page_pattern(name: str) -> re.Pattern[str]:
    """Return the compiled pattern of a terminal of `page.lark`."""
    return re.compile(page_patterns()[name])
