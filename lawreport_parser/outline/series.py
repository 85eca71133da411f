"""Which series each marker opens or continues: what no context-free grammar can decide.

`SeriesTracker` stands between lexer and parser, as lark's own `Indenter` does. It takes the lines of a
text with their candidates, believes those that their series bear out, and manufactures `OPEN` and
`CLOSE` around every series; rejected candidates become text again.
"""

from __future__ import annotations

from typing import Any, Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.lexicon import Lexicon, Role
from lawreport_parser.outline.candidates import CLAUSE, LINE, SENTENCE, Candidate
from lawreport_parser.outline.chains import link_chains
from lawreport_parser.outline.contents import annex_between, strike_announcements
from lawreport_parser.outline.prose import roles_at, turn_to_plans, unnumbered_heading, whole_report_prose
from lawreport_parser.page import SENTENCE_ENDS, Page, Piece, Stretch
from lawreport_parser.spans import BLANK_CHARACTERS, LINE_ENDS, trim

__all__ = ["MAX_DEPTH", "SeriesTracker"]

#: Sections nest at most this deep; deeper markers stay text, with a diagnostic. (pydantic validates
#: self-nested models to depth 100, and real reports reach 6.)
MAX_DEPTH: Final = 32
_OUTLINE: Final = Terminals("outline")
#: Bare headings and the blanks around them are shorter than this.
_NEARBY: Final = 60
#: So many characters above a line are looked at for the end of a sentence.
_ABOVE: Final = 20
#: Rank of 1. and of what is finer.
_ARABIC: Final = 5
#: A gap in a series wider than this is no gap but another text.
_WIDEST_GAP: Final = 5


class _Level:
    """An open series: its last member so far, and whether its first member stands at the start of a line."""

    __slots__ = ("family", "highest", "last", "line", "on_lines", "rank", "spoken")

    def __init__(self, first: Candidate, line: int) -> None:
        self.family = first.family
        self.rank = first.style.rank
        self.spoken = first.style.spoken
        self.last = first
        self.highest = first.ordinal
        self.on_lines = first.place == LINE
        self.line = line

    def resumes_after(self, candidate: Candidate) -> bool:
        """Say whether a later, believable candidate continues this series."""
        due = self.last.following
        return due is not None and due.start > candidate.start and (due.place >= CLAUSE or due.style.distinct)


class SeriesTracker:
    """The post-lexer of `report.lark`: manufactures `OPEN`, `CLOSE`, `PROSE` and `ANNEX`.

    `lexicon` tells the names of parts, numbered or not.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def process(self, page: Page, candidates: list[Candidate], line_of: list[int]) -> list[Any]:
        """Turn a page and its candidates, each with the index of its line, into the tokens of the grammar."""
        body = page.lines[0].start if page.lines else page.body_end
        around = [*page.front, *page.back]
        return [
            *[piece for piece in around if piece.start < body],
            *_Reading(page, candidates, line_of, self.lexicon).tokens(),
            *sorted((piece for piece in around if piece.start >= body), key=lambda piece: piece.type != "SIGNATURE"),
        ]


class _Reading:
    """One pass over the candidates of one text."""

    def __init__(self, page: Page, candidates: list[Candidate], line_of: list[int], lexicon: Lexicon) -> None:
        self.text = page.text
        self.lines = lines = page.lines
        self.lexicon = lexicon
        self.candidates = candidates
        self.line_of = line_of
        self.levels: list[_Level] = []
        self.line_ends = [mark for mark in LINE_ENDS if mark in self.text]
        self.part: Candidate | None = None
        self.part_roles: list[Role] = []
        #: The family that stands within an outermost series of finer rank: 一、 within （一）.
        self.inverted = ""
        #: By depth: the last ordinal of each series closed under the present outer section, by family.
        self.closed: list[dict[str, int]] = []
        self.next_line = 0
        self.position = lines[0].start if lines else 0
        self.out: list[Any] = []

    def tokens(self) -> list[Any]:
        """Return the tokens of the body."""
        link_chains(self.candidates)
        struck = strike_announcements(self.text, self.candidates)
        out, text = self.out, self.text
        previous_end = self.position
        signed = [line.end for line in self.lines if line.type == "SIGNED"]
        for index, candidate in enumerate(self.candidates):
            if candidate.start < previous_end or index in struck:
                continue
            while signed and signed[0] < candidate.start:
                self._text_until(signed.pop(0), "TEXT")
            action = self._decide(candidate, self.line_of[index])
            if action is None:
                continue
            close, opens = action
            prose = annex = turn = None
            if opens and self.levels and not any(level.resumes_after(candidate) for level in self.levels):
                if candidate.ordinal == 1:
                    annex = annex_between(text, previous_end, candidate.start)
                closing = annex is not None
                prose = self._whole_report_prose(previous_end, annex or candidate.start, closing=closing)
                if prose is not None or annex is not None:
                    close = len(self.levels)
                    self._note_restart(candidate)
                elif len(self.levels) > 1 and {"problems", "plans"}.issubset(self._roles_of_part()):
                    turn = turn_to_plans(text, previous_end, candidate.start)
                    turn = turn or self._heading_of_plans(previous_end, candidate.start)
                    close = close if turn is None else len(self.levels) - 1
            self._text_until(prose or annex or candidate.start, "TEXT")
            if close:
                self._close(close)
            if prose is not None:
                self._text_until(annex or candidate.start, "PROSE")
                if annex is None:
                    self._note_late_start(candidate)
            if annex is not None:
                self._text_until(candidate.start, "ANNEX")
            if opens:
                candidate.lead = turn or self._unnumbered_heading(previous_end, candidate.start)
                if len(self.levels) == 1 and self.levels[0].rank > candidate.style.rank:
                    self.inverted = candidate.family
                self.levels.append(_Level(candidate, self.line_of[index]))
                out.append(_OPEN)
            else:
                level = self.levels[-1]
                level.last = candidate
                level.line = self.line_of[index]
                level.highest = max(level.highest, candidate.ordinal)
                self._forget_below(len(self.levels))
            out.append(candidate)
            previous_end = candidate.end
            # 一是，…, （一）、…: a mark too many goes with the marker, not with the words.
            extra = _OUTLINE.SUPERFLUOUS.match(text, previous_end)
            self.position = extra.end() if extra else previous_end
        end = self.lines[-1].end if self.lines else 0
        stop = next((line.start for line in self.lines[self.next_line :] if line.type == "SIGNED"), end)
        tail = None
        if self.levels:
            tail = self._whole_report_prose(previous_end, stop, closing=True)
        if tail is not None:
            self._text_until(tail, "TEXT")
            self._close(len(self.levels))
            self._text_until(stop, "PROSE")
        self._text_until(end, "TEXT")
        self._close(len(self.levels))
        return out

    def _whole_report_prose(self, start: int, end: int, *, closing: bool) -> int | None:
        """Return where prose for the whole report begins in `start:end`, which follows the last marker."""
        parts = [level.last.end for level in self.levels]
        broken = self.levels[0].last.place == LINE
        roles = self._roles_of_part()
        return whole_report_prose(self.text, start, end, parts, roles, self.lexicon, broken=broken, closing=closing)

    def _unnumbered_heading(self, start: int, end: int) -> tuple[int, int] | None:
        return unnumbered_heading(self.text, start, end, self.lexicon, self.line_ends)

    def _heading_of_plans(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the place of an unnumbered heading in front of `end` that names plans only: 下一步打算："""
        place = self._unnumbered_heading(start, end)
        return place if place and self.lexicon.roles_of(self.text[slice(*place)]) == ["plans"] else None

    def _roles_of_part(self) -> list[Role]:
        """Return the roles that the outermost open section names, as far as its first words tell."""
        outermost = self.levels[0].last
        if self.part is not outermost:
            self.part, self.part_roles = outermost, roles_at(self.text, outermost.end, self.lexicon)
        return self.part_roles

    # --- text between markers

    def _text_until(self, end: int, kind: str) -> None:
        """Put out the text from the present position to `end`, line by line, and signatures as such."""
        lines, text = self.lines, self.text
        position = self.position
        if position >= end:
            return
        pieces: list[Piece] = []
        at, count = self.next_line, len(lines)
        while at < count:
            line = lines[at]
            line_end = line.end
            if line.type == "SIGNED":
                # A signature ends the document: whatever is numbered behind it begins afresh.
                self._put(kind, pieces)
                pieces = []
                self._close(len(self.levels))
                self.out.append(Piece("SIGNATURE", line.start, line_end))
                at += 1
                continue
            start = line.start if line.start > position else position
            stop = line_end if line_end < end else end
            if start < stop:
                if start > line.start or stop < line_end:
                    start, stop = trim(text, start, stop)
                if start < stop:
                    pieces.append(Piece(kind, start, stop))
            if line_end > end:
                break
            at += 1
        self._put(kind, pieces)
        self.next_line, self.position = at, end

    def _put(self, kind: str, pieces: list[Piece]) -> None:
        if pieces:
            stretch = Stretch(pieces)
            stretch.type = kind
            self.out.append(stretch)

    def _close(self, count: int) -> None:
        for _ in range(count):
            self._remember(self.levels.pop())
            self.out.append(_CLOSE)

    # --- series opened and closed

    def _remember(self, level: _Level) -> None:
        depth = len(self.levels)
        while len(self.closed) <= depth:
            self.closed.append({})
        self.closed[depth][level.family] = level.last.ordinal

    def _forget_below(self, depth: int) -> None:
        """A new member at `depth` lets the series two levels below it begin afresh."""
        del self.closed[depth + 1 :]

    def _closed_at(self, family: str, depth: int) -> int | None:
        """Return the last ordinal of the series of `family` that was closed at `depth`, if one was."""
        return self.closed[depth].get(family) if depth < len(self.closed) else None

    # --- decisions: None (text), or how many levels to close, and whether a series opens

    def _decide(self, candidate: Candidate, line: int) -> tuple[int, bool] | None:
        if candidate.type == "BARE_IS":
            return self._lost_numeral(candidate)
        level_at = self._expecting(candidate)
        if level_at is not None:
            if not self._continues(candidate, self.levels[level_at]):
                return None
            return len(self.levels) - 1 - level_at, False
        if candidate.ordinal == 1:
            if not self._opens(candidate):
                return None
            close = self._levels_left_by(candidate, line)
            last = None if self.levels or candidate.style.spoken else self._closed_at(candidate.family, 0)
            if last is not None:
                candidate.notes.append(("restarted-ordinal", candidate.start, candidate.end, last))
            if len(self.levels) - close >= MAX_DEPTH:
                self.levels[-1].last.notes.append(("depth-capped", candidate.start, candidate.end, MAX_DEPTH))
                return None
            return close, True
        return self._irregular(candidate, line)

    def _expecting(self, candidate: Candidate) -> int | None:
        """Return the index of the open series whose next member `candidate` is: innermost, of its own layout."""
        first = None
        for at in range(len(self.levels) - 1, -1, -1):
            level = self.levels[at]
            if level.family != candidate.family:
                continue
            due = level.last.ordinal + 1 == candidate.ordinal or (
                candidate.family == "sequence" and level.last.ordinal < candidate.ordinal
            )
            if due:
                if level.last.following is candidate and level.spoken:
                    return at
                if level.on_lines == (candidate.place == LINE) and not (
                    level.spoken and self._due_further_out(at, candidate)
                ):
                    return at
                if first is None:
                    first = at
        return first

    def _due_further_out(self, inner: int, candidate: Candidate) -> bool:
        """Say whether a series outside that at `inner` has the candidate for its next member."""
        return any(level.last.following is candidate for level in self.levels[:inner])

    def _continues(self, candidate: Candidate, level: _Level) -> bool:
        place = candidate.place
        borne_out = level.last.following is candidate
        follower = candidate.following
        followed = follower is not None and follower.place >= SENTENCE and not follower.doubtful
        if candidate.doubtful and candidate.type == "DECIMAL":
            return borne_out
        if candidate.doubtful:
            if candidate.type == "ARABIC_DOT_TIGHT" and not followed and not self._behind_sentence(candidate):
                return False
            return place >= SENTENCE and borne_out and (followed or (place == LINE and level.on_lines))
        if place >= SENTENCE or (candidate.style.spoken and place >= CLAUSE):
            return True
        if candidate.style.distinct:
            return borne_out
        if candidate.family == "arabic":
            return borne_out and (followed or place >= CLAUSE)
        return borne_out

    def _opens(self, candidate: Candidate) -> bool:
        """Say whether a marker with ordinal 1 opens a series."""
        place = candidate.place
        style = candidate.style
        follower = candidate.following
        good = CLAUSE if style.spoken or style.distinct else SENTENCE
        followed = candidate.strength >= 3 or (
            follower is not None and not follower.doubtful and follower.place >= good
        )
        if candidate.awaited is not None and follower is None and place >= SENTENCE:
            return True
        if candidate.type == "DECIMAL":
            if candidate.doubtful:
                borne_out = follower is not None and good <= max(place, follower.place)
                return borne_out and (
                    self._under_number(candidate) or self._beside_number(candidate) or self._leads_decimals(candidate)
                )
            return followed or self._under_number(candidate) or (place == LINE and self._beside_number(candidate))
        if style.distinct and self._lists_headings(candidate):
            return True
        if style.family in ("sequence", "aspect"):
            apart = candidate.strength > 2 and self.text[candidate.end : candidate.end + 1] in ("，", ",")
            return followed and (place >= CLAUSE or apart)
        if candidate.doubtful:
            return place == LINE and (followed or self._both_before_numbers(candidate, follower))
        if place == LINE:
            return style.family != "arabic" or followed or self._has_text(candidate)
        if place >= SENTENCE and style.distinct and follower is not None:
            return True
        return followed

    def _lists_headings(self, candidate: Candidate) -> bool:
        """Say whether a marker right behind a heading leads a list of bare headings: 三、打算（一）深学（二）真干."""
        follower = candidate.following
        if not self.levels or candidate.doubtful or follower is None or follower.doubtful:
            return False
        outer = self.levels[-1].last.end
        if candidate.start - outer > _NEARBY or follower.start - candidate.end > _NEARBY:
            return False
        above = trim(self.text, outer, candidate.start)
        return (
            _OUTLINE.BARE_HEADING.fullmatch(self.text, *above) is not None
            and _OUTLINE.BARE_HEADING.fullmatch(self.text, *trim(self.text, candidate.end, follower.start)) is not None
            and self.text[above[1] - 1] not in "第条款和与及"
        )

    def _behind_sentence(self, candidate: Candidate) -> bool:
        before = self.text[max(0, candidate.start - _ABOVE) : candidate.start].rstrip(BLANK_CHARACTERS)
        return before[-1:] in SENTENCE_ENDS

    def _both_before_numbers(self, candidate: Candidate, follower: Candidate | None) -> bool:
        """Say whether a marker and the next stand at the start of lines before long numbers: 1.2000元…⏎2.5000元…"""
        return (
            follower is not None
            and follower.place == LINE
            and all(
                one.type == "ARABIC_DOT_TIGHT" and _OUTLINE.LONG_NUMBER.match(self.text, one.end) is not None
                for one in (candidate, follower)
            )
        )

    def _under_number(self, candidate: Candidate) -> bool:
        """Say whether the number before the last dot of a decimal marker is that of an open section."""
        return self._level_of(candidate.family.removeprefix("decimal ")) is not None

    def _beside_number(self, candidate: Candidate) -> bool:
        """Say whether the decimals of the number before are open: 2.4 before 3.1."""
        head, _, last = candidate.family.rpartition(" ")[2].rpartition(".")
        before = f"decimal {head}{'.' if head else ''}{int(last) - 1}"
        return any(level.family == before for level in self.levels)

    def _leads_decimals(self, candidate: Candidate) -> bool:
        """Say whether this is a 1.1 set apart from its words, the first of a text whose 1 has no marker."""
        return candidate.family == "decimal 1" and self.text[candidate.end : candidate.end + 1] in BLANK_CHARACTERS

    def _level_of(self, number: str) -> int | None:
        """Return the index of the innermost open series whose last member has a number: 2 or 二, 2.1."""
        prefix, _, last = number.rpartition(".")
        families = (f"decimal {prefix}",) if prefix else ("arabic", "han_dun", "chapter", "part")
        for at in range(len(self.levels) - 1, -1, -1):
            level = self.levels[at]
            if level.family in families and str(level.last.ordinal) == last:
                return at
        return None

    def _has_text(self, candidate: Candidate) -> bool:
        """Say whether words follow the marker on its line (`2.5` split by tags has none)."""
        return _OUTLINE.HAS_TEXT.match(self.text, candidate.end) is not None

    def _note_restart(self, candidate: Candidate) -> None:
        """Say once that a formal series begins again, if one of its family is open."""
        for level in self.levels:
            if level.family == candidate.family and not level.spoken and not candidate.notes:
                candidate.notes.append(("restarted-ordinal", candidate.start, candidate.end, level.last.ordinal))
                return

    def _note_late_start(self, candidate: Candidate) -> None:
        """Say that an outermost series begins above 1, unless it goes on with the one before."""
        ordinal = candidate.ordinal
        if ordinal > 1 and not candidate.notes and self._closed_at(candidate.family, 0) != ordinal - 1:
            candidate.notes.append(("missing-ordinal", candidate.start, candidate.end, 0, ordinal))

    def _levels_left_by(self, candidate: Candidate, line: int) -> int:
        """Return how many open series end where the fresh series of `candidate` opens."""
        levels = self.levels
        if candidate.type == "DECIMAL":
            parent = self._parent_by_number(candidate)
            if parent is not None:
                return len(levels) - parent
        for at in range(len(levels) - 1, -1, -1):
            level = levels[at]
            if level.family == candidate.family:
                if level.resumes_after(candidate) or self._is_nested_list(candidate, level):
                    break
                if not level.spoken:
                    candidate.notes.append(("restarted-ordinal", candidate.start, candidate.end, level.last.ordinal))
                return len(levels) - at
        closing = 0
        for level in reversed(levels):
            elsewhere = level.spoken and not level.on_lines and (level.line != line or self._far(level, candidate))
            if level is levels[0] and candidate.family == self.inverted:
                break
            # A colon on another line leads in no list inside a series that stood within its paragraph.
            if level.resumes_after(candidate) or (self._led_in(candidate) and not elsewhere):
                break
            finer = level.rank > candidate.style.rank and (candidate.place == LINE or candidate.style.rank <= 4)
            if not finer and not elsewhere:
                break
            closing += 1
        return closing

    def _far(self, level: _Level, candidate: Candidate) -> bool:
        """Say whether sentences of their own stand between a spoken series and a formal marker on the same line."""
        return candidate.style.rank < _ARABIC and self.text.count("。", level.last.end, candidate.start) > 1

    def _parent_by_number(self, candidate: Candidate) -> int | None:
        """Return how many open series a decimal marker leaves open: down to its parent, or all around its equals."""
        number = candidate.family.removeprefix("decimal ")
        at = self._level_of(number)
        if at is not None and self.levels[at].last.style.rank >= _ARABIC:
            return at + 1
        for at, level in enumerate(self.levels):
            if level.last.type == "DECIMAL" and level.family.count(".") >= number.count("."):
                return at
        return None

    def _led_in(self, candidate: Candidate) -> bool:
        """Say whether the words before the marker end with a colon: …包括以下几项："""
        before = self.text[max(0, candidate.start - 120) : candidate.start].rstrip(BLANK_CHARACTERS)
        return before.endswith(("：", ":")) and not _OUTLINE.OPENS_DOCUMENT.search(before.rpartition("。")[2])

    def _is_nested_list(self, candidate: Candidate, level: _Level) -> bool:
        """Say whether a fresh series in the style of an open one is a list inside it (…抓好以下几件事：一、…)."""
        alike = (candidate.place == LINE) == level.on_lines
        return alike and not candidate.style.spoken and self._led_in(candidate)

    def _irregular(self, candidate: Candidate, line: int) -> tuple[int, bool] | None:
        """Decide on an ordinal that no open series is waiting for: a gap, a repeat, a series that runs on."""
        place = candidate.place
        if candidate.doubtful or candidate.style.family in ("sequence", "aspect"):
            return None
        follower = candidate.following
        followed = follower is not None and not follower.doubtful and follower.place >= SENTENCE
        ordinal = candidate.ordinal
        for at in range(len(self.levels) - 1, -1, -1):
            level = self.levels[at]
            if level.family != candidate.family:
                continue
            last = level.last.ordinal
            note: tuple[Any, ...]
            if ordinal > last:
                if ordinal - last > 1 + _WIDEST_GAP and not followed:
                    return None
                likely = followed or candidate.style.spoken or (candidate.style.distinct and ordinal - last == 2)
                likely = likely or self._runs_in(candidate, level)
                if place < SENTENCE or not (place == LINE or likely):
                    return None
                note = ("missing-ordinal", candidate.start, candidate.end, last, ordinal)
            elif ordinal == last:
                likely = candidate.style.distinct or candidate.style.spoken or self._runs_in(candidate, level)
                if place < SENTENCE or not (place == LINE or likely):
                    return None
                note = ("repeated-ordinal", candidate.start, candidate.end, ordinal)
            else:
                if place != LINE:
                    return None
                note = ("out-of-order-ordinal", candidate.start, candidate.end, last, ordinal)
            if ordinal != level.highest + 1:
                candidate.notes.append(note)
            return len(self.levels) - 1 - at, False
        return self._first_seen(candidate, line, followed)

    def _runs_in(self, candidate: Candidate, level: _Level) -> bool:
        """Say whether a marker follows a full stop, as the members of a text without line breaks do."""
        return not level.on_lines and candidate.before == "。"

    def _first_seen(self, candidate: Candidate, line: int, followed: bool) -> tuple[int, bool] | None:
        """Decide on the first marker of its style with an ordinal above 1."""
        if candidate.style.spoken and not followed:
            return None
        close = self._levels_left_by(candidate, line)
        depth = len(self.levels) - close
        runs_on = self._closed_at(candidate.family, depth) == candidate.ordinal - 1
        if candidate.place < CLAUSE and not candidate.style.distinct and not (runs_on and followed):
            return None
        if not runs_on:
            if candidate.place < SENTENCE:
                return None
            arabic = candidate.family == "arabic" or candidate.family.startswith("decimal")
            if (arabic or candidate.place != LINE) and not followed:
                return None
            candidate.notes.append(("missing-ordinal", candidate.start, candidate.end, 0, candidate.ordinal))
        if depth >= MAX_DEPTH:
            return None
        return close, True

    def _lost_numeral(self, candidate: Candidate) -> tuple[int, bool] | None:
        """Take a bare 是 as the member that an open 一是 series is waiting for, if no numeral claims its place."""
        for at in range(len(self.levels) - 1, -1, -1):
            level = self.levels[at]
            if level.family != "han_is":
                continue
            if level.last.following is not None and level.last.following.start > candidate.start:
                return None
            if at < len(self.levels) - 1 and candidate.place != LINE:
                return None
            candidate.ordinal = level.last.ordinal + 1
            candidate.notes.append(("lost-ordinal", candidate.start, candidate.end, candidate.ordinal))
            return len(self.levels) - 1 - at, False
        return None


_OPEN: Final = Piece("OPEN", 0, 0)
_CLOSE: Final = Piece("CLOSE", 0, 0)
