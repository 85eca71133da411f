"""Figures that a page has torn: over the end of a row, by the blanks of justified text, at a point or a comma.

The pieces of 1⏎234次 or 一 百 五 十 个百分点 are put together, and `numbers/quantities.py` reads the figure again.
Whether they belong together is sure, open, or not so (null): what is open is no figure, and a problem says so.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from lawreport_parser.grammars import Terminals
from lawreport_parser.han import is_han
from lawreport_parser.numbers.places import ARABIC_DIGITS, HAN_NUMERALS, NUMERAL_CHARACTERS
from lawreport_parser.numbers.quantity_patterns import ARABIC_GLUE, BLANKS, DASH_STARTS
from lawreport_parser.numbers.refusals import Figure
from lawreport_parser.numbers.units import UNITS, QuantityKind

__all__ = [
    "BEFORE_REST",
    "LABELS",
    "TORN_BY",
    "Tear",
    "belong_together",
    "is_part_of_code",
    "joined",
    "start_of_torn",
    "tear_behind",
]

_QUANTITIES: Final = Terminals("quantities")

#: What may stand behind the first piece of a figure, and before the rest of a number torn at its point or comma.
TORN_BY: Final = frozenset(" \t\u3000\xa0\r\n.．点百工自小星季礼")
BEFORE_REST: Final = BLANKS | frozenset(",，.．")

_BLANKS: Final = " \t\u3000\xa0"
_ROW_ENDS: Final = "\r\n"
_SCALES: Final = frozenset("十百千万亿")
#: What stands beside the blanks of justified text: 一 百 五 十 个 百 分 点.
_SPACED: Final = frozenset(HAN_NUMERALS + "点个分之")
#: How the units begin of which 个 may be torn off: 个 百分点, 个 月.
_BEHIND_PIECES: Final = "百月工小自星季礼"
#: How what goes on with a figure in the next row begins: more of its numeral, or its unit.
_GOES_ON: Final = NUMERAL_CHARACTERS | {unit[0] for unit in UNITS}
#: Kinds of figures that no hour can be: 四点 五个百分点, but 四点 五个人.
_NO_HOURS: Final = ("percent", "percentage_point", "permille", "money", "multiple", "length", "area", "other")
#: Words before a number that make it a name: 附件1, 亮点三. What stands behind it is a figure of its own.
LABELS: Final = (
    "表", "图", "附件", "编号", "序号", "项目", "标段", "方案", "亮点", "案例", "举措", "做法", "任务", "专栏",
    "第", "之", "其", "类型", "问题",
)  # fmt: skip
#: What with 一 and the like is a word: 统一, 唯一, 专一.
_WORDS_IN_ONE: Final = frozenset("统唯单专同归逐划合万")
#: What may stand, besides a letter, before a figure in running text.
_BEFORE_FIGURES: Final = frozenset("，、；：“（(")
_DASHES: Final = DASH_STARTS - BLANKS
#: A row of this many characters goes on in the next; how far a row and a figure are looked through.
_FULL_ROW: Final = 20
_BEYOND: Final = 60


class Tear(NamedTuple):
    """What parts a figure: the first piece ends at `end`, the next begins at `following`, in the next row or not."""

    end: int
    following: int
    rows: bool


def tear_behind(view: str, end: int, figure: Figure | None) -> Tear | None:
    """Return the tear behind what was read up to `end`, if more of `figure` may stand behind it."""
    torn_unit = _QUANTITIES.TORN_UNIT.match(view, end) if figure and figure.unit == "个" else None
    at = torn_unit.end() if torn_unit else end + (view[end] not in BLANKS and view[end] not in _ROW_ENDS)
    parting = _QUANTITIES.PARTING.match(view, at)
    if parting is None:
        return None
    following = parting.end()
    rows = parting[0].strip(_BLANKS) != ""
    letter = view[following]
    if figure and figure.unit == "个":
        return Tear(at, following, rows) if rows or torn_unit or letter in _BEHIND_PIECES else None
    if figure and figure.kind is not None:
        # A whole figure, unless a share: 百分之五 十.
        is_share = view[figure.start] in "百千" and figure.unit in ("%", "‰")
        goes_on = is_share and (letter in HAN_NUMERALS or letter == "点")
    elif view[end] == "点" or letter == "点":
        goes_on = True
    elif rows:
        goes_on = letter in _GOES_ON
    elif letter in ARABIC_DIGITS:
        goes_on = view[end - 1] in _SCALES and _QUANTITIES.SCALED_DIGITS.match(view, following) is not None
    else:
        goes_on = letter in HAN_NUMERALS and view[end - 1] in HAN_NUMERALS
    return Tear(at, following, rows) if goes_on else None


def joined(view: str, window: int, start: int, tear: Tear) -> tuple[str, list[int]]:
    """Return the text from `window` on with the pieces of the figure at `start` put together, and their places.

    Left out is what parts them at `tear`, and behind it the blanks between Han numerals. The text ends with its row.
    """
    places = list(range(window, tear.end))
    position, stop = tear.following, min(len(view), start + _BEYOND)
    while position < stop and view[position] not in _ROW_ENDS:
        parting = _QUANTITIES.PARTING.match(view, position) if view[position] in BLANKS else None
        if parting:
            left, right = view[position - 1], view[parting.end()]
            if left in _SPACED and (right in _SPACED or (left in _SCALES and right in ARABIC_DIGITS)):
                position = parting.end()
                continue
        places.append(position)
        position += 1
    return "".join([view[place] for place in places]), places


def belong_together(
    view: str,
    start: int,
    end: int,
    tear: Tear,
    figure: Figure | None,
    whole: tuple[QuantityKind, int],
    unit_behind: bool,
) -> bool | None:
    """Say whether the pieces of a figure surely belong together; null where they surely do not.

    The first piece stands from `start` to `end`, and is `figure` if it is one alone. `whole` is the kind of the
    figure put together and where it ends; `unit_behind` says that a unit stands right behind that.
    """
    before = view[start - 1] if start else "\n"
    if view[max(0, start - 4) : start].endswith(LABELS) or (end == start + 1 and before in _WORDS_IN_ONE):
        return None
    if tear.rows:
        return _row_goes_on(view, start, tear, figure, before)
    kind, stop = whole
    if figure and figure.unit == "个":
        return True
    if view[end] == "点" or view[tear.following] == "点":
        return True if kind in _NO_HOURS else None
    if figure and figure.kind is not None:
        return not unit_behind
    return end > start + 1 or len(view[start:stop].split()) > 2


def _row_goes_on(view: str, start: int, tear: Tear, figure: Figure | None, before: str) -> bool | None:
    """Say whether a figure surely goes on in the next row: in running text, and where the row is full."""
    end, following = tear.end, tear.following
    if figure is None:  # 百分之⏎五十
        return True
    if before in _DASHES and start > 1 and view[start - 2] in NUMERAL_CHARACTERS:
        return False  # the high end of a range
    both = view[following] in NUMERAL_CHARACTERS and (view[end - 1] in NUMERAL_CHARACTERS or view[end - 1] in ".．点")
    if not (is_han(before) or before in _BEFORE_FIGURES):
        return False if both else None
    row = end - 1 - max(view.rfind(mark, max(0, start - _BEYOND), start) for mark in _ROW_ENDS)
    if row >= _FULL_ROW:
        is_year = end == start + 4 and view[start : start + 2] in ("19", "20")
        return not (is_year and both)
    if both and end > start + 1 and view[start] in HAN_NUMERALS and view[following] in HAN_NUMERALS:
        return True
    return False if figure.unit or both or view[following] in _SCALES else None


def start_of_torn(view: str, start: int) -> int:
    """Return where the number begins of which the numeral at `start` is the rest (94. 1%, 1,23件, 1 2 3件), else -1."""
    if view[start - 1] in BLANKS:
        window = max(0, start - 8)
        if decimal := _QUANTITIES.TORN_DECIMAL.search(view[window:start]):
            return window + decimal.start() + 1
        group = _QUANTITIES.TORN_GROUP.search(view[window:start])
        if group and _QUANTITIES.THREE_DIGITS.match(view, start):
            return window + group.start()
        window = max(0, start - _BEYOND)
        digits = _QUANTITIES.TORN_DIGITS.search(view[window:start])
        begin = window + digits.start("digits") if digits else 0
        return begin if digits and not view[max(0, begin - 4) : begin].rstrip(_BLANKS).endswith(LABELS) else -1
    pattern = _QUANTITIES.TORN_GROUP if view[start - 1] in ",，" else _QUANTITIES.TORN_BEFORE_POINT
    window = max(0, start - 7)
    rest = pattern.search(view[window:start])
    return window + rest.start() if rest else -1


def is_part_of_code(view: str, start: int) -> bool:
    """Say whether a torn number is an ordinal or goes on from a code: 第1,23件, GB 12,34."""
    before = view[start - 1 : start] if start else ""
    return before in ARABIC_GLUE or (before.isascii() and before.isalnum())
