"""What the style sheets inside a page hide, as far as plain rules say it: .m-only { display: none }."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["HIDING", "hidden_names", "is_named"]

#: What hides an element, in its own style or in a rule.
HIDING = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_DISPLAY = re.compile(r"(?:^|[;\s])(?:display|visibility)\s*:", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BRACE = re.compile(r"[{}]")
_PLAIN = re.compile(r"[.#][\w-]{1,100}")


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
                if HIDING.search(rule):
                    hidden |= names
                elif _DISPLAY.search(rule):
                    hidden -= names
        start = brace.end()
    return hidden


def is_named(attributes: Mapping[str, str], names: set[str]) -> bool:
    """Tell whether an element has one of the classes or the id in `names`."""
    classes = attributes.get("class", "").split()
    return any(f".{name}" in names for name in classes) or f"#{attributes.get('id', '').strip()}" in names
