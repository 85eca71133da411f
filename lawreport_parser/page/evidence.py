"""The evidence that the head of a page still goes on, or that the report has begun.

What was read so far decides what the next token is worth: a word that nobody knows, a title below a title, prose.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lawreport_parser.blanks import trim
from lawreport_parser.page.labels import LabelHit
from lawreport_parser.page.model import Found
from lawreport_parser.page.patterns import PAGE
from lawreport_parser.page.titles import Sureness, Titles, says_whose, sureness
from lawreport_parser.page.tokens import Gap, Kind, Token

__all__ = ["PROSE_BELOW_TITLE", "RULED", "SHORT", "WORTH", "Evidence", "Step"]

#: What a token is worth as evidence that the head of the page still goes on.
WORTH: Final[dict[Kind, int]] = {
    "rule": 6,
    "title": 50,
    "label": 15,
    "addressee": 20,
    "number": 15,
    "occasion": 12,
    "order": 12,
    "date": 10,
    "navigation": 10,
    "organ": 8,
    "person": 8,
    "link": 6,
    "control": 6,
    "site": 6,
    "value": 0,
    "mark": 1,
    "word": -1,
    "slogan": -21,
    "prose": -30,
    "marker": -1000,
}
#: ... a line that says where the text begins; a label without value, or one that heads columns of any table; a label in
#: the midst of words; a title that may be the name of a column, which no slogan stands above; a long word; prose below
#: prose, and below a title; a slogan below another.
RULED: Final = 100
_EMPTY: Final = 8
_DOUBTFUL: Final = 5
_WITHIN_WORDS: Final = 4
_LIKE_TITLE: Final = 20
_LONG_WORD: Final = -3
_MORE_PROSE: Final = -3
_MORE_SLOGANS: Final = -1
PROSE_BELOW_TITLE: Final = -300
#: Tokens that alone do not show that a page has a head: a text may begin with them.
_WEAK: Final = frozenset({"organ", "date", "person", "site", "mark", "order", "number", "control"})
#: A line of so many characters is prose, if nothing in it is known.
SHORT: Final = 40


class Step:
    """What is read at once: the tokens of a word, of a line or of several, and what they give."""

    __slots__ = ("found", "lines", "tokens", "whole", "worth")

    def __init__(self, tokens: list[Token], worth: int, found: Sequence[Found] = ()) -> None:
        self.tokens = tokens
        self.worth = worth
        self.found = found
        #: The line behind it, once it ends a line.
        self.lines = 0
        #: Whether it is the end of its line.
        self.whole = False


class Evidence:
    """Weighs the tokens of a page in the order in which they stand, and holds what is known of it so far."""

    def __init__(self, text: str, lines: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.lines = lines
        self.titles = Titles(text, lines)
        #: Something known stood already; a word that nobody knows did; how many lines of prose did.
        self.known = False
        self.unknown = False
        self.prose = 0
        #: A value stood on the line below its label; the page names its date of publication.
        self.alternates = False
        self.published = False
        #: A slogan stood above the title, or a list of documents: either may begin the text, too.
        self.begun = False
        #: The page is an order or a public notice, whose text makes another one known.
        self.ordered = False
        #: The last line that was known to be one of head, by what it was.
        self.last: Kind | None = None

    def one(self, token: Token, before: Step | None = None) -> Step:
        """Return the step of one token, weighed."""
        kind = token.kind
        worth = WORTH[kind]
        found: Sequence[Found] = ()
        if kind == "word" and before is not None and self.titles.known:
            # Sentences hold no blanks: behind the title, a word that one sets apart from the text is none of it.
            return Step([token], 1)
        if kind == "title":
            worth = self.worth_of_title(token)
            self.titles.add(self.text[token.start : token.end])
        elif kind == "prose":
            worth = self._worth_of_prose()
        elif kind == "word":
            worth = _LONG_WORD if token.end - token.start > SHORT else worth
            self.unknown = True
        elif kind == "slogan":
            worth = _MORE_SLOGANS if self.begun else worth
            self.begun = self.unknown = True
        elif kind == "organ":
            self.titles.organs.append(self.text[token.start : token.end])
        elif token.place is not None and kind in ("date", "number"):
            found = self._bare(token)
        if kind in _WEAK and self.unknown and not self.known:
            worth = min(worth, 0)
        elif worth > 0 and kind not in _WEAK:
            self.known = True
        if worth > 0:
            self.last = kind
        return Step([token], worth, found)

    def listed(self, tokens: list[Token]) -> Step:
        """Return the step of a table that lists documents: below a title it is text, as prose is."""
        titled = self.titles.surest >= Sureness.DATED or self.ordered
        worth = self._worth_of_prose() if titled else WORTH["slogan"]
        self.begun = self.unknown = True
        return Step(tokens, worth)

    def _bare(self, token: Token) -> list[Found]:
        """Return what a date or number without a label says: the date of publication, that of writing below a name."""
        assert token.place is not None
        text, (start, end) = self.text, token.place
        if token.kind == "number":
            return [self.number(start, end)]
        if text[token.start] in "（(" and "年" in text[start:end]:
            written = self.last in ("organ", "title") and (token.gap >= Gap.LINE or token.gap == Gap.NOTHING)
            return [Found("written_date", "", text[start:end], start, end)] if written else []
        if self.published or (not self.titles.known and text.find("星期", start, token.end + 4) >= 0):
            # 2026年3月1日 星期日 above the title is today's date.
            return []
        self.published = True
        return [Found("published_date", "", text[start:end], start, end)]

    def number(self, start: int, end: int) -> Found:
        """Return a document number that no label names, without brackets around it."""
        if self.text[start] in "（(" and self.text[end - 1] in "）)":
            start, end = trim(self.text, start + 1, end - 1)
        return Found("document_number", "", self.text[start:end], start, end)

    def worth_of_title(self, token: Token) -> int:
        """Return what a title is worth: less where it may be the name of a column, or a sentence of the text."""
        words = self.text[token.start : token.end]
        sure = sureness(words)
        if self.prose and not self._is_named(token):
            return _LIKE_TITLE
        if self.begun and sure < Sureness.SURE:
            whose = PAGE.REPORT_ENDS.search(words) is not None and says_whose(words)
            return WORTH["title"] if whose else _LIKE_TITLE
        return _LIKE_TITLE if sure == Sureness.LIKE else WORTH["title"]

    def _is_named(self, token: Token) -> bool:
        """Say whether a title tells whose it is and what it is about, or stands above whom it addresses."""
        words = "".join(self.text[token.start : token.end].split())
        if PAGE.TITLE_ABOUT.search(words):
            return True
        below = next((line for line in self.lines if line[0] >= token.end), None)
        return below is not None and PAGE.ADDRESSEE.fullmatch(self.text, *below) is not None

    def _worth_of_prose(self) -> int:
        self.prose += 1
        self.unknown = True
        if self.titles.surest >= Sureness.DATED or self.ordered:
            return PROSE_BELOW_TITLE
        return WORTH["prose"] if self.prose == 1 else _MORE_PROSE

    def found(self, hit: LabelHit, start: int, end: int) -> Found:
        """Return what a label gives with its value, and remember what later tokens depend on."""
        field, words = hit.label.field or "other", self.text[start:end]
        if field == "document_number" and not self._is_number(hit, words):
            field = "other"
        elif field == "published_date":
            self.published = True
        elif field == "title":
            self.titles.add(words, labelled=True)
        return Found(field, hit.label.words, words, start, end)

    def _is_number(self, hit: LabelHit, words: str) -> bool:
        """Say whether the value of a label is the number of a document; behind 编号 only what has its form is."""
        if hit.label.kind == "numbered":
            return PAGE.DOCUMENT_NUMBER.fullmatch(words) is not None
        return any(sign.isdecimal() for sign in words)

    def worth_of_label(self, hit: LabelHit, *, empty: bool, within: bool) -> int:
        """Return what a label is worth: less without a value, and in the midst of words."""
        self.last = "label"
        if not hit.known:
            # 主要做法：below the title is a heading of the text.
            below_title = empty and self.titles.surest >= Sureness.DATED
            return _DOUBTFUL if self.known and not below_title else WORTH["word"]
        if within:
            worth = _WITHIN_WORDS
        elif hit.label.kind in ("day", "time") or not hit.marked:
            worth = _DOUBTFUL if not empty else 2
        else:
            worth = WORTH["label"] if not empty else _EMPTY
        self.known = self.known or worth >= _DOUBTFUL
        return worth
