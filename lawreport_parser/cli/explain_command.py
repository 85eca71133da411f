"""The command `lawreport explain`: why a report is read as it is."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from lawreport_parser.cli.inputs import Encoding, FileFormat, Reading, read_reports
from lawreport_parser.cli.streams import write_json, write_text

__all__ = ["explain_file"]

# As `lawreport_parser.explain.model.StageName`, which is not imported before a report is read.
Stage = Literal["lines", "page", "candidates", "decisions", "headings", "tokens", "tree", "roles"]


def explain_file(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="A report as text, web page, Word file or PDF; - is standard input."),
    ],
    section: Annotated[
        str | None, typer.Argument(metavar="SECTION", help="Only this section: 1.2 (default: the whole text).")
    ] = None,
    at: Annotated[
        str | None,
        typer.Option(
            "--at",
            metavar="LINE:COLUMN",
            help="Only this place: what stands there, and why it is a marker or none (default: the whole text).",
        ),
    ] = None,
    stage: Annotated[Stage | None, typer.Option("--stage", help="Only this stage (default: all).")] = None,
    output_format: Annotated[Literal["text", "json"], typer.Option("--format", help="text or json.")] = "text",
    language: Annotated[
        Literal["en", "zh"] | None, typer.Option("--lang", "--language", help="Language of the text (default: en).")
    ] = None,
    input_format: Annotated[
        FileFormat | None,
        typer.Option("--input-format", help="What the file is (default: told by its content)."),
    ] = None,
    encoding: Encoding = None,
) -> None:
    """Say why a report is read as it is: each stage with what it saw, what was weighed, and the reasons."""
    if at is not None and section is not None:
        raise typer.BadParameter("name a section or a place, not both", param_hint="--at")
    if language is not None and output_format == "json":
        raise typer.BadParameter("JSON has both languages; leave it out", param_hint="--lang")
    line, column = _place(at) if at is not None else (0, 0)
    [(_, report)] = read_reports([file], Reading(format=input_format, encoding=encoding))

    from lawreport_parser.explain import STAGES, offset_at

    if at is not None:
        explanation = report.explain(at=offset_at(report.text, line, column))
    else:
        try:
            explanation = report.explain(section)
        except KeyError:
            count = len(report.sections)
            there = "the report has no sections" if not count else f"the outermost sections are 1 to {count}"
            raise typer.BadParameter(f"no section {section}; {there}", param_hint="SECTION") from None
    chosen = STAGES if stage is None else [stage]
    if output_format == "json":
        write_json(explanation.to_json(indent=2, stages=chosen) + "\n")
    else:
        write_text(explanation.to_text(language=language or "en", stages=chosen))


def _place(words: str) -> tuple[int, int]:
    line, colon, column = words.partition(":")
    if not colon or not all(each.isascii() and each.isdecimal() and len(each) < 10 for each in (line, column)):
        raise typer.BadParameter(f"{words!r} is no LINE:COLUMN, such as 12:3", param_hint="--at")
    return int(line), int(column)
