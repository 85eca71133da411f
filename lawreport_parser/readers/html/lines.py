"""The lines of a web page, made of the events of its parser: text, how much of it is links, and where it stood.

The page is a stream of events, never a tree: time and memory grow in proportion to it, however deep its elements lie
in one another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from lawreport_parser.extras import require
from lawreport_parser.header_fields import ROWS
from lawreport_parser.readers.html.line import EDGES, KEPT_BLANKS, WHITE_SPACE, Line, tidy
from lawreport_parser.readers.html.marks import Kind, Raised, holds_notes, kind_of_raised
from lawreport_parser.readers.html.styles import Sheets, Style, read_style
from lawreport_parser.readers.html.tables import Row, join_pair, join_rows
from lawreport_parser.readers.note_marks import raised
from lawreport_parser.readers.word.number_formats import COUNTER_STYLES, CounterStyle

__all__ = ["BLOCKS", "Collector", "TooDeepError", "feed"]


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

BLOCKS: Final = _words(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hr html legend li main marquee menu nav ol p
    pre section summary table tbody td tfoot th thead tr ul
    """
)
_DROPPED: Final = _words(
    """
    applet audio button canvas colgroup datalist embed frame head iframe map meter noembed noframes
    noscript object option progress script select style svg template textarea title video xml
    """
)
_GROUPS: Final = _words(
    """
    article aside center div dl footer form header li main marquee menu nav ol section table td ul
    """
)
_REGIONS: Final = frozenset(("aside", "footer", "header", "marquee", "menu", "nav"))
#: Landmarks of WAI-ARIA that hold no text of the page's own.
_ROLES: Final = frozenset(("banner", "complementary", "contentinfo", "navigation", "search", "toolbar"))
#: Elements whose end means more than the end of a line.
_WITH_END: Final = frozenset(("dd", "dt", "li", "style", "table", "td", "th", "tr"))
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_REGION_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|crumbs?|breadcrumbs?|foot|footer|copyright|sidebar|search|tabs"
    r"|(?:bd?|js)?share[a-z]*|tree(?:view)?|login|pager|pagination|related|recommend|header|banner|logo|friendlinks?|toolbar|hd|ft|survey|robot|comments?|feedback|qrcode|dqwz"
    r"|weizhi|location)(?:$|[\s_\d-])",
    re.IGNORECASE,
)
_WHOLE_NUMBER = re.compile("-?[0-9]{1,8}")
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]*)", re.IGNORECASE)

_PLAIN: Final = read_style("")


class TooDeepError(Exception):
    """Elements lie deeper in one another than the limit allows. Its arguments say so in English and Chinese."""


@dataclass(slots=True)
class _Frame:
    """An open element."""

    tag: str
    block: bool
    dropped: bool
    #: Number of the outermost hidden element (0: none).
    hidden: int
    region: int
    group: int
    verbatim: bool
    link: bool
    #: Of a cell: where its lines begin; of a row: the row; of a table: its rows.
    first: int = 0
    row: Row | None = None
    rows: list[Row] | None = None
    #: Of raised text: what it may be, the parts of the line it stands in, and which of them is its first.
    raised: Kind | None = None
    parts: list[str] | None = None
    #: Of an ordered list: the number of the next item, its step, and how numbers are written (null: not).
    number: int = 1
    step: int = 1
    counter: CounterStyle | None = None
    #: Whether its items are notes, whose numbers are marks.
    of_notes: bool = False


class Collector:
    """Target of the parser: makes lines of the events of a page."""

    def __init__(self, max_depth: int, starts_marker: Callable[[str], bool]) -> None:
        self.lines: list[Line] = []
        self._max_depth = max_depth
        self._starts_marker = starts_marker
        self._stack = [_Frame("", True, False, 0, 0, 0, False, False)]
        self._parts: list[str] = []
        self._marks = Raised()
        #: Lines with raised text: as their tags alone give them → as they are written.
        self.rewritten: dict[str, str] = {}
        self._hidden: list[str] = []
        self._hidden_in = 0
        self._linked = 0
        self._links = 0
        self._count = 0
        #: Where the lines of the last <dt> begin and end.
        self._term = (0, 0)
        self._prefix = ""
        self._meta: dict[str, str] = {}
        #: What styles and names of elements say, by the words of the page.
        self._styles: dict[str, Style] = {}
        self._regions: dict[str, bool] = {}
        self._title: list[str] = []
        self._sheet: list[str] = []
        self._media = ""
        self._sheets = Sheets()

    def anew(self) -> Collector:
        """Return a collector that has seen nothing."""
        return Collector(self._max_depth, self._starts_marker)

    # The interface of a parser target: start, end, data, comment, pi, close.

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        stack = self._stack
        if len(stack) > self._max_depth:
            raise TooDeepError(
                f"its elements lie more than {self._max_depth:,} deep in one another (Limits.max_depth)",
                f"元素嵌套超过 {self._max_depth:,} 层（Limits.max_depth）",
            )
        outer = stack[-1]
        tag = tag.lower()
        style = _PLAIN
        if attributes:
            if tag == "meta":
                self._note_meta(attributes)
            written = attributes.get("style")
            if written:
                style = self._styles.get(written) or self._styles.setdefault(written, read_style(written))
        block = tag in BLOCKS or style.block
        if block or tag == "br":
            self._break(outer)
        frame = _Frame(
            tag,
            block,
            outer.dropped or tag in _DROPPED,
            outer.hidden,
            outer.region,
            outer.group,
            outer.verbatim or tag == "pre" or style.verbatim,
            tag == "a" and _leads_elsewhere(attributes.get("href", "")),
        )
        if (
            attributes
            and not frame.hidden
            and (style.hides or (not style.shows and ("hidden" in attributes or self._sheets.hide(attributes))))
        ):
            self._count += 1
            frame.hidden = self._count
        if tag in ("html", "body"):
            frame.dropped, frame.hidden = False, 0
        elif tag in _GROUPS:
            self._count += 1
            frame.group = self._count
            if not frame.region and (tag in _REGIONS or (attributes and self._is_region(attributes))):
                frame.region = self._count
        if frame.link:
            self._links += 1
        elif tag in ("td", "th", "dt", "dd"):
            frame.first = len(self.lines)
        elif tag == "tr":
            frame.row = Row(len(self.lines))
        elif tag == "table":
            frame.rows = []
            self._note_nested()
        elif tag == "style":
            self._media = attributes.get("media", "")
        elif tag == "ol":
            _number_list(frame, attributes, attributes.get("style", ""))
            frame.of_notes = holds_notes(attributes)
        elif tag == "li" and outer.counter is not None and not frame.dropped:
            self._number_item(outer, outer.counter, attributes)
        if not block and (kind := kind_of_raised(tag, attributes, style.raised)) is not None:
            frame.raised, frame.parts, frame.first = kind, self._parts, len(self._parts)
        stack.append(frame)

    def end(self, tag: str) -> None:  # noqa: ARG002 - the parser closes every element it opened, in order
        """Close an element."""
        if len(self._stack) == 1:
            return
        frame = self._stack.pop()
        if frame.block:
            self._break(frame)
        if frame.raised is not None and frame.parts is self._parts:
            self._marks.note(self._parts, frame.first, frame.raised)
        if frame.link:
            self._links -= 1
        elif frame.tag not in _WITH_END:
            return
        elif frame.tag == "li":
            self._prefix = ""
        elif frame.tag == "style":
            self._sheets.add("".join(self._sheet), self._media)
            self._sheet = []
        elif frame.tag == "dt":
            self._term = (frame.first, len(self.lines))
        elif frame.tag == "dd":
            join_pair(self.lines, self._term, (frame.first, len(self.lines)))
        elif frame.tag in ("td", "th"):
            self._end_cell(frame)
        elif frame.row is not None:
            self._end_row(frame.row)
        elif frame.rows:
            join_rows(self.lines, frame.rows, self._starts_marker)

    def data(self, text: str) -> None:
        """Take text."""
        frame = self._stack[-1]
        if frame.dropped:
            if frame.tag == "title":
                self._title.append(text)
            elif frame.tag == "style":
                self._sheet.append(text)
            return
        if frame.hidden:
            self._hidden.append(text)
            self._hidden_in = frame.hidden
            return
        if not frame.verbatim:
            if not self._parts and not text.strip(EDGES):
                return
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
        title = WHITE_SPACE.sub(" ", "".join(self._title)).strip()
        return {**self._meta, "网页标题": title} if title else dict(self._meta)

    def _note_meta(self, attributes: Mapping[str, str]) -> None:
        meta_name = attributes.get("name") or attributes.get("property") or ""
        label = _META_LABELS.get(meta_name.strip().lower())
        content = WHITE_SPACE.sub(" ", attributes.get("content") or "").strip()
        if label is not None and content:
            self._meta.setdefault(label, content)

    def _number_item(self, outer: _Frame, counter: CounterStyle, attributes: Mapping[str, str]) -> None:
        outer.number = _whole_number(attributes.get("value", ""), outer.number)
        self._prefix = counter.write(outer.number)
        if (outer.of_notes or holds_notes(attributes)) and (mark := raised(str(outer.number))):
            self._prefix = f"{mark} "
        outer.number += outer.step

    def _is_region(self, attributes: Mapping[str, str]) -> bool:
        """Tell whether an element says that it is navigation or the like, by its role or a name."""
        if attributes.get("role") in _ROLES:
            return True
        for key in ("class", "id"):
            name = attributes.get(key)
            if name:
                if name not in self._regions:
                    self._regions[name] = _REGION_NAME.search(name) is not None
                if self._regions[name]:
                    return True
        return False

    def _note_nested(self) -> None:
        """Note that the row around a table, if any, holds one."""
        for frame in reversed(self._stack):
            if frame.row is not None:
                frame.row.nested = True
            if frame.row is not None or frame.rows is not None:
                return

    def _end_cell(self, cell: _Frame) -> None:
        row = next((frame.row for frame in reversed(self._stack[-3:]) if frame.row is not None), None)
        if row is not None:
            row.cells.append((cell.first, len(self.lines)))
            row.heads += cell.tag == "th"

    def _end_row(self, row: Row) -> None:
        row.end = len(self.lines)
        rows = next((frame.rows for frame in reversed(self._stack[-4:]) if frame.rows is not None), None)
        if rows is None:
            join_rows(self.lines, [row], self._starts_marker)
        else:
            rows.append(row)

    def _break(self, frame: _Frame) -> None:
        """End the line that stands open, if any, inside `frame`."""
        if self._hidden:
            text = tidy("".join(self._hidden))
            self._hidden = []
            if text:
                self.lines.append(Line(text, 0, (text,), frame.group, frame.region, self._hidden_in, False, False))
        if not self._parts:
            return
        piece = text = tidy("".join(self._parts))
        if self._marks:
            piece, text = map(tidy, self._marks.written(self._parts))
            self.rewritten[piece] = text
        linked, self._linked = self._linked, 0
        numbered = 0
        self._parts = []
        if not text:
            return
        if self._prefix and text.strip(KEPT_BLANKS):
            # A list whose items bear markers of their own shows no numbers, whatever its markup says.
            if not self._starts_marker(text):
                text, numbered = self._prefix + text, len(self._prefix)
            self._prefix = ""
        tags = [frame.tag, *(outer.tag for outer in self._stack[-4:])]
        self.lines.append(
            Line(
                text,
                linked,
                (piece,),
                frame.group,
                frame.region,
                0,
                not _HEADINGS.isdisjoint(tags),
                "p" in tags,
                numbered,
            )
        )


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


def _whole_number(written: str, otherwise: int) -> int:
    """Return the number that an attribute gives, or `otherwise` where it gives none."""
    return int(written) if _WHOLE_NUMBER.fullmatch(written) else otherwise


def _number_list(frame: _Frame, attributes: Mapping[str, str], style: str) -> None:
    found = _LIST_STYLE.search(style)
    named = [name for name in found[1].lower().split() if name in COUNTER_STYLES] if found else []
    frame.counter = COUNTER_STYLES.get(named[0] if named else attributes.get("type", "1"), COUNTER_STYLES["1"])
    frame.number = _whole_number(attributes.get("start", ""), 1)
    frame.step = -1 if "reversed" in attributes else 1
