"""What became of plans and problems: which places of the later report tell of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lawreport_parser.comparison.model import Link, PlanOutcome, ProblemOutcome
from lawreport_parser.comparison.similarity import CLAIMED, Index, Likeness, Profile, Rarity
from lawreport_parser.comparison.units import Compared, Unit, item_units, review_units, sentences_in
from lawreport_parser.grammars import Terminals
from lawreport_parser.model import Item
from lawreport_parser.spans import Span

__all__ = ["Later", "plan_outcomes", "problem_outcomes"]

_PROSE: Final = Terminals("prose")
#: What is told elsewhere counts where it is so much nearer: the odds of its score by those of the other.
_PLAINLY_NEARER: Final = 2
#: A place to which another plan or problem is so much nearer, by the same measure, tells of that one.
_ANOTHER_NEARER: Final = 3
#: At most so many places are looked at for each plan or problem.
_MOST_TRIED: Final = 16
#: At most so many links.
_MOST_LINKS: Final = 3
_DIGITS: Final = 3


class Later:
    """The later report, and where in it something of the earlier one may be told."""

    def __init__(self, later: Compared, rarity: Rarity) -> None:
        report = later.report
        self.rarity = rarity
        self.text = report.text
        self.review = Places(later, review_units(report), rarity)
        self.plans = Places(later, item_units(report, report.plans), rarity)
        self.problems = Places(later, item_units(report, report.problems), rarity)

    def says_not_done(self, link: Link) -> bool:
        """Say whether the nearest sentence of a place says that something was not, or not yet, carried out."""
        return _PROSE.NOT_CARRIED_OUT.search(link.closest.of(self.text)) is not None


class Places:
    """Units of the later report among which those are looked for that tell of a plan or problem."""

    def __init__(self, later: Compared, units: Sequence[Unit], rarity: Rarity) -> None:
        self.units = units
        self._later = later
        self._index = Index([later.profile(unit, rarity) for unit in units])
        self._sentences: dict[int, list[tuple[Span, set[str]]]] = {}

    def links(self, profiles: Sequence[Profile]) -> list[list[Link]]:
        """Return the links that can be claimed for each text, best first; the texts are all plans or problems."""
        likest: list[list[Likeness]] = []
        best: dict[int, float] = {}
        for profile in profiles:
            found = [each for each in self._index.likest(profile) if each.score >= CLAIMED]
            for score, number in found:
                best[number] = max(best.get(number, 0.0), _odds(score))
            likest.append(found[:_MOST_TRIED])
        return [
            [
                self._link(score, number, profile)
                for score, number in found
                if best[number] <= _ANOTHER_NEARER * _odds(score)
            ][:_MOST_LINKS]
            for profile, found in zip(profiles, likest, strict=True)
        ]

    def _link(self, score: float, number: int, profile: Profile) -> Link:
        unit = self.units[number]
        span = Span(unit.start, unit.end)
        text = span.of(self._later.text)
        return Link(span, unit.section_id, text, self._closest(number, profile), round(score, _DIGITS))

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
    plans = earlier.report.plans
    profiles = _profiles(earlier, plans, later.rarity)
    outcomes = []
    for plan, told, planned, lacking in zip(
        plans,
        later.review.links(profiles),
        later.plans.links(profiles),
        later.problems.links(profiles),
        strict=True,
    ):
        # What was not carried out is told of, too, and is not done.
        denied = [link for link in (*told, *lacking) if later.says_not_done(link)]
        not_done = max(denied, key=lambda link: link.score, default=None)
        told = [link for link in told if link not in denied]
        if told and not _nearer(planned, told):
            outcomes.append(PlanOutcome(plan, "done", told, not_done))
        else:
            outcomes.append(PlanOutcome(plan, "again" if planned else "silent", planned, not_done))
    return outcomes


def problem_outcomes(earlier: Compared, later: Later) -> list[ProblemOutcome]:
    """Return what became of each problem of the earlier report, in its order."""
    problems = earlier.report.problems
    profiles = _profiles(earlier, problems, later.rarity)
    outcomes = []
    for problem, told, named in zip(
        problems, later.review.links(profiles), later.problems.links(profiles), strict=True
    ):
        if named and not _nearer(told, named):
            outcomes.append(ProblemOutcome(problem, "again", named))
        else:
            outcomes.append(ProblemOutcome(problem, "mended" if told else "silent", told))
    return outcomes


def _profiles(earlier: Compared, items: Sequence[Item], rarity: Rarity) -> list[Profile]:
    return [earlier.profile(unit, rarity) for unit in item_units(earlier.report, items)]


def _nearer(some: Sequence[Link], those: Sequence[Link]) -> bool:
    """Say whether the best of some links is plainly nearer than the best of others."""
    return bool(some) and _odds(some[0].score) > _PLAINLY_NEARER * _odds(those[0].score)


def _odds(score: float) -> float:
    return score / max(1 - score, 10**-_DIGITS)
