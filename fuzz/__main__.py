"""Fuzz one target for a bounded number of executions: `python -m fuzz TARGET --runs N --seed S` (extra `fuzz`).

Without a target, `python -m fuzz` does what the gate does: all, see `gate.py`.

The corpus is made from the examples in a temporary folder. An input that breaks a promise is kept in the folder
`--findings`; `--replay FILE` runs it again, without a fuzzer.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from fuzz import gate

#: The longest input of each target, in bytes; a numeral longer than 200 characters is refused at once.
LONGEST = {
    "parse": 3_000,
    "explain": 1_500,
    "from_json": 30_000,
    "find_quantities": 1_500,
    "find_indicators": 1_500,
    "find_region": 700,
    "parse_numeral": 700,
    "compare": 3_000,
    "text": 2_000,
    "html": 5_000,
    "docx": 12_000,
    "pdf": 12_000,
}
TARGETS = tuple(LONGEST)
#: The library imports most of itself on first use: what is imported before is what coverage guides through.
_IMPORTED = (
    *("parsing", "report", "explain", "numbers", "indicators.reading", "regions.finding", "comparison", "files"),
    *("readers.html.page", "readers.word.document", "readers.pdf.document"),
)
#: Seconds after which one execution counts as a hang.
HANG = 20


def main() -> int:
    """Read the command line, and fuzz or replay. The fuzzer ends the process itself: status 0, or 77 on a finding."""
    if len(sys.argv) == 1 or sys.argv[1] in ("--scale", "--seed", "--findings"):
        return gate.main()
    options = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__.splitlines()[0])
    options.add_argument("target", choices=TARGETS, help="without it: all, as the gate does")
    options.add_argument("--runs", type=int, default=20_000, help="executions (default 20,000)")
    options.add_argument("--seed", type=int, default=1, help="seed of the fuzzer, from 1 (default 1)")
    options.add_argument("--seconds", type=int, default=0, help="stop after so many seconds at the latest")
    options.add_argument("--findings", type=Path, default=Path("fuzz-findings"), help="folder for findings")
    options.add_argument("--replay", type=Path, nargs="+", metavar="FILE", help="run the target on these files only")
    given = options.parse_args()
    if given.replay:
        return replay(given.target, given.replay)
    return fuzz(given)


def replay(target: str, files: list[Path]) -> int:
    """Run a target on files. What it raises ends the program, with its traceback."""
    from fuzz.targets import TARGETS as FUNCTIONS

    for file in files:
        FUNCTIONS[target](file.read_bytes())
        print(f"{file}: every promise holds")
    return 0


def fuzz(given: argparse.Namespace) -> int:
    """Run atheris on a target. It does not return."""
    import atheris

    with atheris.instrument_imports(include=["lawreport_parser"]):
        for module in _IMPORTED:
            import_module(f"lawreport_parser.{module}")
        from fuzz.targets import TARGETS as FUNCTIONS
    from fuzz.document_mutators import docx_mutator, encoded_mutator, pdf_mutator
    from fuzz.mutators import json_mutator, text_mutator

    given.findings.mkdir(parents=True, exist_ok=True)
    corpus = tempfile.mkdtemp(prefix=f"fuzz-{given.target}-")
    seeding = [sys.executable, "-m", "fuzz.seeds", given.target, corpus]
    words = json.loads(subprocess.run(seeding, check=True, capture_output=True).stdout)
    documents = {"text": encoded_mutator, "html": encoded_mutator, "docx": docx_mutator, "pdf": pdf_mutator}
    mutator = json_mutator if given.target == "from_json" else documents.get(given.target, text_mutator)(words)
    arguments = [
        sys.argv[0],
        f"-atheris_runs={given.runs}",
        f"-seed={given.seed}",
        f"-max_len={LONGEST[given.target]}",
        f"-timeout={HANG}",
        f"-artifact_prefix={given.findings}/{given.target}-",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
        "-verbosity=1",
    ]
    if given.seconds:
        arguments.append(f"-max_total_time={given.seconds}")
    atheris.Setup([*arguments, corpus], FUNCTIONS[given.target], custom_mutator=mutator)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
