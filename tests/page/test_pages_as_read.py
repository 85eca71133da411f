"""Heads, signatures and feet of pages with all that is read of them: `heads.tsv` and `signatures.tsv`."""

from __future__ import annotations

from pathlib import Path

from page_reading import reading


def wrong_rows(table: str) -> list[str]:
    lines = (Path(__file__).parent / table).read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [f"{text}\n  is {found}\n not {expected}" for text, expected in rows if (found := reading(text)) != expected]


def test_heads_are_read() -> None:
    assert wrong_rows("heads.tsv") == []


def test_signatures_are_read() -> None:
    assert wrong_rows("signatures.tsv") == []
