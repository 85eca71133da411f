"""`lawreport view` writes one page of all files that it can read, names the others on it, and replaces none unasked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pages import EXAMPLES

typer = pytest.importorskip("typer")
from typer.testing import CliRunner, Result  # noqa: E402 - only where typer is installed

from lawreport_parser.cli.app import app  # noqa: E402

NAMES = [str(EXAMPLES / name) for name in ("county-classic.txt", "defects.txt")]


def view(*arguments: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(app, ["view", *arguments], input=stdin, prog_name="lawreport")


def frame(page: str) -> Any:
    """Return what the program of a page is given besides the texts."""
    return json.loads(page.partition('id="frame">')[2].partition("</script>")[0])


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "page.html"


def test_files_in_one_page_out(out: Path) -> None:
    done = view(*NAMES, "-o", str(out))
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", f"lawreport: written: {out}\n")
    assert len(frame(out.read_text(encoding="utf-8"))["reports"]) == 2
    assert b"\r" not in out.read_bytes()


def test_a_folder_stands_for_its_files(tmp_path: Path, out: Path) -> None:
    for name in ("2022/report.txt", "2023/report.txt", "2023/picture.jpg"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text("一、主要成效\n学法8次。\n", encoding="utf-8")
    done = view(str(tmp_path / "in"), "-o", str(out))
    assert (done.exit_code, done.stderr.count("\n")) == (0, 2)
    assert "1 file with another ending was passed over (.jpg 1)" in done.stderr
    rows = frame(out.read_text(encoding="utf-8"))["reports"]
    assert [row["name"].replace("\\", "/") for row in rows] == ["2022/report.txt", "2023/report.txt"]


def test_a_page_in_the_folder_that_it_shows_is_no_report(tmp_path: Path, out: Path) -> None:
    (tmp_path / "report.txt").write_text("一、主要成效\n学法8次。\n", encoding="utf-8")
    (tmp_path / "other.html").write_text("<!doctype html><p>一、主要成效</p>", encoding="utf-8")
    for options in ((), ("--overwrite",)):
        done = view(str(tmp_path), "-o", str(out), *options)
        assert (done.exit_code, done.stderr) == (0, f"lawreport: written: {out}\n")
        assert [row["name"] for row in frame(out.read_text(encoding="utf-8"))["reports"]] == [
            "other.html",
            "report.txt",
        ]
    assert view(str(tmp_path), "-o", str(tmp_path / "other.html"), "--overwrite").exit_code == 2


def test_a_web_page_is_read_as_its_text(tmp_path: Path, out: Path) -> None:
    pytest.importorskip("lxml")
    source = tmp_path / "report.html"
    source.write_text("<!doctype html><p>一、主要成效</p><p>（一）<b>学法</b>8次</p>", encoding="utf-8")
    assert view(str(source), "-o", str(out)).exit_code == 0
    assert "一、主要成效\\n（一）学法8次" in out.read_text(encoding="utf-8")


def test_a_dash_writes_the_page_to_standard_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = view(NAMES[0], "-o", "-")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("<!doctype html>")
    assert done.stdout.endswith("</html>\n")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_read_has_a_line_and_stands_on_the_page(tmp_path: Path, out: Path) -> None:
    missing = str(tmp_path / "missing.txt")
    for others in (NAMES, NAMES[:1]):
        done = view(missing, *others, "-o", str(out), "--overwrite")
        assert done.exit_code == 2
        assert done.stderr == f"lawreport: {missing}: no such file; check the name\nlawreport: written: {out}\n"
        made = frame(out.read_text(encoding="utf-8"))
        assert len(made["reports"]) == len(others)
        assert made["failures"] == [
            {"name": "missing.txt", "zh": "没有这个文件；请核对文件名", "en": "no such file; check the name"}
        ]


def test_what_strict_refuses_stands_on_the_page_too(tmp_path: Path, out: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("没有编号的一段话。", encoding="utf-8")
    done = view("--strict", str(plain), NAMES[0], "-o", str(out))
    assert (done.exit_code, done.stderr.count("\n")) == (1, 2)
    made = frame(out.read_text(encoding="utf-8"))
    assert len(made["reports"]) == 1
    assert made["failures"][0]["name"] == "plain.txt"
    assert made["failures"][0]["en"].endswith("; leave out --strict to read it all the same")
    assert made["failures"][0]["zh"] == "有 1 个错误：未发现编号层次；不加 --strict 可照样读取"


def test_where_nothing_can_be_read_no_page_is_written(tmp_path: Path, out: Path) -> None:
    assert view(str(tmp_path / "missing.txt"), "-o", str(out)).exit_code == 2
    assert view("-", "-", "-o", str(out)).exit_code == 2
    (tmp_path / "empty").mkdir()
    done = view(str(tmp_path / "empty"), "-o", str(out))
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_what_is_there_is_replaced_only_where_that_is_asked(out: Path) -> None:
    out.write_text("my own", encoding="utf-8")
    done = view(NAMES[0], "-o", str(out))
    assert done.exit_code == 2
    assert done.stderr == f"lawreport: {out}: it is there already; give another name, or --overwrite\n"
    assert out.read_text(encoding="utf-8") == "my own"
    assert view(NAMES[0], "-o", str(out), "--overwrite").exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "no file is written" in view(NAMES[0], "-o", "-", "--overwrite").stderr


def test_a_report_is_never_overwritten(tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    report.write_text("<p>一、成效</p>", encoding="utf-8")
    done = view(str(report), "-o", str(tmp_path / "." / "report.html"), "--overwrite")
    assert done.exit_code == 2
    assert "one of the reports; give the page another name" in done.stderr
    assert report.read_text(encoding="utf-8") == "<p>一、成效</p>"


def test_what_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    done = view(NAMES[0], "-o", str(tmp_path / "missing" / "page.html"))
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "missing: no such folder; make it first" in done.stderr
    if Path("/dev/full").exists():
        done = view(NAMES[0], "-o", "/dev/full")
        assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
        assert "the page was not written" in done.stderr


def test_a_page_has_the_ending_of_one(tmp_path: Path) -> None:
    out = tmp_path / "page.txt"
    done = view(NAMES[0], "-o", str(out))
    assert done.stderr.endswith(f"{out}: give a file that ends in .html, or - (see lawreport view --help)\n")
    assert (done.exit_code, out.exists()) == (2, False)
