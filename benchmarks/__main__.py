"""Measure lawreport_parser against its targets: `python -m benchmarks` (extra `bench`).

Times are processor time, save those of two workers; ratios are of times taken in turn. The targets are those of the
build that is measured, pure Python or compiled. `--json FILE` keeps the figures and the output of the documents;
`--compare FILE` then prints gains and losses, in time and in output.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.batch import Runs, generate, in_turn
from benchmarks.documents import EXAMPLES, HARD_TEXTS, RUNS, lines_as_markdown, text_of
from benchmarks.measuring import best_time, first_calls, peak, rounds
from benchmarks.output import differences, output_of
from lawreport_parser import Report, find_region, parse, parse_file, read_numbers
from lawreport_parser.batch import Reading
from lawreport_parser.batch.rendering import Rendering
from lawreport_parser.indicators import find_indicators
from lawreport_parser.model import Header
from lawreport_parser.outline import tree
from lawreport_parser.regions import Region

Given = TypeVar("Given")
PACKAGES = ("lark", "pydantic", "pydantic-core", "markdown-it-py", "mistune")
COMPILED = not str(tree.__file__).endswith(".py")
BUILD = "compiled" if COMPILED else "pure Python"
COPIES = (1, 4, 16, 64, 256)
#: What everything else is compared with: the documents as Markdown, where a line with a marker is a heading.
BASE = "markdown-it-py"
#: The most that each may cost of that: in pure Python, and compiled.
TARGETS = {
    "parse": (1.5, 0.9),
    "parse, everything touched": (2.0, 1.3),
    "+ numbers, dates, citations": (3.0, 2.0),
    "+ passages, to_json": (4.0, 2.8),
    "a batch row, file to JSON Lines": (5.0, 3.5),
}
#: Milliseconds that `parse_file` may take beyond `parse`, and the first call beyond the import of lark and pydantic.
FILE_MS, FIRST_MS = 0.5, 120
#: The most that indicators may cost of the numbers they are found among, and places in milliseconds a report.
INDICATORS, PLACES_MS = 0.3, 0.1
GROWTH, MEMORY, TWO_WORKERS = 1.30, 40, 1.85
BATCH_FILES = 2_000


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    options.add_argument("--texts", type=Path, nargs="+", default=[EXAMPLES], help="*.txt, or folders of them")
    options.add_argument("--rounds", type=int, default=40, help="rounds of the comparison (default 40)")
    options.add_argument("--json", type=Path, metavar="FILE", help="keep figures and output")
    options.add_argument("--compare", type=Path, metavar="FILE", help="compare with what --json kept")
    given = options.parse_args()
    files = [file for path in given.texts for file in (sorted(path.glob("*.txt")) if path.is_dir() else [path])]
    if not files:
        options.error(f"no *.txt in {', '.join(map(str, given.texts))}")
    texts = {file.stem: text_of(file) for file in files}
    longest = max(files, key=lambda file: len(texts[file.stem]))
    figures: dict[str, Any] = {
        "machine": _machine(),
        "documents": len(texts),
        "characters": sum(map(len, texts.values())),
    }
    print(f"{figures['machine']}\n{len(texts)} documents, {figures['characters']:,} characters\n")
    figures["speed"] = _speed(files, list(texts.values()), given.rounds)
    figures["comparable"] = _comparable(list(texts.values()), given.rounds)
    figures["growth"] = _growth(texts[longest.stem])
    figures["hard"] = _hard("hard texts: time per character of 40,000 characters, against 10,000", HARD_TEXTS, parse)
    figures["runs"] = _hard("runs of numerals, with quantities: 40,000 characters against 10,000", RUNS, _numbers)
    figures["first"] = _first(longest)
    figures["workers"] = _two_workers()
    figures["output"] = {name: output_of(text) for name, text in texts.items()}
    if given.json:
        given.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1), encoding="utf-8")
    if given.compare:
        _compare(json.loads(given.compare.read_text(encoding="utf-8")), figures)
    return 0


def _machine() -> str:
    processor = platform.processor() or platform.machine()
    try:
        found = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
        processor = found[1] if found else processor
    except OSError:
        pass
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"{BUILD}; {processor}, {platform.system()}, Python {platform.python_version()}; {versions}"


def _touched(text: str) -> Report:
    """Parse and look at everything that the text is divided into, with the roles: nothing is left to be made."""
    report = parse(text)
    _ = report.header, report.sections
    return report


def _numbers(text: str) -> Report:
    report = _touched(text)
    _ = report.quantities, report.dates, report.citations
    return report


def _written(text: str) -> str:
    report = _numbers(text)
    _ = report.passages
    return report.to_json()


def _speed(files: Sequence[Path], texts: Sequence[str], count: int) -> dict[str, dict[str, float]]:
    markdown = import_module("markdown_it").MarkdownIt().parse
    mistune = import_module("mistune").create_markdown(renderer=None)
    by_line = [lines_as_markdown(text) for text in texts]
    names = [str(file) for file in files]
    written = [_written(text) for text in texts]
    subjects: dict[str, tuple[Callable[[str], Any], Sequence[str]]] = {
        BASE: (markdown, by_line),
        "mistune": (mistune, by_line),
        "parse": (parse, texts),
        "parse_file": (parse_file, names),
        "parse, everything touched": (_touched, texts),
        "+ numbers, dates, citations": (_numbers, texts),
        "+ passages, to_json": (_written, texts),
        "a batch row, file to JSON Lines": (Rendering("jsonl", Reading()).render, names),
        "from_json": (Report.from_json, written),
    }
    taken = rounds({name: _over(*subject) for name, subject in subjects.items()}, BASE, count)
    size = sum(map(len, texts))
    print(f"{'median of ' + str(count) + ' rounds':34}{'a document':>12}{'characters/s':>15}{'ratio':>8}  target")
    for name, times in taken.items():
        target = f"{TARGETS[name][COMPILED]:.1f}" if name in TARGETS else ""
        print(
            f"{name:34}{times['median'] / len(texts) * 1e3:10.2f}ms"
            f"{size / times['median']:15,.0f}{times['ratio']:8.2f}  {target}"
        )
    beyond = (taken["parse_file"]["best"] - taken["parse"]["best"]) / len(texts) * 1e3
    print(f"parse_file takes {beyond:.2f} ms a document beyond parse (target {FILE_MS:.1f})")
    return taken


def _over(call: Callable[[Given], Any], given: Sequence[Given]) -> Callable[[], Any]:
    return lambda: [call(each) for each in given]


def _comparable(texts: Sequence[str], count: int) -> dict[str, dict[str, float]]:
    """What indicators cost beside the numbers they are found among, and places: in reports that are read already."""
    reports = [_numbers(text) for text in texts]
    organs = [(report.text, report.header) for report in reports]
    _ = [report.passages for report in reports]
    taken = rounds(
        {
            "numbers": _over(read_numbers, texts),
            "indicators": _over(find_indicators, reports),
            "places": _over(lambda organ: _place(*organ), organs),
        },
        "numbers",
        count,
    )
    print(f"\n{'indicators and places':34}{'a document':>12}{'of numbers':>13}  target")
    targets = {"indicators": f"{INDICATORS} of numbers", "places": f"{PLACES_MS} ms"}
    for name, times in taken.items():
        cost = times["median"] / len(texts) * 1e3
        print(f"{name:34}{cost:10.3f}ms{times['ratio']:13.2f}  {targets.get(name, '')}")
    return taken


def _place(text: str, header: Header) -> Region | None:
    return find_region(
        header.issuer,
        title=header.title,
        document_number=header.document_number,
        addressee=header.addressee,
        source=header.source,
        text=text,
        year=header.year,
    )


def _growth(text: str) -> dict[str, dict[str, float]]:
    print(f"\ngrowth: the longest document ({len(text):,} characters) n times in one text; per character")
    columns = f"{'copies':>8}{'parse':>12}{'ratio':>8}{'numbers':>12}{'ratio':>8}"
    print(f"{columns}{'memory: parse':>16}{'touched':>10}{'numbers':>10}")
    made: dict[str, dict[str, float]] = {}
    for copies in COPIES:
        whole = text * copies
        row = {
            "parse": best_time(lambda whole=whole: parse(whole)) / len(whole),
            "numbers": best_time(lambda whole=whole: _numbers(whole)) / len(whole),
            "parse memory": peak(lambda whole=whole: parse(whole)) / len(whole),
            "touched memory": peak(lambda whole=whole: _touched(whole)) / len(whole),
            "numbers memory": peak(lambda whole=whole: _numbers(whole)) / len(whole),
        }
        made[str(copies)] = row
        first = made["1"]
        print(
            f"{copies:8}{row['parse'] * 1e9:10.0f}ns{row['parse'] / first['parse']:8.2f}{row['numbers'] * 1e9:10.0f}ns"
            f"{row['numbers'] / first['numbers']:8.2f}{row['parse memory']:11.1f} byte{row['touched memory']:10.1f}"
            f"{row['numbers memory']:10.1f}"
        )
    print(f"target: ratio at most {GROWTH:.2f}; memory of parse at most {MEMORY} bytes per character above the text")
    return made


def _hard(title: str, units: Mapping[str, str], call: Callable[[str], Any]) -> dict[str, dict[str, float]]:
    print(f"\n{title}")
    made: dict[str, dict[str, float]] = {}
    for name, unit in units.items():
        small, great = (unit * (size // len(unit)) for size in (10_000, 40_000))
        short = best_time(lambda small=small: call(small), 0.2) / len(small)
        long = best_time(lambda great=great: call(great), 0.2) / len(great)
        made[name] = {"time": long, "ratio": long / short}
        print(f"  {name:26}{long * 1e9:8.0f}ns{long / short:8.2f}")
    return made


def _first(text: Path) -> dict[str, float]:
    taken = first_calls(text)
    print("\nimport and first calls, in fresh processes")
    for name, seconds in taken.items():
        print(f"  {name:26}{seconds * 1e3:8.1f}ms")
    beyond = (taken["import and first parse"] - taken["import lark and pydantic"]) * 1e3
    print(f"a parse imports neither: {beyond:.0f} ms more than importing both takes (target {FIRST_MS})")
    return taken


def _two_workers() -> Runs:
    with tempfile.TemporaryDirectory() as folder:
        generate(Path(folder), BATCH_FILES)
        runs = in_turn("jsonl", folder, BATCH_FILES)
    one, two = (BATCH_FILES / runs[jobs]["seconds"] for jobs in (1, 2))
    print(f"\nbatch of {BATCH_FILES:,} files: {one:.0f} files/s with one worker, {two:.0f} with two, elapsed time")
    alone, both, parent = runs[1]["workers_ms"], runs[2]["workers_ms"], runs[2]["parent_ms"]
    cost = f"{alone:.2f} ms with one, {both:.2f} with two, parent {parent:.2f}"
    print(f"ratio {two / one:.2f}, target {TWO_WORKERS}; processor time a file: {cost}")
    return runs


def _compare(before: dict[str, Any], now: dict[str, Any]) -> None:
    print(f"\ncompared with {before['machine']}")
    if before["characters"] != now["characters"]:
        print("the documents are others: only what both hold is compared")
    print(f"{'ratio to ' + BASE:44}{'before':>8}{'now':>8}{'change':>9}")
    for name, times in now["speed"].items():
        old = before["speed"].get(name)
        if old:
            change = times["ratio"] / old["ratio"] - 1
            print(f"{name:44}{old['ratio']:8.2f}{times['ratio']:8.2f}{change:+9.0%}")
    for name, seconds in now["first"].items():
        if name in before["first"]:
            print(f"{name:44}{before['first'][name] * 1e3:6.0f}ms{seconds * 1e3:6.0f}ms")
    lines = list(differences(before["output"], now["output"]))
    print(f"\noutput: {len(lines)} differences" if lines else "\noutput: the same")
    for line in lines:
        print(f"  {line}")


if __name__ == "__main__":
    sys.exit(main())
