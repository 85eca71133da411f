"""How `--help` shows a command: plain text, with names of values that a person would use."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand

__all__ = ["HelpfulCommand"]


class HelpfulCommand(TyperCommand):
    """A command whose help says `FILE...`, not `{FILE}...` and `<list[str]>`."""

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
