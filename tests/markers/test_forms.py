"""Every form that a finite marker pattern accepts, enumerated; and every false friend, which stays text."""

# ruff: noqa: E501 — tables of texts
from __future__ import annotations

import pytest

from lawreport_parser import Report, parse

HAN = "一二三四五六七八九十"
#: The gaps that pages leave inside a marker.
GAPS = ["", " ", "\u3000", "\xa0", "\t", "\u200b", "  \u3000"]
ORDINALS = range(1, 31)


def han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else HAN[tens - 1] + "十") + (HAN[ones - 1] if ones else "")


def wide(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def bracketed(numeral: str) -> list[str]:
    forms = [f"{left}{numeral}{right}" for left, right in ("（）", "()", "（)", "(）", "﹙﹚", "⦅⦆", "〈〉")]
    return forms + [f"（{gap}{numeral}{gap}）" for gap in GAPS[1:]] + [f"({numeral}\n)", f"（\n{numeral}）"]


def forms_of(style: str, n: int) -> list[str]:
    """Return every form of ordinal `n` in a style."""
    if style == "book":
        numerals = (han(n), str(n), wide(n))
        return [f"第{gap}{numeral}{gap}{word}" for numeral in numerals for word in "编篇" for gap in GAPS]
    if style == "section":
        return [f"第{gap}{numeral}{gap}节" for numeral in (han(n), str(n), wide(n)) for gap in GAPS]
    if style == "part":
        return [f"第{gap}{numeral}{gap}部分" for numeral in (han(n), str(n), wide(n)) for gap in GAPS]
    if style == "chapter":
        return [f"第{gap}{numeral}{gap}章" for numeral in (han(n), str(n), wide(n)) for gap in GAPS]
    if style == "article":
        return [f"第{gap}{numeral}{gap}条" for numeral in (han(n), str(n), wide(n)) for gap in GAPS]
    if style == "han_dun":
        return [f"{han(n)}{gap}{mark}" for gap in GAPS for mark in "、﹑､.．﹒"]
    if style == "han_paren":
        more = [chr(0x3220 + n - 1)] if n <= 10 else []
        return bracketed(han(n)) + more + [f"{han(n)}）", f"{han(n)})", f"{han(n)} ）"]
    if style == "arabic_dot":
        more = [chr(0x2488 + n - 1)] if n <= 20 else []
        return [f"{numeral}{gap}{dot}" for numeral in (str(n), wide(n)) for gap in GAPS for dot in ".．﹒"] + more
    if style == "arabic_dun":
        return [f"{numeral}{gap}{mark}" for numeral in (str(n), wide(n)) for gap in GAPS for mark in "、﹑､"]
    if style == "arabic_paren":
        more = [chr(0x2474 + n - 1)] if n <= 20 else []
        return bracketed(str(n)) + bracketed(wide(n)) + more
    if style == "arabic_half_paren":
        return [f"{numeral}{gap}{mark}" for numeral in (str(n), wide(n)) for gap in GAPS for mark in "）)"]
    if style == "circled":
        return [chr(0x2460 + n - 1) if n <= 20 else chr(0x3251 + n - 21)] + ([chr(0x2776 + n - 1)] if n <= 10 else [])
    if style == "decimal":
        return [f"{numeral}{dot}{other}" for dot in ".．﹒" for numeral, other in (("1", str(n)), ("１", wide(n)))]
    if style == "han_is":
        return [f"{han(n)}{gap}是" for gap in GAPS]
    if style == "han_must":
        return [f"{han(n)}{gap}要" for gap in GAPS]
    if style == "han_ordinal":
        return [f"第{han(n)}{gap}{mark}" for gap in GAPS for mark in "，,、﹐､：:"]
    raise ValueError(style)


STYLES = [
    "book",
    "part",
    "chapter",
    "section",
    "article",
    "han_dun",
    "han_paren",
    "arabic_dot",
    "arabic_dun",
    "arabic_paren",
    "arabic_half_paren",
    "circled",
    "decimal",
    "han_is",
    "han_must",
    "han_ordinal",
]


def rows(report: Report) -> list[tuple[str, str, int]]:
    return [(each.marker.text, each.marker.style, each.marker.ordinal) for each in report.walk()]


@pytest.mark.parametrize("style", STYLES)
def test_every_form_of_a_style_is_read(style: str) -> None:
    """The first three members of a series, all in one form."""
    families = zip(*(forms_of(style, n) for n in (1, 2, 3)), strict=True)
    for forms in families:
        text = "牧场上风车转动，情形如下：\n" + "".join(f"{form}栽种果园。修缮桥梁。\n" for form in forms)
        assert rows(parse(text)) == [(form, style, n) for n, form in enumerate(forms, 1)], repr(text)


@pytest.mark.parametrize("every", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["one form", "every form"])
@pytest.mark.parametrize("style", STYLES)
def test_every_ordinal_of_a_style_is_read(style: str, every: bool) -> None:
    """Every ordinal to 30: two members of a series whose beginning is not there. One form comes after the other."""
    for n in ORDINALS[:-1]:
        forms = forms_of(style, n)
        for form in forms if every else forms[n % len(forms) :][:1]:
            follower = forms_of(style, n + 1)[0]
            text = f"牧场上风车转动，情形如下：\n{form}栽种果园。修缮桥梁。\n{follower}晾晒木船。看护灯塔。"
            assert rows(parse(text)) == [(form, style, n), (follower, style, n + 1)], repr(text)


@pytest.mark.parametrize("style", STYLES)
def test_a_series_runs_to_thirty(style: str) -> None:
    for at in range(len(forms_of(style, 30))):
        forms = [forms_of(style, n)[at] for n in ORDINALS]
        text = "牧场上风车转动，情形如下：\n" + "\n".join(f"{form}栽种果园。修缮桥梁。" for form in forms)
        assert rows(parse(text)) == [(form, style, n) for n, form in zip(ORDINALS, forms, strict=True)], repr(text)


def test_words_that_count() -> None:
    text = "情形如下：首先栽种果园，其次修缮桥梁，再次看护灯塔，最后晾晒木船。\n一方面采摘茶园，另一方面清点陶器。"
    assert [row[1:] for row in rows(parse(text))] == [
        ("sequence", 1),
        ("sequence", 2),
        ("sequence", 3),
        ("sequence", 4),
        ("aspect", 1),
        ("aspect", 2),
    ]


@pytest.mark.parametrize(
    ("written", "ordinal"),
    [
        ("二十一", 21),
        ("廿一", 21),
        ("一百", 100),
        ("一百零三", 103),
        ("二〇", 20),
        ("九百九十九", 999),
        ("两百一十", 210),
    ],
)
def test_large_ordinals(written: str, ordinal: int) -> None:
    text = f"情形如下：\n第{written}条栽种果园。修缮桥梁。\n第{han(1)}条看护灯塔。"
    assert ("article", ordinal) in [row[1:] for row in rows(parse(text))]


#: Words that look like markers. Each stands inside a sentence, at the start of one, and at the start of a line.
FALSE_FRIENDS = [
    # the contract's own
    "统一是前提",
    "唯一是真的",
    "此为原因之一是常情",
    "一、二季度雨水多",
    "三、四线城市少",
    "第一、二产业并进",
    "十二五时期渔获多",
    "1.5万人到场",
    "12.4主题日",
    "2021.3.5当天",
    "“三个一”做法",
    "周一三五开门",
    "第一责任人在场",
    "第一议题已学",
    "第一要务不忘",
    "第一要求已明",
    "最后一公里打通",
    "集中统一是根本",
    "五统一、一开放已成",
    "多证合一、一照一码推开",
    "二中、三中、四中全会精神",
    "“12·4”当天",
    "《渔港（一）》已印",
    "（2015—2020年）已过",
    "（豫政〔2020〕33号）已发",
    "十一是假日",
    "十一是长假",
    # numbers and dates
    "1.2亿尾鱼苗",
    "3.5%的茶园",
    "0.5公顷",
    "2.5米宽",
    "１．５万尾",
    "12.4公里",
    "1、2月份雨少",
    "3、4月间花开",
    "6.18当天",
    "11.8%增幅",
    "2023.12.31止",
    "5.1假期",
    "1.0版",
    "10.5%和9.2%",
    "100.5万",
    "3.15晚会",
    "4.15安全日",
    "第1、2号桥",
    "1.5至2.5米",
    # words that begin or end in 一, 二 …
    "统一、规范、透明",
    "唯一、真实",
    "归一、集约",
    "整齐划一、有序",
    "单一、分散",
    "如一、不变",
    "逐一、逐项核对",
    "同一、相近",
    "周一、周三开门",
    "周一是闭馆日",
    "其一、其二都好",
    "之一、之二都在",
    "“三统一、四到位”",
    "一是一、二是二",
    "说一是一",
    "一、二、三等奖",
    "一、二级河道",
    "一、二号线",
    "一、二类船",
    "三、四级桥",
    "二、三产业",
    "一、三产业",
    "一、二期工程",
    "一、二把手",
    "二、三十人到场",
    "三、五年之后",
    "七一、八一都开门",
    "五一、十一都开门",
    "三要素齐全",
    "四要素完备",
    "八要点已印",
    "三要务已明",
    "五要求已知",
    "不二要诀",
    "一要员到场",
    # ordinals in words
    "第一、第三产业",
    "第一、第二书记到场",
    "第一、二、三产业",
    "第一季度",
    "第二批船",
    "第一时间到场",
    "第一书记到场",
    "第三方到场",
    "第一人称",
    "第四届船会",
    "第一章的内容",
    "第三条的规定",
    "第五条、第六条所说",
    "第二部分的内容",
    "第一编制单位到场",
    "第二编的规定",
    "第一篇章已开",
    "第一篇文章已发",
    "第二篇报道已发",
    "第三篇论文已成",
    "第一节课已上",
    "第三节车厢满员",
    "第二节点已过",
    "第一节目已演",
    "第一节假日开门",
    "第三节的规定",
    "第二节和第三节",
    "第二条之规定",
    "第二条之一的规定",
    "第三章之二和第四章",
    "《条例》第三条",
    # 首先, 最后, 一方面 in their ordinary sense
    "最首先的船",
    "最后一天",
    "最后的船",
    "这一方面已好",
    "另一回事",
    "某一方面强",
    "任一方面弱",
    "哪一方面都好",
    # brackets and quotations
    "（一）类船",
    "《法治（一）（二）》已印",
    "“一是快、二是好”的说法",
    "（一类船）",
    "（2021）皖01号",
    "〔2021〕1号",
    "[1]号船",
    "“1.快”牌",
    "（含一、二号船）",
    "（其中：一、二级各半）",
    "“一、二、三”工程",
    "《一、二季度渔情》",
    "《1.0版手册》",
    "（1.5万尾）",
    "a1.船号",
    "B2、船号",
    "No.1船",
    "V1.0版",
    "COVID19.时期",
]


#: A line that begins with these may as well be a member (三、五年之后…): no reader could tell.
NOT_AT_A_LINE = {"二、三十人到场", "三、五年之后", "（一）类船"}


@pytest.mark.parametrize("words", FALSE_FRIENDS)
def test_a_false_friend_inside_a_sentence_stays_text(words: str) -> None:
    text = f"情形如下：\n一、修缮桥梁\n栽种果园，{words}，晾晒木船。\n二、看护灯塔\n清点陶器。{words}，采摘茶园。\n三、疏浚水渠\n绘制码头。"
    assert [row[1:] for row in rows(parse(text))] == [("han_dun", 1), ("han_dun", 2), ("han_dun", 3)], text


@pytest.mark.parametrize("words", FALSE_FRIENDS)
def test_a_false_friend_between_spoken_members_stays_text(words: str) -> None:
    text = f"情形如下：\n（一）修缮桥梁\n一是栽种果园，{words}。二是晾晒木船，{words}；三是看护灯塔。\n（二）清点陶器\n采摘茶园。"
    want = [("han_paren", 1), ("han_is", 1), ("han_is", 2), ("han_is", 3), ("han_paren", 2)]
    assert [row[1:] for row in rows(parse(text))] == want, text


@pytest.mark.parametrize("words", [words for words in FALSE_FRIENDS if words not in NOT_AT_A_LINE])
def test_a_false_friend_at_the_start_of_a_line_stays_text(words: str) -> None:
    text = f"情形如下：\n（一）修缮桥梁。\n{words}，晾晒木船。\n（二）看护灯塔。\n采摘茶园。"
    assert [row[1:] for row in rows(parse(text))] == [("han_paren", 1), ("han_paren", 2)], text
