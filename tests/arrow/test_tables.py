"""`to_tables`, `table_batches`, `interleaved_batches`: every table says what the report says."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from compared_report import compared_report

pa = pytest.importorskip("pyarrow", reason="the tables need the extra 'arrow'")

from lawreport_parser import Item, Report, parse  # noqa: E402
from lawreport_parser.arrow import (  # noqa: E402
    COLUMNS,
    SCHEMAS,
    TABLES,
    content_id,
    interleaved_batches,
    rows_of,
    table_batches,
    to_tables,
)
from lawreport_parser.files import parse_bytes  # noqa: E402
from lawreport_parser.indicators.codebook import Codebook  # noqa: E402
from lawreport_parser.model import FlatNode  # noqa: E402
from lawreport_parser.regions import Region  # noqa: E402

Identified = list[tuple[str, Report]]

NUMBERED = ("passages", "quantities", "dates", "citations", "indicators", "diagnostics")


@pytest.fixture(scope="module")
def reports(reports: Identified) -> Identified:
    return [*reports, ("compared", compared_report())]


@pytest.fixture(scope="module")
def tables(reports: Identified) -> dict[str, Any]:
    return to_tables(reports)


def rows(table: Any, report_id: str) -> list[dict[str, Any]]:
    return [row for row in table.to_pylist() if row["report_id"] == report_id]


def test_there_are_nine_tables_with_the_documented_schemas(tables: dict[str, Any]) -> None:
    assert tuple(tables) == TABLES
    for name, table in tables.items():
        table.validate(full=True)
        assert table.schema.equals(SCHEMAS[name], check_metadata=True)
        assert table.num_rows > 0
        assert tuple(table.column_names) == tuple(column.name for column in COLUMNS[name])
        for column, field in zip(COLUMNS[name], table.schema, strict=True):
            assert field.metadata[b"description"].decode() == column.description
            assert field.nullable == column.nullable
            assert column.nullable or table.column(column.name).null_count == 0, f"{name}.{column.name}"


def test_keys_are_unique_and_references_lead_somewhere(tables: dict[str, Any]) -> None:
    ids = tables["reports"].column("report_id").to_pylist()
    assert len(ids) == len(set(ids))
    keys: dict[str, set[tuple[str, Any]]] = {}
    for name in TABLES[1:]:
        table = tables[name]
        pairs = list(zip(table.column("report_id").to_pylist(), table.column("id").to_pylist(), strict=True))
        keys[name] = set(pairs)
        assert len(pairs) == len(keys[name]), name
        assert {report_id for report_id, _ in pairs} <= set(ids)
    for name in ("nodes", "items"):
        for row in tables[name].to_pylist():
            assert row["parent_id"] is None or (row["report_id"], row["parent_id"]) in keys[name]
            assert (row["parent_id"] is None) == (row["depth"] == 1)
    for name in ("items", *NUMBERED):
        for row in tables[name].to_pylist():
            assert row["section_id"] is None or (row["report_id"], row["section_id"]) in keys["nodes"]


def test_start_and_end_lead_to_the_words(reports: Identified, tables: dict[str, Any]) -> None:
    texts = {report_id: report.text for report_id, report in reports}
    for name in ("items", "passages", "quantities", "dates", "citations", "indicators"):
        for row in tables[name].to_pylist():
            assert texts[row["report_id"]][row["start"] : row["end"]] == row["text"]
    for row in tables["quantities"].to_pylist():
        if row["measure"] is not None:
            assert texts[row["report_id"]][row["measure_start"] : row["measure_end"]] == row["measure"]
        if row["subject"] is not None:
            assert texts[row["report_id"]][row["subject_start"] : row["subject_end"]] == row["subject"]


def test_nodes_are_the_flat_nodes_of_the_report(reports: Identified, tables: dict[str, Any]) -> None:
    for report_id, report in reports:
        found = rows(tables["nodes"], report_id)
        assert [{name: row[name] for name in FlatNode.model_fields} for row in found] == [
            node.model_dump() for node in report.nodes()
        ]
        assert [(row["role_basis"], row["inferred"]) for row in found] == [
            (section.role_basis, section.marker.inferred) for section in report.walk()
        ]


def test_reports_hold_header_signature_and_text(reports: Identified, tables: dict[str, Any]) -> None:
    for report_id, report in reports:
        (row,) = rows(tables["reports"], report_id)
        header = report.header.model_dump(exclude={"region", "evidence", "other"})
        assert {name: row[name] for name in header} == header
        region = report.header.region
        of_the_place = region.model_dump() if region else dict.fromkeys(Region.model_fields)
        assert {name: row[f"region_{name}"] for name in of_the_place} == of_the_place
        assert dict(row["other"]) == report.header.other
        assert row["text"] == report.text
        assert row["signature_issuer"] == (report.signature.issuer if report.signature else None)
        assert row["signature_date"] == (report.signature.date if report.signature else None)


def test_items_hold_every_item_with_its_members(reports: Identified, tables: dict[str, Any]) -> None:
    def texts(items: list[Item]) -> Iterator[str]:
        for item in items:
            yield item.text
            yield from texts(item.items)

    for report_id, report in reports:
        found = rows(tables["items"], report_id)
        for role in ("achievements", "problems", "responsibility", "plans"):
            assert [row["text"] for row in found if row["role"] == role] == list(texts(getattr(report, role)))
        assert [row["id"] for row in found if row["role"] == "problems" and row["depth"] == 1] == [
            f"problems.{position}" for position in range(1, len(report.problems) + 1)
        ]


def test_passages_are_those_of_the_report_and_their_characters_add_up(
    reports: Identified, tables: dict[str, Any]
) -> None:
    for report_id, report in reports:
        found = rows(tables["passages"], report_id)
        assert [(row["id"], row["role"], row["basis"], row["section_id"]) for row in found] == [
            (number, passage.role, passage.basis, passage.section_id)
            for number, passage in enumerate(report.passages, 1)
        ]
        words = "".join(report.text[row["start"] : row["end"]] for row in found)
        assert sum(row["characters"] for row in found) == len("".join(words.split()))


def test_numbers_and_diagnostics_are_those_of_the_report(reports: Identified, tables: dict[str, Any]) -> None:
    for report_id, report in reports:
        found = rows(tables["quantities"], report_id)
        assert [Decimal(row["value_text"]) for row in found] == [quantity.value for quantity in report.quantities]
        assert all(row["value"] in (None, Decimal(row["value_text"])) for row in found)
        assert [row["value_text"] for row in found if row["value"] is None] == [
            format(quantity.value, "f") for quantity in report.quantities if quantity.text == "三分之一"
        ]
        assert [(row["first_day"], row["last_day"]) for row in rows(tables["dates"], report_id)] == [
            (date.start, date.end) for date in report.dates
        ]
        assert [row["document_number"] for row in rows(tables["citations"], report_id)] == [
            citation.document_number.canonical if citation.document_number else None for citation in report.citations
        ]
        assert [row["code"] for row in rows(tables["diagnostics"], report_id)] == [
            diagnostic.code for diagnostic in report.diagnostics
        ]


def test_indicators_are_those_of_the_report_and_lead_to_their_quantity(
    reports: Identified, tables: dict[str, Any]
) -> None:
    for report_id, report in reports:
        found = rows(tables["indicators"], report_id)
        assert [(row["code"], Decimal(row["value_text"]), row["unit"], row["time"]) for row in found] == [
            (each.code, each.value, each.unit, each.time) for each in report.indicators
        ]
        quantities = {row["start"]: row for row in rows(tables["quantities"], report_id)}
        for row in found:
            quantity = quantities[row["start"]]
            assert (row["text"], row["unit"], row["section_id"]) == (
                quantity["text"], quantity["unit"], quantity["section_id"]
            )  # fmt: skip
            entry = Codebook.default()[row["code"]]
            assert (row["name_zh"], row["name_en"]) == (entry.name_zh, entry.name_en)


def test_the_subject_of_a_quantity_and_the_upper_end_of_an_indicator_have_columns(tables: dict[str, Any]) -> None:
    subjects = {row["text"]: row["subject"] for row in rows(tables["quantities"], "compared")}
    assert subjects["5.4%"] == "地区生产总值"
    assert subjects["53件"] is None
    aimed_at = rows(tables["indicators"], "compared")[-1]
    assert (aimed_at["value"], aimed_at["high"], aimed_at["high_text"], aimed_at["time"]) == (5, 6, "6", "target")


@pytest.mark.parametrize(
    ("text", "value", "literal"),
    [
        ("办件1,234.5678901234万元。", Decimal("12345678.901234"), "12345678.901234"),
        ("占三分之一。", None, "0." + "3" * 28),
        (f"共{'9' * 28}件。", Decimal("9" * 28), "9" * 28),
        (f"共{'9' * 29}件。", None, "9" * 29),
        (f"增长0.{'1' * 11}%。", None, "0." + "1" * 11),
    ],
)
def test_a_value_is_exact_or_null_and_its_literal_always_exact(text: str, value: Decimal | None, literal: str) -> None:
    (row,) = to_tables([("a", parse(text))])["quantities"].to_pylist()
    assert row["value"] == value
    assert row["value_text"] == literal
    assert row["high"] is row["high_text"] is None


def test_a_range_gives_its_upper_end() -> None:
    (row,) = to_tables([("a", parse("每年开展5至8次。"))])["quantities"].to_pylist()
    assert (row["value"], row["high"], row["high_text"]) == (5, 8, "8")


def test_no_reports_give_empty_tables_of_the_same_schemas() -> None:
    tables = to_tables([])
    assert {name: table.num_rows for name, table in tables.items()} == dict.fromkeys(TABLES, 0)
    assert all(table.schema.equals(SCHEMAS[name], check_metadata=True) for name, table in tables.items())
    assert list(table_batches([], "nodes")) == []


def test_an_empty_text_is_a_report_that_says_what_is_missing() -> None:
    tables = to_tables([parse("")])
    assert {name: table.num_rows for name, table in tables.items() if table.num_rows} == {
        "reports": 1,
        "diagnostics": 2,
    }


def test_only_the_tables_asked_for_are_made(monkeypatch: pytest.MonkeyPatch, texts: dict[str, str]) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("numbers are read although no table needs them")

    monkeypatch.setattr("lawreport_parser.report.read_numbers", refuse)
    tables = to_tables((parse(text) for text in texts.values()), ["items", "reports"])
    assert list(tables) == ["items", "reports"]
    assert tables["reports"].num_rows == len(texts)


def test_a_report_without_id_gets_one_from_its_content() -> None:
    text = "一、主要举措"
    assert content_id(parse(text)) == content_id(parse(text)) != content_id(parse(text + "。"))
    # The file counts, not the text that was read from it.
    one, other = (parse_bytes(text.encode(encoding), name="a.txt") for encoding in ("utf-8", "gb18030"))
    assert one.text == other.text
    assert content_id(one) != content_id(other)
    assert to_tables([one])["nodes"].column("report_id").to_pylist() == [one.source.sha256 if one.source else ""]


def test_ids_may_be_numbers() -> None:
    assert to_tables([(7, parse("一、主要举措"))])["nodes"].column("report_id").to_pylist() == ["7"]


def test_an_id_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="two reports have the id 'a'"):
        to_tables([("a", parse("一")), ("a", parse("二"))])


def test_one_where_several_are_wanted_is_refused() -> None:
    report = parse("一、主要举措")
    with pytest.raises(TypeError, match=r"given in a list, not one by itself: \[report\]"):
        to_tables(report)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"not as one str: \['nodes'\]"):
        to_tables([report], "nodes")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not one by itself"):
        table_batches(report, "nodes")  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [["text"], [("a", "text")], [None], [(None, parse(""))]])
def test_what_is_no_report_is_refused(given: Any) -> None:
    with pytest.raises(TypeError, match="reports are given as Report or as"):
        to_tables(given)


def test_an_unknown_table_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="there is no table 'sections'; the tables are reports, nodes"):
        table_batches([], "sections")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="a batch has at least one row"):
        table_batches([], "nodes", 0)


@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_batches_hold_the_table(reports: Identified, tables: dict[str, Any], size: int) -> None:
    for name in TABLES:
        batches = list(table_batches(reports, name, size))
        assert all(0 < batch.num_rows <= size for batch in batches)
        assert all(batch.num_rows == size for batch in batches[:-1])
        assert pa.Table.from_batches(batches, SCHEMAS[name]) == tables[name]


def test_one_pass_gives_all_tables(reports: Identified, tables: dict[str, Any]) -> None:
    made: dict[str, list[Any]] = {name: [] for name in TABLES}
    for name, batch in interleaved_batches(iter(reports), size=50):
        made[name].append(batch)
    assert all(pa.Table.from_batches(made[name], SCHEMAS[name]) == tables[name] for name in TABLES)


def test_batches_come_while_reports_are_read_and_none_is_kept() -> None:
    alive: list[weakref.ref[Report]] = []

    def many() -> Iterator[Report]:
        for number in range(50):
            report = parse(f"一、主要举措\n（一）学法{number}次。\n（二）办件{number}件。")
            alive.append(weakref.ref(report))
            yield report
            del report

    batches = table_batches(many(), "nodes", 3)
    next(batches)
    assert len(alive) < 5
    for _ in batches:
        gc.collect()
        assert sum(reference() is not None for reference in alive) <= 3
    assert len(alive) == 50


def test_long_texts_close_a_batch_early(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lawreport_parser.arrow.tables._BATCH_CHARACTERS", 16_000)

    def long_texts() -> Iterator[tuple[str, Report]]:
        for name in "abc":
            yield name, parse("无" * 9_000)

    assert [batch.num_rows for batch in table_batches(long_texts(), "reports")] == [2, 1]


def test_lone_surrogates_become_replacement_characters_and_offsets_stay() -> None:
    text = "发布机构：甲\ud800县\n一、主要\udfff举措\n（一）学法\ud83d\ude008次。"
    report = parse(text)
    tables = to_tables([("\ud800", report)])
    (row,) = tables["reports"].to_pylist()
    assert row["report_id"] == "\ufffd"
    assert row["text"] == text.replace("\ud800", "\ufffd").replace("\udfff", "\ufffd").replace(
        "\ud83d\ude00", "\ufffd\ufffd"
    )
    for name in ("items", "passages", "quantities"):
        for found in tables[name].to_pylist():
            assert row["text"][found["start"] : found["end"]] == found["text"]
    assert tables["nodes"].to_pylist()[0]["heading"] == "主要\ufffd举措"
    # What Arrow can hold is not touched: characters beyond the first plane, NUL.
    assert to_tables([parse("一、\U00020000\0")])["reports"].column("text").to_pylist() == ["一、\U00020000\0"]


def test_parquet_keeps_the_tables(tables: dict[str, Any], tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for name, table in tables.items():
        parquet.write_table(table, tmp_path / f"{name}.parquet")
        assert parquet.read_table(tmp_path / f"{name}.parquet").equals(table)


def test_rows_need_no_pyarrow_and_tables_say_what_to_install() -> None:
    code = """
import sys
sys.modules["pyarrow"] = None
from lawreport_parser import parse
from lawreport_parser.errors import MissingExtraError
from lawreport_parser.arrow import COLUMNS, TABLES, rows_of
for table in TABLES:
    for row in rows_of(parse("一、存在问题\\n一是2021年办结3件。"), "a", table):
        assert len(row) == len(COLUMNS[table])
try:
    from lawreport_parser.arrow import to_tables
except MissingExtraError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "pyarrow is not installed: pip install 'lawreport-parser[arrow]'"


def test_import_does_no_work() -> None:
    heavy = {"pyarrow", "pydantic", "lark", "pyspark", "daft"}
    code = f"import sys, lawreport_parser.arrow; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_every_public_name_exists() -> None:
    import lawreport_parser.arrow

    for name in lawreport_parser.arrow.__all__:
        assert getattr(lawreport_parser.arrow, name) is not None
    with pytest.raises(AttributeError):
        _ = lawreport_parser.arrow.nothing  # type: ignore[attr-defined]


def test_rows_of_refuses_an_unknown_table() -> None:
    with pytest.raises(ValueError, match="there is no table"):
        list(rows_of(parse(""), "a", "sections"))  # type: ignore[arg-type]
