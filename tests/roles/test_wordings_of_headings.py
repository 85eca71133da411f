"""Which role the heading of a part names: the families of wordings, and what only looks like one of them."""

from __future__ import annotations

import pytest

from lawreport_parser import parse
from lawreport_parser.lexicon import DEFAULT_LEXICON

NAMED = {
    "problems": [
        "问题",
        "不足",
        "问题及建议",
        "几点不足",
        "反思与不足",
        "不足与反思",
        "自查发现的问题",
        "自查中查摆出的问题",
        "执法检查反映的突出问题",
        "需要改进的方面",
        "仍需完善的地方",
        "需要重视和解决的问题",
        "亟待解决的问题",
        "有待加强的薄弱环节",
        "执法工作中的问题",
        "薄弱之处",
        "问题剖析",
    ],
    "problems plans": ["问题及改进措施", "不足和努力方向", "问题与下一步打算", "存在问题及打算", "问题、原因及对策"],
    "responsibility": [
        "“一把手”履行法治建设责任情况",
        "党政“一把手”抓法治建设情况",
        "党政主要负责人推进法治建设情况",
        "2023年度主要负责同志落实法治建设责任制情况",
        "主要领导述法情况",
        "履行法治建设领导责任情况",
    ],
    "plans": [
        "2024年度推进法治政府建设的总体思路",
        "法治建设总体思路",
        "改进举措",
        "下半年工作安排",
        "接下来的工作打算",
        "未来展望",
    ],
    "": [
        # A programme has it, too.
        "总体思路",
        "着力解决突出问题",
        "紧盯群众反映强烈的问题",
        "回应群众关切的问题",
        "妥善处置历史遗留问题",
        "破解执法力量不足",
        "督促整改检查发现的问题",
        "问题整改情况",
        "检查发现问题的解决情况",
        "依法全面履行政府职能",
        "全面履行法治建设职责",
        "压实“一把手”责任",
        "主要负责人带头学法",
    ],
}


@pytest.mark.parametrize(("roles", "heading"), [(roles, each) for roles, those in NAMED.items() for each in those])
def test_a_heading_names_its_roles(roles: str, heading: str) -> None:
    assert DEFAULT_LEXICON.roles_of(heading) == roles.split()


@pytest.mark.parametrize("heading", NAMED["problems"])
def test_a_part_of_problems_gives_its_members_as_problems(heading: str) -> None:
    members = "（一）人员不足。仅4人。\n（二）经费紧张。"
    report = parse(f"白鹭县牧业局2023年法治工作报告\n一、学法用法\n学法八次。\n二、{heading}\n{members}")
    assert [section.roles for section in report.sections] == [["achievements"], ["problems"]]
    assert [item.text[:4] for item in report.problems] == ["（一）人", "（二）经"]


def test_the_solving_of_problems_before_the_problems_is_an_achievement() -> None:
    parts = "一、问题整改情况\n整改九项。\n二、着力解决突出问题\n解决六件。\n三、存在问题\n人员不足。"
    sections = parse(f"白鹭县牧业局2023年法治工作报告\n{parts}").sections
    assert [section.roles for section in sections] == [["achievements"], ["achievements"], ["problems"]]
