"""`benchmarks/ablation.py`: what a weight or a condition of the outline is good for."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.ablation import NOTE, THROWN, Switches, Task, Text, markdown, module_name, read_texts, work
from lawreport_parser.outline.weights import WEIGHTS

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "ablation.py"
FIRST = "沙湾县2023年法治政府建设情况报告\n一、主要工作\n开展培训6次。\n二、存在问题\n人手不足。\n"
SECOND = "一、学习\n全年学法。\n二、宣传\n张贴海报。\n三、打算\n继续努力。\n"
NODES = [{"start": FIRST.index(marker), "depth": 1} for marker in ("一、", "二、")]


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    texts, gold = tmp_path / "texts", tmp_path / "gold"
    texts.mkdir()
    gold.mkdir()
    (texts / "first.txt").write_text(FIRST, encoding="utf-8")
    (texts / "second.txt").write_text(SECOND, encoding="utf-8")
    (gold / "first.json").write_text(json.dumps({"nodes": NODES}), encoding="utf-8")
    return texts, gold


def run(*given: str | Path) -> str:
    command = [sys.executable, str(SCRIPT), "--jobs", "1", *map(str, given)]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def weights(monkeypatch: pytest.MonkeyPatch, weigh: Callable[[str, int], int] = lambda _, weight: weight) -> Task:
    """Make tables by which only one row counts for 一、, and return the task that drops each row of them."""

    class Table(dict[str, int]):
        def __getitem__(self, feature: str) -> int:
            return weigh(feature, self.get(feature, 0))

    for name in WEIGHTS:
        monkeypatch.setitem(WEIGHTS, name, Table({}))  # type: ignore[arg-type]
    monkeypatch.setitem(WEIGHTS, "block", Table({"outermost": 50, "never asked for": 9}))  # type: ignore[arg-type]
    return Task("weights", False, 0, 1, "^(?!unnumbered)", 0.3)


def test_a_weight_that_decides_moves_nodes_and_another_moves_nothing(
    monkeypatch: pytest.MonkeyPatch, folders: tuple[Path, Path]
) -> None:
    texts = read_texts([folders])
    rows = {row.label: row for row in work(weights(monkeypatch), texts)}
    moving = rows["outermost"]
    # Nothing else lets a series begin: as they are the texts lose 2 and 3 sections, and those on one line theirs.
    assert moving.texts == 4
    assert moving.nodes == moving.changed["lost"] >= 5
    assert moving.f1 is not None
    assert moving.f1 < 0
    assert not rows["never asked for"].moves
    assert not rows["never asked for"].reached
    assert WEIGHTS["block"]["outermost"] == 50


def test_a_drop_that_raises_is_told(monkeypatch: pytest.MonkeyPatch, folders: tuple[Path, Path]) -> None:
    def weigh(feature: str, weight: int) -> int:
        if feature == "outermost" and not weight:
            raise LookupError
        return weight

    rows = {row.label: row for row in work(weights(monkeypatch, weigh), read_texts([folders]))}
    assert rows["outermost"].failed == "raises LookupError (4 texts)"
    assert rows["outermost"].moves


def test_a_drop_that_hangs_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def weigh(feature: str, weight: int) -> int:
        while feature == "outermost" and not weight:
            pass
        return weight

    rows = {row.label: row for row in work(weights(monkeypatch, weigh), [Text("first", FIRST, None)])}
    assert rows["outermost"].failed == "hangs"


def test_the_weights_of_headings_without_marker_are_dropped_too(folders: tuple[Path, Path]) -> None:
    rows = work(Task("weights", False, 0, 1, "^unnumbered: ", 5), read_texts([folders]))
    assert "unnumbered: names a part of a report" in {row.label for row in rows}


def test_of_two_weights_that_do_the_same_one_is_left(
    monkeypatch: pytest.MonkeyPatch, folders: tuple[Path, Path]
) -> None:
    task = weights(monkeypatch)
    WEIGHTS["block"]["first: line"] = 5
    texts = read_texts([folders])[::2]
    apart = {row.label: row.moves for row in work(task, texts)}
    together = {row.label: row.moves for row in work(task._replace(together=True), texts)}
    assert sum(apart.values()) == 0
    assert [label for label, moves in together.items() if moves] == ["outermost"]
    assert WEIGHTS["block"]["first: line"] == 5


def test_the_command_drops_a_condition_and_a_weight(folders: tuple[Path, Path], tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    only = r"candidate\.ordinal > 0|^outermost$"
    printed = run(
        "--texts", folders[0], "--gold", folders[1], "--weights", "--conditions", "outline/moves.py", "--only", only,
        "--json", kept,
    )  # fmt: skip
    assert printed.startswith("3 drops on 4 texts, 2 with gold\n")
    moving, still = printed.split("nothing:\n")
    rows = {row["label"].rpartition(": ")[2]: row for row in json.loads(kept.read_text(encoding="utf-8"))}
    lost, same = rows["candidate.ordinal > 0 -> False"], rows["candidate.ordinal > 0 -> True"]
    assert lost["changed"]["lost"] == lost["nodes"] == 10
    assert lost["f1"] == -1
    assert "candidate.ordinal > 0 -> False" in moving
    assert not same["moves"]
    assert "candidate.ordinal > 0 -> True" in still


def test_only_what_is_named_is_dropped(folders: tuple[Path, Path]) -> None:
    printed = run("--texts", folders[0], "--conditions", "outline/moves.py", "--only", "no such words")
    assert printed.startswith("0 drops on 4 texts, 0 with gold\n")


CODE = """
def judged(first, second, numbers=(3 if True else 4,)):
    if first and not second:
        return "one"
    found = [each for each in (1, 2) if each > 1]
    return first or second, "yes" if second else "no", found
"""


def switched() -> tuple[dict[str, Any], dict[tuple[str, bool], int]]:
    switches = Switches()
    tree = ast.fix_missing_locations(switches.visit(ast.parse(CODE)))
    held: dict[str, Any] = {THROWN: set(), NOTE: lambda _, value: value}
    exec(compile(tree, "judged", "exec"), held)
    return held, {(f"{each.kind} {each.words}", each.value): each.switch for each in switches.conditions}


def test_every_condition_in_a_function_has_its_switches() -> None:
    held, switches = switched()
    assert sorted(switches) == [
        ("and first", True),
        ("and not second", True),
        ("comprehension each > 1", False),
        ("comprehension each > 1", True),
        ("if first and (not second)", False),
        ("if first and (not second)", True),
        ("or first", False),
        ("or second", False),
        ("ternary second", False),
        ("ternary second", True),
    ]
    assert held["judged"](0, 5) == (5, "yes", [2])


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("and first", True, (5, "yes", [2])),
        ("if first and (not second)", True, "one"),
        ("or second", False, (False, "yes", [2])),
        ("ternary second", False, (5, "no", [2])),
        ("comprehension each > 1", True, (5, "yes", [1, 2])),
        ("comprehension each > 1", False, (5, "yes", [])),
    ],
)
def test_a_switch_gives_a_condition_its_value(name: str, value: bool, found: Any) -> None:
    held, switches = switched()
    held[THROWN].add(switches[name, value])
    assert held["judged"](0, 5) == found


@pytest.mark.parametrize("path", ["outline/moves.py", "lawreport_parser/outline/moves.py", "outline.moves"])
def test_a_module_has_several_names(path: str) -> None:
    assert module_name(path) == "lawreport_parser.outline.moves"


def test_the_tables_of_the_manual(monkeypatch: pytest.MonkeyPatch, folders: tuple[Path, Path]) -> None:
    texts = read_texts([folders])
    rows = work(weights(monkeypatch), texts)
    assert "2 drops on 4 texts, 2 of them annotated." in markdown(rows, texts, "en")
    assert "Weights that move nothing here (1):\n`never asked for`." in markdown(rows, texts, "en")
    assert "在此去掉也无变化的权重（1 项）：\n`never asked for`。" in markdown(rows, texts, "zh")
