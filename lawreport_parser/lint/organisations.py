"""Names of organisations (机关名称) held against each other, as cautiously as short forms ask for."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.lint.subject import Subject, squeezed
from lawreport_parser.organs import is_full

__all__ = ["agree", "government", "is_government", "is_organisation", "organisation_in_title", "same_kind"]

_LINT: Final = Terminals("lint")


def organisation_in_title(subject: Subject) -> str | None:
    """Return the organisation, or the place, whose report the title says it is; None where it names none."""
    title = squeezed(subject.header.title or "")
    if title.startswith("关于"):
        title = title[2:]
    matter = _LINT.MATTER.search(title)
    name = _LINT.OWN.sub("", title[: matter.start()] if matter else "")
    return name if is_organisation(name) or _LINT.PLACE.fullmatch(name) else None


def is_organisation(name: str) -> bool:
    """Say whether this is the full name of an organisation: 石湾县人民政府, not 县政府."""
    return is_full(name)


def agree(one: str, other: str) -> bool:
    """Say whether two names may be one organisation's: 市场监管局 is 市场监督管理局, an office its government."""
    shorter, longer = sorted((_stem(one), _stem(other)), key=len)
    letters = iter(longer)
    return all(letter in letters for letter in shorter)


@lru_cache(maxsize=256)
def _stem(name: str) -> str:
    name = _LINT.OFFICE.sub("", _LINT.BRACKETED.sub("", squeezed(name)))
    return name.removeprefix("中共").replace("人民政府", "政府").replace("管理委员会", "管委会")


def government(place: str) -> str:
    """Return the name of a place's government."""
    return f"{place}人民政府"


def is_government(name: str) -> bool:
    """Say whether an organisation is a government, or an office of one."""
    return _stem(name).endswith("政府")


def same_kind(one: str, other: str) -> bool:
    """Say whether two names end alike: two governments, two bureaus."""
    return _stem(one)[-1:] == _stem(other)[-1:]
