"""What is wrong with a text as it was given: the name of a file, the source of a web page, or decoded wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lawreport_parser.blanks import trim
from lawreport_parser.diagnostics import diagnose
from lawreport_parser.file_endings import names_a_file
from lawreport_parser.model import Diagnostic

__all__ = ["doubts"]

#: Of these a Chinese text has one; no text that was decoded wrongly has, but by rare accident.
_COMMON: Final = "的一和在"


def doubts(text: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each sign that `text` is not the text of a report: it is read as it is all the same."""
    start, end = trim(text, 0, len(text))
    if names_a_file(text):
        yield diagnose("file-name", start, end, text[start:end])
    if "</" in text and _is_page(text):
        yield diagnose(
            "doubtful-text",
            start,
            start,
            "it is the source of a web page, and its tags were read as words; parse_bytes and parse_file read pages",
            "这是网页源代码，标签已按正文读取；读取网页请用 parse_bytes 或 parse_file",
        )
    if reason := _misread(text):
        yield diagnose("doubtful-text", start, start, *reason)


def _is_page(text: str) -> bool:
    # Most texts hold no tag: they need not load the readers.
    from lawreport_parser.readers.content import is_page

    return is_page(text)


def _misread(text: str) -> tuple[str, str] | None:
    if "\0" not in text and any(each in text for each in _COMMON):
        return None
    from lawreport_parser.readers.decoding import misread_as

    return misread_as(text)
