"""The forms in which findings are written: for people, as JSON, as SARIF 2.1.0, as annotations for GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from lawreport_parser._version import __version__
from lawreport_parser.escaping import escape_controls
from lawreport_parser.lint.engine import Finding
from lawreport_parser.lint.rules import RULES, Rule
from lawreport_parser.model import Severity

__all__ = ["FORMATS", "as_github", "as_json", "as_sarif", "as_text"]

_SARIF_LEVELS: Final[dict[Severity, str]] = {"info": "note", "warning": "warning", "error": "error"}
_GITHUB_LEVELS: Final[dict[Severity, str]] = {"info": "notice", "warning": "warning", "error": "error"}
_SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(findings: Sequence[Finding]) -> str:
    """Return one line a finding: `file:line:column: code message [severity]`."""
    return "".join(
        f"{escape_controls(each.file)}:{each.line}:{each.column}: {each.code} {each.message} [{each.severity}]\n"
        for each in findings
    )


def as_json(findings: Sequence[Finding]) -> str:
    """Return a JSON array of the findings, with the fields of `Finding`; `offset_unit` where it is not `codepoint`."""
    rows = [asdict(each) for each in findings]
    for row in rows:
        if row["offset_unit"] == "codepoint":
            del row["offset_unit"]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(findings: Sequence[Finding]) -> str:
    """Return workflow commands: GitHub shows each as an annotation at its place."""
    return "".join(_annotation(each) for each in findings)


def _annotation(finding: Finding) -> str:
    places = {"file": finding.file, "line": finding.line, "col": finding.column}
    if finding.end_line == finding.line:
        places |= {"endColumn": finding.end_column}
    places |= {"endLine": finding.end_line, "title": finding.code}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in places.items())
    return f"::{_GITHUB_LEVELS[finding.severity]} {properties}::{_data(finding.message)}\n"


def _data(value: str) -> str:
    return _escaped_but_line_ends(value).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_but_line_ends(value: str) -> str:
    """Return `value` with its controls escaped, line ends apart: these have an escape of their own."""
    return "".join(each if each in "\r\n" else escape_controls(each) for each in value)


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def as_sarif(findings: Sequence[Finding]) -> str:
    """Return a SARIF 2.1.0 log of one run; columns count Unicode code points."""
    index = {rule.code: at for at, rule in enumerate(RULES)}
    log = {
        "$schema": _SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "lawreport",
                        "semanticVersion": __version__,
                        "rules": [_sarif_rule(rule) for rule in RULES],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_sarif_result(each, index[each.code]) for each in findings],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _sarif_rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": f"{rule.title} / {rule.title_zh}"},
        "fullDescription": {"text": f"{rule.why} / {rule.why_zh}"},
        "help": {"text": f"{rule.why} ({rule.source})"},
        "defaultConfiguration": {"level": _SARIF_LEVELS[rule.severity]},
        "properties": {"tags": [rule.group]},
    }


def _sarif_result(finding: Finding, index: int) -> dict[str, Any]:
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
    }
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _SARIF_LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": _uri(finding.file)}, "region": region}},
        ],
    }


def _uri(name: str) -> str:
    """Return a file's name as a URI: relative where the name is, `file:` where it is absolute."""
    path = PurePath(name)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix().encode("utf-8", "surrogateescape"), safe="/")


#: The formats by their names on the command line.
FORMATS: Final[dict[str, Callable[[Sequence[Finding]], str]]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}
