"""What a page knows of comparisons, as plain data for its program.

Reports are named by their number on the page; places are offsets, in UTF-16 units, into the text of their report.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from lawreport_parser.comparison import (
    Comparison,
    IndicatorChange,
    Link,
    PlanOutcome,
    ProblemOutcome,
    SectionMatch,
    SectionPlace,
)
from lawreport_parser.diagnostics import languages
from lawreport_parser.model import Item
from lawreport_parser.report import Report
from lawreport_parser.spans import OffsetMap, Span
from lawreport_parser.view.page_data import figure_data

__all__ = ["comparisons_data"]


def comparisons_data(reports: Sequence[Report], comparisons: Sequence[Comparison]) -> list[dict[str, Any]]:
    """Return the data of each comparison; there is one for each report and the next.

    `ValueError` where they are not of these reports.
    """
    lengths = list(pairwise(len(report.text) for report in reports))
    if [(each.earlier.length, each.later.length) for each in comparisons] != lengths:
        raise ValueError("give the comparison of each report with the next, in the order of the reports")
    offsets = [OffsetMap(report.text, "utf16") for report in reports]
    made = [_Pair(place, offsets).data(comparison) for place, comparison in enumerate(comparisons)]
    for place, since in enumerate(_named_since(comparisons)):
        for problem, year in zip(made[place]["problems"], since, strict=True):
            problem["since"] = year
    return made


class _Pair:
    """Turns one comparison into data; the reports are the one at `place` and the next."""

    def __init__(self, place: int, offsets: Sequence[OffsetMap]) -> None:
        self.place = place
        self.earlier, self.later = offsets[place], offsets[place + 1]

    def data(self, comparison: Comparison) -> dict[str, Any]:
        return {
            "earlier": self.place,
            "later": self.place + 1,
            "plans": [
                {**self._outcome(each, each.plan), "notDone": self._link(each.not_done) if each.not_done else None}
                for each in comparison.plans
            ],
            "problems": [self._outcome(each, each.problem) for each in comparison.problems],
            "indicators": [_change(each) for each in comparison.indicators],
            "sections": [self._section(each) for each in comparison.sections],
            "notes": [_note(each.severity, each.message) for each in comparison.notes],
        }

    def _outcome(self, outcome: PlanOutcome | ProblemOutcome, item: Item) -> dict[str, Any]:
        return {
            "status": outcome.status,
            "span": _span(self.earlier, item.span),
            "heading": item.heading,
            "links": [self._link(each) for each in outcome.links],
        }

    def _link(self, link: Link) -> dict[str, Any]:
        return {
            "span": _span(self.later, link.span),
            "closest": _span(self.later, link.closest),
            "section": link.section_id,
            "score": link.score,
        }

    def _section(self, match: SectionMatch) -> dict[str, Any]:
        return {
            "status": match.status,
            "earlier": _section_place(self.earlier, match.earlier),
            "later": _section_place(self.later, match.later),
            "score": match.score,
        }


def _span(offsets: OffsetMap, span: Span) -> tuple[int, int]:
    return offsets.of(span.start), offsets.of(span.end)


def _section_place(offsets: OffsetMap, place: SectionPlace | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {"id": place.id, "title": place.title, "span": _span(offsets, place.span)}


def _change(change: IndicatorChange) -> dict[str, Any]:
    """Return what changed; exact numbers stay text."""
    return {
        "code": change.code,
        "unit": change.unit,
        "difference": _number(change.difference),
        "differenceQualifier": change.difference_qualifier,
        "percent": _number(change.change_percent),
        "target": figure_data(change.target) if change.target else None,
        "against": _number(change.against_target),
        "againstQualifier": change.against_target_qualifier,
        "met": change.met,
    }


def _number(value: Any) -> str | None:
    return None if value is None else format(value, "+f")


def _note(severity: str, message: str) -> dict[str, str]:
    english, chinese = languages(message)
    return {"severity": severity, "en": english, "zh": chinese}


def _named_since(comparisons: Sequence[Comparison]) -> list[list[int | None]]:
    """Return, for each problem, the year of the first report that names it; null where none before its own does.

    A report before names it where the comparison with that one found it again in the same words of this one.
    """
    years: list[list[int | None]] = []
    for place, comparison in enumerate(comparisons):
        before, known = (comparisons[place - 1], years[-1]) if place else (None, [])
        years.append([_since(each.problem, before, known) if before else None for each in comparison.problems])
    return years


def _since(problem: Item, before: Comparison, years: Sequence[int | None]) -> int | None:
    found = [
        since or before.earlier.year
        for outcome, since in zip(before.problems, years, strict=True)
        if outcome.status == "again"
        and any(problem.span.start <= link.closest.start < problem.span.end for link in outcome.links[:1])
    ]
    return min((year for year in found if year is not None), default=None)
