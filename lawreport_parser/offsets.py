"""The spans of a report in the unit that another language counts in, and back again.

Go and Rust count UTF-8 bytes; JavaScript, Java and C# count UTF-16 units; Python, and a `Report`, code points. Only
the written form changes its unit: `offset_unit` names it there. Flat rows have no report around them: a row names its
unit where that is not `codepoint`.

A lone surrogate, which neither encoding holds, counts three bytes in UTF-8, as many as U+FFFD, which decoders put in
its place; in UTF-16 it counts one unit. Thus offsets stay right in languages that keep it and in those that do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, get_args

from lawreport_parser.errors import ReportError
from lawreport_parser.frozen_model import FrozenModel
from lawreport_parser.report_fields import ReportFields
from lawreport_parser.spans import OffsetMap, OffsetUnit, Span

__all__ = ["check_unit", "convert_report", "convert_rows", "in_code_points", "json_objects"]

_UNITS: Final = get_args(OffsetUnit)


def convert_report(report: dict[str, Any], unit: OffsetUnit) -> None:
    """Give every span of a report's JSON-able dump in `unit`, which the dump then names. It counted code points."""
    offsets = _map(report["text"], unit)
    for found in json_objects(report):
        start, end = found.get("start"), found.get("end")
        # Dates have both as strings.
        if isinstance(start, int) and isinstance(end, int):
            found["start"], found["end"] = offsets.of(start), offsets.of(end)
    report["offset_unit"] = unit


def json_objects(report: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the objects that a report's JSON is made of, each before those in it, however deep they nest.

    Not `other` of its header: its names are labels of the page, and may be anything.
    """
    waiting: list[Any] = [report]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(inner for name, inner in value.items() if name != "other")


def in_code_points(report: ReportFields) -> ReportFields:
    """Return the fields of a report just read from JSON, which nobody has seen yet, with spans in code points.

    They counted what `offset_unit` says. `ReportError` where an offset lies beyond the text or inside a character.
    """
    unit, text = report.offset_unit, report.text
    offsets = _map(text, unit)

    def restored(offset: int) -> int:
        back = offsets.back(offset)
        if not 0 <= back <= len(text) or offsets.of(back) != offset:
            raise ReportError(f"the offset {offset} ({unit}) is outside the text, or inside one of its characters")
        return back

    # Sections of strangers may nest deeper than calls do.
    waiting: list[Any] = [report]
    while waiting:
        match waiting.pop():
            case Span() as span:
                object.__setattr__(span, "start", restored(span.start))
                object.__setattr__(span, "end", restored(span.end))
            case FrozenModel() as model:
                waiting.extend(getattr(model, name) for name in model.model_fields)
            case list() as values:
                waiting.extend(values)
            case dict() as named:
                waiting.extend(named.values())
    return report.model_copy(update={"offset_unit": "codepoint"})


def convert_rows(rows: list[dict[str, Any]], text: str, unit: OffsetUnit) -> None:
    """Give the places of rows of a report on `text` (their `span`, or `start` and `end`) in `unit`, named in each."""
    offsets = _map(text, unit)
    if unit == "codepoint":
        return
    for row in rows:
        place = row.get("span", row)
        place.update(start=offsets.of(place["start"]), end=offsets.of(place["end"]))
        row["offset_unit"] = unit


def check_unit(unit: str) -> None:
    """Raise `ValueError` where offsets are not counted so."""
    if unit not in _UNITS:
        raise ValueError(f"offsets are counted in {', '.join(_UNITS)}, not in {unit!r}")


def _map(text: str, unit: OffsetUnit) -> OffsetMap:
    check_unit(unit)
    return OffsetMap(text, unit)
