"""Patterns over the text of a report stand in `grammar/`, each shape once.

A pattern that Python builds may join terminals and words of tables. One that is written in Python needs a reason in
`ALLOWED`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lark.load_grammar import GrammarBuilder

from lawreport_parser import grammars
from lawreport_parser.blanks import BLANK_CHARACTERS, LINE_ENDS
from lawreport_parser.grammars import read_grammar, terminal_patterns

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "lawreport_parser"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if "grammar" not in path.parts)
GRAMMARS = sorted(path.stem for path in (ROOT / "grammar").glob("*.lark"))
FILES = [f"{name}.lark" for name in GRAMMARS]

#: Folders and files whose patterns are none over the text of a report, and why.
OTHER_TEXTS = {
    "batch/": "paths, and cells of spreadsheets",
    "cli/": "what a terminal shows",
    "discourse/beginnings.py": "the text of the patterns themselves",
    "escaping.py": "characters that a terminal must not get",
    "grammars.py": "the text of the grammars themselves",
    "indicators/wording.py": "the notation of a codebook",
    "lint/explaining.py": "the messages of the rules",
    "lint/settings.py": "the settings of the linter",
    "readers/content.py": "the first bytes of files",
    "readers/decoding.py": "characters that tell an encoding",
    "readers/word/document.py": "Word files",
    "readers/file_names.py": "names of files",
    "readers/html/page.py": "HTML",
    "readers/html/line.py": "HTML",
    "readers/html/lines.py": "HTML",
    "readers/html/marks.py": "HTML",
    "readers/html/styles.py": "style sheets",
    "readers/html/witness.py": "HTML",
    "readers/word/number_formats.py": "Word's formats of numbers",
    "readers/pdf/document.py": "glyphs of PDF files",
    "readers/pdf/rows.py": "characters as PDFium gives them",
    "readers/word/numbering.py": "Word's numbering",
    "view/": "what a browser shows",
}
#: Single patterns, by file and the constant, function or method that holds them, and why each stands in Python.
ALLOWED = {
    "discourse/cues.py: _scanner": "terminals, and the characters with which they begin",
    "header_fields.py: _only_iso": "a date as JSON writes it",
    "indicators/matching.py: Matcher.__init__": "the words of a codebook, and the marks that end a clause",
    "indicators/matching.py: Matcher.may_go_on": "words of a codebook",
    "indicators/matching.py: Matcher._ranked": "the wordings of a codebook",
    "indicators/matching.py: Matcher.says_only": "words of a codebook",
    "judging.py: _BRACKET": "all the marks of the table in brackets.py",
    "lexicon.py: Lexicon.extended": "a wording that the caller gives",
    "lexicon.py: Lexicon._compiled": "the wordings of a lexicon, which are data of the public class",
    "numbers/citations.py: _code": "terminals, and the table of words that lead to a code",
    "numbers/measures.py: _patterns": "terminals, and the tables of words around a figure",
    "numbers/places.py: numeral_sieve": "a terminal, and the tables of numerals and units",
    "numbers/subjects.py: _patterns": "terminals, and the tables of acts, changes and things",
    "numbers/quantities.py: _phrase_pattern": "the table of fixed phrases",
    "numbers/quantity_patterns.py: quantity_patterns": "terminals, and the tables of units and limits",
    "lint/document_numbers.py: _lead": "the table of words that lead to a code",
    "lint/subject.py: _published_by": "a terminal, and the table of labels",
    "organs.py: _endings": "the table of endings, and of the letters beside them that make other words",
    "organs.py: _state_organs": "terminals, and the tables of ministries and organs of the state",
    "organs.py: _titles": "a terminal, and the table of titles of office",
    "outline/candidates.py: CandidateScanner.__init__": "terminals alone, in the order in which they are tried",
    "readers/html/navigation.py: _labelled": "a terminal, and the table of labels",
    "readers/html/navigation.py: _tools": "terminals, and the table of labels",
    "page/foot.py: _of_publication": "the table of labels",
    "page/labels.py: _labels": "terminals, and the table of labels",
    "page/labels.py: _names": "the table of labels",
    "page/tokens.py: _first_letters": "terminals alone, in the order in which they are tried",
    "report_json.py: _EXACT": "JSON",
    "report_json.py: _SURROGATE": "half a character, which JSON escapes",
    "spans.py: _SURROGATE": "half a character",
    "spreadsheets.py: _FORMULA": "cells of a spreadsheet",
}

_FUNCTIONS = frozenset(["compile", "match", "search", "fullmatch", "sub", "subn", "findall", "finditer", "split"])
#: What joins terminals: groups, alternatives, repetitions, the names of groups.
_GLUE = re.compile(r"\(\?P<\w+>|\(\?[:=!>]|\(\?<[=!]|[()|?*+]|\{\d*,?\d*\}|\.\*")


class _Patterns(ast.NodeVisitor):
    """Finds the calls of `re` in a module, and what is written in the pattern of each."""

    def __init__(self, tree: ast.Module) -> None:
        self.found: list[tuple[str, str, int]] = []
        self._path: list[str] = []
        self._constants = {name: node.value for node in tree.body for name in _targets(node) if _value(node)}
        self.visit(tree)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._within(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._within(node)

    def _within(self, node: ast.ClassDef | ast.FunctionDef) -> None:
        self._path.append(node.name)
        self.generic_visit(node)
        self._path.pop()

    def visit_Assign(self, node: ast.Assign) -> None:
        self._assigned(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self._assigned(node)

    def _assigned(self, node: ast.Assign | ast.AnnAssign) -> None:
        names = [] if self._path else list(_targets(node))
        self._path += names[:1]
        self.generic_visit(node)
        if names:
            self._path.pop()

    def visit_Call(self, node: ast.Call) -> None:
        called = node.func
        if isinstance(called, ast.Attribute) and ast.unparse(called.value) == "re" and called.attr in _FUNCTIONS:
            self.found.append((".".join(self._path), "".join(self._written(node.args[0])), node.lineno))
        self.generic_visit(node)

    def _written(self, node: ast.expr) -> Iterator[str]:
        """Yield what stands in Python of a pattern. A name that is no constant of the module counts as a word."""
        match node:
            case ast.Constant():
                yield str(node.value)
            case ast.JoinedStr():
                for value in node.values:
                    yield from self._written(value)
            case ast.FormattedValue():
                yield from self._written(node.value)
            case ast.BinOp():
                yield from self._written(node.left)
                yield from self._written(node.right)
            case ast.Attribute(attr="pattern"):
                pass  # of a terminal
            case ast.Name():
                constant = self._constants.get(node.id)
                if constant is None:
                    yield node.id
                else:
                    yield from self._written(constant)
            case _:
                yield ast.unparse(node)


def _targets(node: ast.AST) -> Iterator[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return (target.id for target in targets if isinstance(target, ast.Name))


def _value(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None


def patterns_in(module: str) -> list[tuple[str, str, int]]:
    """Return of each pattern in a module who holds it, what is written in it, and its line."""
    found = _Patterns(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))).found
    return [(f"{module}: {holder}", _GLUE.sub("", written), line) for holder, written, line in found]


def held() -> list[tuple[str, str, int]]:
    return [
        each
        for module in MODULES
        if not module.startswith(tuple(OTHER_TEXTS))
        for each in patterns_in(module)
        if each[1]
    ]


def test_patterns_over_the_text_of_a_report_stand_in_the_grammar() -> None:
    strangers = [f"{where} (line {line}): {what!r}" for where, what, line in held() if where not in ALLOWED]
    assert not strangers, "move these to grammar/*.lark, or say in ALLOWED why they stand in Python"


def test_every_exception_is_in_use() -> None:
    assert set(ALLOWED) == {where for where, _, _ in held()}
    for start in OTHER_TEXTS:
        assert any(name.startswith(start) for name in (*MODULES, *FILES)), start


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ('X = re.compile("[。！？]")', "[。！？]"),
        ('_A = "附件"\nX = re.compile(rf"^{_A}$")', "^附件$"),
        ('def f(t):\n    return re.search("第一" + "责任人", t)', "第一责任人"),
        ("def f(t, p):\n    return re.sub(p, '', t)", "p"),
        ('X = re.compile(f"(?:{_PROSE.SENTENCE.pattern})+")', ""),
    ],
)
def test_a_pattern_written_in_python_is_found(code: str, written: str) -> None:
    [(_, found, _)] = _Patterns(ast.parse(code)).found
    assert _GLUE.sub("", found) == written


# --- each shape once

#: Shapes of `lexical.lark` as a copy of them would be written, and the files that may hold one nevertheless.
SHAPES: dict[str, tuple[str, dict[str, str]]] = {
    "the ends of lines": (
        r"\\n\\r\\x0b\\x0c|\\r\\n\\x0b\\x0c|\\u2028",
        {
            "blanks.py": "LINE_ENDS and BLANK_CHARACTERS as strings: the test below holds them against lexical.lark",
            "view/": "what a browser shows",
        },
    ),
    "a year": (
        r"\(\?:19\|20|\[12[^\]]*\]\[0?9|20\\d\\d",
        {
            "figures.lark": "sieves for years and wrong dates, wider than a year",
            "lint.lark": "a year of this century",
        },
    ),
    "white space within a line": (r"\\u2000-\\u20|\\u200b-\\u200d", {"cli/": "what a terminal shows"}),
    "numbers in one sign": (r"①-⑳|⑴-⒇|⒈-⒛|㈠-㈩", {}),
    "Han script": (
        r"u4e00|u9fff|\\u3400-|一-鿿|\"鿿\"",
        {
            "escaping.py": "a sieve for what a terminal may show",
            "readers/": "what is wide on a page; what is common in files",
        },
    ),
    "digits of both widths": (r"\[0-9０-９\]", {}),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_are_written_once(shape: str) -> None:
    written, allowed = SHAPES[shape]
    texts = {f"{name}.lark": read_grammar(name) for name in GRAMMARS if name != "lexical"}
    texts |= {module: (PACKAGE / module).read_text(encoding="utf-8") for module in MODULES}
    copies = [name for name, text in texts.items() if re.search(written, text)]
    assert [name for name in copies if not name.startswith(tuple(allowed))] == []
    assert all(any(name.startswith(start) for name in copies) for start in allowed)


def test_the_strings_of_blanks_are_those_of_the_grammar() -> None:
    everything = [chr(point) for point in range(0x11000)]
    shapes = grammars.Terminals("lexical")
    assert set(LINE_ENDS) == set(filter(shapes.LINE_END.fullmatch, everything))
    assert set(BLANK_CHARACTERS) == set(filter(shapes.SPACE.fullmatch, everything))
    assert set(filter(shapes.GAP.fullmatch, everything)) | set(LINE_ENDS) <= set(BLANK_CHARACTERS)


# --- alternatives

#: What a terminal is made of: expressions, words in quotes, names, and lark's own signs.
_PART = re.compile(r"/(?:\\.|[^/\\\n])+/|\"[^\"\n]*\"|[A-Z_]+|[()|]|~|\?")
_DEFINITION = re.compile(r"^(_?[A-Z][A-Z_]*)(?:\.\d+)?:((?:.*\\\n)*.*(?:\n +\|.*)*)", re.MULTILINE)


def is_parted(pattern: str) -> bool:
    """Say whether a pattern has alternatives that stand in no group."""
    depth = 0
    for sign in re.sub(r"\\.|\[(?:\\.|[^\]\\])+\]", "", pattern, flags=re.DOTALL):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            return True
    return False


def all_terminals(name: str) -> dict[str, str]:
    """Return the patterns of a grammar with those for its own use, `_NAME`."""
    builder = GrammarBuilder(import_paths=[grammars._import_sibling])
    builder.load_grammar(grammars._written_out(name), name)
    return {each.name: each.pattern.to_regexp() for each in builder.build().compile([], "*")[0]}


def parted_within(name: str, text: str, patterns: Mapping[str, str]) -> list[str]:
    """Return the terminals of which an alternative would part the terminal that they stand in."""
    found = []
    for terminal, definition in _DEFINITION.findall(text):
        parts = ["|", *_PART.findall(definition), "|"]
        for before, part, behind in zip(parts, parts[1:], parts[2:], strict=False):
            opened = before in ("(", "|") or before.endswith(("(/", "(?:/", "|/", "=/", "!/")) or before[-2:] == ">/"
            closed = behind in (")", "|") or behind.startswith(("/)", "/|"))
            if is_parted(patterns.get(part, "")) and not (opened and closed):
                found.append(f"{name}.lark: {part} in {terminal}")
    return found


@pytest.mark.parametrize("name", GRAMMARS)
def test_alternatives_part_no_other_terminal(name: str) -> None:
    """Lark puts a terminal into another as it is: `A: /a|b/` makes `/a|bc/` of `A /c/`, where `/(?:a|b)c/` is meant."""
    assert parted_within(name, read_grammar(name), all_terminals(name)) == []


def test_an_alternative_that_parts_another_terminal_is_found() -> None:
    patterns = {"A": "a|b", "B": "(?:a|b)", "C": "[|]"}
    for text in ("X: A /c/", "X: /c/ A", "X: /(?:c/ A /d)/", "X: /c|/ A /d/", "X: (A B) | C"):
        assert parted_within("test", text, patterns), text
    for text in ("X: A", "X: (A | C) /c/", "X: /(?:c|/ A /|d)/", "X: /(?!/ A /)/ C", "X: B /c/", "X: C /c/"):
        assert not parted_within("test", text, patterns), text


# --- names

_MADE = re.compile(r'^(\w+): Final = Terminals\("(\w+)"\)', re.MULTILINE)


def used_terminals() -> Iterator[tuple[str, str, str]]:
    """Yield module, grammar and terminal for every `_NAME.TERMINAL` with `_NAME = Terminals("grammar")`.

    A name without underscore, PAGE, counts in every module.
    """
    texts = {module: (PACKAGE / module).read_text(encoding="utf-8") for module in MODULES}
    made = {module: dict(_MADE.findall(text)) for module, text in texts.items()}
    shared = {name: grammar for names in made.values() for name, grammar in names.items() if name[0] != "_"}
    for module, text in texts.items():
        for name, grammar in (shared | made[module]).items():
            for terminal in re.findall(rf"\b{name}\.([A-Z][A-Z_]*)\b", text):
                yield module, grammar, terminal


def test_every_terminal_that_is_asked_for_exists() -> None:
    missing = [use for use in used_terminals() if use[2] not in terminal_patterns(use[1])]
    assert not missing


#: Grammars whose terminals are asked for by attribute or by the name in a table of the module.
LISTS = ("figures", "indicators", "lint", "organs", "outline", "page", "prose", "readers", "roles", "years")


@pytest.mark.parametrize("grammar", LISTS)
def test_every_terminal_is_asked_for(grammar: str) -> None:
    used = {terminal for _, asked, terminal in used_terminals() if asked == grammar}
    modules = "".join((PACKAGE / module).read_text(encoding="utf-8") for module in MODULES)
    named = set(re.findall(r"""["']([A-Z][A-Z_]+)["']""", modules))
    own_text = re.sub(r"^([A-Z][A-Z_]*)(?=[.:])", "", read_grammar(grammar), flags=re.MULTILINE)
    others = "".join(read_grammar(name) for name in GRAMMARS if name != grammar)
    composed = set(re.findall(r"\b[A-Z][A-Z_]+\b", own_text)) | set(re.findall(rf"{grammar}\.([A-Z_]+)", others))
    assert terminal_patterns(grammar).keys() <= used | named | composed


def test_an_unknown_terminal_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no terminal NOTHING in the grammar prose"):
        grammars.Terminals("prose").NOTHING  # noqa: B018
