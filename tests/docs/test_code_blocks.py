"""The code in README.md and in the manual runs, and gives what the pages say.

The blocks of a page run in their order, in one namespace and in one folder that holds a copy of `examples/`:

- a block behind `<!-- file: NAME -->` is written to the file NAME;
- `python` blocks are doctests where they have `>>>`, else they are executed;
- each `$ …` of a `console` block runs, and the output shown below it must be what it prints
  (`...` stands for anything).
"""

from __future__ import annotations

import doctest
import importlib.util
import shutil
from pathlib import Path
from typing import Any

import pytest
from manual_pages import ROOT, Block, blocks, commands, lay_out, pages, run_command

from lawreport_parser import MissingExtraError

_OPTIONS = doctest.ELLIPSIS


def word_files() -> Any:
    """Return the module with which the tests of the Word reader write their files."""
    spec = importlib.util.spec_from_file_location("manual_word_files", ROOT / "tests" / "readers" / "word_files.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write_word_files(folder: Path) -> None:
    """Write the report.docx that the page on Word files opens, and its two parts on numbering."""
    make = word_files()
    levels = (make.level(0, "chineseCounting", "%1、"), make.level(1, "chineseCounting", "（%2）"))
    numbering = make.definition(0, *levels) + make.instance(1, 0)
    styles = make.style("Heading1", num=1, ilvl=0)
    body = make.paragraph("主要工作", style="Heading1") + make.paragraph("推进依法行政", num=1, ilvl=1)
    (folder / "report.docx").write_bytes(make.docx(body, numbering, styles))
    (folder / "numbering.xml").write_text(make.part("numbering", numbering), encoding="utf-8")
    (folder / "styles.xml").write_text(make.part("styles", styles), encoding="utf-8")


def run_doctest(block: Block, names: dict[str, Any], page: str) -> None:
    # A blank line ends the output that a doctest expects; the fence does so in a page.
    test = doctest.DocTestParser().get_doctest(f"{block.body}\n", names, page, page, block.line)
    test.globs = names
    said: list[str] = []
    doctest.DocTestRunner(optionflags=_OPTIONS).run(test, out=said.append, clear_globs=False)
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


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_blocks_of_page(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = page.relative_to(ROOT).as_posix()
    lay_out(tmp_path)
    write_word_files(tmp_path)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "__main__"}
    for block in blocks(page):
        if block.file:
            (tmp_path / block.file).write_text(block.body, encoding="utf-8")
        elif block.language == "python":
            run_python(block, names, f"{name}:{block.line}")
        elif block.language == "console" and shutil.which("bash"):
            run_console(block, tmp_path)
