"""Every word that the page itself says, in Chinese and English: one table, from which the page takes its labels.

Roles, kinds and codes are looked up by their name in the model: `role.problems`, `kind.title`, `basis.heading`.
The words for the header's fields (`field.issuer`) stand in their rows in `lawreport_parser.header_fields`.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from lawreport_parser.header_fields import ROWS

__all__ = ["LABELS", "LANGUAGES", "Language"]

Language = Literal["zh", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

#: Label → (Chinese, English). `{0}`, `{1}` are filled in by the page.
LABELS: Final[dict[str, tuple[str, str]]] = {
    # Roles, and the two kinds of text that have none; what tells the role of a section or passage.
    "role.achievements": ("举措成效", "Achievements"),
    "role.problems": ("问题不足", "Problems"),
    "role.responsibility": ("第一责任人", "Responsibility"),
    "role.plans": ("下步安排", "Plans"),
    "role.other": ("其他", "Other"),
    "role.none": ("未归类", "No role"),
    "role.page": ("页面信息", "Page"),
    "role.hint": ("占正文 {0}（{1} 字）；点击只看这一部分", "{0} of the text ({1} characters); click to see only this"),
    "basis.heading": ("依据标题", "by its heading"),
    "basis.position": ("依据位置", "by its position"),
    "basis.wording": ("依据措辞", "by its wording"),
    "basis.neighbours": ("依据前后文", "by its neighbours"),
    "basis.inherited": ("沿用上级", "from its parent"),
    # What is marked in the text.
    "layer.outline": ("序号与标题", "Markers and headings"),
    "layer.roles": ("内容分类", "Roles"),
    "layer.quantity": ("数量", "Quantities"),
    "layer.date": ("日期", "Dates"),
    "layer.citation": ("引用文件", "Citations"),
    "layer.page": ("页面信息", "Page and furniture"),
    "layer.diagnostic": ("诊断", "Diagnostics"),
    "layer.break": ("按节分行", "A line per section"),
    "layers": ("标记", "Marks"),
    "kind.metadata": ("元数据", "Metadata"),
    "kind.title": ("标题", "Title"),
    "kind.addressee": ("主送机关", "Addressee"),
    "kind.signature": ("落款", "Signature"),
    "kind.furniture": ("页面杂项", "Furniture"),
    "citation.law": ("法律", "law"),
    "citation.regulation": ("条例", "regulation"),
    "citation.rule": ("规章制度", "rule"),
    "citation.plan": ("规划方案", "plan"),
    "citation.opinion": ("意见措施", "opinion"),
    "citation.notice": ("通知公告", "notice"),
    "citation.other": ("其他文件", "other document"),
    "said": ("{0}：{1}", "{0}: {1}"),
    "figure.quantity": ("数量", "Quantity"),
    "figure.date": ("日期", "Date"),
    "figure.citation-of": ("引用（{0}）", "Citation ({0})"),
    # Panels.
    "panel.text": ("正文", "Text"),
    "panel.outline": ("大纲", "Outline"),
    "panel.items": ("要点", "Items"),
    "panel.indicators": ("指标", "Indicators"),
    "panel.diagnostics": ("诊断", "Diagnostics"),
    "panels": ("面板", "Panels"),
    "outline.expand": ("全部展开", "Expand all"),
    "outline.collapse": ("全部收起", "Collapse all"),
    "outline.more": ("再显示 {0} 节", "Show {0} more"),
    "outline.empty": ("没有编号层次", "No numbered section"),
    "outline.filtered": ("没有属于此类的节", "No section has this role"),
    "outline.inferred": ("序号由上下文推定", "ordinal inferred"),
    "items.empty": ("没有提取到要点", "No items were found"),
    "item.section": ("节", "section"),
    "item.clause": ("分句", "clause"),
    "item.sentence": ("句", "sentence"),
    "time.actual": ("实绩", "achieved"),
    "time.target": ("目标", "target"),
    "diagnostics.empty": ("没有诊断", "No diagnostics"),
    "severity.error": ("错误", "error"),
    "severity.warning": ("警告", "warning"),
    "severity.info": ("提示", "info"),
    "place": ("第 {0} 行第 {1} 字", "line {0}, column {1}"),
    # The card.
    "card": ("文件信息", "About this report"),
    **{f"field.{name}": row.shown for name, row in ROWS.items()},
    "field.region": ("地区", "Place"),
    "field.signature": ("落款", "Signature"),
    "field.file": ("文件", "File"),
    "field.size": ("规模", "Size"),
    "size": ("{0} 字 · {1} 节 · {2} 层", "{0} characters · {1} sections · {2} levels"),
    "untitled": ("（无标题）", "(untitled)"),
    # Search.
    "search": ("搜索", "Search"),
    "search.placeholder": ("搜索正文（按 /）", "Search the text (press /)"),
    "search.all": ("搜索全部报告（按 /）", "Search all reports (press /)"),
    "search.count": ("{0} / {1}", "{0} / {1}"),
    "search.none": ("无结果", "no match"),
    "search.only-hidden": ("筛选外 {0} 处", "{0} filtered out"),
    "search.hidden": ("筛选外另有 {0} 处", "{0} more matches outside the filter"),
    "search.next": ("下一处（Enter 或 n）", "Next (Enter or n)"),
    "search.previous": ("上一处（Shift+Enter 或 N）", "Previous (Shift+Enter or N)"),
    # The page as a whole.
    "skip": ("跳到正文", "Skip to the text"),
    "language": ("English", "中文"),
    "back": ("全部报告", "All reports"),
    "print": ("打印", "Print"),
    "help": ("键盘操作", "Keyboard"),
    "close": ("关闭", "Close"),
    "filter": ("内容构成", "What the text holds"),
    "filter.clear": ("显示全部", "Show all"),
    "filter.gap": ("略去 {0} 行", "{0} lines left out"),
    "path": ("所在位置", "Where this is"),
    "path.show": ("在大纲中显示", "Show in the outline"),
    "path.unfold": ("展开或收起", "More or less"),
    "path.here": ("此处", "here"),
    "path.outside": ("不在编号层次内", "outside the numbered sections"),
    "value.range": ("{0} 至 {1}", "{0} to {1}"),
    # Keys.
    "key.search": ("搜索", "search"),
    "key.hits": ("下一处、上一处结果", "next, previous match"),
    "key.sections": ("上一节、下一节", "previous, next section"),
    "key.figures": ("下一个、上一个数量、日期或引用", "next, previous figure, date or citation"),
    "key.arrows": ("大纲：上下移动，展开与收起", "outline: move, open and close"),
    "key.ends": ("大纲：第一项、最后一项", "outline: first, last"),
    "key.star": ("大纲：展开同级各节", "outline: open all siblings"),
    "key.enter": ("大纲：转到正文", "outline: go to the text"),
    "key.escape": ("取消筛选或搜索", "clear filter or search"),
    "key.help": ("显示本表", "this table"),
    # Several reports.
    "index": ("报告一览", "Reports"),
    "index.summary": ("{0} 份报告 · {1} 字", "{0} reports · {1} characters"),
    "index.hits": ("命中", "Matches"),
    "index.characters": ("字数", "Characters"),
    "index.sections": ("节", "Sections"),
    "index.problems": ("问题", "Problems"),
    "index.plans": ("安排", "Plans"),
    "index.diagnostics": ("诊断", "Diagnostics"),
    "index.shares": ("内容构成", "Make-up"),
    "index.sort": ("排序", "Sort by"),
    "index.none": ("没有报告包含“{0}”", "No report contains “{0}”"),
}
