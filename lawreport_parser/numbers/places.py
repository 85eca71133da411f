"""One pass over a text for every place where a figure or a date may begin: what `dates` and `quantities` look at."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.numbers.units import UNITS

__all__ = ["ARABIC_DIGITS", "HAN_NUMERALS", "NUMERAL_CHARACTERS", "UNIT_STARTS", "numeral_places", "numeral_sieve"]

ARABIC_DIGITS: Final = "0123456789０１２３４５６７８９"
HAN_NUMERALS: Final = "零〇○一二两三四五六七八九十百千万亿廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟萬億"
NUMERAL_CHARACTERS: Final = frozenset(ARABIC_DIGITS + HAN_NUMERALS)
#: The first characters of all units, as a class of characters holds them.
UNIT_STARTS: Final = re.escape("".join(sorted({unit[0] for unit in UNITS})))


@cache
def numeral_sieve() -> re.Pattern[str]:
    """Return the sieve of numerals, which loses nothing that a pattern of figures or of dates matches.

    A digit (then the whole run of them), 第, or a Chinese numeral before what may go on as a figure or as a year, or
    before 、 and another (三、四十).
    """
    zeros = Terminals("lexical").YEAR_ZERO.pattern[1:-1]
    return re.compile(
        f"[{ARABIC_DIGITS}第半{HAN_NUMERALS}](?:(?<=[{ARABIC_DIGITS}])[{ARABIC_DIGITS}]*|(?<=第)|(?=、[{HAN_NUMERALS}]|["
        f"{UNIT_STARTS}{ARABIC_DIGITS}{HAN_NUMERALS}{zeros}多余来几成半至到分点月时日号—–－―~～ \u3000\xa0\t\r\n-]))"
    )


def numeral_places(text: str) -> list[int]:
    """Return the places of `text` where a figure or a date may begin, in order; a run of digits is one place."""
    return [hit.start() for hit in numeral_sieve().finditer(text)]
