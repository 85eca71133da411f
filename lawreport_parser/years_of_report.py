"""The year that a report reviews and the year that it plans for: one rule for all sisters of the genre.

A 法治政府建设年度报告 and a 工作总结 bear the year reviewed in their titles, a 政府工作报告 that planned for; many have
no title at all, and some one left over from the year before. So every place that speaks of a year is a clue, with a
weight: what most of them bear out is the year reviewed, and the year behind it that planned for, unless the plans name
another. Where places that name the year disagree, a diagnostic names them; where only dates tell it, another one does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from lawreport_parser.blanks import BLANK_CHARACTERS, LINE_ENDS, trim
from lawreport_parser.grammars import Terminals
from lawreport_parser.header_fields import ROWS
from lawreport_parser.lexicon import DEFAULT_LEXICON, looks_back
from lawreport_parser.years import year_of

__all__ = ["WEIGHTS", "Conflict", "DatePlace", "Day", "Place", "Years", "read_years"]

_YEARS: Final = Terminals("years")
_PROSE: Final = Terminals("prose")
_SHAPES: Final = Terminals("lexical")

#: The places that speak of a year. A date is a place of its own: that of the signature, 成文日期, 发布日期.
Place = Literal[
    "label",
    "title",
    "title_plans",
    "title_of_congress",
    "title_quotes",
    "occasion",
    "heading_reviews",
    "heading_plans",
    "heading",
    "announced",
    "opening",
    "since",
    "preamble",
    "quoted",
    "sentence",
    "sentence_plans",
    "signature",
    "written",
    "published",
]
#: The dates of a page.
DatePlace = Literal["signature", "written", "published"]


class Weight(NamedTuple):
    """What a place weighs, whether it names the year outright, and what diagnostics call it (English, Chinese)."""

    weight: float
    names: bool
    english: str
    chinese: str


#: What each place weighs, the surest first. A place counts once for each year, however often it says it.
WEIGHTS: Final[Mapping[Place, Weight]] = {
    # 报告年度：2023
    "label": Weight(20, True, "label", ROWS["year"].chinese),
    # 2023年度法治政府建设情况的报告, 2023年工作总结
    "title": Weight(6, True, "title", "标题"),
    # 暨2024年工作思路
    "title_plans": Weight(5, True, "plans in the title", "标题所列计划"),
    # 一、2023年工作回顾
    "heading_reviews": Weight(5, True, "headings", "各部分标题"),
    # 现将我局2023年法治政府建设情况报告如下
    "announced": Weight(5, True, "preamble", "引言"),
    # 三、2024年主要安排
    "heading_plans": Weight(4, True, "headings of plans", "计划部分的标题"),
    # ——2024年1月10日在临渡区第六届人民代表大会第三次会议上: in January for the year that begins, in December before it
    "occasion": Weight(4, True, "day of the meeting", "会议日期"),
    # 2024年政府工作报告: some bear the year reviewed, in particular 2023年度政府工作报告
    "title_of_congress": Weight(3, True, "title", "标题"),
    # 2023年，我局… as the first sentence that begins with a year
    "opening": Weight(3.5, True, "first paragraph", "开头段落"),
    # 关于《2023年法治政府建设年度报告》的公示
    "title_quotes": Weight(2.5, False, "name in the title", "标题所引名称"),
    # A report is signed in the winter behind its year; so is what is published, but pages move, and get new dates.
    "signature": Weight(2, False, "signature", "落款"),
    "written": Weight(2, False, "date of writing", ROWS["written_date"].chinese),
    # 2024年，我们将…
    "sentence_plans": Weight(2, False, "sentences of plans", "计划语句"),
    # 2023年以来: it may be any year since
    "since": Weight(1.5, False, "preamble", "引言"),
    # The first year of the preamble, wherever it stands
    "preamble": Weight(1.5, False, "preamble", "引言"),
    # 按照《关于报送2023年法治政府建设年度报告的通知》要求
    "quoted": Weight(1.5, False, "name of a document", "所引文件"),
    "published": Weight(1, False, "date of publication", ROWS["published_date"].chinese),
    # The year that most sentences begin with
    "sentence": Weight(1, False, "sentences", "正文语句"),
    # 2023年主要工作, of which nothing says whether it is behind or ahead
    "heading": Weight(1, False, "headings", "各部分标题"),
}
assert set(WEIGHTS) == set(get_args(Place))

#: 2021年以来 alone does not tell which year, nor do sentences that may be on plans.
_TOO_LITTLE: Final = frozenset[Place](("since", "sentence"))
#: What a plan weighs that is for the year behind the one reviewed, beside one for another year.
_NEXT_YEAR: Final = 2.5
#: Places that name no year reviewed: it is deduced from them.
_WEAK: Final = frozenset[Place](("signature", "written", "published", "sentence", "sentence_plans", "since"))
#: A sentence that begins so speaks of plans.
_AHEAD: Final = ("下一步", "下步", "今后", "接下来", "下一阶段", "明年", "来年", "新的一年", "新一年", "下一年")
#: One of these stands in what announces a report, a sieve for `ANNOUNCES`.
_ANNOUNCING: Final = ("如下", "现将", "现就", "汇报", "一并报告")
_HALF_OVER: Final = 6
#: No text that has its line breaks has so few.
_LINE: Final = 1000
#: How far before 如下 the year may stand that a report is announced for.
_ANNOUNCED: Final = 40
#: How far into the preamble, and into the body, the year that it opens with is looked for.
_PREAMBLE: Final = 300
_OPENING: Final = 800
_BEFORE_OPENING: Final = 3
#: What stands before the body, and how much of it, where a line may say at which meeting the report was given.
_FRONT: Final = 1000
_SENTENCE: Final = 150
_BEGINS: Final = frozenset(f"。！？!?｡；;：:）){LINE_ENDS}")
_LONGEST_TITLE: Final = 60
#: So much before 在 holds the day of a meeting.
_LONGEST_DAY: Final = 30
#: So long is who will do something: 柳溪县水利局将…
_LONGEST_SUBJECT: Final = 8
_BLANKS: Final = frozenset(BLANK_CHARACTERS) - frozenset(LINE_ENDS)


#: A date, and where it stands in the text.
Day = tuple[date, tuple[int, int] | None]


class Conflict(NamedTuple):
    """Places that disagree: what each says in English and Chinese, and where one of them stands that was not taken."""

    english: str
    chinese: str
    span: tuple[int, int]


class Years(NamedTuple):
    """The years with the places that show them; `deduced` says what told the year reviewed where no place names it."""

    year: int | None = None
    year_span: tuple[int, int] | None = None
    plan_year: int | None = None
    plan_span: tuple[int, int] | None = None
    conflict: Conflict | None = None
    deduced: tuple[str, str] | None = None


class _Clue(NamedTuple):
    """What a place says: the year reviewed, if it is right; the year planned for, where it names that; where."""

    place: Place
    reviewed: int
    planned: int | None
    span: tuple[int, int] | None


class _Named(NamedTuple):
    """A year in a title, heading or sentence that names what a document is on."""

    year: int
    planned: bool
    #: Whether the words behind the year go on from its review to plans (2023年工作总结和下一步打算).
    both: bool
    year_round: bool
    span: tuple[int, int]


def read_years(
    text: str,
    *,
    title: tuple[str, tuple[int, int] | None] | None,
    preamble: tuple[int, int] | None,
    headings: Sequence[tuple[int, int]],
    body: tuple[int, int],
    days: Mapping[DatePlace, Day],
    labelled: tuple[int, tuple[int, int]] | None = None,
    plans: Callable[[int], bool] | None = None,
) -> Years:
    """Weigh what the places of a page say of the years.

    `title` is its words and place, `preamble` the range before the outline, `headings` those of the outermost sections,
    `body` that of the whole report. `labelled` is the year behind 报告年度：. Where title,
    headings and sentences do not show that the report plans anything, `plans` is asked, with the year reviewed.
    """
    reading = _Reading(text, title, preamble, headings, body)
    return reading.decide(days, labelled, plans)


class _Reading:
    def __init__(
        self,
        text: str,
        title: tuple[str, tuple[int, int] | None] | None,
        preamble: tuple[int, int] | None,
        headings: Sequence[tuple[int, int]],
        body: tuple[int, int],
    ) -> None:
        self.text = text
        title = title or _first_line(text, preamble)
        self.title = title
        self.preamble = preamble
        self.headings = headings
        self.body = body
        self.clues: list[_Clue] = []
        words = _squeezed(title[0]) if title else ""
        opening = (preamble[0], min(preamble[1], preamble[0] + 2 * _PREAMBLE)) if preamble else (0, 0)
        ending = text[max(preamble[0], preamble[1] - _PREAMBLE) : preamble[1]] if preamble else ""
        #: Whether the title bears the year planned for; whether a congress is told, of plans too.
        self.to_congress = _YEARS.TO_CONGRESS.search(words) is not None
        self.congress = self.to_congress or _YEARS.GIVEN_TO_CONGRESS.search(text, *opening) is not None
        self.report = self.congress or any(
            pattern.search(each) is not None
            for pattern in (_PROSE.CALLED_REPORT, _YEARS.CALLED_REVIEW)
            for each in (words, ending, "" if title else text[opening[0] : opening[0] + _LONGEST_TITLE])
        )
        #: Whether the text has lost its line breaks, and headings run on into sentences.
        looked_at = body[0], min(body[1], body[0] + 4 * _LINE)
        self.unbroken = text.count("\n", *looked_at) * _LINE < looked_at[1] - looked_at[0]
        self.part_of_year = _YEARS.PART_OF_YEAR.search(words) is not None
        #: Whether title or preamble announce plans.
        self.announces_plans = False
        self.begins: list[tuple[int, int]] = []
        #: Words that show that the report plans something.
        self.plan_words: tuple[int, int] | None = None

    def decide(
        self,
        days: Mapping[DatePlace, Day],
        labelled: tuple[int, tuple[int, int]] | None,
        plans: Callable[[int], bool] | None,
    ) -> Years:
        if labelled is not None:
            self.add("label", labelled[0], labelled[1])
        self._of_title()
        self._of_announcement()
        self._of_headings()
        self._of_words_in_preamble()
        self.report = self.report or any(clue.place == "heading_reviews" for clue in self.clues)
        if self.report:
            self._of_occasion()
            self._of_sentences()
            self._of_dates(days)
        return self._weighed(days, plans)

    def add(self, place: Place, year: int, span: tuple[int, int] | None, *, planned: bool = False) -> None:
        if planned and self.part_of_year:
            self.clues.append(_Clue(place, year, year, span))
        else:
            self.clues.append(_Clue(place, year - planned, year if planned else None, span))

    # --- places

    def _of_title(self) -> None:
        if self.title is None:
            return
        words, place = self.title
        text, start, end = (self.text, *place) if place else (words, 0, len(words))
        named = list(_named(text, start, end))
        quotes = False
        if not named:
            names = (hit for hit in _YEARS.YEAR_OR_NAME.finditer(text, start, end) if hit["name"])
            named = [
                each
                for hit in names
                for each in _named(text, *hit.span("name"))
                if each.planned or _YEARS.CALLS_FOR_REPORT.search(hit["name"])
            ]
            quotes = True
        latest = max((each.year for each in named if not each.planned), default=0)
        for each in named:
            span = each.span if place else None
            self.announces_plans |= each.planned or each.both or self.to_congress
            if each.planned:
                self.add("title_plans", each.year, span, planned=True)
            elif self.to_congress:
                self.add("title_of_congress", each.year, span, planned=not each.year_round)
            elif each.year == latest:
                self.add("title_quotes" if quotes else "title", each.year, span)

    def _of_announcement(self) -> None:
        """Add the years of what the preamble announces: 现将2023年法治政府建设情况及2024年工作计划报告如下."""
        if self.preamble is None:
            return
        start, end = self.preamble
        behind = max(start, end - 2 * _PREAMBLE)
        if not any(self.text.find(words, behind, end) != -1 for words in _ANNOUNCING):
            return
        while (announces := _YEARS.ANNOUNCES.search(self.text, behind, end)) is not None:
            # What a long sentence names before 现将 or 如下 may be anything.
            begins = announces.start() if announces["from"] else max(behind, announces.start() - _ANNOUNCED)
            stop = _SHAPES.SENTENCE_BREAK.search(self.text, announces.end(), end)
            behind = stop.end() if stop else end
            for named in _named(self.text, begins, behind):
                place: Place = "heading_plans" if named.planned else "announced"
                self.announces_plans |= named.planned or named.both
                self.add(place, named.year, named.span, planned=named.planned)

    def _of_words_in_preamble(self) -> None:
        """Add the first year of the preamble, whatever it says of it, else that of a report it is called for by."""
        if self.preamble is None or any(WEIGHTS[clue.place].names for clue in self.clues):
            return
        start, end = self.preamble[0], min(self.preamble[1], self.preamble[0] + _PREAMBLE)
        first = next(_named(self.text, start, end), None)
        if first is not None:
            since = _YEARS.SINCE.match(self.text, first.span[1])
            self.add("since" if since else "preamble", first.year, first.span)
            return
        for hit in _YEARS.YEAR_OR_NAME.finditer(self.text, start, end):
            if hit["name"] and _YEARS.CALLS_FOR_REPORT.search(hit["name"]):
                for named in _named(self.text, *hit.span("name")):
                    self.add("quoted", named.year, named.span)

    def _of_headings(self) -> None:
        """Add the last year that a heading looks back on and the first that one plans for; else those it just names."""
        back: list[_Named] = []
        ahead: list[_Named] = []
        open_: list[_Named] = []
        for start, end in self.headings:
            if self.text.find("年", start, end) == -1:
                continue
            years = [each for each in _named(self.text, start, end) if not self._is_goal(each)]
            if not years:
                continue
            words = self.text[start:end]
            if any(each.planned for each in years):
                ahead += [each for each in years if each.planned]
                back += [each for each in years if not each.planned]
            elif looks_back(words):
                back += years
            elif "plans" in DEFAULT_LEXICON.roles_of(words):
                ahead += years
            elif _YEARS.OF_ANOTHER_YEAR.search(words) is None:
                open_ += years
        own = [
            each for each in back if _YEARS.OF_ANOTHER_YEAR.search(self.text, each.span[1], each.span[1] + 16) is None
        ]
        last = max(own or back, key=lambda each: each.year, default=None)
        if last is not None:
            self.add("heading_reviews" if own else "since", last.year, last.span)
        next_ = min(ahead, key=lambda each: each.year, default=None)
        if next_ is not None:
            self.add("heading_plans", next_.year, next_.span, planned=True)
        elif (
            open_ and (last is None or open_[-1].year > last.year) and (last or len({each.year for each in open_}) > 1)
        ):
            self.add("heading_plans", open_[-1].year, open_[-1].span, planned=True)
        if open_ and last is None:
            self.add("heading", open_[0].year, open_[0].span)

    def _is_goal(self, named: _Named) -> bool:
        before = self.text[max(0, named.span[0] - 4) : named.span[0]]
        return _YEARS.GOAL_BEFORE.search(before) is not None

    def _of_occasion(self) -> None:
        """Add the day of the meeting that the report was given to."""
        text = self.text
        start, end = max(0, self.body[0] - _FRONT), min(len(text), self.body[0] + _PREAMBLE)
        found = None
        for near in _YEARS.OCCASION_SIEVE.finditer(text, start, end):
            at = near.start()
            found = _YEARS.OCCASION.search(text, max(0, at - _LONGEST_DAY), min(len(text), at + _LONGEST_TITLE))
            if found is not None:
                break
        if found is None and self.congress:
            found = _YEARS.DAY_LINE.search(text, start, end)
        if found is None:
            return
        month = _month_of(found["month"])
        year = year_of(found["year"])
        if month <= 6:
            self.clues.append(_Clue("occasion", year - 1, year if self.congress else None, found.span("year")))
        elif month >= 11:
            self.add("occasion", year, found.span("year"))

    def _of_sentences(self) -> None:
        """Add the years that sentences begin with: the first, the one of most, the one of most that plan."""
        self.begins = list(_years_at_beginnings(self.text, *self.body, unbroken=self.unbroken))
        open_: dict[int, int] = {}
        ahead: dict[int, int] = {}
        places: dict[tuple[int, bool], tuple[int, int]] = {}
        behind = 0
        for at, (year, place) in enumerate(self.begins):
            span = (place, place + 5)
            # A year no later than one that is over is over, too.
            plans = year > behind and _plans_in(self.text, place + 5, self.body[1])
            if not plans:
                behind = behind or year
            since = _YEARS.SINCE.match(self.text, place + 5)
            if at == 0 and not plans and self._opens(place):
                self.add("since" if since else "opening", year, span)
            if not since:
                counts = ahead if plans else open_
                counts[year] = counts.get(year, 0) + 1
                places.setdefault((year, plans), span)
        if open_:
            year = max(open_, key=open_.__getitem__)
            self.add("sentence", year, places[year, False])
        if ahead:
            year = max(ahead, key=ahead.__getitem__)
            self.add("sentence_plans", year, places[year, True], planned=True)

    def _opens(self, place: int) -> bool:
        """Say whether the report opens with the sentence at `place`: not many stand before it."""
        start = self.body[0]
        return place < start + _OPENING and self.text.count("。", start, place) <= _BEFORE_OPENING

    def _of_dates(self, days: Mapping[DatePlace, Day]) -> None:
        for place, (day, _) in days.items():
            if self.part_of_year:
                self.add(place, day.year, None)
            elif day.month <= (3 if place == "published" else 5):
                self.add(place, day.year - 1, None)
            elif day.month >= 11 and place != "published":
                self.add(place, day.year, None)

    # --- the decision

    def _weighed(self, days: Mapping[DatePlace, Day], plans: Callable[[int], bool] | None) -> Years:
        if not self.clues:
            return Years()
        # What a plan is called (2024年工作要点) says nothing of a review.
        places = {clue.place for clue in self.clues}
        plan_alone = (
            "title_plans" in places
            and "title" not in places
            and not any(WEIGHTS[c.place].names and c.planned is None and c.place != "opening" for c in self.clues)
        )
        year = None if plan_alone else _heaviest([(clue.place, clue.reviewed) for clue in self.clues], {})
        of_year = [clue for clue in self.clues if clue.reviewed == year]
        told = dict.fromkeys(clue.place for clue in of_year)
        if _TOO_LITTLE.issuperset(told):
            year, of_year = None, []
        plan_year = self._plan_year(year, plans)
        deduced = None
        if of_year and _WEAK.issuperset(told):
            when: dict[str, date] = {place: day for place, (day, _) in days.items()}
            deduced = (
                ", ".join(_told(WEIGHTS[place].english, when.get(place)) for place in told),
                "、".join(_told(WEIGHTS[place].chinese, when.get(place)) for place in told),
            )
        year_span = _shown(of_year) or next((span for place, (_, span) in days.items() if place in told), None)
        plan_span = None
        if plan_year is not None:
            plan_span = _shown([c for c in self.clues if c.planned == plan_year]) or self.plan_words or year_span
        conflict = None if year is None else self._conflict(year, plan_year, days)
        return Years(year, year_span, plan_year, plan_span, conflict, deduced)

    def _plan_year(self, year: int | None, plans: Callable[[int], bool] | None) -> int | None:
        planned = [(clue.place, clue.planned) for clue in self.clues if clue.planned is not None]
        if year is None:
            return _heaviest(planned, {})
        if not (self._plans(year) or (plans is not None and plans(year))):
            return None
        following = year if self.part_of_year else year + 1
        near = [(place, named) for place, named in planned if following <= named <= year + 2]
        return _heaviest(near, {following: _NEXT_YEAR}) if near else following

    def _plans(self, year: int) -> bool:
        """Say whether the report plans anything, and keep the words that show it."""
        if self.congress or self.announces_plans:
            return True
        if not self.report:
            return False
        ahead = [clue for clue in self.clues if clue.planned is not None and clue.planned > year - self.part_of_year]
        begun = next((place for begun, place in self.begins if begun > year), None)
        if ahead or begun is not None:
            self.plan_words = ahead[0].span if ahead or begun is None else (begun, begun + 5)
            return True
        self.plan_words = (
            self._naming_plans(self.headings[-1:])
            or _first_beginning(self.text, *self.body, _AHEAD, unbroken=self.unbroken)
            or self._naming_plans(self.headings[-2::-1])
            or _will(self.text, *self.body)
        )
        return self.plan_words is not None

    def _naming_plans(self, headings: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
        """Return the first of `headings` that names plans. Most begin with 下一步, which spares the lexicon."""
        for start, end in headings:
            if self.text.startswith(_AHEAD, start, end) or "plans" in DEFAULT_LEXICON.roles_of(self.text[start:end]):
                return trim(self.text, start, end)
        return None

    def _signed_early(self, year: int, days: Mapping[DatePlace, Day]) -> dict[DatePlace, date]:
        """Return the dates at which the year of a report was not half over."""
        if self.part_of_year or not self.report:
            return {}
        return {
            place: day
            for place, (day, _) in days.items()
            if place != "published" and (day.year < year or (day.year == year and day.month <= _HALF_OVER))
        }

    def _conflict(self, year: int, plan_year: int | None, days: Mapping[DatePlace, Day]) -> Conflict | None:
        """Return what disagrees with `year` of all that name a year, and a signature before it was half over."""
        early = self._signed_early(year, days)
        if not early and all(clue.reviewed == year or not WEIGHTS[clue.place].names for clue in self.clues):
            return None
        told: dict[str, tuple[str, str]] = {}
        against = bool(early)
        for clue in self.clues:
            row = WEIGHTS[clue.place]
            if not row.names or (clue.place == "opening" and clue.reviewed == plan_year != year):
                continue
            english, chinese = f"{row.english} {clue.reviewed}", f"{row.chinese}{clue.reviewed}年"
            told.setdefault(english, (english, chinese))
            against = against or clue.reviewed != year
        for place, day in early.items():
            row = WEIGHTS[place]
            told.setdefault(row.english, (_told(row.english, day), _told(row.chinese, day)))
        if not against:
            return None
        wrong = [c.span for c in self.clues if c.span and c.reviewed != year and WEIGHTS[c.place].names]
        shown = _shown([clue for clue in self.clues if clue.reviewed == year])
        return Conflict(
            "; ".join(english for english, _ in told.values()),
            "；".join(chinese for _, chinese in told.values()),
            wrong[0] if wrong else next((days[place][1] for place in early if days[place][1]), None) or shown or (0, 0),
        )


def _shown(clues: Iterable[_Clue]) -> tuple[int, int] | None:
    """Return the place of the heaviest of `clues` that stands in the text."""
    best, span = 0.0, None
    for clue in clues:
        weight = WEIGHTS[clue.place].weight
        if clue.span is not None and weight > best:
            best, span = weight, clue.span
    return span


def _heaviest(votes: Iterable[tuple[Place, int]], scores: dict[int, float]) -> int | None:
    """Return the year for which most weighs; of several, the one that the heaviest place names.

    `votes` give places and years, `scores` what weighs besides.
    """
    heaviest: dict[int, float] = dict.fromkeys(scores, 0.0)
    for place, year in dict.fromkeys(votes):
        weight = WEIGHTS[place].weight
        scores[year] = scores.get(year, 0.0) + weight
        heaviest[year] = max(weight, heaviest.get(year, 0.0))
    return max(scores, key=lambda year: (scores[year], heaviest[year]), default=None)


def _told(name: str, day: date | None) -> str:
    return name if day is None else f"{name} {day}"


def _squeezed(words: str) -> str:
    return "".join(words.split())


def _first_line(text: str, preamble: tuple[int, int] | None) -> tuple[str, tuple[int, int]] | None:
    """Return the first line of a preamble that is no sentence and calls itself a report: a title not taken for one."""
    if preamble is None:
        return None
    start = preamble[0]
    found = _SHAPES.LINE_END.search(text, start, min(preamble[1], start + _LONGEST_TITLE))
    end = found.start() if found is not None else preamble[1]
    words = text[start:end]
    if len(words) > _LONGEST_TITLE or _SHAPES.CLAUSE_END.search(words):
        return None
    named = _PROSE.CALLED_REPORT.search(words) or _YEARS.CALLED_REVIEW.search(words)
    return (words, (start, end)) if named else None


def _named(text: str, start: int, end: int) -> Iterator[_Named]:
    """Yield the years between `start` and `end` that are no days and stand in no name, with what is said of each.

    Of years from one to another (2021—2023年工作回顾) the last counts, unless they are a plan's or stand in brackets.
    """
    hits = [hit for hit in _YEARS.YEAR_OR_NAME.finditer(text, start, end) if hit["name"] is None]
    before: int | None = None
    for at, hit in enumerate(hits):
        behind = hits[at + 1].start() if at + 1 < len(hits) else end
        tail = _squeezed(text[hit.end() : min(behind, hit.end() + 80)])
        if hit["last"] is not None:
            closed = tail.removeprefix("年").removeprefix("度")[:1] in ("）", ")", "》")
            of_plan = any(word in tail[:12] for word in ("规划", "纲要", "方案"))
            if closed or of_plan or _YEARS.REVIEW.search(tail) is None:
                continue
        month = _YEARS.MONTH_BEHIND.match(text, hit.start("year") + 4, end) if hit["year"] else None
        if month is not None and _YEARS.DAY_BEHIND.match(text, month.end(), end):
            continue
        plan = _YEARS.PLAN.search(tail)
        back = _YEARS.REVIEW.search(tail)
        reviewed_first = plan is not None and back is not None and back.start() < plan.start()
        carried_out = plan is not None and _YEARS.CARRIED_OUT.match(tail, plan.end()) is not None
        written = hit["last"] or hit["year"]
        year = year_of(written[:4])
        # 2023年法治工作情况及2024年重点工作
        follows = (
            before is not None and year == before + 1 and plan is None and back is None and bool(tail.strip("年度"))
        )
        before = year
        yield _Named(
            year,
            follows or (plan is not None and not reviewed_first and not carried_out),
            reviewed_first and not carried_out,
            "度" in hit.group(),
            trim(text, *hit.span()),
        )


def _years_at_beginnings(text: str, start: int, end: int, *, unbroken: bool) -> Iterator[tuple[int, int]]:
    """Yield the years that sentences begin with, with their places: 2024年，我局将…"""
    for sieved in _YEARS.YEAR_SIEVE.finditer(text, start + 4, end):
        at = sieved.start()
        place = at - 4
        if (
            not (_begins(text, start, place) or (unbroken and _runs_on(text, place, at + 1)))
            or _YEARS.NO_WHOLE_YEAR.match(text, at + 1, end) is not None
        ):
            continue
        written = _YEARS.YEAR_ALONE.fullmatch(text, place, at)
        if written is None:
            continue
        yield year_of(written.group()), place


def _plans_in(text: str, at: int, end: int) -> bool:
    """Say whether a sentence speaks of plans from `at` on, and of nothing that is done."""
    stop = _SHAPES.SENTENCE_BREAK.search(text, at, min(end, at + _SENTENCE))
    limit = stop.start() if stop else min(end, at + _SENTENCE)
    return _YEARS.LOOKS_AHEAD.search(text, at, limit) is not None and _YEARS.LOOKED_BACK.search(text, at, limit) is None


def _begins(text: str, start: int, place: int) -> bool:
    """Say whether a sentence begins at `place`: behind a mark, at the start of a line, or behind a wide gap."""
    before = place - 1
    while before >= start and place - before <= 12 and text[before] in _BLANKS:
        before -= 1
    return before < start or text[before] in _BEGINS or place - before > 2 or text[place - 1] == "\u3000"


def _runs_on(text: str, start: int, end: int) -> bool:
    """Say whether a sentence begins with the words at `start:end`, behind the last letter of a heading."""
    return _YEARS.GOES_ON.match(text, start - 1) is None and _YEARS.BEGINS_ALL_THE_SAME.match(text, end) is not None


def _first_beginning(
    text: str, start: int, end: int, words: Sequence[str], *, unbroken: bool
) -> tuple[int, int] | None:
    """Return where one of `words` begins a sentence, the first of them that does."""
    for word in words:
        at = text.find(word, start, end)
        while at != -1:
            if (
                _begins(text, start, at)
                or (text[at - 1] == "在" and _begins(text, start, at - 1))
                or (unbroken and _runs_on(text, at, at + len(word)))
            ):
                return at, at + len(word)
            at = text.find(word, at + 1, end)
    return None


def _will(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a sentence says what its writer will do: 县水利局将继续…; 针对上述问题，我局将加强…"""
    at = text.find("将", start, end)
    while at != -1:
        found = _YEARS.WILL.match(text, at, end)
        if found is not None:
            for begins in range(max(start, at - _LONGEST_SUBJECT), at - 1):
                if _begins(text, start, begins) or (text[begins] in "我本" and text[begins - 1] in "，,"):
                    return trim(text, begins, found.end())
        at = text.find("将", at + 1, end)
    return None


def _month_of(written: str) -> int:
    if written == "元":
        return 1
    if written.isdecimal():
        return int(written)
    return sum(10 if sign == "十" else "一二三四五六七八九".index(sign) + 1 for sign in written)
