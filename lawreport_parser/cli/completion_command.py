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
#: Bash parts words at a = and completes what is behind it. Behind missing-part= a level follows, and no blank.
_AT_EQUALS: Final = """\
    local before=""
    [[ ${COMP_WORDS[COMP_CWORD]} == "=" ]] && before="${COMP_WORDS[COMP_CWORD-1]}="
    (( COMP_CWORD > 1 )) && [[ ${COMP_WORDS[COMP_CWORD-1]} == "=" ]] && before="${COMP_WORDS[COMP_CWORD-2]}="
    COMPREPLY=( "${COMPREPLY[@]#"$before"}" )
    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace 2> /dev/null
"""


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

    script = get_completion_script(prog_name="lawreport", complete_var=_ASKED, shell=shell)
    if shell == "bash":
        script = script.replace("    return 0\n", f"{_AT_EQUALS}    return 0\n")
    write_text(f"{script}\n")


def completed_list(typed: str, names: Iterable[str]) -> list[str]:
    """Return what names with commas between may be completed to: those typed so far, and one more."""
    given, comma, last = typed.rpartition(",")
    return [f"{given}{comma}{name}" for name in names if name.startswith(last)]


def ready_for_shells() -> None:
    """Let the program answer where a shell asks for completions."""
    if _ASKED in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        if os.environ[_ASKED] == "complete_bash":
            _join_at_equals()
        completion_init()


def _join_at_equals() -> None:
    """Put together the words that bash has parted: it gives `--offsets=u` as three."""
    words = os.environ.get("COMP_WORDS", "").split("\n")
    place = int(os.environ.get("COMP_CWORD") or 0)
    joined: list[str] = []
    for at, word in enumerate(words):
        if at > 1 and "=" in (word, words[at - 1]):
            joined[-1] += word
        else:
            joined.append(word)
        if at == place:
            os.environ["COMP_CWORD"] = str(len(joined) - 1)
    os.environ["COMP_WORDS"] = "\n".join(joined)
