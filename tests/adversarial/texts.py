"""Hostile texts by name: each shows one way in which a parser may fail, hang or forget the promises.

`make(size)` builds the text; `size` is what the default run uses. To see growth, time `parse` on `make(size)`
and `make(4 * size)`: four times the text takes about four times as long.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple


class Hostile(NamedTuple):
    """A hostile text: why it is hostile, how large it is by default, and how it is made."""

    reason: str
    size: int
    make: Callable[[int], str]


_HAN: Final = "一二三四五六七八九十"


def _times(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit))


def _nested(size: int) -> str:
    return "".join(
        "第一章甲\n第一条乙\n一、丙\n（一）丁\n1.戊\n（1）己\n1）庚\n①辛\n一是壬。" for _ in range(size // 45)
    )


def _deeper_and_deeper(size: int) -> str:
    """Decimal markers, each of a family of its own: 1.1, 1.1.1, 2.1.1 …"""
    return "\n".join(f"{n % 900 + 1}.{n % 7 + 1}.1 甲乙" for n in range(size // 10))


def _every_level_anew(size: int) -> str:
    """Every member of a long series opens the same inner series."""
    return "".join(f"（{_HAN[n % 10]}）甲\n1.乙。丙。\n2.丁。戊。\n" for n in range(size // 20))


#: Texts that are hard to part into passages: what words show, without end or by turns.
_OF_PASSAGES: Final[dict[str, Hostile]] = {
    "passages-but": Hostile("One sentence of 但: each may turn to problems.", 200_000, _times("但")),
    "passages-not": Hostile("One sentence of 不, which may begin one of forty words.", 100_000, _times("不")),
    "passages-one-is": Hostile("一是 without end in one sentence.", 100_000, _times("一是")),
    "passages-years": Hostile("A year ahead, over and over, in one sentence.", 100_000, _times("2024年")),
    "passages-years-by-turns": Hostile("Each sentence names another year.", 20_000, _times("2023年。2024年。")),
    "passages-annexes": Hostile("附件 over and over: each may begin an annex.", 100_000, _times("附件")),
    "passages-will": Hostile("将, each followed by all that it looks ahead over.", 100_000, _times("将")),
    "passages-will-put": Hostile(
        "将 … that might be 将…纳入, at each of its characters.", 50_000, _times("将甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚")
    ),
    "passages-duties-without-end": Hostile(
        "履行, 担任 and 扛起, whose words never come.", 50_000, _times("履行甲乙担任丙丁扛起戊己")
    ),
    "passages-compared-without-end": Hostile(
        "对照 and 距离, each of which looks far ahead for its end.", 50_000, _times("对照甲乙丙丁距离戊己庚辛")
    ),
    "passages-no-full-stop": Hostile(
        "A whole report in one sentence: cues of every role, and no full stop.",
        200_000,
        _times("一年来成效明显，但仍存在不足，下一步将继续，局长亲自部署，各位代表，感谢，"),
    ),
    "passages-only-marks": Hostile("Marks that end sentences in which nothing stands.", 20_000, _times("。！？；：，")),
    "passages-short-sentences": Hostile("Sentences of one cue.", 10_000, _times("但。将。了。")),
    "passages-addresses": Hostile(
        "Every sentence is an address that goes with what follows.", 20_000, _times("各位代表！")
    ),
    "passages-address-lines": Hostile("The same on lines.", 20_000, _times("各位代表！\n")),
    "passages-surrogates": Hostile(
        "Lone surrogates within and between cues.",
        20_000,
        _times("但\ud800存\udc00在问题。\udfff下一步，将\ud83d继续。\ud800"),
    ),
    "passages-five-years": Hostile(
        "Plans of five years that are of all years.", 20_000, _times("“十四五”时期“十五五”时期。")
    ),
    "passages-of-many-reports": Hostile(
        "One short report after the other: each has headings of its own.",
        20_000,
        _times("一、存在问题\n甲。\n白鹭县水务局\n2024年1月5日\n"),
    ),
    "passages-lines-by-turns": Hostile(
        "Each line has another role than the one before.",
        10_000,
        _times("一年来，累计办结案件86件，成效明显。\n但仍存在不足，人手短缺。\n下一步，将继续加强。\n"),
    ),
    "passages-members-by-turns": Hostile(
        "Each member of a series has another role than the one before.",
        20_000,
        _times("一是人手不够。二是将继续加强。"),
    ),
    "passages-parts-by-turns": Hostile(
        "Problems and plans by turns, each in a part of its own.",
        20_000,
        _times("一、存在的问题\n人手不够。\n二、下一步打算\n将继续加强。\n"),
    ),
    "passages-reports-in-one-line": Hostile(
        "Small reports without end, on one line.",
        20_000,
        _times("一年来取得成效。但仍存在问题：一是不够；二是不强。下一步将继续。局长亲自履行第一责任人职责。"),
    ),
}

TEXTS: Final[dict[str, Hostile]] = {
    "empty": Hostile("There is nothing to read.", 0, lambda size: ""),
    "one-marker": Hostile("A marker alone: it stands at the very beginning and the very end.", 2, lambda size: "一、"),
    "marker-at-the-end": Hostile(
        "What follows the last marker does not exist.", 40, lambda size: "如下：\n一、甲\n二、乙。\n三、"
    ),
    "a-marker-over-and-over": Hostile(
        "A million of one marker: every one repeats an ordinal.", 200_000, _times("一、")
    ),
    "a-marker-line-over-and-over": Hostile(
        "The same in lines: every line is a member with ordinal 1.", 30_000, _times("一、甲乙丙丁\n")
    ),
    "brackets-over-and-over": Hostile(
        "（一） without end, on one line, each in a good place.", 30_000, _times("（一）甲。")
    ),
    "one-without-two": Hostile("Every 一、 opens what nothing continues.", 30_000, _times("一、甲乙。丙丁。\n")),
    "two-without-one": Hostile(
        "二、 on every line: a series whose beginning is nowhere.", 30_000, _times("二、甲乙。丙丁。\n")
    ),
    "one-is-two-is": Hostile(
        "一是 and 二是 by turns without end: a series restarts at every other clause.",
        30_000,
        _times("一是甲。二是乙。"),
    ),
    "one-is-on-a-comma": Hostile("The same in weak places.", 30_000, _times("一是甲，二是乙，")),
    "bare-is": Hostile(
        "After 一是 every clause begins with 是: each may be a lost numeral.",
        30_000,
        lambda size: "一是甲。" + "是乙。" * (size // 3),
    ),
    "bare-is-lines": Hostile(
        "The same at the start of lines.", 30_000, lambda size: "一是甲。\n" + "是乙。\n" * (size // 4)
    ),
    "first-then-last": Hostile(
        "首先 opens and 最后 closes, without end; 最后 follows any member.", 30_000, _times("首先甲。最后乙。")
    ),
    "last-and-last": Hostile(
        "最后 alone, which may follow any member of an open series.",
        30_000,
        lambda size: "首先甲。其次乙。" + "最后丙。" * (size // 4),
    ),
    "aspects": Hostile("一方面 without 另一方面.", 100_000, _times("一方面甲，")),
    "absurd-nesting": Hostile(
        "Every style inside every other, again and again: sections deeper than any model can hold.", 30_000, _nested
    ),
    "decimal-families": Hostile("Every line opens a decimal family of its own.", 100_000, _deeper_and_deeper),
    "every-level-anew": Hostile("Long series whose members each open a fresh inner one.", 30_000, _every_level_anew),
    "decimal-families-and-formal": Hostile(
        "Each 一、 ends the chains of all finer families, and every other line brings a new one.",
        20_000,
        lambda size: "".join(f"{n % 900 + 1}.{n // 900 + 1}.1 甲。\n一、乙。\n" for n in range(size // 16)),
    ),
    "deep-decimals": Hostile("1.1.1.1.1.1 on every line.", 100_000, _times("1.1.1.1.1.1 甲乙\n")),
    "long-decimal": Hostile("A number with ten thousand dots.", 100_000, _times("1.")),
    "dates-as-decimals": Hostile("Digits and dots that are no markers.", 100_000, _times("2021.3.5 ")),
    "round-brackets": Hostile("100,000 opening brackets: each may begin a marker or a remark.", 100_000, _times("（")),
    "half-brackets": Hostile("The same half-width.", 100_000, _times("(")),
    "opening-quotes": Hostile("100,000 opening quotation marks: each may hide what follows.", 100_000, _times("“")),
    "straight-quotes": Hostile("Quotation marks that open and close.", 100_000, _times('"')),
    "title-marks": Hostile("100,000 《 without 》.", 100_000, _times("《")),
    "title-marks-and-words": Hostile(
        "Each 《 is followed by words that could be a name.", 100_000, _times("《甲乙丙丁戊己庚辛")
    ),
    "brackets-and-blanks": Hostile(
        "Brackets with the blanks that a torn marker may hold.", 100_000, _times("（       一       ")
    ),
    "numeral-and-blanks": Hostile(
        "Numerals with blanks up to where the mark of a marker should stand.", 100_000, _times("一        ")
    ),
    "square-brackets": Hostile("[ and 〔 that never close.", 100_000, _times("〔[［【")),
    "unbalanced-heading": Hostile(
        "A heading of opening brackets: each waits for a partner.",
        100_000,
        lambda size: "一、甲" + "“《（" * (size // 3) + "\n二、乙",
    ),
    "one-long-line": Hostile("One line of 10 MB without a mark.", 2_000_000, _times("甲乙丙丁戊己庚辛")),
    "one-long-sentence-line": Hostile("One line of sentences, no marker.", 1_000_000, _times("甲乙丙丁，戊己庚辛。")),
    "one-long-outline-line": Hostile(
        "A report without line breaks, many times over.",
        300_000,
        _times("一、甲乙。丙丁。（一）戊己。庚辛。（二）壬癸。二、子丑。"),
    ),
    "huge-heading": Hostile("A heading of 1 MB.", 1_000_000, lambda size: "一、" + "甲" * size + "\n二、乙"),
    "huge-title": Hostile(
        "A line that ends like a title, of 1 MB.", 1_000_000, lambda size: "甲" * size + "报告\n一、乙\n二、丙"
    ),
    "many-titles": Hostile(
        "Every line looks like a title.", 100_000, _times("某某县人民政府关于二〇二一年法治政府建设情况的报告\n")
    ),
    "many-dates": Hostile("Every line is a date: each may be a signature's.", 100_000, _times("2021年12月31日\n")),
    "many-signatures": Hostile(
        "Every second line is a date below an organisation: a file of nothing but signatures.",
        30_000,
        _times("石湾县人民政府\n2021年12月31日\n"),
    ),
    "signed-members": Hostile(
        "Every member is followed by a signature that ends its document.",
        30_000,
        _times("一、甲乙。\n石湾县人民政府\n2021年12月31日\n"),
    ),
    "many-footers": Hostile("Every line is a footer.", 100_000, _times("主办单位：石湾县人民政府\n")),
    "footer-without-end": Hostile(
        "One footer of 1 MB.", 500_000, lambda size: "一、甲\n二、乙。\n主办单位：" + "甲" * size
    ),
    "labels-in-a-line": Hostile("100,000 labels on one line: each may begin a value.", 100_000, _times("索引号：")),
    "labels-and-blanks": Hostile("Labels spread out by blanks.", 100_000, _times("文　　　　　　　　　　　　号：")),
    "labels-on-lines": Hostile(
        "A label on every line, each waiting for a value on the next.", 100_000, _times("索引号：\n")
    ),
    "unknown-labels": Hostile(
        "Labels that no table knows.", 100_000, lambda size: "索引号：甲\n" + "甲乙丙：丁\n" * (size // 6)
    ),
    "navigation": Hostile("Every line is navigation.", 100_000, _times("首页>新闻>公告\n")),
    "addressees": Hostile("Every line addresses an organisation.", 100_000, _times("市人民政府：\n")),
    "organisations": Hostile(
        "A line of organisations without a colon: an addressee that never comes to an end.",
        100_000,
        _times("市人民政府、"),
    ),
    "only-blanks": Hostile("Only white space.", 100_000, _times(" \t\n\u3000\xa0\r\n\u2028\x85\u200b")),
    "only-line-ends": Hostile("Only line ends.", 100_000, _times("\n")),
    "only-han-numerals": Hostile(
        "One numeral without end: none of its beginnings is a marker.", 100_000, _times("一二三四五六七八九十")
    ),
    "only-digits": Hostile("Only digits.", 100_000, _times("0123456789")),
    "only-full-width-digits": Hostile("Only full-width digits.", 100_000, _times("０１２３４５６７８９")),
    "only-circled": Hostile("①②③ without words.", 30_000, _times("①②③④⑤")),
    "only-full-stops": Hostile("Only sentence ends.", 100_000, _times("。")),
    "only-is": Hostile("Only 是.", 100_000, _times("是")),
    "only-di": Hostile("Only 第, which may begin a marker.", 100_000, _times("第")),
    "rules": Hostile("Lines that look like ==== 正文 ==== and do not end.", 100_000, _times("=")),
    "rule-lines": Hostile("Every line is a rule that ends the head of a page.", 100_000, _times("=====正文=====\n")),
    "huge-ordinals": Hostile("Ordinals beyond any series.", 100_000, _times("九千九百九十九亿、甲。\n")),
    "huge-article": Hostile(
        "An ordinal of one hundred thousand characters.", 100_000, lambda size: "第" + "九千" * (size // 2) + "条甲"
    ),
    "growing-ordinals": Hostile(
        "Ordinals that leap.", 30_000, lambda size: "".join(f"{n * 37 % 1000}、甲。\n" for n in range(size // 7))
    ),
    "falling-ordinals": Hostile(
        "Ordinals that fall: none continues another.",
        30_000,
        lambda size: "".join(f"{999 - n % 999}、甲。\n" for n in range(size // 7)),
    ),
    "surrogates": Hostile(
        "Lone surrogates: no encoding holds them.", 30_000, _times("一、\ud800甲\n二、\udfff乙\n\udc00")
    ),
    "nul": Hostile("NUL characters.", 30_000, _times("一、\x00甲\n二、\x00\n")),
    "byte-order-marks": Hostile("U+FEFF everywhere.", 30_000, _times("\ufeff一、\ufeff甲\n\ufeff二、乙\n")),
    "zero-width": Hostile(
        "Characters without width inside and around markers.", 30_000, _times("\u200b一\u200d、\u2060甲\u200c\n")
    ),
    "bidi": Hostile(
        "Characters that turn the direction of writing.", 30_000, _times("\u202e一、甲\u202c\n\u2066二、乙\u2069\n")
    ),
    "combining": Hostile("Combining marks on markers.", 100_000, _times("一\u0301、甲\u20e3\n1\ufe0f\u20e3、乙\n")),
    "emoji": Hostile("Characters beyond the BMP.", 30_000, _times("一、\U0001f600\n二、\U0002a6d6\n")),
    "carriage-returns": Hostile("\\r as line end.", 30_000, _times("一、甲\r（一）乙。\r（二）丙。\r二、丁\r")),
    "line-separators": Hostile(
        "U+2028 and U+2029 as line ends.", 30_000, _times("一、甲\u2028（一）乙。\u2029（二）丙。\u2028二、丁\u2029")
    ),
    "next-line": Hostile("U+0085 as line end.", 30_000, _times("一、甲\x85（一）乙。\x85（二）丙。\x85二、丁\x85")),
    "vertical-tabs": Hostile(
        "\\v, \\f and the information separators.", 30_000, _times("一、甲\x0b二、乙\x0c三、丙\x1c四、丁\x1d\x1e\x1f")
    ),
    "announcements": Hostile(
        "Preambles that announce parts, without end.",
        30_000,
        _times("报告分两个部分：一、甲；二、乙。\n一、甲\n二、乙\n"),
    ),
    "contents": Hostile("A table of contents that repeats itself.", 30_000, _times("一、甲……1\n二、乙……2\n")),
    "contents-of-many": Hostile(
        "Two long series of the same names: each is the other's table of contents.",
        30_000,
        lambda size: "".join(f"第{n}条甲{n}\n" for n in range(1, min(size // 16, 999))) * max(1, size // 16000),
    ),
    "looks-ahead": Hostile(
        "Every sentence speaks for the whole report.",
        100_000,
        lambda size: "一、甲。\n二、乙。" + "2024年，我市将继续推进。" * (size // 14),
    ),
    "looks-ahead-and-series": Hostile(
        "Every such sentence leads in a fresh series.",
        30_000,
        _times("一年来，成效明显，但也存在不足。2024年，我市将继续：（一）甲。乙。（二）丙。丁。"),
    ),
    "looks-ahead-slowly": Hostile(
        "A sentence that might look ahead and never says so.",
        100_000,
        lambda size: "一、甲。\n二、乙。\n" + "下一步" * (size // 3),
    ),
    "problems-in-clauses": Hostile(
        "One sentence of problems with clauses without end.",
        100_000,
        lambda size: "一、存在问题\n主要表现在：" + "宣传不够；" * (size // 5) + "。",
    ),
    "problems-at-commas": Hostile(
        "The same, parted by commas.",
        100_000,
        lambda size: "一、存在问题\n主要表现在：" + "宣传不够，" * (size // 5) + "。",
    ),
    "but-there-are": Hostile(
        "但 … 存在 … 问题 that never meet.", 100_000, lambda size: "一、甲。\n二、乙。\n" + "但也" * (size // 2)
    ),
    "but-there-are-deep": Hostile(
        "The same with the middle word.", 100_000, lambda size: "一、甲。\n二、乙。\n" + "但也存在" * (size // 4)
    ),
    "headings-of-role-words": Hostile(
        "A heading of all wordings of roles.",
        100_000,
        lambda size: "一、" + "主要存在下一步工作" * (size // 9) + "\n二、乙",
    ),
    "roles-everywhere": Hostile(
        "Every section names every role.",
        30_000,
        _times("一、主要举措成效、存在问题、第一责任人职责及下一步打算\n（一）甲\n（二）乙\n"),
    ),
    "quotes-around-markers": Hostile(
        "Markers inside quotation marks of just the length that hides them.",
        100_000,
        _times("“" + "一、甲二、乙" * 8 + "”"),
    ),
    "almost-quotes": Hostile("Quotation marks a little too long to hide anything.", 100_000, _times("“" + "甲" * 90)),
    "torn-brackets": Hostile("Brackets torn over lines.", 30_000, _times("（\n一\n）甲\n（\n\n\n二\n）乙\n")),
    "refused-behind-one-part": Hostile(
        "No candidate is one, and each is asked what stands behind the last marker.",
        30_000,
        lambda size: "一、存在的问题和下一步打算\n（一）甲不够。\n" + "（七）乙丙。" * (size // 6),
    ),
    "refused-in-one-sentence": Hostile(
        "The same in a sentence that never ends.",
        30_000,
        lambda size: "一、主要成效\n甲。\n" + "乙丙（一）丁" * (size // 6),
    ),
    "refused-behind-closing-marks": Hostile(
        "The same, each behind a mark that may close a sentence.",
        30_000,
        lambda size: "一、主要成效\n甲。\n" + "乙）（一）" * (size // 5),
    ),
    "refused-behind-a-rare-line-end": Hostile(
        "Lines end with another character than the first one.",
        30_000,
        lambda size: "\n首先甲。其次乙。" + "最后丙。\u2029" * (size // 5),
    ),
    "refused-behind-blanks": Hostile(
        "A sentence begins with blanks without end, and holds candidates.",
        20_000,
        lambda size: "一、问题和打算\n（一）甲。\n" + "\u3000" * (size // 4) + "（五）\u3000\u3000" * (size // 8),
    ),
    "documents-on-one-line": Hostile(
        "A heading of a further document before each marker, one within the other.",
        30_000,
        lambda size: "一、甲乙。丙丁。回顾" + "（一）甲 附件乙丙丁戊己 报告一、" * (size // 18),
    ),
    "decimals-twice": Hostile(
        "Decimal series, and all of them again: each may be the other's table of contents.",
        30_000,
        lambda size: "".join(f"{n}.1 甲{n}\n{n}.2 甲{n}\n" for n in range(1, size // 34)) * 2,
    ),
    "bare-numbers-and-decimals": Hostile(
        "A bare number before each decimal, on one line.",
        30_000,
        lambda size: "".join(f"{n % 99 + 1} 甲乙 {n % 99 + 1}.1 丙丁 " for n in range(size // 14)),
    ),
    "misread-in-turn": Hostile(
        "Every other marker is misread.",
        30_000,
        _times(
            "一、甲乙。\n—、甲乙。\n三、甲乙。\n四，甲乙。\n（五加强甲乙。\nl.甲乙。\n2.甲乙。\n〔一〕甲乙。\n（二）甲乙。\n"
        ),
    ),
    "headings-before-blanks": Hostile(
        "Every heading may end at one of many blanks, and no sentence ends.",
        30_000,
        _times(
            "（一）存在问题　　甲乙 丙丁 　戊己\n（二）甲乙丙丁　　" + "甲乙 " * 40 + "\n（三）看护灯塔　　修好3座。\n"
        ),
    ),
    "headings-without-markers": Hostile(
        "Every other line heads the next.", 30_000, _times("兜牢民生底线\n存在的问题和不足\n我们看护灯塔，成效明显。\n")
    ),
    "articles-beside-articles": Hostile("第二条之一 without end.", 30_000, _times("第二条之一甲\n第二条之二乙\n")),
    **_OF_PASSAGES,
}
