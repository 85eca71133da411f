"""Quantities, dates and citations of one text, each found once: a date or a cited title holds no quantity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lawreport_parser.numbers.citations import Citation, find_citations
from lawreport_parser.numbers.dates import DateMention, find_dates
from lawreport_parser.numbers.defects import NumberProblem
from lawreport_parser.numbers.quantities import Quantity, read_quantities

__all__ = ["Figures", "Mentions", "find_quantities", "read_mentions", "read_numbers"]


@dataclass(frozen=True, slots=True)
class Figures:
    """What `read_numbers` finds, each list in the order of the text."""

    quantities: list[Quantity]
    dates: list[DateMention]
    citations: list[Citation]
    problems: list[NumberProblem]


class Mentions(NamedTuple):
    """The dates and citations of `text`, and the defects met on the way, each in the order of the text."""

    text: str
    dates: list[DateMention]
    citations: list[Citation]
    problems: list[NumberProblem]

    def copied(self) -> Mentions:
        """Return the same with dates and citations of its own."""
        dates = [each.model_copy() for each in self.dates]
        return self._replace(dates=dates, citations=[each.model_copy() for each in self.citations])


def read_mentions(text: str) -> Mentions:
    """Return the dates and citations of `text`: the first half of `read_numbers`, which takes them as `mentions`."""
    dates, impossible = find_dates(text)
    citations, torn = find_citations(text)
    return Mentions(text, dates, citations, sorted([*impossible, *torn], key=lambda problem: problem.span.start))


def read_numbers(
    text: str,
    *,
    phrases: Iterable[str] = (),
    exclude: Sequence[tuple[int, int]] = (),
    mentions: Mentions | None = None,
) -> Figures:
    """Return the quantities, dates and citations of `text`, and the defects met on the way.

    `phrases` are further fixed phrases whose numerals count nothing. `exclude` are spans that hold no quantity
    (markers, metadata, footers); dates and citations are found there too. Time is linear in the text.
    """
    _, dates, citations, problems = mentions or read_mentions(text)
    spans = [*(found.span for found in dates), *(found.span for found in citations)]
    spans += [problem.span for problem in problems]
    opaque = [(span.start, span.end) for span in spans]
    quantities = read_quantities(text, [*opaque, *exclude], phrases)
    return Figures(quantities, dates, citations, problems)


def find_quantities(
    text: str, *, phrases: Iterable[str] = (), exclude: Sequence[tuple[int, int]] = ()
) -> list[Quantity]:
    """Return the quantities of `text`, as `read_numbers` does."""
    return read_numbers(text, phrases=phrases, exclude=exclude).quantities
