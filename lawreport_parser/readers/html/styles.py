"""What the styles of a page say: those of elements, and plain rules of its style sheets (.m-only { display: none })."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["Style", "hidden_names", "is_named", "read_style"]

# What hides an element, in its own style or in a rule.
_HIDING = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_DISPLAY = re.compile(r"(?:^|[;\s])(?:display|visibility)\s*:", re.IGNORECASE)
_BLOCK = re.compile(r"(?:^|[;\s])display\s*:\s*block", re.IGNORECASE)
_PRE = re.compile(r"(?:^|[;\s])white-space\s*:\s*(?:pre|pre-wrap|pre-line|break-spaces)\b", re.IGNORECASE)
# Word raises and lowers whole figures by a point or so: no mark of a note stands so low.
_RAISED = re.compile(
    r"vertical-align\s*:\s*(?:super\b|text-top\b|(?:[3-9]|[1-9]\d)(?:\.\d+)?(?:px|pt|%)|0?\.[2-9]\d?em)"
    r"|mso-text-raise\s*:\s*(?:[3-9]|\d\d)",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BRACE = re.compile(r"[{}]")
_PLAIN = re.compile(r"[.#][\w-]{1,100}")


class Style(NamedTuple):
    """What the style of an element says of its text: a block, line ends kept, not shown, raised."""

    block: bool
    verbatim: bool
    hides: bool
    raised: bool


def read_style(style: str) -> Style:
    """Return what the attribute `style` of an element says."""
    return Style(*(pattern.search(style) is not None for pattern in (_BLOCK, _PRE, _HIDING, _RAISED)))


def hidden_names(sheet: str) -> set[str]:
    """Return the classes (.m-only) and ids (#menu) that a style sheet hides on every screen.

    Rules for some screens (@media), for elements inside others and for states are passed over; of two rules for one
    name the later counts.
    """
    sheet = _COMMENT.sub(" ", sheet)
    hidden: set[str] = set()
    depth, start, selectors = 0, 0, ""
    for brace in _BRACE.finditer(sheet):
        if brace[0] == "{":
            if depth == 0:
                selectors = sheet[start : brace.start()]
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and "@" not in selectors:
                rule = sheet[start : brace.start()]
                names = {name.strip() for name in selectors.split(",") if _PLAIN.fullmatch(name.strip())}
                if _HIDING.search(rule):
                    hidden |= names
                elif _DISPLAY.search(rule):
                    hidden -= names
        start = brace.end()
    return hidden


def is_named(attributes: Mapping[str, str], names: set[str]) -> bool:
    """Tell whether an element has one of the classes or the id in `names`."""
    classes = attributes.get("class", "").split()
    return any(f".{name}" in names for name in classes) or f"#{attributes.get('id', '').strip()}" in names
