"""A report as Markdown: `Report.to_markdown`.

Sections with a heading are headings, by depth, as far as Markdown's six levels go. Sections without one, and those that
are counted inside sentences (一是 …), are entries of lists, and so is all below them. What Markdown would take for a
mark of its own has a backslash before it, so that a page shows the words of the report, and `parse` reads the same
outline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lawreport_parser.blanks import BLANK_CHARACTERS, in_one_line
from lawreport_parser.grammars import Terminals
from lawreport_parser.marker_styles import ROWS
from lawreport_parser.model import Section
from lawreport_parser.report_shown import ShownReport

__all__ = ["report_markdown"]

_MARKDOWN: Final = Terminals("markdown")
#: Markdown has no more levels of headings; the first is the title's.
_LEVELS: Final = 6
#: What closes a heading: it stands behind the heading's span.
_CLOSING_MARKS: Final = "。．.！？!?；;：:，,、"
_INDENT: Final = "  "


def report_markdown(report: ShownReport) -> str:
    """Return the title, and the body in the order of the text: preamble, sections, closing, signature."""
    blocks: list[tuple[int, list[str]]] = []
    if report.header.title and (title := in_one_line(report.header.title)):
        blocks.append((-1, [f"# {_heading_words(title)}"]))
    pieces = [each.span for each in (*report.preamble, *report.closing)]
    pieces += [segment.span for segment in report.page if segment.kind == "addressee"]
    blocks += [(span.start, [_paragraph(span.of(report.text))]) for span in pieces]
    if report.signature is not None:
        rows = report.signature.span.of(report.text).splitlines()
        blocks.append((report.signature.span.start, [_paragraph(row) for row in rows]))
    for section in report.sections:
        blocks += _blocks(report.text, section, 0)
    blocks.sort(key=lambda block: block[0])
    lines = [line for _, block in blocks for line in block if line.strip(BLANK_CHARACTERS)]
    return "".join(f"{line}\n\n" for line in lines)[:-1]


def _blocks(text: str, section: Section, inside: int) -> Iterator[tuple[int, list[str]]]:
    """Yield where a section and those below it begin, with their lines; `inside` so many entries of lists."""
    level = section.depth + 1
    if section.heading is not None and not inside and level <= _LEVELS and not ROWS[section.marker.style].spoken:
        words = f"{_marker(text, section)}{in_one_line(section.heading.text)}"
        lines = [f"{'#' * level} {_heading_words(words)}", *(_paragraph(each.text) for each in section.body)]
    else:
        own, further = _own_words(text, section)
        indent = _INDENT * inside
        lines = [f"{indent}- {_paragraph(own)}", *(f"{indent}{_INDENT}{_paragraph(each)}" for each in further)]
        inside += 1
    yield section.span.start, lines
    for child in section.children:
        yield from _blocks(text, child, inside)


def _own_words(text: str, section: Section) -> tuple[str, Sequence[str]]:
    """Return the line that a section begins with, and its further paragraphs."""
    marker, heading = _marker(text, section), section.heading
    paragraphs = [each.text for each in section.body]
    if heading is None:
        return f"{marker}{paragraphs[0]}" if paragraphs else marker, paragraphs[1:]
    follows = section.body[0].span if section.body else section.children[0].span if section.children else section.span
    behind = in_one_line(_MARKDOWN.STRAY_MARKS.sub("", text[heading.span.end : max(heading.span.end, follows.start)]))
    mark = behind[:1] if behind[:1] in _CLOSING_MARKS else ""
    if heading.run_in and paragraphs:
        return f"{marker}{heading.text}{mark}{paragraphs[0]}", paragraphs[1:]
    return f"{marker}{heading.text}{mark}", paragraphs


def _marker(text: str, section: Section) -> str:
    """Return the marker as written, with a blank behind it where the text has one."""
    marker = in_one_line(section.marker.text)
    end = section.marker.span.end
    return f"{marker} " if marker and text[end : end + 1] in BLANK_CHARACTERS else marker


def _paragraph(words: str) -> str:
    words = _MARKDOWN.MARK.sub(r"\\\g<0>", in_one_line(words))
    if numbered := _MARKDOWN.LIST_NUMBER.match(words):
        return f"{numbered[1]}\\{words[numbered.end(1) :]}"
    return f"\\{words}" if _MARKDOWN.LINE_MARK.match(words) else words


def _heading_words(words: str) -> str:
    return _MARKDOWN.HEADING_END.sub(r"\\\g<0>", _MARKDOWN.MARK.sub(r"\\\g<0>", words))
