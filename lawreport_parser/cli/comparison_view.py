"""A comparison as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from lawreport_parser.cli.terminal_text import cut, one_line
from lawreport_parser.comparison import ComparedReport, Comparison, IndicatorChange, Link, SectionPlace
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
    plans = [(each.plan, each.status, each.links) for each in comparison.plans]
    if plans:
        yield _outcomes("plan", plans)
    problems = [(each.problem, each.status, each.links) for each in comparison.problems]
    if problems:
        yield _outcomes("problem", problems)
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


def _outcomes(what: str, rows: Sequence[tuple[Item, str, Sequence[Link]]]) -> Table:
    table = _table(("status", what, "section", "told at"), ("score",))
    for item, status, links in rows:
        words = cut(one_line(item.heading or item.text), _WORDS)
        first = links[0] if links else None
        table.add_row(
            Text(status, style=_STYLES[status]),
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
        differences = [_number(each) for each in (change.difference, change.change_percent, change.against_target)]
        cells = [change.code, change.unit or "", *figures, *differences]
        table.add_row(*(Text(one_line(cell)) for cell in cells))
    return table


#: What stands before a figure that is not exact, as in the charts of the pages.
_SIGNS: Final = {"about": "≈", "nearly": "≈", "over": ">", "at_least": "≥", "at_most": "≤"}


def _figure(indicator: Indicator | None) -> str:
    if indicator is None:
        return ""
    high = "" if indicator.high is None else f"–{indicator.high:f}"
    return f"{_SIGNS.get(indicator.qualifier, '')}{indicator.value:f}{high}"


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:+f}"


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
