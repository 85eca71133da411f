"""The Node program of `examples/javascript` reads what `to_json` writes; the types there are those of the schema."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from reports_in_units import ROOT, SURROGATES, TEXTS, broken_reports, complaints_of, examples, pieces, printed, write

from lawreport_parser import Report, parse

HERE = Path(__file__).parent
EXAMPLE = ROOT / "examples" / "javascript"
OLDEST_NODE = 20


def node(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Node in the example's folder."""
    return subprocess.run(
        ["node", *map(str, arguments)], cwd=EXAMPLE, capture_output=True, encoding="utf-8", timeout=300, check=False
    )


@pytest.fixture(scope="module", autouse=True)
def _node() -> None:
    if shutil.which("node") is None:
        pytest.skip("Node is not installed")
    version = node("--version").stdout.strip()
    if int(version.removeprefix("v").partition(".")[0]) < OLDEST_NODE:
        pytest.skip(f"Node {version} is older than {OLDEST_NODE}")


def installed(*packages: str) -> None:
    """Skip unless these npm packages are there."""
    for package in packages:
        if not (EXAMPLE / "node_modules" / package / "package.json").exists():
            pytest.skip(f"{package} is not installed: run npm ci in examples/javascript")


def test_it_proves_every_span_and_prints_sections_and_problems(tmp_path: Path) -> None:
    installed("ajv", "ajv-formats")
    reports = {name: parse(text) for name, text in (TEXTS | examples()).items()}
    done = node("read-report.mjs", *write(tmp_path, {n: r.to_json(offsets="utf16") for n, r in reports.items()}))
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout == "".join(map(printed, reports.values()))


def test_lone_surrogates_keep_their_places(tmp_path: Path) -> None:
    installed("ajv", "ajv-formats")
    reports = {name: parse(text) for name, text in SURROGATES.items()}
    done = node("read-report.mjs", *write(tmp_path, {n: r.to_json(offsets="utf16") for n, r in reports.items()}))
    assert (done.stderr, done.returncode) == ("", 0)
    counts = [sum(1 for _ in pieces(report.model_dump(mode="json"))) for report in reports.values()]
    assert re.findall(r"^spans: (\d+) exact in UTF-16$", done.stdout, re.MULTILINE) == [str(count) for count in counts]


def test_utf8_spans_cut_bytes_also_where_surrogates_are_replaced(tmp_path: Path) -> None:
    reports = {name: parse(text) for name, text in (TEXTS | SURROGATES).items()}
    paths = write(tmp_path, {name: report.to_json(offsets="utf8") for name, report in reports.items()})
    done = node(HERE / "slice-utf8.mjs", *paths)
    assert (done.stderr, done.returncode) == ("", 0)
    counts = [sum(1 for _ in pieces(report.model_dump(mode="json"))) for report in reports.values()]
    assert done.stdout.split() == [str(count) for count in counts]


def test_it_refuses_what_is_no_report_in_its_unit(tmp_path: Path) -> None:
    installed("ajv", "ajv-formats")
    broken = broken_reports(parse(TEXTS["astral"]))
    paths = write(tmp_path, {name: written for name, (written, _) in broken.items()})
    done = node("read-report.mjs", *paths)
    assert done.returncode == 1
    complaints = complaints_of(done.stderr, tmp_path)
    assert len(complaints) == len(broken), done.stderr
    for path, complaint, (_, says) in zip(paths, complaints, broken.values(), strict=True):
        assert complaint.startswith(f"{path}: ")
        assert says in complaint


def test_json_that_javascript_wrote_reads_back(tmp_path: Path) -> None:
    for name, text in (TEXTS | SURROGATES).items():
        (tmp_path / f"{name}.json").write_text(parse(text).to_json(offsets="utf16"), encoding="utf-8")
    program = """
        const fs = require("node:fs");
        for (const name of process.argv.slice(1)) {
            fs.writeFileSync(name, JSON.stringify(JSON.parse(fs.readFileSync(name, "utf8"))));
        }
    """
    done = node("-e", program, *sorted(tmp_path.iterdir()))
    assert (done.stderr, done.returncode) == ("", 0)
    for name, text in (TEXTS | SURROGATES).items():
        assert Report.from_json((tmp_path / f"{name}.json").read_bytes()) == parse(text)


@pytest.mark.parametrize("document", ["report", "chunks", "nodes"])
def test_the_types_are_current(document: str) -> None:
    installed("json-schema-to-typescript")
    done = node("make-types.mjs", document)
    assert (done.stderr, done.returncode) == ("", 0)
    committed = (EXAMPLE / f"{document}.d.ts").read_text(encoding="utf-8")
    assert committed == done.stdout, "run npm run types in examples/javascript"


def test_the_program_keeps_to_the_types() -> None:
    installed("typescript", "@types/node", "ajv", "ajv-formats")
    done = node("node_modules/typescript/bin/tsc")
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


@pytest.mark.parametrize("document", ["report", "chunks", "nodes"])
def test_the_types_name_every_field_of_the_schema(document: str) -> None:
    schema = json.loads((ROOT / "docs" / "schema" / f"{document}-1.schema.json").read_text(encoding="utf-8"))
    types = (EXAMPLE / f"{document}.d.ts").read_text(encoding="utf-8")
    for name, model in {schema["title"]: schema, **schema["$defs"]}.items():
        if "properties" in model:
            (body,) = re.findall(rf"^export interface {name} {{\n(.*?)^}}", types, re.MULTILINE | re.DOTALL)
            assert re.findall(r"^  (\w+)\??:", body, re.MULTILINE) == list(model["properties"]), name


def test_the_manual_shows_what_it_prints(tmp_path: Path) -> None:
    installed("ajv", "ajv-formats")
    manual = (ROOT / "docs" / "use" / "other-languages.md").read_text(encoding="utf-8")
    (text,) = re.findall(r"^<!-- file: report\.txt -->\n```text\n(.*?)^```", manual, re.MULTILINE | re.DOTALL)
    (shown,) = re.findall(r"^\$ node \S+ report\.json\n(.*?)^```", manual, re.MULTILINE | re.DOTALL)
    done = node("read-report.mjs", *write(tmp_path, {"report": parse(text).to_json(offsets="utf16")}))
    assert (done.stdout, done.stderr) == (shown, "")
