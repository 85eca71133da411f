"""How numbers of lists are written: 一, 壹, ①, iv, 03, as Word files and web pages name the forms.

`NUMBER_FORMATS` has the names of ECMA-376 Part 1 (ISO/IEC 29500-1), §17.18.59 (`ST_NumberFormat`);
`COUNTER_STYLES` those of CSS Counter Styles 3 and of the attribute `type` of an HTML `<ol>`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

__all__ = ["COUNTER_STYLES", "NUMBER_FORMATS", "CounterStyle", "format_number"]

_HAN: Final = "一二三四五六七八九"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_CYCLE: Final = tuple(_STEMS[place % 10] + _BRANCHES[place % 12] for place in range(60))
_LATIN: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip

#: Beyond these values Word itself starts anew or shows nothing: here the number becomes decimal.
_LAST_LETTERS: Final = 780
_LAST_ROMAN: Final = 32767

_Rule = Callable[[int], "str | None"]


@dataclass(frozen=True, slots=True)
class _Myriads:
    """A way of counting by 十百千 within groups of four digits, as said aloud.

    `digits` are 0 to 9, `places` the words of tens, hundreds and thousands, `groups` those of 10⁴ and
    10⁸. `zero` fills a gap inside the number. `bare` lists the places before which a leading one is left
    unsaid: inside the whole number where `bare_inside`, else only at its very beginning.
    """

    digits: str
    places: str
    groups: str
    zero: bool
    bare: str
    bare_inside: bool = False

    def __call__(self, value: int) -> str | None:
        if value == 0:
            return self.digits[0]
        if not 0 < value < 10**12:
            return None
        units = ["", *self.groups]
        blocks = [(value // 10 ** (4 * power) % 10**4, units[power]) for power in (2, 1, 0)]
        written, gap = "", False
        for block, unit in blocks:
            if not block:
                gap = bool(written)
                continue
            for digit, place in zip(f"{block:04d}", [*reversed(self.places), ""], strict=True):
                if digit == "0":
                    gap = bool(written)
                    continue
                written += self.digits[0] if gap and self.zero else ""
                unsaid = digit == "1" and place and place in self.bare and (self.bare_inside or not written)
                written += place if unsaid else self.digits[int(digit)] + place
                gap = False
            written += unit
            gap = False
        return written


def _digits(symbols: str) -> _Rule:
    table = str.maketrans("0123456789", symbols)
    return lambda value: str(value).translate(table) if value >= 0 else None


def _tens_then_digits(zero: str) -> _Rule:
    """Words up to 99 (十, 二十一), single digits from 100 on (一○○): `chineseCounting`, `taiwaneseCounting`."""
    words = _Myriads(zero + _HAN, "十百千", "万亿", zero=True, bare="十")
    plain = _digits(zero + _HAN)
    return lambda value: words(value) if value < 100 else plain(value)


def _members(symbols: str | tuple[str, ...]) -> _Rule:
    return lambda value: symbols[value - 1] if 1 <= value <= len(symbols) else None


def _block(first: str, size: int) -> _Rule:
    return _members(tuple(chr(ord(first) + place) for place in range(size)))


def _repeated(symbols: str, last: int = _LAST_LETTERS) -> _Rule:
    """A to Z, then AA, BB …: the standard repeats the letter, it does not count in base 26."""
    size = len(symbols)
    return lambda value: symbols[(value - 1) % size] * ((value - 1) // size + 1) if 1 <= value <= last else None


def _roman(value: int) -> str | None:
    if not 1 <= value <= _LAST_ROMAN:
        return None
    written = ""
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        written += letters * count
    return written


def _lower_roman(value: int) -> str | None:
    upper = _roman(value)
    return upper.lower() if upper else None


def _ordinal(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _padded(width: int) -> _Rule:
    return lambda value: f"{value:0{width}d}"


#: How each format is written, by its `ST_NumberFormat` name. A rule gives None for a value outside its
#: set, which is then written in decimal (§17.18.59: "the items fall back to the decimal format").
#: The names with a width (`decimalZero3`) are this module's own, for the custom formats of [MS-DOCX].
NUMBER_FORMATS: Final[Mapping[str, _Rule]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": _padded(2),
    "decimalZero3": _padded(3),
    "decimalZero4": _padded(4),
    "decimalZero5": _padded(5),
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalEnclosedCircle": _block("①", 20),
    "decimalEnclosedCircleChinese": _block("①", 20),
    "decimalEnclosedParen": _block("⑴", 20),
    "decimalEnclosedFullstop": _block("⒈", 20),
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "ordinal": _ordinal,
    "upperRoman": _roman,
    "lowerRoman": _lower_roman,
    "upperLetter": _repeated(_LATIN),
    "lowerLetter": _repeated(_LATIN.lower()),
    "chicago": _repeated("*†‡§"),
    "chineseCounting": _tens_then_digits("○"),
    "chineseCountingThousand": _Myriads("〇" + _HAN, "十百千", "万亿", zero=True, bare="十"),
    "chineseLegalSimplified": _Myriads("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万亿", zero=True, bare=""),
    "ideographDigital": _digits("〇" + _HAN),
    "ideographEnclosedCircle": _block("㈠", 10),
    "ideographTraditional": _members(_STEMS),
    "ideographZodiac": _members(_BRANCHES),
    "ideographZodiacTraditional": _members(_CYCLE),
    "ideographLegalTraditional": _Myriads("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬億", zero=True, bare=""),
    "taiwaneseCounting": _tens_then_digits("○"),
    "taiwaneseCountingThousand": _Myriads("○" + _HAN, "十百千", "萬億", zero=True, bare="十"),
    "taiwaneseDigital": _digits("○" + _HAN),
    "japaneseCounting": _Myriads("〇" + _HAN, "十百千", "万億", zero=False, bare="十百千", bare_inside=True),
    "japaneseDigitalTenThousand": _digits("〇" + _HAN),
    "japaneseLegal": _Myriads("零壱弐参四伍六七八九", "拾百阡", "萬億", zero=False, bare=""),
    "bullet": lambda _: "",
    "none": lambda _: "",
}


class CounterStyle(NamedTuple):
    """A counter style of CSS: its rule (None for a number outside its range, which is decimal), and what follows it."""

    rule: _Rule
    suffix: str = ". "

    def write(self, number: int) -> str:
        """Return the number of a list item as a browser sets it before the item."""
        written = self.rule(number)
        return (str(number) if written is None else written) + self.suffix


def _alphabetic(symbols: str) -> _Rule:
    """A to Z, then AA, AB …: CSS counts in base 26, where Word repeats the letter."""

    def write(value: int) -> str | None:
        if value < 1:
            return None
        written = ""
        while value:
            value, place = divmod(value - 1, len(symbols))
            written = symbols[place] + written
        return written

    return write


def _up_to(last: int, rule: _Rule) -> _Rule:
    return lambda value: rule(value) if value <= last else None


_NO_NUMBER: Final = CounterStyle(lambda _: "", "")
_LOWER_LETTERS: Final = CounterStyle(_alphabetic(_LATIN.lower()))
_UPPER_LETTERS: Final = CounterStyle(_alphabetic(_LATIN))
_LOWER_ROMAN: Final = CounterStyle(_up_to(3999, _lower_roman))
_UPPER_ROMAN: Final = CounterStyle(_up_to(3999, _roman))
_CHINESE: Final = CounterStyle(_up_to(9999, _Myriads("零" + _HAN, "十百千", "万亿", zero=True, bare="十")), "、")

#: By the names of `list-style-type`, and the values of `type`, which alone tell case.
COUNTER_STYLES: Final[Mapping[str, CounterStyle]] = {
    "1": CounterStyle(str),
    "decimal": CounterStyle(str),
    "decimal-leading-zero": CounterStyle(_padded(2)),
    "a": _LOWER_LETTERS,
    "lower-alpha": _LOWER_LETTERS,
    "lower-latin": _LOWER_LETTERS,
    "A": _UPPER_LETTERS,
    "upper-alpha": _UPPER_LETTERS,
    "upper-latin": _UPPER_LETTERS,
    "i": _LOWER_ROMAN,
    "lower-roman": _LOWER_ROMAN,
    "I": _UPPER_ROMAN,
    "upper-roman": _UPPER_ROMAN,
    "cjk-decimal": CounterStyle(_digits("〇" + _HAN), "、"),
    "cjk-ideographic": _CHINESE,
    "simp-chinese-informal": _CHINESE,
    "trad-chinese-informal": _CHINESE,
    "simp-chinese-formal": CounterStyle(_up_to(9999, NUMBER_FORMATS["chineseLegalSimplified"]), "、"),
    "trad-chinese-formal": CounterStyle(_up_to(9999, NUMBER_FORMATS["ideographLegalTraditional"]), "、"),
    "cjk-heavenly-stem": CounterStyle(_members(_STEMS), "、"),
    "cjk-earthly-branch": CounterStyle(_members(_BRANCHES), "、"),
    "disc": _NO_NUMBER,
    "circle": _NO_NUMBER,
    "square": _NO_NUMBER,
    "none": _NO_NUMBER,
}


def format_number(value: int, name: str) -> str:
    """Write `value` in the number format `name` (an `ST_NumberFormat` value of ECMA-376 Part 1 §17.18.59).

    A format not in `NUMBER_FORMATS` and a value outside a format's set (甲 to 癸 has ten) give the plain
    decimal number; `bullet` and `none` give an empty string. Never raises.
    """
    rule = NUMBER_FORMATS.get(name, str)
    written = rule(value)
    return str(value) if written is None else written
