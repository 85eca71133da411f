"""What rules ask of punctuation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lawreport_parser.blanks import trim
from lawreport_parser.grammars import Terminals
from lawreport_parser.lint.pairing import BRACKETS, QUOTES
from lawreport_parser.lint.subject import Hit, Subject
from lawreport_parser.marker_styles import ROWS
from lawreport_parser.model import MarkerStyle, Section

__all__ = [
    "crossed_marks",
    "doubled_marks",
    "half_width_marks",
    "heading_stops",
    "mixed_brackets",
    "nested_marks",
    "straight_quotes",
    "superfluous_dun",
    "unbalanced_brackets",
    "unbalanced_quotes",
    "unfinished_paragraphs",
]

_LINT: Final = Terminals("lint")
#: Half-width marks and the full-width marks due in Chinese text.
_FULL_WIDTH: Final = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。", "(": "（）"}
#: What may follow a list of quotations: in “甲”、“乙”普法 the last item is more than its quotation.
_AFTER_LIST: Final = frozenset("等和及与或以的这之")
#: The styles of parts, and those whose headings stand on lines of their own.
_OUTERMOST: Final[frozenset[MarkerStyle]] = frozenset(name for name, row in ROWS.items() if row.part)
_BLOCK: Final[frozenset[MarkerStyle]] = _OUTERMOST | {"section", "han_paren", "arabic_dot", "arabic_dun", "arabic_bare"}
_HEADING_LENGTH: Final = 40
_LEAST_PARAGRAPH: Final = 40


def unbalanced_brackets(subject: Subject) -> Iterator[Hit]:
    """Brackets without partner."""
    for at in subject.pairs.alone:
        if subject.text[at] in BRACKETS:
            yield Hit(at, at + 1, (subject.text[at],))


def unbalanced_quotes(subject: Subject) -> Iterator[Hit]:
    """Quotation marks without partner."""
    for at in subject.pairs.alone:
        if subject.text[at] in QUOTES:
            yield Hit(at, at + 1, (subject.text[at],))


def crossed_marks(subject: Subject) -> Iterator[Hit]:
    """A pair that opens inside another and closes outside it."""
    for start, end in subject.pairs.crossed:
        yield Hit(start, start + 1, (subject.text[start], subject.text[end]))


def nested_marks(subject: Subject) -> Iterator[Hit]:
    """A pair inside a pair of its own kind."""
    for at in sorted(subject.pairs.nested):
        mark = subject.text[at]
        yield Hit(at, at + 1, (mark, {"“": "‘", "《": "〈"}[mark]), kind=mark)


def mixed_brackets(subject: Subject) -> Iterator[Hit]:
    """A full-width bracket closed by a half-width one, or the reverse."""
    for at in subject.pairs.mixed:
        yield Hit(at, at + 1, (subject.text[at],), kind="mixed")


def half_width_marks(subject: Subject) -> Iterator[Hit]:
    """Half-width punctuation in Chinese text."""
    for match in _LINT.HALF_WIDTH.finditer(subject.prose):
        yield Hit(*match.span(), (match[0], _FULL_WIDTH[match[0]]), kind=match[0])


def straight_quotes(subject: Subject) -> Iterator[Hit]:
    """Straight quotation marks in Chinese text."""
    for match in _LINT.STRAIGHT_QUOTE.finditer(subject.prose):
        yield Hit(*match.span(), kind="straight")


def superfluous_dun(subject: Subject) -> Iterator[Hit]:
    """、 between quotations or titles that make up a whole list: not where an item of the list is of another form."""
    for run in _LINT.MARKED_RUN.finditer(subject.words):
        before = subject.words[run.start() - 1 : run.start()]
        after = subject.words[run.end() : run.end() + 1]
        quoted = run[0].startswith("“")
        if "、" in (before, after) or (quoted and _LINT.HAN.match(after) and after not in _AFTER_LIST):
            continue
        for match in _LINT.SUPERFLUOUS_DUN.finditer(subject.words, *run.span()):
            around = subject.words[match.start() - 1], subject.words[match.end()]
            yield Hit(*match.span(), around, kind=around[0])


def doubled_marks(subject: Subject) -> Iterator[Hit]:
    """Two marks of punctuation where one is due."""
    for match in _LINT.DOUBLED.finditer(subject.words):
        yield Hit(*match.span(), (match[0],))


def heading_stops(subject: Subject) -> Iterator[Hit]:
    """A heading on a line of its own that ends with 。: an outermost one, or one whose fellows have no 。"""
    for sections in subject.siblings():
        stopped, plain = _own_line_headings(subject, sections)
        for section, at in stopped:
            if section.heading is not None and ((section.depth == 1 and section.marker.style in _OUTERMOST) or plain):
                yield Hit(at, at + 1, (section.heading.text,), kind="stop")


def _own_line_headings(subject: Subject, sections: list[Section]) -> tuple[list[tuple[Section, int]], int]:
    """Return the headings on lines of their own that end with 。, with its place, and how many have no 。"""
    stopped: list[tuple[Section, int]] = []
    plain = 0
    for section in sections:
        heading = section.heading
        if (
            heading is None
            or heading.run_in
            or section.marker.style not in _BLOCK
            or not (section.body or section.children)
        ):
            continue
        if len(heading.text) > _HEADING_LENGTH or _LINT.HEADING_STOP.search(
            heading.text.replace("，", "").replace(",", "")
        ):
            continue
        at = trim(subject.prose, heading.span.end, min(heading.span.end + 4, len(subject.prose)))[0]
        following = subject.prose[at : at + 1]
        if following == "。" and at + 1 in subject.line_ends:
            stopped.append((section, at))
        elif heading.span.end in subject.line_ends:
            plain += 1
    return stopped, plain


def unfinished_paragraphs(subject: Subject) -> Iterator[Hit]:
    """A paragraph of sentences that ends without a mark, or with a comma."""
    report = subject.report
    body = [each for section in subject.sections for each in section.body]
    for paragraph in [*report.preamble, *body, *report.closing]:
        start, end = paragraph.span.start, paragraph.span.end
        if end not in subject.line_ends or end - start < _LEAST_PARAGRAPH or "|" in paragraph.text:
            continue
        if _LINT.OPEN_END.search(paragraph.text) and len(_LINT.INNER_MARK.findall(paragraph.text)) >= 2:
            yield Hit(end - 1, end, (paragraph.text[-8:],))
