"""Web pages to text: the lines a reader of the page sees, without its navigation.

The page is read as a stream of events, never as a tree: time and memory grow in proportion to the page, however
deep its elements lie in one another. What is left out is chosen by rules that cannot name a paragraph: only lines
made of links, lines of regions named after navigation, and lines of set phrases (打印本页, 当前位置 …) go. A second,
independent reading of the page, by regular expressions, bears witness that no line of text was lost.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from lawreport_parser.errors import ReadError
from lawreport_parser.extras import require
from lawreport_parser.outline.tree import starts_with_marker
from lawreport_parser.page.patterns import page_pattern, page_patterns
from lawreport_parser.readers.content import Extracted, Limits, check_characters, check_is_text, check_size
from lawreport_parser.readers.decoding import (
    Decoded,
    canonical_encoding,
    decode,
    is_single_byte,
    judge,
    reads_as_chinese,
)
from lawreport_parser.readers.labels import is_label, labels
from lawreport_parser.readers.number_formats import COUNTER_STYLES, CounterStyle

__all__ = ["decode_page", "read_html"]


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


#: Names of <meta> elements, those of 政府网站发展指引 (国办发〔2017〕47号) and common ones, and the label of each.
_META_LABELS: Final = {
    "articletitle": "标题",
    "pubdate": "发布日期",
    "publishdate": "发布日期",
    "firstpublishedtime": "发布日期",
    "article:published_time": "发布日期",
    "contentsource": "来源",
    "source": "来源",
    "author": "作者",
    "sitename": "网站名称",
    "columnname": "栏目",
    "keywords": "关键词",
    "description": "摘要",
    "url": "网址",
}

#: Labels that prove nothing on a web page: it says such things of itself.
_OF_THE_PAGE: Final = ("LABEL_TIME", "LABEL_VISITS", "LABEL_CONTACT")

_BLOCKS: Final = _words(
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
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]*)", re.IGNORECASE)

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_EDGES: Final = " \t\r\n\f"
# Between two of these a line break of the source is no space (CSS Text 3, 4.1.3: the segment break is removed).
_WIDE = re.compile("[\u2014-\u2026\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]")

_PROSE = re.compile("[。；！？]")
_TITLE = re.compile(r"\d{4}\s*年?度?.{0,40}(?:报告|总结|汇报|情况)")
# What web pages say of themselves beside the words of `page.lark`.
_LONGEST_TOOL: Final = 100
_OTHER_TOOLS: Final = r"返回列表|(?:我要)?纠错|用微信|设为首页|加入收藏|字体[：:]"
_OTHER_FOOTER: Final = r"(?i:copyright|©|produced\s+by|访问量|建议使用)"
_INK = re.compile("[^\\s\u3000\xa0|>]")
_NOT_WORD = re.compile(r"\W+")

_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]{0,500}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.I
)


def read_html(
    data: bytes,
    *,
    name: str = "",
    encoding: str | None = None,
    limits: Limits | None = None,
    starts_marker: Callable[[str], bool] = starts_with_marker,
) -> Extracted:
    """Return the text of a web page, a line for each line of text on it, and the metadata of its `<meta>` elements.

    Elements inside a line (`<span>`, `<font>`, `<strong>`) do not break it; `<p>`, `<div>`, `<br>` and the like do. The
    cells of a table row stand on one line: `label: value` pairs with a space between where they are metadata, with
    tabs between otherwise; a row whose cells hold several lines is laid out, and gives them one by one. The numbers
    a browser sets before the items of an `<ol>` are in the text. White space is joined as a browser does it; U+00A0
    and U+3000 are kept. Hidden elements, scripts, styles and navigation are left out. Where a line that
    `starts_marker` knows, or one of prose, would be lost, the whole text of the page is returned instead, with the note
    `extraction-fallback`.

    Raises `ReadError` for a page that is empty, too large, or without text, and `MissingExtraError` without lxml.
    """
    limits = limits or Limits()
    check_size(data, name, limits)
    page = decode_page(data, encoding, name)
    if encoding is None:
        check_is_text(page, name)
    check_characters(len(page.text) // 4, name, limits)
    notes = [("doubtful-encoding", page.doubt)] if page.doubt else []
    # libxml2 before 2.14 stops at U+0000, and no version of it takes lone surrogates.
    source = page.text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")

    collector = _Collector(limits.max_depth, starts_marker)
    lines, why = _extract_lines(source, collector, starts_marker)
    if why is not None:
        notes.append(("extraction-fallback", f"the whole text of the page was taken, navigation included: {why}"))
    elif (count := _in_scripts(source)) >= _HIDDEN_REPORT and not any(map(starts_marker, lines)):
        notes.append(
            (
                "doubtful-text",
                f"scripts of the page hold {count:,} Chinese characters, and scripts are not run; "
                "where the report is missing, save the page from a browser",
            )
        )
    text = "\n".join(lines)
    if not text.strip():
        raise ReadError("the page holds no text; it may be one that a script fills, so save it from a browser", name)
    check_characters(len(text), name, limits)
    return Extracted(text, "html", page.encoding, collector.metadata(), notes)


def _extract_lines(
    source: str, collector: _Collector, starts_marker: Callable[[str], bool]
) -> tuple[list[str], str | None]:
    """Return the lines of a page, and null; or those of its whole text, and why they were taken."""
    if not _ANY_TAG.search(source):
        # Text that is called a web page: its line breaks are all it has.
        return source.splitlines(), None
    plain = _plain_lines(source)
    try:
        _feed(source, collector)
    except _TooDeepError as error:
        return plain, str(error)
    lines = _choose(collector, starts_marker)
    held = _held_lines(source, lines, starts_marker)
    if held:
        return held, "its report stands in an element that browsers do not show (textarea, template, script …)"
    if plain and not any(line.text.strip() for line in lines):
        return plain, "nothing else was left of it"
    lost = _lost(plain, collector.lines, lines, starts_marker)
    if lost:
        return plain, f"{len(lost)} lines would have been lost, the first {_shortened(lost[0])}"
    return [line.text for line in lines], None


def decode_page(data: bytes, encoding: str | None = None, name: str = "") -> Decoded:
    """Return a page as text: by `encoding`, its byte order mark, UTF-8 where it is that, else the charset it declares.

    Pages saved anew often declare the charset they once had; valid UTF-8 with a dozen Chinese characters is no
    accident. A charset of single bytes (iso-8859-1, which servers declare by default) fits all bytes, so it counts only
    where they make no Chinese text. Where the declared charset does not fit them, the encoding is told by `decode`.
    `ReadError` only for an `encoding` that is unknown or cannot decode the page.
    """
    found = decode(data, encoding, name)
    if encoding is not None or found.encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        return found
    declared = _CHARSET.search(data[:8192])
    if declared is None or (found.encoding == "utf-8" and not found.doubtful and len(data) - len(found.text) >= 24):
        return found
    try:
        charset = canonical_encoding(declared[1].decode("ascii"))
        data.decode(charset)
    except (LookupError, UnicodeError):
        return found
    if charset.startswith(("utf-16", "utf-32")) or (is_single_byte(charset) and reads_as_chinese(found.text)):
        return found
    declared_so = judge(data, charset)
    return Decoded(declared_so.text.removeprefix("\ufeff"), charset, declared_so.doubt)


class _TooDeepError(Exception):
    """Elements lie deeper in one another than the limit allows."""


@dataclass(slots=True)
class _Line:
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


class _Collector:
    """Target of the parser: makes lines of the events of a page."""

    def __init__(self, max_depth: int, starts_marker: Callable[[str], bool]) -> None:
        self.lines: list[_Line] = []
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
            raise _TooDeepError(
                f"its elements lie more than {self._max_depth:,} deep in one another (Limits.max_depth)"
            )
        outer = stack[-1]
        tag = tag.lower()
        if tag == "meta":
            self._note_meta(attributes)
        style = attributes.get("style", "")
        block = tag in _BLOCKS or bool(style and _BLOCK_STYLE.search(style))
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
        value = attributes.get("value", "")
        if value.lstrip("-").isdecimal() and len(value) < 10:
            outer.number = int(value)
        self._prefix = counter.write(outer.number)
        outer.number += outer.step

    def _break(self, frame: _Frame) -> None:
        """End the line that stands open, if any, inside `frame`."""
        if self._hidden:
            text = _tidy("".join(self._hidden))
            self._hidden = []
            if text:
                self.lines.append(_Line(text, 0, (text,), frame.group, frame.region, True, False, False))
        if not self._parts:
            return
        text = _tidy("".join(self._parts))
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
            _Line(
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


def _feed(source: str, collector: _Collector) -> None:
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


def _tidy(text: str) -> str:
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
    known = labels("LABEL_DAY", *_OF_THE_PAGE)
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


def _number_list(frame: _Frame, attributes: Mapping[str, str], style: str) -> None:
    found = _LIST_STYLE.search(style)
    named = [name for name in found[1].lower().split() if name in COUNTER_STYLES] if found else []
    frame.counter = COUNTER_STYLES.get(named[0] if named else attributes.get("type", "1"), COUNTER_STYLES["1"])
    start = attributes.get("start", "1")
    frame.number = int(start) if start.lstrip("-").isdecimal() and len(start) < 10 else 1
    frame.step = -1 if "reversed" in attributes else 1


@cache
def _labelled() -> re.Pattern[str]:
    """Return the pattern of a label with its colon."""
    return re.compile(rf"(?:{'|'.join(labels(*_OF_THE_PAGE))})\s*[：:]")


@cache
def _tools() -> re.Pattern[str]:
    """Return the pattern of what begins a line of navigation, buttons or counts of visits."""
    words = page_patterns()
    begins = "|".join([*(words[name] for name in ("NAVIGATION", "LABEL_VISITS")), _OTHER_TOOLS])
    return re.compile(rf"[\s【\[（(|]*(?:{begins}|(?:{words['SHARE']})(?=[\s】\]）)|:：]|$))")


@cache
def _buttons() -> re.Pattern[str]:
    """Return the pattern of a line of nothing but buttons: 【打印】【关闭】."""
    between = r"[\s【】\[\]（）()|:：]*+"
    return re.compile(rf"{between}(?:(?:{page_patterns()['SHARE']}){between})+")


@cache
def _footer() -> re.Pattern[str]:
    """Return the pattern of what stands in a line of a footer."""
    return re.compile(rf"{page_patterns()['FOOTER']}|{_OTHER_FOOTER}")


def _is_prose(text: str) -> bool:
    return len(text) >= 15 and _PROSE.search(text) is not None


def _is_linked(line: _Line) -> bool:
    """Tell whether a line is a link, all of it but a bracket or so."""
    return line.linked * 10 >= len(line.text) * 9


def _choose(collector: _Collector, starts_marker: Callable[[str], bool]) -> list[_Line]:
    """Return the lines of a page without hidden ones and navigation."""
    lines = [line for line in collector.lines if not line.hidden]
    marked = [starts_marker(line.text.lstrip()) for line in lines]
    body = [
        not _is_linked(line) and (is_marked or _is_prose(line.text))
        for line, is_marked in zip(lines, marked, strict=True)
    ]
    first = next((index for index, is_body in enumerate(body) if is_body), len(lines))
    last = max((index for index, is_body in enumerate(body) if is_body), default=len(lines))
    # A heading may be a link: between lines of the body it is one of them.
    body[first:last] = [a or b for a, b in zip(body[first:last], marked[first:last], strict=True)]
    lengths: dict[int, list[int]] = {}
    busy: set[int] = set()
    for line, is_body in zip(lines, body, strict=True):
        if is_body:
            busy.update((line.group, line.region))
        counted = lengths.setdefault(line.group, [0, 0])
        counted[0] += len(_NOT_WORD.sub("", line.text))
        counted[1] += line.linked
    title = collector.metadata().get("标题", "")
    labelled = _labelled()

    def stays(index: int, line: _Line) -> bool:
        text = line.text
        if body[index] or (line.heading and not line.region) or text == title or labelled.search(text):
            return True
        # Between lines of the report 加大执法力度 is a heading, not a button, and 电话：… may be of what is reported.
        tools = _buttons().fullmatch if first < index < last else _tools().match
        if len(text) < _LONGEST_TOOL and tools(text):
            return False
        footer = _footer().search(text) if index > last else None
        if footer and page_pattern("CLOSING_NOTE").fullmatch(text):
            return True
        if (footer is None or footer.start()) and line.linked < len(text) // 2 and _TITLE.search(text):
            return True
        if footer:
            return False
        if line.region and line.region not in busy:
            return False
        whole, linked = lengths[line.group]
        return (
            line.paragraph or line.group in busy or linked * 10 < whole * 6 or (not linked and bool(_INK.search(text)))
        )

    return [line for index, line in enumerate(lines) if stays(index, line)]


# The rest of a tag after its name. Every alternative stops at the next "<" outside quotes and takes a bounded number of
# quoted values, so that tags that never end cost linear time.
_REST: Final = r"""(?=[\s/>"'])(?:[^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+){0,64}+>|[^<>]*+>)"""
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_UNSHOWN = re.compile(
    r"<(script|style|noscript|template|textarea|iframe|select|title|svg|object|noframes|button|video|audio)"
    rf"{_REST}.*?(?:</\1\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
# Those of them that may hold text: what a script will show, or a browser that cannot show something else.
_HOLDERS = re.compile(
    rf"<(?!style|title|script(?![^>]*\btype\s*=\s*[\"']?text/(?!javascript\b)))\w+{_REST}", re.IGNORECASE
)
_HOLDER_ENDS = re.compile(rf"\A<\w+{_REST}|</\w+\s*>\Z", re.IGNORECASE)
_HAN = re.compile("[\u3400-\u9fff]")
_HAN_IN_SCRIPT = re.compile(r"[\u3400-\u9fff]|\\u[4-9][0-9a-fA-F]{3}")
_BREAKING_TAG = re.compile(
    r"</?(?:" + "|".join(sorted(_BLOCKS | {"br", "option"}, key=len, reverse=True)) + rf"){_REST}", re.IGNORECASE
)
_ANY_TAG = re.compile(rf"</?[a-z][\w:.-]*+{_REST}|<[!?][^<>]*+>", re.IGNORECASE)


def _plain_lines(source: str) -> list[str]:
    """Return every line of text of a page, by its tags alone: the witness, and what is returned in the worst case."""
    return _lines_of(_UNSHOWN.sub("", _COMMENT.sub("", source)))


def _held_lines(source: str, kept: list[_Line], starts_marker: Callable[[str], bool]) -> list[str]:
    """Return every line of a page whose report stands where browsers do not show it; none where it does not.

    It does where no line kept has a marker, but one there has, or there are as many Han characters as in a report.
    """
    if any(starts_marker(line.text.lstrip()) for line in kept):
        return []
    held: list[str] = []

    def opened(found: re.Match[str]) -> str:
        if not _HOLDERS.match(found[0]):
            return ""
        inside = _UNSHOWN.sub("", _HOLDER_ENDS.sub("", found[0]))
        if not _ANY_TAG.search(inside):
            inside = _UNSHOWN.sub("", html.unescape(inside))
        held.append(inside)
        return f"<div>{inside}</div>"

    text = _UNSHOWN.sub(opened, _COMMENT.sub("", source))
    lines = [line for inside in held for line in _lines_of(inside)]
    if not any(map(starts_marker, lines)) and sum(len(_HAN.findall(line)) for line in lines) < _HIDDEN_REPORT:
        return []
    return _lines_of(text)


def _in_scripts(source: str) -> int:
    """Return how many Han characters the scripts of a page hold."""
    scripts = (found[0] for found in _UNSHOWN.finditer(source) if found[1].lower() == "script")
    return sum(len(_HAN_IN_SCRIPT.findall(script)) for script in scripts)


def _lines_of(text: str) -> list[str]:
    text = _BREAKING_TAG.sub("\x01", text)
    text = html.unescape(_ANY_TAG.sub("", text))
    return [line for line in map(_tidy, text.split("\x01")) if line]


#: Hidden text of this many characters may be the report itself, shown by a script.
_HIDDEN_REPORT: Final = 1_000
_SEARCHES: Final = 50


def _lost(
    plain: Iterable[str], seen: Iterable[_Line], kept: list[_Line], starts_marker: Callable[[str], bool]
) -> list[str]:
    """Return the lines of text of a page, as the witness has them, that are not in the lines kept.

    Lines of links may go. Hidden ones may go too, unless they are as much as a report.
    """
    found = {_key(piece) for line in kept for piece in line.pieces}
    # On a page of nothing but links, one that was not closed may hold the report.
    excused = any(_is_prose(line.text) or starts_marker(line.text.lstrip()) for line in kept)
    hidden: list[str] = []
    for line in seen:
        if excused and _is_linked(line):
            found.update(map(_key, line.pieces))
        elif line.hidden:
            hidden.extend(line.pieces)
    unseen = [piece for piece in hidden if _key(piece) not in found]
    if not any(starts_marker(piece) for piece in unseen) and sum(map(len, unseen)) < _HIDDEN_REPORT:
        found.update(map(_key, unseen))
    missing = [line for line in plain if (_is_prose(line) or starts_marker(line.lstrip())) and _key(line) not in found]
    # Styles may end lines where tags do not. A search through the page costs its length, so only some are made.
    whole = "".join(_key(piece) for line in kept for piece in line.pieces) if missing else ""
    return [line for number, line in enumerate(missing) if number >= _SEARCHES or _key(line) not in whole]


def _key(text: str) -> str:
    return _NOT_WORD.sub("", text)


def _shortened(text: str) -> str:
    return f"“{text[:20]}…”" if len(text) > 20 else f"“{text}”"
