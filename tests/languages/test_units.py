"""Offsets in UTF-8 bytes and UTF-16 units: exact on every text, named in the JSON, and taken back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from pydantic import ValidationError
from reports_in_units import SURROGATES, TEXTS, examples, pieces, spans, utf16_length

from lawreport_parser import Report, offsets, parse
from lawreport_parser.errors import ReportError
from lawreport_parser.schema import report_schema
from lawreport_parser.spans import OffsetMap, OffsetUnit

ALL = {**TEXTS, **SURROGATES, **examples()}
UNITS: tuple[OffsetUnit, ...] = get_args(OffsetUnit)
#: How a unit is counted without `OffsetMap`.
LENGTH: dict[OffsetUnit, Callable[[str], int]] = {
    "codepoint": len,
    "utf8": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf16": utf16_length,
}


def dumped(report: Report, unit: OffsetUnit) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(report.to_json(offsets=unit))
    return data


@pytest.mark.parametrize("name", ALL)
def test_utf8_spans_cut_the_bytes_of_every_piece(name: str) -> None:
    data = dumped(parse(ALL[name]), "utf8")
    encoded = ALL[name].encode("utf-8", "surrogatepass")
    found = list(pieces(data))
    assert found
    for words, start, end in found:
        assert encoded[start:end] == words.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("name", ALL)
def test_utf16_spans_cut_the_units_of_every_piece(name: str) -> None:
    data = dumped(parse(ALL[name]), "utf16")
    encoded = ALL[name].encode("utf-16-le", "surrogatepass")
    found = list(pieces(data))
    assert found
    for words, start, end in found:
        assert encoded[2 * start : 2 * end] == words.encode("utf-16-le", "surrogatepass")


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("name", [*TEXTS, *SURROGATES])
def test_every_span_is_converted_also_those_without_words(name: str, unit: OffsetUnit) -> None:
    text = ALL[name]
    report = parse(text)
    expected = [
        (where, LENGTH[unit](text[:start]), LENGTH[unit](text[:end]))
        for where, start, end in spans(report.model_dump(mode="json"))
    ]
    assert list(spans(dumped(report, unit))) == expected


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("name", ALL)
def test_json_in_any_unit_is_named_validates_and_reads_back(name: str, unit: OffsetUnit) -> None:
    report = parse(ALL[name])
    written = report.to_json(offsets=unit)
    data = json.loads(written)
    assert data["offset_unit"] == unit
    Draft202012Validator(report_schema()).validate(data)
    back = Report.from_json(written)
    assert back == report
    assert back.offset_unit == "codepoint"
    assert back.to_json(offsets=unit) == written


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("name", [*TEXTS, *SURROGATES])
def test_only_the_offsets_and_their_unit_differ(name: str, indent: int | None) -> None:
    report = parse(ALL[name])
    written = report.to_json(indent=indent)
    assert report.to_json(indent=indent, offsets="codepoint") == written
    in_utf16 = report.to_json(indent=indent, offsets="utf16")
    without = re.compile(r'"(start|end)": ?\d+|"(codepoint|utf16)"')
    assert without.sub("", in_utf16) == without.sub("", written)
    if max(ALL[name]) < "\U00010000":
        assert in_utf16 == written.replace('"codepoint"', '"utf16"', 1)


@given(
    st.lists(
        st.sampled_from(
            [
                *"一二三四、（）。；\n12.😀𠮷é\u0301\ud83d\ude00\ud800",
                "一、",
                "（一）",
                "一是",
                "二是",
                "存在问题",
                "2024年",
                "8件",
            ]
        ),
        max_size=40,
    ).map("".join),
    st.sampled_from(UNITS),
)
def test_round_trip_of_any_text(text: str, unit: OffsetUnit) -> None:
    report = parse(text)
    assert Report.from_json(report.to_json(offsets=unit)) == report


def changed(unit: OffsetUnit, change: Callable[[dict[str, Any]], object]) -> str:
    data = dumped(parse(TEXTS["astral"]), unit)
    change(data)
    return json.dumps(data)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (changed("utf16", lambda data: data["sections"][0]["span"].update(end=10**6)), "1000000 .utf16. is outside"),
        (changed("utf8", lambda data: data["diagnostics"][0]["span"].update(end=10**30)), "outside the text"),
        (changed("utf16", lambda data: data["sections"][0]["heading"]["span"].update(start=-1)), "start"),
        # The title begins with 𠮷.
        (changed("utf16", lambda data: data["header"]["evidence"]["title"].update(start=17)), "inside one of its char"),
        (changed("utf8", lambda data: data["page"][0]["span"].update(start=1)), "inside one of its char"),
        (changed("utf16", lambda data: data.update(offset_unit="utf8")), "is outside|is not what the piece says"),
        (changed("utf16", lambda data: data.pop("offset_unit")), "is not what the piece says"),
        (changed("codepoint", lambda data: data.update(offset_unit="utf16")), "is outside|is not what the piece says"),
        (changed("utf16", lambda data: data.update(offset_unit="grapheme")), "offset_unit"),
        (changed("utf16", lambda data: data.update(schema_version="2.0")), "schema version '2.0'"),
    ],
)
def test_offsets_that_cannot_be_are_refused(data: str, says: str) -> None:
    with pytest.raises(ReportError, match=says):
        Report.from_json(data)


def test_json_without_a_unit_counts_code_points() -> None:
    report = parse(TEXTS["astral"])
    assert Report.from_json(changed("codepoint", lambda data: data.pop("offset_unit"))) == report


@pytest.mark.parametrize("unit", ["utf8", "utf16"])
def test_a_report_in_python_counts_code_points_only(unit: OffsetUnit) -> None:
    written = parse(TEXTS["astral"]).to_json(offsets=unit)
    with pytest.raises(ValidationError, match="from_json"):
        Report.model_validate_json(written)


def test_an_unknown_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="codepoint, utf8, utf16, not in 'bytes'"):
        parse(TEXTS["astral"]).to_json(offsets="bytes")  # type: ignore[arg-type]


@pytest.mark.parametrize("unit", ["utf8", "utf16"])
def test_one_map_serves_a_whole_report(unit: OffsetUnit, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[OffsetUnit] = []

    class Counted(OffsetMap):
        def __init__(self, text: str, unit: OffsetUnit) -> None:
            made.append(unit)
            super().__init__(text, unit)

    monkeypatch.setattr(offsets, "OffsetMap", Counted)
    written = parse(TEXTS["astral"] * 20).to_json(offsets=unit)
    assert made == [unit]
    Report.from_json(written)
    assert made == [unit, unit]


def test_the_form_has_no_other_offsets() -> None:
    """An object with integers `start` and `end` is a span; whoever adds another offset has to convert it."""
    schema = report_schema()
    integers = {
        f"{name}.{field}"
        for name, model in {"Report": schema, **schema["$defs"]}.items()
        for field, kind in model["properties"].items()
        if "integer" in json.dumps(kind)
    }
    numbers = {"Section.depth", "Marker.ordinal", "Marker.suffix", "Quantity.value", "Quantity.high"}
    numbers |= {
        "Header.year",
        "Header.plan_year",
        "DocumentNumber.year",
        "DocumentNumber.number",
        "DocumentNumber.last",
    }
    numbers |= {"Indicator.value", "Indicator.high"}
    assert integers - numbers == {"Span.start", "Span.end"}


class TestCommand:
    @pytest.fixture
    def run(self) -> Callable[..., Any]:
        pytest.importorskip("typer")
        from typer.testing import CliRunner

        from lawreport_parser.cli.app import app

        def run(*arguments: str) -> Any:
            text = TEXTS["astral"].encode("utf-8")
            return CliRunner().invoke(app, ["parse", *arguments, "-"], input=text, prog_name="lawreport")

        return run

    def test_it_knows_the_units_of_the_library(self) -> None:
        pytest.importorskip("typer")
        from lawreport_parser.cli.json_commands import Unit

        assert get_args(Unit) == UNITS

    @pytest.mark.parametrize("unit", UNITS)
    def test_reports(self, run: Callable[..., Any], unit: OffsetUnit) -> None:
        report = Report.from_json(run().stdout)
        assert run("--offsets", unit).stdout == report.to_json(indent=2, offsets=unit) + "\n"

    @pytest.mark.parametrize("unit", UNITS)
    def test_rows_name_their_unit_where_it_is_not_the_usual_one(
        self, run: Callable[..., Any], unit: OffsetUnit
    ) -> None:
        text = TEXTS["astral"]
        expected = [node.model_dump(mode="json") for node in parse(text).nodes()]
        for row in expected:
            row["start"], row["end"] = LENGTH[unit](text[: row["start"]]), LENGTH[unit](text[: row["end"]])
            if unit != "codepoint":
                row["offset_unit"] = unit
        assert json.loads(run("--nodes", "--offsets", unit).stdout) == expected

    def test_an_unknown_unit_takes_one_line(self, run: Callable[..., Any]) -> None:
        result = run("--offsets", "utf32")
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
        assert "'codepoint', 'utf8', 'utf16'" in result.stderr
