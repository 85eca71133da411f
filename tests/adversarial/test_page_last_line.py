"""The last line of a report is text, whatever words of web pages it holds; what stands behind it on its line is not."""

from __future__ import annotations

import pytest

from lawreport_parser import Report, parse

TITLE = "石湾县人民政府关于2023年度法治政府建设情况的报告"
BODY = "2023年，我县推进依法行政。\n一、主要举措和成效\n学习八次。\n二、下一步工作打算\n（一）强化培训。办班四期。\n"


def read(last: str) -> Report:
    return parse(f"{TITLE}\n{BODY}{last}\n")


def behind(report: Report) -> list[str]:
    kinds = {"furniture", "metadata", "signature"}
    pieces = [each.span for each in report.segments() if each.kind in kinds]
    return [report.text[each.start : each.end] for each in pieces]


@pytest.mark.parametrize("foot", ["", "\n【打印】", "\n石湾县人民政府\n2024年1月5日"])
@pytest.mark.parametrize(
    "last",
    [
        "（二）加强技术支持。",
        "（二）推广适老化改造",
        "一是扫一扫二维码服务全覆盖。",
        "三、建设友情链接",
        "加强技术支持，优化平台。",
        "全面做好公开相关信息工作。",
        "登录系统办件。",
        "首页栏目更新。",
    ],
)
def test_words_of_web_pages_make_no_furniture_of_a_sentence_or_a_marker(last: str, foot: str) -> None:
    assert last not in behind(read(last + foot))


@pytest.mark.parametrize(
    ("rest", "pieces"),
    [
        (" 责任编辑：王某", ["责任编辑：王某"]),
        ("　　【打印】", ["【打印】"]),
        (" 来源：县司法局", ["来源：县司法局"]),
        (" 石湾县人民政府 2024年1月5日", ["石湾县人民政府 2024年1月5日"]),
        ("　石湾县人民政府　2024年1月5日 责任编辑：王某", ["石湾县人民政府　2024年1月5日", "责任编辑：王某"]),
    ],
)
@pytest.mark.parametrize("last", ["（二）完善制度。", "办班四期，完善制度。", "（二）修订办法。抓好落实。"])
def test_what_stands_behind_the_last_sentence_on_a_short_line_is_of_the_page(
    last: str, rest: str, pieces: list[str]
) -> None:
    report = read(last + rest)
    assert behind(report) == pieces
    assert report.plans[-1].text.endswith(last)


@pytest.mark.parametrize("last", ["打印本页。", "扫一扫在手机打开当前页。", "联系人：王某，联系电话：0512。"])
def test_a_sentence_that_begins_with_them_or_labels_them_is_furniture(last: str) -> None:
    assert behind(read(last)) == [last]
