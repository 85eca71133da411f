"""What an indicator is: a figure of a report under the code of a codebook."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from lawreport_parser.frozen_model import FrozenModel, model
from lawreport_parser.numbers.limits import Qualifier
from lawreport_parser.numbers.model import EXACT_NUMBER
from lawreport_parser.spans import Span

__all__ = ["Indicator", "IndicatorTime"]

IndicatorTime = Literal["actual", "target"]


@model
class Indicator(FrozenModel):
    """A figure that speaks for the issuer as a whole and the whole period, under a code of the codebook.

    `value`, `high`, `unit` and `qualifier` are those of the quantity at `span`. `time` is `actual` where it tells of
    the year reviewed, `target` where it is meant for the year planned for.
    """

    code: str
    value: Annotated[Decimal, EXACT_NUMBER]
    high: Annotated[Decimal | None, EXACT_NUMBER]
    unit: str | None
    qualifier: Qualifier
    time: IndicatorTime
    span: Span
    section_id: str | None
