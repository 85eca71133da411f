"""`Explanation`: the stages of the reading of a text, each with rows of what it saw."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final, Literal, get_args

from lawreport_parser.model import RoleBasis

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
]

Language = Literal["en", "zh"]
#: In the order in which a text passes through them.
StageName = Literal["lines", "page", "candidates", "decisions", "headings", "tokens", "tree", "roles"]
STAGES: Final[tuple[StageName, ...]] = get_args(StageName)

#: How good a place for a marker is: a line start, behind a sentence, behind a comma, quote or gap, amid words.
Place = Literal["line", "sentence", "clause", "word"]
#: What became of a candidate: a member of an open series, the first of a new one, text; or it was not weighed, for it
#: stands in a table of contents or the like, or within a marker.
Outcome = Literal["continue", "open", "text", "announced", "covered", "deep"]
#: What became of a line that looks like a heading without marker: one; or it weighs too little, is too long, comes
#: again below a table of contents, heads nothing, is beside a line that is none after all, or too deep for a section.
HeadingOutcome = Literal["heading", "light", "long", "contents", "heads_nothing", "neighbour", "deep"]
#: What stands at a place: a marker; a line that is a heading without one, or only looks like such a line; what looks
#: like a marker and is weighed as text, belongs to an announcement, lies within another one, is hidden in a name,
#: quotation or remark, or has the form in a place that excludes it; what looks like no marker; or no text of the report
#: at all, but of the page around it.
VerdictKind = Literal[
    "marker", "heading", "no_heading", "refused", "announced", "covered", "hidden", "excluded", "nothing", "page"
]


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of the text that is not blank, without the white space around it; `number` counts all lines from 1.

    `joined`: it is a row that continues the one above, in a text that is broken at one width.
    """

    number: int
    start: int
    end: int
    text: str
    joined: bool


@dataclass(frozen=True, slots=True)
class PieceRow:
    """A piece of the page: its kind, and the fields of the header whose values were found in it."""

    kind: str
    start: int
    end: int
    text: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """What looks like a marker: its place, what speaks against it, and its links to others, by where they start.

    `previous` and `following` are its neighbours in the chain of its style, `awaited` a bare 是 where the next one is
    due, `strength` how many well placed ones follow without a gap, itself counted. `doubt` is empty, or says what it
    may be else: a `word`, a `figure`, part of a `sentence`; or that a scan was `misread`: `read_as` is then the marker
    that it was taken for, else null.
    """

    number: int
    start: int
    end: int
    text: str
    style: str
    ordinal: int
    suffix: int | None
    place: Place
    doubt: str
    read_as: str | None
    previous: int | None
    following: int | None
    awaited: int | None
    strength: int


@dataclass(frozen=True, slots=True)
class Reason:
    """A feature of the evidence, what it weighs (for the candidate's class of style), and a clause that tells it."""

    feature: str
    weight: int
    english: str
    chinese: str


@dataclass(frozen=True, slots=True)
class WeighedMove:
    """What a candidate may become, what that weighs, and why, the weightiest reason first; text weighs nothing.

    `marker` is the start of the marker that it goes on from, or under which its series opens; None for text, and where
    the series is outermost.
    """

    kind: Literal["continue", "open", "text"]
    marker: int | None
    weight: int
    reasons: tuple[Reason, ...]
    english: str
    chinese: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What became of the candidate with that `number`, and why.

    `moves` are what it could become, first the one that was taken, then the others, the heaviest first; `left_out`
    counts those that are lighter still. `plain`: the move was clear and needed no weighing. `section_id` is that of
    the section which the marker opens.
    """

    number: int
    start: int
    end: int
    text: str
    outcome: Outcome
    plain: bool
    section_id: str | None
    moves: tuple[WeighedMove, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A line with the shape of a heading without marker, what became of it, and why, the weightiest reason first.

    `weight` is that of the `reasons`, which end where its outcome was settled. `section_id` and `depth` (1 is
    outermost) are those of the section that it heads, else null.
    """

    start: int
    end: int
    text: str
    outcome: HeadingOutcome
    section_id: str | None
    depth: int | None
    weight: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token of `grammar/report.lark`: of OPEN and CLOSE, which have no text, `start` and `end` are the same."""

    type: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section of the tree; `heading` is null where it has none."""

    id: str
    depth: int
    start: int
    end: int
    marker: str
    heading: str | None


@dataclass(frozen=True, slots=True)
class RoleRow:
    """The roles of a section, and what gave them."""

    id: str
    start: int
    end: int
    roles: tuple[str, ...]
    basis: RoleBasis | None


Row = LineRow | PieceRow | CandidateRow | DecisionRow | HeadingRow | TokenRow | SectionRow | RoleRow


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the reading and its rows, in the order of the text."""

    name: StageName
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What stands at a place of the text, and why it is a marker or a heading, or is none.

    `start` and `end` are the bounds of what the verdict is on: the candidate, the line that looks like a heading, the
    name that hides it, the place alone.
    """

    kind: VerdictKind
    start: int
    end: int
    text: str
    english: str
    chinese: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a text, a section of it, or a place in it was read.

    `stages` are all of them, in their order; for a place, the candidates, decisions and headings there. `verdict` is
    on that place, else None. `same` is False where the text, read anew, has other sections than the report: it was read
    with another lexicon, or by another version. `str()` gives the text in English.
    """

    text: str
    section_id: str | None
    verdict: Verdict | None
    same: bool
    stages: tuple[Stage, ...]

    def __str__(self) -> str:
        return self.to_text()

    def stage(self, name: StageName) -> Stage:
        """Return the stage of this name; `KeyError` if it is not among those explained."""
        for stage in self.stages:
            if stage.name == name:
                return stage
        raise KeyError(name)

    def to_text(self, *, language: Language = "en", stages: Sequence[StageName] = STAGES) -> str:
        """Return the explanation for people, in English or Chinese; `stages` are those to be shown."""
        from lawreport_parser.explain.rendering import rendered

        return rendered(self, language, stages)

    def to_json(self, *, indent: int | None = None, stages: Sequence[StageName] = STAGES) -> str:
        """Return the explanation as JSON, without the text itself; `stages` are those to be written."""
        document = {
            "section_id": self.section_id,
            "verdict": asdict(self.verdict) if self.verdict else None,
            "same": self.same,
            "stages": [asdict(stage) for stage in self.stages if stage.name in stages],
        }
        return json.dumps(document, ensure_ascii=False, indent=indent)
