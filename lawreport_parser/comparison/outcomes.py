"""What became of plans and problems: which places of the later report tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lawreport_parser.comparison.model import Link, PlanOutcome, ProblemOutcome
from lawreport_parser.comparison.similarity import Index, Profile, Rarity
from lawreport_parser.comparison.units import Compared, Unit, item_units, review_units, sentences_in
from lawreport_parser.model import Item
from lawreport_parser.spans import Span

__all__ = ["LEAST_SCORE", "SURE_SCORE", "Later", "plan_outcomes", "problem_outcomes"]

#: A link is claimed only from this score on.
LEAST_SCORE: Final = 0.05
#: A link of less than this is weak: it does not count where the other part of the report is plainly nearer.
SURE_SCORE: Final = 0.12
_PLAINLY_NEARER: Final = 1.25
#: At most so many links, each with at least this part of the score of the best.
_MOST_LINKS: Final = 3
_NEAR_THE_BEST: Final = 0.5
_DIGITS: Final = 3


class Later:
    """The later report, and where in it something of the earlier one may be told."""

    def __init__(self, later: Compared, rarity: Rarity) -> None:
        report = later.report
        self.rarity = rarity
        self.review = Places(later, review_units(report), rarity)
        self.plans = Places(later, item_units(report, report.plans), rarity)
        self.problems = Places(later, item_units(report, report.problems), rarity)


class Places:
    """Units of the later report among which those are looked for that tell of a plan or problem."""

    def __init__(self, later: Compared, units: Sequence[Unit], rarity: Rarity) -> None:
        self.units = units
        self._later = later
        self._index = Index([later.profile(unit, rarity) for unit in units])
        self._sentences: dict[int, list[tuple[Span, set[str]]]] = {}

    def links(self, profile: Profile) -> list[Link]:
        """Return the links that can be claimed for a text, best first."""
        found: list[Link] = []
        for score, number in self._index.likest(profile):
            if score < LEAST_SCORE or len(found) == _MOST_LINKS or (found and score < _NEAR_THE_BEST * found[0].score):
                break
            unit = self.units[number]
            span = Span(unit.start, unit.end)
            closest = self._closest(number, profile)
            found.append(Link(span, unit.section_id, span.of(self._later.text), closest, round(score, _DIGITS)))
        return found

    def _closest(self, number: int, profile: Profile) -> Span:
        """Return the sentence of a unit that is nearest to a text; of equals, the first."""
        if number not in self._sentences:
            unit, grams = self.units[number], self._later.grams
            self._sentences[number] = [
                (Span(start, end), grams.held(start, end))
                for start, end in sentences_in(self._later.text, unit.words, unit.end)
            ]
        return max(self._sentences[number], key=lambda each: profile.nearness(each[1]))[0]


def plan_outcomes(earlier: Compared, later: Later) -> list[PlanOutcome]:
    """Return what became of each plan of the earlier report, in its order."""
    outcomes = []
    for plan, profile in _items(earlier, earlier.report.plans, later.rarity):
        told, planned = later.review.links(profile), later.plans.links(profile)
        if told and (_score(told) >= SURE_SCORE or not _nearer(planned, told)):
            outcomes.append(PlanOutcome(plan, "done", told))
        else:
            outcomes.append(PlanOutcome(plan, "again" if planned else "silent", planned))
    return outcomes


def problem_outcomes(earlier: Compared, later: Later) -> list[ProblemOutcome]:
    """Return what became of each problem of the earlier report, in its order."""
    outcomes = []
    for problem, profile in _items(earlier, earlier.report.problems, later.rarity):
        told, named = later.review.links(profile), later.problems.links(profile)
        if named and (_score(named) >= SURE_SCORE or not _nearer(told, named)):
            outcomes.append(ProblemOutcome(problem, "again", named))
        else:
            outcomes.append(ProblemOutcome(problem, "mended" if told else "silent", told))
    return outcomes


def _nearer(some: Sequence[Link], those: Sequence[Link]) -> bool:
    """Say whether the best of some links is plainly nearer than the best of others."""
    return _score(some) > _PLAINLY_NEARER * _score(those)


def _score(links: Sequence[Link]) -> float:
    return links[0].score if links else 0.0


def _items(earlier: Compared, items: Sequence[Item], rarity: Rarity) -> Iterator[tuple[Item, Profile]]:
    for item, unit in zip(items, item_units(earlier.report, items), strict=True):
        yield item, earlier.profile(unit, rarity)
