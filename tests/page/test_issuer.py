"""Whose report it is: one decision over signature, title, labels, the line under the title and the preamble."""

# ruff: noqa: E501 — pages have long lines
from __future__ import annotations

import pytest

from lawreport_parser import parse

BODY = "一、主要成效\n学法八次。\n二、存在问题\n人手不足。\n"


def issuer(top: str, foot: str = "") -> str | None:
    return parse(f"{top}\n{BODY}{foot}").header.issuer


@pytest.mark.parametrize(
    ("top", "foot", "expected"),
    [
        # The signature goes before the title, the title before the label, the label before the preamble.
        ("云桥县水利局2023年工作总结", "\n云桥县人民政府\n2024年1月9日\n", "云桥县人民政府"),
        ("发布机构：云桥县人民政府办公室\n云桥县水利局2023年工作总结", "", "云桥县水利局"),
        ("发布机构：云桥县人民政府办公室\n2023年工作总结\n2023年，云桥县水利局推进法治。", "", "云桥县人民政府办公室"),
        ("2023年工作总结\n2023年，云桥县水利局推进法治。", "", "云桥县水利局"),
        ("机构名称：友谊路街道\n友谊路街道2023年法治政府建设情况报告", "", "友谊路街道"),
        # Names with 和, and ministries without a place.
        ("2023年，云桥市人力资源和社会保障局推进法治。", "", "云桥市人力资源和社会保障局"),
        ("2023年，云桥市规划和自然资源局石湾分局推进法治。", "", "云桥市规划和自然资源局石湾分局"),
        ("2023年，应急管理部推进法治。", "", "应急管理部"),
        ("国家税务总局云桥县税务局2023年法治政府建设情况报告", "", "国家税务总局云桥县税务局"),
        # Places that begin with a unit or with a word that begins no name.
        ("镇江市水利局2023年工作总结", "", "镇江市水利局"),
        ("本溪市司法局2023年工作总结", "", "本溪市司法局"),
        ("全椒县人民政府2023年法治政府建设情况报告", "", "全椒县人民政府"),
        ("日照市住房和城乡建设局2023年工作总结", "", "日照市住房和城乡建设局"),
        # The name alone under the title, or as the only line of the head.
        ("关于云桥市2024年度法治政府建设情况的报告\n\n云桥市人民政府\n\n主任、各位副主任、各位委员：", "", "云桥市人民政府"),
        ("（2025年4月29日在云桥市第十四届人民代表大会常务委员会第十七次会议上）\n云桥市人民政府\n主任、副主任：", "", "云桥市人民政府"),
        # Who reports on somebody's behalf names whose report it is.
        ("政府工作报告\n各位代表：\n现在，我代表云桥区人民政府向大会报告工作。", "", "云桥区人民政府"),
        ("2023年工作报告\n我受云桥县人民政府委托，向会议报告。", "", "云桥县人民政府"),
        # Who speaks bears out the short name of whom they lead.
        ("政府工作报告\n云桥县人民政府县长　林远舟\n各位代表：\n现在，我代表县人民政府向大会报告工作。", "", "云桥县人民政府"),
        ("国有黑松岭林场2023年度依法治林工作报告", "\n国有黑松岭林场　2024年1月9日（印章）\n", "国有黑松岭林场"),
        # A short name gives way to the full one of the same organ.
        ("市人力资源社会保障局2023年法治政府建设年度报告\n2023年，云桥市人力资源和社会保障局（以下称市人社局）推进法治。", "", "云桥市人力资源和社会保障局"),
        ("云桥县司法局\n首页 政务公开\n县司法局2023年工作总结", "", "云桥县司法局"),
        ("云桥县司法局2023年工作总结", "\n县司法局\n2024年1月9日\n", "云桥县司法局"),
        # These are none.
        ("2023年，我局深入学习，云桥市水利局检查指导三次。", "", None),
        ("2023年，我局获市政府督查激励。", "", None),
        ("2023年，云桥省各级政府及其部门推进法治。", "", None),
        ("2023年，在云桥市人民政府领导下，我局推进法治。", "", None),
        ("经云桥市人民政府批准，现将情况报告如下。", "", None),
        ("国务院总理温某某作政府工作报告。", "", None),
        ("新华社北京3月5日电", "", None),
        ("2023年，推进法治政府、数字政府建设。", "", None),
        ("法治政府建设情况报告", "\n县长　王某\n2024年1月9日\n", None),
    ],
)  # fmt: skip
def test_whose_report_it_is(top: str, foot: str, expected: str | None) -> None:
    assert issuer(top, foot) == expected


def test_the_evidence_is_where_the_name_stands() -> None:
    report = parse(f"市司法局2023年工作总结\n2023年，云桥市司法局推进法治。\n{BODY}")
    place = report.header.evidence["issuer"]
    assert report.text[place.start : place.end] == report.header.issuer == "云桥市司法局"
