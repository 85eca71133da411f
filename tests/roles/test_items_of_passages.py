"""Items of passages that stand in sections of another role: each once."""

from __future__ import annotations

import json

from lawreport_parser import Report, parse


def test_plans_that_end_in_a_section_and_plans_further_on_in_it_come_once() -> None:
    text = "白河县2023年工作总结\n一、2024年打算\n加强培训。\n二、执法普法\n扩大普法。\n办班两期。\n充实队伍。\n"
    written = json.loads(parse(text).to_json())
    written["sections"][1]["roles"] = ["achievements"]
    parts = [("plans", "一、", "扩大普法。"), ("achievements", "办班", "两期。"), ("plans", "充实", "队伍。")]
    written["passages"] = [
        {
            "role": role,
            "basis": "wording",
            "span": {"start": text.index(first), "end": text.index(last) + len(last)},
            "section_id": None,
        }
        for role, first, last in parts
    ]
    items = Report.from_json(json.dumps(written)).plans
    assert [item.text for item in items] == ["加强培训。", "二、执法普法\n扩大普法。", "充实队伍。"]


def test_a_problem_ends_before_what_leads_in_the_plans() -> None:
    report = parse(
        "白河县人民法院2023年工作报告\n"
        "全年受理案件8000件，审结7800件。\n"
        "工作中还存在不少短板：一是案多人少矛盾突出，执行力量不足。"
        "二是信息化水平不高，系统之间不兼容，群众意见较大，队伍建设滞后，青年法官流失较多。\n"
        "2024年，我院将重点做好以下工作：\n"
        "（一）充实执行队伍。招录干警20名。\n"
        "（二）打通数据系统。建成统一平台。\n"
    )
    assert report.problems[-1].text.endswith("流失较多。")
    assert [item.heading for item in report.plans] == ["充实执行队伍", "打通数据系统"]
