"""What a file says of itself outside its text: titles with the name of the site, dates as software writes them."""

from __future__ import annotations

from datetime import date as D  # noqa: N812

import pytest

from lawreport_parser import Report, parse_bytes

BODY = "<p>我局开展工作。</p><p>一、主要成效</p><p>（一）学法。学习八次。</p><p>（二）执法。抽查百件。</p>"
TITLE = "青川市水利局2022年法治政府建设情况报告"


def page(top: str = "", **meta: str) -> Report:
    elements = "".join(f'<meta name="{name}" content="{value}">' for name, value in meta.items())
    return parse_bytes(f'<html><head><meta charset="utf-8">{elements}</head><body>{top}{BODY}</body></html>'.encode())


def codes(report: Report) -> list[str]:
    return [each.code for each in report.diagnostics if each.code in ("metadata-conflict", "invalid-date")]


@pytest.mark.parametrize("behind", ["", "_青川市政府网站", " - 青川市政府门户网"])
def test_a_title_outside_gives_year_and_issuer_without_the_name_of_the_site(behind: str) -> None:
    header = page(ArticleTitle=TITLE + behind).header
    assert (header.title, header.issuer, header.year) == (TITLE, "青川市水利局", 2022)
    assert "title" not in header.evidence
    assert "year" not in header.evidence


@pytest.mark.parametrize(
    "written",
    [
        "2024-01-30 09:00",
        "20240130",
        "20240130090000",
        "Tue Jan 30 09:00:00 CST 2024",
        "Tue, 30 Jan 2024 09:00:00 +0800",
        "Jan 30, 2024",
        "2024年1月30日",
    ],
)
def test_dates_of_software(written: str) -> None:
    report = page(PubDate=written)
    assert report.header.published_date == D(2024, 1, 30)
    assert codes(report) == []


@pytest.mark.parametrize("written", ["soon", "20241399", "Tue Xxx 30 09:00:00 CST 2024"])
def test_what_is_no_date_is_told(written: str) -> None:
    report = page(PubDate=written)
    assert report.header.published_date is None
    assert report.header.other["发布日期"] == written
    assert codes(report) == ["invalid-date"]


def test_dates_that_disagree_are_told_and_that_of_the_text_taken() -> None:
    report = page("<p>发布时间：2024-02-01</p>", PubDate="2024-01-30")
    assert report.header.published_date == D(2024, 2, 1)
    assert codes(report) == ["metadata-conflict"]
    assert codes(page("<p>发布时间：2024-01-30</p>", PubDate="2024-01-30")) == []


def test_a_source_outside_loses_its_label() -> None:
    assert page(ContentSource="来源：青川市司法局").header.source == "青川市司法局"
