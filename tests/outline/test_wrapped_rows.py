"""Texts broken at one width: the outline is that of the paragraphs, whatever begins a row."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from lawreport_parser import Report, Section, parse
from lawreport_parser.outline.rows import continuing_rows, join_rows
from lawreport_parser.page import divide_page

HEAD = "岚坪县水务局关于2023年度法治政府建设情况的报告\n县委全面依法治县委员会办公室：\n"
PARAGRAPHS = (
    "2023年，县水务局围绕保供水、防洪涝、护河湖三件大事推进依法行政，全局干部逐渐认识到，把思想和标准统一是前提，"
    "把责任落到每一座水库、每一段堤防是关键，较好完成了全年的任务。现将有关情况报告如下：",
    "一、主要工作和成效",
    "（一）健全制度，规范用权。一是修订工作规则。对一、二季度暴露的漏洞逐条补齐，新增条款12条，废止3条，印发各站所执行。"
    "二是清理文件。共清理规范性文件18件，其中保留11件、修改5件、废止2件。三是公开清单。公布权责事项46项，"
    "办理时限平均压缩2.5个工作日，群众满意率达到96.4%。",
    "（二）严格执法，守护河湖。全年立案27起，罚款31.8万元；对照《岚坪县河道管理办法》第十二条第（二）项，拆除违建9处。"
    "立足于早发现、早处置，巡河4620次，劝阻非法采砂13起，全部登记入册。",
    "（三）加强普法，凝聚共识。举办专题讲座6场，发放手册8000余册，受众1.2万人次。",
    "二、存在的主要问题",
    "（一）队伍力量不足。全局持证执法人员只有19人，平均每人负责河道48公里，遇到汛期更是捉襟见肘，难以兼顾巡查和办案。",
    "（二）监管手段单一。多数站所仍靠人工记录，数据分散在四套系统中，比对一次需要三天，难以及时发现问题。",
    "三、2024年工作打算",
    "1.补足人手。争取增编6名，面向社会招聘辅助人员15名，年底前全部通过资格考试并持证上岗，形成以老带新的梯队。",
    "2.用好数据。建成河湖监管平台，实现四套系统合一、数据共享，问题发现到交办的时间压缩到两小时以内。",
    "3.讲好故事。拍摄短片12部，在县融媒体中心和各村广播循环播放，让节水护水成为乡亲们的习惯。",
)
#: Rows without a marker, more than enough to tell how the text is broken.
PLAIN = PARAGRAPHS[0] + PARAGRAPHS[6].removeprefix("（一）") + PARAGRAPHS[7].removeprefix("（二）")
CLOSERS = "，。、；：！？”’」』）)》】%％"


def by_characters(line: str, width: int) -> list[str]:
    return [line[at : at + width] for at in range(0, len(line), width)]


def by_columns(line: str, width: int) -> list[str]:
    """Break a line as a word processor does: numbers stay whole, and no row begins with a closing mark."""
    rows = [""]
    for unit in re.findall(r"[0-9.%]+|[A-Za-z]+|.", line):
        if columns(rows[-1] + unit) > 2 * width:
            carried = rows[-1][-1] if unit in CLOSERS else ""
            rows[-1] = rows[-1].removesuffix(carried)
            rows.append(carried)
        rows[-1] += unit
    return rows


def columns(words: str) -> int:
    return sum(1 if letter < "\u0080" else 2 for letter in words)


def wrapped(width: int, *, broken: Callable[[str, int], list[str]] = by_characters, indent: str = "") -> str:
    return HEAD + "\n".join(row for line in PARAGRAPHS for row in broken(indent + line, width))


def outline(report: Report) -> list[tuple[str, int, int, str | None]]:
    return [
        (
            re.sub(r"\s", "", section.marker.text),
            section.marker.ordinal,
            section.depth,
            re.sub(r"\s", "", section.heading.text) if section.heading else None,
        )
        for section in report.walk()
    ]


WHOLE = outline(parse(HEAD + "\n".join(PARAGRAPHS)))


@pytest.mark.parametrize("indent", ["", "　　"], ids=["flush", "indented"])
@pytest.mark.parametrize("broken", [by_characters, by_columns])
@pytest.mark.parametrize("width", [*range(13, 30), 34, 38, 40])
def test_a_text_has_the_same_outline_at_every_width(
    width: int, broken: Callable[[str, int], list[str]], indent: str
) -> None:
    assert len(WHOLE) == 14
    assert outline(parse(wrapped(width, broken=broken, indent=indent))) == WHOLE


@pytest.mark.parametrize("width", [22, 28, 36])
def test_blank_lines_between_all_rows_change_nothing(width: int) -> None:
    assert outline(parse(wrapped(width).replace("\n", "\n\n"))) == WHOLE


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\u2028"])
def test_nor_does_the_kind_of_line_end(line_end: str) -> None:
    assert outline(parse(wrapped(28).replace("\n", line_end))) == WHOLE


@pytest.mark.parametrize("width", [20, 28, 33])
def test_every_place_is_that_of_the_text_as_given(width: int, promises: Callable[[str], Report]) -> None:
    text = wrapped(width, indent="　　")
    report = promises(text)
    for section in report.walk():
        assert section.marker.span.of(text) == section.marker.text
        assert all(paragraph.span.of(text) == paragraph.text for paragraph in section.body)
    assert all("\n" not in paragraph.text for section in report.walk() for paragraph in section.body), "row by row"


class TestWhatBeginsARow:
    """`⏎` shows where the row ends in the paragraph under test; the other rows show the width."""

    WIDTH = 24
    ROWS = "\n".join(by_characters(PLAIN, WIDTH))

    def markers(self, torn: str, *, lead: str = "一、工作情况\n") -> list[str]:
        """Return the markers of a paragraph that is torn at ⏎, put behind enough words to make that row full."""
        above, _, below = torn.partition("⏎")
        filling = "全局上下结合实际情况认真学习并且深入研究有关的各项要求和具体规定以后"
        row = filling[: self.WIDTH - len(above)] + above
        assert len(row) == self.WIDTH
        last = "二、存在的问题\n人手不足。\n三、工作打算\n补足人手。"
        text = f"{HEAD}{self.ROWS}\n{lead}{row}\n{below}\n{self.ROWS}\n{last}"
        found = [re.sub(r"\s", "", section.marker.text) for section in parse(text).walk()]
        return found[found.index("一、") + 1 : found.index("二、")]

    @pytest.mark.parametrize(
        "torn",
        [
            "把标准统⏎一是前提，把责任压实是关键。",
            "做到标准统⏎一、流程规范、文书齐全。",
            "按照通知第⏎（二）项的要求办理完毕。",
            "投入资金1⏎2.5万元，全部用于堤防加固。",
            "全年平均的PM⏎_2.5_浓度继续下降。",
            "完成河道12⏎.5公里的整治任务。",
            "表现最差的是周⏎一、周二的早班。",
            "主要困难之⏎一是水源分散，难以统管。",
            "共出动第⏎一、二批队员二十人。",
            "我局作为第⏎一责任单位，带头落实。",
        ],
    )
    def test_a_torn_word_opens_nothing(self, torn: str) -> None:
        assert self.markers(torn) == []

    @pytest.mark.parametrize(
        ("torn", "first"),
        [
            ("取得成效。⏎一是管水有方。二是护水有责。三是节水有招。", "一是"),
            ("主要做法是：一⏎是管水有方。二是护水有责。三是节水有招。", "一是"),
            ("做了三件事：（⏎1）管水有方。（2）护水有责。（3）节水有招。", "（1）"),
            ("做了三件事。1⏎.管水有方。2.护水有责。3.节水有招。", "1."),
            ("做了三件事。1.⏎管水有方。2.护水有责。3.节水有招。", "1."),
            ("做了三件事。（一⏎）管水有方。（二）护水有责。（三）节水有招。", "（一）"),
        ],
    )
    def test_a_torn_marker_is_one(self, torn: str, first: str) -> None:
        assert self.markers(torn)[0] == first
        assert len(self.markers(torn)) >= 3


class TestHeadings:
    @staticmethod
    def sections(*lines: str) -> list[Section]:
        rows = [row for line in (PLAIN, *lines, PLAIN[98:]) for row in by_characters(line, 24)]
        return list(parse(HEAD + "\n".join(rows)).walk())

    def test_a_heading_may_run_over_two_rows(self) -> None:
        first = self.sections("一、坚持党对法治政府建设各项工作的全面领导并不断健全推进机制")[0]
        assert first.heading is not None
        assert first.heading.text == "坚持党对法治政府建设各项工作的全面领导并不断\n健全推进机制"
        assert not first.heading.run_in
        assert first.body[0].text == PLAIN[98:122]

    def test_the_first_sentence_may_too(self) -> None:
        line = "（一）坚持党对法治政府建设各项工作的全面领导，层层压实责任。全年研究十二次。"
        child = self.sections("一、加强组织领导", line)[1]
        assert child.heading is not None
        assert child.heading.text == "坚持党对法治政府建设各项工作的全面领导，层\n层压实责任"
        assert child.heading.run_in
        assert child.body[0].text == "全年研究十二次。"

    def test_a_row_that_left_room_for_the_next_word_is_a_heading(self) -> None:
        first = self.sections("一、坚持党对法治政府建设各项工作的全面领导有力")[0]
        assert first.heading is not None
        assert first.heading.text == "坚持党对法治政府建设各项工作的全面领导有力"


def test_prose_for_the_whole_report_does_not_begin_in_mid_sentence() -> None:
    """2024年，我局将… begins a row, and the sentence above it has not ended."""
    before = "\n".join(by_characters(PLAIN, 24))
    torn = "（二）监管手段单一。要按照县政府会议审定的方案，\n2024年，我局将建成监管平台。\n"
    text = f"{HEAD}{before}\n一、存在的问题\n（一）队伍力量不足。持证人员只有十九人。\n{torn}"
    report = parse(text)
    assert not report.closing
    assert outline(report)[-1][:3] == ("（二）", 2, 2)


def test_wrapped_and_unwrapped_parts_stand_side_by_side() -> None:
    long = [PARAGRAPHS[2], PARAGRAPHS[3], PARAGRAPHS[6]]
    rows = [[line] if line in long else by_characters(line, 26) for line in PARAGRAPHS]
    text = HEAD + "\n".join(row for lines in rows for row in lines)
    assert outline(parse(text)) == WHOLE


def test_words_of_latin_letters_stay_apart_and_numbers_do_not() -> None:
    rows = [
        "全局推广使用县里自主研发的办公系统，名称是Water",
        "Office，在线人数达到了全体干部职工的九成以上，共12",
        "34人。",
    ]
    text = HEAD + "\n".join([*by_columns(PLAIN, 26), *rows, *by_columns(PLAIN, 26)])
    joined = join_rows(divide_page(text))
    assert joined is not None
    assert "Water Office" in joined.page.text
    assert "共1234人" in joined.page.text
    assert len(joined.page.text) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "\n".join(PARAGRAPHS),
        HEAD + "\n".join(f"（{numeral}）加强和改进水利工程建设质量管理工作" for numeral in "一二三四五六七八九十"),
        HEAD + "\n".join(f"{number}.加强和改进水利工程建设质量管理\n已经完成。" for number in range(1, 12)),
        HEAD + "\n".join(f"岚坪县第{numeral}水库管理站 站长 张某 值班电话" for numeral in "一二三四五六七八九十"),
        HEAD + "\n".join(by_characters(PARAGRAPHS[0], 28)),
    ],
    ids=["paragraphs", "a list of headings", "headings with a short text", "rows of a table", "too few rows to tell"],
)
def test_other_texts_are_read_as_they_are(text: str) -> None:
    page = divide_page(text)
    assert continuing_rows(page.text, page.lines) == []


def test_marks_of_markdown_are_set_aside_at_their_place(promises: Callable[[str], Report]) -> None:
    lines = [
        line.replace("一是修订工作规则。", "**一是修订工作规则。**").replace("二是清理文件。", "**二是清理文件。**")
        for line in PARAGRAPHS
    ]
    report = promises(HEAD + "\n".join(row for line in lines for row in by_characters(line, 27)))
    assert outline(report) == WHOLE
    assert not any("*" in paragraph.text for section in report.walk() for paragraph in section.body)
