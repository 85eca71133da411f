"""Where nothing but a blank parts a heading from its text, the blank ends it; where it is not sure, nothing changes."""

from __future__ import annotations

import pytest

from lawreport_parser import parse
from lawreport_parser.chunks import chunk_report
from lawreport_parser.lexicon import DEFAULT_LEXICON

BLANKS = ["　　", "　", "\t", "  ", "\u3000 ", "\u00a0\u00a0"]


def read(text: str) -> list[tuple[str | None, str]]:
    """Return heading and first paragraph of each section."""
    return [
        (section.heading.text if section.heading else None, section.body[0].text if section.body else "")
        for section in parse(text).walk()
    ]


class TestNamesOfParts:
    @pytest.mark.parametrize("blank", [" ", *BLANKS])
    @pytest.mark.parametrize(
        ("heading", "body"),
        [
            ("存在问题", "人员不足，经费紧张。"),
            ("存在问题", "复议与信访衔接不畅。人员短缺。"),
            ("存在的问题和不足", "与先进地区相比，我县还有差距。"),
            ("下一步打算", "充实队伍。"),
            ("2024年工作回顾", "过去一年很不平凡。我们看护了灯塔。"),
            ("2025年工作安排", "我局将抓好以下工作："),
            ("主要成效", "2024年，全县办案31件。"),
        ],
    )
    def test_a_name_of_a_part_ends_at_the_blank(self, heading: str, body: str, blank: str) -> None:
        text = f"一、灯塔看护\n灯塔完好。\n二、{heading}{blank}{body}"
        report = parse(text)
        found = report.sections[1].heading
        assert found is not None
        assert (found.text, found.run_in) == (heading, True)
        assert found.span.of(text) == heading
        assert [each.text for each in report.sections[1].body] == [body]

    def test_the_items_and_the_paths_of_chunks_follow(self) -> None:
        report = parse("一、主要成效\n学法8次。\n二、存在问题 人员不足，经费紧张。\n三、下一步打算 充实队伍。")
        assert [item.text for item in report.problems] == ["人员不足，经费紧张。"]
        assert [item.text for item in report.plans] == ["充实队伍。"]
        paths = [path for chunk in chunk_report(report, 12) for path in chunk.path]
        assert {"存在问题", "下一步打算"} <= {*paths}

    def test_words_of_the_lexicon_that_was_given_name_parts(self) -> None:
        text = "一、灯塔看护\n灯塔完好。\n二、航标瓶颈 人员不足，经费紧张。"
        given = parse(text, lexicon=DEFAULT_LEXICON.extended(problems=["航标瓶颈"]))
        assert given.sections[1].heading is not None
        assert given.sections[1].heading.text == "航标瓶颈"
        assert parse(text).sections[1].heading is None


class TestSeries:
    @pytest.mark.parametrize("blank", BLANKS)
    def test_members_that_all_have_one(self, blank: str) -> None:
        text = f"（一）规范行政执法{blank}全年办案3件，培训8期。\n（二）看护海岛灯塔{blank}修好灯塔两座，航标完好。"
        assert [heading for heading, _ in read(text)] == ["规范行政执法", "看护海岛灯塔"]

    def test_one_among_members_with_headings_of_their_own(self) -> None:
        text = "（一）规范行政执法　　全年办案3件，培训8期。\n（二）看护海岛灯塔\n修好灯塔两座。"
        assert [heading for heading, _ in read(text)] == ["规范行政执法", "看护海岛灯塔"]

    def test_a_single_blank_wants_two_members(self) -> None:
        one = "（一）规范行政执法 全年办案3件，培训8期。\n（二）看护海岛灯塔\n修好灯塔两座。"
        assert [heading for heading, _ in read(one)] == [None, "看护海岛灯塔"]
        two = "1.组织领导 成立小组，召开会议3次。\n2.制度建设 制定制度5项。"
        assert read(two) == [("组织领导", "成立小组，召开会议3次。"), ("制度建设", "制定制度5项。")]

    def test_headings_of_articles(self) -> None:
        text = (
            "第一条　立法目的　　为了规范执法，制定本办法。\n"
            "第二条　适用范围　　本办法适用于本县。\n第三条　原则　　公开、公正。"
        )
        assert [heading for heading, _ in read(text)] == ["立法目的", "适用范围", "原则"]

    def test_two_clauses_may_be_one_heading(self) -> None:
        text = "（一）压实责任，健全机制　　全年拆分任务37项。\n（二）畅通渠道，化解争议　　收到申请63件。"
        assert [heading for heading, _ in read(text)] == ["压实责任，健全机制", "畅通渠道，化解争议"]


class TestWhatIsNotSure:
    @pytest.mark.parametrize(
        "line",
        [
            "存 在 问 题",
            "2024年 工作总结",
            "责任 落实",
            "存在问题 及下一步打算",
            "下一步 工作打算",
            "存在问题　　原因分析",
        ],
    )
    def test_a_title_set_with_blanks_stays_whole(self, line: str) -> None:
        assert read(f"一、灯塔看护\n灯塔完好。\n二、{line}\n航标已修。")[1] == (line, "航标已修。")

    @pytest.mark.parametrize(
        ("line", "heading"),
        [
            ("责任 落实。成立小组，召开会议。", "责任 落实"),
            ("下一步工作 安排部署。加强培训，充实队伍。", "下一步工作 安排部署"),
            ("加强执法 规范行为。全年办案3件。", "加强执法 规范行为"),
            ("存在的问题 得到解决。群众满意。", "存在的问题 得到解决"),
            ("执法 人员 持证 上岗，全年 办案3件。", None),
            ("全年共办理案件 3 件，培训 8 期。", None),
        ],
    )
    def test_a_half_of_a_sentence_is_no_heading(self, line: str, heading: str | None) -> None:
        assert read(f"一、灯塔看护\n灯塔完好。\n二、{line}")[1][0] == heading

    def test_rows_of_a_table_and_subjects_have_none(self) -> None:
        for text in (
            "1.东海镇　　3　　2\n2.西海镇　　5　　4",
            "（一）全县　　共办案3件，培训8期。\n（二）市区　　办案2件。",
            "第一条　行政执法人员　　是指持证人员。\n第二条　行政执法机关　　应当公示。",
            "1.东海镇　办案　3件；\n2.西海镇　办案　5件；",
        ):
            assert [heading for heading, _ in read(text) if heading and "　" not in heading] == [], text

    def test_a_member_without_heading_keeps_the_others_as_they_were(self) -> None:
        text = "（一）规范行政执法　　全年办案3件。\n（二）今年修好灯塔两座，航标完好。"
        assert [heading for heading, _ in read(text)] == [None, None]

    def test_spoken_markers_head_sentences(self) -> None:
        text = "一是规范执法　　办案3件，培训8期。二是看护灯塔　　修好灯塔2座。"
        assert all(heading is None or "　" in heading for heading, _ in read(text))
