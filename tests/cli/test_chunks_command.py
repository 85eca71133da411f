"""`lawreport chunks`: the chunks of `Report.chunks` as JSON Lines, each with what is known of its report."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from lawreport_parser import parse_file
from lawreport_parser.chunks import Chunk
from lawreport_parser.cli.app import app

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "examples/reports"
CLASSIC = REPORTS / "county-classic.txt"


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["chunks", *arguments], input=stdin, prog_name="lawreport")


def test_a_line_for_each_chunk_with_what_is_known_of_its_report() -> None:
    result = run(str(CLASSIC), "--max-size", "150", "--overlap", "40")
    report = parse_file(CLASSIC)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    known = {
        "file": str(CLASSIC),
        "title": report.header.title,
        "issuer": "石湾县人民政府",
        "year": 2023,
        "published_date": "2024-01-30",
        "signed_date": "2024-01-22",
        "region_code": None,
        "region": None,
        "text_sha256": sha256(report.text.encode()).hexdigest(),
    }
    assert [{name: row.pop(name) for name in known} for row in rows] == [known] * len(rows)
    assert [Chunk.model_validate(row) for row in rows] == report.chunks(150, overlap=40)
    assert all(report.text[row["span"]["start"] : row["span"]["end"]] == row["text"] for row in rows)
    assert (result.exit_code, result.stderr) == (0, "")


def test_the_manual_lists_every_member() -> None:
    section = (ROOT / "docs/reference/json.md").read_text(encoding="utf-8").partition("## Chunks")[2]
    rows = [line.split(" | ")[0] for line in section.splitlines() if line.startswith("| `")]
    members = [name for row in rows for name in row.strip("| ").replace("`", "").split(", ")]
    assert members == list(json.loads(run(str(CLASSIC)).stdout.splitlines()[0]))


def test_five_hundred_characters_unless_said() -> None:
    assert run(str(CLASSIC)).stdout == run("--max-size", "500", "--overlap", "0", str(CLASSIC)).stdout


def test_ids_are_those_of_text_and_place() -> None:
    again = run(str(CLASSIC), stdin=CLASSIC.read_bytes()), run("-", stdin=CLASSIC.read_bytes())
    ids = [[json.loads(line)["id"] for line in each.stdout.splitlines()] for each in again]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0])


def test_place_and_days_of_publishing_and_signing() -> None:
    head = "发布日期：2025-01-20\n北京市2024年法治政府建设年度报告\n"
    page = f"{head}一、主要成效\n学法8次。\n北京市人民政府\n2025年1月8日\n"
    [row] = map(json.loads, run("-", stdin=page.encode()).stdout.splitlines())
    assert (row["published_date"], row["signed_date"]) == ("2025-01-20", "2025-01-08")
    assert (row["region_code"], row["region"]) == ("110000", "北京市")


def test_a_folder() -> None:
    files = [json.loads(line)["file"] for line in run(str(REPORTS)).stdout.splitlines()]
    assert list(dict.fromkeys(files)) == [str(path) for path in sorted(REPORTS.glob("*.txt"))]


def test_a_file_that_cannot_be_read_leaves_the_others() -> None:
    result = run("absent.txt", str(CLASSIC))
    assert result.stderr == "lawreport: absent.txt: no such file; check the name\n"
    assert result.stdout == run(str(CLASSIC)).stdout
    assert result.exit_code == 2


def test_what_is_not_known_is_null_and_lone_surrogates_are_escapes(tmp_path: Path) -> None:
    [row] = map(json.loads, run("-", stdin="一、甲\n".encode()).stdout.splitlines())
    assert (row["file"], row["title"], row["issuer"], row["year"]) == ("standard input", None, None, None)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--max-size", "0"], "Invalid value for '--max-size': it should be greater than or equal to 1"),
        (["--overlap", "-1"], "Invalid value for '--overlap': it should be greater than or equal to 0"),
        (["--max-size", "9", "--overlap", "9"], "Invalid value for --overlap: 9 is not smaller than --max-size 9"),
    ],
)
def test_sizes_that_make_no_sense(arguments: list[str], line: str) -> None:
    result = run(*arguments, str(CLASSIC))
    assert (result.stderr, result.stdout) == (f"lawreport: {line} (see lawreport chunks --help)\n", "")
    assert result.exit_code == 2


def test_places_in_the_unit_of_another_language(tmp_path: Path) -> None:
    text = "𠮷水县2024年法治政府建设情况报告\n一、主要成效\n办结𠮷水河案件8件。\n二、存在问题\n人员不足。\n"
    (tmp_path / "rare.txt").write_text(text, encoding="utf-8")
    for unit, code, width in (("utf16", "utf-16-le", 2), ("utf8", "utf-8", 1)):
        rows = [json.loads(line) for line in run("--offsets", unit, str(tmp_path / "rare.txt")).stdout.splitlines()]
        assert rows
        for row in rows:
            start, end = row["span"]["start"] * width, row["span"]["end"] * width
            assert text.encode(code)[start:end].decode(code) == row["text"]
            assert row["offset_unit"] == unit
    rows = [json.loads(line) for line in run(str(tmp_path / "rare.txt")).stdout.splitlines()]
    assert all("offset_unit" not in row for row in rows), "code points are not named, as in nodes"
