"""How `--help` shows a command: plain text, with names of values that a person would use."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from lawreport_parser.cli.streams import write_text

__all__ = ["HelpfulCommand", "HelpfulGroup"]


def _show_help(ctx: Any, _option: Any, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        write_text(f"{ctx.get_help()}\n")
        ctx.exit()


class _WritesItsHelp:
    """What writes its help as everything else is written: what standard output may fail with has one line."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option `--help`."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.callback = _show_help
        return option


class HelpfulGroup(_WritesItsHelp, TyperGroup):
    """A group of commands, of which `--help` tells."""


class HelpfulCommand(_WritesItsHelp, TyperCommand):
    """A command whose help says `FILE...`, not `{FILE}...` and `<list[str]>`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; an option without its value is a mistake in this command, as every other is."""
        try:
            return super().parse_args(ctx, args)
        except typer.TyperException as error:
            if getattr(error, "ctx", None) is None:
                error.ctx = ctx  # type: ignore[attr-defined]
            raise

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return the pieces of the usage line: a needed argument stands there without braces."""
        return [piece.replace("{", "").replace("}", "") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write what the arguments and options are."""
        records: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None:
                name, text = record
                if parameter.param_type_name == "argument":
                    # Behind it stands what the program makes of it, such as <list[str]>.
                    name = name.partition(" <")[0]
                records[parameter.param_type_name].append((name, text))
        for kind, rows in records.items():
            if rows:
                with formatter.section(f"{kind.capitalize()}s"):
                    formatter.write_dl(rows)
