"""The best sequence of roles, on small made sums: what it costs to turn is weighed against what sentences show.

The costs are learned, so each test takes them from the tables and none writes one down.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawreport_parser.discourse.sentences import Place
from lawreport_parser.discourse.sequence import best_roles, sums_of, weigh
from lawreport_parser.discourse.weights import PLACES, ROLE_ORDER, SECTIONS, STARTS, TURNS, TURNS_OF_SECTIONS, WEIGHTS
from lawreport_parser.lexicon import Role

EVERY_PLACE: tuple[Place, ...] = get_args(Place)
#: More than any turn costs or gains.
STRONG = 1000


def cost(before: Role, role: Role, place: Place) -> int:
    """Return what it costs to come from one role to another."""
    if before == role:
        return 0
    return (TURNS_OF_SECTIONS if place in SECTIONS else TURNS)[before][role] + PLACES[place]


def sums(**shown: int) -> list[int]:
    """Return the sums of a sentence that shows these roles."""
    return [shown.get(role, 0) for role in ROLE_ORDER]


def total(roles: Sequence[Role], each: Sequence[list[int]], places: Sequence[Place]) -> int:
    """Return what a sequence weighs."""
    own = sum(one[ROLE_ORDER.index(role)] for role, one in zip(roles, each, strict=True))
    turns = sum(cost(roles[at - 1], roles[at], places[at]) for at in range(1, len(roles)))
    return STARTS[roles[0]] + own + turns


def test_the_tables_speak_of_every_role_and_place() -> None:
    assert set(ROLE_ORDER) == set(STARTS) == set(TURNS) == set(TURNS_OF_SECTIONS) == set(get_args(Role))
    assert set(PLACES) == set(EVERY_PLACE)
    for turns in (TURNS, TURNS_OF_SECTIONS):
        assert all(set(row) == set(ROLE_ORDER) - {role} for role, row in turns.items())


def test_no_sentences_have_no_roles() -> None:
    assert best_roles([], []) == []


@pytest.mark.parametrize("role", ROLE_ORDER)
def test_one_sentence_has_the_role_that_it_shows(role: Role) -> None:
    assert best_roles([sums(**{role: STRONG})], ["paragraph"]) == [role]


@pytest.mark.parametrize("place", EVERY_PLACE)
@pytest.mark.parametrize("role", ROLE_ORDER)
def test_a_strong_sentence_turns_the_role_and_turns_it_back(role: Role, place: Place) -> None:
    around: Role = "plans" if role == "achievements" else "achievements"
    shown = [sums(**{around: STRONG}), sums(**{role: STRONG}), sums(**{around: STRONG})]
    assert best_roles(shown, [place] * 3) == [around, role, around]


@pytest.mark.parametrize("place", ["paragraph", "amid", "spoken"])
@pytest.mark.parametrize("role", ["problems", "responsibility", "plans"])
def test_a_weak_one_does_not(role: Role, place: Place) -> None:
    """Turning there and back costs more than one sentence shows."""
    there_and_back = cost("achievements", role, place) + cost(role, "achievements", place)
    shown = [sums(achievements=STRONG), sums(**{role: -there_and_back - 1}), sums(achievements=STRONG)]
    assert there_and_back < 0
    assert best_roles(shown, [place] * 3) == ["achievements"] * 3


def test_weak_ones_in_a_row_do() -> None:
    place: Place = "amid"
    there_and_back = cost("achievements", "problems", place) + cost("problems", "achievements", place)
    weak = sums(problems=-there_and_back // 2 + 1)
    shown = [sums(achievements=STRONG), weak, weak, sums(achievements=STRONG)]
    assert best_roles(shown, [place] * 4) == ["achievements", "problems", "problems", "achievements"]


@pytest.mark.parametrize("role", ROLE_ORDER)
def test_a_sentence_that_shows_nothing_goes_with_those_around_it(role: Role) -> None:
    shown = [sums(**{role: STRONG}), sums(), sums(), sums(**{role: STRONG})]
    assert best_roles(shown, ["paragraph", "amid", "amid", "amid"]) == [role] * 4


@pytest.mark.parametrize("before", ROLE_ORDER)
@pytest.mark.parametrize("role", ROLE_ORDER)
def test_of_two_ways_that_weigh_the_same_the_one_that_stays_counts(before: Role, role: Role) -> None:
    """The second sentence has its role for certain; the first would just as well have the same one, or another."""
    if before == role:
        return
    stays, turns = STARTS[role], STARTS[before] + cost(before, role, "amid")
    first = sums(**{role: STRONG - stays, before: STRONG - turns})
    assert best_roles([first, sums(**{role: 2 * STRONG})], ["paragraph", "amid"]) == [role, role]


@pytest.mark.parametrize("before", ROLE_ORDER)
@pytest.mark.parametrize("role", ROLE_ORDER)
def test_the_same_holds_at_the_end(before: Role, role: Role) -> None:
    if before == role:
        return
    last = sums(**{role: -cost(before, role, "amid")})
    assert best_roles([sums(**{before: STRONG}), last], ["paragraph", "amid"]) == [before, before]


a_sum = st.lists(st.integers(-40, 40), min_size=len(ROLE_ORDER), max_size=len(ROLE_ORDER))
sequences = st.lists(st.tuples(a_sum, st.sampled_from(EVERY_PLACE)), min_size=1, max_size=4)


@given(sequences)
def test_no_other_sequence_weighs_more(drawn: list[tuple[list[int], Place]]) -> None:
    shown, places = [one for one, _ in drawn], [place for _, place in drawn]
    roles = best_roles(shown, places)
    most = max(total(each, shown, places) for each in product(ROLE_ORDER, repeat=len(shown)))
    assert total(roles, shown, places) == most


# --- sums


@given(st.lists(st.sampled_from(sorted(WEIGHTS)), max_size=300))
def test_packed_weights_add_up_like_plain_ones(features: list[str]) -> None:
    assert sums_of(weigh(features)) == [
        sum(WEIGHTS[feature][at] for feature in features) for at in range(len(ROLE_ORDER))
    ]


def test_a_feature_without_a_row_weighs_nothing() -> None:
    assert sums_of(weigh([])) == sums_of(weigh(["渔港", "灯塔"])) == [0] * len(ROLE_ORDER)
    assert sums_of(weigh(["渔港", "but", "灯塔"])) == list(WEIGHTS["but"])


@pytest.mark.parametrize("feature", ["but", "done", "announces", "will"])
def test_sums_of_a_sentence_of_fifty_thousand_features_do_not_run_over(feature: str) -> None:
    assert sums_of(weigh([feature] * 50_000)) == [50_000 * weight for weight in WEIGHTS[feature]]


def test_a_long_sequence_is_read_in_one_pass() -> None:
    shown = [sums(achievements=STRONG)] * 5_000 + [sums(plans=STRONG)] * 5_000
    assert best_roles(shown, ["amid"] * 10_000) == ["achievements"] * 5_000 + ["plans"] * 5_000
