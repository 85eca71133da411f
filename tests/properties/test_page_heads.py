"""Heads and feet of pages made at random from the tokens that pages are made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from test_metamorphic import header

from lawreport_parser import Report, parse
from lawreport_parser.grammars import terminal_patterns
from lawreport_parser.header_fields import LABEL_OF, LABELS, ROWS, ValueForm
from lawreport_parser.page import division, head, labels, signature
from lawreport_parser.page.patterns import PAGE

DAY = date(2024, 1, 22)
DAYS = ["2024-01-22", "2024年1月22日", "2024/01/22", "2024.1.22", "２０２４年１月２２日", "二〇二四年一月二十二日"]
ORGANS = ["石湾县人民政府", "柳溪县司法局", "青川市水利局", "石湾省人力资源和社会保障厅", "应急管理部", "中共石湾县委"]
TITLES = [
    "石湾县人民政府关于2023年度法治政府建设情况的报告",
    "柳溪县司法局2023年法治政府建设情况报告",
    "关于2023年度法治政府建设工作情况的报告",
]
#: What a field of a form may hold; a value of one word holds no blank.
VALUES: dict[ValueForm, list[str]] = {
    "text": ["政务公开", "有效", "司法行政"],
    "title": TITLES,
    "date": [*DAYS, "2024-01-22 10:12:33", "2024年01月22日 16时47分"],
    "number": ["石政发〔2024〕8号", "石法委办发〔2024〕12号", "石府办〔2023〕3号"],
    "code": ["SW01/2024-00012", "0142356/2024-00031", "11330000-2024-5"],
    "organ": ORGANS,
    "year": ["2023"],
    "addressee": ["石湾市人民政府", "石湾市委、市人民政府"],
}
NAVIGATION = [
    "首页 > 政务公开 > 正文",
    "当前位置：首页 > 政府信息公开",
    "网站首页",
    "无障碍 | 长者模式",
    "登录 注册",
    "中国政府网 | 青川市人民政府网",
]
CONTROLS = [
    "【字体：大 中 小】",
    "字号：[大] [中] [小]",
    "打印",
    "分享到：",
    "[打印]",
    "A- A A+",
    "【关闭】",
    "浏览次数：12",
]
ADDRESSEES = ["石湾市人民政府：", "各乡镇人民政府，县政府各部门：", "县委、县政府：", "主任、副主任、各位委员："]
RULES = ["——————", "=====", "----", "|---|---|", "***"]
OTHERS = [
    "某某",
    "welcome",
    "专题专栏",
    "县长　王某",
    "——在石湾县第一届人民代表大会第二次会议上",
    "（2024年1月10日在石湾县大会上）",
]
BULLETS = ["", "", "", "• ", "· ", "■ ", "※", "- ", "\u3000\u3000"]
MARKS = ["：", ":", "： ", " ：", "\t", "|", " | ", "：|", "：\n", "\n"]
BODY = """2023年，我县认真推进依法行政，各项工作取得新成效。现将有关情况报告如下：
一、主要举措和成效
（一）加强党的领导。学习研讨八次。
（二）规范行政执法。抽查案卷百余件。
二、存在的问题和不足
一是宣传不够深入；二是执法力量不足。
三、下一步工作打算
（一）强化培训。办班四期。
（二）完善制度。修订办法。
"""
LAST = "（二）完善制度。修订办法。"
#: A name and a day in all forms of a signature.
SIGNED = [
    "{organ}\n{day}",
    "{organ} {day}",
    "{organ}\u3000\u3000\u3000{day}",
    "{organ}（盖章）\n{day}",
    "{organ}\n{day}（印章）",
    "{organ}\n{day}星期一",
    "（{organ}印章）\n{day}",
    "{day}\n{organ}",
    "{organ}\n（{day}）",
    "报告单位：{organ}\n报告时间：{day}",
    "\u3000\u3000{organ}\n\u3000\u3000{day}",
]
SIGNED_DAYS = ["2024年1月15日", "2024年1月15号", "2024年元月15日", "二〇二四年一月十五日", "2024年1月  日"]
SIGNATORIES = ["石湾县人民政府", "柳溪县司法局", "青川市人力资源和社会保障局", "石湾经济技术开发区管理委员会"]
FEET = [
    "",
    "【打印】【关闭】",
    "上一篇：无\n下一篇：无",
    "附件：1.目录\n2.统计表",
    "（此件公开发布）",
    "抄送：县委办公室。\n柳溪县人民政府办公室 2024年1月26日印发",
    "责任编辑：王某",
    "主办：石湾县人民政府 ICP备1234",
    "来源：县司法局",
    "扫一扫在手机打开当前页",
]


class Named(NamedTuple):
    """A label with its value, and what the header says of it."""

    field: str
    text: str


def shown(field: str, value: str) -> object:
    """Return the value of a field as the header has it."""
    form = ROWS[field].form
    return DAY if form == "date" else int(value) if form == "year" else value


@st.composite
def named(draw: st.DrawFn, fields: list[str], marks: list[str]) -> Named:
    field = draw(st.sampled_from(fields))
    label = LABEL_OF[draw(st.sampled_from(ROWS[field].labels)).rstrip("：")]
    value = draw(st.sampled_from(VALUES[ROWS[field].form]))
    mark = draw(st.sampled_from([mark for mark in marks if not label.needs_mark or "：" in mark or ":" in mark]))
    return Named(field, f"{label.words}{mark}{value}")


def tokens() -> st.SearchStrategy[str]:
    kinds = [TITLES, ORGANS, DAYS, VALUES["number"], NAVIGATION, CONTROLS, ADDRESSEES, RULES, OTHERS]
    words = st.one_of(*(st.sampled_from(each) for each in kinds))
    return st.one_of(named(list(ROWS), MARKS).map(lambda each: each.text), words)


@st.composite
def heads(draw: st.DrawFn) -> str:
    """Return a head of tokens, each behind a bullet or none, parted by any gap."""
    gaps = st.sampled_from(["\n", "\n", "\n", "\n\n", " ", "\u3000\u3000", "\t", " | ", "|", ""])
    return "".join(
        draw(st.sampled_from(BULLETS)) + draw(tokens()) + draw(gaps) for _ in range(draw(st.integers(0, 10)))
    )


@st.composite
def feet(draw: st.DrawFn) -> str:
    form = draw(st.sampled_from(SIGNED))
    signed = form.format(organ=draw(st.sampled_from(SIGNATORIES)), day=draw(st.sampled_from(SIGNED_DAYS)))
    return f"{signed}\n{draw(st.sampled_from(FEET))}"


def assert_body_kept(report: Report) -> None:
    """Every line of the body is text of the report: preamble, heading, paragraph or marker."""
    kept = {"paragraph", "heading", "marker"}
    pieces = [each for each in report.segments() if each.kind in kept]
    text = "".join(report.text[each.span.start : each.span.end] for each in pieces)
    squeezed = re.sub(r"\s", "", text)
    for line in BODY.split("\n"):
        assert re.sub(r"\s", "", line) in squeezed, line


@given(heads(), feet(), st.sampled_from(["\n", "\r\n", " "]))
def test_the_promises_hold_of_any_head_and_foot_and_the_body_is_kept(
    promises: Callable[..., Report], above: str, below: str, line_end: str
) -> None:
    text = f"{above}\n{TITLES[0]}\n{BODY}{below}\n".replace("\n", line_end)
    assert_body_kept(promises(text))


#: Letters of titles, names and labels, and the marks that part them.
SIGNS = "石湾县人民政府司法局关于2023年度报告来源索引号文发布日期一二1：:|\t\n 【】（）>_-*·丨=、。，"


@given(st.text(alphabet=SIGNS, max_size=120), feet())
def test_the_promises_hold_of_any_signs_above_a_report(promises: Callable[..., Report], above: str, below: str) -> None:
    promises(f"{above}\n{TITLES[0]}\n{BODY}{below}")


# --- values


SEPARABLE = [name for name, row in ROWS.items() if row.one_word]


@st.composite
def separable_heads(draw: st.DrawFn) -> list[str]:
    """Return lines whose values are one word each, with the title below."""
    lines = draw(st.lists(named(SEPARABLE, ["：", ":", "： "]), max_size=6, unique_by=lambda each: each.field))
    rest = draw(st.lists(st.sampled_from([*NAVIGATION[:3], *CONTROLS]), max_size=2, unique=True))
    return [*draw(st.permutations([*(each.text for each in lines), *rest])), draw(st.sampled_from(TITLES))]


@given(separable_heads())
def test_a_head_that_lost_its_line_breaks_says_the_same(lines: list[str]) -> None:
    broken = header(parse("\n".join([*lines, BODY])))
    unbroken = header(parse(" ".join([*lines, BODY.replace("\n", " ")])))
    assert unbroken == broken


_FULL = {ord(half): full for half, full in zip("0123456789:()", "０１２３４５６７８９：（）", strict=True)}
_HALF = {ord(full): half for half, full in zip("0123456789:()", "０１２３４５６７８９：（）", strict=True)}


@given(separable_heads())
def test_half_and_full_width_say_the_same(lines: list[str]) -> None:
    text = "\n".join([*lines, BODY])
    assert header(parse(text.translate(_FULL))) == header(parse(text.translate(_HALF)))


UNKNOWN = st.text(alphabet="某甲乙丙丁戊己庚辛壬癸", min_size=1, max_size=60)


@given(separable_heads(), UNKNOWN, st.sampled_from(["\n", "\n\n"]))
def test_an_unknown_line_at_the_top_loses_no_field(lines: list[str], unknown: str, gap: str) -> None:
    text = "\n".join([*lines, BODY])
    report = parse(unknown + gap + text)
    assert header(report) == header(parse(text))
    assert_body_kept(report)


def _marked(words: str, value: str, *, needs_mark: bool) -> list[str]:
    """Return a label and its value with every mark that closes a label."""
    closed = ["{}：{}", "{}:{}", "{} ： {}", "【{}】{}", "[ {} ] {}", "{}：|{}", "{}：\n{}", "• {}：{}"]
    bare = [] if needs_mark else ["{}\t{}", "{} | {}", "| {} | {} |", "{}\n{}"]
    spaced = f"{words[0]}\u3000{words[1:]}：{value}"
    return [spaced, *(each.format(words, value) for each in (*closed, *bare))]


GIVING = [each for each in LABELS if each.field is not None]


def assert_given(label: labels.Label, value: str) -> None:
    """Check that a label gives its field this value, with every mark."""
    assert label.field is not None
    for written in _marked(label.words, value, needs_mark=label.needs_mark):
        if label.kind in ("day", "time") and "：" not in written and ":" not in written:
            continue
        other = "" if label.field == "title" else f"\n{TITLES[2]}"
        # 发布机构： / 石湾县人民政府 / 关于…的报告: values stand below their labels, or the label is empty.
        above = "公开方式：\n主动公开" if written.endswith(f"\n{value}") else "公开方式：主动公开"
        report = parse(f"{above}\n{written}{other}\n{BODY}")
        assert getattr(report.header, label.field) == shown(label.field, value), written


@pytest.mark.parametrize("label", GIVING, ids=lambda each: each.words)
def test_every_label_of_a_field_gives_it_with_every_mark(label: labels.Label) -> None:
    """With one value each: of the labels of a field, one comes after the other."""
    assert label.field is not None
    values = VALUES[ROWS[label.field].form]
    assert_given(label, values[GIVING.index(label) % len(values)])


@pytest.mark.slow
@pytest.mark.parametrize("label", GIVING, ids=lambda each: each.words)
def test_every_label_of_a_field_gives_it_every_value(label: labels.Label) -> None:
    assert label.field is not None
    for value in VALUES[ROWS[label.field].form]:
        assert_given(label, value)


# --- signatures


@given(
    st.sampled_from(SIGNED),
    st.sampled_from(SIGNATORIES),
    st.sampled_from(SIGNED_DAYS),
    st.sampled_from(FEET),
    st.booleans(),
)
def test_a_signature_in_any_form_is_no_item(form: str, organ: str, day: str, foot: str, broken: bool) -> None:
    text = f"{TITLES[0]}\n{BODY}{form.format(organ=organ, day=day)}\n{foot}\n"
    report = parse(text if broken else text.replace("\n", " "))
    assert [each.text for each in report.plans][-1] == LAST
    assert report.signature is not None
    assert report.signature.issuer == organ
    assert report.signature.date == (None if "  日" in day else date(2024, 1, 15))


# --- sieves


def _first_signs(terminal: str) -> st.SearchStrategy[str]:
    return st.from_regex(terminal_patterns("page")[terminal], fullmatch=True)


def test_the_look_ahead_of_labels_lets_through_every_label() -> None:
    pattern = labels._labels()
    sieve = pattern.pattern.index(")") + 1
    assert pattern.pattern.startswith("(?=[")
    without = re.compile(pattern.pattern[sieve:])
    for label in labels._ON_LINES:
        for gap in ("", " ", "\u3000\u3000", "\u200b", "\t", "\n"):
            for opening in ("", "【", "[ ", "〔"):
                text = f"{opening}{gap.join(label.words)}：值"
                found, meant = pattern.match(text), without.match(text)
                assert meant is not None
                assert found is not None
                assert found.span() == meant.span()


@given(_first_signs("SIGNATURE_DATE"))
def test_the_last_signs_of_signatures_let_through_every_date(written: str) -> None:
    assert written.rstrip()[-1] in signature._LAST_SIGNS
    assert not signature._DATE_HOLDS.isdisjoint(written)


@given(_first_signs("SEAL"))
def test_the_last_signs_of_signatures_let_through_every_seal(written: str) -> None:
    assert written[-1] in signature._LAST_SIGNS


@given(_first_signs("PAGE_NUMBER"))
def test_the_edges_of_page_numbers_let_through_every_one(written: str) -> None:
    assume(len(written) <= 24)
    assert written[0] in division._PAGE_EDGES


@given(_first_signs("ARCHIVE_RULE"))
def test_the_signs_of_rules_let_through_every_one(written: str) -> None:
    assert written[0] in head._RULES


@given(st.one_of(_first_signs("BULLET"), st.from_regex(PAGE.BETWEEN, fullmatch=True)))
def test_what_begins_with_a_letter_is_no_bullet_and_no_stray_mark(written: str) -> None:
    assert written[0] == "丨" or not labels.is_han(written[0])
