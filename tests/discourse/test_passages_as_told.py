"""Short texts with the roles of their passages: `passages.tsv`."""

from __future__ import annotations

from pathlib import Path

from passage_reading import told

TABLE = Path(__file__).parent / "passages.tsv"


def test_passages_are_told() -> None:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    assert [f"{text}\n  is {told(text)}\n not {role}" for text, role in rows if told(text) != role] == []
