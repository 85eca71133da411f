"""Pages that lost their line breaks keep their text and their signature, in whatever form it is written."""

from __future__ import annotations

import pytest

from lawreport_parser import parse

TITLE = "石湾县人民政府关于2023年度法治政府建设情况的报告"
BODY = (
    "2023年，我县认真推进依法行政，各项工作取得新成效。现将有关情况报告如下： "
    "一、主要举措和成效 （一）加强党的领导。学习研讨八次。 "
    "（二）规范行政执法。抽查案卷百余件。 二、存在的问题和不足 一是宣传不够深入；二是执法力量不足。 三、下一步工作打算 "
    "（一）强化培训。办班四期。 （二）完善制度。修订办法。"
)
IMPRINT = "抄送：县委办公室。 柳溪县人民政府办公室 2024年1月6日印发"


@pytest.mark.parametrize("behind", ["", "（此件公开发布）", IMPRINT, "附件：1.目录 2.统计表", "来源：县司法局"])
@pytest.mark.parametrize(
    ("signed", "issuer"),
    [
        ("柳溪县司法局 2024年1月15日", "柳溪县司法局"),
        ("柳溪县司法局 2024年1月15号", "柳溪县司法局"),
        ("柳溪县司法局　　　二〇二四年一月十五日", "柳溪县司法局"),
        ("柳溪县司法局 2024年元月15日", "柳溪县司法局"),
        ("柳溪县司法局（盖章） 2024年1月15日", "柳溪县司法局"),
        ("（柳溪县司法局印章） 2024年1月15日", "柳溪县司法局"),
        ("柳溪县司法局 2024年1月15日（印章）", "柳溪县司法局"),
        ("2024年1月15日 柳溪县司法局", "柳溪县司法局"),
        ("报告单位：柳溪县司法局 报告时间：2024年1月15日", "柳溪县司法局"),
        ("中共柳溪县委 柳溪县人民政府 2024年1月15日", "中共柳溪县委柳溪县人民政府"),
    ],
)
def test_the_signature_of_a_broken_page_is_no_item_and_counts_before_the_imprint(
    signed: str, issuer: str, behind: str
) -> None:
    report = parse(f"{TITLE} {BODY} {signed} {behind}".strip())
    assert [each.text for each in report.plans][-1] == "（二）完善制度。修订办法。"
    assert report.signature is not None
    assert (report.signature.issuer, str(report.signature.date)) == (issuer, "2024-01-15")


@pytest.mark.parametrize(
    "cells", ["来源|司法行政", "来　源|司法行政", "文号\t石政发〔2024〕8号", "有效性|有效|分类|政务"]
)
def test_a_line_that_begins_with_cells_and_runs_on_is_no_table(cells: str) -> None:
    """The line is short enough for a row of a table, and would be metadata as a whole."""
    report = parse(f"{cells} {TITLE} {BODY}")
    assert [each.marker.text for each in report.sections] == ["一、", "二、", "三、"]
    assert report.preamble[0].text.startswith("2023年，我县")
    assert report.header.title == TITLE
