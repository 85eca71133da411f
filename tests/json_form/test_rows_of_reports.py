"""What `lawreport chunks` and `lawreport parse --nodes` write has a JSON Schema, and nothing beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError  # type: ignore[import-untyped]
from typer.testing import CliRunner

from lawreport_parser.cli.app import app
from lawreport_parser.schema import chunk_schema, nodes_schema

ROOT = Path(__file__).parents[2]
EXAMPLES = str(ROOT / "examples")
#: A schema says what must be there; what is written may hold nothing that it does not name.
CLOSED = {"additionalProperties": False}
CHUNK = Draft202012Validator(chunk_schema() | CLOSED)
NODES = Draft202012Validator(nodes_schema() | {"$defs": {"FlatNode": nodes_schema()["$defs"]["FlatNode"] | CLOSED}})


def written(*arguments: str) -> list[Any]:
    """Return what a command wrote, line by line."""
    done = CliRunner().invoke(app, arguments)
    assert (done.exit_code, done.stderr.count("\n")) == (0, 1)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("options", [[], ["--max-size", "60", "--overlap", "40"], ["--offsets", "utf16"]])
def test_every_line_of_chunks_fits_the_schema(options: list[str]) -> None:
    lines = written("chunks", EXAMPLES, *options)
    assert len({line["file"] for line in lines}) > 20
    assert {line["place"] for line in lines} == {"preamble", "section", "closing"}
    for line in lines:
        CHUNK.validate(line)
        assert ("offset_unit" in line) == ("--offsets" in options)


@pytest.mark.parametrize("options", [[], ["--offsets", "utf8"]])
def test_the_nodes_of_every_report_fit_the_schema(options: list[str]) -> None:
    arrays = written("parse", "--nodes", EXAMPLES, *options)
    assert len(arrays) > 20
    for nodes in arrays:
        NODES.validate(nodes)
        assert all(next(iter(node)) == "path" and ("offset_unit" in node) == bool(options) for node in nodes)


def test_the_nodes_of_one_file_need_no_path() -> None:
    done = CliRunner().invoke(app, ["parse", "--nodes", str(ROOT / "examples/reports/county-classic.txt")])
    nodes = json.loads(done.stdout)
    NODES.validate(nodes)
    assert "path" not in nodes[0]


@pytest.mark.parametrize("name", ["file", "text_sha256", "id", "overlap"])
def test_a_line_without_one_of_its_members_does_not_fit(name: str) -> None:
    line = written("chunks", str(ROOT / "examples/reports"))[0]
    del line[name]
    with pytest.raises(ValidationError, match=name):
        CHUNK.validate(line)
