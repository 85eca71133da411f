"""Whose place it is: the name of the organ decides, and where that leaves several places, what else the page says.

`docs/regions.md` tells the rules. A wrong place is worse than none: where the page leaves it open, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from lawreport_parser.grammars import Terminals
from lawreport_parser.organs import is_full, is_organ, joint_names
from lawreport_parser.regions.divisions import Division, divisions, in_force, is_within, level_of
from lawreport_parser.regions.model import Level, Region
from lawreport_parser.regions.names import Place, place_in, places_in

__all__ = ["Located", "Witness", "find_region", "locate"]

_REGIONS: Final = Terminals("regions")
#: So often the text must name the larger place, where it alone tells one of several; what it says of leadership
#: (在南通市委的领导下) counts for as many. And so much oftener than the others'.
_MENTIONS: Final = 2
_TIMES: Final = 4
#: The beginning and the end of a text name the place of the report.
_EDGE: Final = 600
#: What of a text is read for that, from its beginning.
_READ: Final = 20_000
#: A name may be found so often, before no more is read.
_MOST_FOUND: Final = 50

#: What a word of the page is that speaks for a place.
Origin = str


class Witness(NamedTuple):
    """Words of the page beside the issuer that may name its place, or a larger one: a title, a source."""

    origin: Origin
    words: str


class Located(NamedTuple):
    """A place found, and the words that name it; or the name that several places have, and which."""

    region: Region | None
    #: Where `words` stand: `issuer`, or the origin of a witness.
    origin: Origin = "issuer"
    words: str = ""
    #: The paths of the places that the name may be, where nothing tells.
    several: tuple[tuple[str, ...], ...] = ()


_NOWHERE: Final = Located(None)


def find_region(
    issuer: str | None,
    *,
    title: str | None = None,
    document_number: str | None = None,
    addressee: str | None = None,
    source: str | None = None,
    text: str = "",
    year: int | None = None,
) -> Region | None:
    """Return the place of an organ, as a division of the country; None where it has none, or several may be meant.

    `issuer` is its name without blanks (南通市海门区司法局), or None where only the title is known. The others help
    where the name is short (区司法局) or that of several places (鼓楼区司法局). Codes and names are those of `year`, the
    year the report reviews; without it, of the first year in the title, or that of the document number; without these,
    today's.
    """
    for words in (title, document_number):
        if year is None and words and (named := _REGIONS.YEAR_NAMED.search(words)):
            year = int(named[0])
    if issuer is not None:
        issuer = _REGIONS.NO_PART_OF_NAME.sub("", "".join(issuer.split())) or None
    given = (("title", title), ("source", source), ("addressee", addressee))
    witnesses = [Witness(origin, "".join(words.split())) for origin, words in given if words]
    return locate(issuer, witnesses, document_number or "", text, year).region


def locate(
    issuer: str | None, witnesses: Sequence[Witness], document_number: str, text: str, year: int | None
) -> Located:
    """Return the place of an organ, with what names it.

    `witnesses` come in the order in which they are asked. The first whose origin is `title` speaks for the issuer where
    it has no name, or a short one.
    """
    evidence = _Evidence(witnesses, document_number, text, year)
    if issuer is None:
        return _of_title(evidence)
    names = joint_names(issuer) or (issuer,)
    found = [_of_name(name, evidence) for name in names]
    first = found[0]
    if len(found) == 1 or first.region is None:
        return first
    places = {(each.region.code, each.region.name) if each.region is not None else None for each in found}
    if len(places) > 1:
        # 甲县司法局、乙县司法局
        return _NOWHERE
    organs = list(dict.fromkeys(each.region.organ for each in found if each.region is not None and each.region.organ))
    own = any(each.region is not None and each.region.organ is None for each in found)
    organ = None if own or not organs else "、".join(organs)
    return first._replace(region=_with_organ(first.region, organ))


def _with_organ(region: Region, organ: str | None) -> Region:
    return Region(code=region.code, name=region.name, level=region.level, path=region.path, organ=organ)


def _of_name(name: str, evidence: _Evidence) -> Located:
    """Return the place of the organ of this name."""
    if _REGIONS.NO_REGION.match(name):
        return _NOWHERE
    lead = _REGIONS.LEAD.match(name)
    start = lead.end() if lead else 0
    place = place_in(name, start, evidence.year, of_state=_of_state(lead))
    if not place.known:
        return _NOWHERE
    if (street := _REGIONS.GOVERNMENT_OF_STREET.match(name, place.end)) is not None and place.divisions:
        inner = place_in(name, street.end(), evidence.year)
        if inner.known and inner.inner and not inner.divisions:
            place = place._replace(end=inner.end, inner=inner.inner)
    rest = name[place.end :]
    if lead and not _REGIONS.PARTY.fullmatch(lead[0]):
        # A bureau of the state in a place is called by its own name there; other bodies are not.
        organ: str | None = rest if _of_state(lead) else lead[0] + rest
    else:
        organ = _own_organ(rest)
    if place.divisions:
        return _settled(place, name, organ, evidence)
    if place.inner:
        return _inside_of(place, name, organ, evidence)
    if is_full(name) or not is_organ(name):
        return _NOWHERE
    return _of_short_name(name, evidence)


def _of_state(lead: re.Match[str] | None) -> bool:
    return lead is not None and _REGIONS.STATE.match(lead[0]) is not None


def _own_organ(rest: str) -> str | None:
    """Return the department that is left behind the place; None for its government. Of 县委组织部 it is 组织部."""
    if _REGIONS.OWN_GOVERNMENT.fullmatch(rest):
        return None
    committee = _REGIONS.OF_COMMITTEE.match(rest)
    return rest[committee.end() :] if committee else rest


def _settled(place: Place, name: str, organ: str | None, evidence: _Evidence, origin: Origin = "issuer") -> Located:
    """Return the place, where its divisions come down to one."""
    if not place.inner and organ:
        place = _of_branch(place, organ, evidence.year)
    words = name[place.start : place.end]
    candidates = evidence.narrowed(place.divisions, name[place.start : place.end])
    if len(candidates) == 1:
        return Located(_region(candidates[0], place.inner, organ, evidence.year), origin, words)
    several = tuple(tuple(divisions().path(each, evidence.year)) for each in candidates)
    return Located(None, origin, words, several)


def _region(division: Division, inner: tuple[str, ...], organ: str | None, year: int | None) -> Region | None:
    """Return the region; None for a township or a zone of which only the province is known."""
    path = divisions().path(division, year)
    level: Level = level_of(division.code)
    if inner:
        if level == "province" and not division.name.endswith("市"):
            return None
        level = "zone" if _REGIONS.ZONE.search(inner[-1]) else "township"
        path = [*path, *inner]
    return Region(code=division.code, name=path[-1], level=level, path=path, organ=organ)


def _of_branch(place: Place, organ: str, year: int | None) -> Place:
    """Return the county of a branch (生态环境局海门分局) of a city's bureau, where it is named by one; else the place itself."""
    branch = _REGIONS.BRANCH.search(organ)
    if branch is None or level_of(place.divisions[0].code) == "county":
        return place
    table = divisions()
    for size in range(min(8, branch.start()), 1, -1):
        name = organ[branch.start() - size : branch.start()]
        named = table.by_name.get(name) or table.by_stem.get(name) or ()
        inside = tuple(each for each in named if any(is_within(each.code, outer.code) for outer in place.divisions))
        inside = tuple(in_force(inside, year))
        if len(inside) == 1 and level_of(inside[0].code) == "county":
            return place._replace(divisions=inside)
    return place


def _inside_of(place: Place, name: str, organ: str | None, evidence: _Evidence) -> Located:
    """Return a township or zone whose name names no division: 三厂街道办事处, where the page says of which."""
    township = place.inner[0]
    found = evidence.around(township)
    if found is None:
        return _NOWHERE
    region = _region(found, place.inner, organ, evidence.year)
    return Located(region, "issuer", name[place.start : place.end]) if region else _NOWHERE


def _of_short_name(name: str, evidence: _Evidence) -> Located:
    """Return the place of an organ whose name leaves it to the page: 县司法局, 司法局."""
    unit = _REGIONS.OWN_UNIT.match(name)
    rest = name[unit.end() :] if unit else name
    for witness in evidence.witnesses:
        if witness.origin == "addressee":
            continue
        fitting = [
            place
            for place in evidence.places(witness)
            if not unit or any(each.name.endswith(unit["unit"]) for each in place.divisions)
        ]
        if fitting:
            if any(place.divisions != fitting[0].divisions for place in fitting):
                return _NOWHERE
            return _settled(fitting[0], witness.words, _own_organ(rest), evidence, witness.origin)
    numbered = evidence.of_number(unit["unit"] if unit else "")
    if numbered is None:
        return _NOWHERE
    stem, division = numbered
    return Located(_region(division, (), _own_organ(rest), evidence.year), "document_number", stem)


def _of_title(evidence: _Evidence) -> Located:
    """Return the place that the title names, where nothing says who reports."""
    for witness in evidence.witnesses:
        if witness.origin == "title":
            places = evidence.places(witness)
            if places and all(place.divisions == places[0].divisions for place in places):
                place = places[0]
                behind = place_in(witness.words, place.start, evidence.year)
                if behind.end > place.end and behind.known and behind.divisions:
                    place = behind
                return _settled(place, witness.words, None, evidence, "title")
            if places:
                return _NOWHERE
    return _NOWHERE


class _Evidence:
    """What the page says beside the issuer's name, read when it is asked for."""

    def __init__(self, witnesses: Sequence[Witness], document_number: str, text: str, year: int | None) -> None:
        self.witnesses = witnesses
        self.number = document_number
        self.text = text[:_READ]
        self.year = year

    def places(self, witness: Witness) -> list[Place]:
        """Return the divisions that a witness names."""
        return list(places_in(witness.words, self.year))

    # --- one of several places of a name

    def narrowed(self, named: tuple[Division, ...], name: str) -> list[Division]:
        """Return those of some divisions that the page leaves: one, where it tells.

        Every witness is asked in turn; one that names a larger place of some of them leaves only those. Where they
        leave several, the text is asked.
        """
        candidates = in_force(named, self.year)
        if len(candidates) == 1:
            return candidates
        for witness in self.witnesses:
            words = witness.words.replace(name, "")
            candidates = self._bearing(candidates, words) or candidates
            if len(candidates) == 1:
                return candidates
        candidates = self._of_number(candidates) or candidates
        return self._of_text(candidates, name) if len(candidates) > 1 else candidates

    def _above(self, candidate: Division) -> list[str]:
        """Return the names of the larger places, the smallest first."""
        return divisions().path(candidate, self.year)[-2::-1]

    def _bearing(self, candidates: list[Division], words: str) -> list[Division]:
        """Return the candidates of whose larger places the words name the smallest, with or without its unit."""
        if not words:
            return []
        best, held = 0, []
        for candidate in candidates:
            above = self._above(candidate)
            named = next((len(above) - at for at, place in enumerate(above) if _names(words, place)), 0)
            if named > best:
                best, held = named, []
            if named and named == best:
                held.append(candidate)
        return held

    def _of_number(self, candidates: list[Division]) -> list[Division]:
        """Return the candidates for which the letters before a document number speak: 南京鼓政发, 徐鼓政发, 渝江北府发."""
        letters = self.number
        if not letters:
            return []
        bearing = self._bearing(candidates, letters[:4])
        if bearing:
            return bearing
        return [
            each
            for each in candidates
            if letters[1:2] in each.name[:-1]
            and any(letters[0] in (place[0], _LETTER_OF.get(each.code[:2])) for place in self._above(each)[:1])
        ]

    def _of_text(self, candidates: list[Division], name: str) -> list[Division]:
        """Return the one candidate whose larger place the text names, several times and alone; else all."""
        above = [self._above(each) for each in candidates]
        counts = []
        for at, places in enumerate(above):
            others = {place for other in above[:at] + above[at + 1 :] for place in other}
            counts.append(sum(self._mentions(place, name) for place in places if place not in others))
        order = sorted(counts, reverse=True)
        if order[0] < _MENTIONS or order[0] < _TIMES * order[1]:
            return candidates
        return [candidates[counts.index(order[0])]]

    def _mentions(self, place: str, name: str) -> int:
        """Return how often the text names a place as that of the report.

        赴南京市考察 does not count; 在南京市委的领导下, and 南京市鼓楼区 at the beginning or the end, count for several.
        """
        count = 0
        for at in _occurrences(self.text, place):
            behind = at + len(place)
            if _REGIONS.ELSEWHERE.search(self.text, max(at - 8, 0), at):
                continue
            at_edge = at < _EDGE or at > len(self.text) - _EDGE
            led = _REGIONS.LEADS.match(self.text, behind) or (at_edge and self.text.startswith(name, behind))
            count += _MENTIONS if led else 1
        return count

    # --- the place of a township or zone

    def around(self, township: str) -> Division | None:
        """Return the division that the page names before a township (海门区三厂街道), or the only county that it names."""
        for words in [*(witness.words for witness in self.witnesses), self.text]:
            found = {}
            for at in _occurrences(words, township):
                place = None
                for place in places_in(words[max(at - 16, 0) : at], self.year):
                    pass
                if place is not None and place.end == min(at, 16):
                    for each in in_force(place.divisions, self.year):
                        found[each.code] = each
            if len(found) == 1:
                return next(iter(found.values()))
            if found:
                return None
        for witness in self.witnesses:
            named = {}
            for place in self.places(witness):
                for each in in_force(place.divisions, self.year):
                    named[each.code] = each
            fitting = [
                each
                for each in named.values()
                if level_of(each.code) == "county" or (level_of(each.code) == "city" and not _parted(each))
            ]
            if len(fitting) == 1:
                return fitting[0]
            if fitting:
                return None
        return None

    # --- short names

    def of_number(self, unit: str) -> tuple[str, Division] | None:
        """Return the place whose bare name a document number begins with, where only one has it: 海门政发."""
        letters = _REGIONS.OF_NUMBER.match(self.number)
        if letters is None:
            return None
        stem = letters["place"]
        named = in_force(divisions().by_stem.get(stem, ()), self.year)
        fitting = [each for each in named if not unit or each.name.endswith(unit)]
        return (stem, fitting[0]) if len(fitting) == 1 else None


def _names(words: str, place: str) -> bool:
    if place in words:
        return True
    stem = _REGIONS.STEM.match(place)
    return stem is not None and stem[0] in words


def _parted(city: Division) -> bool:
    return divisions().has_parts(city)


def _occurrences(words: str, name: str) -> Iterator[int]:
    at = words.find(name)
    found = 0
    while at >= 0 and found < _MOST_FOUND:
        yield at
        found += 1
        at = words.find(name, at + len(name))


#: The letter of a province before document numbers, by the province's code, where no city uses the same.
_LETTER_OF: Final = dict(
    zip(
        "11 12 13 31 33 34 35 36 37 41 43 44 46 50 52".split(),
        "京津冀沪浙皖闽赣鲁豫湘粤琼渝黔",
        strict=True,
    )
)
