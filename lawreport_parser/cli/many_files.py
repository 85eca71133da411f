"""What the commands on many files share: their options, what Ctrl-C does, what is told at the end."""

from __future__ import annotations

import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from lawreport_parser.cli.streams import complain
from lawreport_parser.errors import counted
from lawreport_parser.reasons import reason

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from lawreport_parser.batch import Progress
    from lawreport_parser.readers import Limits

__all__ = [
    "Jobs",
    "LimitSettings",
    "Paths",
    "Signals",
    "Timeout",
    "check_timeout",
    "limits_of",
    "passed_over",
    "progress_shown",
    "query_of",
    "tell_failures",
    "tell_where_names_begin",
]

#: Endings of files passed over that are named.
_ENDINGS: Final = 10
#: Causes of failures that are told.
_CAUSES: Final = 10

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="A folder (its texts, web pages, Word files and PDFs, at any depth), a glob, a file, "
        "or - for a list of names, or an OUT.errors.jsonl, on standard input.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes (default: one for each processor)."),
]
Timeout = Annotated[
    float | None, typer.Option("--timeout", metavar="SECONDS", help="Give up a file that takes longer (default: none).")
]
LimitSettings = Annotated[
    list[str] | None,
    typer.Option("--limit", metavar="NAME=NUMBER", help="Change a limit, such as max_bytes=1000000. Repeatable."),
]


def check_timeout(timeout: float | None) -> None:
    """Refuse a timeout that is not above 0."""
    if timeout is not None and not timeout > 0:
        raise typer.BadParameter("give more than 0 seconds", param_hint="--timeout")


def limits_of(settings: list[str]) -> Limits:
    """Return the limits that NAME=NUMBER change."""
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


class Signals:
    """Ctrl-C and SIGTERM: before there is anything to keep they end the command, then the first asks it to stop.

    The second ends it at once, without securing what was done since the last entry of the journal.
    """

    def __init__(self) -> None:
        self.held_back = False
        self.received: list[int] = []
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Signals:
        # Only the main thread may do so; elsewhere nobody sends it any.
        with suppress(ValueError):
            for number in (signal.SIGINT, signal.SIGTERM):
                self._before[number] = signal.signal(number, self._note)
        return self

    def stop(self) -> bool:
        """Hold back from now on; tell whether it is asked to stop."""
        self.held_back = True
        return bool(self.received)

    def __exit__(self, *_: object) -> None:
        while self._before:
            number, handler = self._before.popitem()
            signal.signal(number, handler)

    def _note(self, number: int, _frame: object) -> None:
        self.__exit__()
        if not self.held_back:
            raise KeyboardInterrupt
        self.received.append(number)


def progress_shown() -> AbstractContextManager[Callable[[Progress], None]]:
    """Return what shows the progress on standard error: a bar in a terminal, else a line now and then."""
    from lawreport_parser.batch.progress import progress_shown

    return progress_shown(complain)


def passed_over(endings: dict[str, int]) -> str:
    """Return the line that tells how many files of folders were not taken, by ending."""
    count = sum(endings.values())
    listed = [f"{ending or 'none'} {number:,}" for ending, number in endings.items()]
    more = f", and {len(listed) - _ENDINGS} more" if len(listed) > _ENDINGS else ""
    were = "with another ending was" if count == 1 else "with other endings were"
    shown = ", ".join(listed[:_ENDINGS]) + more
    return f"{counted(count, 'file')} {were} passed over ({shown}); files that are named are read"


def tell_failures(causes: Mapping[str, int], listed: Path | None) -> None:
    """Write to standard error why files failed, how many for each cause, and where they are listed by name."""
    for cause, count in list(causes.items())[:_CAUSES]:
        complain(f"{counted(count, 'file')} failed: {cause}")
    others = list(causes.values())[_CAUSES:]
    if others:
        complain(f"{counted(sum(others), 'file')} failed for {counted(len(others), 'other cause')}")
    if listed is not None:
        complain(f"failures: {listed}")


def tell_where_names_begin(paths: Sequence[str], causes: Mapping[str, int]) -> None:
    """Write to standard error, where names came as a list and files were missing, from where they are looked for."""
    if "-" in paths and reason("no-file") in causes:
        complain("names in a list begin in this folder; give them with the folder they are in (ls -d reports/*)")


#: What reads a file of each ending; for the others, and for folders of Parquet files, DuckDB does.
_READERS: Final = {
    ".xlsx": "python: pandas.read_excel({name!r})",
    ".dta": "Stata: use {quoted}",
}


def query_of(path: Path) -> str:
    """Return the line that says how what was written is read."""
    name = str(path)
    form = _READERS.get(path.suffix.lower())
    if form is not None:
        quoted = f'"{name}"'
        return f"to read it: {form.format(name=name, quoted=quoted)}"
    meant = f"{name}/*.parquet" if path.is_dir() else name
    meant = meant.replace("'", "''")
    return f"to query it: duckdb -c \"FROM '{meant}' LIMIT 5\""
