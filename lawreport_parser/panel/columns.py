"""The columns of the tables that a panel is written in. Plain data.

Two tables put reports side by side: `panel`, with a row for each report, and `long`, with a row for each figure. The
others are those of `lawreport_parser.arrow`: of each report, and of the reports of an issuer, compared year by year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple, get_args

from lawreport_parser.arrow.columns import COLUMNS, TABLES, Column, ColumnType, TableName
from lawreport_parser.arrow.comparison_columns import COMPARISON_COLUMNS, COMPARISON_TABLES, ComparisonTable
from lawreport_parser.header_fields import ROWS
from lawreport_parser.indicators.codebook import Codebook
from lawreport_parser.indicators.model import IndicatorTime
from lawreport_parser.lexicon import STATUTORY_PARTS
from lawreport_parser.panel.chinese_names import called_in_chinese

__all__ = [
    "ALL_TABLES",
    "ITEM_ROLES",
    "MARKS",
    "PASSAGE_ROLES",
    "REPORT_TABLES",
    "TIMES",
    "AnyTable",
    "Labels",
    "PanelColumn",
    "PanelColumnType",
    "ReportTable",
    "check_any_table",
    "columns_of",
    "has_report_in_rows",
    "headers_of",
    "mark_place",
]

#: A table whose rows come from one report each.
ReportTable = Literal["panel", "long"] | TableName
AnyTable = ReportTable | ComparisonTable
#: What stands in the first row of spreadsheets: names for programs, or what the columns are called.
Labels = Literal["names", "zh", "en"]
#: `number` is exact in the rows and in CSV; in other files it is a double, with 15 digits.
PanelColumnType = ColumnType | Literal["number"]

ITEM_ROLES: Final = tuple(STATUTORY_PARTS)
PASSAGE_ROLES: Final = (*ITEM_ROLES, "other")
TIMES: Final[tuple[IndicatorTime, ...]] = get_args(IndicatorTime)
_ROLES_ZH: Final = {
    "achievements": "成效",
    "problems": "问题",
    "responsibility": "负责人履职",
    "plans": "安排",
    "other": "其他",
}
_TIMES_ZH: Final[dict[str, str]] = {"actual": "实际", "target": "目标"}


class PanelColumn(NamedTuple):
    """A column: its name, type, what it is called in Chinese and English, the unit of its figures, what it holds."""

    name: str
    type: PanelColumnType
    name_zh: str
    name_en: str
    unit: str
    description: str
    description_zh: str


def _plain(
    name: str, kind: PanelColumnType, zh: str, en: str, description: str, description_zh: str, unit: str = ""
) -> PanelColumn:
    return PanelColumn(name, kind, zh, en, unit, description, description_zh)


_ISSUER: Final = _plain("issuer", "string", ROWS["issuer"].chinese, "issuer", "whose report it is", "谁的报告")
_YEAR: Final = _plain("year", "int32", "年度", "year", "the year whose work is reviewed", "所总结的年度")
_REGION_CODE: Final = _plain(
    "region_code",
    "string",
    "行政区划代码",
    "region code",
    "code of GB/T 2260 of the place; empty where it is left open",
    "GB/T 2260 代码；不能确定时为空",
)
_FILE: Final = _plain("file", "string", "文件", "file", "the file that the report was read from", "读自哪个文件")
#: What a row says of rows before it; the one who collects the rows knows it, not the one who reads the report.
MARKS: Final = (
    _plain(
        "duplicate_of",
        "string",
        "重复（同一正文）",
        "duplicate of",
        "the first file before it with the same body, in whatever encoding or page; empty where there is none",
        "前面正文相同的第一个文件，编码、网页不同也算；没有则为空",
    ),
    _plain(
        "same_issuer_year_as",
        "string",
        "同机关同年度",
        "same issuer and year as",
        "the first file before it with the same issuer (by place and organ, where the place is known) and year",
        "前面同一机关（地方已知时按地方和部门）、同一年度的第一个文件",
    ),
)
_OF_A_REPORT: Final = (
    _ISSUER,
    _YEAR,
    _plain("plan_year", "int32", "安排年度", "plan year", "the year planned for", "所安排的年度"),
    _REGION_CODE,
    _plain("region_name", "string", "行政区划", "region", "full name of the place", "行政区划全称"),
    _plain(
        "region_level",
        "string",
        "层级",
        "level",
        "province, city, county, township or zone",
        "province 省、city 市、county 县、township 乡镇街道、zone 开发区",
    ),
    _plain(
        "region_path",
        "string",
        "行政区划路径",
        "region path",
        "the names from the province down, with / between",
        "自省起的各级名称，以 / 分隔",
    ),
    _plain(
        "organ",
        "string",
        "部门",
        "organ",
        "the department that reports (司法局); empty where the government does",
        "报告的部门，如司法局；政府本身的报告为空",
    ),
    _plain("title", "string", ROWS["title"].chinese, "title", "title of the report", "报告的标题"),
    _plain(
        "published_date",
        "date",
        ROWS["published_date"].chinese,
        "published",
        "the date of publication that the page gives",
        "页面所载的日期",
    ),
    _plain(
        "signed_date",
        "date",
        "落款所署日期",
        "signed",
        "the date in the signature below the text; empty where there is none, or where it names a month only",
        "正文后落款的日期；没有落款，或只写到月的，为空",
    ),
    _plain(
        "characters",
        "int32",
        "正文字数",
        "characters",
        "length of the body, white space left out",
        "正文字数，空白不计",
        "字",
    ),
    *(
        _plain(
            f"share_{role}",
            "number",
            f"{_ROLES_ZH[role]}占比",
            f"share of {role}",
            f"the share of the body's characters whose role is {role}, from 0 to 1",
            f"正文中属于{_ROLES_ZH[role]}的文字的比例，0 到 1",
        )
        for role in PASSAGE_ROLES
    ),
    *(
        _plain(
            f"items_{role}",
            "int32",
            f"{_ROLES_ZH[role]}条数",
            f"items of {role}",
            f"how many items report.{role} has, members of items not counted",
            f"{_ROLES_ZH[role]}的条目数，下级条目不计",
            "条",
        )
        for role in ITEM_ROLES
    ),
    _FILE,
    _plain(
        "text_sha256",
        "string",
        "文本SHA-256",
        "SHA-256 of the text",
        "SHA-256 of the text as read, in UTF-8",
        "所读文本（UTF-8）的 SHA-256",
    ),
    *MARKS,
    _plain(
        "errors",
        "string",
        "严重诊断",
        "errors",
        "codes of diagnostics of severity error, such as no-outline: the file may be no report, or is not whole",
        "说明可能不是报告或不完整的诊断代码（error 级），如 no-outline",
    ),
    _plain(
        "left_out",
        "string",
        "留空说明",
        "left out",
        "the indicators whose cell is empty although the report has figures: several that differ, or that may be one "
        "figure told twice, or a unit that cannot be converted; code.time: the figures, with | between",
        "报告有数而单元格为空的指标：各数不同，可能是同一个数说了两次，或单位不能换算；代码.时间: 53 | 60",
    ),
    _plain(
        "sums",
        "string",
        "合计说明",
        "sums",
        "the indicators whose cell is a sum: the codebook says that several figures are usual; code.time: 5 + 8. "
        "Where one of them is the sum of the others it is the cell: 13 = 5 + 8",
        "单元格为合计的指标（代码本说明通常有几个数）；代码.时间: 5 + 8。其中一个是其余之和时，取该数：13 = 5 + 8",
    ),
    _plain(
        "qualified",
        "string",
        "非确数说明",
        "qualified",
        "the indicators whose figure is not exact; code.time: about 60, at_least 5, or 5–5.5 for a range, "
        "of which the cell has the lower end",
        "不是确数的指标；代码.时间: about 60、at_least 5（用中文列名时写作 约 60、不少于 5）；"
        "区间写作 5–5.5，单元格为下限",
    ),
)
_LONG: Final = (
    _ISSUER,
    _YEAR,
    _REGION_CODE,
    _plain("code", "string", "指标代码", "code", "the code of the codebook", "代码本中的代码"),
    _plain(
        "name_zh", "string", "指标名称", "Chinese name", "what the codebook calls it in Chinese", "代码本中的中文名"
    ),
    _plain(
        "name_en", "string", "指标英文名", "English name", "what the codebook calls it in English", "代码本中的英文名"
    ),
    _plain(
        "time",
        "string",
        "实际或目标",
        "time",
        "actual: of the year reviewed; target: for the year planned for",
        "actual：所总结年度的实际数；target：所安排年度的目标数",
    ),
    _plain(
        "figure_year",
        "int32",
        "数值所属年度",
        "year of the figure",
        "year where time is actual, else plan_year",
        "time 为 actual 时同 year，否则同 plan_year",
    ),
    _plain(
        "value",
        "number",
        "数值",
        "value",
        "the value, in the unit beside it; of a range the lower end",
        "数值，单位见 unit；区间取下限",
    ),
    _plain(
        "high",
        "number",
        "上限",
        "upper end",
        "the upper end of a range; empty without one",
        "区间的上限；不是区间则为空",
    ),
    _plain("unit", "string", "单位", "unit", "the unit as the report counts", "报告所用的单位"),
    _plain(
        "qualifier",
        "string",
        "限定",
        "qualifier",
        "exact, about, nearly, over, at_least or at_most",
        "exact 确数、about 约、nearly 近、over 超过、at_least 以上、at_most 以内",
    ),
    _plain("text", "string", "原文", "as written", "the figure as written", "原文"),
    _plain(
        "sentence",
        "string",
        "原句",
        "sentence",
        "the sentence that the figure stands in, on one line; of a longer one 200 characters around the figure",
        "数值所在的句子，写成一行；过长的，取数值前后共 200 字",
    ),
    _plain("section_id", "string", "所在节", "section", "the section it stands in", "所在的节"),
    _plain("line", "int32", "行", "line", "the line it begins in, from 1", "所在的行，从 1 起"),
    _plain("column", "int32", "列", "column", "the column it begins in, from 1", "所在的列，从 1 起"),
    _plain(
        "start",
        "int32",
        "起",
        "start",
        "where it begins in the text, in code points from 0",
        "在文本中的起点，从 0 起按字符数",
    ),
    _plain("end", "int32", "止", "end", "where it ends: the first code point after it", "终点：其后第一个字符"),
    _FILE,
    *MARKS,
)

#: What the rows of a table of the library begin with, so that they can be read alone.
_REPORT_IN_ROWS: Final = (_ISSUER, _YEAR, _REGION_CODE)

#: The names of all tables.
REPORT_TABLES: Final[tuple[ReportTable, ...]] = ("panel", "long", *TABLES)
ALL_TABLES: Final[tuple[AnyTable, ...]] = (*REPORT_TABLES, *COMPARISON_TABLES)
_OF_ARROW: Final[dict[str, tuple[Column, ...]]] = dict([*COLUMNS.items(), *COMPARISON_COLUMNS.items()])


def check_any_table(name: str) -> AnyTable:
    """Return the name of a table; `ValueError` names all, where there is none of this name."""
    for table in ALL_TABLES:
        if table == name:
            return table
    raise ValueError(f"there is no table {name!r}; the tables are {', '.join(ALL_TABLES)}")


def columns_of(table: AnyTable, codebook: Codebook) -> tuple[PanelColumn, ...]:
    """Return the columns of a table, in their order; those of `panel` end with the indicators of the codebook.

    The tables of `lawreport_parser.arrow` say issuer, year and place of the report before their own columns.
    """
    if table == "panel":
        return (*_OF_A_REPORT, *_indicators(codebook))
    if table == "long":
        return _LONG
    own = (_of_arrow(table, each) for each in _OF_ARROW[table])
    return (*_REPORT_IN_ROWS, *own) if has_report_in_rows(table) else tuple(own)


def has_report_in_rows(table: AnyTable) -> bool:
    """Say whether the rows of a table begin with issuer, year and place, which are none of its own columns."""
    return table in TABLES and table != "reports"


def headers_of(columns: Sequence[PanelColumn], labels: Labels) -> list[str]:
    """Return the first row of a spreadsheet; what two columns are called has the name of each behind it."""
    if labels == "names":
        return [column.name for column in columns]
    named = [getattr(column, f"name_{labels}") or column.name for column in columns]
    twice = Counter(named)
    return [f"{name} [{each.name}]" if twice[name] > 1 else name for name, each in zip(named, columns, strict=True)]


def _of_arrow(table: str, column: Column) -> PanelColumn:
    called = called_in_chinese(table, column.name)
    english = column.name.replace("_", " ")
    return PanelColumn(column.name, column.type, called.name, english, "", column.description, called.holds)


def mark_place(columns: Sequence[PanelColumn]) -> int | None:
    """Return where the columns that mark duplicates begin; None in a table without them."""
    return columns.index(MARKS[0]) if MARKS[0] in columns else None


def _indicators(codebook: Codebook) -> Iterator[PanelColumn]:
    for code, entry in codebook.items():
        for time in TIMES:
            yield PanelColumn(
                f"{code}.{time}",
                "number",
                f"{entry.name_zh}（{_TIMES_ZH[time]}）",
                f"{entry.name_en} ({time})",
                entry.unit,
                entry.counts,
                entry.counts_zh or entry.counts,
            )
