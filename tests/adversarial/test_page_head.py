"""The head of a page: labels without values, titles over two lines, values without labels."""

from __future__ import annotations

from datetime import date as D  # noqa: N812

import pytest

from lawreport_parser import parse

TITLE = "云桥县人民政府关于2023年度法治政府建设情况的报告"
TORN = "云桥县人民政府\n关于2023年度法治政府建设情况的报告\n"
BODY = """一、主要举措和成效
（一）学习法律。学习八次。
（二）规范执法。抽查百件。
二、下一步工作打算
（一）强化培训。办班四期。
（二）完善制度。修订办法。
"""


# --- labels


@pytest.mark.parametrize(
    "label", ["主 题 词：", "关键词：", "主题分类：", "有效性：", "成文日期：", "文号:", "发布机构："]
)
@pytest.mark.parametrize("above", ["", "索引号：YQ/2024-7\n", "索引号：YQ/2024-7\t发布日期：2024-01-30\n"])
@pytest.mark.parametrize("gap", ["", "\n", "\r\n\r\n"])
def test_an_empty_label_takes_nothing_of_a_title(label: str, above: str, gap: str) -> None:
    for title in (TORN, TITLE + "\n"):
        report = parse(f"{above}{label}\n{gap}{title}市人民政府：\n{BODY}")
        assert "".join((report.header.title or "").split()) == TITLE
        assert (report.header.issuer, report.header.addressee) == ("云桥县人民政府", "市人民政府")
        assert not any(report.header.other.values())
        assert (report.header.category, report.header.validity, report.header.written_date) == (None, None, None)
        assert "metadata-conflict" not in [each.code for each in report.diagnostics]


@pytest.mark.parametrize("gap", ["", "\n", "\n\n"])
@pytest.mark.parametrize("label", ["主题词：", "分类：", "有效性：", "来源："])
@pytest.mark.parametrize(
    "words",
    [
        "2023年，我局推进依法行政，成效明显。",
        "今年以来，全县着力推进依法行政",
        "现将2023年度法治政府建设情况报告如下：",
        "2023年，我局推进依法行政。",
    ],
)
def test_an_empty_label_takes_nothing_of_the_preamble(gap: str, label: str, words: str) -> None:
    report = parse(f"{TITLE}\n成文日期：2024年1月22日\n{label}\n{gap}{words}\n{BODY}")
    assert [each.text for each in report.preamble] == [words]
    assert not any(report.header.other.values())
    assert report.header.source is None


@pytest.mark.parametrize("gap", ["", "\n", "\n\n"])
def test_labels_and_values_may_alternate(gap: str) -> None:
    pairs = {
        "索引号：": "YQ/2024-7",
        "发布机构：": "云桥县人民政府",
        "主题分类：": "法治",
        "有效性：": "有效",
        "主题词：": "",
        "公开方式：": "主动公开",
    }
    top = "".join(f"{label}\n{gap}{value}\n{gap}" if value else f"{label}\n{gap}" for label, value in pairs.items())
    header = parse(f"{top}{TORN}{BODY}").header
    assert (header.index_number, header.category, header.validity) == ("YQ/2024-7", "法治", "有效")
    assert header.title == TITLE
    assert header.other.get("公开方式") == "主动公开"
    assert not header.other.get("主题词")
    assert header.addressee is None


def test_a_publisher_may_stand_over_a_whole_title() -> None:
    """The organisation below 发布机构 is its value, where labels and values alternate."""
    header = parse(f"索引号：\nYQ/2024-7\n发布机构：\n云桥县司法局\n{TITLE}\n{BODY}").header
    assert (header.title, header.index_number) == (TITLE, "YQ/2024-7")


def test_an_addressee_is_no_value() -> None:
    header = parse(f"{TITLE}\n主题词：\n\n各乡镇人民政府：\n{BODY}").header
    assert (header.addressee, header.other.get("主题词")) == ("各乡镇人民政府", None)


@pytest.mark.parametrize(
    ("top", "signer"),
    [
        ("云政呈〔2024〕7号                     签发人：林远舟", "林远舟"),
        ("云桥县人民政府文件\n云政呈〔2024〕7号　签 发 人： 林远舟、何溪", "林远舟、何溪"),
        ("（云政呈〔2024〕7号）  签发人：林远舟", "林远舟"),
        ("云政呈〔2024〕7号\n签发人：林远舟", "林远舟"),
    ],
)
def test_a_number_may_stand_beside_who_issues_it(top: str, signer: str) -> None:
    """Papers to a higher organ name who issues them beside their number (GB/T 9704-2012, 7.2.6)."""
    header = parse(f"{top}\n\n{TORN}市人民政府：\n{BODY}").header
    assert (header.document_number, header.other["签发人"]) == ("云政呈〔2024〕7号", signer)
    assert (header.title, header.addressee) == (TITLE, "市人民政府")
    start, end = header.evidence["document_number"].start, header.evidence["document_number"].end
    assert end - start == len("云政呈〔2024〕7号")


# --- dates without a label


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("来源：县司法局    2024-01-30 15:30    阅读次数：97", "县司法局"),
        ("来源：县司法局 2024-01-30 阅读：97", "县司法局"),
        ("来源：县司法局　2024年1月30日", "县司法局"),
        ("来源： 2024-01-30", None),
        ("阅读：97次    2024/1/30", None),
        ("字号：[大] [中] [小]   2024-01-30", None),
        ("浏览量：97 | 2024-01-30 | 来源：县司法局", "县司法局"),
        ("2024-01-30 15:30    阅读：97", None),
        ("[2024-01-30]", None),
        ("【2024年1月30日】", None),
        ("(2024-01-30)", None),
    ],
)
def test_a_date_without_label_is_that_of_publication(line: str, source: str | None) -> None:
    header = parse(f"{TITLE}\n{line}\n\n2023年，我县推进依法行政。\n{BODY}").header
    assert (str(header.published_date), header.source) == ("2024-01-30", source)
    assert not any("2024" in value for value in header.other.values())


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("来源：县司法局  发布时间：2024-01-30  阅读次数：97", "2024-01-30"),
        ("2024-01-30 来源：县司法局 2024-02-01", "2024-01-30"),
        ("来源：县司法局2024年报", "None"),
        ("实施日期：2024-01-30", "None"),
        ("作者：林远舟 2024-01-30", "None"),
        ("（2024年1月30日）", "None"),
    ],
)
def test_other_dates_are_not(line: str, published: str) -> None:
    header = parse(f"{TITLE}\n{line}\n\n2023年，我县推进依法行政。\n{BODY}").header
    assert str(header.published_date) == published


@pytest.mark.parametrize(
    "line",
    [
        "发布日期：2024-01-30  字体：【大 中 小】",
        "发布日期：2024-01-30   字号:[大] [中] [小]   打印本页",
        "发布日期：2024-01-30\n字体：\n大 中 小",
        "发布日期：2024-01-30\n分享到： 微信 微博",
        "发布日期：2024-01-30　视力保护色：",
    ],
)
def test_controls_of_the_page_are_no_metadata(line: str) -> None:
    header = parse(f"{TITLE}\n{line}\n\n2023年，我县推进依法行政。\n{BODY}").header
    assert (str(header.published_date), header.other) == ("2024-01-30", {})


# --- titles over two lines


@pytest.mark.parametrize(
    ("organisation", "rest"),
    [
        ("云桥县人民政府", "2023年法治政府建设年度报告"),
        ("云桥县水务局", "二〇二三年度依法行政工作总结"),
        ("松林高新技术产业开发区管理委员会", "２０２３年度法治政府建设工作报告"),
    ],
)
@pytest.mark.parametrize("above", ["", "云政发〔2024〕7号\n", "首页\n政务公开\n"])
def test_an_organisation_above_the_year_is_part_of_the_title(organisation: str, rest: str, above: str) -> None:
    report = parse(f"{above}{organisation}\n{rest}\n\n我单位推进依法行政。\n{BODY}")
    assert report.header.title == organisation + rest
    assert report.header.year == 2023
    assert organisation not in [each.text for each in report.furniture]


@pytest.mark.parametrize(
    "top",
    [
        "云桥县人民政府\n首页 政务公开\n2023年法治政府建设工作报告\n云桥县人民政府\n2023年法治政府建设工作报告\n",
        "云桥县人民政府\n首页\n云桥县人民政府\n2023年法治政府建设工作报告\n",
        "标题：2023年法治政府建设工作报告\n云桥县人民政府\n2023年法治政府建设工作报告\n",
        "新闻中心\n2023年法治政府建设工作报告\n",
        "网上办事服务大厅\n2023年法治政府建设工作报告\n",
    ],
)
def test_the_name_of_the_site_is_not(top: str) -> None:
    report = parse(f"{top}\n我单位推进依法行政。\n{BODY}")
    assert report.header.title == "2023年法治政府建设工作报告"
    assert "metadata-conflict" not in [each.code for each in report.diagnostics]


# --- the issuer in the preamble


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("受区人民政府委托，现将有关情况报告如下。", None),
        ("受区人民政府委托，现将2023年度全区法治政府建设情况报告如下。", None),
        ("2023年，推进云桥县法治政府建设，成效明显。", None),
        ("受云桥县人民政府委托，现将有关情况报告如下。", "云桥县人民政府"),
        ("受云桥县人民政府的委托，我向会议报告。", "云桥县人民政府"),
        ("经市人民政府批准，云桥县人民政府推进改革。", "云桥县人民政府"),
        ("按照市人民政府要求，现将有关情况报告如下。", None),
        ("2023年，云桥县人民政府推进依法行政。", "云桥县人民政府"),
        ("2023年，石湾经开区管理委员会推进依法行政。", "石湾经开区管理委员会"),
        ("2023年，经开区管理委员会推进依法行政。", None),
    ],
)
def test_who_commissions_a_report_is_named_without_the_verb(words: str, issuer: str | None) -> None:
    assert parse(f"2023年度法治政府建设工作报告\n{words}\n{BODY}").header.issuer == issuer


# --- labels that are parts of other words, cells, titles over several lines


@pytest.mark.parametrize(
    ("top", "values", "other"),
    [
        (
            "索引号：YQ-1 失效日期：2028-12-31 发布日期：2024-01-29",
            {"index_number": "YQ-1", "published_date": D(2024, 1, 29)},
            {"失效日期": "2028-12-31"},
        ),
        (
            "索引号：YQ-1 服务对象：企业\n事项名称：工作总结 截止日期：2025-12-31",
            {"index_number": "YQ-1", "published_date": None},
            {"服务对象": "企业", "事项名称": "工作总结", "截止日期": "2025-12-31"},
        ),
        ("索引号：YQ-1信息分类：法治发布机构：云桥县司法局", {"index_number": "YQ-1", "category": "法治"}, {}),
        ("有效性：有效名称：" + TITLE, {"validity": "有效"}, {}),
        ("新闻来源：县司法局 信息生成日期：2024-01-29", {"source": "县司法局", "written_date": D(2024, 1, 29)}, {}),
        ("政务公开 索引号：YQ-1 来源：县司法局", {"index_number": "YQ-1", "source": "县司法局"}, {}),
        ("信息索引号\tYQ-1\t公开目录\t工作总结", {"index_number": "YQ-1"}, {"公开目录": "工作总结"}),
        ("主题分类：\t其他\t服务对象：\t企业", {"category": "其他"}, {"服务对象": "企业"}),
        ("主题分类：其他\t服务对象：企业\t文号：", {"category": "其他", "document_number": None}, {"服务对象": "企业"}),
        (
            "索引号\t主题分类\t公开目录\nYQ-1\t其他\t总结",
            {"index_number": "YQ-1", "category": "其他"},
            {"公开目录": "总结"},
        ),
        (
            "规范性文件文号：云政发〔2024〕7号 网上发布时间：2024-01-29 转载来源：县司法局",
            {"document_number": "云政发〔2024〕7号", "published_date": D(2024, 1, 29), "source": "县司法局"},
            {},
        ),
        ("云桥县[索 引 号]：YQ-1 【文 号】：", {"index_number": "YQ-1", "document_number": None}, {}),
        ("来源：县司法局 点击：33　【大】【中】【小】", {"source": "县司法局"}, {"点击": "33"}),
    ],
)  # fmt: skip
def test_labels_known_and_unknown(top: str, values: dict[str, object], other: dict[str, str]) -> None:
    report = parse(f"{top}\n{TITLE}\n2023年，我县推进法治政府建设。\n{BODY}")
    assert report.header.title == TITLE
    assert {name: getattr(report.header, name) for name in values} == values
    assert report.header.other == other
    assert [each.text for each in report.preamble] == ["2023年，我县推进法治政府建设。"]


@pytest.mark.parametrize("label", ["有效性", "关键词", "主题分类", "公开方式"])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_title_is_no_value_of_a_label_without_colon(label: str, gap: str) -> None:
    header = parse(f"索引号\nYQ-2023-1\n{label}\n{gap}{TITLE}\n2023年，我县推进法治政府建设。\n{BODY}").header
    assert (header.title, header.index_number, header.validity, header.category) == (TITLE, "YQ-2023-1", None, None)
    assert not any(header.other.values())


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (["中共云桥县委", "云桥县人民政府", "关于2023年度法治政府建设情况的报告"], None),
        (["云桥县财政局", "云桥县水利局", "关于2023年度法治政府建设情况的报告"], None),
        (["云桥县水利局", "法治政府建设2023年度报告"], "云桥县水利局"),
        (["云桥县水利局二〇一四年工作总结", "及二〇一五年工作打算"], "云桥县水利局"),
        (["云桥县水利局2014年工作总结", "暨2015年工作计划"], "云桥县水利局"),
        (["云桥县森林火灾应急预案"], None),
        (["云桥县行政规范性文件管理规则"], None),
    ],
)
def test_titles_over_several_lines_and_of_rules(lines: list[str], issuer: str | None) -> None:
    report = parse("\n".join([*lines, "2023年，我县推进法治政府建设。", BODY]))
    assert "".join((report.header.title or "").split()) == "".join(lines)
    assert issuer in (None, report.header.issuer)
    assert [each.text for each in report.preamble] == ["2023年，我县推进法治政府建设。"]


@pytest.mark.parametrize("above", ["政府信息公开指南", "政策文件解读指南", "行政执法公示制度", "云桥县人民政府"])
def test_columns_of_a_page_are_no_titles(above: str) -> None:
    assert parse(f"{above}\n{TITLE}\n2023年，我县推进法治政府建设。\n{BODY}").header.title == TITLE


@pytest.mark.parametrize(
    ("line", "source", "published"),
    [
        ("云桥县政府门户网站  www.yq.gov.cn  2024-01-30 08:30  来源: 云桥县司法局", "云桥县司法局", D(2024, 1, 30)),
        ("www.yq.gov.cn 2024-01-30 08:30 来源：云桥县司法局", "云桥县司法局", D(2024, 1, 30)),
        ("www.yq.gov.cn 来源：云桥县司法局 2024-01-30", "云桥县司法局", D(2024, 1, 30)),
        ("云桥县司法局  发布时间：2024-01-30", None, D(2024, 1, 30)),
        ("[ 2024-01-30 ] 来源：云桥县司法局", "云桥县司法局", D(2024, 1, 30)),
    ],
)
def test_where_a_page_is_from(line: str, source: str | None, published: D) -> None:
    report = parse(f"{TITLE}\n{line}\n2023年，我县推进法治政府建设。\n{BODY}")
    assert (report.header.source, report.header.published_date) == (source, published)
    assert [each.text for each in report.preamble] == ["2023年，我县推进法治政府建设。"]


@pytest.mark.parametrize(
    "title", [f"{TITLE}\n市人民政府：", TORN.strip(), "云桥县人民政府2023年法治政府建设报告\n市人民政府："]
)
def test_prose_may_stand_above_a_title(title: str) -> None:
    prose = "云桥县位于省境北部，是历史文化名城。"
    report = parse(f"{prose}\n{title}\n2023年，我县推进法治政府建设。\n{BODY}")
    assert "".join((report.header.title or "").split()) == title.removesuffix("\n市人民政府：").replace("\n", "")
    assert report.header.addressee == ("市人民政府" if "：" in title else None)
    assert [each.text for each in report.preamble] == ["2023年，我县推进法治政府建设。"]


# --- years and dates


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("根据《云桥县第十四个五年规划和2035年远景目标纲要》，制定本方案。", None),
        ("根据《云桥县2035年远景目标纲要》，2022年，我县推进法治。", 2022),
        ("规划期为2021—2025年，现印发给你们。", None),
        ("根据石政发〔2024〕8号文件，现报告如下。", None),
        ("根据《关于报送2023年度法治政府建设情况的通知》，现报告如下。", 2023),
    ],
)
def test_the_year_of_the_preamble(words: str, year: int | None) -> None:
    assert parse(f"{words}\n{BODY}").header.year == year


def test_the_date_of_sending_is_that_of_writing_beside_that_of_publication() -> None:
    sent, published = "发文日期：2024-01-02\n", "发布日期：2024-01-05\n"
    header = parse(f"{sent}{published}{TITLE}\n{BODY}").header
    assert (header.written_date, header.published_date) == (D(2024, 1, 2), D(2024, 1, 5))
    header = parse(f"{sent}{TITLE}\n{BODY}").header
    assert (header.written_date, header.published_date) == (None, D(2024, 1, 2))
    report = parse(f"成文日期：2024-01-01\n{sent}{published}{TITLE}\n{BODY}")
    assert (report.header.written_date, report.header.published_date) == (D(2024, 1, 1), D(2024, 1, 5))
    assert "metadata-conflict" not in [each.code for each in report.diagnostics]


def test_the_name_of_the_site_stands_over_another_organisation() -> None:
    header = parse(f"云桥县人民政府\n县水利局2023年工作总结\n2023年，我局推进依法行政。\n{BODY}").header
    assert header.title == "县水利局2023年工作总结"
