"""What speaks for and against a line as a heading without marker: what each feature weighs, and what it means in words.

A row is a feature that `unnumbered.py` finds of a line, and a short clause that tells it, in English and Chinese, for
`Report.explain`. To add one: yield its name in `unnumbered.py` and give it a row here; a test holds that the two agree.
"""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["ENOUGH", "HEADING_ROWS", "HEADING_WEIGHTS", "HeadingWeight"]

#: A line is a heading if its features weigh so much together.
ENOUGH: Final = 6


class HeadingWeight(NamedTuple):
    """What a feature of a line weighs, and a clause that says what it is."""

    feature: str
    weight: int
    english: str
    chinese: str


_TABLE: Final = (
    # What the line says.
    HeadingWeight("names a part of a report", 6, "names a part of a report", "写明报告的一部分"),
    HeadingWeight("names a part of a document", 9, "names a part of a document", "写明文件的一部分"),
    HeadingWeight(
        "has the mark of a caption, an address or a control",
        -12,
        "a caption, an address or a control",
        "像图表题、称呼或页面按钮",
    ),
    HeadingWeight("is an organ or a person", -8, "an organ or a person", "是机关名或人名"),
    HeadingWeight("is called like a document", -5, "called like a document", "像文件名"),
    HeadingWeight("speaks like a sentence", -6, "speaks like a sentence", "像句子"),
    HeadingWeight("is torn at its ends", -9, "torn at its ends", "首尾不完整"),
    HeadingWeight("closes with a colon", -3, "closes with a colon", "以冒号结尾"),
    HeadingWeight("holds a gap", -5, "a gap amid its words", "字间有空格"),
    HeadingWeight("is a quotation", -4, "a quotation", "是引语"),
    HeadingWeight("is long", -2, "long", "较长"),
    HeadingWeight("holds a comma", -2, "a comma amid its words", "含逗号"),
    HeadingWeight("is one word", -4, "no more than two characters", "不过两个字"),
    # Where it stands.
    HeadingWeight("behind the end of a sentence", 2, "behind the end of a sentence", "上一行句子已完"),
    HeadingWeight("behind a numbered heading", 1, "behind a numbered heading", "在有序号的标题之后"),
    HeadingWeight("behind a heading without number", 2, "behind a heading without marker", "在无序号的标题之后"),
    HeadingWeight("behind a list of bare members", 1, "behind a list of short members", "在短条目之后"),
    HeadingWeight("behind a paragraph without its mark", -1, "the paragraph above lacks its full stop", "上一段缺句号"),
    HeadingWeight("behind a row of a table or names", 0, "behind a row of a table or of names", "在表格行或名单之后"),
    HeadingWeight("behind a table of contents", 0, "behind a table of contents", "在目录之后"),
    HeadingWeight("behind a colon", -5, "behind a colon", "在冒号之后"),
    HeadingWeight("behind a line that goes on", -9, "the line above goes on", "上一行未完"),
    HeadingWeight("first of its document", -4, "the first line of its document", "文件的第一行"),
    HeadingWeight("right below the title", 1, "right below the title", "紧接题名"),
    # What stands below.
    HeadingWeight("above a fresh series", 3, "above a new series", "其下另起序列"),
    HeadingWeight("above a member of a series", 1, "above a member of a series", "其下接续序列"),
    HeadingWeight("above text", 1, "above text", "其下是正文"),
    HeadingWeight("above a heading", 1, "above another heading", "其下是另一标题"),
    HeadingWeight("above a row", -5, "above a short line", "其下是短行"),
    HeadingWeight("where a number is missing", 4, "where a number is missing", "正缺一个序号处"),
    # Its fellows.
    HeadingWeight("one fellow", 1, "one more such line", "另有一行相似"),
    HeadingWeight("two fellows", 3, "two more such lines", "另有两行相似"),
    HeadingWeight("more fellows", 4, "three or more such lines", "另有三行以上相似"),
    HeadingWeight("alike in form", 1, "alike in form to another", "与另一行形式相同"),
)

#: The rows by feature.
HEADING_ROWS: Final[dict[str, HeadingWeight]] = {row.feature: row for row in _TABLE}
HEADING_WEIGHTS: Final[dict[str, int]] = {row.feature: row.weight for row in _TABLE}
