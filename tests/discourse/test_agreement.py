"""Passages and sections agree: what a heading names holds for most of the text below, and roles come from passages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawreport_parser import Report, Section, parse
from lawreport_parser.lexicon import ROLES, Role

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))
TITLE = "白鹭县水务局2023年法治政府建设年度报告\n"
HAN = "一二三四五六七八九十"

#: Headings that name one role.
NAMES: dict[Role, list[str]] = {
    "achievements": ["主要举措和成效", "2023年工作回顾", "工作开展情况", "主要做法及成效"],
    "problems": ["存在的不足和原因", "存在的问题", "存在的主要问题和不足"],
    "responsibility": ["党政主要负责人履行推进法治建设第一责任人职责的情况"],
    "plans": ["下一年度的主要安排", "下一步工作打算", "2024年工作安排", "今后的工作思路"],
    "other": ["其他需要报告的情况"],
}
#: What may stand below any heading, and what fits below one of them.
NEUTRAL = ["看护灯塔。", "修缮码头、渔港。", "疏浚水渠。", "清点林木，丈量河湖。", "擦拭石板。"]
FITTING: dict[Role, list[str]] = {
    "achievements": ["办理取水许可86件。", "组织普法讲座12场，成效明显。"],
    "problems": ["人员偏少，经费紧张。", "普法形式单一，针对性不强。"],
    "responsibility": ["局长亲自部署、亲自督办。", "主要负责人带头述法4次。"],
    "plans": ["继续充实执法队伍。", "进一步丰富普法形式。"],
    "other": ["无其他情况。"],
}


def named(report: Report) -> Iterator[Section]:
    """Yield the sections whose own heading names one role, and that no child with another name parts."""
    for section in report.walk():
        if section.role_basis == "heading" and len(section.roles) == 1:
            inner = [each for each in section.walk() if each.role_basis == "heading"]
            if all(each.roles == section.roles for each in inner):
                yield section


def held(report: Report, section: Section) -> dict[Role, int]:
    """Return how many characters of a section each role has."""
    start, end = section.span.start, section.span.end
    sizes = dict.fromkeys(ROLES, 0)
    for passage in report.passages:
        sizes[passage.role] += max(0, min(passage.span.end, end) - max(passage.span.start, start))
    return sizes


def assert_agreement(report: Report) -> None:
    for section in named(report):
        sizes = held(report, section)
        assert 2 * sizes[section.roles[0]] > sum(sizes.values()), (section.id, section.heading, sizes)
    for section in report.walk():
        if section.role_basis == "wording":
            sizes = held(report, section)
            assert all(sizes[role] > 0 for role in section.roles), (section.id, section.roles, sizes)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_agree(path: Path) -> None:
    assert_agreement(parse(path.read_text(encoding="utf-8")))


@st.composite
def reports(draw: st.DrawFn) -> tuple[list[Role], str]:
    """Draw a report of named parts, in any order, some absent; their text fits or shows nothing."""
    roles: list[Role] = draw(st.lists(st.sampled_from(ROLES), unique=True, min_size=1))
    text = TITLE
    for at, role in enumerate(roles):
        text += f"{HAN[at]}、{draw(st.sampled_from(NAMES[role]))}\n"
        below = draw(st.lists(st.sampled_from(NEUTRAL + FITTING[role]), min_size=1, max_size=4, unique=True))
        numbered = draw(st.booleans())
        text += "".join(f"（{HAN[n]}）{each}\n" if numbered else f"{each}\n" for n, each in enumerate(below))
    return roles, text


@given(reports())
def test_generated_reports_agree(drawn: tuple[list[Role], str]) -> None:
    roles, text = drawn
    report = parse(text)
    assert [section.roles for section in report.sections] == [[role] for role in roles]
    assert_agreement(report)


@given(reports())
def test_a_part_of_one_name_is_one_passage(drawn: tuple[list[Role], str]) -> None:
    roles, text = drawn
    report = parse(text)
    assert [(each.role, each.basis) for each in report.passages] == [(role, "heading") for role in roles]


@given(reports(), st.sampled_from(["\n\n", "\r\n", "\n\u3000\u3000"]))
def test_line_ends_and_indents_change_no_role(drawn: tuple[list[Role], str], gap: str) -> None:
    roles, text = drawn
    assert [each.role for each in parse(text.replace("\n", gap)).passages] == roles


#: Orders that are rare; each part holds a sentence that shows nothing.
RARE: list[list[Role]] = [
    ["plans", "achievements"],
    ["problems", "achievements", "plans"],
    ["achievements", "problems", "responsibility", "other", "plans"],
]


@pytest.mark.parametrize("order", RARE, ids="-".join)
def test_what_headings_name_in_a_rare_order_holds(order: list[Role]) -> None:
    report = parse(TITLE + "".join(f"{HAN[at]}、{NAMES[role][0]}\n看护灯塔。\n" for at, role in enumerate(order)))
    assert [section.roles for section in report.sections] == [[role] for role in order]
    assert [each.role for each in report.passages] == order
