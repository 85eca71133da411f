"""The forms of output: for people, JSON, SARIF 2.1.0, annotations for GitHub."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema

from lawreport_parser import parse
from lawreport_parser.lint import RULES, Finding, lint
from lawreport_parser.lint.formats import as_github, as_json, as_sarif, as_text

TEXT = "石湾县2023年法治工作总结\n一、主要成效\n制定“三项制度,退回11件。"
FINDINGS = lint(parse(TEXT), name="报告/a b.txt")
ODD = Finding(
    file="a,b:c%.txt",
    line=1,
    column=2,
    end_line=1,
    end_column=3,
    start=1,
    end=2,
    code="no-title",
    severity="error",
    message="100%\r\nno: title,\x1b",
)

#: The parts of the SARIF 2.1.0 schema that this output uses; `additionalProperties` as the standard has it.
SARIF: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "additionalProperties": False,
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "additionalProperties": False,
                        "properties": {"driver": {"$ref": "#/$defs/component"}},
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
                },
            },
        },
    },
    "$defs": {
        "text": {
            "type": "object",
            "required": ["text"],
            "additionalProperties": False,
            "properties": {"text": {"type": "string", "minLength": 1}},
        },
        "level": {"enum": ["none", "note", "warning", "error"]},
        "component": {
            "type": "object",
            "required": ["name"],
            "additionalProperties": False,
            "properties": {
                "name": {"type": "string"},
                "semanticVersion": {"type": "string"},
                "rules": {
                    "type": "array",
                    "uniqueItems": True,
                    "items": {
                        "type": "object",
                        "required": ["id"],
                        "additionalProperties": False,
                        "properties": {
                            "id": {"type": "string"},
                            "shortDescription": {"$ref": "#/$defs/text"},
                            "fullDescription": {"$ref": "#/$defs/text"},
                            "help": {"$ref": "#/$defs/text"},
                            "defaultConfiguration": {
                                "type": "object",
                                "additionalProperties": False,
                                "properties": {"level": {"$ref": "#/$defs/level"}},
                            },
                            "properties": {
                                "type": "object",
                                "properties": {"tags": {"type": "array", "items": {"type": "string"}}},
                            },
                        },
                    },
                },
            },
        },
        "result": {
            "type": "object",
            "required": ["message"],
            "additionalProperties": False,
            "properties": {
                "ruleId": {"type": "string"},
                "ruleIndex": {"type": "integer", "minimum": 0},
                "level": {"$ref": "#/$defs/level"},
                "message": {"$ref": "#/$defs/text"},
                "locations": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["physicalLocation"],
                        "additionalProperties": False,
                        "properties": {
                            "physicalLocation": {
                                "type": "object",
                                "required": ["artifactLocation", "region"],
                                "additionalProperties": False,
                                "properties": {
                                    "artifactLocation": {
                                        "type": "object",
                                        "additionalProperties": False,
                                        "properties": {"uri": {"type": "string", "pattern": "^[!-~]*$"}},
                                    },
                                    "region": {
                                        "type": "object",
                                        "required": ["startLine", "startColumn"],
                                        "additionalProperties": False,
                                        "properties": {
                                            name: {"type": "integer", "minimum": least}
                                            for name, least in {
                                                "startLine": 1,
                                                "startColumn": 1,
                                                "endLine": 1,
                                                "endColumn": 1,
                                                "charOffset": 0,
                                                "charLength": 0,
                                            }.items()
                                        },
                                    },
                                },
                            }
                        },
                    },
                },
            },
        },
    },
}


def test_text_is_one_line_a_finding_like_a_compiler_writes() -> None:
    lines = as_text(FINDINGS).splitlines()
    assert len(lines) == len(FINDINGS)
    assert lines[-2].startswith("报告/a b.txt:3:3: unbalanced-quote “ has no partner / ")
    assert lines[-2].endswith(" [warning]")


def test_json_holds_the_fields_of_the_findings() -> None:
    rows = json.loads(as_json(FINDINGS))
    assert [Finding(**row) for row in rows] == FINDINGS
    assert json.loads(as_json([])) == []


def test_sarif_is_of_the_structure_of_version_2_1_0() -> None:
    log = json.loads(as_sarif([*FINDINGS, ODD]))
    jsonschema.Draft202012Validator(SARIF).validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_places_are_those_of_the_text() -> None:
    log = json.loads(as_sarif(FINDINGS))
    result = next(each for each in log["runs"][0]["results"] if each["ruleId"] == "unbalanced-quote")
    place = result["locations"][0]["physicalLocation"]
    region = place["region"]
    assert TEXT.splitlines()[region["startLine"] - 1][region["startColumn"] - 1] == "“"
    assert TEXT[region["charOffset"] :][: region["charLength"]] == "“"
    assert place["artifactLocation"]["uri"] == "%E6%8A%A5%E5%91%8A/a%20b.txt"


def test_sarif_names_an_absolute_file_with_its_scheme(tmp_path: Path) -> None:
    log = json.loads(as_sarif(lint(parse(TEXT), name=str(tmp_path / "a.txt"))))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].startswith("file:///")


def test_github_annotations_escape_what_has_a_meaning() -> None:
    assert as_github([ODD]) == (
        "::error file=a%2Cb%3Ac%25.txt,line=1,col=2,endColumn=3,endLine=1,title=no-title::100%25%0D%0Ano: title,\\x1b\n"
    )
    levels = {line.split(" ")[0] for line in as_github(FINDINGS).splitlines()}
    assert levels == {"::warning", "::notice"}
