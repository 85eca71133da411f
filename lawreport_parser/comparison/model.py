"""What a comparison of two reports is: the outcome of each plan and problem, changes of indicators, sections matched.

All models are frozen. Spans of a plan, a problem or an earlier section are places in the text of the earlier report;
those of links and later sections are places in the text of the later one.
"""

from __future__ import annotations

from dataclasses import KW_ONLY
from decimal import Decimal
from typing import Annotated, Final, Literal

from lawreport_parser.frozen_model import FrozenModel, model
from lawreport_parser.indicators.model import Indicator
from lawreport_parser.lexicon import Role
from lawreport_parser.model import Item, Severity
from lawreport_parser.numbers.model import EXACT_NUMBER
from lawreport_parser.report_json import with_surrogates_escaped
from lawreport_parser.spans import Span

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
]

#: Version of the JSON form of a comparison: readers refuse another major number.
COMPARISON_VERSION: Final = "1.1"

PlanStatus = Literal["done", "again", "silent"]
ProblemStatus = Literal["again", "mended", "silent"]
#: How sure a difference is: exact, or only about so much, or a bound of it (under: less than so much).
DifferenceQualifier = Literal["exact", "about", "over", "at_least", "under", "at_most"]
SectionStatus = Literal["aligned", "new", "gone"]
NoteCode = Literal[
    "unknown-issuer",
    "other-issuer",
    "unknown-year",
    "years-apart",
    "wrong-order",
    "same-year",
    "same-report",
    "no-report",
    "no-plans",
    "no-review",
    "unclear-indicator",
]


@model
class Link(FrozenModel):
    """A place of the later report that tells of a plan or problem of the earlier one.

    `text` is what stands at `span`: a section with its own text, a paragraph, or an item. `closest` is the sentence in
    it that has a figure of the plan, else the nearest. `score` is between 0 (nothing in common) and 1; below 0.5 no
    link is claimed.
    """

    span: Span
    section_id: str | None
    text: str
    closest: Span
    score: float


@model
class PlanOutcome(FrozenModel):
    """What became of a plan.

    `done`: the later report tells of it where it looks back, at `links`. `again`: it does not, and plans it anew, at
    `links`. `silent`: neither is likely enough; there are no links. Whatever the status, `not_done` is the place whose
    nearest sentence says that something was not, or not yet, carried out (未能建成, 尚未完成, 推迟); null without one.
    """

    plan: Item
    status: PlanStatus
    links: list[Link]
    not_done: Link | None = None


@model
class ProblemOutcome(FrozenModel):
    """What became of a problem.

    `again`: the later report names it anew, at `links`. `mended`: it does not, and tells at `links` what was done on
    it. `silent`: neither is likely enough; there are no links.
    """

    problem: Item
    status: ProblemStatus
    links: list[Link]


@model
class IndicatorChange(FrozenModel):
    """The figures of one indicator in both reports; null where a report has none, or several.

    All are of the same `unit`, or of units that count the same things (起, 件), and it is the codebook's.
    `earlier` and `later` are those of the years reviewed, `target` is what the earlier report set for the later year
    (null where it planned for another).
    `difference` is later less earlier, in percentage points where the unit is %; `change_percent` is that in % of the
    earlier figure, to two decimals, null where the unit is %, ‰ or 百分点, or the earlier figure is not above zero.
    `against_target` is the later figure less the target; `met` says whether it keeps a target that is a limit (at
    least, at most, over) or a range, and is null for others. Figures that are ranges have no differences.
    `difference_qualifier` says how sure `difference` and `change_percent` are, since a figure may be a bound: 2356 less
    over 2500 is under -144. Where the words leave it open (over 50 less over 40) there is no difference. So does
    `against_target_qualifier`; there a target that is a limit counts as that limit.
    """

    code: str
    unit: str | None
    earlier: Indicator | None
    target: Indicator | None
    later: Indicator | None
    difference: Annotated[Decimal | None, EXACT_NUMBER]
    change_percent: Annotated[Decimal | None, EXACT_NUMBER]
    against_target: Annotated[Decimal | None, EXACT_NUMBER]
    met: bool | None
    difference_qualifier: DifferenceQualifier | None = None
    against_target_qualifier: DifferenceQualifier | None = None


@model
class SectionPlace(FrozenModel):
    """A section of one of the reports: its id there, its title (the heading, else the first clause), roles and span."""

    id: str
    title: str
    roles: list[Role]
    span: Span


@model
class SectionMatch(FrozenModel):
    """A section of both reports (`aligned`), of the later one alone (`new`), or of the earlier one alone (`gone`).

    `score` is 1 for the same heading, else what the texts have in common; null where there is only one section.
    """

    status: SectionStatus
    earlier: SectionPlace | None
    later: SectionPlace | None
    score: float | None


@model
class ComparedReport(FrozenModel):
    """Which report was compared: what its page says of it, the name of its file, and the length of its text."""

    title: str | None
    issuer: str | None
    year: int | None
    name: str | None
    length: int


@model
class Note(FrozenModel):
    """Something a reader of the comparison should know. `message` is in English, then in Chinese."""

    code: NoteCode
    severity: Severity
    message: str


@model
class Comparison(FrozenModel):
    """Two reports of one issuer held against each other. See `docs/use/compare.md` for every field."""

    _: KW_ONLY
    schema_version: str = COMPARISON_VERSION
    earlier: ComparedReport
    later: ComparedReport
    plans: list[PlanOutcome]
    problems: list[ProblemOutcome]
    indicators: list[IndicatorChange]
    sections: list[SectionMatch]
    notes: list[Note]

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the comparison as JSON (see `docs/schema/comparison-1.schema.json`); `model_validate_json` reads it.

        Lone surrogates of the texts are escaped; `json.loads` and `model_validate` read such a comparison.
        """
        from pydantic_core import PydanticSerializationError

        try:
            return self.model_dump_json(indent=indent)
        except PydanticSerializationError:
            return with_surrogates_escaped(self.model_dump(mode="json"), indent)
