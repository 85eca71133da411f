"""What a codebook is made ready to: its words in one pattern, and for each of them and each unit the codes to try."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final
from weakref import WeakKeyDictionary

from lawreport_parser.blanks import LINE_ENDS
from lawreport_parser.indicators.codebook import NEVER, Codebook, CodebookEntry
from lawreport_parser.indicators.wording import FIGURE, close_pattern, literal_words
from lawreport_parser.numbers.places import ARABIC_DIGITS
from lawreport_parser.numbers.wordlists import longest_match

__all__ = ["Matcher", "matcher_of"]

#: For so many pairs of matters and unit the codes are kept.
_MOST_KEPT: Final = 4096
#: What ends a clause. A pattern of nothing but words, these among them, is looked for in a tenth of the time.
CLAUSE_ENDS: Final = f"，。；：！？,;:!?{LINE_ENDS}"
#: What is said beside figures of a code, by rank, and one pattern that finds any of it.
_Ranked = tuple[re.Pattern[str] | None, Sequence[tuple[int, re.Pattern[str] | None]]]


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
            word: frozenset(code for within in _parts(word) for code in words.get(within, ()))
            for word in [*words, *general.other]
        }
        self._tried: Final[dict[tuple[tuple[str, ...], str], tuple[int, ...]]] = {}
        self._names: Final = re.compile(longest_match(self._codes))
        self._find_names: Final = self._names.findall
        self._acts: Final = frozenset(general.acts)
        self._fillers: Final = re.compile(longest_match(general.fillers) or NEVER)
        self._fillers_and_acts: Final = re.compile(longest_match([*general.fillers, *general.acts]) or NEVER)
        self._passing: Final[dict[str, Callable[[str], re.Match[str] | None]]] = {}
        self._wanted: Final[dict[tuple[int, bool], _Ranked]] = {}
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

    def may_go_on(self, own: str, after: str, unit: str) -> bool:
        """Say whether beside a figure stands nothing but what codes of its unit want said, fillers and other acts."""
        passing = self._passing.get(unit)
        if passing is None:
            wordings = [wording for entry in self.entries if unit in entry.units for wording in entry.wordings]
            passing = self._passing[unit] = re.compile(f"(?:{self._runs(wordings)})*+").fullmatch
        return passing(own) is not None and (not after or passing(after) is not None)

    def _runs(self, wordings: Iterable[str]) -> str:
        """Return a pattern of what may stand beside a figure without ending its matter: a filler, an act, a word."""
        general = self.general
        return longest_match({*general.fillers, *general.acts, *literal_words(" ".join(wordings)), *ARABIC_DIGITS})

    def are_acts(self, names: Iterable[str]) -> bool:
        """Say whether the matters that words name are acts, which are done in other matters too."""
        return all(name in self._acts for name in names)

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
        return self.general.refused.search(view) is not None

    def says(self, view: str, code: int, of_organ: bool) -> tuple[int, re.Match[str] | None] | None:
        """Return the rank of what is said beside a figure of this code, and where; None where nothing fits."""
        wanted = self._wanted.get((code, of_organ))
        if wanted is None:
            wanted = self._wanted[code, of_organ] = self._ranked(code, of_organ)
        wanted_any, ranked = wanted
        if wanted_any is not None and wanted_any.search(view) is None:
            return None
        for rank, pattern in ranked:
            if pattern is None:
                return rank, None
            hit = pattern.search(view)
            if hit is not None:
                return rank, hit
        return None

    def _ranked(self, code: int, of_organ: bool) -> _Ranked:
        """Return what is said beside figures of a code, the best first, and one pattern for all of it."""
        entry = self.entries[code]
        last = entry.organ if of_organ else entry.government
        ranked = [(rank, pattern) for rank, pattern in enumerate([*entry.says, last]) if pattern is not None]
        if not ranked and entry.organ is None and entry.government is None:
            return None, [(0, None)]
        return re.compile("|".join(pattern.pattern for _, pattern in ranked) or NEVER), ranked

    def says_only(self, view: str, code: int, of_organ: bool) -> int:
        """Return the rank of what is said beside a figure, if nothing else stands there; -1 where something does."""
        close = self._close.get(code)
        if close is None:
            wordings = self.entries[code].wordings
            passing = self._runs(wordings)
            own = longest_match({*literal_words(" ".join(wordings)), *self.general.fillers, FIGURE})
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

    def is_aside(self, words: str) -> bool:
        """Say whether words before a figure without code do not end the matter before: 驳回6件, 比上年增加9件."""
        if not self._fillers_and_acts.sub("", words).strip(ARABIC_DIGITS):
            return True
        return self.general.changes.search(words + FIGURE) is not None

    def says_nothing(self, words: str) -> bool:
        """Say whether nothing stands in these words but fillers and digits."""
        return not words or not self._fillers.sub("", words).strip(ARABIC_DIGITS)


def _parts(word: str) -> set[str]:
    """Return all that stands in a word, itself among it."""
    size = len(word)
    return {word[start:end] for start in range(size) for end in range(start + 1, size + 1)}


_MADE: Final[WeakKeyDictionary[Codebook, Matcher]] = WeakKeyDictionary()


def matcher_of(codebook: Codebook) -> Matcher:
    """Return the matcher of a codebook, made when it is first asked for."""
    made = _MADE.get(codebook)
    if made is None:
        made = _MADE[codebook] = Matcher(codebook)
    return made
