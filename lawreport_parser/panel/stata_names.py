"""Names and labels that Stata takes: at most 32 letters, digits and _, labels of at most 80 characters."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_letters, digits
from typing import Final

from lawreport_parser.panel.columns import TIMES, PanelColumn
from lawreport_parser.spans import without_surrogates

__all__ = ["stata_label", "stata_names"]

_LONGEST: Final = 32
_LONGEST_LABEL: Final = 80
_ALLOWED: Final = frozenset(ascii_letters + digits + "_")
#: What words of a long name are cut to, from the first on, until it fits.
_SHORT_WORD: Final = 4
#: Words that Stata keeps for itself ([U] 11.3) or for Mata ([M-2] reswords); str1 to str2045 are too.
_RESERVED: Final = frozenset(
    (
        *("_all", "_b", "_coef", "_cons", "_n", "_N", "_pi", "_pred", "_rc", "_se", "_skip", "aggregate", "array"),
        *("boolean", "break", "byte", "case", "catch", "class", "colvector", "complex", "const", "continue", "default"),
        *(
            "delegate",
            "delete",
            "do",
            "double",
            "e",
            "else",
            "eltypedef",
            "end",
            "enum",
            "explicit",
            "export",
            "external",
        ),
        *("float", "for", "friend", "function", "global", "goto", "if", "in", "inline", "int", "local", "long", "NULL"),
        *(
            "pragma",
            "protected",
            "quad",
            "rowvector",
            "short",
            "strL",
            "typedef",
            "typename",
            "using",
            "virtual",
            "with",
        ),
    )
)
_TIMES: Final = {f".{time}": f"_{time[0]}" for time in TIMES}


def stata_names(names: Iterable[str]) -> list[str]:
    """Return a name for each column, each once.

    `.actual` becomes `_a` and `.target` `_t`, other points `_`. Of a name that is too long the words are cut to four
    letters, from the first on, until it fits: `litigation.head_appearance_rate.actual` is
    `liti_head_appearance_rate_a`.
    """
    taken: set[str] = set()
    return [_once(_fitting(name), taken) for name in names]


def _fitting(name: str) -> str:
    for ending, short in _TIMES.items():
        if name.endswith(ending):
            name = name.removesuffix(ending) + short
    name = "".join(character if character in _ALLOWED else "_" for character in name)
    if not name or name[0] in digits or name in _RESERVED or (name.startswith("str") and name[3:].isdigit()):
        name = f"_{name}"
    words = name.split("_")
    for place in range(len(words) - 1):
        if len("_".join(words)) <= _LONGEST:
            break
        words[place] = words[place][:_SHORT_WORD]
    return "_".join(words)[:_LONGEST]


def _once(name: str, taken: set[str]) -> str:
    made, number = name, 1
    while made in taken:
        number += 1
        made = f"{name[: _LONGEST - len(str(number)) - 1]}_{number}"
    taken.add(made)
    return made


def stata_label(column: PanelColumn) -> str:
    """Return the label of a variable: its name in Chinese and English, else what it holds."""
    said = f"{column.name_zh} · {column.name_en}" if column.name_zh else column.description
    return without_surrogates(said)[:_LONGEST_LABEL]
