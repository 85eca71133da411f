"""Why a text is read as it is: every stage with what it saw, what was weighed, and the reasons in words.

Nothing here runs while a report is parsed. `explain_report` runs the stages anew, for whoever asks.
"""

from __future__ import annotations

from lawreport_parser.explain.model import (
    STAGES,
    CandidateRow,
    DecisionRow,
    Explanation,
    HeadingRow,
    LineRow,
    PieceRow,
    Reason,
    RoleRow,
    SectionRow,
    Stage,
    TokenRow,
    Verdict,
    WeighedMove,
)
from lawreport_parser.explain.places import offset_at
from lawreport_parser.explain.stages import explain_report

__all__ = [
    "STAGES",
    "CandidateRow",
    "DecisionRow",
    "Explanation",
    "HeadingRow",
    "LineRow",
    "PieceRow",
    "Reason",
    "RoleRow",
    "SectionRow",
    "Stage",
    "TokenRow",
    "Verdict",
    "WeighedMove",
    "explain_report",
    "offset_at",
]
