"""The page `docs/reference/command-line.md` names every command, option and status; its samples run with the manual."""

from pathlib import Path

from typer.main import get_command

from lawreport_parser.cli import app as commands

PAGE = (Path(__file__).parents[2] / "docs/reference/command-line.md").read_text(encoding="utf-8")


def test_every_command_and_option_is_on_the_page() -> None:
    for name, command in get_command(commands.app).commands.items():  # type: ignore[attr-defined]
        assert f"## `lawreport {name}" in PAGE
        for parameter in command.params:
            for option in (*parameter.opts, *parameter.secondary_opts):
                if option.startswith("--"):
                    assert f"`{option}" in PAGE, f"{option} of {name}"


def test_every_status_is_on_the_page() -> None:
    documented = [line for line in (commands.__doc__ or "").splitlines() if line.startswith("| ")][1:]
    assert len(documented) == 5
    for line in documented:
        assert f"\n| {line.split()[1]} | " in PAGE
