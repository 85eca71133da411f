"""Measure lawreport_parser against its targets: `python -m benchmarks` (extra `bench`).

All times are processor time, all ratios come from one run. `--json FILE` keeps the figures and the output of the
documents; `--compare FILE` then prints gains and losses, in time and in output.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.documents import EXAMPLES, HARD_TEXTS, RUNS, as_markdown, lines_as_markdown, read_texts
from benchmarks.measuring import best_time, first_calls, peak, rounds
from benchmarks.output import differences, output_of
from lawreport_parser import Report, parse
from lawreport_parser.grammars import terminal_patterns

PACKAGES = ("lark", "pydantic", "pydantic-core", "markdown-it-py", "mistune", "langchain-text-splitters")
COPIES = (1, 4, 16, 64, 256)
#: What everything else is compared with.
BASE = "markdown-it-py, headings by line"
TARGETS = {"parse": 2.0, "parse, numbers, to_json": 6.0}
SEPARATORS = ["\n\n", "\n", "。", "！", "？", "；", "，", "、", ""]


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    options.add_argument("--texts", type=Path, default=EXAMPLES, help="folder of *.txt (default: the examples)")
    options.add_argument("--rounds", type=int, default=40, help="rounds of the comparison (default 40)")
    options.add_argument("--json", type=Path, metavar="FILE", help="keep figures and output")
    options.add_argument("--compare", type=Path, metavar="FILE", help="compare with what --json kept")
    given = options.parse_args()
    texts = read_texts(given.texts)
    if not texts:
        options.error(f"no *.txt in {given.texts}")
    figures: dict[str, Any] = {
        "machine": _machine(),
        "documents": len(texts),
        "characters": sum(map(len, texts.values())),
    }
    print(f"{figures['machine']}\n{len(texts)} documents of {given.texts}, {figures['characters']:,} characters\n")
    figures["speed"] = _speed(texts, given.rounds)
    figures["growth"] = _growth(max(texts.values(), key=len))
    figures["hard"] = _hard("hard texts: time per character of 40,000 characters, against 10,000", HARD_TEXTS, parse)
    figures["runs"] = _hard("runs of numerals, with quantities: 40,000 characters against 10,000", RUNS, _numbers)
    longest = max(texts, key=lambda name: len(texts[name]))
    figures["first"] = _first(given.texts / f"{longest}.txt")
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
    return f"{processor}, {platform.system()}, Python {platform.python_version()}; {versions}"


def _numbers(text: str) -> Report:
    report = parse(text)
    _ = report.quantities
    return report


def _touched(text: str) -> Report:
    """Parse and look at everything that the text is divided into, so that nothing is left to be made."""
    report = parse(text)
    _ = report.sections
    return report


def _subjects(texts: list[str]) -> Mapping[str, Callable[[], Any]]:
    markdown = import_module("markdown_it").MarkdownIt()
    mistune = import_module("mistune").create_markdown(renderer=None)
    splitter = import_module("langchain_text_splitters").RecursiveCharacterTextSplitter(
        separators=SEPARATORS, chunk_size=500, chunk_overlap=0, keep_separator="end"
    )
    hiding = ("TITLE_MARKS", "QUOTATION", "REMARK")
    patterns = [pattern for name, pattern in terminal_patterns("report").items() if name not in hiding]
    floor = re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
    by_line, by_section = [lines_as_markdown(text) for text in texts], [as_markdown(text) for text in texts]
    reports = [_numbers(text) for text in texts]
    written = [report.to_json() for report in reports]
    return {
        "floor: one alternation of all markers": lambda: [list(floor.finditer(text)) for text in texts],
        "langchain-text-splitters": lambda: [splitter.split_text(text) for text in texts],
        BASE: lambda: [markdown.parse(text) for text in by_line],
        "markdown-it-py, headings by section": lambda: [markdown.parse(text) for text in by_section],
        "mistune, headings by section": lambda: [mistune(text) for text in by_section],
        "parse": lambda: [parse(text) for text in texts],
        "parse, everything touched": lambda: [_touched(text) for text in texts],
        "parse, numbers": lambda: [_numbers(text) for text in texts],
        "parse, numbers, to_json": lambda: [_numbers(text).to_json() for text in texts],
        "to_json": lambda: [report.to_json() for report in reports],
        "from_json": lambda: [Report.from_json(text) for text in written],
    }


def _speed(texts: Mapping[str, str], count: int) -> dict[str, dict[str, float]]:
    size = sum(map(len, texts.values()))
    taken = rounds(_subjects(list(texts.values())), count)
    base = taken[BASE]["best"]
    print(f"{'':40}{'median':>10}{'best':>10}{'characters/s':>15}{'ratio':>8}  target")
    for name, times in taken.items():
        times["ratio"] = times["best"] / base
        target = f"{TARGETS[name]:.1f}" if name in TARGETS else ""
        print(
            f"{name:40}{times['median'] * 1e3:8.2f}ms{times['best'] * 1e3:8.2f}ms"
            f"{size / times['best']:15,.0f}{times['ratio']:8.2f}  {target}"
        )
    return taken


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
    print("target: ratio at most 1.30; memory of parse at most 40 bytes per character above the text")
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
    print("\nimport and first calls, in fresh processes (target: import and first parse under 150 ms)")
    for name, seconds in taken.items():
        print(f"  {name:26}{seconds * 1e3:8.1f}ms")
    return taken


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
