"""The models that a report is made of: sections, header, items, diagnostics, segments.

All models are frozen. Every piece of text carries its span, and `report.text[span.start:span.end]` is that
piece; spans are half-open and count Unicode code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY
from html import escape
from typing import Any, Final, Literal, NoReturn, Self

from lawreport_parser.blanks import BLANK_CHARACTERS, in_one_line
from lawreport_parser.errors import counted
from lawreport_parser.frozen_model import FrozenModel, model
from lawreport_parser.header_fields import Day, Header
from lawreport_parser.lexicon import Role
from lawreport_parser.marker_styles import MarkerStyle
from lawreport_parser.spans import Span

__all__ = [
    "Diagnostic",
    "DiagnosticCode",
    "FlatNode",
    "Header",
    "Heading",
    "Item",
    "ItemBasis",
    "Marker",
    "MarkerStyle",
    "Occurrence",
    "Paragraph",
    "Passage",
    "PassageBasis",
    "RoleBasis",
    "Section",
    "Segment",
    "SegmentKind",
    "Severity",
    "Signature",
    "Source",
]

RoleBasis = Literal["heading", "position", "wording", "inherited"]
PassageBasis = Literal["heading", "wording", "neighbours"]
ItemBasis = Literal["section", "clause", "sentence"]
Severity = Literal["info", "warning", "error"]
SegmentKind = Literal[
    "metadata", "title", "addressee", "paragraph", "marker", "heading", "signature", "furniture", "blank"
]
DiagnosticCode = Literal[
    "lost-ordinal",
    "misread-ordinal",
    "missing-ordinal",
    "doubtful-marker",
    "repeated-ordinal",
    "out-of-order-ordinal",
    "restarted-ordinal",
    "skipped-level",
    "mixed-style",
    "unbalanced-bracket",
    "depth-capped",
    "no-title",
    "no-outline",
    "metadata-conflict",
    "invalid-date",
    "year-conflict",
    "year-deduced",
    "guessed-role",
    "missing-part",
    "impossible-date",
    "unbalanced-document-number",
    "indicator-conflict",
    "ambiguous-region",
    "unread-figure",
    "unread-table",
    "doubtful-encoding",
    "extraction-fallback",
    "numbering-unresolved",
    "text-truncated",
    "doubtful-text",
    "pages-without-text",
    "page-unreadable",
    "radicals-replaced",
    "docx-hidden-text",
    "docx-comments",
    "docx-embedded",
    "file-name",
]

#: So many characters of a text stand for a section or an item that has no heading.
_FIRST_WORDS: Final = 40
#: Punctuation between a marker and its words: 首先，….
_AFTER_MARKER: Final = "，,、：:" + BLANK_CHARACTERS


def _first_words(text: str, most: int) -> str:
    """Return the beginning of a text on one line; what is longer than `most` is cut and ends in …."""
    words = in_one_line(text[: 2 * most])
    whole = len(words) <= most and len(text) <= 2 * most
    return words if whole else f"{words[:most]}…"


@model
class Paragraph(FrozenModel):
    """A stretch of text on one line, outer white space left out."""

    text: str
    span: Span


@model
class Marker(FrozenModel):
    """The marker of a section (序号): its text as written, style and value.

    `suffix` is the number behind 之: 1 in 第二条之一. `inferred` is true where the numeral was lost or misread
    and deduced from the series; `text` is then what stands there. A section with a heading and no marker has the style
    `unnumbered`: `text` is empty, the span too, at the start of the heading, and `ordinal` is its place among such
    headings of its parent.
    """

    text: str
    style: MarkerStyle
    ordinal: int
    _: KW_ONLY
    suffix: int | None = None
    inferred: bool = False
    span: Span


@model
class Heading(FrozenModel):
    """The heading of a section, without its closing mark. `run_in`: body text follows on the same line."""

    text: str
    span: Span
    run_in: bool = False


class _InText(FrozenModel):
    """What knows the text that it stands in: no field, for the report holds it, and no part of what is compared."""

    __slots__ = ("_whole_text",)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with the fields of `update` instead of its own, which are not validated."""
        made = super().model_copy(update=update, deep=deep)
        _put_into(made, getattr(self, "_whole_text", None))
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        values = tuple(getattr(self, name) for name in self.model_fields)
        return _made_again, (type(self), values, getattr(self, "_whole_text", None))


def _put_into(one: _InText, text: str | None) -> None:
    if text is not None:
        object.__setattr__(one, "_whole_text", text)


def _made_again(kind: type[_InText], values: tuple[Any, ...], text: str | None) -> _InText:
    made = kind(**dict(zip(kind.model_fields, values, strict=True)))
    _put_into(made, text)
    return made


@model
class Section(_InText):
    """A section (节), numbered or with a heading alone: marker, heading, own paragraphs, then child sections.

    `id` is its position in the tree ("1.2.3"), `depth` counts from 1, `span` covers the whole subtree.
    """

    id: str
    depth: int
    marker: Marker
    heading: Heading | None
    roles: list[Role]
    role_basis: RoleBasis | None
    body: list[Paragraph]
    children: list[Section]
    span: Span

    @property
    def title(self) -> str:
        """What to call the section, on one line, never empty.

        Its heading, whole; else the first words of its first paragraph, at most 40 characters, with … where more
        follows; else, where it has no words of its own, its marker.
        """
        return self.first_words() or in_one_line(self.marker.text) or self.id or self.marker.style

    def first_words(self, most: int = _FIRST_WORDS) -> str:
        """Return its heading, else so many characters of its first paragraph; empty where it has neither."""
        words = in_one_line(self.heading.text) if self.heading is not None else ""
        if not words and self.body:
            words = _first_words(self.body[0].text.lstrip(_AFTER_MARKER), most)
        return words

    @property
    def text(self) -> str:
        """The text of the section as given, from its marker to the end of its last child: what `span` covers.

        A section that was read without its report (from JSON of its own) has none: `AttributeError`.
        """
        try:
            whole: str = object.__getattribute__(self, "_whole_text")
        except AttributeError:
            raise AttributeError("this section was made without its report: take section.span.of(text)") from None
        return self.span.of(whole)

    def __repr__(self) -> str:
        below = f", {counted(len(self.children), 'section')} below" if self.children else ""
        return f"<Section {self.id} {self.title!r}, {counted(len(self.span), 'character')}{below}>"

    def _repr_html_(self) -> str:
        """Return it as a notebook shows it: its text, with its title in front."""
        text = getattr(self, "text", None)
        return f"<div><strong>{escape(self.title)}</strong> {escape(text or '')}</div>"

    def __getitem__(self, key: object) -> NoReturn:
        # Python asks this for `for each in section` and for `in`, too.
        raise TypeError("a Section is no list: take section.children, section.body or section.walk()")

    def __len__(self) -> NoReturn:
        raise TypeError("a Section has no len(): take len(section.text), or that of section.children or section.body")

    def __bool__(self) -> Literal[True]:
        return True

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@model
class Passage(FrozenModel):
    """A stretch of the body with one role: of achievements, problems, responsibility, plans, or other.

    `other` is preamble, thanks, appeals, and what a report says beside. `basis` says why: the `heading` above it names
    the role; the `wording` of its sentences shows it; or, where they show little, its `neighbours` and the usual course
    of a report. `section_id` is the innermost section that holds all of it, null where none does.
    """

    role: Role
    basis: PassageBasis
    span: Span
    section_id: str | None


@model
class Signature(FrozenModel):
    """The signature (落款): organisation and date, either may be missing."""

    issuer: str | None
    date: Day | None
    span: Span


@model
class Source(FrozenModel):
    """The file a text was read from: its name, format, encoding (of text and web pages) and SHA-256."""

    name: str
    format: Literal["text", "html", "docx", "pdf"]
    encoding: str | None
    sha256: str


@model
class Item(FrozenModel):
    """A member of a part: an achievement, a problem, a plan, a point of the leaders' responsibility.

    `basis` says what the item is: a `section` (or a paragraph of one), a `clause` of an enumeration, or a
    `sentence` of the closing prose. `items` holds its own members.
    """

    heading: str | None
    text: str
    span: Span
    section_id: str | None
    basis: ItemBasis
    items: list[Item]

    def words(self, most: int = 40) -> str:
        """Return its heading, else the beginning of its text, in a line; what is longer than `most` is cut."""
        return _first_words(self.heading or self.text, most)

    def __repr__(self) -> str:
        members = f", {counted(len(self.items), 'item')}" if self.items else ""
        size = counted(len(self.text), "character")
        return f"<Item {self.section_id or self.basis} {self.words()!r}, {size}{members}>"

    def _repr_html_(self) -> str:
        """Return it as a notebook shows it: its text, with its heading in front."""
        heading = f"<strong>{escape(self.heading)}</strong> " if self.heading else ""
        return f"<div>{heading}{escape(self.text)}</div>"


@model
class Diagnostic(FrozenModel):
    """Something seen in the text that a reader should know. `message` is in English, then in Chinese."""

    code: DiagnosticCode
    severity: Severity
    message: str
    span: Span
    section_id: str | None = None


@model
class Segment(FrozenModel):
    """A stretch of the text and its kind; the segments of a report cover its text once, in order."""

    kind: SegmentKind
    span: Span
    section_id: str | None = None


@model
class Occurrence(FrozenModel):
    """A place where words that were looked for stand: what `Report.find` returns.

    `text` are the words as they stand there, `section_id` the section whose heading or own paragraph it is, null in the
    preamble and the closing paragraphs. `path` are the titles that lead to this section (see `Report.path`), none
    without one. `around` is the text on both sides, on one line, with a blank where a line ends: up to 30 characters
    each, with … where the paragraph goes on.
    """

    text: str
    span: Span
    section_id: str | None
    path: list[str]
    around: str


@model
class FlatNode(FrozenModel):
    """A section as a row: for consumers that cannot hold recursive types."""

    id: str
    parent_id: str | None
    depth: int
    kind: MarkerStyle
    ordinal: int
    suffix: int | None
    marker: str
    heading: str | None
    roles: list[Role]
    text: str
    start: int
    end: int


def year_planned_for(header: Header) -> int | None:
    """Return the year planned for; where none is named, the one after the year reviewed."""
    if header.plan_year is None and header.year is not None:
        return header.year + 1
    return header.plan_year


def with_paths(sections: Iterable[Section], above: Sequence[str] = ()) -> Iterator[tuple[Section, list[str]]]:
    """Yield all sections in the order of the text, each with the titles that lead to it, its own the last."""
    for section in sections:
        path = [*above, section.title]
        yield section, path
        yield from with_paths(section.children, path)


def stand_in(text: str, sections: Iterable[Section]) -> None:
    """Tell sections, and all below them, the text that they stand in; one that knows its text keeps it."""
    waiting = [each for each in sections if isinstance(each, Section)]
    while waiting:
        section = waiting.pop()
        if not hasattr(section, "_whole_text"):
            _put_into(section, text)
        waiting += section.children
