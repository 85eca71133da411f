"""The page on the tables shows every column of every table; the script of the page on clusters runs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from column_tables import ALL, PAGE, column_table, with_tables

from lawreport_parser import Report

ROOT = Path(__file__).parents[2]


def test_the_page_shows_the_columns_as_they_are() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert with_tables(page) == page, "run: python tests/arrow/column_tables.py"
    assert all(column_table(table) in page for table in ALL)


def test_the_script_for_a_shard_writes_all_tables(
    tmp_path: Path, texts: dict[str, str], reports: list[tuple[str, Report]]
) -> None:
    pa = pytest.importorskip("pyarrow", reason="the tables need the extra 'arrow'")
    pq = pytest.importorskip("pyarrow.parquet")
    from lawreport_parser.arrow import to_tables

    page = (PAGE.parent / "clusters.md").read_text(encoding="utf-8")
    script = re.search(r"<!-- file: shard.py -->\n```python\n(.*?)```", page, re.DOTALL)
    assert script is not None
    (tmp_path / "shard.py").write_text(script[1], encoding="utf-8")
    documents = {"id": [*texts, "none"], "text": [*texts.values(), None]}
    pq.write_table(pa.table(documents), tmp_path / "0.parquet")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "shard.py", "0.parquet", "out"], cwd=tmp_path, env=environment, check=True)
    for table, due in to_tables(reports).items():
        assert pq.read_table(tmp_path / "out" / table / "0.parquet").equals(due)
