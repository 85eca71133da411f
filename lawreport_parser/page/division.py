"""Divides a page: page numbers and marks set aside, then the head from above, the foot from below."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from lawreport_parser.blanks import BLANK_CHARACTERS, trim
from lawreport_parser.page.foot import Foot
from lawreport_parser.page.head import Head
from lawreport_parser.page.markup import BULLETS, MARKUP, without_markup
from lawreport_parser.page.model import Page, Piece, Signed
from lawreport_parser.page.patterns import PAGE, SENTENCE_ENDS, begins_outline, outline_start

__all__ = ["divide_page"]

#: How a line begins that may be the number of a page.
_PAGE_EDGES: Final = frozenset("-—–－―‐‑─~～·•第")
#: How a line begins that is drawn between two parts: ---, ***, ====.
_RULES: Final = frozenset("-—_*─=＝")
_DIGITS: Final = frozenset("0123456789０１２３４５６７８９")
#: All beginnings that call for a look at a line.
_ODD: Final = MARKUP | BULLETS | _PAGE_EDGES | _DIGITS
#: How many lines behind a signature, and at the top of a body, are looked at for a marker.
_LOOK_AHEAD: Final = 40
#: Bare numbers count pages if they are no fewer, and no closer to each other, than this.
_FEWEST_PAGES: Final = 3
_SHORTEST_PAGE: Final = 200


def divide_page(text: str, furniture_start: int | None = None) -> Page:
    """Divide a page into what stands in front of the body, the body's lines, and what stands behind it.

    `furniture_start`: from there on a reader has put nothing but running heads, notes and the like.
    """
    page = Page(text)
    lines: list[tuple[int, int]] = []
    #: Lines that are nothing but a number.
    numbers: list[int] = []
    behind = len(text) if furniture_start is None else furniture_start
    pattern = PAGE.LINE_AT_NEWLINES if page.line_ends in ([], ["\n"]) else PAGE.LINE
    for match in pattern.finditer(text):
        line = start, end = match.span()
        first_sign = text[start]
        if first_sign in _ODD or text[end - 1] in MARKUP:
            if first_sign in _DIGITS and end - start <= 3 and text[start:end].isdecimal():
                if start < behind:
                    numbers.append(len(lines))
            elif first_sign in _PAGE_EDGES and end - start <= 24 and PAGE.PAGE_NUMBER.fullmatch(text, start, end):
                page.marks.append(Piece("FURNITURE", start, end))
                continue
            elif first_sign in MARKUP or first_sign in BULLETS or text[end - 1] in MARKUP:
                words = without_markup(page, start, end)
                if words is None:
                    continue
                line = words
        if line[0] < behind:
            lines.append(line)
        else:
            page.back.append(Piece("FURNITURE", *line))
    if len(numbers) >= _FEWEST_PAGES and _number_pages(text, lines, numbers):
        page.marks.extend(Piece("FURNITURE", *lines[at]) for at in numbers)
        for at in reversed(numbers):
            del lines[at]
    first = Head(page, lines).read()
    if first < len(lines) and page.front and page.front[-1].end > lines[first][0]:
        # The head of the page runs into the first line of the body.
        start, end = trim(text, page.front[-1].end, lines[first][1])
        lines[first : first + 1] = [(start, end)] if start < end else []
    last = Foot(page, lines, first).read()
    body: list[Piece] = []
    for start, end in lines[first:last]:
        drawn = text[start] in _RULES and PAGE.BODY_RULE.fullmatch(text, start, end) is not None
        (page.marks if drawn else body).append(Piece("FURNITURE" if drawn else "LINE", start, end))
    page.back.sort(key=lambda piece: piece.start)
    if body and page.back and page.back[0].start < body[-1].end:
        _, end = trim(text, body[-1].start, page.back[0].start)
        body[-1].end = end
        if body[-1].start >= end:
            del body[-1]
    page.lines = body
    page.body_end = body[-1].end if body else len(text)
    _mark_inner_signatures(page)
    if page.signature is not None and page.marks:
        # What stands within the signature is part of it.
        _, _, start, end = page.signature
        page.marks = [mark for mark in page.marks if not start <= mark.start < end]
    return page


def _number_pages(text: str, lines: list[tuple[int, int]], numbers: list[int]) -> bool:
    """Say whether the lines that are nothing but a number count pages: 1, 2, 3, far apart, and one tears a sentence.

    The first page may bear no number, and the last may be short. Numbers in the cells of a table stand close
    together, and tear nothing.
    """
    ordinals = [int(text[slice(*lines[at])]) for at in numbers]
    if ordinals[0] not in (1, 2) or ordinals != list(range(ordinals[0], ordinals[0] + len(ordinals))):
        return False
    starts = [lines[at][0] for at in numbers]
    if any(after - before < _SHORTEST_PAGE for before, after in pairwise([0, *starts[:-1]])):
        return False
    return any(
        0 < at < len(lines) - 1
        and lines[at - 1][1] - lines[at - 1][0] >= 15
        and text[lines[at - 1][1] - 1] not in SENTENCE_ENDS
        and not begins_outline(text, *lines[at + 1])
        for at in numbers
    )


def _mark_inner_signatures(page: Page) -> None:
    """Mark signatures in the middle of a file: a notice is signed before its annex begins."""
    body, text = page.lines, page.text
    foot: Foot | None = None
    for at, line in enumerate(body):
        if line.end - line.start > 24 or at == 0:
            continue
        above = body[at - 1]
        if above.end - above.start > 40:
            continue
        if not PAGE.SIGNATURE_DATE.fullmatch(text, line.start, line.end):
            continue
        foot = foot or Foot(page, [(each.start, each.end) for each in body], 0)
        if foot.signatures.is_signatory(above.start, above.end, dated=True) and _ends_a_report(page, foot, at):
            first = foot.signatures.joint(at - 1)
            for each in body[first : at + 1]:
                each.type = "SIGNED"
            place, date = (body[first].start, above.end), (line.start, line.end)
            page.inner.append(Signed(place, date, place[0], date[1]))
            if page.signature is None or (page.signature.date is None and foot.signatures.is_organ(at - 1)):
                _unsign(page)
                page.signature = page.inner[-1]


def _unsign(page: Page) -> None:
    """Take back a signature at the foot: the name of an organisation alone, where another is dated."""
    signed = page.signature
    for at, piece in enumerate(page.back):
        if signed is not None and piece.type == "SIGNATURE" and piece.start == signed.start:
            if at == 0:
                page.lines.append(Piece("LINE", piece.start, piece.end))
                page.body_end = piece.end
                del page.back[0]
            else:
                piece.type = "FURNITURE"
            return


def _ends_a_report(page: Page, foot: Foot, at: int) -> bool:
    """Say whether name and date (the line at `at`) end a report, and are no cells of a table in the midst of one.

    No series of the outline goes on behind a signature. A date without its day needs a full name above it, and a
    title or an outermost series behind it; a short name needs an outermost series or none.
    """
    text, body = page.text, page.lines
    whole = PAGE.DAY.search(text, body[at].start, body[at].end) is not None
    named = foot.signatures.is_organ(at - 1)
    if not whole and not named:
        return False
    following = body[at + 1 : at + 1 + _LOOK_AHEAD]
    marker, titled = None, False
    for each in following:
        marker = outline_start(text, each.start, each.end)
        if marker is not None:
            break
        titled = titled or _begins_an_annex(text, each)
    if marker is None:
        return whole or titled
    form = marker.group().strip(BLANK_CHARACTERS)
    if not PAGE.OUTLINE_FIRST.match(form):
        return False
    if titled or (whole and (named or form.startswith("第"))):
        return True
    for each in body[:_LOOK_AHEAD]:
        outermost = outline_start(text, each.start, each.end)
        if outermost is not None:
            return _form(outermost.group()) == _form(form)
    return True


def _begins_an_annex(text: str, piece: Piece) -> bool:
    """Say whether a line is a title or the word 附件."""
    start, end = piece.start, piece.end
    return end - start <= 120 and (
        PAGE.TITLE_LINE.fullmatch(text, start, end) is not None or PAGE.ATTACHMENT.match(text, start, end) is not None
    )


def _form(marker: str) -> str:
    """Return a marker with its number left out: （三） and （一） have one form."""
    return PAGE.MARKER_NUMBER.sub("一", marker.strip(BLANK_CHARACTERS))
