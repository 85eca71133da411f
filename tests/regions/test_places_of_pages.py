"""`header.region` of whole pages: with the place in the text, or a diagnostic."""

from __future__ import annotations

import time

import pytest

from lawreport_parser import Report, parse
from lawreport_parser.regions import find_region
from lawreport_parser.regions.divisions import divisions

BODY = """
一、主要举措和成效
（一）加强组织领导。召开会议4次。
（二）规范行政执法。开展检查12次。
二、存在的不足
一是队伍力量不足。
三、下一年度的主要安排
（一）加强培训。
"""


def page(title: str, issuer: str = "", number: str = "", before: str = "", year: int = 2023) -> Report:
    head = f"文号：{number}\n" if number else ""
    signed = f"\n{issuer}\n{year + 1}年1月20日\n" if issuer else "\n"
    return parse(f"{head}{title}\n\n{before}{BODY}{signed}")


def named(report: Report) -> str | None:
    span = report.header.evidence.get("region")
    return report.text[span.start : span.end] if span is not None else None


def test_the_issuer_gives_the_place_and_the_span_is_its_words() -> None:
    report = page("南通市海门区司法局2023年法治政府建设年度报告", "南通市海门区司法局")
    region = report.header.region
    assert region is not None
    assert (region.code, region.name, region.level, region.organ) == ("320614", "海门区", "county", "司法局")
    assert region.path == ["江苏省", "南通市", "海门区"]
    assert named(report) == "南通市海门区"


def test_blanks_between_the_letters_of_a_signature_are_no_part_of_a_name() -> None:
    report = page("2023年法治政府建设年度报告", "安 阳 县 人 民 政 府")
    assert report.header.region is not None
    assert report.header.region.code == "410522"
    assert named(report) == "安 阳 县"


def test_the_year_of_the_report_chooses_the_code() -> None:
    old = page("公主岭市人民政府2018年法治政府建设情况报告", "公主岭市人民政府", year=2018).header.region
    new = page("公主岭市人民政府2022年法治政府建设情况报告", "公主岭市人民政府", year=2022).header.region
    assert old is not None
    assert new is not None
    assert (old.code, new.code) == ("220381", "220184")


def test_the_title_gives_the_place_where_nobody_signs() -> None:
    report = page("关于安阳县2023年度法治政府建设情况的报告")
    assert report.header.region is not None
    assert report.header.region.code == "410522"
    assert report.header.region.organ is None
    assert named(report) == "安阳县"


def test_a_name_of_several_places_is_left_open_with_a_diagnostic() -> None:
    report = page("鼓楼区人民政府2023年法治政府建设年度报告", "鼓楼区人民政府")
    assert report.header.region is None
    assert "region" not in report.header.evidence
    [diagnostic] = [each for each in report.diagnostics if each.code == "ambiguous-region"]
    assert report.text[diagnostic.span.start : diagnostic.span.end] == "鼓楼区"
    for city in ("南京市", "徐州市", "福州市", "开封市"):
        assert city in diagnostic.message


@pytest.mark.parametrize(
    ("number", "before", "code"),
    [
        ("徐鼓政发〔2024〕3号", "", "320302"),
        ("", "2023年，在福州市委的坚强领导下，全区法治政府建设取得新成效。", "350102"),
        ("", "2023年，我区赴南京市学习。", None),
    ],
)
def test_the_page_tells_which_of_several_places(number: str, before: str, code: str | None) -> None:
    report = page("鼓楼区人民政府2023年法治政府建设年度报告", "鼓楼区人民政府", number, before)
    region = report.header.region
    assert (region.code if region is not None else None) == code
    assert any(each.code == "ambiguous-region" for each in report.diagnostics) == (code is None)


@pytest.mark.parametrize("issuer", ["石湾县人民政府", "青山省石湾市司法局", "司法部", "县长王某"])
def test_invented_places_organs_of_the_state_and_persons_have_none_and_no_diagnostic(issuer: str) -> None:
    report = page(f"{issuer}2023年法治政府建设年度报告", issuer)
    assert report.header.region is None
    assert all(each.code != "ambiguous-region" for each in report.diagnostics)


def test_a_region_survives_json() -> None:
    report = page("海门区悦来镇人民政府2023年法治政府建设年度报告", "海门区悦来镇人民政府")
    again = Report.model_validate_json(report.model_dump_json())
    assert again.header.region == report.header.region
    assert again.header.region is not None
    assert again.header.region.level == "township"


@pytest.mark.parametrize("words", ["南京市鼓楼区", "市", "鼓楼区", "赴南京市、", "海门区悦来镇"])
@pytest.mark.parametrize("issuer", ["鼓楼区人民政府", "悦来镇人民政府", "区司法局"])
def test_a_long_text_costs_no_more_than_a_short_one(words: str, issuer: str) -> None:
    started = time.process_time()
    find_region(issuer, title=words * 5_000, text=words * 100_000)
    assert time.process_time() - started < 1


def test_the_table_is_read_once_and_quickly() -> None:
    started = time.process_time()
    divisions.__wrapped__()
    assert time.process_time() - started < 0.1
    assert divisions() is divisions()
