"""The table in docs/explanation/comparison.md is what benchmarks/comparison.py prints."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from manual_pages import DOCS, ROOT

from lawreport_parser import parse

PAGE = (DOCS / "explanation" / "comparison.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def comparison() -> Iterator[Any]:
    spec = importlib.util.spec_from_file_location("comparison", ROOT / "benchmarks" / "comparison.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["comparison"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["comparison"]


def test_the_places_looked_up_are_those_of_the_parser(comparison: Any) -> None:
    for truth in comparison.read_all():
        assert {section.marker.span.start: section.depth for section in parse(truth.text).walk()} == truth.depths


def test_the_rows_that_need_no_other_package_are_current(comparison: Any) -> None:
    truths = comparison.read_all()
    own = [tool for tool in comparison.TOOLS if tool.package is None]
    assert own[0].name == "lawreport_parser"
    stale = [comparison.line(comparison.measure(tool, truths), truths) for tool in own]
    assert [row for row in stale if row not in PAGE] == [], "run: python benchmarks/comparison.py --write"


def test_every_tool_has_a_row(comparison: Any) -> None:
    assert [tool.name for tool in comparison.TOOLS if f"\n| {tool.name} | " not in PAGE] == []


def test_the_short_table_of_the_readme_has_the_same_figures(comparison: Any) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    figures = PAGE.split(comparison.BEGIN)[1].split(comparison.END)[0]
    names = "|".join(re.escape(tool.name) for tool in comparison.TOOLS)
    rows = re.findall(rf"^\| (?:{names}) \|.*", readme, re.MULTILINE)
    assert len(rows) >= 4
    assert [row for row in rows if f"\n{row}" not in figures] == []


def test_a_tool_that_is_absent_is_left_out(comparison: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison, "find_spec", lambda _name: None)
    printed = comparison.table()
    assert "| lawreport_parser |" in printed
    assert "markdown" not in printed
