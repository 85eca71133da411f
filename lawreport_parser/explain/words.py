"""What an explanation says, in English and Chinese."""

from __future__ import annotations

from typing import Final, NamedTuple

from lawreport_parser.escaping import escape_controls
from lawreport_parser.explain.model import HeadingOutcome, Language, Outcome, Place, StageName
from lawreport_parser.outline.candidates import CLAUSE, LINE, SENTENCE, WEAK
from lawreport_parser.outline.heading_weights import ENOUGH

__all__ = [
    "BASES",
    "DOUBTS",
    "EXCLUDED",
    "HEADINGS",
    "HIDDEN",
    "LABELS",
    "OUTCOMES",
    "PLACES",
    "PLACE_NAMES",
    "TITLES",
    "VERDICTS",
    "Words",
    "brief",
]

#: So many characters of a piece of text are shown.
_SHOWN: Final = 36


class Words(NamedTuple):
    """The same in English and Chinese; both with the same {slots}."""

    english: str
    chinese: str

    def said(self, language: Language) -> str:
        """Return the words of a language."""
        return self.chinese if language == "zh" else self.english

    def of(self, *values: object) -> Words:
        """Return both with their slots filled."""
        return Words(self.english.format(*values), self.chinese.format(*values))

    def about(self, other: Words) -> Words:
        """Return both with their slot filled by other words of the same language."""
        return Words(self.english.format(other.english), self.chinese.format(other.chinese))


TITLES: Final[dict[StageName, Words]] = {
    "lines": Words("lines: what the text holds", "行：文本的各行"),
    "page": Words("page: head, body and foot told apart", "页面：分出页首、正文和页尾"),
    "candidates": Words("candidates: what looks like a marker", "疑似序号：形似序号之处"),
    "decisions": Words("decisions: what each of them is, and why", "判定：各为何物，理由何在"),
    "headings": Words(
        "headings: which lines head text without a marker, and why", "无序号标题：哪些行不用序号而领起下文，理由何在"
    ),
    "tokens": Words("tokens: what the grammar gets", "词法单元：交给语法的各单元"),
    "tree": Words("tree: the sections", "层次：各节"),
    "roles": Words("roles: what part each section plays", "角色：各节属哪一部分"),
}
PLACE_NAMES: Final[dict[int, Place]] = {LINE: "line", SENTENCE: "sentence", CLAUSE: "clause", WEAK: "word"}
PLACES: Final = {
    "line": Words("at a line start", "在行首"),
    "sentence": Words("behind a sentence", "在句末后"),
    "clause": Words("behind a comma or gap", "在逗号后"),
    "word": Words("amid words", "夹在字间"),
}
DOUBTS: Final = {
    "word": Words("in doubt: the words around it count", "存疑：与前后文字连成数词"),
    "figure": Words("in doubt: it may be a figure", "存疑：可能是数字"),
    "sentence": Words("in doubt: a sentence runs on", "存疑：句子未完"),
    "misread": Words("misread by the recognition of a scan: taken for {0}", "扫描识别有误：当作{0}"),
}
OUTCOMES: Final[dict[Outcome, Words]] = {
    "continue": Words("goes on from {0} ({1})", "接续{0}（{1}）"),
    "open": Words("opens a series under {0} ({1})", "在{0}（{1}）之下另起序列"),
    "text": Words("stays text", "仍是正文"),
    "announced": Words(
        "only announces: a table of contents, a foretold outline or a list of annexes", "只是预告：目录、提纲或附件清单"
    ),
    "covered": Words("lies within the marker before it", "在前一序号之内"),
    "deep": Words("would nest deeper than sections do: text", "层次过深，作正文"),
}
HEADINGS: Final[dict[HeadingOutcome, Words]] = {
    "heading": Words("a heading without marker", "无序号标题"),
    "light": Words(f"weighs less than the {ENOUGH} of a heading", f"分量不足标题所需的{ENOUGH}"),
    "long": Words("is too long for a heading that names no part", "未写明是哪一部分，又嫌过长"),
    "contents": Words("comes again below: an entry of a table of contents", "下文再次出现，是目录条目"),
    "heads_nothing": Words("what stands below is nothing that it could head", "其下没有可由它领起的内容"),
    "neighbour": Words("the line beside it is no heading after all", "与之相邻的行终非标题"),
    "deep": Words("sections do not nest so deep", "层次过深"),
}
LABELS: Final = {
    "joined": Words(
        "+ goes on from the row above: such rows were joined before markers were looked for ({0})",
        "+ 接上一行：先连成整段，再找序号（{0}行）",
    ),
    "outermost": Words("opens a series, outermost", "另起序列，居最外层"),
    "plain": Words("clear without weighing", "无须权衡"),
    "else": Words("else {0}", "否则{0}"),
    "next": Words("next {0}", "后项{0}"),
    "previous": Words("last {0}", "前项{0}"),
    "awaited": Words("是 {0} where its next is due", "下一项处有“是”{0}"),
    "no links": Words("no links", "无相连项"),
    "no heading": Words("(no heading)", "（无标题）"),
    "no role": Words("no role", "无角色"),
    "section": Words("section {0}", "第{0}节"),
    "empty": Words("nothing", "无"),
    "other sections": Words(
        "read anew, the text has other sections than the report: another lexicon or another version read that",
        "重新读取所得各节与报告不同：报告由别的词表或别的版本读出",
    ),
}
BASES: Final = {
    "heading": Words("its heading names it", "依据标题"),
    "position": Words("by its place in the report", "依据位置"),
    "wording": Words("by its sentences", "依据文句"),
    "neighbours": Words("by what stands around it", "依据前后文"),
    "inherited": Words("from the section around it, or the prose before it", "沿用上级或引语"),
}
#: The terminals that hide what looks like a marker.
HIDDEN: Final = {
    "TITLE_MARKS": Words("hidden in a name in 《》", "在书名号之内"),
    "QUOTATION": Words("hidden in a quotation", "在引号之内"),
    "REMARK": Words("hidden in a remark in brackets", "在括号内的说明之中"),
}
#: Why what has the form of a marker is no candidate, by its terminal; else `OTHERWISE`.
EXCLUDED: Final = {
    "BARE_IS": Words(
        "a bare 是 counts only at a line start or behind a sentence", "单独的“是”只在行首或句末后才可能是序号"
    ),
    "DECIMAL": Words(
        "within a line, 1.1 counts only with gaps around it or before words",
        "行内的“1.1”须前后有空格，或后接文字，才可能是序号",
    ),
    "ARABIC_DOT_TIGHT": Words(
        "within a line, a number glued to another counts only before a year", "行内紧接数字的序号，其后须是年份"
    ),
    "ARABIC_BARE": Words("a number without a mark counts only at a line start", "无标点的数字只在行首才可能是序号"),
    "HAN_DUN": Words("amid words, 一． counts for nothing", "夹在字间的“一．”不是序号"),
    "HAN_PAREN": Words(
        "it names a provision (第（一）项), or lost a bracket within a line",
        "是条款的项次（第（一）项），或在行内缺了括号",
    ),
    "OTHERWISE": Words("its number is none that counts sections", "其数不能用作序号"),
}
VERDICTS: Final = {
    "marker": Words("a marker: section {0}", "是序号：第{0}节"),
    "heading": Words("a heading without marker: section {0}", "无序号标题：第{0}节"),
    "no_heading": Words("looks like a heading, but {0}", "形似标题，但{0}"),
    "refused": Words("looks like a marker, but weighs as text", "形似序号，权衡后仍是正文"),
    "announced": Words("looks like a marker, but {0}", "形似序号，但{0}"),
    "covered": Words("looks like a marker, but {0}", "形似序号，但{0}"),
    "hidden": Words("no marker is looked for here: {0}", "此处不找序号：{0}"),
    "excluded": Words("has the form of a marker, but {0}", "有序号之形，但{0}"),
    "letters": Words(
        "a marker may begin so, but no form of one fits: the letters around it make a word or a figure",
        "序号可以这样开头，但不合任何形式：与前后文字连成词语或数字",
    ),
    "nothing": Words("nothing here looks like a marker", "此处没有形似序号的文字"),
    "page": Words("set aside as {0} before markers are looked for", "找序号之前已划为 {0}"),
    "blank": Words("between the lines: nothing is read here", "行间空白：无可读之处"),
}


def brief(text: str) -> str:
    """Return the beginning of a piece of text, harmless and on one line."""
    words = " ".join(text[: 4 * _SHOWN].split())
    return escape_controls(words if len(words) <= _SHOWN and len(text) <= 4 * _SHOWN else words[:_SHOWN] + "…")
