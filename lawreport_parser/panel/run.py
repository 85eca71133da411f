"""`write_panel`: many files into tables that appear when they are whole."""

from __future__ import annotations

import os
import shutil
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar

from lawreport_parser.arrow.comparison_columns import COMPARISON_TABLES, ComparisonTable
from lawreport_parser.arrow.comparison_rows import group_rows, refused_rows
from lawreport_parser.arrow.identity import issuer_key
from lawreport_parser.arrow.rows import Row
from lawreport_parser.batch.failures import causes_in, errors_beside, failure_line, failures_in
from lawreport_parser.batch.journal import WorkFolder
from lawreport_parser.batch.paths import Found, check_are_several, find_files, unlike_output, written_name
from lawreport_parser.batch.progress import Progress
from lawreport_parser.batch.reading import FileError, Reading, lost_file, warmed_up
from lawreport_parser.batch.workers import Lost, StartMethod, check_jobs, run_in_order, usable_processors
from lawreport_parser.files_written import check_is_new, check_may_replace
from lawreport_parser.indicators.codebook import Codebook
from lawreport_parser.panel.cells import Naming, naming_of
from lawreport_parser.panel.columns import (
    REPORT_TABLES,
    AnyTable,
    Labels,
    ReportTable,
    check_any_table,
    columns_of,
    mark_place,
)
from lawreport_parser.panel.files import ENDINGS, PanelError, TableFile, open_table
from lawreport_parser.panel.rows import Duplicates, Identity, errors_of, identity_of, table_rows
from lawreport_parser.reasons import reason
from lawreport_parser.reasons_in_chinese import in_chinese
from lawreport_parser.report import Report

__all__ = ["Labels", "PanelSummary", "write_panel", "written_files"]

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class PanelSummary:
    """What came of a run."""

    files: int
    reports: int
    failures: int
    #: Why files gave no report: the cause, and how many there are of it, the most frequent first.
    causes: dict[str, int]
    #: The files written, by table, and how many rows each has.
    outputs: dict[AnyTable, Path]
    rows: dict[AnyTable, int]
    #: The list of failures, where there are any.
    errors: Path | None
    #: Reports with the body, or with issuer and year, of one before.
    same_body: int
    same_issuer_year: int
    #: Reports whose issuer or year is not known.
    unidentified: int
    #: Reports with a diagnostic of severity error: such a file may be no report at all.
    with_errors: int
    #: Texts that were longer than a cell of a spreadsheet may be.
    cut: int
    passed_over: dict[str, int]
    interrupted: bool
    seconds: float


class _Made(NamedTuple):
    """What a worker makes of a file: for each table its rows; what tells the report from others; has it errors."""

    rows: tuple[list[Row], ...]
    identity: Identity
    has_errors: bool
    issuer: str | None


@dataclass(frozen=True, slots=True)
class _Work:
    """What a worker does with a file."""

    reading: Reading
    tables: tuple[ReportTable, ...]
    #: None is the codebook of the package, which need not be sent.
    codebook: Codebook | None
    naming: Naming

    def do(self, found: Found) -> _Made | FileError:
        report = self.reading.read_found(found)
        if isinstance(report, FileError):
            return report
        name = written_name(found.path)
        book = self.codebook or Codebook.default()
        rows = tuple(table_rows(report, name, table, book, self.naming) for table in self.tables)
        return _Made(rows, identity_of(report), bool(errors_of(report)), issuer_key(report.header))


@dataclass(frozen=True, slots=True)
class _Comparing:
    """What a worker does with the files of an issuer, which were read before."""

    reading: Reading
    tables: tuple[ComparisonTable, ...]

    def do(self, paths: Sequence[str]) -> list[tuple[ComparisonTable, Row]]:
        return list(group_rows(self._reports(paths), self.tables))

    def _reports(self, paths: Sequence[str]) -> Iterator[tuple[str, Report]]:
        for path in paths:
            report = self.reading.read(path)
            if not isinstance(report, FileError):
                yield written_name(path), report


def written_files(out: str | os.PathLike[str], tables: Sequence[AnyTable] | None) -> dict[AnyTable, Path]:
    """Return the file of each table: OUT itself for the panel alone (None), else `panel.items.csv` for `panel.csv`."""
    target = Path(out)
    _check_ending(target)
    if tables is None:
        return {"panel": target}
    return {check_any_table(table): target.with_name(f"{target.stem}.{table}{target.suffix}") for table in tables}


def write_panel(
    paths: Sequence[str],
    outputs: dict[AnyTable, Path],
    *,
    labels: Labels = "names",
    codebook: Codebook | None = None,
    jobs: int | None = None,
    reading: Reading | None = None,
    timeout: float | None = None,
    overwrite: bool = False,
    errors: Path | None = None,
    standard_input: BinaryIO | None = None,
    start_method: StartMethod | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> PanelSummary:
    """Read the files that `paths` stand for (see `find_files`) and write tables of them, in their order.

    `outputs` has a file for each table; its ending says what is written: `.csv`, `.xlsx`, `.parquet` or `.dta`. The
    tables are `panel` (a row for each report), `long` (a row for each figure of the codebook) and those of
    `lawreport_parser.arrow`. For those that compare (`pairs`, `outcomes`, `changes`) each file is read once more, with
    the others of its issuer. `codebook` (default: that of the package) counts for `panel` and `long`. Files that gave
    no report are listed in `errors` (default: the name of the first table with `.errors.jsonl` behind it), and in a
    sheet of each workbook. All files appear at the end; a run that is stopped
    or fails leaves none. What one that was killed left, in a hidden folder beside the first table, the next removes.

    Memory holds the rows of the reports that the workers are at, and of each report its name and two digests; of
    `.dta` the whole table. `jobs`, `timeout`, `on_progress` and `stop` are those of `write_batch`.

    `PanelError` for an output that is there already (without `overwrite`) or cannot be written, `BatchError` where
    another run is at work on it, `NothingFoundError` for a path that stands for no file, `MissingExtraError` where a
    package for an output is missing.
    """
    begun = time.monotonic()
    check_are_several(paths)
    check_jobs(1 if jobs is None else jobs, timeout)
    if not outputs:
        raise ValueError("there is no table to write")
    first = next(iter(outputs.values()))
    errors = errors or errors_beside(first)
    _check_may_write(list(outputs.values()), errors, overwrite)
    passed_over: Counter[str] = Counter()
    found = list(unlike_output(find_files(paths, standard_input, passed_over), list(outputs.values())))
    book = Codebook.default() if codebook is None else codebook
    run = _Run(outputs, errors, WorkFolder(first.with_name(f".{first.name}.partial")), book, labels)
    tables = tuple(table for table in REPORT_TABLES if table in outputs)
    sent = None if book is Codebook.default() else book
    work = _Work(reading or Reading(), tables, sent, naming_of(labels, book))
    try:
        with run:
            prepare = warmed_up(start_method, timeout)
            crew = _Crew(jobs or usable_processors(), timeout, start_method, prepare, on_progress, stop)
            whole = run.fill(work, found, crew) and run.compare(work.reading, crew)
            if whole:
                run.put_in_place()
    except OSError as error:
        what = error.strerror or " ".join(str(error).split())
        raise PanelError(f"{first}: {what}; nothing was written") from error
    return PanelSummary(
        files=len(found),
        reports=run.done - run.failures,
        failures=run.failures,
        causes=causes_in(errors) if run.failures and whole else {},
        outputs=dict(outputs),
        rows=run.rows,
        errors=errors if run.failures and whole else None,
        same_body=run.duplicates.same_body,
        same_issuer_year=run.duplicates.same_issuer_year,
        unidentified=run.duplicates.unidentified,
        with_errors=run.with_errors,
        cut=run.cut,
        passed_over=dict(passed_over.most_common()),
        interrupted=not whole,
        seconds=time.monotonic() - begun,
    )


def _check_ending(out: Path) -> None:
    if out.suffix.lower() not in ENDINGS:
        raise PanelError(f"{out}: the ending says what is written; give {', '.join(ENDINGS)}")


def _check_may_write(outputs: list[Path], errors: Path, overwrite: bool) -> None:
    for out in outputs:
        _check_ending(out)
        check_may_replace(out, overwrite, PanelError)
    for each in (*outputs, errors):
        check_is_new(each, overwrite, PanelError)


@dataclass(frozen=True, slots=True)
class _Crew:
    """How the work is done: the processes, and what is asked and told while it goes on."""

    jobs: int
    timeout: float | None
    start_method: StartMethod | None
    prepare: Callable[[], None]
    on_progress: Callable[[Progress], None] | None
    stop: Callable[[], bool] | None

    def run(
        self, work: Callable[[Task], Result], tasks: Iterable[Task], look_up: Callable[[], None]
    ) -> Generator[tuple[Task, Result | Lost]]:
        return run_in_order(
            work,
            tasks,
            jobs=self.jobs,
            timeout=self.timeout,
            start_method=self.start_method,
            on_wait=look_up,
            prepare=self.prepare,
        )

    def look_up(self, progress: Progress) -> None:
        """Tell how far it is; `_StoppedError` where it is to stop."""
        if self.on_progress is not None:
            self.on_progress(progress)
        if self.stop is not None and self.stop():
            raise _StoppedError


class _Run:
    """The files that are being written, in a hidden folder beside the first of their places."""

    def __init__(
        self, outputs: dict[AnyTable, Path], errors: Path, place: WorkFolder, codebook: Codebook, labels: Labels
    ) -> None:
        self._outputs = outputs
        self._errors = errors
        self._place = place
        self._folder = place.path / "tables"
        self._failed = place.path / "errors.jsonl"
        self._codebook = codebook
        self._labels: Labels = labels
        self.done = 0
        self.failures = 0
        self.cut = 0
        self.with_errors = 0
        self.rows: dict[AnyTable, int] = dict.fromkeys(outputs, 0)
        self._comparisons = tuple(table for table in COMPARISON_TABLES if table in outputs)
        self._issuers: dict[str, list[str]] = {}
        self.duplicates = Duplicates()

    def __enter__(self) -> _Run:
        with ExitStack() as undone:
            undone.enter_context(self._place)
            self._place.claim()
            self._place.clear()
            undone.callback(shutil.rmtree, self._place.path, ignore_errors=True)
            self._folder.mkdir()
            self._open()
            self._undone = undone.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._undone.close()

    def _open(self) -> None:
        columns = {table: columns_of(table, self._codebook) for table in self._outputs}
        self._mark_places = {table: mark_place(each) for table, each in columns.items()}
        self._error_places = {
            table: [each.name for each in columns[table]].index("error") for table in self._comparisons
        }
        self._files: dict[AnyTable, TableFile] = {
            table: open_table(self._folder / out.name, table, columns[table], self._labels)
            for table, out in self._outputs.items()
        }

    def fill(self, work: _Work, found: Sequence[Found], crew: _Crew) -> bool:
        """Write the rows of all files; False where it was stopped before."""

        def look_up() -> None:
            crew.look_up(Progress(self.done, self.failures, len(found)))

        results = crew.run(work.do, found, look_up)
        try:
            with closing(results), self._failed.open("wb") as errors:
                for each, result in results:
                    if isinstance(result, _Made):
                        self._add(each.path, work.tables, result)
                    else:
                        error = lost_file(result) if isinstance(result, Lost) else result
                        errors.write(failure_line(each.path, error))
                        self.failures += 1
                    self.done += 1
                    look_up()
        except _StoppedError:
            return False
        return True

    def _add(self, path: str, tables: Sequence[ReportTable], made: _Made) -> None:
        marks = self.duplicates.marks(written_name(path), made.identity)
        self.with_errors += made.has_errors
        for table, rows in zip(tables, made.rows, strict=True):
            file, at = self._files[table], self._mark_places[table]
            for row in rows:
                file.add(row if at is None else (*row[:at], *marks, *row[at:]))
            self.rows[table] += len(rows)
        if self._comparisons:
            # What is of no known issuer stands alone.
            self._issuers.setdefault(made.issuer or f"? {path}", []).append(path)

    def compare(self, reading: Reading, crew: _Crew) -> bool:
        """Write the rows of the tables that compare; False where it was stopped before."""
        if not self._comparisons:
            return True

        def look_up() -> None:
            crew.look_up(Progress(self.done, self.failures, self.done))

        results = crew.run(_Comparing(reading, self._comparisons).do, self._issuers.values(), look_up)
        try:
            with closing(results):
                for paths, result in results:
                    for table, row in self._lost(paths, result) if isinstance(result, Lost) else result:
                        self._files[table].add(self._said(table, row))
                        self.rows[table] += 1
                    look_up()
        except _StoppedError:
            return False
        return True

    def _said(self, table: ComparisonTable, row: Row) -> Row:
        """Return a row with the reason why it compares nothing, if so, in the language of the labels."""
        at = self._error_places[table]
        error = row[at]
        return (*row[:at], in_chinese(error), *row[at + 1 :]) if error and self._labels == "zh" else row

    def _lost(self, paths: Sequence[str], lost: Lost) -> Iterator[tuple[ComparisonTable, Row]]:
        told = reason("comparing-failed", error=lost_file(lost).message)
        for path in paths:
            yield from refused_rows(self._comparisons, written_name(path), told)

    def put_in_place(self) -> None:
        """Close the files and put each in its place."""
        for file in self._files.values():
            file.close(failures_in(self._failed))
            self.cut += file.cut
        for out in self._outputs.values():
            (self._folder / out.name).replace(out)
        if self.failures:
            self._failed.replace(self._errors)
        else:
            self._errors.unlink(missing_ok=True)


class _StoppedError(Exception):
    pass
