"""Two reports of one issuer held against each other: what became of the plans, which problems recur, what changed.

The package is named for what it makes, since `lawreport_parser.compare` is the function.
"""

from __future__ import annotations

from lawreport_parser.comparison.comparing import compare, compare_years
from lawreport_parser.comparison.model import (
    COMPARISON_VERSION,
    ComparedReport,
    Comparison,
    DifferenceQualifier,
    IndicatorChange,
    Link,
    Note,
    NoteCode,
    PlanOutcome,
    PlanStatus,
    ProblemOutcome,
    ProblemStatus,
    SectionMatch,
    SectionPlace,
    SectionStatus,
)

__all__ = [
    "COMPARISON_VERSION",
    "ComparedReport",
    "Comparison",
    "DifferenceQualifier",
    "IndicatorChange",
    "Link",
    "Note",
    "NoteCode",
    "PlanOutcome",
    "PlanStatus",
    "ProblemOutcome",
    "ProblemStatus",
    "SectionMatch",
    "SectionPlace",
    "SectionStatus",
    "compare",
    "compare_years",
]
