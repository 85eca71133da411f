"""Web pages: three layouts of government sites, metadata, character sets, and pages that mean harm."""

from __future__ import annotations

import time
from html import escape

import pytest

from lawreport_parser.errors import MissingExtraError, ReadError
from lawreport_parser.readers.content import Extracted, Limits
from lawreport_parser.readers.html import decode_page, read_html

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
    '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/fw">办事服务</a></li>'
    '<li><a href="/hd">互动交流</a></li></ul></div><div class="position">当前位置：<a href="/">首页</a> &gt; '
    '<a href="/zw">政务公开</a> &gt; <a href="/fz">法治政府建设</a></div>'
)
SIDEBAR = (
    '<div class="sidebar"><h3>热点信息</h3><ul><li><a href="1">临江县召开一季度经济形势分析会议。</a></li>'
    '<li><a href="2">一、二季度财政收入公告</a></li></ul></div>'
)
TOOLS = '<div class="tools"><a href="javascript:window.print()">【打印本页】</a><a href="#">【关闭窗口】</a></div>'
FOOTER = (
    '<div class="footer"><p><a href="map">网站地图</a> | <a href="about">联系我们</a></p><p>主办：临江县人民政府办公室　'
    "承办：临江县大数据中心</p><p>冀ICP备05018304号-1　网站标识码：1311000001</p></div>"
)
SCRIPT = "<script>var s='<p>一、脚本里的标题</p>';</script><style>.x{content:'（一）样式'}</style>"
NOISE = ("办事服务", "热点信息", "财政收入公告", "打印本页", "ICP备", "脚本里的标题", "样式", "网站地图")


def head(charset: str = "utf-8") -> str:
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{TITLE}-法治政府建设-临江县人民政府</title>'
        f'<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2024-02-01 08:30">'
        f'<meta name="ContentSource" content="临江县人民政府办公室"><meta name="SiteName" content="临江县人民政府">{SCRIPT}</head><body>'
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
