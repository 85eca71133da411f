"""Whose place it is: the name of the organ decides, and where that leaves several places, what else the page says.

`docs/explanation/regions.md` tells the rules. A wrong place is worse than none: where the page leaves it open,
there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from lawreport_parser.grammars import Terminals
from lawreport_parser.organs import is_full, is_organ, joint_names
from lawreport_parser.regions.divisions import Division, divisions, level_of
from lawreport_parser.regions.evidence import Evidence, Witness
from lawreport_parser.regions.model import Level, Region
from lawreport_parser.regions.names import Place, branch_in, place_in

__all__ = ["Located", "find_region", "locate"]

_REGIONS: Final = Terminals("regions")


class Located(NamedTuple):
    """A place found, and the words that name it; or the name that several places have, and which."""

    region: Region | None
    #: Where `words` stand: `issuer`, `document_number`, `text`, or the origin of a witness.
    origin: str = "issuer"
    words: str = ""
    #: The paths of the places that may be meant, where nothing tells.
    several: tuple[tuple[str, ...], ...] = ()


_NOWHERE: Final = Located(None)
#: Units below the county: of an organ that only has one of these the county is not enough.
_TOWNSHIP_UNITS: Final = ("镇", "乡", "街道")


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

    `issuer` is its name (南通市海门区司法局), or None where only the title is known. The others help where the name is
    short (区司法局) or that of several places (鼓楼区司法局). Codes and names are those of `year`, the year the report
    reviews; without it, of the first year in the title, or that of the document number; without these, today's.
    """
    for words in (title, document_number):
        if year is None and words and (named := _REGIONS.YEAR_NAMED.search(words)):
            year = int(named[0])
    if issuer is not None:
        issuer = _REGIONS.NO_PART_OF_NAME.sub("", "".join(issuer.split()))
        issuer = _REGIONS.IN_BRACKETS.sub(r"\1", issuer) or None
    given = (("title", title), ("source", source), ("addressee", addressee))
    witnesses = [Witness(origin, "".join(words.split())) for origin, words in given if words]
    return locate(issuer, witnesses, document_number or "", text, year).region


def locate(
    issuer: str | None, witnesses: Sequence[Witness], document_number: str, text: str, year: int | None
) -> Located:
    """Return the place of an organ, with what names it. `witnesses` come in the order in which they are asked."""
    evidence = Evidence(witnesses, document_number, text, year)
    if issuer is None:
        return _of_title(evidence)
    names = joint_names(issuer) or (issuer,)
    first = _of_name(names[0], evidence)
    if len(names) == 1 or first.region is None:
        return first
    organs = [first.region.organ]
    for name in names[1:]:
        if not is_full(name):
            # 中共海门区委、区人民政府
            organs.append(_own_organ(name, _own_unit(name)[1]))
            continue
        other = _of_name(name, evidence).region
        if other is None or other.path != first.region.path:
            # 甲县司法局、乙县司法局 have no place in common.
            return _NOWHERE
        organs.append(other.organ)
    organ = None if None in organs else "、".join(each for each in dict.fromkeys(organs) if each)
    return first._replace(region=first.region.model_copy(update={"organ": organ}))


# --- the name of the organ


def _of_name(name: str, evidence: Evidence) -> Located:
    """Return the place of the organ of this name."""
    if _REGIONS.NO_REGION.match(name):
        return _NOWHERE
    lead = _REGIONS.LEAD.match(name)
    of_state = lead is not None and _REGIONS.STATE.match(lead[0]) is not None
    place = place_in(name, lead.end() if lead else 0, evidence.year, of_state)
    if not place.known:
        return _NOWHERE
    street = _REGIONS.GOVERNMENT_OF_STREET.match(name, place.end)
    if street is not None and place.divisions:
        inner = place_in(name, street.end(), evidence.year)
        if inner.known and inner.inner and not inner.divisions:
            place = place._replace(end=inner.end, inner=inner.inner)
    rest = name[place.end :]
    if lead is None or _REGIONS.PARTY.fullmatch(lead[0]):
        organ = _own_organ(name, place.end)
    else:
        # A bureau of the state in a place has a name of its own there (税务局); 政协 and the like have not.
        organ = rest if of_state else lead[0] + rest
    if place.divisions:
        return _settled(place, name, organ, evidence)
    if place.inner:
        return _inside_of(place, name, organ, evidence)
    return _NOWHERE if is_full(name) or not is_organ(name) else _of_short_name(name, evidence)


def _own_organ(name: str, end: int) -> str | None:
    """Return the department that is left behind the place; None for its government. Of 县委组织部 it is 组织部."""
    rest = name[end:]
    if _REGIONS.OWN_GOVERNMENT.fullmatch(rest):
        return None
    committee = _REGIONS.OF_COMMITTEE.match(rest)
    if committee is None:
        return rest
    # 县委办公室 keeps the committee: 办公室 would be another's.
    return name[end - 1 :] if committee["office"] else rest[committee.end() :]


def _own_unit(name: str) -> tuple[str, int]:
    """Return the unit that stands for a place, and where it ends: 县 of 县司法局; ("", 0) for none."""
    unit = _REGIONS.OWN_UNIT.match(name)
    return (unit["unit"], unit.end()) if unit else ("", 0)


def _settled(place: Place, name: str, organ: str | None, evidence: Evidence, origin: str = "issuer") -> Located:
    """Return the place, where its divisions come down to one."""
    words = name[place.start : place.end]
    candidates = evidence.narrowed(place.divisions, words)
    if len(candidates) == 1 and organ and not place.inner:
        branch = branch_in(organ, candidates[0], evidence.year)
        if branch is not None:
            words, candidates = branch[0], [branch[1]]
    return _chosen(candidates, place.inner, organ, evidence, origin, words)


def _chosen(
    candidates: list[Division], inner: tuple[str, ...], organ: str | None, evidence: Evidence, origin: str, words: str
) -> Located:
    """Return the place, where the candidates come down to one."""
    if len(candidates) == 1:
        return Located(_region(candidates[0], inner, organ, evidence.year), origin, words)
    paths = (divisions().path(each, evidence.year) for each in candidates)
    return Located(None, origin, words, tuple(map(tuple, paths)))


def _region(division: Division, inner: tuple[str, ...], organ: str | None, year: int | None) -> Region | None:
    """Return the region; None for a township or a zone of which only the province is known."""
    path = divisions().path(division, year)
    level: Level = level_of(division.code)
    if inner:
        if level == "province" and not division.is_city:
            return None
        level = "zone" if _REGIONS.ZONE.search(inner[-1]) else "township"
        path = [*path, *inner]
    return Region(code=division.code, name=path[-1], level=level, path=path, organ=organ)


# --- names that leave the place to the page


def _inside_of(place: Place, name: str, organ: str | None, evidence: Evidence, origin: str = "issuer") -> Located:
    """Return a township or zone whose name names no division, where the page says of which: 三厂街道办事处."""
    candidates = evidence.around(place.inner[0])
    return _chosen(candidates, place.inner, organ, evidence, origin, name[place.start : place.end])


def _of_short_name(name: str, evidence: Evidence) -> Located:
    """Return the place of an organ whose name leaves it to the page: 县司法局, 镇人民政府, 党政办公室."""
    ending, end = _own_unit(name)
    rest = name[end:]
    organ = _own_organ(name, end)
    for witness in evidence.witnesses:
        # A report is addressed to a larger place.
        places = evidence.places(witness) if witness.origin != "addressee" else []
        wholes = [_whole(place, witness.words, ending, evidence.year) for place in places]
        fitting = [
            whole
            for whole in wholes
            # Without a unit the place is that of whoever has the title, or of the same organ's full name.
            if (ending or witness.origin == "title" or witness.words.startswith(rest, whole.end))
            and (whole.inner[-1:] or (whole.divisions[0].name,))[0].endswith(ending)
        ]
        if fitting:
            if any(place.divisions != fitting[0].divisions for place in fitting):
                return _NOWHERE
            return _settled(fitting[0], witness.words, organ, evidence, witness.origin)
    if ending in _TOWNSHIP_UNITS:
        return _NOWHERE
    for origin, found in (("document_number", evidence.of_number(ending)), ("text", evidence.of_text(ending))):
        if found is not None:
            words, division = found
            return Located(_region(division, (), organ, evidence.year), origin, words)
    return _NOWHERE


def _whole(place: Place, words: str, unit: str, year: int | None) -> Place:
    """Return a place with the township or zone behind it, where an organ of this unit may be one of that."""
    if unit and unit not in _TOWNSHIP_UNITS:
        return place
    whole = place_in(words, place.start, year)
    return whole if whole.known and whole.divisions and whole.end > place.end else place


def _of_title(evidence: Evidence) -> Located:
    """Return the place that the title names, where nothing says who reports."""
    title = next((each for each in evidence.witnesses if each.origin == "title"), None)
    if title is None:
        return _NOWHERE
    places = evidence.places(title)
    if not places:
        lead = _REGIONS.TITLE_LEAD.match(title.words)
        place = place_in(title.words, lead.end() if lead else 0, evidence.year)
        if place.known and place.inner and not place.divisions:
            return _inside_of(place, title.words, None, evidence, "title")
        return _NOWHERE
    if any(place.divisions != places[0].divisions for place in places):
        return _NOWHERE
    return _settled(_whole(places[0], title.words, "", evidence.year), title.words, None, evidence, "title")
