"""The table of readers in docs/explanation/comparison.md holds what benchmarks/readers.py counts."""

from __future__ import annotations

import pytest

pytest.importorskip("reportlab", reason="needs reportlab to make the files")
pytest.importorskip("pypdfium2", reason="needs the extra 'pdf'")

from benchmarks.readers import FILTERS, PAGES_WITH_TABLE, TOOLS, counts, files_of, label, measure


@pytest.mark.parametrize("language", PAGES_WITH_TABLE)
def test_the_rows_of_this_library_are_current(language: str) -> None:
    page = PAGES_WITH_TABLE[language].read_text(encoding="utf-8")
    assert TOOLS[0].name == "lawreport_parser"
    for kind in FILTERS:
        files = files_of(kind)
        row = measure(TOOLS[0], kind, files)
        begin = f"| {label(kind, files, language)} | lawreport_parser {counts(row, language)}"
        assert begin in page, "write the table anew: python benchmarks/readers.py --write"
