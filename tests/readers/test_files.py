"""`parse_file` and `parse_bytes`: one report, every format and encoding, one outline."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from lawreport_parser import Limits, Report, parse, parse_bytes, parse_file
from lawreport_parser.errors import ReadError

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
NAMES = ("county-classic", "bureau-statutory", "defects", "themes-closing")


def text_of(name: str) -> str:
    return (EXAMPLES / f"{name}.txt").read_bytes().decode("utf-8")


def shape(report: Report) -> list[tuple[object, ...]]:
    return [
        (node.depth, node.kind, node.ordinal, node.heading and "".join(node.heading.split()), tuple(node.roles))
        for node in report.nodes()
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("encoding", "recorded"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("gb18030", "gb18030"), ("utf-16", "utf-16")],
)
def test_every_encoding_gives_the_same_outline(name: str, encoding: str, recorded: str, tmp_path: Path) -> None:
    data = text_of(name).encode(encoding)
    path = tmp_path / f"{name}.txt"
    path.write_bytes(data)
    report = parse_file(path)
    assert shape(report) == shape(parse(text_of(name)))
    assert report.source is not None
    assert report.source.name == path.name
    assert report.source.format == "text"
    assert report.source.sha256 == hashlib.sha256(data).hexdigest()
    assert report.source.encoding is not None
    assert report.source.encoding.replace("-le", "").startswith(recorded.removesuffix("-sig"))
    assert Report.from_json(report.to_json()) == report


def test_what_cannot_be_read_is_one_clear_line(tmp_path: Path) -> None:
    for path, says in ((tmp_path / "none.txt", "no such file"), (tmp_path, "directory")):
        with pytest.raises(ReadError, match=says) as caught:
            parse_file(path)
        assert "\n" not in str(caught.value)
    with pytest.raises(ReadError, match="empty"):
        parse_bytes(b"", name="empty.txt")
    with pytest.raises(ReadError, match="limit"):
        parse_bytes("一、二".encode(), limits=Limits(max_bytes=3))


def test_what_is_no_bytes_is_refused() -> None:
    with pytest.raises(TypeError, match="parse_bytes takes bytes, not str; parse takes text, parse_file a name"):
        parse_bytes("一、主要举措")  # type: ignore[arg-type]
    assert parse_bytes(bytearray("一、主要举措".encode())) == parse_bytes("一、主要举措".encode())


@pytest.mark.parametrize(
    ("stored", "shown"),
    [(b"a.txt", "a.txt"), ("报告.txt".encode("gb18030"), "报告.txt"), (b"\xff\xfe.txt", "\\xff\\xfe.txt")],
)
def test_a_name_that_is_not_utf8_is_readable_in_the_source(stored: bytes, shown: str) -> None:
    report = parse_bytes("一、主要举措".encode(), name="/in/" + os.fsdecode(stored))
    assert report.source is not None
    assert report.source.name == shown
