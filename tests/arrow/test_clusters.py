"""`parse_batches`: what a cluster runs gives the tables, and a row with its error for each document that fails."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="the tables need the extra 'arrow'")

from lawreport_parser import Report, parse  # noqa: E402
from lawreport_parser.arrow import BATCH_SCHEMAS, SCHEMAS, TABLES, parse_batches, to_tables  # noqa: E402

GOOD = "一、存在问题\n一是2021年办结《办法》所列案件3件；二是人员不足。"


def batch(texts: Any, ids: Any = None) -> Any:
    column = texts if isinstance(texts, pa.Array) else pa.array(texts, pa.string())
    return pa.RecordBatch.from_arrays(
        [ids if ids is not None else pa.array([f"d{n}" for n in range(len(column))]), column], ["id", "text"]
    )


def parsed(batches: Any, table: Any = "nodes", **options: Any) -> Any:
    made = list(parse_batches(batches, "text", "id", table, **options))
    assert all(one.schema.equals(BATCH_SCHEMAS[table], check_metadata=True) for one in made)
    whole = pa.Table.from_batches(made, BATCH_SCHEMAS[table])
    whole.validate(full=True)
    return whole


def errors(table: Any) -> list[tuple[str | None, str | None]]:
    return [(row["report_id"], row["error"]) for row in table.to_pylist()]


@pytest.mark.parametrize("table", TABLES)
def test_the_rows_are_those_of_the_table(table: Any, texts: dict[str, str], reports: list[tuple[str, Report]]) -> None:
    given = [batch([text], pa.array([name])) for name, text in texts.items()]
    whole = parsed(given, table)
    assert whole.column_names == [*SCHEMAS[table].names, "error"]
    assert whole.column("error").null_count == whole.num_rows
    assert whole.drop_columns(["error"]).to_pylist() == to_tables(reports, [table])[table].to_pylist()


def test_one_batch_or_a_table_may_be_given_too() -> None:
    one = batch([GOOD, GOOD])
    expected = parsed([one])
    assert parsed(one).equals(expected)
    assert parsed(pa.Table.from_batches([one])).equals(expected)


@pytest.mark.parametrize("table", TABLES)
def test_a_failed_document_is_one_row_with_its_error_in_every_table(table: Any) -> None:
    whole = parsed([batch([GOOD, None, GOOD])], table)
    (failed,) = [row for row in whole.to_pylist() if row["error"] is not None]
    assert {name: value for name, value in failed.items() if value is not None} == {
        "report_id": "d1",
        "error": "the text is null",
    }
    good = [row["report_id"] for row in parsed([batch([GOOD])], table).to_pylist()]
    assert len(whole) == 2 * len(good) + 1


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (pa.array([3]), "the text is of type int64, not string"),
        (pa.array([GOOD.encode()]), "the text is of type binary, not string"),
        (pa.array([[GOOD]]), "the text is of type list<item: string>, not string"),
        (pa.array([None]), "the text is null"),
        (pa.array([b"\xe4\xb8"]).view(pa.string()), "the text is not UTF-8: unexpected end of data at byte 0"),
    ],
)
def test_a_column_of_the_wrong_type_gives_error_rows(texts: Any, message: str) -> None:
    assert errors(parsed([batch(texts)])) == [("d0", message)]


def test_a_document_that_is_too_large_is_not_parsed() -> None:
    given = batch(["一" * 11, "一" * 10])
    assert errors(parsed([given], "reports", max_characters=10)) == [
        ("d0", "the text has 11 characters, more than max_characters=10"),
        ("d1", None),
    ]


@pytest.mark.parametrize("failure", [RecursionError("deep"), MemoryError(), ValueError("odd")])
def test_a_document_on_which_parsing_fails_gives_an_error_row(
    failure: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fragile(text: str) -> Report:
        if "坏" in text:
            raise failure
        return parse(text)

    monkeypatch.setattr("lawreport_parser.arrow.clusters.parse", fragile)
    given = [batch([GOOD, "坏", GOOD])]
    assert [error for _, error in errors(parsed(given, "reports"))] == [
        None,
        f"parsing failed: {type(failure).__name__}: {failure}",
        None,
    ]


def test_a_document_that_fails_half_way_leaves_only_its_error_row(monkeypatch: pytest.MonkeyPatch) -> None:
    from lawreport_parser.arrow import clusters

    real = clusters.rows_of

    def half(report: Report, report_id: str, table: Any) -> Iterator[Any]:
        for count, row in enumerate(real(report, report_id, table)):
            if report_id == "d0" and count:
                raise ValueError("half way")
            yield row

    monkeypatch.setattr(clusters, "rows_of", half)
    assert errors(parsed([batch([GOOD, "一、主要举措"])])) == [
        ("d0", "parsing failed: ValueError: half way"),
        ("d1", None),
    ]


def test_ids_of_any_type_are_written_as_strings() -> None:
    assert errors(parsed([batch(["", ""], pa.array([7, None]))], "reports")) == [("7", None), (None, "the id is null")]
    assert errors(parsed([batch([""], pa.array([b"a\xff"]))], "reports")) == [("a\\xff", None)]
    assert errors(parsed([batch([""], pa.array([b"\xff"]).view(pa.string()))], "reports")) == [
        (None, "the id is not UTF-8: invalid start byte at byte 0")
    ]


@pytest.mark.parametrize("kind", [pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())], ids=str)
def test_every_string_type_of_arrow_is_read(kind: Any) -> None:
    texts = pa.array([GOOD, None]).cast(kind)
    assert [error for _, error in errors(parsed([batch(texts)], "reports"))] == [None, "the text is null"]


def test_the_columns_of_a_table_work_too() -> None:
    whole = pa.table({"more": [1], "text": [GOOD], "id": ["a"]})
    assert parsed(whole.to_batches()).num_rows == 3


def test_a_column_that_is_missing_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        list(parse_batches([batch([GOOD])], "body", "id"))
    with pytest.raises(ValueError, match="there is no table"):
        parse_batches([], "text", "id", "sections")  # type: ignore[arg-type]


def test_a_worker_that_cannot_parse_at_all_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str) -> Report:
        raise ImportError("no grammar")

    monkeypatch.setattr("lawreport_parser.arrow.clusters.parse", broken)
    with pytest.raises(ImportError, match="no grammar"):
        list(parse_batches([batch([GOOD])], "text", "id"))


def test_nothing_in_gives_nothing() -> None:
    assert parsed([]).num_rows == 0
    assert list(parse_batches([batch([])], "text", "id")) == []


def test_batches_are_read_one_after_another() -> None:
    read = 0

    def endless() -> Iterator[Any]:
        nonlocal read
        while True:
            read += 1
            yield batch([GOOD])

    made = parse_batches(endless(), "text", "id", size=6)
    assert next(made).num_rows == 6
    assert read == 2


def test_lone_surrogates_of_an_error_message_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    def fragile(text: str) -> Report:
        if text == GOOD:
            raise ValueError("\ud800")
        return parse(text)

    monkeypatch.setattr("lawreport_parser.arrow.clusters.parse", fragile)
    assert errors(parsed([batch([GOOD])])) == [("d0", "parsing failed: ValueError: \ufffd")]


def _in_worker(work: Any, given: Any) -> Any:
    return pa.Table.from_batches(work([given]))


def test_it_travels_to_a_spawned_process(texts: dict[str, str]) -> None:
    work = partial(parse_batches, text_column="text", id_column="id", table="quantities")
    assert pickle.loads(pickle.dumps(work)).func is parse_batches
    given = batch(list(texts.values()), pa.array(list(texts)))
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        there = pool.submit(_in_worker, work, given).result(timeout=120)
    assert there == parsed([given], "quantities")
