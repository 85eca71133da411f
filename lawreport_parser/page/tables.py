"""Labels on lines of their own, above their values, and in the cells of tables; tables that list other documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from lawreport_parser.blanks import trim
from lawreport_parser.header_fields import Label
from lawreport_parser.organs import is_full
from lawreport_parser.page.evidence import WORTH, Evidence, Step
from lawreport_parser.page.labels import (
    LabelHit,
    begins_with_label,
    hit_of,
    is_label,
    marked_labels,
    split_cells,
    value_form,
)
from lawreport_parser.page.model import Found
from lawreport_parser.page.patterns import LONGEST, PAGE, begins_outline
from lawreport_parser.page.titles import Sureness
from lawreport_parser.page.tokens import Gap, Token, breaks_in
from lawreport_parser.page.values import Values

__all__ = ["Tables"]

#: Forms of values that nothing else has; fields whose value may be the name of an organisation.
_TELLING: Final = frozenset({"code", "number", "date"})
_NAMING: Final = frozenset({"issuer", "addressee", "source"})
#: How long the line is that names the columns of a list, how many there are, and how many of its rows are looked at.
_LONGEST_HEADS: Final = 120
_MOST_COLUMNS: Final = 12
_MOST_ROWS: Final = 60


class Tables:
    """Reads labels whose values stand apart from them: on the next line, in the next cell, in the row below."""

    def __init__(self, text: str, lines: Sequence[tuple[int, int]], evidence: Evidence, values: Values) -> None:
        self.text = text
        self.lines = lines
        self.evidence = evidence
        self.values = values

    def read(self, index: int, start: int, end: int, gap: Gap, first: re.Match[str]) -> Step | None:
        """Read a line that is one label, or whose cells are labels with their values; it begins with `first`."""
        if first.end() == end:
            return self._alone(index, start, end, gap, first)
        if end - start > LONGEST or PAGE.BAR.search(self.text, start, end) is None:
            return None
        if end - start > 60 and PAGE.RUNS_ON.search(self.text, start, end):
            # The page lost its line breaks.
            return None
        cells = split_cells(self.text, start, end)
        return self._rows(index, start, end, gap, cells) or self._cells(start, end, gap, cells)

    def listed(self, index: int, start: int, end: int, gap: Gap) -> Step | None:
        """Read a table that lists several documents, which are not that of the page: 序号 | 文件名称 | 文号.

        It is text: its columns bear the names of labels, and the cells below are no values of the page.
        """
        if PAGE.ORDINAL_HEAD.fullmatch(self.text, start, end):
            rows = self._rows_over_lines(index)
        elif end - start <= _LONGEST_HEADS and PAGE.BAR.search(self.text, start, end):
            rows = self._rows_listed(index, split_cells(self.text, start, end))
        else:
            return None
        if not rows:
            return None
        below = (Token("prose", *line, Gap.LINE) for line in self.lines[index + 1 : index + rows])
        step = self.evidence.listed([Token("prose", start, end, gap), *below])
        step.lines = rows
        return step

    def _rows_listed(self, index: int, heads: list[tuple[int, int]]) -> int:
        """Return how many lines a list holds whose columns are named on the line `index`; 0 where it is none."""
        lines, text = self.lines, self.text
        numbered = PAGE.ORDINAL_HEAD.match(text, *heads[0]) is not None
        labels = [is_label(text, *head) for head in heads]
        if len(heads) < 2 or not all(PAGE.CELL_HEAD.fullmatch(text, *head) for head in heads):
            return 0
        if not numbered and sum(label is not None for label in labels) * 2 <= len(heads):
            return 0
        below = index + 1
        while below < len(lines) and PAGE.TABLE_RULE.fullmatch(text, *lines[below]):
            below += 1
        rows: list[list[tuple[int, int]]] = []
        for line in lines[below : below + _MOST_ROWS]:
            cells = split_cells(text, *line) if line[1] - line[0] <= LONGEST else []
            if len(cells) != len(heads) or any(is_label(text, *cell) for cell in cells if cell[0] < cell[1]):
                break
            rows.append(cells)
        if not rows or not (
            len(rows) > 1
            or (numbered and PAGE.ORDINAL_CELL.fullmatch(text, *rows[0][0]))
            or self._names_another(labels, rows[0])
        ):
            return 0
        return below + len(rows) - index

    def _names_another(self, labels: list[re.Match[str] | None], row: list[tuple[int, int]]) -> bool:
        """Say whether a row gives another title than that above it."""
        titles = self.evidence.titles
        if titles.surest < Sureness.DATED:
            return False
        known = {"".join(words.split()) for words in titles.known}
        return any(
            label is not None
            and value_form(hit_of(label).label) == "title"
            and "".join(self.text[slice(*cell)].split()) not in known
            for label, cell in zip(labels, row, strict=True)
        )

    def _rows_over_lines(self, index: int) -> int:
        """Return how many lines a list holds with its cells below each other, from 序号 on; 0 where it is none."""
        lines, text = self.lines, self.text
        heads = 1
        while heads < _MOST_COLUMNS and index + heads < len(lines):
            if not PAGE.CELL_HEAD.fullmatch(text, *lines[index + heads]):
                break
            heads += 1
        row = 0
        while index + (row + 1) * heads < len(lines):
            start, end = lines[index + (row + 1) * heads]
            if text[start:end] != str(row + 1):
                break
            row += 1
        return min((row + 1) * heads, len(lines) - index) if row and heads > 1 else 0

    def _alone(self, index: int, start: int, end: int, gap: Gap, found: re.Match[str]) -> Step | None:
        """Read a label alone on its line and the value on the next: 索引号 / 0142…"""
        if end - start > 24:
            return None
        hit = hit_of(found)
        tokens = [Token("label", start, end, gap)]
        value = self._value_below(index, hit)
        given = [self.evidence.found(hit, *value)] if value and hit.label.kind != "control" else []
        worth = self.evidence.worth_of_label(hit, empty=value is None, within=False)
        step = Step(tokens, worth, given)
        if value is not None:
            self.evidence.alternates = True
            below = self.lines[index + 1]
            if below[0] < value[0]:
                tokens.append(Token("mark", below[0], trim(self.text, below[0], value[0])[1], Gap.LINE))
            tokens.append(Token("value", *value, Gap.LINE))
            step.lines = 2
            self._add_rest(step, value[1], below[1])
        return step

    def _value_on_line(self, hit: LabelHit, start: int, end: int) -> tuple[int, int]:
        """Return the place of a value that stands apart from its label: it ends before a label, bar or button."""
        hits = marked_labels(self.text, start, end)
        stop = next((each.start for each in hits if each.start > start), end)
        if value_form(hit.label) == "title":
            tab = self.text.find("\t", start, stop)
            return start, self.values.trimmed(start, self.values.before_others(start, tab if tab > start else stop))
        apart = hit._replace(start=start, end=start, bracketed=None)
        value = self.values.place(apart, stop, end, whole=True, followed=stop < end)
        day = self.values.day_behind(hit.label, value[1], stop)
        value = (value[0], day[1]) if day is not None else value
        return value if value[0] < value[1] else (start, end)

    def _add_rest(self, step: Step, start: int, end: int) -> None:
        """Add what stands behind the value on its line."""
        if start >= end:
            return
        hits = marked_labels(self.text, start, end)
        for more in self.values.read(start, end, end, hits, Gap.BLANK):
            step.tokens = [*step.tokens, *more.tokens]
            step.found = [*step.found, *more.found]
            step.worth += more.worth

    def _value_below(self, index: int, hit: LabelHit) -> tuple[int, int] | None:
        """Return the place of the value on the line below a label; None where the label has none."""
        if index + 1 >= len(self.lines):
            return None
        start, end = self.lines[index + 1]
        bullet = PAGE.BULLET.match(self.text, start, end)
        if bullet and bullet.end() < end:
            start = bullet.end()
        if begins_with_label(self.text, start, end) or self.text.find("。", start, end) >= 0:
            return None
        value = self._value_on_line(hit, start, end)
        if not self._is_value(hit, *value) or (hit.marked and self._stands_apart(index, hit.label)):
            return None
        if not hit.marked and hit.label.field != "title" and self._is_title_below(index):
            return None
        return value

    def _rows(self, index: int, start: int, end: int, gap: Gap, heads: list[tuple[int, int]]) -> Step | None:
        """Read a row of labels and the row of their values below it, cells parted by tabs or bars."""
        lines, text = self.lines, self.text
        below = index + 1
        while below < len(lines) and PAGE.TABLE_RULE.fullmatch(text, *lines[below]):
            below += 1
        if below >= len(lines) or lines[below][1] - lines[below][0] > LONGEST:
            return None
        values = split_cells(text, *lines[below])
        hits = [is_label(text, *cell) for cell in heads]
        if len(heads) != len(values) or hits[0] is None or sum(hit is not None for hit in hits) * 2 <= len(hits):
            return None
        if any(is_label(text, *cell) for cell in values if cell[0] < cell[1]):
            return None
        found = [
            each
            for hit, head, value in zip(hits, heads, values, strict=True)
            if head[0] < head[1]
            for each in self._in_cell(hit, head, value)
        ]
        tokens = [
            Token("label", start, end, gap),
            *(Token("label", *lines[at], Gap.LINE) for at in range(index + 1, below + 1)),
        ]
        self.evidence.known, self.evidence.last = True, "label"
        step = Step(tokens, WORTH["label"] * len(heads), found)
        step.lines = below - index + 1
        return step

    def _cells(self, start: int, end: int, gap: Gap, cells: list[tuple[int, int]]) -> Step | None:
        """Read a row of a table: label, value, label, value, parted by tabs or bars."""
        text = self.text
        if len(cells) % 2:
            cells = [*cells, (end, end)]
        heads = [(is_label(text, *cell), cell) for cell in cells[::2]]
        if heads[0][0] is None:
            return None
        if any(hit is None and cell[0] < cell[1] and not PAGE.CELL_LABEL.fullmatch(text, *cell) for hit, cell in heads):
            return None
        found = [
            each
            for (hit, cell), value in zip(heads, cells[1::2], strict=True)
            for each in self._in_cell(hit, cell, value)
        ]
        self.evidence.known, self.evidence.last = True, "label"
        return Step([Token("label", start, end, gap)], WORTH["label"] * len(heads), found)

    def _in_cell(self, hit: re.Match[str] | None, head: tuple[int, int], value: tuple[int, int]) -> list[Found]:
        """Return what a cell gives for the label in another one; `hit` is the label, if it is a known one."""
        text = self.text
        start = value[0]
        words = text[slice(*value)]
        if head[0] >= head[1]:
            return []
        label = hit_of(hit) if hit else None
        if label and label.label.kind == "control":
            return []
        if not words or PAGE.NO_VALUE.fullmatch(words):
            name = label.label.words if label else "".join(text[slice(*head)].rstrip("：:").split())
            return [] if label and label.label.field else [Found("other", name, "", start, start)]
        if label:
            begin, stop = self._value_on_line(label, *value)
            rest = Step([], 0, [self.evidence.found(label, begin, stop)])
            self._add_rest(rest, stop, value[1])
            return list(rest.found)
        return [Found("other", "".join(text[slice(*head)].rstrip("：:").split()), words, *value)]

    def _stands_apart(self, index: int, label: Label) -> bool:
        """Say whether the line below a label with a colon is another thing than its value: the label is empty."""
        form = value_form(label)
        if form in _TELLING:
            return False
        lines, text = self.lines, self.text
        start, end = lines[index + 1]
        given = label.field in _NAMING
        if form != "title" and not given and is_full("".join(text[start:end].split())):
            return True
        begun = self.evidence.titles.over_lines(index + 1)
        if begun and (begun > 1 or form != "title") and not (given and self.evidence.alternates):
            return True
        if breaks_in(self.text, lines[index][1], start) < 2 or self.evidence.alternates:
            return False
        # A page that sets a value apart by a blank line does so with the next label, too.
        return index + 2 >= len(lines) or begins_with_label(text, *lines[index + 2]) is None

    def _is_title_below(self, index: int) -> bool:
        """Say whether the line below a label is a title: one that says so, or one no other label follows."""
        lines, text = self.lines, self.text
        start, end = lines[index + 1]
        if end - start > 120 or not PAGE.TITLE_LINE.fullmatch(text, start, end):
            return False
        if PAGE.TELLS_TITLE.search(text, start, end):
            return True
        return index + 2 >= len(lines) or begins_with_label(text, *lines[index + 2]) is None

    def _is_value(self, hit: LabelHit, start: int, end: int) -> bool:
        """Say whether a line can be the value of the label above it; an empty label may end in a colon."""
        text = self.text
        value = text[start:end]
        if len(value) > 100 or begins_with_label(text, start, end) or begins_outline(text, start, end):
            return False
        if "。" in value or value.endswith(tuple("：:；;")):
            return False
        if any(mark in value for mark in "，,") and PAGE.BODY_BEGINS.match(value):
            return False
        form = value_form(hit.label)
        if form == "date":
            return PAGE.DATE.match(value) is not None
        if form == "number":
            return PAGE.DOCUMENT_NUMBER.fullmatch(value) is not None
        if form == "code":
            return PAGE.INDEX_CODE.fullmatch(value) is not None
        if form == "title":
            return True
        return len(value) <= 40 and not (hit.marked and PAGE.TITLE_LINE.fullmatch(value))
