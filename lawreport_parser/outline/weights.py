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
    Weight("due: line", 15, 20, 16, 7, "next in an open series, at a line start", "未完序列的下一项，在行首"),
    Weight("due: sentence", 17, 15, 11, 11, "next in an open series, behind a sentence", "未完序列的下一项，在句末后"),
    Weight("due: clause", -4, 8, 9, 9, "next in an open series, behind a comma or gap", "未完序列的下一项，在逗号后"),
    Weight("due: word", 2, -2, 3, 6, "next in an open series, amid words", "未完序列的下一项，夹在字间"),
    Weight("next to the highest: line", 20, 0, 0, 0, "follows the highest, at a line start", "接在最大序号后，在行首"),
    Weight("one is missing: line", 18, 15, 0, 20, "one is missing, at a line start", "缺一个序号，在行首"),
    Weight("one is missing: sentence", 15, 12, 0, 20, "one is missing, behind a sentence", "缺一个序号，在句末后"),
    Weight("one is missing: clause", -6, 0, 0, 0, "one is missing, behind a comma or gap", "缺一个序号，在逗号后"),
    Weight("one is missing: word", -1, -3, 0, 0, "one is missing, amid words", "缺一个序号，夹在字间"),
    Weight(
        "some are missing: line", 0, -7, 0, 20, "two to five are missing, at a line start", "缺二至五个序号，在行首"
    ),
    Weight(
        "some are missing: sentence",
        0,
        0,
        0,
        20,
        "two to five are missing, behind a sentence",
        "缺二至五个序号，在句末后",
    ),
    Weight("some are missing: word", 0, -9, 0, 0, "two to five are missing, amid words", "缺二至五个序号，夹在字间"),
    Weight("many are missing: line", 19, 14, 0, 0, "over five are missing, at a line start", "缺五个以上序号，在行首"),
    Weight(
        "many are missing: clause",
        0,
        -15,
        0,
        0,
        "over five are missing, behind a comma or gap",
        "缺五个以上序号，在逗号后",
    ),
    Weight("many are missing: word", 0, -3, 0, 0, "over five are missing, amid words", "缺五个以上序号，夹在字间"),
    Weight("repeated: line", 8, 18, 0, 0, "same number again, at a line start", "序号重复，在行首"),
    Weight("repeated: sentence", 8, 10, 0, 0, "same number again, behind a sentence", "序号重复，在句末后"),
    Weight("repeated: clause", -8, 0, 0, 0, "same number again, behind a comma or gap", "序号重复，在逗号后"),
    Weight("repeated: word", -6, -11, -4, -6, "same number again, amid words", "序号重复，夹在字间"),
    Weight("suffixed: line", 0, 14, 0, 0, "same number with 之一, at a line start", "同号带“之一”，在行首"),
    Weight("suffixed: sentence", 0, 13, 0, 0, "same number with 之一, behind a sentence", "同号带“之一”，在句末后"),
    Weight("goes back: line", 22, -1, -9, 0, "a lower number, at a line start", "序号倒退，在行首"),
    Weight("goes back: sentence", -32, -11, 0, -6, "a lower number, behind a sentence", "序号倒退，在句末后"),
    Weight("goes back: clause", -7, 0, 0, 0, "a lower number, behind a comma or gap", "序号倒退，在逗号后"),
    Weight("goes back: word", -8, -8, -4, -9, "a lower number, amid words", "序号倒退，夹在字间"),
    Weight("lost: line", 0, 0, 0, 10, "its numeral is lost, at a line start", "序号脱落，在行首"),
    Weight("lost: sentence", 0, 0, 0, 8, "its numeral is lost, behind a sentence", "序号脱落，在句末后"),
    # The numeral is lost: a bare 是 goes on with a series.
    Weight("bare 是", 0, 0, 0, 9, "a bare 是 where 一是 … are open", "“一是”序列中的“是”"),
    Weight("bare 是, numeral follows", 0, 0, 0, -48, "the number due stands further on", "应有的序号在后文"),
    # A number that is due: whether its own next one follows.
    Weight("due: followed", 28, 19, 12, 18, "due, its next one good", "应有，后项稳"),
    Weight("due: followed weakly", 12, 7, 10, 0, "due, its next one weak", "应有，后项弱"),
    Weight("due: fellow later", 5, 1, 5, 11, "due, a fellow later", "应有，后有同式"),
    Weight("due: alone", 10, 12, 13, 13, "due, no next one", "应有，无后项"),
    Weight("due behind a word, followed", 6, 4, 0, 6, "due amid words, its next one good", "应有，夹在字间，后项稳"),
    Weight(
        "due behind a word, followed weakly", -7, 6, 5, 0, "due amid words, its next one weak", "应有，夹在字间，后项弱"
    ),
    Weight("due behind a word, alone", 3, -2, 1, 0, "due amid words, no next one", "应有，夹在字间，无后项"),
    Weight("due: laid out otherwise", -6, 1, -6, -8, "due, laid out otherwise", "应有，版式不同"),
    # The same of a number that is not due.
    Weight("not due: followed", 14, 16, -7, -6, "not due, its next one good", "非应有，后项稳"),
    Weight("not due: followed weakly", -4, 0, 0, 0, "not due, its next one weak", "非应有，后项弱"),
    Weight("not due: fellow later", 6, 16, -5, 0, "not due, a fellow later", "非应有，后有同式"),
    Weight("not due: alone", 13, 14, -4, -11, "not due, no next one", "非应有，无后项"),
    Weight(
        "not due behind a word, followed",
        0,
        -4,
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
        -9,
        -8,
        0,
        0,
        "not due amid words, a fellow later",
        "非应有，夹在字间，后有同式",
    ),
    Weight(
        "not due behind a word, alone", -4, -11, -4, -11, "not due amid words, no next one", "非应有，夹在字间，无后项"
    ),
    Weight("not due: laid out otherwise", -23, -21, -3, -6, "not due, laid out otherwise", "非应有，版式不同"),
    # The one before it in its chain: the last of the series, another marker, or text.
    Weight("borne out: line", 24, 20, 12, 7, "follows its link, at a line start", "与前项相连，在行首"),
    Weight("borne out: sentence", 13, 14, 11, 15, "follows its link, behind a sentence", "与前项相连，在句末后"),
    Weight("borne out: clause", 0, 8, 9, 9, "follows its link, behind a comma or gap", "与前项相连，在逗号后"),
    Weight("borne out: word", 14, 18, 14, 6, "follows its link, amid words", "与前项相连，夹在字间"),
    Weight("linked to text", -3, 16, 0, 0, "its link was left as text", "相连的前项已作正文"),
    Weight("linked further in", -5, 0, 0, 0, "its link is in an inner series", "相连的前项在更内层"),
    Weight("linked further out", 0, 0, 0, -9, "its link is in an outer series", "相连的前项在更外层"),
    # Spoken styles that go on (一是, 首先).
    Weight("spoken, on another line", 0, 0, 0, 10, "not on the line of the last", "与前项不同行"),
    Weight("spoken, behind another mark", 0, 0, 0, 2, "behind another mark than the last", "之前的标点与前项不同"),
    Weight(
        "spoken, a gap behind like commas",
        0,
        0,
        0,
        20,
        "behind a comma as the last, one is missing",
        "缺一项，与前项同在逗号后",
    ),
    # A new series that begins with 1: where, and whether a 2 follows.
    Weight("first: line", 14, 14, 8, 8, "number 1, at a line start", "序号为一，在行首"),
    Weight("first: sentence", 1, -4, -3, 8, "number 1, behind a sentence", "序号为一，在句末后"),
    Weight("first: clause", -11, -9, 6, -6, "number 1, behind a comma or gap", "序号为一，在逗号后"),
    Weight("first: word", -9, -4, 6, -10, "number 1, amid words", "序号为一，夹在字间"),
    Weight("first: followed", 20, 16, 11, 10, "number 1, its next one good", "序号为一，后项稳"),
    Weight("first: followed weakly", -5, -5, 5, 3, "number 1, its next one weak", "序号为一，后项弱"),
    Weight("first: fellow later", -6, -7, 6, 0, "number 1, a fellow later", "序号为一，后有同式"),
    Weight("first: alone", -1, -9, -3, -7, "number 1, no next one", "序号为一，无后项"),
    Weight("first line, followed", 14, 11, 10, 3, "at a line start, its next one good", "在行首，后项稳"),
    Weight("first line, followed weakly", 4, 13, 0, 8, "at a line start, its next one weak", "在行首，后项弱"),
    Weight("first line, fellow later", 3, 0, 6, 0, "at a line start, a fellow later", "在行首，后有同式"),
    Weight("first line, alone", 9, 33, -3, 6, "at a line start, no next one", "在行首，无后项"),
    Weight("first sentence, followed", 6, 12, 0, 6, "behind a sentence, its next one good", "在句末后，后项稳"),
    Weight("first sentence, followed weakly", -6, 0, -2, 6, "behind a sentence, its next one weak", "在句末后，后项弱"),
    Weight("first sentence, fellow later", -3, 0, 0, 0, "behind a sentence, a fellow later", "在句末后，后有同式"),
    Weight("first sentence, alone", -15, -21, 0, 6, "behind a sentence, no next one", "在句末后，无后项"),
    Weight("first clause, followed", 9, 12, 4, 11, "behind a comma or gap, its next one good", "在逗号后，后项稳"),
    Weight(
        "first clause, followed weakly", -7, 0, 0, -6, "behind a comma or gap, its next one weak", "在逗号后，后项弱"
    ),
    Weight("first clause, fellow later", -4, 0, 0, 0, "behind a comma or gap, a fellow later", "在逗号后，后有同式"),
    Weight("first clause, alone", -12, -26, 4, -19, "behind a comma or gap, no next one", "在逗号后，无后项"),
    Weight("first word, followed", 9, 7, 0, 9, "amid words, its next one good", "夹在字间，后项稳"),
    Weight("first word, followed weakly", -16, -10, 7, 0, "amid words, its next one weak", "夹在字间，后项弱"),
    Weight("first word, fellow later", -9, -7, 0, 0, "amid words, a fellow later", "夹在字间，后有同式"),
    Weight("first word, alone", -12, -1, -8, -20, "amid words, no next one", "夹在字间，无后项"),
    Weight("first: three in a row", 6, 7, 18, 4, "number 1, with two more well placed", "序号为一，后两项位置好"),
    # A new series that begins above 1.
    Weight("late: line", 12, 10, 4, -3, "above 1, at a line start", "序号大于一，在行首"),
    Weight("late: sentence", -3, -17, -1, -5, "above 1, behind a sentence", "序号大于一，在句末后"),
    Weight("late: clause", -4, -2, -13, -7, "above 1, behind a comma or gap", "序号大于一，在逗号后"),
    Weight("late: word", -1, 2, -8, -9, "above 1, amid words", "序号大于一，夹在字间"),
    Weight("late: followed", 13, 8, 11, 9, "above 1, its next one good", "序号大于一，后项稳"),
    Weight("late: followed weakly", -1, -9, 3, 0, "above 1, its next one weak", "序号大于一，后项弱"),
    Weight("late: fellow later", 18, 7, -3, 0, "above 1, a fellow later", "序号大于一，后有同式"),
    Weight("late: alone", 0, -6, -6, -21, "above 1, no next one", "序号大于一，无后项"),
    Weight("late line, followed", 7, 1, 11, 10, "at a line start, its next one good", "在行首，后项稳"),
    Weight("late line, followed weakly", 0, 0, 9, 0, "at a line start, its next one weak", "在行首，后项弱"),
    Weight("late line, fellow later", 19, 8, -3, 0, "at a line start, a fellow later", "在行首，后有同式"),
    Weight("late line, alone", 6, 2, -4, -12, "at a line start, no next one", "在行首，无后项"),
    Weight("late sentence, followed", 4, -5, 0, -2, "behind a sentence, its next one good", "在句末后，后项稳"),
    Weight("late sentence, followed weakly", 0, -5, 0, 0, "behind a sentence, its next one weak", "在句末后，后项弱"),
    Weight("late sentence, fellow later", -3, 0, 0, 0, "behind a sentence, a fellow later", "在句末后，后有同式"),
    Weight("late sentence, alone", -24, -12, 0, -4, "behind a sentence, no next one", "在句末后，无后项"),
    Weight("late clause, followed", 4, 5, 0, -2, "behind a comma or gap, its next one good", "在逗号后，后项稳"),
    Weight("late clause, alone", -19, -24, -13, -5, "behind a comma or gap, no next one", "在逗号后，无后项"),
    Weight("late word, followed", 8, 20, 0, -1, "amid words, its next one good", "夹在字间，后项稳"),
    Weight("late word, followed weakly", -1, -4, -6, 0, "amid words, its next one weak", "夹在字间，后项弱"),
    Weight("late word, fellow later", -1, -2, 0, 0, "amid words, a fellow later", "夹在字间，后有同式"),
    Weight("late word, alone", -18, -16, -6, -9, "amid words, no next one", "夹在字间，无后项"),
    Weight("late: three in a row", 5, 5, 6, 0, "above 1, with two more well placed", "序号大于一，后两项位置好"),
    # What else speaks for or against a new series.
    Weight("a word alone", 0, 0, 0, -44, "a word for a number, without a next", "首先之类没有后项"),
    Weight("a number alone", -34, 0, 15, 0, "an Arabic number above 1, without a next", "大于一的数字没有后项"),
    Weight(
        "first: a chapter or its like, line",
        0,
        2,
        0,
        0,
        "chapter or like, number 1, at a line start",
        "序号为一，编章节之类，在行首",
    ),
    Weight(
        "first: a chapter or its like, sentence",
        0,
        8,
        0,
        0,
        "chapter or like, number 1, behind a sentence",
        "序号为一，编章节之类，在句末后",
    ),
    Weight(
        "first: a chapter or its like, clause",
        0,
        -3,
        0,
        0,
        "chapter or like, number 1, behind a comma or gap",
        "序号为一，编章节之类，在逗号后",
    ),
    Weight(
        "first: a chapter or its like, word",
        0,
        4,
        0,
        0,
        "chapter or like, number 1, amid words",
        "序号为一，编章节之类，夹在字间",
    ),
    Weight(
        "late: a chapter or its like, line",
        0,
        -2,
        0,
        0,
        "chapter or like, above 1, at a line start",
        "序号大于一，编章节之类，在行首",
    ),
    Weight(
        "late: a chapter or its like, clause",
        0,
        -8,
        0,
        0,
        "chapter or like, above 1, behind a comma or gap",
        "序号大于一，编章节之类，在逗号后",
    ),
    Weight(
        "late: a chapter or its like, word",
        0,
        -32,
        0,
        0,
        "chapter or like, above 1, amid words",
        "序号大于一，编章节之类，夹在字间",
    ),
    Weight("a decimal alone", 0, 0, -11, 0, "1.1 without a next or a former one", "“1.1”前后无项"),
    Weight("opens though linked", -22, -20, -21, -10, "it could go on with an open series", "本可接续未完序列"),
    Weight("opens, linked to text", -11, 19, -10, 0, "its link was left as text", "相连的前项已作正文"),
    Weight("awaits a bare 是", 0, 0, 0, 13, "a 是 stands where its next is due", "下一项处有“是”"),
    Weight("led in by a colon", -7, 9, 13, 2, "a colon leads it in", "由冒号引出"),
    Weight("runs on from a closed series", 13, 13, -10, -10, "goes on from a closed series", "接续已完的序列"),
    Weight("number before words", 2, 0, -14, 0, "a number at a line start, before words", "行首数字后有文字"),
    Weight("number before no words", -32, 0, 0, 0, "a number before no words", "数字后没有文字"),
    Weight("bare number, its decimals follow", 0, 0, 28, 0, "1.1 follows soon behind 1", "“1”后随即有“1.1”"),
    Weight("right behind a heading, followed", 8, 9, 4, 11, "at a heading, its next one good", "紧接标题，后项稳"),
    Weight(
        "right behind a heading, followed weakly", 36, 33, 5, 0, "at a heading, its next one weak", "紧接标题，后项弱"
    ),
    Weight("right behind a heading, alone", -1, 19, 4, -13, "at a heading, no next one", "紧接标题，无后项"),
    # The series around the new one.
    Weight("outermost", 2, 1, -6, 11, "no series around it", "外无序列"),
    Weight(
        "outermost, behind words that open a document",
        31,
        11,
        0,
        0,
        "outermost, where a document opens",
        "外无序列，在文件开篇语后",
    ),
    Weight("within what it parts", 55, 55, 0, 0, "其中： parts what stands before it", "由“其中：”引出，分述前文"),
    Weight("within its own style", -4, -18, -11, -9, "directly within its own style", "直接嵌在同式之内"),
    Weight("somewhere within its own style", -24, -19, -49, -4, "its own style further out", "外层已有同式"),
    Weight("somewhere within its own style, led in", 29, -10, 0, -7, "the same, behind a colon", "同上，由冒号引出"),
    Weight("within a finer one", -9, -15, 0, -9, "within a finer style", "嵌在更细的层次之内"),
    Weight("within a decimal one", -11, 4, 7, 2, "within a decimal", "嵌在“1.1”之类内"),
    Weight("within an equal one", 0, 0, 0, -3, "within a style of its rank", "嵌在同级样式之内"),
    Weight("within a coarser one", 19, 12, -8, 9, "within a coarser style", "嵌在更粗的层次之内"),
    Weight("within a spoken one", -6, -17, 0, -4, "within a spoken style", "嵌在“一是”之类内"),
    Weight("within a spoken one, same line", -3, -14, 0, 9, "within a spoken style, same line", "同行嵌在“一是”之类内"),
    Weight("run in below lines", -11, -3, -3, 0, "run in, its parents on lines", "上层在行首，它接在行内"),
    Weight("on a line below one run in", -36, -3, 0, -34, "on a line, its parent run in", "上层接在行内，它在行首"),
    # The series that the new one ends.
    Weight("first, ends its own style", 4, -13, 0, 0, "number 1, ends its own style", "序号为一，结束同式序列"),
    Weight("first, ends a finer one", -29, -30, 0, 13, "number 1, ends a finer style", "序号为一，结束更细的序列"),
    Weight("first, ends an equal one", 0, 0, 0, 3, "number 1, ends a style of its rank", "序号为一，结束同级的序列"),
    Weight("first, ends a decimal one", -19, -29, 12, -8, "number 1, ends decimals", "序号为一，结束“1.1”类序列"),
    Weight("first, ends a coarser one", -24, -33, 8, -33, "number 1, ends a coarser style", "序号为一，结束更粗的序列"),
    Weight(
        "late, ends a lower number",
        0,
        0,
        0,
        -25,
        "above 1, could go on with what it ends",
        "序号大于一，本可接续所结束的序列",
    ),
    Weight("late, ends its own style", -37, -31, -17, -8, "above 1, ends its own style", "序号大于一，结束同式序列"),
    Weight("late, ends a finer one", 7, 14, 0, 0, "above 1, ends a finer style", "序号大于一，结束更细的序列"),
    Weight("late, ends a decimal one", 27, -13, -12, 0, "above 1, ends decimals", "序号大于一，结束“1.1”类序列"),
    Weight("late, ends a coarser one", -30, -25, 0, -7, "above 1, ends a coarser style", "序号大于一，结束更粗的序列"),
    Weight("ends a spoken one", -12, 11, 0, -1, "ends a spoken series", "结束“一是”之类"),
    Weight("ends a spoken one, same line", -2, 13, 0, 3, "ends a spoken series, same line", "同行结束“一是”之类"),
    Weight("ends one though led in", -3, 2, 0, 2, "ends one though a colon leads it in", "由冒号引出却结束序列"),
    Weight("ends the parts of a sentence", 40, 40, 0, 0, "ends parts that 其中： leads in", "结束“其中：”引出的分述"),
    Weight("ends several", 3, 11, -23, 13, "ends more than one series", "结束不止一个序列"),
    # What stands before it: the boundaries of parts.
    Weight("behind prose for the whole", 14, 47, 0, 43, "behind prose on the whole report", "在总述全篇的文字之后"),
    Weight("behind an annex", 61, 48, 17, 0, "behind the heading of an annex", "在附件标题之后"),
    Weight("behind a turn to plans", 28, 16, 0, 0, "behind a turn to plans", "在转入打算的文字之后"),
    # What the text around it puts in doubt: a word, a figure, a sentence that runs on.
    Weight("in doubt, goes on: line", -5, -7, 0, 0, "in doubt, goes on at a line start", "存疑而接续，在行首"),
    Weight("in doubt, goes on: sentence", -18, 0, 10, 0, "in doubt, goes on behind a sentence", "存疑而接续，在句末后"),
    Weight(
        "in doubt, goes on: clause", -13, 0, 0, 0, "in doubt, goes on behind a comma or gap", "存疑而接续，在逗号后"
    ),
    Weight("in doubt, goes on: word", -14, -18, -15, 0, "in doubt, goes on amid words", "存疑而接续，夹在字间"),
    Weight("in doubt, opens: line", -15, 0, 0, -9, "in doubt, opens at a line start", "存疑而另起，在行首"),
    Weight("in doubt, opens: sentence", -23, 0, -3, -19, "in doubt, opens behind a sentence", "存疑而另起，在句末后"),
    Weight("in doubt, opens: clause", 2, 0, 0, -13, "in doubt, opens behind a comma or gap", "存疑而另起，在逗号后"),
    Weight("in doubt, opens: word", -17, -3, -3, 0, "in doubt, opens amid words", "存疑而另起，夹在字间"),
    Weight(
        "in doubt like the next: line",
        44,
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
        -35,
        -7,
        0,
        0,
        "in doubt, the line above ends no sentence",
        "存疑，上一行未完句",
    ),
    Weight("in doubt: followed", -15, -1, 0, 0, "in doubt, its next one good", "存疑，后项稳"),
    Weight("in doubt: followed weakly", -5, 0, 1, -6, "in doubt, its next one weak", "存疑，后项弱"),
    Weight("in doubt: fellow later", -27, -4, 0, 0, "in doubt, a fellow later", "存疑，后有同式"),
    Weight("in doubt: alone", -22, -19, -17, -26, "in doubt, no next one", "存疑，无后项"),
    # Decimals: the number before the last dot, and the gap behind.
    Weight("decimal, below its number", 0, 0, 10, 0, "1.1 directly below its 1", "“1.1”就在“1”之下"),
    Weight("decimal, not below its number", 0, 0, -10, 0, "1.1 not directly below its 1", "“1.1”不在“1”之下"),
    Weight("decimal, its number is open elsewhere", 0, 0, -22, 0, "its 1 is open further out", "其“1”在更外层"),
    Weight("decimal, ends another style", 0, 0, 18, 0, "1.1 ends a series of another style", "“1.1”结束他式序列"),
    Weight("decimal, within another style", 0, 0, 2, 0, "1.1 within a series of another style", "“1.1”嵌在他式之内"),
    Weight("decimal, beside the number before", 0, 0, 29, 0, "2.1 ends the series of 1.1", "“2.1”结束“1.1”序列"),
    Weight("decimal, set apart: line", 0, 0, -6, 0, "a gap behind it, at a line start", "后有空格，在行首"),
    Weight("decimal, set apart: sentence", 0, 0, -3, 0, "a gap behind it, behind a sentence", "后有空格，在句末后"),
    Weight("decimal, set apart: word", 0, 0, 3, 0, "a gap behind it, amid words", "后有空格，夹在字间"),
    Weight("decimal, glued: line", 0, 0, 4, 0, "no gap behind it, at a line start", "后无空格，在行首"),
    Weight("decimal, glued: word", 0, 0, -6, 0, "no gap behind it, amid words", "后无空格，夹在字间"),
    # Series that would be cut off although their next member comes.
    Weight("leaves one that waits", -14, -13, -19, -38, "leaves a series whose next comes", "撇下尚有后项的序列"),
    Weight("leaves several that wait", -8, -26, -12, -10, "leaves several whose next comes", "撇下几个尚有后项的序列"),
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
BOUNDARY: Final[dict[StyleClass, int]] = {
    name: sum(max(0, table[feature]) for feature in ("behind an annex", "behind prose for the whole"))
    for name, table in WEIGHTS.items()
}


def class_of(candidate: Candidate) -> StyleClass:
    """Return the class of style whose weights count for a candidate."""
    style = candidate.style
    if style.spoken:
        return "spoken"
    if candidate.type in ("DECIMAL", "ARABIC_BARE"):
        return "figures"
    return "distinct" if style.distinct else "block"
