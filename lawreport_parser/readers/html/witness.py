"""A second, independent reading of a web page, by regular expressions: it bears witness that no line was lost."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.readers.html.line import Line, is_linked, is_prose, tidy
from lawreport_parser.readers.html.lines import BLOCKS
from lawreport_parser.readers.html.marks import raised_in_source
from lawreport_parser.readers.note_marks import behind_figures

__all__ = [
    "ANY_TAG",
    "HIDDEN_REPORT",
    "hidden_only",
    "in_scripts",
    "lost_lines",
    "opened",
    "plain_lines",
    "whole_text",
]

_READERS: Final = Terminals("readers")
# The rest of a tag after its name. Every alternative stops at the next "<" outside quotes and takes a bounded number of
# quoted values, so that tags that never end cost linear time.
_REST: Final = r"""(?=[\s/>"'])(?:[^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+){0,64}+>|[^<>]*+>)"""
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_UNSHOWN = re.compile(
    r"<(script|style|xml|noscript|template|textarea|iframe|select|title|svg|object|noframes|button|video|audio)"
    rf"{_REST}.*?(?:</\1\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
# Those of them that may hold text: what a script will show, or a browser that cannot show something else.
_HOLDERS = re.compile(
    rf"<(?!style|xml|title|script(?![^>]*\btype\s*=\s*[\"']?text/(?!javascript\b)))\w+{_REST}", re.IGNORECASE
)
_HOLDER_ENDS = re.compile(rf"\A<\w+{_REST}|</\w+\s*>\Z", re.IGNORECASE)
_HAN = Terminals("lexical").HAN
_HAN_IN_SCRIPT = re.compile(rf"{_HAN.pattern}|\\u[4-9][0-9a-fA-F]{{3}}")
_BREAKING_TAG = re.compile(
    r"</?(?:" + "|".join(sorted(BLOCKS | {"br", "option"}, key=len, reverse=True)) + rf"){_REST}", re.IGNORECASE
)
ANY_TAG = re.compile(rf"</?[a-z][\w:.-]*+{_REST}|<[!?][^<>]*+>", re.IGNORECASE)


def plain_lines(source: str) -> list[str]:
    """Return every line of text of a page, by its tags alone: the witness."""
    return _lines_of(_UNSHOWN.sub("", _COMMENT.sub("", source)))


def whole_text(source: str, rewritten: Mapping[str, str]) -> list[str]:
    """Return every line of text of a page, what is returned in the worst case.

    `rewritten` are lines with raised text as the other reading has written them: a mark must not change a figure.
    """
    lines, with_raised = plain_lines(source), plain_lines(raised_in_source(source))
    if len(lines) != len(with_raised):
        return with_raised
    return [rewritten.get(line, behind_figures(other)) for line, other in zip(lines, with_raised, strict=True)]


def opened(source: str, kept: list[Line], starts_marker: Callable[[str], bool]) -> str | None:
    """Return the source of a page whose report stands where browsers do not show it, with that opened; null elsewhere.

    It stands there where no line kept has a marker, but one there has, or there are as many Han characters as in a
    report.
    """
    if any(starts_marker(line.text.lstrip()) for line in kept):
        return None
    held: list[str] = []

    def open_it(found: re.Match[str]) -> str:
        if not _HOLDERS.match(found[0]):
            return ""
        inside = _UNSHOWN.sub("", _HOLDER_ENDS.sub("", found[0]))
        if not ANY_TAG.search(inside):
            inside = _UNSHOWN.sub("", html.unescape(inside))
        held.append(inside)
        return f"<div>{inside}</div>"

    text = _UNSHOWN.sub(open_it, _COMMENT.sub("", source))
    lines = [line for inside in held for line in _lines_of(inside)]
    if not any(map(starts_marker, lines)) and sum(len(_HAN.findall(line)) for line in lines) < HIDDEN_REPORT:
        return None
    return text


def in_scripts(source: str) -> int:
    """Return how many Han characters the scripts of a page hold."""
    scripts = (found[0] for found in _UNSHOWN.finditer(source) if found[1].lower() == "script")
    return sum(len(_HAN_IN_SCRIPT.findall(script)) for script in scripts)


def _lines_of(text: str) -> list[str]:
    text = _BREAKING_TAG.sub("\x01", text)
    text = html.unescape(ANY_TAG.sub("", text))
    return [line for line in map(tidy, text.split("\x01")) if line]


#: Hidden text of this many characters may be the report itself, shown by a script.
HIDDEN_REPORT: Final = 1_000
_SEARCHES: Final = 50


def hidden_only(seen: Iterable[Line], kept: list[Line]) -> list[Line]:
    """Return the lines of a page that it hides, and does not show elsewhere."""
    hidden = [line for line in seen if line.hidden]
    if not hidden:
        return []
    keys = [_key(piece) for line in kept for piece in line.pieces]
    shown = set(keys)
    unseen = [line for line in hidden if _key(line.text) not in shown]
    # A copy may have its lines broken elsewhere. A search through the page costs its length, so only some are made.
    whole = "".join(keys)
    return [line for number, line in enumerate(unseen) if number >= _SEARCHES or _key(line.text) not in whole]


def lost_lines(
    plain: Iterable[str], seen: Iterable[Line], kept: list[Line], starts_marker: Callable[[str], bool]
) -> list[str]:
    """Return the lines of text of a page, as the witness has them, that are not in the lines kept.

    Lines of links may go, and hidden ones.
    """
    found = {piece for line in kept for piece in line.pieces}
    missing = [line for line in plain if line not in found and (is_prose(line) or starts_marker(line.lstrip()))]
    if not missing:
        return []
    found = {_key(piece) for piece in found}
    # On a page of nothing but links, one that was not closed may hold the report.
    excused = any(is_prose(line.text) or starts_marker(line.text.lstrip()) for line in kept)
    for line in seen:
        if line.hidden or (excused and is_linked(line)):
            found.update(map(_key, line.pieces))
    missing = [line for line in missing if _key(line) not in found]
    # Styles may end lines where tags do not.
    whole = "".join(_key(piece) for line in kept for piece in line.pieces) if missing else ""
    return [line for number, line in enumerate(missing) if number >= _SEARCHES or _key(line) not in whole]


def _key(text: str) -> str:
    return _READERS.NOT_WORD.sub("", text)
