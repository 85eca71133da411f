"""What became of plans and problems: which places of the later report tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lawreport_parser.comparison.model import Link, PlanOutcome, ProblemOutcome
from lawreport_parser.comparison.similarity import CLAIMED, Index, Profile, Rarity
from lawreport_parser.comparison.units import Compared, Unit, item_units, review_units, sentences_in
from lawreport_parser.model import Item
from lawreport_parser.spans import Span

__all__ = ["Later", "plan_outcomes", "problem_outcomes"]

#: What is told elsewhere counts where it is so much nearer: the odds of its score by those of the other.
_PLAINLY_NEARER: Final = 2
#: At most so many links.
_MOST_LINKS: Final = 3
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
            if score < CLAIMED or len(found) == _MOST_LINKS:
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
        if told and not _nearer(planned, told):
            outcomes.append(PlanOutcome(plan, "done", told))
        else:
            outcomes.append(PlanOutcome(plan, "again" if planned else "silent", planned))
    return outcomes


def problem_outcomes(earlier: Compared, later: Later) -> list[ProblemOutcome]:
    """Return what became of each problem of the earlier report, in its order."""
    outcomes = []
    for problem, profile in _items(earlier, earlier.report.problems, later.rarity):
        told, named = later.review.links(profile), later.problems.links(profile)
        if named and not _nearer(told, named):
            outcomes.append(ProblemOutcome(problem, "again", named))
        else:
            outcomes.append(ProblemOutcome(problem, "mended" if told else "silent", told))
    return outcomes


def _nearer(some: Sequence[Link], those: Sequence[Link]) -> bool:
    """Say whether the best of some links is plainly nearer than the best of others."""
    return bool(some) and _odds(some[0]) > _PLAINLY_NEARER * _odds(those[0])


def _odds(link: Link) -> float:
    return link.score / max(1 - link.score, 10**-_DIGITS)


def _items(earlier: Compared, items: Sequence[Item], rarity: Rarity) -> Iterator[tuple[Item, Profile]]:
    for item, unit in zip(items, item_units(earlier.report, items), strict=True):
        yield item, earlier.profile(unit, rarity)
