"""What a report becomes in the output. Workers do this, so that the parent only writes.

`.jsonl`: a line, the JSON of `Report.to_json` with `path` and `text_sha256` in front. `.csv`: the rows
of one table. A folder of tables: record batches of those in `lawreport_parser.arrow`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple

from lawreport_parser.arrow.columns import TableName
from lawreport_parser.batch.csv_rows import csv_rows
from lawreport_parser.batch.paths import Found, written_name
from lawreport_parser.batch.reading import FileError, Reading
from lawreport_parser.report import Report
from lawreport_parser.report_json import with_first
from lawreport_parser.spans import OffsetUnit

__all__ = ["Kind", "Rendered", "Rendering", "json_line"]

Kind = Literal["jsonl", "csv", "tables"]

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
    #: What the rows of a `.csv` are.
    table: TableName = "nodes"
    #: What the spans of a `.jsonl` count.
    offsets: OffsetUnit = "codepoint"

    def render(self, found: Found) -> Rendered | FileError:
        """Return what is to be written for the file, or why there is nothing."""
        report = self.reading.read_found(found)
        if isinstance(report, FileError):
            return report
        codes: dict[str, int] = {}
        for diagnostic in report.diagnostics:
            codes[diagnostic.code] = codes.get(diagnostic.code, 0) + 1
        return Rendered(self._pieces(found.path, report), codes)

    def _pieces(self, path: str, report: Report) -> tuple[tuple[str, bytes], ...]:
        match self.kind:
            case "jsonl":
                return (("data", _json_line_of(path, report, self.offsets)),)
            case "csv":
                return (("data", csv_rows(path, report, self.table)),)
            case "tables":
                return _table_pieces(path, report)


def json_line(values: dict[str, Any]) -> bytes:
    """Return a line of JSON: Chinese as it is, except beside lone surrogates (names of files that are not UTF-8)."""
    try:
        return f"{_compact(values)}\n".encode()
    except UnicodeEncodeError:
        return f"{json.dumps(values, separators=_COMPACT)}\n".encode()


def _json_line_of(path: str, report: Report, offsets: OffsetUnit = "codepoint") -> bytes:
    """Return a report as a line of JSON, with `path` and `text_sha256` before its own members."""
    first = json_line({"path": path, "text_sha256": report.text_sha256}).decode()
    return f"{with_first(first, report.to_json(offsets=offsets))}\n".encode()


def _table_pieces(path: str, report: Report) -> tuple[tuple[str, bytes], ...]:
    from lawreport_parser.arrow import interleaved_batches

    reports = [(written_name(path), report)]
    return tuple((table, batch.serialize().to_pybytes()) for table, batch in interleaved_batches(reports))
