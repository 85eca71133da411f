"""The command `lawreport panel`: reports side by side, a row for each, as a table for spreadsheets and statistics."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lawreport_parser.cli.codebooks import CodebookFile, ReplaceCodebook, codebook_of
from lawreport_parser.cli.completion_command import completed_list
from lawreport_parser.cli.inputs import Encoding, Format, check_encoding
from lawreport_parser.cli.many_files import (
    Jobs,
    LimitSettings,
    Paths,
    Signals,
    Timeout,
    check_timeout,
    limits_of,
    passed_over,
    progress_shown,
    query_of,
    tell_failures,
    tell_where_names_begin,
)
from lawreport_parser.cli.streams import complain, standard_input
from lawreport_parser.errors import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lawreport_parser.panel import AnyTable, Labels, PanelSummary

__all__ = ["write_panel_files"]


def _table_names(typed: str) -> list[str]:
    from lawreport_parser.panel import ALL_TABLES

    return completed_list(typed, ALL_TABLES)


def write_panel_files(
    paths: Paths,
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="OUT", help="The file to write: .csv, .xlsx, .parquet or .dta."),
    ],
    long: Annotated[bool, typer.Option("--long", help="A row for each figure, not for each report.")] = False,
    tables: Annotated[
        str | None,
        typer.Option(
            "--tables",
            metavar="NAME,…",
            autocompletion=_table_names,
            help="Tables, a file each: OUT with the name before its ending. panel, long, reports, nodes, items, …",
        ),
    ] = None,
    labels: Annotated[
        Literal["names", "zh", "en"],
        typer.Option("--labels", help="First row of .csv and .xlsx: names, or labels in Chinese or English."),
    ] = "names",
    codebook: CodebookFile = None,
    replace: ReplaceCodebook = False,
    jobs: Jobs = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace OUT.")] = False,
    timeout: Timeout = None,
    limit: LimitSettings = None,
    format_: Format = None,
    encoding: Encoding = None,
) -> None:
    """Write a table with a row for each report: issuer, place, year, shares, counts, indicators.

    Files that cannot be read are listed in OUT.errors.jsonl; then the status is 1. OUT appears when all is done.
    """
    from lawreport_parser.batch import Reading
    from lawreport_parser.batch.failures import errors_beside
    from lawreport_parser.panel import write_panel

    check_timeout(timeout)
    check_encoding(format_, encoding)
    outputs = _outputs(output, long, tables)
    _check_is_of_use(outputs, labels, codebook)
    book = codebook_of(codebook, alone=replace)
    with Signals() as signals, progress_shown() as shown:
        summary = write_panel(
            paths,
            outputs,
            labels=labels,
            codebook=book,
            jobs=jobs,
            reading=Reading(format_, encoding, limits_of(limit or [])),
            timeout=timeout,
            overwrite=overwrite,
            # Whatever tables are written, the list is named for the OUT that was given.
            errors=errors_beside(Path(output)),
            standard_input=standard_input() if "-" in paths else None,
            on_progress=shown,
            stop=signals.stop,
        )
    if summary.interrupted:
        complain("interrupted; nothing was written")
        raise typer.Exit(128 + signals.received[0])
    _tell(summary, paths)
    if summary.failures:
        raise typer.Exit(1)


def _outputs(output: str, long: bool, tables: str | None) -> dict[AnyTable, Path]:
    from lawreport_parser.panel import check_any_table, written_files

    if tables is None:
        return {"long" if long else "panel": next(iter(written_files(output, None).values()))}
    if long:
        raise typer.BadParameter("give --long or --tables; --tables long is a file beside others", param_hint="--long")
    names = [name.strip() for name in tables.split(",")]
    if len(set(names)) < len(names):
        raise typer.BadParameter("a table is named twice", param_hint="--tables")
    try:
        return written_files(output, [check_any_table(name) for name in names])
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--tables") from None


def _check_is_of_use(outputs: Mapping[AnyTable, Path], labels: Labels, codebook: Path | None) -> None:
    """Refuse an option that would change nothing in what is written."""
    if codebook is not None and not {"panel", "long"} & outputs.keys():
        raise typer.BadParameter(
            f"it counts for the tables panel and long, not for {', '.join(outputs)}", param_hint="--codebook"
        )
    ending = next(iter(outputs.values())).suffix
    if labels != "names" and ending.lower() not in (".csv", ".xlsx"):
        raise typer.BadParameter(
            f"it names the first row of .csv and .xlsx; in {ending} the columns carry both names beside theirs",
            param_hint="--labels",
        )


def _tell(summary: PanelSummary, paths: Sequence[str]) -> None:
    """Write to standard error what came of `paths`."""
    rate = f"; {summary.files / summary.seconds:,.0f} a second" if summary.files and summary.seconds else ""
    complain(
        f"{counted(summary.files, 'file')}: {counted(summary.reports, 'report')}, "
        f"{counted(summary.failures, 'failure')}{rate}"
    )
    if summary.same_body:
        complain(f"{counted(summary.same_body, 'report')} with the body of one before: column duplicate_of")
    if summary.same_issuer_year:
        complain(
            f"{counted(summary.same_issuer_year, 'report')} of the issuer and year of one before: "
            "column same_issuer_year_as"
        )
    if summary.unidentified:
        complain(
            f"{counted(summary.unidentified, 'report')} whose issuer or year is not known: those columns are empty"
        )
    if summary.with_errors:
        complain(f"{counted(summary.with_errors, 'file')} may be no report, or not whole: column errors of the panel")
    if summary.cut:
        complain(f"{counted(summary.cut, 'text')} too long for a cell of a spreadsheet, cut; .csv holds them whole")
    tell_failures(summary.causes, summary.errors)
    if not summary.reports:
        tell_where_names_begin(paths, summary.causes)
    if summary.passed_over:
        complain(passed_over(summary.passed_over))
    for table, path in summary.outputs.items():
        complain(f"written: {path}, {counted(summary.rows[table], 'row')}")
    if summary.reports:
        complain(query_of(next(iter(summary.outputs.values()))))
