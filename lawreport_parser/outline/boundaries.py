"""What ends a part of a report before a marker: prose that speaks for the whole, an annex, a turn to plans."""

from __future__ import annotations

from collections.abc import Sequence

from lawreport_parser.lexicon import Lexicon, Role
from lawreport_parser.outline.candidates import LINE, Candidate
from lawreport_parser.outline.contents import annex_between
from lawreport_parser.outline.moves import Level
from lawreport_parser.outline.prose import roles_at, turn_to_plans, unnumbered_heading, whole_report_prose
from lawreport_parser.spans import LINE_ENDS

__all__ = ["Boundaries"]


class Boundaries:
    """The boundaries in one text; what was looked for once is remembered."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self._line_ends = [mark for mark in LINE_ENDS if mark in text]
        self._roles: dict[int, list[Role]] = {}
        self._annexes: dict[tuple[int, int], int | None] = {}
        self._prose: dict[tuple[int, ...], int | None] = {}

    def before(self, candidate: Candidate, levels: Sequence[Level]) -> list[str]:
        """Return the features of what stands between the last marker and a candidate that would end all series."""
        start = levels[-1].last.end
        annex = self.annex(start, candidate.start) if candidate.ordinal == 1 else None
        found = [] if annex is None else ["behind an annex"]
        if self.prose(levels, annex or candidate.start, closing=annex is not None) is not None:
            found.append("behind prose for the whole")
        return found

    def annex(self, start: int, end: int) -> int | None:
        """Return where, in `start:end`, the line begins that heads an annex."""
        key = start, end
        if key not in self._annexes:
            self._annexes[key] = annex_between(self.text, start, end)
        return self._annexes[key]

    def prose(self, levels: Sequence[Level], end: int, *, closing: bool) -> int | None:
        """Return where prose for the whole report begins between the last marker of the open series and `end`."""
        parts = [level.last.end for level in levels]
        broken = levels[0].last.place == LINE
        return self.prose_behind(parts, end, self.roles(levels[0].last), broken=broken, closing=closing)

    def prose_behind(
        self, parts: Sequence[int], end: int, roles: Sequence[Role], *, broken: bool, closing: bool
    ) -> int | None:
        """Return the same for sections whose markers end at `parts`; `roles` are those of the outermost."""
        key = (end, closing, broken, *parts)
        if key not in self._prose:
            self._prose[key] = whole_report_prose(
                self.text, parts[-1], end, parts, roles, self.lexicon, broken=broken, closing=closing
            )
        return self._prose[key]

    def turns_to_plans(self, candidate: Candidate, levels: Sequence[Level]) -> tuple[int, int] | None:
        """Return the place of the sentence or heading by which a part on problems and plans turns to the plans."""
        if len(levels) < 2 or not {"problems", "plans"}.issubset(self.roles(levels[0].last)):
            return None
        start = levels[-1].last.end
        turn = turn_to_plans(self.text, start, candidate.start)
        if turn is None:
            heading = self.heading(start, candidate.start)
            if heading is not None and self.lexicon.roles_of(self.text[slice(*heading)]) == ["plans"]:
                turn = heading
        return turn

    def heading(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the place of the line right in front of `end`, if it is an unnumbered name of a part."""
        return unnumbered_heading(self.text, start, end, self.lexicon, self._line_ends)

    def roles(self, part: Candidate) -> list[Role]:
        """Return the roles that a part names, as far as its first words tell."""
        if part.number not in self._roles:
            self._roles[part.number] = roles_at(self.text, part.end, self.lexicon)
        return self._roles[part.number]
