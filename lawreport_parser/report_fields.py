"""The fields of a report: those that `parse` makes, and with them those that are computed, as JSON holds them."""

from __future__ import annotations

from dataclasses import KW_ONLY, field
from typing import Annotated, Any, ClassVar, Final

from lawreport_parser.field_checks import Computed
from lawreport_parser.frozen_model import FrozenModel, model
from lawreport_parser.indicators.model import Indicator
from lawreport_parser.model import Diagnostic, Header, Item, Paragraph, Passage, Section, Segment, Signature, Source
from lawreport_parser.numbers.model import Citation, DateMention, Quantity
from lawreport_parser.spans import OffsetUnit

__all__ = ["COMPUTED", "SCHEMA_VERSION", "ReportFields", "WrittenReport"]

#: Version of the JSON form: readers refuse another major number.
SCHEMA_VERSION: Final = "1.4"


@model
class ReportFields(FrozenModel):
    """What a `Report` is made of. `docs/reference/model.md` tells of every field."""

    __pydantic_config__: ClassVar[Any] = {**FrozenModel.__pydantic_config__, "title": "Report"}

    _: KW_ONLY
    schema_version: str = SCHEMA_VERSION
    offset_unit: OffsetUnit = "codepoint"
    text: str
    header: Header
    preamble: list[Paragraph]
    sections: list[Section]
    closing: list[Paragraph]
    passages: list[Passage] = field(default_factory=list)
    signature: Signature | None
    source: Source | None = None
    page: list[Segment]
    furniture: list[Paragraph]
    diagnostics: list[Diagnostic]


@model
class WrittenReport(ReportFields):
    """A report as read. See `docs/reference/model.md` for every field.

    `page` holds the pieces of the page that are neither outline nor furniture: metadata, titles, addressee.
    `source` says what file the text comes from, where it comes from one. `offset_unit` says what spans count: code
    points, save in JSON that was asked for in another unit.
    """

    _: KW_ONLY
    achievements: Annotated[list[Item], Computed("What was done (主要举措和成效).")]
    problems: Annotated[list[Item], Computed("What is lacking (存在的不足和原因).")]
    responsibility: Annotated[
        list[Item],
        Computed("What the leaders did in person (党政主要负责人履行推进法治建设第一责任人职责的情况)."),
    ]
    plans: Annotated[list[Item], Computed("What comes next (下一年度的主要安排).")]
    quantities: Annotated[list[Quantity], Computed("The quantities of the text, with the section each stands in.")]
    dates: Annotated[list[DateMention], Computed("The dates of the text, with the section each stands in.")]
    citations: Annotated[
        list[Citation], Computed("The documents that the text cites, with the section each stands in.")
    ]
    indicators: Annotated[list[Indicator], Computed("The figures that the codebook names, for comparing reports.")]


#: The fields that are computed from the others when they are first looked at.
COMPUTED: Final = tuple(name for name in WrittenReport.model_fields if name not in ReportFields.model_fields)
