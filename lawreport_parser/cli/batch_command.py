"""The command `lawreport batch`: many files into one output, with progress, and a run that can be continued."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lawreport_parser.cli.inputs import Encoding, Format, Offsets, check_encoding
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
    from collections.abc import Sequence

    from lawreport_parser.batch import Summary

__all__ = ["Table", "batch_files"]

# As `lawreport_parser.arrow.columns.TableName`, which is not imported before a file is read.
Table = Literal[
    "reports", "nodes", "items", "passages", "quantities", "dates", "citations", "indicators", "diagnostics"
]


def batch_files(
    paths: Paths,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="What to write: a .jsonl, a .csv, or (a name without ending) a folder of tables in Parquet.",
        ),
    ],
    table: Annotated[
        Table | None,
        typer.Option(
            "--table",
            metavar="NAME",
            help="What the rows of a .csv are: nodes (sections; the default), reports, items, passages, quantities, "
            "dates, citations, indicators or diagnostics. Each says file, issuer and year.",
        ),
    ] = None,
    offsets: Offsets = "codepoint",
    jobs: Jobs = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was interrupted.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace OUT, or a run that was interrupted.")] = False,
    timeout: Timeout = None,
    limit: LimitSettings = None,
    format_: Format = None,
    encoding: Encoding = None,
) -> None:
    """Read many files and write their reports to one output, in the order of the files.

    Files that cannot be read are listed in OUT.errors.jsonl; then the status is 1. OUT appears when all is done.
    """
    from lawreport_parser.batch import Reading, write_batch

    check_timeout(timeout)
    check_encoding(format_, encoding)
    if output == "-":
        raise typer.BadParameter(
            "the output is a file or folder; JSON on standard output: lawreport parse --compact", param_hint="-o"
        )
    if resume and overwrite:
        raise typer.BadParameter(
            "it keeps what is done, and --overwrite does it anew; give one of them", param_hint="--resume"
        )
    if table is not None and not output.lower().endswith(".csv"):
        raise typer.BadParameter("it is for a .csv; the other outputs hold all tables", param_hint="--table")
    if offsets != "codepoint" and not output.lower().endswith(".jsonl"):
        raise typer.BadParameter("it is for a .jsonl; tables count code points", param_hint="--offsets")
    reading = Reading(format_, encoding, limits_of(limit or []))
    with Signals() as signals, progress_shown() as shown:
        summary = write_batch(
            paths,
            output,
            jobs=jobs,
            reading=reading,
            table=table,
            offsets=offsets,
            timeout=timeout,
            resume=resume,
            overwrite=overwrite,
            standard_input=standard_input() if "-" in paths else None,
            on_progress=shown,
            stop=signals.stop,
        )
    _tell(summary, paths)
    if summary.interrupted:
        raise typer.Exit(128 + signals.received[0])
    if summary.failures:
        raise typer.Exit(1)


def _tell(summary: Summary, paths: Sequence[str]) -> None:
    """Write the summary of a run on `paths` to standard error."""
    if not summary.interrupted and not summary.files_now:
        complain(f"{summary.output}: complete already, nothing was left to do; --overwrite does it anew")
        if not summary.files:
            tell_failures(summary.causes, summary.errors)
            return
    done = summary.reports + summary.failures
    rate = f"; {summary.files_now / summary.seconds:,.0f} a second" if summary.files_now and summary.seconds else ""
    of = f"{done:,} of " if summary.interrupted else ""
    complain(
        f"{of}{counted(summary.files, 'file')}: {counted(summary.reports, 'report')}, "
        f"{counted(summary.failures, 'failure')}{rate}"
    )
    if summary.diagnostics:
        told = ", ".join(f"{code} {count:,}" for code, count in summary.diagnostics.items())
        complain(f"diagnostics: {told}")
    tell_failures(summary.causes, summary.errors)
    if not summary.reports:
        tell_where_names_begin(paths, summary.causes)
    if summary.passed_over:
        complain(passed_over(summary.passed_over))
    if summary.interrupted:
        complain(f"interrupted; what is done is in {summary.output}, --resume goes on")
    else:
        complain(f"written: {summary.output}")
        if summary.reports:
            complain(query_of(summary.output / "nodes" if summary.output.is_dir() else summary.output))
