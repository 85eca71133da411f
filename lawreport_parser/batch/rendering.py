"""What a report becomes in the output. Workers do this, so that the parent only writes.

`.jsonl`: a line, the JSON of `Report.to_json` with `path` as its first member. `.csv`: a row a section. A folder of
tables: record batches of those in `lawreport_parser.arrow`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple

from lawreport_parser.batch.paths import written_name
from lawreport_parser.batch.reading import FileError, Reading
from lawreport_parser.report import Report
from lawreport_parser.spreadsheets import BYTE_ORDER_MARK, csv_lines, guarded

__all__ = ["CSV_COLUMNS", "Kind", "Rendered", "Rendering", "csv_header", "json_line"]

Kind = Literal["jsonl", "csv", "tables"]

#: What the rows say of the report.
_HEADER_COLUMNS: Final = ("title", "issuer", "year", "document_number", "written_date", "published_date")
#: First the file and its report, the same in all its rows; then the section, empty where a report has none.
CSV_COLUMNS: Final = (
    "path",
    *_HEADER_COLUMNS,
    "region_code",
    "id",
    "parent_id",
    "depth",
    "kind",
    "ordinal",
    "suffix",
    "marker",
    "heading",
    "roles",
    "text",
    "start",
    "end",
)
_COMPACT: Final = (",", ":")
_compact: Final = json.JSONEncoder(ensure_ascii=False, separators=_COMPACT).encode


class Rendered(NamedTuple):
    """A report ready to be written: for lines one piece, for tables (table, record batch) pairs; its diagnostics."""

    pieces: tuple[tuple[str, bytes], ...]
    #: How often each code occurs.
    diagnostics: dict[str, int]


@dataclass(frozen=True, slots=True)
class Rendering:
    """Reads a file and renders it: the work of one worker."""

    kind: Kind
    reading: Reading

    def render(self, path: str) -> Rendered | FileError:
        """Return what is to be written for the file, or why there is nothing."""
        report = self.reading.read(path)
        if isinstance(report, FileError):
            return report
        codes: dict[str, int] = {}
        for diagnostic in report.diagnostics:
            codes[diagnostic.code] = codes.get(diagnostic.code, 0) + 1
        return Rendered(_PIECES[self.kind](path, report), codes)


def json_line(values: dict[str, Any]) -> bytes:
    """Return a line of JSON: Chinese as it is, except beside lone surrogates (names of files that are not UTF-8)."""
    try:
        return f"{_compact(values)}\n".encode()
    except UnicodeEncodeError:
        return f"{json.dumps(values, separators=_COMPACT)}\n".encode()


def _json_pieces(path: str, report: Report) -> tuple[tuple[str, bytes], ...]:
    name = json_line({"path": path})[:-2]
    return (("data", name + b"," + report.to_json().encode()[1:] + b"\n"),)


def csv_header() -> bytes:
    """Return the first line, after the byte order mark by which spreadsheets know UTF-8."""
    return BYTE_ORDER_MARK + csv_lines([CSV_COLUMNS])


def _csv_pieces(path: str, report: Report) -> tuple[tuple[str, bytes], ...]:
    header = report.header
    common = [written_name(path), *(getattr(header, name) for name in _HEADER_COLUMNS)]
    common.append(header.region.code if header.region else None)
    common = [guarded(value) if isinstance(value, str) else value for value in common]
    rows = [
        [
            *common,
            node.id,
            node.parent_id,
            node.depth,
            node.kind,
            node.ordinal,
            node.suffix,
            guarded(node.marker),
            guarded(node.heading),
            " ".join(node.roles),
            guarded(node.text),
            node.start,
            node.end,
        ]
        for node in report.nodes()
    ]
    empty = [None] * (len(CSV_COLUMNS) - len(common))
    return (("data", csv_lines(rows or [[*common, *empty]])),)


def _table_pieces(path: str, report: Report) -> tuple[tuple[str, bytes], ...]:
    from lawreport_parser.arrow import interleaved_batches

    reports = [(written_name(path), report)]
    return tuple((table, batch.serialize().to_pybytes()) for table, batch in interleaved_batches(reports))


_PIECES: Final[dict[Kind, Callable[[str, Report], tuple[tuple[str, bytes], ...]]]] = {
    "jsonl": _json_pieces,
    "csv": _csv_pieces,
    "tables": _table_pieces,
}
