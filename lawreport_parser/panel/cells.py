"""From the figures of a report to one number for each code and time.

A cell is the figure that the report gives. Where it gives several, or one in a unit that the codebook's does not
measure, the cell is a number only if that is sure; what is left out, summed or not exact is said beside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from lawreport_parser.indicators.codebook import Codebook, CodebookEntry
from lawreport_parser.indicators.model import Indicator
from lawreport_parser.panel.columns import Labels, columns_of, headers_of

__all__ = ["AS_NAMED", "Cells", "Naming", "cells_of", "naming_of"]

#: Units of one measure, and how much of the smallest each is.
_SCALES: Final[tuple[dict[str, int], ...]] = (
    {"克": 1, "斤": 500, "公斤": 1000, "千克": 1000, "吨": 1_000_000},
    {"米": 1, "千米": 1000, "公里": 1000},
    {"‰": 1, "%": 10, "％": 10},
)


#: What is larger has more digits than a double holds, and is no figure of a report.
_MOST: Final = Decimal(10**15)


class Naming(NamedTuple):
    """How remarks call a cell, by `code.time`, and a qualifier; what has no word here is called by its name."""

    columns: Mapping[str, str]
    qualifiers: Mapping[str, str]


AS_NAMED: Final = Naming({}, {})
_QUALIFIERS: Final[dict[Labels, dict[str, str]]] = {
    "names": {},
    "zh": {"about": "约", "nearly": "近", "over": "超过", "at_least": "不少于", "at_most": "不超过"},
    "en": {"at_least": "at least", "at_most": "at most"},
}


def naming_of(labels: Labels, codebook: Codebook) -> Naming:
    """Return how remarks call what the first row of the panel calls so."""
    if labels == "names":
        return AS_NAMED
    columns = columns_of("panel", codebook)
    called = dict(zip((column.name for column in columns), headers_of(columns, labels), strict=True))
    return Naming(called, _QUALIFIERS[labels])


class Cells(NamedTuple):
    """The numbers by `code.time`, and what is to be said of them: `code.time: figures`, in the order of the text."""

    values: dict[str, Decimal]
    left_out: list[str]
    sums: list[str]
    qualified: list[str]


class _Figure(NamedTuple):
    """The figure of an indicator in the unit of its code."""

    value: Decimal
    high: Decimal | None
    qualifier: str


def cells_of(indicators: Sequence[Indicator], codebook: Codebook, naming: Naming = AS_NAMED) -> Cells:
    """Return the cells of a report; `naming` says how the remarks on them call cells and qualifiers.

    Figures of one code and time that are the same are one figure. If the codebook has `several`, those that differ are
    added up, where all are exact; one that is the sum of the others, of three or more, is the cell. Two that
    are the same may then be one told twice, and give none. In all other cases figures that differ give none.
    """
    groups: dict[str, list[Indicator]] = {}
    for each in indicators:
        groups.setdefault(f"{each.code}.{each.time}", []).append(each)
    cells = Cells({}, [], [], [])
    for name, group in groups.items():
        entry, called = codebook[group[0].code], naming.columns.get(name, name)
        figures = [figure for each in group if (figure := _in_its_unit(each, entry)) is not None]
        if len(figures) < len(group):
            read = (f"{_shown(_as_read(each), naming)} {each.unit or ''}".rstrip() for each in group)
            cells.left_out.append(f"{called}: {' | '.join(read)}")
        elif len({(each.value, each.high) for each in figures}) > 1 or (entry.several and len(figures) > 1):
            _several(name, figures, entry, cells, naming)
        else:
            _one(name, figures, cells, naming)
    return cells


def _in_its_unit(each: Indicator, entry: CodebookEntry) -> _Figure | None:
    if abs(each.value) > _MOST or (each.high is not None and abs(each.high) > _MOST):
        return None
    if entry.counted_in(each.unit) == entry.unit:
        return _Figure(each.value, each.high, each.qualifier)
    for scale in _SCALES:
        if each.unit in scale and entry.unit in scale:
            much, of = scale[each.unit], scale[entry.unit]
            high = None if each.high is None else each.high * much / of
            return _Figure(each.value * much / of, high, each.qualifier)
    return None


def _one(name: str, figures: list[_Figure], cells: Cells, naming: Naming) -> None:
    # Told twice, once as 近60件 and once as 60件, it is exact.
    figure = min(figures, key=lambda each: each.qualifier != "exact")
    cells.values[name] = figure.value
    if figure.high is not None or figure.qualifier != "exact":
        cells.qualified.append(f"{naming.columns.get(name, name)}: {_shown(figure, naming)}")


def _several(name: str, figures: list[_Figure], entry: CodebookEntry, cells: Cells, naming: Naming) -> None:
    called = naming.columns.get(name, name)
    values = [each.value for each in figures]
    exact = all(each.high is None and each.qualifier == "exact" for each in figures)
    if not entry.several or not exact or len(set(values)) < len(values):
        cells.left_out.append(f"{called}: {' | '.join(_shown(figure, naming) for figure in figures)}")
        return
    whole = sum(values, Decimal(0))
    most = max(values)
    if len(values) > 2 and most * 2 == whole:
        values.remove(most)
        cells.values[name] = most
        cells.sums.append(f"{called}: {most:f} = {' + '.join(format(each, 'f') for each in values)}")
        return
    cells.values[name] = whole
    cells.sums.append(f"{called}: {' + '.join(format(each, 'f') for each in values)}")


def _shown(figure: _Figure, naming: Naming) -> str:
    value = f"{figure.value:f}" if figure.high is None else f"{figure.value:f}–{figure.high:f}"
    if figure.qualifier == "exact":
        return value
    return f"{naming.qualifiers.get(figure.qualifier, figure.qualifier)} {value}"


def _as_read(each: Indicator) -> _Figure:
    return _Figure(each.value, each.high, each.qualifier)
