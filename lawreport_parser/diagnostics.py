"""The diagnostics: their codes, how grave they are, and what they say in English and Chinese.

Codes are stable: they are part of the JSON and of what users filter by.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from lawreport_parser.model import Diagnostic, DiagnosticCode, Severity
from lawreport_parser.numbers.defects import NumberProblem
from lawreport_parser.numbers.figures import Mentions, may_hold_problems, read_mentions
from lawreport_parser.spans import Span

__all__ = ["CODES", "Code"]

#: Between the English and the Chinese of a message.
_BETWEEN: Final = " / "


class Code(NamedTuple):
    """What a code means: severity, message templates, and an explanation with an example.

    `first` are the templates where a series begins with what is told: where the first value is 0.
    """

    severity: Severity
    english: str
    chinese: str
    explanation: str
    first: tuple[str, str] | None = None


CODES: Final[dict[DiagnosticCode, Code]] = {
    "lost-ordinal": Code(
        "warning",
        "a bare 是 stands where member {0} of the series is due; read as member {0}",
        "序号脱落：此处的“是”按第{0}项读取",
        "一是…二是…是…: the numeral of the third member was lost; the marker is `inferred`.",
    ),
    "misread-ordinal": Code(
        "warning",
        "{0!r} stands where the marker of member {1} is due; read as that",
        "序号识别有误：“{0}”按第{1}项的序号读取",
        "(—) for （一） before （二）: the recognition of a scan; the marker is `inferred`.",
    ),
    "missing-ordinal": Code(
        "warning",
        "the series goes from {0} to {1}: something is missing between",
        "序号缺失：由{0}跳至{1}",
        "（一）（二）（四）: no （三） stands between; the ordinals are kept as written.",
        (
            "the series begins with {1}: its first member is missing",
            "序号缺失：从{1}开始，缺少第一项",
        ),
    ),
    "doubtful-marker": Code(
        "warning",
        "{0!r} may be a member of a series, but what stands around does not bear it out; it was left as text",
        "“{0}”形似序号，但前后不成序列，按正文处理",
        "一是甲。二是乙，四是丙: no 三是, and a comma where the others have a full stop.",
    ),
    "repeated-ordinal": Code(
        "warning",
        "ordinal {0} comes twice in the series",
        "序号重复：{0}出现两次",
        "（一）（二）（二）: both are members, with the ordinal as written.",
    ),
    "out-of-order-ordinal": Code(
        "warning",
        "ordinal {1} comes after {0}",
        "序号错序：{1}出现在{0}之后",
        "1. 3. 2.: kept in the order of the text, with the ordinals as written.",
    ),
    "restarted-ordinal": Code(
        "info",
        "the numbering starts again at 1 after {0}",
        "序号重新开始：在{0}之后又从1起",
        "一、…八、 and then 一、 again: a second document in one file, or a new list.",
    ),
    "skipped-level": Code(
        "info",
        "a section in style {1} stands directly under one in style {0}: a level is skipped",
        "层次跳级：“{2}”之下直接使用“{3}”",
        "GB/T 9704-2012, 7.3.3, orders 一、 → （一） → 1. → （1）; here 1. stands directly under 一、.",
    ),
    "mixed-style": Code(
        "info",
        "the series begins in style {0} and goes on in style {1}",
        "同一序列混用“{2}”与“{3}”两种序号",
        "1. 2、 3.: one series, written in two styles.",
    ),
    "unbalanced-bracket": Code(
        "warning",
        "{0} has no partner in this heading",
        "标题中的{0}不成对",
        "加强“三项制度建设: a quotation mark or bracket opens and does not close (or the reverse).",
    ),
    "depth-capped": Code(
        "error",
        "sections nest deeper than {0} levels; deeper markers are kept as text",
        "层次超过{0}级，更深的序号按正文处理",
        "Real reports reach depth 6; deeper nesting is an artefact.",
    ),
    "no-title": Code("info", "no title was found", "未发现标题", "The text begins with the report itself."),
    "no-outline": Code("error", "no numbered section was found", "未发现编号层次", "All text is preamble."),
    "metadata-conflict": Code(
        "warning",
        "the page gives {0} as {1}; {2} was taken",
        "元数据冲突：{0}有{1}；取{2}",
        "发布日期 2021-02-01 in one table and 2021-01-26 in another: the value that most places give wins, "
        "then the first.",
    ),
    "invalid-date": Code("warning", "{0!r} is no date", "日期无法识别：{0}", "发布日期: 2021-13-45"),
    "year-conflict": Code(
        "warning",
        "places point to different years reviewed ({0}); {2} was taken",
        "报告年度不一致：{1}；取{2}年",
        "A title of 2023 over 一、2022年工作回顾: the year that most places bear out wins, by their weight.",
    ),
    "year-deduced": Code(
        "info",
        "no place names the year reviewed; {0} was deduced from: {1}",
        "文中未写明报告年度；由{2}推定为{0}年",
        "A 法治政府建设年度报告 that names no year, signed 2024-01-19: it reviews 2023.",
    ),
    "guessed-role": Code(
        "info",
        "the words of this part do not tell its role; {0!r} was taken from the parts beside it",
        "此部分的文字未表明其角色；依相邻部分取为“{1}”",
        "三、巡护 with 看护灯塔。 behind 二、存在的问题: it is taken for the plans, which come next in most reports.",
    ),
    "missing-part": Code(
        "info",
        "the statutory part {0!r} was not found",
        "未发现法定内容：{1}",
        "法治政府建设与责任落实督察工作规定 (2019) asks for achievements, problems, responsibility and plans.",
    ),
    "further-document": Code(
        "info",
        "another document begins with {0!r}; items, indicators and parts are those of {1}",
        "“{0}”起为另一文件；条目、指标和法定内容{2}",
        "A report that is signed, and behind its signature an annex or the report of another year.",
    ),
    "impossible-date": Code(
        "warning",
        "{0!r} is no day of the calendar, or runs backwards",
        "不存在的日期，或起止颠倒：{0}",
        "2021年13月5日; 2023年11月至2月",
    ),
    "unbalanced-document-number": Code(
        "warning", "the document number {0!r} has lost a bracket", "文号括号不全：{0}", "豫政办〔2019 30号"
    ),
    "indicator-conflict": Code(
        "info",
        "the report gives {0} more than one value: {1}",
        "同一指标“{2}”有多个数值：{1}",
        "受理行政复议案件53件 in one section and 55件 in another: both stand.",
    ),
    "ambiguous-region": Code(
        "info",
        "{0!r} is the name of several places, and nothing on the page tells which: {1}",
        "“{0}”为多地重名，文中无从判断：{1}",
        "鼓楼区人民政府 with nothing that names its city: the region is left open.",
    ),
    "unread-figure": Code(
        "warning",
        "{0!r} could not be read as a figure for sure; it is left out",
        "数字无法可靠识别，已略去：{0}",
        "合格率94. 1%: a number that the page tore.",
    ),
    "unread-table": Code(
        "info",
        "the table has figures without a unit in their cells that are not read, from the row {0!r} on",
        "表中自“{0}”一行起，单元格内无单位的数字未读取",
        "行政复议申请, 19 and 31 in the cells behind it: of which years, nothing tells.",
    ),
    "doubtful-encoding": Code(
        "warning", "the encoding is doubtful: {0}", "编码存疑：{1}", "Bytes fit no encoding well."
    ),
    "extraction-fallback": Code(
        "info",
        "plain extraction was used: {0}",
        "改用纯文本提取：{1}",
        "Main text extraction lost a line with a marker.",
    ),
    "numbering-unresolved": Code(
        "warning",
        "automatic numbering could not be resolved: {0}",
        "自动编号未能还原：{1}",
        "A Word list in a format without rule.",
    ),
    "text-truncated": Code("error", "the text was cut: {0}", "文本被截断：{1}", "A limit was reached."),
    "doubtful-text": Code(
        "warning",
        "the text is doubtful: {0}",
        "文字存疑：{1}",
        "A PDF whose font names no characters, or the source of a web page that was given to `parse`.",
    ),
    "pages-without-text": Code(
        "warning", "pages without text: {0}", "部分页面没有文字：{1}", "Scanned pages between pages of text."
    ),
    "page-unreadable": Code(
        "warning", "a page could not be read: {0}", "页面无法读取：{1}", "A damaged page of a PDF."
    ),
    "radicals-replaced": Code(
        "info", "radicals were replaced by characters: {0}", "部首字符已替换为汉字：{1}", "A font that gives ⼀ for 一."
    ),
    "docx-hidden-text": Code("info", "hidden text was left out: {0}", "已略去隐藏文字：{1}", "Text hidden in Word."),
    "docx-comments": Code("info", "comments were left out: {0}", "已略去批注：{1}", "Comments of reviewers."),
    "docx-embedded": Code(
        "info", "embedded objects were left out: {0}", "已略去嵌入对象：{1}", "A spreadsheet in a text."
    ),
    "file-name": Code(
        "warning",
        "{0!r} looks like the name of a file or page, and was read as the text itself; parse_file reads files",
        "“{0}”形似文件名或网址，已按正文读取；读取文件请用 parse_file",
        'parse("reports/白鹭县2024.docx"): the name is all the text there is.',
    ),
}


def diagnose(code: DiagnosticCode, start: int, end: int, *values: Any, section_id: str | None = None) -> Diagnostic:
    """Make the diagnostic `code` at `start:end`; `values` fill its message, those in words once in each language."""
    known = CODES[code]
    english, chinese = known.first if known.first and values[0] == 0 else (known.english, known.chinese)
    message = f"{english.format(*values)}{_BETWEEN}{chinese.format(*values)}"
    return Diagnostic(
        code=code,
        severity=known.severity,
        message=message,
        span=Span(start, end),
        section_id=section_id,
    )


def languages(message: str) -> tuple[str, str]:
    """Return the English and the Chinese of a diagnostic's message; all of it twice where it is in one language.

    Words of the document that hold the separator stand in both, so it is the middle one that parts them.
    """
    parts = message.split(_BETWEEN)
    half, odd = divmod(len(parts), 2)
    return (message, message) if odd else (_BETWEEN.join(parts[:half]), _BETWEEN.join(parts[half:]))


def number_diagnostics(text: str) -> tuple[list[Diagnostic], Mentions | None]:
    """Return what is wrong with the dates and document numbers of a text, and these, where they had to be read."""
    if not may_hold_problems(text):
        return [], None
    mentions = read_mentions(text)
    return figure_diagnostics(mentions.problems), mentions


def figure_diagnostics(problems: Iterable[NumberProblem]) -> list[Diagnostic]:
    """Return what the reading of figures, dates and document numbers found wrong, as diagnostics."""
    return [diagnose(problem.code, problem.span.start, problem.span.end, problem.text) for problem in problems]
