"""The command `lawreport view`: reports as a page to look at."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Annotated, Final, Literal

import typer

from lawreport_parser.cli.inputs import Encoding, Files, Format, Inputs, NamedReport, Reading, Strict
from lawreport_parser.cli.streams import complain, write_bytes
from lawreport_parser.files_written import PAGE_ENDINGS, as_utf8, check_is_no_report, check_may_replace, write_file

__all__ = ["view_files"]

_STANDARD_OUTPUT: Final = "-"


def view_files(
    files: Files,
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="OUT", help="The HTML file to write; - is standard output.")
    ],
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace OUT.")] = False,
    language: Annotated[Literal["zh", "en"], typer.Option("--language", help="Language of the labels.")] = "zh",
    strict: Strict = False,
    format_: Format = None,
    encoding: Encoding = None,
) -> None:
    """Write a page that shows reports, text beside outline, in one HTML file.

    A file that cannot be read has its line on standard error and stands on the page, with the reason; the status is
    then 2. Where none can be read, nothing is written.
    """
    if output != _STANDARD_OUTPUT:
        check_may_replace(output, overwrite)
        is_device = os.path.exists(output) and not os.path.isfile(output)
        if not output.lower().endswith(PAGE_ENDINGS) and not is_device:
            raise typer.BadParameter(f"{output}: give a file that ends in .html, or -", param_hint="-o")
    elif overwrite:
        raise typer.BadParameter("no file is written: -o OUT", param_hint="--overwrite")
    inputs = Inputs(files, Reading(strict, format_, encoding))
    reports = _unlike_output(inputs, output)
    first = next(reports, None)
    if first is not None:
        from lawreport_parser.view import render

        page = render(chain([first], reports), failures=inputs.unread, language=language)
        if output == _STANDARD_OUTPUT:
            write_bytes(as_utf8(page))
        else:
            write_file(output, page, "page")
            complain(f"written: {output}")
    inputs.finish()


def _unlike_output(reports: Iterable[NamedReport], output: str) -> Iterator[NamedReport]:
    """Yield the reports one after another; `LawReportError` where the page would replace one."""
    for each in reports:
        if output != _STANDARD_OUTPUT:
            check_is_no_report([output], [each.name], "page")
        yield each
