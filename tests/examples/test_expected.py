"""The example reports are read as their expected outlines say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lawreport_parser import Report, Section, parse
from lawreport_parser.model import Header

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
TEXTS = sorted(EXAMPLES.glob("*.txt"))
HEADER_FIELDS = [name for name in Header.model_fields if name not in ("region", "evidence", "other")]


def read(path: Path) -> tuple[Report, dict[str, Any]]:
    text = path.read_bytes().decode("utf-8")
    expected = json.loads(path.with_suffix("").with_suffix(".expected.json").read_text(encoding="utf-8"))
    return parse(text), expected


def squeezed(value: Any) -> Any:
    return "".join(str(value).split()) if value is not None and not isinstance(value, int) else value


def outline(sections: list[Section], *, top: bool) -> list[dict[str, Any]]:
    rows = []
    for section in sections:
        row: dict[str, Any] = {
            "marker": section.marker.text,
            "style": section.marker.style,
            "ordinal": section.marker.ordinal,
            "heading": section.heading.text if section.heading else None,
        }
        if section.marker.inferred:
            row["inferred"] = True
        if top:
            row["roles"] = section.roles
        row["children"] = outline(section.children, top=False)
        rows.append(row)
    return rows


def wanted(sections: list[dict[str, Any]], *, top: bool, roles: bool) -> list[dict[str, Any]]:
    rows = []
    for section in sections:
        row = {name: section[name] for name in ("marker", "style", "ordinal", "heading")}
        if section.get("inferred"):
            row["inferred"] = True
        if top and roles:
            row["roles"] = section.get("roles", [])
        row["children"] = wanted(section.get("children", []), top=False, roles=False)
        rows.append(row)
    return rows


def test_every_example_has_its_expected_outline_and_no_orphan_lies_about() -> None:
    stems = {path.stem for path in TEXTS}
    assert stems
    assert stems == {path.name.removesuffix(".expected.json") for path in EXAMPLES.glob("*.expected.json")}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_outline(path: Path) -> None:
    report, expected = read(path)
    roles = "roles" not in expected.get("unjudged", [])
    got = outline(report.sections, top=True)
    if not roles:
        for row in got:
            del row["roles"]
    assert got == wanted(expected["sections"], top=True, roles=roles)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_header_and_signature(path: Path) -> None:
    report, expected = read(path)
    unjudged = expected.get("unjudged", [])
    fields = [name for name in HEADER_FIELDS if name not in unjudged and f"header.{name}" not in unjudged]
    got = {name: squeezed(getattr(report.header, name)) for name in fields}
    assert got == {name: squeezed(expected["header"].get(name)) for name in fields}
    for label, value in expected["header"].get("other", {}).items():
        assert squeezed(report.header.other.get(label)) == squeezed(value), label
    if "signature" not in unjudged:
        signature = report.signature
        if expected["signature"] is None:
            assert signature is None
        else:
            assert signature is not None
            assert squeezed(signature.issuer) == squeezed(expected["signature"]["issuer"])
            assert squeezed(signature.date) == squeezed(expected["signature"]["date"])


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_items(path: Path) -> None:
    report, expected = read(path)
    for role in {"achievements", "problems", "responsibility", "plans"}.intersection(expected):
        if role not in expected.get("unjudged", []):
            got = [item.text.splitlines()[0][:12].rstrip() for item in getattr(report, role)]
            assert got == [start.rstrip() for start in expected[role]], role


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_passages(path: Path) -> None:
    report, expected = read(path)
    got = [[passage.role, passage.span.of(report.text)[:12].split("\n")[0].rstrip()] for passage in report.passages]
    assert got == expected["passages"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_diagnostics(path: Path) -> None:
    report, expected = read(path)
    assert set(expected["diagnostics"]) <= {diagnostic.code for diagnostic in report.diagnostics}
