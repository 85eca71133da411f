"""Reports as data frames, and the reports of a folder one by one.

>>> from lawreport_parser import parse, to_frame
>>> report = parse("一、存在问题\\n一是宣传不够；二是人员不足。")
>>> to_frame(report, "items", as_="arrow").column("text").to_pylist()
['一是宣传不够；', '二是人员不足。']
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, Final, Literal, get_args

from lawreport_parser.arrow.comparison_columns import COMPARISON_TABLES
from lawreport_parser.arrow.comparison_rows import by_issuer, group_rows
from lawreport_parser.arrow.rows import Identified, Row, content_id, distinct
from lawreport_parser.batch.many import parse_many
from lawreport_parser.batch.paths import find_files, written_name
from lawreport_parser.batch.progress import Progress, progress_shown
from lawreport_parser.batch.reading import FailedFile, Outcome, ParsedFile
from lawreport_parser.batch.workers import check_jobs
from lawreport_parser.extras import require
from lawreport_parser.indicators.codebook import Codebook
from lawreport_parser.panel.columns import REPORT_TABLES, AnyTable, check_any_table, columns_of, mark_place
from lawreport_parser.panel.rows import Duplicates, identity_of, table_rows
from lawreport_parser.report import Report

__all__ = ["FileWarning", "FrameKind", "ReportFiles", "read_folder", "to_frame"]

FrameKind = Literal["pandas", "polars", "arrow"]
Path = str | os.PathLike[str]
OnError = Literal["warn", "raise"] | Callable[[Outcome], object]
_KINDS: Final = get_args(FrameKind)
_OF_THE_PACKAGE: Final = os.path.join(os.path.dirname(__file__), "")


class FileWarning(UserWarning):
    """A file that gave no report and is left out: `path` names it, `code` and `message` are of its `FileError`."""

    def __init__(self, path: str, code: str, message: str) -> None:
        super().__init__(f"{path}: {message}; it is left out")
        self.path = path
        self.code = code
        self.message = message


class ReportFiles:
    """Files and their reports: `for report in files`; `files.outcomes()` with names and errors; `len(files)` files.

    Each loop reads the files anew, and no report is kept.
    """

    def __init__(self, paths: list[str], progress: bool, jobs: int, on_error: OnError) -> None:
        self.paths = paths
        self._progress = progress
        self._jobs = jobs
        self._on_error = on_error

    def __len__(self) -> int:
        return len(self.paths)

    def __iter__(self) -> Iterator[Report]:
        return (report for _, report in self.named())

    def named(self) -> Iterator[tuple[str, Report]]:
        """Yield each report with the name of its file; a file without one has its `FileWarning` (see `read_folder`)."""
        for outcome in self.outcomes():
            if outcome.report is not None:
                yield written_name(outcome.path), outcome.report
            else:
                _left_out(outcome, self._on_error)

    def outcomes(self) -> Iterator[Outcome]:
        """Yield an `Outcome` for each file, as `parse_many` does: its report, or its error."""
        outcomes = parse_many(self.paths, self._jobs)
        return self._with_progress(outcomes) if self._progress else outcomes

    def _with_progress(self, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        failures = 0
        with progress_shown(_say) as show:
            show(Progress(0, 0, len(self)))
            for done, outcome in enumerate(outcomes, 1):
                failures += outcome.error is not None
                show(Progress(done, failures, len(self)))
                yield outcome

    def __repr__(self) -> str:
        names = ", ".join(self.paths[:3]) + (", …" if len(self) > 3 else "")
        return f"<ReportFiles: {len(self):,} files: {names}>"


def read_folder(
    path: Path | Iterable[Path], progress: bool = False, *, jobs: int = 1, on_error: OnError = "warn"
) -> ReportFiles:
    """Return the reports of a folder, glob or file, or of several, to loop over; `find_files` says which files count.

    `progress` shows a bar in notebooks and (with rich) in terminals, elsewhere a line every 30 seconds. `jobs`
    processes read the files. A file that gives no report is left out with a `FileWarning`; `on_error="raise"` raises
    it, and a function is called with the `Outcome`.

    `NothingFoundError` where there is no file, `ValueError` for `jobs` below 1.
    """
    check_jobs(jobs)
    if not callable(on_error) and on_error not in ("warn", "raise"):
        raise ValueError(f"on_error is 'warn', 'raise' or a function, not {on_error!r}")
    given = [path] if isinstance(path, str | os.PathLike) else list(path)
    # A folder that cannot be looked into fails when it is read.
    return ReportFiles(
        [found.path for found in find_files([os.fspath(each) for each in given])], progress, jobs, on_error
    )


def to_frame(
    reports: Path | Report | Iterable[Path] | Iterable[Identified | Outcome],
    table: str = "reports",
    as_: str = "pandas",
    *,
    codebook: Codebook | None = None,
    jobs: int = 1,
) -> Any:
    """Return one table of reports as a data frame of pandas or Polars, or as an Arrow table.

    `reports` is a folder, glob or file, several of them, what `read_folder` gives, or an iterable of `Report`,
    of (id, `Report`) or of `Outcome`. `table` is one of `lawreport_parser.arrow.TABLES`, `panel` (a row for each
    report, with its indicators) or `long` (a row for each figure, with issuer and year); `codebook` counts for these
    two. `pairs`, `outcomes` and `changes` compare the reports of each issuer year by year (see `comparison_tables`);
    for these all reports are kept in memory. The id of a report is the path of its file, or the one given, else its
    `content_id`; the column `file` of a panel holds it.

    With pandas decimals are doubles, dates datetimes, integers nullable. A file that gives no report is left out with
    a `FileWarning`. `MissingExtraError` names the extra (`pandas`, `polars`, `arrow`) that is missing, `ValueError` a
    table or kind that does not exist, or an id that two reports have.
    """
    name = check_any_table(table)
    if as_ not in _KINDS:
        raise ValueError(f"as_ is one of {', '.join(_KINDS)}, not {as_!r}")
    if as_ != "arrow":
        require(as_, as_, as_)
    named = _named(reports, jobs)
    made = _arrow_table(named, name, codebook, doubles=as_ == "pandas")
    if as_ == "arrow":
        return made
    return _pandas(made) if as_ == "pandas" else require("polars", "polars", "polars").from_arrow(made)


def _named(
    reports: Path | Report | Iterable[Path] | Iterable[Identified | Outcome], jobs: int
) -> Iterator[tuple[str, Report]]:
    if isinstance(reports, Report):
        reports = [reports]
    if isinstance(reports, ReportFiles):
        return reports.named()
    if isinstance(reports, str | os.PathLike):
        return read_folder(reports, jobs=jobs).named()
    each = iter(reports)
    first = next(each, None)
    if first is None:
        return iter(())
    if isinstance(first, str | os.PathLike):
        return read_folder([first, *each], jobs=jobs).named()  # type: ignore[list-item]
    return _with_names(chain((first,), each))


def _with_names(reports: Iterable[Any]) -> Iterator[tuple[str, Report]]:
    for given in reports:
        match given:
            case Report():
                yield content_id(given), given
            case (str() | int() as report_id, Report() as report):
                yield str(report_id), report
            case ParsedFile(path, report):
                yield written_name(path), report
            case FailedFile():
                _left_out(given, "warn")
            case _:
                raise TypeError(
                    f"reports are given as paths, or as Report, (id, Report) or Outcome, not as {type(given).__name__}"
                )


def _arrow_table(
    named: Iterable[tuple[str, Report]], table: AnyTable, codebook: Codebook | None, *, doubles: bool
) -> Any:
    require("pyarrow", "pyarrow", "arrow")
    from lawreport_parser.panel.arrow_form import OpenRows, table_of_batches

    book = Codebook.default() if codebook is None else codebook
    made = OpenRows(table, columns_of(table, book), doubles=doubles)
    batches: list[Any] = []
    for row in _rows(named, table, book):
        batches += made.add(row)
    return table_of_batches([*batches, *made.close()], made.schema)


def _rows(named: Iterable[tuple[str, Report]], table: AnyTable, codebook: Codebook) -> Iterator[Row]:
    compared = [each for each in COMPARISON_TABLES if each == table]
    if compared:
        for issuer in by_issuer(distinct(named)):
            yield from (row for _, row in group_rows(issuer, compared))
    for of_reports in (each for each in REPORT_TABLES if each == table):
        at = mark_place(columns_of(table, codebook))
        duplicates = Duplicates()
        # A panel marks what is there twice.
        for name, report in named if at is not None else distinct(named):
            marks = (None, None) if at is None else duplicates.marks(name, identity_of(report))
            for row in table_rows(report, name, of_reports, codebook):
                yield row if at is None else (*row[:at], *marks, *row[at:])


def _pandas(table: Any) -> Any:
    pandas, pyarrow = require("pandas", "pandas", "pandas"), require("pyarrow", "pyarrow", "arrow")
    nullable = {
        pyarrow.int32(): pandas.Int32Dtype(),
        pyarrow.int64(): pandas.Int64Dtype(),
        pyarrow.bool_(): pandas.BooleanDtype(),
    }
    return table.to_pandas(types_mapper=nullable.get, date_as_object=False)


def _left_out(outcome: FailedFile, on_error: OnError) -> None:
    if callable(on_error):
        on_error(outcome)
        return
    warning = FileWarning(outcome.path, outcome.error.code, outcome.error.message)
    if on_error == "raise":
        raise warning
    warnings.warn(warning, stacklevel=_level_of_caller())


def _level_of_caller() -> int:
    """Return the `stacklevel` at which the one who asks for a warning meets code that is not of this package."""
    frame, level = sys._getframe(1), 1
    while frame.f_back is not None and frame.f_code.co_filename.startswith(_OF_THE_PACKAGE):
        frame, level = frame.f_back, level + 1
    return level


def _say(line: str) -> None:
    if sys.stderr is not None:
        print(line, file=sys.stderr, flush=True)
