"""`lawreport panel`: what its cells hold, its files, and every way of being refused."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from benchmarks.panel import checked, rows_of_file
from benchmarks.panel_reports import write_reports
from lawreport_parser import parse
from lawreport_parser.arrow.columns import COLUMNS
from lawreport_parser.cli.app import app
from lawreport_parser.indicators import Codebook
from lawreport_parser.panel import ALL_TABLES, AnyTable, columns_of, table_rows, write_panel
from lawreport_parser.panel.cells import Cells, cells_of
from lawreport_parser.panel.columns import headers_of
from lawreport_parser.panel.stata_names import stata_names

FOLDER = Path(__file__).parents[2] / "examples" / "reports"
HEAD = "白鹭县人民政府2023年法治政府建设年度报告\n"


def panel(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["panel", *arguments], prog_name="lawreport")


def said(result: Result) -> list[str]:
    return [line.removeprefix("lawreport: ") for line in result.stderr.splitlines()]


def rows(path: str) -> list[dict[str, str]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def cells(words: str) -> Cells:
    return cells_of(parse(f"{HEAD}一、主要举措和成效\n{words}\n").indicators, Codebook.default())


@pytest.fixture(autouse=True)
def _in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


class TestCells:
    def test_a_figure_is_its_cell(self) -> None:
        made = cells("全年受理行政复议案件53件。")
        assert made == Cells({"reconsideration.accepted.actual": Decimal(53)}, [], [], [])

    def test_told_twice_it_is_one_figure(self) -> None:
        made = cells("全年受理行政复议案件53件。\n办理的各项工作中，受理行政复议案件53件。")
        assert made == Cells({"reconsideration.accepted.actual": Decimal(53)}, [], [], [])

    def test_figures_that_differ_give_none_and_are_named(self) -> None:
        made = cells("全年受理行政复议案件53件。\n工作规范化扎实推进，受理行政复议案件60件。")
        assert made == Cells({}, ["reconsideration.accepted.actual: 53 | 60"], [], [])

    def test_several_are_added_up_where_the_codebook_has_them_and_the_sum_is_named(self) -> None:
        made = cells("办理人大代表建议42件、政协委员提案80件。")
        assert made == Cells({"proposals.handled.actual": Decimal(122)}, [], ["proposals.handled.actual: 42 + 80"], [])

    def test_a_total_beside_its_parts_is_not_added_to_them(self) -> None:
        made = cells("办理建议提案122件。办理人大代表建议42件、办理政协委员提案80件。")
        assert made.values == {"proposals.handled.actual": Decimal(122)}

    def test_two_that_are_the_same_may_be_one_told_twice(self) -> None:
        made = cells("办理人大代表建议42件、政协委员提案42件。")
        assert made == Cells({}, ["proposals.handled.actual: 42 | 42"], [], [])

    def test_units_of_one_measure_are_converted(self) -> None:
        assert cells("粮食总产量达到300吨。").values == {"macro.grain.actual": Decimal(600_000)}

    def test_a_unit_that_the_codebooks_does_not_measure_gives_none(self) -> None:
        book = Codebook.from_text(
            '[works.roads]\nname_zh = "修路"\nname_en = "roads built"\nunit = "公里"\nunits = "公里 米 条"\n'
            'counts = "roads"\nof = "道路"\nsays = "修建…#"\n',
            base=Codebook.default(),
        )
        report = parse(f"{HEAD}一、主要举措和成效\n修建道路1500米。")
        row = table_rows(report, "a", "panel", book)[0]
        names = [column.name for column in columns_of("panel", book)]
        # The columns of duplicates are put in by the one who collects the rows.
        assert row[names.index("works.roads.actual") - 2] == Decimal("1.5")
        report = parse(f"{HEAD}一、主要举措和成效\n修建道路15条。")
        row = table_rows(report, "a", "panel", book)[0]
        assert row[names.index("works.roads.actual") - 2] is None
        assert row[names.index("left_out") - 2] == "works.roads.actual: 15 条"

    def test_what_is_not_exact_is_named(self) -> None:
        made = cells("全年受理行政复议案件近60件。")
        assert made.values == {"reconsideration.accepted.actual": Decimal(60)}
        assert made.qualified == ["reconsideration.accepted.actual: nearly 60"]

    def test_what_no_double_holds_gives_none(self) -> None:
        made = cells(f"全年受理行政复议案件{'9' * 400}件。")
        assert made.values == {}
        for ending in ("csv", "xlsx", "parquet", "dta"):
            pytest.importorskip({"csv": "csv", "xlsx": "xlsxwriter", "dta": "pandas"}.get(ending, "pyarrow"))
            Path("a.txt").write_text(f"{HEAD}一、成效\n全年受理行政复议案件{'9' * 400}件。\n", encoding="utf-8")
            assert panel("a.txt", "-o", f"o.{ending}", "--tables", "panel,long,indicators").exit_code == 0

    def test_of_a_range_the_cell_has_the_lower_end(self) -> None:
        report = parse(f"{HEAD}一、主要举措和成效\n学法。\n二、2024年工作安排\n（一）地区生产总值增长5%—5.5%。")
        made = cells_of(report.indicators, Codebook.default())
        assert made.values == {"macro.gdp_growth.target": Decimal(5)}
        assert made.qualified == ["macro.gdp_growth.target: 5–5.5"]


class TestRows:
    def test_generated_reports_have_the_cells_that_they_were_made_from(self) -> None:
        Path("in").mkdir()
        known = write_reports(Path("in"), 150)
        write_panel(["in"], {"panel": Path("panel.csv")}, jobs=1)
        found = checked(rows_of_file(Path("panel.csv")), known)
        assert not found.wrong
        assert found.right / found.due > 0.99

    @pytest.mark.slow
    def test_two_thousand_generated_reports(self) -> None:
        Path("in").mkdir()
        known = write_reports(Path("in"), 2_000, seed=11)
        write_panel(["in"], {"panel": Path("panel.csv")}, jobs=2)
        found = checked(rows_of_file(Path("panel.csv")), known)
        assert not found.wrong
        assert found.right / found.due > 0.99

    def test_the_order_is_that_of_the_files_whatever_the_jobs(self) -> None:
        assert panel(str(FOLDER), "-o", "one.csv", "-j", "1").exit_code == 0
        assert panel(str(FOLDER), "-o", "two.csv", "-j", "2").exit_code == 0
        assert Path("one.csv").read_bytes() == Path("two.csv").read_bytes()
        assert [row["file"] for row in rows("one.csv")] == sorted(map(str, FOLDER.glob("*.txt")))

    def test_the_same_body_on_another_page_in_another_encoding_is_marked(self) -> None:
        body = "一、主要成效\n（一）强化学习。学法8次。\n（二）规范执法。退回11件。\n二、存在的问题\n一是宣传不够。\n"
        Path("a.txt").write_text(HEAD + body, encoding="utf-8")
        Path("b.txt").write_text(f"索引号：B-1\n发布日期：2024-02-01\n{HEAD}{body}", encoding="gb18030")
        Path("c.txt").write_text(HEAD + body.replace("11件", "12件"), encoding="utf-8")
        assert panel("a.txt", "b.txt", "c.txt", "-o", "o.csv").exit_code == 0
        marked = [(row["duplicate_of"], row["same_issuer_year_as"]) for row in rows("o.csv")]
        assert marked == [("", ""), ("a.txt", "a.txt"), ("", "a.txt")]
        assert len({row["text_sha256"] for row in rows("o.csv")}) == 3

    def test_reports_without_issuer_or_year_are_counted_in_the_terminal(self) -> None:
        Path("a.txt").write_text(f"{HEAD}一、主要成效\n学法8次。\n", encoding="utf-8")
        Path("b.txt").write_text("一、主要成效\n学法8次。\n", encoding="utf-8")
        told = said(panel("a.txt", "b.txt", "-o", "o.csv"))
        assert "1 report whose issuer or year is not known: those columns are empty" in told
        assert [row["issuer"] for row in rows("o.csv")] == ["白鹭县人民政府", ""]
        assert not any("not known" in line for line in said(panel("a.txt", "-o", "p.csv")))

    def test_long_has_a_row_for_each_figure_with_its_year_and_place(self) -> None:
        text = f"{HEAD}一、主要举措和成效\n受理行政复议案件53件。\n二、2024年工作安排\n地区生产总值增长5%—5.5%。\n"
        Path("a.txt").write_text(text, encoding="utf-8")
        assert panel("a.txt", "-o", "o.csv", "--long").exit_code == 0
        wanted = ("issuer", "year", "code", "time", "figure_year", "value", "high", "unit", "qualifier", "line", "text")
        assert [tuple(row[name] for name in wanted) for row in rows("o.csv")] == [
            (
                "白鹭县人民政府",
                "2023",
                "reconsideration.accepted",
                "actual",
                "2023",
                "53",
                "",
                "件",
                "exact",
                "3",
                "53件",
            ),
            ("白鹭县人民政府", "2023", "macro.gdp_growth", "target", "2024", "5", "5.5", "%", "exact", "5", "5%—5.5%"),
        ]

    def test_long_has_the_sentence_of_each_figure(self) -> None:
        before, behind = "规范推进法治建设，" * 20, "，群众满意" * 20
        text = (
            f"{HEAD}一、主要举措和成效\n学法8次。受理行政复议案件53件，\n其中调解结案9件。宣传到位。\n"
            f"{before}办理法律援助案件71件{behind}。\n（一）化解行政争议，受理行政复议案件60件\n细化措施。\n"
        )
        Path("a.txt").write_text(text, encoding="utf-8")
        assert panel("a.txt", "-o", "o.csv", "--long").exit_code == 0
        told = {row["text"]: row["sentence"] for row in rows("o.csv")}
        assert told["53件"] == "受理行政复议案件53件，其中调解结案9件。"
        assert told["60件"] == "化解行政争议，受理行政复议案件60件"
        cut = told["71件"]
        assert cut.startswith("…")
        assert cut.endswith("…")
        assert len(cut.strip("…")) == 200
        assert "办理法律援助案件71件" in cut

    def test_the_date_of_the_signature_has_its_column(self) -> None:
        text = f"{HEAD}一、主要举措和成效\n学法。\n白鹭县人民政府\n2024年1月16日\n"
        Path("a.txt").write_text(f"发布日期：2024-02-01\n{text}", encoding="utf-8")
        Path("b.txt").write_text(f"{HEAD}一、主要举措和成效\n学法。\n", encoding="utf-8")
        assert panel("a.txt", "b.txt", "-o", "o.csv").exit_code == 0
        assert [(row["published_date"], row["signed_date"]) for row in rows("o.csv")] == [
            ("2024-02-01", "2024-01-16"),
            ("", ""),
        ]

    def test_a_codebook_of_ones_own_has_its_columns(self) -> None:
        Path("own.toml").write_text(
            '[works.bridges]\nname_zh = "修桥"\nname_en = "bridges"\nunit = "座"\nunits = "座"\ncounts = "bridges"\n'
            'of = "桥梁"\nsays = "修缮…#"\n',
            encoding="utf-8",
        )
        Path("a.txt").write_text(f"{HEAD}一、主要举措和成效\n修缮桥梁9座。\n", encoding="utf-8")
        assert panel("a.txt", "-o", "o.csv", "--codebook", "own.toml").exit_code == 0
        assert rows("o.csv")[0]["works.bridges.actual"] == "9"
        assert panel("a.txt", "-o", "p.csv", "--codebook", "own.toml", "--replace").exit_code == 0
        assert [name for name in rows("p.csv")[0] if "." in name] == ["works.bridges.actual", "works.bridges.target"]

    def test_files_that_fail_are_listed_and_the_others_written(self) -> None:
        Path("a.txt").write_text(f"{HEAD}一、主要举措和成效\n学法。\n", encoding="utf-8")
        Path("b.txt").write_bytes(b"")
        result = panel("a.txt", "b.txt", "-o", "o.csv")
        assert result.exit_code == 1
        assert said(result)[0].startswith("2 files: 1 report, 1 failure; ")
        assert said(result)[1:3] == [
            "1 file failed: empty, there is no text in it; give the text of a report",
            "failures: o.csv.errors.jsonl",
        ]
        assert [row["file"] for row in rows("o.csv")] == ["a.txt"]
        assert json.loads(Path("o.csv.errors.jsonl").read_bytes())["path"] == "b.txt"

    def test_a_file_that_is_no_report_is_told(self) -> None:
        Path("a.txt").write_text("内容已删除。\n", encoding="utf-8")
        result = panel("a.txt", "-o", "o.csv")
        assert "1 file may be no report, or not whole: column errors of the panel" in said(result)
        assert rows("o.csv")[0]["errors"] == "no-outline"


class TestFiles:
    def test_the_workbook_has_a_frozen_header_filters_and_explains_its_columns(self) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        pytest.importorskip("xlsxwriter")
        assert panel(str(FOLDER), "-o", "o.xlsx", "--labels", "zh").exit_code == 0
        book = openpyxl.load_workbook("o.xlsx")
        assert book.sheetnames == ["panel", "列说明"]
        sheet = book["panel"]
        assert (sheet.freeze_panes, sheet.max_row) == ("C2", 13)
        assert sheet.auto_filter.ref.startswith("A1:")
        heads = [cell.value for cell in sheet[1]]
        assert {"年度", "受理行政复议案件（实际）"} <= set(heads)
        explained = {row[0].value: [cell.value for cell in row] for row in book["列说明"].iter_rows(min_row=2)}
        assert explained["reconsideration.accepted.target"][1:4] == [
            "受理行政复议案件（目标）",
            "reconsideration cases accepted (target)",
            "件",
        ]
        assert list(explained) == [column.name for column in columns_of("panel", Codebook.default())]
        assert {type(cell.value) for cell in sheet["B"][1:]} == {int, type(None)}

    def test_remarks_call_cells_as_the_first_row_does(self) -> None:
        text = (
            f"{HEAD}一、主要举措和成效\n全年受理行政复议案件近60件。审结行政复议案件53件。\n"
            "工作规范化扎实推进，审结行政复议案件60件。\n办理人大代表建议42件、政协委员提案80件。\n"
        )
        Path("a.txt").write_text(text, encoding="utf-8")
        said_of_it = {}
        for labels in ("names", "zh", "en"):
            assert panel("a.txt", "-o", f"{labels}.csv", "--labels", labels).exit_code == 0
            (row,) = rows(f"{labels}.csv")
            said_of_it[labels] = list(row.values())
            called = list(row)
        assert {"非确数说明", "留空说明", "合计说明"} <= set(rows("zh.csv")[0])
        row = rows("zh.csv")[0]
        assert row["非确数说明"] == "受理行政复议案件（实际）: 近 60"
        assert row["留空说明"] == "审结行政复议案件（实际）: 53 | 60"
        assert row["合计说明"].endswith("（实际）: 42 + 80")
        # Each names a column of the table.
        for remark in ("非确数说明", "留空说明", "合计说明"):
            assert row[remark].partition(": ")[0] in row
        assert rows("en.csv")[0]["qualified"].partition(": ")[0] in called
        assert rows("names.csv")[0]["qualified"] == "reconsideration.accepted.actual: nearly 60"

    def test_a_workbook_lists_the_files_that_failed(self) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        pytest.importorskip("xlsxwriter")
        Path("a.txt").write_text(f"{HEAD}一、主要举措和成效\n学法。\n", encoding="utf-8")
        Path("b.txt").write_bytes(b"")
        why = "empty, there is no text in it; give the text of a report"
        for labels, sheet, head, told in (
            ("zh", "读取失败", ("文件", "代码", "原因"), "文件是空的，没有文字；请给出报告正文"),
            ("names", "failures", ("file", "code", "reason"), why),
        ):
            assert panel("a.txt", "b.txt", "-o", f"{labels}.xlsx", "--labels", labels).exit_code == 1
            book = openpyxl.load_workbook(f"{labels}.xlsx")
            assert book.sheetnames[-1] == sheet
            assert list(book[sheet].iter_rows(values_only=True)) == [
                head,
                ("b.txt", "unreadable", told),
            ]
            failed = Path(f"{labels}.xlsx.errors.jsonl").read_text(encoding="utf-8")
            assert json.loads(failed) == {"path": "b.txt", "code": "unreadable", "message": why}

    def test_the_list_of_failures_is_named_for_the_out_given(self) -> None:
        Path("a.txt").write_text(f"{HEAD}一、主要举措和成效\n学法。\n", encoding="utf-8")
        Path("b.txt").write_bytes(b"")
        result = panel("a.txt", "b.txt", "-o", "o.csv", "--tables", "pairs,items")
        assert result.exit_code == 1
        assert "failures: o.csv.errors.jsonl" in said(result)
        assert sorted(path.name for path in Path().glob("o.*")) == ["o.csv.errors.jsonl", "o.items.csv", "o.pairs.csv"]

    def test_pandas_reads_the_workbook_by_what_the_extra_installs(self) -> None:
        setup = (Path(__file__).parents[2] / "setup.cfg").read_text(encoding="utf-8")
        extra = setup.partition("\nexcel =")[2].partition("\nstata =")[0]
        assert "xlsxwriter" in extra
        assert "openpyxl" in extra

    def test_a_text_too_long_for_a_cell_is_cut_and_said_so(self) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        pytest.importorskip("xlsxwriter")
        Path("a.txt").write_text(f"{HEAD}一、主要举措和成效\n" + "学法。" * 12_000, encoding="utf-8")
        result = panel("a.txt", "-o", "o.xlsx", "--tables", "reports")
        assert "1 text too long for a cell of a spreadsheet, cut; .csv holds them whole" in said(result)
        sheet = openpyxl.load_workbook("o.reports.xlsx")["reports"]
        value = sheet.cell(2, [cell.value for cell in sheet[1]].index("text") + 1).value
        assert value.endswith("characters, cut here]")
        assert len(value) <= 32_767

    def test_what_looks_like_a_formula_is_text(self) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        pytest.importorskip("xlsxwriter")
        Path("=1+1.txt").write_text(f"{HEAD}一、主要举措和成效\n学法。\n", encoding="utf-8")
        for ending in ("csv", "xlsx"):
            assert panel("=1+1.txt", "-o", f"o.{ending}").exit_code == 0
        assert rows("o.csv")[0]["file"] == "'=1+1.txt"
        sheet = openpyxl.load_workbook("o.xlsx")["panel"]
        cell = sheet.cell(2, [head.value for head in sheet[1]].index("file") + 1)
        assert (cell.value, cell.data_type) == ("=1+1.txt", "s")

    @pytest.mark.parametrize("ending", ["xlsx", "parquet", "dta"])
    def test_every_kind_holds_the_same(self, ending: str) -> None:
        pytest.importorskip("pandas")
        pytest.importorskip({"xlsx": "xlsxwriter"}.get(ending, "pyarrow"))
        Path("in").mkdir()
        known = write_reports(Path("in"), 60)
        write_panel(["in"], {"panel": Path(f"o.{ending}")}, jobs=1)
        assert not checked(rows_of_file(Path(f"o.{ending}")), known).wrong

    def test_stata_has_labels(self) -> None:
        stata = pytest.importorskip("pandas.io.stata")
        pytest.importorskip("pyarrow")
        assert panel(str(FOLDER), "-o", "o.dta").exit_code == 0
        with stata.StataReader("o.dta") as reader:
            labels = reader.variable_labels()
        assert (
            labels["reconsideration_accepted_a"] == "受理行政复议案件（实际） · reconsideration cases accepted (actual)"
        )
        assert "liti_head_appearance_rate_t" in labels
        assert len(labels) == len(columns_of("panel", Codebook.default()))

    def test_names_for_stata_are_valid_and_each_is_there_once(self) -> None:
        names = stata_names(["a" * 40, "a" * 41, "end", "1.2", "str5", "指标.actual", "x.target", "x_t"])
        assert names == ["a" * 32, f"{'a' * 30}_2", "_end", "_1_2", "_str5", "___a", "x_t", "x_t_2"]

    def test_parquet_says_what_its_columns_are(self) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        assert panel(str(FOLDER), "-o", "o.parquet").exit_code == 0
        field = parquet.read_schema("o.parquet").field("legal_aid.cases.actual")
        assert field.metadata[b"unit"].decode() == "件"
        assert field.metadata[b"name_zh"].decode() == f"{Codebook.default()['legal_aid.cases'].name_zh}（实际）"

    @pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet", "dta"])
    def test_every_table_has_a_file(self, ending: str) -> None:
        pytest.importorskip("pandas")
        pytest.importorskip({"xlsx": "xlsxwriter"}.get(ending, "pyarrow"))
        result = panel(str(FOLDER), "-o", f"o.{ending}", "--tables", ",".join(ALL_TABLES))
        assert result.exit_code == 0
        written = sorted(path.name for path in Path().iterdir())
        assert written == sorted(f"o.{table}.{ending}" for table in ALL_TABLES)
        assert f"written: o.items.{ending}, 162 rows" in said(result)

    def test_the_tables_are_those_of_the_library(self) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        assert panel(str(FOLDER), "-o", "o.parquet", "--tables", "nodes,indicators").exit_code == 0
        whose = ["issuer", "year", "region_code"]
        for table in ("nodes", "indicators"):
            named = [*whose, *(column.name for column in COLUMNS[table])]  # type: ignore[index]
            assert parquet.read_schema(f"o.{table}.parquet").names == named

    def test_each_row_of_a_table_says_whose_report_it_is_of_and_of_which_year(self) -> None:
        text = f"{HEAD}一、主要举措和成效\n学法。\n二、存在的问题\n（一）人手不足。\n（二）装备落后。\n"
        Path("a.txt").write_text(text, encoding="utf-8")
        assert panel("a.txt", "-o", "o.csv", "--tables", "items,reports,diagnostics").exit_code == 0
        problems = [row for row in rows("o.items.csv") if row["role"] == "problems"]
        assert [(row["issuer"], row["year"], row["report_id"], row["heading"] or row["text"]) for row in problems] == [
            ("白鹭县人民政府", "2023", "a.txt", "（一）人手不足。"),
            ("白鹭县人民政府", "2023", "a.txt", "（二）装备落后。"),
        ]
        assert list(rows("o.reports.csv")[0]) == [column.name for column in COLUMNS["reports"]]

    @pytest.mark.parametrize("table", ALL_TABLES)
    def test_every_column_has_a_chinese_name_that_is_no_other_ones(self, table: AnyTable) -> None:
        columns = columns_of(table, Codebook.default())
        labels = headers_of(columns, "zh")
        assert all("[" not in label and not label.isascii() for label in labels), labels
        assert len(set(labels)) == len(columns)

    def test_tables_have_chinese_names_too(self) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        pytest.importorskip("xlsxwriter")
        text = f"{HEAD}一、主要举措和成效\n学法。\n二、存在的问题\n（一）人手不足。\n"
        Path("a.txt").write_text(text, encoding="utf-8")
        assert panel("a.txt", "-o", "o.xlsx", "--tables", "items", "--labels", "zh").exit_code == 0
        book = openpyxl.load_workbook("o.items.xlsx")
        assert book.sheetnames == ["items", "列说明"]
        heads = [cell.value for cell in book["items"][1]]
        assert heads[:6] == ["发布机构", "年度", "行政区划代码", "报告", "编号", "上级编号"]
        explained = {row[0].value: row[1].value for row in book["列说明"].iter_rows(min_row=2)}
        assert explained["section_id"] == "所在节"

    def test_the_reports_of_an_issuer_are_compared(self) -> None:
        pytest.importorskip("pyarrow")
        place = "一、主要成效\n受理行政复议案件{}件。\n二、存在的问题\n普法形式单一。\n三、{}年打算\n组建行政复议局。\n"
        for name, year, cases in (("c", 2022, 20), ("a", 2023, 24), ("b", 2024, 30)):
            text = f"白鹭县人民政府{year}年法治政府建设年度报告\n{place.format(cases, year + 1)}"
            Path(f"{name}.txt").write_text(text, encoding="utf-8")
        Path("d.txt").write_text(place.format(1, 2025), encoding="utf-8")
        result = panel("a.txt", "b.txt", "c.txt", "d.txt", "-o", "o.csv", "--tables", "pairs,panel,changes")
        assert result.exit_code == 0
        assert "written: o.pairs.csv, 3 rows" in said(result)
        assert [(row["earlier_id"], row["later_id"], row["error"]) for row in rows("o.pairs.csv")] == [
            ("c.txt", "a.txt", ""),
            ("a.txt", "b.txt", ""),
            ("d.txt", "", "whose report it is is not known"),
        ]
        assert panel("a.txt", "d.txt", "-o", "zh.csv", "--tables", "pairs", "--labels", "zh").exit_code == 0
        (row,) = rows("zh.pairs.csv")
        assert row["未对照的原因"] == "不知道是哪个机关的报告"
        assert [Decimal(row["difference"]) for row in rows("o.changes.csv") if row["difference"]] == [4, 6]

    def test_a_worker_that_fails_in_comparing_leaves_rows(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from lawreport_parser.panel import run

        def broken(*_: object) -> list[Any]:
            raise ValueError("odd")

        monkeypatch.setattr(run, "group_rows", broken)
        Path("a.txt").write_text(f"{HEAD}一、主要成效\n学法8次。\n", encoding="utf-8")
        write_panel(["a.txt"], {"pairs": Path("o.csv")}, jobs=1, start_method="fork")
        (row,) = rows("o.csv")
        assert row["earlier_id"] == "a.txt"
        assert row["error"].startswith("comparing failed: ")

    @pytest.mark.parametrize("ending", ["csv", "parquet"])
    def test_the_last_line_reads_what_was_written(self, ending: str) -> None:
        duckdb = pytest.importorskip("duckdb")
        result = panel(str(FOLDER), "-o", f"it's.{ending}")
        last = said(result)[-1]
        assert last.startswith('to query it: duckdb -c "')
        assert len(duckdb.sql(last.partition('"')[2].removesuffix('"')).fetchall()) == 5

    def test_one_without_reports_is_whole(self) -> None:
        Path("b.txt").write_bytes(b"")
        for ending in ("csv", "xlsx", "parquet", "dta"):
            pytest.importorskip({"csv": "csv", "xlsx": "xlsxwriter", "dta": "pandas"}.get(ending, "pyarrow"))
            assert panel("b.txt", "-o", f"o.{ending}").exit_code == 1
            assert list(rows_of_file(Path(f"o.{ending}"))) == []


class TestRefusals:
    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("a.txt", "-o", "o.txt"), "o.txt: the ending says what is written; give .csv, .xlsx, .parquet, .dta"),
            (("a.txt", "-o", "out"), "out: the ending says what is written; give .csv, .xlsx, .parquet, .dta"),
            (("a.txt", "-o", "no/o.csv"), "no: no such folder; make it first"),
            (("absent", "-o", "o.csv"), "absent: no such file or folder; check the name"),
            (("a.txt", "-o", "there.csv"), "there.csv: it is there already; give another name, or --overwrite"),
            (("a.txt", "-o", "folder.csv", "--overwrite"), "folder.csv: a folder; give the name of a file"),
            (
                ("a.txt", "-o", "o.csv", "--tables", "tems"),
                f"Invalid value for --tables: there is no table 'tems'; the tables are {', '.join(ALL_TABLES)} "
                "(see lawreport panel --help)",
            ),
            (
                ("a.txt", "-o", "o.csv", "--tables", "items,items"),
                "Invalid value for --tables: a table is named twice (see lawreport panel --help)",
            ),
            (
                ("a.txt", "-o", "o.csv", "--tables", "items", "--long"),
                "Invalid value for --long: give --long or --tables; --tables long is a file beside others "
                "(see lawreport panel --help)",
            ),
            (
                ("a.txt", "-o", "o.csv", "--tables", "items,nodes", "--codebook", "a.txt"),
                "Invalid value for --codebook: it counts for the tables panel and long, not for items, nodes "
                "(see lawreport panel --help)",
            ),
            (
                ("a.txt", "-o", "o.dta", "--labels", "zh"),
                "Invalid value for --labels: it names the first row of .csv and .xlsx; in .dta the columns carry both "
                "names beside theirs (see lawreport panel --help)",
            ),
            (
                ("a.txt", "-o", "o.csv", "--replace"),
                "Invalid value for --replace: it needs a codebook: --codebook TOML (see lawreport panel --help)",
            ),
        ],
    )
    def test_it_takes_one_line(self, arguments: Sequence[str], message: str) -> None:
        Path("a.txt").write_text(HEAD, encoding="utf-8")
        Path("there.csv").write_text("", encoding="utf-8")
        Path("folder.csv").mkdir()
        before = sorted(Path().iterdir())
        result = panel(*arguments)
        assert (result.exit_code, said(result)) == (2, [message])
        assert sorted(Path().iterdir()) == before

    def test_a_missing_package_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        Path("a.txt").write_text(HEAD, encoding="utf-8")
        monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
        result = panel("a.txt", "-o", "o.xlsx")
        assert result.exit_code == 2
        assert said(result) == ["xlsxwriter is not installed: pip install 'lawreport-parser[excel]'"]
        assert [path.name for path in Path().iterdir()] == ["a.txt"]

    def test_a_run_that_is_stopped_leaves_nothing(self) -> None:
        Path("a.txt").write_text(HEAD, encoding="utf-8")
        summary = write_panel(["a.txt"], {"panel": Path("o.csv")}, jobs=1, stop=lambda: True)
        assert summary.interrupted
        assert [path.name for path in Path().iterdir()] == ["a.txt"]

    def test_overwrite_replaces_table_and_list_of_failures(self) -> None:
        Path("a.txt").write_text(HEAD + "一、成效\n学法。", encoding="utf-8")
        Path("b.txt").write_bytes(b"")
        assert panel("b.txt", "-o", "o.csv").exit_code == 1
        assert panel("a.txt", "-o", "o.csv", "--overwrite").exit_code == 0
        assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "b.txt", "o.csv"]

    def test_more_rows_than_a_sheet_holds(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pytest.importorskip("xlsxwriter")
        monkeypatch.setattr("lawreport_parser.panel.files._SHEET_ROWS", 4)
        result = panel(str(FOLDER), "-o", "o.xlsx")
        assert result.exit_code == 2
        assert said(result) == ["o.xlsx: more than 3 rows, and a sheet holds no more; write .csv or .parquet"]
        assert list(Path().iterdir()) == []

    def test_a_disk_that_is_full_is_one_line(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("lawreport_parser.panel.files.csv_lines", full)
        result = panel(str(FOLDER), "-o", "o.csv")
        assert result.exit_code == 2
        assert said(result) == ["o.csv: No space left on device; nothing was written"]
        assert list(Path().iterdir()) == []

    def test_arguments(self) -> None:
        given: dict[str, Any] = {"panel": Path("o.csv")}
        with pytest.raises(ValueError, match="jobs is at least 1"):
            write_panel(["a.txt"], given, jobs=0)
        with pytest.raises(ValueError, match="no table to write"):
            write_panel(["a.txt"], {})
        with pytest.raises(TypeError, match="given in a list"):
            write_panel("a.txt", given)
