"""A report with region, subjects and indicators, whatever the library finds: for what shows and writes them."""

from __future__ import annotations

import dataclasses

from lawreport_parser import Indicator, Report, Span, parse
from lawreport_parser.numbers import Subject
from lawreport_parser.regions import Region

TEXT = """白鹭县人民政府2024年法治政府建设情况报告
一、主要成效
全县受理行政复议案件53件，审结49件。地区生产总值5.2亿元，增长5.4%。
二、下一步打算
2025年，地区生产总值增长5%至6%。
"""
REGION = Region("990001", "白鹭县", "county", ["某省", "某市", "白鹭县"], None)


def _indicator(report: Report, words: str, code: str, time: str) -> Indicator:
    found = next(each for each in report.quantities if each.text == words)
    return Indicator(
        code, found.value, found.high, found.unit, found.qualifier, time, found.span, found.section_id  # type: ignore[arg-type]
    )  # fmt: skip


def compared_report() -> Report:
    """Return the report on `TEXT` with all that makes it comparable."""
    read = parse(TEXT)
    evidence = {**read.header.evidence, "region": Span(0, 3)}
    report = read.model_copy(update={"header": read.header.model_copy(update={"region": REGION, "evidence": evidence})})
    subject = Subject("地区生产总值", Span(TEXT.index("地区生产总值"), TEXT.index("地区生产总值") + 6))
    figures = read._figures
    report._kept["figures"] = dataclasses.replace(
        figures,
        quantities=[
            each.model_copy(update={"subject": subject if each.text == "5.4%" else None}) for each in figures.quantities
        ],
    )
    report._kept["indicators"] = [
        _indicator(report, "53件", "reconsideration.accepted", "actual"),
        _indicator(report, "49件", "reconsideration.concluded", "actual"),
        _indicator(report, "5.4%", "macro.gdp_growth", "actual"),
        _indicator(report, "5%至6%", "macro.gdp_growth", "target"),
    ]
    return report
