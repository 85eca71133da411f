"""Pages as they come: metadata, titles, signatures and footers in the shapes that web sites give them."""

# ruff: noqa: E501 — pages have long lines
from __future__ import annotations

from datetime import date as D  # noqa: N812
from typing import Any, NamedTuple

import pytest

from lawreport_parser import parse

BODY = """现将有关情况报告如下：
一、主要举措和成效
（一）加强党的领导。学习研讨八次。
（二）规范行政执法。抽查案卷百余件。
二、存在的问题和不足
一是宣传不够深入；二是执法力量不足。
三、下一步工作打算
（一）强化培训。办班四期。
（二）完善制度。修订办法。
"""
OUTLINE = [
    ("han_dun", 1, 1),
    ("han_paren", 1, 2),
    ("han_paren", 2, 2),
    ("han_dun", 2, 1),
    ("han_is", 1, 2),
    ("han_is", 2, 2),
    ("han_dun", 3, 1),
    ("han_paren", 1, 2),
    ("han_paren", 2, 2),
]
T = "石湾县人民政府关于2023年度法治政府建设情况的报告"
N: dict[str, Any] = {"title": T, "issuer": "石湾县人民政府", "year": 2023}
S = ("石湾县人民政府", D(2024, 1, 22))
#: Words of page furniture: none may reach the body.
JUNK = (
    "ICP",
    "打印",
    "主办",
    "联系人",
    "附件",
    "上一",
    "扫一扫",
    "返回",
    "var",
    "首页",
    "版权",
    "责任编辑",
    "发布时间",
)


class Case(NamedTuple):
    """What stands above and below the body, and the header fields (`sig`: issuer and date) to be read."""

    top: str
    foot: str
    body: str
    want: dict[str, Any]


PAGES: dict[str, Case] = {}


def case(name: str, top: str, foot: str = "", body: str = BODY, **want: Any) -> None:
    PAGES[name] = Case(top, foot, body, want)


case(
    "tabs table",
    f"索引号\tSW01/2024-00012\t分类\t政府工作报告\n发布机构\t石湾县人民政府\t发文日期\t2024-01-22\n文号\t石政发〔2024〕6号\t有效性\t有效\n{T}\n",
    **N,
    index_number="SW01/2024-00012",
    document_number="石政发〔2024〕6号",
    category="政府工作报告",
    validity="有效",
    published_date=D(2024, 1, 22),
)
case(
    "one per line",
    f"索引号：SW01/2024-00012\n主题分类：政府工作报告\n发文机关：石湾县人民政府\n成文日期：2024年01月22日\n标题：{T}\n发文字号：石政发〔2024〕6号\n发布日期：2024年01月30日\n{T}\n",
    **N,
    index_number="SW01/2024-00012",
    document_number="石政发〔2024〕6号",
    category="政府工作报告",
    written_date=D(2024, 1, 22),
    published_date=D(2024, 1, 30),
)
case(
    "gov.cn style spaced",
    f"索 引 号：000014349/2024-00012\n主题分类：综合政务\\其他\n发文机关：石湾县人民政府\n成文日期：2024年01月22日\n标　　题：{T}\n发文字号：石政发〔2024〕6号\n发布日期：2024年01月30日\n主 题 词：\n",
    **N,
    index_number="000014349/2024-00012",
    document_number="石政发〔2024〕6号",
    category="综合政务\\其他",
    written_date=D(2024, 1, 22),
    published_date=D(2024, 1, 30),
)
case(
    "alternate lines",
    f"索引号\nSW01/2024-00012\n发布机构\n石湾县人民政府\n发文日期\n2024-01-22\n名称\n{T}\n文号\n石政发〔2024〕6号\n主题分类\n法治\n",
    **N,
    index_number="SW01/2024-00012",
    document_number="石政发〔2024〕6号",
    category="法治",
    published_date=D(2024, 1, 22),
)
case(
    "alternate empty",
    f"索引号：\nSW01/2024-00012\n文号：\n\n有效性：\n有效\n成文日期：\n2024-01-22\n{T}\n",
    **N,
    index_number="SW01/2024-00012",
    validity="有效",
    written_date=D(2024, 1, 22),
    document_number=None,
)
case(
    "brackets",
    f"[ 索引号 ] SW01/2024-00012 [ 发文字号 ] 石政发〔2024〕6号\n[ 主题分类 ] 法治 [ 体裁分类 ] 报告\n[ 发布机构 ] 石湾县人民政府 [ 有效性 ] 有效\n[ 成文日期 ] 2024-01-22 [ 发布日期 ] 2024-01-30\n{T}\n",
    **N,
    index_number="SW01/2024-00012",
    document_number="石政发〔2024〕6号",
    validity="有效",
    written_date=D(2024, 1, 22),
    published_date=D(2024, 1, 30),
)
case(
    "run together",
    f"{T}\n信息来源:县司法局发布时间:2024-01-30 08:58被阅览数:123\n",
    **N,
    source="县司法局",
    published_date=D(2024, 1, 30),
)
case(
    "source line spaces",
    f"{T}\n来源：县司法局　　发布时间：2024-01-30　　字体：[大 中 小]　　浏览次数：123次\n",
    **N,
    source="县司法局",
    published_date=D(2024, 1, 30),
)
case(
    "source pipe",
    f"{T}\n发布时间：2024-01-30 10:12 | 来源：县司法局 | 浏览次数：123 | 字号：大 中 小\n",
    **N,
    source="县司法局",
    published_date=D(2024, 1, 30),
)
case(
    "date source no label",
    f"{T}\n2024-01-30 10:12:33 来源：县司法局 点击数：12\n",
    **N,
    source="县司法局",
    published_date=D(2024, 1, 30),
)
case("date slash", f"{T}\n发布日期：2024/1/30 来源：县司法局\n", **N, source="县司法局", published_date=D(2024, 1, 30))
case("date dot", f"{T}\n发布日期：2024.01.30\n", **N, published_date=D(2024, 1, 30))
case(
    "date bracketed",
    f"{T}\n【发布日期：2024-01-30】【来源：县司法局】【浏览：12次】\n",
    **N,
    published_date=D(2024, 1, 30),
    source="县司法局",
)
case("time in brackets", f"{T}\n（2024年1月30日）\n", **N)
case(
    "nav",
    f"您当前的位置：首页 > 政务公开 > 法治政府建设年度报告\n{T}\n发布时间：2024-01-30\n分享到：\n微信\n微博\nQQ空间\n",
    **N,
    published_date=D(2024, 1, 30),
)
case("nav arrows", f"当前位置:首页>>政务公开>>法治政府建设>>{T}\n{T}\n", **N)
case(
    "nav lines",
    f"无障碍\n长者模式\n网站首页\n政府信息公开\n政务服务\n互动交流\n首页\n>\n政务公开\n>\n正文\n{T}\n发布时间：2024-01-30\n",
    **N,
    published_date=D(2024, 1, 30),
)
case(
    "bare docnumber first",
    f"石政发〔2024〕6号\n{T}\n云桥市人民政府：\n",
    **N,
    document_number="石政发〔2024〕6号",
    addressee="云桥市人民政府",
)
case(
    "docnumber square half",
    f"石政发[2024]6号\n\n{T}\n\n云桥市人民政府:\n",
    **N,
    document_number="石政发[2024]6号",
    addressee="云桥市人民政府",
)
case("docnumber after title", f"{T}\n石政发〔2024〕6号\n\n", **N, document_number="石政发〔2024〕6号")
case(
    "title 2 lines",
    "石湾县人民政府\n关于2023年度法治政府建设情况的报告\n\n市委、市政府：\n",
    **N,
    addressee="市委、市政府",
)
case(
    "title 3 lines",
    "中共石湾县委  石湾县人民政府\n关于2023年度法治政府建设\n情况的报告\n\n市委、市政府：\n",
    year=2023,
    addressee="市委、市政府",
)
case(
    "title dept",
    "石湾县司法局2023年法治政府建设年度报告\n\n",
    title="石湾县司法局2023年法治政府建设年度报告",
    issuer="石湾县司法局",
    year=2023,
)
case(
    "title year han",
    "石湾县人民政府关于二〇二三年度法治政府建设情况的报告\n",
    title="石湾县人民政府关于二〇二三年度法治政府建设情况的报告",
    issuer="石湾县人民政府",
    year=2023,
)
case("title book", f"《{T}》\n", year=2023)
case("title with 公示", "石湾县2023年度法治政府建设年度报告公示\n", year=2023)
case("title 情况", "石湾县2023年法治政府建设情况\n", title="石湾县2023年法治政府建设情况", year=2023)
case("title repeated + site", f"{T}_石湾县人民政府网站\n{T}\n", title=T)
case("title 履职述法", "石湾县2023年推进法治政府建设工作情况报告（公开稿）\n", year=2023)
case("addressee multi", f"{T}\n县委、县人大常委会、市司法局：\n", **N, addressee="县委、县人大常委会、市司法局")
case(
    "addressee run in",
    f"{T}\n市委全面依法治市委员会办公室：2023年，我县深入学习贯彻习近平法治思想，",
    **N,
    addressee="市委全面依法治市委员会办公室",
)
case("addressee abbreviated", f"{T}\n市委依法治市办：\n", **N, addressee="市委依法治市办")
case("sign", f"{T}\n", "\n石湾县人民政府\n2024年1月22日\n", **N, sig=S)
case(
    "sign indent",
    f"{T}\n",
    "\n　　　　　　　　　　　　石湾县人民政府\n　　　　　　　　　　　　2024年1月22日　　\n",
    **N,
    sig=S,
)
case("sign seal", f"{T}\n", "\n石湾县人民政府（盖章）\n2024年1月22日\n", **N, sig=S)
case("sign two orgs", f"{T}\n", "\n中共石湾县委  石湾县人民政府\n2024年1月22日\n", sig_date=D(2024, 1, 22))
case("sign date spaced", f"{T}\n", "\n石湾县人民政府\n2024 年 1 月 22 日\n", **N, sig=S)
case("sign han", f"{T}\n", "\n石湾县人民政府\n二○二四年一月二十二日\n", **N, sig=S)
case("sign han O", f"{T}\n", "\n石湾县人民政府\n二О二四年一月二十二日\n", **N, sig=S)
case(
    "sign dept",
    "石湾县司法局2023年度法治政府建设年度报告\n",
    "\n石湾县司法局\n2024年1月22日\n",
    issuer="石湾县司法局",
    sig=("石湾县司法局", D(2024, 1, 22)),
)
case("sign run together line", f"{T}\n", "　　石湾县人民政府　2024年1月22日\n", **N, sig=S)
case("sign then attachment", f"{T}\n", "石湾县人民政府\n2024年1月22日\n附件：石湾县重大行政决策目录.doc\n", **N, sig=S)
case(
    "sign contact",
    f"{T}\n",
    "石湾县人民政府\n2024年1月22日\n（联系人：王某，联系电话：0123-4567890）\n（此件公开发布）\n抄送：县委办公室，县人大常委会办公室。\n",
    **N,
    sig=S,
)
case(
    "foot full",
    f"{T}\n",
    "石湾县人民政府\n2024年1月22日\n\n扫一扫在手机打开当前页\n【打印】【关闭】\n分享到：\n上一篇：某某通知\n下一篇：没有了\n相关链接\n主办：石湾县人民政府 承办：石湾县人民政府办公室\n网站标识码：4207000024 鄂ICP备05017375号-1 鄂公网安备 42070402000241号\n联系电话：0123-1234567 邮箱：a@b.gov.cn\n版权所有 石湾县人民政府\n返回顶部\n",
    **N,
    sig=S,
)
case("foot buttons", f"{T}\n", "石湾县人民政府\n2024年1月22日\n打印本页\n关闭窗口\n收藏\n", **N, sig=S)
case("foot editor", f"{T}\n", "石湾县人民政府\n2024年1月22日\n（责任编辑：张三）\n来源：县司法局\n", **N, sig=S)
case(
    "foot unlabeled links",
    f"{T}\n",
    "石湾县人民政府\n2024年1月22日\n首页\n上一页\n下一页\n尾页\n国务院部门网站\n省政府网站\n",
    **N,
    sig=S,
)
case(
    "foot date/source below",
    f"{T}\n",
    "石湾县人民政府\n2024年1月22日\n发布时间：2024-01-30\n",
    **N,
    sig=S,
    published_date=D(2024, 1, 30),
)
case("foot script junk", f"{T}\n", "石湾县人民政府\n2024年1月22日\nvar a=1;\n×\n|\n", **N, sig=S)
case(
    "archive block",
    f"标题: {T}\n发布时间: 2024-01-30 10:12\n文号: \n发布机构: 石湾县司法局\n栏目: 法治政府\n原文链接: https://www.a.gov.cn/x.htm\n==================== 正文 ====================\n",
    title=T,
    year=2023,
    published_date=D(2024, 1, 30),
    document_number=None,
)
case(
    "archive dash",
    f"标题: {T}\n发布时间: 2024-01-30 10:12\n-------- 正文 --------\n",
    title=T,
    published_date=D(2024, 1, 30),
)
case(
    "conflict",
    f"发布日期：2024-01-30\n{T}\n发布日期：2024-01-31\n时间：2024-01-30\n",
    **N,
    published_date=D(2024, 1, 30),
)
case("unknown labels", f"索引号：SW01\n信息公开目录：法治\n服务对象：公众\n{T}\n", **N, index_number="SW01")
case(
    "empty values",
    f"索引号：\n文号：\n成文日期：\n发布机构：石湾县人民政府\n有效性：\n{T}\n",
    **N,
    index_number=None,
    document_number=None,
    validity=None,
)
case(
    "no label title 日期 after",
    f"{T}\n日期：2024-01-30  来源：石湾县司法局  作者：\n",
    **N,
    published_date=D(2024, 1, 30),
    source="石湾县司法局",
)
case(
    "category slash",
    f"索引号：SW01/2024-1\n分类：法治；报告\n发布机构：石湾县人民政府\n生成日期：2024-01-22\n名称：{T}\n文号：\n时效：有效\n",
    **N,
    category="法治；报告",
    written_date=D(2024, 1, 22),
)
case(
    "two col colon-less",
    f"索 引 号 SW01/2024-1    发布日期 2024-01-30\n发文机关 石湾县人民政府    文  号 石政发〔2024〕6号\n{T}\n",
    **N,
    index_number="SW01/2024-1",
    published_date=D(2024, 1, 30),
    document_number="石政发〔2024〕6号",
)
case("no title", "", year=None, title=None, body=BODY)
case("no preamble", f"{T}\n", body=BODY.split("\n", 1)[1], **N)
case(
    "preamble with date",
    f"{T}\n根据《法治政府建设与责任落实督察工作规定》要求，现将我县2023年度法治政府建设情况报告如下。\n",
    body=BODY.split("\n", 1)[1],
    **N,
)
case(
    "half-width",
    "石湾县人民政府关于2023年度法治政府建设情况的报告\n市政府:\n",
    body=BODY.translate(str.maketrans("，；：（）", ",;:()")),
    **N,
    addressee="市政府",
)


def squeezed(value: Any) -> Any:
    return "".join(value.split()).translate(str.maketrans(",;:()", "，；：（）")) if isinstance(value, str) else value


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_divided(name: str) -> None:
    top, foot, body, want = PAGES[name]
    text = top + body + foot
    report = parse(text)
    assert [(each.marker.style, each.marker.ordinal, each.depth) for each in report.walk()] == OUTLINE
    assert [squeezed(item.text) for item in report.problems] == ["一是宣传不够深入；", "二是执法力量不足。"]
    got: dict[str, Any] = {name: getattr(report.header, name, None) for name in want}
    if "sig" in want:
        got["sig"] = (report.signature.issuer, report.signature.date) if report.signature else None
    if "sig_date" in want:
        got["sig_date"] = report.signature.date if report.signature else None
    assert {key: squeezed(value) for key, value in got.items()} == {key: squeezed(value) for key, value in want.items()}
    paragraphs = "".join(each.text for section in report.walk() for each in section.body)
    assert not [word for word in JUNK if word in paragraphs]


@pytest.mark.parametrize(
    "top",
    [
        "",
        f"{T}\n",
        f"{T}\n来源：县司法局\n",
        f"{T}\n发布日期：2024-01-30\n",
        f"索引号：SW01/2024-1\n{T}\n",
        f"石政发〔2024〕6号\n{T}\n",
    ],
    ids=["nothing", "title", "source", "date", "index number", "document number"],
)
@pytest.mark.parametrize(
    "words", ["现将有关情况报告如下：", "现将工作情况汇报如下", "报告如下:", "2023年，我县推进各项工作，成效明显。"]
)
def test_the_line_before_the_outline_is_the_preamble(top: str, words: str) -> None:
    """A preamble is no label without a value, and no furniture."""
    report = parse(top + BODY.replace("现将有关情况报告如下：", words))
    assert [each.text for each in report.preamble] == [words]
    assert not any(word in words for word in report.header.other)


def test_the_last_paragraph_is_no_footer() -> None:
    """A footer run into the last line takes the footer away from it, not the paragraph."""
    words = "宣传不够，力量不足，能力有待提升，机制有待完善，保障有待加强，还需继续努力，不断改进工作作风。"
    text = f"现将情况报告如下：\n一、主要成效\n学习八次。\n二、存在问题\n{words}石湾县人民政府 2024年1月22日 主办单位：石湾县人民政府 网站标识码：123"
    report = parse(text)
    assert [each.text for each in report.sections[1].body] == [words]
    assert report.signature is not None
    assert (report.signature.issuer, report.signature.date) == S


@pytest.mark.parametrize(
    "marker", ["一、", "一 、", "（ 一 ）", "1）", "一要", "第1章 ", "第 一 章 ", "﹙一﹚", "第一，", "首先", "1.1 "]
)
def test_a_text_may_begin_with_its_first_marker(marker: str) -> None:
    """Nothing stands above the outline: its first line is no title and no navigation."""
    last = {"首先": "其次"}.get(
        marker, marker.replace("一", "二") if "一" in marker else marker[:-2] + marker[-2:].replace("1", "2")
    )
    if marker in ("1）", "第1章 "):
        last = marker.replace("1", "2")
    report = parse(f"{marker}栽种果园。看护灯塔。\n{last}修缮桥梁。清点陶器。\n")
    assert [each.marker.ordinal for each in report.sections] == [1, 2]
    headings = parse(f"{marker}栽种果园\n{last}修缮桥梁\n")
    assert [each.marker.ordinal for each in headings.sections] == [1, 2]


def test_a_line_is_read_from_one_end_only() -> None:
    """An addressee and a footer on one line: the segments still cover the text once."""
    for text in ("主办单位：⒈", "主办单位：一、", "x\n主办单位：甲", "市司法局：联系我们"):
        position = 0
        for segment in parse(text).segments():
            assert segment.span.start == position
            position = segment.span.end
        assert position == len(text)


def test_an_empty_label_leaves_no_evidence() -> None:
    report = parse("索引号：" * 200)
    assert set(report.header.evidence) <= set(type(report.header).model_fields)
