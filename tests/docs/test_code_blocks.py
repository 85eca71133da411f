"""The code in README.md and in the manual runs, and gives what the pages say.

The blocks of a page run in their order, in one namespace and in one folder that holds a copy of `examples/`:

- a block behind `<!-- file: NAME -->` is written to the file NAME; `sample_files.py` writes those that are no text;
- `python` blocks are doctests where they have `>>>`, else they are executed;
- each `$ lawreport …` and `$ python examples/…` of a `console` block runs, and the output shown below it must be what
  it prints (`...` stands for anything).
"""

from __future__ import annotations

import doctest
import shutil
from pathlib import Path
from typing import Any

import pytest
from manual_pages import ROOT, Block, blocks, commands, lay_out, pages, run_command
from sample_files import write_files

from lawreport_parser.errors import MissingExtraError

_OPTIONS = doctest.ELLIPSIS


def run_doctest(block: Block, names: dict[str, Any], page: str) -> None:
    # A blank line ends the output that a doctest expects; the fence does so in a page.
    test = doctest.DocTestParser().get_doctest(f"{block.body}\n", names, page, page, block.line)
    test.globs = names
    said: list[str] = []
    doctest.DocTestRunner(optionflags=_OPTIONS).run(test, out=said.append, clear_globs=False)
    for line in "".join(said).splitlines():
        if "MissingExtraError: " in line:
            pytest.skip(line.partition("MissingExtraError: ")[2])
    assert not said, "".join(said)


def run_python(block: Block, names: dict[str, Any], page: str) -> None:
    try:
        if ">>>" in block.body:
            run_doctest(block, names, page)
        else:
            exec(compile("\n" * (block.line - 1) + block.body, page, "exec"), names)
    except MissingExtraError as error:
        pytest.skip(str(error))


def run_console(block: Block, folder: Path) -> None:
    pytest.importorskip("typer")
    for command, shown in commands(block):
        printed = run_command(command, folder)
        if shown:
            alike = doctest.OutputChecker().check_output(shown, printed, _OPTIONS)
            assert alike, f"$ {command}\n--- the page shows\n{shown}--- it prints\n{printed}"
        else:
            assert "Traceback" not in printed, printed


#: Pages with something to run.
RUN = [page for page in pages() if any(block.language in ("python", "console") for block in blocks(page))]


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    lay_out(folder)
    write_files(folder)
    return folder


@pytest.mark.parametrize("page", RUN, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_blocks_of_page(page: Path, laid_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = page.relative_to(ROOT).as_posix()
    folder = shutil.copytree(laid_out, tmp_path / "page")
    monkeypatch.chdir(folder)
    names: dict[str, Any] = {"__name__": "__main__"}
    for block in blocks(page):
        if block.file:
            (folder / block.file).write_text(block.body, encoding="utf-8")
        elif block.language == "python":
            run_python(block, names, f"{name}:{block.line}")
        elif block.language == "console" and shutil.which("bash"):
            run_console(block, folder)
