"""What ends a part of a report before a marker: prose that speaks for the whole, an annex, a turn to plans."""

from __future__ import annotations

from collections.abc import Sequence

from lawreport_parser.lexicon import Lexicon, Role
from lawreport_parser.outline.candidates import LINE, Candidate
from lawreport_parser.outline.contents import AnnexSearch, LineSearch
from lawreport_parser.outline.moves import Level
from lawreport_parser.outline.prose import TurnToPlans, WholeReportProse, roles_at, unnumbered_heading

__all__ = ["Boundaries"]


class Boundaries:
    """The boundaries in one text.

    They are asked for one candidate after another. What was looked through behind the last marker is not looked
    through again for the next candidate, so the time is linear however many candidates are none.
    """

    def __init__(self, text: str, line_ends: Sequence[str], lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        #: The characters that end a line in this text.
        self._line_ends = line_ends
        self._roles: dict[int, list[Role]] = {}
        self._annex = AnnexSearch(text, 0, self._line_ends)
        self._lines = LineSearch(text, 0, self._line_ends)
        self._turn = TurnToPlans(text, 0)
        self._prose: dict[tuple[bool, bool], tuple[tuple[int, ...], WholeReportProse]] = {}

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
        if start != self._annex.start:
            self._annex = AnnexSearch(self.text, start, self._line_ends)
        return self._annex.before(end)

    def prose(self, levels: Sequence[Level], end: int, *, closing: bool) -> int | None:
        """Return where prose for the whole report begins between the last marker of the open series and `end`."""
        parts = [level.last.end for level in levels]
        broken = levels[0].last.place == LINE
        return self.prose_behind(parts, end, self.roles(levels[0].last), broken=broken, closing=closing)

    def prose_behind(
        self, parts: Sequence[int], end: int, roles: Sequence[Role], *, broken: bool, closing: bool
    ) -> int | None:
        """Return the same for sections whose markers end at `parts`; `roles` are those of the outermost."""
        known = self._prose.get((closing, broken))
        behind = tuple(parts)
        if known is None or known[0] != behind:
            search = WholeReportProse(self.text, behind, roles, self.lexicon, broken=broken, closing=closing)
            known = self._prose[closing, broken] = behind, search
        return known[1].before(end)

    def turns_to_plans(self, candidate: Candidate, levels: Sequence[Level]) -> tuple[int, int] | None:
        """Return the place of the sentence or heading by which a part on problems and plans turns to the plans."""
        if len(levels) < 2 or not {"problems", "plans"}.issubset(self.roles(levels[0].last)):
            return None
        start = levels[-1].last.end
        if start != self._turn.start:
            self._turn = TurnToPlans(self.text, start)
        turn = self._turn.before(candidate.start)
        if turn is None:
            heading = self.heading(start, candidate.start)
            if heading is not None and self.lexicon.roles_of(self.text[slice(*heading)]) == ["plans"]:
                turn = heading
        return turn

    def heading(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the place of the line right in front of `end`, if it is an unnumbered name of a part."""
        if start != self._lines.start:
            self._lines = LineSearch(self.text, start, self._line_ends)
        broken = self._lines.before(end)
        return unnumbered_heading(self.text, start, end, self.lexicon, self._line_ends, broken=broken)

    def roles(self, part: Candidate) -> list[Role]:
        """Return the roles that a part names, as far as its first words tell."""
        if part.number not in self._roles:
            self._roles[part.number] = roles_at(self.text, part.end, self.lexicon)
        return self._roles[part.number]
