"""Rows as comma-separated values that spreadsheets open rightly and safely."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from lawreport_parser.spans import without_surrogates

__all__ = ["BYTE_ORDER_MARK", "csv_cell", "csv_lines", "guarded"]

#: By this, at the beginning of a file, spreadsheets know UTF-8.
BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
#: A cell that a spreadsheet would run as a formula (OWASP, "CSV Injection"; full-width forms count in some locales),
#: or that looks as if it were guarded already.
_FORMULA: Final = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def guarded(text: str | None) -> str | None:
    """Return the text of a cell, with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if text and _FORMULA.match(text) else text


def csv_cell(value: Any) -> Any:
    """Return a value as `csv_lines` takes it: a number as a plain literal, a text guarded."""
    if isinstance(value, Decimal):
        return format(value, "f")
    return guarded(value) if isinstance(value, str) else value


def csv_lines(rows: Iterable[Sequence[Any]]) -> bytes:
    """Return rows as lines of CSV (RFC 4180): UTF-8, each ended by CR LF, None as an empty cell."""
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    return _utf8(written.getvalue())


def _utf8(text: str) -> bytes:
    """Return `text` in UTF-8, with U+FFFD for lone surrogates, which have no form there."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return without_surrogates(text).encode()
