"""A header field is known by its row, a label by the row it stands in, and nothing else holds either."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

import lawreport_parser
from lawreport_parser.arrow.columns import COLUMNS
from lawreport_parser.batch.csv_rows import csv_columns
from lawreport_parser.grammars import terminal_patterns
from lawreport_parser.header_fields import (
    EMPTY_PREFIXES,
    LABEL_OF,
    LABELS,
    NO_FIELD,
    ROWS,
    LabelKind,
    ValueForm,
    label_kind,
    label_pattern,
)
from lawreport_parser.model import Header
from lawreport_parser.readers.html.lines import _META_LABELS
from lawreport_parser.view.page_data import _FIELDS
from lawreport_parser.view.translations import LABELS as SHOWN

PACKAGE = Path(lawreport_parser.__file__).parent
#: What a field of each form holds; a text where nothing is said.
SAMPLES: dict[str, Any] = {"date": date(2024, 1, 30), "year": 2023}
FORMS = {
    "title": "title",
    "issuer": "organ",
    "year": "year",
    "plan_year": "year",
    "addressee": "addressee",
    "index_number": "code",
    "document_number": "number",
    "category": "text",
    "validity": "text",
    "written_date": "date",
    "published_date": "date",
    "source": "text",
}

# --- fields


def test_every_field_has_a_row() -> None:
    assert [*ROWS, "region", "evidence", "other"] == list(Header.model_fields)


@pytest.mark.parametrize("name", ROWS)
def test_the_value_of_a_field_is_of_its_form(name: str) -> None:
    row = ROWS[name]
    assert row.form in get_args(ValueForm)
    assert row.form == FORMS.get(name, row.form)
    value = SAMPLES.get(row.form, "某县")
    assert getattr(Header.model_validate({name: value}), name) == value
    assert getattr(Header.model_validate({}), name) is None


@pytest.mark.parametrize("name", ROWS)
def test_a_row_names_its_field_in_both_languages(name: str) -> None:
    row = ROWS[name]
    assert re.fullmatch("[\u4e00-\u9fff]{2,6}", row.chinese)
    assert re.fullmatch("[\u4e00-\u9fff]{2,6}", row.shown[0])
    assert re.fullmatch("[A-Z][a-z ]+", row.shown[1])
    assert row.column


@pytest.mark.parametrize("what", ["chinese", "shown", "column"])
def test_no_two_fields_are_called_the_same(what: str) -> None:
    said = [getattr(row, what) for row in ROWS.values()]
    assert len(said) == len(set(said))


def test_columns_follow_from_the_rows() -> None:
    names = [column.name for column in COLUMNS["reports"]]
    at = names.index("title")
    columns = {column.name: column for column in COLUMNS["reports"][at : names.index("region_code")]}
    assert list(columns) == list(ROWS)
    types = {"date": "date", "year": "int32"}
    for name, row in ROWS.items():
        assert columns[name] == (name, types.get(row.form, "string"), True, row.column)


def test_the_card_of_the_view_follows_from_the_rows() -> None:
    assert set(_FIELDS) == set(ROWS) - {"title"}
    assert [ROWS[name].group for name in _FIELDS] == sorted(ROWS[name].group for name in _FIELDS)
    of_the_card = {"field.region", "field.signature", "field.file", "field.size"}
    assert {key for key in SHOWN if key.startswith("field.")} == {f"field.{name}" for name in ROWS} | of_the_card
    assert all(SHOWN[f"field.{name}"] == row.shown for name, row in ROWS.items())


def test_rows_of_csv_name_fields() -> None:
    columns = csv_columns("nodes")
    assert set(columns[1 : columns.index("id")]) <= {*ROWS, "region_code"}


def test_evidence_is_kept_for_fields_and_the_region_alone() -> None:
    span = {"start": 0, "end": 2}
    header = Header.model_validate({"evidence": dict.fromkeys((*ROWS, "region", "colour", "evidence"), span)})
    assert set(header.evidence) == {*ROWS, "region"}


def test_metadata_of_web_pages_are_put_under_a_label_of_their_field() -> None:
    for name, row in ROWS.items():
        for element in row.meta:
            label = label_kind(_META_LABELS[element])
            assert label is not None
            assert label.field == name
    of_rows = [element for row in ROWS.values() for element in row.meta]
    assert len(of_rows) == len(set(of_rows))


# --- labels


def test_every_label_stands_once_over_all_rows_and_kinds() -> None:
    words = [label.words for label in LABELS]
    assert sorted(words) == sorted(set(words))
    assert {label.words: label for label in LABELS} == LABEL_OF


def test_every_label_is_of_its_row() -> None:
    by_row: dict[str | None, set[str]] = {}
    for label in LABELS:
        by_row.setdefault(label.field, set()).add(label.words + "：" * label.needs_mark)
    for name, row in ROWS.items():
        assert by_row.get(name, set()) == {*row.labels, *(word for words in row.doubtful.values() for word in words)}
    assert by_row[None] == {word for words in NO_FIELD.values() for word in words}
    assert {label.kind for label in LABELS} == set(get_args(LabelKind))


def test_a_label_is_words_without_blanks_and_known_however_it_is_spaced() -> None:
    for label in LABELS:
        assert re.fullmatch("[\u4e00-\u9fff]{2,8}", label.words), label
        assert label_kind(label.words) == label
        assert label_kind("\u3000\u200b ".join(label.words) + " ：") == label


@pytest.mark.parametrize("prefix", EMPTY_PREFIXES)
def test_what_says_nothing_new_may_stand_before_a_label(prefix: str) -> None:
    assert label_kind(prefix) is None
    label = label_kind(f"{prefix}生成日期：")
    assert label is not None
    assert label.field == "written_date"


@pytest.mark.parametrize(
    "words", ["", "：", "信息", "事项名称", "政务公开索引号", "文号一", "某某县人民政府", "分类 分类"]
)
def test_other_words_are_no_label(words: str) -> None:
    assert label_kind(words) is None


@pytest.mark.parametrize(
    ("words", "field", "kind"),
    [
        ("文　　号：", "document_number", "field"),
        ("机构名称", "issuer", "field"),
        ("发文日期", "published_date", "sent"),
        ("日期", "published_date", "day"),
        ("时 间：", "published_date", "time"),
        ("失效日期", None, "cell"),
        ("文件类型", None, "other"),
        ("网站名称", None, "other"),
        ("阅读", None, "visits"),
        ("字号", None, "control"),
        ("联系电话", None, "contact"),
    ],
)
def test_what_a_label_is_good_for(words: str, field: str | None, kind: LabelKind) -> None:
    label = label_kind(words)
    assert label is not None
    assert (label.field, label.kind) == (field, kind)


def test_the_pattern_takes_blanks_between_letters_and_the_longer_label_first() -> None:
    pattern = re.compile(label_pattern(LABELS, r"\s"))
    for label in LABELS:
        found = pattern.match(f"{' '.join(label.words)} ：")
        assert found is not None
        assert found.group() == " ".join(label.words)
        alone = pattern.match(f"{label.words}某县")
        assert label.needs_mark is (alone is None or len(alone.group()) < len(label.words))
    assert pattern.match("文" + 13 * " " + "号：") is None


# --- nothing else holds them

#: Words for other things that are labels as well: the kinds of segments and the roles in the view.
OWN_WORDS = {"view/translations.py": {"主送机关", "内容分类"}}


def test_no_other_module_writes_a_label_of_a_field() -> None:
    # Words of two letters (标题, 来源) name other things as well.
    known = {label.words for label in LABELS if label.field is not None and len(label.words) > 2}
    found: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        name = path.relative_to(PACKAGE).as_posix()
        if name == "header_fields.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and node.value in known:
                found.setdefault(name, set()).add(node.value)
    assert found == OWN_WORDS


def test_labels_that_the_grammar_lists_are_those_of_the_rows() -> None:
    for terminal, pattern in terminal_patterns("page").items():
        if terminal.startswith("LABEL_") and terminal != "LABEL_UNKNOWN":
            field = terminal.removeprefix("LABEL_").lower()
            for words in re.findall("[\u4e00-\u9fff]+", pattern):
                assert words in LABEL_OF, terminal
                assert field not in ROWS or LABEL_OF[words].field == field
        elif terminal == "SAME_LABEL":
            assert set(re.findall("[\u4e00-\u9fff]+", pattern)) <= set(EMPTY_PREFIXES)


_NEW_FIELD = """    colour: Annotated[
        str | None,
        FieldRow(chinese="颜色", shown=("颜色", "Colour"), column="the colour", form="text", labels=("页面颜色",)),
    ] = None
"""
_ALL_THAT_FOLLOWS = r"""
import json
from lawreport_parser.arrow.columns import COLUMNS
from lawreport_parser.arrow.rows import rows_of
from lawreport_parser.cli.outline_view import outline_view
from lawreport_parser.header_fields import label_kind
from lawreport_parser.model import Header
from lawreport_parser.parsing import parse
from lawreport_parser.readers.labels import labels
from lawreport_parser.view.page_data import page_data
from lawreport_parser.view.translations import LABELS

report = parse("石湾县2023年法治政府建设情况报告\n一、主要成效\n学法八次。\n")
header = Header.model_validate({**report.header.model_dump(), "colour": "红"})
report = report.model_copy(update={"header": header})
at = [column.name for column in COLUMNS["reports"]].index("colour")
print(json.dumps([
    label_kind("页 面 颜 色：").field,
    "页面颜色" in labels(),
    COLUMNS["reports"][at],
    next(rows_of(report, "1", "reports"))[at],
    LABELS["field.colour"],
    [field for field in page_data(report, "")["fields"] if field["value"] == "红"],
    [line.plain.split() for line in outline_view(report, width=80) if "红" in line.plain],
]))
"""


def test_a_row_is_all_that_a_new_field_and_its_label_need(tmp_path: Path) -> None:
    """A copy of the package in which nothing but the class has one row more."""
    shutil.copytree(PACKAGE, tmp_path / "lawreport_parser", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(PACKAGE.parent / "grammar", tmp_path / "grammar")
    module = tmp_path / "lawreport_parser" / "header_fields.py"
    source = module.read_text(encoding="utf-8")
    place = source.index("    evidence: Annotated[")
    module.write_text(source[:place] + _NEW_FIELD + source[place:], encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{_ALL_THAT_FOLLOWS}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [
        "colour",
        True,
        ["colour", "string", True, "the colour"],
        "红",
        ["颜色", "Colour"],
        [{"field": "colour", "value": "红", "span": None}],
        [["colour", "红"]],
    ]
