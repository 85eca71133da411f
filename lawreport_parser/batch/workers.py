"""Worker processes that outlive a bad task: results in order, bounded look-ahead, a death costs one task.

Each worker has a pipe of its own and answers in the order it was asked, so that the parent always knows which task a
dead worker was at. That task is lost; those that waited behind it go to another worker.
"""

from __future__ import annotations

import atexit
import gc
import heapq
import os
import pickle
import select
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import connection, get_context, parent_process
from multiprocessing.connection import Connection
from typing import Any, Final, Generic, Literal, TypeVar

from lawreport_parser.errors import LawReportError
from lawreport_parser.reasons import reason

__all__ = ["Lost", "StartMethod", "WorkerStartError", "check_jobs", "run_in_order", "usable_processors"]

StartMethod = Literal["fork", "spawn", "forkserver"]
Task = TypeVar("Task")
Result = TypeVar("Result")

#: Tasks that a worker has at once: the one it is at, and one so that it need not wait for the parent.
_AT_ONCE: Final = 2
#: Tasks per worker that may be ahead of the one whose turn it is.
_AHEAD: Final = 32
#: Bytes of results that may wait for their turn before no further task is given out.
_HELD_BYTES: Final = 64 * 2**20
#: Seconds between two calls of `on_wait`.
_TICK: Final = 0.2
#: Seconds after which the workers are looked after, although the next result is there.
_LOOK_AFTER: Final = 0.001
#: Deaths in a row, before a worker was ready for its first task, after which there is no point in another.
_START_FAILURES: Final = 3
_READY: Final = b""
#: Objects after which a worker looks for cycles: more than a usual file makes, since its objects go when it is done.
_COLLECT_AFTER: Final = 50_000
#: Ctrl-C, and what a service manager sends to all processes of a run that it stops.
_FOR_THE_PARENT: Final = frozenset({signal.SIGINT, signal.SIGTERM})
#: One worker at a time is started: another must not inherit the worker's end of its pipe.
_STARTING: Final = threading.Lock()


class WorkerStartError(LawReportError):
    """Worker processes die before they take a task."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A task without a result: its worker died, it took too long, or it raised (`detail` says what)."""

    reason: Literal["died", "timeout", "memory", "raised"]
    detail: str


def check_jobs(jobs: object, timeout: object = None) -> None:
    """Raise `TypeError` or `ValueError` for what is no number of processes, or no number of seconds (None: no end)."""
    if not isinstance(jobs, int) or isinstance(jobs, bool):
        raise TypeError(f"jobs is a number of processes, an int of at least 1, not {jobs!r}")
    if jobs < 1:
        raise ValueError(f"jobs is at least 1, not {jobs}")
    if timeout is None:
        return
    if not isinstance(timeout, int | float) or isinstance(timeout, bool):
        raise TypeError(f"timeout is a number of seconds, or None, not {timeout!r}")
    if not timeout > 0:
        raise ValueError(f"timeout is above 0 seconds, not {timeout}")


def usable_processors() -> int:
    """Return the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_in_order(
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    *,
    jobs: int,
    timeout: float | None = None,
    start_method: StartMethod | None = None,
    on_wait: Callable[[], None] | None = None,
    prepare: Callable[[], object] | None = None,
) -> Generator[tuple[Task, Result | Lost]]:
    """Yield each task with its result, in the order of `tasks`, done by `jobs` processes.

    `tasks` is taken as results are asked for, at most 32 tasks a worker ahead; what it raises is raised in its turn.
    `work`, the tasks and the results must pickle. `timeout` is in seconds for one task; it does not count what a worker
    does before its first, which is to start and to call `prepare`. `on_wait` is called at least five times a second
    while there is nothing to yield; what it raises ends the run. Closing the iterator ends the processes.

    `WorkerStartError` where three workers in a row die before their first task.
    """
    crew = _Crew(work, iter(tasks), jobs, timeout, start_method, on_wait, prepare)
    # Where the caller leaves the iterator open, the program would wait for the workers at its end.
    atexit.register(crew.dismiss)
    try:
        yield from crew.results()
    finally:
        atexit.unregister(crew.dismiss)
        crew.dismiss()


@dataclass(slots=True, eq=False)
class _Worker:
    process: Any
    pipe: Connection
    #: The numbers of its tasks; it is at the first.
    tasks: deque[int] = field(default_factory=deque)
    ready: bool = False
    #: When it began with the first of them.
    began: float = 0.0


class _Crew(Generic[Task, Result]):
    def __init__(
        self,
        work: Callable[[Task], Result],
        tasks: Iterator[Task],
        jobs: int,
        timeout: float | None,
        start_method: StartMethod | None,
        on_wait: Callable[[], None] | None,
        prepare: Callable[[], object] | None,
    ) -> None:
        self._work = work
        self._prepare = prepare
        self._tasks = tasks
        self._jobs = jobs
        self._timeout = timeout
        self._context: Any = get_context(start_method)
        self._on_wait = on_wait
        self._workers: list[_Worker] = []
        #: Tells at whose pipe there is something; Windows has none, there every pipe is asked anew.
        self._bell = select.poll() if hasattr(select, "poll") else None
        #: Tasks taken and not yet yielded, and what came of them, by their number.
        self._taken: dict[int, Task] = {}
        self._done: dict[int, bytes | Lost] = {}
        self._held = 0
        #: When what the workers had finished was last taken.
        self._looked_after = 0.0
        self._next = 0
        self._turn = 0
        self._again: list[int] = []
        self._exhausted = False
        #: What `tasks` raised: due when all that came before it is yielded.
        self._broken: Exception | None = None
        self._start_failures = 0
        self._owner = os.getpid()

    def results(self) -> Iterator[tuple[Task, Result | Lost]]:
        while True:
            self._give_out()
            if self._turn in self._done:
                done = self._done.pop(self._turn)
                task = self._taken.pop(self._turn)
                self._turn += 1
                if isinstance(done, bytes):
                    self._held -= len(done)
                    yield task, pickle.loads(done)
                else:
                    yield task, done
                if time.monotonic() - self._looked_after >= _LOOK_AFTER:
                    self._collect(0.0)
            elif not self._taken:
                if self._broken is not None:
                    raise self._broken
                return
            else:
                if self._on_wait is not None:
                    self._on_wait()
                self._collect(_TICK)

    def dismiss(self) -> None:
        """End all workers. They only read files, so they need no time to tidy up."""
        if os.getpid() != self._owner:
            return  # A fork of the process has a copy of the iterator, but not the workers.
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.pipe.close()
            worker.process.join()
            worker.process.close()
        self._workers.clear()

    def _give_out(self) -> None:
        while (number := self._due()) is not None:
            worker = self._free_worker()
            if worker is None:
                heapq.heappush(self._again, number)
                return
            if not worker.tasks:
                worker.began = time.monotonic()
            worker.tasks.append(number)
            # A dead worker is noticed by the end of its pipe.
            with suppress(OSError):
                worker.pipe.send_bytes(pickle.dumps(self._taken[number], pickle.HIGHEST_PROTOCOL))

    def _due(self) -> int | None:
        """Return the number of the next task to be given out, or None for now."""
        if self._again:
            return heapq.heappop(self._again)
        ahead = self._next - self._turn
        if self._exhausted or ahead >= _AHEAD * self._jobs or (ahead and self._held >= _HELD_BYTES):
            return None
        try:
            task = next(self._tasks)
        except StopIteration:
            self._exhausted = True
            return None
        except Exception as error:
            self._exhausted, self._broken = True, error
            return None
        self._taken[self._next] = task
        self._next += 1
        return self._next - 1

    def _free_worker(self) -> _Worker | None:
        least = min(self._workers, key=lambda worker: len(worker.tasks), default=None)
        if least is not None and not least.tasks:
            return least
        if len(self._workers) < self._jobs:
            return self._hire()
        return least if least is not None and len(least.tasks) < _AT_ONCE else None

    def _hire(self) -> _Worker:
        with _STARTING:
            ours, theirs = self._context.Pipe()
            # A forked worker inherits the parent's ends of all pipes. It closes them, or else its
            # brothers would not see the parent go.
            inherited = self._context.get_start_method() == "fork"
            pipes = [*(worker.pipe for worker in self._workers), ours] if inherited else []
            process = self._context.Process(target=_serve, args=(self._work, self._prepare, theirs, pipes), daemon=True)
            blocked = _block_interrupts()
            try:
                process.start()
            finally:
                if blocked is not None:
                    signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
                theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        if self._bell is not None:
            self._bell.register(ours.fileno(), select.POLLIN)
        return worker

    def _collect(self, seconds: float) -> None:
        """Take what the workers have finished; wait for `seconds` at most where there is nothing yet."""
        ready = self._ready(seconds)
        now = self._looked_after = time.monotonic()
        for worker in ready:
            try:
                answer = worker.pipe.recv_bytes()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            worker.began = now
            if not worker.ready:
                worker.ready = True
                self._start_failures = 0
                continue
            self._done[worker.tasks.popleft()] = answer
            self._held += len(answer)
        if self._timeout is not None:
            latest = now - self._timeout
            for worker in list(self._workers):
                if worker.ready and worker.tasks and worker.began < latest and not worker.pipe.poll():
                    self._bury(worker, Lost("timeout", reason("timeout", seconds=f"{self._timeout:g}")))

    def _ready(self, seconds: float) -> list[_Worker]:
        """Return the workers that have answered or died; wait for `seconds` at most for one."""
        if self._bell is None:
            pipes = connection.wait([worker.pipe for worker in self._workers], seconds)
            return [worker for worker in self._workers if worker.pipe in pipes]
        handles = [handle for handle, _ in self._bell.poll(seconds * 1000)]
        return [worker for worker in self._workers if worker.pipe.fileno() in handles]

    def _bury(self, worker: _Worker, why: Lost | None = None) -> None:
        """Take leave of a worker: the task it was at is lost, the others are given to someone else."""
        self._workers.remove(worker)
        if self._bell is not None:
            self._bell.unregister(worker.pipe.fileno())
        worker.pipe.close()
        if why is None:
            worker.process.join(1.0)
        worker.process.kill()
        worker.process.join()
        status = worker.process.exitcode
        worker.process.close()
        if not worker.ready:
            self._start_failures += 1
            if self._start_failures >= _START_FAILURES:
                method = self._context.get_start_method()
                raise WorkerStartError(f"worker processes end before their first file: {_cause(status, method)}")
        elif worker.tasks:
            self._done[worker.tasks.popleft()] = why or Lost("died", reason("worker-died", manner=_manner(status)))
        for number in worker.tasks:
            heapq.heappush(self._again, number)


def _cause(status: int | None, method: str) -> str:
    """Return why workers do not start; all but forks begin with running the main program anew."""
    program = getattr(sys.modules.get("__main__"), "__file__", None)
    if method == "fork" or program is None or (status or 0) < 0:
        return f"the last {_manner(status)}"
    if not os.path.exists(program):
        return (
            f"under {method} each runs the program anew, and it cannot be read again ({program}); "
            "save it as a file and run that, or take one job without timeout"
        )
    return (
        f"under {method} each runs {program} anew, and the last {_manner(status)}; let it begin its work below "
        "`if __name__ == '__main__':`, and where it does, see above what a worker said"
    )


def _manner(status: int | None) -> str:
    if status is None or status >= 0:
        return reason("worker-ended", status=status)
    try:
        name = signal.Signals(-status).name
    except ValueError:
        name = f"signal {-status}"
    return reason("worker-killed-for-memory" if name == "SIGKILL" else "worker-killed", signal=name)


def _block_interrupts() -> set[Any] | None:
    """Hold back signals until a worker that is being started ignores them; return what was held back before."""
    if not hasattr(signal, "pthread_sigmask"):
        return None
    return set(signal.pthread_sigmask(signal.SIG_BLOCK, _FOR_THE_PARENT))


def _serve(
    work: Callable[[Any], Any],
    prepare: Callable[[], object] | None,
    pipe: Connection,
    inherited: list[Connection],
) -> None:
    """What a worker does: answer each task, until the parent is gone."""
    for other in inherited:
        other.close()
    # These reach the whole group of processes; the parent decides what they mean, and if it ends so do its workers.
    for each in _FOR_THE_PARENT:
        signal.signal(each, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _FOR_THE_PARENT)
    threading.Thread(target=_follow_parent, daemon=True).start()
    if prepare is not None:
        prepare()
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER, 10, 10)
    try:
        pipe.send_bytes(_READY)
        while True:
            pipe.send_bytes(_answer(work, pickle.loads(pipe.recv_bytes())))
    except (EOFError, OSError):
        return


def _answer(work: Callable[[Any], Any], task: Any) -> bytes:
    try:
        return pickle.dumps(work(task), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return pickle.dumps(Lost("memory", reason("out-of-memory")))
    except Exception as error:
        return pickle.dumps(Lost("raised", f"{type(error).__name__}: {error}"))


def _follow_parent() -> None:
    """End this process as soon as its parent has ended, however that came, and whatever it is busy with."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
