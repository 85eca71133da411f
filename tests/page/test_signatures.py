"""Signatures in all their forms: whatever the form, organisation and date are never items of the last part."""

from __future__ import annotations

import pytest

from lawreport_parser import parse

HEAD = "柳溪县2023年度法治政府建设工作报告\n\n2023年，我县推进依法行政。现报告如下：\n"
BODY = """一、主要举措和成效
（一）学习法律。学习八次。
（二）规范执法。抽查百件。
二、下一步工作打算
一是强化培训。办班四期。
二是完善制度。修订办法。
"""
DATES = {
    "2024年1月15日": "2024-01-15",
    "2024年1月15号": "2024-01-15",
    "2024年元月15日": "2024-01-15",
    "二〇二四年元月十五日": "2024-01-15",
    "二○二四年一月十五日": "2024-01-15",
    "2024年1月15日（印章）": "2024-01-15",
    "二〇二四年一月十五日（印章）": "2024-01-15",
    "2024年1月15日星期一": "2024-01-15",
    "2024年1月15日（星期一）": "2024-01-15",
    "2024年1月  日": "None",
    "2024年1月　　日": "None",
    "2024年元月": "None",
    "2024.1.15": "2024-01-15",
    "2024年1月15号（公章）": "2024-01-15",
    "2024年01月15日 周一": "2024-01-15",
    "2024  年  1  月  15  日": "2024-01-15",
    "二〇二四 年 一 月 十五 日": "2024-01-15",
    "2 0 2 4 年 1 月 1 5 日": "2024-01-15",
    "2024年1月1日 10时": "2024-01-01",
    "2024-1-1 10:30": "2024-01-01",
    "二〇二四年元月廿五日": "2024-01-25",
    "二〇二四年一月卅日": "2024-01-30",
    "2024年一月15日": "2024-01-15",
    "2024年1月15曰": "2024-01-15",
    "2024年1月15日。": "2024-01-15",
    "2024年1月15日（此页无正文）": "2024-01-15",
    "2024年1月15日制": "2024-01-15",
    "2024年  月  日": "None",
    "二〇二四年一月　　日": "None",
    "2024年1月____日": "None",
    "2024年2月30日": "None",
    "元月15日": "None",
    "1月15日（星期一）": "None",
    "（2024年1月15日）": "2024-01-15",
}


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("name", ["柳溪县人民政府", "柳溪县人民政府（盖章）", "中共柳溪县委\n柳溪县人民政府"])
@pytest.mark.parametrize("foot", ["", "【打印】【关闭】\n", "（此件公开发布）\n"])
def test_organisation_and_date_are_no_items(name: str, date: str, foot: str) -> None:
    report = parse(f"{HEAD}{BODY}\n{name}\n{date}\n{foot}")
    assert report.signature is not None
    assert report.signature.issuer == name.replace("\n", "").removesuffix("（盖章）")
    assert str(report.signature.date) == DATES[date]
    assert [each.text for each in report.plans] == ["一是强化培训。办班四期。", "二是完善制度。修订办法。"]
    assert report.closing == []


@pytest.mark.parametrize("date", ["2024年1月15日", "2024年元月15号", "二〇二四年元月十五日"])
@pytest.mark.parametrize("gap", ["", " ", "　"])
def test_on_one_line_too(date: str, gap: str) -> None:
    report = parse(f"{HEAD}{BODY}".replace("\n", "") + f"{gap}柳溪县人民政府{gap}{date}")
    assert report.signature is not None
    assert (report.signature.issuer, str(report.signature.date)) == ("柳溪县人民政府", "2024-01-15")
    assert report.plans[-1].text == "二是完善制度。修订办法。"


@pytest.mark.parametrize("date", [date for date, day in DATES.items() if day == "None"])
def test_a_date_that_is_no_day_is_named(date: str) -> None:
    report = parse(f"{HEAD}{BODY}\n柳溪县人民政府\n{date}\n")
    named = [each for each in report.diagnostics if each.code in ("invalid-date", "impossible-date")]
    assert [each.span.of(report.text) for each in named] == [date]


@pytest.mark.parametrize("notice", ["（此页无正文）", "(本页无正文)"])
def test_a_page_without_text_is_no_text(notice: str) -> None:
    report = parse(f"{HEAD}{BODY}\n{notice}\n柳溪县人民政府\n2024年1月15日\n")
    assert report.signature is not None
    assert [each.text for each in report.plans] == ["一是强化培训。办班四期。", "二是完善制度。修订办法。"]


@pytest.mark.parametrize(
    "last",
    [
        "三是2024年1月15日前完成整改",
        "三是推进公开，时间为元月15日",
        "3. 完成时间：2024年1月15日",
        "1月15日",
        "2024年1月15日。",
        "上述工作于2024年12月底前完成",
        "三是走访柳溪县司法局\n1月15日",
        "柳溪县司法局\n3月\n柳溪县财政局\n4月",
        "柳溪县司法局\n1月15日\n柳溪县财政局\n1月16日",
        "单位\n日期\n柳溪县司法局\n1月15日\n柳溪县财政局\n1月16日",
    ],
)
def test_the_last_words_of_the_text_stay_text(last: str) -> None:
    report = parse(f"{HEAD}{BODY}{last}\n")
    assert report.signature is None
    assert not report.furniture


def test_a_person_who_signs_is_no_issuer() -> None:
    report = parse(f"{HEAD}{BODY}\n县长　林远舟\n2024年1月15日\n")
    assert report.signature is not None
    assert report.signature.issuer is None
    assert report.header.issuer != "县长林远舟"


def test_a_seal_above_the_date_names_who_signs() -> None:
    report = parse(f"{HEAD}{BODY}\n（柳溪县人民政府印章）\n2024年1月15日\n")
    assert report.signature is not None
    assert (report.signature.issuer, str(report.signature.date)) == ("柳溪县人民政府", "2024-01-15")
