"""Texts and reports that the tests of the page share."""

from __future__ import annotations

from pathlib import Path

from lawreport_parser import Passage, Report, Role, Span, parse
from lawreport_parser.model import PassageBasis

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

#: Problems and plans in prose: inside the review, in a closing paragraph; a preamble.
IN_PROSE = (
    "石湾县水务局2024年法治政府建设情况报告\n2024年，石湾县水务局依法治水。\n一、主要成效\n"
    "（一）规范执法。巡河120次，办结案件6件。但巡河人手不足，夜间无人值守。整改漏点9处。\n（二）强化普法。宣讲8场。\n"
    "二、存在问题\n（一）经费紧张。\n"
    "各位同志，成绩来之不易。下一步，我局将充实巡河队伍。\n石湾县水务局\n2025年1月9日\n"
)
_ROLES: tuple[tuple[Role, PassageBasis, str], ...] = (
    ("other", "neighbours", "2024年，石湾县水务局依法治水。"),
    ("achievements", "heading", "一、主要成效\n（一）规范执法。巡河120次，办结案件6件。"),
    ("problems", "wording", "但巡河人手不足，夜间无人值守。"),
    ("achievements", "heading", "整改漏点9处。\n（二）强化普法。宣讲8场。"),
    ("problems", "heading", "二、存在问题\n（一）经费紧张。"),
    ("other", "neighbours", "各位同志，成绩来之不易。"),
    ("plans", "wording", "下一步，我局将充实巡河队伍。"),
)


def told(text: str, passages: tuple[tuple[Role, PassageBasis, str], ...]) -> Report:
    """Return the report of a text whose passages are these (role, basis, words), whatever it would be taken for."""
    made: list[Passage] = []
    for role, basis, words in passages:
        start = text.index(words, made[-1].span.end if made else 0)
        made.append(Passage(role=role, basis=basis, span=Span(start=start, end=start + len(words)), section_id=None))
    return parse(text).model_copy(update={"passages": made})


def in_prose() -> Report:
    """Return the report on `IN_PROSE`."""
    return told(IN_PROSE, _ROLES)
