"""Written numbers and their exact values: 1,234 · 1.5万 · 三千零五 · 三亿五 · 二〇二一.

`grammar/numerals.lark` says what a numeral is; this module adds up its value, and writes whole numbers. It is the
one module that imports cn2an, which writes ordinary ordinals; what does not read back as the number does not count, and
greater numbers are written here: of 100,001,000 cn2an makes 一亿一千. Nothing passes through a binary float.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal, Inexact
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lawreport_parser.blanks import BLANK_CHARACTERS
from lawreport_parser.errors import NumeralError
from lawreport_parser.grammars import Terminals, load_grammar, terminal_patterns
from lawreport_parser.marker_styles import ROWS

if TYPE_CHECKING:
    from lark import Lark

__all__ = [
    "MAX_NUMERAL_LENGTH",
    "MAX_ORDINAL",
    "format_integer",
    "format_ordinal",
    "numeral_patterns",
    "parse_numeral",
    "parse_ordinal",
    "scaled",
]

_NUMERALS: Final = Terminals("numerals")

#: No numeral is longer; what is longer is a code, or noise.
MAX_NUMERAL_LENGTH: Final = 200

#: The greatest ordinal that is read; a greater one counts as this.
MAX_ORDINAL: Final = 10**12

_DIGITS: Final = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "兩": 2, "貳": 2,
    "參": 3, "陸": 6,
}  # fmt: skip
_POWERS: Final = {
    "十": 1, "拾": 1, "廿": 1, "卅": 1, "卌": 1, "百": 2, "佰": 2, "千": 3, "仟": 3, "万": 4, "萬": 4, "亿": 8, "億": 8,
}  # fmt: skip
#: Below this, cn2an writes by the rule (`format_integer`): of all these numbers a test compares it.
_ORDINARY: Final = 10_000
#: The scales in which whole numbers are written, the greatest first, and the digits behind the last.
_SCALES: Final = (("亿亿", 16), ("亿", 8), ("万", 4), ("千", 3), ("百", 2), ("十", 1))
_PLAIN_DIGITS: Final = "零一二三四五六七八九"
_MERGED_TENS: Final = {"廿": 20, "卅": 30, "卌": 40}

_TO_ARABIC: Final = str.maketrans("０１２３４５６７８９．", "0123456789.", ",，")
_PLUS_SIGNS: Final = "+＋"

# Numbers here have at most MAX_NUMERAL_LENGTH digits and small scales: an operation that had to round would raise.
_EXACT: Final = Context(prec=2 * MAX_NUMERAL_LENGTH, traps=[Inexact])

#: Signs that hold their number within themselves, each row from 1.
_NUMBER_SIGNS: Final = (
    "".join(ROWS["circled"].words),
    "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
    "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴",
    "➀➁➂➃➄➅➆➇➈➉",
    "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ",
)


@cache
def _grammar() -> Lark:
    return load_grammar("numerals")


@cache
def numeral_patterns() -> dict[str, str]:
    """Return the regular expression of each terminal of `grammar/numerals.lark`, by its name."""
    return terminal_patterns("numerals")


@cache
def _arabic_amount() -> re.Pattern[str]:
    return re.compile(f"({_NUMERALS.ARABIC.pattern})({_NUMERALS.SCALE.pattern})?")


class _Piece(NamedTuple):
    """One addend of an amount: 5 and 7 for 5千万. `place` is the power of ten of its last character."""

    kind: str
    mantissa: str
    value: Decimal
    power: int
    place: int
    after_zero: bool
    start: int


def parse_numeral(text: str) -> Decimal:
    """Return the exact value of one written number.

    Read are Arabic numbers with thousands separators and decimals, full width or half width; Chinese integers
    (with 两, 〇, ○, 廿, 卅 and the formal 壹贰叁) and decimals (十二点五); digit strings (二〇二一); both mixed (1.5万,
    3亿5千万, 1.2万亿); the spoken short forms 三亿五 and 13万2; signs (负1.5); 半 for 0.5.

    Raises `NumeralError` for every other text, also for one longer than `MAX_NUMERAL_LENGTH`.
    """
    if len(text) > MAX_NUMERAL_LENGTH:
        reason = f"longer than {MAX_NUMERAL_LENGTH} characters"
        raise NumeralError(text[:MAX_NUMERAL_LENGTH], MAX_NUMERAL_LENGTH, reason)
    value = _value_or_error(text)
    if isinstance(value, Decimal):
        return value
    raise NumeralError(*value)


@lru_cache(maxsize=4096)
def _value_or_error(text: str) -> Decimal | tuple[str, int, str]:
    """Return the value, or what the error says: a refusal takes the longest to find, and is remembered too."""
    try:
        return _parse_numeral(text)
    except NumeralError as error:
        return error.text, error.position, error.reason


def _parse_numeral(text: str) -> Decimal:
    if match := _arabic_amount().fullmatch(text):
        return scaled(_arabic_value(match[1]), match[2] or "")
    if _NUMERALS.HAN_SECTION.fullmatch(text):
        return Decimal(_section_value(text))
    # Only what is neither of these two needs the grammar, and lark.
    from lark.exceptions import UnexpectedInput

    try:
        tree = _grammar().parse(text)
    except UnexpectedInput as error:
        position: int | None = error.pos_in_stream
        raise NumeralError(text, len(text) if position is None or position < 0 else position, "unexpected") from None
    value = _unsigned_value(text, tree.children[-1])
    signed = len(tree.children) > 1 and str(tree.children[0]) not in _PLUS_SIGNS
    return value.copy_negate() if signed else value


def scaled(value: Decimal, scale: str) -> Decimal:
    """Return `value` times a scale word of the grammar: 千, 万, 千万, 万亿 or none."""
    return _shifted(value, _power(scale)) if scale else value


def _power(scale: str) -> int:
    return sum(map(_POWERS.__getitem__, scale))


def _shifted(value: Decimal, power: int) -> Decimal:
    shifted = value.scaleb(power, _EXACT)
    return shifted.quantize(Decimal(1), context=_EXACT) if shifted == shifted.to_integral_value() else shifted


def _arabic_value(text: str) -> Decimal:
    return Decimal(text.translate(_TO_ARABIC))


def _section_value(text: str) -> int:
    """Return the value of a HAN_SECTION, a Chinese integer below 10,000."""
    total = 0
    digit = -1
    for character in text:
        if character in _MERGED_TENS:
            total += _MERGED_TENS[character]
        elif character in _POWERS:
            total += (digit if digit > 0 else 1) * 10 ** _POWERS[character]
            digit = -1
        else:
            digit = _DIGITS[character]
    return total + max(digit, 0)


def _han_decimal_value(text: str) -> Decimal:
    whole, _, fraction = text.partition("点")
    return Decimal(f"{_section_value(whole)}.{''.join(str(_DIGITS[character]) for character in fraction)}")


def _unsigned_value(text: str, number: Any) -> Decimal:
    match number.data:
        case "half":
            return Decimal("0.5")
        case "zero":
            return Decimal(0)
        case "digits":
            return Decimal("".join(str(_DIGITS[character]) for character in str(number.children[0])))
    pieces = _pieces(number.children)
    tail = _spoken_tail(pieces)
    value = _sum(text, pieces[: len(pieces) - (tail is not None)])
    return value if tail is None else _EXACT.add(value, tail)


def _pieces(parts: list[Any]) -> list[_Piece]:
    pieces = []
    after_zero = False
    for part in parts:
        if isinstance(part, str):
            after_zero = True
            continue
        mantissa = str(part.children[0])
        scale = str(part.children[1]) if len(part.children) > 1 else ""
        if part.data == "arabic":
            value = _arabic_value(mantissa)
        elif part.data == "decimal":
            value = _han_decimal_value(mantissa)
        else:
            value = Decimal(_section_value(mantissa))
        place = _POWERS.get((scale or mantissa)[-1], 0)
        pieces.append(_Piece(part.data, mantissa, value, _power(scale), place, after_zero, part.children[0].start_pos))
        after_zero = False
    return pieces


def _spoken_tail(pieces: list[_Piece]) -> Decimal | None:
    """Return what a lone last digit stands for after a scale: 5千万 in 三亿五, 2千 in 13万2; else None."""
    if len(pieces) < 2:
        return None
    last, before = pieces[-1], pieces[-2]
    spoken = before.place > 1 and not (last.power or last.place or last.after_zero) and len(last.mantissa) == 1
    return _shifted(last.value, before.place - 1) if spoken else None


def _sum(text: str, pieces: list[_Piece]) -> Decimal:
    """Add the pieces up; each must be smaller than the scale before it, but 亿 takes in the 万 before it.

    So does 百万 the 千 before it: 2千3百万 is 23,000,000.
    """
    high = low = Decimal(0)
    limit: Decimal | None = None
    for index, piece in enumerate(pieces):
        amount = _shifted(piece.value, piece.power)
        over = 16 if piece.power >= 16 else 8 if piece.power >= 8 else 4 if piece.power > 4 and low < 10**4 else 0
        lower = _shifted(piece.value, piece.power - over)
        # 3千万5亿 leaves places out without a zero.
        if over and low and limit is not None and lower < limit and (lower * 10 >= limit or piece.after_zero):
            amount = _shifted(_EXACT.add(low, lower), over)
            low = Decimal(0)
        elif limit is not None and amount >= limit:
            raise NumeralError(text, piece.start, "not smaller than what stands before it")
        before = pieces[index - 1] if index else None
        if piece.power % 4 and piece.kind == "section":
            raise NumeralError(text, piece.start, "two places of one digit")
        if piece.kind != "section" and len(pieces) > 1:
            _check_mixed_piece(text, piece, before, index == len(pieces) - 1)
        if before and before.place == 8 and _leaves_out_a_scale(piece):
            raise NumeralError(text, piece.start, "may leave out 万")
        if piece.power < 8:
            low = _EXACT.add(low, amount)
        else:
            high = _EXACT.add(high, amount)
        limit = Decimal(10 ** (piece.power or piece.place))
    return _EXACT.add(high, low)


def _leaves_out_a_scale(piece: _Piece) -> bool:
    """Say whether a piece right behind 亿 is a digit and its place: 一亿一千 is 110,000,000 in speech."""
    bare = piece.kind == "section" and not piece.power and not piece.after_zero
    return bare and len(piece.mantissa) == 2 and piece.place > 1


def _check_mixed_piece(text: str, piece: _Piece, before: _Piece | None, is_last: bool) -> None:
    """Refuse 1.2万3千, and 13万25, whose last figures could be units or fill the places from above."""
    whole = piece.value == piece.value.to_integral_value()
    if not whole and not (is_last and (piece.power or piece.kind == "decimal")):
        raise NumeralError(text, piece.start, "a fraction inside a sum")
    if before and not piece.power and not piece.after_zero and len(piece.mantissa) != before.place:
        raise NumeralError(text, piece.start, "not as many digits as places")


@lru_cache(maxsize=4096)
def format_integer(number: int) -> str:
    """Return a whole number in Chinese: 12 is 十二, 2005 二千零五, 100,001,000 一亿零一千.

    One 零 stands for all places left out between two digits, none where they are the last places of 万 or of 亿
    (10,001,000 is 一千万一千). From 10^24 on raises `ValueError`.
    """
    if number < 0:
        return f"负{format_integer(-number)}"
    if number >= 10**24:
        raise ValueError(f"{number} is too great to be written in Chinese")
    if number < _ORDINARY:
        import cn2an  # type: ignore[import-untyped]

        by_cn2an = str(cn2an.an2cn(number))
        if _value_or_error(by_cn2an) == number:
            return by_cn2an
    written = _written(number)
    return written[1:] if written.startswith("一十") else written


def _written(number: int) -> str:
    """Return a whole number in full: 15 is 一十五, as it is inside a longer one."""
    for scale, power in _SCALES:
        if number >= 10**power:
            high, low = divmod(number, 10**power)
            between = "零" if 0 < low < 10 ** (power - 1) else ""
            return f"{_written(high)}{scale}{between}{_written(low) if low else ''}"
    return _PLAIN_DIGITS[number]


def format_ordinal(ordinal: int, style: str, *, suffix: int | None = None) -> str:
    """Return a marker as a style of the outline writes it: 12 in `han_paren` is （十二）.

    `style` is one of the marker styles (`book` to `unnumbered`); `ordinal` is not negative. Circled numbers go to 50,
    then （51） follows; `sequence` and `aspect` end with 最后 and 另一方面; `decimal` gives the first part as 1;
    nothing is written for `unnumbered`. `suffix` is the number behind 之 in 编, 章, 节 and 条: 第二条之一.
    Raises `ValueError` for an unknown style, a negative ordinal, or a suffix where the style has none.
    """
    row = next((row for name, row in ROWS.items() if name == style), None)
    if row is None:
        raise ValueError(f"{style!r} is no marker style")
    if ordinal < 0:
        raise ValueError(f"{ordinal} is no ordinal")
    if suffix is not None and (suffix < 1 or not row.suffixed):
        raise ValueError(f"{suffix} is no suffix of the style {style!r}")
    behind = "" if suffix is None else f"之{format_integer(suffix)}"
    if 0 < ordinal <= len(row.words):
        return row.words[ordinal - 1]
    form = row.written
    return form.format(arabic=ordinal, han=format_integer(ordinal) if "{han}" in form else "") + behind


@cache
def _sign_ordinals() -> dict[str, int]:
    return {sign: ordinal for row in _NUMBER_SIGNS for ordinal, sign in enumerate(row, start=1)}


def parse_ordinal(text: str) -> int | None:
    """Return the ordinal a marker's numeral stands for, or None where it is none.

    Read are Chinese and Arabic integers (full width or half width) and the signs ① ⑴ ⒈ ㈠ ㊀ ❶ Ⅰ; white space
    around and inside them does not count. An ordinal above `MAX_ORDINAL` is given as that.
    """
    return _parse_ordinal(text) if len(text) <= MAX_NUMERAL_LENGTH else None


@lru_cache(maxsize=4096)
def _parse_ordinal(text: str) -> int | None:
    text = "".join(character for character in text if character not in BLANK_CHARACTERS)
    if text in (signs := _sign_ordinals()):
        return signs[text]
    if text.isdecimal() and (digits := text.translate(_TO_ARABIC)).isascii():
        return min(int(digits), MAX_ORDINAL)
    if not text or not (text[0] in _DIGITS or text[0] in _POWERS):
        return None
    value = _value_or_error(text)
    if not isinstance(value, Decimal):
        return None
    return min(int(value), MAX_ORDINAL) if value == value.to_integral_value() else None
