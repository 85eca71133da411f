"""What is planned is never read as achieved: without headings that say so, in any order, whatever parts are absent."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_texts import roles_of

from lawreport_parser import Report, parse
from lawreport_parser.lexicon import Role

TITLE = "白鹭县水务局2023年法治政府建设年度报告\n"
SPEECH = "2026年政府工作报告\n——2026年1月12日在白鹭县第十八届人民代表大会第六次会议上\n各位代表：\n"
HAN = "一二三四五六七八九十"

#: Sentences whose words leave no doubt, each once.
CLEAR: dict[Role, list[str]] = {
    "achievements": [
        "2023年，我局新铺管网42公里，解决了3.2万人的吃水难题，群众满意率达到97%。",
        "全年办理取水许可86件，办结率100%，较上年提高3个百分点。",
        "2023年，我局修订取水章程4部，组织普法讲座12场，取得了明显成效。",
        "一年来，累计查处非法采砂案件18起，荣获全省水利系统先进集体。",
    ],
    "problems": [
        "但仍存在执法人员偏少、夜间巡查难以覆盖等问题，老旧管网漏损率偏高。",
        "我们也清醒认识到，普法形式单一、针对性不强，基层力量仍然薄弱。",
        "对照群众期盼，工作中还存在不少短板和差距，部分干部担当意识不强。",
    ],
    "plans": [
        "下一步，我局将继续推进管网改造，力争2024年底前漏损率降至9%以下。",
        "2024年，我局将进一步充实执法队伍，确保夜间巡查全覆盖。",
        "明年，我局将继续丰富普法形式，推动普法走进渔村，着力提升针对性。",
        "新的一年，我们将加快修缮码头3座，确保汛期前完成加固任务。",
    ],
    "responsibility": [
        "局党政主要负责人切实履行推进法治建设第一责任人职责，亲自部署、亲自过问、亲自督办。",
        "局长带头述法，主持召开法治建设专题会议4次，切实履行第一责任人职责。",
    ],
}
THEMES = ["清流入户", "账本缺页", "再启新程", "领头雁飞", "灯塔长明", "渔火归舟", "石桥卧波"]


def assert_no_plan_is_achieved(text: str, plans: list[str]) -> Report:
    report = parse(text)
    for plan in plans:
        assert "achievements" not in roles_of(report, plan), plan
    for item in report.achievements:
        assert not any(plan in item.text for plan in plans), item.text
    return report


@st.composite
def parts(draw: st.DrawFn) -> list[tuple[Role, str]]:
    """Draw paragraphs of two sentences or more of one role, some roles absent, in any order; plans are never absent."""
    others = draw(st.sets(st.sampled_from(sorted(CLEAR.keys() - {"plans"}))))
    roles: list[Role] = draw(st.permutations(sorted({*others, "plans"})))
    return [
        (role, "".join(draw(st.permutations(CLEAR[role]))[: draw(st.integers(2, len(CLEAR[role])))])) for role in roles
    ]


def plans_in(drawn: list[tuple[Role, str]]) -> list[str]:
    return [plan for _, words in drawn for plan in CLEAR["plans"] if plan in words]


@given(parts())
def test_paragraphs_in_any_order(drawn: list[tuple[Role, str]]) -> None:
    text = TITLE + "".join(f"{words}\n" for _, words in drawn)
    assert_no_plan_is_achieved(text, plans_in(drawn))


@given(parts(), st.permutations(THEMES), st.sampled_from(["{n}、", "（{n}）", ""]))
def test_parts_under_thematic_headings_in_any_order(
    drawn: list[tuple[Role, str]], themes: list[str], form: str
) -> None:
    text = TITLE + "".join(
        f"{form.format(n=HAN[at])}{theme}\n{words}\n"
        for at, ((_, words), theme) in enumerate(zip(drawn, themes, strict=False))
    )
    report = assert_no_plan_is_achieved(text, plans_in(drawn))
    if form and len(drawn) > 1:
        for section, (role, _) in zip(report.sections, drawn, strict=True):
            assert role != "plans" or "achievements" not in section.roles


def beside_others(sentences: list[str]) -> list[str]:
    """Return the plans that do not stand alone in the review: behind a plan, or before what is no achievement.

    One sentence among achievements goes with them, whatever it says: `test_a_plan_of_one_sentence_before_the_review`.
    """
    around = ["", *sentences, ""]
    reviewed = CLEAR["achievements"]
    return [
        each
        for before, each, behind in zip(around, around[1:], around[2:], strict=False)
        if each in CLEAR["plans"] and (behind not in reviewed or (before and before not in reviewed))
    ]


EVERY_SENTENCE = [each for of_role in CLEAR.values() for each in of_role]


@given(st.permutations(CLEAR["achievements"] + CLEAR["plans"]))
def test_paragraphs_of_one_sentence_shuffled(sentences: list[str]) -> None:
    assert_no_plan_is_achieved(TITLE + "\n".join(sentences) + "\n", beside_others(sentences))


@given(st.permutations(EVERY_SENTENCE))
def test_paragraphs_of_one_sentence_of_every_role_shuffled(sentences: list[str]) -> None:
    assert_no_plan_is_achieved(TITLE + "\n".join(sentences) + "\n", beside_others(sentences))


@given(st.permutations(EVERY_SENTENCE))
def test_numbered_members_of_one_sentence_shuffled(sentences: list[str]) -> None:
    lines = (f"{at}．{sentence}\n" for at, sentence in enumerate(sentences, 1))
    assert_no_plan_is_achieved(TITLE + "".join(lines), beside_others(sentences))


ALONE = [
    "下一步，我局将继续推进管网改造，力争2024年底前漏损率降至9%以下。",
    "明年，我局将继续丰富普法形式，推动普法走进渔村，着力提升针对性。",
]


@pytest.mark.parametrize("plan", ALONE)
def test_a_plan_of_one_sentence_before_the_review(plan: str) -> None:
    assert_no_plan_is_achieved(f"{TITLE}{plan}\n{''.join(CLEAR['achievements'][:2])}\n", [plan])


@pytest.mark.parametrize("plan", CLEAR["plans"])
def test_a_plan_of_one_sentence_behind_the_review(plan: str) -> None:
    assert_no_plan_is_achieved(f"{TITLE}{''.join(CLEAR['achievements'][:2])}\n{plan}\n", [plan])


@pytest.mark.parametrize("order", list(permutations(["achievements", "problems", "plans"])))
@pytest.mark.parametrize("absent", ["achievements", "problems", None])
def test_parts_named_by_theme_alone(order: tuple[Role, ...], absent: Role | None) -> None:
    present = [role for role in order if role != absent]
    text = TITLE + "".join(f"{HAN[at]}、{THEMES[at]}\n{''.join(CLEAR[role])}\n" for at, role in enumerate(present))
    report = assert_no_plan_is_achieved(text, CLEAR["plans"])
    assert report.sections[present.index("plans")].roles == ["plans"]


def test_nothing_but_plans() -> None:
    for text in (
        TITLE + "".join(CLEAR["plans"]),
        TITLE + "\n".join(CLEAR["plans"]),
        TITLE + "".join(f"{HAN[at]}、{plan}\n" for at, plan in enumerate(CLEAR["plans"])),
        TITLE + "".join(f"{HAN[at]}、{THEMES[at]}\n{plan}\n" for at, plan in enumerate(CLEAR["plans"])),
    ):
        assert_no_plan_is_achieved(text, CLEAR["plans"])


# --- headings that name no role, in a report to a meeting


AHEAD = [
    "“十五五”时期的主要目标和重点任务",
    "一鼓作气勇争先，全力推动“十五五”开局",
    "2026年主要工作",
    "2026年的总体要求和预期目标",
    "今年的主要任务",
    "未来五年的奋斗目标",
]


@pytest.mark.parametrize("heading", AHEAD)
@pytest.mark.parametrize("problems", ["", "在肯定成绩的同时，我们也清醒认识到，渔业基础薄弱，水利欠账较多。\n"])
def test_a_heading_that_looks_ahead(heading: str, problems: str) -> None:
    """What stands below may be as terse as plans are: no word of it looks ahead."""
    plans = ["新建水厂2座，改造管网60公里。", "修缮码头3座，疏浚水渠40公里。"]
    text = (
        f"{SPEECH}现在，我代表县人民政府，向大会报告工作，请予审议。\n"
        "一、2025年工作回顾\n过去一年，全县新铺管网42公里，改造危桥9座，地区生产总值增长5.6%，圆满完成了各项任务。\n"
        f"{problems}二、{heading}\n（一）兜牢供水底线。{plans[0]}\n（二）擦亮渔港底色。{plans[1]}\n"
    )
    report = assert_no_plan_is_achieved(text, plans)
    assert report.sections[1].roles == ["plans"]
