"""What a page knows of a report, as plain data for its program.

Words of the document go in once, as `text`; every piece is a pair of offsets into it. Offsets count UTF-16 code
units, as the strings of JavaScript do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any, Final, get_args

from lawreport_parser.diagnostics import languages
from lawreport_parser.header_fields import ROWS, region_words
from lawreport_parser.indicators.codebook import Codebook
from lawreport_parser.indicators.model import Indicator
from lawreport_parser.lexicon import ROLES, STATUTORY_PARTS
from lawreport_parser.model import Diagnostic, Item, Section, Segment, SegmentKind
from lawreport_parser.numbers.model import Citation, DateMention, Quantity
from lawreport_parser.report import Report
from lawreport_parser.spans import LineMap, OffsetMap, Span

__all__ = ["PARTS", "SEGMENT_KINDS", "figure_data", "indicator_names", "page_data", "role_shares", "summary"]

#: What a stretch of text may belong to: a role, text of the report without one, or the page around the report.
PARTS: Final = (*ROLES, "none", "page")
#: The kinds of segments; a page names them by their place in this row.
SEGMENT_KINDS: Final[tuple[SegmentKind, ...]] = get_args(SegmentKind)
_OF_THE_PAGE: Final = {"metadata", "addressee", "signature", "furniture"}
_BODY: Final = {"paragraph", "marker", "heading"}
#: The fields of the header on the card, in their order; the title stands above it.
_FIELDS: Final = sorted((name for name in ROWS if name != "title"), key=lambda name: ROWS[name].group)


def role_shares(report: Report) -> dict[str, int]:
    """Return how many characters (white space left out) each of `PARTS` holds; they add up to all but the title.

    The role of text is that of its passage. The title is no part: in a short report it would outweigh them.
    """
    shares = dict.fromkeys(PARTS, 0)
    for segment, span, place in _pieces(report):
        if segment.kind == "title":
            continue
        part = report.passages[place].role if place >= 0 else "page" if segment.kind in _OF_THE_PAGE else "none"
        shares[part] += sum(map(len, span.of(report.text).split()))
    return shares


def _pieces(report: Report) -> Iterator[tuple[Segment, Span, int]]:
    """Yield the segments cut where a passage begins: segment, span, and the place of the passage (-1: in none).

    What stands between two passages of one segment, such as the closing mark of a heading, goes with the first.
    """
    passages = report.passages
    starts = [passage.span.start for passage in passages]
    for segment in report.segments():
        start, end = segment.span.start, segment.span.end
        if segment.kind not in _BODY:
            yield segment, segment.span, -1
            continue
        place = bisect_right(starts, start) - 1
        if place >= 0 and passages[place].span.end <= start:
            place = -1
        for following in range(bisect_right(starts, start), len(starts)):
            if starts[following] >= end:
                break
            yield segment, Span(start=start, end=starts[following]), place
            start, place = starts[following], following
        yield segment, Span(start=start, end=end), place


def summary(report: Report, name: str) -> dict[str, Any]:
    """Return one row of the table of reports; `name` is what the page calls its file."""
    severities = [diagnostic.severity for diagnostic in report.diagnostics]
    return {
        "name": name,
        "title": report.header.title,
        "issuer": report.header.issuer,
        "region": _region(report),
        "year": report.header.year,
        "plan_year": report.header.plan_year,
        "characters": len(report.text),
        "sections": sum(1 for _ in report.walk()),
        "problems": len(report.problems),
        "plans": len(report.plans),
        "diagnostics": {severity: severities.count(severity) for severity in ("error", "warning", "info")},
        "shares": role_shares(report),
    }


def _region(report: Report) -> dict[str, Any] | None:
    region = report.header.region
    return None if region is None else {"code": region.code, "path": region.path}


def page_data(report: Report, name: str) -> dict[str, Any]:
    """Return all that the page of one report shows; `summary` also holds the indicators, for charts of many reports."""
    builder = _Builder(report)
    return {"summary": {**summary(report, name), "indicators": builder.indicators()}, **builder.data()}


def indicator_names(codes: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return the names of indicators, Chinese and English, in the order of the codebook."""
    wanted = set(codes)
    return {code: (entry.name_zh, entry.name_en) for code, entry in Codebook.default().items() if code in wanted}


def figure_data(indicator: Indicator) -> dict[str, Any]:
    """Return the figure of an indicator; exact numbers stay text."""
    return {
        "value": format(indicator.value, "f"),
        "high": None if indicator.high is None else format(indicator.high, "f"),
        "unit": indicator.unit,
        "qualifier": indicator.qualifier,
    }


class _Builder:
    """Turns the parts of one report into data, with offsets in UTF-16 units and sections by their number."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.offsets = OffsetMap(report.text, "utf16")
        self.lines = LineMap(report.text)
        self.sections = list(report.walk())
        self.number_of = {section.id: number for number, section in enumerate(self.sections)}

    def data(self) -> dict[str, Any]:
        report = self.report
        return {
            "text": report.text,
            "fields": list(self._fields()),
            "sections": [self._section(section) for section in self.sections],
            "passages": [[passage.role, passage.basis] for passage in report.passages],
            "segments": [
                [SEGMENT_KINDS.index(each.kind), *self._span(span), self._number(each.section_id), place]
                for each, span, place in _pieces(report)
            ],
            "figures": sorted(
                (*map(self._quantity, report.quantities), *map(self._date, report.dates), *self._citations()),
                key=lambda figure: (figure["span"][0], -figure["span"][1]),
            ),
            "items": {role: list(self._items(getattr(report, role))) for role in STATUTORY_PARTS},
            "diagnostics": [self._diagnostic(each) for each in report.diagnostics],
        }

    def indicators(self) -> list[dict[str, Any]]:
        return [self._indicator(each) for each in self.report.indicators]

    def _span(self, span: Span) -> tuple[int, int]:
        return self.offsets.of(span.start), self.offsets.of(span.end)

    def _number(self, section_id: str | None) -> int:
        return -1 if section_id is None else self.number_of[section_id]

    def _fields(self) -> Iterator[dict[str, Any]]:
        """Yield the fields of the header that have a value, with the place each was read from, then the others."""
        header = self.report.header
        for name in _FIELDS:
            value = getattr(header, name)
            if value is not None:
                evidence = header.evidence.get(name)
                yield {"field": name, "value": str(value), "span": self._span(evidence) if evidence else None}
        if header.region is not None:
            evidence = header.evidence.get("region")
            value = region_words(header.region)
            yield {"field": "region", "value": value, "span": self._span(evidence) if evidence else None}
        signature = self.report.signature
        if signature is not None:
            words = (signature.issuer, str(signature.date) if signature.date else None)
            yield {"field": "signature", "value": " ".join(filter(None, words)), "span": self._span(signature.span)}
        for label, value in header.other.items():
            yield {"label": label, "value": value, "span": None}

    def _section(self, section: Section) -> dict[str, Any]:
        parent = section.id.rpartition(".")[0]
        words = section.heading or (section.body[0] if section.body else None)
        return {
            "id": section.id,
            "depth": section.depth,
            "parent": self._number(parent or None),
            "marker": self._span(section.marker.span),
            "inferred": section.marker.inferred,
            "heading": section.heading is not None,
            "words": self._span(words.span) if words else None,
            "roles": list(section.roles),
            "basis": section.role_basis,
            "span": self._span(section.span),
        }

    def _quantity(self, quantity: Quantity) -> dict[str, Any]:
        words = (quantity.subject.text if quantity.subject else None, quantity.measure)
        of = " ".join(filter(None, words)) or None
        return {"kind": "quantity", "span": self._span(quantity.span), "value": _value(quantity), "of": of}

    def _indicator(self, indicator: Indicator) -> dict[str, Any]:
        return {
            "code": indicator.code,
            **figure_data(indicator),
            "axis": Codebook.default().counted_in(indicator.code, indicator.unit),
            "time": indicator.time,
            "span": self._span(indicator.span),
            "section": self._number(indicator.section_id),
        }

    def _date(self, mention: DateMention) -> dict[str, Any]:
        days = [mention.start.isoformat(), mention.end.isoformat()]
        return {"kind": "date", "span": self._span(mention.span), "days": days if days[0] != days[1] else days[:1]}

    def _citations(self) -> Iterator[dict[str, Any]]:
        citations: list[Citation] = self.report.citations
        for citation in citations:
            number = citation.document_number
            yield {
                "kind": "citation",
                "span": self._span(citation.span),
                "value": " ".join(filter(None, (citation.title, number.canonical if number else None))),
                "of": citation.kind,
            }

    def _items(self, items: list[Item], depth: int = 0) -> Iterator[dict[str, Any]]:
        for item in items:
            yield {
                "depth": depth,
                "span": self._span(item.span),
                "heading": item.heading,
                "basis": item.basis,
                "section": self._number(item.section_id),
            }
            yield from self._items(item.items, depth + 1)

    def _diagnostic(self, diagnostic: Diagnostic) -> dict[str, Any]:
        english, chinese = languages(diagnostic.message)
        return {
            "code": diagnostic.code,
            "severity": diagnostic.severity,
            "en": english,
            "zh": chinese,
            "span": self._span(diagnostic.span),
            "section": self._number(diagnostic.section_id),
            "place": self.lines.place(diagnostic.span.start),
        }


def _value(found: Quantity) -> str:
    """Return the exact value, with the upper end of a range and the unit."""
    value = format(found.value, "f")
    if found.high is not None:
        value += f"–{found.high:f}"
    return f"{value} {found.unit}" if found.unit else value
