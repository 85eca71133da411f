"""Features and data sets, with the real `datasets`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from sample import COUNTY, EXAMPLES, text_of

pytest.importorskip("datasets", reason="the extra datasets is not installed")

import datasets

from lawreport_parser import Report, parse
from lawreport_parser.chunks import chunk_report
from lawreport_parser.integrations.huggingface import RowKind, features, to_dataset


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [parse(text_of(path)) for path in EXAMPLES]


def test_a_row_for_each_report(reports: list[Report]) -> None:
    rows = to_dataset(reports)
    assert rows.features == features("report")
    row = rows[EXAMPLES.index(COUNTY)]
    assert (row["issuer"], row["year"], row["published_date"]) == ("石湾县人民政府", 2023, date(2024, 1, 30))
    assert row["text"] == text_of(COUNTY)
    assert row["problems"] == [item.text for item in reports[EXAMPLES.index(COUNTY)].problems]


def test_a_row_for_each_section(reports: list[Report]) -> None:
    rows = to_dataset(reports, "section")
    nodes = [(at, node) for at, report in enumerate(reports) for node in report.nodes()]
    assert len(rows) == len(nodes)
    for row, (at, node) in zip(rows, nodes, strict=True):
        assert row == {"report": at, **node.model_dump()}


def test_a_row_for_each_passage(reports: list[Report]) -> None:
    rows = to_dataset(reports, "passage")
    passages = [(at, passage) for at, report in enumerate(reports) for passage in report.passages]
    assert len(rows) == len(passages)
    for row, (at, passage) in zip(rows, passages, strict=True):
        assert reports[at].text[row["start"] : row["end"]] == row["text"] == passage.span.of(reports[at].text)
        assert (row["report"], row["role"], row["basis"]) == (at, passage.role, passage.basis)
        assert row["section_id"] == passage.section_id


def test_a_row_for_each_chunk(reports: list[Report]) -> None:
    rows = to_dataset(reports, "chunk", max_size=150, overlap=40)
    chunks = [(at, chunk) for at, report in enumerate(reports) for chunk in chunk_report(report, 150, overlap=40)]
    assert len(rows) == len(chunks)
    for row, (at, chunk) in zip(rows, chunks, strict=True):
        assert row["report"] == at
        assert reports[at].text[row["start"] : row["end"]] == row["text"] == chunk.text
        assert (row["path"], row["roles"], row["section_id"]) == (chunk.path, chunk.roles, chunk.section_id)


@pytest.mark.parametrize("kind", get_args(RowKind))
def test_rows_survive_parquet(reports: list[Report], kind: RowKind, tmp_path: Path) -> None:
    rows = to_dataset(reports, kind)
    rows.to_parquet(tmp_path / "rows.parquet")
    again = datasets.Dataset.from_parquet(str(tmp_path / "rows.parquet"), cache_dir=str(tmp_path / "cache"))
    assert again.features == rows.features
    assert list(again) == list(rows)


@pytest.mark.parametrize("kind", get_args(RowKind))
def test_no_report_makes_an_empty_data_set_with_the_same_columns(kind: RowKind) -> None:
    rows = to_dataset([], kind)
    assert len(rows) == 0
    assert rows.features == features(kind)


@pytest.mark.parametrize("kind", get_args(RowKind))
def test_a_lone_surrogate_becomes_the_replacement_character(kind: RowKind) -> None:
    report = parse("一、存在\ud800问题\n（一）宣传\udfff不够。")
    rows = to_dataset([report], kind)
    assert len(rows) >= 1
    assert "\ufffd" in str(list(rows))
    row = rows[-1]
    if kind != "report":
        start, end = row["start"], row["end"]
        assert end - start >= len(row["text"]), "offsets stay"


def test_a_kind_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="kind must be one of report, section, passage, chunk, not 'page'"):
        features("page")  # type: ignore[arg-type]
