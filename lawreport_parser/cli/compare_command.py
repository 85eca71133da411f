"""The command `lawreport compare`: what became of the plans and problems of a report, by the report of a later year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from lawreport_parser.cli.inputs import (
    Encoding,
    Format,
    Inputs,
    NamedReport,
    Reading,
    check_encoding,
    check_read_once,
    is_no_single_file,
)
from lawreport_parser.cli.streams import complain, write_json, write_text
from lawreport_parser.errors import ComparisonError, LawReportError
from lawreport_parser.files_written import check_is_no_report, check_may_replace, write_file

if TYPE_CHECKING:
    from lawreport_parser.comparison import Comparison
    from lawreport_parser.view.translations import Language

__all__ = ["compare_files"]

_FEWEST: Final = 2
_TOO_FEW: Final = "give two reports or more, the earliest first"


def compare_files(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="Reports of one issuer, the earliest first, as text, web page, Word file or PDF; a folder (at any "
            "depth) or glob of them, put in the order of their years; - is standard input.",
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="Write this .json, or .html to look at (default: tables in the terminal); "
            "- is JSON on standard output.",
        ),
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace OUT.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Compare what cannot be compared, such as different issuers.")
    ] = False,
    language: Annotated[
        Literal["zh", "en"] | None,
        typer.Option("--language", help="Language of the labels of a page: .html (default: zh)."),
    ] = None,
    format_: Format = None,
    encoding: Encoding = None,
) -> None:
    """Compare the reports of one issuer, each with the next: what became of plans and problems, what changed.

    Nothing is written unless every file could be read and every pair compared.
    """
    check_encoding(format_, encoding)
    check_read_once(files)
    write = _writer(output, files, language, overwrite)
    if len(files) < _FEWEST and not any(map(is_no_single_file, files)):
        raise typer.BadParameter(_TOO_FEW, param_hint="FILE")
    reports = _read(files, Reading(format=format_, encoding=encoding))
    if len(reports) < _FEWEST:
        raise typer.BadParameter(f"{files[0]} holds one report: {_TOO_FEW}", param_hint="FILE")
    if output is not None:
        check_is_no_report([output], [each.name for each in reports], "comparison")
    write(reports, [_compared(earlier, later, force) for earlier, later in pairwise(reports)])


def _read(files: Sequence[str], how: Reading) -> list[NamedReport]:
    """Return every report, in the order of the files: those of a folder or glob in the order of their years.

    Where a file gives no report the command ends, once all were read.
    """
    given = [Inputs([name], how) for name in files]
    reports = [list(inputs) for inputs in given]
    for inputs in given:
        inputs.finish()
    for inputs, found in zip(given, reports, strict=True):
        if inputs.may_be_several:
            found.sort(key=_year)
    return [each for found in reports for each in found]


def _year(named: NamedReport) -> int:
    year = named.report.header.year
    if year is None:
        raise LawReportError(
            f"{named.name}: no year of a report was found in it, so where it belongs among the others cannot be told; "
            "name the files one by one, the earliest first"
        )
    return year


def _compared(earlier: NamedReport, later: NamedReport, force: bool) -> Comparison:
    from lawreport_parser import compare

    try:
        return compare(earlier.report, later.report, force=force)
    except ComparisonError as error:
        raise LawReportError(f"{earlier.name}, {later.name}: {error} (--force compares them all the same)") from None


def _writer(
    output: str | None, files: Sequence[str], language: Language | None, overwrite: bool
) -> Callable[[Sequence[NamedReport], Sequence[Comparison]], None]:
    """Return what writes the comparisons where the user wants them."""
    ending = Path(output or "").suffix.lower()
    if language is not None and ending != ".html":
        raise typer.BadParameter("it is for a page, and none is written: -o OUT.html", param_hint="--language")
    if overwrite and output in (None, "-"):
        raise typer.BadParameter("no file is written: -o OUT", param_hint="--overwrite")
    if output is None:
        return lambda _, comparisons: _show(comparisons)
    if output == "-":
        return lambda _, comparisons: write_json(_json(comparisons))
    if ending not in _WRITERS:
        raise typer.BadParameter(f"{output}: give a file that ends in {' or '.join(_WRITERS)}, or -", param_hint="-o")
    check_is_no_report([output], files, "comparison")
    check_may_replace(output, overwrite)
    make = _WRITERS[ending]

    def write(reports: Sequence[NamedReport], comparisons: Sequence[Comparison]) -> None:
        write_file(output, make(reports, comparisons, language or "zh"), "comparison")
        complain(f"written: {output}")

    return write


def _json(comparisons: Sequence[Comparison]) -> str:
    """Return one comparison indented, several one a line."""
    indent = 2 if len(comparisons) == 1 else None
    return "".join(f"{comparison.to_json(indent=indent)}\n" for comparison in comparisons)


def _page(reports: Sequence[NamedReport], comparisons: Sequence[Comparison], language: Language) -> str:
    from lawreport_parser.view import render_comparison

    return render_comparison(reports, comparisons, language=language)


#: What makes a file of the reports and their comparisons, by its ending.
_WRITERS: Final[dict[str, Callable[[Sequence[NamedReport], Sequence[Comparison], Language], str]]] = {
    ".json": lambda _, comparisons, __: _json(comparisons),
    ".html": _page,
}


def _show(comparisons: Sequence[Comparison]) -> None:
    from lawreport_parser.cli.comparison_view import tables_of
    from lawreport_parser.cli.terminal_console import comfortable_width, drawn

    shown = "\n".join(drawn(tables_of(comparison), width=comfortable_width()) for comparison in comparisons)
    write_text("".join(f"{line.rstrip()}\n" for line in shown.splitlines()))
