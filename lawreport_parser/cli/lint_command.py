"""The command `lawreport lint`: reads its arguments and files; `lawreport_parser.lint` does the work."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lawreport_parser.cli.completion_command import completed_list
from lawreport_parser.cli.inputs import Encoding, FileFormat, FilesIfAny, Inputs, Offsets, Reading
from lawreport_parser.cli.streams import complain, write_json

__all__ = ["lint_files"]


def _rules(typed: str) -> list[str]:
    """Return the rules and groups that a shell may complete to."""
    from lawreport_parser.lint.rules import GROUPS, RULES_BY_CODE

    return completed_list(typed, ("all", *GROUPS, *RULES_BY_CODE))


def _codes(typed: str) -> list[str]:
    from lawreport_parser.lint.rules import RULES_BY_CODE

    return [name for name in ("all", *RULES_BY_CODE) if name.startswith(typed)]


def _severities(typed: str) -> list[str]:
    """Return what a rule, then a level behind `=`, may be completed to."""
    from lawreport_parser.lint.rules import RULES_BY_CODE

    code, equals, level = typed.partition("=")
    if equals:
        return [f"{code}={name}" for name in _levels(level)]
    return [f"{name}=" for name in RULES_BY_CODE if name.startswith(code)]


def _levels(typed: str) -> list[str]:
    from lawreport_parser.lint.settings import SEVERITIES

    return [name for name in SEVERITIES if name.startswith(typed)]


def _forms(typed: str) -> list[str]:
    from lawreport_parser.lint.formats import FORMATS

    return [name for name in FORMATS if name.startswith(typed)]


def lint_files(
    files: FilesIfAny = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="OUT",
            help="Write copies of Word files with the findings as comments: a .docx for one file, else a folder "
            "(default: no copies).",
        ),
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace what is at OUT.")] = False,
    output_format: Annotated[
        str,
        typer.Option("--format", metavar="FORM", autocompletion=_forms, help="text, json, sarif or github."),
    ] = "text",
    offsets: Offsets = "codepoint",
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select", metavar="RULES", autocompletion=_rules, help="Only these rules or groups (default: all)."
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore", metavar="RULES", autocompletion=_rules, help="Not these rules or groups (default: none)."
        ),
    ] = None,
    severity: Annotated[
        list[str] | None,
        typer.Option(
            "--severity", metavar="CODE=LEVEL", autocompletion=_severities, help="Another severity for a rule."
        ),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="LEVEL",
            autocompletion=_levels,
            help="The least severity that gives status 1: info, warning (default) or error.",
        ),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config", metavar="FILE", help="The file with the settings (default: the nearest that has some)."
        ),
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no file with settings.")] = False,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="CODE", autocompletion=_codes, help="Explain a rule (all: list).")
    ] = None,
    input_format: Annotated[
        FileFormat | None,
        typer.Option("--input-format", help="What the files are (default: told by their content)."),
    ] = None,
    encoding: Encoding = None,
) -> None:
    """Check reports as an editor would before they are published."""
    from lawreport_parser.lint import command

    if explain is not None:
        if files or output is not None:
            raise typer.BadParameter(
                "it explains a rule and checks no file; leave out FILE and -o", param_hint="--explain"
            )
        from lawreport_parser.lint.explaining import explanation

        write_json(explanation(explain))
        return
    if not files:
        raise typer.BadParameter("no file to check", param_hint="FILE")
    if overwrite and output is None:
        raise typer.BadParameter("there is nothing to overwrite without -o OUT", param_hint="--overwrite")
    settings = command.settings_in_force(
        config=config,
        isolated=isolated,
        select=select or [],
        ignore=ignore or [],
        severity=severity or [],
        fail_on=fail_on,
    )
    command.check_format(output_format, offsets)
    copies = None
    if output is not None:
        from lawreport_parser.lint.commented_copies import Copies

        copies = Copies(files, output, overwrite=overwrite)
    inputs = Inputs(files, Reading(format=input_format, encoding=encoding))
    status = command.run(
        inputs,
        settings,
        output_format=output_format,
        offsets=offsets,
        copies=copies,
        write=write_json,
        complain=complain,
    )
    inputs.finish()
    raise typer.Exit(status)
