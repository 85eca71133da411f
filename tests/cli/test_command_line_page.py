"""The page docs/command-line.md: its sample runs are real, and it names every command, option and status."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from lawreport_parser.cli.app import app

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/command-line.md").read_text(encoding="utf-8")
RUNS = re.findall(r"^```console\n\$ lawreport (.*?)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(("arguments", "expected"), RUNS, ids=[arguments for arguments, _ in RUNS])
def test_a_sample_run_writes_what_the_page_says(
    arguments: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(app, shlex.split(arguments), env={"COLUMNS": "100"}, prog_name="lawreport")
    assert result.output == expected


def test_the_page_shows_runs() -> None:
    assert len(RUNS) >= 3


def test_every_command_and_option_is_on_the_page() -> None:
    group = get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        assert f"## `lawreport {name}" in PAGE
        for parameter in command.params:
            for option in (*parameter.opts, *parameter.secondary_opts):
                if option.startswith("--"):
                    assert f"`{option}" in PAGE, f"{option} of {name}"
