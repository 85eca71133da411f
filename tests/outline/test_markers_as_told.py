"""Short texts with what looks like a marker in them (`candidates.tsv`), and what speaks for each move (`evidence.tsv`).

So for lines that may be headings without marker (`unnumbered.tsv`). What outweighs what is learned (`weights.py`); what
there is to weigh is said here.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from marker_reading import candidates, moves, unnumbered

_TABLES = Path(__file__).parent


def _rows(table: str) -> list[list[str]]:
    return [row.split("\t") for row in (_TABLES / table).read_text(encoding="utf-8").splitlines()[1:]]


def test_every_candidate_is_told_with_its_links() -> None:
    told = [(text, due, candidates(text)) for text, due in _rows("candidates.tsv")]
    assert [f"{text}\n  is {found}\n not {due}" for text, due, found in told if found != due] == []


def test_lines_that_may_be_headings_without_marker() -> None:
    told = [(text, due, unnumbered(text)) for text, due in _rows("unnumbered.tsv")]
    assert [f"{text}\n  is {found}\n not {due}" for text, due, found in told if found != due] == []


def test_what_speaks_for_each_move() -> None:
    wrong = []
    for text, rows in groupby(_rows("evidence.tsv"), key=lambda row: row[0]):
        due = [f"{move}\t{features}" for _, move, features in rows]
        found = moves(text)
        if found != due:
            wrong.append((text, [row for row in found if row not in due], [row for row in due if row not in found]))
    assert wrong == []
