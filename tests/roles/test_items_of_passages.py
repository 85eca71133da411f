"""Items of passages that stand in sections of another role: each once."""

from __future__ import annotations

from itertools import pairwise

from lawreport_parser import parse

_REPORT = (
    "青峦县人民政府工作报告\n"
    "各位代表：\n"
    "现在，我代表县人民政府向大会报告工作，请予审议。\n"
    "过去五年的跨越\n"
    "五年来，累计修路300公里，新建学校12所，完成投资86亿元。\n"
    "今后五年的蓝图\n"
    "未来五年，我们要做强产业，力争到2026年地区生产总值突破150亿元。\n"
    "做强三条产业链\n"
    "加快石材产业转型，五年培育产值十亿元企业3家。\n"
    "打好民生保障持久仗\n"
    "今年，县第三小学要建成招生，中医院主体封顶。\n"
    "各位代表，让我们携手奋斗，再创佳绩！\n"
)


def test_no_item_of_a_file_with_two_documents_comes_twice() -> None:
    items = parse(_REPORT + "\n" + _REPORT).plans
    assert items
    assert all(one.span.end <= other.span.start for one, other in pairwise(items))


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
