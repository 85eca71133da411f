"""The commands of `lawreport`, and how every way of failing ends: one line on standard error and a status.

| status | when |
|---|---|
| 0 | done |
| 1 | `--strict`, and a report has a diagnostic of severity `error`; `lint`: findings; `batch`, `panel`: files failed |
| 2 | wrong usage, an input that cannot be read, a missing extra, or output that cannot be written |
| 130 | interrupted |
| 141 | the reader of standard output went away |

1 is an answer, and 2 says that something is not in the output that was asked for, as with grep and diff. The files that
can be read are read all the same, but for `compare` and `explain`, which need them all. `batch` and `panel` differ in
this: a file that cannot be read gives 1 and not 2, for they write the list of such files; 2 is for what keeps a run
from beginning (no file found, OUT is there already) or from going on (disk full). A run that is stopped ends with 128
and the number of the signal: 130 for Ctrl-C, 143 for SIGTERM; `batch` keeps what is done. While it still looks for its
files there is nothing to keep, and both end it with 130.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Final

import typer

from lawreport_parser._version import __version__
from lawreport_parser.cli.batch_command import batch_files
from lawreport_parser.cli.chunks_command import write_chunks
from lawreport_parser.cli.compare_command import compare_files
from lawreport_parser.cli.completion_command import print_completion, ready_for_shells
from lawreport_parser.cli.explain_command import explain_file
from lawreport_parser.cli.help_text import HelpfulCommand, HelpfulGroup
from lawreport_parser.cli.indicators_command import show_indicators
from lawreport_parser.cli.json_commands import parse_files, print_schema
from lawreport_parser.cli.lint_command import lint_files
from lawreport_parser.cli.numbers_command import show_numbers
from lawreport_parser.cli.panel_command import write_panel_files
from lawreport_parser.cli.streams import complain, write_text
from lawreport_parser.cli.tree_command import show_trees
from lawreport_parser.cli.view_command import view_files
from lawreport_parser.errors import LawReportError

__all__ = ["app"]


class _OneLineErrors(HelpfulGroup):
    """A group of commands whose errors take one line, without frame or traceback."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command that `args` name and end the process with its status."""
        ready_for_shells()
        try:
            status = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except typer.TyperException as error:
            context = getattr(error, "ctx", None)
            command = context.command_path if context else prog_name
            complain(f"{_plain(error.format_message())} (see {command} --help)")
            status = error.exit_code
        except LawReportError as error:
            complain(str(error))
            status = 2
        except (typer.Abort, KeyboardInterrupt):
            status = 130
        if not standalone_mode:
            return status
        sys.exit(status if isinstance(status, int) else 0)


def _plain(message: str) -> str:
    """Return a message without the words of the library that checks values."""
    message = (
        message.replace("\n\t", " ")
        .rstrip(".")
        .replace(": Value error, ", ": ")
        .replace(": Input should be ", ": it should be ")
    )
    return message.partition(", unable to parse")[0]


app = typer.Typer(
    cls=_OneLineErrors,
    add_completion=False,
    # Boxes leave little room for words, and cost as much as all the rest of the start.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        write_text(f"lawreport {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def lawreport(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read the structure of a 法治政府建设年度报告, a yearly report on government under the rule of law."""
    if context.invoked_subcommand is None:
        write_text(f"{context.get_help()}\n")
        raise typer.Exit(2)


#: What each command does, in a few words, and in the order of `--help`.
_COMMANDS: Final[tuple[tuple[str, Callable[..., None], str], ...]] = (
    ("tree", show_trees, "show the outline of reports"),
    ("parse", parse_files, "write whole reports as JSON"),
    ("chunks", write_chunks, "write reports in pieces for retrieval, as JSON Lines"),
    ("numbers", show_numbers, "show the quantities of reports, or write them as CSV"),
    ("indicators", show_indicators, "show the figures that can be compared, or write CSV"),
    ("explain", explain_file, "say why a report is read as it is"),
    ("view", view_files, "write a page that shows reports"),
    ("lint", lint_files, "check reports before they are published"),
    ("compare", compare_files, "say what became of the plans of a year"),
    ("batch", batch_files, "read many files into one output: JSON Lines, CSV, Parquet"),
    ("panel", write_panel_files, "write a table with a row for each report"),
    ("schema", print_schema, "write the JSON Schema of what is written"),
    ("completion", print_completion, "write what a shell needs to complete commands"),
)
for _name, _command, _in_short in _COMMANDS:
    app.command(_name, cls=HelpfulCommand, short_help=_in_short)(_command)
