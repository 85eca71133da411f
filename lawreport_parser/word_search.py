"""Where words stand in a report: `Report.find`.

Texts of one meaning are written in several ways: full and half width, with blanks between the letters, torn over two
rows. So both the words and the text are folded before they are compared: Unicode's compatibility form (NFKD) without
case and without blanks. Each place found is that of the text as given.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from lawreport_parser.blanks import BLANK_CHARACTERS, in_one_line
from lawreport_parser.model import Occurrence, Paragraph, Section, with_paths
from lawreport_parser.spans import Span

__all__ = ["find_words", "joined_rows", "own_places"]

#: So many characters on each side of a place are shown.
_AROUND: Final = 30
#: What ends a sentence or a clause, and with it a paragraph; so much white space may stand between two rows of one.
_ENDS: Final = "。！？；：!?;:"
_MOST_BETWEEN: Final = 40


class _Folding(dict[int, str]):
    """What each code point is compared as: nothing for a blank. Filled while it is used."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        # Some letters have a form with a blank in it (\u00a8), which counts no more than other blanks.
        folded = unicodedata.normalize("NFKD", character).casefold().split()
        self[point] = words = "" if character in BLANK_CHARACTERS else "".join(folded)
        return words


_FOLDED: Final = _Folding()


class _Piece(NamedTuple):
    """A heading or paragraph, and its letters as they are compared."""

    start: int
    text: str
    folded: str

    def places(self, words: str) -> Iterable[tuple[int, int]]:
        """Yield where folded words stand, as offsets in the text."""
        at = self.folded.find(words)
        if at < 0:
            return
        # The place in the text of each letter as compared; one letter may become several (½ is 1⁄2).
        origin = [place for place, letter in enumerate(self.text, self.start) for _ in _FOLDED[ord(letter)]]
        while at >= 0:
            end = at + len(words)
            yield origin[at], origin[end - 1] + 1
            at = self.folded.find(words, end)

    def around(self, start: int, end: int) -> str:
        """Return a place of the text in this piece, with what stands on both sides of it."""
        first, last = max(0, start - self.start - _AROUND), end - self.start + _AROUND
        # Rows of a table are no words of one: a blank parts them.
        words = " ".join(filter(None, map(in_one_line, self.text[first:last].splitlines())))
        return f"{'…' if first else ''}{words}{'…' if last < len(self.text) else ''}"


def find_words(
    text: str, sections: Iterable[Section], outside: Iterable[Sequence[Paragraph]], words: str
) -> list[Occurrence]:
    """Return where `words` stand: in headings and paragraphs of `sections` and all below them, and in those `outside`.

    Words that blanks part must all stand in the same section (heading and own paragraphs), or in the same one of
    `outside`. `ValueError` where there are none. Time is linear in the text, for each word.
    """
    if not isinstance(words, str):
        raise TypeError(f"find takes words as a str, not {type(words).__name__}")
    wanted = _words_of(words)
    if not wanted:
        raise ValueError(f"find takes one word or several; there is none in {words!r}")
    found: list[Occurrence] = []
    for paragraphs in outside:
        found += _in_one(text, joined_rows(text, paragraphs), None, [], wanted)
    for section, path in with_paths(sections):
        found += _in_one(text, own_places(text, section), section.id, path, wanted)
    return sorted(found, key=lambda each: (each.span.start, each.span.end))


def _words_of(words: str) -> list[str]:
    """Return the words that blanks part, each once, as they are compared."""
    parted = words.translate({ord(blank): " " for blank in BLANK_CHARACTERS}).split()
    return list(dict.fromkeys(filter(None, (word.translate(_FOLDED) for word in parted))))


def _in_one(
    text: str, spans: Iterable[tuple[int, int]], section_id: str | None, path: list[str], wanted: Sequence[str]
) -> list[Occurrence]:
    pieces = []
    for start, end in spans:
        words = text[start:end]
        pieces.append(_Piece(start, words, words.translate(_FOLDED)))
    if not all(any(word in piece.folded for piece in pieces) for word in wanted):
        return []
    return [
        Occurrence(text[start:end], Span(start, end), section_id, path, piece.around(start, end))
        for piece in pieces
        for start, end in sorted({place for word in wanted for place in piece.places(word)})
    ]


def own_places(text: str, section: Section) -> list[tuple[int, int]]:
    """Return where the heading of a section stands, and its own paragraphs, rows of one joined."""
    heading = [(section.heading.span.start, section.heading.span.end)] if section.heading is not None else []
    return [*heading, *joined_rows(text, section.body)]


def joined_rows(text: str, paragraphs: Iterable[Paragraph]) -> list[tuple[int, int]]:
    """Return where paragraphs stand, those in one that are rows of one: the first ends inside a sentence."""
    places: list[tuple[int, int]] = []
    for paragraph in paragraphs:
        start, end = paragraph.span.start, paragraph.span.end
        if places and text[places[-1][1] - 1 : places[-1][1]] not in _ENDS:
            between = text[places[-1][1] : start]
            if len(between) <= _MOST_BETWEEN and between.count("\n") <= 1 and not between.strip(BLANK_CHARACTERS):
                places[-1] = (places[-1][0], end)
                continue
        places.append((start, end))
    return places
