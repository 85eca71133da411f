"""Every row of the tables of cases reads as it says, and the docs print the tables."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from lawreport_parser.numbers import find_quantities, quantities

_SPEC = importlib.util.spec_from_file_location("number_case_table", Path(__file__).parent / "case_table.py")
assert _SPEC is not None
assert _SPEC.loader is not None
case_table = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(case_table)
CASES = case_table.read_cases()


@pytest.mark.parametrize(("what", "text", "expected"), CASES, ids=[f"{case.what}:{case.text}" for case in CASES])
def test_reads_as_the_table_says(what: str, text: str, expected: str) -> None:
    assert case_table.answer(what, text) == expected


def test_the_table_is_large_enough_and_has_no_doubles() -> None:
    keys = [(case.what, case.text) for case in CASES]
    assert len(keys) >= 250
    assert len(set(keys)) == len(keys)


def test_the_docs_print_the_table() -> None:
    page = case_table.PAGE.read_text(encoding="utf-8")
    assert page == case_table.page(), "run: python tests/numbers/case_table.py"


def test_the_short_way_of_plain_figures_gives_what_the_long_one_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most figures are a number and a unit; they are read in one step, which must never show."""
    folder = Path(__file__).parents[2] / "examples" / "reports"
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    texts += [case.text for case in CASES if case.what in ("quantity", "value")]
    short = [find_quantities(text) for text in texts]
    long_way = quantities.quantity_patterns()._replace(plain=re.compile("(?!)"))
    monkeypatch.setattr(quantities, "quantity_patterns", lambda: long_way)
    assert [find_quantities(text) for text in texts] == short
    assert sum(map(len, short)) > 300
