"""A whole panel compared: the reports of each issuer held against each other, year by year, as Arrow tables.

In memory are the reports of one issuer. `comparison_batches` takes reports that stand together by issuer;
`compare_batches` takes texts, as cluster engines have them, and `issuer_batches` says of texts whose they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from lawreport_parser.arrow.clusters import (
    MAX_CHARACTERS,
    SAMPLE,
    as_batches,
    document_id,
    document_text,
    reason_of,
)
from lawreport_parser.arrow.comparison_columns import COMPARISON_TABLES, ComparisonTable, check_comparison_table
from lawreport_parser.arrow.comparison_rows import by_issuer, group_rows, refused_row
from lawreport_parser.arrow.identity import issuer_key
from lawreport_parser.arrow.rows import Identified, Row, identified
from lawreport_parser.arrow.schemas import COMPARISON_SCHEMAS, RecordBatch, Table, pa
from lawreport_parser.arrow.tables import BATCH_ROWS, OpenBatch, gathered, interleaved
from lawreport_parser.parsing import parse
from lawreport_parser.report import Report
from lawreport_parser.spans import without_surrogates

__all__ = ["ISSUER_KEY", "compare_batches", "comparison_batches", "comparison_tables", "issuer_batches"]

#: The column by which `issuer_batches` groups.
ISSUER_KEY: Final = "issuer_key"


def comparison_tables(
    reports: Iterable[Identified], tables: Sequence[ComparisonTable] = COMPARISON_TABLES
) -> dict[str, Table]:
    """Return the comparisons of many reports as Arrow tables by name: `pairs`, `outcomes`, `changes`.

    `reports` are given in any order, with ids or without, as for `to_tables`; all are kept until they are compared.
    Those of one issuer (the same place and organ, else the same name) are compared, each with that of the year after.
    A report that cannot be placed (no issuer, no year, or another report of the issuer on the same year), and a pair
    that `compare` refuses, are rows with an `error`. `docs/use/tables.md` has the columns.
    """
    schemas = {check_comparison_table(table): COMPARISON_SCHEMAS[table] for table in tables}
    return gathered(comparison_batches(by_issuer(identified(reports)), tables), schemas)


def comparison_batches(
    issuers: Iterable[Iterable[Identified]],
    tables: Sequence[ComparisonTable] = COMPARISON_TABLES,
    size: int = BATCH_ROWS,
) -> Iterator[tuple[ComparisonTable, RecordBatch]]:
    """Return an iterator of (table, batch): `issuers` gives for each issuer its reports, in any order.

    Issuers are taken one by one as the batches are asked for, and the reports of one are kept at a time.
    """
    open_batches = {check_comparison_table(table): OpenBatch(COMPARISON_SCHEMAS[table], size) for table in tables}
    names = list(open_batches)
    rows = (row for reports in issuers for row in group_rows(identified(reports), names))
    return interleaved(rows, open_batches)


def compare_batches(
    batches: Iterable[RecordBatch] | RecordBatch | Table,
    text_column: str,
    id_column: str,
    group_column: str,
    table: ComparisonTable = "outcomes",
    *,
    max_characters: int = MAX_CHARACTERS,
    size: int = BATCH_ROWS,
) -> Iterator[RecordBatch]:
    """Compare the texts in `batches`, each issuer's year by year; yield one table, at most `size` rows a batch.

    Rows with one value of `group_column` stand together (`ORDER BY`, or a group of an engine) and are the reports of
    one issuer; a null is a group of its own. Texts and ids are as for `parse_batches`. The schema is
    `COMPARISON_SCHEMAS[table]`.

    No document makes this raise: one that cannot be read, and what `comparison_tables` leaves out, is a row with its
    `error`. `ValueError` for a table that does not exist, `KeyError` for a column that the batches lack. As
    `parse_batches`, it parses a sample first, so that a broken installation raises.
    """
    name = check_comparison_table(table)
    columns = (group_column, id_column, text_column)
    rows = _compared(as_batches(batches), columns, name, max_characters)
    return OpenBatch(COMPARISON_SCHEMAS[name], size).filled(rows)


def _compared(
    batches: Iterable[RecordBatch], columns: tuple[str, str, str], table: ComparisonTable, max_characters: int
) -> Iterator[Row]:
    list(group_rows([("", parse(SAMPLE))], [table]))
    documents = (row for batch in batches for row in zip(*(batch.column(each) for each in columns), strict=True))
    for _, group in groupby(enumerate(documents), _group):
        refused: list[Row] = []
        reports = _read((document[1:] for _, document in group), table, max_characters, refused)
        yield from (row for _, row in group_rows(reports, [table]))
        yield from refused


def _group(numbered: tuple[int, tuple[Any, ...]]) -> tuple[int, Any]:
    number, (group, *_) = numbered
    return (0, group.as_py()) if group.is_valid else (1, number)


def _read(
    documents: Iterable[tuple[Any, ...]], table: ComparisonTable, max_characters: int, refused: list[Row]
) -> Iterator[tuple[str, Report]]:
    """Yield the reports of one group with their ids; those that cannot be read go into `refused`."""
    for document, text in documents:
        report_id = None
        try:
            report_id = document_id(document)
            yield report_id, parse(document_text(text, max_characters))
        except Exception as failure:
            refused.append(refused_row(table, report_id, reason_of(failure)))


def issuer_batches(
    batches: Iterable[RecordBatch] | RecordBatch | Table,
    text_column: str,
    id_column: str,
    *,
    max_characters: int = MAX_CHARACTERS,
) -> Iterator[RecordBatch]:
    """Say of each text whose report it is: yield batches with the columns `issuer_key`, id and text.

    The key is a line for the place and organ, else the name of the issuer. A text that gives neither, or cannot be
    read, has a key made of its id, so that it stands alone; without an id it has none.
    """
    issuer_key(parse(SAMPLE).header)
    for batch in as_batches(batches):
        documents, texts = batch.column(id_column), batch.column(text_column)
        keys = [_key(document, text, max_characters) for document, text in zip(documents, texts, strict=True)]
        columns = [pa.array(keys, pa.string()), documents, texts]
        yield pa.RecordBatch.from_arrays(columns, [ISSUER_KEY, id_column, text_column])


def _key(document: Any, text: Any, max_characters: int) -> str | None:
    alone = None
    try:
        alone = f"? {document_id(document)}"
        key = issuer_key(parse(document_text(text, max_characters)).header)
    except Exception:
        # Why it cannot be read is said where it is compared.
        return alone
    return without_surrogates(key) if key else alone
