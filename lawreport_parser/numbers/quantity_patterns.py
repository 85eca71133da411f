"""The patterns that find and read a figure in running text, made of the terminals of `grammar/quantities.lark`."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from lawreport_parser.grammars import Terminals, terminal_patterns
from lawreport_parser.numbers.limits import LIMITS_AFTER, LIMITS_BEFORE
from lawreport_parser.numbers.numerals import numeral_patterns
from lawreport_parser.numbers.units import FOLLOWERS_THAT_REFUSE, PER_UNITS, UNITS
from lawreport_parser.numbers.wordlists import longest_match

__all__ = [
    "ARABIC_DIGITS",
    "ARABIC_GLUE",
    "BEFORE_FIGURES",
    "BLANKS",
    "DASH_STARTS",
    "HAN_GLUE",
    "HAN_NUMERALS",
    "LIMIT_STARTS",
    "SIGNS",
    "UNITS_IN_DOUBT",
    "YEAR_UNITS",
    "QuantityPatterns",
    "quantity_patterns",
]

_QUANTITIES: Final = Terminals("quantities")
ARABIC_DIGITS: Final = "0123456789０１２３４５６７８９"
HAN_NUMERALS: Final = "零〇○一二两三四五六七八九十百千万亿廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟萬億"
BLANKS: Final = frozenset(" \t\u3000\xa0")
#: Characters before a numeral that make it part of a code or expression (1+4, v2.0), a day or an ordinal (周五, 初一).
_JOINERS: Final = "_./+×*#=&@＋·．第"
_HAN_REFUSERS: Final = "第周初数几+＋×·"
ARABIC_GLUE: Final = frozenset(ARABIC_DIGITS + _JOINERS)
HAN_GLUE: Final = frozenset(HAN_NUMERALS + _HAN_REFUSERS)
#: How limits before a number end, and how what may stand behind a quantity begins.
_LIMIT_ENDS: Final = frozenset(word[-1] for word in LIMITS_BEFORE)
BEFORE_FIGURES: Final = _LIMIT_ENDS | BLANKS
LIMIT_STARTS: Final = frozenset([*(word[0] for word in LIMITS_AFTER), "半", *BLANKS])
#: How the sign between the ends of a range begins, blanks before it included.
DASH_STARTS: Final = frozenset("-—–－―~～至到 \t\u3000\xa0")
SIGNS: Final = frozenset("负-－−")
YEAR_UNITS: Final = ("年", "学年")
#: Units before or behind which more has to be looked at.
UNITS_IN_DOUBT: Final = frozenset([*YEAR_UNITS, "日", "大", "届"])


class QuantityPatterns(NamedTuple):
    """`sieve` finds at the speed of C where `core` may match; `core` reads a figure whole, `share` the number alone.

    `plain` reads the most frequent figures: an Arabic number and its unit, with nothing around them that matters.
    `torn_decimal` and `torn_group` show, before a numeral, that it is the rest of a number that the page tore: 94. 1%,
    1,23件, 第3 326名. `years` are named, not counted (3023年, 2022—2023学年); `town` is a place named by a digit and
    what looks like a unit (七台河市, but 三家上市企业).
    """

    sieve: re.Pattern[str]
    plain: re.Pattern[str]
    core: re.Pattern[str]
    share: re.Pattern[str]
    after: re.Pattern[str]
    dash: re.Pattern[str]
    quotes: re.Pattern[str]
    torn_decimal: re.Pattern[str]
    torn_group: re.Pattern[str]
    three_digits: re.Pattern[str]
    signed_share: re.Pattern[str]
    years: re.Pattern[str]
    town: re.Pattern[str]


@cache
def _terminals() -> dict[str, str]:
    return terminal_patterns("quantities") | numeral_patterns()


@cache
def quantity_patterns() -> QuantityPatterns:
    """Return the patterns, built on first use."""
    parts = {name: f"(?:{pattern})" for name, pattern in _terminals().items()}
    parts["B"] = parts["INNER_BLANK"] + "?"
    parts["SCALE"] = f"(?!{parts['NO_SCALE']}){parts['SCALE']}"
    firsts = "".join(sorted({unit[0] for unit in UNITS}))
    parts["FOLLOW"] = f"(?=[{re.escape(firsts)}{ARABIC_DIGITS}多余来几成半万亿至到—–－―~～ \u3000\xa0-])"
    parts["UNIT"] = f"{longest_match(UNITS, FOLLOWERS_THAT_REFUSE)}(?:[/／][百千万]?{longest_match(PER_UNITS)})?"
    # What stands between two numerals of one figure: 3亿5千万, 三亿5000万.
    number = (
        "(?P<approximate>{APPROXIMATE}(?={FOLLOW}))"
        "|(?P<arabic>{ARABIC}{FURTHER_GROUPS}(?:{SCALE}(?:{ARABIC}|{HAN_SECTION})?){{0,3}})"
        "|(?P<han>{HAN_DECIMAL}{SCALE}?|{HAN}(?:(?<=[万亿]){ARABIC}{SCALE})?)|(?P<round>{ROUND_WORD})|(?P<half>半)"
    ).format_map(parts)
    after = (
        "(?:{B}(?P<more>{MORE}|几))?(?:{B}(?P<scale>{SCALE}))?(?:{B}(?P<more_after>{MORE}))?{B}(?:(?P<split>{SPLIT_UNIT})"
        "|(?P<tenths>{TENTHS})(?!{NO_TENTHS})"
        "|(?P<unit>{UNIT}))?"
    ).format_map(parts)
    figure = f"(?P<number>{number}){after}"
    stands = "(?={DIGIT}|(?:{APPROXIMATE}|{HAN_DECIMAL}|{HAN}|{ROUND_WORD}){FOLLOW}|{HALF_FIGURE})".format_map(parts)
    core = (
        "(?:"
        "(?P<order>{ORDER_LEAD}{B}(?:{ARABIC}|{HAN_SECTION})(?:{LIST_DASH}第?(?:{ARABIC}|{HAN_SECTION})){{0,20}})"
        "|(?P<skip>{PARTIAL_DATE}|{CLOCK})"
        "|(?P<share>{SHARE_LEAD})"
        "|(?P<ratio>{RATIO})"
    ).format_map(parts)
    # A digit (then the whole run of them), 第, or a Chinese numeral before what may go on as a figure.
    sieve = (
        f"[{ARABIC_DIGITS}第半{HAN_NUMERALS}](?:(?<=[{ARABIC_DIGITS}])[{ARABIC_DIGITS}]*|(?<=第)"
        f"|(?=[{re.escape(firsts)}{ARABIC_DIGITS}{HAN_NUMERALS}多余来几成半至到分点月时日号—–－―~～ \u3000\xa0\t-]))"
    )
    refused_before = re.escape("".join(sorted(ARABIC_GLUE | BEFORE_FIGURES | SIGNS))) + "A-Za-z前上"
    refused_behind = re.escape("".join(sorted(LIMIT_STARTS | DASH_STARTS)) + "/／")
    parts["PLAIN_UNIT"] = longest_match(UNITS.keys() - UNITS_IN_DOUBT, FOLLOWERS_THAT_REFUSE)
    plain = (
        f"(?<![{refused_before}])(?<![{ARABIC_DIGITS}][,，])(?![{ARABIC_DIGITS},，.．]{{30}})"
        f"({parts['ARABIC']}(?:{parts['SCALE']})?)((?>{parts['PLAIN_UNIT']}))(?![{refused_behind}])"
    )
    return QuantityPatterns(
        sieve=re.compile(sieve),
        plain=re.compile(plain),
        core=re.compile(f"{core}|{stands}(?P<figure>{figure}))"),
        share=re.compile(number),
        after=re.compile(after),
        dash=re.compile("{B}{RANGE_DASH}{B}".format_map(parts)),
        quotes=_QUANTITIES.QUOTES,
        torn_decimal=_QUANTITIES.TORN_DECIMAL,
        torn_group=_QUANTITIES.TORN_GROUP,
        three_digits=_QUANTITIES.THREE_DIGITS,
        signed_share=_QUANTITIES.SIGNED_SHARE,
        years=_QUANTITIES.YEARS,
        town=_QUANTITIES.TOWN,
    )
