"""Short texts, sentence by sentence, with what speaks for the role of each: `sentences.tsv`.

What outweighs what is learned (`weights.py`); what there is to weigh is said here.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from sentence_reading import sentences

TABLE = Path(__file__).parent / "sentences.tsv"


def test_what_each_sentence_shows() -> None:
    rows = [row.split("\t") for row in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    wrong = []
    for (year, text), group in groupby(rows, key=lambda row: row[:2]):
        due = [tuple(row[2:]) for row in group]
        found = sentences(text, int(year) if year != "-" else None)
        if found != due:
            wrong.append((text, [row for row in found if row not in due], [row for row in due if row not in found]))
    assert wrong == []


@pytest.mark.parametrize(("sentences_before", "place"), [(175, "amid"), (176, "long")])
def test_a_paragraph_of_more_than_700_characters_is_long(sentences_before: int, place: str) -> None:
    assert sentences("修好桥。" * sentences_before, 2023)[-1][1] == place


@pytest.mark.parametrize(("before", "announces"), [(11, True), (12, False)])
def test_the_announcement_is_among_the_first_twelve_sentences(before: int, announces: bool) -> None:
    told = sentences("修好桥。" * before + "现将工作报告如下。修好路。", 2023)
    assert ("+up to the announcement" in told[0][3]) is announces


@pytest.mark.parametrize(("before", "announces"), [(4, True), (5, False)])
def test_no_announcement_stands_below_a_part_that_begins_later_than_the_fifth_sentence(
    before: int, announces: bool
) -> None:
    told = sentences("修好桥。" * before + "⏎一、修路⏎现将工作报告如下。⏎修好路。", 2023)
    assert ("+up to the announcement" in told[0][3]) is announces


@pytest.mark.parametrize(
    ("words", "alone"), [("各位代表，同志们，大家！", False), ("各位代表，同志们，大家们！", True)]
)
def test_an_address_of_twelve_characters_goes_with_what_follows(words: str, alone: bool) -> None:
    assert (sentences(f"{words}修好桥。", 2023)[0][0] == words) is alone
