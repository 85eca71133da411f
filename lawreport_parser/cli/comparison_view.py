"""A comparison as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from lawreport_parser.cli.terminal_text import cut, one_line
from lawreport_parser.comparison import (
    ComparedReport,
    Comparison,
    DifferenceQualifier,
    IndicatorChange,
    Link,
    PlanOutcome,
    ProblemOutcome,
    SectionPlace,
)
from lawreport_parser.diagnostics import languages
from lawreport_parser.indicators.model import Indicator
from lawreport_parser.model import Item

__all__ = ["tables_of"]

#: Columns of the terminal for the words of a plan, and of the place that tells of it.
_WORDS: Final = 36
_STYLES: Final = {"done": "green", "mended": "green", "again": "yellow", "silent": "red"}


def tables_of(comparison: Comparison) -> Iterator[RenderableType]:
    """Yield the title, the notes, and a table for each part of a comparison that has something."""
    yield Text(f"{_name(comparison.earlier)} → {_name(comparison.later)}", style="bold")
    for note in comparison.notes:
        yield Text(f"{note.severity}: {languages(note.message)[0]} [{note.code}]")
    if comparison.plans:
        yield _outcomes("plan", ((each.plan, each, each.not_done) for each in comparison.plans))
    if comparison.problems:
        yield _outcomes("problem", ((each.problem, each, None) for each in comparison.problems))
    if comparison.indicators:
        yield _indicators(comparison.indicators)
    yield _sections(comparison)


def _name(report: ComparedReport) -> str:
    words = [report.issuer or report.title or report.name or "?", "" if report.year is None else str(report.year)]
    return one_line(" ".join(filter(None, words)))


def _table(words: Sequence[str], numbers: Sequence[str]) -> Table:
    """Return a table with columns of words, then of numbers, which stand to the right."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in words:
        table.add_column(column, overflow="fold")
    for column in numbers:
        table.add_column(column, justify="right", overflow="fold")
    return table


def _outcomes(what: str, rows: Iterable[tuple[Item, PlanOutcome | ProblemOutcome, Link | None]]) -> Table:
    table = _table(("status", what, "section", "told at"), ("score",))
    for item, outcome, not_done in rows:
        words = cut(one_line(item.heading or item.text), _WORDS)
        first = outcome.links[0] if outcome.links else not_done
        status = f"{outcome.status}, not done" if not_done else outcome.status
        table.add_row(
            Text(status, style=_STYLES[outcome.status]),
            Text(words),
            Text((first.section_id or "") if first else ""),
            Text(cut(one_line(first.text), _WORDS) if first else ""),
            Text(f"{first.score:.2f}" if first else ""),
        )
    return table


def _indicators(changes: Sequence[IndicatorChange]) -> Table:
    table = _table(("indicator", "unit"), ("earlier", "target", "later", "difference", "change %", "to target"))
    for change in changes:
        figures = [_figure(each) for each in (change.earlier, change.target, change.later)]
        sure, sure_of_target = change.difference_qualifier, change.against_target_qualifier
        verdict = "" if change.met is None else " met" if change.met else " missed"
        differences = [
            _number(change.difference, sure),
            _number(change.change_percent, sure),
            _number(change.against_target, sure_of_target) + verdict,
        ]
        cells = [change.code, change.unit or "", *figures, *differences]
        table.add_row(*(Text(one_line(cell)) for cell in cells))
    return table


#: What stands before a figure that is not exact, as in the charts of the pages.
_SIGNS: Final = {"about": "≈", "nearly": "≈", "over": ">", "at_least": "≥", "under": "<", "at_most": "≤"}


def _figure(indicator: Indicator | None) -> str:
    if indicator is None:
        return ""
    high = "" if indicator.high is None else f"–{indicator.high:f}"
    return f"{_SIGNS.get(indicator.qualifier, '')}{indicator.value:f}{high}"


def _number(value: Decimal | None, qualifier: DifferenceQualifier | None) -> str:
    return "" if value is None else f"{_SIGNS.get(qualifier or '', '')}{value:+f}"


def _sections(comparison: Comparison) -> Table:
    table = _table(("section", "earlier", "later"), ("score",))
    for match in comparison.sections:
        score = "" if match.score is None else f"{match.score:.2f}"
        cells = [match.status, _place(match.earlier), _place(match.later), score]
        table.add_row(*map(Text, cells))
    return table


def _place(section: SectionPlace | None) -> str:
    if section is None:
        return ""
    return f"{section.id} {cut(one_line(section.title), _WORDS)}"
