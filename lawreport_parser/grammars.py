"""Reads the grammars in `grammar/`: the one module that opens `.lark` files.

From an installed package the files come from `lawreport_parser.grammar`; from a bare checkout, from the
folder `grammar/` beside the package. Callers keep what they build: one build per grammar and process.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any, Final

from lark import Lark

__all__ = ["load_grammar", "read_grammar", "terminal_patterns"]

_INSTALLED: Final = "lawreport_parser.grammar"


def read_grammar(name: str) -> str:
    """Return the text of the grammar `name` (without `.lark`)."""
    try:
        folder = resources.files(_INSTALLED)
    except ModuleNotFoundError:
        return (Path(__file__).parent.parent / "grammar" / f"{name}.lark").read_text(encoding="utf-8")
    return (folder / f"{name}.lark").read_text(encoding="utf-8")


def _import_sibling(_base: object, path: str) -> tuple[str, str]:
    """Resolve `%import name.TERMINAL` in a grammar to the sibling file `name.lark`."""
    return path, read_grammar(path.removesuffix(".lark"))


def load_grammar(name: str, **options: Any) -> Lark:
    """Build the LALR parser of the grammar `name`; `options` are those of `lark.Lark`."""
    return Lark(read_grammar(name), parser="lalr", import_paths=[_import_sibling], source_path=name, **options)


def terminal_patterns(grammar: Lark) -> dict[str, str]:
    """Return the regular expression of each terminal of `grammar`, by the terminal's name."""
    return {terminal.name: terminal.pattern.to_regexp() for terminal in grammar.terminals}
