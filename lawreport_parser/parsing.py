"""`parse`: the text of a report in, a `Report` out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import Final

from lawreport_parser.assembly import assemble
from lawreport_parser.discourse.passages import Told
from lawreport_parser.documents import Documents, documents_of, names_a_part
from lawreport_parser.errors import ReportError
from lawreport_parser.given_text import doubts
from lawreport_parser.header import read_header, signed_within
from lawreport_parser.lexicon import DEFAULT_LEXICON, Lexicon, Role
from lawreport_parser.model import Diagnostic, Source
from lawreport_parser.outline.tree import Node, Outline, read_outline
from lawreport_parser.page import Page, divide_page
from lawreport_parser.reasons import reason
from lawreport_parser.report import Report, Unfolded
from lawreport_parser.roles import assign_roles, is_report, roles_named

__all__ = ["parse", "read_page"]

#: So much of a section without heading is read as one.
_HEADING: Final = 40


def parse(text: str, *, strict: bool = False, lexicon: Lexicon = DEFAULT_LEXICON) -> Report:
    """Read the text of a 法治政府建设年度报告 as it was copied or crawled.

    Returns a `Report` for every `str`; nothing in a document makes it raise. With `strict`, `ReportError`
    (carrying the diagnostics) is raised when a diagnostic of severity `error` exists. `lexicon` holds the
    wordings by which headings show their role. Time and memory are linear in the text. `parse_file` and
    `parse_bytes` read files: a text that is plainly the name of one has the diagnostic `file-name`, one that is the
    source of a web page or was decoded wrongly `doubtful-text`.

    Postconditions: `report.text == text`; the segments cover it once; every span is exact; what was found
    defective has a diagnostic; the same text gives the same report.
    """
    if not isinstance(text, str):
        raise TypeError(f"parse takes a str, not {type(text).__name__}; parse_file reads files, parse_bytes bytes")
    return read_page(divide_page(text), strict=strict, lexicon=lexicon, notes=list(doubts(text)))


def read_page(
    page: Page,
    *,
    strict: bool = False,
    lexicon: Lexicon = DEFAULT_LEXICON,
    metadata: Mapping[str, str] | None = None,
    source: Source | None = None,
    notes: Sequence[Diagnostic] = (),
) -> Report:
    """Read a page that is divided already: what `parse` and `parse_bytes` share.

    `metadata` holds labels and values that a file gives outside its text: they count where the text is silent.
    """
    outline = read_outline(page, lexicon, headings=False)
    outline.back.extend(page.marks)
    unfold = partial(_unfold, page, outline, lexicon, metadata or {}, source, notes)
    if not strict:
        return Report._unfolding(page.text, source, unfold)
    unfolded = unfold()
    result = Report._unfolding(page.text, source, lambda: unfolded)
    # What the figures add to the diagnostics is no error: they need not be read for it.
    errors = [each for each in unfolded.fields.diagnostics if each.severity == "error"]
    if errors:
        cause = "strict-one" if len(errors) == 1 else "strict-several"
        raise ReportError(reason(cause, count=f"{len(errors):,}", message=errors[0].message), result.diagnostics)
    return result


def _unfold(
    page: Page,
    outline: Outline,
    lexicon: Lexicon,
    metadata: Mapping[str, str],
    source: Source | None,
    notes: Sequence[Diagnostic],
) -> Unfolded:
    """Return the fields of a report that are made when someone looks at one of them.

    The year decides on the passages, and they decide whether there is a year planned for: they are told in between.
    """
    text = page.text
    outline.find_headings()
    documents = _documents(page, outline, lexicon)
    own = documents.report
    preamble = (outline.preamble[0].start, outline.preamble[-1].end) if outline.preamble else None
    opening = text[slice(*preamble)] if preamble else ""

    @cache
    def tell(title: str | None, year: int | None) -> list[Told]:
        return assign_roles(text, outline, lexicon, report=is_report(title, opening), year=year)

    def plans(title: str | None, year: int) -> bool:
        return any(each.role == "plans" and each.basis != "neighbours" for each in tell(title, year))

    # A further document of the same file has years of its own.
    sections = [node for node in outline.sections if own.start <= node.marker.start < own.end]
    headings = [node.heading or (node.marker.end, min(node.end, node.marker.end + _HEADING)) for node in sections]
    ends = [page.body_end]
    if own.end < len(text):
        ends = [piece.end for piece in (*outline.preamble, *outline.closing) if piece.end <= own.end]
        ends += [node.end for node in sections]
    body = (page.lines[0].start if page.lines else 0, max(ends))
    signed = signed_within(page, own)
    header, signature, diagnostics = read_header(page, signed, preamble, headings, metadata, body=body, plans=plans)
    report = is_report(header.title, opening) is True
    passages = tell(header.title, header.year)
    return assemble(
        text, outline, passages, header, signature, source, [*diagnostics, *notes], report=report, documents=documents
    )


def _documents(page: Page, outline: Outline, lexicon: Lexicon) -> Documents:
    """Return the documents of a file whose headings are found."""
    sections = outline.sections

    @cache
    def named() -> dict[Node, list[Role]]:
        return roles_named(page.text, sections, lexicon, None)

    return documents_of(
        page.text,
        [(piece.start, piece.end) for piece in outline.front if piece.type == "TITLE"],
        [(piece.start, piece.end) for piece in outline.preamble],
        [(node.marker.start, node.end) for node in sections],
        [(piece.start, piece.end) for piece in outline.signatures],
        lambda at: names_a_part(named()[sections[at]]),
    )
