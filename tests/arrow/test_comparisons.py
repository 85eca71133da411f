"""A whole panel compared: each issuer's reports year by year, as tables, and on the way that clusters take."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="the tables need the extra 'arrow'")

from lawreport_parser import Report, compare, parse  # noqa: E402
from lawreport_parser.arrow import (  # noqa: E402
    COMPARISON_COLUMNS,
    COMPARISON_SCHEMAS,
    COMPARISON_TABLES,
    compare_batches,
    comparison_batches,
    comparison_tables,
    issuer_batches,
    to_tables,
)
from lawreport_parser.arrow.comparison_rows import MOST_REPORTS  # noqa: E402


def text(place: str, year: int, review: str = "清理规范性文件12件。", kind: str = "法治政府建设年度报告") -> str:
    plan = "打通部门数据壁垒，建设共享平台。" if "听证室" in review else "组建行政复议局，设立复议听证室。"
    return (
        f"{place}人民政府{year}年{kind}\n一、主要举措和成效\n（一）规范文件管理。{review}\n"
        "（二）多元化解纠纷。全年受理行政复议案件20件。\n"
        "二、存在的问题\n（一）乡镇执法人员少，装备不足。\n"
        f"三、{year + 1}年工作打算\n（一）{plan}\n（二）行政复议案件办结率不低于95%。\n"
    )


TEXTS = {
    "b24": text("石湾县", 2024, "行政复议局挂牌，建成听证室。"),
    "a22": text("白鹭县", 2022),
    "b23": text("石湾县", 2023),
    "a23": text("白鹭县", 2023, "县行政复议局完成组建，复议听证室启用。"),
    "a25": text("白鹭县", 2025),
}
REPORTS = [(name, parse(each)) for name, each in TEXTS.items()]


def rows(table: Any, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in table.select(list(names)).to_pylist()]


def documents(texts: dict[str, Any], size: int = 2) -> list[Any]:
    table = pa.table({"id": list(texts), "text": pa.array(texts.values(), pa.string())})
    return table.to_batches(size)


def compared(texts: dict[str, Any], table: Any) -> Any:
    """Take the way of an engine: find the issuers, sort by them, compare."""
    keyed = pa.Table.from_batches(issuer_batches(documents(texts), "text", "id")).sort_by("issuer_key")
    made = list(compare_batches(keyed.to_batches(2), "text", "id", "issuer_key", table))
    return pa.Table.from_batches(made, COMPARISON_SCHEMAS[table])


class TestTables:
    def test_each_issuer_is_compared_year_by_year(self) -> None:
        pairs = comparison_tables(REPORTS)["pairs"]
        names = ("earlier_id", "later_id", "issuer", "earlier_year", "later_year", "plans", "plans_done", "error")
        assert rows(pairs, *names) == [
            ("b23", "b24", "石湾县人民政府", 2023, 2024, 2, 1, None),
            ("a22", "a23", "白鹭县人民政府", 2022, 2023, 2, 1, None),
        ]

    def test_outcomes_are_those_of_compare(self) -> None:
        found = comparison_tables(REPORTS, ["outcomes"])["outcomes"].to_pylist()
        earlier, later = dict(REPORTS)["b23"], dict(REPORTS)["b24"]
        comparison = compare(earlier, later)
        mine = [row for row in found if row["earlier_id"] == "b23"]
        assert [(row["text"], row["status"]) for row in mine] == [
            *((each.plan.text, each.status) for each in comparison.plans),
            *((each.problem.text, each.status) for each in comparison.problems),
        ]
        link, row = comparison.plans[0].links[0], mine[0]
        assert (row["score"], row["link_text"], row["link_section_id"]) == (link.score, link.text, link.section_id)
        assert later.text[row["link_start"] : row["link_end"]] == row["link_text"]
        assert later.text[row["closest_start"] : row["closest_end"]] == link.closest.of(later.text)
        assert earlier.text[row["start"] : row["end"]] == row["text"]

    def test_an_outcome_has_the_id_of_its_item(self) -> None:
        items = {(row["report_id"], row["id"]): row["text"] for row in to_tables(REPORTS)["items"].to_pylist()}
        for row in comparison_tables(REPORTS)["outcomes"].to_pylist():
            assert items[row["earlier_id"], row["id"]] == row["text"]

    def test_changes_hold_figures_beside_targets(self) -> None:
        earlier = text("白鹭县", 2022)
        later = text("白鹭县", 2023).replace("案件20件", "案件24件，办结率97%")
        changes = comparison_tables([parse(earlier), parse(later)])["changes"].to_pylist()
        row = {each["code"]: each for each in changes}["reconsideration.accepted"]
        assert (row["name_zh"], row["earlier_text"], row["later_text"]) == ("受理行政复议案件", "20件", "24件")
        assert (int(row["difference"]), float(row["change_percent"]), row["met"]) == (4, 20.0, None)

    @pytest.mark.parametrize("table", COMPARISON_TABLES)
    def test_the_schema_says_what_each_column_is(self, table: Any) -> None:
        schema = comparison_tables([], [table])[table].schema
        assert schema.equals(COMPARISON_SCHEMAS[table], check_metadata=True)
        assert schema.names == [column.name for column in COMPARISON_COLUMNS[table]]
        assert all(field.metadata[b"description"] for field in schema)


class TestWhatIsLeftOut:
    def left_out(self, *reports: tuple[str, str]) -> list[tuple[Any, ...]]:
        tables = comparison_tables([(name, parse(each)) for name, each in reports])
        found = [rows(table, "earlier_id", "later_id", "error") for table in tables.values()]
        assert found[0] == [row for row in found[1] if row[2]] == [row for row in found[2] if row[2]]
        return found[0]

    def test_a_report_without_issuer_or_year(self) -> None:
        nobody = "一、主要举措和成效\n学法8次。\n二、存在的问题\n人员不足。\n"
        assert self.left_out(("x", nobody)) == [("x", None, "whose report it is is not known")]
        undated = text("白鹭县", 2022).replace("2022年", "").replace("2023年", "")
        assert self.left_out(("x", undated)) == [("x", None, "the year that the report reviews is not known")]

    def test_several_reports_of_a_year(self) -> None:
        work = text("白鹭县", 2023, "新修道路三条。", kind="政府工作报告")
        assert self.left_out(("a", TEXTS["a22"]), ("b", TEXTS["a23"]), ("c", work)) == [
            ("b", None, "there are other reports of the issuer on 2023: c"),
            ("c", None, "there are other reports of the issuer on 2023: b"),
        ]

    def test_of_copies_the_first_counts(self) -> None:
        copy = TEXTS["a23"].replace("（", "(").replace("）", ")")
        pairs = comparison_tables([*REPORTS, ("copy", parse(f"首页\n{copy}"))])["pairs"]
        assert pairs.equals(comparison_tables(REPORTS)["pairs"])

    def test_a_gap_of_years_is_not_bridged(self) -> None:
        assert comparison_tables([("a", parse(TEXTS["a23"])), ("b", parse(TEXTS["a25"]))])["pairs"].num_rows == 0

    def test_what_compare_refuses(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(*_: Report) -> None:
            raise ValueError("odd")

        monkeypatch.setattr("lawreport_parser.arrow.comparison_rows.compare", broken)
        given = (("a", TEXTS["a22"]), ("b", TEXTS["a23"]))
        assert self.left_out(*given) == [("a", "b", "comparing failed: ValueError: odd")]

    def test_no_issuer_has_so_many_reports(self) -> None:
        report = parse(TEXTS["a22"])
        given = [(str(number), report) for number in range(MOST_REPORTS + 2)]
        pairs = comparison_tables(given, ["pairs"])["pairs"]
        assert pairs.num_rows == len(given)
        assert all("no issuer has so many" in error for error in pairs.column("error").to_pylist())

    def test_a_table_that_does_not_exist(self) -> None:
        with pytest.raises(
            ValueError, match="there is no table 'items' of comparisons; the tables are pairs, outcomes"
        ):
            comparison_tables([], ["items"])  # type: ignore[list-item]


class TestBatches:
    @pytest.mark.parametrize("table", COMPARISON_TABLES)
    def test_an_engine_gives_the_same_rows(self, table: Any) -> None:
        def in_order(found: Any) -> list[str]:
            return sorted(map(str, found.to_pylist()))

        assert in_order(compared(TEXTS, table)) == in_order(comparison_tables(REPORTS, [table])[table])

    @pytest.mark.parametrize("table", COMPARISON_TABLES)
    def test_a_document_that_cannot_be_read_is_a_row(self, table: Any) -> None:
        found = compared({**TEXTS, "none": None}, table).to_pylist()
        assert [(row["earlier_id"], row["error"]) for row in found if row["error"]] == [("none", "the text is null")]
        assert [row for row in found if not row["error"]] == compared(TEXTS, table).to_pylist()

    def test_a_null_group_is_one_document(self) -> None:
        given = pa.table({"id": ["a", "b"], "text": [TEXTS["a22"], TEXTS["a23"]], "key": pa.nulls(2, pa.string())})
        assert list(compare_batches(given, "text", "id", "key", "pairs")) == []

    def test_a_long_text_is_refused(self) -> None:
        given = pa.table({"id": ["a"], "text": ["一" * 11], "key": ["k"]})
        (batch,) = compare_batches(given, "text", "id", "key", "pairs", max_characters=10)
        assert batch.column("error").to_pylist() == ["the text has 11 characters, more than max_characters=10"]

    def test_a_worker_that_cannot_parse_at_all_raises(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(text: str) -> Report:
            raise ImportError("no grammar")

        monkeypatch.setattr("lawreport_parser.arrow.comparisons.parse", broken)
        given = pa.table({"id": ["a"], "text": ["b"], "key": ["k"]})
        with pytest.raises(ImportError, match="no grammar"):
            list(compare_batches(given, "text", "id", "key"))
        with pytest.raises(ImportError, match="no grammar"):
            list(issuer_batches(given, "text", "id"))

    def test_issuers_are_taken_one_by_one(self) -> None:
        taken = 0

        def endless() -> Iterator[list[tuple[str, Report]]]:
            nonlocal taken
            while True:
                taken += 1
                yield REPORTS[1:2] + REPORTS[3:4]

        made = comparison_batches(endless(), ["pairs"], size=3)
        assert next(made)[1].num_rows == 3
        assert taken == 3

    @pytest.mark.pure
    def test_memory_is_that_of_one_issuer(self) -> None:
        def keyed(issuers: int) -> Iterator[Any]:
            for number in range(issuers):
                both = [TEXTS["a22"], TEXTS["a23"]]
                yield pa.record_batch({"id": [f"{number}a", f"{number}b"], "text": both, "key": [str(number)] * 2})

        def peak(issuers: int) -> int:
            tracemalloc.start()
            try:
                for _ in compare_batches(keyed(issuers), "text", "id", "key", "pairs", size=5):
                    pass
                return tracemalloc.get_traced_memory()[1]
            finally:
                tracemalloc.stop()

        peak(5)
        assert peak(60) < 1.5 * peak(10)


def test_duckdb_sorts_by_issuer(tmp_path: Any) -> None:
    duckdb = pytest.importorskip("duckdb")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(to_tables(REPORTS, ["reports"])["reports"], tmp_path / "reports.parquet")
    sorted_by_issuer = duckdb.sql(
        "SELECT report_id, text, coalesce(region_code || '/' || region_name || '/' || coalesce(region_organ, ''),"
        f" issuer) AS issuer_key FROM '{tmp_path}/reports.parquet' ORDER BY issuer_key"
    )
    made = compare_batches(sorted_by_issuer.to_arrow_reader(2), "text", "report_id", "issuer_key", "pairs")
    assert sum(batch.num_rows for batch in made) == 2
