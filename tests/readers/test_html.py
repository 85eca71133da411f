"""Web pages: three layouts of government sites, metadata, character sets, and pages that mean harm."""

from __future__ import annotations

import time
from contextlib import suppress
from html import escape

import pytest

from lawreport_parser import parse_bytes
from lawreport_parser.errors import MissingExtraError, ReadError
from lawreport_parser.readers.content import Extracted, Limits
from lawreport_parser.readers.html.page import decode_page, read_html

pytest.importorskip("lxml", reason="needs the extra 'html'")

TITLE = "临江县人民政府关于2023年度法治政府建设情况的报告"
METADATA = (
    ("索引号", "014246482/2024-00657"),
    ("主题分类", "公安、安全、司法"),
    ("发布机构", "临江县人民政府"),
    ("文号", "临政发〔2024〕3号"),
    ("成文日期", "2024-01-26"),
    ("发布日期", "2024-02-01"),
)
BODY = (
    "临江市人民政府：",
    "2023年，我县坚持以习近平法治思想为指导，扎实推进法治政府建设。现将有关情况报告如下：",
    "一、主要举措和成效",
    "（一）坚持党的领导",
    "一是压实责任。县政府常务会议学法9次，研究议题101个。二是强化督察，发现问题17个。",
    "二是健全机制。制定《临江县法治政府建设实施方案（2021—2025年）》，完成率达95.5%。",
    "（二）推进依法行政",
    "1.规范决策",
    "（1）严格合法性审查。审查规范性文件23件。",
    "①清理文件",
    "共清理文件41件，废止3件；修改5件。",
    "二、存在的问题和不足",
    "1．执法队伍力量不足；",
    "2．普法方式单一。",
    "三、党政主要负责人履行职责情况",
    "县长认真履行第一责任人职责，带头学法。",
    "四、下一年度工作安排",
    "（一）加强学习",
    "（二）严格执法。2024年，我县将开展专项检查。",
    "（三）是",
    "临江县人民政府",
    "2024年1月26日",
)

NAVIGATION = (
    '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li>'
    '<a href="/fw">办事服务</a></li><li><a href="/hd">互动交流</a></li></ul></div><div class="position">'
    '当前位置：<a href="/">首页</a> &gt; '
    '<a href="/zw">政务公开</a> &gt; <a href="/fz">法治政府建设</a></div>'
)
SIDEBAR = (
    '<div class="sidebar"><h3>热点信息</h3><ul><li><a href="1">临江县召开一季度经济形势分析会议。</a></li>'
    '<li><a href="2">一、二季度财政收入公告</a></li></ul></div>'
)
TOOLS = '<div class="tools"><a href="javascript:window.print()">【打印本页】</a><a href="#">【关闭窗口】</a></div>'
FOOTER = (
    '<div class="footer"><p><a href="map">网站地图</a> | <a href="about">联系我们</a></p><p>'
    "主办：临江县人民政府办公室　承办：临江县大数据中心</p><p>冀ICP备05018304号-1　网站标识码：1311000001</p></div>"
)
SCRIPT = "<script>var s='<p>一、脚本里的标题</p>';</script><style>.x{content:'（一）样式'}</style>"
NOISE = ("办事服务", "热点信息", "财政收入公告", "打印本页", "ICP备", "脚本里的标题", "样式", "网站地图")


def head(charset: str = "utf-8") -> str:
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{TITLE}-法治政府建设-临江县人民政府</title>'
        f'<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2024-02-01 08:30">'
        f'<meta name="ContentSource" content="临江县人民政府办公室">'
        f'<meta name="SiteName" content="临江县人民政府">{SCRIPT}</head><body>'
    )


def page_of_paragraphs(charset: str = "utf-8") -> str:
    """A page of `<p>`, as current systems make them, with spans of fonts inside."""
    lines = []
    for number, line in enumerate(BODY):
        text = escape(line)
        if number % 3 == 0:
            text = f'<span style="font-size:16pt">{text[:2]}</span><span style="font-family:仿宋">{text[2:]}</span>'
        elif number % 3 == 1:
            text = f"<strong>{text[:1]}</strong><font>{text[1:]}</font>"
        lines.append(f'<p style="text-indent: 2em;">{text}</p>')
    cells = "".join(f"<li><b>{label}：</b><span>{value}</span></li>" for label, value in METADATA)
    return (
        head(charset)
        + NAVIGATION
        + f'<div class="main"><ul class="xxgk-info">{cells}</ul><h1 class="title">{TITLE}</h1>'
        + '<div class="info">来源：临江县人民政府　发布时间：2024-02-01　字体：[<a>大</a> <a>中</a> <a>小</a>]</div>'
        + f'<div class="TRS_Editor">{"".join(lines)}</div>{TOOLS}</div>{SIDEBAR}{FOOTER}</body></html>'
    )


def page_of_breaks(charset: str = "utf-8") -> str:
    """A page of `<div>` and `<br>` with leading full-width and no-break spaces, as older systems make them."""
    half = len(BODY) // 2
    first = "<br/>\r\n".join("　　" + escape(line) for line in BODY[:half])
    second = "".join(f"<div>&nbsp;&nbsp;&nbsp;&nbsp;{escape(line)}</div>" for line in BODY[half:])
    cells = " ".join(f"<span>{label}：{value}</span>" for label, value in METADATA)
    return (
        head(charset)
        + NAVIGATION
        + f'<div id="content"><div class="bt">{TITLE}</div><div class="sub">{cells}</div>'
        + f'<div id="zoom">{first}<br><br>{second}</div></div>{TOOLS}{SIDEBAR}{FOOTER}</body></html>'
    )


def page_of_tables(charset: str = "utf-8") -> str:
    """A page laid out with tables, the metadata in one of its own."""
    rows = "".join(
        f"<tr><td><b>{METADATA[i][0]}：</b></td><td>{METADATA[i][1]}</td>"
        f"<td><b>{METADATA[i + 1][0]}：</b></td><td>{METADATA[i + 1][1]}</td></tr>"
        for i in range(0, len(METADATA), 2)
    )
    lines = "".join(f"<P class=MsoNormal><FONT face=仿宋>　　{escape(line)}</FONT></P>" for line in BODY)
    return (
        head(charset)
        + f"<table width=1000><tr><td>{NAVIGATION}</td></tr><tr><td width=200>{SIDEBAR}</td><td>"
        + f"<table border=1>{rows}<tr><td>名称：</td><td colspan=3>{TITLE}</td></tr></table>"
        + f"<table><tr><td align=center><b>{TITLE}</b></td></tr><tr><td class=content>{lines}</td></tr></table>"
        + f"{TOOLS}</td></tr><tr><td colspan=2>{FOOTER}</td></tr></table></body></html>"
    )


LAYOUTS = {"paragraphs": page_of_paragraphs, "breaks": page_of_breaks, "tables": page_of_tables}


def read(page: str, **options: object) -> Extracted:
    return read_html(page.encode(), **options)  # type: ignore[arg-type]


def text_of(body: str) -> str:
    return read(f"<html><body>{body}</body></html>").text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_line_of_the_report_is_a_line_of_the_text(layout: str):
    found = read(LAYOUTS[layout]())
    lines = [line.strip("\u3000\xa0 ") for line in found.text.split("\n")]
    start = lines.index(BODY[0])
    assert lines[start : start + len(BODY)] == list(BODY)
    assert TITLE in lines
    assert not [code for code, _ in found.notes]
    for label, value in METADATA:
        assert f"{label}：{value}" in found.text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_navigation_scripts_and_footers_are_gone(layout: str):
    text = read(LAYOUTS[layout]()).text
    assert [word for word in NOISE if word in text] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layouts_agree_on_the_head_of_the_page(layout: str):
    assert read(LAYOUTS[layout]()).metadata == {
        "标题": TITLE,
        "发布日期": "2024-02-01 08:30",
        "来源": "临江县人民政府办公室",
        "网站名称": "临江县人民政府",
        "网页标题": f"{TITLE}-法治政府建设-临江县人民政府",
    }


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("declared", "stored", "read_as"),
    [
        ("gb2312", "gb18030", "gb18030"),
        ("GBK", "gbk", "gb18030"),
        ("utf-8", "utf-8", "utf-8"),
        ("gb2312", "utf-8", "utf-8"),
        ("utf-8", "gb18030", "gb18030"),
        ("gb2312", "utf-8-sig", "utf-8"),
        ("utf-8", "utf-16", "utf-16-le"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_is_stored_in(layout: str, declared: str, stored: str, read_as: str):
    page = LAYOUTS[layout](declared)
    found = read_html(page.encode(stored))
    assert found.encoding == read_as
    assert not found.notes
    assert found.text == read(page).text


def test_a_declared_charset_decides_where_bytes_fit_several():
    page = "<meta http-equiv='Content-Type' content='text/html; charset=big5'><p>法治政府建設年度報告，依法行政</p>"
    assert decode_page(page.encode("big5")).text == page
    assert read_html(page.encode("big5")).encoding == "big5hkscs"


@pytest.mark.parametrize("stored", ["gb18030", "utf-8"])
@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "us-ascii", "koi8-r"])
def test_a_charset_of_single_bytes_counts_only_where_the_bytes_are_not_chinese(declared: str, stored: str):
    page = f"<meta charset={declared}><p>法治政府建设年度报告，依法行政</p>"
    found = read_html(page.encode(stored))
    assert (found.text, found.encoding, found.notes) == ("法治政府建设年度报告，依法行政", stored, [])
    assert read_html("<meta charset=windows-1252><p>Café, déjà vu – là</p>".encode("cp1252")).encoding == "cp1252"


def test_control_characters_make_a_declared_charset_doubtful():
    found = read_html(b"<meta charset=iso-8859-1><p>" + b"\x81 \xe9\xff is written here " * 20)
    assert [code for code, _ in found.notes] == ["doubtful-encoding"]


def test_an_unknown_or_wrong_declared_charset_is_passed_over():
    for charset in ("x-unknown", "utf-16", "ascii"):
        page = f"<meta charset={charset}><p>法治政府建设年度报告，依法行政</p>"
        assert read_html(page.encode("gb18030")).text == "法治政府建设年度报告，依法行政"


def test_tags_inside_a_line_do_not_break_it():
    assert text_of("<p><span>（</span><span>一）</span><font><b>加强</b></font>学习</p>") == "（一）加强学习"
    assert text_of("<p><span>（</span>\n  <span>一）</span>加强\r\n学习</p>") == "（一）加强学习"
    assert text_of("<p>annual\nreport on\n法治</p>") == "annual report on 法治"


def test_white_space_is_joined_but_full_width_and_no_break_spaces_stay():
    assert text_of("<p>  　　一、\xa0 主要   做法 </p>") == "　　一、\xa0 主要 做法"
    assert text_of("<p>&nbsp;&emsp;&#12288;一、</p>") == "\xa0\u2003　一、"


def test_blocks_and_breaks_end_lines():
    assert text_of("甲<br>乙<br/><br>丙<div>丁<p>戊</div>己<hr>庚<h2>辛</h2>壬") == "甲\n乙\n丙\n丁\n戊\n己\n庚\n辛\n壬"
    assert text_of("<span style='display: block'>一、甲</span><span>乙</span>") == "一、甲\n乙"
    assert text_of("<pre>一、甲\n  乙</pre><p style='white-space:pre-wrap'>丙\n丁</p>") == "一、甲\n  乙\n丙\n丁"


def test_hidden_elements_are_left_out():
    assert (
        text_of("<p>甲<span style='DISPLAY : none'>乙</span>丙</p><p hidden>丁</p><p style='visibility:hidden'>戊")
        == "甲丙"
    )


def test_a_report_in_a_hidden_element_is_not_lost():
    body = "".join(f"<p>{line}</p>" for line in BODY)
    found = read(f"<body><p>请打开详情。</p><div style='display:none'>{body}</div></body>")
    assert found.text.split("\n") == ["请打开详情。", *BODY]
    assert [code for code, _ in found.notes] == ["extraction-fallback"]


@pytest.mark.parametrize(
    ("sheet", "element"),
    [
        ("<style>.tab{display:none}</style>", "class=tab style='display: block'"),
        ("<style>.tab{display:none}</style>", "class=tab style='visibility:visible'"),
        ("<style>.tab{display:none} .tab.on{display:block}</style>", "class='tab on'"),
        ("<style>.tab.on{display:block}</style><style>.tab{display:none}</style>", "class='on wide tab'"),
        ("<style>.tab{display:none}</style><style>.tab{display:flex}</style>", "class=tab"),
        ("<style>.tab{display:none}@media (min-width:600px){.tab{display:block}}</style>", "class=tab"),
        ("<style media=print>.tab{display:none}</style>", "class=tab"),
        ("<style>@media print{.tab{display:none}}</style>", "class=tab"),
        ("<style>div .tab, .tab:hover, .tab .menu{display:none}</style>", "class=tab"),
        ("", "hidden style='display:block'"),
        ("", "class='hidden hide none'"),
    ],
)
def test_what_the_page_shows_in_spite_of_a_rule_stays(sheet: str, element: str):
    found = read(f"<head>{sheet}<body><div {element}><p>文号：甲政〔2024〕3号</p></div><p>一、甲</p><p>乙好。</p>")
    assert (found.text, found.notes) == ("文号：甲政〔2024〕3号\n一、甲\n乙好。", [])


@pytest.mark.parametrize(
    ("sheet", "element"),
    [
        ("<style>.tab{display:none} .tab.on{display:block}</style>", "class=tab"),
        ("<style media='screen, print'>@charset 'utf-8';.tab{display:none}</style>", "class=tab"),
        ("<style>.tab{display:none}@media (max-width:600px){.tab{display:block}}</style>", "class=tab"),
        ("<style>.tab{display:none}@media print{.tab{display:block}}</style>", "class=tab"),
        ("<style>.tab{display:block}#t{display:none}</style>", "class=tab id=t"),
    ],
)
def test_what_a_rule_hides_on_wide_screens_is_left_out(sheet: str, element: str):
    found = read(f"<head>{sheet}<body><div {element}><p>请登录后查看。</p></div><p>一、甲</p><p>乙好。</p>")
    assert (found.text, found.notes) == ("一、甲\n乙好。", [])


def test_a_hidden_copy_of_the_report_is_left_out():
    body = "".join(f"<p>{line}</p>" for line in BODY)
    found = read(f"<body>{body}<div style='display:none'>{body}</div></body>")
    assert (found.text.split("\n"), found.notes) == (list(BODY), [])


@pytest.mark.parametrize("name", ["footer", "ft", "article-foot", "copyright"])
def test_a_signature_below_the_text_stays_whatever_its_element_is_called(name: str):
    signed = "<p>青川市石湾区司法局</p><p>2024年1月5日</p>"
    site = "<p>青川市人民政府</p><p>主办：青川市人民政府办公室</p>"
    body = f"<p>一、甲</p><p>乙的工作完成得很好，群众满意。</p><div class={name}>{{}}</div>"
    assert text_of(body.format(signed + site)).split("\n")[2:] == ["青川市石湾区司法局", "2024年1月5日"]
    assert text_of(body.format(site)).split("\n")[2:] == []


def test_cells_of_a_row_stand_on_one_line():
    rows = "<tr><td>索 引 号</td><td>123</td><td>文号:</td><td></td><td>发布日期：</td><td>2024-01-02</td></tr>"
    assert text_of(f"<table>{rows}</table>") == "索 引 号: 123 文号: 发布日期：2024-01-02"
    assert text_of("<table><tr><th>事项<th>件数<tr><td>复议<td>12</table>") == "事项\t件数\n复议\t12"


def test_cells_that_lay_out_text_give_their_lines():
    row = "<tr><td>&nbsp;</td><td><p>一、甲</p><p>正文</p></td><td>侧</td></tr>"
    assert text_of(f"<table>{row}</table>").split("\n") == ["一、甲", "正文", "侧"]


def test_numbers_a_browser_sets_before_items_are_in_the_text():
    assert text_of("<ol><li>甲<li><p>乙</p><p>丙</p></ol>") == "1. 甲\n2. 乙\n丙"
    assert text_of("<ol start=3 type=a><li>甲<li value=9>乙</ol>") == "c. 甲\ni. 乙"
    assert text_of("<ol style='list-style-type:cjk-ideographic' start=10><li>甲<li>乙</ol>") == "十、甲\n十一、乙"
    assert text_of("<ol><li>（一）甲<li>（二）乙</ol><ul><li>丙</ul>") == "（一）甲\n（二）乙\n丙"
    assert text_of("<ol style='list-style: none'><li>甲</ol>") == "甲"


@pytest.mark.parametrize(
    ("style", "number", "written"),
    [
        ("lower-roman", 4, "iv. "),
        ("upper-roman", 4000, "4000. "),
        ("decimal-leading-zero", 3, "03. "),
        ("LOWER-ALPHA", 28, "ab. "),
        ("cjk-ideographic", 110, "一百一十、"),
        ("simp-chinese-informal", 101, "一百零一、"),
        ("simp-chinese-formal", 10, "壹拾、"),
        ("cjk-decimal", 10, "一〇、"),
        ("cjk-heavenly-stem", 11, "11、"),
        ("inside upper-latin", 2, "B. "),
        ("square", 2, ""),
        ("nonsense", 2, "2. "),
    ],
)
def test_the_styles_of_such_numbers(style: str, number: int, written: str):
    assert text_of(f"<ol style='list-style: {style}' start={number}><li>甲</ol>") == written + "甲"


@pytest.mark.parametrize(("kind", "written"), [("i", "iv. "), ("I", "IV. "), ("A", "D. "), ("1", "4. ")])
def test_the_types_of_such_numbers(kind: str, written: str):
    assert text_of(f"<ol type={kind} start=4><li>甲</ol>") == written + "甲"


@pytest.mark.parametrize(
    "link",
    [
        "<a>{}</a>",
        "<a name=b>{}</a>",
        "<a href='#1'>{}</a>",
        "<a href=' JavaScript:;'>{}</a>",
        "<a href='x.html'>{}</a>",
    ],
)
def test_headings_in_links_and_anchors_stay(link: str):
    lines = ["一、主要举措", "学法八次。", "二、问题", "（一）人少。"]
    shown = [lines[0], lines[1], link.format(lines[2]), lines[3]]
    found = read("".join(f"<div>{line}</div>" for line in shown))
    assert (found.text.split("\n"), found.notes) == (lines, [])


@pytest.mark.parametrize("link", ["<a name=top>", "<a href='#'>", "<a href='javascript:;'>"])
def test_an_anchor_around_the_page_is_no_link(link: str):
    lines = ["青川市年报", "一、主要举措", "学法八次。", "二、问题", "人少。"]
    found = read(link + "".join(f"<div>{line}</div>" for line in lines))
    assert (found.text.split("\n"), found.notes) == (lines, [])


def test_a_link_that_is_not_closed_loses_nothing():
    found = read(
        "<html><body><a href='/'><div>青川市年报</div><div>一、主要举措</div><div>学法八次。</div></body></html>"
    )
    assert found.text.split("\n") == ["青川市年报", "一、主要举措", "学法八次。"]
    assert [code for code, _ in found.notes] == ["extraction-fallback"]


@pytest.mark.parametrize(
    "holder",
    [
        "<textarea style='display:none'>%s</textarea>",
        "<script type='text/html'>%s</script>",
        "<template>%s</template>",
        "<noscript><style>p{}</style>%s</noscript>",
        "<object>%s</object>",
        "<select>%s</select>",
    ],
)
@pytest.mark.parametrize("escaped", [False, True])
def test_a_report_where_browsers_do_not_show_it_is_not_lost(holder: str, escaped: bool):
    body = "".join(f"<p>{escape(line)}</p>" for line in BODY)
    found = read(f"<h1>年报</h1>{holder % (escape(body) if escaped else body)}<p>版权所有</p>")
    assert found.text.split("\n") == ["年报", *BODY]
    assert [code for code, _ in found.notes] == ["extraction-fallback"]
    assert "textarea" in found.notes[0][1]


def test_what_a_page_with_a_report_holds_beside_is_left_out():
    page = "<p>一、甲</p><noscript><p>二、请启用脚本</p></noscript><script type='text/html'><p>三、乙</p></script>"
    assert (read(page).text, read(page).notes) == ("一、甲", [])


@pytest.mark.parametrize("written", ["法", "\\u6cd5"])
def test_text_in_scripts_is_spoken_of(written: str):
    found = read(f"<p>正在加载</p><script>var a = '{written * 1200}'</script>")
    assert found.text == "正在加载"
    assert found.notes[-1][0] == "doubtful-text"
    assert "1,200 Chinese characters" in found.notes[-1][1]


def test_links_in_paragraphs_and_prose_in_named_regions_stay():
    assert "附件：名单" in text_of("<p>一、甲</p><p><a href=1>附件：名单.docx</a></p>")
    assert text_of("<div class='header'><p>2023年，我县坚持依法行政，推进法治政府建设。</p></div>").startswith("2023年")
    assert text_of("<form><div id='footer'><p>四、下一步打算</p></div></form>") == "四、下一步打算"


def test_words_of_navigation_in_the_report_stay():
    lines = [
        "一、主要举措",
        "加大执法力度",
        "打印店专项整治",
        "电话：12345热线",
        "二、存在问题",
        "（联系人：张三，电话：1）",
    ]
    assert text_of("".join(f"<div>{line}</div>" for line in lines)).split("\n") == lines


def test_words_of_navigation_around_the_report_go():
    before = ["您现在的位置：首页 > 公开", "字号：大 中 小", "【打印】 【关闭】", "浏览次数：12", "返回列表"]
    after = [
        "上一篇：2022年报告",
        "打印本页",
        "主办：某局　承办：某中心",
        "友情链接",
        "Copyright © 2024",
        "最佳浏览效果，建议使用IE",
    ]
    page = "".join(
        f"<div>{line}</div>" for line in (*before, "一、主要举措", "【打印】 【关闭】", "二、存在问题", *after)
    )
    assert text_of(page).split("\n") == ["一、主要举措", "二、存在问题"]


def test_bare_fragments_and_plain_text_are_read():
    assert read("一、甲<br>二、乙").text == "一、甲\n二、乙"
    assert read("一、甲").text == "一、甲"


def test_what_a_lenient_reader_must_bear():
    assert text_of("<p>一、1<2，3>2 且 a & b &amp; &lt;c&gt; &unknown;</p>") == "一、1<2，3>2 且 a & b & <c> &unknown;"
    assert text_of("<p title='a>b' onclick=\"if(a>b){x('<p>')}\">一、甲</p></div></span>乙") == "一、甲\n乙"
    assert text_of("<p>一、\x00甲</p>") == "一、甲"
    assert text_of("<p>甲<![if !supportLists]>一、<![endif]><!-- （二） --><o:p>乙</o:p></p>") == "甲一、乙"
    assert read("<?xml version='1.0' encoding='gbk'?><html><p>一、甲</p></html>").text == "一、甲"


@pytest.mark.parametrize("tag", ["div", "span", "font", "table", "ul><li", "b", "p", "blockquote"])
def test_depth_is_bounded(tag: str):
    count = 100_000
    page = f"<html><body><{tag}>" + f"<{tag}>" * count + "<p>一、深处的标题</p>" + "</x>" * count + "<p>二、尾</p>"
    started = time.process_time()
    found = read(page)
    assert time.process_time() - started < 10
    assert found.text.split("\n")[-2:] == ["一、深处的标题", "二、尾"]
    if tag != "p":
        assert [code for code, _ in found.notes] == ["extraction-fallback"]
        assert "max_depth" in found.notes[0][1]


HOSTILE = {
    "open": "<" * 200_000,
    "tags without end": "<a " * 100_000,
    "quotes": '<a "<a" ' * 50_000,
    "single quotes": "<p a='" * 50_000,
    "mixed quotes": "<p a='\"" * 50_000,
    "comments": "<!-- " * 100_000,
    "scripts": "<script " * 50_000,
    "text areas": "<textarea>" * 50_000,
    "scripts of a type": "<script type=text/html>" * 50_000,
    "ends": "<textarea>" + "</textarea " * 50_000,
    "open scripts": "<script>" * 50_000,
    "entities": "&" * 200_000,
    "attributes": "<p " + " ".join(f"a{number}=1" for number in range(50_000)) + ">",
    "labels": "<table><tr>" + "<td>索引号：" * 20_000,
    "rows": "<table>" + "<tr><td>甲<td>乙" * 10_000,
    "tables": "<table><tr><td>甲" * 600,
    "spaces": " \n" * 100_000 + "甲",
    "buttons": "<p>一、甲</p>" + "<p>" + "大\u3000 \u3000" * 20 + "甲</p><p>二、乙</p>",
    "digits": "1" * 200_000,
    "lists": "<ol><li>" * 500,
    "raised": "<sup>1</sup>件" * 30_000,
    "raised in raised": "<sup>" * 1_500 + "1" * 100_000 + "</sup>" * 1_500,
    "marks in figures": "<p>" + "1<sup>2</sup>件" * 20_000,
    "marks of notes": "<p>①3件" * 20_000,
    "cells of two lines": "<table>" + "<tr><td>甲<br>乙<td>丙<br>丁" * 10_000,
    "terms": "<dl>" + "<dt>文号：<dd>甲" * 20_000,
    "style sheets": "<style>" + ".a{display:none" * 30_000 + "</style>",
    "rules": "<style>" + ".a,#b{display:none}" * 30_000 + "</style>" + "<p class='a b c'>甲</p>" * 5_000,
    "rules of two names": "<style>.a{display:none}"
    + "".join(f".a.b{number}{{display:block}}" for number in range(20_000))
    + "</style>"
    + "<p class='a c'>甲</p>" * 20_000,
    "open rules": "<style>" + ".a{" * 100_000 + "}" * 100_000 + "</style>",
    "styles": f"<p style='{'position:relative;display: ' * 20_000}'>甲",
    "hidden": "<p hidden>二、甲的工作完成情况很好。</p>" * 20_000,
    "copies": "<p>一、甲的工作完成情况很好，乙也好。</p>" * 20_000,
    "footers": "<p>主办：甲</p><p>甲的工作完成情况很好，是不是啊？</p>" * 10_000,
    "visitors": "<p>" + "您访问的分辨率浏览扫一扫" * 10 + "</p><p>" + "未经" * 50_000,
}


@pytest.mark.parametrize("case", HOSTILE)
def test_time_stays_linear(case: str):
    started = time.process_time()
    with suppress(ReadError):
        read("<html><body>" + HOSTILE[case] + "<p>一、甲</p>")
    assert time.process_time() - started < 8


def test_limits_and_empty_pages():
    with pytest.raises(ReadError, match=r"a\.html: empty, there is no text"):
        read_html(b"", name="a.html")
    with pytest.raises(ReadError, match="no text"):
        read("<html><head><title>x</title></head><body><script>document.write('一、')</script></body></html>")
    with pytest.raises(ReadError, match="max_characters"):
        read("<p>" + "甲" * 100, limits=Limits(max_characters=50))
    with pytest.raises(ReadError, match="max_bytes"):
        read("<p>甲", limits=Limits(max_bytes=5))
    with pytest.raises(ReadError, match="unknown encoding"):
        read("<p>甲", encoding="nonsense")


def test_what_starts_a_marker_is_for_the_caller_to_say():
    hidden = "<div style='display:none'>※条目</div><p>甲</p>"
    assert text_of(hidden) == "甲"
    assert read(hidden, starts_marker=lambda line: line.startswith("※")).text == "※条目\n甲"


def test_a_missing_package_names_its_extra(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(__import__("sys").modules, "lxml.etree", None)
    with pytest.raises(MissingExtraError, match=r"lawreport-parser\[html\]"):
        read("<p>甲")


@pytest.mark.parametrize("number", ["--5", "-", "５", "1.5", "9" * 12, ""])
def test_a_list_number_that_is_none_counts_from_one(number: str) -> None:
    for page in (
        f'<p>一、成效</p><ol start="{number}"><li>甲</ol>',
        f'<p>一、成效</p><ol><li value="{number}">甲</ol>',
    ):
        assert parse_bytes(f"<html><body>{page}".encode(), format="html").text == "一、成效\n1. 甲"


@pytest.mark.parametrize("charset", ["idna", "punycode", "undefined", "unicode_escape", "rot13", "zlib", "mbcs"])
def test_a_charset_that_is_none_is_passed_over(charset: str) -> None:
    page = f"<html><meta charset={charset}><body><p>a page in plain letters</p>"
    assert parse_bytes(page.encode()).text == "a page in plain letters"
