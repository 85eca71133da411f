"""Names of organs in prose: where they begin, where they end, and what only looks like one."""

# ruff: noqa: SIM905 — tables of texts
from __future__ import annotations

import pytest

from lawreport_parser.organs import find_organs, organ_at


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in find_organs(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("获市政府督查激励，县政府受石湾县人民政府委托，向大会报告。", ["石湾县人民政府"]),
        (
            "在石湾市人民政府领导下，石湾市司法局深入贯彻法治思想，推动市公安局工作。",
            ["石湾市人民政府", "石湾市司法局"],
        ),
        ("石湾县人民政府和各部门认真落实", ["石湾县人民政府"]),
        ("由石湾县人民政府与青山县司法局联合印发", ["石湾县人民政府", "青山县司法局"]),
        (
            "根据国务院《决定》和省司法厅要求，石湾县市场监督管理局、石湾县公安局",
            ["国务院", "石湾县市场监督管理局", "石湾县公安局"],
        ),
        ("近年来石湾市人力资源和社会保障局坚持以人民为中心", ["石湾市人力资源和社会保障局"]),
        ("2023年石湾市农业农村局在市委、市政府正确领导下", ["石湾市农业农村局"]),
        ("2023年和平区司法局与和平区人民政府", ["和平区司法局", "和平区人民政府"]),
        ("按照中共石湾市委全面依法治市委员会办公室要求", ["中共石湾市委全面依法治市委员会办公室"]),
        ("国家税务总局石湾县税务局持续推进税务法治建设", ["国家税务总局石湾县税务局"]),
        ("应急管理部认真贯彻", ["应急管理部"]),
        ("对石湾县公安局、向镇江市司法局、经万年县人民政府同意", ["石湾县公安局", "镇江市司法局", "万年县人民政府"]),
        ("关于石湾市规划和自然资源局和平分局工作", ["石湾市规划和自然资源局和平分局"]),
        ("我局在石湾县司法局指导下", ["石湾县司法局"]),
        ("石湾县司法局局长王某汇报", ["石湾县司法局"]),
        ("石湾省各级政府及其部门", []),
        ("各级政府及其部门", []),
        ("石湾县经济社会发展成效显著得到省司法厅肯定", []),
        ("石湾县在县委、县政府的坚强领导下，全县各级行政机关", []),
        ("修订省政府规章，确立区政府负责制，审查区政府文件", []),
        ("石湾镇坚持党建引领，紧紧围绕全面依法治县", []),
        ("建设国家医学中心和高水平大学", []),
        ("全市法治政府建设，打造服务型政府、数字政府", []),
        ("会议强调，要以全局眼光看大局", []),
        ("上级部门要求，有关部门配合", []),
    ],
)
def test_full_names_of_prose_are_found(text: str, names: list[str]) -> None:
    assert found(text) == names


LEADS = "受 由 经 向 在 对 关于 根据 按照 为 与 和 及 邀请 组织 通过 近年来 2024年 目前， （ “ 一、 ： 、".split()


@pytest.mark.parametrize(
    "name", ["石湾县人民政府", "镇江市司法局", "日照市公安局", "全椒县教育局", "和平区司法局", "司法部", "中共石湾县委"]
)
def test_words_that_lead_to_a_name_are_left_out(name: str) -> None:
    assert [lead for lead in LEADS if found(f"{lead}{name}要求") != [name]] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("石湾市人民政府办公室2024年法治政府建设", "石湾市人民政府办公室"),
        ("石湾市司法局深入贯彻落实，市公安局", "石湾市司法局"),
        ("市场监管局和平分局2024年", "市场监管局和平分局"),
        ("县人民政府和各部门", "县人民政府"),
        ("石湾市委市政府高度重视", "石湾市委市政府"),
        ("石湾市司法局（法制办）2024年", "石湾市司法局（法制办）"),
        ("石湾市司法局（印章）", "石湾市司法局"),
        ("石湾县人民政府令第3号", "石湾县人民政府"),
        ("石湾县人民政府门户网站", None),
        ("法治政府建设情况", None),
        ("获市政府督查激励", None),
        ("各级政府", None),
        ("。石湾县人民政府", None),
        ("明确市委责任", None),
        ("建设大学", None),
        ("改进海关工作", None),
        ("湾县在线", None),
        ("", None),
    ],
)
def test_longest_sensible_name_begins_exactly_here(text: str, name: str | None) -> None:
    span = organ_at(text, 0, len(text))
    assert (None if span is None else text[slice(*span)]) == name


def test_nothing_outside_the_bounds_is_read() -> None:
    text = "受石湾县人民政府办公室委托"
    assert organ_at(text, 1, 8) == (1, 8)
    assert organ_at(text, 1, 7) is None
    assert list(find_organs(text, 1, 8)) == [(1, 8)]
    assert list(find_organs(text, 2, 3)) == []
