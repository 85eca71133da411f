"""The reports of one issuer as rows: each year held against the next. Nothing here needs pyarrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from lawreport_parser.arrow.comparison_columns import (
    COMPARISON_COLUMNS,
    KEY_COLUMNS,
    ComparisonTable,
    check_comparison_table,
)
from lawreport_parser.arrow.identity import body_digest, issuer_key
from lawreport_parser.arrow.rows import Row, fitting
from lawreport_parser.comparison import Comparison, Link, PlanOutcome, ProblemOutcome, compare
from lawreport_parser.errors import ComparisonError
from lawreport_parser.indicators.codebook import Codebook
from lawreport_parser.indicators.model import Indicator
from lawreport_parser.model import Item
from lawreport_parser.reasons import reason
from lawreport_parser.report import Report
from lawreport_parser.spans import Span

__all__ = ["MOST_REPORTS", "by_issuer", "comparison_rows", "group_rows", "refused_row", "refused_rows"]

#: An issuer has no more reports; more are a mistake in the grouping, and would not fit into memory.
MOST_REPORTS: Final = 200


class _Named(NamedTuple):
    report_id: str
    report: Report


def by_issuer(reports: Iterable[tuple[str, Report]]) -> list[list[tuple[str, Report]]]:
    """Return the reports by issuer, those of the first issuer first; one of no known issuer stands alone."""
    issuers: dict[str, list[tuple[str, Report]]] = {}
    for number, (report_id, report) in enumerate(reports):
        key = issuer_key(report.header) or f"? {number}"
        issuers.setdefault(key, []).append((report_id, report))
    return list(issuers.values())


def group_rows(
    reports: Iterable[tuple[str, Report]], tables: Sequence[ComparisonTable]
) -> Iterator[tuple[ComparisonTable, Row]]:
    """Yield the rows of reports that a caller has put together as those of one issuer, each with its table.

    As `comparison_rows`; a report of no known issuer, and all of a group of more than `MOST_REPORTS`, are left out with
    an `error`. Memory holds at most so many reports.
    """
    kept: list[tuple[str, Report]] = []
    too_many = False
    for report_id, report in reports:
        if issuer_key(report.header) is None:
            yield from refused_rows(tables, report_id, _NO_ISSUER, report)
            continue
        kept.append((report_id, report))
        if too_many or len(kept) > MOST_REPORTS:
            too_many = True
            for refused, each in kept:
                yield from refused_rows(tables, refused, _TOO_MANY, each)
            kept.clear()
    yield from comparison_rows(kept, tables)


_NO_ISSUER: Final = reason("issuer-unknown")
_TOO_MANY: Final = reason("too-many-reports", limit=MOST_REPORTS)


def comparison_rows(
    reports: Iterable[tuple[str, Report]], tables: Sequence[ComparisonTable]
) -> Iterator[tuple[ComparisonTable, Row]]:
    """Yield the rows of the reports of one issuer, given with their ids in any order, each with its table.

    Each report is compared with that of the year after; a gap of years is not bridged. Of copies of a report the
    first counts. A report whose year is not known, or whose year has other reports of the issuer beside it, is left
    out and gives a row with its `error` in each table; so does a pair that `compare` refuses. In `pairs` each pair
    has one row.
    """
    names = [check_comparison_table(table) for table in tables]
    years: dict[int, list[_Named]] = {}
    for report_id, report in reports:
        year = report.header.year
        if year is None:
            yield from refused_rows(names, report_id, reason("year-unknown"), report)
        else:
            years.setdefault(year, []).append(_Named(report_id, report))
    single: dict[int, _Named] = {}
    for year in sorted(years):
        several = _without_copies(years[year])
        if len(several) == 1:
            single[year] = several[0]
            continue
        for each in several:
            others = ", ".join(other.report_id for other in several if other is not each)
            error = reason("year-shared", year=year, others=others)
            yield from refused_rows(names, each.report_id, error, each.report)
    for year, following in pairwise(single):
        if following == year + 1:
            yield from _of_a_pair(single[year], single[following], names)


def refused_rows(
    tables: Iterable[ComparisonTable], report_id: str, error: str, report: Report | None = None
) -> Iterator[tuple[ComparisonTable, Row]]:
    """Return, for each of the tables, the row of a report that is left out."""
    return ((table, refused_row(table, report_id, error, report)) for table in tables)


def refused_row(table: ComparisonTable, report_id: str | None, error: str, report: Report | None = None) -> Row:
    """Return the row of a report that is left out."""
    key: Row = (report_id, *(None,) * (len(KEY_COLUMNS) - 1))
    if report is not None:
        key = (report_id, None, *_whose(report), report.header.year, None)
    return _error_row(table, key, error)


def _error_row(table: ComparisonTable, key: Row, error: str) -> Row:
    return (*key, *(None,) * (len(COMPARISON_COLUMNS[table]) - len(key) - 1), error)


def _without_copies(reports: Sequence[_Named]) -> list[_Named]:
    if len(reports) == 1:
        return list(reports)
    first: dict[bytes, _Named] = {}
    for each in reports:
        first.setdefault(body_digest(each.report) or each.report_id.encode("utf-8", "surrogatepass"), each)
    return list(first.values())


def _of_a_pair(
    earlier: _Named, later: _Named, tables: Sequence[ComparisonTable]
) -> Iterator[tuple[ComparisonTable, Row]]:
    years = (earlier.report.header.year, later.report.header.year)
    key = (earlier.report_id, later.report_id, *_whose(later.report), *years)
    try:
        comparison = compare(earlier.report, later.report)
        made = [(table, row) for table in tables for row in _ROWS[table](comparison, earlier.report, later.report)]
    except ComparisonError as error:
        yield from ((table, _error_row(table, key, str(error))) for table in tables)
    except Exception as failure:
        told = reason("comparing-failed", error=f"{type(failure).__name__}: {failure}")
        yield from ((table, _error_row(table, key, told)) for table in tables)
    else:
        yield from ((table, (*key, *row, None)) for table, row in made)


def _whose(report: Report) -> Row:
    header, region = report.header, report.header.region
    return header.issuer, region.code if region else None, region.organ if region else None


def _pairs(comparison: Comparison, _earlier: Report, _later: Report) -> Iterator[Row]:
    plans = [each.status for each in comparison.plans]
    problems = [each.status for each in comparison.problems]
    yield (
        len(plans),
        *(plans.count(status) for status in ("done", "again", "silent")),
        sum(each.not_done is not None for each in comparison.plans),
        len(problems),
        *(problems.count(status) for status in ("again", "mended", "silent")),
        [note.code for note in comparison.notes],
    )


def _outcomes(comparison: Comparison, _earlier: Report, later: Report) -> Iterator[Row]:
    for position, plan in enumerate(comparison.plans, 1):
        yield _outcome(plan, plan.plan, f"plans.{position}", plan.not_done, later)
    for position, problem in enumerate(comparison.problems, 1):
        yield _outcome(problem, problem.problem, f"problems.{position}", None, later)


def _outcome(
    outcome: PlanOutcome | ProblemOutcome, item: Item, item_id: str, not_done: Link | None, later: Report
) -> Row:
    best = outcome.links[0] if outcome.links else None
    return (
        item_id,
        item_id.partition(".")[0],
        item.heading,
        item.text,
        item.span.start,
        item.span.end,
        outcome.status,
        best.score if best else None,
        len(outcome.links),
        *((None,) * 6 if best is None else (best.section_id, best.text, *_ends(best.span), *_ends(best.closest))),
        *((None,) * 3 if not_done is None else (not_done.closest.of(later.text), *_ends(not_done.closest))),
    )


def _changes(comparison: Comparison, earlier: Report, later: Report) -> Iterator[Row]:
    codebook = Codebook.default()
    for change in comparison.indicators:
        entry = codebook[change.code]
        yield (
            change.code,
            entry.name_zh,
            entry.name_en,
            change.unit,
            *_figure(change.earlier, earlier),
            *_figure(change.target, earlier),
            *_figure(change.later, later),
            fitting(change.difference),
            change.difference_qualifier,
            fitting(change.change_percent),
            fitting(change.against_target),
            change.against_target_qualifier,
            change.met,
        )


def _figure(found: Indicator | None, report: Report) -> Row:
    if found is None:
        return (None,) * 4
    return fitting(found.value), fitting(found.high), found.qualifier, found.span.of(report.text)


def _ends(span: Span) -> Row:
    return span.start, span.end


_ROWS: Final[dict[ComparisonTable, Callable[[Comparison, Report, Report], Iterator[Row]]]] = {
    "pairs": _pairs,
    "outcomes": _outcomes,
    "changes": _changes,
}
