"""What `problems`, `plans`, `achievements` and `responsibility` list: the rules of the contract, one by one."""

from __future__ import annotations

import pytest

from lawreport_parser import Item, parse

TITLE = "白鹭县水务局2023年法治政府建设年度报告\n"
REVIEW = "一、主要成效\n全年办理取水许可86件，办结率100%。组织普法讲座12场，成效明显。\n"
PLANS = "三、下一步打算\n（一）充实执法队伍。\n（二）丰富普法形式。\n"
SPEECH = "2026年政府工作报告\n——2026年1月12日在白鹭县第十八届人民代表大会第六次会议上\n各位代表：\n"
LOOKING_BACK = (
    "一、2025年工作回顾\n过去一年，全县新铺管网42公里，改造危桥9座，地区生产总值增长5.6%，圆满完成了各项任务。\n"
)
HAN = "一二三四五六七八九十"


def words(items: list[Item]) -> list[str]:
    return [item.text for item in items]


def bases(items: list[Item]) -> set[str]:
    return {item.basis for item in items}


# --- one section is the part


def test_the_children_of_the_section_that_is_the_part() -> None:
    report = parse(f"{TITLE}{REVIEW}二、存在的问题\n（一）人员偏少。\n（二）经费紧张。\n（三）宣传不够。\n{PLANS}")
    assert words(report.problems) == ["（一）人员偏少。", "（二）经费紧张。", "（三）宣传不够。"]
    assert words(report.plans) == ["（一）充实执法队伍。", "（二）丰富普法形式。"]
    assert [item.section_id for item in report.problems] == ["2.1", "2.2", "2.3"]
    assert bases(report.problems) == bases(report.plans) == {"section"}


def test_what_leads_in_the_children_and_what_follows_the_part_is_none() -> None:
    report = parse(
        f"{TITLE}{REVIEW}二、存在的问题\n主要表现在以下方面：\n（一）人员偏少。\n（二）经费紧张。\n{PLANS}特此报告。\n"
    )
    assert words(report.problems) == ["（一）人员偏少。", "（二）经费紧张。"]
    assert words(report.plans) == ["（一）充实执法队伍。", "（二）丰富普法形式。"]


def test_a_lead_in_that_could_be_a_heading_is_none() -> None:
    report = parse(
        f"{TITLE}{REVIEW}二、存在的问题\n工作中还存在一些不足：\n（一）人员偏少。\n（二）经费紧张。\n{PLANS}"
    )
    assert words(report.problems) == ["（一）人员偏少。", "（二）经费紧张。"]


def test_items_hold_their_own_members() -> None:
    report = parse(
        f"{TITLE}{REVIEW}二、存在的问题\n（一）队伍建设\n1.人员偏少。\n2.年龄偏大。\n（二）经费紧张。\n{PLANS}"
    )
    assert [words(item.items) for item in report.problems] == [["1.人员偏少。", "2.年龄偏大。"], []]
    assert [item.heading for item in report.problems] == ["队伍建设", None]


def test_members_of_a_spoken_series_are_children() -> None:
    report = parse(f"{TITLE}{REVIEW}二、存在的问题\n一是人员偏少。二是经费紧张。三是宣传不够。\n{PLANS}")
    assert words(report.problems) == ["一是人员偏少。", "二是经费紧张。", "三是宣传不够。"]


@pytest.mark.parametrize("lead", ["主要表现在：", "主要有：", "存在的主要问题是："])
def test_the_clauses_of_a_sentence_that_enumerates(lead: str) -> None:
    report = parse(f"{TITLE}{REVIEW}二、存在的问题\n{lead}执法人员偏少；老旧管网漏损率偏高；普法针对性不强。\n{PLANS}")
    assert words(report.problems) == ["执法人员偏少", "老旧管网漏损率偏高", "普法针对性不强"]
    assert bases(report.problems) == {"clause"}
    assert {item.section_id for item in report.problems} == {"2"}


def test_clauses_at_commas_where_each_lacks_something() -> None:
    report = parse(f"{TITLE}{REVIEW}二、存在的问题\n主要表现在：人员不足，经费短缺，宣传不够。\n{PLANS}")
    assert words(report.problems) == ["人员不足", "经费短缺", "宣传不够"]


@pytest.mark.parametrize(
    "last", ["调解员队伍老龄化严重", "行政争议多发", "基层执法任务繁重", "供需矛盾较为突出", "人手短板突出"]
)
def test_a_clause_at_a_comma_that_says_how_severe_it_is(last: str) -> None:
    report = parse(f"{TITLE}{REVIEW}二、存在的问题\n主要表现在：法律素养参差不齐，文书不够规范，{last}。\n{PLANS}")
    assert words(report.problems) == ["法律素养参差不齐", "文书不够规范", last]


def test_a_clause_at_a_comma_that_praises_is_no_problem() -> None:
    report = parse(f"{TITLE}{REVIEW}二、存在的问题\n主要表现在：执法水平不高，培训开展不够，工作成效突出。\n{PLANS}")
    assert words(report.problems) == ["执法水平不高，培训开展不够，工作成效突出"]


def test_clauses_are_not_parted_within_brackets() -> None:
    report = parse(f"{TITLE}{REVIEW}二、存在的问题\n主要表现在：执法水平不高（含文书；笔录）；培训不够。\n{PLANS}")
    assert words(report.problems) == ["执法水平不高（含文书；笔录）", "培训不够"]


def test_a_clause_at_a_comma_that_tells_what_follows_is_part_of_the_problem() -> None:
    report = parse(f"{TITLE}{REVIEW}二、存在的问题\n主要表现在：素质不高，存在执法随意现象，影响公信力。\n{PLANS}")
    assert words(report.problems) == ["素质不高，存在执法随意现象，影响公信力"]


@pytest.mark.parametrize(
    ("plans", "listed"),
    [
        # With and without words that lead in.
        ("招聘调解员；提升归集率至80%；健全考核机制。", ["招聘调解员", "提升归集率至80%", "健全考核机制"]),
        ("重点做好以下工作：招聘调解员；提升归集率；健全机制。", ["招聘调解员", "提升归集率", "健全机制"]),
        ("2024年，我局将招聘调解员；提升归集率。", ["2024年，我局将招聘调解员", "提升归集率"]),
        (
            "招聘调解员；提升归集率。修订办法，健全机制；添置设备。",
            ["招聘调解员", "提升归集率", "修订办法，健全机制", "添置设备"],
        ),
        # One sentence that lists nothing: a paragraph that tells.
        ("招聘调解员；提升归集率。健全考核机制。", ["招聘调解员；提升归集率。健全考核机制。"]),
        ("招聘调解员，提升归集率，健全机制。", ["招聘调解员，提升归集率，健全机制。"]),
        # Within brackets and quotation marks nothing is parted.
        ("健全机制（包括考核；奖惩），招聘调解员。", ["健全机制（包括考核；奖惩），招聘调解员。"]),
        ("招聘调解员（含聘用；返聘）；提升归集率。", ["招聘调解员（含聘用；返聘）", "提升归集率"]),
        ("推进'一村；一居'；提升归集率。", ["推进'一村；一居'", "提升归集率"]),
        ('重点抓好以下工作：推进"一村；一居"；提升归集率。', ['推进"一村；一居"', "提升归集率"]),
        ("重点抓好以下工作：招聘调解员（含“聘用；返聘）；提升归集率。", ["招聘调解员（含“聘用；返聘）", "提升归集率"]),
        # What stands behind the sentence that enumerates.
        (
            "重点抓好以下工作：招聘调解员；提升归集率。完善机制；抓好培训。",
            ["招聘调解员", "提升归集率", "完善机制", "抓好培训"],
        ),
        (
            "重点抓好以下工作：招聘调解员；提升归集率。完善机制，抓好培训。",
            ["招聘调解员", "提升归集率", "完善机制，抓好培训。"],
        ),
        # The end of the paper is no plan.
        ("招聘调解员；提升归集率；以上报告，请审议。", ["招聘调解员", "提升归集率"]),
        ("重点抓好以下工作：招聘调解员；提升归集率；特此报告。", ["招聘调解员", "提升归集率"]),
        # Several paragraphs are the plans.
        ("招聘调解员；提升归集率。\n健全机制；添置设备。", ["招聘调解员；提升归集率。", "健全机制；添置设备。"]),
    ],
)
def test_plans_in_one_paragraph_are_the_clauses_it_lists(plans: str, listed: list[str]) -> None:
    report = parse(f"{TITLE}{REVIEW}二、存在的问题\n人员偏少。\n三、下一步打算\n{plans}\n")
    assert words(report.plans) == listed
    assert {item.section_id for item in report.plans} == {"3"}


def test_the_paragraphs_of_a_part_without_children() -> None:
    report = parse(
        f"{TITLE}{REVIEW}二、存在的问题\n执法人员偏少，夜间巡查难以覆盖。\n普法形式单一，针对性不强。\n"
        "三、下一步打算\n充实执法队伍。增配巡河船。\n丰富普法形式。\n"
    )
    assert words(report.problems) == ["执法人员偏少，夜间巡查难以覆盖。", "普法形式单一，针对性不强。"]
    assert words(report.plans) == ["充实执法队伍。增配巡河船。", "丰富普法形式。"]


def test_the_achievements_and_the_duty_are_listed_like_the_others() -> None:
    report = parse(
        f"{TITLE}一、主要成效\n（一）办理取水许可86件。\n（二）组织普法讲座12场。\n"
        "二、党政主要负责人履行推进法治建设第一责任人职责的情况\n局长亲自部署、亲自督办。\n带头述法4次。\n"
        "三、存在的问题\n人员偏少。\n"
    )
    assert words(report.achievements) == ["（一）办理取水许可86件。", "（二）组织普法讲座12场。"]
    assert words(report.responsibility) == ["局长亲自部署、亲自督办。", "带头述法4次。"]


# --- several sections are the part


def test_two_to_four_parts_give_their_children_or_themselves() -> None:
    report = parse(
        f"{SPEECH}{LOOKING_BACK}二、“十五五”时期的主要目标任务\n到2030年，全县供水普及率达到98%，漏损率降至8%以下。\n"
        "三、2026年重点工作\n（一）兜牢供水底线。新建水厂2座。\n（二）擦亮渔港底色。修缮码头3座。\n"
    )
    assert [item.section_id for item in report.plans] == ["2", "3.1", "3.2"]
    assert bases(report.plans) == {"section"}


@pytest.mark.parametrize("count", [2, 3, 4])
def test_the_children_of_up_to_four_parts(count: int) -> None:
    parts = "".join(
        f"{HAN[at]}、2026年{name}工作安排\n（一）兜牢供水底线。\n（二）擦亮渔港底色。\n"
        for at, name in enumerate(["水利", "渔业", "林业", "牧业"][:count], 1)
    )
    report = parse(f"{SPEECH}{LOOKING_BACK}{parts}")
    assert [item.section_id for item in report.plans] == [f"{at}.{n}" for at in range(2, count + 2) for n in (1, 2)]


def test_of_more_parts_each_is_an_item() -> None:
    names = ["水利", "渔业", "林业", "牧业", "港务"]
    parts = "".join(
        f"{HAN[at]}、2026年{name}工作安排\n（一）兜牢供水底线。\n（二）擦亮渔港底色。\n"
        for at, name in enumerate(names, 1)
    )
    report = parse(f"{SPEECH}{LOOKING_BACK}{parts}")
    assert [item.section_id for item in report.plans] == ["2", "3", "4", "5", "6"]
    assert [len(item.items) for item in report.plans] == [2] * 5


# --- one section is two parts


def test_children_of_a_part_on_both_go_by_their_own_role() -> None:
    report = parse(
        f"{TITLE}{REVIEW}二、存在的问题及下一步打算\n"
        "（一）存在的问题\n1.人员偏少。\n2.经费紧张。\n（二）下一步打算\n1.充实执法队伍。\n2.丰富普法形式。\n"
    )
    assert words(report.problems) == ["1.人员偏少。", "2.经费紧张。"]
    assert words(report.plans) == ["1.充实执法队伍。", "2.丰富普法形式。"]


def test_children_that_are_problem_and_plan_by_turns() -> None:
    report = parse(
        f"{TITLE}{REVIEW}二、存在的问题及下一步打算\n"
        "（一）执法人员偏少，夜间巡查难以覆盖的问题仍然突出。\n（二）下一步，我局将继续充实执法队伍，确保夜间巡查全覆盖。\n"
        "（三）普法形式单一、针对性不强的问题仍然存在。\n（四）下一步，我局将进一步丰富普法形式，推动普法走进渔村。\n"
    )
    assert [item.section_id for item in report.problems] == ["2.1", "2.3"]
    assert [item.section_id for item in report.plans] == ["2.2", "2.4"]


# --- prose inside another part


BEGINNINGS = [
    "在看到成绩的同时，我们也清醒认识到存在的不足：",
    "但对照上级要求，仍存在一些问题：",
    "我们也清醒地看到，工作中还存在短板：",
]


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_problems_in_the_review_are_their_clauses(beginning: str) -> None:
    report = parse(
        f"{TITLE}{REVIEW}{beginning}执法人员偏少；老旧管网漏损率偏高；普法针对性不强。\n二、下一步打算\n充实执法队伍。\n"
    )
    assert words(report.problems) == ["执法人员偏少", "老旧管网漏损率偏高", "普法针对性不强"]
    assert bases(report.problems) == {"clause"}
    assert {item.section_id for item in report.problems} == {"1"}


@pytest.mark.parametrize(
    "review", ["（三）人民调解。调解纠纷3204件。", "（三）人民调解。全年调解矛盾纠纷3204件，成功率98.7%。"]
)
@pytest.mark.parametrize("between", ["", "\n"])
def test_an_achievement_ends_where_problems_begin(review: str, between: str) -> None:
    """However much of the section they take: what is listed among the problems is no part of an achievement."""
    problems = "但是，我局仍存在短板，如执法人员法律素养参差不齐，文书不够规范，监管推进较慢，调解员队伍老龄化严重。"
    report = parse(
        f"{TITLE}一、主要成效\n（一）规范执法。全年办案30件。\n（二）加强普法。讲座12场。\n{review}{between}{problems}\n"
        "二、下一步打算\n（一）充实执法队伍。\n"
    )
    assert words(report.achievements) == ["（一）规范执法。全年办案30件。", "（二）加强普法。讲座12场。", review]
    assert words(report.problems) == [problems]


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_or_the_members_of_their_series(beginning: str) -> None:
    report = parse(
        f"{TITLE}{REVIEW}{beginning}一是执法人员偏少。二是老旧管网漏损率偏高。三是普法针对性不强。\n二、下一步打算\n充实执法队伍。\n"
    )
    assert words(report.problems) == ["一是执法人员偏少。", "二是老旧管网漏损率偏高。", "三是普法针对性不强。"]
    assert bases(report.problems) == {"section"}


def test_or_their_sentences() -> None:
    report = parse(
        f"{TITLE}{REVIEW}我们也清醒地看到，工作中还存在不少问题。执法人员偏少，夜间巡查难以覆盖。普法形式单一，针对性不强。\n"
        "二、下一步打算\n充实执法队伍。\n"
    )
    assert words(report.problems) == ["执法人员偏少，夜间巡查难以覆盖。", "普法形式单一，针对性不强。"]
    assert bases(report.problems) == {"sentence"}


@pytest.mark.parametrize(
    "afterword", ["对此，我们将采取有力措施，切实加以解决。", "对这些问题，我们必须高度重视，认真加以解决。"]
)
def test_that_problems_will_be_solved_is_no_problem(afterword: str) -> None:
    report = parse(
        f"{TITLE}{REVIEW}我们也清醒地看到，工作中还存在不少问题。执法人员偏少，夜间巡查难以覆盖。"
        f"普法形式单一，针对性不强。{afterword}\n二、下一步打算\n充实执法队伍。\n"
    )
    assert words(report.problems) == ["执法人员偏少，夜间巡查难以覆盖。", "普法形式单一，针对性不强。"]


# --- no section is the part


def test_sentences_of_the_closing_where_no_part_is() -> None:
    report = parse(
        f"{TITLE}一、办好许可\n全年办理取水许可86件，办结率100%。\n二、讲好普法\n组织普法讲座12场，成效明显。\n"
        "一年来，我局工作取得明显成效，但也存在执法人员偏少、普法形式单一等问题。2024年，我局将继续充实执法队伍。\n"
    )
    assert len(report.problems) == 1
    assert "执法人员偏少、普法形式单一" in report.problems[0].text
    assert words(report.plans) == ["2024年，我局将继续充实执法队伍。"]
    assert {item.section_id for item in (*report.problems, *report.plans)} == {None}


def test_a_series_that_prose_leads_in() -> None:
    report = parse(
        f"{TITLE}{REVIEW}二、存在的问题\n（一）人员偏少。\n（二）经费紧张。\n"
        "2024年，我局将继续做好以下工作：\n（一）充实执法队伍。\n（二）丰富普法形式。\n"
    )
    assert words(report.problems) == ["（一）人员偏少。", "（二）经费紧张。"]
    assert words(report.plans) == ["（一）充实执法队伍。", "（二）丰富普法形式。"]
    assert bases(report.plans) == {"section"}


def test_plans_in_paragraphs_behind_a_lead_in() -> None:
    report = parse(
        f"{TITLE}2023年，我局办理取水许可86件，组织普法讲座12场，成效明显。\n"
        "但仍存在执法人员偏少、普法形式单一等问题，老旧管网漏损率偏高。\n"
        "下一步，我局将做好以下工作：\n继续充实执法队伍，确保夜间巡查全覆盖。\n进一步丰富普法形式，推动普法走进渔村。\n"
    )
    assert words(report.plans) == ["继续充实执法队伍，确保夜间巡查全覆盖。", "进一步丰富普法形式，推动普法走进渔村。"]


def test_the_members_of_an_annex_of_a_work_report() -> None:
    report = parse(
        f"{SPEECH}{LOOKING_BACK}二、2026年重点工作\n（一）兜牢供水底线。新建水厂2座。\n（二）擦亮渔港底色。修缮码头3座。\n"
        "附件\n2026年县十件民生实事\n1.新建渔村水站12座。\n2.改造老旧管网60公里。\n3.修缮灯塔9座。\n"
    )
    assert words(report.plans)[2:] == ["1.新建渔村水站12座。", "2.改造老旧管网60公里。", "3.修缮灯塔9座。"]


# --- and where there is nothing


def test_a_report_without_problems_or_plans_lists_none() -> None:
    report = parse(f"{TITLE}{REVIEW}")
    assert (report.problems, report.plans, report.responsibility) == ([], [], [])
    assert len(report.achievements) > 0


def test_items_stand_in_the_order_of_the_text_and_apart() -> None:
    report = parse(
        f"{TITLE}{REVIEW}但对照上级要求，仍存在一些问题：执法人员偏少；普法针对性不强。\n二、讲好普法\n组织普法讲座12场，发放手册"
        "3000册。\n三、存在的问题\n（一）经费紧张。\n（二）宣传不够。\n四、下一步打算\n（一）充实执法队伍。\n（二）丰富普法形式。\n"
    )
    for items in (report.achievements, report.problems, report.plans):
        ends = [0, *(item.span.end for item in items)]
        assert all(end <= item.span.start for end, item in zip(ends, items, strict=False))
    assert words(report.problems) == ["执法人员偏少", "普法针对性不强", "（一）经费紧张。", "（二）宣传不够。"]


def test_problems_in_the_review_right_before_the_part_on_problems() -> None:
    report = parse(
        f"{TITLE}{REVIEW}但对照上级要求，仍存在一些问题：执法人员偏少；普法针对性不强。\n"
        "二、存在的问题\n（一）经费紧张。\n（二）宣传不够。\n三、下一步打算\n充实执法队伍。\n"
    )
    assert words(report.problems) == ["执法人员偏少", "普法针对性不强", "（一）经费紧张。", "（二）宣传不够。"]


# --- members that name a lack and its remedy


@pytest.mark.parametrize(
    ("members", "problems", "plans"),
    [
        (
            "一是宣传形式单一。下一步将创新形式。二是人员不足。下一步将充实力量。",
            ["一是宣传形式单一。", "二是人员不足。"],
            ["下一步将创新形式。", "下一步将充实力量。"],
        ),
        (
            "一是宣传形式单一。下一步，我局将创新形式。\n二是船只保养。今后要添置船只。三是把关不严。",
            ["一是宣传形式单一。", "二是船只保养。", "三是把关不严。"],
            ["下一步，我局将创新形式。", "今后要添置船只。"],
        ),
        # It is not sure that the second member names a problem, but nothing is lost.
        (
            "一是宣传形式单一。下一步将创新形式。二是充实力量。",
            ["一是宣传形式单一。"],
            ["下一步将创新形式。", "二是充实力量。"],
        ),
        # A series that begins anew, or goes on with measures, is none of problems.
        (
            "一是经费紧张。二是人员不足。下一步，我局将：一是解决经费不足。二是充实人员。",
            ["一是经费紧张。", "二是人员不足。"],
            ["一是解决经费不足。", "二是充实人员。"],
        ),
        # One turn for all members.
        (
            "一是经费紧张。二是人员不足。下一步，将做好以下工作：一是争取经费。二是招人。",
            ["一是经费紧张。", "二是人员不足。"],
            ["一是争取经费。", "二是招人。"],
        ),
    ],
)
def test_members_with_their_remedies_are_problems_and_plans(
    members: str, problems: list[str], plans: list[str]
) -> None:
    report = parse(f"{TITLE}{REVIEW}二、存在的问题和下一步打算\n{members}\n")
    assert words(report.problems) == problems
    assert words(report.plans) == plans
