"""`parse_many`: many files, one outcome each, in their order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

from lawreport_parser.batch.paths import Found, check_are_several
from lawreport_parser.batch.reading import FailedFile, FileError, Outcome, ParsedFile, Reading, lost_file, warmed_up
from lawreport_parser.batch.transport import Packed, packed, unpacked
from lawreport_parser.batch.workers import Lost, StartMethod, check_jobs, run_in_order
from lawreport_parser.lexicon import DEFAULT_LEXICON, Lexicon
from lawreport_parser.readers import Format, Limits
from lawreport_parser.reasons import reason
from lawreport_parser.report import Report

__all__ = ["parse_many"]


def parse_many(
    paths: Iterable[str | os.PathLike[str]],
    jobs: int = 1,
    *,
    format: Format | None = None,  # noqa: A002 - the name that the whole library gives it
    encoding: str | None = None,
    limits: Limits | None = None,
    lexicon: Lexicon = DEFAULT_LEXICON,
    timeout: float | None = None,
    start_method: StartMethod | None = None,
) -> Iterator[Outcome]:
    """Yield an `Outcome` for each file, in the order of `paths`: its report, or its error as a value.

    `paths` may be any iterable; it is taken at most 32 files a job ahead, and no outcome is kept, so memory does not
    grow with the number of files. With one job the files are read in this process. With more, worker processes read
    them: one that dies (killed, crashed, out of memory) costs the file that it was at, and is replaced. `timeout`
    bounds the seconds for one file, without the start of its worker; it too needs a worker, also with one job.
    `start_method` is that of `multiprocessing` (default: the platform's); the other arguments are those of
    `parse_file`. What is no path (None) has the error `unreadable`, and `paths[3]`, its position, for a name.

    `ValueError` for `jobs` below 1 or a `timeout` that is not above 0, `TypeError` where they are no numbers, and for
    one name in the place of several. Nothing a file holds or does raises; what `paths` raises comes behind the outcomes
    of what it gave before.
    """
    check_are_several(paths)
    check_jobs(jobs, timeout)
    files = (_found(position, path) for position, path in enumerate(paths))
    reading = Reading(format, encoding, limits, lexicon)
    if jobs == 1 and timeout is None:
        return (_outcome(file.path, reading.read_found(file)) for file in files)
    return _in_workers(_Work(reading), files, jobs, timeout, start_method)


def _found(position: int, path: object) -> Found:
    """Return a path that was given as the name of a file, or why it is none."""
    name = os.fspath(path) if isinstance(path, str | os.PathLike) else None
    if isinstance(name, str):
        return Found(name)
    place = f"paths[{position}]"
    what = "None" if path is None else reason("of-type", type=type(path).__name__)
    return Found(place, reason("name-of-type", place=place, what=what))


def _in_workers(
    work: _Work, files: Iterable[Found], jobs: int, timeout: float | None, start_method: StartMethod | None
) -> Iterator[Outcome]:
    prepare = warmed_up(start_method, timeout)
    results = run_in_order(work.do, files, jobs=jobs, timeout=timeout, start_method=start_method, prepare=prepare)
    with closing(results):
        for file, result in results:
            match result:
                case Lost():
                    yield _outcome(file.path, lost_file(result))
                case FileError():
                    yield _outcome(file.path, result)
                case _:
                    yield _outcome(file.path, unpacked(result))


@dataclass(frozen=True, slots=True)
class _Work:
    """What a worker does with a file."""

    reading: Reading

    def do(self, file: Found) -> Packed | FileError:
        result = self.reading.read_found(file)
        return result if isinstance(result, FileError) else packed(result)


def _outcome(path: str, result: Report | FileError) -> Outcome:
    return FailedFile(path, result) if isinstance(result, FileError) else ParsedFile(path, result)
