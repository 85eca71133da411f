"""An explanation as text for people, in English or Chinese."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from lawreport_parser.explain.model import (
    CandidateRow,
    DecisionRow,
    Explanation,
    HeadingRow,
    Language,
    LineRow,
    PieceRow,
    Reason,
    RoleRow,
    SectionRow,
    StageName,
    TokenRow,
    WeighedMove,
)
from lawreport_parser.explain.words import BASES, DOUBTS, HEADINGS, LABELS, OUTCOMES, PLACES, TITLES, Words, brief
from lawreport_parser.spans import LineMap

__all__ = ["rendered"]

#: Reasons are broken into lines of so many columns.
_WIDTH: Final = 100


def rendered(explanation: Explanation, language: Language, stages: Sequence[StageName]) -> str:
    """Return the explanation as text; of its stages those named."""
    return "".join(f"{line}\n" for line in _Writer(explanation, language).lines(stages))


class _Writer:
    """Writes one explanation in one language."""

    def __init__(self, explanation: Explanation, language: Language) -> None:
        self.explanation = explanation
        self.language = language
        self.map = LineMap(explanation.text)
        self.depth = 0

    def lines(self, stages: Sequence[StageName]) -> Iterator[str]:
        """Yield the lines: the verdict on a place, if one was asked for, then stage by stage."""
        explanation = self.explanation
        if not explanation.same:
            yield self._said(LABELS["other sections"])
        verdict, begun = explanation.verdict, False
        if verdict is not None:
            said = verdict.chinese if self.language == "zh" else verdict.english
            yield f"{self._place(verdict.start)}  {brief(verdict.text)}  {said}"
        for stage in explanation.stages:
            if stage.name not in stages or (verdict is not None and not stage.rows):
                continue
            if verdict is None:
                yield from ["", self._said(TITLES[stage.name])] if begun else [self._said(TITLES[stage.name])]
                begun = True
            self.depth = 0
            for row in stage.rows:
                yield from (f"  {line}".rstrip() for line in _LINES_OF[type(row)](self, row))
            joined = sum(isinstance(row, LineRow) and row.joined for row in stage.rows)
            if joined:
                yield f"{'':6}{self._said(LABELS['joined'].of(joined))}"
            if not stage.rows:
                yield f"  {self._said(LABELS['empty'])}"

    def _said(self, words: Words) -> str:
        return words.said(self.language)

    def _place(self, offset: int) -> str:
        line, column = self.map.place(offset)
        return f"{line}:{column}"

    # --- rows

    def _line(self, row: LineRow) -> Iterator[str]:
        yield f"{row.number:>4}{'+' if row.joined else ' '} {brief(row.text)}"

    def _piece(self, row: PieceRow) -> Iterator[str]:
        fields = f"  [{', '.join(row.fields)}]" if row.fields else ""
        yield f"{self._place(row.start):>6}  {row.kind:9}  {brief(row.text)}{fields}"

    def _candidate(self, row: CandidateRow) -> Iterator[str]:
        told = [f"{row.style} {row.ordinal}" if row.suffix is None else f"{row.style} {row.ordinal}-{row.suffix}"]
        told.append(self._said(PLACES[row.place]))
        if row.doubt:
            told.append(self._said(DOUBTS[row.doubt].of(brief(row.read_as or ""))))
        around = {"previous": row.previous, "next": row.following, "awaited": row.awaited}
        links = [self._said(LABELS[name].of(self._place(start))) for name, start in around.items() if start is not None]
        told += links or [self._said(LABELS["no links"])]
        yield f"{self._place(row.start):>6}  {brief(row.text)}  {self._joined(told)}"

    def _decision(self, row: DecisionRow) -> Iterator[str]:
        head = f"{self._place(row.start):>6}  {brief(row.text)}  "
        if not row.moves:
            yield head + self._said(OUTCOMES[row.outcome])
            return
        taken, *others = row.moves
        section = f" [{self._said(LABELS['section'].of(row.section_id))}]" if row.section_id else ""
        plain = f" ({self._said(LABELS['plain'])})" if row.plain else ""
        yield f"{head}{self._move(taken)}{section}{plain}: {_signed(taken.weight)}"
        yield from self._reasons(taken.reasons)
        if others:
            yield f"{'':8}{self._said(LABELS['else'].of(self._move(others[0])))}: {_signed(others[0].weight)}"
            yield from self._reasons(others[0].reasons)

    def _move(self, move: WeighedMove) -> str:
        return move.chinese if self.language == "zh" else move.english

    def _heading(self, row: HeadingRow) -> Iterator[str]:
        section = f" [{self._said(LABELS['section'].of(row.section_id))}]" if row.section_id else ""
        outcome = self._said(HEADINGS[row.outcome])
        yield f"{self._place(row.start):>6}  {brief(row.text)}  {outcome}{section}: {_signed(row.weight)}"
        yield from self._reasons(row.reasons)

    def _reasons(self, reasons: Sequence[Reason]) -> Iterator[str]:
        told = [
            f"{_signed(each.weight)} {each.chinese if self.language == 'zh' else each.english}"
            for each in reasons
            if each.weight
        ]
        line = ""
        for at, clause in enumerate(told):
            clause += self._mark if at + 1 < len(told) else ""
            if line and _columns(line) + _columns(clause) > _WIDTH - 12:
                yield f"{'':10}{line.rstrip()}"
                line = ""
            line += clause
        if line:
            yield f"{'':10}{line.rstrip()}"

    def _token(self, row: TokenRow) -> Iterator[str]:
        self.depth -= row.type == "CLOSE"
        yield f"{'  ' * max(0, self.depth)}{row.type}  {brief(row.text)}"
        self.depth += row.type == "OPEN"

    def _section(self, row: SectionRow) -> Iterator[str]:
        heading = self._said(LABELS["no heading"]) if row.heading is None else brief(row.heading)
        yield f"{row.id:8}  {brief(row.marker)} {heading}".rstrip()

    def _role(self, row: RoleRow) -> Iterator[str]:
        roles = ", ".join(row.roles) or self._said(LABELS["no role"])
        basis = f"  {self._said(BASES[row.basis])}" if row.basis in BASES else ""
        yield f"{row.id:8}  {roles}{basis}"

    @property
    def _mark(self) -> str:
        return "；" if self.language == "zh" else "; "

    def _joined(self, told: Sequence[str]) -> str:
        return self._mark.join(told)


_LINES_OF: Final[dict[type, Callable[[_Writer, Any], Iterator[str]]]] = {
    LineRow: _Writer._line,
    PieceRow: _Writer._piece,
    CandidateRow: _Writer._candidate,
    DecisionRow: _Writer._decision,
    HeadingRow: _Writer._heading,
    TokenRow: _Writer._token,
    SectionRow: _Writer._section,
    RoleRow: _Writer._role,
}


def _signed(weight: int) -> str:
    return f"{weight:+d}" if weight else "0"


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
