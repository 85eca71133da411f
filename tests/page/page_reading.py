"""What is read of a page, in one line: how a row of `heads.tsv` and `signatures.tsv` says it."""

from __future__ import annotations

from lawreport_parser import Report, parse
from lawreport_parser.model import Header

#: The fields that hold what the page says: not what is concluded from it, nor where it stands.
FIELDS = [name for name in Header.model_fields if name not in ("year", "plan_year", "region", "evidence", "other")]


def reading(text: str) -> str:
    """Return what is read of the page: header fields, signature, first and last words of the body, what is set aside.

    What is not read is not named. ⏎ stands for a line end, ␉ for a tab.
    """
    report = parse(text.replace("⏎", "\n").replace("␉", "\t"))
    found = [(field, getattr(report.header, field)) for field in FIELDS]
    found += sorted(report.header.other.items())
    if report.signature is not None:
        found += [("signed by", report.signature.issuer), ("signed on", report.signature.date)]
    found += [*_body(report), ("aside", " + ".join(line(piece.text) for piece in report.furniture))]
    return "; ".join(f"{name}={line(str(value))}" for name, value in found if value not in (None, ""))


def line(words: str) -> str:
    return words.replace("\n", "⏎").replace("\t", "␉")


def _body(report: Report) -> list[tuple[str, str]]:
    """Return the first and the last stretch of the body."""
    words = [
        report.text[each.span.start : each.span.end]
        for each in report.segments()
        if each.kind in ("paragraph", "marker", "heading")
    ]
    return [("begins", words[0]), ("ends", words[-1])] if words else []
