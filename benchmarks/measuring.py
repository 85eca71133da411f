"""How time and memory are measured: processor time in rounds, peaks by tracemalloc, first calls in fresh processes."""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Mapping
from operator import truediv
from pathlib import Path
from typing import Any

__all__ = ["best_time", "first_calls", "peak", "rounds"]

_FIRST_CALL = """
import sys, time, json
clock = time.process_time
text = open(sys.argv[1], encoding="utf-8", newline="").read()
began = clock()
import lawreport_parser
bare = clock()
from lawreport_parser import parse
imported = clock()
report = parse(text)
parsed = clock()
report.quantities
numbers = clock()
report.to_json()
written = clock()
print(json.dumps({"import lawreport_parser": bare - began, "import parse": imported - bare,
    "first parse": parsed - imported, "import and first parse": parsed - began,
    "first quantities": numbers - parsed, "first to_json": written - numbers}))
"""
_LIBRARIES = """
import time, json
began = time.process_time()
import lark, pydantic; from pydantic import BaseModel
print(json.dumps({"import lark and pydantic": time.process_time() - began}))
"""


def rounds(subjects: Mapping[str, Callable[[], Any]], base: str, count: int) -> dict[str, dict[str, float]]:
    """Run every subject once a round, `count` rounds; return the median and the best time of each, in seconds.

    All subjects take turns, so that whatever else the machine does disturbs all of them alike; the ratio to `base` is
    the median of the ratios within a round. The collector of cyclic garbage stays on: what it costs is part of the
    price.
    """
    times: dict[str, list[float]] = {name: [] for name in subjects}
    for subject in subjects.values():
        subject()
    for _ in range(count):
        for name, subject in subjects.items():
            gc.collect()
            began = time.process_time()
            subject()
            times[name].append(time.process_time() - began)
    return {
        name: {
            "median": statistics.median(taken),
            "best": min(taken),
            "ratio": statistics.median(map(truediv, taken, times[base])),
        }
        for name, taken in times.items()
    }


def best_time(call: Callable[[], Any], budget: float = 0.6, least: int = 5) -> float:
    """Return the best time of a call in seconds, over at least `least` calls and about `budget` seconds."""
    taken: list[float] = []
    while len(taken) < least or sum(taken) < budget:
        gc.collect()
        began = time.process_time()
        call()
        taken.append(time.process_time() - began)
    return min(taken)


def peak(call: Callable[[], Any]) -> int:
    """Return the most memory that a call holds at any moment, in bytes above what was held before it."""
    call()
    gc.collect()
    tracemalloc.start()
    held = tracemalloc.get_traced_memory()[0]
    result = call()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    del result
    return most - held


def first_calls(text: Path, runs: int = 5) -> dict[str, float]:
    """Return what import and first calls take in a fresh process with compiled modules: best of `runs`, seconds."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"PYTHONPYCACHEPREFIX": cache, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}

        def run(code: str) -> dict[str, float]:
            command = [sys.executable, "-c", code, str(text)]
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
            taken: dict[str, float] = json.loads(done.stdout)
            return taken

        made = [run(_FIRST_CALL) | run(_LIBRARIES) for _ in range(runs + 1)][1:]
    return {name: min(each[name] for each in made) for name in made[0]}
