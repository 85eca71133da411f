"""The tool that learns the weights of the evidence: it mends a weight that is wrong, and keeps the table's rows."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks import weigh
from lawreport_parser.outline.weights import ROWS, WEIGHTS

TEXT = "情况如下：\n一、修缮桥梁\n（一）加固桥墩。\n（二）更换栏杆。\n二、看护灯塔\n夜间点灯。"
NODES = [("一、", 1), ("（一）", 2), ("（二）", 2), ("二、", 1)]


def annotated(folder: Path) -> list[weigh.Case]:
    (folder / "bridges.txt").write_text(TEXT, encoding="utf-8")
    nodes = [{"start": TEXT.index(marker), "depth": depth} for marker, depth in NODES]
    (folder / "bridges.json").write_text(json.dumps({"nodes": nodes}), encoding="utf-8")
    return list(weigh.annotated(folder, folder))


def present() -> weigh.Weights:
    table = WEIGHTS.items()
    return {(name, feature): weight / weigh.SCALE for name, rows in table for feature, weight in rows.items()}


def test_the_weights_decide_rightly_as_they_are(tmp_path: Path) -> None:
    cases = annotated(tmp_path)
    assert weigh.wrong(cases, present()) == [f"0 of {len(cases)} decided wrongly"]


def test_what_is_decided_wrongly_is_learnt(tmp_path: Path) -> None:
    cases = annotated(tmp_path)
    spoilt = present() | {("block", "first: line"): -8.0}
    assert weigh.wrong(cases, spoilt)[:-1] == ["bridges: '一、修缮桥梁\\n（一）加固'"]
    assert weigh.wrong(cases, weigh.learn(cases, spoilt)) == [f"0 of {len(cases)} decided wrongly"]


def test_the_table_is_written_with_its_rows(tmp_path: Path) -> None:
    table = weigh.TABLE.read_text(encoding="utf-8")
    assert weigh.written(table, present()).split() == table.split()
    written = weigh.written(table, present() | {("spoken", "behind a bell"): 1.0})
    assert 'Weight("behind a bell", 0, 0, 0, 4, "behind a bell"' in written
    assert written.count("Weight(") == len(ROWS) + table.count("Weight(") - len(ROWS) + 1
