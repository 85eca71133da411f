"""Why a text is read as it is: every stage with what it saw, what was weighed, and the reasons in words.

Nothing here runs while a report is parsed. `explain_report` runs the stages anew, for whoever asks.
"""

from __future__ import annotations

from lawreport_parser.explain.model import (
    STAGES,
    CandidateRow,
    DecisionRow,
    Explanation,
    HeadingOutcome,
    HeadingRow,
    Language,
    LineRow,
    Outcome,
    PieceRow,
    Place,
    Reason,
    RoleRow,
    Row,
    SectionRow,
    Stage,
    StageName,
    TokenRow,
    Verdict,
    VerdictKind,
    WeighedMove,
)
from lawreport_parser.explain.places import offset_at
from lawreport_parser.explain.stages import explain_report

__all__ = [
    "STAGES",
    "CandidateRow",
    "DecisionRow",
    "Explanation",
    "HeadingOutcome",
    "HeadingRow",
    "Language",
    "LineRow",
    "Outcome",
    "PieceRow",
    "Place",
    "Reason",
    "RoleRow",
    "Row",
    "SectionRow",
    "Stage",
    "StageName",
    "TokenRow",
    "Verdict",
    "VerdictKind",
    "WeighedMove",
    "explain_report",
    "offset_at",
]
