"""Sections without a marker, and markers with a suffix: in the tree, in JSON, and in all that is made of a report."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from rich.text import Text

from lawreport_parser import Report, Section, Span, parse
from lawreport_parser.arrow.columns import COLUMNS
from lawreport_parser.arrow.rows import rows_of
from lawreport_parser.batch.csv_rows import csv_columns, csv_rows
from lawreport_parser.cli.outline_view import outline_view
from lawreport_parser.lexicon import Role
from lawreport_parser.lint import lint
from lawreport_parser.model import Header, Heading, Marker, MarkerStyle, Paragraph
from lawreport_parser.schema import report_schema
from lawreport_parser.view.page_data import page_data

TEXT = (
    "工作成效\n全年栽种果园三十处。\n存在的问题和不足：\n（一）桥梁失修\n梁木朽坏。\n"
    "（二）灯塔昏暗\n灯油不足。\n第二条之一 附带说明\n"
)


def section(words: str, style: MarkerStyle, place: tuple[int, int], children: list[Section], **more: Any) -> Section:
    """Return a section of TEXT: `words` are marker, heading and body, `place` its depth and ordinal."""
    marker, heading, body = words.split("|")
    at = TEXT.index(marker + heading)
    start = TEXT.index(heading, at)
    end = TEXT.index(body, start) + len(body) if body else start + len(heading)
    depth, ordinal = place
    return Section(
        id=more.pop("id"),
        depth=depth,
        marker=Marker(
            text=marker.strip(),
            style=style,
            ordinal=ordinal,
            span=Span(start=at, end=at + len(marker.strip())),
            **more,
        ),
        heading=Heading(text=heading, span=Span(start=start, end=start + len(heading))),
        roles=["problems"] if "问题" in heading or depth == 2 else ["achievements"],
        role_basis="heading",
        body=[Paragraph(text=body, span=Span(start=end - len(body), end=end))] if body else [],
        children=children,
        span=Span(start=at, end=children[-1].span.end if children else end),
    )


@pytest.fixture
def report() -> Report:
    problems = [
        section("（一）|桥梁失修|梁木朽坏。", "han_paren", (2, 1), [], id="2.1"),
        section("（二）|灯塔昏暗|灯油不足。", "han_paren", (2, 2), [], id="2.2"),
    ]
    return Report(
        text=TEXT,
        header=Header(),
        preamble=[],
        sections=[
            section("|工作成效|全年栽种果园三十处。", "unnumbered", (1, 1), [], id="1"),
            section("|存在的问题和不足|", "unnumbered", (1, 2), problems, id="2"),
            section("第二条之一 |附带说明|", "article", (1, 2), [], id="3", suffix=1),
        ],
        closing=[],
        signature=None,
        page=[],
        furniture=[],
        diagnostics=[],
    )


def shape(sections: list[Section]) -> Iterator[tuple[str, str, str, int, int | None, str]]:
    for each in sections:
        marker = each.marker
        assert each.heading is not None
        yield each.id, marker.text, marker.style, marker.ordinal, marker.suffix, each.heading.text
        yield from shape(each.children)


ROWS = [
    ("1", "", "unnumbered", 1, None, "工作成效"),
    ("2", "", "unnumbered", 2, None, "存在的问题和不足"),
    ("2.1", "（一）", "han_paren", 1, None, "桥梁失修"),
    ("2.2", "（二）", "han_paren", 2, None, "灯塔昏暗"),
    ("3", "第二条之一", "article", 2, 1, "附带说明"),
]


# --- from tokens to sections


def test_the_token_of_a_heading_without_marker_becomes_a_section() -> None:
    before = "东屏县桥梁站2023年工作总结\n\n现将全年工作报告如下。\n"
    report = parse(before + TEXT.partition("第二条")[0])
    assert list(shape(report.sections)) == ROWS[:-1]
    at = report.text.index("存在的问题")
    empty = [each.marker.span for each in report.walk() if not each.marker.text]
    assert [(span.start, span.end) for span in empty] == [(len(before), len(before)), (at, at)]
    assert [each.text for each in report.sections[0].body] == ["全年栽种果园三十处。"]
    assert report.sections[1].roles == ["problems"]
    assert [item.heading for item in report.problems] == ["桥梁失修", "灯塔昏暗"]


# --- what is made of such a report


def test_segments_cover_the_text_and_no_marker_is_empty(report: Report) -> None:
    segments = list(report.segments())
    assert "".join(each.span.of(TEXT) for each in segments) == TEXT
    assert all(len(each.span) for each in segments)
    assert [each.span.of(TEXT) for each in segments if each.kind == "marker"] == ["（一）", "（二）", "第二条之一"]


@pytest.mark.parametrize("unit", ["codepoint", "utf16", "utf8"])
def test_json_round_trips_and_validates(report: Report, unit: Any) -> None:
    written = report.to_json(offsets=unit)
    jsonschema.Draft202012Validator(report_schema()).validate(json.loads(written))
    assert list(shape(Report.from_json(written).sections)) == ROWS
    assert Report.from_json(written).to_json(offsets=unit) == written


def test_json_of_the_version_before_is_read(report: Report) -> None:
    data = json.loads(parse("一、主要成效\n栽种果园。\n二、存在问题\n桥梁失修。").to_json())
    data["schema_version"] = "1.0"
    for each in data["sections"]:
        del each["marker"]["suffix"]
    assert [each.marker.suffix for each in Report.from_json(json.dumps(data)).walk()] == [None, None]


def test_nodes_and_tables_say_style_and_suffix(report: Report) -> None:
    nodes = [(node.id, node.marker, node.kind, node.ordinal, node.suffix, node.heading) for node in report.nodes()]
    assert nodes == ROWS
    names = [column.name for column in COLUMNS["nodes"]]
    table = [dict(zip(names, row, strict=True)) for row in rows_of(report, "r", "nodes")]
    keys = ("id", "marker", "kind", "ordinal", "suffix", "heading")
    assert [tuple(row[key] for key in keys) for row in table] == ROWS
    lines = csv_rows("r.txt", report, "nodes")
    place = csv_columns("nodes").index("suffix")
    assert [line.split(",")[place] for line in lines.decode().splitlines()] == ["", "", "", "", "1"]


def test_chunks_name_their_path_by_headings(report: Report) -> None:
    chunks = report.chunks(max_size=20)
    assert {tuple(chunk.path) for chunk in chunks if chunk.section_id and chunk.section_id.startswith("2.")} == {
        ("存在的问题和不足", "桥梁失修"),
        ("存在的问题和不足", "灯塔昏暗"),
    }
    assert "".join("".join(chunk.text.split()) for chunk in chunks) == "".join(TEXT.split())


def test_the_tree_of_the_terminal_has_no_gap_before_a_heading_without_marker(report: Report) -> None:
    lines = [line.plain if isinstance(line, Text) else line for line in outline_view(report, width=80)]
    assert any(line.startswith("           存在的问题和不足") for line in lines)
    alone = report.model_copy(update={"sections": report.sections[:2]})
    assert any(line.plain.startswith("存在的问题和不足") for line in outline_view(alone, width=80))


def test_the_page_has_a_label_and_no_number(report: Report) -> None:
    first = page_data(report, "r.txt")["sections"][0]
    assert first["marker"] == (0, 0)
    assert first["words"] == (0, 4)


def titled(parts: list[tuple[str, str, list[Role]]]) -> Report:
    """Return a report on the rule of law that has these headings without marker, each with its text and roles."""
    title = "东屏县2023年法治政府建设年度报告"
    text = f"{title}\n" + "".join(f"{words}\n{body}\n" if body else f"{words}\n" for words, body, _ in parts)
    sections = []
    for at, (words, body, roles) in enumerate(parts, 1):
        start = text.index(f"\n{words}\n") + 1
        behind = start + len(words) + 1
        end = behind + len(body) if body else behind - 1
        made = Section(
            id=str(at),
            depth=1,
            marker=Marker(text="", style="unnumbered", ordinal=at, span=Span(start=start, end=start)),
            heading=Heading(text=words, span=Span(start=start, end=behind - 1)),
            roles=roles,
            role_basis="heading",
            body=[Paragraph(text=body, span=Span(start=behind, end=end))] if body else [],
            children=[],
            span=Span(start=start, end=end),
        )
        sections.append(made)
    return Report(
        text=text,
        header=Header(title=title, year=2023, evidence={"title": Span(start=0, end=len(title))}),
        preamble=[],
        sections=sections,
        closing=[],
        signature=None,
        page=[],
        furniture=[],
        diagnostics=[],
    )


def test_the_linter_finds_the_parts_that_have_no_marker() -> None:
    report = titled(
        [
            ("工作成效", "栽种果园。", ["achievements"]),
            ("存在的问题", "桥梁失修。", ["problems"]),
            ("下一步打算", "", ["plans"]),
        ]
    )
    findings = list(lint(report))
    missing = [finding.message for finding in findings if finding.code == "missing-part"]
    assert len(missing) == 1
    assert "responsibility" in missing[0]
    assert [finding.line for finding in findings if finding.code == "empty-part"] == [6]


def test_the_linter_asks_no_level_and_no_mark_of_what_has_no_marker(report: Report) -> None:
    asked = {"skipped-level", "reversed-level", "mixed-marker-width", "marker-punctuation", "unpunctuated-marker"}
    assert not asked & {finding.code for finding in lint(report)}
