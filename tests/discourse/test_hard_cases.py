"""Hard cases by name: what each stretch of a report is, with headings that name it and with none."""

from __future__ import annotations

import pytest
from marked_texts import Part, assert_told

from lawreport_parser import parse
from lawreport_parser.lexicon import Role

TITLE: Part = ("白鹭县水务局2023年法治政府建设年度报告\n", None)
OPENING: Part = ("现将我局2023年法治政府建设情况报告如下：\n", "other")
SIGNED: Part = ("白鹭县水务局\n2024年1月12日\n", None)

HEAD_OF_SPEECH: Part = (
    "2026年政府工作报告\n——2026年1月12日在白鹭县第十八届人民代表大会第六次会议上\n"
    "白鹭县人民政府县长　石一川\n各位代表：\n",
    None,
)

CASES: dict[str, list[Part]] = {
    "headings that name their parts": [
        TITLE,
        OPENING,
        ("一、主要举措和成效\n", "achievements"),
        ("（一）修订取水章程4部。全年办理取水许可86件，办结率100%。\n", "achievements"),
        ("（二）组织普法讲座12场，发放手册3000册。\n", "achievements"),
        ("二、存在的不足和原因\n", "problems"),
        ("（一）执法人员偏少，夜间巡查难以覆盖。\n（二）普法形式单一，针对性不强。\n", "problems"),
        ("三、下一年度的主要安排\n", "plans"),
        ("（一）充实执法队伍，增配巡河船。\n（二）丰富普法形式，走进渔村。\n", "plans"),
        SIGNED,
    ],
    "thematic headings": [
        TITLE,
        OPENING,
        ("一、清流入户，百姓的龙头开得更稳\n", "achievements"),
        ("2023年，我局新铺管网42公里，解决了3.2万人的吃水难题，群众满意率达到97%。\n", "achievements"),
        ("二、照一照镜子，账本上还缺了几页\n", "problems"),
        ("在看到成绩的同时，我们也清醒认识到，执法人员偏少，老旧管网漏损率偏高，基层普法流于形式。\n", "problems"),
        ("三、新程再启，把好事办到心坎上\n", "plans"),
        ("2024年，我局将继续推进管网改造，力争年底前完成老城区改造任务，确保漏损率降至9%以下。\n", "plans"),
        SIGNED,
    ],
    "no headings at all": [
        TITLE,
        OPENING,
        (
            "2023年，我局修订取水章程4部，全年办理取水许可86件，办结率100%。组织普法讲座12场，发放手册3000册，"
            "群众满意率较上年提高3个百分点。\n",
            "achievements",
        ),
        (
            "在肯定成绩的同时，我们也清醒地看到，工作中仍存在不少问题。执法人员偏少，夜间巡查难以覆盖；普法形式单一，"
            "针对性不强。\n",
            "problems",
        ),
        (
            "下一步，我局将进一步充实执法队伍，增配巡河船。继续丰富普法形式，推动普法走进渔村，力争2024年底前实现全覆盖。\n",
            "plans",
        ),
        SIGNED,
    ],
    "headings without markers": [
        TITLE,
        OPENING,
        ("主要成效\n", "achievements"),
        ("全年办理取水许可86件，办结率100%。组织普法讲座12场，发放手册3000册，成效明显。\n", "achievements"),
        ("存在的问题\n", "problems"),
        ("执法人员偏少，夜间巡查难以覆盖。普法形式单一，针对性不强。\n", "problems"),
        ("下一步打算\n", "plans"),
        ("充实执法队伍，增配巡河船。丰富普法形式，推动普法走进渔村。\n", "plans"),
        SIGNED,
    ],
    "thematic headings without markers": [
        TITLE,
        OPENING,
        ("清流润民\n", "achievements"),
        (
            "一年来，我局新铺管网42公里，解决了3.2万人的吃水难题。全年办理取水许可86件，群众满意率达到97%。\n",
            "achievements",
        ),
        ("镜中有尘\n", "problems"),
        ("对照群众期盼，我们的工作仍存在差距。执法人员偏少，漏损率偏高，普法流于形式，基层力量薄弱。\n", "problems"),
        ("再启新程\n", "plans"),
        ("2024年，我局将继续推进管网改造。下一步还将充实执法队伍，确保漏损率年底前降至9%以下。\n", "plans"),
        SIGNED,
    ],
    "one line": [
        ("2023年，我局办理取水许可86件，组织普法讲座12场，成效明显。", "achievements"),
        ("但仍存在执法人员偏少、普法形式单一等问题。", "problems"),
        ("下一步，我局将充实执法队伍，继续丰富普法形式。", "plans"),
    ],
    "one line with markers": [
        ("白鹭县水务局2023年法治政府建设年度报告", None),
        ("现将我局2023年法治政府建设情况报告如下：", "other"),
        ("一、主要成效全年办理取水许可86件，办结率100%。组织普法讲座12场。", "achievements"),
        ("二、存在的问题执法人员偏少，夜间巡查难以覆盖。普法形式单一，针对性不强。", "problems"),
        ("三、下一步打算充实执法队伍，增配巡河船。丰富普法形式，走进渔村。", "plans"),
    ],
    "plans behind a bare lead-in": [
        TITLE,
        OPENING,
        ("一、主要成效\n全年办理取水许可86件，办结率100%。组织普法讲座12场。\n", "achievements"),
        ("二、存在的问题\n执法人员偏少，夜间巡查难以覆盖。\n", "problems"),
        ("下一步，我局将做好以下工作：\n", "plans"),
        ("（一）充实执法队伍。增配巡河船。\n（二）丰富普法形式。走进渔村。\n", "plans"),
        SIGNED,
    ],
    "duty as a part": [
        TITLE,
        OPENING,
        ("一、主要成效\n全年办理取水许可86件，办结率100%。组织普法讲座12场。\n", "achievements"),
        (
            "二、党政主要负责人履行推进法治建设第一责任人职责的情况\n局长亲自部署、亲自督办，主持召开专题会议4次。\n",
            "responsibility",
        ),
        ("三、存在的问题\n执法人员偏少，夜间巡查难以覆盖。\n", "problems"),
        ("四、下一步打算\n充实执法队伍，增配巡河船。\n", "plans"),
        SIGNED,
    ],
    "duty as a paragraph": [
        TITLE,
        OPENING,
        ("2023年，我局修订取水章程4部，全年办理取水许可86件，办结率100%，成效明显。\n", "achievements"),
        (
            "局党政主要负责人切实履行推进法治建设第一责任人职责，亲自部署、亲自过问、亲自督办，带头述法，带头学法。\n",
            "responsibility",
        ),
        ("在肯定成绩的同时，我们也清醒地看到，工作中仍存在不少问题。执法人员偏少，普法针对性不强。\n", "problems"),
        ("下一步，我局将充实执法队伍，继续丰富普法形式。\n", "plans"),
        SIGNED,
    ],
    "duty as a child": [
        TITLE,
        OPENING,
        ("一、主要成效\n", "achievements"),
        ("（一）办好许可\n全年办理取水许可86件，办结率100%。\n", "achievements"),
        (
            "（二）主要负责人履行推进法治建设第一责任人职责情况\n局长亲自部署、亲自督办，带头述法，主持召开专题会议4次。\n",
            "responsibility",
        ),
        ("二、存在的问题\n执法人员偏少，夜间巡查难以覆盖。\n", "problems"),
        ("三、下一步打算\n充实执法队伍，增配巡河船。\n", "plans"),
        SIGNED,
    ],
    "a work report, its plan by five years and by year": [
        HEAD_OF_SPEECH,
        ("现在，我代表县人民政府，向大会报告工作，请予审议，并请各位政协委员提出意见。\n", "other"),
        ("一、2025年工作回顾\n", "achievements"),
        ("过去一年，全县新铺管网42公里，改造危桥9座，地区生产总值增长5.6%，圆满完成了各项任务。\n", "achievements"),
        ("二、“十五五”时期的主要目标和重点任务\n", "plans"),
        ("到2030年，全县供水普及率达到98%，漏损率降至8%以下，渔村全部通达硬化路。\n", "plans"),
        ("三、2026年重点工作\n", "plans"),
        ("（一）兜牢供水底线。新建水厂2座，改造管网60公里。\n（二）擦亮渔港底色。修缮码头3座。\n", "plans"),
        ("各位代表！让我们携手并肩，砥砺前行，谱写白鹭新篇章！\n", "other"),
    ],
    "annexes of a work report": [
        HEAD_OF_SPEECH,
        ("现在，我代表县人民政府，向大会报告工作，请予审议，并请各位政协委员提出意见。\n", "other"),
        ("一、2025年工作回顾\n", "achievements"),
        ("过去一年，全县新铺管网42公里，改造危桥9座，地区生产总值增长5.6%，圆满完成了各项任务。\n", "achievements"),
        ("二、2026年重点工作\n", "plans"),
        ("（一）兜牢供水底线。新建水厂2座，改造管网60公里。\n（二）擦亮渔港底色。修缮码头3座。\n", "plans"),
        ("附件\n2026年县十件民生实事\n1.新建渔村水站12座。\n2.改造老旧管网60公里。\n3.修缮灯塔9座。\n", "plans"),
    ],
    "thanks among the review": [
        HEAD_OF_SPEECH,
        ("现在，我代表县人民政府，向大会报告工作，请予审议，并请各位政协委员提出意见。\n", "other"),
        ("一、2025年工作回顾\n", "achievements"),
        ("过去一年，全县新铺管网42公里，改造危桥9座，地区生产总值增长5.6%，圆满完成了各项任务。\n", "achievements"),
        ("各位代表！成绩来之不易。", "achievements"),
        (
            "在此，我代表县人民政府，向全县人民，向各位代表、各位委员，致以崇高敬意和衷心感谢！\n",
            "other",
        ),
        (
            "在肯定成绩的同时，我们也清醒认识到，全县发展仍面临不少困难和问题：渔业基础薄弱，水利欠账较多，"
            "部分干部担当意识不强。对此，我们将认真加以解决。\n",
            "problems",
        ),
        ("二、2026年重点工作\n", "plans"),
        ("（一）兜牢供水底线。新建水厂2座，改造管网60公里。\n（二）擦亮渔港底色。修缮码头3座。\n", "plans"),
        ("各位代表！让我们携手并肩，砥砺前行，谱写白鹭新篇章！\n", "other"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_passages_are_those_marked(name: str) -> None:
    assert_told(*CASES[name])


# --- problems inside the review

REVIEWED = "2023年，我局修订取水章程4部，全年办理取水许可86件，办结率100%，成效明显。"
LACKING = "执法人员偏少，夜间巡查难以覆盖；普法形式单一，针对性不强。"
BEGINNINGS = [
    "在看到成绩的同时，我们也清醒认识到存在的不足：",
    "在总结成绩的同时，我们也要正视差距：",
    "但对照上级要求，仍存在一些问题：",
    "然而，工作中还存在不少薄弱环节：",
    "虽然取得了一定成绩，但仍有不小差距：",
    "成绩固然可喜，问题也不容忽视。",
    "与群众期盼相比，我们的工作仍有差距：",
    "我们也清醒地看到，工作中还存在短板：",
    "同时也应看到，我局工作还存在不足，主要表现在：",
]


def assert_told_in_review(review: str, problems: str) -> None:
    """Assert that `problems`, at the end of a part whose heading names no role, are told behind its `review`."""
    assert_told(
        TITLE,
        OPENING,
        (f"一、办好许可\n{review}", "achievements"),
        (f"{problems}\n", "problems"),
        ("二、下一步打算\n充实执法队伍，增配巡河船。\n", "plans"),
        SIGNED,
    )


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_problems_in_a_paragraph_of_the_review(beginning: str) -> None:
    assert_told_in_review(f"{REVIEWED}\n", f"{beginning}{LACKING}")


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_problems_behind_the_review_in_the_same_paragraph(beginning: str) -> None:
    assert_told_in_review(REVIEWED, f"{beginning}{LACKING}")


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_problems_as_a_spoken_series_in_the_review(beginning: str) -> None:
    series = "一是执法人员偏少，夜间巡查难以覆盖。二是普法形式单一，针对性不强。三是管网老化，漏损率偏高。"
    assert_told_in_review(f"{REVIEWED}\n", f"{beginning}{series}")


# --- plans

LEADS = [
    "下一步，我局将",
    "下一步，我局坚持",
    "2024年，我局将",
    "2024年，我们坚持",
    "新的一年，我们将",
    "新的一年，我局坚持",
    "明年，我局将继续",
    "今后，我局将进一步",
    "接下来，我局将",
]


@pytest.mark.parametrize("lead", LEADS)
def test_plans_in_a_paragraph_behind_the_problems(lead: str) -> None:
    assert_told(
        TITLE,
        OPENING,
        (f"{REVIEWED}\n", "achievements"),
        (f"但对照上级要求，仍存在一些问题：{LACKING}\n", "problems"),
        (f"{lead}以群众满意为目标，着力充实执法队伍。加快增配巡河船，推动普法走进渔村。\n", "plans"),
        SIGNED,
    )


@pytest.mark.parametrize("lead", LEADS)
def test_plans_in_a_paragraph_behind_the_review(lead: str) -> None:
    assert_told(
        TITLE,
        OPENING,
        (f"{REVIEWED}\n", "achievements"),
        (f"{lead}以群众满意为目标，着力充实执法队伍。加快增配巡河船，推动普法走进渔村。\n", "plans"),
        SIGNED,
    )


SHORT = [
    "下一步，充实执法队伍。",
    "下一步，我局坚持问题导向，充实执法队伍。",
    "明年，我局坚持严格执法。",
    "今后，我局坚持严格执法。",
    "下一步，我局要充实执法队伍。",
    "下一步，我局将继续充实执法队伍。",
]


@pytest.mark.parametrize("plan", SHORT)
def test_a_plan_of_one_sentence_behind_the_review(plan: str) -> None:
    assert_told(TITLE, (f"{REVIEWED}\n", "achievements"), (f"{plan}\n", "plans"), SIGNED)


@pytest.mark.parametrize("lead", LEADS)
def test_plans_in_a_series_that_prose_leads_in(lead: str) -> None:
    assert_told(
        TITLE,
        OPENING,
        (f"一、主要成效\n{REVIEWED}\n", "achievements"),
        (f"二、存在的问题\n{LACKING}\n", "problems"),
        (f"{lead}以群众满意为目标，抓好以下工作。\n", "plans"),
        ("（一）充实执法队伍。增配巡河船。\n（二）丰富普法形式。推动普法走进渔村。\n", "plans"),
        SIGNED,
    )


# --- what is no report, and several in one


RULES = [
    "白鹭县渔港管理规定\n第一章　总则\n第一条　为了加强渔港管理，制定本规定。\n第二条　渔港应当常亮灯塔，不得熄灭。\n"
    "第二章　罚则\n第三条　违反本规定的，处500元罚款。\n第四条　本规定自2024年1月1日起施行。\n",
    "白鹭县防汛应急预案\n1 总则\n1.1 编制目的\n为了确保人员安全，制定本预案。\n1.2 适用范围\n全县汛期抢险。\n"
    "2 响应\n2.1 启动\n雨量达到50毫米时启动响应。\n2.2 终止\n雨停后终止响应。\n",
]


@pytest.mark.parametrize("text", RULES)
def test_what_is_no_report_has_neither_problems_nor_plans(text: str) -> None:
    report = parse(text)
    assert [(each.role, each.basis) for each in report.passages] == [("other", "neighbours")]
    assert not any(section.roles for section in report.walk())
    assert (report.achievements, report.problems, report.responsibility, report.plans) == ([], [], [], [])


def test_two_documents_in_one_file_are_read_each_for_itself() -> None:
    parts: list[Part] = []
    for organ in ("白鹭县水务局", "石湾县渔业局"):
        parts += [
            (f"{organ}2023年法治政府建设年度报告\n", None),
            (f"一、主要成效\n{REVIEWED}\n", "achievements"),
            (f"二、存在的问题\n{LACKING}\n", "problems"),
            ("三、下一步打算\n充实执法队伍，增配巡河船。\n", "plans"),
            (f"{organ}\n2024年1月12日\n", None),
        ]
    report = parse("".join(words for words, _ in parts))
    # What stands between them, the title of the second, is on something other, or goes with what is before it.
    roles: list[Role] = [each.role for each in report.passages if each.role != "other"]
    assert roles == ["achievements", "problems", "plans"] * 2
    assert [section.roles for section in report.sections] == [["achievements"], ["problems"], ["plans"]] * 2


# --- why


def test_what_headings_name_and_what_sentences_show_is_told_apart() -> None:
    named = parse("".join(words for words, _ in CASES["headings that name their parts"]))
    shown = parse("".join(words for words, _ in CASES["no headings at all"]))
    assert {each.basis for each in named.passages if each.role != "other"} == {"heading"}
    assert {each.basis for each in shown.passages if each.role != "other"} == {"wording"}


def test_a_passage_names_the_innermost_section_around_it() -> None:
    report = parse("".join(words for words, _ in CASES["duty as a child"]))
    assert [(each.role, each.section_id) for each in report.passages] == [
        ("other", None), ("achievements", "1"), ("responsibility", "1.2"), ("problems", "2"), ("plans", "3"),
    ]  # fmt: skip


def test_a_text_without_words_has_no_passages() -> None:
    for text in ("", "\n\n", "\u3000"):
        assert parse(text).passages == []
