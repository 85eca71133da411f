"""The spans of a report in the unit that another language counts in, and back again.

Go and Rust count UTF-8 bytes; JavaScript, Java and C# count UTF-16 units; Python, and a `Report`, code points. Only
the written form changes its unit: `offset_unit` names it there. Flat rows have no report around them: a row names its
unit where that is not `codepoint`.

A lone surrogate, which neither encoding holds, counts three bytes in UTF-8, as many as U+FFFD, which decoders put in
its place; in UTF-16 it counts one unit. Thus offsets stay right in languages that keep it and in those that do not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar, get_args

from lawreport_parser.errors import ReportError
from lawreport_parser.frozen_model import FrozenModel
from lawreport_parser.report_fields import ReportFields
from lawreport_parser.spans import OffsetMap, OffsetUnit, Span

__all__ = ["convert_rows", "in_code_points", "in_unit"]

Fields = TypeVar("Fields", bound=ReportFields)

_UNITS: Final = get_args(OffsetUnit)


def in_unit(report: Fields, text: str, unit: OffsetUnit) -> Fields:
    """Return the fields of a report on `text` with every span in `unit`, which they then name."""
    changed: Fields = _with_spans(report, _map(text, unit).span)
    return changed.model_copy(update={"offset_unit": unit})


def in_code_points(report: ReportFields) -> ReportFields:
    """Return the fields of a report with every span in code points, which they counted in their `offset_unit`.

    `ReportError` where an offset lies beyond the text or inside a character.
    """
    unit, text = report.offset_unit, report.text
    offsets = _map(text, unit)

    def restored(offset: int) -> int:
        back = offsets.back(offset)
        if not 0 <= back <= len(text) or offsets.of(back) != offset:
            raise ReportError(f"the offset {offset} ({unit}) is outside the text, or inside one of its characters")
        return back

    whole: ReportFields = _with_spans(report, lambda span: Span(restored(span.start), restored(span.end)))
    return whole.model_copy(update={"offset_unit": "codepoint"})


def _with_spans(value: Any, changed: Callable[[Span], Span]) -> Any:
    """Return a model or a list or dictionary of models with other spans."""
    if isinstance(value, Span):
        return changed(value)
    if isinstance(value, FrozenModel):
        return value.model_copy(
            update={name: _with_spans(getattr(value, name), changed) for name in value.model_fields}
        )
    if isinstance(value, list):
        return [_with_spans(each, changed) for each in value]
    if isinstance(value, dict):
        return {name: _with_spans(each, changed) for name, each in value.items()}
    return value


def convert_rows(rows: list[dict[str, Any]], text: str, unit: OffsetUnit) -> None:
    """Give `start` and `end` of the flat rows of a report on `text` in `unit`, which each row then names."""
    offsets = _map(text, unit)
    if unit != "codepoint":
        for row in rows:
            row.update(start=offsets.of(row["start"]), end=offsets.of(row["end"]), offset_unit=unit)


def _map(text: str, unit: OffsetUnit) -> OffsetMap:
    if unit not in _UNITS:
        raise ValueError(f"offsets are counted in {', '.join(_UNITS)}, not in {unit!r}")
    return OffsetMap(text, unit)
