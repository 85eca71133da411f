"""The columns of the tables that hold the reports of an issuer against each other, year by year. Plain data."""

from __future__ import annotations

from typing import Final, Literal

from lawreport_parser.arrow.columns import Column, ColumnType

__all__ = ["COMPARISON_COLUMNS", "COMPARISON_TABLES", "KEY_COLUMNS", "ComparisonTable", "check_comparison_table"]

ComparisonTable = Literal["pairs", "outcomes", "changes"]


def _column(name: str, kind: ColumnType, description: str) -> Column:
    return Column(name, kind, True, description)


#: What every row begins with: which two reports, whose, of which years.
KEY_COLUMNS: Final = (
    _column("earlier_id", "string", "the report of the earlier year; where there is an error, the report it is about"),
    _column("later_id", "string", "the report of the year after; null where the error is about one report alone"),
    _column("issuer", "string", "whose reports they are, as the later one names it"),
    _column("region_code", "string", "whose place it is: the code of GB/T 2260; null where it is left open"),
    _column("region_organ", "string", "the department that reports (司法局); null where the government does"),
    _column("earlier_year", "int32", "the year that the earlier report reviews"),
    _column("later_year", "int32", "the year that the later report reviews"),
)
_ERROR: Final = _column("error", "string", "why a report or a pair is left out; all else but the key is null then")


def _figure(which: str, what: str) -> tuple[Column, ...]:
    return (
        _column(f"{which}_value", "decimal", f"{what}; null as `value` in `indicators`"),
        _column(f"{which}_high", "decimal", "the upper end of a range or approximate number; null without one"),
        _column(f"{which}_qualifier", "string", "exact, about, nearly, over, at_least or at_most"),
        _column(f"{which}_text", "string", "the figure as written"),
    )


#: Each table's columns, in their order.
COMPARISON_COLUMNS: Final[dict[ComparisonTable, tuple[Column, ...]]] = {
    "pairs": (
        *KEY_COLUMNS,
        _column("plans", "int32", "plans of the earlier report"),
        _column("plans_done", "int32", "those that the later one tells of"),
        _column("plans_again", "int32", "those that it plans anew"),
        _column("plans_silent", "int32", "those of which nothing was found"),
        _column("plans_not_done", "int32", "those, of all, that it says were not, or not yet, carried out"),
        _column("problems", "int32", "problems of the earlier report"),
        _column("problems_again", "int32", "those that the later one names anew"),
        _column("problems_mended", "int32", "those on which it tells what was done"),
        _column("problems_silent", "int32", "those of which nothing was found"),
        _column("notes", "texts", "codes of the notes of the comparison, such as no-review"),
        _ERROR,
    ),
    "outcomes": (
        *KEY_COLUMNS,
        _column("id", "string", 'the plan or problem, such as "plans.2": the `id` in `items` of the earlier report'),
        _column("role", "string", "plans or problems"),
        _column("heading", "string", "its heading; null where there is none"),
        _column("text", "string", "its whole text"),
        _column("start", "int32", "where it begins in the earlier text, in code points from 0"),
        _column("end", "int32", "where it ends: the first code point after it"),
        _column("status", "string", "done, again or silent of a plan; again, mended or silent of a problem"),
        _column("score", "double", "of the best link, from 0.5 to 1; this and what follows is null where it is silent"),
        _column("links", "int32", "how many places of the later report are linked; 0 where it is silent"),
        _column("link_section_id", "string", "the section of the later report in which the best link stands"),
        _column("link_text", "string", "what stands there"),
        _column("link_start", "int32", "where it begins in the later text"),
        _column("link_end", "int32", "where it ends"),
        _column("closest_start", "int32", "where the sentence in it begins that is nearest"),
        _column("closest_end", "int32", "where that sentence ends"),
        _column(
            "not_done_text",
            "string",
            "the sentence of the later report that says the plan was not, or not yet, carried out; null without one",
        ),
        _column("not_done_start", "int32", "where it begins in the later text"),
        _column("not_done_end", "int32", "where it ends"),
        _ERROR,
    ),
    "changes": (
        *KEY_COLUMNS,
        _column("code", "string", "the code of the codebook, such as reconsideration.concluded"),
        _column("name_zh", "string", "what the codebook calls it in Chinese"),
        _column("name_en", "string", "what the codebook calls it in English"),
        _column("unit", "string", "the unit of all figures of the row; null where none stands"),
        *_figure("earlier", "the figure of the earlier year"),
        *_figure("target", "what the earlier report set for the later year"),
        *_figure("later", "the figure of the later year"),
        _column("difference", "decimal", "later less earlier; points where the unit is %"),
        _column(
            "difference_qualifier",
            "string",
            "how sure the difference is: exact, about, over, at_least, under or at_most; null where there is none, "
            "also because the words leave it open",
        ),
        _column("change_percent", "decimal", "that in % of the earlier figure, to two decimals; null for shares"),
        _column("against_target", "decimal", "later less target"),
        _column("against_target_qualifier", "string", "the same of it; a target that is a limit counts as that limit"),
        _column("met", "bool", "whether a target that is a limit or a range is kept; null for others"),
        _ERROR,
    ),
}
COMPARISON_TABLES: Final[tuple[ComparisonTable, ...]] = tuple(COMPARISON_COLUMNS)


def check_comparison_table(table: str) -> ComparisonTable:
    """Return `table` where there is such a table; else `ValueError` with the names that exist."""
    for name in COMPARISON_TABLES:
        if name == table:
            return name
    raise ValueError(f"there is no table {table!r} of comparisons; the tables are {', '.join(COMPARISON_TABLES)}")
