"""The leaders' duty is told by its name, whatever is done about it: in a heading, or at the head of a paragraph."""

from __future__ import annotations

import pytest

from lawreport_parser import Report, parse
from lawreport_parser.lint import lint

NAMES = [
    "履行主要负责人职责",
    "履行第一责任人职责",
    "压实第一责任人职责",
    "扛牢“第一责任人”责任",
    "扛起推进法治建设第一责任人职责",
    "落实法治建设第一责任人职责",
    "落实县政府主要负责人法治建设职责",
    "细化党政主要负责人法治建设第一责任人职责清单",
    "主要负责同志职责落实情况",
    "局主要负责人履职尽责情况",
    "第一责任人职责落实到位",
]
#: The duty of others, or no name of a duty.
OTHERS = [
    "压实企业主要负责人职责",
    "压实安全生产第一责任人责任",
    "压实部门主要负责人职责",
    "明确各股室主要负责人",
    "落实主体责任",
]


def report(work: str, plans: str = "（一）充实乡镇执法队伍。\n（二）更新执法装备。") -> Report:
    return parse(
        "石湾县人民政府2022年法治政府建设年度报告\n一、主要举措和成效\n（一）优化服务。压缩时限四成，发放证照1.2万件。\n"
        f"（二）{work}\n（三）规范执法。全年办案30件，培训8期。\n二、存在的问题\n人手不足，宣传不够。\n三、2023年工作打算\n{plans}\n"
    )


def absent(text: Report) -> tuple[bool, bool]:
    """Say whether the tree and the linter miss the part on the duty."""
    told = [each for each in text.diagnostics if each.code == "missing-part" and "责任人" in each.message]
    found = [each for each in lint(text) if each.code == "missing-part" and "责任人" in each.message]
    return bool(told), bool(found)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", ["县长主持学法8次，研究执法议题5个。", "全年研究执法议题5个，督办案件3件。"])
def test_a_heading_that_is_a_name_of_the_duty(name: str, text: str) -> None:
    read = report(f"{name}。{text}")
    assert [section.roles for section in read.sections[0].children] == [
        ["achievements"],
        ["responsibility"],
        ["achievements"],
    ]
    assert [item.text for item in read.responsibility] == [text]
    assert [item.section_id for item in read.achievements] == ["1.1", "1.3"]
    assert absent(read) == (False, False)


@pytest.mark.parametrize("name", NAMES)
def test_a_part_that_has_a_name_of_the_duty(name: str) -> None:
    read = parse(
        "石湾县人民政府2022年法治政府建设年度报告\n一、优化服务\n发放证照1.2万件。\n"
        f"二、{name}\n主持学法8次。\n三、存在的问题\n人手不足。\n四、下一步打算\n充实队伍。\n"
    )
    assert [section.roles for section in read.sections] == [
        ["achievements"],
        ["responsibility"],
        ["problems"],
        ["plans"],
    ]


@pytest.mark.parametrize("name", ["履行第一责任人职责", "落实主要负责人职责", "压实法治建设第一责任人责任"])
@pytest.mark.parametrize("before", ["", "强化组织领导。", "强化组织领导\n"])
def test_a_paragraph_that_opens_with_a_name_of_the_duty(name: str, before: str) -> None:
    read = report(f"{before}{name}，全年研究法治议题9个。")
    (passage,) = [each for each in read.passages if each.role == "responsibility"]
    assert passage.basis == "wording"
    assert passage.span.of(read.text) == f"（二）{before}{name}，全年研究法治议题9个。"
    assert [item.section_id for item in read.responsibility] == ["1.2"]
    assert absent(read) == (False, False)


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("mark", ["。", "，"])
def test_the_duty_of_others_is_no_account(name: str, mark: str) -> None:
    read = report(f"{name}{mark}检查企业120家，约谈5人。")
    assert read.responsibility == []
    assert absent(read) == (True, True)


@pytest.mark.parametrize("name", [*NAMES, "落实政府主要负责人推进法治建设第一责任人职责"])
@pytest.mark.parametrize("mark", ["。", "，"])
def test_what_is_planned_for_the_duty_stays_a_plan(name: str, mark: str) -> None:
    read = report("加强学习。学法8次。", f"（一）{name}{mark}定期研究法治议题，听取汇报。\n（二）充实乡镇执法队伍。")
    assert read.responsibility == []
    assert [item.section_id for item in read.plans] == ["3.1", "3.2"]
    assert absent(read) == (True, True)


def test_what_stands_behind_the_duty_goes_on_as_before() -> None:
    """Its heading names no part and its words say nothing of the time: the part around it goes on."""
    read = parse(
        "石湾县人民政府2022年法治政府建设年度报告\n一、夯实法治根基\n（一）加强学习。学法8次，培训9期。\n"
        "（二）履行第一责任人职责。全年研究法治议题9个。\n（三）加强普法。以提高法治意识为重点，落实普法责任。\n二、存在的问题\n人手不足。\n"
    )
    assert [section.roles for section in read.sections[0].children] == [
        ["achievements"],
        ["responsibility"],
        ["achievements"],
    ]


def test_the_tree_and_the_linter_miss_the_same_parts() -> None:
    """A heading that speaks of the duty among others is the account of it for both."""
    assert absent(report("强化组织领导，认真落实第一责任人职责。各项工作有序推进，检查企业120家。")) == (False, False)
    assert absent(report("强化组织领导。各项工作有序推进，检查企业120家。")) == (True, True)
