"""The pages of the manual, the fenced blocks in them, and how their commands run.

`python tests/docs/manual_pages.py [PAGE …]` runs the console blocks of these pages, or of all, and writes what they
print into them.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

#: A fence, with the comment on the line before it (`<!-- file: report.txt -->`), if there is one.
_FENCE = re.compile(
    r"(?:^<!-- *(?P<note>.*?) *-->\n)?^(?P<indent> *)```(?P<language>\S*)[^\n]*\n(?P<body>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
_COMMAND = re.compile(r"^\$ (?P<command>.*\n)(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
#: A command with one of these runs in bash, where `lawreport` is the program of this checkout; others in this process.
_OF_THE_SHELL = frozenset("|<>&;$*?~`")
_SHELL = 'lawreport() { "$PYTHON" -m lawreport_parser "$@"; }\npython() { "$PYTHON" "$@"; }\n'
#: What the commands begin with that are run; others are only shown.
_RUN = ("lawreport ", ".venv/bin/lawreport ", "python examples/")
_TERMINAL = {"COLUMNS": "100", "NO_COLOR": "1"}


class Block(NamedTuple):
    """A fenced block: its language, the comment above it, its text, and the line of its first row."""

    language: str
    note: str
    body: str
    line: int

    @property
    def file(self) -> str | None:
        """The name of the file that a reader is told to write the block into."""
        return self.note.removeprefix("file:").strip() if self.note.startswith("file:") else None


def pages() -> list[Path]:
    """Return README.md, every page of the manual, and the page of the study."""
    found = (page for page in DOCS.rglob("*.md") if "_build" not in page.parts)
    return [ROOT / "README.md", *sorted(found), ROOT / "examples" / "study" / "README.md"]


def blocks(page: Path) -> Iterator[Block]:
    """Yield the fenced blocks of a page, from top to bottom."""
    text = page.read_text(encoding="utf-8")
    for match in _FENCE.finditer(text):
        indent = match["indent"]
        body = "".join(line.removeprefix(indent) for line in match["body"].splitlines(keepends=True))
        yield Block(match["language"], match["note"] or "", body, text.count("\n", 0, match.start("body")) + 1)


def commands(block: Block) -> Iterator[tuple[str, str]]:
    """Yield each run of `lawreport` or of an example in a console block, with the output shown below it."""
    for match in _COMMAND.finditer(block.body):
        if match["command"].startswith(_RUN):
            yield match["command"].strip(), match["output"]


def run_command(command: str, folder: Path) -> str:
    """Run a command of a page in `folder`; return what it prints, standard error included."""
    command = command.removeprefix(".venv/bin/")
    if command.startswith("lawreport ") and _OF_THE_SHELL.isdisjoint(command):
        return _run_here(shlex.split(command)[1:], folder)
    environment = {name: value for name, value in os.environ.items() if name != "FORCE_COLOR"}
    environment |= {"PYTHON": sys.executable, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    environment |= _TERMINAL
    done = subprocess.run(
        ["bash", "-c", _SHELL + command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )
    return done.stdout.decode("utf-8")


def _run_here(arguments: list[str], folder: Path) -> str:
    from typer.testing import CliRunner

    from lawreport_parser.cli.app import app

    with contextlib.chdir(folder):
        environment = {"FORCE_COLOR": None, **_TERMINAL}
        return CliRunner().invoke(app, arguments, env=environment, prog_name="lawreport", catch_exceptions=False).output


def lay_out(folder: Path) -> None:
    """Put into `folder` what the pages take for granted: a copy of `examples/`."""
    shutil.copytree(
        ROOT / "examples", folder / "examples", ignore=shutil.ignore_patterns("__pycache__", "node_modules")
    )


def _refreshed(page: Path, folder: Path) -> str:
    """Return the text of a page with the output of its commands as they print it now."""

    def refresh(fence: re.Match[str]) -> str:
        block = Block(fence["language"], fence["note"] or "", fence["body"], 0)
        if block.file:
            (folder / block.file).write_text(block.body, encoding="utf-8")
        if block.language != "console":
            return fence[0]
        return fence[0].replace(fence["body"], _COMMAND.sub(rerun, block.body))

    def rerun(run: re.Match[str]) -> str:
        shown = run["output"]
        if not run["command"].startswith(_RUN) or not shown:
            return run[0]
        # It runs in any case: a later command may need what it writes.
        printed = run_command(run["command"].strip(), folder)
        return run[0] if "..." in shown else f"$ {run['command']}{printed}"

    return _FENCE.sub(refresh, page.read_text(encoding="utf-8"))


def _refresh_all() -> None:
    chosen = [Path(name).resolve() for name in sys.argv[1:]] or pages()
    for page in chosen:
        with tempfile.TemporaryDirectory() as name:
            lay_out(Path(name))
            text = page.read_text(encoding="utf-8")
            now = _refreshed(page, Path(name))
            if "Traceback" in now and "Traceback" not in text:
                print(f"{page.relative_to(ROOT)}: a command fails, left as it is")
            elif now != text:
                page.write_text(now, encoding="utf-8")
                print(page.relative_to(ROOT))


if __name__ == "__main__":
    _refresh_all()
