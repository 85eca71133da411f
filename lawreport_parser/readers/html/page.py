"""Web pages to text: the lines a reader of the page sees, without its navigation.

`lines` makes lines of the page, with `tables`, `marks` and `styles`; `navigation` and `copies` choose among them, and
`witness` looks whether the choice lost any.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lawreport_parser.errors import ReadError
from lawreport_parser.outline.reading import starts_with_marker
from lawreport_parser.readers.content import Extracted, Limits, check_characters, check_is_text, check_size
from lawreport_parser.readers.decoding import (
    Decoded,
    canonical_encoding,
    decode,
    is_single_byte,
    judge,
    reads_as_chinese,
)
from lawreport_parser.readers.html.copies import without_copy
from lawreport_parser.readers.html.line import Line, is_prose
from lawreport_parser.readers.html.lines import Collector, TooDeepError, feed
from lawreport_parser.readers.html.navigation import choose_lines
from lawreport_parser.readers.html.witness import (
    ANY_TAG,
    HIDDEN_REPORT,
    hidden_only,
    in_scripts,
    lost_lines,
    opened,
    plain_lines,
    whole_text,
)
from lawreport_parser.readers.note_marks import doubt_of_marks, with_marks_raised

__all__ = ["decode_page", "read_html"]

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
    tabs between otherwise; a row that lays out text gives its lines one by one. The numbers a browser sets before the
    items of an `<ol>` are in the text. Raised digits are written as such, behind a figure and never in it. White space
    is joined as a browser does it; U+00A0 and U+3000 are kept. Scripts, styles, navigation, what the page hides, and a
    second copy of its text are left out. Where a line that `starts_marker` knows, or one of prose, would be lost, the
    whole text of the page is returned instead, with the note `extraction-fallback`.

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

    collector = Collector(limits.max_depth, starts_marker)
    lines, note = _extract_lines(source, collector, starts_marker)
    if note is not None:
        notes.append(note)
    if not any(map(starts_marker, lines)) and (count := in_scripts(source)) >= HIDDEN_REPORT:
        notes.append(
            (
                "doubtful-text",
                f"scripts of the page hold {count:,} Chinese characters, and scripts are not run; "
                "where the report is missing, save the page from a browser"
                f" / 网页的脚本中有 {count:,} 个汉字，而脚本不执行；若缺少报告，请用浏览器打开后另存",
            )
        )
    lines = with_marks_raised(lines)
    text = "\n".join(lines)
    if collector.rewritten and (doubt := doubt_of_marks(text)):
        notes.append(("doubtful-text", doubt))
    if not text.strip():
        raise ReadError.because("page-no-text", name)
    check_characters(len(text), name, limits)
    return Extracted(text, "html", page.encoding, collector.metadata(), notes)


def _extract_lines(
    source: str, collector: Collector, starts_marker: Callable[[str], bool]
) -> tuple[list[str], tuple[str, str] | None]:
    """Return the lines of a page, and null or a note: that other lines had to be taken, or were left out."""
    if not ANY_TAG.search(source):
        # Text that is called a web page: its line breaks are all it has.
        return source.splitlines(), None
    try:
        feed(source, collector)
        lines, note = _chosen(collector, starts_marker)
        held = opened(source, lines, starts_marker)
        if held is not None:
            source, collector = held, collector.anew()
            feed(source, collector)
            lines, note = _chosen(collector, starts_marker)
            note = (
                "extraction-fallback",
                "the report was taken from an element that browsers do not show (textarea, template, script …)"
                " / 报告取自浏览器不显示的元素（textarea、template、script 等）",
            )
    except TooDeepError as error:
        return whole_text(source, collector.rewritten), _taken_whole(*error.args)
    plain = plain_lines(source)
    if plain and not any(line.text.strip() for line in lines):
        return whole_text(source, collector.rewritten), _taken_whole("nothing else was left of it", "否则什么也不剩")
    lost = lost_lines(plain, collector.lines, lines, starts_marker)
    if lost:
        return whole_text(source, collector.rewritten), _taken_whole(
            f"{len(lost)} lines would have been lost, the first {_shortened(lost[0])}",
            f"否则会丢失 {len(lost)} 行，首行为：{_shortened(lost[0])}",
        )
    return [line.text for line in without_copy(lines, starts_marker)], note


def _chosen(collector: Collector, starts_marker: Callable[[str], bool]) -> tuple[list[Line], tuple[str, str] | None]:
    """Return the lines of a page without its navigation, and what to note of those that it hides."""
    said = collector.metadata()
    titles = [said[label] for label in ("标题", "网页标题") if label in said]
    return _with_hidden(collector.lines, choose_lines(collector.lines, titles, starts_marker), titles, starts_marker)


def _with_hidden(
    seen: list[Line], lines: list[Line], titles: list[str], starts_marker: Callable[[str], bool]
) -> tuple[list[Line], tuple[str, str] | None]:
    """Return the lines chosen of a page with those that it hides where they may be of the report, and what to note.

    They may where one in the same hidden element begins with a marker, or where they are as long as a report and the
    page shows none.
    """
    hidden = hidden_only(seen, lines)
    sentences = [line for line in hidden if is_prose(line.text)]
    size = sum(len(line.text) for line in sentences)
    taken = {line.hidden for line in hidden if starts_marker(line.text.lstrip())}
    if not taken:
        if size < HIDDEN_REPORT:
            return lines, None
        if any(starts_marker(line.text.lstrip()) for line in lines):
            first = _shortened(sentences[0].text)
            return lines, (
                "doubtful-text",
                f"{size:,} characters of text that the page hides were left out, the first {first}"
                f" / 略去网页隐藏的文字 {size:,} 字，开头为：{first}",
            )
        taken = {line.hidden for line in sentences}
    shown = [line for line in seen if line.hidden in taken]
    for line in shown:
        line.hidden = 0
    first = _shortened(shown[0].text)
    return choose_lines(seen, titles, starts_marker), (
        "extraction-fallback",
        f"{len(shown)} lines that the page hides were taken, since they may be of the report: the first is {first}"
        f" / 取用了网页隐藏的 {len(shown)} 行，可能属于报告，首行为：{first}",
    )


def _taken_whole(why: str, why_zh: str) -> tuple[str, str]:
    return (
        "extraction-fallback",
        f"the whole text of the page was taken, navigation included: {why} / 取用了网页全文，连同导航：{why_zh}",
    )


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
        single_byte = is_single_byte(charset)
    except (LookupError, UnicodeError):
        return found
    if charset.startswith(("utf-16", "utf-32")) or (single_byte and reads_as_chinese(found.text)):
        return found
    declared_so = judge(data, charset)
    return Decoded(declared_so.text.removeprefix("\ufeff"), charset, declared_so.doubt)


def _shortened(text: str) -> str:
    return f"“{text[:20]}…”" if len(text) > 20 else f"“{text}”"
