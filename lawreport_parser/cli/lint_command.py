"""The command `lawreport lint`: reads its arguments; `lawreport_parser.lint.command` does the work."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lawreport_parser.cli.streams import complain, write_json

__all__ = ["lint_files"]


def lint_files(
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE", help="A report; - is standard input.")] = None,
    output_format: Annotated[str, typer.Option("--format", help="text, json, sarif or github.")] = "text",
    select: Annotated[list[str] | None, typer.Option("--select", help="Only these rules or groups.")] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", help="Not these rules or groups.")] = None,
    severity: Annotated[list[str] | None, typer.Option("--severity", help="CODE=LEVEL: another severity.")] = None,
    fail_on: Annotated[str | None, typer.Option("--fail-on", help="info, warning (default) or error.")] = None,
    config: Annotated[Path | None, typer.Option("--config", help="The file with the settings.")] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no file with settings.")] = False,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="CODE", help="Explain a rule (all: list).")
    ] = None,
) -> None:
    """Check reports as an editor would before they are published."""
    from lawreport_parser.lint import command

    if explain is not None:
        raise typer.Exit(command.explain(explain, write=write_json, complain=complain))
    status = command.run(
        files or [],
        output_format=output_format,
        select=select or [],
        ignore=ignore or [],
        severity=severity or [],
        fail_on=fail_on,
        config=config,
        isolated=isolated,
        write=write_json,
        complain=complain,
    )
    raise typer.Exit(status)
