"""What became of plans and problems: which places of the later report tell of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from lawreport_parser.comparison.figures import SharedFigure, same_words_and_figure
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
        self.report = report
        self.rarity = rarity
        self.text = report.text
        self.review = Places(later, review_units(report), rarity)
        self.plans = Places(later, item_units(report, report.plans), rarity)
        self.problems = Places(later, item_units(report, report.problems), rarity)

    def says_not_done(self, link: Link) -> bool:
        """Say whether the nearest sentence of a place says that something was not, or not yet, carried out."""
        return _PROSE.NOT_CARRIED_OUT.search(link.closest.of(self.text)) is not None


class Sought(NamedTuple):
    """A plan or problem that is looked for: its words, and the clause of each figure that the later report shares.

    The place of the figure there tells of it, however little else the two texts share.
    """

    profile: Profile
    figures: Sequence[tuple[Profile, Span]]


class Found(NamedTuple):
    """A link, and whether it leads to a figure that both reports share."""

    link: Link
    by_figure: bool


class Places:
    """Units of the later report among which those are looked for that tell of a plan or problem."""

    def __init__(self, later: Compared, units: Sequence[Unit], rarity: Rarity) -> None:
        self.units = units
        self._later = later
        self._rarity = rarity
        self._index = Index([later.profile(unit, rarity) for unit in units])
        self._sentences: dict[int, list[tuple[Span, set[str]]]] = {}

    def links(self, all_sought: Sequence[Sought]) -> list[list[Found]]:
        """Return the links that can be claimed for each text, best first; the texts are all plans or problems."""
        likest: list[list[Likeness]] = []
        best: dict[int, float] = {}
        for sought in all_sought:
            found = [each for each in self._index.likest(sought.profile) if each.score >= CLAIMED]
            for score, number in found:
                best[number] = max(best.get(number, 0.0), _odds(score))
            likest.append(found[:_MOST_TRIED])
        return [
            self._best_links(
                sought,
                [each for each in found if best[each.number] <= _ANOTHER_NEARER * _odds(each.score)],
            )
            for sought, found in zip(all_sought, likest, strict=True)
        ]

    def _best_links(self, sought: Sought, found: Sequence[Likeness]) -> list[Found]:
        """Return the links to the units that are like a text, and to those that have its figures, best first."""
        scores = {number: score for score, number in found}
        told: dict[int, Span] = {}
        for clause, place in sought.figures:
            number = self._unit_at(place)
            if number is not None:
                likeness = clause.likeness(self._later.clause_around(place, self._rarity))
                scores[number] = max(scores.get(number, CLAIMED), likeness)
                told.setdefault(number, place)
        ranked = sorted(scores, key=lambda number: (-scores[number], number))[:_MOST_LINKS]
        return [
            Found(self._link(scores[number], number, sought.profile, told.get(number)), number in told)
            for number in ranked
        ]

    def _unit_at(self, place: Span) -> int | None:
        """Return the number of the unit that holds a place."""
        number = bisect_right(self.units, place.start, key=lambda unit: unit.start) - 1
        return number if number >= 0 and place.end <= self.units[number].end else None

    def _link(self, score: float, number: int, profile: Profile, place: Span | None) -> Link:
        unit = self.units[number]
        span = Span(unit.start, unit.end)
        text = span.of(self._later.text)
        return Link(span, unit.section_id, text, self._closest(number, profile, place), round(score, _DIGITS))

    def _closest(self, number: int, profile: Profile, place: Span | None) -> Span:
        """Return the sentence of a unit that holds a place, else the one nearest to a text; of equals, the first."""
        if number not in self._sentences:
            unit, grams = self.units[number], self._later.grams
            self._sentences[number] = [
                (Span(start, end), grams.held(start, end))
                for start, end in sentences_in(self._later.text, unit.words, unit.end)
            ]
        sentences = self._sentences[number]
        held = [span for span, _ in sentences if place is not None and span.start <= place.start < span.end]
        return held[0] if held else max(sentences, key=lambda each: profile.nearness(each[1]))[0]


def plan_outcomes(earlier: Compared, later: Later, figures: Sequence[SharedFigure] = ()) -> list[PlanOutcome]:
    """Return what became of each plan of the earlier report, in its order.

    `figures` are targets of the earlier report with what the later one gives for them, besides the figures that both
    have in the same words.
    """
    plans = earlier.report.plans
    same = same_words_and_figure(earlier.report, later.report)
    sought = _sought(earlier, plans, later.rarity, same)
    outcomes = []
    for plan, reported, planned, lacking in zip(
        plans,
        later.review.links(_sought(earlier, plans, later.rarity, [*same, *figures])),
        later.plans.links(sought),
        later.problems.links(sought),
        strict=True,
    ):
        # What was not carried out is told of, too, and is not done.
        denied = [each.link for each in (*reported, *lacking) if later.says_not_done(each.link)]
        not_done = max(denied, key=lambda link: link.score, default=None)
        told = [each for each in reported if each.link not in denied]
        if told and (any(each.by_figure for each in told) or not _nearer(planned, told)):
            outcomes.append(PlanOutcome(plan, "done", _links(told), not_done))
        else:
            outcomes.append(PlanOutcome(plan, "again" if planned else "silent", _links(planned), not_done))
    return outcomes


def problem_outcomes(earlier: Compared, later: Later) -> list[ProblemOutcome]:
    """Return what became of each problem of the earlier report, in its order."""
    problems = earlier.report.problems
    sought = _sought(earlier, problems, later.rarity)
    outcomes = []
    for problem, told, named in zip(problems, later.review.links(sought), later.problems.links(sought), strict=True):
        if named and not _nearer(told, named):
            outcomes.append(ProblemOutcome(problem, "again", _links(named)))
        else:
            outcomes.append(ProblemOutcome(problem, "mended" if told else "silent", _links(told)))
    return outcomes


def _sought(
    earlier: Compared, items: Sequence[Item], rarity: Rarity, figures: Sequence[SharedFigure] = ()
) -> list[Sought]:
    """Return what is looked for of each item, with those of the `figures` that stand in it."""
    in_order = sorted(figures, key=lambda each: (each.earlier.start, each.later.start))
    starts = [each.earlier.start for each in in_order]
    sought = []
    for unit in item_units(earlier.report, items):
        own = in_order[bisect_left(starts, unit.start) : bisect_left(starts, unit.end)]
        clauses = [(earlier.clause_around(each.earlier, rarity), each.later) for each in own]
        sought.append(Sought(earlier.profile(unit, rarity), clauses))
    return sought


def _links(found: Sequence[Found]) -> list[Link]:
    return [each.link for each in found]


def _nearer(some: Sequence[Found], those: Sequence[Found]) -> bool:
    """Say whether the best of some links is plainly nearer than the best of others."""
    return bool(some) and _odds(some[0].link.score) > _PLAINLY_NEARER * _odds(those[0].link.score)


def _odds(score: float) -> float:
    return score / max(1 - score, 10**-_DIGITS)
