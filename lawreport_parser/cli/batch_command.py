"""The command `lawreport batch`: many files into one output, with progress, and a run that can be continued."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from lawreport_parser.cli.inputs import Encoding, Format
from lawreport_parser.cli.streams import complain
from lawreport_parser.errors import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from lawreport_parser.batch import Progress, Summary
    from lawreport_parser.readers import Limits

__all__ = ["batch_files"]

#: Seconds between two lines of progress where standard error is no terminal.
_LINE_EVERY: Final = 30.0
#: Endings of files passed over that are named.
_ENDINGS: Final = 10
#: Seconds between two drawings of the progress bar.
_DRAW_EVERY: Final = 0.1

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="A folder (its texts, web pages, Word files and PDFs, at any depth), a glob, a file, "
        "or - for a list of names, or an OUT.errors.jsonl, on standard input.",
    ),
]


def batch_files(
    paths: Paths,
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="OUT", help="What to write: a .jsonl, .csv or .parquet (a folder)."),
    ],
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes (default: one for each processor)."),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was interrupted.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace OUT, or a run that was interrupted.")] = False,
    timeout: Annotated[
        float | None, typer.Option("--timeout", metavar="SECONDS", help="Give up a file that takes longer.")
    ] = None,
    limit: Annotated[
        list[str] | None,
        typer.Option("--limit", metavar="NAME=NUMBER", help="Change a limit, such as max_bytes=1000000. Repeatable."),
    ] = None,
    format_: Format = None,
    encoding: Encoding = None,
) -> None:
    """Read many files and write their reports to one output, in the order of the files.

    Files that cannot be read are listed in OUT.errors.jsonl; then the status is 1. OUT appears when all is done.
    """
    from lawreport_parser.batch import Reading, write_batch

    if timeout is not None and not timeout > 0:
        raise typer.BadParameter("give more than 0 seconds", param_hint="--timeout")
    reading = Reading(format_, encoding, _limits(limit or []))
    with _Signals() as signals, _progress_shown() as shown:

        def stop() -> bool:
            signals.held_back = True
            return bool(signals.received)

        summary = write_batch(
            paths,
            output,
            jobs=jobs,
            reading=reading,
            timeout=timeout,
            resume=resume,
            overwrite=overwrite,
            standard_input=sys.stdin.buffer if "-" in paths else None,
            on_progress=shown,
            stop=stop,
        )
    _tell(summary)
    if summary.interrupted:
        raise typer.Exit(128 + signals.received[0])
    if summary.failures:
        raise typer.Exit(1)


def _limits(settings: list[str]) -> Limits:
    from dataclasses import fields

    from lawreport_parser.readers import Limits

    names = [field.name for field in fields(Limits)]
    given: dict[str, int] = {}
    for setting in settings:
        name, _, number = setting.partition("=")
        if name not in names or not number.isascii() or not number.isdigit():
            raise typer.BadParameter(
                f"{setting!r} is not one of {', '.join(names)} with a number, such as max_pages=100",
                param_hint="--limit",
            )
        given[name] = int(number)
    return Limits(**given)


class _Signals:
    """Ctrl-C and SIGTERM: before there is anything to keep they end the command, then the first asks it to stop.

    The second ends it at once, without securing what was done since the last entry of the journal.
    """

    def __init__(self) -> None:
        self.held_back = False
        self.received: list[int] = []
        self._before: dict[int, Any] = {}

    def __enter__(self) -> _Signals:
        # Only the main thread may do so; elsewhere nobody sends it any.
        with suppress(ValueError):
            for number in (signal.SIGINT, signal.SIGTERM):
                self._before[number] = signal.signal(number, self._note)
        return self

    def __exit__(self, *_: object) -> None:
        while self._before:
            number, handler = self._before.popitem()
            signal.signal(number, handler)

    def _note(self, number: int, _frame: object) -> None:
        self.__exit__()
        if not self.held_back:
            raise KeyboardInterrupt
        self.received.append(number)


@contextmanager
def _progress_shown() -> Iterator[Callable[[Progress], None]]:
    """Yield what shows the progress on standard error: a bar in a terminal, else a line now and then."""
    if not (sys.stderr is not None and sys.stderr.isatty()):
        yield _lines_of_progress()
        return

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    # Drawn from here and not from a thread: the workers are forks of this process.
    bar = Bar(
        MofNCompleteColumn(),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("[red]{task.fields[failures]}"),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
    )
    pace = _Pace()
    drawn = 0.0

    def draw(progress: Progress) -> None:
        nonlocal drawn
        now = time.monotonic()
        first = not bar.tasks
        if first:
            bar.add_task("", total=progress.files, completed=progress.done, rate="", failures="")
        if not first and now - drawn < _DRAW_EVERY and progress.done < progress.files:
            return
        drawn = now
        rate = pace.rate(progress)
        bar.update(
            bar.task_ids[0],
            completed=progress.done,
            rate=f"{rate:,.0f}/s" if rate else "",
            failures=counted(progress.failures, "failure") if progress.failures else "",
            refresh=True,
        )

    with bar:
        yield draw


def _lines_of_progress() -> Callable[[Progress], None]:
    pace = _Pace()
    last = time.monotonic()

    def write(progress: Progress) -> None:
        nonlocal last
        rate = pace.rate(progress)
        if time.monotonic() - last < _LINE_EVERY or not rate:
            return
        last = time.monotonic()
        left = timedelta(seconds=round((progress.files - progress.done) / rate))
        complain(
            f"{progress.done:,} of {counted(progress.files, 'file')}, {counted(progress.failures, 'failure')}, "
            f"{rate:,.0f} a second, {left} left"
        )

    return write


class _Pace:
    """Files a second since the first time it was asked, which leaves out what an earlier run did."""

    def __init__(self) -> None:
        self._began: tuple[float, int] | None = None

    def rate(self, progress: Progress) -> float:
        now = time.monotonic()
        if self._began is None:
            self._began = now, progress.done
        began, done = self._began
        return (progress.done - done) / (now - began) if now > began else 0.0


def _tell(summary: Summary) -> None:
    """Write the summary to standard error."""
    if not summary.interrupted and not summary.files_now:
        complain(f"{summary.output}: complete already, nothing was left to do")
        if not summary.files:
            if summary.failures:
                complain(f"{counted(summary.failures, 'failure')}: {summary.errors}")
            return
    done = summary.reports + summary.failures
    rate = f"; {summary.files_now / summary.seconds:,.0f} a second" if summary.files_now and summary.seconds else ""
    of = f"{done:,} of " if summary.interrupted else ""
    complain(
        f"{of}{counted(summary.files, 'file')}: {counted(summary.reports, 'report')}, "
        f"{counted(summary.failures, 'failure')}{rate}"
    )
    if summary.diagnostics:
        told = ", ".join(f"{code} {count:,}" for code, count in summary.diagnostics.items())
        complain(f"diagnostics: {told}")
    if summary.errors is not None:
        complain(f"failures: {summary.errors}")
    if summary.passed_over:
        complain(_passed_over(summary.passed_over))
    if summary.interrupted:
        complain(f"interrupted; what is done is in {summary.output}, --resume goes on")
    else:
        complain(f"written: {summary.output}")


def _passed_over(endings: dict[str, int]) -> str:
    count = sum(endings.values())
    listed = [f"{ending or 'none'} {number:,}" for ending, number in endings.items()]
    more = f", and {len(listed) - _ENDINGS} more" if len(listed) > _ENDINGS else ""
    were = "with another ending was" if count == 1 else "with other endings were"
    shown = ", ".join(listed[:_ENDINGS]) + more
    return f"{counted(count, 'file')} {were} passed over ({shown}); files that are named are read"
