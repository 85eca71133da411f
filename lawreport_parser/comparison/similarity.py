"""How alike two stretches of text are: letters and pairs of letters, weighted by how rare they are in both reports.

The measure is the cosine of the two weighted sets (tf–idf: Salton and Buckley 1988). Chinese is not cut into words:
most words have two letters, which are a pair; and where a report tells with other words what it had planned (调处 for
调解, 清欠账款 for 拖欠款项), single letters are still the same.

Two texts always have something in common, long ones more than short ones. So a score is the cosine beside what texts of
these sizes have in common by chance: 0 is nothing, 0.5 what chance seldom gives (see `CLAIMED`), near 1 the same words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt
from operator import mul
from typing import Final, NamedTuple

from lawreport_parser.blanks import BLANK_CHARACTERS

__all__ = ["CLAIMED", "Grams", "Index", "Likeness", "Profile", "Rarity"]

_BLANKS: Final = frozenset(BLANK_CHARACTERS)
#: Scores from here on are claimed. Of plans held against reports on other subjects, one in eleven reaches it.
CLAIMED: Final = 0.5
#: The cosine that is a score of 0.5, and how it grows with the sizes of both texts, each counted as at least so many
#: letters and pairs: what short texts share, they share by chance as often as longer ones.
_BY_CHANCE: Final = 0.0085
_GROWTH: Final = 0.15
_LEAST_SIZE: Final = 100
#: The rarity of a letter or pair counts with this power.
_RARITY_POWER: Final = 2
#: What the heading or the first clause says counts by so much more than the rest.
_HEAD_WEIGHT: Final = 0.5
#: How much the count of a letter or pair in a text weighs: 1 + log of it. So many are computed beforehand.
_OF_COUNT: Final = (0.0, *(1 + log(count) for count in range(1, 64)))
#: Letters and pairs that more texts of an index hold tell nothing of one of them. (It also bounds what a search costs.)
_MOST_HOLDERS: Final = 64


class Grams:
    """The letters of a text, and the pairs that stand together, by where they begin.

    Blanks between letters are passed over; digits, marks and the ranges `apart` part the text, and do not count.
    """

    __slots__ = ("_letters", "_pairs")

    def __init__(self, text: str, apart: Iterable[tuple[int, int]] = ()) -> None:
        self._letters = [""] * len(text)
        self._pairs = [""] * len(text)
        left_out = bytearray(len(text))
        for start, end in apart:
            left_out[start:end] = b"\1" * (end - start)
        before, place = "", 0
        for at, character in enumerate(text):
            if left_out[at]:
                before = ""
            elif character.isalpha():
                letter = character.lower()
                self._letters[at] = letter
                if before:
                    self._pairs[place] = before + letter
                before, place = letter, at
            elif character not in _BLANKS:
                before = ""

    def count(self, start: int, end: int) -> Counter[str]:
        """Count the letters and pairs in a stretch of the text."""
        found = Counter(self._letters[start:end])
        found.update(self._pairs[start : max(start, end - 1)])
        found.pop("", None)
        return found

    def held(self, start: int, end: int) -> set[str]:
        """Return the letters and pairs in a stretch of the text."""
        found = {*self._letters[start:end], *self._pairs[start : max(start, end - 1)]}
        found.discard("")
        return found


class Rarity:
    """How much a letter or pair weighs: the rarer the sentences of both reports that hold it, the more."""

    def __init__(self, sentences: Iterable[set[str]]) -> None:
        holders: Counter[str] = Counter()
        count = 0
        for grams in sentences:
            count += bool(grams)
            holders.update(grams)
        self._weights = {gram: log((count + 1) / number) ** _RARITY_POWER for gram, number in holders.items()}
        #: Of a pair that no sentence holds, since a break parts it there.
        self._unseen = log(count + 1) ** _RARITY_POWER

    def profile(self, grams: Counter[str], head: set[str]) -> Profile:
        """Return the weighted letters and pairs of a text; those of its `head` weigh more."""
        weights, unseen, most = self._weights, self._unseen, len(_OF_COUNT) - 1
        found = {
            gram: weights.get(gram, unseen) * _OF_COUNT[number if number < most else most]
            for gram, number in grams.items()
        }
        for gram in head:
            if gram in found:
                found[gram] += _HEAD_WEIGHT * weights.get(gram, unseen)
        return Profile(found)


class Profile:
    """The weighted letters and pairs of a text."""

    __slots__ = ("norm", "weights")

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights
        self.norm = sqrt(sum(map(mul, weights.values(), weights.values())))

    def likeness(self, other: Profile) -> float:
        """Return how alike both are."""
        few, many = sorted((self.weights, other.weights), key=len)
        product = sum(weight * many[gram] for gram, weight in few.items() if gram in many)
        return _score(product, self.norm, other.norm, len(few), len(many))

    def nearness(self, grams: set[str]) -> float:
        """Return how much of this text a shorter one holds, for its length: what is greatest is nearest."""
        weights = self.weights
        return sum(sorted(weights[gram] for gram in grams if gram in weights)) / sqrt(len(grams) or 1)


class Likeness(NamedTuple):
    """A text of an index, by its number there, and how like it is to the one that was looked for."""

    score: float
    number: int


class Index:
    """Texts among which the likest to others are looked for: what many of them hold counts less there."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        held: dict[str, list[tuple[int, float]]] = {}
        for number, profile in enumerate(profiles):
            for gram, weight in profile.weights.items():
                held.setdefault(gram, []).append((number, weight))
        every = log(len(profiles) + 1)
        #: What part of its weight counts of a letter or pair that so many of the texts hold.
        self._part = [1.0, *(1 - log(count) / every for count in range(1, len(profiles) + 1))]
        self._holders = held
        squares = [0.0] * len(profiles)
        for holders in held.values():
            part = self._part[len(holders)]
            square = part * part
            for number, weight in holders:
                squares[number] += weight * weight * square
        self._norms = list(map(sqrt, squares))
        self._sizes = [len(profile.weights) for profile in profiles]

    def likest(self, profile: Profile) -> list[Likeness]:
        """Return the texts that share something with `profile`, the likest first; of equals, the first in the index."""
        products: dict[int, float] = {}
        squares = 0.0
        parts, nowhere = self._part, list[tuple[int, float]]()
        for gram, weight in profile.weights.items():
            holders = self._holders.get(gram, nowhere)
            part = parts[len(holders)]
            counted = weight * part
            squares += counted * counted
            if len(holders) <= _MOST_HOLDERS:
                counted *= part
                for number, other in holders:
                    products[number] = products.get(number, 0.0) + counted * other
        norm, size = sqrt(squares), len(profile.weights)
        found = [
            Likeness(_score(product, norm, self._norms[number], size, self._sizes[number]), number)
            for number, product in products.items()
        ]
        found.sort(key=lambda each: (-each.score, each.number))
        return found


def _score(product: float, norm: float, other_norm: float, size: int, other_size: int) -> float:
    """Return how alike two texts are, given the product of their weights, their norms and their sizes."""
    if not product:
        return 0.0
    cosine = product / (norm * other_norm)
    sizes = float(max(size, _LEAST_SIZE) * max(other_size, _LEAST_SIZE))
    by_chance: float = _BY_CHANCE * sizes**_GROWTH
    return cosine / (cosine + by_chance)
