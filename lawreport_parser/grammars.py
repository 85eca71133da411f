r"""Reads the grammars in `grammar/`: the one module that opens `.lark` files, and what was compiled from them.

From an installed package the files come from `lawreport_parser.grammar`; from a bare checkout, from the
folder `grammar/` beside the package.

`lexical.lark` holds the shapes that the others share. `%import` brings them in, and `\p{NAME}` inside a class of
characters stands for the characters of the class NAME there.

Lark builds a grammar in 20 to 100 ms. So what it builds is kept in `grammar/compiled.json`: the regular
expression of every terminal, and the LALR table of `report.lark`. The file says of what texts it was made;
where a grammar has been edited since, lark builds it anew. `python -m lawreport_parser.grammars` writes the file.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from pkgutil import get_data
from typing import TYPE_CHECKING, Any, Final

from lawreport_parser.lalr import END

if TYPE_CHECKING:
    from lark import Lark

__all__ = ["Terminals", "compile_grammars", "lalr_table", "load_grammar", "read_grammar", "terminal_patterns"]

_INSTALLED: Final = "lawreport_parser.grammar"
_COMPILED: Final = "compiled.json"
#: The rule that a grammar begins with. The others are lists of terminals.
_STARTS: Final = {"numerals": "start", "report": "report"}
_LISTS: Final = (
    "discourse",
    "figures",
    "indicators",
    "lexical",
    "lint",
    "markdown",
    "organs",
    "outline",
    "page",
    "prose",
    "quantities",
    "readers",
    "regions",
    "roles",
    "subjects",
    "years",
)
_GRAMMARS: Final = tuple(sorted([*_STARTS, *_LISTS]))
#: A terminal that a grammar defines, and not for its own use alone.
_TERMINAL: Final = re.compile(r"^([A-Z][A-Z_]*)(?:\.\d+)?:", re.MULTILINE)
#: The grammar of shared shapes, a terminal of it that is one class of characters, and where the class is asked for.
_LEXICAL: Final = "lexical"
_CLASS: Final = re.compile(r"^([A-Z_]+): /\[((?:[^\]\\]|\\.)+)\]/$", re.MULTILINE)
_CLASS_USED: Final = re.compile(r"\\p\{([A-Z_]+)\}")
_IMPORT: Final = re.compile(r"^%import ([a-z]+)\.", re.MULTILINE)


def read_grammar(name: str) -> str:
    """Return the text of the grammar `name` (without `.lark`)."""
    return _read(f"{name}.lark")


@cache
def _classes() -> dict[str, str]:
    """Return what stands inside each class of characters of `lexical.lark`, by its name."""
    classes: dict[str, str] = {}
    for name, characters in _CLASS.findall(read_grammar(_LEXICAL)):
        classes[name] = _with_classes(characters, classes)
    return classes


def _with_classes(text: str, classes: Mapping[str, str]) -> str:
    r"""Return `text` with the characters of each `\p{NAME}` in its place."""
    return _CLASS_USED.sub(lambda used: classes[used[1]], text)


def _written_out(name: str) -> str:
    """Return the text of the grammar `name` as lark reads it."""
    return _with_classes(read_grammar(name), _classes())


@cache
def _read(name: str) -> str:
    # `importlib.resources` does the same, and takes longer to import than all grammars to read.
    held = get_data(_INSTALLED, name)
    if held is None:
        held = (Path(__file__).parent.parent / "grammar" / name).read_bytes()
    return held.decode()


def _import_sibling(_base: object, path: str) -> tuple[str, str]:
    """Resolve `%import name.TERMINAL` in a grammar to the sibling file `name.lark`."""
    return path, _written_out(path.removesuffix(".lark"))


def load_grammar(name: str, **options: Any) -> Lark:
    """Build the LALR parser of the grammar `name` with lark; `options` are those of `lark.Lark`."""
    from lark import Lark

    return Lark(
        _written_out(name),
        parser="lalr",
        start=_STARTS[name],
        import_paths=[_import_sibling],
        source_path=name,
        **options,
    )


class Terminals:
    """The terminals of the grammar `name` as compiled patterns: `Terminals("prose").SENTENCE`.

    Each is compiled when it is first asked for, and kept.
    """

    def __init__(self, name: str) -> None:
        self._grammar = name

    def __getattr__(self, terminal: str) -> re.Pattern[str]:
        if terminal.startswith("_"):
            raise AttributeError(terminal)
        pattern = _compiled(self._grammar)["terminals"].get(terminal)
        if pattern is None:
            raise AttributeError(f"no terminal {terminal} in the grammar {self._grammar}")
        found = self.__dict__[terminal] = re.compile(pattern)
        return found


def terminal_patterns(name: str) -> dict[str, str]:
    """Return the regular expression of each terminal of the grammar `name`, by the terminal's name."""
    return dict(_compiled(name)["terminals"])


# --- compiled grammars


def _digest(name: str) -> str:
    """Return the digest of a grammar and of all that it imports, which its imports import, and so on."""
    texts = {name: read_grammar(name)}
    waiting = [name]
    for each in waiting:  # grows as it is read
        imported = {*_IMPORT.findall(texts[each]), *([_LEXICAL] if _CLASS_USED.search(texts[each]) else [])}
        waiting += sorted(imported - texts.keys())
        texts |= {other: read_grammar(other) for other in imported - texts.keys()}
    return sha256("\0".join(texts[each] for each in waiting).encode()).hexdigest()


@cache
def _compiled_file() -> dict[str, Any]:
    try:
        held: dict[str, Any] = json.loads(_read(_COMPILED))
    except (OSError, ValueError):
        return {}
    return held


def lalr_table(name: str) -> dict[str, Any]:
    """Return the LALR table of the grammar `name`, for `LalrParser`."""
    table: dict[str, Any] = _compiled(name)["table"]
    return table


@cache
def _compiled(name: str) -> dict[str, Any]:
    held: dict[str, Any] | None = _compiled_file().get(name)
    return held if held is not None and held["digest"] == _digest(name) else _compile(name)


def _compile(name: str) -> dict[str, Any]:
    """Build a grammar with lark, and return its terminals and, for `report`, its parse table."""
    if name not in _STARTS:
        return {"digest": _digest(name), "terminals": _listed_terminals(name)}
    options: dict[str, Any] = {"lexer": "basic"}
    if name == "report":
        options = {"keep_all_tokens": True, "maybe_placeholders": False, "lexer": "contextual"}
    grammar = load_grammar(name, **options)
    made = {
        "digest": _digest(name),
        "terminals": {each.name: each.pattern.to_regexp() for each in grammar.terminals if each.pattern is not None},
    }
    return made | ({"table": _table(grammar)} if name == "report" else {})


def _listed_terminals(name: str) -> dict[str, str]:
    """Return the terminals of a grammar that has no rules, as lark puts them together."""
    from lark.load_grammar import GrammarBuilder

    builder = GrammarBuilder(import_paths=[_import_sibling])
    builder.load_grammar(_written_out(name), name)
    terminals, _, _ = builder.build().compile([], "*")
    patterns = {each.name: each.pattern.to_regexp() for each in terminals if each.pattern is not None}
    return {own: patterns[own] for own in _TERMINAL.findall(read_grammar(name))}


def _table(grammar: Lark) -> dict[str, Any]:
    """Return lark's LALR table as data: reductions, and for each state what each symbol does there.

    A symbol leads to a state (a number from 0) or to a reduction (-1 is the first). A reduction is a rule's
    name and the number of its parts. Rules that differ in their terminals only are one reduction here, and
    states that do the same are one state. The first state is the one to begin with.
    """
    table = grammar.parser.parser._parse_table
    start, end = table.start_states["report"], table.end_states["report"]
    rules = {
        (str(goal.origin.name), len(goal.expansion))
        for actions in table.states.values()
        for action, goal in actions.values()
        if action.name == "Reduce"
    }
    reductions = sorted(rules)

    def goal_of(action: Any, goal: Any) -> int:
        if action.name == "Shift":
            return int(goal)
        return -1 - reductions.index((str(goal.origin.name), len(goal.expansion)))

    rows = {
        state: {symbol: goal_of(*action) for symbol, action in sorted(actions.items())}
        for state, actions in table.states.items()
    }
    # A report that is whole takes the end of the text as its last token.
    rows[end][END] = end
    while True:
        first_of: dict[str, int] = {}
        same = {state: first_of.setdefault(json.dumps(row), state) for state, row in rows.items()}
        if len(first_of) == len(rows):
            break
        rows = {
            state: {symbol: same.get(goal, goal) for symbol, goal in rows[state].items()} for state in first_of.values()
        }
        start = same[start]
    # Lark numbers its states as they come: here they are numbered as they are reached, so that the file stays the same.
    reached = [start]
    for state in reached:  # grows as it is read
        reached += dict.fromkeys(goal for goal in rows[state].values() if goal >= 0 and goal not in reached)
    number = {state: at for at, state in enumerate(reached)}
    return {
        "reductions": reductions,
        "states": [{symbol: number.get(goal, goal) for symbol, goal in rows[state].items()} for state in reached],
    }


def compile_grammars() -> str:
    """Return what `grammar/compiled.json` has to hold."""
    lines: list[str] = []
    for name in _GRAMMARS:
        made = _compile(name)
        table = made.pop("table", None)
        shown = json.dumps(made, ensure_ascii=False, indent=1)
        if table is not None:
            states = ",\n   ".join(json.dumps(row) for row in table["states"])
            shown = (
                f'{shown[:-2]},\n "table": {{\n  "reductions": '
                f'{json.dumps(table["reductions"])},\n  "states": [\n   {states}\n  ]\n }}\n}}'
            )
        lines.append(f'"{name}": {shown}')
    # A lone surrogate is written as JSON escapes it.
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode("utf-8", "backslashreplace").decode()


if __name__ == "__main__":
    sys.stdout.write(compile_grammars())
