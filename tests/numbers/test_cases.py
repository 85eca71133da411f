"""Every row of the table of cases reads as it says, and the docs print the table."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

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
