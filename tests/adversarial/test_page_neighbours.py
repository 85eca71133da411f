"""What stands beside a value or a title on its line is no part of it: labels, buttons, dates, ways to other pages."""

from __future__ import annotations

import pytest

from lawreport_parser import Report, parse

TITLE = "石湾县人民政府关于2023年度法治政府建设情况的报告"
BODY = "2023年，我县推进依法行政。\n一、主要举措和成效\n学习八次。\n二、下一步工作打算\n办班四期。\n"


def read(head: str) -> Report:
    report = parse(f"{head}\n{TITLE}\n{BODY}")
    assert report.preamble[0].text == "2023年，我县推进依法行政。"
    assert "".join(report.text[each.span.start : each.span.end] for each in report.segments()) == report.text
    assert not any(
        report.text[each.span.start : each.span.end].strip() for each in report.segments() if each.kind == "blank"
    )
    return report


@pytest.mark.parametrize("between", ["：\n", "\n", "：", "|", "\t"])
@pytest.mark.parametrize(
    "behind",
    [
        "\t发布日期：2024-01-22",
        "　　发布日期：2024-01-22",
        " | 发布日期：2024-01-22",
        "　　[ 发布日期 ] 2024-01-22",
        "\t网站首页",
        "　　网站首页",
        "　　打印　　关闭",
        " 【关闭】",
        " 首页 > 政务公开 > 正文",
    ],
)
@pytest.mark.parametrize(
    ("label", "field", "value"),
    [
        ("主题分类", "category", "综合政务"),
        ("有效性", "validity", "有效"),
        ("索引号", "index_number", "SW01/2024-00012"),
        ("信息来源", "source", "柳溪县司法局"),
        ("主送机关", "addressee", "石湾市人民政府"),
    ],
)
def test_a_value_ends_before_what_is_another_thing(
    label: str, field: str, value: str, behind: str, between: str
) -> None:
    report = read(f"文号：石政发〔2024〕8号\n{label}{between}{value}{behind}")
    assert getattr(report.header, field) == value
    if "发布日期" in behind:
        assert str(report.header.published_date) == "2024-01-22"


@pytest.mark.parametrize(
    "line",
    [
        "青川市水利局\n发文机构：青川市水利局　　公文名称：{}",
        "柳溪县司法局　　【关闭】　　{}",
        "【关闭】\t{}",
        "稿源　有效\t{}",
        "文件题名：{}\t字号：[大] [中] [小]",
        "文件题名\n{}\t来源部门：政务公开",
        "题　名\t{}　　[打印]",
    ],
)
def test_a_title_holds_no_label_no_button_and_no_other_cell(line: str) -> None:
    report = parse(f"{line.format(TITLE)}\n{BODY}")
    assert report.header.title == TITLE


@pytest.mark.parametrize("marks", ["***", "· ·", "丨", "·丨·"])
def test_a_line_of_marks_is_furniture_and_not_lost(marks: str) -> None:
    report = read(f"文号：石政发〔2024〕8号\n{marks}\n来源：司法局")
    assert "".join(each.text for each in report.furniture) == "".join(marks.split())


@pytest.mark.parametrize("bar", ["|", " | ", "｜"])
def test_a_label_may_follow_a_bar_without_a_colon(bar: str) -> None:
    report = parse(f"主送机关：石湾市人民政府{bar}索引号 SW01/2024-00012 {TITLE} {BODY}".replace("\n", " "))
    assert report.header.addressee == "石湾市人民政府"
    assert report.header.index_number == "SW01/2024-00012"


@pytest.mark.parametrize("above", ["政务公开", "某某某某", "专题专栏", "来源：\n政务公开", "主题分类：\n政务公开"])
def test_the_name_of_a_column_above_a_title_is_no_part_of_it(above: str) -> None:
    report = parse(f"{above}\n关于2023年度法治政府建设工作情况的报告\n{BODY}")
    assert report.header.title == "关于2023年度法治政府建设工作情况的报告"


@pytest.mark.parametrize("above", ["石湾县人民政府", "中共石湾县委 石湾县人民政府"])
def test_the_name_of_an_organisation_above_a_title_is(above: str) -> None:
    report = parse(f"{above}\n关于2023年度法治政府建设工作情况的报告\n{BODY}")
    assert report.header.title == f"{above}关于2023年度法治政府建设工作情况的报告"


def test_the_name_in_a_seal_above_the_date_signs() -> None:
    report = parse(f"{TITLE}\n{BODY}（柳溪县司法局印章）\n2024年1月15日\n")
    assert report.signature is not None
    assert (report.signature.issuer, str(report.signature.date)) == ("柳溪县司法局", "2024-01-15")
    assert report.text[report.signature.span.start] == "（"


@pytest.mark.parametrize(
    "above", ["", "\n来源：司法局 2024-01-02", "\n石湾县人民政府\n（2024年1月5日）", "\n各位代表："]
)
@pytest.mark.parametrize("words", ["总体情况：我县推进依法行政。", "文件：制定十件。审核百件。"])
def test_a_sentence_that_begins_with_an_unknown_label_is_text(words: str, above: str) -> None:
    report = parse(f"{TITLE}{above}\n{words}\n{BODY}")
    assert report.preamble[0].text == words
