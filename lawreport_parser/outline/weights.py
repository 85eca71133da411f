"""What each feature of the evidence weighs, by class of style, and what it means in words.

A row is a feature of `evidence.py`: what it weighs for a marker of each class, and a short clause that tells it, in
English and in Chinese, for `Report.explain`. To add one: yield its name in `evidence.py` and give it a row here; a test
holds that the two agree.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from lawreport_parser.outline.candidates import Candidate

__all__ = ["BOUNDARY", "ROWS", "WEIGHTS", "StyleClass", "Weight", "class_of"]

#: 一、 1. · （一） ① 第一章 · 1.1, a bare 1 · 一是, 第一，, 首先
StyleClass = Literal["block", "distinct", "figures", "spoken"]


class Weight(NamedTuple):
    """What a feature weighs for each class of style, and a clause that says what it is."""

    feature: str
    block: int
    distinct: int
    figures: int
    spoken: int
    english: str
    chinese: str


_TABLE: Final = (
    # How its number follows the last of the series that it goes on with, and where it stands.
    Weight("due: line", 13, 16, 13, 7, "next in an open series, at a line start", "未完序列的下一项，在行首"),
    Weight("due: sentence", 14, 15, 8, 10, "next in an open series, behind a sentence", "未完序列的下一项，在句末后"),
    Weight("due: clause", -4, 6, 8, 6, "next in an open series, behind a comma or gap", "未完序列的下一项，在逗号后"),
    Weight("due: word", 1, 8, 4, 4, "next in an open series, amid words", "未完序列的下一项，夹在字间"),
    Weight("next to the highest: line", 17, 0, 0, 0, "follows the highest, at a line start", "接在最大序号后，在行首"),
    Weight("one is missing: line", 18, 13, 0, 0, "one is missing, at a line start", "缺一个序号，在行首"),
    Weight("one is missing: sentence", 16, 10, 0, 0, "one is missing, behind a sentence", "缺一个序号，在句末后"),
    Weight("one is missing: clause", -7, 0, 0, 0, "one is missing, behind a comma or gap", "缺一个序号，在逗号后"),
    Weight("some are missing: line", 0, -7, 0, 0, "two to five are missing, at a line start", "缺二至五个序号，在行首"),
    Weight(
        "some are missing: clause",
        -1,
        0,
        0,
        0,
        "two to five are missing, behind a comma or gap",
        "缺二至五个序号，在逗号后",
    ),
    Weight("some are missing: word", 0, -6, 0, 0, "two to five are missing, amid words", "缺二至五个序号，夹在字间"),
    Weight("many are missing: line", 13, 14, 0, 0, "over five are missing, at a line start", "缺五个以上序号，在行首"),
    Weight(
        "many are missing: clause",
        0,
        -10,
        0,
        0,
        "over five are missing, behind a comma or gap",
        "缺五个以上序号，在逗号后",
    ),
    Weight("many are missing: word", 0, -4, 0, 0, "over five are missing, amid words", "缺五个以上序号，夹在字间"),
    Weight("repeated: line", 5, 15, 0, 0, "same number again, at a line start", "序号重复，在行首"),
    Weight("repeated: sentence", 6, 8, 0, 0, "same number again, behind a sentence", "序号重复，在句末后"),
    Weight("repeated: clause", -7, 0, 0, 0, "same number again, behind a comma or gap", "序号重复，在逗号后"),
    Weight("repeated: word", -7, -5, -3, -6, "same number again, amid words", "序号重复，夹在字间"),
    Weight("suffixed: line", 0, 12, 0, 0, "same number with 之一, at a line start", "同号带“之一”，在行首"),
    Weight("suffixed: sentence", 0, 9, 0, 0, "same number with 之一, behind a sentence", "同号带“之一”，在句末后"),
    Weight("goes back: line", 15, -1, -7, 0, "a lower number, at a line start", "序号倒退，在行首"),
    Weight("goes back: sentence", -22, -6, 0, -2, "a lower number, behind a sentence", "序号倒退，在句末后"),
    Weight("goes back: clause", -5, 0, 0, 0, "a lower number, behind a comma or gap", "序号倒退，在逗号后"),
    Weight("goes back: word", -9, -10, 0, -7, "a lower number, amid words", "序号倒退，夹在字间"),
    Weight("lost: line", 0, 0, 0, 4, "its numeral is lost, at a line start", "序号脱落，在行首"),
    Weight("lost: sentence", 0, 0, 0, 9, "its numeral is lost, behind a sentence", "序号脱落，在句末后"),
    # The numeral is lost: a bare 是 goes on with a series.
    Weight("bare 是", 0, 0, 0, 10, "a bare 是 where 一是 … are open", "“一是”序列中的“是”"),
    Weight("bare 是, awaited", 0, 0, 0, 4, "是 where a numeral is missing", "正缺序号处的“是”"),
    # A number that is due: whether its own next one follows.
    Weight("due: followed", 16, 16, 11, 15, "due, its next one good", "应有，后项稳"),
    Weight("due: followed weakly", 12, 7, 7, 0, "due, its next one weak", "应有，后项弱"),
    Weight("due: fellow later", 6, 1, 5, 9, "due, a fellow later", "应有，后有同式"),
    Weight("due: alone", 9, 18, 11, 15, "due, no next one", "应有，无后项"),
    Weight("due behind a word, followed", 4, 2, 0, 4, "due amid words, its next one good", "应有，夹在字间，后项稳"),
    Weight(
        "due behind a word, followed weakly", -8, 5, 6, 0, "due amid words, its next one weak", "应有，夹在字间，后项弱"
    ),
    Weight("due behind a word, alone", 1, 2, -3, 0, "due amid words, no next one", "应有，夹在字间，无后项"),
    Weight("due: laid out otherwise", -4, 5, -10, 5, "due, laid out otherwise", "应有，版式不同"),
    # The same of a number that is not due.
    Weight("not due: followed", 9, 14, -9, -2, "not due, its next one good", "非应有，后项稳"),
    Weight("not due: followed weakly", -3, 9, 0, 0, "not due, its next one weak", "非应有，后项弱"),
    Weight("not due: fellow later", 8, 9, -5, 0, "not due, a fellow later", "非应有，后有同式"),
    Weight("not due: alone", 10, 11, -3, -8, "not due, no next one", "非应有，无后项"),
    Weight(
        "not due behind a word, followed",
        0,
        -3,
        0,
        0,
        "not due amid words, its next one good",
        "非应有，夹在字间，后项稳",
    ),
    Weight(
        "not due behind a word, followed weakly",
        -1,
        0,
        0,
        0,
        "not due amid words, its next one weak",
        "非应有，夹在字间，后项弱",
    ),
    Weight(
        "not due behind a word, fellow later",
        -14,
        -11,
        0,
        0,
        "not due amid words, a fellow later",
        "非应有，夹在字间，后有同式",
    ),
    Weight(
        "not due behind a word, alone", -9, -11, -3, -8, "not due amid words, no next one", "非应有，夹在字间，无后项"
    ),
    Weight("not due: laid out otherwise", -18, -17, -3, -6, "not due, laid out otherwise", "非应有，版式不同"),
    # The one before it in its chain: the last of the series, another marker, or text.
    Weight("borne out: line", 15, 16, 10, 7, "follows its link, at a line start", "与前项相连，在行首"),
    Weight("borne out: sentence", 13, 15, 8, 12, "follows its link, behind a sentence", "与前项相连，在句末后"),
    Weight("borne out: clause", 0, 6, 8, 6, "follows its link, behind a comma or gap", "与前项相连，在逗号后"),
    Weight("borne out: word", 15, 8, 12, 4, "follows its link, amid words", "与前项相连，夹在字间"),
    Weight("linked to text", -3, 12, -2, 0, "its link was left as text", "相连的前项已作正文"),
    Weight("linked further in", -9, 0, 0, 0, "its link is in an inner series", "相连的前项在更内层"),
    Weight("linked further out", 0, 0, 0, -7, "its link is in an outer series", "相连的前项在更外层"),
    # Spoken styles that go on (一是, 首先).
    Weight("spoken, on another line", 0, 0, 0, 5, "not on the line of the last", "与前项不同行"),
    Weight("spoken, behind another mark", 0, 0, 0, -6, "behind another mark than the last", "之前的标点与前项不同"),
    # A new series that begins with 1: where, and whether a 2 follows.
    Weight("first: line", 10, 13, 4, 8, "number 1, at a line start", "序号为一，在行首"),
    Weight("first: sentence", 3, 1, -6, 6, "number 1, behind a sentence", "序号为一，在句末后"),
    Weight("first: clause", -3, -1, 5, -4, "number 1, behind a comma or gap", "序号为一，在逗号后"),
    Weight("first: word", -3, -1, 6, -7, "number 1, amid words", "序号为一，夹在字间"),
    Weight("first: followed", 15, 13, 9, 11, "number 1, its next one good", "序号为一，后项稳"),
    Weight("first: followed weakly", -4, 0, 6, 5, "number 1, its next one weak", "序号为一，后项弱"),
    Weight("first: fellow later", -6, -5, 6, 0, "number 1, a fellow later", "序号为一，后有同式"),
    Weight("first: alone", -2, -12, 1, -7, "number 1, no next one", "序号为一，无后项"),
    Weight("first line, followed", 8, 9, 8, 7, "at a line start, its next one good", "在行首，后项稳"),
    Weight("first line, followed weakly", 4, 8, 0, 7, "at a line start, its next one weak", "在行首，后项弱"),
    Weight("first line, fellow later", 3, 0, 6, 0, "at a line start, a fellow later", "在行首，后有同式"),
    Weight("first line, alone", 5, 30, 0, 2, "at a line start, no next one", "在行首，无后项"),
    Weight("first sentence, followed", 9, 8, 0, 5, "behind a sentence, its next one good", "在句末后，后项稳"),
    Weight("first sentence, followed weakly", -4, 0, -6, 6, "behind a sentence, its next one weak", "在句末后，后项弱"),
    Weight("first sentence, fellow later", -3, 0, 0, 0, "behind a sentence, a fellow later", "在句末后，后有同式"),
    Weight("first sentence, alone", -14, -10, 0, 6, "behind a sentence, no next one", "在句末后，无后项"),
    Weight("first clause, followed", 4, 6, 3, 7, "behind a comma or gap, its next one good", "在逗号后，后项稳"),
    Weight(
        "first clause, followed weakly", -1, 0, 0, -6, "behind a comma or gap, its next one weak", "在逗号后，后项弱"
    ),
    Weight("first clause, fellow later", -4, 0, 0, 0, "behind a comma or gap, a fellow later", "在逗号后，后有同式"),
    Weight("first clause, alone", -12, -11, 3, -16, "behind a comma or gap, no next one", "在逗号后，无后项"),
    Weight("first word, followed", 8, 8, 0, 12, "amid words, its next one good", "夹在字间，后项稳"),
    Weight("first word, followed weakly", -13, -7, 8, 0, "amid words, its next one weak", "夹在字间，后项弱"),
    Weight("first word, fellow later", -9, -5, 0, 0, "amid words, a fellow later", "夹在字间，后有同式"),
    Weight("first word, alone", -6, -11, -12, -20, "amid words, no next one", "夹在字间，无后项"),
    Weight("first: three in a row", 10, 5, 2, 6, "number 1, with two more well placed", "序号为一，后两项位置好"),
    # A new series that begins above 1.
    Weight("late: line", 9, 7, -2, 1, "above 1, at a line start", "序号大于一，在行首"),
    Weight("late: sentence", 0, -11, -5, -7, "above 1, behind a sentence", "序号大于一，在句末后"),
    Weight("late: clause", 0, 1, -16, -7, "above 1, behind a comma or gap", "序号大于一，在逗号后"),
    Weight("late: word", 6, 1, -10, -8, "above 1, amid words", "序号大于一，夹在字间"),
    Weight("late: followed", 11, 5, 4, 5, "above 1, its next one good", "序号大于一，后项稳"),
    Weight("late: followed weakly", 0, -11, -1, 0, "above 1, its next one weak", "序号大于一，后项弱"),
    Weight("late: fellow later", 8, 7, -3, 0, "above 1, a fellow later", "序号大于一，后有同式"),
    Weight("late: alone", -7, -11, -11, -18, "above 1, no next one", "序号大于一，无后项"),
    Weight("late line, followed", 7, 4, 5, 12, "at a line start, its next one good", "在行首，后项稳"),
    Weight("late line, fellow later", 8, 7, -3, 0, "at a line start, a fellow later", "在行首，后有同式"),
    Weight("late line, alone", 2, -1, -9, -14, "at a line start, no next one", "在行首，无后项"),
    Weight("late sentence, followed", 5, -6, -3, -7, "behind a sentence, its next one good", "在句末后，后项稳"),
    Weight("late sentence, followed weakly", 0, -7, 0, 0, "behind a sentence, its next one weak", "在句末后，后项弱"),
    Weight("late sentence, fellow later", -1, 0, 0, 0, "behind a sentence, a fellow later", "在句末后，后有同式"),
    Weight("late sentence, alone", -22, 0, -3, 0, "behind a sentence, no next one", "在句末后，无后项"),
    Weight("late clause, followed", 4, 6, 0, 0, "behind a comma or gap, its next one good", "在逗号后，后项稳"),
    Weight("late clause, alone", -18, -14, -16, -6, "behind a comma or gap, no next one", "在逗号后，无后项"),
    Weight("late word, followed", 7, 5, 0, 0, "amid words, its next one good", "夹在字间，后项稳"),
    Weight("late word, followed weakly", 0, -4, -1, 0, "amid words, its next one weak", "夹在字间，后项弱"),
    Weight("late word, fellow later", 0, -4, 0, 0, "amid words, a fellow later", "夹在字间，后有同式"),
    Weight("late word, alone", -3, -4, -9, -8, "amid words, no next one", "夹在字间，无后项"),
    Weight("late: three in a row", 5, -3, 3, 0, "above 1, with two more well placed", "序号大于一，后两项位置好"),
    # What else speaks for or against a new series.
    Weight("a word alone", 0, 0, 0, -27, "a word for a number, without a next", "首先之类没有后项"),
    Weight("a number alone", -15, 0, -4, 0, "an Arabic number above 1, without a next", "大于一的数字没有后项"),
    Weight("opens though linked", -13, -19, -10, -11, "it could go on with an open series", "本可接续未完序列"),
    Weight("opens, linked to text", -4, 8, -7, -1, "its link was left as text", "相连的前项已作正文"),
    Weight("awaits a bare 是", 0, 0, 0, 14, "a 是 stands where its next is due", "下一项处有“是”"),
    Weight("led in by a colon", -2, 14, 17, 3, "a colon leads it in", "由冒号引出"),
    Weight("runs on from a closed series", 10, 10, -6, -11, "goes on from a closed series", "接续已完的序列"),
    Weight("number before words", 2, 0, -10, 0, "a number at a line start, before words", "行首数字后有文字"),
    Weight("number before no words", -19, 0, 0, 0, "a number before no words", "数字后没有文字"),
    Weight("bare number, its decimals follow", 0, 0, 7, 0, "1.1 follows soon behind 1", "“1”后随即有“1.1”"),
    Weight("right behind a heading, followed", 6, 9, 3, 7, "at a heading, its next one good", "紧接标题，后项稳"),
    Weight(
        "right behind a heading, followed weakly", 20, 13, 5, 0, "at a heading, its next one weak", "紧接标题，后项弱"
    ),
    Weight("right behind a heading, alone", -2, -9, 1, -12, "at a heading, no next one", "紧接标题，无后项"),
    # The series around the new one.
    Weight("outermost", 1, -2, 4, 7, "no series around it", "外无序列"),
    Weight(
        "outermost, behind words that open a document",
        22,
        9,
        0,
        0,
        "outermost, where a document opens",
        "外无序列，在文件开篇语后",
    ),
    Weight("within its own style", -1, -17, -7, -8, "directly within its own style", "直接嵌在同式之内"),
    Weight("somewhere within its own style", -23, -24, -24, -4, "its own style further out", "外层已有同式"),
    Weight("somewhere within its own style, led in", 14, -10, 0, -6, "the same, behind a colon", "同上，由冒号引出"),
    Weight("within a finer one", -6, 1, -11, -7, "within a finer style", "嵌在更细的层次之内"),
    Weight("within a decimal one", -9, 6, 1, -2, "within a decimal", "嵌在“1.1”之类内"),
    Weight("within an equal one", 0, 0, 0, -3, "within a style of its rank", "嵌在同级样式之内"),
    Weight("within a coarser one", 9, 10, 4, 6, "within a coarser style", "嵌在更粗的层次之内"),
    Weight("within a spoken one", -8, -14, 0, -3, "within a spoken style", "嵌在“一是”之类内"),
    Weight("within a spoken one, same line", -2, -8, -5, 8, "within a spoken style, same line", "同行嵌在“一是”之类内"),
    Weight("run in below lines", -7, -7, -12, 2, "run in, its parents on lines", "上层在行首，它接在行内"),
    Weight("on a line below one run in", -19, -13, 0, -20, "on a line, its parent run in", "上层接在行内，它在行首"),
    # The series that the new one ends.
    Weight("first, ends its own style", 0, -10, 2, -2, "number 1, ends its own style", "序号为一，结束同式序列"),
    Weight("first, ends a finer one", -18, -7, -7, 8, "number 1, ends a finer style", "序号为一，结束更细的序列"),
    Weight("first, ends an equal one", 0, 0, 0, 3, "number 1, ends a style of its rank", "序号为一，结束同级的序列"),
    Weight("first, ends a decimal one", -18, -27, 3, -1, "number 1, ends decimals", "序号为一，结束“1.1”类序列"),
    Weight(
        "first, ends a coarser one", -17, -20, -6, -25, "number 1, ends a coarser style", "序号为一，结束更粗的序列"
    ),
    Weight("late, ends its own style", -27, -22, -13, -7, "above 1, ends its own style", "序号大于一，结束同式序列"),
    Weight("late, ends a finer one", 9, -8, -3, 0, "above 1, ends a finer style", "序号大于一，结束更细的序列"),
    Weight("late, ends a decimal one", 14, -9, -7, 0, "above 1, ends decimals", "序号大于一，结束“1.1”类序列"),
    Weight(
        "late, ends a coarser one", -27, -17, 16, -10, "above 1, ends a coarser style", "序号大于一，结束更粗的序列"
    ),
    Weight("ends a spoken one", -11, 2, 0, -1, "ends a spoken series", "结束“一是”之类"),
    Weight("ends a spoken one, same line", 0, 14, -3, 3, "ends a spoken series, same line", "同行结束“一是”之类"),
    Weight("ends one though led in", 0, 4, 0, 6, "ends one though a colon leads it in", "由冒号引出却结束序列"),
    Weight("ends several", 1, 9, -13, 11, "ends more than one series", "结束不止一个序列"),
    # What stands before it: the boundaries of parts.
    Weight("behind prose for the whole", 12, 37, 0, 26, "behind prose on the whole report", "在总述全篇的文字之后"),
    Weight("behind an annex", 35, 23, 7, 0, "behind the heading of an annex", "在附件标题之后"),
    Weight("behind a turn to plans", 19, 14, 0, 0, "behind a turn to plans", "在转入打算的文字之后"),
    # What the text around it puts in doubt: a word, a figure, a sentence that runs on.
    Weight("in doubt, goes on: line", -7, -7, 0, 0, "in doubt, goes on at a line start", "存疑而接续，在行首"),
    Weight("in doubt, goes on: sentence", -14, 0, 7, 0, "in doubt, goes on behind a sentence", "存疑而接续，在句末后"),
    Weight(
        "in doubt, goes on: clause", -12, 0, 0, 0, "in doubt, goes on behind a comma or gap", "存疑而接续，在逗号后"
    ),
    Weight("in doubt, goes on: word", -12, -8, -11, 0, "in doubt, goes on amid words", "存疑而接续，夹在字间"),
    Weight("in doubt, opens: line", -7, 0, 0, -10, "in doubt, opens at a line start", "存疑而另起，在行首"),
    Weight("in doubt, opens: sentence", -24, 0, -7, -18, "in doubt, opens behind a sentence", "存疑而另起，在句末后"),
    Weight("in doubt, opens: clause", 0, 0, -7, -11, "in doubt, opens behind a comma or gap", "存疑而另起，在逗号后"),
    Weight("in doubt, opens: word", -12, -4, -5, -4, "in doubt, opens amid words", "存疑而另起，夹在字间"),
    Weight(
        "in doubt like the next: line",
        22,
        0,
        0,
        0,
        "in doubt like its next one, at a line start",
        "与后项同样存疑，在行首",
    ),
    Weight(
        "in doubt like the next: clause",
        0,
        0,
        0,
        -6,
        "in doubt like its next one, behind a comma or gap",
        "与后项同样存疑，在逗号后",
    ),
    Weight(
        "in doubt like the next: word",
        -11,
        0,
        0,
        0,
        "in doubt like its next one, amid words",
        "与后项同样存疑，夹在字间",
    ),
    Weight(
        "in doubt, behind a line that ends no sentence",
        -22,
        -7,
        0,
        0,
        "in doubt, the line above ends no sentence",
        "存疑，上一行未完句",
    ),
    Weight("in doubt: followed", -7, 0, 0, 0, "in doubt, its next one good", "存疑，后项稳"),
    Weight("in doubt: followed weakly", -4, 0, 1, -6, "in doubt, its next one weak", "存疑，后项弱"),
    Weight("in doubt: fellow later", -22, -4, 0, 0, "in doubt, a fellow later", "存疑，后有同式"),
    Weight("in doubt: alone", -19, -9, -7, -22, "in doubt, no next one", "存疑，无后项"),
    # Decimals: the number before the last dot, and the gap behind.
    Weight("decimal, below its number", 0, 0, 9, 0, "1.1 directly below its 1", "“1.1”就在“1”之下"),
    Weight("decimal, not below its number", 0, 0, -4, 0, "1.1 not directly below its 1", "“1.1”不在“1”之下"),
    Weight("decimal, its number is open elsewhere", 0, 0, -17, 0, "its 1 is open further out", "其“1”在更外层"),
    Weight("decimal, beside the number before", 0, 0, 17, 0, "2.1 ends the series of 1.1", "“2.1”结束“1.1”序列"),
    Weight("decimal, set apart: line", 0, 0, 3, 0, "a gap behind it, at a line start", "后有空格，在行首"),
    Weight("decimal, set apart: sentence", 0, 0, -6, 0, "a gap behind it, behind a sentence", "后有空格，在句末后"),
    Weight("decimal, set apart: clause", 0, 0, 4, 0, "a gap behind it, behind a comma or gap", "后有空格，在逗号后"),
    Weight("decimal, glued: line", 0, 0, 3, 0, "no gap behind it, at a line start", "后无空格，在行首"),
    Weight("decimal, glued: sentence", 0, 0, -3, 0, "no gap behind it, behind a sentence", "后无空格，在句末后"),
    Weight("decimal, glued: clause", 0, 0, -7, 0, "no gap behind it, behind a comma or gap", "后无空格，在逗号后"),
    Weight("decimal, glued: word", 0, 0, -5, 0, "no gap behind it, amid words", "后无空格，夹在字间"),
    # Series that would be cut off although their next member comes.
    Weight("leaves one that waits", -14, -21, -12, -33, "leaves a series whose next comes", "撇下尚有后项的序列"),
    Weight("leaves several that wait", -9, -12, -15, -12, "leaves several whose next comes", "撇下几个尚有后项的序列"),
    # What the recognition of a scan misread: —、 for 一、; only where its series goes on with it.
    Weight("misread, due", 9, 9, 9, 9, "misread, and due", "识别有误而应有"),
    Weight("misread, not due", -60, -60, -60, -60, "misread, and not due", "识别有误而非应有"),
    Weight("misread, first", 9, 9, 9, 9, "misread, opens a series", "识别有误而另起"),
)


class _Weights(dict[str, int]):
    """The weights of one class; a feature without row weighs nothing."""

    def __missing__(self, feature: str) -> int:
        return 0


#: The rows by feature.
ROWS: Final[dict[str, Weight]] = {row.feature: row for row in _TABLE}
WEIGHTS: Final[dict[StyleClass, _Weights]] = {
    "block": _Weights({row.feature: row.block for row in _TABLE}),
    "distinct": _Weights({row.feature: row.distinct for row in _TABLE}),
    "figures": _Weights({row.feature: row.figures for row in _TABLE}),
    "spoken": _Weights({row.feature: row.spoken for row in _TABLE}),
}
#: What stands between two markers weighs no more than this.
BOUNDARY: Final = sum(
    max(0, row.block, row.distinct, row.figures, row.spoken)
    for row in _TABLE
    if row.feature in ("behind an annex", "behind prose for the whole")
)


def class_of(candidate: Candidate) -> StyleClass:
    """Return the class of style whose weights count for a candidate."""
    style = candidate.style
    if style.spoken:
        return "spoken"
    if candidate.type in ("DECIMAL", "ARABIC_BARE"):
        return "figures"
    return "distinct" if style.distinct else "block"
