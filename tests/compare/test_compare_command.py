"""`lawreport compare`: a table in the terminal, JSON, and one clear line for what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from lawreport_parser.cli.app import app
from lawreport_parser.comparison import Comparison

PAIRS = Path(__file__).parent / "pairs"
EARLIER, LATER = str(PAIRS / "county.earlier.txt"), str(PAIRS / "county.later.txt")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["compare", *arguments], env={"COLUMNS": "140"}, prog_name="lawreport")


def test_a_table_for_each_part() -> None:
    result = run(EARLIER, LATER)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "石湾县人民政府 2021 → 石湾县人民政府 2022"
    assert any(line.startswith("done") and "推进行政复议体制改革" in line and "1.5" in line for line in lines)
    assert any(line.startswith("again") and "建设县公共法律服务中心" in line for line in lines)
    assert any(line.startswith("new") and "强化府院联动" in line for line in lines)


def test_a_figure_that_is_not_exact_has_a_sign(tmp_path: Path) -> None:
    earlier, later = tmp_path / "2021.txt", tmp_path / "2022.txt"
    form = "石湾县人民政府{}年法治政府建设年度报告\n一、主要成效\n加强学习。{}\n二、{}年工作打算\n畅通渠道。{}\n"
    earlier.write_text(form.format(2021, "举办讲座3场。", 2022, "受理行政复议案件30件以上。"), encoding="utf-8")
    later.write_text(form.format(2022, "受理行政复议案件近40件。", 2023, "举办讲座。"), encoding="utf-8")
    (line,) = [each for each in run(str(earlier), str(later)).stdout.splitlines() if "reconsideration" in each]
    assert line.split() == ["reconsideration.accepted", "件", "≥30", "≈40", "≈+10"]


def test_a_target_that_is_a_limit_is_met_or_missed(tmp_path: Path) -> None:
    earlier, later = tmp_path / "2021.txt", tmp_path / "2022.txt"
    form = "石湾县人民政府{}年法治政府建设年度报告\n一、主要成效\n加强学习。{}\n二、{}年工作打算\n畅通渠道。{}\n"
    earlier.write_text(
        form.format(2021, "受理行政复议案件超过2500件。", 2022, "网上可办率达到98%以上。"), encoding="utf-8"
    )
    later.write_text(
        form.format(2022, "受理行政复议案件2356件。网上可办率98.6%。", 2023, "举办讲座。"), encoding="utf-8"
    )
    lines = {each.split()[0]: each.split()[2:] for each in run(str(earlier), str(later)).stdout.splitlines() if each}
    assert lines["services.online_rate"] == ["≥98", "98.6", "+0.6", "met"]
    assert lines["reconsideration.accepted"] == [">2500", "2356", "<-144", "<-5.76"]


def test_what_a_sentence_denies_is_told(tmp_path: Path) -> None:
    earlier, later = tmp_path / "2021.txt", tmp_path / "2022.txt"
    head = "石湾县人民政府{}年法治政府建设年度报告\n一、主要成效\n（一）强化学习。组织学法8次。\n"
    earlier.write_text(
        head.format(2021) + "二、2022年工作打算\n（一）建成行政复议听证室，推行听证审理。\n", encoding="utf-8"
    )
    later.write_text(
        head.format(2022) + "（二）畅通复议渠道。行政复议听证室因资金不足未能建成。\n二、2023年打算\n办班。\n",
        encoding="utf-8",
    )
    lines = run(str(earlier), str(later)).stdout.splitlines()
    (line,) = [each for each in lines if each.startswith("silent, not done")]
    assert "建成行政复议听证室" in line
    assert "（二）畅通复议渠道" in line


def test_one_pair_is_indented_json_and_several_are_one_a_line(tmp_path: Path) -> None:
    third = tmp_path / "third.txt"
    third.write_text(
        Path(LATER).read_text(encoding="utf-8").replace("2023", "2024").replace("2022", "2023").replace("23个", "9个"),
        encoding="utf-8",
    )
    out = tmp_path / "out.json"
    assert run(EARLIER, LATER, "-o", str(out)).stdout == ""
    one = out.read_text(encoding="utf-8")
    assert one.startswith('{\n  "schema_version"')
    assert Comparison.model_validate_json(one).later.year == 2022
    several = run(EARLIER, LATER, str(third), "-o", "-").stdout.splitlines()
    assert [json.loads(line)["later"]["year"] for line in several] == [2022, 2023]


def test_a_page_to_look_at(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = run(EARLIER, LATER, "-o", str(page), "--language", "en")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"lawreport: written: {page}\n")
    written = page.read_text(encoding="utf-8")
    assert written.startswith('<!doctype html>\n<html lang="en">')
    assert "county.earlier.txt" in written
    assert "推进行政复议体制改革" in written


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([LATER, EARLIER], "the first report reviews 2022, the second 2021: give the earlier one first"),
        ([EARLIER, EARLIER], "both are the same report"),
        ([EARLIER, str(PAIRS / "bureau.later.txt")], "different issuers: 石湾县人民政府 and 青川市市场监督管理局"),
        ([EARLIER, str(Path(__file__).parents[2] / "LICENSE")], "the later text is no report"),
        ([EARLIER, "nofile.txt"], "nofile.txt: no such file"),
        ([EARLIER], "give two reports or more"),
        ([EARLIER, LATER, "-o", "page.docx"], "page.docx: give a file that ends in .json or .html, or -"),
        ([EARLIER, LATER, "-o", "no-such-folder/out.json"], "no-such-folder: no such folder; make it first"),
        ([EARLIER, LATER, "--language", "en"], "--language: it is for a page, and none is written: -o OUT.html"),
        ([EARLIER, LATER, "-o", "-", "--overwrite"], "--overwrite: no file is written: -o OUT"),
    ],
)
def test_what_it_refuses_takes_one_line(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert said in line


def test_a_report_is_never_written_over(tmp_path: Path) -> None:
    report = tmp_path / "later.json"
    report.write_bytes(Path(LATER).read_bytes())
    assert "one of the reports" in run(EARLIER, str(report), "--format", "text", "-o", str(report)).stderr
    assert report.read_bytes() == Path(LATER).read_bytes()


def test_what_is_there_is_replaced_only_where_that_is_asked(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("my own", encoding="utf-8")
    refused = run(EARLIER, LATER, "-o", str(out))
    assert (refused.exit_code, refused.stderr) == (
        2,
        f"lawreport: {out}: it is there already; give another name, or --overwrite\n",
    )
    assert out.read_text(encoding="utf-8") == "my own"
    assert run(EARLIER, LATER, "-o", str(out), "--overwrite").exit_code == 0
    assert Comparison.model_validate_json(out.read_text(encoding="utf-8"))


REPORT = "石湾县人民政府{}年法治政府建设年度报告\n一、主要成效\n办班{}次。\n二、{}年工作打算\n畅通复议渠道。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of three reports whose names are not in the order of their years, and a note."""
    monkeypatch.chdir(tmp_path)
    reports = Path("reports")
    (reports / "old").mkdir(parents=True)
    for name, year in (("a.txt", 2023), ("b.txt", 2022), ("old/c.txt", 2021)):
        (reports / name).write_text(REPORT.format(year, year - 2000, year + 1), encoding="utf-8")
    (reports / "notes.md").write_text("x", encoding="utf-8")
    return reports


@pytest.mark.parametrize("named", [["reports"], ["reports/**/*.txt"], ["reports/old", "reports/[ab].txt"]])
def test_a_folder_or_glob_is_put_in_the_order_of_the_years(named: list[str], folder: Path) -> None:
    result = run(*named, "-o", "-")
    pairs = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(pair["earlier"]["year"], pair["later"]["year"]) for pair in pairs] == [(2021, 2022), (2022, 2023)]
    passed_over = "lawreport: 1 file with another ending was passed over (.md 1); files that are named are read\n"
    assert result.stderr == (passed_over if named == ["reports"] else "")


def test_files_that_are_named_keep_their_order(folder: Path) -> None:
    assert "give the earlier one first" in run("reports/a.txt", "reports/b.txt").stderr


def test_what_a_folder_holds_may_not_do(folder: Path) -> None:
    assert "reports/old holds one report: give two reports or more" in run("reports/old").stderr
    (folder / "d.txt").write_text("石湾县人民政府法治政府建设年度报告\n一、主要成效\n办班。\n", encoding="utf-8")
    result = run("reports")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "reports/d.txt: no year of a report was found in it" in result.stderr
    (folder / "d.txt").write_text("", encoding="utf-8")
    assert "reports/d.txt: empty" in run("reports").stderr
    assert "nothing matches" in run("reports/*.pdf").stderr


def test_a_report_of_a_folder_is_never_written_over(folder: Path) -> None:
    out = folder / "a.html"
    (folder / "a.txt").rename(out)
    written = out.read_bytes()
    assert "one of the reports" in run("reports", "-o", str(out), "--overwrite").stderr
    assert out.read_bytes() == written


def test_force_compares_all_the_same_and_says_so() -> None:
    result = run(EARLIER, str(PAIRS / "bureau.later.txt"), "--force")
    assert result.exit_code == 0
    assert "error: the reports are of different issuers" in result.stdout
