"""What the reading of numbers finds wrong in a text, for the caller to turn into diagnostics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lawreport_parser.spans import Span

__all__ = ["NumberProblem", "NumberProblemCode"]

NumberProblemCode = Literal["impossible-date", "unbalanced-document-number", "unread-figure", "unread-table"]


@dataclass(frozen=True, slots=True)
class NumberProblem:
    """A defect: an impossible date or a range that runs backwards, a document number with a lost bracket, a figure that
    is not read for sure, or a table with figures whose unit or year is not known.

    `text` is what stands at `span`.
    """

    code: NumberProblemCode
    text: str
    span: Span
