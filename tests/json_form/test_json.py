"""The JSON form: round trips, the schema, and what readers refuse."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
from compared_report import compared_report

from lawreport_parser import Indicator, Report, parse
from lawreport_parser.errors import ReportError
from lawreport_parser.schema import Document, report_schema, schema_text
from lawreport_parser.spans import OffsetUnit

ROOT = Path(__file__).parents[2]
TEXTS = sorted((ROOT / "examples" / "reports").glob("*.txt"))
SMALL = "一、主要成效\n（一）强化学习。学法8次。\n二、存在问题\n一是宣传不够；二是人员不足。"


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_round_trip_is_exact_and_validates(path: Path) -> None:
    report = parse(path.read_bytes().decode("utf-8"))
    written = report.to_json()
    back = Report.from_json(written)
    assert back == report
    assert back.to_json() == written
    assert list(back.segments()) == list(report.segments())
    jsonschema.Draft202012Validator(report_schema()).validate(json.loads(written))


@pytest.mark.parametrize("document", get_args(Document))
def test_committed_schema_is_current(document: Document) -> None:
    committed = (ROOT / "docs" / "schema" / f"{document}-1.schema.json").read_text(encoding="utf-8")
    assert committed == schema_text(document), (
        f"run: lawreport schema {document} > docs/schema/{document}-1.schema.json"
    )


def test_every_field_is_required() -> None:
    schema = report_schema()
    for name, model in {"Report": schema, **schema["$defs"]}.items():
        if "properties" in model:
            assert set(model["required"]) == set(model["properties"]), name


def test_unknown_fields_are_ignored() -> None:
    written = json.loads(parse(SMALL).to_json())
    written["invented"] = 1
    written["header"]["invented"] = 1
    written["schema_version"] = "1.9"
    assert Report.from_json(json.dumps(written)).sections == parse(SMALL).sections


@pytest.mark.parametrize("unit", ["codepoint", "utf16", "utf8"])
def test_what_makes_reports_comparable_is_written_and_read(unit: OffsetUnit) -> None:
    report = compared_report()
    written = json.loads(report.to_json(offsets=unit))
    jsonschema.Draft202012Validator(report_schema()).validate(written)
    back = Report.from_json(json.dumps(written))
    assert back.header == report.header
    text = report.text if unit == "codepoint" else report.text.encode({"utf16": "utf-16-le", "utf8": "utf-8"}[unit])

    def words(span: dict[str, int]) -> str:
        size = 2 if unit == "utf16" else 1
        found = text[size * span["start"] : size * span["end"]]
        return found if isinstance(found, str) else found.decode({"utf16": "utf-16-le"}.get(unit, "utf-8"))

    assert words(written["header"]["evidence"]["region"]) == "白鹭县"
    assert [words(each["span"]) for each in written["indicators"]] == ["53件", "49件", "5.4%", "5%至6%"]
    (subject,) = (each["subject"] for each in written["quantities"] if each["text"] == "5.4%")
    assert (subject["text"], words(subject["span"])) == ("地区生产总值", "地区生产总值")


def test_json_of_version_1_2_has_no_region_and_is_read() -> None:
    written = json.loads(compared_report().to_json())
    assert written["header"].pop("region")
    del written["header"]["evidence"]["region"], written["indicators"]
    for quantity in written["quantities"]:
        del quantity["subject"]
    written["schema_version"] = "1.2"
    back = Report.from_json(json.dumps(written))
    assert (back.header.region, back.header.issuer) == (None, "白鹭县人民政府")
    assert back.quantities == parse(back.text).quantities
    assert back.indicators == parse(back.text).indicators


def test_indicators_in_json_are_exact_numbers() -> None:
    report = parse("一、主要成效\n审结行政复议案件三分之一件、12345678901234567890123件。")
    found = [
        Indicator("any", each.value, each.high, each.unit, each.qualifier, "actual", each.span, each.section_id)
        for each in report.quantities
    ]
    report._kept["indicators"] = found
    written = json.loads(report.to_json(), parse_float=Decimal)
    assert [Decimal(each["value"]) for each in written["indicators"]] == [each.value for each in found]
    assert all(isinstance(each["value"], int | Decimal) for each in written["indicators"])


def test_json_of_version_1_1_has_no_passages_and_is_read() -> None:
    report = parse(SMALL)
    written = json.loads(report.to_json())
    assert written.pop("passages")
    written["schema_version"] = "1.1"
    back = Report.from_json(json.dumps(written))
    assert back.passages == []
    assert back.sections == report.sections
    assert [item.text for item in back.problems] == [item.text for item in report.problems]


def change(path: str, value: object) -> str:
    written = json.loads(parse(SMALL).to_json())
    *steps, last = path.split(".")
    place = written
    for step in steps:
        place = place[int(step)] if isinstance(place, list) else place[step]
    place[last] = value
    return json.dumps(written)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("", "no JSON"),
        ("[]", "JSON object"),
        ("{}", "text"),
        ("[" * 100_000, "no JSON"),
        ('{"a":' * 5_000 + "1" + "}" * 5_000, "this is no"),
        (change("schema_version", "2.0"), "schema version '2.0'"),
        (change("text", 5), "text"),
        (change("sections.0.marker.span.end", 10**30), "outside the text|this is no"),
        (change("sections.0.marker.span.end", 10**6), "outside the text"),
        (change("sections.0.marker.span.start", -1), "start"),
        (change("sections.0.marker.text", "二、"), "not what the piece says"),
        (change("sections.0.marker.style", "roman"), "style"),
        (change("passages.0.role", "praise"), "role"),
        (change("passages.0.basis", "position"), "basis"),
        (change("passages.0.span.end", 10**6), r"passages\[0\]: .* outside the text"),
        (change("passages", None), "passages"),
        (change("passages.1.span.start", 5), r"passages\[1\]: it begins at 5, before"),
        (b"\xff\xfe\x00", "no JSON"),
    ],
)
def test_hostile_json_gives_a_report_error(data: str | bytes, says: str) -> None:
    with pytest.raises(ReportError, match=says):
        Report.from_json(data)


def test_lone_surrogates_survive() -> None:
    report = parse("一、主要成效\n学法8次。\ud800")
    assert Report.from_json(report.to_json()) == report


def test_nodes_are_the_tree_as_rows() -> None:
    rows = parse(SMALL).nodes()
    assert [(row.id, row.parent_id, row.depth, row.kind) for row in rows] == [
        ("1", None, 1, "han_dun"),
        ("1.1", "1", 2, "han_paren"),
        ("2", None, 1, "han_dun"),
        ("2.1", "2", 2, "han_is"),
        ("2.2", "2", 2, "han_is"),
    ]
    assert rows[1].heading == "强化学习"
    assert rows[1].text == "学法8次。"
