"""The head of a page: metadata, titles, addressee and navigation, down to where the body begins.

The lines from the top of the page become tokens; each is evidence that the head still goes on, or that the report has
begun. The body begins where the sum of the evidence is greatest: what nobody knows is part of the head only where
something known stands beyond it, and no single line gives the head up. Pages that lost their line breaks are read the
same way; there the head has to show more before it ends within a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lawreport_parser.header_fields import ROWS
from lawreport_parser.organs import is_full, is_organ, names_person
from lawreport_parser.page.labels import (
    BARS,
    LabelHit,
    begins_with_label,
    glued_label,
    hit_of,
    is_label,
    label_at,
    labels_in,
    split_cells,
    value_form,
)
from lawreport_parser.page.model import Found, Page, Piece
from lawreport_parser.page.patterns import GAPS, LONGEST, PAGE
from lawreport_parser.page.titles import Sureness, Titles, sureness, tidy_title
from lawreport_parser.page.tokens import (
    BETWEEN,
    Gap,
    Kind,
    Token,
    gap_between,
    is_addressee,
    single_word,
    words_of,
)
from lawreport_parser.spans import BLANK_CHARACTERS, trim

__all__ = ["Head"]

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
    "prose": -30,
    "marker": -1000,
}
#: ... a line that says where the text begins; a label without value, or one that heads columns of any table; a label in
#: the midst of words; a title that may be the name of a column; a long word; prose below prose, and below a title.
_RULED: Final = 100
_EMPTY: Final = 8
_DOUBTFUL: Final = 5
_WITHIN_WORDS: Final = 4
_LIKE_TITLE: Final = 20
_LONG_WORD: Final = -3
_MORE_PROSE: Final = -3
_PROSE_BELOW_TITLE: Final = -300
#: The head ends within a line only where all of it is worth so much.
_ENOUGH_WITHIN_LINE: Final = 20
#: How many lines are read at the top of a page, and how many of them may be prose.
_TOP_LINES: Final = 80
_PROSE_LINES: Final = 6
#: Tokens that alone do not show that a page has a head: a text may begin with them.
_WEAK: Final = frozenset({"organ", "date", "person", "site", "mark", "order", "number", "control"})
#: A label with its value that nothing parts from it is no longer than this.
_LONGEST_GLUED: Final = 60
#: A line of so many characters is prose, if nothing in it is known.
_SHORT: Final = 40
_RULES: Final = frozenset("=＝-—_*─")
_STARS: Final = frozenset(BLANK_CHARACTERS + "*")
#: What stands behind a value and is no part of it.
_BEHIND_VALUE: Final = _STARS | frozenset("|｜】")
#: Fields whose value shows by its form that it is one.
_TELLING: Final = frozenset({"index_number", "document_number", "written_date", "published_date"})
_PIECES: Final[dict[Kind, str]] = {
    "label": "METADATA",
    "value": "METADATA",
    "date": "METADATA",
    "number": "METADATA",
    "title": "TITLE",
    "addressee": "ADDRESSEE",
}
_GOES_ON: Final = frozenset({"FURNITURE", "METADATA"})
#: A line that is one word of Han letters, without anything that parts it.
_SINGLE: Final = re.compile(r"[\u4e00-\u9fff]+")
#: Python 3.11 looks an enumeration's member up ten times as long as a name.
_BLANK: Final = Gap.BLANK
_LINE: Final = Gap.LINE
_BREAK: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


class _Step:
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


class Head:
    """Reads the head of the page from its first line on, until the body has begun."""

    def __init__(self, page: Page, lines: list[tuple[int, int]]) -> None:
        self.page = page
        self.text = page.text
        self.lines = lines
        self.titles = Titles(page.text, lines)
        #: Something known stood already; a word that nobody knows did; how many lines of prose did.
        self.known = False
        self.unknown = False
        self.prose = 0
        #: A value stood on the line below its label; the page names its date of publication.
        self.alternates = False
        self.published = False
        #: The page is an order or a public notice, whose text makes another one known.
        self.ordered = False
        #: The last line that was known to be one of head, by what it was.
        self.last: Kind | None = None

    def read(self) -> int:
        """Fill in the front of the page; return the index of the first line that holds body text."""
        steps: list[_Step] = []
        total = best = kept = 0
        index, body = 0, 0
        rule = self._rule()
        lowest = min(len(self.lines), _TOP_LINES)
        while index < lowest:
            reading = self._archived(index, rule) if index <= rule else self._line(index)
            taken = 1
            for step in _together(list(reading)):
                steps.append(step)
                total += step.worth
                taken = max(taken, step.lines)
                if total > best and (step.whole or total >= _ENOUGH_WITHIN_LINE):
                    best, kept = total, len(steps)
                    body = index + taken if step.whole else index
            index += taken
            if total <= best + _PROSE_BELOW_TITLE or self.prose > _PROSE_LINES:
                break
        self._keep(steps[:kept], body)
        if kept and not steps[kept - 1].whole and kept < len(steps):
            # Bars between the head and the text on its line belong to neither.
            left = trim(self.text, steps[kept - 1].tokens[-1].end, steps[kept].tokens[0].start)
            if left[0] < left[1]:
                self.page.front.append(Piece("FURNITURE", *left))
        return body

    def _keep(self, steps: list[_Step], body: int) -> None:
        """Put what was read into the page."""
        page = self.page
        titled = self._titles_that_count(steps)
        pieces: list[Piece] = []
        names: list[Token] = []
        for step in steps:
            page.found.extend(step.found)
            title: list[tuple[int, int]] = []
            for token in step.tokens:
                kind = _PIECES.get(token.kind, "FURNITURE")
                if token.kind == "title":
                    if token.start in titled or (title and step.lines > 1):
                        token = self._with_names(token, names, pieces)
                        title.append((token.start, token.end))
                    else:
                        kind = "FURNITURE"
                elif token.kind == "addressee":
                    page.addressee = page.addressee or (token.start, token.end)
                elif token.kind == "organ":
                    page.organs.append((token.start, token.end))
                if token.kind == "organ":
                    names.append(token)
                elif names:
                    names = []
                _put(pieces, kind, token)
            if title:
                page.titles.append(title)
        if self.ordered and not page.titles and all(each.field != "title" for each in page.found):
            page.titles.extend(self._made_known(body))
        page.front.extend(pieces)

    def _titles_that_count(self, steps: list[_Step]) -> set[int]:
        """Return where the titles begin that are the document's.

        One that may be the name of a column is none where a surer one stands, and neither is one above the navigation
        of the page (the words of its tab) where another stands below.
        """
        titles: dict[int, str] = {}
        menu = -1
        for step in steps:
            first = None
            for token in step.tokens:
                if token.kind == "title":
                    # A title over several lines is one.
                    first = token.start if first is None or step.lines < 2 else first
                    titles[first] = titles.get(first, "") + self._words(token)
                elif token.kind in ("navigation", "link"):
                    menu = token.start
        if not titles:
            return set()
        sure = {start: sureness(words) for start, words in titles.items()}
        surest = max(sure.values())
        below = {tidy_title(words) for start, words in titles.items() if start > menu}
        return {
            start
            for start, words in titles.items()
            if (sure[start] > Sureness.LIKE or surest == Sureness.LIKE)
            and (not below or start > menu or tidy_title(words) in below)
        }

    def _with_names(self, title: Token, names: list[Token], pieces: list[Piece]) -> Token:
        """Return a title with the names before it on its line, whose title it is: 石湾县人民政府 关于2023年…的报告."""
        words = self._words(title)
        if not words.startswith("关于") and PAGE.YEAR_FIRST.match(words) is None:
            return title
        for name in reversed(names):
            if title.gap >= Gap.CELL or not is_full(self._words(name)):
                break
            title = title._replace(start=name.start, gap=name.gap)
            pieces[-1].end = min(pieces[-1].end, trim(self.text, pieces[-1].start, name.start)[1])
            if pieces[-1].start >= pieces[-1].end or pieces[-1].start == name.start:
                pieces.pop()
            self.page.organs.remove((name.start, name.end))
        return title

    def _made_known(self, body: int) -> list[list[tuple[int, int]]]:
        """Return the title of what an order makes known: 《…办法》 of its text, on a line below if it stands there."""
        if body >= len(self.lines):
            return []
        text = self.text
        below = {"".join(text[slice(*line)].split()): line for line in self.lines[body + 1 : body + _TOP_LINES]}
        named = list(PAGE.NAMED_TITLE.finditer(text, *self.lines[body]))
        for name in named:
            if name[1] in below:
                return [[below[name[1]]]]
        made_known = PAGE.PROMULGATION.search(text, *self.lines[body])
        return [[name.span(1)] for name in named if made_known and name.start() == made_known.start()]

    def _words(self, token: Token) -> str:
        return self.text[token.start : token.end]

    # --- lines

    def _rule(self) -> int:
        """Return the index of a line such as ==== 正文 ==== that ends the head, or -1."""
        text, lines = self.text, self.lines[:_TOP_LINES]
        if not lines or text.find("正文", lines[0][0], lines[-1][1]) < 0:
            return -1
        for index, (start, end) in enumerate(lines):
            if text[start] in _RULES and end - start <= 120 and PAGE.ARCHIVE_RULE.fullmatch(text, start, end):
                return index
        return -1

    def _archived(self, index: int, rule: int) -> Iterator[_Step]:
        """Read a line above the rule, which is no text whatever it holds."""
        start, end = self.lines[index]
        if index == rule:
            yield self._ends_line(_Step([Token("rule", start, end, Gap.LINE)], _RULED))
            return
        yield from self._archived_words(start, end)

    def _archived_words(self, start: int, end: int) -> Iterator[_Step]:
        if start >= end:
            return
        hits = labels_in(self.text, start, end)
        if hits and hits[0].start == start:
            self.known = True
            for step in self._words_and_values(start, end, end, hits):
                step.worth = max(step.worth, 0)
                step.tokens = [t._replace(kind="word") if t.kind in ("prose", "marker") else t for t in step.tokens]
                yield step
        else:
            yield _Step([Token("word", start, end, Gap.LINE)], 0)

    def _line(self, index: int) -> Iterator[_Step]:
        """Read the line at `index`, or several that belong together."""
        text = self.text
        start, end = self.lines[index]
        gap = self._gap_above(index)
        if not _is_han(text[start]) or text[start] == "丨":
            if PAGE.BODY_RULE.fullmatch(text, start, end):
                yield self._ends_line(self._one(Token("rule", start, end, gap)))
                return
            bullet = PAGE.BULLET.match(text, start, end)
            if bullet and bullet.end() < end:
                yield _Step([Token("mark", start, trim(text, start, bullet.end())[1], gap)], 0)
                start = bullet.end()
            if stray := BETWEEN.match(text, start, end):
                mark = _Step([Token("mark", start, trim(text, start, stray.end())[1], gap)], 0)
                yield mark if stray.end() < end else self._ends_line(mark)
                if stray.end() >= end:
                    return
                start = stray.end()
        first = label_at(text, start, end)
        line: _Step | None = None
        if first is not None:
            line = self._table(index, start, end, gap, first)
        elif PAGE.OUTLINE_START.match(text, start, end):
            yield self._marker(start, end, gap)
            return
        elif end - start <= _LONGEST_GLUED and (glued := glued_label(text, start, end)) is not None:
            line = self._labelled(glued, end, end, gap, whole=True, followed=False, within=False)
        elif end - start <= LONGEST and text.find("。", start, end) < 0:
            line = self._one_thing(index, start, end, gap)
        if line is not None:
            yield self._ends_line(line)
            return
        if end - start > _SHORT and text.find("正文", start, start + LONGEST) >= 0:
            rule = PAGE.ARCHIVE_RULE.search(text, start, min(end, start + LONGEST))
            if rule:
                yield from self._archived_words(start, trim(text, start, rule.start())[1])
                yield _Step([Token("rule", *rule.span(), Gap.BLANK)], _RULED)
                start = trim(text, rule.end(), end)[0]
                first = label_at(text, start, end)
                if PAGE.OUTLINE_START.match(text, start, end):
                    yield self._marker(start, end, gap)
                    return
        if first is not None and (line := self._pair(start, end, gap, first)) is not None:
            yield self._ends_line(line)
            return
        stop = self._text_begins(start, end, first)
        hits: list[LabelHit] = []
        if first is not None or PAGE.LABEL_MARK.search(text, start, stop) or label_at(text, start, stop):
            hits = labels_in(text, start, stop)
            if hits and hits[0].start > start:
                hits = [hit for hit in hits if hit.marked]
            elif hits and not hits[0].known and stop < end:
                # 总体情况：我县推进依法行政。: text, and no label.
                hits = [hit for hit in hits if hit.known]
        yield from self._words_and_values(start, stop, end, hits, gap)

    def _one_thing(self, index: int, start: int, end: int, gap: Gap) -> _Step | None:
        """Read a line that is one thing as a whole: a title, a name. No label begins it, and it holds no full stop."""
        text, size = self.text, end - start
        if text[end - 1] in "令告件号" and (order := self._order(index, start, end, gap)) is not None:
            return order
        if not (text[start].isdecimal() and PAGE.DATE.match(text, start, end)):
            title = self._title(index, start, end, gap)
            if title is not None:
                return title
        if size <= _SHORT and _SINGLE.fullmatch(text, start, end):
            return self._one(single_word(text, start, end, gap))
        kind = self._kind_of_line(start, end)
        return self._one(Token(kind, start, end, gap)) if kind is not None else None

    def _table(self, index: int, start: int, end: int, gap: Gap, first: re.Match[str]) -> _Step | None:
        """Read a line that is one label, or whose cells are labels with their values; it begins with `first`."""
        if first.end() == end:
            return self._alone(index, start, end, gap, first)
        if end - start > LONGEST or BARS.search(self.text, start, end) is None:
            return None
        if end - start > 60 and PAGE.RUNS_ON.search(self.text, start, end):
            # The page lost its line breaks.
            return None
        cells = split_cells(self.text, start, end)
        return self._rows(index, start, end, gap, cells) or self._cells(start, end, gap, cells)

    def _pair(self, start: int, end: int, gap: Gap, first: re.Match[str]) -> _Step | None:
        """Read a line that is one label with its value, the most common one."""
        text = self.text
        if end - start > 60 or first["mark"] is None or text[first.end() - 1] not in "：:":
            return None
        if text.count("：", start, end) + text.count(":", start, end) != 1:
            return None
        if any(text.find(sign, first.end(), end) >= 0 for sign in "[【〔（("):
            # Another label may stand in the brackets.
            return None
        step = self._labelled(hit_of(first), end, end, gap, whole=True, followed=False, within=False)
        return step if step.tokens[-1].end == end else None

    def _marker(self, start: int, end: int, gap: Gap) -> _Step:
        return self._ends_line(_Step([Token("marker", start, end, gap)], WORTH["marker"]))

    def _text_begins(self, start: int, end: int, first: re.Match[str] | None) -> int:
        """Return where on a line text of the report may begin: at its first mark of a sentence, or its end.

        A line that begins with a label may hold such marks in its values.
        """
        text, furthest = self.text, min(end, start + LONGEST)
        prose = PAGE.PROSE.search(text, start, furthest)
        labelled = first is not None and first.end() > first.end("label")
        if not labelled and self.known and PAGE.UNKNOWN_LABEL.match(text, start, end):
            leads = PAGE.LEADS_IN.search(text, start, min(end, start + 12))
            labelled = not leads and not PAGE.SENTENCE.search(text, start, min(end, start + 80))
        if labelled:
            runs_on = prose and end - start > 60 and PAGE.RUNS_ON.search(text, start, end)
            return prose.start() if prose and (runs_on or end > furthest) else furthest
        stop = prose.start() if prose else furthest
        leads = PAGE.LEADS_IN.search(text, start, stop)
        return leads.start() if leads else stop

    def _gap_above(self, index: int) -> Gap:
        if index == 0:
            return _LINE
        above, start = self.lines[index - 1][1], self.lines[index][0]
        return Gap.EMPTY_LINE if start - above > 1 and self._breaks(above, start) > 1 else _LINE

    def _breaks(self, start: int, end: int) -> int:
        """Return how many line breaks stand in a gap between two lines, at most a few."""
        return len(_BREAK.findall(self.text, start, min(end, start + 40)))

    def _ends_line(self, step: _Step) -> _Step:
        step.whole = True
        step.lines = max(step.lines, 1)
        return step

    def _one(self, token: Token, before: _Step | None = None) -> _Step:
        """Return the step of one token, weighed."""
        kind = token.kind
        worth = WORTH[kind]
        found: Sequence[Found] = ()
        if kind == "word" and before is not None and self.titles.known:
            # Sentences hold no blanks: behind the title, a word that one sets apart from the text is none of it.
            return _Step([token], 1)
        if kind == "title":
            worth = self._worth_of_title(token)
            self.titles.add(self._words(token))
        elif kind == "prose":
            worth = self._worth_of_prose()
        elif kind == "word":
            worth = _LONG_WORD if token.end - token.start > _SHORT else worth
            self.unknown = True
        elif kind == "organ":
            self.titles.organs.append(self._words(token))
        elif token.place is not None and kind in ("date", "number"):
            found = self._bare(token)
        if kind in _WEAK and self.unknown and not self.known:
            worth = min(worth, 0)
        elif worth > 0 and kind not in _WEAK:
            self.known = True
        if worth > 0:
            self.last = kind
        return _Step([token], worth, found)

    def _bare(self, token: Token) -> list[Found]:
        """Return what a date or number without a label says: the date of publication, that of writing below a name."""
        assert token.place is not None
        text, (start, end) = self.text, token.place
        if token.kind == "number":
            return [self._number(start, end)]
        if text[token.start] in "（(" and "年" in text[start:end]:
            written = self.last in ("organ", "title") and token.gap >= Gap.LINE
            return [Found("written_date", "", text[start:end], start, end)] if written else []
        if self.published:
            return []
        self.published = True
        return [Found("published_date", "", text[start:end], start, end)]

    def _number(self, start: int, end: int) -> Found:
        """Return a document number that no label names, without brackets around it."""
        if self.text[start] in "（(" and self.text[end - 1] in "）)":
            start, end = trim(self.text, start + 1, end - 1)
        return Found("document_number", "", self.text[start:end], start, end)

    def _worth_of_title(self, token: Token) -> int:
        words = self._words(token)
        sure = sureness(words)
        if self.prose and not self._is_named(token):
            return _LIKE_TITLE
        return _LIKE_TITLE if sure == Sureness.LIKE else WORTH["title"]

    def _is_named(self, token: Token) -> bool:
        """Say whether a title tells whose it is and what it is about, or stands above whom it addresses."""
        words = "".join(self._words(token).split())
        if PAGE.TITLE_ABOUT.search(words):
            return True
        below = next((line for line in self.lines if line[0] >= token.end), None)
        return below is not None and PAGE.ADDRESSEE.fullmatch(self.text, *below) is not None

    def _worth_of_prose(self) -> int:
        self.prose += 1
        self.unknown = True
        if self.titles.surest >= Sureness.DATED or self.ordered:
            return _PROSE_BELOW_TITLE
        return WORTH["prose"] if self.prose == 1 else _MORE_PROSE

    def _kind_of_line(self, start: int, end: int) -> Kind | None:
        """Return what a line is that is one thing as a whole."""
        if end - start > 100:
            return None
        text = self.text
        if PAGE.TABLE_RULE.fullmatch(text, start, end):
            return "mark"
        if PAGE.INVITATION.fullmatch(text, start, end):
            return "navigation"
        if text[end - 1] in "：:" and PAGE.ADDRESSEE.fullmatch(text, start, end):
            return "addressee" if is_addressee(text, start, end, end) else None
        words = text[start:end]
        squeezed = "".join(words.split())
        if len(squeezed) <= 30 and (squeezed != words or len(words) <= 16) and names_person(squeezed):
            return "person"
        if PAGE.OCCASION.fullmatch(text, start, end):
            return "occasion"
        if PAGE.PROSE.search(text, start, end) and PAGE.REMARK_LINE.fullmatch(text, start, end):
            return "word"
        return None

    def _order(self, index: int, start: int, end: int, gap: Gap) -> _Step | None:
        """Read the name of a paper above its number, or beside it: 石湾县人民政府令 / 第12号, 石湾县人民政府文件."""
        text = self.text
        order = PAGE.ORDER.match(text, start, end) if end - start <= _SHORT else None
        if order is None:
            return None
        name_end = order.end()
        paper = text.endswith("文件", start, name_end)
        beside = trim(text, name_end, end)
        number = PAGE.LONE_NUMBER.fullmatch(text, *beside) if beside[0] < beside[1] else None
        below = self.lines[index + 1] if index + 1 < len(self.lines) else None
        if number is None and (name_end < end or not (paper or (below and PAGE.LONE_NUMBER.match(text, *below)))):
            return None
        step = self._one(Token("order", start, name_end, gap))
        organ_end = order.end(1)
        if not paper:
            self.ordered = True
            if is_full(text[start:organ_end]):
                step.tokens = [Token("organ", start, organ_end, gap), Token("order", organ_end, name_end, Gap.NOTHING)]
        if number is not None:
            step.tokens.append(Token("number", *beside, Gap.BLANK))
            step.found = [self._number(*beside)]
        return step

    def _title(self, index: int, start: int, end: int, gap: Gap) -> _Step | None:
        """Read a title, over one line or several."""
        text = self.text
        if PAGE.NAVIGATION.match(text, start, end) or PAGE.UNKNOWN_LABEL.match(text, start, end):
            return None
        if PAGE.BUTTON.match(text, start, end):
            return None
        count = self.titles.over_lines(index)
        if not count:
            return None
        colon = text.find("：", start, end) >= 0 or text.find(":", start, end) >= 0
        if colon and any(hit.known for hit in labels_in(text, start, end)):
            return None
        if count == 1 and self._is_listed(index):
            return self._one(Token("navigation", start, end, gap))
        lines = [(start, end), *self.lines[index + 1 : index + count]]
        if any(self._is_parted(*line) for line in lines):
            return None
        words = "".join(text[slice(*line)] for line in lines)
        if self.titles.surest >= Sureness.DATED and not self._is_another_title(words):
            return None
        whole = Token("title", start, lines[-1][1], gap)
        worth = self._worth_of_title(whole)
        self.titles.add(words)
        self.known, self.last = True, "title"
        step = _Step([Token("title", *line, gap) for line in lines], worth)
        step.lines = count
        return step

    def _is_parted(self, start: int, end: int) -> bool:
        """Say whether a label or a button stands on a line, which is no title then whatever it ends with."""
        if any(hit.known and hit.marked for hit in labels_in(self.text, start, end)):
            return True
        buttons = PAGE.BUTTON_BEHIND.finditer(self.text, start, end)
        return any(button.group()[0] in "【[" for button in buttons)

    def _is_listed(self, index: int) -> bool:
        """Say whether a title is one of a list of links: above or below it stands that of another year."""
        lines, text = self.lines, self.text
        years = self._years(index)
        for beside in (index - 1, index + 1) if years else ():
            if not 0 <= beside < len(lines):
                continue
            start, end = lines[beside]
            if beside > index and end - start > LONGEST:
                # The text begins there, and no title.
                break
            others = self._years(beside)
            if others and others != years and text.find("：", start, end) < 0 and text.find(":", start, end) < 0:
                return self.titles.over_lines(beside) == 1
        return False

    def _years(self, index: int) -> list[str]:
        return PAGE.WRITTEN_YEAR.findall(self.text, *self.lines[index])

    def _is_another_title(self, words: str) -> bool:
        """Say whether below a title these words are one once more, and not the first heading of the text."""
        squeezed = "".join(words.split())
        if PAGE.TITLE_ABOUT.search(squeezed) or sureness(squeezed) == Sureness.SURE:
            return True
        return any(squeezed in "".join(known.split()) for known in self.titles.known)

    # --- words and values

    def _words_and_values(
        self, start: int, stop: int, end: int, hits: list[LabelHit], gap: Gap = Gap.LINE
    ) -> list[_Step]:
        """Read a line up to `stop`, where text may begin: labels with their values, and the words around them.

        Where no text follows on the line, values reach further: they may hold blanks and the marks of sentences.
        """
        whole = stop == end
        at, begun, behind_value = start, False, False
        steps: list[_Step] = []
        before: _Step | None = None
        for number in range(len(hits) + 1):
            hit = hits[number] if number < len(hits) else None
            upto = hit.start if hit else stop
            if (upto > at and not self.text[at:upto].isspace()) or (hit is None and (not begun or stop < end)):
                prose = hit is None and stop < end
                for token in words_of(self.text, at, upto, end, None if begun else gap, self.titles, prose=prose):
                    step = self._one(token, before)
                    steps.append(step)
                    if step.worth > 0 and not whole:
                        before = step
                    behind_value, begun = False, True
                    at = max(at, token.end)
                    if token.kind in ("prose", "marker"):
                        step.whole, step.lines = True, 1
                        return steps
            if hit is None or hit.start < at or (not hit.known and not self.known):
                continue
            following = hits[number + 1].start if number + 1 < len(hits) else stop
            step = self._labelled(
                hit,
                following,
                end,
                gap_between(self.text, at, hit.start) if begun else gap,
                whole=whole,
                followed=number + 1 < len(hits),
                within=begun and not behind_value,
            )
            steps.append(step)
            begun = behind_value = True
            at = step.tokens[-1].end
        if steps:
            steps[-1].whole, steps[-1].lines = True, 1
        return steps

    def _labelled(
        self, hit: LabelHit, stop: int, end: int, gap: Gap, *, whole: bool, followed: bool, within: bool
    ) -> _Step:
        """Read a label with its value."""
        text, label = self.text, hit.label
        # No label of a field begins like a control.
        control = PAGE.CONTROL.match(text, hit.start, end) if label.field is None else None
        if control or label.kind == "control":
            place = control.span() if control else (hit.start, hit.end)
            return self._one(Token("control", *trim(text, *place), gap))
        start, value_end = self._value(hit, stop, end, whole=whole, followed=followed)
        tokens = [Token("label", hit.start, trim(text, hit.start, hit.end)[1], gap, None, hit)]
        value = text[start:value_end]
        empty = not value or PAGE.NO_VALUE.fullmatch(value) is not None
        found: list[Found] = []
        if value:
            tokens.append(Token("value", start, value_end, _BLANK))
        if not empty:
            found.append(self._found(hit, start, value_end))
        elif label.field is None:
            found.append(Found("other", label.words, "", start, start))
        return _Step(
            tokens, self._worth_of_label(hit, empty=empty, within=within and text[hit.start - 1] not in _STARS), found
        )

    def _found(self, hit: LabelHit, start: int, end: int) -> Found:
        field, words = hit.label.field or "other", self.text[start:end]
        if field == "document_number" and not any(sign.isdecimal() for sign in words):
            field = "other"
        elif field == "published_date":
            self.published = True
        elif field == "title":
            self.titles.add(words, labelled=True)
        return Found(field, hit.label.words, words, start, end)

    def _worth_of_label(self, hit: LabelHit, *, empty: bool, within: bool) -> int:
        self.last = "label"
        if not hit.known:
            return _DOUBTFUL if self.known else WORTH["word"]
        if within:
            worth = _WITHIN_WORDS
        elif hit.label.kind in ("day", "time") or not hit.marked:
            worth = _DOUBTFUL if not empty else 2
        else:
            worth = WORTH["label"] if not empty else _EMPTY
        self.known = self.known or worth >= _DOUBTFUL
        return worth

    def _value(self, hit: LabelHit, stop: int, end: int, *, whole: bool, followed: bool) -> tuple[int, int]:
        """Return the place of the value of a label, empty where it has none."""
        text, form = self.text, value_form(hit.label)
        if hit.bracketed:
            return hit.bracketed
        start = hit.end
        while start < stop and text[start] in _STARS:
            start += 1
        value_end = self._trimmed(start, stop)
        if start >= value_end:
            return start, start
        one_word = ROWS[hit.label.field].one_word if hit.label.field else hit.label.kind == "visits"
        if one_word and form not in ("date", "number", "code") and PAGE.DATE.match(text, start, value_end):
            # 来源： 2024-01-30: the label is empty.
            return start, start
        if form == "date":
            date = PAGE.DATE.match(text, start, value_end)
            value_end = trim(text, *date.span())[1] if date else self._word_end(start, value_end, whole=whole)
        elif form == "number" and (number := PAGE.DOCUMENT_NUMBER.match(text, start, value_end)):
            value_end = number.end()
        elif form == "title" and not whole:
            value_end = self.titles.end_of(start, stop, end) or (
                value_end if followed else self._word_end(start, value_end)
            )
        elif one_word or not whole:
            if whole or one_word or not followed:
                value_end = self._word_end(start, value_end, whole=whole)
            else:
                value_end = self._words_end(start, stop, end)
            if not whole and PAGE.TELLS_TITLE.search(text, start, value_end) and self.titles.end_of(start, stop, end):
                # 有效性：石湾县2023年…报告: the label is empty.
                return start, start
        else:
            value_end = self._cell_end(start, stop)
        if (
            not whole
            and not followed
            and start < value_end
            and (value_end == stop < end or text[value_end - 1] in "：:")
        ):
            value_end = self._value_before_body(start, value_end, end)
        return start, self._trimmed(start, value_end)

    def _trimmed(self, start: int, end: int) -> int:
        text = self.text
        while end > start and text[end - 1] in _BEHIND_VALUE:
            end -= 1
        return end

    def _word_end(self, start: int, stop: int, *, whole: bool = False) -> int:
        """Return where a value of one word ends; on a line of metadata a single blank does not end it."""
        pattern = PAGE.VALUE_STOPS if whole else GAPS
        found = pattern.search(self.text, start, stop)
        word_end = found.start() if found else stop
        return next((at for at in range(start, word_end) if self.text[at] in "|｜"), word_end)

    def _words_end(self, start: int, stop: int, end: int) -> int:
        """Return where a value of several words ends: before what is a title, a date, a number or a button."""
        value_end = start
        for token in words_of(self.text, start, stop, end, None, self.titles, prose=False):
            if value_end > start and (token.gap >= Gap.CELL or token.kind not in ("word", "organ", "site")):
                return value_end
            value_end = token.end
        return value_end

    def _cell_end(self, start: int, stop: int) -> int:
        """Return where a value of any words ends: before a bar or tab, or buttons in brackets."""
        text = self.text
        bar = BARS.search(text, start, stop)
        return self._before_others(start, bar.start() if bar else stop)

    def _before_others(self, start: int, stop: int) -> int:
        """Return where a value ends before the buttons behind it."""
        buttons = PAGE.BUTTONS_BEHIND.search(self.text, start, stop)
        others = buttons or PAGE.OTHER_BEHIND.search(self.text, start, stop)
        return others.start() if others else stop

    def _value_before_body(self, start: int, value_end: int, end: int) -> int:
        """Return where a value ends that runs into the body: 来源：县司法局2023年，…; `start` where it is none."""
        begins = PAGE.BODY_BEGINS
        for size in range(2, min(40, value_end - start + 1)):
            if begins.match(self.text, start + size, end) and not self.text[start + size].isspace():
                words = self.text[start : start + size]
                if PAGE.DATE.fullmatch(words) or PAGE.COUNT.fullmatch(words) or is_organ(words):
                    return start + size
        return start

    # --- labels and values in cells, and on lines of their own

    def _alone(self, index: int, start: int, end: int, gap: Gap, found: re.Match[str]) -> _Step | None:
        """Read a label alone on its line and the value on the next: 索引号 / 0142…"""
        if end - start > 24:
            return None
        hit = hit_of(found)
        tokens = [Token("label", start, end, gap, label=hit)]
        value = self._value_below(index, hit)
        given = [self._found(hit, *value)] if value and hit.label.kind != "control" else []
        worth = self._worth_of_label(hit, empty=value is None, within=False)
        step = _Step(tokens, worth, given)
        if value is not None:
            self.alternates = True
            below = self.lines[index + 1]
            if below[0] < value[0]:
                tokens.append(Token("mark", below[0], trim(self.text, below[0], value[0])[1], Gap.LINE))
            tokens.append(Token("value", *value, Gap.LINE))
            step.lines = 2
            self._add_rest(step, value[1], below[1])
        return step

    def _value_on_line(self, hit: LabelHit, start: int, end: int) -> tuple[int, int]:
        """Return the place of a value that stands apart from its label: it ends before a label, bar or button."""
        hits = labels_in(self.text, start, end)
        stop = next((each.start for each in hits if each.start > start and each.marked), end)
        if value_form(hit.label) == "title":
            tab = self.text.find("\t", start, stop)
            return start, self._trimmed(start, self._before_others(start, tab if tab > start else stop))
        apart = hit._replace(start=start, end=start, bracketed=None)
        value = self._value(apart, stop, end, whole=True, followed=stop < end)
        return value if value[0] < value[1] else (start, end)

    def _add_rest(self, step: _Step, start: int, end: int) -> None:
        """Add what stands behind the value on its line."""
        hits = [hit for hit in labels_in(self.text, start, end) if hit.marked]
        for more in self._words_and_values(start, end, end, hits, Gap.BLANK):
            step.tokens = [*step.tokens, *more.tokens]
            step.found = [*step.found, *more.found]
            step.worth += more.worth

    def _value_below(self, index: int, hit: LabelHit) -> tuple[int, int] | None:
        """Return the place of the value on the line below a label; None where the label has none."""
        if index + 1 >= len(self.lines):
            return None
        start, end = self.lines[index + 1]
        bullet = PAGE.BULLET.match(self.text, start, end)
        if bullet and bullet.end() < end:
            start = bullet.end()
        field = hit.label.field or "other"
        if begins_with_label(self.text, start, end) or self.text.find("。", start, end) >= 0:
            return None
        value = self._value_on_line(hit, start, end)
        if not self._is_value(field, *value, marked=hit.marked) or (hit.marked and self._stands_apart(index, field)):
            return None
        if not hit.marked and field != "title" and self._is_title_below(index):
            return None
        return value

    def _rows(self, index: int, start: int, end: int, gap: Gap, heads: list[tuple[int, int]]) -> _Step | None:
        """Read a row of labels and the row of their values below it, cells parted by tabs or bars."""
        lines, text = self.lines, self.text
        below = index + 1
        while below < len(lines) and PAGE.TABLE_RULE.fullmatch(text, *lines[below]):
            below += 1
        if below >= len(lines) or lines[below][1] - lines[below][0] > LONGEST:
            return None
        values = split_cells(text, *lines[below])
        hits = [is_label(text, *cell) for cell in heads]
        if len(heads) != len(values) or hits[0] is None or sum(hit is not None for hit in hits) * 2 <= len(hits):
            return None
        if any(is_label(text, *cell) for cell in values if cell[0] < cell[1]):
            return None
        found = [
            each
            for hit, head, value in zip(hits, heads, values, strict=True)
            if head[0] < head[1]
            for each in self._in_cell(hit, head, value)
        ]
        tokens = [
            Token("label", start, end, gap),
            *(Token("label", *lines[at], Gap.LINE) for at in range(index + 1, below + 1)),
        ]
        self.known, self.last = True, "label"
        step = _Step(tokens, WORTH["label"] * len(heads), found)
        step.lines = below - index + 1
        return step

    def _cells(self, start: int, end: int, gap: Gap, cells: list[tuple[int, int]]) -> _Step | None:
        """Read a row of a table: label, value, label, value, parted by tabs or bars."""
        text = self.text
        if len(cells) % 2:
            cells = [*cells, (end, end)]
        heads = [(is_label(text, *cell), cell) for cell in cells[::2]]
        if heads[0][0] is None:
            return None
        if any(hit is None and cell[0] < cell[1] and not PAGE.CELL_LABEL.fullmatch(text, *cell) for hit, cell in heads):
            return None
        found = [
            each
            for (hit, cell), value in zip(heads, cells[1::2], strict=True)
            for each in self._in_cell(hit, cell, value)
        ]
        self.known, self.last = True, "label"
        return _Step([Token("label", start, end, gap)], WORTH["label"] * len(heads), found)

    def _in_cell(self, hit: re.Match[str] | None, head: tuple[int, int], value: tuple[int, int]) -> list[Found]:
        """Return what a cell gives for the label in another one; `hit` is the label, if it is a known one."""
        text = self.text
        start = value[0]
        words = text[slice(*value)]
        if head[0] >= head[1]:
            return []
        label = hit_of(hit) if hit else None
        if label and label.label.kind == "control":
            return []
        if not words or PAGE.NO_VALUE.fullmatch(words):
            name = label.label.words if label else "".join(text[slice(*head)].rstrip("：:").split())
            return [] if label and label.label.field else [Found("other", name, "", start, start)]
        if label:
            begin, stop = self._value_on_line(label, *value)
            rest = _Step([], 0, [self._found(label, begin, stop)])
            self._add_rest(rest, stop, value[1])
            return list(rest.found)
        return [Found("other", "".join(text[slice(*head)].rstrip("：:").split()), words, *value)]

    def _stands_apart(self, index: int, field: str) -> bool:
        """Say whether the line below a label with a colon is another thing than its value: the label is empty."""
        if field in _TELLING:
            return False
        lines, text = self.lines, self.text
        start, end = lines[index + 1]
        given = field in ("issuer", "addressee", "source")
        if field != "title" and not given and is_full("".join(text[start:end].split())):
            return True
        begun = self.titles.over_lines(index + 1)
        if begun and (begun > 1 or field != "title") and not (given and self.alternates):
            return True
        if self._breaks(lines[index][1], start) < 2 or self.alternates:
            return False
        # A page that sets a value apart by a blank line does so with the next label, too.
        return index + 2 >= len(lines) or begins_with_label(text, *lines[index + 2]) is None

    def _is_title_below(self, index: int) -> bool:
        """Say whether the line below a label is a title: one that says so, or one no other label follows."""
        lines, text = self.lines, self.text
        start, end = lines[index + 1]
        if end - start > 120 or not PAGE.TITLE_LINE.fullmatch(text, start, end):
            return False
        if PAGE.TELLS_TITLE.search(text, start, end):
            return True
        return index + 2 >= len(lines) or begins_with_label(text, *lines[index + 2]) is None

    def _is_value(self, field: str, start: int, end: int, *, marked: bool) -> bool:
        """Say whether a line can be the value of the label above it; an empty label may end in a colon."""
        text = self.text
        value = text[start:end]
        if len(value) > 100 or begins_with_label(text, start, end) or PAGE.OUTLINE_START.match(text, start, end):
            return False
        if "。" in value or value.endswith(tuple("：:；;")):
            return False
        if any(mark in value for mark in "，,") and PAGE.BODY_BEGINS.match(value):
            return False
        if field in ("written_date", "published_date"):
            return PAGE.DATE.match(value) is not None
        if field == "document_number":
            return PAGE.DOCUMENT_NUMBER.fullmatch(value) is not None
        if field == "index_number":
            return PAGE.INDEX_CODE.fullmatch(value) is not None
        if field == "title":
            return True
        return len(value) <= 40 and not (marked and PAGE.TITLE_LINE.fullmatch(value))


def _together(steps: list[_Step]) -> list[_Step]:
    """Return the steps of a line as one, if nothing on it is text: then the line stands on one side as a whole."""
    if len(steps) < 2 or any(token.kind in ("prose", "marker", "rule") for token in steps[-1].tokens):
        return steps
    known = whole = lines = 0
    tokens: list[Token] = []
    found: list[Found] = []
    for step in steps:
        tokens += step.tokens
        found += step.found
        whole += step.worth
        known += max(step.worth, 0)
        lines = max(lines, step.lines)
    line = _Step(tokens, known or whole, found)
    line.whole, line.lines = True, lines
    return [line]


def _is_han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"


def _put(pieces: list[Piece], kind: str, token: Token) -> None:
    """Add a piece; what stands beside one of its own kind on the same line goes on with it."""
    before = pieces[-1] if pieces else None
    if before is not None:
        if token.start < before.end:
            return
        if token.gap < _LINE and kind in _GOES_ON and before.type in _GOES_ON:
            before.end = token.end
            if kind == "METADATA":
                before.type = kind
            return
    pieces.append(Piece(kind, token.start, token.end))
