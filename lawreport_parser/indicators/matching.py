"""What a codebook is made ready to: its words in one pattern, and for each of them and each unit the codes to try."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from weakref import WeakKeyDictionary

from lawreport_parser.grammars import Terminals
from lawreport_parser.indicators.codebook import Codebook, CodebookEntry
from lawreport_parser.numbers.wordlists import longest_match

__all__ = ["Matcher", "matcher_of"]

_INDICATORS: Final = Terminals("indicators")


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
        self._tried: dict[tuple[str, str], tuple[int, ...]] = {}
        self.other: Final = frozenset(general.other) - words.keys()
        #: The ends of clauses, and the words that name a matter.
        self.scan: Final = re.compile(f"{_INDICATORS.CLAUSE_END.pattern}|{longest_match(self._codes)}").finditer

    def codes(self, words: Sequence[str], unit: str) -> tuple[int, ...]:
        """Return the codes to try, in their order, for a figure of this unit that speaks of the matters of `words`."""
        if len(words) == 1:
            return self._of_word(words[0], unit)
        found = {code for word in words for code in self._of_word(word, unit)}
        return tuple(sorted(found))

    def _of_word(self, word: str, unit: str) -> tuple[int, ...]:
        key = (word, unit)
        codes = self._tried.get(key)
        if codes is None:
            entries = self.entries
            codes = tuple(sorted(code for code in self._codes[word] if unit in entries[code].units))
            self._tried[key] = codes
        return codes

    def is_refused(self, view: str, code: int, of_organ: bool) -> bool:
        """Say whether the words beside a figure show that it is none of this code."""
        entry = self.entries[code]
        general = self.general
        return bool(
            (entry.refused is not None and entry.refused.search(view))
            or (entry.kinds is not None and not of_organ and entry.kinds.search(view))
            or (not entry.change and general.changes is not None and general.changes.search(view))
            or (not entry.average and general.averages is not None and general.averages.search(view))
            or (general.refused is not None and general.refused.search(view))
        )

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
