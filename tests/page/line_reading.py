"""What is told of lines of a page, as rows of the tables of this folder say it: ⏎ is the end of a line, ␉ a tab."""

from __future__ import annotations

from lawreport_parser.page import divide_page
from lawreport_parser.page.labels import labels_in
from lawreport_parser.page.signature import Signatures
from lawreport_parser.page.titles import Titles, sureness
from lawreport_parser.page.tokens import words_of

_SENTENCE_MARKS = "。；！？"
_OF_LABELS = "：:|【】[]"


def page_of(row: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text of a row, and the places of its lines."""
    text = row.replace("⏎", "\n").replace("␉", "\t")
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    return text, lines


def row_of(words: str) -> str:
    return words.replace("\n", "⏎").replace("\t", "␉")


def words(row: str) -> str:
    """Return the tokens of a line without labels, each behind the gap before it, with what stands in its brackets."""
    text, lines = page_of(row)
    stop = min((text.find(mark) for mark in _SENTENCE_MARKS if mark in text), default=len(text))
    told = []
    for token in words_of(text, 0, stop, len(text), None, Titles(text, lines), prose=stop < len(text)):
        within = "" if token.place in (None, (token.start, token.end)) else f" < {text[slice(*token.place)]} >"
        told.append(f"{token.gap.name.lower()} {token.kind} {row_of(text[token.start : token.end])}{within}")
    return " / ".join(told)


def labels(row: str) -> str:
    """Return the labels on a line: their fields or kinds, where a colon or the like closes them, if they are known."""
    text, _ = page_of(row)
    told = []
    for hit in labels_in(text, 0, len(text)):
        written = text[hit.start : hit.end]
        name = "" if "".join(written.split()).strip(_OF_LABELS) == hit.label.words else f" < {hit.label.words} >"
        value = f" < {text[slice(*hit.bracketed)]} >" if hit.bracketed else ""
        bare, known = "" if hit.marked else " bare", "" if hit.known else " unknown"
        told.append(f"{hit.label.field or hit.label.kind} {written}{name}{value}{bare}{known}")
    return " / ".join(told) or "-"


def title(row: str) -> str:
    """Return over how many of the lines a title stands that begins with the first, and how sure it is."""
    text, lines = page_of(row)
    count = Titles(text, lines).over_lines(0)
    return f"{count} {sureness(text[: lines[count - 1][1]]).name}" if count else "-"


def signed(row: str) -> str:
    """Return who signs at the end of these lines, when, from which line on (0 is the first), and how well."""
    text, lines = page_of(row)
    signatures = Signatures(text, lines, 0)
    found = signatures.above(len(lines))
    if found is None:
        return "-"
    first, signature = found
    places = (signature.organisation, signature.date)
    who, day = (row_of(text[slice(*place)]) if place else "-" for place in places)
    assert (signature.start, signature.end) == (lines[first][0], lines[-1][1])
    whole = " whole" if signatures.is_whole(first, signature) else ""
    return f"{who} / {day} from {first}{whole}{' imprint' if signatures.is_imprint(signature) else ''}"


def parts(row: str) -> tuple[str, str]:
    """Return the pieces of a page in order, and what it says: titles, metadata, signature."""
    page = divide_page(page_of(row)[0])
    text = page.text
    pieces = sorted([*page.front, *page.lines, *page.back, *page.marks], key=lambda piece: (piece.start, piece.end))
    said = ["title " + "⏎".join(text[slice(*line)] for line in lines) for lines in page.titles]
    said += [
        f"{found.field} {found.label + ' ' if found.field == 'other' else ''}{found.value}" for found in page.found
    ]
    if page.signature is not None:
        places = (page.signature.organisation, page.signature.date)
        said.append("signed " + " ".join(row_of(text[slice(*place)]) for place in places if place))
    return (
        " / ".join(f"{piece.type.lower()} {row_of(text[piece.start : piece.end])}" for piece in pieces),
        " / ".join(said) or "-",
    )
