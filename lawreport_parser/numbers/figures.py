"""Quantities, dates and citations of one text, each found once: a date or a cited title holds no quantity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lawreport_parser.numbers.citations import Citation, find_citations
from lawreport_parser.numbers.dates import DateMention, find_dates
from lawreport_parser.numbers.problems import NumberProblem
from lawreport_parser.numbers.quantities import Quantity, read_quantities

__all__ = ["Figures", "find_quantities", "read_numbers"]


@dataclass(frozen=True, slots=True)
class Figures:
    """What `read_numbers` finds, each list in the order of the text."""

    quantities: list[Quantity]
    dates: list[DateMention]
    citations: list[Citation]
    problems: list[NumberProblem]


def read_numbers(text: str, *, phrases: Iterable[str] = (), exclude: Sequence[tuple[int, int]] = ()) -> Figures:
    """Return the quantities, dates and citations of `text`, and the defects met on the way.

    `phrases` are further fixed phrases whose numerals count nothing. `exclude` are spans that hold no quantity
    (markers, metadata, footers); dates and citations are found there too. Time is linear in the text.
    """
    dates, problems = find_dates(text)
    citations, torn = find_citations(text)
    spans = [*(found.span for found in dates), *(found.span for found in citations)]
    spans += [problem.span for problem in problems]
    opaque = [(span.start, span.end) for span in spans]
    quantities = read_quantities(text, [*opaque, *exclude], phrases)
    return Figures(quantities, dates, citations, sorted([*problems, *torn], key=lambda problem: problem.span.start))


def find_quantities(
    text: str, *, phrases: Iterable[str] = (), exclude: Sequence[tuple[int, int]] = ()
) -> list[Quantity]:
    """Return the quantities of `text`, as `read_numbers` does."""
    return read_numbers(text, phrases=phrases, exclude=exclude).quantities
