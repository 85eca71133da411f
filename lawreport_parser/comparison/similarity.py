"""How alike two stretches of text are: pairs of letters, each weighted by how rare it is in the two reports.

The measure is the cosine of the two weighted sets of pairs (tf–idf: Salton and Buckley 1988), between 0 and 1. Chinese
is not cut into words: most words have two letters, and a pair across two words is rare and weighs in both alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log, sqrt
from typing import Final, NamedTuple

from lawreport_parser.blanks import BLANK_CHARACTERS

__all__ = ["Index", "Likeness", "Profile", "Rarity"]

_NO_BLANKS: Final = dict.fromkeys(map(ord, BLANK_CHARACTERS))
#: What the heading or the first clause says counts so much more than the rest.
_HEAD_WEIGHT: Final = 2.0
#: Pairs that more texts of an index hold tell nothing of one of them. (It also bounds what a search costs.)
_MOST_HOLDERS: Final = 64


def pairs_of(text: str) -> Counter[str]:
    """Count the pairs of letters that stand together; blanks are left out, digits and marks part the text."""
    letters = text.translate(_NO_BLANKS).casefold()
    return Counter(pair for at in range(len(letters) - 1) if (pair := letters[at : at + 2]).isalpha())


class Rarity:
    """How much a pair of letters weighs: the rarer the sentences of both reports that hold it, the more."""

    def __init__(self, sentences: Iterable[str]) -> None:
        holders: Counter[str] = Counter()
        count = 0
        for sentence in sentences:
            pairs = pairs_of(sentence)
            count += bool(pairs)
            holders.update(pairs.keys())
        self._weights = {pair: log((count + 1) / number) for pair, number in holders.items()}
        #: Of a pair that no sentence holds, since a break parts it there.
        self._unseen = log(count + 1)

    def profile(self, text: str, head: str = "") -> Profile:
        """Return the weighted pairs of a text; those of its `head`, which is part of it, weigh more."""
        weights = self._weights
        heavy = pairs_of(head)
        return Profile(
            {
                pair: weights.get(pair, self._unseen) * (1 + log(number) + (_HEAD_WEIGHT if pair in heavy else 0))
                for pair, number in pairs_of(text).items()
            }
        )

    def shared(self, some: Profile, those: Profile) -> float:
        """Return how much the pairs weigh that both texts hold, each counted once."""
        few, many = sorted((some.weights, those.weights), key=len)
        return sum(self._weights.get(pair, self._unseen) for pair in few if pair in many)


class Profile:
    """The weighted pairs of a text."""

    __slots__ = ("norm", "weights")

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights
        self.norm = sqrt(sum(weight * weight for weight in weights.values()))

    def likeness(self, other: Profile) -> float:
        """Return the cosine of both: 0 where nothing is shared, 1 for the same text."""
        few, many = sorted((self.weights, other.weights), key=len)
        return _cosine(sum(weight * many[pair] for pair, weight in few.items() if pair in many), self, other)


class Likeness(NamedTuple):
    """A text of an index, by its number there, and how like it is to the one that was looked for."""

    score: float
    number: int


class Index:
    """Texts among which the likest to others are looked for."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.profiles = profiles
        holders: dict[str, list[tuple[int, float]]] = {}
        for number, profile in enumerate(profiles):
            for pair, weight in profile.weights.items():
                holders.setdefault(pair, []).append((number, weight))
        self._holders = {pair: held for pair, held in holders.items() if len(held) <= _MOST_HOLDERS}

    def likest(self, profile: Profile) -> Iterator[Likeness]:
        """Yield the texts that share something with `profile`, the likest first; of equals, the first in the index."""
        products: dict[int, float] = {}
        for pair, weight in profile.weights.items():
            for number, other in self._holders.get(pair, ()):
                products[number] = products.get(number, 0.0) + weight * other
        found = [
            Likeness(_cosine(product, profile, self.profiles[number]), number) for number, product in products.items()
        ]
        found.sort(key=lambda each: (-each.score, each.number))
        yield from found


def _cosine(product: float, some: Profile, those: Profile) -> float:
    return min(1.0, product / (some.norm * those.norm)) if some.norm and those.norm else 0.0
