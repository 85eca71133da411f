"""Which lines of a web page are its navigation, by rules that cannot name a paragraph.

Only lines made of links, lines of regions named after navigation, and lines of set phrases (打印本页, 当前位置 …) go.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.header_fields import LABELS, label_pattern
from lawreport_parser.organs import is_organ
from lawreport_parser.page.patterns import PAGE, page_patterns
from lawreport_parser.readers.html.line import KEPT_BLANKS, Line, is_linked, is_prose, speaks_to_visitors
from lawreport_parser.readers.labels import OF_THE_PAGE, labels

__all__ = ["choose_lines"]

_READERS: Final = Terminals("readers")
_LONGEST_TOOL: Final = 100
_SHORTEST_TITLE: Final = 12


@cache
def _labelled() -> re.Pattern[str]:
    """Return the pattern of a label with its colon."""
    return re.compile(f"(?:{'|'.join(labels(*OF_THE_PAGE))}){_READERS.LABEL_END.pattern}")


@cache
def _tools() -> re.Pattern[str]:
    """Return the pattern of what begins a line of navigation, buttons or counts of visits."""
    gap = page_patterns()["LABEL_GAP"]
    said = label_pattern((label for label in LABELS if label.kind in ("visits", "checked", "control")), gap)
    return re.compile(f"{_READERS.TOOL_OPENING.pattern}(?:{said}|{_READERS.TOOL.pattern})")


def choose_lines(found: Sequence[Line], titles: Sequence[str], starts_marker: Callable[[str], bool]) -> list[Line]:
    """Return the lines of a page without hidden ones and navigation; `titles` are those in its head."""
    lines = [line for line in found if not line.hidden]
    prose = [is_prose(line.text) for line in lines]
    linked = [is_linked(line) for line in lines]
    marked = [
        (in_link or not is_text) and starts_marker(_as_written(line).lstrip())
        for line, is_text, in_link in zip(lines, prose, linked, strict=True)
    ]
    body = [
        not in_link and (is_text or is_marked)
        for is_text, in_link, is_marked in zip(prose, linked, marked, strict=True)
    ]
    first = next((index for index, is_body in enumerate(body) if is_body), len(lines))
    last = _last_of_body(lines, body, starts_marker)
    # A heading may be a link: between lines of the body it is one of them.
    body[first:last] = [a or b for a, b in zip(body[first:last], marked[first:last], strict=True)]
    # Of each group with links: how much of its text is links.
    linked_in: dict[int, int] = {}
    busy: set[int] = set()
    for line, is_body in zip(lines, body, strict=True):
        if is_body:
            busy.update((line.group, line.region))
        if line.linked:
            linked_in[line.group] = linked_in.get(line.group, 0) + line.linked
    whole_of = dict.fromkeys(linked_in, 0)
    for line in lines:
        if line.group in whole_of:
            whole_of[line.group] += len(_READERS.NOT_WORD.sub("", line.text))
    labelled = _labelled()
    signed = _signature(lines, last)
    above = _title_at(lines[:first], titles)

    def stays(index: int, line: Line) -> bool:
        if body[index] or index in signed:
            return True
        text = line.text
        footer = _READERS.FOOTER_WORD.search(text) if index > last else None
        heads = line.heading and not line.region and not (footer and not footer.start())
        if heads or text in titles or (("：" in text or ":" in text) and labelled.search(text)):
            return True
        # Between lines of the report 加大执法力度 is a heading, not a button, and 电话：… may be of what is reported.
        if first < index < last:
            buttons = len(text) < _LONGEST_TOOL and _READERS.BUTTONS.fullmatch(text)
        else:
            buttons = len(text) < _LONGEST_TOOL and (
                _tools().match(text) or _READERS.BUTTONS_BESIDE.fullmatch("".join(text.split()))
            )
            if line.group not in busy and speaks_to_visitors(text):
                return False
        if buttons:
            return False
        if footer and PAGE.CLOSING_NOTE.fullmatch(text):
            return True
        if (footer is None or footer.start()) and line.linked < len(text) // 2 and _READERS.REPORT_TITLE.search(text):
            return True
        if footer:
            return False
        if (line.region and line.region not in busy) or (index < above and _READERS.NAME_OF_SITE.fullmatch(text)):
            return False
        whole, of_links = whole_of.get(line.group, 0), linked_in.get(line.group, 0)
        return (
            line.paragraph
            or line.group in busy
            or of_links * 10 < whole * 6
            or (not of_links and bool(_READERS.INK.search(text)))
        )

    kept = [stays(index, line) for index, line in enumerate(lines)]
    return [
        line
        for index, line in enumerate(lines)
        if kept[index] and (first <= index <= last or body[index] or not _heads_removed_links(lines, kept, index))
    ]


def _as_written(line: Line) -> str:
    """Return a line without the number that its list gives it, in navigation: 1. 首页 is no heading."""
    return line.text[line.numbered :] if line.region else line.text


def _title_at(lines: Sequence[Line], titles: Sequence[str]) -> int:
    """Return the index of the line that holds the title whole, as the head of the page has it; 0 without one."""
    return next(
        (
            index
            for index, line in enumerate(lines)
            if len(line.text) >= _SHORTEST_TITLE and any(title.startswith(line.text) for title in titles)
        ),
        0,
    )


def _last_of_body(lines: Sequence[Line], body: Sequence[bool], starts_marker: Callable[[str], bool]) -> int:
    """Return the index of the last line of the body, which is no sentence of a footer.

    Such a sentence has a word of a footer, or stands behind a line with one and only asks or exclaims.
    """
    places = [index for index, is_body in enumerate(body) if is_body]
    last = places.pop() if places else len(lines)
    while places:
        text = lines[last].text
        if len(text) >= _LONGEST_TOOL or starts_marker(text.lstrip()):
            break
        between = lines[places[-1] + 1 : last]
        behind_footer = any(_READERS.FOOTER_WORD.search(line.text) for line in between)
        if not _READERS.FOOTER_WORD.search(text) and (not behind_footer or _READERS.STATES.search(text)):
            break
        last = places.pop()
    return last


def _signature(lines: Sequence[Line], last: int) -> range:
    """Return the places of the name of an organ and a date below it, next below the body; an empty range without them.

    Sites set a signature into an element that is named after a footer, too.
    """
    found = [line.text.strip(KEPT_BLANKS) for line in lines[last + 1 : last + 3]]
    if len(found) < 2 or any(line.linked for line in lines[last + 1 : last + 3]):
        return range(0)
    signed = is_organ(found[0]) and PAGE.SIGNATURE_DATE.fullmatch(found[1])
    return range(last + 1, last + 3) if signed else range(0)


def _heads_removed_links(lines: Sequence[Line], kept: Sequence[bool], index: int) -> bool:
    """Tell whether a line only says what the links were that stood below it."""
    line = lines[index]
    text = line.text.strip()
    if PAGE.CLOSING_NOTE.fullmatch(text):
        return False
    over_one = _READERS.OVER_LINKS.fullmatch(text)
    if not over_one and (line.paragraph or not _READERS.OVER_MANY_LINKS.fullmatch(text)):
        return False
    below = index + 1
    while below < len(lines) and not kept[below] and lines[below].linked:
        below += 1
    return below - index > (1 if over_one else 2)
