"""`grammar/compiled.json` holds what lark makes of the grammars, so that no process has to wait for lark."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from lark import Lark

from lawreport_parser import grammars
from lawreport_parser.grammars import compile_grammars, lalr_table, load_grammar, terminal_patterns
from lawreport_parser.lalr import LalrParser

ROOT = Path(__file__).parents[2]
#: The grammars that have rules.
NAMES = ("numerals", "report")


def test_the_compiled_grammars_are_current() -> None:
    committed = (ROOT / "grammar" / "compiled.json").read_text(encoding="utf-8")
    made = compile_grammars()
    assert json.loads(committed) == json.loads(made), "run: python -m lawreport_parser.grammars > grammar/compiled.json"


@pytest.mark.parametrize("name", NAMES)
def test_the_patterns_are_those_of_lark(name: str) -> None:
    built: Lark = load_grammar(name, lexer="basic")
    assert terminal_patterns(name) == {each.name: each.pattern.to_regexp() for each in built.terminals if each.pattern}


def test_a_grammar_that_was_edited_is_built_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    read = grammars.read_grammar
    text = read("quantities").replace("ORDER_LEAD: /第/", "ORDER_LEAD: /号/")
    monkeypatch.setattr(grammars, "read_grammar", lambda name: text if name == "quantities" else read(name))
    monkeypatch.setattr(grammars, "_compiled", grammars._compiled.__wrapped__)
    assert terminal_patterns("quantities")["ORDER_LEAD"] == "号"


def test_without_the_file_lark_builds_all(monkeypatch: pytest.MonkeyPatch) -> None:
    held = terminal_patterns("figures")
    monkeypatch.setattr(grammars, "_compiled_file", dict)
    monkeypatch.setattr(grammars, "_compiled", grammars._compiled.__wrapped__)
    assert terminal_patterns("figures") == held


def test_reading_a_report_builds_nothing_with_lark() -> None:
    code = (
        "import sys; from lawreport_parser import parse; found = parse('一、甲\\n（一）乙。办理三十件。').quantities; "
        "print(len(found), 'lark' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "False"]


ACTIONS = ("report", "front", "preamble", "body", "series", "section", "closing", "signed", "back")
WHOLE = "TITLE TEXT OPEN HAN_DUN TEXT OPEN HAN_IS CLOSE HAN_DUN CLOSE PROSE"


class Token:
    """The least that the parser asks of a token."""

    def __init__(self, kind: str) -> None:
        self.type = kind


def test_the_parser_accepts_what_lark_accepts() -> None:
    parser = LalrParser(lalr_table("report"), dict.fromkeys(ACTIONS, tuple))
    tree = parser.parse([Token(kind) for kind in WHOLE.split()])
    front, preamble, body, back = tree
    assert [len(part) for part in (front, preamble, body, back)] == [1, 1, 1, 0]


@pytest.mark.parametrize("kinds", ["CLOSE", "OPEN CLOSE", "HAN_DUN", "OPEN HAN_DUN"])
def test_the_parser_refuses_what_is_not_in_the_grammar(kinds: str) -> None:
    with pytest.raises(KeyError):
        LalrParser(lalr_table("report"), dict.fromkeys(ACTIONS, tuple)).parse([Token(kind) for kind in kinds.split()])
