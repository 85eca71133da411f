"""A run over many files that is held while another is tried, for the tests of batch and panel."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lawreport_parser.batch import Progress


@contextmanager
def held_run(run: Callable[[Callable[[Progress], None]], object]) -> Iterator[None]:
    """Begin `run`, given what to call on progress, in a child process; hold it there until the block ends."""
    child_says, parent_says = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:

        def hold(_: Progress) -> None:
            os.write(child_says[1], b".")
            os.read(parent_says[0], 1)
            os._exit(0)

        try:
            run(hold)
        finally:
            os._exit(1)
    os.read(child_says[0], 1)
    try:
        yield
    finally:
        os.write(parent_says[1], b".")
        os.waitpid(child, 0)
