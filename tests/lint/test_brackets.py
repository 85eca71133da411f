"""The table of brackets and quotation marks, which parser and linter share."""

from __future__ import annotations

import pytest

from lawreport_parser.brackets import BRACKETS, CLOSERS, KIND_OF, OPENER_OF, OPENERS, QUOTES, closes


@pytest.mark.parametrize(
    ("opener", "closer"),
    [
        "（）",
        "()",
        "（)",
        "(）",
        "［］",
        "[]",
        "［]",
        "〔〕",
        "﹝﹞",
        "〔﹞",
        "【】",
        "《》",
        "〈〉",
        "「」",
        "『』",
        "“”",
        "‘’",
    ],
)
def test_pair(opener: str, closer: str) -> None:
    assert closes(closer, opener)


@pytest.mark.parametrize(("opener", "closer"), ["（]", "《〉", "“’", "〔]", "））", "（（"])
def test_no_pair(opener: str, closer: str) -> None:
    assert not closes(closer, opener)


def test_every_mark_is_of_one_sort() -> None:
    assert set(OPENER_OF) == CLOSERS
    assert set(KIND_OF) == OPENERS | CLOSERS == BRACKETS | QUOTES
    assert not OPENERS & CLOSERS
    assert not BRACKETS & QUOTES
    assert set(KIND_OF.values()) <= OPENERS
