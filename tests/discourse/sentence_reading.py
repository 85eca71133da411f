"""What is told of the sentences of a text, as the rows of `sentences.tsv` say it: ⏎ is the end of a line."""

from __future__ import annotations

from itertools import pairwise

from lawreport_parser.discourse.evidence import Headings, features_of
from lawreport_parser.discourse.sentences import sentences_of
from lawreport_parser.lexicon import DEFAULT_LEXICON
from lawreport_parser.outline.tree import read_outline
from lawreport_parser.page import divide_page
from lawreport_parser.roles import genre_of, roles_named


def sentences(row: str, year: int | None) -> list[tuple[str, str, str, str]]:
    """Return each sentence with its place, what its own words show, and what stands around it.

    Behind the first sentence only what is no longer around it (-) and what is new (+) is named.
    """
    text = row.replace("⏎", "\n")
    outline = read_outline(divide_page(text), DEFAULT_LEXICON)
    named = roles_named(text, outline.sections, DEFAULT_LEXICON, year)
    found = sentences_of(text, outline, named)
    told = [*features_of(text, found, genre_of(text, outline, year), Headings(named))]
    around = [[], *(around for _, around in told)]
    changes = [
        "; ".join(
            [f"-{each}" for each in before if each not in now] + [f"+{each}" for each in now if each not in before]
        )
        for before, now in pairwise(around)
    ]
    return [
        (text[each.start : each.end].replace("\n", "⏎"), each.place, "; ".join(own) or "-", change or "-")
        for each, (own, _), change in zip(found, told, changes, strict=True)
    ]
