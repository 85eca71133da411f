"""Everything in a text that looks like a marker, with the evidence of its place.

Nothing is decided here but what one place can tell: the style, the ordinal, and how good a place for a
marker it stands in. `series.py` decides, by the series.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, Literal

from lawreport_parser.blanks import BLANK_CHARACTERS, LINE_ENDS
from lawreport_parser.grammars import Terminals
from lawreport_parser.han import is_han
from lawreport_parser.numbers.numerals import parse_ordinal
from lawreport_parser.outline.styles import ALTERNATION, HIDING, STYLES, WORD_ORDINALS, Style
from lawreport_parser.page import Piece

__all__ = [
    "CLAUSE",
    "LINE",
    "MISREAD",
    "NO_DOUBT",
    "SENTENCE",
    "SOUND",
    "WEAK",
    "Candidate",
    "CandidateScanner",
    "Doubt",
]

# How good a place is, from worst to best: after a word, after a comma or a closing quote, after the end of
# a sentence, at the start of a line.
WEAK: Final = 0
CLAUSE: Final = 1
SENTENCE: Final = 2
LINE: Final = 3

#: What speaks against a candidate: the words around it count (一、二季度), digits may be a figure (1.2000元), words run
#: on that the page broke (第七条规定的), what stands there is no marker as it is (第—条, see `misread.py`).
Doubt = Literal["", "word", "figure", "sentence", "misread"]
NO_DOUBT: Final[Doubt] = ""
MISREAD: Final[Doubt] = "misread"
#: What does not keep a candidate from bearing out its neighbours: a misread one is there only where its series is.
SOUND: Final = frozenset((NO_DOUBT, MISREAD))

_SENTENCE_ENDS: Final = frozenset("。！？；：!?;:…｡=＝")
_CLOSERS: Final = frozenset("”’」』）)》】")
_CLAUSE_ENDS: Final = frozenset("，,、”’」』）)》】.—-–\"'")
_GAPS: Final = frozenset(BLANK_CHARACTERS) - frozenset(LINE_ENDS)
#: What may stand between a marker and the words before it: gaps, and Markdown's emphasis, headings and escapes.
_SKIPPED: Final = _GAPS | frozenset("*_#\\")
_HIDING: Final = frozenset(HIDING)
#: A numeral at once behind 一、 speaks for 一、二季度; a unit behind 1. or 1、 for a figure.
_NUMERALS: Final = frozenset("一二三四五六七八九十两0123456789０１２３４５６７８９")
#: What closes a remark, and a remark that says who or what: （责任单位：县教育局）
_REMARK_ENDS: Final = frozenset("）)〕］]")
#: So many characters before an article are looked at for words that cite it.
_CITING: Final = 6
#: A number within a line and its first decimal stand no farther apart.
_NAME: Final = 45
_DOTS: Final = frozenset(".．﹒")
_OUTLINE: Final = Terminals("outline")


class Candidate:
    """What looks like a marker; nothing in it changes.

    `number` is its place among the candidates of the text, `line` that of its line among the lines. `type` is its
    terminal in `grammar/markers.lark`; `suffix` the number behind 之 (第二条之一). `family` tells which candidates can
    continue one another: that of the style, and of a decimal marker with the components before the last (decimal 1.2
    of 1.2.3). `ordinal` is 0 where there is none (a bare 是). `before` is the mark or letter in front of it on its
    line, `doubt` what speaks against it, if anything does.
    """

    # A class with slots: all that decide read these thousands of times, and a named tuple takes twice as long.
    __slots__ = (
        "before",
        "doubt",
        "end",
        "family",
        "line",
        "number",
        "ordinal",
        "place",
        "start",
        "style",
        "suffix",
        "type",
    )

    def __init__(
        self,
        number: int,
        line: int,
        type: str,  # noqa: A002 - as the attribute
        style: Style,
        family: str,
        start: int,
        end: int,
        ordinal: int,
        suffix: int | None,
        place: int,
        before: str,
        doubt: Doubt,
    ) -> None:
        self.number: Final = number
        self.line: Final = line
        self.type: Final = type
        self.style: Final = style
        self.family: Final = family
        self.start: Final = start
        self.end: Final = end
        self.ordinal: Final = ordinal
        self.suffix: Final = suffix
        self.place: Final = place
        self.before: Final = before
        self.doubt: Final = doubt

    def numbered(self, number: int) -> Candidate:
        """Return this candidate under another number."""
        return self._copy(number, self.start, self.end, self.doubt)

    def moved(self, start: int, end: int, doubt: Doubt | None = None) -> Candidate:
        """Return this candidate at another place, and with a `doubt` where one is given."""
        return self._copy(self.number, start, end, self.doubt if doubt is None else doubt)

    def _copy(self, number: int, start: int, end: int, doubt: Doubt) -> Candidate:
        return Candidate(
            number,
            self.line,
            self.type,
            self.style,
            self.family,
            start,
            end,
            self.ordinal,
            self.suffix,
            self.place,
            self.before,
            doubt,
        )


class CandidateScanner:
    """Finds the candidates of a text with the patterns of the grammar's own terminals."""

    def __init__(self, patterns: dict[str, str], order: Sequence[str] = ALTERNATION) -> None:
        self._pattern = re.compile("|".join(f"(?P<{name}>{patterns[name]})" for name in order))
        self._first = _OUTLINE.MARKER_SIEVE

    def may_stand_at(self, text: str, place: int) -> bool:
        """Say whether a candidate may begin at a place of a text: a sieve, which loses nothing."""
        return self._first.match(text, place) is not None

    def scan(self, text: str, lines: Sequence[Piece]) -> list[Candidate]:
        """Return the candidates of a text from left to right.

        A candidate may end in the next line: pages tear （一） apart.
        """
        match, first_in = self._pattern.match, self._first.finditer
        candidates: list[Candidate] = []
        position = 0
        passed = (0, 0)
        end = lines[-1].end if lines else 0
        for index, line in enumerate(lines):
            if line.type != "LINE":
                continue
            for first in first_in(text, line.start, line.end):
                span = at, after = first.span()
                if at < position:
                    continue
                if after > at + 1:
                    passed = span
                    continue
                found = match(text, at, end)
                if found is None:
                    continue
                kind = found.lastgroup
                assert kind is not None
                position = found.end()
                if kind in _HIDING:
                    passed = at, position
                    continue
                where = len(candidates), index
                if kind == "DECIMAL":
                    candidates.extend(
                        self._bare_number(
                            text, at, position, where, line.start, candidates[-1].end if candidates else 0
                        )
                    )
                    where = len(candidates), index
                candidate = self._judge(text, kind, at, position, where, line.start, max(position, line.end), passed)
                if candidate is not None:
                    candidates.append(candidate)
                    if kind == "DECIMAL" and candidate.place == LINE:
                        other = self._as_tight(text, at, position, (len(candidates), index), line.end)
                        if other is not None:
                            candidates.append(other)
        return candidates

    def _bare_number(
        self, text: str, at: int, after: int, where: tuple[int, int], line_start: int, reached: int
    ) -> Iterator[Candidate]:
        """Yield the number within a line whose heading stands between it and its first decimal: 2 职责 2.1 指挥部."""
        prefix, _, last = text[at:after].rstrip(".．﹒").replace("．", ".").partition(".")
        found = _OUTLINE.BARE_BEFORE.search(text, max(line_start, reached, at - _NAME), at) if last == "1" else None
        if found is not None and found["number"] == prefix:
            style, start = STYLES["ARABIC_BARE"], found.start("number")
            mark = text[start - 1] if start > line_start else ""
            ordinal = parse_ordinal(prefix)
            if ordinal:
                place = WEAK if mark else LINE
                yield Candidate(
                    *where,
                    "ARABIC_BARE",
                    style,
                    style.family,
                    start,
                    found.end("number"),
                    ordinal,
                    None,
                    place,
                    mark,
                    NO_DOUBT,
                )

    def read(self, text: str, at: int, line: int) -> Candidate | None:
        """Return the candidate that begins at `at` in the text of one line, if one does; `line` is its number."""
        found = self._pattern.match(text, at)
        if found is None or found.lastgroup is None or found.lastgroup in _HIDING:
            return None
        return self._judge(text, found.lastgroup, at, found.end(), (0, line), 0, len(text), (0, 0))

    def _as_tight(self, text: str, at: int, after: int, where: tuple[int, int], line_end: int) -> Candidate | None:
        """Return the other reading of a decimal marker at the start of a line: 2.5G网络 as 2. with 5G网络."""
        dotted = _OUTLINE.DOT.search(text, at, after)
        if (
            dotted is None
            or _OUTLINE.DOT.search(text, dotted.end(), after)
            or not _OUTLINE.WORD.match(text, after, line_end)
        ):
            return None
        return self._judge(text, "ARABIC_DOT_TIGHT", at, dotted.end(), where, at, line_end, (0, 0))

    def _judge(
        self,
        text: str,
        kind: str,
        at: int,
        after: int,
        where: tuple[int, int],
        line_start: int,
        line_end: int,
        passed: tuple[int, int],
    ) -> Candidate | None:
        """Return the candidate at `at:after`; `passed` is the last name, quotation or remark before it."""
        style = STYLES[kind]
        before = at - 1
        while before >= line_start and text[before] in _SKIPPED:
            before -= 1
        mark = text[before] if before >= line_start else ""
        if not mark:
            place = LINE
        elif (
            mark in _SENTENCE_ENDS
            or (mark in _CLOSERS and (before < at - 1 or text[before - 1] in _SENTENCE_ENDS))
            or (mark in _REMARK_ENDS and passed[1] == before + 1 and _ends_item(text, *passed))
            or (mark in _DOTS and before > line_start and is_han(text[before - 1]))
        ):
            place = SENTENCE
        elif mark in _CLAUSE_ENDS:
            place = CLAUSE if style.spoken or mark != "、" else WEAK
        else:
            place = CLAUSE if before < at - 1 else WEAK
        family = style.family
        suffix: int | None = None
        doubt: Doubt = NO_DOUBT
        ordinal: int | None
        if kind == "BARE_IS":
            ordinal = 0
            if place < SENTENCE:
                return None
        elif style.ordinal == "word":
            ordinal = WORD_ORDINALS[text[at:after]]
        elif kind == "DECIMAL":
            *components, last = _OUTLINE.DOT.split(text[at:after].rstrip(".．﹒"))
            ordinal = parse_ordinal(last)
            family = "decimal " + ".".join(str(parse_ordinal(component)) for component in components)
            if place != LINE and not (text[at - 1] in _GAPS and text[after : after + 1] in _GAPS):
                if _OUTLINE.HEADS_WORDS.match(text, after, line_end) is None:
                    return None
                doubt = "figure"
        else:
            ordinal = _ordinal_of(text[at:after])
        if style.suffixed and "之" in (marker := text[at:after]):
            suffix = _ordinal_of(marker.partition("之")[2])
        if ordinal is None or (ordinal == 0 and kind != "BARE_IS"):
            return None
        if kind in ("HAN_DUN", "HAN_ORDINAL"):
            if text[after - 1] in _DOTS and place < CLAUSE:
                return None
            if _counts(text, kind, after, line_end, mark, place):
                doubt = "word"
        elif kind == "ARABIC_DUN":
            if text[after : after + 1] in _NUMERALS and not _OUTLINE.YEAR.match(text, after):
                doubt = "figure"
        elif kind == "ARABIC_DOT_TIGHT":
            if place != LINE and not _OUTLINE.YEAR.match(text, after):
                return None
            doubt = "figure"
        elif kind == "ARABIC_BARE":
            if place != LINE:
                return None
        elif kind == "ARTICLE":
            # 违反本办法第七条规定的, 依照本条和第四条: words of a sentence.
            cited = place == WEAK and _OUTLINE.CITES.search(text, max(line_start, at - _CITING), at) is not None
            if cited or text.startswith(("规定", "所"), after):
                doubt = "sentence"
        elif (
            kind == "HAN_PAREN"
            and place != LINE
            and (text[at] in _NUMERALS or text[at - 1] == "第" or _OUTLINE.PROVISION.match(text, after))
        ):
            # 第（一）（二）项 are provisions of a law; 一） without its left bracket stands at the start of a line.
            return None
        return Candidate(*where, kind, style, family, at, after, ordinal, suffix, place, mark, doubt)


def _counts(text: str, kind: str, after: int, line_end: int, mark: str, place: int) -> bool:
    """Say whether the numeral before 、 or ， counts, with what follows: 一、二季度, 第一、第二产业."""
    if _OUTLINE.NUMERAL_TAIL.match(text, after, line_end) is not None or mark == "、":
        return True
    if text[after - 1] in "，,":
        return False
    following = text[after : after + 1]
    if kind == "HAN_ORDINAL" and following == "第":
        return True
    return place < SENTENCE and following in _NUMERALS and not _OUTLINE.YEAR.match(text, after)


@lru_cache(maxsize=1024)
def _ordinal_of(marker: str) -> int | None:
    """Return what the numeral inside a marker as written stands for."""
    found = _OUTLINE.NUMERAL.search(marker)
    return parse_ordinal(found.group()) if found else None


def _ends_item(text: str, start: int, end: int) -> bool:
    """Say whether the remark at `start:end` closes what it stands behind: …。（见附件） · …（责任单位：县教育局）"""
    before = start
    while before > 0 and text[before - 1] in _GAPS:
        before -= 1
    return (before > 0 and text[before - 1] in _SENTENCE_ENDS) or _OUTLINE.LABELLED.match(text, start, end) is not None
