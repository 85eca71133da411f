"""Files and bytes of every kind turned into text."""

from __future__ import annotations

from collections.abc import Callable

from lawreport_parser.errors import ReadError
from lawreport_parser.outline.reading import starts_with_marker
from lawreport_parser.readers.content import (
    Extracted,
    Format,
    Limits,
    check_size,
    read_text,
    sniff_format,
)

__all__ = ["Extracted", "Format", "Limits", "extract"]


def extract(
    data: bytes,
    *,
    name: str = "",
    format: Format | None = None,  # noqa: A002 - the name that the whole library gives it
    encoding: str | None = None,
    limits: Limits | None = None,
    starts_marker: Callable[[str], bool] = starts_with_marker,
) -> Extracted:
    """Return the text of `data` and what is known about it.

    The format is told by content unless `format` gives it; `encoding` is for text and web pages. `name` stands
    in messages and decides, where content does not, between a text with tags and a web page. `starts_marker` tells
    whether a line begins with an outline marker: in a PDF such a row begins a paragraph, and no such line of a web
    page may be lost.

    Raises `ReadError` for what cannot be read, and `MissingExtraError` where the package that reads it is missing.
    """
    limits = limits or Limits()
    check_size(data, name, limits)
    chosen = format or sniff_format(data, name)
    if chosen == "text":
        return read_text(data, name=name, encoding=encoding, limits=limits)
    if chosen == "html":
        from lawreport_parser.readers.html.page import read_html

        return read_html(data, name=name, encoding=encoding, limits=limits, starts_marker=starts_marker)
    if chosen == "docx":
        from lawreport_parser.readers.word.document import read_docx

        return read_docx(data, name=name, limits=limits)
    if chosen == "pdf":
        from lawreport_parser.readers.pdf.document import read_pdf

        return read_pdf(data, name=name, limits=limits, starts_marker=starts_marker)
    raise ReadError.because("format-unknown", name, format=repr(chosen))
