"""The lines of a web page, made of the events of its parser: text, how much of it is links, and where it stood.

The page is a stream of events, never a tree: time and memory grow in proportion to it, however deep its elements lie
in one another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from lawreport_parser.extras import require
from lawreport_parser.header_fields import ROWS, LabelKind
from lawreport_parser.readers.labels import is_label, labels
from lawreport_parser.readers.number_formats import COUNTER_STYLES, CounterStyle

__all__ = ["BLOCKS", "OF_THE_PAGE", "Collector", "Line", "TooDeepError", "feed", "tidy"]


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


#: Names of <meta> elements, those of 政府网站发展指引 (国办发〔2017〕47号) and common ones, and the label of each.
_META_LABELS: Final = {
    **{name: row.chinese for row in ROWS.values() for name in row.meta},
    "author": "作者",
    "sitename": "网站名称",
    "columnname": "栏目",
    "keywords": "关键词",
    "description": "摘要",
    "url": "网址",
}

#: Labels that prove nothing on a web page: it says such things of itself.
OF_THE_PAGE: Final[tuple[LabelKind, ...]] = ("time", "visits", "control", "contact")

BLOCKS: Final = _words(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p
    pre section summary table tbody td tfoot th thead tr ul
    """
)
_DROPPED: Final = _words(
    """
    applet audio button canvas colgroup datalist embed frame head iframe map meter noembed noframes
    noscript object option progress script select style svg template textarea title video
    """
)
_GROUPS: Final = _words(
    """
    article aside center div dl footer header li main menu nav ol section table td ul
    """
)
_REGIONS: Final = frozenset(("aside", "footer", "header", "menu", "nav"))
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_REGION_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|crumbs?|breadcrumbs?|foot|footer|copyright|sidebar|search|share"
    r"|bdsharebuttonbox|login|pager|pagination|related|recommend|header|banner|logo|friendlinks?|toolbar|qrcode|dqwz"
    r"|weizhi|location)(?:$|[\s_\d-])",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BLOCK_STYLE = re.compile(r"(?:^|[;\s])display\s*:\s*block", re.IGNORECASE)
_PRE_STYLE = re.compile(r"(?:^|[;\s])white-space\s*:\s*(?:pre|pre-wrap|pre-line|break-spaces)\b", re.IGNORECASE)
_WHOLE_NUMBER = re.compile("-?[0-9]{1,8}")
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]*)", re.IGNORECASE)

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_EDGES: Final = " \t\r\n\f"
# Between two of these a line break of the source is no space (CSS Text 3, 4.1.3: the segment break is removed).
_WIDE = re.compile("[\u2014-\u2026\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]")


class TooDeepError(Exception):
    """Elements lie deeper in one another than the limit allows."""


@dataclass(slots=True)
class Line:
    """A line of the page: its text, how much of it is links, and where it stood."""

    text: str
    linked: int
    #: Cells that were joined to make the line.
    pieces: tuple[str, ...]
    #: Numbers of the innermost group and of the outermost navigation region around it (0: none).
    group: int
    region: int
    hidden: bool
    heading: bool
    #: A paragraph is not dropped for being a link: it may be an annex.
    paragraph: bool


@dataclass(slots=True)
class _Frame:
    """An open element."""

    tag: str
    block: bool
    dropped: bool
    hidden: bool
    region: int
    group: int
    verbatim: bool
    link: bool
    #: Of a table row: where its lines begin, where those of each cell begin and end, and whether it holds a table.
    first: int = 0
    cells: list[tuple[int, int]] = field(default_factory=list)
    nested: bool = False
    #: Of an ordered list: the number of the next item, its step, and how numbers are written (null: not).
    number: int = 1
    step: int = 1
    counter: CounterStyle | None = None


class Collector:
    """Target of the parser: makes lines of the events of a page."""

    def __init__(self, max_depth: int, starts_marker: Callable[[str], bool]) -> None:
        self.lines: list[Line] = []
        self._max_depth = max_depth
        self._starts_marker = starts_marker
        self._stack = [_Frame("", True, False, False, 0, 0, False, False)]
        self._parts: list[str] = []
        self._hidden: list[str] = []
        self._linked = 0
        self._links = 0
        self._count = 0
        self._prefix = ""
        self._meta: dict[str, str] = {}
        self._title: list[str] = []

    # The interface of a parser target: start, end, data, comment, pi, close.

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        stack = self._stack
        if len(stack) > self._max_depth:
            raise TooDeepError(f"its elements lie more than {self._max_depth:,} deep in one another (Limits.max_depth)")
        outer = stack[-1]
        tag = tag.lower()
        if tag == "meta":
            self._note_meta(attributes)
        style = attributes.get("style", "")
        block = tag in BLOCKS or bool(style and _BLOCK_STYLE.search(style))
        if block or tag == "br":
            self._break(outer)
        frame = _Frame(
            tag,
            block,
            outer.dropped or tag in _DROPPED,
            outer.hidden or "hidden" in attributes or bool(style and _HIDDEN_STYLE.search(style)),
            outer.region,
            outer.group,
            outer.verbatim or tag == "pre" or bool(style and _PRE_STYLE.search(style)),
            tag == "a" and _leads_elsewhere(attributes.get("href", "")),
        )
        if tag in ("html", "body"):
            frame.dropped = frame.hidden = False
        elif tag in _GROUPS:
            self._count += 1
            frame.group = self._count
            if not frame.region and (tag in _REGIONS or _is_region(attributes)):
                frame.region = self._count
        if frame.link:
            self._links += 1
        elif tag in ("tr", "td", "th"):
            frame.first = len(self.lines)
        elif tag == "table":
            for row in reversed(stack):
                if row.tag == "tr":
                    row.nested = True
                    break
                if row.tag == "table":
                    break
        elif tag == "ol":
            _number_list(frame, attributes, style)
        elif tag == "li" and outer.counter is not None and not frame.dropped:
            self._number_item(outer, outer.counter, attributes)
        stack.append(frame)

    def end(self, tag: str) -> None:  # noqa: ARG002 - the parser closes every element it opened, in order
        """Close an element."""
        if len(self._stack) == 1:
            return
        frame = self._stack.pop()
        if frame.block:
            self._break(frame)
        if frame.link:
            self._links -= 1
        elif frame.tag == "li":
            self._prefix = ""
        elif frame.tag in ("td", "th"):
            for row in reversed(self._stack[-3:]):
                if row.tag == "tr":
                    row.cells.append((frame.first, len(self.lines)))
                    break
        elif frame.tag == "tr":
            self._join_row(frame)

    def data(self, text: str) -> None:
        """Take text."""
        frame = self._stack[-1]
        if frame.dropped:
            if frame.tag == "title":
                self._title.append(text)
            return
        if frame.hidden:
            self._hidden.append(text)
            return
        if not frame.verbatim:
            self._parts.append(text)
            if self._links:
                self._linked += len(text.strip())
            return
        # The spaces of verbatim text are guarded from being joined; U+0000 is in no text here.
        first, *others = text.replace("\r\n", "\n").replace(" ", "\x00").split("\n")
        self._parts.append(first)
        for other in others:
            self._break(frame)
            self._parts.append(other)

    def comment(self, text: str) -> None:
        """Leave a comment out."""

    def pi(self, target: str, text: str | None = None) -> None:
        """Leave a processing instruction out."""

    def close(self) -> None:
        """End the last line."""
        self._break(self._stack[-1])

    def metadata(self) -> dict[str, str]:
        """Return label → value of what the head of the page says."""
        title = _BLANKS.sub(" ", "".join(self._title)).strip()
        return {**self._meta, "网页标题": title} if title else dict(self._meta)

    def _note_meta(self, attributes: Mapping[str, str]) -> None:
        meta_name = attributes.get("name") or attributes.get("property") or ""
        label = _META_LABELS.get(meta_name.strip().lower())
        content = _BLANKS.sub(" ", attributes.get("content") or "").strip()
        if label is not None and content:
            self._meta.setdefault(label, content)

    def _number_item(self, outer: _Frame, counter: CounterStyle, attributes: Mapping[str, str]) -> None:
        outer.number = _whole_number(attributes.get("value", ""), outer.number)
        self._prefix = counter.write(outer.number)
        outer.number += outer.step

    def _break(self, frame: _Frame) -> None:
        """End the line that stands open, if any, inside `frame`."""
        if self._hidden:
            text = tidy("".join(self._hidden))
            self._hidden = []
            if text:
                self.lines.append(Line(text, 0, (text,), frame.group, frame.region, True, False, False))
        if not self._parts:
            return
        text = tidy("".join(self._parts))
        linked, self._linked = self._linked, 0
        self._parts = []
        if not text:
            return
        if self._prefix and text.strip("\u3000\xa0 "):
            # A list whose items bear markers of their own shows no numbers, whatever its markup says.
            if not self._starts_marker(text):
                text = self._prefix + text
            self._prefix = ""
        tags = [frame.tag, *(outer.tag for outer in self._stack[-4:])]
        self.lines.append(
            Line(
                text,
                linked,
                (text,),
                frame.group,
                frame.region,
                False,
                any(tag in _HEADINGS for tag in tags),
                "p" in tags,
            )
        )

    def _join_row(self, row: _Frame) -> None:
        """Make one line of the lines of a table row, unless its cells lay out text of several lines."""
        if row.nested or len(row.cells) < 2 or any(end - start > 1 for start, end in row.cells):
            return
        found = self.lines[row.first :]
        if len(found) != sum(end - start for start, end in row.cells) or not found:
            return
        cells = [self.lines[start].text.strip("\u3000\xa0 ") if end > start else "" for start, end in row.cells]
        kept = found[0]
        kept.text = _join_cells(cells)
        kept.pieces = tuple(line.text for line in found[1:]) + kept.pieces
        kept.linked = sum(line.linked for line in found)
        kept.hidden = all(line.hidden for line in found)
        del self.lines[row.first + 1 :]
        if not kept.text:
            del self.lines[row.first :]


_PIECE: Final = 16_384


def feed(source: str, collector: Collector) -> None:
    """Let the collector see a page. `TooDeepError` beyond its depth, `MissingExtraError` without lxml."""
    etree = require("lxml.etree", "lxml", "html")
    parser = etree.HTMLParser(target=collector, encoding="utf-8", huge_tree=True, no_network=True)
    data = source.encode("utf-8")
    # An error of the target is raised when the piece that was fed is done with: closing tags of elements that are not
    # open cost time in proportion to the depth, so a piece must be short.
    for start in range(0, len(data), _PIECE):
        parser.feed(data[start : start + _PIECE])
    parser.close()


def _leads_elsewhere(target: str) -> bool:
    """Tell whether an `<a>` leads to another page: not where it is an anchor, a place on this page, or a button."""
    target = target.strip().lower()
    return bool(target) and not target.startswith(("#", "javascript:"))


def _is_region(attributes: Mapping[str, str]) -> bool:
    return any(_REGION_NAME.search(attributes[key]) for key in ("class", "id") if attributes.get(key))


def tidy(text: str) -> str:
    """Join white space as a browser does, and drop it at the ends; U+00A0 and U+3000 are no white space here."""

    def joined(found: re.Match[str]) -> str:
        start, end = found.span()
        if "\n" in found[0] and start and end < len(text) and _WIDE.match(text[start - 1]) and _WIDE.match(text[end]):
            return ""
        return " "

    return _BLANKS.sub(joined, text).strip(_EDGES).replace("\x00", " ")


def _join_cells(cells: Iterable[str]) -> str:
    """Join the cells of a row: a label and its value to a pair, pairs with a space, other cells with a tab."""
    joined, label, pairs = "", "", False
    known = labels("day", *OF_THE_PAGE)
    for cell in cells:
        if is_label(cell, known):
            joined += (" " if joined else "") + cell + ("" if cell.endswith(("：", ":")) else ":")
            label, pairs = cell, True
        elif cell:
            gap = "" if not joined else ("" if label.endswith("：") else " ") if label else " " if pairs else "\t"
            joined += gap + cell
            label = ""
        else:
            label = ""
    return joined


def _whole_number(written: str, otherwise: int) -> int:
    """Return the number that an attribute gives, or `otherwise` where it gives none."""
    return int(written) if _WHOLE_NUMBER.fullmatch(written) else otherwise


def _number_list(frame: _Frame, attributes: Mapping[str, str], style: str) -> None:
    found = _LIST_STYLE.search(style)
    named = [name for name in found[1].lower().split() if name in COUNTER_STYLES] if found else []
    frame.counter = COUNTER_STYLES.get(named[0] if named else attributes.get("type", "1"), COUNTER_STYLES["1"])
    frame.number = _whole_number(attributes.get("start", ""), 1)
    frame.step = -1 if "reversed" in attributes else 1
