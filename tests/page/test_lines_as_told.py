"""Lines of pages with what is told of each, in tables: words, labels, titles, signatures, and the parts of pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from line_reading import labels, parts, signed, title, words


@pytest.mark.parametrize(
    ("table", "read"),
    [
        ("words.tsv", words),
        ("labels.tsv", labels),
        ("title_lines.tsv", title),
        ("last_lines.tsv", signed),
        ("parts.tsv", lambda row: "\t".join(parts(row))),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_every_row_is_read_as_the_table_says(table: str, read: Callable[[str], str]) -> None:
    rows = (Path(__file__).parent / table).read_text(encoding="utf-8").splitlines()[1:]
    told = [(row, f"{row.split(chr(9))[0]}\t{read(row.split(chr(9))[0])}") for row in rows]
    assert [f"{found}\n not {row}" for row, found in told if found != row] == []
