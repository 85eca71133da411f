"""The columns of every table: name, type, whether it may be null, and what it holds. Plain data, without pyarrow.

Those of the header's fields follow from their rows in `lawreport_parser.header_fields`.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from lawreport_parser.header_fields import ROWS, ValueForm

__all__ = ["COLUMNS", "ERROR", "TABLES", "Column", "ColumnType", "TableName", "check_table"]

TableName = Literal[
    "reports", "nodes", "items", "passages", "quantities", "dates", "citations", "indicators", "diagnostics"
]
#: `decimal` has 38 digits, 10 of them after the point; `texts` is a list of strings, `labels` a map of strings.
ColumnType = Literal["string", "int32", "int64", "double", "bool", "date", "decimal", "texts", "labels"]


class Column(NamedTuple):
    """A column of a table."""

    name: str
    type: ColumnType
    nullable: bool
    description: str


def _key(description: str = "the report; key into `reports`") -> Column:
    return Column("report_id", "string", False, description)


def _has(name: str, kind: ColumnType, description: str) -> Column:
    return Column(name, kind, False, description)


def _may(name: str, kind: ColumnType, description: str) -> Column:
    return Column(name, kind, True, description)


#: Types of the header's fields; any other form is a string.
_TYPE_OF: Final[dict[ValueForm, ColumnType]] = {"year": "int32", "date": "date"}


def _of_the_header() -> tuple[Column, ...]:
    return tuple(_may(name, _TYPE_OF.get(row.form, "string"), row.column) for name, row in ROWS.items())


_NUMBER: Final = _has("id", "int32", "1, 2, … in the order of the list in the report; key with report_id")
_SECTION: Final = _may("section_id", "string", "the section it stands in; key into `nodes`")
_VALUE: Final = _may(
    "value", "decimal", "the exact value; null where it needs more than 28 digits before the point or 10 after"
)
_VALUE_TEXT: Final = _has("value_text", "string", "the exact value as a plain decimal literal, however long")
_HIGH: Final = _may(
    "high", "decimal", "the upper end of a range or approximate number; null without one, and as for value"
)
_HIGH_TEXT: Final = _may("high_text", "string", "the upper end as a plain decimal literal; null without one")
_UNIT: Final = _may("unit", "string", "the unit; null where none stands")
_QUALIFIER: Final = _has("qualifier", "string", "exact, about, nearly, over, at_least or at_most")
_START: Final = _has("start", "int32", "where it begins in the text of the report, in code points from 0")
_END: Final = _has("end", "int32", "where it ends: the first code point after it")

#: Each table's columns, in their order.
COLUMNS: Final[dict[TableName, tuple[Column, ...]]] = {
    "reports": (
        _key("the id that the caller gave, else the SHA-256 of the file or text; key of this table"),
        _has("schema_version", "string", "version of the model, as in the JSON form"),
        *_of_the_header(),
        _may("region_code", "string", "whose place it is: the code of GB/T 2260; null where the page leaves it open"),
        _may("region_name", "string", "full name of the place"),
        _may("region_level", "string", "its level: province, city, county, township or zone"),
        _may("region_path", "texts", "the names from the province down to the place"),
        _may("region_organ", "string", "the department that reports (司法局); null where the government does"),
        _has("other", "labels", "further metadata of the page: label → value"),
        _may("signature_issuer", "string", "organisation in the signature (落款)"),
        _may("signature_date", "date", "date in the signature"),
        _may("file_name", "string", "name of the file it was read from"),
        _may("file_format", "string", "text, html, docx or pdf"),
        _may("file_encoding", "string", "encoding the file was read in"),
        _may("file_sha256", "string", "SHA-256 of the file"),
        _has("text_sha256", "string", "SHA-256 of `text` in UTF-8: copies of a report have the same in any encoding"),
        _has("text", "string", "the whole text; every start and end counts in it"),
    ),
    "nodes": (
        _key(),
        _has("id", "string", 'position in the tree, such as "1.2.3"; key with report_id'),
        _may("parent_id", "string", "id of the section it belongs to; null at the top"),
        _has("depth", "int32", "1 = outermost"),
        _has("kind", "string", "style of the marker, such as han_dun; unnumbered where there is none"),
        _has("ordinal", "int64", "value of the marker; the place among the unnumbered headings of its parent"),
        _may("suffix", "int64", "1 in 第二条之一; null in others"),
        _has("marker", "string", "the marker as written; empty where there is none"),
        _may("heading", "string", "the heading; null where there is none"),
        _has("roles", "texts", "achievements, problems, responsibility, plans, other"),
        _has("text", "string", "its own paragraphs, a line each, without those of its children"),
        _START,
        _has("end", "int32", "where the section with all below it ends"),
        _may("role_basis", "string", "why it has its roles: heading, wording, position or inherited"),
        _has("inferred", "bool", "true where the numeral was lost and deduced"),
    ),
    "items": (
        _key(),
        _has("id", "string", 'role and position in its list, such as "problems.1.2"; key with report_id'),
        _may("parent_id", "string", "id of the item it belongs to; null at the top"),
        _has("role", "string", "achievements, problems, responsibility or plans"),
        _has("depth", "int32", "1 = outermost"),
        _may("heading", "string", "the heading; null where there is none"),
        _has("text", "string", "the whole text of the item, its own members included"),
        _has("basis", "string", "what the item is: section, clause or sentence"),
        _SECTION,
        _START,
        _END,
    ),
    "passages": (
        _key(),
        _NUMBER,
        _has("role", "string", "achievements, problems, responsibility, plans or other"),
        _has("basis", "string", "what tells the role: heading, wording or neighbours"),
        _has("text", "string", "the passage as it stands in the text, line ends included"),
        _has("characters", "int32", "how many characters it has, white space left out"),
        _may("section_id", "string", "the innermost section that holds all of it; key into `nodes`"),
        _START,
        _END,
    ),
    "quantities": (
        _key(),
        _NUMBER,
        _has("text", "string", "number, unit and qualifier words as written"),
        _VALUE,
        _VALUE_TEXT,
        _HIGH,
        _HIGH_TEXT,
        _UNIT,
        _has("kind", "string", "count, percent, money and so on"),
        _QUALIFIER,
        _may("measure", "string", "the words that the figure measures"),
        _may("subject", "string", "what the measure speaks of, where its own words leave it out"),
        _SECTION,
        _START,
        _END,
        _may("measure_start", "int32", "where the measure begins"),
        _may("measure_end", "int32", "where the measure ends"),
        _may("subject_start", "int32", "where the subject begins"),
        _may("subject_end", "int32", "where the subject ends"),
        _has(
            "earlier",
            "bool",
            "whether the figure is the value before a change: 30% in 由30%提高到41%, or of an earlier year in a table",
        ),
    ),
    "dates": (
        _key(),
        _NUMBER,
        _has("text", "string", "the date as written"),
        _has("first_day", "date", "its first day"),
        _has("last_day", "date", "its last day"),
        _has("precision", "string", "day, month, quarter, half, year or range"),
        _SECTION,
        _START,
        _END,
    ),
    "citations": (
        _key(),
        _NUMBER,
        _may("title", "string", "the title without 《》; null for a mention by number alone"),
        _has("kind", "string", "law, regulation, rule, plan, opinion, notice or other"),
        _may("document_number", "string", "the document number as the standard writes it: 〔〕, no blanks"),
        _may("issuer_code", "string", "its first part: the code of the issuer"),
        _may("document_year", "int32", "its year"),
        _may("document_serial", "int64", "its serial number"),
        _has("text", "string", "the mention as written"),
        _SECTION,
        _START,
        _END,
    ),
    "indicators": (
        _key(),
        _NUMBER,
        _has("code", "string", "the code of the codebook, such as reconsideration.concluded"),
        _has("name_zh", "string", "what the codebook calls it in Chinese"),
        _has("name_en", "string", "what the codebook calls it in English"),
        _VALUE,
        _VALUE_TEXT,
        _HIGH,
        _HIGH_TEXT,
        _UNIT,
        _QUALIFIER,
        _has("time", "string", "actual: of the year reviewed; target: meant for the year planned for"),
        _has("text", "string", "the figure as written; its row in `quantities` has the same start"),
        _SECTION,
        _START,
        _END,
    ),
    "diagnostics": (
        _key(),
        _NUMBER,
        _has("code", "string", "what was seen, such as lost-ordinal"),
        _has("severity", "string", "info, warning or error"),
        _has("message", "string", "in English, then in Chinese"),
        _SECTION,
        _START,
        _END,
    ),
}
TABLES: Final[tuple[TableName, ...]] = tuple(COLUMNS)

#: The last column of what `parse_batches` gives.
ERROR: Final = Column("error", "string", True, "why the document could not be read; null in every row of a report")


def check_table(table: str) -> TableName:
    """Return `table` where there is such a table; else `ValueError` with the names that exist."""
    for name in TABLES:
        if name == table:
            return name
    raise ValueError(f"there is no table {table!r}; the tables are {', '.join(TABLES)}")
