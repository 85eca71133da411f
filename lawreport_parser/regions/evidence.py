"""What a page says of a place beside the issuer's name: which of several places it is, or in which a township lies.

Witnesses (title, source, addressee …) name it or a larger place, a document number begins with letters of it, and the
text names it, or the larger place whose organs lead it. Each is read when it is asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from lawreport_parser.grammars import Terminals
from lawreport_parser.regions.divisions import Division, divisions, in_force
from lawreport_parser.regions.names import Place, places_in

__all__ = ["Evidence", "Witness"]

_REGIONS: Final = Terminals("regions")
#: So often must the text name the larger place of one of several, and so much oftener than the others'.
_MENTIONS: Final = 2
_TIMES: Final = 4
#: So often the place itself, where nothing but the text names it.
_OWN_MENTIONS: Final = 3
#: What of a text is read: for names that are looked for, and for whatever place it names.
_READ: Final = 20_000
_SCANNED: Final = 3_000
#: The beginning and the end of a text name the place of the report.
_EDGE: Final = 600
#: A name may be found so often, before no more is read.
_MOST_FOUND: Final = 50
#: How far before a name what it stands in is looked for.
_BEFORE: Final = 16
#: The letter of a province before document numbers, by the province's code, where no city uses the same.
_LETTER_OF: Final = {
    "11": "京",
    "12": "津",
    "13": "冀",
    "31": "沪",
    "33": "浙",
    "34": "皖",
    "35": "闽",
    "36": "赣",
    "37": "鲁",
    "41": "豫",
    "43": "湘",
    "44": "粤",
    "46": "琼",
    "50": "渝",
    "52": "黔",
}


class Witness(NamedTuple):
    """Words of the page beside the issuer that may name its place, or a larger one: a title, a source."""

    origin: str
    words: str


class Evidence:
    """What the page says; `year` is the year of the names."""

    def __init__(self, witnesses: Sequence[Witness], document_number: str, text: str, year: int | None) -> None:
        self.witnesses = witnesses
        self.number = document_number
        self.text = text[:_READ]
        self.year = year

    def places(self, witness: Witness) -> list[Place]:
        """Return the places that a witness names, but for those that the organ only goes to: 赴南京市考察."""
        return [place for place in places_in(witness.words, self.year) if not _elsewhere(witness.words, place.start)]

    # --- one of several places of a name

    def narrowed(self, named: tuple[Division, ...], name: str) -> list[Division]:
        """Return those of some divisions that the page leaves: one, where it tells.

        Every witness is asked in turn; one that names a larger place of some of them leaves only those. Where they
        leave several, the text is asked.
        """
        candidates = in_force(named, self.year)
        for witness in self.witnesses:
            if len(candidates) == 1:
                return candidates
            candidates = self._bearing(candidates, witness.words.replace(name, "")) or candidates
        if len(candidates) > 1:
            candidates = self._numbered(candidates) or candidates
        return self._told(candidates, name) if len(candidates) > 1 else candidates

    def _above(self, candidate: Division) -> list[str]:
        """Return the names of the larger places, the smallest first."""
        return divisions().path(candidate, self.year)[-2::-1]

    def _bearing(self, candidates: list[Division], words: str) -> list[Division]:
        """Return the candidates of whose larger places the words name the smallest, with or without its unit."""
        nearest = 0
        held: list[Division] = []
        for candidate in candidates:
            above = self._above(candidate)
            named = next((len(above) - at for at, place in enumerate(above) if _names(words, place)), 0)
            if named > nearest:
                nearest, held = named, []
            if named and named == nearest:
                held.append(candidate)
        return held

    def _numbered(self, candidates: list[Division]) -> list[Division]:
        """Return the candidates for which the letters of the document number speak: 徐鼓政发, 渝江北府发."""
        letters = self.number
        if not letters:
            return []
        return self._bearing(candidates, letters[:4]) or [
            each
            for each in candidates
            if letters[1:2] in each.name[:-1]
            and any(letters[0] in (place[0], _LETTER_OF.get(each.code[:2])) for place in self._above(each)[:1])
        ]

    def _told(self, candidates: list[Division], name: str) -> list[Division]:
        """Return the one candidate whose larger place the text names, several times and alone; else all."""
        above = [self._above(each) for each in candidates]
        counts = []
        for at, places in enumerate(above):
            others = {place for other in above[:at] + above[at + 1 :] for place in other}
            counts.append(sum(self._mentions(place, name) for place in places if place not in others))
        most, second = sorted(counts, reverse=True)[:2]
        if most < _MENTIONS or most < _TIMES * second:
            return candidates
        return [candidates[counts.index(most)]]

    def _mentions(self, place: str, name: str) -> int:
        """Return how often the text names a place as one that the report's lies in.

        赴南京市考察 does not count; 在南京市委的领导下, and 南京市鼓楼区 at the beginning or end, count for several.
        """
        count = 0
        for at in _occurrences(self.text, place):
            behind = at + len(place)
            if _elsewhere(self.text, at) or _REGIONS.VISITS.match(self.text, behind):
                continue
            at_edge = at < _EDGE or at > len(self.text) - _EDGE
            led = _REGIONS.LEADS.match(self.text, behind) or (at_edge and self.text.startswith(name, behind))
            count += _MENTIONS if led else 1
        return count

    # --- the place of a township or zone

    def around(self, name: str) -> list[Division]:
        """Return the division named before a township (海门区三厂街道), else the only one that the page names.

        Several, where that is the name of several.
        """
        for words in (*(witness.words for witness in self.witnesses), self.text):
            before = [place for at in _occurrences(words, name) if (place := self._before(words, at)) is not None]
            if before:
                return self._one_of(before)
        for witness in self.witnesses:
            fitting = [each for each in self.places(witness) if divisions().is_undivided(each.divisions[0])]
            if fitting:
                return self._one_of(fitting)
        found = self._most_named("")
        return [found[1]] if found is not None else []

    def _before(self, words: str, at: int) -> Place | None:
        start = max(at - _BEFORE, 0)
        places = list(places_in(words[start:at], self.year))
        return places[-1] if places and start + places[-1].end == at else None

    def _one_of(self, places: list[Place]) -> list[Division]:
        """Return the division that all of some places are; several, where nothing tells; none, where they differ."""
        named = {each for place in places for each in in_force(place.divisions, self.year)}
        if len({each.name for each in named}) > 1:
            return []
        least = min((place.divisions for place in places), key=len)
        return self.narrowed(least, least[0].name) if all(set(least) <= set(p.divisions) for p in places) else []

    # --- short names

    def of_number(self, unit: str) -> tuple[str, Division] | None:
        """Return the place with whose bare name the document number begins, where only one has it: 海门政发."""
        letters = _REGIONS.OF_NUMBER.match(self.number)
        if letters is None:
            return None
        named = in_force(divisions().by_stem.get(letters["place"], ()), self.year)
        fitting = [each for each in named if each.name.endswith(unit)]
        return (letters["place"], fitting[0]) if len(fitting) == 1 else None

    def of_text(self, unit: str) -> tuple[str, Division] | None:
        """Return the only place of this unit that the text names, where it does so several times."""
        return self._most_named(unit) if unit else None

    def _most_named(self, unit: str) -> tuple[str, Division] | None:
        counts: Counter[str] = Counter()
        named: dict[str, tuple[Division, ...]] = {}
        text = self.text[:_SCANNED]
        for place in places_in(text, self.year):
            name = place.divisions[0].name
            fits = name.endswith(unit) if unit else divisions().is_undivided(place.divisions[0])
            if fits and not _elsewhere(text, place.start) and not _REGIONS.VISITS.match(text, place.end):
                counts[name] += 1
                named[name] = place.divisions
        most, second = sorted([0, 0, *counts.values()])[:-3:-1]
        if most < _OWN_MENTIONS or most < _TIMES * second:
            return None
        name = max(counts, key=counts.__getitem__)
        fitting = self.narrowed(named[name], name)
        return (name, fitting[0]) if len(fitting) == 1 else None


def _elsewhere(text: str, at: int) -> bool:
    return _REGIONS.ELSEWHERE.search(text, max(at - _BEFORE, 0), at) is not None


def _names(words: str, place: str) -> bool:
    if place in words:
        return True
    stem = _REGIONS.STEM.match(place)
    return stem is not None and stem[0] in words


def _occurrences(words: str, name: str) -> Iterator[int]:
    at = words.find(name)
    found = 0
    while at >= 0 and found < _MOST_FOUND:
        yield at
        found += 1
        at = words.find(name, at + len(name))
