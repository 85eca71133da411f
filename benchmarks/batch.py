"""How fast a batch is with two workers against one, and how its memory grows with the number of files.

    python benchmarks/batch.py [FILES [TASK …]]

Reports are generated from `examples/reports` by other names, years and figures. Speeds are the best of several runs,
taken in turn, since other work on the machine only ever slows one down; each run is a process of its own. Memory is the
peak of the parent and of its largest worker.

The tasks are the outputs of `write_batch` (`jsonl`, `csv`, `tables`), those of `write_panel` (`panel.csv`,
`panel.xlsx`, `panel.parquet`, `panel.dta`, `long.csv`), `parse_many`, and `sections`: `parse_many` where the caller
looks at the sections of every report, which its parent then makes.
"""

from __future__ import annotations

import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "examples" / "reports").glob("*.txt"))
PLACES = ["白鹭", "桐浦", "雁坪", "青枫", "云栖", "兰溪口", "石桥", "松岭", "沙洲", "梅湾"]
ROUNDS = 3
#: By the number of workers, what a run cost.
Runs = dict[int, dict[str, float]]


def generate(folder: Path, count: int) -> None:
    """Write `count` reports that differ from each other in every figure, in the year, and in the place they name."""
    chance = random.Random(5)
    texts = [path.read_text(encoding="utf-8") for path in SAMPLES]
    for number in range(count):
        text = texts[number % len(texts)]
        text = re.sub(r"(?<!\d)\d{2,3}(?=[件次场人家份项])", lambda _: str(chance.randrange(10, 1000)), text)
        text = text.replace("2022", str(chance.randrange(2015, 2026)))
        place = chance.choice(PLACES) + str(number)
        text = text.replace("\n", f"\n{place}编\n", 1)
        (folder / f"report-{number:06}.txt").write_text(text, encoding="utf-8")


def measure(task: str, folder: str, jobs: int, files: int) -> dict[str, float]:
    """Run one task over the first `files` reports of `folder` in this process, and say what it cost."""
    sys.path.insert(0, str(ROOT))
    from lawreport_parser.batch import parse_many, write_batch
    from lawreport_parser.panel import check_any_table, write_panel

    names = [str(path) for path in sorted(Path(folder).glob("*.txt"))[:files]]
    # What happens once in a process, imports and grammars, is left out.
    for outcome in parse_many(names[:1]):
        assert outcome.report
        outcome.report.to_json()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    began = time.perf_counter()
    if task in ("parse_many", "sections"):
        # The time limit has the effect that one job is a worker too.
        reports = (outcome.report for outcome in parse_many(names, jobs, timeout=600))
        # The parent makes the sections of a report when they are looked at.
        done = sum(report is not None and (task == "parse_many" or bool(report.sections)) for report in reports)
    else:
        with tempfile.TemporaryDirectory() as out:
            kind, _, ending = task.rpartition(".")
            if kind:
                done = write_panel(names, {check_any_table(kind): Path(out, f"out.{ending}")}, jobs=jobs).reports
            else:
                done = write_batch(names, Path(out, "out" if task == "tables" else f"out.{task}"), jobs=jobs).reports
    seconds = time.perf_counter() - began
    assert done == files, f"{done} of {files} reports"
    parent, workers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "seconds": seconds,
        "parent_ms": (parent.ru_utime - before) / files * 1000,
        "workers_ms": workers.ru_utime / files * 1000,
        "parent": parent.ru_maxrss / 1024,
        "worker": workers.ru_maxrss / 1024,
    }


def apart(task: str, folder: str, jobs: int, files: int) -> dict[str, float]:
    """Measure in a process of its own."""
    command = [sys.executable, __file__, "--measure", task, folder, str(jobs), str(files)]
    answer: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return answer


def in_turn(task: str, folder: str, files: int) -> Runs:
    """Measure with one and two workers, in turn; return of each the best of every figure."""
    runs: dict[int, list[dict[str, float]]] = {1: [], 2: []}
    for _ in range(ROUNDS):
        for jobs, made in runs.items():
            made.append(apart(task, folder, jobs, files))
    return {jobs: {name: min(run[name] for run in made) for name in made[0]} for jobs, made in runs.items()}


def main() -> None:
    """Print both tables."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    tasks = sys.argv[2:] or [
        "jsonl",
        "csv",
        "tables",
        "panel.csv",
        "panel.xlsx",
        "panel.parquet",
        "panel.dta",
        "parse_many",
        "sections",
    ]
    with tempfile.TemporaryDirectory() as folder:
        generate(Path(folder), 2 * files)
        print(f"{files:,} reports, {ROUNDS} runs of each in turn, the best counts\n")
        print("| task | 1 worker, files/s | 2 workers, files/s | ratio | processor time a report: parent | workers |")
        print("|---|---|---|---|---|---|")
        for task in tasks:
            best = in_turn(task, folder, files)
            one, two = (files / best[jobs]["seconds"] for jobs in (1, 2))
            cost = f"{best[2]['parent_ms']:.2f} ms | {best[2]['workers_ms']:.2f} ms"
            print(f"| {task} | {one:.0f} | {two:.0f} | {two / one:.2f} | {cost} |", flush=True)
        print("\n| task, 2 workers | files | parent, MiB | largest worker, MiB |\n|---|---|---|---|")
        for task in tasks:
            for count in (files // 4, files, 2 * files):
                run = apart(task, folder, 2, count)
                print(f"| {task} | {count:,} | {run['parent']:.0f} | {run['worker']:.0f} |", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        task_, folder_, jobs_, files_ = sys.argv[2:]
        print(json.dumps(measure(task_, folder_, int(jobs_), int(files_))))
    else:
        main()
