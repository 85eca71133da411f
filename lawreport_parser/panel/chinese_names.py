"""What the columns of the library's tables are called in Chinese, and what they hold. Plain data.

The names are those of `docs/zh/use/tables.md`. Fields of the header have theirs in `lawreport_parser.header_fields`.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from lawreport_parser.header_fields import ROWS

__all__ = ["Called", "called_in_chinese"]


class Called(NamedTuple):
    """A column in Chinese: its name, and what it holds (empty where the name says it)."""

    name: str
    holds: str = ""


_QUALIFIERS: Final = "exact 确数、about 约、nearly 近、over 超过、at_least 以上、at_most 以内"
_ROLES: Final = "achievements 成效、problems 问题、responsibility 负责人履职、plans 安排"

_COLUMNS: Final[dict[str, Called]] = {
    "report_id": Called("报告", "报告的名称：文件；与其他表对应"),
    "id": Called("编号", "在本篇该表中的编号"),
    "parent_id": Called("上级编号", "所属条目或节的编号；最外层为空"),
    "section_id": Called("所在节", "所在的节，对应 nodes 表的编号"),
    "start": Called("起", "在文本中的起点，从 0 起按字符数"),
    "end": Called("止", "终点：其后第一个字符"),
    "text": Called("原文"),
    "depth": Called("层次", "1 为最外层"),
    "heading": Called("小标题", "没有则为空"),
    "role": Called("类别", f"{_ROLES}、other 其他"),
    "basis": Called("依据"),
    "value": Called("数值", "精确数值，万、亿已换算；位数过多时为空"),
    "value_text": Called("数值（文字）", "精确数值，写成文字"),
    "high": Called("上限", "区间的上限；不是区间则为空"),
    "high_text": Called("上限（文字）", "区间的上限，写成文字"),
    "unit": Called("单位", "没有则为空"),
    "qualifier": Called("限定", _QUALIFIERS),
    "code": Called("代码"),
    "name_zh": Called("指标名称", "代码本中的中文名"),
    "name_en": Called("指标英文名", "代码本中的英文名"),
    "time": Called("实际或目标", "actual：所总结年度的实际数；target：所安排年度的目标数"),
    "error": Called("未对照的原因", "有内容时，除开头几列外都为空"),
    # reports
    "schema_version": Called("模型版本"),
    "region_code": Called("行政区划代码", "GB/T 2260 代码；不能确定时为空"),
    "region_name": Called("行政区划", "行政区划全称"),
    "region_level": Called("层级", "province 省、city 市、county 县、township 乡镇街道、zone 开发区"),
    "region_path": Called("行政区划路径", "自省起的各级名称"),
    "region_organ": Called("部门", "报告的部门，如司法局；政府本身的报告为空"),
    "other": Called("其他元数据", "页面上其余的元数据，名称: 值"),
    "signature_issuer": Called("落款机关"),
    "signature_date": Called("落款所署日期"),
    "file_name": Called("文件名"),
    "file_format": Called("文件格式", "text、html、docx 或 pdf"),
    "file_encoding": Called("文件编码"),
    "file_sha256": Called("文件SHA-256"),
    "text_sha256": Called("文本SHA-256"),
    # nodes
    "kind": Called("种类"),
    "ordinal": Called("序号", "序号的数值"),
    "suffix": Called("之几", "第二条之一为 1，其余为空"),
    "marker": Called("序号原文", "没有序号则为空"),
    "roles": Called("类别", f"可有几个：{_ROLES}、other 其他"),
    "role_basis": Called("类别依据", "heading 标题、wording 字句、position 位置、inherited 沿用上级"),
    "inferred": Called("序号推定", "序号脱落、按序列推定的为真"),
    # passages, quantities, dates, citations, diagnostics
    "characters": Called("字数", "空白不计"),
    "measure": Called("计量事项", "数量所计量的事项"),
    "subject": Called("主语", "事项承前省略的主语"),
    "measure_start": Called("事项起"),
    "measure_end": Called("事项止"),
    "subject_start": Called("主语起"),
    "subject_end": Called("主语止"),
    "earlier": Called("变化前", "是否变化之前的数，如“由30%提高到41%”中的30%，或表中前一年的数"),
    "first_day": Called("首日"),
    "last_day": Called("末日"),
    "precision": Called("精度", "day 日、month 月、quarter 季度、half 半年、year 年、range 起止"),
    "title": Called("所引标题", "不带书名号；只有文号的为空"),
    "document_number": Called("文号", "规范写法"),
    "issuer_code": Called("机关代字"),
    "document_year": Called("文号年份"),
    "document_serial": Called("文号序号"),
    "severity": Called("级别", "info 提示、warning 警告、error 错误"),
    "message": Called("说明", "英文在前，中文在后"),
    # pairs, outcomes, changes
    "earlier_id": Called("前一份报告", "未对照时，是所说的报告"),
    "later_id": Called("后一份报告", "下一年度的报告"),
    "earlier_year": Called("前一年度"),
    "later_year": Called("后一年度"),
    "plans": Called("安排条数", "前一份报告的安排"),
    "plans_done": Called("安排已说到", "后一份报告回顾时说到的条数"),
    "plans_again": Called("安排再次列出", "再次列入安排的条数"),
    "plans_silent": Called("安排未说到", "没有找到相近文字的条数"),
    "plans_not_done": Called("安排明言未完成", "后一份报告明言没有完成的条数，不论上面算在哪一项"),
    "problems": Called("问题条数", "前一份报告的问题"),
    "problems_again": Called("问题再次列出", "后一份报告再次列出的条数"),
    "problems_mended": Called("问题已整改", "没有再列、而说到做了什么的条数"),
    "problems_silent": Called("问题未说到", "没有找到相近文字的条数"),
    "notes": Called("对照说明", "说明的代码，如 no-review"),
    "status": Called("结果", "安排：done 已说到、again 再次列出、silent 未说到；问题：again、mended 已整改、silent"),
    "score": Called("相近程度", "最近一处的分数，0.5 到 1"),
    "links": Called("处数", "后一份报告中的处数"),
    "link_section_id": Called("说到处所在节"),
    "link_text": Called("说到处原文"),
    "link_start": Called("说到处起"),
    "link_end": Called("说到处止"),
    "closest_start": Called("最近句起"),
    "closest_end": Called("最近句止"),
    "not_done_text": Called("明言未完成的句子", "后一份报告说这项安排没有、尚未完成的句子；没有则为空"),
    "not_done_start": Called("未完成句起"),
    "not_done_end": Called("未完成句止"),
    "difference": Called("增减", "后一年减前一年；单位为 % 时是百分点"),
    "difference_qualifier": Called(
        "增减限定", "exact 确数、about 约、over 大于、at_least 不小于、under 小于、at_most 不大于；为空则无从比较"
    ),
    "change_percent": Called("增减百分比", "占前一年的百分比，两位小数；单位为 % 时为空"),
    "against_target": Called("与目标之差", "后一年减目标；目标是界限（不低于）时，是与该界限之差"),
    "against_target_qualifier": Called("与目标之差限定", "同“增减限定”"),
    "met": Called("达到目标", "目标是界限或区间时，是否达到；其余为空"),
    **{
        f"{which}_{part}": Called(f"{words}{called}", holds)
        for which, words in (("earlier", "前一年"), ("target", "目标"), ("later", "后一年"))
        for part, called, holds in (
            ("value", "数值", ""),
            ("high", "上限", "区间的上限；不是区间则为空"),
            ("qualifier", "限定", _QUALIFIERS),
            ("text", "原文", ""),
        )
    },
}
#: Where a column of one table is called otherwise than that of another.
_OF_TABLE: Final[dict[tuple[str, str], Called]] = {
    ("reports", "text"): Called("全文", "全部文本；各表的起止都按它计"),
    ("nodes", "kind"): Called("序号样式", "如 han_dun（一、）；没有序号的为 unnumbered"),
    ("nodes", "text"): Called("正文", "本节自己的文字，不含下级"),
    ("nodes", "end"): Called("止", "全部下级之后"),
    ("items", "text"): Called("内容", "全部文字，含分项"),
    ("items", "role"): Called("类别", _ROLES),
    ("items", "basis"): Called("依据", "取自一节 section、一个分句 clause 还是一句话 sentence"),
    ("passages", "basis"): Called("依据", "heading 标题、wording 字句、neighbours 前后文"),
    ("quantities", "kind"): Called("种类", "count 计数、percent 百分比、money 金额等"),
    ("citations", "kind"): Called(
        "种类", "law 法律、regulation 条例、rule 规章、plan 规划、opinion 意见、notice 通知等"
    ),
    ("indicators", "code"): Called("指标代码", "代码本中的代码"),
    ("diagnostics", "code"): Called("诊断代码", "如 lost-ordinal"),
    ("outcomes", "id"): Called("编号", "前一份报告 items 表中的编号"),
    ("outcomes", "role"): Called("类别", "plans 安排、problems 问题"),
    ("outcomes", "text"): Called("内容", "安排或问题的全部文字"),
    ("outcomes", "start"): Called("起", "在前一份文本中的起点"),
    ("changes", "code"): Called("指标代码", "代码本中的代码"),
}


def called_in_chinese(table: str, column: str) -> Called:
    """Return what a column of a table is called in Chinese; `KeyError` for one that has no name here."""
    if (table, column) in _OF_TABLE:
        return _OF_TABLE[table, column]
    if column in ROWS and (table == "reports" or column not in _COLUMNS):
        return Called(ROWS[column].chinese)
    return _COLUMNS[column]
