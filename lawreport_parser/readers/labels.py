"""Labels of metadata in the tables over a document, which web pages and Word files have.

Their words stand in `lawreport_parser.header_fields`.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from lawreport_parser.header_fields import LABELS, LabelKind

__all__ = ["OF_THE_PAGE", "is_label", "labels"]

#: Labels that prove nothing on a web page: it says such things of itself.
OF_THE_PAGE: Final[tuple[LabelKind, ...]] = ("time", "visits", "drafted", "checked", "control", "contact")
#: Characters of a label that no table knows, colon and all.
_LONGEST_UNKNOWN: Final = 10


@cache
def labels(*without: LabelKind) -> frozenset[str]:
    """Return the words that are labels without a colon, too, save those of the kinds `without`."""
    return frozenset(label.words for label in LABELS if label.kind not in without and not label.needs_mark)


def is_label(cell: str, known: frozenset[str]) -> bool:
    """Tell whether a cell holds a label: one of `known`, or a few words with a colon. Blanks inside do not count."""
    bare = "".join(cell.split())
    return bare.rstrip("：:") in known or (len(bare) <= _LONGEST_UNKNOWN and bare.endswith(("：", ":")))
