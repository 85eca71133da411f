"""The head of a page that lost its line breaks, word by word, and what stands behind its signature."""

# ruff: noqa: E501 — pages have long lines
from __future__ import annotations

from datetime import date as D  # noqa: N812
from typing import Any

import pytest

from lawreport_parser import parse

P = "2023年，我县扎实推进法治政府建设，现将有关情况报告如下："
T = "石湾县水利局2023年法治政府建设情况报告"
B = (
    "一、主要举措和成效（一）加强党的领导。学习研讨八次。（二）规范行政执法。抽查案卷百余件。"
    "二、存在的问题和不足一是宣传不够深入；二是执法力量不足。"
    "三、下一步工作打算（一）强化培训。办班四期。（二）完善制度。修订办法。"
)
N: dict[str, Any] = {"title": T, "published_date": D(2024, 1, 29)}


@pytest.mark.parametrize(
    ("top", "values"),
    [
        (
            "索引号：SW-1 名称：石湾县水利局关于2023年度推进法治政府建设工作情况的报告 发布机构：石湾县水利局",
            {"title": "石湾县水利局关于2023年度推进法治政府建设工作情况的报告", "index_number": "SW-1"},
        ),
        (f"索引号：SW-1 名称：{T} {T} 发布时间：2024-01-29 08:30", N | {"index_number": "SW-1"}),
        (
            f"首页 > 政务公开 索引号：0001/2024-12 发布机构：石湾县水利局 {T} 发布时间：2024-01-29 来源：县司法局 市水利局：",
            N | {"index_number": "0001/2024-12", "source": "县司法局", "addressee": "市水利局"},
        ),
        (f"首页 > 政务公开 > {T} 发布时间：2024-01-29 来源：县司法局", N | {"source": "县司法局"}),
        (f"索引号：SW-1 有效性：有效 {T} 发布时间：2024-01-29", N | {"validity": "有效"}),
        (f"索引号：SW-1 有效性：{T} 发布时间：2024-01-29", N | {"validity": None}),
        (f"索引号：SW-1 主题词：法治 政府 {T} 发布时间：2024-01-29", N),
        (f"【发布日期】2024-01-29 {T} 【字体：大 中 小】", N),
        (
            f"{T} 发布时间：2024-01-29 来源：县司法局 字体：[大 中 小] 市水利局：",
            N | {"source": "县司法局", "addressee": "市水利局"},
        ),
        (f"{T} 发布时间：2024-01-29 来源：县司法局 【 字体： 大 中 小 】 分享：", N | {"source": "县司法局"}),
        (f"{T} 发布时间：2024-01-29 字号：[大] [中] [小] 【打印】 【关闭】", N),
        (
            "石政发〔2024〕8号 石湾县水利局关于法治政府建设情况的报告 发布时间：2024-01-29 市水利局：",
            N
            | {
                "title": "石湾县水利局关于法治政府建设情况的报告",
                "document_number": "石政发〔2024〕8号",
                "year": 2023,
                "addressee": "市水利局",
            },
        ),
        (f"{T} 2024-01-29", N),
        (f"{T} [2024-01-29 08:30]", N),
        (f"{T}及2024年工作计划 2024-01-29 09:48:12 浏览次数：61 市司法局：", N | {"title": f"{T}及2024年工作计划", "addressee": "市司法局"}),
        (f"{T} 2024-01-29 服务对象：企业 浏览次数：61", N),
        ("石湾县水利局 关于2023年法治政府建设情况的报告 2024-01-29", N | {"title": "石湾县水利局 关于2023年法治政府建设情况的报告"}),
        (f"当前位置：首页 > 政务公开 {T} 时间：2024-01-29 09:12 作者： 浏览：100次 打印", N),
        (f"石湾县政府网 首页 政务公开 {T} 发布时间：2024-01-29 来源：县司法局", N | {"source": "县司法局"}),
        (f"{T} {T} 发布日期：2024-01-29 来源：县司法局", N | {"source": "县司法局"}),
        (f"石湾县【索引号】：SW-1 【发布日期】：2024-01-29 {T}", N | {"index_number": "SW-1"}),
        (f"{T} | 石湾县政府网 2024-01-29", N),
        (f"{T} （2024年1月20日） 发布时间：2024-01-29", N),
        (f"{T} 石水〔2024〕1号 市水利局：", {"title": T, "document_number": "石水〔2024〕1号", "addressee": "市水利局"}),
        (f"{T} 发布时间：2024-01-29 主题词： 市司法局：", N | {"addressee": "市司法局"}),
        (f"{T} 发布时间：2024-01-29 来源：", N | {"source": None}),
        (f"{T}市司法局：", {"title": T, "addressee": "市司法局"}),
        ("石湾县水利局关于法治政府建设情况的报告市司法局：", {"title": "石湾县水利局关于法治政府建设情况的报告", "addressee": "市司法局"}),
    ],
)  # fmt: skip
def test_words_in_front_of_the_body(top: str, values: dict[str, Any]) -> None:
    gap = "" if top.endswith("：") and "分享" not in top else " "
    report = parse(f"{top}{gap}{P}{B}")
    assert {name: getattr(report.header, name) for name in values} == values
    assert [each.text for each in report.preamble] == [P]
    assert (report.header.issuer, len(report.sections)) == ("石湾县水利局", 3)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("红岩沟社区2019年工作总结", "一年来，社区党组织团结带领居民，完成了各项任务。"),
        ("松岭乡人民政府工作报告", "各位代表，现在我代表乡人民政府报告工作。"),
        ("松岭乡人民政府工作报告 ——2021年1月在乡人民代表大会上", "我代表乡人民政府报告工作。"),
    ],
)
def test_how_bodies_begin(title: str, words: str) -> None:
    report = parse(f"{title} {words}{B}")
    assert report.header.title == title.partition(" ")[0]
    assert [each.text for each in report.preamble] == [words]


@pytest.mark.parametrize(
    "words",
    [
        "2023年12月20日 县政府召开常务会议，听取来源：广泛的意见，发布时间：另行通知，全县依法行政取得进展。",
        "根据县委关于开展年度考核工作的通知 我局认真总结全年工作，现将有关情况汇报，请予审阅，请予指正，不妥之处请批评。",
        "主要做法：认真落实各项制度 工作成效：案件数量下降，群众满意度上升，全县依法行政水平不断提高，得到上级肯定。",
        "省司法厅、省水利厅来源：某处的资料显示 全县依法行政水平不断提高，群众满意度上升，得到上级的充分肯定和表扬。",
    ],
)
def test_prose_is_not_peeled(words: str) -> None:
    report = parse(f"{words}{B}")
    assert report.header.title is None
    assert [each.text for each in report.preamble] == [words]


@pytest.mark.parametrize(
    "behind",
    ["【打印】【关闭】", " 【打印】 【关闭】", " 【打印本页】 【关闭窗口】", " 【 打印 】 关闭", " 打印 关闭", " 【打印】【关闭】 上一篇：春节安排 下一篇：没有了"],
)  # fmt: skip
def test_buttons_behind_a_signature(behind: str) -> None:
    report = parse(f"{T} {P}{B} 石湾县水利局 2024年1月22日{behind}")
    assert report.signature is not None
    assert (report.signature.issuer, report.signature.date) == ("石湾县水利局", D(2024, 1, 22))
    assert "".join(each.text for each in report.furniture) == behind.strip()
    assert len(report.sections) == 3


def test_a_value_may_run_into_the_body() -> None:
    report = parse(f"名称：{T}索引号：SW-1生成日期：2024-01-29来源：县司法局{P}{B}")
    header = report.header
    assert (header.title, header.index_number, header.source) == (T, "SW-1", "县司法局")
    assert header.written_date == D(2024, 1, 29)
    assert [each.text for each in report.preamble] == [P]


@pytest.mark.parametrize("gap", ["", " ", "　\t"])
def test_a_rule_parts_the_head_from_the_body(gap: str) -> None:
    head = "标题: 石湾县水利局2022年工作总结发布时间: 2023-01-15 09:14文号:栏目: 工作进展原文链接: https://www.example.cn/a.htm"
    body = "一、2022年工作总结2022年，我局扎实工作。（一）护河。八次。（二）护堤。九次。二、2023年工作思路继续努力。"
    report = parse(f"{head}{gap}==================== 正文 ===================={gap}{body}")
    assert report.header.title == "石湾县水利局2022年工作总结"
    assert str(report.header.published_date) == "2023-01-15"
    assert [section.marker.text for section in report.walk()] == ["一、", "（一）", "（二）", "二、"]
    assert report.preamble == []
