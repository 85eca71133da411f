"""Learns the weights of `lawreport_parser/outline/weights.py` from annotated texts, beginning from those it has.

    python -m benchmarks.weigh --texts DIR --gold DIR [--texts DIR --gold DIR …] [--keep DIR …] [--write]

A gold file `NAME.json` gives the outline of `NAME.txt`: {"nodes": [{"start": 12, "depth": 1, "optional": false}, …]}.
The outline of the texts in `--keep` (the examples, if it is not given), as they are and without their line breaks, is
taken for right as it is read now, so that nothing is unlearnt. What is decided wrongly is printed before and after;
`--write` puts the numbers into the rows of the table, and a row for each new feature, whose words are still to write.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.documents import EXAMPLES, read_texts
from lawreport_parser import parse
from lawreport_parser.lexicon import DEFAULT_LEXICON
from lawreport_parser.outline import weights
from lawreport_parser.outline.candidates import Candidate
from lawreport_parser.outline.moves import CONTINUE, OPEN, TEXT, Level, Move, legal_moves
from lawreport_parser.outline.reading import reading_of
from lawreport_parser.outline.series import decide
from lawreport_parser.outline.weights import WEIGHTS, class_of
from lawreport_parser.page import divide_page

TABLE = Path(weights.__file__)
CLASSES: Final = tuple(WEIGHTS)
#: Weights are whole numbers; so many of them are one unit of the logistic model.
SCALE: Final = 4.0
MARGIN: Final = 1.5
ROUNDS: Final = 12
#: How strongly a weight is held where it was.
HOLD: Final = 2e-3

Weights = dict[tuple[str, str], float]


class Case(NamedTuple):
    """A candidate at its turn: the features of each legal move, which of them is right, the class of its style."""

    name: str
    place: str
    features: list[list[str]]
    right: int
    style_class: str
    times: float


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--texts", type=Path, action="append", default=[], metavar="DIR", help="annotated texts")
    options.add_argument("--gold", type=Path, action="append", default=[], metavar="DIR", help="their outlines")
    options.add_argument("--keep", type=Path, action="append", metavar="DIR", help="texts that are read rightly now")
    options.add_argument("--write", action="store_true", help="put the numbers into the table")
    given = options.parse_args()
    if len(given.texts) != len(given.gold):
        options.error("each --texts needs its --gold")
    cases = [case for folder in given.keep or [EXAMPLES] for case in kept(folder)]
    for texts, gold in zip(given.texts, given.gold, strict=True):
        cases += annotated(texts, gold)
    start: Weights = {
        (name, feature): weight / SCALE for name, table in WEIGHTS.items() for feature, weight in table.items()
    }
    print(f"{len(cases)} decisions that need weighing\nbefore:", *wrong(cases, start), sep="\n  ")
    learnt = learn(cases, start)
    print("after:", *wrong(cases, learnt), sep="\n  ")
    if given.write:
        TABLE.write_text(written(TABLE.read_text(encoding="utf-8"), learnt), encoding="utf-8")
    return 0


def kept(folder: Path) -> Iterator[Case]:
    """Yield the cases of texts whose outline is right as it is read."""
    for name, text in read_texts(folder).items():
        for form in (text, text.replace("\r", "").replace("\n", "")):
            sections = [section for section in parse(form).walk() if section.marker.style != "unnumbered"]
            depths = {section.id: section.depth for section in sections}
            outline = {}
            for section in sections:
                above = [section.id.rsplit(".", up)[0] for up in range(section.id.count(".") + 1)]
                outline[section.marker.span.start] = sum(one in depths for one in above)
            yield from cases_of(name, form, outline, set(), 1.0)


def annotated(texts: Path, gold: Path) -> Iterator[Case]:
    """Yield the cases of annotated texts."""
    for name, text in read_texts(texts).items():
        path = gold / f"{name}.json"
        if not path.exists():
            print(f"{name}: no {path.name} in {gold}, left out")
            continue
        nodes = json.loads(path.read_text(encoding="utf-8"))["nodes"]
        outline = {node["start"]: node["depth"] for node in nodes}
        optional = {node["start"] for node in nodes if node.get("optional")}
        yield from cases_of(name, text, outline, optional, 4.0)


def cases_of(name: str, text: str, outline: Mapping[int, int], optional: set[int], count: float) -> list[Case]:
    """Return the candidates of a text that need weighing, each with the move that the true outline asks for."""
    reading = reading_of(divide_page(text), DEFAULT_LEXICON)
    cases: list[Case] = []
    seen: set[int] = set()

    def rightly(candidate: Candidate, levels: tuple[Level, ...], latest: Mapping[str, int]) -> Move:
        place = candidate.start if reading.rows is None else reading.rows.start(candidate.start)
        move = TEXT
        depth = outline.get(place)
        if depth is not None and place not in seen:
            again = len(levels) >= depth and levels[depth - 1].last.family == candidate.family
            if again and candidate.ordinal != 1:
                move = CONTINUE[depth]
            elif candidate.ordinal > 0 and len(levels) >= depth - 1:
                move = OPEN[depth - 1]
        moves = list(legal_moves(levels, candidate))
        if place not in optional and move in moves and len(moves) > 1:
            features = [reading.evidence.of(candidate, one, levels, latest) for one in moves]
            cases.append(Case(name, text[place : place + 12], features, moves.index(move), class_of(candidate), count))
        if move is not TEXT:
            seen.add(place)
        return move

    decide(reading.candidates, reading.struck, reading.ends, rightly)
    return cases


def learn(cases: list[Case], start: Weights) -> Weights:
    """Return weights by which the right moves win by a margin: a logistic model, held near where it started."""
    now = dict(start)
    steps: Weights = {}
    choose = random.Random(1)
    order = list(cases)
    for turn in range(ROUNDS):
        rate = 0.5 / (1 + 0.2 * turn)
        choose.shuffle(order)
        for case in order:
            shares = _shares(case, now)
            if shares[case.right] > 0.995:
                continue
            for at, (share, features) in enumerate(zip(shares, case.features, strict=True)):
                pull = case.times * (share - (at == case.right))
                for feature in features:
                    key = case.style_class, feature
                    change = pull + case.times * HOLD * (now.get(key, 0.0) - start.get(key, 0.0))
                    steps[key] = steps.get(key, 0.1) + change * change
                    now[key] = now.get(key, 0.0) - rate * change / math.sqrt(steps[key])
    return now


def _shares(case: Case, now: Weights) -> list[float]:
    totals = [
        sum(now.get((case.style_class, feature), 0.0) for feature in features) + MARGIN * (at != case.right)
        for at, features in enumerate(case.features)
    ]
    most = max(totals)
    shares = [math.exp(total - most) for total in totals]
    return [share / sum(shares) for share in shares]


def wrong(cases: list[Case], now: Weights) -> list[str]:
    """Return a line for each case that is decided wrongly by whole weights, and how many there are."""
    found = []
    for case in cases:
        totals = [
            sum(round(SCALE * now.get((case.style_class, feature), 0.0)) for feature in features)
            for features in case.features
        ]
        if max(range(len(totals)), key=lambda at: (totals[at], -at)) != case.right:
            found.append(f"{case.name}: {case.place!r}")
    return [*sorted(set(found)), f"{len(found)} of {len(cases)} decided wrongly"]


def written(table: str, now: Weights) -> str:
    """Return the module of weights with new numbers in its rows, and with a row for each feature that has none."""
    numbers = {
        feature: [round(SCALE * now.get((name, feature), 0.0)) for name in CLASSES]
        for feature in {key[1] for key in now}
    }
    row = re.compile(r'(Weight\(\s*"(?P<feature>[^"]+)",)(?:\s*-?\d+,){4}')

    def renew(found: re.Match[str]) -> str:
        return f"{found[1]} {', '.join(map(str, numbers.pop(found['feature'], [0] * 4)))},"

    table = row.sub(renew, table)
    fresh = "".join(
        f'    Weight("{feature}", {", ".join(map(str, row))}, "{feature}", "（待写）"),\n'
        for feature, row in sorted(numbers.items())
        if any(row)
    )
    head, found, tail = table.partition("_TABLE: Final = (\n")
    return head + found + fresh + tail


if __name__ == "__main__":
    raise SystemExit(main())
