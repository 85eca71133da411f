"""A report as the rows of a table, and what tells that two reports are one."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import Any, NamedTuple

from lawreport_parser.arrow.identity import body_digest, digest, issuer_key
from lawreport_parser.arrow.rows import Row, rows_of
from lawreport_parser.indicators.codebook import Codebook
from lawreport_parser.indicators.model import Indicator
from lawreport_parser.indicators.reading import find_indicators
from lawreport_parser.panel.cells import AS_NAMED, Naming, cells_of
from lawreport_parser.panel.columns import ITEM_ROLES, PASSAGE_ROLES, TIMES, ReportTable, has_report_in_rows
from lawreport_parser.panel.sentences import Sentences
from lawreport_parser.report import Report
from lawreport_parser.spans import LineMap

__all__ = ["Duplicates", "Identity", "as_double", "errors_of", "identity_of", "plain_value", "table_rows"]


def table_rows(
    report: Report, name: str, table: ReportTable, codebook: Codebook, naming: Naming = AS_NAMED
) -> list[Row]:
    """Return the rows of a report in a table; those of `panel` and `long` without the columns that mark duplicates.

    `name` is the file, or the id, of the report; `naming` is how the remarks on cells of a panel call them.
    """
    match table:
        case "panel":
            return [_panel_row(report, name, codebook, naming)]
        case "long":
            return list(_long_rows(report, name, codebook))
        case _:
            header = report.header
            whose = (header.issuer, header.year, header.region.code if header.region else None)
            before = whose if has_report_in_rows(table) else ()
            return [(*before, *row) for row in rows_of(report, name, table)]


def _indicators(report: Report, codebook: Codebook) -> list[Indicator]:
    return report.indicators if codebook is Codebook.default() else find_indicators(report, codebook)


def _panel_row(report: Report, name: str, codebook: Codebook, naming: Naming) -> Row:
    header, region = report.header, report.header.region
    characters = dict.fromkeys(PASSAGE_ROLES, 0)
    for passage in report.passages:
        characters[passage.role] += sum(map(len, passage.span.of(report.text).split()))
    whole = sum(characters.values())
    cells = cells_of(_indicators(report, codebook), codebook, naming)
    return (
        header.issuer,
        header.year,
        header.plan_year,
        *(
            (None,) * 5
            if region is None
            else (region.code, region.name, region.level, "/".join(region.path), region.organ)
        ),
        header.title,
        header.published_date,
        report.signature.date if report.signature else None,
        whole,
        *(round(count / whole, 6) if whole else None for count in characters.values()),
        *(len(getattr(report, role)) for role in ITEM_ROLES),
        name,
        report.text_sha256,
        "; ".join(errors_of(report)) or None,
        *("; ".join(remarks) or None for remarks in (cells.left_out, cells.sums, cells.qualified)),
        *(cells.values.get(f"{code}.{time}") for code in codebook for time in TIMES),
    )


def _long_rows(report: Report, name: str, codebook: Codebook) -> Iterator[Row]:
    header = report.header
    region_code = header.region.code if header.region else None
    lines, sentences = LineMap(report.text), Sentences(report)
    for each in _indicators(report, codebook):
        entry = codebook[each.code]
        yield (
            header.issuer,
            header.year,
            region_code,
            each.code,
            entry.name_zh,
            entry.name_en,
            each.time,
            header.year if each.time == "actual" else header.plan_year,
            each.value,
            each.high,
            each.unit,
            each.qualifier,
            each.span.of(report.text),
            sentences.around(each.span),
            each.section_id,
            *lines.place(each.span.start),
            each.span.start,
            each.span.end,
            name,
        )


def errors_of(report: Report) -> list[str]:
    """Return the codes of the diagnostics of severity error, each once: they say that a file may be no report."""
    return list(dict.fromkeys(each.code for each in report.diagnostics if each.severity == "error"))


def plain_value(value: Any) -> Any:
    """Return a value as one cell: lists and maps as text, `a; b` and `label: value; …`."""
    if isinstance(value, list | tuple):
        return "; ".join(": ".join(map(str, each)) if isinstance(each, tuple) else str(each) for each in value)
    return value


def as_double(value: Any) -> float | None:
    """Return an exact number as a double; None where it is larger than any."""
    double = None if value is None else float(value)
    return double if double is not None and isfinite(double) else None


class Identity(NamedTuple):
    """What two copies of a report share: a digest of the body, and of issuer and year; None where it has none."""

    body: bytes | None
    issuer_year: bytes | None


def identity_of(report: Report) -> Identity:
    """Return what tells a report from others: see `body_digest` and `issuer_key`."""
    issuer, year = issuer_key(report.header), report.header.year
    known = issuer is not None and year is not None
    return Identity(body_digest(report), digest(f"{issuer}\n{year}") if known else None)


class Duplicates:
    """Reports seen so far: of each the digests, and the names of those that were the first of theirs."""

    def __init__(self) -> None:
        self._bodies: dict[bytes, str] = {}
        self._issuer_years: dict[bytes, str] = {}
        self.same_body = 0
        self.same_issuer_year = 0
        self.unidentified = 0

    def marks(self, name: str, identity: Identity) -> tuple[str | None, str | None]:
        """Note a report; return the first one of the same body, and that of the same issuer and year."""
        first = _first(self._bodies, identity.body, name)
        of_year = _first(self._issuer_years, identity.issuer_year, name)
        self.same_body += first is not None
        self.same_issuer_year += of_year is not None
        self.unidentified += identity.issuer_year is None
        return first, of_year


def _first(seen: dict[bytes, str], key: bytes | None, name: str) -> str | None:
    """Note a name by what it shares with others; return the first of these, None where it is that itself."""
    if key is None:
        return None
    first = seen.get(key)
    if first is None:
        seen[key] = name
    return first
