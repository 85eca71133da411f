"""How well `compare` tells what became of plans and problems, on pairs of reports that someone has annotated.

    python -m benchmarks.links --texts DIR [DIR …] --links DIR [DIR …]

A file `NAME.json` in a folder of links names the texts of a pair (`earlier`, `later`: files of that name in one of the
folders of texts, ending in .txt), and for each of `plans` and `problems` where it starts, its `status`, and where the
places start that tell of it (`links`). Printed are, for each kind, how many have the right status, how many of those
reported have a first link that leads there, what was taken for what, how often links of each score are right, and the
processor time of a pair.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lawreport_parser import Report, compare, parse
from lawreport_parser.comparison import Link

#: Scores from each of these on are counted together.
_BANDS = (0.8, 0.6, 0.5)
_TOLD = ("done", "mended")


class Judged(NamedTuple):
    kind: str
    wanted: str
    found: str
    links: Sequence[Link]
    places: Sequence[int]

    @property
    def leads_there(self) -> bool:
        return bool(self.links) and any(self.links[0].span.start <= at < self.links[0].span.end for at in self.places)


def judge(earlier: Report, later: Report, gold: dict[str, Any]) -> Iterator[Judged]:
    """Yield what was found of each annotated plan and problem; one that is no item of the report has no status."""
    comparison = compare(earlier, later, force=True)
    plans = {each.plan.span.start: (each.status, each.links) for each in comparison.plans}
    problems = {each.problem.span.start: (each.status, each.links) for each in comparison.problems}
    for kind, outcomes in (("plans", plans), ("problems", problems)):
        for row in gold.get(kind, ()):
            status, links = outcomes.get(row["start"], ("missing", []))
            yield Judged(kind, row["status"], status, links, row["links"])


def report_on(judged: Sequence[Judged]) -> None:
    for kind in ("plans", "problems"):
        rows = [each for each in judged if each.kind == kind]
        told = [each for each in rows if each.wanted in _TOLD]
        if rows:
            right = sum(each.found == each.wanted for each in rows)
            linked = sum(each.found == each.wanted and each.leads_there for each in told)
            print(f"{kind}: status {right} of {len(rows)}, first link {linked} of {len(told)}")
            for (wanted, found), count in sorted(Counter((each.wanted, each.found) for each in rows).items()):
                print(f"  {wanted:8} taken for {found:8} {count}")
    claimed: Counter[float] = Counter()
    right_by: Counter[float] = Counter()
    for each in judged:
        if each.kind == "plans" and each.links:
            band = next(band for band in _BANDS if each.links[0].score >= band)
            claimed[band] += 1
            right_by[band] += each.found == each.wanted and (not each.places or each.leads_there)
    for band in _BANDS:
        if claimed[band]:
            print(f"links of plans with a score from {band}: {right_by[band]} of {claimed[band]} right")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--texts", nargs="+", type=Path, required=True)
    arguments.add_argument("--links", nargs="+", type=Path, required=True)
    given = arguments.parse_args()

    def read(name: str) -> Report:
        path = next(folder / f"{name}.txt" for folder in given.texts if (folder / f"{name}.txt").exists())
        return parse(path.read_bytes().decode("utf-8"))

    judged: list[Judged] = []
    seconds: list[float] = []
    for path in sorted(path for folder in given.links for path in folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        earlier, later = read(gold["earlier"]), read(gold["later"])
        for report in (earlier, later):
            _ = report.plans, report.problems, report.achievements, report.indicators
        began = time.process_time()
        judged += judge(earlier, later, gold)
        seconds.append(time.process_time() - began)
    report_on(judged)
    print(f"{1000 * sum(seconds) / len(seconds):.0f} ms a pair, {1000 * max(seconds):.0f} at most")


if __name__ == "__main__":
    main()
