"""Amounts of money in 元, 角 and 分: 123元1角1分, 五元五角, 八块五, 3角."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.numbers.numerals import MAX_NUMERAL_LENGTH, parse_numeral
from lawreport_parser.numbers.places import ARABIC_DIGITS
from lawreport_parser.numbers.refusals import Figure
from lawreport_parser.numbers.units import COINS

__all__ = ["amount", "end_of_odd_parts"]

_QUANTITIES: Final = Terminals("quantities")
#: How a number begins that makes no shape of 角: 3角, 叁角.
_NO_SHAPES: Final = frozenset(ARABIC_DIGITS + "壹贰叁肆伍陆柒捌玖")
_EXACT: Final = Context(prec=2 * MAX_NUMERAL_LENGTH)


def amount(view: str, figure: Figure) -> Figure | None:
    """Return a figure in 元, 块 or one of their parts as an amount in 元, with the parts behind it.

    块 counts other things too, and is money before parts only. Null for 三角 and 五角, which are shapes and names.
    """
    unit, value, end = figure.unit or "", figure.value, figure.end
    if unit in ("元", "圆", "块"):
        whole = figure.high is None and not figure.over and value == value.to_integral_value()
        parts = _QUANTITIES.MONEY_PARTS.match(view, end) if whole else None
        if parts is None:
            return figure if unit == "块" else figure._replace(unit="元")
        value = _EXACT.add(value, _coins(parts["tenths"] or parts["spoken"], 10))
        value = _EXACT.add(value, _coins(parts["hundredths"] or parts["cents"], 100))
        value = _EXACT.add(value, _coins(parts["mills"], 1000))
        return figure._replace(end=parts.end(), value=value, unit="元", kind="money")
    coins = COINS[unit]
    value = _EXACT.divide(value, Decimal(coins))
    high = figure.high and _EXACT.divide(figure.high, Decimal(coins))
    if unit in ("角", "毛"):
        whole = high is None and not figure.over and figure.value == figure.value.to_integral_value()
        parts = _QUANTITIES.CENTS.match(view, end) if whole else None
        if parts:
            value = _EXACT.add(value, _coins(parts["hundredths"], 100))
            value, end = _EXACT.add(value, _coins(parts["mills"], 1000)), parts.end()
        elif view[figure.start] not in _NO_SHAPES:
            return None
    return figure._replace(end=end, value=value, high=high, unit="元")


def end_of_odd_parts(view: str, figure: Figure) -> int:
    """Return where parts end that cannot be added to the amount before them (0.5元5分, 1元2); -1 where none stand."""
    if figure.kind != "money" and figure.unit != "分":
        return -1
    parts = _QUANTITIES.ODD_PARTS.match(view, figure.end)
    if parts is None and figure.unit == "元" and not figure.scale:
        parts = _QUANTITIES.SPOKEN_PART.match(view, figure.end)
    if parts is None or (figure.unit == "分" and view[parts.end() - 1] != "厘"):
        return -1
    return parts.end()


def _coins(digit: str | None, coins: int) -> Decimal:
    return _EXACT.divide(parse_numeral(digit), Decimal(coins)) if digit else Decimal(0)
