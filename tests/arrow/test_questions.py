"""The example with DuckDB prints what its page shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="the tables need the extra 'arrow'")
pytest.importorskip("duckdb", reason="the example asks DuckDB")

from lawreport_parser.arrow import TABLES

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples" / "questions"


def answers(*arguments: Path) -> str:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, FOLDER / "questions.py", *arguments],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def test_the_example_prints_what_its_page_shows() -> None:
    shown = re.search(r"^\$ python .*\n((?:.*\n)*?)```", (FOLDER / "README.md").read_text(encoding="utf-8"), re.M)
    assert shown is not None
    assert answers() == shown[1]


def test_the_tables_stay_where_they_are_asked_for(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for name, county in (("a", "甲县"), ("b", "乙县")):
        text = f"{county}人民政府2023年法治政府建设年度报告\n一、主要成效\n"
        text += "共收到行政复议申请12件，受理10件，不予受理2件。\n"
        text += f"二、存在问题\n一是执法队伍不稳；二是宣传不够。\n{county}人民政府\n2024年1月5日\n"
        (reports / f"{name}.txt").write_text(text, encoding="utf-8")
    assert answers(reports, tmp_path / "tables").splitlines() == [
        "problems: wording reports of_all which",
        "in other words | 2 | 2 | a, b",
        "执法队伍 | 2 | 2 | a, b",
        "reviews: issuer year cases counted",
        "乙县人民政府 | 2023 | 12 | received",
        "甲县人民政府 | 2023 | 12 | received",
    ]
    assert len(list((tmp_path / "tables").glob("*.parquet"))) == len(TABLES)
