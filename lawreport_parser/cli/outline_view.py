"""A report as lines for a terminal: what its header says, the outline as a tree, what the reading came to.

A section has one row: guides, marker where it has one, heading (or the first words of its text, ending in …) and,
where its role is not that of the section above, its roles in brackets. Headings of siblings, and all roles, stand in
columns. Diagnostics stand under the section they speak of, those of the whole page under the header. The passages,
where they are wanted, stand below the tree, a line each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from rich.text import Text

from lawreport_parser import Report
from lawreport_parser.cli.terminal_text import cut, one_line, wrap
from lawreport_parser.diagnostics import languages
from lawreport_parser.errors import counted
from lawreport_parser.header_fields import ROWS, region_words
from lawreport_parser.held_roles import roles_within
from lawreport_parser.lexicon import ROLES, Role
from lawreport_parser.model import Diagnostic, Item, Paragraph, Passage, Section, Severity
from lawreport_parser.report_outline import LINE_GUIDES, Guides, outline_rows
from lawreport_parser.spans import LineMap, Span

__all__ = ["outline_view"]


_ROLE_STYLES: Final[dict[Role, str]] = {
    "achievements": "green",
    "problems": "red",
    "responsibility": "magenta",
    "plans": "cyan",
    "other": "blue",
}
_SEVERITY_STYLES: Final[dict[Severity, str]] = {"error": "bold red", "warning": "yellow", "info": "dim"}
_LABEL_STYLE: Final = "dim"
_GUIDE_STYLE: Final = "dim"
#: Punctuation between a marker and its words.
_AFTER_MARKER: Final = "，,、：: "
_EXCERPT_STYLE: Final = "italic"
#: The basis, section and place of a passage.
_PLACE_STYLES: Final = ("", _LABEL_STYLE, _LABEL_STYLE)

#: A heading takes at most so many lines; a marker column grows no wider than this.
_HEADING_LINES: Final = 3
_MARKER_CELLS: Final = 12
#: The first words of a section without heading push the column of roles no further than this.
_FIRST_WORDS: Final = 56
#: However deep the tree, the words keep so many columns.
_LEAST_WORDS: Final = 16
#: Labels of the header and the summary stand in a column so wide.
_LABEL_CELLS: Final = 19


@dataclass(frozen=True)
class _Row:
    """One section, before it is laid out. `first` and `rest` are the guides of its first and further lines."""

    section: Section
    first: str
    rest: str
    marker: Text
    words: str
    tags: Text
    hidden: str

    @property
    def indent(self) -> int:
        """The column where the words begin."""
        return cell_len(self.first) + self.marker.cell_len + bool(self.marker)

    @property
    def words_end(self) -> int:
        """The column where the words would like to end; first words of a text may be cut anywhere."""
        words = cell_len(self.words)
        return self.indent + (words if self.section.heading else min(words, _FIRST_WORDS))


def outline_view(
    report: Report,
    *,
    width: int,
    depth: int | None = None,
    guides: Guides = LINE_GUIDES,
    name: str | None = None,
    passages: bool = False,
) -> Iterator[Text]:
    """Yield the lines of the view, `width` columns wide.

    `depth` leaves out the levels below it (they are counted), `name` puts the name of the input above, `passages` adds
    a line for each passage.
    """
    view = _View(report, width, depth, guides)
    if name is not None:
        yield view.rule(name)
    yield from view.header()
    yield Text()
    yield from view.tree()
    if report.sections:
        yield Text()
    if passages and report.passages:
        yield from view.passages()
        yield Text()
    yield from view.summary()


class _View:
    def __init__(self, report: Report, width: int, depth: int | None, guides: Guides) -> None:
        self.report = report
        self.width = width
        self.depth = depth
        self.guides = guides
        self.lines = LineMap(report.text)
        self.notes: defaultdict[str | None, list[Diagnostic]] = defaultdict(list)
        known = {section.id for section in report.walk()}
        for diagnostic in report.diagnostics:
            self.notes[diagnostic.section_id if diagnostic.section_id in known else None].append(diagnostic)

    # -- above the tree

    def rule(self, name: str) -> Text:
        """Return the line that names an input among several."""
        words = f"{self.guides.rule * 2} {cut(one_line(name), self.width - 6)} "
        return Text(words + self.guides.rule * (self.width - cell_len(words)), style="bold")

    def header(self) -> Iterator[Text]:
        """Yield title, metadata and preamble, then the diagnostics of the whole page."""
        header = self.report.header
        for line in wrap(one_line(header.title) if header.title else "(no title)", self.width):
            yield Text(line, style="bold")
        for field in ROWS:
            value = getattr(header, field)
            if field != "title" and value is not None:
                yield from self.labelled(field, one_line(str(value)))
        if header.region:
            yield from self.labelled("region", one_line(region_words(header.region)))
        if header.other:
            yield from self.labelled("other", ", ".join(map(one_line, header.other)))
        if self.report.preamble:
            yield self.excerpt("preamble", self.report.preamble)
        for diagnostic in self.notes[None]:
            yield from self.note(diagnostic, "  ")

    # -- the tree

    def tree(self) -> Iterator[Text]:
        """Yield the sections, one row each, with their diagnostics below them."""
        rows = list(self.rows())
        tagged = [row for row in rows if row.tags]
        widest = max((row.tags.cell_len for row in tagged), default=0)
        furthest = max((row.words_end for row in tagged), default=0)
        column = min(furthest + 2, self.width - widest)
        for row in rows:
            yield from self.row(row, column)

    def rows(self) -> Iterator[_Row]:
        """Yield the sections with their guides; markers of siblings have one width."""
        markers: dict[str, Text] = {}
        for each in outline_rows(self.report.sections, self.guides, self.depth):
            section = each.section
            if section is each.fellows[0]:
                markers |= _markers(each.fellows)
            yield _Row(
                section=section,
                first=each.first,
                rest=each.rest,
                marker=markers[section.id],
                words=_words(section),
                tags=_tags(section) if each.roles else Text(),
                hidden="" if each.below else self.hidden(section),
            )

    def row(self, row: _Row, column: int) -> Iterator[Text]:
        """Yield the lines of one row, its roles at `column`, and its diagnostics."""
        room = max(_LEAST_WORDS, (column - 2 if row.tags else self.width) - row.indent)
        style = "bold" if row.section.depth == 1 else ""
        tags = row.tags
        if row.section.heading is None:
            lines, style = [cut(row.words, room)], _EXCERPT_STYLE
        else:
            lines = wrap(row.words, room)
            if len(lines) > _HEADING_LINES:
                lines[_HEADING_LINES - 1 :] = [cut("".join(lines[_HEADING_LINES - 1 :]), room)]
        for place, words in enumerate(lines):
            line = Text.assemble((row.rest if place else row.first, _GUIDE_STYLE))
            if place:
                line.pad_right(row.indent - line.cell_len)
            else:
                line.append_text(row.marker).append(" " if row.marker else "")
            line.append(words, style=style)
            if tags and not place and max(line.cell_len + 2, column) + tags.cell_len <= self.width:
                line.pad_right(max(2, column - line.cell_len))
                line.append_text(tags)
                tags = Text()
            if row.hidden and place == len(lines) - 1:
                line.append(f"  {row.hidden}", style=_LABEL_STYLE)
            yield line
        if tags:
            # Too long to stand beside the words.
            line = Text.assemble((row.rest, _GUIDE_STYLE))
            line.pad_right(max(0, min(row.indent, self.width - tags.cell_len) - line.cell_len))
            yield line.append_text(tags)
        for diagnostic in self.notes[row.section.id]:
            yield from self.note(diagnostic, row.rest)

    def hidden(self, section: Section) -> str:
        """Say what `--depth` leaves out below a section."""
        below = list(section.walk())[1:]
        notes = sum(len(self.notes[each.id]) for each in below)
        if not below:
            return ""
        return f"(+{len(below)}, {counted(notes, 'diagnostic')})" if notes else f"(+{len(below)})"

    def note(self, diagnostic: Diagnostic, guides: str) -> Iterator[Text]:
        """Yield a diagnostic: severity, line and column, code, message."""
        line, column = self.lines.place(diagnostic.span.start)
        place = f"{line}:{column} " if len(diagnostic.span) else ""
        words = f"{diagnostic.severity} {place}{diagnostic.code}: {one_line(diagnostic.message)}"
        room = max(_LEAST_WORDS, self.width - cell_len(guides) - 2)
        parts = [words] if cell_len(words) <= room else list(dict.fromkeys(languages(words)))
        for number, piece in enumerate(line for part in parts for line in wrap(part, room)):
            mark = "  " if number else "! "
            yield Text.assemble((guides, _GUIDE_STYLE), (mark + piece, _SEVERITY_STYLES[diagnostic.severity]))

    # -- below the tree

    def passages(self) -> Iterator[Text]:
        """Yield a line for each passage: role, basis, section, place in the text, first words."""
        rows = [_passage_cells(passage) for passage in self.report.passages]
        widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
        for passage, cells in zip(self.report.passages, rows, strict=True):
            line = Text("  ")
            for cell, column, style in zip(cells, widths, (_ROLE_STYLES[passage.role], *_PLACE_STYLES), strict=True):
                line.append(cell, style=style).append(" " * (column - cell_len(cell) + 2))
            words = one_line(passage.span.of(self.report.text)[: self.width])
            if len(passage.span) > self.width:
                words += "…"
            if self.width - line.cell_len < _LEAST_WORDS:
                line.rstrip()
                yield line
                line = Text("    ")
            yield line.append(cut(words, self.width - line.cell_len), _EXCERPT_STYLE)

    def summary(self) -> Iterator[Text]:
        """Yield closing, signature and the counts of what was found."""
        report = self.report
        if report.closing:
            span = Span(start=report.closing[0].span.start, end=report.closing[-1].span.end)
            yield self.excerpt("closing", report.closing, _bracketed(roles_within(report.passages, span)))
        if report.signature is not None:
            parts = (report.signature.issuer, report.signature.date)
            yield from self.labelled("signature", ", ".join(one_line(str(part)) for part in parts if part))
        sections = list(report.walk())
        levels = max((section.depth for section in sections), default=0)
        yield from self.labelled("sections", f"{len(sections)}, {counted(levels, 'level')}" if sections else "none")
        items = [f"{role} {len(members)}" for role in ROLES if (members := _items(report, role))]
        yield from self.labelled("items", ", ".join(items) or "none")
        if report.furniture:
            yield from self.labelled("furniture", f"{counted(len(report.furniture), 'piece')} of the page set aside")
        severities = Counter(diagnostic.severity for diagnostic in report.diagnostics)
        found = [f"{name} {severities[name]}" for name in _SEVERITY_STYLES if severities[name]]
        yield from self.labelled("diagnostics", ", ".join(found) or "none")

    # -- lines with a label

    def labelled(self, label: str, value: str) -> Iterator[Text]:
        """Yield a label and its value, which may take several lines."""
        for number, line in enumerate(wrap(value, self.width - _LABEL_CELLS)):
            yield Text.assemble((("" if number else f"  {label}").ljust(_LABEL_CELLS), _LABEL_STYLE), line)

    def excerpt(self, label: str, paragraphs: Sequence[Paragraph], tags: Text | None = None) -> Text:
        """Return a label, the first words of some paragraphs, and the roles of what is in them."""
        after = Text()
        if len(paragraphs) > 1:
            after.append(f"  ({len(paragraphs)} paragraphs)", style=_LABEL_STYLE)
        if tags:
            after.append("  ").append_text(tags)
        words = cut(one_line(paragraphs[0].text), max(_LEAST_WORDS, self.width - _LABEL_CELLS - after.cell_len))
        return Text.assemble((f"  {label}".ljust(_LABEL_CELLS), _LABEL_STYLE), (words, _EXCERPT_STYLE), after)


def _markers(fellows: Sequence[Section]) -> dict[str, Text]:
    """Return the markers of siblings by the ids of these, as wide as the widest."""
    markers = {section.id: _marker(section) for section in fellows}
    column = min(_MARKER_CELLS, max(marker.cell_len for marker in markers.values()))
    for marker in markers.values():
        marker.pad_right(max(0, column - marker.cell_len))
    return markers


def _marker(section: Section) -> Text:
    """Return the marker as written; the number of a lost numeral stands behind it in brackets."""
    style = f"bold {_ROLE_STYLES[section.roles[0]]}" if section.roles else "bold"
    marker = Text(one_line(section.marker.text), style=style)
    if section.marker.inferred:
        marker.append(f"[{section.marker.ordinal}]", style="yellow")
    return Text.assemble(marker)


def _words(section: Section) -> str:
    """Return the heading, or the start of the text; … where more of that follows."""
    if section.heading is not None:
        words = one_line(section.heading.text)
    elif section.body:
        words = one_line(section.body[0].text) + ("…" if len(section.body) > 1 else "")
    else:
        words = "(no text)"
    # 首先，…: the comma belongs to the marker, and nothing is said by it here.
    return words.lstrip(_AFTER_MARKER)


def _passage_cells(passage: Passage) -> tuple[str, str, str, str]:
    place = f"{passage.span.start}-{passage.span.end}"
    return f"[{passage.role}]", f"by {passage.basis}", passage.section_id or "-", place


def _bracketed(roles: Iterable[Role]) -> Text:
    return Text(" ").join(Text(f"[{role}]", style=_ROLE_STYLES[role]) for role in roles)


def _tags(section: Section) -> Text:
    """Return the roles in brackets, and whether position or wording told them, not the heading."""
    tags = _bracketed(section.roles)
    if section.role_basis in ("position", "wording"):
        tags.append(f" by {section.role_basis}", style=_LABEL_STYLE)
    return tags


def _items(report: Report, role: Role) -> list[Item]:
    return getattr(report, role, [])
