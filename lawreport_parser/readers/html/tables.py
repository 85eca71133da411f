"""The rows of the tables of a web page: which of them are one line each, and how their cells are joined.

A table lays out the page, lists what is said of a document (文号, 发布日期 …), or holds data. Its rows are looked at
together, when it ends: the names of columns are no labels, and two lines in a cell of data do not tear its row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.readers.html.line import KEPT_BLANKS, Line, is_prose
from lawreport_parser.readers.labels import OF_THE_PAGE, is_label, labels
from lawreport_parser.readers.note_marks import NUMBERS_APART

__all__ = ["Row", "join_pair", "join_rows"]

_READERS: Final = Terminals("readers")
#: A cell of data has so many lines at the most, each of so many characters.
_MOST_LINES: Final = 4
_LONGEST_LINE: Final = 40


@dataclass(slots=True)
class Row:
    """A row: where its lines begin and end, where those of each cell do, how many of its cells head columns."""

    start: int
    end: int = 0
    cells: list[tuple[int, int]] = field(default_factory=list)
    heads: int = 0
    #: Whether a cell holds a table of its own.
    nested: bool = False


def join_rows(lines: list[Line], rows: Sequence[Row], starts_marker: Callable[[str], bool]) -> None:
    """Make one line of each row of a table whose cells do not lay out text, in place."""
    rows = [row for row in rows if len(row.cells) > 1 and not row.nested]
    if not rows:
        return
    widths = Counter([len(row.cells) for row in rows])
    labelled = labels("day", *OF_THE_PAGE)
    heads_columns = _first_heads_columns(lines, rows, labelled)
    joined: list[Line] = []
    done = rows[0].start
    for number, row in enumerate(rows):
        found = lines[row.start : row.end]
        if len(found) != sum(end - start for start, end in row.cells) or not found:
            continue
        if any(end - start > 1 for start, end in row.cells) and not (
            widths[len(row.cells)] > 1 and _holds_data(lines, row, starts_marker)
        ):
            continue
        names = row.heads == len(row.cells) or (heads_columns and number == 0)
        text = _join_cells([_text(lines[start:end]) for start, end in row.cells], labelled, names)
        joined += lines[done : row.start]
        done = row.end
        if text:
            joined.append(_joined(found, text))
    lines[rows[0].start : done] = joined


def join_pair(lines: list[Line], term: tuple[int, int], value: tuple[int, int]) -> None:
    """Make one line of a label and its value in a list of terms (`<dl>`), in place; nothing else is joined.

    `term` and `value` are where the lines of the two begin and end.
    """
    start, end = term
    labelled = labels("day", *OF_THE_PAGE)
    if end - start != 1 or value != (end, end + 1) or not is_label(lines[start].text, labelled):
        return
    found = lines[start : end + 1]
    lines[start : end + 1] = [_joined(found, _join_cells([_text([line]) for line in found], labelled, False))]


def _joined(found: Sequence[Line], text: str) -> Line:
    """Return lines as one with the text given; the first is changed."""
    kept = found[0]
    kept.text = text
    kept.pieces = tuple([piece for line in found for piece in line.pieces])
    kept.linked = sum([line.linked for line in found])
    kept.hidden = min([line.hidden for line in found])
    kept.numbered = 0
    return kept


def _holds_data(lines: list[Line], row: Row, starts_marker: Callable[[str], bool]) -> bool:
    """Tell whether the cells of a row hold a few short lines each, none of them a sentence, a heading or a link."""
    return all(
        end - start <= _MOST_LINES
        and all(
            len(line.text) <= _LONGEST_LINE and not is_prose(line.text) and line.linked * 2 < len(line.text)
            for line in lines[start:end]
        )
        and (end - start < 2 or not any(starts_marker(line.text) for line in lines[start:end]))
        for start, end in row.cells
    )


def _first_heads_columns(lines: list[Line], rows: Sequence[Row], labelled: frozenset[str]) -> bool:
    """Tell whether the first row of a table names its columns: it alone begins like one of metadata."""
    if len(rows) < 3:
        return False
    begins = [start < end and is_label(lines[start].text, labelled) for start, end in (row.cells[0] for row in rows)]
    return begins[0] and not any(begins[1:])


def _text(cell: Sequence[Line]) -> str:
    """Return the lines of a cell as one, without a number made of two."""
    text = ""
    for line in cell:
        piece = line.text.strip(KEPT_BLANKS)
        if text:
            text += NUMBERS_APART if _READERS.NUMBERS_MEET.search(text[-1] + piece[:1]) else " "
        text += piece
    return text


def _join_cells(cells: Sequence[str], labelled: frozenset[str], names: bool) -> str:
    """Join the cells of a row: a label and its value to a pair, pairs with a space, other cells with a tab.

    A known word without a colon is a label only where the row is made of pairs: it begins with one, and behind each
    there is a cell that is none. `names` says that the row names columns.
    """
    known = [is_label(cell, labelled) for cell in cells]
    in_pairs = not names and known[0] and not any(one and other for one, other in pairwise([*known, True]))
    joined, label, pairs = "", "", False
    for cell, is_known in zip(cells, known, strict=True):
        if is_known and (in_pairs or cell.endswith(("：", ":"))):
            joined += (" " if joined else "") + cell + ("" if cell.endswith(("：", ":")) else ":")
            label, pairs = cell, True
        elif cell:
            gap = "" if not joined else ("" if label.endswith("：") else " ") if label else " " if pairs else "\t"
            joined += gap + cell
            label = ""
        else:
            label = ""
    return joined
