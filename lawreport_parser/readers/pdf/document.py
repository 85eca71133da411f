"""PDF to text: lines in reading order, furniture of the pages set apart, hard-wrapped lines joined to paragraphs."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from lawreport_parser.errors import ReadError
from lawreport_parser.extras import require
from lawreport_parser.outline.reading import starts_with_marker
from lawreport_parser.readers.content import Extracted, Limits, check_characters, check_size
from lawreport_parser.readers.note_marks import behind_figures
from lawreport_parser.readers.pdf.furniture import Page, take_furniture
from lawreport_parser.readers.pdf.notes import notes_at_foot
from lawreport_parser.readers.pdf.order import in_reading_order
from lawreport_parser.readers.pdf.paragraphs import paragraphs
from lawreport_parser.readers.pdf.rows import on_one_height, read_rows
from lawreport_parser.readers.pdf.rules import Rules, read_rules

__all__ = ["read_pdf"]

#: PDFium is not safe to enter from two threads at once.
_PDFIUM_LOCK = threading.Lock()

_CUT_OFF: Final = (
    "the PDF has no end (%%EOF): it may be cut off and its last pages missing"
    " / PDF 没有结尾（%%EOF）：可能不完整，缺少最后几页"
)

# Fonts that map a glyph to the radical instead of the character (U+2F00 ⼀ for U+4E00 一) are common; the radicals of
# the supplement that have no compatibility decomposition are those of simplified characters.
_RADICALS: Final = {
    **{point: unicodedata.normalize("NFKC", chr(point)) for point in range(0x2F00, 0x2FD6)},
    **dict(
        zip(
            map(ord, "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻢⻤⻥⻦⻨⻩⻬⻮⻰⻳"),
            "民西见角贝车长门青页风飞马鬼鱼鸟麦黄齐齿龙龟",
            strict=True,
        )
    ),
}
_RADICAL = re.compile("[" + "".join(map(chr, _RADICALS)) + "]")


def read_pdf(
    data: bytes,
    *,
    name: str = "",
    limits: Limits | None = None,
    starts_marker: Callable[[str], bool] = starts_with_marker,
) -> Extracted:
    """Return the text of a PDF, a line for each paragraph.

    Rows are read from the top of a page to its bottom, the left column before the right one, a table or diagram
    beside the text after it or before it (see `order`). A paragraph begins after a row that ends short of the
    right margin, with an indented row, with larger or smaller type, after a wider gap, and with a row that
    `starts_marker` knows (unless paragraphs are indented in this document but the row is not, and the row before it
    breaks off in the middle of a clause or all other markers are indented). Where paragraphs are not indented, a full
    row that ends with sentence punctuation also ends its paragraph. A title centred on two or three rows is one line.

    The raised mark of a note, and a power, becomes a superscript (受理²63件, m²), so that no figure takes it in;
    inside a figure it is set behind it (see `note_marks`). Notes at the foot of a page follow after the body, one on
    a line, then running heads and feet and page numbers, each once: `furniture_start` says where.

    Notes: `pages-without-text` (pages that are pictures), `page-unreadable`, `text-truncated` (the file is cut off),
    `radicals-replaced`, `doubtful-text` (glyphs of unknown characters).

    Raises `ReadError` for a file that is empty, too large, damaged, encrypted or without text (scanned), and
    `MissingExtraError` without pypdfium2.
    """
    limits = limits or Limits()
    check_size(data, name, limits)
    pdfium = require("pypdfium2", "pypdfium2", "pdf")
    raw = require("pypdfium2.raw", "pypdfium2", "pdf")
    notes: list[tuple[str, str]] = []
    if b"%%EOF" not in data[-65_536:]:
        notes.append(("text-truncated", _CUT_OFF))
    with _PDFIUM_LOCK:
        pages = _read_pages(data, pdfium, raw, name, limits, notes)

    furniture = take_furniture(pages)
    at_foot = _take_notes(pages)
    rows = [row for page in pages for row in in_reading_order(page.rows, page.width, page.rules)]
    if not any(row.text.strip() for row in rows):
        raise _without_text(pages, notes, name)
    pictures = [page.number for page in pages if page.is_picture]
    if pictures:
        listed = ", ".join(map(str, pictures[:20])) + (" …" if len(pictures) > 20 else "")
        notes.append(
            (
                "pages-without-text",
                f"{len(pictures)} of {len(pages)} pages are pictures without text: {listed}"
                f" / 共 {len(pages)} 页，其中 {len(pictures)} 页是没有文字的图片：{listed}",
            )
        )

    body = "\n".join(map(behind_figures, paragraphs(rows, starts_marker)))
    behind = [*at_foot, *furniture]
    start = len(body) + 1 if behind else None
    text = _mend_characters("\n".join([body, *behind]), notes)
    check_characters(len(text), name, limits)
    return Extracted(text, "pdf", None, {}, notes, start)


def _read_pages(
    data: bytes, pdfium: Any, raw: Any, name: str, limits: Limits, notes: list[tuple[str, str]]
) -> list[Page]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ReadError.because("pdf-encrypted", name) from error
        raise ReadError.because("pdf-damaged", name, error=error) from error
    try:
        count = len(document)
        if count == 0:
            raise ReadError.because("pdf-no-pages", name)
        if count > limits.max_pages:
            raise ReadError.because("pdf-too-long", name, pages=f"{count:,}", limit=f"{limits.max_pages:,}")
        pages: list[Page] = []
        broken: list[int] = []
        characters = 0
        for number in range(1, count + 1):
            try:
                page = _read_page(document, number, pdfium, raw, limits.max_characters - characters, name, limits)
            except pdfium.PdfiumError:
                broken.append(number)
                continue
            characters += sum(len(row.text) for row in page.rows)
            pages.append(page)
        if broken:
            listed = ", ".join(map(str, broken[:20]))
            notes.append(
                (
                    "page-unreadable",
                    f"{len(broken)} of {count} pages are damaged and missing here: {listed}"
                    f" / 共 {count} 页，其中 {len(broken)} 页损坏，未能读出：{listed}",
                )
            )
        return pages
    finally:
        document.close()


def _read_page(document: Any, number: int, pdfium: Any, raw: Any, room: int, name: str, limits: Limits) -> Page:
    page = document[number - 1]
    try:
        width, height = page.get_size()
        left, bottom, _, _ = page.get_bbox()
        textpage = page.get_textpage()
        try:
            count = textpage.count_chars()
            if count > 2 * room + 1000:
                check_characters(limits.max_characters + 1, name, limits)
            rows = read_rows(textpage, count, raw)
        finally:
            textpage.close()
        # Rules matter where something stands side by side only.
        beside = any(len(line) > 1 for line in on_one_height(rows))
        rules = _rules(page, pdfium, raw, (left, bottom)) if beside else Rules([], [])
        is_picture = not rows and any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    finally:
        page.close()
    for row in rows:
        row.left -= left
        row.right -= left
        row.bottom -= bottom
        row.page = number
    return Page(number, width, height, rows, rules, is_picture)


def _rules(page: Any, pdfium: Any, raw: Any, corner: tuple[float, float]) -> Rules:
    try:
        return read_rules(page, raw, *corner)
    except pdfium.PdfiumError:
        return Rules([], [])


def _take_notes(pages: list[Page]) -> list[str]:
    """Take the notes at the foot of the pages out of them; return them in order."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page.rows:
            sizes[round(row.size, 1)] += len(row.text)
    if not sizes:
        return []
    [(body_size, _)] = sizes.most_common(1)
    found: list[str] = []
    for page in pages:
        lines = on_one_height(page.rows)
        start, notes = notes_at_foot(lines, body_size)
        found += notes
        page.rows = [row for line in lines[:start] for row in line]
    return found


def _mend_characters(text: str, notes: list[tuple[str, str]]) -> str:
    count = len(_RADICAL.findall(text))
    if count:
        text = text.translate(_RADICALS)
        notes.append(
            (
                "radicals-replaced",
                f"the fonts gave radicals for {count:,} characters (⼀ for 一); the characters were taken"
                f" / 字体把 {count:,} 个汉字写成了部首（如 ⼀ 代 一），已改用汉字",
            )
        )
    unknown = text.count("\ufffd")
    if unknown:
        notes.append(
            (
                "doubtful-text",
                f"the fonts do not say what {unknown:,} glyphs mean; U+FFFD stands for them"
                f" / 字体未说明 {unknown:,} 个字形是什么字，以 U+FFFD 代替",
            )
        )
    return text


def _without_text(pages: list[Page], notes: list[tuple[str, str]], name: str) -> ReadError:
    if any(code == "text-truncated" for code, _ in notes):
        return ReadError.because("pdf-cut-off", name)
    is_scan = any(page.is_picture for page in pages)
    return ReadError.because("pdf-scanned" if is_scan else "pdf-no-text", name, pages=len(pages))
