"""Indicators: figures of a report that a codebook names, so that they can be compared across reports.

>>> from lawreport_parser import parse
>>> report = parse("一、主要成效\\n全年受理行政复议案件53件，审结49件。")
>>> [(each.code, int(each.value)) for each in report.indicators]
[('reconsideration.accepted', 53), ('reconsideration.concluded', 49)]
"""

from __future__ import annotations

from lawreport_parser.indicators.codebook import Codebook, CodebookEntry
from lawreport_parser.indicators.model import Indicator, IndicatorTime
from lawreport_parser.indicators.reading import find_indicators

__all__ = ["Codebook", "CodebookEntry", "Indicator", "IndicatorTime", "find_indicators"]
