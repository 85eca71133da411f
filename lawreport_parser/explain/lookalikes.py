"""What stands at a place of a text, and why it is a marker or a heading, or is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from lawreport_parser.explain.model import DecisionRow, HeadingRow, Verdict, VerdictKind
from lawreport_parser.explain.places import Places
from lawreport_parser.explain.words import EXCLUDED, HEADINGS, HIDDEN, OUTCOMES, VERDICTS, Words
from lawreport_parser.grammars import Terminals
from lawreport_parser.outline.styles import ALTERNATION, HIDING
from lawreport_parser.page import Page

__all__ = ["verdict_at"]

_OUTLINE: Final = Terminals("outline")
_MARKERS: Final = Terminals("markers")


class _Form(NamedTuple):
    """A terminal of `grammar/markers.lark`, and where it fits."""

    terminal: str
    start: int
    end: int


def verdict_at(
    given: Page, read: Page, places: Places, at: int, rows: Sequence[DecisionRow], headings: Sequence[HeadingRow]
) -> Verdict:
    """Return the verdict on the place `at` of the page as given; `read` is that page with its rows joined.

    `rows` are the decisions on the candidates that lie across the place, `headings` the lines that look like one.
    """
    text = given.text
    row = next((each for each in rows if each.section_id is not None), rows[0] if rows else None)
    if row is not None:
        return _on_candidate(text, row)
    for piece in (*given.front, *given.back, *given.marks, *given.lines):
        if piece.type != "LINE" and piece.start <= at < piece.end:
            return _verdict("page", text, piece.start, piece.end, VERDICTS["page"].of(piece.type))
    if headings:
        return _on_line(text, headings[0])
    place = places.inner(at)
    if place is None:
        return _verdict("nothing", text, at, at + 1, VERDICTS["blank"])
    form = _form_at(read.text, read, place)
    if form is not None:
        hidden = HIDDEN.get(form.terminal)
        kind: VerdictKind = "excluded" if hidden is None else "hidden"
        why = hidden or EXCLUDED.get(form.terminal, EXCLUDED["OTHERWISE"])
        return _verdict(kind, text, places.start(form.start), places.end(form.end), VERDICTS[kind].about(why))
    if _MARKERS.BARE_IS.match(read.text, place):
        return _verdict("excluded", text, at, at + 1, VERDICTS["excluded"].about(EXCLUDED["BARE_IS"]))
    if _OUTLINE.NUMERAL.match(read.text, place):
        return _verdict("nothing", text, at, at + 1, VERDICTS["letters"])
    within = any(line.start <= place < line.end for line in read.lines)
    return _verdict("nothing", text, at, at + 1, VERDICTS["nothing" if within else "blank"])


def _verdict(kind: VerdictKind, text: str, start: int, end: int, said: Words) -> Verdict:
    return Verdict(kind, start, end, text[start:end], said.english, said.chinese)


def _on_candidate(text: str, row: DecisionRow) -> Verdict:
    kind: VerdictKind
    if row.outcome in ("continue", "open"):
        kind, said = "marker", VERDICTS["marker"].of(row.section_id or "?")
    elif row.outcome == "text":
        kind, said = "refused", VERDICTS["refused"]
    elif row.outcome == "deep":
        kind, said = "refused", OUTCOMES["deep"]
    else:
        kind = "announced" if row.outcome == "announced" else "covered"
        said = VERDICTS[kind].about(OUTCOMES[row.outcome])
    return _verdict(kind, text, row.start, row.end, said)


def _on_line(text: str, row: HeadingRow) -> Verdict:
    kind: VerdictKind
    if row.outcome == "heading":
        kind, said = "heading", VERDICTS["heading"].of(row.section_id or "?")
    else:
        kind, said = "no_heading", VERDICTS["no_heading"].about(HEADINGS[row.outcome])
    return _verdict(kind, text, row.start, row.end, said)


def _form_at(text: str, page: Page, at: int) -> _Form | None:
    """Return the terminal that fits across `at`, if one does: the lines are gone through as `CandidateScanner` does."""
    reached = 0
    end = page.lines[-1].end if page.lines else 0
    for line in page.lines:
        if line.start > at:
            break
        if line.type != "LINE":
            continue
        for first in _OUTLINE.MARKER_SIEVE.finditer(text, line.start, line.end):
            start, after = first.span()
            if start > at:
                return None
            if start < reached:
                continue
            # The sieve passes over a whole name, quotation or remark that holds no marker.
            form = _form(text, start, end, HIDING if after > start + 1 else ALTERNATION)
            if form is None:
                continue
            if at < form.end:
                return form
            reached = form.end if after == start + 1 else reached
    return None


def _form(text: str, start: int, end: int, terminals: Sequence[str]) -> _Form | None:
    """Return the first of the terminals that fits at `start`."""
    for terminal in terminals:
        found = getattr(_MARKERS, terminal).match(text, start, end)
        if found is not None:
            return _Form(terminal, start, found.end())
    return None
