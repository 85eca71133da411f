"""The work folder `OUT.partial` of a run: its plan, and a journal of how far it is.

| file | holds |
|---|---|
| `plan.jsonl` | the names of all files, one a line, in their order |
| `journal.jsonl` | the settings, then a line whenever everything up to some file was secured |
| `data.jsonl`, `data.csv`, `tables/` | the output so far |
| `errors.jsonl` | the failures so far |
| `lock` | locked while a run is at work |

A line of the journal is written after what it speaks of is on the disk (fsync), and is itself secured before the run
goes on. So the last whole line of the journal is true after any crash; what was written later is cut off, and done
again.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import IO, Any, Final

from lawreport_parser.batch.outputs import sync_folder
from lawreport_parser.batch.paths import Found
from lawreport_parser.batch.rendering import json_line
from lawreport_parser.errors import LawReportError

__all__ = ["BatchError", "State", "WorkFolder"]

#: Seconds for which a run waits for another on the same output: the processes of a killed one may live on so long.
_LOCK_SECONDS: Final = 3.0
_OWN_NAMES: Final = frozenset(
    {"plan.jsonl", "journal.jsonl", "data.jsonl", "data.csv", "tables", "errors.jsonl", "lock", "replaced"}
)


class BatchError(LawReportError):
    """A run that cannot begin, or cannot go on: the output is there already, cannot be written, the disk is full."""


@dataclass(frozen=True, slots=True)
class State:
    """How far a run is: everything up to the file number `done` is written and secured."""

    done: int = 0
    #: The position of the output (see `outputs`), and the size of the list of failures in bytes.
    position: int = 0
    errors: int = 0
    failures: int = 0
    #: How often each code of a diagnostic occurs.
    diagnostics: dict[str, int] = field(default_factory=dict)
    #: Nothing is left but to put the output in its place.
    finished: bool = False


class WorkFolder:
    """The folder in which a run works until its output is whole."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._journal: IO[bytes] | None = None
        self._lock: IO[bytes] | None = None

    def __enter__(self) -> WorkFolder:
        return self

    def __exit__(self, *_: object) -> None:
        for file in (self._journal, self._lock):
            if file is not None:
                file.close()

    def is_begun(self) -> bool:
        """Tell whether an interrupted run left something here that can be continued."""
        return self.settings() is not None

    def settings(self) -> dict[str, Any] | None:
        """Return the settings of the run that was begun here, or None where its plan was not yet whole."""
        return next(self._lines(), (None, 0))[0]

    def state(self) -> State:
        """Return how far the run is."""
        last = State()
        for line, _ in islice(self._lines(), 1, None):
            last = State(**line)
        return last

    def claim(self) -> None:
        """Make the folder if it is not there, and lock it; `BatchError` where another run is at work in it."""
        self.path.mkdir(exist_ok=True)
        if self._lock is not None:
            self._lock.close()
        self._lock = (self.path / "lock").open("ab")
        give_up = time.monotonic() + _LOCK_SECONDS
        while not _locked(self._lock):
            if time.monotonic() > give_up:
                raise BatchError(f"{self.path}: another run is at work on this output; wait for its end")
            time.sleep(0.05)

    def clear(self) -> None:
        """Forget the run that was begun here. `BatchError` where the folder holds what is not of a run."""
        self.check_own()
        # The journal first: without it the rest means nothing.
        for name in sorted(_OWN_NAMES - {"lock"}, key=lambda name: name != "journal.jsonl"):
            entry = self.path / name
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink(missing_ok=True)

    def check_own(self) -> None:
        """Raise `BatchError` where the folder holds anything that no run put there."""
        if not self.path.is_dir():
            raise BatchError(f"{self.path}: in the way, the run needs a folder of this name; move it")
        foreign = sorted({entry.name for entry in self.path.iterdir()} - _OWN_NAMES)
        if foreign:
            raise BatchError(f"{self.path}: this folder holds other things ({foreign[0]}); move it")

    def begin(self, settings: dict[str, Any], found: Iterable[Found], passed_over: Mapping[str, int]) -> None:
        """Write the plan and open the journal with the settings; `passed_over` is whole when all are found."""
        count = 0
        with (self.path / "plan.jsonl").open("wb") as plan:
            for count, (path, problem) in enumerate(found, 1):  # noqa: B007 - needed after the loop
                plan.write(json_line({"path": path} if problem is None else {"path": path, "problem": problem}))
            plan.flush()
            os.fsync(plan.fileno())
        self._journal = (self.path / "journal.jsonl").open("wb")
        self._write({**settings, "files": count, "passed_over": passed_over})
        sync_folder(self.path)
        sync_folder(self.path.parent)

    def go_on(self) -> None:
        """Open the journal behind its last whole line."""
        end = max((end for _, end in self._lines()), default=0)
        self._journal = (self.path / "journal.jsonl").open("r+b")
        self._journal.truncate(end)
        self._journal.seek(end)

    def planned(self, done: int) -> Iterator[Found]:
        """Yield the files of the plan behind the first `done`."""
        with (self.path / "plan.jsonl").open("rb") as plan:
            for line in islice(plan, done, None):
                planned = json.loads(line)
                yield Found(planned["path"], planned.get("problem"))

    def record(self, state: State) -> None:
        """Note how far the run is. What `state` speaks of must be on the disk."""
        self._write(asdict(state))

    def remove(self) -> None:
        """Remove the folder, after the output was put in its place."""
        shutil.rmtree(self.path)

    def _write(self, line: dict[str, Any]) -> None:
        if self._journal is None:
            raise RuntimeError("the journal is not open")
        self._journal.write(json_line(line))
        self._journal.flush()
        os.fsync(self._journal.fileno())

    def _lines(self) -> Iterator[tuple[dict[str, Any], int]]:
        """Yield the whole lines of the journal, each with the offset of its end."""
        end = 0
        try:
            file = (self.path / "journal.jsonl").open("rb")
        except (FileNotFoundError, NotADirectoryError):
            return
        with file:
            for line in file:
                end += len(line)
                try:
                    read = json.loads(line) if line.endswith(b"\n") else None
                except ValueError:
                    read = None
                if not isinstance(read, dict):
                    return
                yield read, end


def _locked(file: IO[bytes]) -> bool:
    """Lock a file for this process (its children do not share the lock); True where that worked."""
    try:
        fcntl: Any = import_module("fcntl")
    except ImportError:
        return True
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
