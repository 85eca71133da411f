"""The header of a report, and the labels by which pages name its fields: one row for each field, beside the field.

All that knows a header field by more than its name follows from its row: what the reader of pages takes for a label,
what diagnostics call the field, the columns of the Arrow tables, the words of the view, the metadata of web pages.
Labels that give no field stand in one table, `NO_FIELD`. To add a label or a field, see CONTRIBUTING.md.

Labels are those that government sites print in front of a document: 政务信息资源目录体系 (GB/T 21063.3-2007) and
党政机关公文格式 (GB/T 9704-2012) name some, the software of the sites has made up the rest.
"""

# Annotations are evaluated as they stand: those of `Header` hold the rows, and text would have to be compiled first.
import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Final, Literal, NamedTuple

from lawreport_parser.blanks import BLANK_CHARACTERS
from lawreport_parser.field_checks import After, Before
from lawreport_parser.frozen_model import FrozenModel, model
from lawreport_parser.regions.model import Region
from lawreport_parser.spans import Span

__all__ = [
    "EMPTY_PREFIXES",
    "LABELS",
    "LABEL_OF",
    "NO_FIELD",
    "ROWS",
    "Day",
    "FieldRow",
    "Header",
    "Label",
    "LabelKind",
    "ValueForm",
    "label_kind",
    "label_pattern",
    "region_words",
]

#: What a value looks like: `number` is a 文号 (石政发〔2024〕8号), `code` a word of letters and figures, `organ` the
#: name of an organisation, `addressee` one or more of them, `year` a year alone, `text` anything.
ValueForm = Literal["text", "title", "date", "number", "code", "organ", "year", "addressee"]

#: What a label is good for.
#:
#: - `field` gives a field of the header, and so do five kinds with a doubt: `numbered` (编号) is the number of a
#:   document where its value has that form; `sent` (发文日期) is when a document was written where the page says when
#:   it was published, too; `changed` (更新时间) says nothing there; `day` and `time` (日期, 时间) head columns of any
#:   table.
#: - `other` is kept in `Header.other`, and so are `words`, which may be any (a title, too), and `visits`, what a page
#:   says of itself and its visitors.
#: - `drafted` and `checked` are kept there, too: a date behind the name is when that was done, and not when the page
#:   was published; behind `checked` only where the line says nothing else of the page.
#: - `control` is a button or switch of the page and says nothing.
#: - `cell` and `contact` are kept in `Header.other` too, but without a colon they are labels only where a cell of a
#:   table holds them: `cell` in web pages and Word files, `contact` in Word files.
LabelKind = Literal[
    "field",
    "sent",
    "changed",
    "day",
    "time",
    "numbered",
    "other",
    "words",
    "visits",
    "drafted",
    "checked",
    "control",
    "cell",
    "contact",
]


def _words(lines: str) -> tuple[str, ...]:
    return tuple(lines.split())


class FieldRow(NamedTuple):
    """What there is to know of a header field, but for its name and type, which the class says.

    Labels are written without the blanks that pages put between their letters (文　　号). One written with a colon
    is a common word (索引：), and a label only where a colon, bar or bracket closes it.
    """

    #: What diagnostics call the field.
    chinese: str
    #: What the view calls it, in Chinese and in English.
    shown: tuple[str, str]
    #: What the column of the Arrow table is said to hold.
    column: str
    form: ValueForm
    labels: tuple[str, ...] = ()
    #: Labels that give the field with a doubt, by their kind.
    doubtful: Mapping[LabelKind, tuple[str, ...]] = {}
    #: Whether what stands behind a gap is no part of the value.
    one_word: bool = False
    #: Names of `<meta>` elements that give it: those of 政府网站发展指引 (国办发〔2017〕47号), and common ones.
    meta: tuple[str, ...] = ()
    #: On the card of the view, fields of group 1 stand first.
    group: int = 3


def _only_iso(value: Any) -> Any:
    """Let nothing but YYYY-MM-DD be a date: pydantic would take seconds since 1970 as well."""
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return date.fromisoformat(value)
    raise ValueError("a date is written YYYY-MM-DD")


Day = Annotated[date, Before(_only_iso)]


def _of_known_fields(evidence: dict[str, Span]) -> dict[str, Span]:
    """Leave out the evidence of fields that this version does not know, as the fields themselves are."""
    return {name: span for name, span in evidence.items() if name in ROWS or name == "region"}


@model
class Header(FrozenModel):
    """What the page says of the report (whose, of which year, when published): plain values or null.

    `year` is the year whose work is reviewed, `plan_year` the year planned for, null where the report plans nothing: a
    政府工作报告 of January 2026 reviews 2025 and plans for 2026. `region` is the place whose report it is, null where
    the page leaves it open. `evidence` gives, for each field that has a value,
    where it was read; `other` holds further metadata, label → value.
    """

    title: Annotated[
        str | None,
        FieldRow(
            chinese="标题",
            shown=("标题", "Title"),
            column="title of the report",
            form="title",
            labels=_words(
                "标题 名称 题名 文件名称 文件标题 文件题名 信息名称 信息标题 文章标题 公文标题 公文名称 报告名称："
            ),
            meta=("articletitle",),
        ),
    ] = None
    issuer: Annotated[
        str | None,
        FieldRow(
            chinese="发布机构",
            shown=("发文机关", "Issuer"),
            column="whose report it is",
            form="organ",
            labels=_words(
                """
                发布机构 发布机关 发布单位 发布部门 发文机关 发文机构 发文单位 发文部门 印发机关 印发单位 颁布机关
                颁布单位 制发机关 制发机构 制发单位 制文机关 制文单位 制定机关： 公开主体 公开机构 公开机关 公开单位
                公开部门 公开责任部门 公开责任单位 信息公开机构 信息提供单位 责任部门 机构名称：
                报告单位： 填报单位： 报送单位： 编制单位： 编报单位：
                """
            ),
            one_word=True,
            group=1,
        ),
    ] = None
    year: Annotated[
        int | None,
        FieldRow(
            chinese="报告年度",
            shown=("报告年度", "Year"),
            column="the year whose work is reviewed",
            form="year",
            labels=("报告年度：",),
            group=1,
        ),
    ] = None
    plan_year: Annotated[
        int | None,
        FieldRow(
            chinese="计划年度",
            shown=("计划年度", "Plan year"),
            column="the year planned for",
            form="year",
            group=1,
        ),
    ] = None
    addressee: Annotated[
        str | None,
        FieldRow(
            chinese="主送机关",
            shown=("主送机关", "Addressee"),
            column="to whom it is addressed",
            form="addressee",
            labels=("主送机关", "主送单位"),
        ),
    ] = None
    index_number: Annotated[
        str | None,
        FieldRow(
            chinese="索引号",
            shown=("索引号", "Index number"),
            column="索引号",
            form="code",
            labels=_words(
                "索引号 索引号码 索引编号 索引码 索取号 索引： 信息索引 信息索引号 公开索引号 公开索引 目录索引号"
            ),
            one_word=True,
        ),
    ] = None
    document_number: Annotated[
        str | None,
        FieldRow(
            chinese="文号",
            shown=("文号", "Document number"),
            column="文号",
            form="number",
            labels=_words(
                """
                文号 发文字号 发文文号 发文编号 发文号 发布文号 发布字号 制发文号 文件编号 文件文号 文件字号 文件号
                公文文号 公文字号 公文编号 公文号
                """
            ),
            doubtful={"numbered": ("编号：",)},
            one_word=True,
            group=1,
        ),
    ] = None
    category: Annotated[
        str | None,
        FieldRow(
            chinese="分类",
            shown=("分类", "Category"),
            column="分类",
            form="text",
            labels=_words(
                """
                分类 信息分类 主题分类 体裁分类 组配分类 内容分类 文件分类 公文分类 所属分类 信息类别 主题类别
                所属主题
                """
            ),
        ),
    ] = None
    validity: Annotated[
        str | None,
        FieldRow(
            chinese="有效性",
            shown=("有效性", "Validity"),
            column="有效性",
            form="text",
            labels=_words("有效性 信息有效性 时效性 时效状态 时效： 有效状态 效力状态 效力： 是否有效 文件状态"),
            one_word=True,
        ),
    ] = None
    written_date: Annotated[
        Day | None,
        FieldRow(
            chinese="成文日期",
            shown=("成文日期", "Written"),
            column="成文日期",
            form="date",
            labels=_words(
                """
                成文日期 成文时间 生成日期 生成时间 产生日期 产生时间 形成日期 形成时间 印发日期 印发时间 签发日期
                签发时间 签署日期 签署时间 制发日期 制发时间 制定日期： 落款日期
                报告日期： 报告时间： 填报日期： 填报时间： 报送日期： 编报日期：
                """
            ),
            one_word=True,
            group=2,
        ),
    ] = None
    published_date: Annotated[
        Day | None,
        FieldRow(
            chinese="发布日期",
            shown=("发布日期", "Published"),
            column="发布日期",
            form="date",
            labels=_words(
                """
                发布日期 发布时间 信息发布日期 信息发布时间 信息提供日期 公开日期 公开时间 公布日期 公布时间 颁布日期
                颁布时间 发表日期 发表时间 上网日期 上网时间 发稿日期 发稿时间 公告日期： 公告时间：
                """
            ),
            doubtful={
                "sent": ("发文日期", "发文时间"),
                "changed": _words("更新日期 更新时间 上传日期 上传时间 录入日期 录入时间 添加日期 添加时间"),
                "day": ("日期",),
                "time": ("时间",),
            },
            meta=("pubdate", "publishdate", "firstpublishedtime", "article:published_time"),
            group=2,
        ),
    ] = None
    source: Annotated[
        str | None,
        FieldRow(
            chinese="来源",
            shown=("来源", "Source"),
            column="来源",
            form="text",
            labels=_words(
                """
                来源 信息来源 文章来源 稿件来源 内容来源 来源单位 来源部门 来源网站 稿源： 供稿单位 供稿部门 供稿：
                来稿单位
                """
            ),
            one_word=True,
            meta=("contentsource", "source"),
        ),
    ] = None
    region: Region | None = None
    evidence: Annotated[dict[str, Span], After(_of_known_fields)] = dataclasses.field(default_factory=dict)
    other: dict[str, str] = dataclasses.field(default_factory=dict)


#: The row of each field, by the field's name, in the order of the class. `evidence` and `other` have none: they speak
#: of the fields, and of what is no field.
ROWS: Final[dict[str, FieldRow]] = {
    name: row
    for name, annotation in Header.__annotations__.items()
    for row in getattr(annotation, "__metadata__", ())
    if isinstance(row, FieldRow)
}

#: Labels that give no field of the header, by their kind; a colon says the same as in `FieldRow`.
NO_FIELD: Final[dict[LabelKind, tuple[str, ...]]] = {
    "other": _words(
        """
        作者 发布人： 发布者： 公开方式 公开形式 公开属性 公开范围 公开程序 公开类型 公开类别 公开期限 体裁 语种
        文件类型 实施日期 施行日期 废止日期 生效日期 信息格式 载体类型 法宝引证码 服务对象： 网站名称
        """
    ),
    "words": _words("主题词 关键词 关键字 内容概述 内容摘要 摘要："),
    "visits": _words(
        """
        被阅览数 浏览次数 浏览量 浏览数 浏览： 阅读次数 阅读量 阅读数 阅读人数 阅读： 点击次数 点击数 点击量 点击率
        点击： 访问次数 访问量 访问： 查看次数 人气： 撰稿 撰稿人 编辑 责任编辑 责编： 编审： 监制： 录入： 录入人：
        栏目 所属栏目 原文链接
        """
    ),
    "drafted": _words("拟稿： 拟稿人 起草人 核稿： 核稿人 签发人"),
    "checked": _words("责任校对 校对： 审核 审核人 初审： 复审： 终审："),
    "control": _words("字体 字体大小 字体设置 字号 文字大小 视力保护色 保护视力色 背景色： 背景颜色： 分享： 分享到："),
    "cell": _words("统一编号 公文种类 文种 公开时限 生效时间 失效日期 失效时间 废止时间 备注"),
    "contact": _words("联系电话"),
}

#: 信息生成日期, 新闻来源: what stands before a label there says nothing new. 失效日期, 事项名称 are other labels.
EMPTY_PREFIXES: Final = _words(
    """
    信息 政府信息 公开 文件 公文 文章 新闻 稿件 文稿 文档 原文 网页 网站 页面 网上 本文 本页 本站 资讯 转载 规范性
    规范性文件
    """
)
_WITHOUT_BLANKS: Final = dict.fromkeys(map(ord, BLANK_CHARACTERS))


class Label(NamedTuple):
    """A label of a page: its words without blanks and colon, the field it gives, and what it is good for."""

    words: str
    #: Name of a field of `Header`; None where it gives none.
    field: str | None
    kind: LabelKind
    #: Whether it is a label only where a colon, bar or bracket closes it; whether one does is for the caller to see.
    needs_mark: bool


def _labels() -> Iterator[Label]:
    by_field: list[tuple[str | None, LabelKind, tuple[str, ...]]] = []
    for name, row in ROWS.items():
        by_field.append((name, "field", row.labels))
        by_field.extend((name, kind, words) for kind, words in row.doubtful.items())
    by_field.extend((None, kind, words) for kind, words in NO_FIELD.items())
    for field, kind, labels in by_field:
        for words in labels:
            yield Label(words.rstrip("："), field, kind, words.endswith("："))


#: Every label, those of fields first.
LABELS: Final[tuple[Label, ...]] = tuple(_labels())
#: The label of its words, written without blanks.
LABEL_OF: Final[dict[str, Label]] = {label.words: label for label in LABELS}


def label_kind(words: str) -> Label | None:
    """Return the label that `words` are, or None; blanks inside and a colon behind do not count (see `needs_mark`).

    A known label behind one of `EMPTY_PREFIXES` is that label: 信息生成日期 is 生成日期. It is returned under its own
    words, not those of the page.
    """
    bare = words.translate(_WITHOUT_BLANKS).rstrip(":：")
    label = LABEL_OF.get(bare)
    if label is not None:
        return label
    behind = (LABEL_OF.get(bare.removeprefix(prefix)) for prefix in EMPTY_PREFIXES if bare.startswith(prefix))
    return next((label for label in behind if label is not None), None)


def region_words(region: Region) -> str:
    """Return a place as it is shown: the names from the province down, the department, the code."""
    return " ".join(filter(None, (*region.path, region.organ, f"({region.code})")))


def label_pattern(labels: Iterable[Label], gap: str) -> str:
    """Return a regular expression for any of `labels`, longer ones first, for use inside a group.

    `gap` is the expression of a blank, which may stand between any two letters (at most twelve of them). One that needs
    a mark is found only in front of a colon, which is no part of it.
    """
    mark = rf"(?={gap}{{0,12}}[:：\]】〕])"
    return _branches({label.words: mark if label.needs_mark else "" for label in labels}, gap)


def _branches(words: Mapping[str, str], gap: str) -> str:
    """Return the expression for words, each given with what follows it; those that begin alike share their beginning.

    So no letter is tried twice at a place of the text, and the longest word is tried first.
    """
    rests: dict[str, dict[str, str]] = {}
    for word, behind in words.items():
        rests.setdefault(word[0], {})[word[1:]] = behind
    parts = []
    for letter, rest in rests.items():
        whole = [rest.pop("")] if "" in rest else []
        longer = _branches(rest, gap)
        several = len({word[0] for word in rest}) > 1
        ways = [f"{gap}{{0,12}}" + (f"(?:{longer})" if several else longer), *whole] if rest else whole
        parts.append(f"{letter}(?:{'|'.join(ways)})" if len(ways) > 1 else letter + ways[0])
    return "|".join(parts)
