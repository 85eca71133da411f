"""Every message has an English half and a Chinese one, and the Chinese half is Chinese."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from lawreport_parser import parse, parse_bytes, parse_file
from lawreport_parser.comparison.checks import NOTES
from lawreport_parser.diagnostics import CODES, languages
from lawreport_parser.explain import words as explained
from lawreport_parser.lint.engine import lint
from lawreport_parser.lint.rules import RULES

ROOT = Path(__file__).parents[2]
REPORTS = sorted((ROOT / "examples/reports").glob("*.txt"))
READERS = ROOT / "lawreport_parser/readers"
_WORD = re.compile(r"[A-Za-z_]{2,}")
#: What a message says of a file in the file's own words.
_IDENTIFIERS = {"textarea", "template", "script", "FFFD"}
_HAN = re.compile("[\u4e00-\u9fff]")
#: Names of formats, encodings and functions, which Chinese texts leave as they are.
_NAMES = {"GB", "GB18030", "utf", "gb", "UTF", "PDF", "EOF", "Word", "HTML", "meta", "OCR", "XML", "parse_file"}


def foreign_words(message: str, text: str = "") -> list[str]:
    """Return the English words of the Chinese half that neither the text nor the world's formats gave it."""
    english, chinese = languages(message)
    assert english != chinese, message
    assert _HAN.search(chinese), message
    return [word for word in _WORD.findall(chinese) if word not in text and word not in _NAMES]


def messages_of(text: str) -> Iterator[str]:
    report = parse(text)
    yield from (each.message for each in report.diagnostics)
    yield from (each.message for each in lint(report))


@pytest.mark.parametrize("code", CODES)
def test_templates_of_diagnostics(code: str) -> None:
    told = CODES[code]  # type: ignore[index]
    assert _HAN.search(told.chinese)
    assert not set(_WORD.findall(told.chinese)) - _NAMES


@pytest.mark.parametrize("code", NOTES)
def test_templates_of_notes_on_comparisons(code: str) -> None:
    told = NOTES[code]  # type: ignore[index]
    assert _HAN.search(told.chinese)
    assert not set(_WORD.findall(told.chinese)) - _NAMES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rules_of_the_linter(rule: object) -> None:
    text: str = rule.wrong  # type: ignore[attr-defined]
    found = list(messages_of(text))
    assert found
    assert [foreign_words(message, text) for message in found] == [[] for _ in found]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_messages_on_the_example_reports(path: Path) -> None:
    text = parse_file(path).text
    assert not [word for message in messages_of(text) for word in foreign_words(message, text)]


@pytest.mark.parametrize("text_", [words.chinese for words in explained.DOUBTS.values()])
def test_doubts_of_explain(text_: str) -> None:
    assert not _WORD.search(text_)


def notes_of(module: Path) -> Iterator[tuple[str, str]]:
    """Yield the codes and messages of notes that stand in a module, with {} for what is filled in."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        values = node.elts if isinstance(node, ast.Tuple) else node.args if isinstance(node, ast.Call) else []
        for code, message in pairwise(values):
            if isinstance(code, ast.Constant) and code.value in CODES:
                parts = message.values if isinstance(message, ast.JoinedStr) else [message]
                texts = [part.value if isinstance(part, ast.Constant) else "{}" for part in parts]
                if all(isinstance(text, str) for text in texts) and texts != ["{}"]:
                    yield code.value, "".join(texts)


@pytest.mark.parametrize("module", sorted(READERS.rglob("*.py")), ids=lambda module: module.stem)
def test_notes_of_readers(module: Path) -> None:
    for _, message in notes_of(module):
        assert not [word for word in foreign_words(message) if word not in _IDENTIFIERS], message


def test_readers_have_notes() -> None:
    codes = {code for module in READERS.rglob("*.py") for code, _ in notes_of(module)}
    assert {"docx-comments", "doubtful-text", "page-unreadable", "extraction-fallback"} <= codes


def chinese_of(text: str, code: str) -> str:
    [message] = [each.message for each in parse(text).diagnostics if each.code == code]
    return languages(message)[1]


class TestWhatWasEnglish:
    def test_a_part_by_its_neighbours_names_its_role_in_chinese(self) -> None:
        text = "石湾县2023年度报告\n一、主要成效\n学法八次。\n二、存在的问题\n宣传不够。\n三、巡护\n看护灯塔。\n"
        assert chinese_of(text, "guessed-role").endswith("依相邻部分取为“下一年度的主要安排”")

    def test_a_level_that_is_skipped_is_shown_as_written(self) -> None:
        text = "一、主要成效\n1.强化学习\n学法八次。\n2.规范执法\n退回三件。\n二、存在的问题\n宣传不够。\n"
        assert chinese_of(text, "skipped-level") == "层次跳级：“一、”之下直接使用“1.”"

    def test_styles_that_are_mixed_are_shown_as_written(self) -> None:
        text = "一、主要成效\n（一）学习\n1.学法\n甲。\n2、办班\n乙。\n3.考试\n丙。\n"
        found = [each.message for each in parse(text).diagnostics if each.code == "mixed-style"]
        assert languages(found[0])[1] == "同一序列混用“1.”与“2、”两种序号"

    def test_an_indicator_has_its_chinese_name(self) -> None:
        text = "一、主要成效\n受理行政复议案件53件。\n二、办案\n受理行政复议案件55件。\n"
        assert chinese_of(text, "indicator-conflict") == "同一指标“受理行政复议案件”有多个数值：53, 55"

    def test_many_places_of_one_slip_are_counted_in_both_halves(self) -> None:
        text = "一、主要成效\n" + "学法,办班。\n" * 8
        [message] = [each.message for each in lint(parse(text)) if each.code == "half-width-punctuation"]
        english, chinese = languages(message)
        assert english.endswith("(8 places, this is the first)")
        assert chinese.endswith("（共8处，此为首处）")
        assert not _WORD.search(chinese)

    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (
                "一、主要成效\n学法八次，办班两期。\n".encode() * 9 + b"\xff",
                "编码存疑：按 utf-8 读取，但有字节无法解码（首处偏移 450），代以 1 个替换字符",
            ),
            (
                ("一、主要成效\n学法八次。\n" + "\ue000" * 9).encode(),
                "编码存疑：按 utf-8 读取，但其中有 9 个控制字符或私用字符",
            ),
        ],
    )
    def test_a_doubtful_encoding(self, data: bytes, said: str) -> None:
        [message] = [each.message for each in parse_bytes(data).diagnostics if each.code == "doubtful-encoding"]
        assert languages(message)[1] == said
        assert foreign_words(message) == []
