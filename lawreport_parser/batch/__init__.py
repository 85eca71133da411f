"""Many files: their reports one by one (`parse_many`), or written to one output (`write_batch`).

>>> from lawreport_parser.batch import parse_many
>>> [outcome.error.code for outcome in parse_many(["absent.txt"])]
['unreadable']
"""

from __future__ import annotations

from lawreport_parser.batch.journal import BatchError
from lawreport_parser.batch.many import parse_many
from lawreport_parser.batch.paths import KNOWN_ENDINGS, Found, NothingFoundError, find_files
from lawreport_parser.batch.progress import Progress
from lawreport_parser.batch.reading import ErrorCode, FailedFile, FileError, Outcome, ParsedFile, Reading
from lawreport_parser.batch.run import Summary, write_batch
from lawreport_parser.batch.workers import StartMethod, WorkerStartError

__all__ = [
    "KNOWN_ENDINGS",
    "BatchError",
    "ErrorCode",
    "FailedFile",
    "FileError",
    "Found",
    "NothingFoundError",
    "Outcome",
    "ParsedFile",
    "Progress",
    "Reading",
    "StartMethod",
    "Summary",
    "WorkerStartError",
    "find_files",
    "parse_many",
    "write_batch",
]
