"""`compare`: two reports of one issuer, of one year and a later one; `compare_years`: those of a row of years."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, pairwise
from typing import Final

from lawreport_parser.comparison.alignment import match_sections
from lawreport_parser.comparison.changes import indicator_changes
from lawreport_parser.comparison.checks import check_pair
from lawreport_parser.comparison.figures import targets_and_actuals
from lawreport_parser.comparison.model import ComparedReport, Comparison
from lawreport_parser.comparison.outcomes import Later, plan_outcomes, problem_outcomes
from lawreport_parser.comparison.similarity import Rarity
from lawreport_parser.comparison.units import Compared
from lawreport_parser.errors import ComparisonError
from lawreport_parser.model import Header, year_planned_for
from lawreport_parser.report import Report

__all__ = ["compare", "compare_years"]

_FEWEST: Final = 2


def compare(earlier: Report, later: Report, *, force: bool = False) -> Comparison:
    """Hold the report of a year against that of a later year, by the same issuer.

    What became of each plan and each problem of the earlier report, with links to the places of the later one that
    tell of it; how the indicators changed; which sections are aligned, new or gone. `docs/use/compare.md` says how
    alike texts must be. Nothing is random, and nothing but the two reports is looked at.

    `ComparisonError` where the two cannot be compared: different issuers, the same report twice, the same year, the
    later one first, or a text that is no report. With `force=True` these are notes of the comparison.
    `TypeError` for what is no `Report`.
    """
    for each in (earlier, later):
        if not isinstance(each, Report):
            raise TypeError(f"compare takes reports, not {type(each).__name__}; parse the text first")
    notes = check_pair(earlier, later, force=force)
    ours, theirs = Compared(earlier), Compared(later)
    rarity = Rarity(chain(ours.sentences(), theirs.sentences()))
    places = Later(theirs, rarity)
    told = bool(places.review.units)
    targets = _planned_for_the_later(earlier.header, later.header)
    indicators, unclear = indicator_changes(earlier.indicators, later.indicators, targets=targets)
    return Comparison(
        earlier=_identity(earlier),
        later=_identity(later),
        plans=plan_outcomes(ours, places, targets_and_actuals(indicators)) if told else [],
        problems=problem_outcomes(ours, places) if told else [],
        indicators=indicators,
        sections=match_sections(ours, theirs, rarity),
        notes=[*notes, *unclear],
    )


def compare_years(reports: Iterable[Report], *, force: bool = False) -> list[Comparison]:
    """Compare each report with the one behind it; they come in the order of their years, the earliest first.

    Two reports give one comparison, three give two. `ComparisonError` as for `compare`, and for fewer than two.
    """
    given = list(reports)
    if len(given) < _FEWEST:
        raise ComparisonError("a comparison takes two reports or more / 至少需要两份报告", "too-few")
    return [compare(earlier, later, force=force) for earlier, later in pairwise(given)]


def _planned_for_the_later(earlier: Header, later: Header) -> bool:
    """Say whether the year planned for is that of the later report, as far as the years are known."""
    planned = year_planned_for(earlier)
    return planned is None or later.year is None or planned == later.year


def _identity(report: Report) -> ComparedReport:
    header, source = report.header, report.source
    return ComparedReport(header.title, header.issuer, header.year, source.name if source else None, len(report.text))
