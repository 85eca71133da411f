"""What the styles of a page say: those of elements, and plain rules of its sheets (.m-only { display: none })."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

__all__ = ["Sheets", "Style", "read_style"]

# What hides an element, in its own style or in a rule.
_HIDING = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# What shows it, whatever a weaker rule says.
_SHOWING = re.compile(r"(?:^|[;\s])(?:display\s*:\s*(?!none|\s)\w|visibility\s*:\s*visible)", re.IGNORECASE)
_BLOCK = re.compile(r"(?:^|[;\s])display\s*:\s*block", re.IGNORECASE)
_PRE = re.compile(r"(?:^|[;\s])white-space\s*:\s*(?:pre|pre-wrap|pre-line|break-spaces)\b", re.IGNORECASE)
# Word raises and lowers whole figures by a point or so: no mark of a note stands so low.
_RAISED = re.compile(
    r"vertical-align\s*:\s*(?:super\b|text-top\b|(?:[3-9]|[1-9]\d)(?:\.\d+)?(?:px|pt|%)|0?\.[2-9]\d?em)"
    r"|mso-text-raise\s*:\s*(?:[3-9]|\d\d)"
    r"|position\s*:\s*relative\s*;\s*top\s*:\s*-(?:(?:[3-9]|[1-9]\d)(?:\.\d+)?(?:px|pt)|0?\.[2-9]\d?em)",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BRACE = re.compile(r"[{}]")
_PLAIN = re.compile(r"[.#][\w-]{1,100}")
# A selector of several names that one element has: .tab.active.
_COMPOUND = re.compile(r"(?:[.#][\w-]{1,100}){2,4}")
#: So many selectors of several names are kept for each name.
_MOST_COMPOUNDS: Final = 50


class Style(NamedTuple):
    """What the style of an element says of its text: a block, line ends kept, not shown, shown, raised."""

    block: bool
    verbatim: bool
    hides: bool
    shows: bool
    raised: bool


def read_style(style: str) -> Style:
    """Return what the attribute `style` of an element says."""
    return Style(*(pattern.search(style) is not None for pattern in (_BLOCK, _PRE, _HIDING, _SHOWING, _RAISED)))


class Sheets:
    """What the style sheets of a page hide on a wide screen, by classes (.m-only) and ids (#menu).

    Rules for elements inside others and for states are passed over. Of two rules for one name the later counts; one of
    several names (.tab.active) counts before one of a single name. Rules for some screens (@media) only show, and only
    on wide ones: what is left out must be hidden on all of these.
    """

    def __init__(self) -> None:
        self._hidden: set[str] = set()
        #: Selectors of several names that show what has them all, by each of their names.
        self._shown: dict[str, list[frozenset[str]]] = {}

    def add(self, sheet: str, media: str = "") -> None:
        """Take in a sheet; `media` is what its element says of the screens that it is for."""
        media = media.strip().lower()
        if media and "all" not in media and "screen" not in media:
            return
        sheet = _COMMENT.sub(" ", sheet)
        #: What stands before each block that is open; whether the last one that ended lay in it.
        around: list[str] = []
        start, inner = 0, False
        for brace in _BRACE.finditer(sheet):
            if brace[0] == "{":
                around.append(sheet[start : brace.start()].rpartition(";")[2])
                inner = True
            elif around:
                selectors = around.pop()
                if inner and "@" not in selectors and len(around) <= 1:
                    self._add_rule(selectors, sheet[start : brace.start()], "".join(around).lower())
                inner = False
            start = brace.end()

    def hide(self, attributes: Mapping[str, str]) -> bool:
        """Tell whether an element is hidden by one of its classes or by its id."""
        if not self._hidden:
            return False
        names = {f".{name}" for name in attributes.get("class", "").split()}
        names.add(f"#{attributes.get('id', '').strip()}")
        return any(
            not any(names.issuperset(compound) for compound in self._shown.get(name, ()))
            for name in names & self._hidden
        )

    def _add_rule(self, selectors: str, rule: str, screens: str) -> None:
        hides, shows = _HIDING.search(rule) is not None, _SHOWING.search(rule) is not None
        if screens and ("min-width" not in screens or "print" in screens):
            return
        for selector in map(str.strip, selectors.split(",")):
            if _PLAIN.fullmatch(selector):
                if hides and not screens:
                    self._hidden.add(selector)
                elif shows and not hides:
                    self._hidden.discard(selector)
            elif shows and not hides and _COMPOUND.fullmatch(selector):
                names = frozenset(_PLAIN.findall(selector))
                for name in names:
                    known = self._shown.setdefault(name, [])
                    if len(known) < _MOST_COMPOUNDS:
                        known.append(names)
