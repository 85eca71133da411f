"""Prose behind the last part that speaks for the whole report: what it ends, what it leads in, what a part keeps."""

from __future__ import annotations

import pytest

from lawreport_parser import Item, Report, parse

TOP = "白鹭县牧业局2023年度法治政府建设工作报告\n\n2023年，我局依法履职。现报告如下：\n\n"
DONE = "一、主要成效\n\n（一）健全制度。修订文件6件。\n\n（二）规范执法。立案21件。\n\n"
PROBLEMS = {
    "a paragraph": ("二、存在问题\n\n牧区执法力量薄弱。\n\n", ["牧区执法力量薄弱。"]),
    "a series": (
        "二、存在的不足\n\n（一）力量薄弱。持证4人。\n\n（二）宣传单一。以发资料为主。\n\n",
        ["（一）力量薄弱。持证4人。", "（二）宣传单一。以发资料为主。"],
    ),
    "a spoken series": ("二、存在问题\n\n一是力量薄弱。二是宣传单一。\n\n", ["一是力量薄弱。", "二是宣传单一。"]),
}
SIGNED = "\n\n白鹭县牧业局\n2024年1月9日\n"


def read(*parts: str) -> Report:
    return parse(TOP + "".join(parts) + SIGNED)


def tops(report: Report) -> list[tuple[str, list[str]]]:
    return [(section.marker.text, list(section.roles)) for section in report.sections]


def texts(items: list[Item]) -> list[str]:
    return [item.text for item in items]


class TestBehindAPartOfProblems:
    @pytest.mark.parametrize("kind", PROBLEMS)
    @pytest.mark.parametrize(
        ("prose", "plans"),
        [
            (
                "下一步，我局将抓好以下工作：一是招录人员，充实队伍；二是拍摄短片。",
                ["一是招录人员，充实队伍；", "二是拍摄短片。"],
            ),
            (
                "2024年，我局将做好以下工作：\n\n（一）充实队伍。招录5人。\n\n（二）改进宣传。拍摄短片。",
                ["（一）充实队伍。招录5人。", "（二）改进宣传。拍摄短片。"],
            ),
        ],
    )
    def test_a_series_led_in_by_plans_stands_at_the_top(self, kind: str, prose: str, plans: list[str]) -> None:
        part, problems = PROBLEMS[kind]
        report = read(DONE, part, prose)
        assert [roles for _, roles in tops(report)] == [["achievements"], ["problems"], ["plans"], ["plans"]]
        assert texts(report.problems) == problems
        assert texts(report.plans) == plans

    @pytest.mark.parametrize("kind", PROBLEMS)
    @pytest.mark.parametrize(
        "prose",
        [
            "下一步，我局将充实队伍，改进宣传。",
            "2024年，我局将着力招录人员，拍摄短片。",
        ],
    )
    def test_a_sentence_that_looks_ahead_is_closing_and_a_plan(self, kind: str, prose: str) -> None:
        part, problems = PROBLEMS[kind]
        report = read(DONE, part, prose)
        assert [paragraph.text for paragraph in report.closing] == [prose]
        assert texts(report.problems) == problems
        assert texts(report.plans) == [prose]

    @pytest.mark.parametrize("kind", PROBLEMS)
    @pytest.mark.parametrize(
        "prose",
        [
            "针对上述问题，我局将采取措施，切实加以解决。",
            "对此，我们将认真研究，逐项改进。",
            "以上问题，我局将在今后工作中着力解决。",
        ],
    )
    def test_a_sentence_that_only_assures_is_closing_and_no_problem(self, kind: str, prose: str) -> None:
        part, problems = PROBLEMS[kind]
        report = read(DONE, part, prose)
        assert [paragraph.text for paragraph in report.closing] == [prose]
        assert texts(report.problems) == problems

    def test_an_unnumbered_name_of_a_part_of_plans_ends_it(self) -> None:
        report = read(DONE, PROBLEMS["a paragraph"][0], "下一步打算\n\n（一）充实队伍。招录5人。\n\n（二）改进宣传。")
        assert tops(report)[2:] == [("", ["plans"])]
        assert texts(report.plans) == ["（一）充实队伍。招录5人。", "（二）改进宣传。"]

    def test_without_line_breaks_the_sentence_counts_where_it_stands(self) -> None:
        part = PROBLEMS["a series"][0] + "下一步，我局将抓好以下工作：一是充实队伍；二是改进宣传。"
        report = parse(TOP + (DONE + part).replace("\n", ""))
        assert [roles for _, roles in tops(report)] == [["achievements"], ["problems"], ["plans"], ["plans"]]

    def test_problems_stay(self) -> None:
        more = "虽然做了一些工作，但仍存在宣传单一的问题。\n\n总的来看，与群众期盼还有差距。"
        report = read(DONE, PROBLEMS["a paragraph"][0], more)
        assert report.closing == []
        assert len(report.problems) == 3

    def test_a_remedy_under_each_problem_stays_with_it(self) -> None:
        report = read(
            DONE, "二、存在问题\n（一）力量薄弱。持证4人。\n下一步将招录5人。\n（二）宣传单一。\n下一步将拍摄短片。"
        )
        assert report.closing == []
        assert report.problems[0].text == "（一）力量薄弱。持证4人。"

    def test_measures_that_were_taken_are_no_plans(self) -> None:
        assert read(DONE, PROBLEMS["a series"][0], "针对上述问题，我局已开展整改。").closing == []

    def test_a_part_that_follows_keeps_the_prose_inside(self) -> None:
        report = read(
            DONE, PROBLEMS["a paragraph"][0], "下一步，我局将：一是招录；二是宣传。\n\n三、工作建议\n\n增加编制。"
        )
        assert [marker for marker, _ in tops(report)] == ["一、", "二、", "三、"]


class TestPartsOfPlansKeepTheirProse:
    @pytest.mark.parametrize("name", ["下一步打算", "存在问题及下一步打算"])
    @pytest.mark.parametrize("prose", ["下一步，我局将充实队伍。", "下一步，我局将：一是充实队伍；二是改进宣传。"])
    def test_as_a_part(self, name: str, prose: str) -> None:
        report = read(DONE, f"二、{name}\n\n牧区路远。\n\n{prose}")
        assert len(report.sections) == 2
        assert report.closing == []

    def test_inside_a_part(self) -> None:
        report = read(
            "一、工作情况\n\n（一）健全制度。修订6件。\n\n（二）下一步打算\n\n围绕中心。\n\n下一步，我局将充实队伍。"
        )
        assert report.closing == []
        assert texts(report.plans) == ["围绕中心。", "下一步，我局将充实队伍。"]


class TestAClosingParagraph:
    @pytest.mark.parametrize("begin", ["一年来，", "2023年，", "回顾一年来的工作，"])
    def test_results_then_problems_then_plans(self, begin: str) -> None:
        results = f"{begin}我局法治工作取得了一定成绩，得到群众肯定。"
        lack = (
            "但也要清醒地看到，工作中仍存在执法人员能力参差不齐、案卷制作不够规范、"
            "部分牧区宣传没有覆盖、装备更新缓慢等问题。"
        )
        ahead = "2024年，我局将充实队伍。"
        report = read(DONE, results + lack + ahead)
        assert [paragraph.text for paragraph in report.closing] == [results + lack + ahead]
        assert texts(report.problems) == [lack]
        assert texts(report.plans) == [ahead]

    def test_the_report_s_own_year_is_no_plan(self) -> None:
        report = read(DONE, "2023年，我局工作取得成绩，但与要求相比还存在差距。2024年，我局将更加努力。")
        assert texts(report.problems) == ["2023年，我局工作取得成绩，但与要求相比还存在差距。"]
        assert texts(report.plans) == ["2024年，我局将更加努力。"]

    @pytest.mark.parametrize("past", ["2023年，我局继续健全制度，完成立项6件。", "2023年，我局着力规范执法。"])
    def test_what_was_done_stays_in_its_part(self, past: str) -> None:
        assert read(DONE, past).closing == []

    @pytest.mark.parametrize("turn", ["但与群众期盼相比，", "同时，我们也清醒地认识到，", "与先进县区相比，我们看到，"])
    def test_a_turn_to_problems_begins_it(self, turn: str) -> None:
        report = read(DONE, f"{turn}工作还存在力量薄弱、宣传单一等问题。")
        assert len(report.closing) == 1
        assert len(report.problems) == 1

    def test_a_turn_to_problems_leads_in_a_series(self) -> None:
        report = read(
            DONE,
            "同时，我们也看到，工作还存在以下问题：一是力量薄弱；二是宣传单一。\n\n下一步，我们将：一是招录；二是拍片。",
        )
        assert [roles[0] for _, roles in tops(report)] == ["achievements", *2 * ["problems"], *2 * ["plans"]]

    @pytest.mark.parametrize(
        "address", ["主任、各位副主任、各位委员，", "各位代表！", "同志们，", "尊敬的主席、各位委员："]
    )
    def test_whoever_is_addressed_at_the_end(self, address: str) -> None:
        last = f"{address}牧区法治建设任重道远。"
        report = read(DONE, "二、明年安排\n\n充实队伍。改进宣传。\n\n", last, "\n\n以上报告，请予审议。")
        assert [paragraph.text for paragraph in report.closing] == [last, "以上报告，请予审议。"]
        assert texts(report.plans) == ["充实队伍。改进宣传。"]

    def test_an_address_at_the_head_of_a_part_belongs_to_it(self) -> None:
        report = read(DONE, "二、明年安排\n\n各位代表，2024年我们将充实队伍。改进宣传。")
        assert report.closing == []


class TestRightUnderAHeading:
    """Prose with nothing between it and the heading of a part is that part's own."""

    @pytest.mark.parametrize(
        "prose",
        [
            "2023年，我局坚持依法行政，各项工作取得新成绩。",
            "一年来，我局做了大量工作。但也存在差距。",
            "2024年，我局将从两个方面着手：",
        ],
    )
    def test_it_keeps_its_series(self, prose: str) -> None:
        report = read(
            f"一、学习情况\n学八次。\n二、主要举措和成效\n{prose}\n（一）规范执法。立案7件。\n（二）调解。9起。"
        )
        assert [(each.marker.text, each.depth) for each in report.walk()] == [
            *(("一、", 1), ("二、", 1)),
            *(("（一）", 2), ("（二）", 2)),
        ]
        assert not report.closing

    def test_behind_text_of_the_part_it_ends_it(self) -> None:
        report = read(
            "一、主要举措和成效\n成绩明显。\n（一）执法。立案7件。\n（二）调解。9起。\n2024年，我局将抓好：\n（一）招录。\n（二）宣传。"
        )
        assert [(each.marker.text, each.depth) for each in report.walk()][3:] == [("（一）", 1), ("（二）", 1)]
