"""Short texts and what is read in them, in `outlines.tsv`: ⏎ is the end of a line.

Of each section the table gives its depth and how it begins, then what is told of ordinals.
"""

from __future__ import annotations

import re
from pathlib import Path

from lawreport_parser import parse
from lawreport_parser.outline.moves import MAX_DEPTH

_TABLE = Path(__file__).parent / "outlines.tsv"
_DIAGNOSTICS = Path(__file__).parents[2] / "docs" / "reference" / "diagnostics.md"
#: Where the words end that the table gives of a section.
_STOP = re.compile(r"[。，；：\n]|(?<=总则) (?=1)|(?<=职责) (?=2)")


def _read(text: str) -> tuple[str, str]:
    report = parse(text)
    outline = [f"{each.depth} {_STOP.split(text[each.span.start :], maxsplit=1)[0].strip()}" for each in report.walk()]
    told = [diagnostic.code for diagnostic in report.diagnostics if diagnostic.code.endswith("-ordinal")]
    return " / ".join(outline), " ".join(told) or "-"


def test_every_text_has_the_outline_of_its_row() -> None:
    rows = [row.split("\t") for row in _TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    read = [(text, *_read(text.replace("⏎", "\n"))) for text, _, _ in rows]
    assert [row for row, due in zip(read, rows, strict=True) if row != tuple(due)] == []


def test_sections_nest_as_deep_as_the_docs_say() -> None:
    assert f"Sections nest at most {MAX_DEPTH} deep." in _DIAGNOSTICS.read_text(encoding="utf-8")
