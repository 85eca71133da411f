"""The study finds in the reports what the script put into them, and its notebook shows what it prints."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from notebook import NOTEBOOK, run_notebook

pytest.importorskip("pyarrow", reason="the study needs the extra 'arrow'")
pytest.importorskip("pandas", reason="the study needs the extra 'pandas'")
pytest.importorskip("lxml", reason="some of its reports are web pages")

STUDY = NOTEBOOK.parent


def _made() -> Any:
    """Return the module that writes the reports."""
    spec = importlib.util.spec_from_file_location("make_reports", STUDY / "make_reports.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_reports"] = module
    spec.loader.exec_module(module)
    return module


MADE = _made()


@pytest.fixture(scope="module")
def notebook() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    return made


@pytest.fixture(scope="module")
def found(notebook: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The names that the notebook leaves, and under `cells` the cells as they ran."""
    folder = tmp_path_factory.mktemp("study")
    shutil.copytree(STUDY / "reports", folder / "reports")
    ran = json.loads(json.dumps(notebook))
    return {**run_notebook(ran, folder), "cells": ran["cells"]}


def known(row: Any) -> tuple[Any, int]:
    """Return what is known of the place of a row, and the later year."""
    place, year = Path(row.earlier_id).stem.split("-")
    return MADE.KNOWN[place], int(year) + 1


def test_the_reports_are_those_of_the_script(tmp_path: Path) -> None:
    MADE.write_reports(tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert len(names) == 30
    assert names == sorted(path.name for path in (STUDY / "reports").iterdir())
    assert [(tmp_path / name).read_bytes() for name in names] == [
        (STUDY / "reports" / name).read_bytes() for name in names
    ]


def test_the_notebook_shows_what_it_prints(notebook: dict[str, Any], found: dict[str, Any]) -> None:
    assert found["cells"] == notebook["cells"], "run: python tests/examples/notebook.py"


def test_targets_are_those_that_were_set(found: dict[str, Any]) -> None:
    rows = {}
    for row in found["targets"].itertuples():
        place, year = known(row)
        rows[place.name, year, row.code] = (row.target_value, row.later_value if row.verdict != "not told" else None)
    due = {
        (place.name, year, code): figures
        for place in MADE.KNOWN.values()
        for (year, code), figures in place.targets.items()
        if year in MADE.YEARS
    }
    assert rows == due
    assert len(due) == 40


def test_verdicts_are_right(found: dict[str, Any]) -> None:
    for row in found["targets"].itertuples():
        place, year = known(row)
        target, figure = place.targets[year, row.code]
        assert row.verdict == ("not told" if figure is None else "met" if figure >= target else "missed")


def test_problems_recur_that_were_named_again(found: dict[str, Any]) -> None:
    problems = found["problems"]
    assert len(problems) == 60
    for row in problems.itertuples():
        place, year = known(row)
        topic = place.problems[year - 1][int(row.id.split(".")[1]) - 1]
        assert row.recurs == (topic in place.problems[year]), row.text


def test_problems_last_three_years_that_were_named_in_all(found: dict[str, Any]) -> None:
    first, second, third = MADE.YEARS
    due = {
        (place.name, topic)
        for place in MADE.KNOWN.values()
        for topic in place.problems[first]
        if topic in place.problems[second] and topic in place.problems[third]
    }
    lasting = set()
    for row in found["lasting"].itertuples():
        place, year = known(row)
        lasting.add((place.name, place.problems[year - 1][int(row.id.split(".")[1]) - 1]))
    assert lasting == due
    assert due


def test_plans_are_told_that_were_told(found: dict[str, Any]) -> None:
    for row in found["plans"].itertuples():
        place, year = known(row)
        position = int(row.id.split(".")[1]) - 1
        if position < len(place.plans[year]):
            assert row.told == (place.plans[year][position] in place.told[year]), row.text


def test_the_page_gives_the_answers(found: dict[str, Any]) -> None:
    page = (STUDY / "README.md").read_text(encoding="utf-8")
    answers = page.partition("## The answers")[2].partition("##")[0]
    short = {name: place.name for name, place in ((each.name + "人民政府", each) for each in MADE.KNOWN.values())}
    (best,) = found["all_met"]
    assert f"{short[best]} met all four of its targets" in answers
    verdicts, recurring = found["verdicts"], found["recurring"]
    worse = [short[name] for name, row in verdicts.iterrows() if row["missed"] > row["met"]]
    assert f"{worse[0]}, {worse[1]} and {worse[2]} missed more than they met" in answers
    five = sorted(short[name] for name, row in recurring.iterrows() if row["sum"] == 5)
    none = sorted(short[name] for name, row in recurring.iterrows() if row["sum"] == 0)
    assert f"In {five[0]} and {five[1]} five problems of six" in answers
    assert f"in {none[0]}, {none[1]} and {none[2]} none" in answers
