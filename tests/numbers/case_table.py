"""The tables of cases in `cases.tsv` and `values.tsv`: how a row is read, and the page of the docs that prints them."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from lawreport_parser.errors import NumeralError
from lawreport_parser.numbers import (
    find_citations,
    find_dates,
    find_quantities,
    parse_numeral,
    parse_ordinal,
    read_numbers,
)

TABLES = (Path(__file__).parent / "cases.tsv", Path(__file__).parent / "values.tsv")
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "tables" / "number-cases.md"

SECTIONS = {
    "numeral": ("Numerals", "`parse_numeral`: the value, or – where the text is no numeral."),
    "ordinal": ("Ordinals", "`parse_ordinal`: the ordinal, or – where there is none."),
    "quantity": (
        "Quantities",
        "`find_quantities`: text = value..high unit kind qualifier measure ← subject (earlier), or –."
        " Of the two ends of a change, the first is the earlier one.",
    ),
    "value": (
        "Values",
        "`read_numbers`: value..high unit of each quantity, then what is left out because it is not read for sure. "
        "⏎ is the end of a row.",
    ),
    "date": ("Dates", "`find_dates`: text = first day..last day precision, or the problem's code."),
    "citation": ("Citations", "`find_citations`: title, number, kind; then the problems."),
}


class Case(NamedTuple):
    what: str
    text: str
    expected: str


def read_cases() -> list[Case]:
    cases = []
    for table in TABLES:
        with table.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        cases += [Case(*row) for row in rows[1:]]
    return cases


def answer(what: str, text: str) -> str:
    """Return what the library says, in the notation of the table."""
    return {
        "numeral": _numeral,
        "ordinal": _ordinal,
        "quantity": _quantities,
        "value": _values,
        "date": _dates,
        "citation": _citations,
    }[what](text)


def _numeral(text: str) -> str:
    try:
        return format(parse_numeral(text), "f")
    except NumeralError:
        return "-"


def _ordinal(text: str) -> str:
    ordinal = parse_ordinal(text)
    return "-" if ordinal is None else str(ordinal)


def _quantities(text: str) -> str:
    rows = []
    for found in find_quantities(text):
        high = "" if found.high is None else f"..{found.high:f}"
        words = (found.unit or "-", found.kind, found.qualifier, found.measure or "-")
        subject = f" ← {found.subject.text}" if found.subject else ""
        earlier = " (earlier)" if found.earlier else ""
        rows.append(f"{found.text} = {found.value:f}{high} {' '.join(words)}{subject}{earlier}")
    return "; ".join(rows) or "-"


def _values(text: str) -> str:
    figures = read_numbers(text.replace("⏎", "\n"))
    rows = []
    for found in figures.quantities:
        high = "" if found.high is None else f"..{found.high:f}"
        rows.append(f"{found.value:f}{high} {found.unit or '-'}")
    unread = [problem.text for problem in figures.problems if problem.code == "unread-figure"]
    return "; ".join([*rows, *(f"{text} = unread-figure".replace("\n", "⏎") for text in unread)]) or "-"


def _dates(text: str) -> str:
    dates, problems = find_dates(text)
    rows = [f"{found.text} = {found.start}..{found.end} {found.precision}" for found in dates]
    return "; ".join([*rows, *(f"{problem.text} = {problem.code}" for problem in problems)]) or "-"


def _citations(text: str) -> str:
    citations, problems = find_citations(text)
    rows = []
    for found in citations:
        number = found.document_number.canonical if found.document_number else "-"
        rows.append(f"{found.title or '-'} | {number} | {found.kind}")
    return "; ".join([*rows, *(f"{problem.text} = {problem.code}" for problem in problems)]) or "-"


def page() -> str:
    """Return the page of the docs."""
    parts = [
        "# How numbers are read: all cases\n\n"
        "Made from `tests/numbers/cases.tsv` by `python tests/numbers/case_table.py`.\n"
    ]
    cases = read_cases()
    for what, (title, note) in SECTIONS.items():
        parts.append(f"\n## {title}\n\n{note}\n\n| text | read as |\n|---|---|\n")
        for case in cases:
            if case.what == what:
                read_as = "–" if case.expected == "-" else case.expected.replace("|", "/")
                parts.append(f"| {case.text} | {read_as} |\n")
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
