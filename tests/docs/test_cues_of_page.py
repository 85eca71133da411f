"""The words that the pages on passages give for a cue are found as that cue."""

from __future__ import annotations

import re

import pytest
from manual_pages import DOCS

from lawreport_parser.discourse.cues import cues_in

PAGES = {"en": DOCS / "explanation" / "passages.md", "zh": DOCS / "zh" / "explanation" / "passages.md"}
_ROW = re.compile(r"^\|[^|\n]*\| `(?P<cue>[A-Z_]+)` \| (?P<words>\w+) \|$", re.MULTILINE)
ROWS = {language: _ROW.findall(page.read_text(encoding="utf-8")) for language, page in PAGES.items()}


def test_both_pages_have_the_same_cues() -> None:
    assert ROWS["en"]
    assert ROWS["en"] == ROWS["zh"]


@pytest.mark.parametrize(("cue", "words"), ROWS["en"])
def test_words_of_a_cue_are_found_as_that_cue(cue: str, words: str) -> None:
    assert cue.lower().replace("_", " ") in [found[0] for found in cues_in(words, 0, len(words))]
