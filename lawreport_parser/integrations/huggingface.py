"""Hugging Face `datasets`: reports, their sections, passages or chunks as rows with fixed features."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, Literal

from lawreport_parser.chunks import chunk_report
from lawreport_parser.integrations import ITEM_ROLES, require, without_surrogates
from lawreport_parser.report import Report

__all__ = ["RowKind", "features", "to_dataset"]

RowKind = Literal["report", "section", "passage", "chunk"]

_datasets: Any = require("datasets", "datasets", "datasets")

#: Columns and their types, by the kind of row; a type in a list is a list of it.
_COLUMNS: Final[dict[RowKind, dict[str, str | list[str]]]] = {
    "report": {
        "title": "string",
        "issuer": "string",
        "year": "int32",
        "document_number": "string",
        "published_date": "date32",
        "region_code": "string",
        "text": "string",
        "achievements": ["string"],
        "problems": ["string"],
        "responsibility": ["string"],
        "plans": ["string"],
    },
    "section": {
        "report": "int32",
        "id": "string",
        "parent_id": "string",
        "depth": "int32",
        "kind": "string",
        "ordinal": "int64",
        "suffix": "int64",
        "marker": "string",
        "heading": "string",
        "roles": ["string"],
        "text": "string",
        "start": "int64",
        "end": "int64",
    },
    "passage": {
        "report": "int32",
        "role": "string",
        "basis": "string",
        "text": "string",
        "start": "int64",
        "end": "int64",
        "section_id": "string",
    },
    "chunk": {
        "report": "int32",
        "id": "string",
        "index": "int32",
        "text": "string",
        "start": "int64",
        "end": "int64",
        "place": "string",
        "section_id": "string",
        "section_ids": ["string"],
        "path": ["string"],
        "roles": ["string"],
        "overlap": "int32",
    },
}


def features(kind: RowKind = "report") -> Any:
    """Return the `datasets.Features` of the rows of a kind."""
    if kind not in _COLUMNS:
        raise ValueError(f"kind must be one of {', '.join(_COLUMNS)}, not {kind!r}")
    value = _datasets.Value
    return _datasets.Features(
        {name: [value(of[0])] if isinstance(of, list) else value(of) for name, of in _COLUMNS[kind].items()}
    )


def to_dataset(
    reports: Iterable[Report],
    kind: RowKind = "report",
    *,
    max_size: int = 500,
    size: Callable[[str], int] = len,
    overlap: int = 0,
) -> Any:
    """Return a `datasets.Dataset`: a row for each report, section, passage or chunk, in the order of the reports.

    `report` in a row is the position of its report, from 0. Lone surrogates become U+FFFD. The last three arguments
    are for chunks; see `chunk_report`.
    """
    columns = features(kind)
    rows = [row for at, report in enumerate(reports) for row in _rows(at, report, kind, max_size, size, overlap)]
    table = {name: [row[name] for row in rows] for name in columns}
    try:
        return _datasets.Dataset.from_dict(table, features=columns)
    except UnicodeEncodeError:
        return _datasets.Dataset.from_dict(_encodable(table), features=columns)


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, list):
        return [_encodable(each) for each in value]
    return {name: _encodable(each) for name, each in value.items()} if isinstance(value, dict) else value


def _rows(
    at: int, report: Report, kind: RowKind, max_size: int, size: Callable[[str], int], overlap: int
) -> Iterator[dict[str, Any]]:
    if kind == "report":
        region = report.header.region
        row = {**report.header.model_dump(), "region_code": region.code if region else None, "text": report.text}
        for role in ITEM_ROLES:
            row[role] = [item.text for item in getattr(report, role)]
        yield row
    elif kind == "section":
        for node in report.nodes():
            yield {"report": at, **node.model_dump()}
    elif kind == "passage":
        for passage in report.passages:
            span = passage.span
            yield {
                "report": at,
                **passage.model_dump(),
                "text": span.of(report.text),
                "start": span.start,
                "end": span.end,
            }
    else:
        for chunk in chunk_report(report, max_size, size, overlap):
            yield {"report": at, **chunk.model_dump(), "start": chunk.span.start, "end": chunk.span.end}
