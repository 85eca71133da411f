"""A heading stands in the passage of its text; one that names a role stands in a passage of that role."""

from __future__ import annotations

from lawreport_parser import Passage, Report, parse


def _at(report: Report, words: str) -> Passage:
    start = report.text.index(words)
    return next(each for each in report.passages if each.span.start <= start < each.span.end)


def test_a_heading_that_names_plans_is_not_among_problems_whatever_its_part_speaks_of() -> None:
    report = parse(
        "白河县2023年法治政府建设年度报告\n"
        "一、主要成效\n办案300件。\n"
        "二、下一步工作安排\n"
        "（一）着力解决执法不规范问题。目前执法文书不规范问题仍然存在，执法人员不足，能力不强。\n"
        "（二）补齐人员不足短板。配备人员20名。\n"
    )
    assert _at(report, "二、下一步").role == "plans"
    assert _at(report, "一、主要").role == "achievements"


def test_a_heading_that_names_no_role_goes_with_what_it_heads() -> None:
    report = parse(
        "白河大学2023年法治工作总结\n"
        "一、完善治理体系\n修订章程1部，审查合同600份。\n"
        "二、开展法治教育\n举办讲座20场，参与师生5000人次。\n"
        "三、还要补的课\n部分师生法治意识不强，合同管理系统尚未建成，队伍建设滞后。\n"
        "四、2024年的考虑\n建成合同管理系统，开设法治课程。\n"
    )
    problems = _at(report, "部分师生")
    assert problems.role == "problems"
    assert _at(report, "三、还要") == problems
    assert problems.section_id == "3"
    assert not any("还要补的课" in chunk.text for chunk in report.chunks(500) if "achievements" in chunk.roles)


def test_a_spoken_member_names_no_part_with_its_first_words() -> None:
    report = parse(
        "白河县人民法院2023年工作报告\n"
        "全年受理案件8000件，审结7800件。\n"
        "工作中还存在不少短板：一是案多人少矛盾突出，执行力量不足。"
        "二是智慧法院建设成果转化不够，系统之间不兼容。三是青年法官流失较多，队伍不稳。\n"
        "2024年，我院将充实执行队伍，打通数据系统。\n"
    )
    assert [section.roles for section in report.sections] == [["problems"]] * 3
    assert [item.text[:2] for item in report.problems] == ["一是", "二是", "三是"]
    assert not any("智慧法院" in item.text for item in report.achievements)


def test_text_that_is_most_of_a_section_counts_though_it_goes_on_in_the_next() -> None:
    done = "全年开展检查300次，办结案件42件，化解纠纷600起，举办培训12期，" * 4
    report = parse(
        "白河县2023年工作总结\n"
        "一、工作回顾\n"
        f"（一）安全生产形势严峻\n队伍力量薄弱，监管能力不足，基础设施老化。{done}取得明显成效。\n"
        f"（二）普法宣传\n{done}取得明显成效。\n"
        "二、2024年打算\n加强培训。\n"
    )
    assert "achievements" in report.sections[0].children[0].roles


def test_achievements_and_shortcomings_under_one_heading_are_two_passages() -> None:
    report = parse(
        "白河县2023年法治政府建设年度报告\n"
        "一、成效与不足\n全年办案300件，办结率98%，累计化解纠纷1200起。但执法人员仍然不足，执法文书不够规范。\n"
        "二、2024年打算\n加强培训。\n"
    )
    assert report.sections[0].roles == ["achievements", "problems"]
    assert _at(report, "全年办案").role == "achievements"
    assert _at(report, "但执法").role == "problems"
