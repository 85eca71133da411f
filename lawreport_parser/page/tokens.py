"""The words of a line as tokens: what each is, and how strong the gap before it.

The same tokens stand at the head and at the foot of a page, whether it has its line breaks or lost them. What a token
is shows in its own words; what it is worth there is decided by the readers (`evidence.py`, `foot.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from typing import Final, Literal, NamedTuple

from lawreport_parser.blanks import BLANK_CHARACTERS, trim
from lawreport_parser.organs import is_organ
from lawreport_parser.page.patterns import PAGE, outline_start, page_patterns
from lawreport_parser.page.titles import Titles

__all__ = [
    "PRECEDENCE",
    "Gap",
    "Kind",
    "Token",
    "breaks_in",
    "gap_between",
    "is_addressee",
    "single_word",
    "words_of",
]

#: What a token is. `label` and `value` are metadata; `date` and `number` stand without a label; `organ` names an
#: organisation and nothing else; `occasion` and `person` say where and by whom a report was given; `order` is the name
#: of a paper (…人民政府令) above its number; `slogan` is one above the title; `link`, `control`, `navigation` and
#: `site` belong to the web page; `word` is what nothing tells; `mark` a stray sign; `prose` and `marker` are text of
#: the report.
Kind = Literal[
    "label",
    "value",
    "title",
    "organ",
    "date",
    "number",
    "addressee",
    "occasion",
    "person",
    "order",
    "slogan",
    "rule",
    "link",
    "control",
    "navigation",
    "site",
    "mark",
    "word",
    "prose",
    "marker",
]


class Gap(IntEnum):
    """How strongly a token is set apart from the one before."""

    NOTHING = 0
    BRACKET = 1
    BLANK = 2
    BLANKS = 3
    CELL = 4
    LINE = 5


class Token(NamedTuple):
    """A token: what it is, where, and the gap before it. `place` is a date or number without brackets around it."""

    kind: Kind
    start: int
    end: int
    gap: Gap
    place: tuple[int, int] | None = None


#: What shows at its first letters: kind, terminal of `page.lark`, and whether a gap, bar or bracket must close it. The
#: first that fits is taken.
PRECEDENCE: Final[tuple[tuple[Kind, str, bool], ...]] = (
    ("link", "LINK", False),
    ("control", "CONTROL", False),
    ("control", "COUNTER", True),
    ("control", "BUTTON", False),
    ("navigation", "NEXT_PAGE", False),
    ("rule", "BODY_RULE", True),
    ("marker", "OUTLINE_START", False),
    ("date", "LONE_DATE", True),
    ("date", "DATED", False),
    ("number", "NUMBERED", False),
    ("number", "LONE_NUMBER", False),
    ("navigation", "NAVIGATION", False),
    ("navigation", "TRAIL", False),
    ("mark", "STRAY", True),
)
#: The row of markers.
_MARKERS: Final = next(row for row, (kind, _, _) in enumerate(PRECEDENCE) if kind == "marker")
#: The kind of each row, by the name of its group in the pattern of all.
_KIND_OF: Final = {f"_{row}": kind for row, (kind, _, _) in enumerate(PRECEDENCE)}
_BARS: Final = frozenset("\t|｜丨")
#: Python 3.11 looks an enumeration's member up ten times as long as a name.
_BLANK: Final = Gap.BLANK


@cache
def _first_letters() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return a pattern for the rows of `PRECEDENCE` above that of markers, one for those below; groups name rows."""
    page, parts = page_patterns(), []
    for row, (_, terminal, closed) in enumerate(PRECEDENCE):
        parts.append(f"(?P<_{row}>(?:{page[terminal]}){page['CLOSED'] if closed else ''})")
    return re.compile("|".join(parts[:_MARKERS])), re.compile("|".join(parts[_MARKERS + 1 :]))


def _at_first_letters(text: str, at: int, stop: int) -> tuple[Kind, int] | None:
    """Return the kind of the token that shows at its first letters, and where these end."""
    above, below = _first_letters()
    found = above.match(text, at, stop)
    if found is None:
        marker = outline_start(text, at, stop)
        if marker is not None:
            return "marker", marker.end()
        found = below.match(text, at, stop)
    return (_KIND_OF[found.lastgroup or ""], found.end()) if found else None


def gap_between(text: str, start: int, end: int) -> Gap:
    """Return the gap that the blanks and bars of `start:end` make."""
    if start >= end:
        return Gap.BRACKET if text[start - 1 : start] in ("】", "]", "）", ")") else Gap.NOTHING
    between = text[start:end]
    if between in (" ", "\xa0"):
        return _BLANK
    return Gap.BLANKS if _BARS.isdisjoint(between) else Gap.CELL


def words_of(
    text: str, start: int, stop: int, end: int, gap: Gap | None, titles: Titles, *, prose: bool
) -> Iterator[Token]:
    """Yield the tokens of `start:stop`, which holds no label, on a line that ends at `end`.

    At `stop` a label follows, or the line ends, or (`prose`) the first mark of a sentence stands: from the word that it
    belongs to on all is prose. `gap` is that before the first of them; None where it is that behind `start`.
    """
    at, last = start, start
    in_trail = False
    while True:
        between = PAGE.BETWEEN.match(text, at, stop)
        at = between.end() if between else at
        if at >= stop:
            if prose and at < end:
                yield Token("prose", at, end, gap_between(text, last, at) if gap is None or last > start else gap)
            elif stop == end and (stray := text[last:stop].strip(BLANK_CHARACTERS)):
                end = trim(text, last, stop)[1]
                yield Token("mark", end - len(stray), end, gap_between(text, last, end - len(stray)))
            return
        before = gap_between(text, last, at) if gap is None or last > start else gap
        found = _at_first_letters(text, at, stop)
        token = _by_first_letters(text, at, stop, before, *found, in_trail=in_trail) if found else None
        if token is None:
            token = _by_shape(text, at, stop, end, before, titles, prose=prose, in_trail=in_trail)
        yield token
        if token.kind in ("prose", "marker"):
            return
        at = last = token.end
        trail = PAGE.TRAIL.match(text, at, stop) if at < stop else None
        in_trail = trail is not None or (token.kind == "navigation" and text[at - 1] in ":： >＞»›→")
        if trail:
            at = trail.end()


def single_word(text: str, start: int, end: int, gap: Gap) -> Token:
    """Return the token of a line that is one word without blanks and marks, and no title."""
    found = _at_first_letters(text, start, end)
    if found and found[1] == end:
        token = _by_first_letters(text, start, end, gap, *found, in_trail=False)
        if token is not None:
            return token
    return Token(_kind_of_word(text, start, end), start, end, gap)


def _kind_of_word(text: str, start: int, end: int) -> Kind:
    if PAGE.SITE.fullmatch(text, start, end):
        return "site"
    return "organ" if end - start <= 40 and is_organ(text[start:end]) else "word"


def _by_first_letters(text: str, at: int, stop: int, gap: Gap, kind: Kind, end: int, *, in_trail: bool) -> Token | None:
    """Return the token that shows at its first letters; None where the rest of the word says that it is none."""
    end = trim(text, at, end)[1]
    if kind in ("date", "number"):
        bracketed = text[at] in "[【〔（(" and text[end - 1] in "]】〕）)"
        place = trim(text, at + 1, end - 1) if bracketed else (at, end)
        return Token(kind, at, end, gap, place)
    if kind == "navigation" and end == stop - 1 and text[end] in ":：":
        # 朗读：
        end = stop
    closed = text[end - 1] in ":：>＞»›→" or in_trail or text.startswith("首页", at)
    if kind == "navigation" and not closed and PAGE.WORD.match(text, end, stop):
        # 登录系统… is no button: what goes on with letters is a word.
        return None
    return Token(kind, at, max(end, at + 1), gap)


def _by_shape(
    text: str, at: int, stop: int, end: int, gap: Gap, titles: Titles, *, prose: bool, in_trail: bool
) -> Token:
    """Return the token that shows as a whole: a title, an addressee, a name, or a word that nothing tells."""
    if titles.known and (known := titles.repeated(at, end)):
        return Token("title", at, known, gap)
    word = PAGE.WORD.match(text, at, stop)
    word_end = word.end() if word else at + 1
    within_trail = in_trail or PAGE.TRAIL.match(text, word_end, stop) is not None
    if text.find("：", at, stop) >= 0 or text.find(":", at, stop) >= 0:
        addressed = PAGE.ADDRESSEE.match(text, at, min(stop, at + 90))
        if addressed and is_addressee(text, *addressed.span(), end):
            return Token("addressee", at, addressed.end(), gap)
    title = titles.end_of(at, stop, end)
    if title and not (within_trail and not PAGE.TELLS_TITLE.search(text, at, title)):
        return Token("title", at, title, gap)
    if prose and word_end == stop:
        # 各乡镇人民政府，县政府各部门：
        addressed = PAGE.ADDRESSEE.match(text, at, min(end, at + 90))
        if addressed and is_addressee(text, *addressed.span(), end):
            return Token("addressee", at, addressed.end(), gap)
        return Token("prose", at, end, gap)
    if within_trail:
        return Token("navigation", at, word_end, gap)
    return Token(_kind_of_word(text, at, word_end), at, word_end, gap)


def breaks_in(text: str, start: int, end: int) -> int:
    """Return how many line breaks stand in a gap between two lines, at most a few."""
    return len(PAGE.BREAK.findall(text, start, min(end, start + 40)))


def is_addressee(text: str, start: int, end: int, line_end: int) -> bool:
    """Say whether `start:end` (各乡镇人民政府：) addresses somebody: on its line nothing or the text follows."""
    if end - start > 60 or PAGE.NO_ADDRESSEE.search(text, start, end):
        return False
    parts = PAGE.SPACES.split(text[start:end])
    if len(parts) > 1 and parts[-2][-1:] not in "，,、" and PAGE.ADDRESSEE.fullmatch(parts[-1]):
        # 省长　王某 各位代表：
        return False
    behind = trim(text, end, line_end)
    return behind[0] >= behind[1] or behind[1] - behind[0] > 30 or PAGE.SENTENCE.search(text, *behind) is not None
