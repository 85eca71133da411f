"""Quantities, dates and citations of one text, each found once: a date or a cited title holds no quantity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lawreport_parser.numbers.citations import CitationReading, citation_mention, read_citations
from lawreport_parser.numbers.dates import FoundDate, date_mention, read_dates
from lawreport_parser.numbers.defects import NumberProblem
from lawreport_parser.numbers.model import Citation, DateMention, Quantity
from lawreport_parser.numbers.places import numeral_places
from lawreport_parser.numbers.quantities import read_quantities

__all__ = ["Figures", "Mentions", "find_quantities", "read_mentions", "read_numbers"]


@dataclass(frozen=True, slots=True)
class Figures:
    """What `read_numbers` finds, each list in the order of the text."""

    quantities: list[Quantity]
    dates: list[DateMention]
    citations: list[Citation]
    problems: list[NumberProblem]


class Mentions(NamedTuple):
    """What the dates and citations of a text say, and the defects met on the way, each in the order of the text.

    `numerals` are the places where figures may begin.
    """

    numerals: list[int]
    dates: list[FoundDate]
    citations: list[CitationReading]
    problems: list[NumberProblem]


def read_mentions(text: str) -> Mentions:
    """Return the dates and citations of `text`: the first half of `read_numbers`, which takes them as `mentions`."""
    numerals = numeral_places(text)
    dates, problems = read_dates(text, numerals)
    citations, torn = read_citations(text)
    if torn:
        problems = sorted([*problems, *torn], key=lambda problem: problem.span.start)
    return Mentions(numerals, dates, citations, problems)


def _nowhere(_: int) -> None:
    """Say of no place in which section it is."""


def read_numbers(
    text: str,
    *,
    phrases: Iterable[str] = (),
    exclude: Iterable[tuple[int, int]] = (),
    mentions: Mentions | None = None,
    section_of: Callable[[int], str | None] = _nowhere,
    boundaries: Sequence[int] = (),
) -> Figures:
    """Return the quantities, dates and citations of `text`, and the defects met on the way.

    `phrases` are further fixed phrases whose numerals count nothing. `exclude` are spans that hold no quantity
    (markers, metadata, footers); dates and citations are found there too. `section_of` gives the id of the section
    in which an offset lies; `boundaries` are the places, in order, over which no figure takes its subject. Time is
    linear in the text.
    """
    numerals, dates, citations, problems = mentions or read_mentions(text)
    opaque = [(found[0], found[1]) for found in dates]
    opaque += [(reading.start, reading.stop) for reading in citations]
    opaque += [(problem.span.start, problem.span.end) for problem in problems]
    opaque += exclude
    return Figures(
        read_quantities(text, numerals, opaque, phrases, section_of, boundaries),
        [date_mention(text, found, section_of(found[0])) for found in dates],
        [citation_mention(text, reading, section_of(reading.start)) for reading in citations],
        list(problems),
    )


def find_quantities(
    text: str, *, phrases: Iterable[str] = (), exclude: Iterable[tuple[int, int]] = ()
) -> list[Quantity]:
    """Return the quantities of `text`, as `read_numbers` does."""
    return read_numbers(text, phrases=phrases, exclude=exclude).quantities
