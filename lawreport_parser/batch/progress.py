"""How far work on many files is, shown where someone looks: in a terminal, in a notebook, or as lines in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from lawreport_parser.errors import counted

__all__ = ["Progress", "progress_shown"]

#: Seconds between two lines of progress where standard error is no terminal.
_LINE_EVERY: Final = 30.0
#: Seconds between two drawings of a bar.
_DRAW_EVERY: Final = 0.1


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: files done, those of them that failed, and all files of the run."""

    done: int
    failures: int
    files: int


@contextmanager
def progress_shown(say: Callable[[str], None]) -> Iterator[Callable[[Progress], None]]:
    """Yield what shows the progress: a bar in a notebook or (with rich) a terminal, else lines now and then."""
    cell = _notebook_cell()
    if cell is not None:
        yield _drawn_now_and_then(_bar_in(cell))
        return
    if sys.stderr is None or not sys.stderr.isatty():
        yield _lines(say)
        return
    try:
        from rich.progress import Progress as _Bar  # noqa: F401 - tells whether it is there
    except ImportError:
        yield _lines(say)
        return
    with _terminal_bar() as draw:
        yield draw


@contextmanager
def _terminal_bar() -> Iterator[Callable[[Progress], None]]:
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

    def draw(progress: Progress, rate: float) -> None:
        if not bar.tasks:
            bar.add_task("", total=progress.files, completed=progress.done, rate="", failures="")
        bar.update(
            bar.task_ids[0],
            completed=progress.done,
            rate=f"{rate:,.0f}/s" if rate else "",
            failures=counted(progress.failures, "failure") if progress.failures else "",
            refresh=True,
        )

    with bar:
        yield _drawn_now_and_then(draw)


def _drawn_now_and_then(draw: Callable[[Progress, float], None]) -> Callable[[Progress], None]:
    """Return what draws at first, at the end, and every tenth of a second between."""
    pace = _Pace()
    drawn: float | None = None

    def show(progress: Progress) -> None:
        nonlocal drawn
        now = time.monotonic()
        rate = pace.rate(progress)
        if drawn is None or now - drawn >= _DRAW_EVERY or progress.done >= progress.files:
            drawn = now
            draw(progress, rate)

    return show


def _notebook_cell() -> Any:
    """Return a display of the cell of a notebook that runs this; None outside of notebooks."""
    shell = sys.modules.get("IPython")
    running = shell.get_ipython() if shell is not None else None
    if running is None or not hasattr(running, "kernel"):
        return None
    from IPython.display import display  # type: ignore[import-not-found]

    return display({"text/plain": ""}, raw=True, display_id=True)


def _bar_in(cell: Any) -> Callable[[Progress, float], None]:
    def draw(progress: Progress, rate: float) -> None:
        text = f"{progress.done:,}/{progress.files:,}"
        if rate:
            left = timedelta(seconds=round((progress.files - progress.done) / rate))
            text += f" [{left} left, {rate:,.0f} files/s]"
        if progress.failures:
            text += f", {counted(progress.failures, 'failure')}"
        bar = f'<progress value="{progress.done}" max="{max(1, progress.files)}" style="width:20em"></progress>'
        cell.update({"text/plain": text, "text/html": f"{bar} {text}"}, raw=True)

    return draw


def _lines(say: Callable[[str], None]) -> Callable[[Progress], None]:
    pace = _Pace()
    last = time.monotonic()

    def write(progress: Progress) -> None:
        nonlocal last
        rate = pace.rate(progress)
        if time.monotonic() - last < _LINE_EVERY or not rate:
            return
        last = time.monotonic()
        left = timedelta(seconds=round((progress.files - progress.done) / rate))
        say(
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
