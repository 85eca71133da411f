"""`parse_many`: many files, one outcome each, in their order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

from lawreport_parser.batch.paths import check_are_several
from lawreport_parser.batch.reading import FileError, Outcome, Reading, lost_file, warm_up
from lawreport_parser.batch.transport import Packed, packed, unpacked
from lawreport_parser.batch.workers import Lost, StartMethod, run_in_order
from lawreport_parser.lexicon import DEFAULT_LEXICON, Lexicon
from lawreport_parser.readers import Format, Limits
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
    bounds the seconds for one file; it too needs a worker, also with one job. `start_method` is that of
    `multiprocessing` (default: the platform's); the other arguments are those of `parse_file`.

    `ValueError` for `jobs` below 1 or a `timeout` that is not above 0, `TypeError` for one name in the place of
    several. Nothing a file holds or does raises.
    """
    check_are_several(paths)
    if jobs < 1:
        raise ValueError(f"jobs is at least 1, not {jobs}")
    if timeout is not None and not timeout > 0:
        raise ValueError(f"timeout is above 0 seconds, not {timeout}")
    names = (os.fspath(path) for path in paths)
    reading = Reading(format, encoding, limits, lexicon)
    if jobs == 1 and timeout is None:
        return (_outcome(name, reading.read(name)) for name in names)
    return _in_workers(reading, names, jobs, timeout, start_method)


def _in_workers(
    reading: Reading, names: Iterable[str], jobs: int, timeout: float | None, start_method: StartMethod | None
) -> Iterator[Outcome]:
    work = _Work(reading)
    warm_up(start_method)
    with closing(run_in_order(work.do, names, jobs=jobs, timeout=timeout, start_method=start_method)) as results:
        for name, result in results:
            match result:
                case Lost():
                    yield _outcome(name, lost_file(result))
                case FileError():
                    yield _outcome(name, result)
                case _:
                    yield _outcome(name, unpacked(result))


@dataclass(frozen=True, slots=True)
class _Work:
    """What a worker does with a file."""

    reading: Reading

    def do(self, path: str) -> Packed | FileError:
        result = self.reading.read(path)
        return result if isinstance(result, FileError) else packed(result)


def _outcome(path: str, result: Report | FileError) -> Outcome:
    return Outcome(path, None, result) if isinstance(result, FileError) else Outcome(path, result, None)
