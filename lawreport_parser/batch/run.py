"""`write_batch`: reports from many files into one output that appears whole, and a run that can be continued."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any, BinaryIO, Final

from lawreport_parser._version import __version__
from lawreport_parser.arrow.columns import TableName, check_table
from lawreport_parser.batch.failures import causes_in, errors_beside, failure_line
from lawreport_parser.batch.journal import BatchError, State, WorkFolder
from lawreport_parser.batch.outputs import LineFile, is_table_folder, kind_of, open_output, place, sync_folder
from lawreport_parser.batch.paths import check_are_several, find_files, unlike_output
from lawreport_parser.batch.progress import Progress
from lawreport_parser.batch.reading import Reading, lost_file, warmed_up
from lawreport_parser.batch.rendering import Rendered, Rendering
from lawreport_parser.batch.workers import Lost, StartMethod, check_jobs, run_in_order, usable_processors
from lawreport_parser.files_written import check_has_folder, check_is_new
from lawreport_parser.offsets import check_unit
from lawreport_parser.readers import Limits
from lawreport_parser.spans import OffsetUnit

__all__ = ["Summary", "write_batch"]


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a run, the parts before an interruption included."""

    files: int
    reports: int
    failures: int
    #: How often each code occurs, the most frequent first.
    diagnostics: dict[str, int]
    #: Why files gave no report: the cause, and how many there are of it, the most frequent first.
    causes: dict[str, int]
    #: Where the reports are (after an interruption, those so far), and the list of failures where there are any.
    output: Path
    errors: Path | None
    #: How many files of folders were passed over for their ending, by ending.
    passed_over: dict[str, int]
    #: Stopped before its end: `resume` goes on.
    interrupted: bool
    #: Files done by this call, and the seconds it took.
    files_now: int
    seconds: float


class _StoppedError(Exception):
    pass


def write_batch(
    paths: Sequence[str],
    out: str | os.PathLike[str],
    *,
    jobs: int | None = None,
    reading: Reading | None = None,
    table: TableName | None = None,
    offsets: OffsetUnit = "codepoint",
    timeout: float | None = None,
    resume: bool = False,
    overwrite: bool = False,
    standard_input: BinaryIO | None = None,
    start_method: StartMethod | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Summary:
    """Read the files that `paths` stand for (see `find_files`) and write them to `out`, in their order.

    The ending of `out` says what is written: `.jsonl`, `.csv`, or none for a folder of tables. Files that gave no
    report are listed in `out` + `.errors.jsonl`. Both appear when all is done; until then everything is in the folder
    `out` + `.partial`, and `resume` goes on from there with the files that were planned at first. Where there is
    nothing to go on from, `resume` does nothing if `out` is there, and begins otherwise. `overwrite` replaces what is
    there, at the end, and forgets an interrupted run; a run that was begun with it keeps it when it is continued.
    `table` says what the rows of a `.csv` are, as in `lawreport_parser.arrow`; by default sections, `nodes`. `offsets`
    says what the spans of a `.jsonl` count; the other outputs count code points.

    `jobs` processes do the work (default: one for each processor that may be used), never this one. `on_progress` is
    called after each file and, while there is none, five times a second. `stop` is asked as often: where it says true,
    what is done is secured, and the summary says `interrupted`.

    `BatchError` for an output that is there, cannot be written, or belongs to another run; `NothingFoundError` for a
    path that stands for no file; `LawReportError` where `out` is one of the files; `MissingExtraError` where pyarrow is
    missing. `ValueError` for `jobs` below 1, for a `table` that does not exist or of another output than a `.csv`, for
    `offsets` that are no unit or of another output than a `.jsonl`, and for `resume` with `overwrite`: one keeps what
    is done, the other does it anew.
    """
    begun = time.monotonic()
    check_are_several(paths)
    check_jobs(1 if jobs is None else jobs, timeout)
    if resume and overwrite:
        raise ValueError("give resume or overwrite, not both: one keeps what is done, the other does it anew")
    target = Path(out)
    kind = kind_of(target)
    if kind is None:
        raise BatchError(f"{target}: {_OTHER_KIND.get(target.suffix.lower(), _ANY_KIND)}")
    if table is not None:
        if kind != "csv":
            raise ValueError(f"a table is for a .csv; {target} holds them all")
        check_table(table)
    check_unit(offsets)
    if offsets != "codepoint" and kind != "jsonl":
        raise ValueError(f"offsets other than codepoint are for a .jsonl, not for {target}")
    if kind == "tables":
        import lawreport_parser.arrow.schemas  # noqa: F401 - says what is missing before anything is begun
    reading = reading or Reading()
    folder = WorkFolder(_beside(target, ".partial"))
    try:
        with folder:
            run = _Run(Rendering(kind, reading, table or "nodes", offsets), target, folder, overwrite=overwrite)
            if not run.prepare(paths, standard_input, resume=resume):
                return run.summary(0, time.monotonic() - begun)
            before = run.state.done
            if not run.state.finished:
                run.work(jobs or usable_processors(), timeout, start_method, on_progress, stop)
            if run.state.finished:
                run.put_in_place()
            return run.summary(run.state.done - before, time.monotonic() - begun)
    except OSError as error:
        raise BatchError(_trouble(error, target, _is_begun(folder))) from error


_ANY_KIND: Final = "the ending says what is written; give .jsonl, .csv, or none for a folder of tables"
_OTHER_KIND: Final = {
    ".parquet": "a folder of tables has a name without ending; one file a table: lawreport panel --tables"
}


def _beside(out: Path, ending: str) -> Path:
    return out.with_name(out.name + ending)


def _is_begun(folder: WorkFolder) -> bool:
    try:
        return folder.is_begun()
    except OSError:
        return False


def _trouble(error: OSError, out: Path, begun: bool) -> str:
    where = error.filename if isinstance(error.filename, str) else str(out)
    what = error.strerror or " ".join(str(error).split())
    if not begun:
        return f"{where}: {what}; nothing was begun, give an OUT that can be written"
    return f"{where}: {what}; what is done so far is kept, --resume goes on once this is mended"


class _Run:
    """One run: prepared, worked through, put in its place."""

    def __init__(self, rendering: Rendering, out: Path, folder: WorkFolder, *, overwrite: bool) -> None:
        self._out = out
        self._errors = errors_beside(out)
        self._rendering = rendering
        self._folder = folder
        self._overwrite = overwrite
        self._files = 0
        self._passed_over: Counter[str] = Counter()
        self._complete_before = False
        self.state = State()

    def prepare(self, paths: Sequence[str], standard_input: BinaryIO | None, *, resume: bool) -> bool:
        """Begin, or find where to go on; False where an earlier run has done everything."""
        settings = self._settings(paths)
        if self._folder.path.exists() or self._folder.path.is_symlink():
            self._folder.check_own()
            self._folder.claim()
        if self._folder.is_begun():
            if resume:
                self._check_settings(settings)
                self.state = self._folder.state()
                self._folder.go_on()
                return True
            if not self._overwrite:
                raise BatchError(
                    f"{self._folder.path}: an interrupted run is there; --resume goes on, --overwrite starts over"
                )
        if self._out.exists() or self._errors.exists():
            if resume and self._out.exists():
                self._complete_before = True
                return False
            self._check_may_replace()
        check_has_folder(self._out, BatchError)
        self._folder.claim()
        self._folder.clear()
        try:
            found = find_files(paths, standard_input, self._passed_over)
            self._folder.begin(settings, unlike_output(found, [self._out]), self._passed_over)
        except BaseException:
            # Nothing is begun before the plan is whole.
            self._folder.remove()
            raise
        self._files = self._planned_files()
        return True

    def work(
        self,
        jobs: int,
        timeout: float | None,
        start_method: StartMethod | None,
        on_progress: Callable[[Progress], None] | None,
        stop: Callable[[], bool] | None,
    ) -> None:
        """Do the files that are left."""
        state, files = self.state, self._files
        diagnostics = dict(state.diagnostics)
        output, _ = open_output(self._rendering.kind, self._rendering.table, self._folder.path, state.position)
        errors = LineFile(self._folder.path / "errors.jsonl", state.errors)
        done, failures, secured = state.done, state.failures, time.monotonic()

        def secure(*, finished: bool = False) -> None:
            nonlocal secured
            position, listed = output.secure(), errors.secure()
            self.state = State(done, position, listed, failures, dict(diagnostics), finished)
            self._folder.record(self.state)
            secured = time.monotonic()

        def look_up() -> None:
            """Do what is due between two files, and while none is done."""
            overdue = done > self.state.done and time.monotonic() - secured >= output.seconds
            if overdue or output.is_full():
                secure()
            if on_progress is not None:
                on_progress(Progress(done, failures, files))
            if stop is not None and stop():
                raise _StoppedError

        results = run_in_order(
            self._rendering.render,
            self._folder.planned(done),
            jobs=jobs,
            timeout=timeout,
            start_method=start_method,
            on_wait=look_up,
            prepare=warmed_up(start_method, timeout),
        )
        try:
            with closing(results):
                look_up()
                for found, result in results:
                    if isinstance(result, Rendered):
                        output.add(result.pieces)
                        for code, count in result.diagnostics.items():
                            diagnostics[code] = diagnostics.get(code, 0) + count
                    else:
                        error = lost_file(result) if isinstance(result, Lost) else result
                        errors.write(failure_line(found.path, error))
                        failures += 1
                    done += 1
                    look_up()
            secure(finished=True)
        except _StoppedError:
            secure()
        finally:
            output.close()
            errors.close()

    def put_in_place(self) -> None:
        """Put what was made in its place. Can be done again after a crash at any point of it."""
        errors = self._folder.path / "errors.jsonl"
        if not self.state.failures:
            errors.unlink(missing_ok=True)
            self._errors.unlink(missing_ok=True)
        elif errors.exists():
            errors.replace(self._errors)
        made = self._made()
        if made.exists():
            place(made, self._out, self._folder.path / "replaced")
        sync_folder(self._out.parent)
        self._folder.remove()

    def summary(self, files_now: int, seconds: float) -> Summary:
        """Return what came of it."""
        state = self.state
        if self._complete_before:
            causes = causes_in(self._errors)
            failures = sum(causes.values())
            errors = self._errors if failures else None
            return Summary(0, 0, failures, {}, causes, self._out, errors, {}, False, 0, seconds)
        counted = sorted(state.diagnostics.items(), key=lambda item: (-item[1], item[0]))
        listed = self._errors if state.finished else self._folder.path / "errors.jsonl"
        errors = listed if state.failures else None
        return Summary(
            files=self._files if not state.finished else state.done,
            reports=state.done - state.failures,
            failures=state.failures,
            diagnostics=dict(counted),
            causes=causes_in(errors) if errors else {},
            output=self._out if state.finished else self._made(),
            errors=errors,
            passed_over=dict(self._passed_over.most_common()),
            interrupted=not state.finished,
            files_now=files_now,
            seconds=seconds,
        )

    def _made(self) -> Path:
        return self._folder.path / ("tables" if self._rendering.kind == "tables" else f"data.{self._rendering.kind}")

    def _settings(self, paths: Sequence[str]) -> dict[str, Any]:
        """Return what must be the same when the run is continued."""
        return {
            "version": __version__,
            "folder": os.getcwd(),
            "paths": list(paths),
            "format": self._rendering.reading.format,
            "encoding": self._rendering.reading.encoding,
            "limits": asdict(self._rendering.reading.limits or Limits()),
            "table": self._rendering.table,
            "offsets": self._rendering.offsets,
        }

    def _check_settings(self, settings: dict[str, Any]) -> None:
        begun = dict(self._folder.settings() or {})
        self._files = int(begun.pop("files", 0))
        self._passed_over = Counter(begun.pop("passed_over", {}))
        self._check_paths(begun, settings)
        for name, value in settings.items():
            if begun.get(name) != value:
                raise BatchError(
                    f"{self._folder.path}: the interrupted run had {_NAMES[name]} {begun.get(name)}, "
                    f"this has {value}; give the same, or start over with --overwrite"
                )

    def _check_paths(self, begun: dict[str, Any], settings: dict[str, Any]) -> None:
        """Compare the paths by the files they mean; then leave them, and where they need none, the working folder."""
        before, now = begun.pop("paths", []), settings.pop("paths")
        if all(map(os.path.isabs, before)):
            settings.pop("folder")
        for number, (old, new) in enumerate(zip_longest(before, now), 1):
            if old is None or new is None or _meant(old) != _meant(new):
                raise BatchError(
                    f"{self._folder.path}: the interrupted run had {_counted(before)}, this has {_counted(now)}; the "
                    f"first that differs is number {number}: {old or 'none'} there, {new or 'none'} here; "
                    "give the same, or start over with --overwrite"
                )

    def _planned_files(self) -> int:
        return int((self._folder.settings() or {})["files"])

    def _check_may_replace(self) -> None:
        for each in (self._out, self._errors):
            check_is_new(each, self._overwrite, BatchError)
        if self._out.is_dir() and (self._rendering.kind != "tables" or not is_table_folder(self._out)):
            raise BatchError(f"{self._out}: a folder that holds other things than tables; give another name")
        if self._rendering.kind == "tables" and self._out.is_file():
            raise BatchError(f"{self._out}: a file, and the tables need a folder; give another name")


_NAMES: Final = {
    "version": "version",
    "folder": "the working folder",
    "format": "--format",
    "encoding": "--encoding",
    "limits": "the limits",
    "table": "--table",
    "offsets": "--offsets",
}


def _meant(path: str) -> str:
    return path if path == "-" else os.path.abspath(path)


def _counted(paths: Sequence[str]) -> str:
    return f"{len(paths):,} path" if len(paths) == 1 else f"{len(paths):,} paths"
