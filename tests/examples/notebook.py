"""The notebook of the study, run cell by cell without Jupyter.

`python tests/examples/notebook.py` runs it and writes what its cells print into it; a test compares.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
from pathlib import Path
from typing import Any

NOTEBOOK = Path(__file__).parents[2] / "examples" / "study" / "study.ipynb"


def run_notebook(notebook: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Run the code cells in `folder`, in one namespace; set their outputs and return the names they leave."""
    names: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.chdir(folder):
        for number, cell in enumerate(each for each in notebook["cells"] if each["cell_type"] == "code"):
            cell["execution_count"] = number + 1
            cell["outputs"] = _outputs("".join(cell["source"]), number + 1, names)
    return names


def _outputs(source: str, number: int, names: dict[str, Any]) -> list[dict[str, Any]]:
    body = ast.parse(source)
    last = body.body.pop() if isinstance(body.body[-1], ast.Expr) else None
    printed = io.StringIO()
    shown = None
    with contextlib.redirect_stdout(printed):
        exec(compile(body, "study.ipynb", "exec"), names)
        if isinstance(last, ast.Expr):
            shown = eval(compile(ast.Expression(last.value), "study.ipynb", "eval"), names)
    made: list[dict[str, Any]] = []
    if printed.getvalue():
        made.append({"name": "stdout", "output_type": "stream", "text": printed.getvalue().splitlines(keepends=True)})
    if shown is not None:
        data = {"text/plain": repr(shown).splitlines(keepends=True)}
        made.append({"data": data, "execution_count": number, "metadata": {}, "output_type": "execute_result"})
    return made


def written(notebook: dict[str, Any]) -> str:
    """Return a notebook as its file holds it."""
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    made = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    run_notebook(made, NOTEBOOK.parent)
    NOTEBOOK.write_text(written(made), encoding="utf-8")
