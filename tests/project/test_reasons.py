"""Every reason why a file gives no report stands in one table, in English and in Chinese."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from lawreport_parser.batch.failures import Failure
from lawreport_parser.errors import MissingExtraError, ReadError
from lawreport_parser.reasons import REASONS, reason
from lawreport_parser.reasons_in_chinese import in_chinese

PACKAGE = Path(__file__).parents[2] / "lawreport_parser"
HAN = re.compile("[\u4e00-\u9fff]")
#: What Chinese texts leave as it is: names of formats, programs, options and fields.
NAMES = {
    "parse", "str", "Path", "xargs", "Limits", "max", "bytes", "characters", "unpacked", "pages", "utf", "gb", "txt",
    "html", "docx", "pdf", "text", "RTF", "OCR", "Parquet", "SQLite", "Word", "XML", "MHTML", "HTML", "doc", "wps",
    "Excel", "PowerPoint", "Office", "ZIP", "xlsx", "pptx", "OFD", "GB", "PDF", "OpenDocument", "odt", "document",
    "pip", "install", "lawreport", "parser", "strict", "xz", "JSON", "Report", "from", "json",
}  # fmt: skip


def fields(template: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(template) if name]


def values_of(template: str) -> dict[str, str]:
    return {name: f"【{name}】" for name in fields(template)}


@pytest.mark.parametrize("cause", REASONS)
def test_every_cause_has_its_words_in_both_languages(cause: str) -> None:
    english, chinese = REASONS[cause]
    assert english
    assert not HAN.search(english)
    assert HAN.search(chinese)
    assert sorted(fields(chinese)) == sorted(fields(english))
    assert not set(re.findall("[A-Za-z]{2,}", chinese.format(**dict.fromkeys(fields(chinese), "")))) - NAMES


@pytest.mark.parametrize("cause", REASONS)
def test_every_reason_is_found_again_by_its_english_words(cause: str) -> None:
    english, chinese = REASONS[cause]
    values = values_of(english)
    assert in_chinese(reason(cause, **values)) == chinese.format(**values)


def calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield path.relative_to(PACKAGE).as_posix(), node


def test_no_module_has_a_reason_of_its_own() -> None:
    own = [
        f"{path}:{call.lineno}"
        for path, call in calls()
        if isinstance(call.func, ast.Name)
        # A message that comes from elsewhere is a name, not words.
        and (call.func.id == "ReadError" or (call.func.id in ("FileError", "Found", "Lost") and len(call.args) > 1))
        and any(isinstance(each, ast.Constant | ast.JoinedStr) and _says(each) for each in call.args[_first(call) :])
    ]
    assert own == []


def _first(call: ast.Call) -> int:
    """Return which argument is the first with words: codes stand before a message, a path before a problem."""
    return 0 if isinstance(call.func, ast.Name) and call.func.id == "ReadError" else 1


def _says(node: ast.Constant | ast.JoinedStr) -> bool:
    """Tell whether an argument holds words, and not only a name or the name of an exception."""
    words = "".join(str(each.value) for each in ast.walk(node) if isinstance(each, ast.Constant))
    return " " in words.replace(": ", "")


def test_every_cause_that_is_named_is_in_the_table_and_every_cause_of_the_table_is_named() -> None:
    named = set()
    for _, call in calls():
        function = call.func
        told = isinstance(function, ast.Name) and function.id == "reason"
        told = told or (isinstance(function, ast.Attribute) and function.attr == "because")
        if told:
            first = call.args[0]
            chosen = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
            named |= {each.value for each in chosen if isinstance(each, ast.Constant)}
    # Those that a table or a variable names.
    others = {"image-of-kind", "archive", "rtf", "xz", "program", "parquet", "sqlite", "strict-one", "strict-several"}
    assert named <= set(REASONS)
    assert set(REASONS) == named | others


def test_values_that_are_reasons_or_messages_in_both_languages_are_in_chinese_too() -> None:
    assert in_chinese("the process that read it was killed by SIGKILL (was there too little memory?)") == (
        "读取它的进程被 SIGKILL 终止（是否内存不足？）"
    )
    assert in_chinese("3 errors, the first: no numbered section was found / 未发现编号层次") == (
        "有 3 个错误，第一个：未发现编号层次"
    )
    assert in_chinese("the years are reversed / 年度颠倒") == "年度颠倒"
    assert in_chinese(str(MissingExtraError("lxml", "html"))) == "没有安装 lxml：pip install 'lawreport-parser[html]'"
    assert in_chinese("paths[1] is of type int; give a str or a Path") == "paths[1] 是 int 类型；请给出 str 或 Path"


def test_what_the_table_does_not_hold_stays_as_it_is() -> None:
    for text in ("", "something else", "; check the file and its disk", "x" * 5_000):
        assert in_chinese(text) == text


def test_a_defect_is_said_to_be_one() -> None:
    failure = Failure("a.txt", "internal-error", "RuntimeError: {odd}")
    assert failure.in_chinese() == ("a.txt", "internal-error", "本程序的缺陷，请报告：RuntimeError: {odd}")


def test_an_error_says_its_name_and_its_reason() -> None:
    error = ReadError.because("docx-damaged-part", "a.docx", part="word/document.xml")
    assert str(error) == "a.docx: the document is damaged or cut off: word/document.xml cannot be unpacked"
    assert in_chinese(error.message) == "文档已损坏或不完整：word/document.xml 无法解压"
