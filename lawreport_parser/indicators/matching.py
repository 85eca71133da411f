"""What a codebook is made ready to: its words in one pattern, and for each of them and each unit the codes to try."""

from __future__ import annotations

import re
from typing import Final
from weakref import WeakKeyDictionary

from lawreport_parser.blanks import LINE_ENDS
from lawreport_parser.indicators.codebook import Codebook, CodebookEntry
from lawreport_parser.indicators.wording import FIGURE, close_pattern, literal_words
from lawreport_parser.numbers.wordlists import longest_match

__all__ = ["Matcher", "matcher_of"]

#: For so many pairs of matters and unit the codes are kept.
_MOST_KEPT: Final = 4096
#: What ends a clause. A pattern of nothing but words, these among them, is looked for in a tenth of the time.
CLAUSE_ENDS: Final = f"，。；：！？,;:!?{LINE_ENDS}"


class Matcher:
    """Finds the words of a codebook in a text, and the code of a figure by the words beside it."""

    def __init__(self, codebook: Codebook) -> None:
        general = codebook.general
        self.entries: Final[list[CodebookEntry]] = list(codebook.values())
        self.general: Final = general
        self.units: Final = frozenset(unit for entry in self.entries for unit in entry.units)
        words: dict[str, list[int]] = {}
        for number, entry in enumerate(self.entries):
            for word in entry.of:
                words.setdefault(word, []).append(number)
        # The longest word at a place is found; those within it are meant too.
        self._codes: Final[dict[str, frozenset[int]]] = {
            word: frozenset(code for within, codes in words.items() if within in word for code in codes)
            for word in [*words, *general.other]
        }
        self._tried: Final[dict[tuple[tuple[str, ...], str], tuple[int, ...]]] = {}
        self._names: Final = re.compile(longest_match(self._codes))
        self._find_names: Final = self._names.findall
        self._acts: Final[dict[str, re.Pattern[str]]] = {}
        self._close: Final[dict[int, tuple[list[re.Pattern[str] | None], re.Pattern[str]]]] = {}
        self.other: Final = frozenset(word for word in general.other if word not in words)
        #: The ends of clauses, and the words that name a matter.
        self.scan: Final = re.compile(longest_match([*CLAUSE_ENDS, *self._codes])).finditer

    def names(self, words: str) -> tuple[str, ...]:
        """Return the matters that words name, those of no code among them."""
        return tuple(self._find_names(words))

    def without_names(self, words: str) -> str:
        """Return words without the matters that they name."""
        return self._names.sub("", words)

    def codes(self, words: tuple[str, ...], unit: str) -> tuple[int, ...]:
        """Return the codes to try, in their order, for a figure of this unit that speaks of the matters of `words`."""
        key = (words, unit)
        codes = self._tried.get(key)
        if codes is None:
            entries = self.entries
            named = {code for word in words for code in self._codes[word]}
            codes = tuple(sorted(code for code in named if unit in entries[code].units))
            if len(self._tried) < _MOST_KEPT:
                self._tried[key] = codes
        return codes

    def acts_for(self, unit: str) -> re.Pattern[str]:
        """Return what is found beside a figure of a unit wherever something is said that one of its codes wants."""
        acts = self._acts.get(unit)
        if acts is None:
            lists = [entry.needed for entry in self.entries if unit in entry.units]
            words = {word for known in lists if known is not None for word in known}
            acts = self._acts[unit] = re.compile("" if None in lists or not words else longest_match(words))
        return acts

    def is_refused(self, view: str, code: int, of_organ: bool) -> bool:
        """Say whether the words beside a figure show that it is none of this code."""
        entry = self.entries[code]
        general = self.general
        for pattern in (
            entry.refused,
            None if of_organ else entry.kinds,
            general.levels if entry.change else general.changes,
            None if entry.average else general.averages,
            general.refused,
        ):
            if pattern is not None and pattern.search(view):
                return True
        return False

    def is_of_others(self, view: str) -> bool:
        """Say whether a figure is of others, of another time or of a rule, whatever its code."""
        refused = self.general.refused
        return refused is not None and refused.search(view) is not None

    def says(self, view: str, code: int, of_organ: bool) -> tuple[int, re.Match[str] | None] | None:
        """Return the rank of what is said beside a figure of this code, and where; None where nothing fits."""
        entry = self.entries[code]
        for rank, pattern in enumerate(entry.says):
            if pattern is None:
                if not rank and len(entry.says) == 1 and entry.organ is None and entry.government is None:
                    return 0, None
                continue
            hit = pattern.search(view)
            if hit is not None:
                return rank, hit
        last = entry.organ if of_organ else entry.government
        hit = last.search(view) if last is not None else None
        return None if hit is None else (len(entry.says), hit)

    def says_only(self, view: str, code: int, of_organ: bool) -> int:
        """Return the rank of what is said beside a figure, if nothing else stands there; -1 where something does."""
        close = self._close.get(code)
        if close is None:
            wordings = self.entries[code].wordings
            own = longest_match({*literal_words(" ".join(wordings)), FIGURE})
            passing = f"{self.general.fillers.pattern}|{self.general.acts.pattern}|{own}"
            close = self._close[code] = ([close_pattern(each, passing) for each in wordings], re.compile(own))
        patterns, own_words = close
        ranks = len(patterns) - 2
        for rank, pattern in enumerate(patterns):
            if pattern is None or (rank >= ranks and of_organ != (rank == ranks)):
                continue
            hit = pattern.search(view)
            if hit is not None:
                rest = own_words.sub("", view[: hit.start()]) + own_words.sub("", view[hit.end() :])
                return min(rank, ranks) if self.says_nothing(rest) else -1
        return -1

    def says_nothing(self, words: str) -> bool:
        """Say whether nothing stands in these words but fillers and digits."""
        return not words or not self.general.fillers.sub("", words).strip("0123456789０１２３４５６７８９")


_MADE: Final[WeakKeyDictionary[Codebook, Matcher]] = WeakKeyDictionary()


def matcher_of(codebook: Codebook) -> Matcher:
    """Return the matcher of a codebook, made when it is first asked for."""
    made = _MADE.get(codebook)
    if made is None:
        made = _MADE[codebook] = Matcher(codebook)
    return made
