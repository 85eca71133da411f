"""The command `lawreport completion`: what a shell reads to complete commands and options."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Annotated, Final, Literal

import typer

from lawreport_parser.cli.streams import write_text

__all__ = ["completed_list", "print_completion", "ready_for_shells"]

Shell = Literal["bash", "zsh", "fish", "powershell"]

#: The variable by which the script asks for completions.
_ASKED: Final = "_LAWREPORT_COMPLETE"


def print_completion(
    shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell.")],
) -> None:
    """Write the script that makes a shell complete commands, options and names of files.

    \b
    ~/.bashrc:                   eval "$(lawreport completion bash)"
    ~/.zshrc, behind compinit:   eval "$(lawreport completion zsh)"
    ~/.config/fish/config.fish:  lawreport completion fish | source
    PowerShell's $PROFILE:       lawreport completion powershell | Out-String | Invoke-Expression
    """
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    write_text(f"{get_completion_script(prog_name='lawreport', complete_var=_ASKED, shell=shell)}\n")


def completed_list(typed: str, names: Iterable[str]) -> list[str]:
    """Return what names with commas between may be completed to: those typed so far, and one more."""
    given, comma, last = typed.rpartition(",")
    return [f"{given}{comma}{name}" for name in names if name.startswith(last)]


def ready_for_shells() -> None:
    """Let the program answer where a shell asks for completions."""
    if _ASKED in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()
