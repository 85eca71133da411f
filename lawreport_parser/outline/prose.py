"""Prose that speaks for the whole report: 一年来…，但也存在…；2024年，我们将…

It stands after the last numbered part, often on the same line, and may lead in a fresh series.
"""

from __future__ import annotations

import re
from typing import Final

from lawreport_parser.lexicon import DEFAULT_LEXICON

__all__ = ["LOOKS_AHEAD", "NAMES_PROBLEMS", "SENTENCE", "whole_report_prose"]

#: A sentence with its end mark and the quotes or brackets that close behind it.
SENTENCE: Final = re.compile(r"[^。！？\n\r\x0b\x0c\x85\u2028\u2029]+[。！？]?[”’」』）)]*")
#: 取得了新进展，但也存在一些薄弱环节
NAMES_PROBLEMS: Final = re.compile(
    r"(?:但|然而|不过|仍|依然|还|也)[^。]{0,40}?(?:存在|面临|有)[^。]{0,30}?"
    r"(?:问题|不足|差距|短板|薄弱|困难|弱项|挑战)|存在[^。]{0,12}(?:问题|不足|差距|短板|薄弱环节|困难)"
)
#: 2018年，我市将继续… · 下一步，我局将…
LOOKS_AHEAD: Final = re.compile(
    r"^[\s\u3000]*(?:下一?步|今后|明年|来年|新的一年|下一?年|展望|(?:19|20)\d\d年)[^。]{0,300}?(?:将|要|继续|力争|计划|着力|全力)"
)
_LOOKS_BACK: Final = re.compile(
    r"^[\s\u3000]*(?:一年来|过去(?:的)?一年|总的来[看说]|总体上?[来]?看|回顾|综上|在(?:看到|肯定|取得|总结)[^，。]{0,8}(?:成绩|成效|成果)"
    r"|(?:虽然|尽管)[^。]{0,30}(?:成绩|成效|进展|成果)"
    r"|(?:(?:19|20)\d\d年(?:度|以来)?|今年以?来?|全年)[，,][^。]{0,60}(?:取得|进展|成效|进步|提升))"
)
_CLOSING_FORMULA: Final = re.compile(r"^[\s\u3000]*(?:特此(?:报告|函|汇报)|专此(?:报告|函)|以上(?:报告|汇报)|各位代表)")
#: How much of a part's first line is read for its role.
_HEAD: Final = 40


def whole_report_prose(text: str, start: int, end: int, part_start: int, *, closing: bool = False) -> int | None:
    """Return where, in the text `start:end` behind the last marker, prose for the whole report begins.

    `part_start` is the end of the marker of the outermost part this text stands in: a part that is itself
    about problems or plans keeps its text. With `closing`, no fresh series follows: then a sentence that
    looks ahead counts only behind one that looks back, or at the start of a line. `None`: there is none.
    """
    head = text[part_start : part_start + _HEAD].splitlines()
    roles = DEFAULT_LEXICON.roles_of(re.split("[。；：]", head[0])[0]) if head else []
    in_statutory_part = "problems" in roles or "plans" in roles
    first = True
    for sentence in SENTENCE.finditer(text, start, end):
        words = sentence.group()
        if not words.strip():
            continue
        at = sentence.start() + len(words) - len(words.lstrip())
        own_line = first is False and text[sentence.start() - 1] in "\n\r"
        if own_line and closing and _CLOSING_FORMULA.match(words):
            return at
        if not first and not in_statutory_part:
            if _LOOKS_BACK.match(words) and (not closing or NAMES_PROBLEMS.search(words)):
                return at
            if LOOKS_AHEAD.match(words) and (own_line or not closing):
                return at
        first = False
    return None
