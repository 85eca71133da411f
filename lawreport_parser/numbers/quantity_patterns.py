"""The patterns that find and read a figure in running text, made of the terminals of `grammar/quantities.lark`."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from lawreport_parser.grammars import terminal_patterns
from lawreport_parser.numbers.limits import LIMITS_AFTER, LIMITS_BEFORE
from lawreport_parser.numbers.numerals import numeral_patterns
from lawreport_parser.numbers.places import ARABIC_DIGITS, HAN_NUMERALS, UNIT_STARTS
from lawreport_parser.numbers.units import COINS, FOLLOWERS_THAT_REFUSE, PER_UNITS, UNITS
from lawreport_parser.numbers.wordlists import longest_match

__all__ = [
    "ARABIC_GLUE",
    "BEFORE_FIGURES",
    "BLANKS",
    "DASH_STARTS",
    "HAN_GLUE",
    "LIMIT_STARTS",
    "SIGNS",
    "UNITS_IN_DOUBT",
    "YEAR_UNITS",
    "QuantityPatterns",
    "quantity_patterns",
]

BLANKS: Final = frozenset(" \t\u3000\xa0")
#: Characters before a numeral that make it part of a code or expression (1+4, v2.0), a day or an ordinal (周五, 初一).
_JOINERS: Final = "_./+×*#=&@＋·．第"
_HAN_REFUSERS: Final = "第周初数几點+＋×·"
ARABIC_GLUE: Final = frozenset(ARABIC_DIGITS + _JOINERS)
HAN_GLUE: Final = frozenset(HAN_NUMERALS + _HAN_REFUSERS)
#: How limits before a number end, and how what may stand behind a quantity begins.
BEFORE_FIGURES: Final = frozenset(word[-1] for word in LIMITS_BEFORE) | BLANKS
LIMIT_STARTS: Final = frozenset([*(word[0] for word in LIMITS_AFTER), *"半强弱", *BLANKS])
#: How the sign between the ends of a range begins, blanks before it included.
DASH_STARTS: Final = frozenset("-—–－―~～至到 \t\u3000\xa0")
SIGNS: Final = frozenset("负-－−")
YEAR_UNITS: Final = ("年", "学年")
#: Units before or behind which more has to be looked at.
UNITS_IN_DOUBT: Final = frozenset([*YEAR_UNITS, "日", "大", "届", *COINS])


class QuantityPatterns(NamedTuple):
    """The patterns that read a figure, at a place where one may begin.

    `plain` reads the most frequent figures: an Arabic number and its unit, with nothing around them that matters but
    what may make another word of the unit.
    `core` tells what stands there: an ordinal, a day or an hour, a share, a ratio, or a figure. Its `number` is read
    first, then what stands `after` it; the number of a share is its `part`.
    """

    plain: re.Pattern[str]
    core: re.Pattern[str]
    number: re.Pattern[str]
    part: re.Pattern[str]
    after: re.Pattern[str]
    dash: re.Pattern[str]


@cache
def quantity_patterns() -> QuantityPatterns:
    """Return the patterns, built on first use."""
    terminals = terminal_patterns("quantities") | numeral_patterns()
    parts = {name: f"(?:{pattern})" for name, pattern in terminals.items()}
    parts["B"] = parts["INNER_BLANK"] + "?"
    parts["SCALE"] = f"(?!{parts['NO_SCALE']}){parts['SCALE']}"
    parts["FOLLOW"] = f"(?=[{UNIT_STARTS}{ARABIC_DIGITS}多余来几成半万亿至到点—–－―~～ \u3000\xa0\r\n-])"
    parts["UNIT"] = f"{longest_match(UNITS, FOLLOWERS_THAT_REFUSE)}(?:[/／][百千万]?{longest_match(PER_UNITS)})?"
    # What stands between two numerals of one figure: 3亿5千万, 三亿5000万.
    arabic = "(?P<arabic>{ARABIC}{FURTHER_GROUPS}(?:{SCALE}(?:零?{ARABIC}|{HAN_SECTION})?){{0,3}})|".format_map(parts)
    exact = (
        "|(?P<han>{HAN_DECIMAL}{SCALE}?|{HAN}(?:(?<=[万亿]){ARABIC}{SCALE})?)|(?P<round>{ROUND_WORD})|(?P<half>半)"
    ).format_map(parts)
    approximate = f"(?P<approximate>(?:{parts['APPROXIMATE']}|{parts['MARKED_APPROXIMATE']})"
    number = f"{arabic}{approximate}{parts['FOLLOW']}){exact}"
    part = f"{arabic}{approximate}(?![{HAN_NUMERALS}])){exact}"
    after = (
        "(?:{B}(?P<more>{MORE}|几))?(?:{B}(?P<scale>(?:{COUNTED_SCALE})?{SCALE}))?(?:{B}(?P<more_after>{MORE}))?"
        "{B}(?:(?P<split>{SPLIT_UNIT})|(?P<tenths>{TENTHS})(?!{NO_TENTHS})|(?P<unit>{UNIT}))?"
    ).format_map(parts)
    core = (
        "(?P<order>{ORDER_LEAD}{B}(?:{ARABIC}|{HAN_SECTION})(?:{LIST_DASH}第?(?:{ARABIC}|{HAN_SECTION})){{0,20}})"
        "|(?P<skip>{PARTIAL_DATE}|{CLOCK})"
        "|(?P<share>{SHARE_LEAD})"
        "|(?P<ratio>{RATIO})"
        "|(?P<figure>(?={DIGIT}|(?:{HAN_DECIMAL}|{HAN}|{ROUND_WORD}|{MARKED_APPROXIMATE}){FOLLOW}|{HALF_FIGURE}))"
    ).format_map(parts)
    longer_limits = [word for word in LIMITS_BEFORE if len(word) > 1]
    limited_by = "[{}][{}]".format(
        *(re.escape("".join(sorted({word[at] for word in longer_limits}))) for at in (-2, -1))
    )
    refused_before = re.escape("".join(sorted({*ARABIC_GLUE, *BLANKS, *SIGNS, *LIMITS_BEFORE.keys() - longer_limits})))
    dashes = re.escape("".join(sorted(DASH_STARTS)))
    plain_unit = longest_match(UNITS.keys() - UNITS_IN_DOUBT)
    plain = (
        f"(?<![{refused_before}A-Za-z前上])(?<!{limited_by})(?<![{ARABIC_DIGITS}][,，])(?![{ARABIC_DIGITS},，.．]{{30}}"
        f"|{parts['PART_NUMBER']})({parts['ARABIC']}(?:{parts['SCALE']})?)([余多])?((?>{plain_unit}))"
        f"(?![{dashes}半/／亿钱]|[\r\n](?<=个.)|[（(]含|{parts['PARTS_FOLLOW']}|{parts['TORN_UNIT']}"
        f"|{longest_match(LIMITS_AFTER)})"
    )
    return QuantityPatterns(
        plain=re.compile(plain, re.DOTALL),
        core=re.compile(core),
        number=re.compile(number),
        part=re.compile(part),
        after=re.compile(after),
        dash=re.compile("{B}{RANGE_DASH}{B}".format_map(parts)),
    )
