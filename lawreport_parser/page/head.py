"""The head of a page: metadata, titles, addressee and navigation, down to where the body begins.

The lines from the top of the page become tokens; each is evidence that the head still goes on, or that the report has
begun. The body begins where the sum of the evidence is greatest: what nobody knows is part of the head only where
something known stands beyond it, and no single line gives the head up. Pages that lost their line breaks are read the
same way; there the head has to show more before it ends within a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lawreport_parser.blanks import trim
from lawreport_parser.han import is_han
from lawreport_parser.organs import is_full, names_person
from lawreport_parser.page.evidence import PROSE_BELOW_TITLE, RULED, SHORT, WORTH, Evidence, Step
from lawreport_parser.page.labels import LabelHit, glued_label, hit_of, label_at, labels_in, marked_labels
from lawreport_parser.page.model import Found, Page, Piece
from lawreport_parser.page.patterns import LONGEST, PAGE, begins_outline
from lawreport_parser.page.tables import Tables
from lawreport_parser.page.titles import LONGEST_LINE, Sureness, goes_on_from_names, sureness, tidy_title
from lawreport_parser.page.tokens import Gap, Kind, Token, is_addressee, single_word
from lawreport_parser.page.values import Values
from lawreport_parser.years import year_of

__all__ = ["Head"]

#: The head ends within a line only where all of it is worth so much.
_ENOUGH_WITHIN_LINE: Final = 20
#: How many lines are read at the top of a page, and how many of them may be prose.
_TOP_LINES: Final = 80
_PROSE_LINES: Final = 6
#: A label with its value that nothing parts from it is no longer than this.
_LONGEST_GLUED: Final = 60
_RULES: Final = frozenset("=＝-—_*─")
_PIECES: Final[dict[Kind, str]] = {
    "label": "METADATA",
    "value": "METADATA",
    "date": "METADATA",
    "number": "METADATA",
    "title": "TITLE",
    "addressee": "ADDRESSEE",
}
_GOES_ON: Final = frozenset({"FURNITURE", "METADATA"})
#: Python 3.11 looks an enumeration's member up ten times as long as a name.
_LINE: Final = Gap.LINE


class Head:
    """Reads the head of the page from its first line on, until the body has begun."""

    def __init__(self, page: Page, lines: list[tuple[int, int]]) -> None:
        self.page = page
        self.text = page.text
        self.lines = lines
        self.evidence = Evidence(page.text, lines)
        self.values = Values(page.text, self.evidence)
        self.tables = Tables(page.text, lines, self.evidence, self.values)

    def read(self) -> int:
        """Fill in the front of the page; return the index of the first line that holds body text."""
        steps: list[Step] = []
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
            if total <= best + PROSE_BELOW_TITLE or self.evidence.prose > _PROSE_LINES:
                break
        self._keep(steps[:kept], body)
        if kept and not steps[kept - 1].whole and kept < len(steps):
            # Bars between the head and the text on its line belong to neither.
            left = trim(self.text, steps[kept - 1].tokens[-1].end, steps[kept].tokens[0].start)
            if left[0] < left[1]:
                self.page.front.append(Piece("FURNITURE", *left))
        return body

    def _keep(self, steps: list[Step], body: int) -> None:
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
                elif token.kind == "person":
                    page.persons.append((token.start, token.end))
                if token.kind == "organ":
                    names.append(token)
                elif names:
                    names = []
                _put(pieces, kind, token)
            if title:
                page.titles.append(title)
        if self.evidence.ordered and not page.titles and all(each.field != "title" for each in page.found):
            page.titles.extend(self._made_known(body))
        page.front.extend(pieces)

    def _titles_that_count(self, steps: list[Step]) -> set[int]:
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
        kept = {
            start: words for start, words in titles.items() if sure[start] > Sureness.LIKE or surest == Sureness.LIKE
        }
        below = {tidy_title(words) for start, words in kept.items() if start > menu}
        return {start for start, words in kept.items() if not below or start > menu or tidy_title(words) in below}

    def _with_names(self, title: Token, names: list[Token], pieces: list[Piece]) -> Token:
        """Return a title with the names before it on its line, whose title it is: 石湾县人民政府 关于2023年…的报告."""
        if not goes_on_from_names(self._words(title)):
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

    def _rule(self) -> int:
        """Return the index of a line such as ==== 正文 ==== that ends the head, or -1."""
        text = self.text
        for index, (start, end) in enumerate(self.lines[:_TOP_LINES]):
            if text[start] in _RULES and end - start <= 120 and PAGE.ARCHIVE_RULE.fullmatch(text, start, end):
                return index
        return -1

    def _archived(self, index: int, rule: int) -> Iterator[Step]:
        """Read a line above the rule, which is no text whatever it holds."""
        start, end = self.lines[index]
        if index == rule:
            yield self._ends_line(Step([Token("rule", start, end, Gap.LINE)], RULED))
            return
        yield from self._archived_words(start, end)

    def _archived_words(self, start: int, end: int) -> Iterator[Step]:
        if start >= end:
            return
        hits = labels_in(self.text, start, end)
        if hits and hits[0].start == start:
            self.evidence.known = True
            for step in self.values.read(start, end, end, hits):
                step.worth = max(step.worth, 0)
                step.tokens = [t._replace(kind="word") if t.kind in ("prose", "marker") else t for t in step.tokens]
                yield step
        else:
            yield Step([Token("word", start, end, Gap.LINE)], 0)

    def _line(self, index: int) -> Iterator[Step]:
        """Read the line at `index`, or several that belong together."""
        text = self.text
        start, end = self.lines[index]
        gap = _LINE
        if not is_han(text[start]) or text[start] == "丨":
            if PAGE.BODY_RULE.fullmatch(text, start, end):
                yield self._ends_line(self.evidence.one(Token("rule", start, end, gap)))
                return
            bullet = PAGE.BULLET.match(text, start, end)
            if bullet and bullet.end() < end:
                yield Step([Token("mark", start, trim(text, start, bullet.end())[1], gap)], 0)
                start = bullet.end()
            if stray := PAGE.BETWEEN.match(text, start, end):
                mark = Step([Token("mark", start, trim(text, start, stray.end())[1], gap)], 0)
                yield mark if stray.end() < end else self._ends_line(mark)
                if stray.end() >= end:
                    return
                start = stray.end()
        first = label_at(text, start, end)
        line = self.tables.listed(index, start, end, gap)
        if line is not None:
            yield self._ends_line(line)
            return
        if first is not None:
            line = self.tables.read(index, start, end, gap, first)
        elif begins_outline(text, start, end):
            yield self._marker(start, end, gap)
            return
        elif end - start <= LONGEST_LINE and (other := self._other_page(index, start, end, gap)) is not None:
            yield other
            if other.whole:
                return
            start, gap = trim(text, other.tokens[-1].end, end)[0], Gap.BLANK
            first = label_at(text, start, end)
        elif end - start <= _LONGEST_GLUED and (glued := glued_label(text, start, end)) is not None:
            line = self.values.labelled(glued, end, end, gap, whole=True, followed=False, within=False)
        elif end - start <= LONGEST and text.find("。", start, end) < 0:
            line = self._one_thing(index, start, end, gap)
        if line is not None:
            yield self._ends_line(line)
            return
        if end - start > SHORT and text.find("正文", start, start + LONGEST) >= 0:
            rule = PAGE.ARCHIVE_RULE.search(text, start, min(end, start + LONGEST))
            if rule:
                yield from self._archived_words(start, trim(text, start, rule.start())[1])
                yield Step([Token("rule", *rule.span(), Gap.BLANK)], RULED)
                start = trim(text, rule.end(), end)[0]
                first = label_at(text, start, end)
                if begins_outline(text, start, end):
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
        yield from self.values.read(start, stop, end, hits, gap)

    def _other_page(self, index: int, start: int, end: int, gap: Gap) -> Step | None:
        """Read what leads to another page, with its title behind or below: 上一篇：石湾县2022年…报告."""
        text, titles = self.text, self.evidence.titles
        other = PAGE.OTHER_PAGE.match(text, start, end)
        if other is None or text.find("。", start, end) >= 0:
            return None
        step = self.evidence.one(Token("navigation", start, trim(text, start, other.end())[1], gap))
        if other.end() < end:
            return step
        if PAGE.OTHER_PAGE_ALONE.fullmatch(text, start, end) and titles.over_lines(index + 1) == 1:
            below = self.lines[index + 1]
            titles.of_others.add(below[0])
            step.tokens.append(Token("navigation", *below, _LINE))
            step.lines = 2
        return self._ends_line(step)

    def _one_thing(self, index: int, start: int, end: int, gap: Gap) -> Step | None:
        """Read a line that is one thing as a whole: a title, a name. No label begins it, and it holds no full stop."""
        text, size = self.text, end - start
        if text[end - 1] in "令告件号）)" and (order := self._order(index, start, end, gap)) is not None:
            return order
        if not (text[start].isdecimal() and PAGE.DATE.match(text, start, end)):
            title = self._title(index, start, end, gap)
            if title is not None:
                return title
        if size <= SHORT and PAGE.ONE_WORD.fullmatch(text, start, end):
            token = single_word(text, start, end, gap)
            if token.kind == "word" and PAGE.INVITATION.fullmatch(text, start, end):
                token = token._replace(kind="navigation")
            return self.evidence.one(token)
        kind = self._kind_of_line(start, end)
        return self.evidence.one(Token(kind, start, end, gap)) if kind is not None else None

    def _pair(self, start: int, end: int, gap: Gap, first: re.Match[str]) -> Step | None:
        """Read a line that is one label with its value, the most common one."""
        text = self.text
        if end - start > 60 or first["mark"] is None or text[first.end() - 1] not in "：:":
            return None
        if text.count("：", start, end) + text.count(":", start, end) != 1:
            return None
        if any(text.find(sign, first.end(), end) >= 0 for sign in "[【〔（("):
            # Another label may stand in the brackets.
            return None
        step = self.values.labelled(hit_of(first), end, end, gap, whole=True, followed=False, within=False)
        return step if step.tokens[-1].end == end else None

    def _marker(self, start: int, end: int, gap: Gap) -> Step:
        return self._ends_line(Step([Token("marker", start, end, gap)], WORTH["marker"]))

    def _text_begins(self, start: int, end: int, first: re.Match[str] | None) -> int:
        """Return where on a line text of the report may begin: at its first mark of a sentence, or its end.

        A line that begins with a label may hold such marks in its values.
        """
        text, furthest = self.text, min(end, start + LONGEST)
        prose = PAGE.PROSE.search(text, start, furthest)
        labelled = first is not None and first.end() > first.end("label")
        if not labelled and self.evidence.known and PAGE.UNKNOWN_LABEL.match(text, start, end):
            leads = PAGE.LEADS_IN.search(text, start, min(end, start + 12))
            labelled = not leads and not PAGE.SENTENCE.search(text, start, min(end, start + 80))
        if labelled:
            if prose is None:
                return furthest
            # 主题分类：综合政务；报告 标题：…: a mark within a value is no end of a sentence.
            last = max((hit.end for hit in marked_labels(text, start, furthest) if hit.known), default=start)
            prose = PAGE.PROSE.search(text, last, furthest)
            if prose is None:
                return furthest
            runs_on = end - start > 60 and PAGE.RUNS_ON.search(text, start, end)
            titled = runs_on or self.evidence.titles.within(last, prose.start(), end)
            return prose.start() if titled or end > furthest else furthest
        stop = prose.start() if prose else furthest
        leads = PAGE.LEADS_IN.search(text, start, stop)
        return leads.start() if leads else stop

    def _ends_line(self, step: Step) -> Step:
        step.whole = True
        step.lines = max(step.lines, 1)
        return step

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
        titled = self.evidence.ordered or self.evidence.titles.surest >= Sureness.DATED
        if not titled and len(words) <= SHORT and PAGE.SLOGAN.fullmatch(text, start, end):
            return "slogan"
        if PAGE.PROSE.search(text, start, end) and PAGE.REMARK_LINE.fullmatch(text, start, end):
            return "word"
        return None

    def _order(self, index: int, start: int, end: int, gap: Gap) -> Step | None:
        """Read the name of a paper above its number, or beside it: 石湾县人民政府令 / 第12号, 石湾县人民政府文件."""
        text = self.text
        order = PAGE.ORDER.match(text, start, end) if end - start <= SHORT else None
        if order is None:
            return None
        name_end = order.end()
        paper = text.endswith("文件", start, name_end)
        beside = trim(text, name_end, end)
        number = PAGE.LONE_NUMBER.fullmatch(text, *beside) if beside[0] < beside[1] else None
        below = self.lines[index + 1] if index + 1 < len(self.lines) else None
        if number is None and (name_end < end or not (paper or (below and PAGE.LONE_NUMBER.match(text, *below)))):
            return None
        step = self.evidence.one(Token("order", start, name_end, gap))
        organ_end = order.end(1)
        if not paper:
            self.evidence.ordered = True
            if is_full(text[start:organ_end]):
                step.tokens = [Token("organ", start, organ_end, gap), Token("order", organ_end, name_end, Gap.NOTHING)]
        if number is not None:
            step.tokens.append(Token("number", *beside, Gap.BLANK))
            step.found = [self.evidence.number(*beside)]
        return step

    def _title(self, index: int, start: int, end: int, gap: Gap) -> Step | None:
        """Read a title, over one line or several."""
        text = self.text
        begin = self.evidence.titles.behind_lead(start, end)
        if PAGE.NAVIGATION.match(text, start, end) or PAGE.UNKNOWN_LABEL.match(text, begin, end):
            return None
        if PAGE.BUTTON.match(text, start, end):
            return None
        count = self.evidence.titles.over_lines(index)
        if not count:
            return None
        if count == 1 and self._is_listed(index):
            return self.evidence.one(Token("navigation", start, end, gap))
        lines = [(begin, end), *self.lines[index + 1 : index + count]]
        if any(self._is_parted(*line) for line in lines):
            return None
        words = "".join(text[slice(*line)] for line in lines)
        if self.evidence.titles.surest >= Sureness.DATED and not self._is_another_title(words):
            return None
        note = self.evidence.titles.before_note(*lines[-1]), lines[-1][1]
        if note[0] < note[1]:
            lines[-1] = lines[-1][0], note[0]
            words = "".join(text[slice(*line)] for line in lines)
        whole = Token("title", begin, lines[-1][1], gap)
        worth = self.evidence.worth_of_title(whole)
        self.evidence.titles.add(words)
        self.evidence.known, self.evidence.last = True, "title"
        step = Step([Token("title", *line, gap) for line in lines], worth)
        if begin > start:
            step.tokens.insert(0, Token("mark", start, trim(text, start, begin)[1], gap))
        step.lines = count
        if note[0] < note[1]:
            kind: Kind = "date" if PAGE.DATED.fullmatch(text, *note) else "number"
            noted = self.evidence.one(Token(kind, *note, Gap.NOTHING, trim(text, note[0] + 1, note[1] - 1)))
            step.tokens += noted.tokens
            step.found = noted.found
        return step

    def _is_parted(self, start: int, end: int) -> bool:
        """Say whether a label or a button stands on a line, which is no title then whatever it ends with."""
        if any(hit.known for hit in marked_labels(self.text, start, end)):
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
            if beside > index and end - start > LONGEST_LINE:
                # The text begins there, and no title.
                break
            if text.find("：", start, end) >= 0 or text.find(":", start, end) >= 0:
                continue
            others = self._years(beside)
            if others and others != years:
                return self.evidence.titles.over_lines(beside) == 1
        return False

    def _years(self, index: int) -> list[int]:
        return [year_of(year[:4]) for year in PAGE.WRITTEN_YEAR.findall(self.text, *self.lines[index])]

    def _is_another_title(self, words: str) -> bool:
        """Say whether below a title these words are one once more, and not the first heading of the text."""
        squeezed = "".join(words.split())
        if PAGE.TITLE_ABOUT.search(squeezed) or sureness(squeezed) == Sureness.SURE:
            return True
        return any(squeezed in "".join(known.split()) for known in self.evidence.titles.known)


def _together(steps: list[Step]) -> list[Step]:
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
    line = Step(tokens, known or whole, found)
    line.whole, line.lines = True, lines
    return [line]


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
