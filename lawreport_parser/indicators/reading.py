"""Finds the indicators of a report: which figures a codebook names, and for which year they speak."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from lawreport_parser.indicators.model import Indicator
from lawreport_parser.model import Diagnostic, Header, Passage, Section
from lawreport_parser.numbers.model import Quantity

__all__ = ["ReadReport", "conflicts", "find_indicators"]


class ReadReport(Protocol):
    """What is asked of a `Report`."""

    @property
    def text(self) -> str: ...
    @property
    def header(self) -> Header: ...
    @property
    def sections(self) -> list[Section]: ...
    @property
    def passages(self) -> list[Passage]: ...
    @property
    def quantities(self) -> list[Quantity]: ...


def find_indicators(report: ReadReport) -> list[Indicator]:  # noqa: ARG001
    """Return the indicators of a report, in the order of the text."""
    return []


def conflicts(indicators: Sequence[Indicator]) -> list[Diagnostic]:  # noqa: ARG001
    """Return a diagnostic for each code that has several values for the same time."""
    return []
