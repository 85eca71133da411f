"""Where a heading ends and the body begins: the length of a first sentence, colons, quotation marks."""

from __future__ import annotations

import pytest

from lawreport_parser import parse
from lawreport_parser.outline.headings import LONGEST_SENTENCE


def headings(text: str) -> list[str | None]:
    return [section.heading.text if section.heading else None for section in parse(text).walk()]


@pytest.mark.parametrize(("length", "is_heading"), [(39, True), (40, True), (41, False), (42, False)])
def test_a_first_sentence_is_a_heading_up_to_forty_characters(length: int, is_heading: bool) -> None:
    sentence = "栽" * length
    assert LONGEST_SENTENCE == 40
    first = headings(f"情况如下：\n一、{sentence}。修缮桥梁。\n二、看护灯塔。晾晒木船。")[0]
    assert first == (sentence if is_heading else None)


@pytest.mark.parametrize(("length", "is_heading"), [(40, True), (41, False)])
def test_words_before_a_colon_are_a_heading_up_to_forty_characters(length: int, is_heading: bool) -> None:
    words = "栽" * length
    first = headings(f"情况如下：\n一、{words}：\n（一）修缮桥梁\n（二）看护灯塔")[0]
    assert first == (words if is_heading else None)


def test_a_heading_leaves_its_colon_out_wherever_it_stands() -> None:
    """The length of a heading counts from its own beginning, not from that of the text."""
    before = "牧场上风车转动。" * 30
    text = f"{before}\n情况如下：\n一、存在的问题 ：\n（一）修缮，桥梁\n（二）看护灯塔"
    assert headings(text)[0] == "存在的问题"
    section = parse(text).sections[0]
    assert section.heading is not None
    assert section.heading.span.of(text) == "存在的问题"


def test_commas_behind_the_colon_do_not_count() -> None:
    assert headings("情况如下：\n一、存在的问题：\n一是修缮，不够。\n二是看护，不够。")[0] == "存在的问题"


def test_commas_before_the_colon_make_it_the_beginning_of_a_sentence() -> None:
    assert headings("情况如下：\n一、有下列情形的，可以看护：\n（一）修缮桥梁\n（二）看护灯塔")[0] is None


def test_a_closing_quotation_mark_belongs_to_the_sentence_before_it() -> None:
    section = parse("情况如下：\n一、唱响“看护灯塔。”修缮桥梁。\n二、晾晒木船。栽种果园。").sections[0]
    assert [paragraph.text for paragraph in section.body] == ["修缮桥梁。"]


class TestAFullStopWrittenAsADot:
    @pytest.mark.parametrize(
        "line", ["修缮桥梁,加固两座.", '完善"岗、权、责".', "办结率100%.", "修缮桥梁，加固两座．", "修缮《台账》. "]
    )
    def test_at_the_end_of_a_line_it_ends_a_sentence(self, line: str) -> None:
        assert headings(f"情况如下：\n(一){line}\n(二)看护灯塔") == [None, "看护灯塔"]

    @pytest.mark.parametrize("then", ["加固两座。", '"桥长制"全面推行.', "（附台账）加固两座。"])
    def test_before_words_it_ends_the_heading(self, then: str) -> None:
        text = f"情况如下：\n(一)修缮桥梁.{then}\n(二)看护灯塔.晾晒木船."
        assert headings(text) == ["修缮桥梁", "看护灯塔"]
        section = parse(text).sections[0]
        assert [paragraph.text for paragraph in section.body] == [then]
        heading = next(segment for segment in parse(text).segments() if segment.kind == "heading")
        assert heading.span.of(text) == "修缮桥梁."

    @pytest.mark.parametrize(
        "words",
        ["修缮1.2公里的桥梁", "增长12.5%的做法", "启用v2.0", "对标GB/T 9704.2", "推广桥梁.APP"],
    )
    def test_inside_a_number_or_a_name_it_is_none(self, words: str) -> None:
        assert headings(f"情况如下：\n一、{words}\n二、看护灯塔")[0] == words

    @pytest.mark.parametrize(("length", "is_heading"), [(40, True), (41, False)])
    def test_the_longest_sentence_is_as_long(self, length: int, is_heading: bool) -> None:
        sentence = "栽" * length
        first = headings(f"情况如下：\n一、{sentence}.修缮桥梁.\n二、看护灯塔.晾晒木船.")[0]
        assert first == (sentence if is_heading else None)

    def test_what_stands_behind_the_longest_sentence_is_seen(self) -> None:
        """A dot in the last place that counts is none before a letter, though the search ends near it."""
        text = f"情况如下：\n一、{'栽' * 40}.APP上线。\n二、看护灯塔。晾晒木船。"
        assert headings(text)[0] is None


class TestALineThatRunsOnInTheNext:
    """A text broken at one width: a marker's line may be the beginning of a sentence, cut in mid-word."""

    BEFORE = (
        "　　今年以来，牧场上的风车转动不停，果园里的苗木栽种过半，\n"
        "桥梁修缮与灯塔看护同步推进，木船晾晒也已全部完成，工匠们逐\n"
        "户走访，记下每一处需要加固的地方，再由专人按月核对台账，\n遗漏的当场补上，不留尾巴，工作进展总体顺利平稳，没有出现\n"
        "意外，邻村的乡亲也常来观看学习，带走图纸和苗木，回去照着\n样子栽种，一年下来收成不错，现将有关的情况逐项汇报如下：\n"
    )
    FULL = "　　1.果园里的苗木还有三成没有栽种，桥梁的加固进度也偏慢，工"
    SECOND = "　　2.灯塔看护"

    def test_it_is_no_heading(self) -> None:
        assert headings(f"{self.BEFORE}{self.FULL}\n匠不够用，台账不全。\n{self.SECOND}\n") == [None, "灯塔看护"]

    @pytest.mark.parametrize(
        ("line", "behind"),
        [
            ("　　1.栽种果园", "苗木三成没有到位。"),
            (FULL, "　　匠人不够用，台账不全。"),
            (FULL, "\n匠人不够用，台账不全。"),
        ],
        ids=["a short line", "an indented line", "a blank line between"],
    )
    def test_but_a_heading_where_anything_speaks_for_one(self, line: str, behind: str) -> None:
        heading = line.strip().removeprefix("1.")
        assert headings(f"{self.BEFORE}{line}\n{behind}\n{self.SECOND}\n")[0] == heading

    def test_without_a_sentence_the_next_line_is_part_of_the_heading(self) -> None:
        heading = self.FULL.strip().removeprefix("1.")
        assert headings(f"{self.BEFORE}{self.FULL}\n匠的培训\n{self.SECOND}\n")[0] == f"{heading}\n匠的培训"

    def test_nor_where_lines_are_whole_paragraphs(self) -> None:
        before = self.BEFORE.replace("\n", "。\n")
        assert headings(f"{before}{self.FULL}\n匠不够用，台账不全。\n{self.SECOND}\n")[0] is not None

    def test_nor_where_one_line_is_long(self) -> None:
        text = f"{self.BEFORE}{'牧场上风车转动，' * 9}\n{self.FULL}\n匠不够用，台账不全。\n{self.SECOND}\n"
        assert headings(text)[0] is not None
