"""A report as rows: for each table, plain tuples in the order of its columns. Nothing here needs pyarrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Context, Decimal, Inexact, InvalidOperation
from operator import attrgetter
from typing import Any, Final

from lawreport_parser.arrow.columns import TableName, check_table
from lawreport_parser.header_fields import ROWS
from lawreport_parser.indicators.codebook import Codebook
from lawreport_parser.indicators.model import Indicator
from lawreport_parser.lexicon import STATUTORY_PARTS, Role
from lawreport_parser.model import Diagnostic, Item, Passage
from lawreport_parser.numbers import Citation, DateMention, Quantity
from lawreport_parser.report import Report

__all__ = ["Identified", "Row", "content_id", "distinct", "fitting", "identified", "rows_of"]

Row = tuple[Any, ...]
#: A report, or the id that a caller gives a report and the report.
Identified = Report | tuple[str | int, Report]

_ROLES: Final = tuple(STATUTORY_PARTS)
_header_values: Final = attrgetter(*ROWS)
_LAST_DIGIT: Final = Decimal("1e-10")
#: As many digits as decimal128 has; what would have to be rounded raises.
_DECIMAL: Final = Context(prec=38, traps=[Inexact, InvalidOperation])


def rows_of(report: Report, report_id: str, table: TableName) -> Iterator[Row]:
    """Yield the rows of one report in one table; `columns.COLUMNS[table]` names their members.

    Only the tables `quantities`, `dates`, `citations`, `indicators` and `diagnostics` make the report read its numbers.
    `ValueError` for a table that does not exist.
    """
    return _ROWS[check_table(table)](report, report_id)


def content_id(report: Report) -> str:
    """Return the id of a report that was given none: the SHA-256 of its file, else of its text in UTF-8."""
    if report.source is not None:
        return report.source.sha256
    return report.text_sha256


def identified(reports: Iterable[Identified]) -> Iterator[tuple[str, Report]]:
    """Yield each report with its id: the one given beside it, as a string, else its `content_id`."""
    for given in reports:
        match given:
            case Report():
                yield content_id(given), given
            case (str() | int() as report_id, Report() as report):
                yield str(report_id), report
            case _:
                raise TypeError(f"reports are given as Report or as (id, Report), not as {type(given).__name__}")


def distinct(reports: Iterable[tuple[str, Report]]) -> Iterator[tuple[str, Report]]:
    """Yield reports with their ids; `ValueError` where two have one id."""
    seen: set[str] = set()
    for report_id, report in reports:
        if report_id in seen:
            raise ValueError(f"two reports have the id {report_id!r}; give ids as (id, report), each once")
        seen.add(report_id)
        yield report_id, report


def _reports(report: Report, report_id: str) -> Iterator[Row]:
    header, signature, file = report.header, report.signature, report.source
    region = header.region
    yield (
        report_id,
        report.schema_version,
        *_header_values(header),
        *((None,) * 5 if region is None else (region.code, region.name, region.level, region.path, region.organ)),
        list(header.other.items()),
        signature.issuer if signature else None,
        signature.date if signature else None,
        file.name if file else None,
        file.format if file else None,
        file.encoding if file else None,
        file.sha256 if file else None,
        report.text_sha256,
        report.text,
    )


def _nodes(report: Report, report_id: str) -> Iterator[Row]:
    for section in report.walk():
        yield (
            report_id,
            section.id,
            section.id.rpartition(".")[0] or None,
            section.depth,
            section.marker.style,
            section.marker.ordinal,
            section.marker.suffix,
            section.marker.text,
            section.heading.text if section.heading else None,
            section.roles,
            "\n".join(paragraph.text for paragraph in section.body),
            section.span.start,
            section.span.end,
            section.role_basis,
            section.marker.inferred,
        )


def _items(report: Report, report_id: str) -> Iterator[Row]:
    for role in _ROLES:
        top: list[Item] = getattr(report, role)
        yield from _items_below(top, report_id, role, role, 1)


def _items_below(items: list[Item], report_id: str, role: Role, parent: str, depth: int) -> Iterator[Row]:
    for position, item in enumerate(items, 1):
        item_id = f"{parent}.{position}"
        yield (
            report_id,
            item_id,
            parent if depth > 1 else None,
            role,
            depth,
            item.heading,
            item.text,
            item.basis,
            *_place(item),
        )
        yield from _items_below(item.items, report_id, role, item_id, depth + 1)


def _place(found: Item | Passage | Quantity | DateMention | Citation | Indicator | Diagnostic) -> Row:
    return found.section_id, found.span.start, found.span.end


def _numbered(report_id: str, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows of values behind the id of their report and their numbers."""
    return ((report_id, position, *row) for position, row in enumerate(rows, 1))


def _passages(report: Report, report_id: str) -> Iterator[Row]:
    for position, passage in enumerate(report.passages, 1):
        words = passage.span.of(report.text)
        size = sum(map(len, words.split()))
        yield report_id, position, passage.role, passage.basis, words, size, *_place(passage)


def _quantity(found: Quantity) -> Row:
    subject = found.subject
    return (
        found.text,
        *_values(found),
        found.unit,
        found.kind,
        found.qualifier,
        found.measure,
        subject.text if subject else None,
        *_place(found),
        found.measure_span.start if found.measure_span else None,
        found.measure_span.end if found.measure_span else None,
        subject.span.start if subject else None,
        subject.span.end if subject else None,
        found.earlier,
    )


def _indicators(report: Report) -> Iterator[Row]:
    codebook = Codebook.default()
    for found in report.indicators:
        entry = codebook[found.code]
        yield (
            found.code,
            entry.name_zh,
            entry.name_en,
            *_values(found),
            found.unit,
            found.qualifier,
            found.time,
            found.span.of(report.text),
            *_place(found),
        )


def _values(found: Quantity | Indicator) -> Row:
    """Return the value and the upper end, each as a decimal where it fits one, and as a literal."""
    high = found.high
    return fitting(found.value), format(found.value, "f"), fitting(high), None if high is None else format(high, "f")


def fitting(value: Decimal | None) -> Decimal | None:
    """Return the value with ten decimals; None where there is none, or where that is not the value itself."""
    try:
        return None if value is None else value.quantize(_LAST_DIGIT, context=_DECIMAL)
    except (Inexact, InvalidOperation):
        return None


def _date(found: DateMention) -> Row:
    return found.text, found.start, found.end, found.precision, *_place(found)


def _citation(found: Citation) -> Row:
    number = found.document_number
    return (
        found.title,
        found.kind,
        number.canonical if number else None,
        number.issuer_code if number else None,
        number.year if number else None,
        number.number if number else None,
        found.text,
        *_place(found),
    )


def _diagnostic(found: Diagnostic) -> Row:
    return found.code, found.severity, found.message, *_place(found)


_ROWS: Final[dict[TableName, Callable[[Report, str], Iterator[Row]]]] = {
    "reports": _reports,
    "nodes": _nodes,
    "items": _items,
    "passages": _passages,
    "quantities": lambda report, report_id: _numbered(report_id, map(_quantity, report.quantities)),
    "dates": lambda report, report_id: _numbered(report_id, map(_date, report.dates)),
    "citations": lambda report, report_id: _numbered(report_id, map(_citation, report.citations)),
    "indicators": lambda report, report_id: _numbered(report_id, _indicators(report)),
    "diagnostics": lambda report, report_id: _numbered(report_id, map(_diagnostic, report.diagnostics)),
}
