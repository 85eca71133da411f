"""The gate's share of fuzzing: all targets, each for its number of executions, and no longer than so many seconds.

`python -m fuzz.gate` prints what each target executed, and ends with status 1 if one found anything. `--scale 10`
runs ten times as long.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time

#: Executions by target, and the seconds after which a slow machine stops one.
RUNS = {
    "parse": (2_000, 35),
    "explain": (400, 20),
    "from_json": (2_500, 20),
    "find_quantities": (3_000, 15),
    "find_indicators": (1_500, 15),
    "find_region": (4_000, 10),
    "parse_numeral": (20_000, 10),
    "compare": (250, 15),
    "text": (800, 12),
    "html": (600, 12),
    "docx": (600, 12),
    "pdf": (400, 15),
}
_DONE = re.compile(r"^Done (\d+) (?:runs )?in (\d+) second", re.MULTILINE)
_COVERAGE = re.compile(r"cov: (\d+)")
_PROGRESS = re.compile(r"^#\d.*\n|^stat::.*\n", re.MULTILINE)


def main() -> int:
    """Run every target; return 1 if any has a finding."""
    options = argparse.ArgumentParser(prog="python -m fuzz.gate", description=__doc__.splitlines()[0])
    options.add_argument("--seed", type=int, default=1, help="seed of the fuzzer, from 1 (default 1)")
    options.add_argument("--scale", type=float, default=1, help="this many times the executions (default 1)")
    options.add_argument("--findings", default="fuzz-findings", help="folder for findings")
    given = options.parse_args()
    failed = []
    print(f"{'target':<16} {'executions':>10} {'branches':>9} {'seconds':>8}")
    for target, (runs, seconds) in RUNS.items():
        command = [sys.executable, "-m", "fuzz", target, "--runs", str(max(1, int(runs * given.scale)))]
        command += ["--seconds", str(max(1, int(seconds * given.scale))), "--seed", str(given.seed)]
        began = time.monotonic()
        ran = subprocess.run([*command, "--findings", given.findings], capture_output=True, text=True, errors="replace")
        told = ran.stdout + ran.stderr
        done, coverage = _DONE.search(told), _COVERAGE.findall(told)
        # A fuzzer that reached nothing has tried nothing.
        sound = ran.returncode == 0 and done is not None and bool(coverage)
        executions = f"{int(done[1]):,}" if done else "?"
        print(f"{target:<16} {executions:>10} {coverage[-1] if coverage else '?':>9} {time.monotonic() - began:>8.0f}")
        if not sound:
            failed.append(target)
            # Without the fuzzer's own progress, which would push the traceback out of sight.
            print(_PROGRESS.sub("", told)[-6_000:], file=sys.stderr)
    print(f"findings: {', '.join(failed) or 'none'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
