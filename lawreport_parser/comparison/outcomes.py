"""What became of plans and problems: which places of the later report tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lawreport_parser.comparison.model import Link, PlanOutcome, ProblemOutcome
from lawreport_parser.comparison.similarity import Index, Profile, Rarity
from lawreport_parser.comparison.units import Unit, item_units, review_units, sentences_in
from lawreport_parser.model import Item
from lawreport_parser.report import Report
from lawreport_parser.spans import Span

__all__ = ["LEAST_SCORE", "LEAST_SHARED", "plan_outcomes", "problem_outcomes"]

#: A link is claimed only from this score on …
LEAST_SCORE: Final = 0.06
#: … and where what both texts share weighs so much: some four pairs of letters that are rare in the two reports.
LEAST_SHARED: Final = 15.0
#: At most so many links, each with at least this part of the score of the best.
_MOST_LINKS: Final = 3
_NEAR_THE_BEST: Final = 0.5
_DIGITS: Final = 3


class Later:
    """The later report, and where in it something of the earlier one may be told."""

    def __init__(self, report: Report, rarity: Rarity) -> None:
        self.text = report.text
        self.rarity = rarity
        self.review = self._places(review_units(report))
        self.plans = self._places(item_units(report, report.plans))
        self.problems = self._places(item_units(report, report.problems))

    def _places(self, units: Sequence[Unit]) -> Places:
        return Places(self.text, units, self.rarity)


class Places:
    """Units of the later report among which those are looked for that tell of a plan or problem."""

    def __init__(self, text: str, units: Sequence[Unit], rarity: Rarity) -> None:
        self.text = text
        self.units = units
        self.rarity = rarity
        self._index = Index([profile_of(text, unit, rarity) for unit in units])
        self._sentences: dict[int, list[tuple[Span, Profile]]] = {}

    def links(self, profile: Profile) -> list[Link]:
        """Return the links that can be claimed for a text, best first."""
        found: list[Link] = []
        for score, number in self._index.likest(profile):
            if score < LEAST_SCORE or len(found) == _MOST_LINKS or (found and score < _NEAR_THE_BEST * found[0].score):
                break
            if self.rarity.shared(profile, self._index.profiles[number]) < LEAST_SHARED:
                continue
            unit = self.units[number]
            span = Span(unit.start, unit.end)
            closest = self._closest(number, profile)
            found.append(Link(span, unit.section_id, span.of(self.text), closest, round(score, _DIGITS)))
        return found

    def _closest(self, number: int, profile: Profile) -> Span:
        """Return the sentence of a unit that is likest to a text; of equals, the first."""
        if number not in self._sentences:
            unit = self.units[number]
            self._sentences[number] = [
                (Span(start, end), self.rarity.profile(self.text[start:end]))
                for start, end in sentences_in(self.text, unit.words, unit.end)
            ]
        sentences = self._sentences[number]
        return max(sentences, key=lambda each: profile.likeness(each[1]))[0]


def profile_of(text: str, unit: Unit, rarity: Rarity) -> Profile:
    return rarity.profile(text[unit.words : unit.end], unit.head)


def plan_outcomes(earlier: Report, later: Later) -> list[PlanOutcome]:
    """Return what became of each plan of the earlier report, in its order."""
    outcomes = []
    for plan, profile in _items(earlier, earlier.plans, later.rarity):
        if links := later.review.links(profile):
            outcomes.append(PlanOutcome(plan, "done", links))
        elif links := later.plans.links(profile):
            outcomes.append(PlanOutcome(plan, "again", links))
        else:
            outcomes.append(PlanOutcome(plan, "silent", []))
    return outcomes


def problem_outcomes(earlier: Report, later: Later) -> list[ProblemOutcome]:
    """Return what became of each problem of the earlier report, in its order."""
    outcomes = []
    for problem, profile in _items(earlier, earlier.problems, later.rarity):
        if links := later.problems.links(profile):
            outcomes.append(ProblemOutcome(problem, "again", links))
        elif links := later.review.links(profile):
            outcomes.append(ProblemOutcome(problem, "mended", links))
        else:
            outcomes.append(ProblemOutcome(problem, "silent", []))
    return outcomes


def _items(report: Report, items: Sequence[Item], rarity: Rarity) -> Iterator[tuple[Item, Profile]]:
    for item, unit in zip(items, item_units(report, items), strict=True):
        yield item, profile_of(report.text, unit, rarity)
