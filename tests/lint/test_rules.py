"""Every rule of the table fires on its example, and only on what it is meant for."""

from __future__ import annotations

from typing import get_args

import pytest

from lawreport_parser import parse
from lawreport_parser.lint import RULES, Finding, Rule, lint
from lawreport_parser.lint.rules import GROUPS, NOT_LINTED, RULES_BY_CODE
from lawreport_parser.model import DiagnosticCode

TITLE = "石湾县2023年法治政府建设情况报告\n"


def findings(text: str, code: str) -> list[Finding]:
    return [finding for finding in lint(parse(text)) if finding.code == code]


def marked(text: str, code: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in findings(text, code)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_example_triggers_and_its_mended_form_does_not(rule: Rule) -> None:
    assert findings(rule.wrong, rule.code)
    assert not findings(rule.right, rule.code)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_mended_example_has_no_other_defect(rule: Rule) -> None:
    others = {finding.code for finding in lint(parse(rule.right))}
    assert others <= {"no-title", "missing-part", "no-signature"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_entry_is_whole(rule: Rule) -> None:
    assert rule.group in GROUPS
    assert all((rule.title, rule.title_zh, rule.why, rule.why_zh, rule.source))
    assert bool(rule.english) == bool(rule.chinese)
    assert rule.english or rule.diagnostics, "a rule without message passes on a diagnostic"
    assert set(rule.yields_to) <= set(RULES_BY_CODE)


def test_codes_are_unique() -> None:
    assert len(RULES_BY_CODE) == len(RULES)
    assert not set(RULES_BY_CODE) & set(GROUPS)


def test_every_diagnostic_has_a_rule_or_says_only_how_the_file_was_read() -> None:
    carried = {code for rule in RULES for code in rule.diagnostics}
    assert carried | set(NOT_LINTED) == set(get_args(DiagnosticCode))
    assert not carried & set(NOT_LINTED)


CLEAN = f"""{TITLE}
云桥市人民政府：
　　2023年，石湾县学法八次（含旁听庭审两次），印发《关于转发〈云桥市普法要点〉的通知》（石政办〔2023〕10号）等文件。现将有关情况报告如下：
　　一、主要举措和成效
　　（一）强化学习。落实“谁执法谁普法”责任制，做到“三个‘一’”。
　　1.办班八期。发放资料1,234份，每天8:30开课；比上年多12.5%。
　　2.考试两次。3月31日、6月30日各一次。
　　（二）规范执法。一是落实“三项制度”；二是评查案卷：退回11件。
　　二、存在的不足和原因
　　（一）宣传不够。（二）人员不足。
　　三、党政主要负责人履行推进法治建设第一责任人职责情况
　　县长讲课一次。
　　四、2024年主要安排
　　2024年，石湾县将充实队伍。
石湾县人民政府
2024年1月22日
"""


def test_clean_report_has_no_finding() -> None:
    assert lint(parse(CLEAN)) == []


# -- the numbering


def test_two_levels_may_skip_the_second() -> None:
    text = f"{TITLE}一、主要成效\n1.强化学习。学法八次。\n2.规范执法。退回三件。\n二、存在问题\n人员不足。"
    assert not findings(text, "skipped-level")
    assert marked(text + "\n（一）宣传不够。办班少。\n（二）装备陈旧。更新慢。", "skipped-level") == ["1."]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("（一）主要成效\n一、强化学习\n学法。\n二、规范执法\n退回。\n（二）存在问题\n一、人员不足\n缺人。", ["一、"]),
        ("1.主要成效\n一、强化学习\n学法。\n二、规范执法\n退回。\n2.存在问题\n一、人员不足\n缺人。", ["一、"]),
        ("一、主要成效\n（1）强化学习\n1.学法八次。\n2.退回三件。\n（2）规范\n1.人员不足\n缺人。", ["1."]),
        ("一、主要成效\n1.强化学习\n（一）学法八次。\n（二）退回三件。", ["（一）"]),
        ("一、主要成效\n（一）强化学习\n1.学法八次。\n（1）退回三件。\n（2）约谈两人。", []),
        ("一、主要成效\n（一）强化学习\n二、存在问题\n人少。", []),
        ("一、主要成效\n一是学法。\n（一）退回三件。\n（二）约谈两人。", []),
    ],
)
def test_levels_keep_their_order(text: str, marks: list[str]) -> None:
    assert marked(TITLE + text, "reversed-level") == marks


def test_second_document_may_begin_numbering_anew() -> None:
    first = "关于印发普法要点的通知\n一、加强领导\n各单位负责。\n二、抓好落实\n按期完成。\n"
    second = "一、总体要求\n坚持普法。\n二、主要任务\n办班八期。"
    assert not findings(f"{first}石湾县普法要点（2023年）\n{second}", "restarted-ordinal")
    assert not findings(f"{first}主要任务如下：\n{second}", "restarted-ordinal")
    assert marked(first + second, "restarted-ordinal") == ["一、"]


def test_one_and_the_same_slip_is_told_once() -> None:
    text = "一、主要成效\n1.办班。\n2、考试。\n3.旁听。"
    assert [finding.code for finding in lint(parse(text)) if finding.line == 3] == ["mixed-style"]


# -- the parts


@pytest.mark.parametrize(
    "title",
    [
        "石湾县2018年法治政府建设情况报告",
        "石湾县2023年法治政府建设工作要点",
        "石湾县2023年政府工作报告",
        "石湾县2023年上半年法治政府建设情况报告",
    ],
)
def test_only_reports_that_the_regulation_binds_must_hold_its_parts(title: str) -> None:
    assert not findings(f"{title}\n一、主要成效\n学法八次。", "missing-part")


def test_duty_of_the_leaders_may_stand_further_in() -> None:
    text = f"{TITLE}一、主要成效\n（一）强化第一责任人职责\n县长讲课。\n二、存在问题\n人少。\n三、下一步打算\n招人。"
    assert not findings(text, "missing-part")


def test_duty_may_not_stand_before_the_problems() -> None:
    text = f"{TITLE}一、主要成效\n学法。\n二、主要负责人履行第一责任人职责情况\n讲课。\n三、存在问题\n人少。"
    assert marked(text, "part-order") == ["存在问题"]


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("（一）强化学习\n（二）规范执法\n甲。", ["强化学习"]),
        ("（一）强化学习\n学法。\n（二）规范执法\n（三）化解纠纷\n调解。", ["规范执法"]),
        ("（一）强化学习\n（二）规范执法\n（三）化解纠纷\n调解。", []),
        ("（一）强化学习；\n（二）规范执法，退回案件。", []),
        ("（一）强化学习\n1.学法。\n2.考试。\n（二）规范执法\n退回。", []),
    ],
)
def test_inner_part_may_not_be_empty_where_its_fellows_hold_text(text: str, empty: list[str]) -> None:
    assert marked(f"{TITLE}一、主要成效\n{text}", "empty-part") == empty


def test_lines_of_a_mere_list_are_no_empty_parts() -> None:
    assert not findings(f"{TITLE}一、强化学习\n二、规范执法\n三、化解纠纷", "empty-part")


# -- dates


@pytest.mark.parametrize("day", ["9月31日", "2月30日", "13月5日", "0月5日", "九月三十一日", "二月三十日", "9 月 31 日"])
def test_day_without_year_must_be_on_the_calendar(day: str) -> None:
    assert marked(f"一、主要成效\n{day}，组织旁听庭审。", "impossible-date") == [day]


@pytest.mark.parametrize(
    "day", ["2月29日", "12月31日", "8月1日", "八月三十一日", "十二月三日", "农历二月三十日", "每月三十一日"]
)
def test_day_of_some_year_is_possible(day: str) -> None:
    assert not findings(f"一、主要成效\n{day}，组织旁听庭审。", "impossible-date")


def test_title_of_two_years_contradicts_neither() -> None:
    title = "石湾县2022年法治工作总结暨2023年工作安排报告"
    text = f"{title}\n2022年，石湾县学法八次。\n一、2022年主要成效\n学法。\n二、2023年工作安排\n招人。"
    assert not [each for each in lint(parse(text)) if each.code in ("title-year", "part-year")]


def test_work_report_is_given_in_the_year_of_its_title() -> None:
    head = "2024年石湾县政府工作报告\n各位代表：\n2023年，全县学法八次。\n"
    text = f"{head}一、2023年工作回顾\n学法八次。\n石湾县人民政府\n2024年1月9日"
    assert not [each for each in lint(parse(text)) if each.code in ("title-year", "part-year", "signed-early")]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("13月，办班两期。", ["13月"]),
        ("十三月份办班两期。", ["十三月"]),
        ("12月，办班两期。", []),
        ("历时13月，办班两期。", []),
        ("近18月，办班两期。", []),
        ("10月、13月办班两期。", ["13月"]),
        ("10月和13月5日办班两期。", ["13月5日"]),
        ("为6月、18月龄婴儿体检。", []),
        ("2023年10月、13月办班两期。", ["13月"]),
        ("2023年10月和13月5日办班两期。", ["13月5日"]),
        ("2023年3月5日至4月31日办班两期。", ["2023年3月5日至4月31日"]),
        ("每天25:61开课。", ["25:61"]),
        ("每天8:30—25:00开课。", ["25:00"]),
        ("每天8:30—24:00开课。", []),
        ("会议于25:61召开。", ["25:61"]),
        ("比分25:61。", []),
        ("师生比由1:20升至1:80。", []),
    ],
)
def test_month_and_time_of_day_must_be(text: str, marks: list[str]) -> None:
    assert marked(f"一、主要成效\n{text}", "impossible-date") == marks


def codes(text: str, *among: str) -> list[str]:
    return [finding.code for finding in lint(parse(text)) if finding.code in among]


PARTS = "一、主要成效\n学法八次。\n二、存在问题\n人少。\n"
SIGNED = "石湾县人民政府\n2024年1月15日"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        (f"{TITLE}2022年石湾县学法八次，现报告如下：\n{PARTS}", ["2022年"]),
        (f"{TITLE}二〇二二年，石湾县学法。现将有关情况报告如下：\n{PARTS}", ["二〇二二年"]),
        (f"石湾县二〇二三年法治政府建设情况报告\n2022年，石湾县学法。现报告如下：\n{PARTS}", ["2022年"]),
        (f"{TITLE}现将2022年法治政府建设情况报告如下：\n{PARTS}", ["2022年"]),
        (f"{TITLE}一、成效\n2022年3月学法。2022年办班两期。2022年退回三件。", ["2022年3月"]),
        (f"{TITLE}2021年，县政府印发五年规划。今年以来学法八次。现报告如下：\n{PARTS}", []),
        (f"{TITLE}2021年以来，石湾县学法八次。现报告如下：\n{PARTS}", []),
        (f"{TITLE}现将2023年工作总结和2024年工作谋划报告如下：\n{PARTS}", []),
        (f"{TITLE}现将我2023法治建设工作总结、2024年重点工作谋划报告如下：\n{PARTS}", []),
        (f"{TITLE}一、成效\n2022年3月学法。2022年办班两期。2022年退回三件。2023年办班八期。", []),
        (f"{TITLE}一、成效\n比2022年多两期，较2022年少三件，与2022年持平。", []),
        (f"{TITLE}一、成效\n落实《石湾县2022年要点》《石湾县2022年计划》《石湾县2022年清单》。", []),
        (f"石湾县2021—2023年法治政府建设情况报告\n2022年，石湾县学法。现报告如下：\n{PARTS}", []),
    ],
)
def test_text_is_on_the_year_of_its_title(text: str, marks: list[str]) -> None:
    assert marked(text, "title-year") == marks


@pytest.mark.parametrize(
    ("part", "code", "marks"),
    [
        ("二、下一年度主要安排\n2022年，我县将学法。", "part-year", ["2022年"]),
        ("二、2023年工作安排\n学法。", "part-year", ["2023年"]),
        ("二、二〇二三年工作安排\n学法。", "part-year", ["二〇二三年"]),
        ("二、2022年存在的问题\n人少。", "part-year", ["2022年"]),
        ("二、2022年反馈问题整改及存在的不足\n人少。", "part-year", []),
        ("二、下一年度主要安排\n2023年，我县虽取得成效，仍将努力。", "part-year", []),
        ("二、2026年主要安排\n学法。", "plans-year", ["2026年"]),
        ("二、下一年度主要安排\n2026年，我县将学法。", "plans-year", ["2026年"]),
        ("二、2024年主要安排\n到2026年，全县学法。", "plans-year", []),
        ("二、2024—2025年主要安排\n学法。", "plans-year", []),
    ],
)
def test_parts_name_their_year(part: str, code: str, marks: list[str]) -> None:
    assert marked(f"{TITLE}一、主要成效\n学法八次。\n{part}", code) == marks


def test_wrong_year_of_plans_is_told_as_such() -> None:
    (finding,) = findings(f"{TITLE}一、成效\n学法。\n二、2023年工作安排\n招人。", "part-year")
    assert finding.message.startswith("plans are for a later year: this says 2023, the report is on 2023 / ")


# -- the signature


@pytest.mark.parametrize(
    ("title", "issuer", "differ"),
    [
        ("石湾县人民政府关于2023年法治政府建设情况的报告", "石江县人民政府", True),
        ("石湾县2023年法治政府建设情况报告", "石江县人民政府", True),
        ("石湾县教育局2023年法治政府建设情况报告", "石湾县公安局", True),
        ("石湾县人民政府关于2023年法治政府建设情况的报告", "石湾县人民政府办公室", False),
        ("石湾县人民政府关于2023年法治政府建设情况的报告", "中共石湾县委 石湾县人民政府", False),
        ("石湾县人民政府关于2023年法治政府建设情况的报告", "云桥市石湾县人民政府", False),
        ("石湾县2023年法治政府建设情况报告", "石湾县司法局", False),
        ("石湾县市场监督管理局2023年法治政府建设情况报告", "石湾县市场监管局", False),
        ("石湾县司法局2023年法治政府建设情况报告", "县司法局", False),
        ("2023年法治政府建设情况报告", "石湾县人民政府", False),
    ],
)
def test_title_and_signature_name_one_organisation(title: str, issuer: str, differ: bool) -> None:
    text = f"{title}\n{PARTS}{issuer}\n2024年1月15日"
    assert codes(text, "signature-issuer") == ["signature-issuer"] * differ


@pytest.mark.parametrize(
    ("publisher", "differ"),
    [
        ("石江县人民政府", True),
        ("石湾县人民政府办公室", False),
        ("石湾县政府", False),
        ("石湾县司法局", False),
        ("云桥市石湾县人民政府", False),
    ],
)
def test_publisher_is_no_other_organisation_of_the_kind(publisher: str, differ: bool) -> None:
    for own in (f"{TITLE}{PARTS}{SIGNED}", f"石湾县人民政府关于2023年法治政府建设情况的报告\n{PARTS}"):
        text = f"发布机构: {publisher} 文号: 石政发〔2024〕3号\n{own}"
        assert marked(text, "publisher-issuer") == [publisher] * differ


@pytest.mark.parametrize(
    ("signature", "found"),
    [
        ("", ["no-signature"]),
        ("石湾县人民政府", ["signature-without-date"]),
        ("2024年1月15日", ["signature-without-issuer"]),
        ("石湾县人民政府\n24年1月15日", ["short-year"]),
        ("石湾县人民政府\n2024年2月30日", ["impossible-date"]),
        ("石湾县人民政府\n二〇二四年十三月一日", ["impossible-date"]),
        ("石湾县人民政府\n2024年1月  日", ["invalid-date"]),
        ("2024年2月30日", ["impossible-date", "signature-without-issuer"]),
        (SIGNED, []),
    ],
)
def test_signature_is_whole(signature: str, found: list[str]) -> None:
    of_signatures = ("no-signature", "signature-without-date", "signature-without-issuer", "short-year")
    of_days = ("impossible-date", "invalid-date")
    assert codes(f"{TITLE}{PARTS}{signature}", *of_signatures, *of_days) == found


def test_date_of_writing_among_the_metadata_stands_for_a_signature() -> None:
    assert not findings(f"成文日期: 2024-01-15\n{TITLE}{PARTS}", "no-signature")


def test_day_below_the_title_stands_for_a_signature() -> None:
    below = "石湾县人民政府\n（2024年1月15日）\n2023年，石湾县学法八次。\n"
    assert not findings(f"{TITLE}{below}{PARTS}", "no-signature")


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2022年1月15日", ["signed-before-year"]),
        ("2023年11月20日", ["signed-early"]),
        ("2024年1月15日", []),
        ("2025年6月30日", []),
        ("2025年7月1日", ["signed-late"]),
        ("2034年1月15日", ["signed-late"]),
    ],
)
def test_signature_is_of_the_time_after_the_year(day: str, found: list[str]) -> None:
    text = f"{TITLE}{PARTS}石湾县人民政府\n{day}"
    assert codes(text, "signed-before-year", "signed-early", "signed-late") == found


def test_year_of_the_plans_is_not_the_year_reported_on() -> None:
    text = f"关于23年法治政府建设情况的报告\n一、主要成效\n学法。\n二、2024年主要安排\n招人。\n{SIGNED}"
    assert codes(text, "signed-early", "part-year", "short-year") == ["short-year"]
    untold = f"关于法治政府建设情况的报告\n一、主要成效\n学法。\n二、2024年主要安排\n招人。\n{SIGNED}"
    assert codes(untold, "signed-early", "part-year") == []


@pytest.mark.parametrize(
    ("sentence", "marks"),
    [
        ("2024年3月20日，召开会议。", ["2024年3月20日"]),
        ("2024年1月15日，召开会议。", []),
        ("办法自2024年5月1日起施行。", []),
        ("将于2024年6月1日召开会议。", []),
        ("2024年3月31日前完成整改。", []),
        ("预计2024年3月31日完成整改。", []),
    ],
)
def test_no_event_after_the_signature(sentence: str, marks: list[str]) -> None:
    assert marked(f"{TITLE}一、主要成效\n{sentence}\n{SIGNED}", "event-after-signature") == marks


def test_plans_are_after_the_signature() -> None:
    text = f"{TITLE}一、成效\n学法。\n二、下一步打算\n2024年3月20日，召开会议。\n{SIGNED}"
    assert not findings(text, "event-after-signature")


# -- the addressee


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        ("市人民政府\n", ["市人民政府"]),
        ("市人民政府、省司法厅\n", ["市人民政府、省司法厅"]),
        ("石湾县人民政府\n云桥市人民政府\n", ["云桥市人民政府"]),
        ("市人民政府:\n", ["市人民政府:"]),
        ("来源:石湾县司法局 发布时间:2024-01-30 字体:[ 大 中 小 ]\n\n市人民政府\n\n", ["市人民政府"]),
        ("市人民政府：\n", []),
        ("石湾县人民政府\n", []),
        ("", []),
    ],
)
def test_addressee_ends_with_a_full_width_colon(lines: str, marks: list[str]) -> None:
    text = f"{TITLE}{lines}2023年，石湾县学法八次，现报告如下：\n{PARTS}{SIGNED}"
    assert marked(text, "addressee-colon") == marks


# -- punctuation


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("落实“三项制度，退回案件。\n评查“双随机”案卷。", ["“"]),
        ("推进‘1+4’项目和“‘1+4’团”活动。", []),
        ("他说：“第一段。\n“第二段。\n“第三段。”", []),
        ("开发O’Brien系统。", []),
        ("三项制度”落实到位。", ["”"]),
        ('落实"三项制度，退回案件。', ['"']),
        ('配备15.6"电脑三台。', []),
        ("他说：“一。\n二。\n三。\n四。\n五。”", []),
        ("他说：“一。\n第“二”段。\n第“三”段。\n第“四”段。\n五。”", ["“", "”"]),
    ],
)
def test_quotes(text: str, marks: list[str]) -> None:
    assert marked(f"一、主要成效\n{text}", "unbalanced-quote") == marks


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("审结（其中调解10件。", ["（"]),
        ("审结其中调解10件）。", ["）"]),
        ("审结（其中调解10件)。", []),
        ("印发《普法要点，《执法要点》。", ["《"]),
        ("1）办班。2）考试。3）旁听。", []),
        ("a)学法八次；b)办班两期。", []),
        ("（一）学法b)。", [")"]),
    ],
)
def test_brackets(text: str, marks: list[str]) -> None:
    assert marked(f"一、主要成效\n{text}", "unbalanced-bracket") == marks


def test_crossing_is_one_finding() -> None:
    text = "一、主要成效\n印发《普法要点（试行》）。"
    codes = [finding.code for finding in lint(parse(text), name="") if finding.code != "no-title"]
    assert codes == ["crossed-marks"]


def test_lost_bracket_of_a_document_number_is_told_once() -> None:
    text = "一、主要成效\n印发通知（石政办〔2023 10号）。"
    codes = [finding.code for finding in lint(parse(text)) if finding.code != "no-title"]
    assert codes == ["unbalanced-document-number"]


@pytest.mark.parametrize(
    "number",
    [
        "石政办[2023]10号",
        "石政办(2023)10号",
        "石政办（2023）10号",
        "石政办【2023】10号",
        "石政办﹝2023﹞10号",
        "石政办<2023>10号",
        "石政办〈2023〉10号",
        "石政办〖2023〗10号",
        "石政办2023第10号",
        "石政办2023年第10号",
    ],
)
def test_year_of_a_document_number_stands_in_tortoise_shell_brackets(number: str) -> None:
    text = f"一、主要成效\n落实{number}文件。"
    assert marked(text, "document-number-brackets") == [number]
    (finding,) = findings(text, "document-number-brackets")
    assert "石政办〔2023〕10号" in finding.message


@pytest.mark.parametrize("number", ["石政办〔23〕10号", "石政办[23]10号", "石政办〔2023〕10", "石政办[2023]10"])
def test_document_number_is_whole(number: str) -> None:
    assert marked(f"一、主要成效\n落实通知（{number}）。", "incomplete-document-number") == [number]


@pytest.mark.parametrize(
    "text",
    [
        "公布2023年第10号公告",
        "国务院令2023年第10号",
        "刊于《石湾县人民政府公报》2023年第10号",
        "见注〔23〕",
        "石政办〔2023〕10、11号",
        "石政办〔2023〕10—12号",
        "执法〔2023〕10件",
        "第10号令",
        "（2023）豫0522行初10号",
        "召开常务会议2023第3次",
    ],
)
def test_what_only_looks_like_a_document_number_is_none(text: str) -> None:
    codes = {finding.code for finding in lint(parse(f"一、主要成效\n落实{text}。"))}
    assert not {code for code in codes if "document-number" in code}


def test_frequent_slip_of_form_is_one_finding_with_its_count() -> None:
    few = "一、主要成效\n" + "学法,普法。" * 5
    many = "一、主要成效\n" + "学法,普法。" * 6
    assert [finding.count for finding in findings(few, "half-width-punctuation")] == [1] * 5
    (finding,) = findings(many, "half-width-punctuation")
    assert (finding.line, finding.column, finding.count) == (2, 3, 6)
    assert "6" in finding.message


@pytest.mark.parametrize("text", ["发放1,234份。", "8:30开课。", "访问http://a.cn/?q,r。", "约3.5万份。"])
def test_figures_times_and_addresses_keep_their_marks(text: str) -> None:
    assert not findings(f"一、主要成效\n{text}", "half-width-punctuation")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("解决“多头跑”、“来回跑”等问题。", 1),
        ("学习《宪法》、《民法典》、《行政处罚法》。", 2),
        ("学习《宪法》（2018年修正）、《民法典》。", 0),
        ("推进法治思想、“两纲要”、“八五”普法。", 0),
        ("推进“三项制度”、“八五”普法。", 0),
    ],
)
def test_dun_is_superfluous_only_where_the_whole_list_is_marked(text: str, count: int) -> None:
    assert len(findings(f"一、主要成效\n{text}", "superfluous-dun")) == count


def test_inner_headings_may_all_end_with_a_stop() -> None:
    plain = "一、主要成效\n（一）强化学习。\n学法八次，办班两期。\n（二）规范执法。\n退回案件三件。\n"
    assert not findings(plain, "heading-stop")
    assert marked(f"{plain}（三）化解纠纷\n调解五百件。", "heading-stop") == ["。", "。"]


# -- hostile text


def test_controls_in_a_message_are_escaped() -> None:
    text = "一、主要成效\n学法。\n二、存在\x1b[31m\u202e问题\n三、下一步打算\n招人。"
    (finding,) = findings(text, "empty-part")
    assert "\x1b" not in finding.message
    assert "\u202e" not in finding.message
    assert "\\x1b" in finding.message


@pytest.mark.parametrize(
    "text", ["", " \n", "\ud800“", "“" * 3000, "（》" * 3000, "一、" * 500, "\x00（一）、\x85", "一、甲\t乙。\n丙"]
)
def test_any_text_is_linted(text: str) -> None:
    for finding in lint(parse(text)):
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.line >= 1
        assert finding.column >= 1
