"""Headings without a marker: which lines are such headings, where they stand, and what is none."""

from __future__ import annotations

import pytest

from lawreport_parser import Report, Section, parse
from lawreport_parser.outline import unnumbered

TOP = "白鹭县牧业局2024年工作总结\n\n2024年，我局围绕中心工作，较好完成各项任务。\n\n"
SIGNED = "\n白鹭县牧业局\n2024年12月20日\n"
DONE = "全年修复草场三十处，发放补助款四十万元，牧民满意度稳步提高。\n"
CHECKED = "组织执法检查十二次，立案七件，均已办结。\n"
TAUGHT = "举办培训班三期，参训人员二百余人次。\n"


def read(*parts: str) -> Report:
    return parse(TOP + "".join(parts) + SIGNED)


def words(section: Section) -> str:
    assert section.heading is not None
    return section.heading.text


def tree(sections: list[Section]) -> str:
    """Write sections as 一、[（一）（二）] 存在问题[…]: markers, and headings where there is no marker."""
    return " ".join(
        (each.marker.text or words(each)) + (f"[{tree(each.children)}]" if each.children else "") for each in sections
    )


class TestPartsWithoutNumbers:
    def test_a_series_begins_again_under_each(self) -> None:
        report = read(
            "工作成效\n一、修草场。修三十处。\n二、查执法。查十二次。\n存在的问题和不足\n一、力量薄弱。缺五人。\n二、宣传不广。讲得少。\n"
            "下一步打算\n一、招人。招五人。\n二、讲课。讲九次。\n"
        )
        assert tree(report.sections) == "工作成效[一、 二、] 存在的问题和不足[一、 二、] 下一步打算[一、 二、]"
        assert [each.roles for each in report.sections] == [["achievements"], ["problems"], ["plans"]]
        assert [item.heading for item in report.problems] == ["力量薄弱", "宣传不广"]
        assert [item.heading for item in report.plans] == ["招人", "讲课"]
        assert not any(each.code == "restarted-ordinal" for each in report.diagnostics)

    @pytest.mark.parametrize("lead", ["", "2025年，我局将抓好以下工作：\n"])
    def test_a_series_goes_on_under_the_next(self, lead: str) -> None:
        report = read(
            "2024年工作情况\n一、修草场。修三十处。\n二、查执法。查十二次。\n"
            f"2025年工作计划\n{lead}三、招人。招五人。\n四、讲课。讲九次。\n"
        )
        assert tree(report.sections) == "2024年工作情况[一、 二、] 2025年工作计划[三、 四、]"
        assert [item.heading for item in report.plans] == ["招人", "讲课"]

    def test_a_sentence_that_leads_in_the_whole_report_stands_before_the_first(self) -> None:
        report = read(
            "现将有关情况报告如下：\n工作成效\n一、修草场。修三十处。\n二、查执法。查十二次。\n"
            "存在的问题和不足\n缺五人。\n下一步打算\n招五人。\n"
        )
        assert tree(report.sections) == "工作成效[一、 二、] 存在的问题和不足 下一步打算"

    def test_they_may_hold_prose_alone(self) -> None:
        report = read("主要成效\n", DONE, "存在的问题\n", CHECKED, "下一步打算：\n", TAUGHT)
        assert tree(report.sections) == "主要成效 存在的问题 下一步打算"
        assert [item.text for item in report.problems] == [CHECKED.strip()]
        assert [each.marker.ordinal for each in report.sections] == [1, 2, 3]

    def test_names_as_the_regulation_has_them(self) -> None:
        duty = "党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况"
        report = read(
            f"2024年推进法治政府建设的主要举措和成效\n{DONE}2024年推进法治政府建设存在的不足和原因\n{CHECKED}"
            f"{duty}\n{TAUGHT}2025年推进法治政府建设的主要安排\n{DONE}"
        )
        assert [each.roles for each in report.sections] == [
            ["achievements"],
            ["problems"],
            ["responsibility"],
            ["plans"],
        ]
        assert words(report.sections[2]) == duty

    def test_members_without_a_mark_at_their_ends(self) -> None:
        report = read("主要成效\n（一）修三十处\n（二）查十二次\n存在的问题\n（一）力量薄弱\n（二）宣传不广\n")
        assert tree(report.sections) == "主要成效[（一） （二）] 存在的问题[（一） （二）]"

    def test_a_table_of_contents_is_none(self) -> None:
        names = ("工作成效", "存在的问题", "下一步打算")
        texts = (DONE, CHECKED, TAUGHT)
        parts = "".join(f"{name}\n{text}" for name, text in zip(names, texts, strict=True))
        report = parse("白鹭县牧业局2024年工作总结\n目录\n" + "\n".join(names) + "\n" + parts + SIGNED)
        assert tree(report.sections) == "工作成效 存在的问题 下一步打算"
        assert report.sections[0].body[0].text == DONE.strip()

    def test_without_line_breaks_they_are_text(self) -> None:
        report = parse(
            (TOP + "一、成效（一）修草场。（二）查执法。存在的问题（一）力量薄弱。（二）宣传不广。").replace("\n", "")
        )
        assert all(each.marker.text for each in report.walk())
        assert [item.text for item in report.problems] == ["（一）力量薄弱。", "（二）宣传不广。"]


class TestPartsThatLostTheirNumbers:
    def test_the_first_of_all(self) -> None:
        report = read(
            "2024年主要举措和成效\n（一）健全制度。修订文件六件。\n（二）规范执法。立案七件。\n二、存在的不足\n力量薄弱。\n"
            "三、2025年打算\n（一）招人。招五人。\n（二）讲课。讲九次。\n"
        )
        assert tree(report.sections) == "2024年主要举措和成效[（一） （二）] 二、 三、[（一） （二）]"
        assert [item.heading for item in report.achievements] == ["健全制度", "规范执法"]

    def test_one_in_between_is_a_fellow(self) -> None:
        report = read(
            "一、主要成效\n（一）修草场。修三十处。\n（二）查执法。查十二次。\n存在的不足和原因\n（一）力量薄弱。缺五人。\n"
            "（二）宣传不广。讲得少。\n三、履行第一责任人职责情况\n开会八次。\n四、2025年打算\n招五人。\n"
        )
        assert tree(report.sections) == "一、[（一） （二）] 存在的不足和原因[（一） （二）] 三、 四、"
        assert any(each.code == "missing-ordinal" for each in report.diagnostics)

    def test_a_theme_where_just_one_number_is_missing(self) -> None:
        report = read(
            "一、加强领导\n", DONE, "规范执法行为\n", CHECKED, "三、加强宣传\n", TAUGHT, "四、改进作风\n", DONE
        )
        assert tree(report.sections) == "一、 规范执法行为 三、 四、"

    def test_one_that_never_had_a_number(self) -> None:
        report = read(
            "一、主要成效\n（一）修草场。修三十处。\n（二）查执法。查十二次。\n存在的主要问题\n",
            CHECKED,
            "二、2025年打算\n招五人。\n",
        )
        assert tree(report.sections) == "一、[（一） （二）] 存在的主要问题 二、"


class TestThemes:
    def test_headings_of_one_look_above_paragraphs(self) -> None:
        report = read(
            "草场修复见实效\n", DONE, "执法检查动真格\n", CHECKED, "牧民培训全覆盖\n", TAUGHT, "存在问题\n", DONE
        )
        assert tree(report.sections) == "草场修复见实效 执法检查动真格 牧民培训全覆盖 存在问题"
        assert [each.roles for each in report.sections] == [["achievements"]] * 3 + [["problems"]]

    def test_of_two_clauses(self) -> None:
        themes = ("强化政治引领，筑牢思想根基", "聚焦主责主业，提升服务效能", "加强队伍建设，锤炼过硬作风")
        report = read(*(f"{theme}\n{DONE}" for theme in themes), "存在问题\n", CHECKED, "下一步打算\n", TAUGHT)
        assert [words(each) for each in report.sections] == [*themes, "存在问题", "下一步打算"]

    def test_what_a_part_of_plans_calls_its_work_is_a_theme(self) -> None:
        report = read(
            "一、2024年工作回顾\n", DONE, "二、2025年工作安排\n2025年要实干。\n重点工作\n1.甲。抓好。\n2.乙。抓实。\n"
        )
        assert tree(report.sections) == "一、 二、[重点工作[1. 2.]]"
        assert [each.roles for each in report.sections[1].children] == [["plans"]]

    def test_with_signs_around_them(self) -> None:
        report = read("【工作成效】\n", DONE, "■ 存在问题\n", CHECKED, "# 下一步打算\n", TAUGHT)
        assert [each.roles for each in report.sections] == [["achievements"], ["problems"], ["plans"]]

    def test_within_numbered_parts(self) -> None:
        report = read(
            *("一、2024年回顾\n草场更加丰茂\n", DONE, "执法更加规范\n", CHECKED, "培训更加有力\n", TAUGHT),
            "二、2025年打算\n紧扣目标，重点实施三大行动。\n实施修复行动\n1.补种九百亩。\n2.轮牧。\n实施培训行动\n1.办三期。\n2.讲九次。\n",
        )
        assert tree(report.sections) == (
            "一、[草场更加丰茂 执法更加规范 培训更加有力] 二、[实施修复行动[1. 2.] 实施培训行动[1. 2.]]"
        )
        assert [item.heading for item in report.plans] == ["实施修复行动", "实施培训行动"]

    def test_right_under_the_name_of_a_part(self) -> None:
        report = read(
            "上半年工作情况\n修草场\n", DONE, "查执法\n", CHECKED, "下半年工作计划\n办培训\n", TAUGHT, "转作风\n", DONE
        )
        assert tree(report.sections) == "上半年工作情况[修草场 查执法] 下半年工作计划[办培训 转作风]"

    def test_names_of_parts_that_come_again_in_each_numbered_part(self) -> None:
        parts = ("主要成效\n", DONE, "存在问题\n", CHECKED)
        report = read("一、党建工作\n", *parts, "二、业务工作\n", *parts, "三、2025年打算\n", TAUGHT)
        assert tree(report.sections) == "一、[主要成效 存在问题] 二、[主要成效 存在问题] 三、"

    def test_a_part_on_two_roles_holds_their_names(self) -> None:
        report = read(
            "一、成效\n",
            DONE,
            "二、存在问题及下一步打算\n存在问题\n（一）人少。\n（二）讲得少。\n下一步打算\n（一）招人。\n（二）讲课。\n",
        )
        assert tree(report.sections) == "一、 二、[存在问题[（一） （二）] 下一步打算[（一） （二）]]"
        assert [[item.text for item in items] for items in (report.problems, report.plans)] == [
            ["（一）人少。", "（二）讲得少。"],
            ["（一）招人。", "（二）讲课。"],
        ]

    def test_a_conclusion_is_no_plan(self) -> None:
        report = read("一、成效\n", DONE, "二、2025年打算\n", CHECKED, "结束语\n", TAUGHT)
        assert tree(report.sections) == "一、 二、 结束语"
        assert report.sections[2].roles == ["other"]
        assert [item.text for item in report.plans] == [CHECKED.strip()]


#: Lines between paragraphs that are no headings, by what they are.
NO_HEADINGS = {
    "captions": ("图为牧民在草场劳作", "图2 修复前后对比", "王某某 摄"),
    "slogans": ("“人人讲安全、个个会应急”", "科学发展，共建家园", "发展是硬道理！"),
    "names": ("县长 李某某", "张三　李四　王五", "白鹭县牧业局"),
    "rows of a table": ("东坪草场　　86", "古渡草场　　74", "合计　　160"),
    "addresses": ("白鹭县青石路18号", "联系电话0000-1234567", "地址：青石路18号"),
    "words": ("草场", "羊圈", "牧民"),
    "dates": ("2024年12月20日", "2024年12月", "2025年元月"),
    "a poem": ("天苍苍\n野茫茫\n风吹草低见牛羊", "敕勒川\n阴山下", "牛羊满山坡\n牧歌飘四方"),
    "a list": ("修复草场\n培训牧民\n建设羊圈", "主要任务如下：\n修复草场\n培训牧民", "办班\n讲课"),
    "links": ("相关链接", "上一篇", "打印本页"),
    "addressees": ("各位代表", "同志们", "各位委员："),
    "names of documents": ("白鹭县草场管理办法", "白鹭县牧业局工作报告", "轮牧实施方案"),
    "sentences that lost their marks": ("我局坚持依法行政", "草场面积达到九万亩", "牧民收入翻了一番了"),
    "pages": ("第2页", "首页 > 牧业", "来源于牧业局"),
}


@pytest.mark.parametrize("kind", NO_HEADINGS)
def test_lines_that_head_nothing_stay_text(kind: str) -> None:
    first, second, third = NO_HEADINGS[kind]
    report = read(f"一、工作成效\n{DONE}{first}\n{CHECKED}{second}\n{TAUGHT}{third}\n{DONE}二、下一步打算\n{CHECKED}")
    assert tree(report.sections) == "一、 二、"


@pytest.mark.parametrize(
    "text",
    [
        # one line without fellows, which names no part
        f"一、工作成效\n{DONE}牧区面貌一新\n{CHECKED}二、下一步打算\n{TAUGHT}",
        # a row that the page broke
        f"一、工作成效\n{DONE}针对检查中\n存在的问题\n，我局逐项整改。\n二、下一步打算\n{TAUGHT}",
        f"一、工作成效\n{DONE}我局认真梳理牧区\n存在的主要问题\n及时整改到位。\n二、下一步打算\n{TAUGHT}",
        # with nothing below
        f"一、工作成效\n{DONE}二、下一步打算\n{TAUGHT}存在的问题\n",
    ],
)
def test_what_names_a_part_in_the_wrong_place_stays_text(text: str) -> None:
    assert tree(read(text).sections) == "一、 二、"


def test_the_first_line_below_the_title_is_none() -> None:
    report = parse(f"白鹭县牧业局\n2024年工作总结\n一、成效\n{DONE}二、打算\n{TAUGHT}")
    assert tree(report.sections) == "一、 二、"


def test_a_running_head_between_paragraphs_is_none() -> None:
    report = read("一、成效\n", DONE, "白鹭县牧业局2024年工作总结\n", CHECKED, "二、打算\n", TAUGHT)
    assert tree(report.sections) == "一、 二、"


@pytest.mark.pure
def test_headings_deeper_than_sections_nest_stay_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unnumbered, "MAX_DEPTH", 1)
    report = read(f"一、主要成效\n草场常绿\n{DONE}水源常清\n{DONE}道路常通\n{DONE}二、存在问题\n{CHECKED}")
    assert tree(report.sections) == "一、 二、"
    assert [each.text for each in report.sections[0].body][::2] == ["草场常绿", "水源常清", "道路常通"]
