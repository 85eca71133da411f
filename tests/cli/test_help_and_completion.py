"""What `--help` says of every command, what shells complete, and options that contradict each other."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from lawreport_parser.cli.app import app

ROOT = Path(__file__).parents[2]
COMMANDS = sorted(get_command(app).commands)  # type: ignore[attr-defined]
CLASSIC = str(ROOT / "examples/reports/county-classic.txt")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments, prog_name="lawreport")


class TestHelp:
    @pytest.mark.parametrize("command", COMMANDS)
    def test_values_have_names_that_a_person_would_use(self, command: str) -> None:
        shown = run(command, "--help").stdout
        for type_name in ("<bool>", "<str>", "<int>", "<float>", "<path>", "<list[", "{", "[["):
            assert type_name not in shown

    @pytest.mark.parametrize("command", COMMANDS)
    def test_every_option_is_explained(self, command: str) -> None:
        for parameter in get_command(app).commands[command].params:  # type: ignore[attr-defined]
            assert parameter.help, parameter.name

    @pytest.mark.parametrize("command", COMMANDS)
    def test_lines_fit_a_terminal(self, command: str) -> None:
        lines = run(command, "--help").stdout.splitlines()
        assert max(len(line) for line in lines if "lawreport completion" not in line) <= 80

    def test_what_a_command_does_is_not_cut(self) -> None:
        shown = run("--help").stdout
        assert "..." not in shown.partition("Commands:")[2]
        assert all(f"\n  {command} " in shown for command in COMMANDS)

    def test_help_needs_neither_tables_nor_the_parser(self) -> None:
        code = "import sys; from lawreport_parser.__main__ import main\ntry: main(['tree', '-h'])\n"
        code += "except SystemExit: pass\nprint('rich' in sys.modules, 'lawreport_parser.model' in sys.modules)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=ROOT)
        assert done.stdout.splitlines()[-1] == "False False"


#: For each shell a program that prints what it completes for a line, one a line.
SHELLS = {
    "bash": """
eval "$(lawreport completion bash)"
read -ra COMP_WORDS <<< "${1//=/ = }"
[[ $1 == *" " ]] && COMP_WORDS+=("")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_lawreport_completion lawreport
printf '%s\\n' "${COMPREPLY[@]}"
""",
    "fish": """
lawreport completion fish | source
complete -C "$argv[1]"
""",
    "zsh": """
autoload -Uz compinit; compinit -u -D
eval "$(lawreport completion zsh)"
[[ $_comps[lawreport] == _lawreport_completion ]] || exit 1
_arguments() { print -r -- "${1#"*: :(("}" | sed 's/" "/\\n/g' | tr -d '")' }
_files() { ls -d "$words[-1]"* 2>/dev/null }
words=(${(s: :)1}); [[ $1 == *" " ]] && words+=("")
CURRENT=$#words
_lawreport_completion
""",
}


@pytest.fixture
def on_the_path(tmp_path: Path) -> dict[str, str]:
    """An environment in which `lawreport` is this program."""
    program = tmp_path / "bin/lawreport"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lawreport_parser "$@"\n')
    program.chmod(0o755)
    path = os.pathsep.join((str(program.parent), os.environ["PATH"]))
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}


@pytest.mark.parametrize("shell", SHELLS)
class TestCompletion:
    def complete(self, shell: str, line: str, environment: dict[str, str]) -> set[str]:
        if shutil.which(shell) is None:
            pytest.skip(f"{shell} is not here")
        arguments = {"bash": ["-c", SHELLS[shell], "-"], "zsh": ["-c", SHELLS[shell], "-"]}.get(
            shell, ["-c", SHELLS[shell]]
        )
        done = subprocess.run(
            [shell, *arguments, line], capture_output=True, text=True, timeout=60, check=False, env=environment
        )
        assert done.stderr == ""
        return {word.partition("\t")[0].partition(":")[0].strip() for word in done.stdout.splitlines()}

    def test_commands(self, shell: str, on_the_path: dict[str, str]) -> None:
        assert set(COMMANDS) <= self.complete(shell, "lawreport ", on_the_path)
        assert "indicators" in self.complete(shell, "lawreport in", on_the_path)

    def test_options_and_their_values(self, shell: str, on_the_path: dict[str, str]) -> None:
        assert {"--depth", "--passages", "--strict"} <= self.complete(shell, "lawreport tree --", on_the_path)
        assert {"codepoint", "utf8", "utf16"} <= self.complete(shell, "lawreport parse --offsets ", on_the_path)
        assert {"items", "indicators"} <= self.complete(shell, "lawreport panel --tables i", on_the_path)
        assert "missing-part" in self.complete(shell, "lawreport lint --explain miss", on_the_path)
        assert "numbering" in self.complete(shell, "lawreport lint --select numb", on_the_path)
        assert self.complete(shell, "lawreport lint --fail-on w", on_the_path) == {"warning"}

    def test_values_behind_an_equals_sign(self, shell: str, on_the_path: dict[str, str]) -> None:
        assert "missing-part=" in self.complete(shell, "lawreport lint --severity miss", on_the_path)
        if shell != "bash":
            assert self.complete(shell, "lawreport lint --severity missing-part=w", on_the_path) == {
                "missing-part=warning"
            }
            return
        # Bash parts words at the sign, and completes what is behind it.
        for line, values in {
            "lawreport parse --offsets=u": {"utf8", "utf16"},
            "lawreport parse --offsets=": {"codepoint", "utf8", "utf16"},
            "lawreport parse --offsets=utf8 --format=h": {"html"},
            "lawreport lint --severity missing-part=w": {"warning"},
            "lawreport lint --severity=missing-part=": {"info", "warning", "error"},
        }.items():
            assert self.complete(shell, line, on_the_path) == values, line


class TestTheCommandOfCompletion:
    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
    def test_it_writes_a_script(self, shell: str) -> None:
        result = run("completion", shell)
        assert "_LAWREPORT_COMPLETE" in result.stdout
        assert (result.exit_code, result.stderr) == (0, "")

    def test_without_a_shell_it_names_them(self) -> None:
        result = run("completion")
        assert result.stderr == (
            "lawreport: Missing argument 'SHELL'. Choose from: bash, zsh, fish, powershell "
            "(see lawreport completion --help)\n"
        )

    def test_another_shell_is_refused(self) -> None:
        result = run("completion", "csh")
        assert result.stderr.startswith("lawreport: Invalid value for 'SHELL': 'csh' is not one of 'bash', 'zsh'")
        assert result.exit_code == 2


@pytest.mark.parametrize("arguments", ["lint --severity", "parse --offsets", "batch a -o", "tree --depth"])
def test_an_option_without_its_value_leads_to_the_help_of_the_command(arguments: str) -> None:
    command, *_, option = arguments.split()
    result = run(*arguments.split())
    assert result.stderr == f"lawreport: Option '{option}' requires an argument (see lawreport {command} --help)\n"
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ("parse --compact --pretty", "--pretty: give --compact or --pretty, not both"),
        ("explain --format json --lang zh", "--lang: JSON has both languages; leave it out"),
        ("lint --explain all", "--explain: it explains a rule and checks no file; leave out FILE and -o"),
        *(
            (
                f"{command} --{'input-' if command in ('lint', 'explain') else ''}format {form} --encoding gbk",
                f"--encoding: it is for text and web pages, and the files are said to be {form}",
            )
            for command in ("tree", "parse", "chunks", "numbers", "indicators", "explain", "lint")
            for form in ("docx", "pdf")
        ),
    ],
)
def test_options_that_contradict_each_other_are_refused(arguments: str, line: str) -> None:
    command, *rest = arguments.split()
    result = run(command, CLASSIC, *rest)
    assert result.stderr == f"lawreport: Invalid value for {line} (see lawreport {command} --help)\n"
    assert (result.stdout, result.exit_code) == ("", 2)
