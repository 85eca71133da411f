"""Web pages to text: the lines a reader of the page sees, without its navigation.

`html_lines` makes lines of the page, `html_navigation` chooses among them, and `html_witness` looks whether the choice
lost any.
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
from lawreport_parser.readers.html_lines import Collector, TooDeepError, feed
from lawreport_parser.readers.html_navigation import choose_lines
from lawreport_parser.readers.html_witness import (
    ANY_TAG,
    HIDDEN_REPORT,
    held_lines,
    in_scripts,
    lost_lines,
    plain_lines,
)

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

    collector = Collector(limits.max_depth, starts_marker)
    lines, why = _extract_lines(source, collector, starts_marker)
    if why is not None:
        notes.append(("extraction-fallback", f"the whole text of the page was taken, navigation included: {why}"))
    elif not any(map(starts_marker, lines)) and (count := in_scripts(source)) >= HIDDEN_REPORT:
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
    source: str, collector: Collector, starts_marker: Callable[[str], bool]
) -> tuple[list[str], str | None]:
    """Return the lines of a page, and null; or those of its whole text, and why they were taken."""
    if not ANY_TAG.search(source):
        # Text that is called a web page: its line breaks are all it has.
        return source.splitlines(), None
    plain = plain_lines(source)
    try:
        feed(source, collector)
    except TooDeepError as error:
        return plain, str(error)
    lines = choose_lines(collector.lines, collector.metadata().get("标题", ""), starts_marker)
    held = held_lines(source, lines, starts_marker)
    if held:
        return held, "its report stands in an element that browsers do not show (textarea, template, script …)"
    if plain and not any(line.text.strip() for line in lines):
        return plain, "nothing else was left of it"
    lost = lost_lines(plain, collector.lines, lines, starts_marker)
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
        single_byte = is_single_byte(charset)
    except (LookupError, UnicodeError):
        return found
    if charset.startswith(("utf-16", "utf-32")) or (single_byte and reads_as_chinese(found.text)):
        return found
    declared_so = judge(data, charset)
    return Decoded(declared_so.text.removeprefix("\ufeff"), charset, declared_so.doubt)


def _shortened(text: str) -> str:
    return f"“{text[:20]}…”" if len(text) > 20 else f"“{text}”"
