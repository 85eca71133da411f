"""Every loop over a report that a page shows goes through every report: none is made for the one report beside it.

A loop is a `for` statement or a comprehension over `report.…` that needs nothing but the report and what the page
imports from the library.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from manual_pages import ROOT, Block, blocks, pages

from lawreport_parser import Report, parse_file

_SHARED = ROOT.parent / "shared" / "corpus" / "texts"
_LOOPS = (ast.For, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def source(block: Block) -> str:
    """Return the code of a block, without prompts and output."""
    if ">>>" not in block.body:
        return block.body
    lines = [line for line in block.body.splitlines() if line.startswith((">>>", "..."))]
    return "\n".join(line[4:] for line in lines) + "\n"


def is_over_the_report(statement: ast.stmt) -> bool:
    """Tell whether a statement goes through something of `report`."""
    for node in ast.walk(statement):
        if isinstance(node, ast.For):
            sources: list[ast.expr] = [node.iter]
        elif isinstance(node, _LOOPS):
            sources = [each.iter for each in node.generators]
        else:
            continue
        for iterated in sources:
            while isinstance(iterated, ast.Attribute | ast.Call | ast.Subscript):
                iterated = iterated.func if isinstance(iterated, ast.Call) else iterated.value
            if isinstance(iterated, ast.Name) and iterated.id == "report":
                return True
    return False


def names_wanted(statement: ast.stmt) -> set[str]:
    """Return the names that a statement takes from outside."""
    names = [node for node in ast.walk(statement) if isinstance(node, ast.Name)]
    own = {node.id for node in names if isinstance(node.ctx, ast.Store)}
    return {node.id for node in names} - own - set(dir(builtins))


def loops(page: Path) -> Iterator[tuple[int, str, list[ast.stmt]]]:
    """Yield each loop of a page: its line, its code, and the imports of the page before it."""
    imports: list[ast.stmt] = []
    for block in blocks(page):
        if block.language != "python":
            continue
        for statement in ast.parse(source(block)).body:
            if isinstance(statement, ast.Import | ast.ImportFrom):
                if "lawreport_parser" not in ast.unparse(statement):
                    continue
                imports.append(statement)
            known = {(alias.asname or alias.name) for each in imports for alias in each.names}  # type: ignore[attr-defined]
            if is_over_the_report(statement) and names_wanted(statement) <= {"report", *known}:
                yield block.line, ast.unparse(statement), list(imports)


LOOPS = [
    pytest.param(code, imports, id=f"{page.relative_to(ROOT).as_posix()}:{line}-{number}")
    for page in pages()
    for number, (line, code, imports) in enumerate(loops(page))
]


@cache
def reports() -> list[tuple[str, Report]]:
    """Return the example reports, and the annotated texts where they stand beside the checkout."""
    paths = [*(ROOT / "examples" / "reports").glob("*.txt"), *(ROOT / "examples" / "study" / "reports").glob("*.txt")]
    if _SHARED.is_dir():
        paths += _SHARED.glob("*.txt")
    return [(path.name, parse_file(path)) for path in sorted(paths)]


def test_the_pages_show_loops() -> None:
    assert len(LOOPS) > 20


@pytest.mark.parametrize(("code", "imports"), LOOPS)
def test_a_loop_goes_through_every_report(code: str, imports: list[ast.stmt]) -> None:
    names: dict[str, Any] = {}
    exec(compile(ast.Module(body=imports, type_ignores=[]), "imports", "exec"), names)
    run = compile(code, "loop", "exec")
    failed: list[str] = []
    for name, report in reports():
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(run, names | {"report": report})
        except Exception as error:  # whatever it is, a reader would meet it
            failed.append(f"{name}: {error!r}")
    assert failed == [], code
