"""Texts and reports that the tests of the page share."""

from __future__ import annotations

from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"

#: What would run, load, or break out, if any word of a document were taken for HTML, JSON or script.
HOSTILE = (
    "标题: </title><script>window.pwned = 1</script><img src=x onerror='window.pwned = 2'>的报告\n"
    '发布机构: "><svg onload=window.pwned=3>县人民政府\n'
    "一、</script><script>window.pwned = 4</script>成效\n"
    '（一）<img src="http://192.0.2.1/x.png" onerror="window.pwned = 5">。正文<!--<script>\n'
    "（二）javascript:window.pwned=6 ${window.pwned=7} {{constructor}} \\u003c &lt;b&gt; &amp; ' \" `。完成3件。\n"
    "二、存在问题\n"
    "一是\x00空\x07铃\x1b[31m红\x7f；二是\u202e反向\u2066隔离\u200b零宽\ufeff；三是\ud800孤立\udfff代理\U0001f600\U00020000。\n"
    "《<b onmouseover=window.pwned=8>条例》\u2028行\u2029段\u0085下\x0b\x0c。]]></script>-->\n"
)
