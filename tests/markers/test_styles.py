"""The table of styles: what follows from a row, and that row, name and terminal hold together."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from lawreport_parser import parse
from lawreport_parser.grammars import Terminals, read_grammar, terminal_patterns
from lawreport_parser.marker_styles import ROWS, MarkerStyle
from lawreport_parser.numbers import format_ordinal
from lawreport_parser.numbers.numerals import parse_ordinal
from lawreport_parser.outline.candidates import LINE, CandidateScanner
from lawreport_parser.outline.styles import ALTERNATION, HIDING, STYLES, UNNUMBERED, WORD_ORDINALS
from lawreport_parser.page import Piece

OUTLINE = Terminals("outline")
WRITTEN = [style for style in ROWS if style != "unnumbered"]


def candidates(text: str, order: tuple[str, ...] = ALTERNATION) -> list[tuple[str, str, int, int | None]]:
    lines = [Piece("LINE", *found.span()) for found in re.finditer(r"[^\n]+", text)]
    found = CandidateScanner(terminal_patterns("report"), order).scan(text, lines)
    return [(text[one.start : one.end], one.style.name, one.ordinal, one.suffix) for one in found]


# --- a style is added in its row, in the name beside it and in its terminal


def test_the_names_of_the_model_are_those_of_the_rows() -> None:
    assert list(ROWS) == list(get_args(MarkerStyle)), "give MarkerStyle and _STYLES the same names in the same order"


def test_the_terminals_of_the_rows_are_those_of_the_grammars() -> None:
    defined = set(re.findall(r"^([A-Z][A-Z_]*):", read_grammar("markers"), re.MULTILINE)) - {"HAN_NUMBER", "DIGITS"}
    assert STYLES.keys() | set(HIDING) == defined | {UNNUMBERED}
    section = re.search(r"^section: \(([^)]*)\)", read_grammar("report"), re.MULTILINE)
    assert section is not None
    assert set(re.findall(r"[A-Z_]+", section[1])) == STYLES.keys()


def test_a_terminal_belongs_to_one_row() -> None:
    assert len(STYLES) == sum(len(style.terminals) for style in ROWS.values())


def test_the_scanner_tries_each_terminal_once_and_weaker_readings_last() -> None:
    assert len(set(ALTERNATION)) == len(ALTERNATION)
    plain = [ALTERNATION.index(style.terminals[0]) for style in ROWS.values() if style.tried]
    weaker = [ALTERNATION.index(each) for style in ROWS.values() if style.tried for each in style.terminals[1:]]
    assert max(plain) < ALTERNATION.index("REMARK") < min(weaker)
    assert not {each for style in ROWS.values() if not style.tried for each in style.terminals} & set(ALTERNATION)


def test_the_levels_of_the_standard_follow_one_another() -> None:
    levels: dict[int, set[str]] = {}
    for style in ROWS.values():
        if style.level is not None:
            levels.setdefault(style.level, set()).add(style.family)
    assert levels == {1: {"han_dun"}, 2: {"han_paren"}, 3: {"arabic"}, 4: {"arabic_paren"}}


def test_styles_of_a_family_have_one_rank() -> None:
    for family in {style.family for style in ROWS.values()}:
        assert len({style.rank for style in ROWS.values() if style.family == family}) == 1, family


def test_words_stand_for_their_place() -> None:
    assert WORD_ORDINALS == {"首先": 1, "其次": 2, "再次": 3, "最后": 4, "一方面": 1, "另一方面": 2}


# --- what a row writes, its terminal finds


@pytest.mark.parametrize("style", WRITTEN)
def test_what_a_style_writes_is_found_by_its_terminal_and_read_as_its_ordinal(style: MarkerStyle) -> None:
    row = ROWS[style]
    for ordinal in (1, 2, 3, 10, 12, 21, 30):
        if row.ordinal == "word" and ordinal > len(row.words) + 1:
            break
        written = format_ordinal(ordinal, style)
        text = f"情形如下\n{written}栽种果园\n"
        found = re.compile(terminal_patterns("report")[row.terminals[0]]).match(text, text.index(written))
        assert found is not None, written
        assert found.group() == written
        assert candidates(text)[0] == (written, style, ordinal, None)
        if row.ordinal in ("han", "arabic", "either", "sign"):
            numeral = OUTLINE.NUMERAL.search(written)
            assert numeral is not None, written
            assert parse_ordinal(numeral.group()) == ordinal


@pytest.mark.parametrize("style", [name for name, row in ROWS.items() if row.suffixed])
@pytest.mark.parametrize("suffix", [1, 2, 12])
def test_a_suffix_is_part_of_the_marker(style: MarkerStyle, suffix: int) -> None:
    written = format_ordinal(3, style, suffix=suffix)
    for form in (written, written.replace("之", " 之　")):
        assert candidates(f"情形如下\n{form} 栽种果园\n") == [(form, style, 3, suffix)]


def test_a_suffix_reaches_the_model() -> None:
    text = "第一条 栽种果园。\n第二条 修缮桥梁。\n第二条之一 看护灯塔。\n第二条之二 晾晒木船。\n第三条 采摘茶园。\n"
    markers = [(each.marker.text, each.marker.ordinal, each.marker.suffix) for each in parse(text).walk()]
    assert markers == [
        ("第一条", 1, None),
        ("第二条", 2, None),
        ("第二条之一", 2, 1),
        ("第二条之二", 2, 2),
        ("第三条", 3, None),
    ]


def test_books_chapters_sections_and_articles_nest() -> None:
    text = (
        "第一编 总则\n第一章 通则\n第一节 目的\n第一条 栽种果园。\n第二条 修缮桥梁。\n第二节 范围\n第三条 看护灯塔。\n"
        "第二编 分则\n第一章 渔港\n第四条 晾晒木船。\n"
    )
    assert [(each.id, each.marker.style) for each in parse(text).walk()] == [
        ("1", "book"),
        ("1.1", "chapter"),
        ("1.1.1", "section"),
        ("1.1.1.1", "article"),
        ("1.1.1.2", "article"),
        ("1.1.2", "section"),
        ("1.1.2.1", "article"),
        ("2", "book"),
        ("2.1", "chapter"),
        ("2.1.1", "article"),
    ]


def test_a_suffix_is_written_only_where_the_style_has_one() -> None:
    assert format_ordinal(2, "article", suffix=1) == "第二条之一"
    for style, suffix in (("han_dun", 1), ("article", 0)):
        with pytest.raises(ValueError, match="no suffix"):
            format_ordinal(2, style, suffix=suffix)


# --- a number alone


@pytest.mark.parametrize(
    "line",
    [
        "1 总则",
        "1总则",
        "１　总则",
        "12  应急响应",
        "2 术语和定义",
        "3 分级标准",
        "4 人员保障",
        "5 处置措施",
        "6 部门职责",
        "7 期限",
        "8 名词术语",
        "9 条件保障",
        "2 “一体”推进",
        "3《方案》编制",
        "10　日常管理",
        "4 加强组织领导，压实责任",
    ],
)
def test_a_number_before_a_short_heading_looks_like_a_marker(line: str) -> None:
    for before in ("", "情形如下\n", "　　"):
        found = candidates(f"{before}{line}\n后文很多。")
        assert [(row[1], row[2]) for row in found] == [("arabic_bare", int(re.match(r"\d+", line)[0]))], line  # type: ignore[index]


@pytest.mark.parametrize(
    "line",
    [
        "1月",
        "1月份雨水多",
        "3日上午",
        "5个部门",
        "5 个部门到场",
        "10万尾鱼苗",
        "2.5米宽",
        "1 234",
        "12345热线",
        "123 号文件",
        "2023年情况",
        "12 年来的变化",
        "3 名干部到场",
        "4 人到场",
        "6 家企业",
        "7 次会议",
        "8 项制度",
        "9 部法规",
        "2 处渔港",
        "3小时办结",
        "10 分钟",
        "1至3月雨水多",
        "20大精神",
        "2、修缮桥梁",
        "2. 修缮桥梁",
        "5G网络",
        "1",
        "1 总则是全文的开头。",
        "1 栽种果园；修缮桥梁",
        "办结 12 总则",
        "A1 总则",
        "第1 总则",
        f"1 {'栽种果园' * 11}",
    ],
)
def test_a_number_before_a_unit_a_date_or_a_sentence_does_not(line: str) -> None:
    assert "arabic_bare" not in [row[1] for row in candidates(f"情形如下\n{line}\n后文很多。")], line


def test_the_sieve_loses_no_number_alone() -> None:
    text = "1 总则\n办结 12 件\n２范围\n　　*13* 附则\n 4 应急\n12总则"
    lines = [Piece("LINE", *found.span()) for found in re.finditer(r"[^\n]+", text)]
    scanner = CandidateScanner(terminal_patterns("report"))
    found = [(one.type, one.start) for one in scanner.scan(text, lines)]
    scanner._first = re.compile(r"[\s\S]")
    assert found == [(one.type, one.start) for one in scanner.scan(text, lines) if one.place == LINE]
    assert len(found) == 4
