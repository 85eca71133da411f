"""`Report.from_json` gives a sound report or a `ReportError`, whatever the JSON holds."""

from __future__ import annotations

import copy
import dataclasses
import json
import math
import pickle
from typing import Any

import pytest
from hostile_values import HOSTILE, PAGE, document, kinds, places, replaced

from fuzz.promises import VIEWS
from lawreport_parser import Report, parse
from lawreport_parser.errors import ReportError

DOCUMENT = document()
WRITTEN = json.dumps(DOCUMENT, ensure_ascii=False)
#: What is read; the views are computed anew and not read.
READ = {kind: path for kind, path in kinds(DOCUMENT).items() if path[0] not in VIEWS}


def read(data: str | bytes) -> Report | None:
    """Return the report, or `None` where it is refused; whatever else is raised goes through."""
    try:
        return Report.from_json(data)
    except ReportError:
        return None


def assert_usable(report: Report) -> None:
    """What has been accepted can be used: its spans are sound, its views come, its JSON gives it back."""
    size = len(report.text)
    for paragraph in (*report.preamble, *report.closing, *report.furniture):
        assert report.text[paragraph.span.start : paragraph.span.end] == paragraph.text
    for section in report.walk():
        assert report.text[section.marker.span.start : section.marker.span.end] == section.marker.text
        assert 0 <= section.span.start <= section.span.end <= size
    for each in (*report.page, *report.diagnostics):
        assert 0 <= each.span.start <= each.span.end <= size
    for view in VIEWS:
        getattr(report, view)
    list(report.segments())
    report.nodes()
    assert Report.from_json(report.to_json()) == report


def test_the_document_that_is_changed_is_sound_and_holds_every_part() -> None:
    report = Report.from_json(WRITTEN)
    assert_usable(report)
    empty = [name for name in ("preamble", "sections", "closing", "page", "furniture") if not getattr(report, name)]
    assert empty == []
    assert report.signature is not None
    assert any(section.marker.inferred for section in report.walk())


@pytest.mark.parametrize("kind", READ)
def test_any_value_anywhere_is_refused_or_harmless(kind: str) -> None:
    for value in HOSTILE:
        report = read(json.dumps(replaced(DOCUMENT, READ[kind], value)))
        if report is not None:
            assert_usable(report)


@pytest.mark.parametrize("kind", [kind for kind, path in READ.items() if path[-1] in ("start", "end")])
def test_a_span_outside_the_text_is_refused(kind: str) -> None:
    values = [-1, 10**6, 2**64, 10**400, 1.0, "1", None, True, math.nan]
    assert [value for value in values if read(json.dumps(replaced(DOCUMENT, READ[kind], value))) is not None] == []


@pytest.mark.parametrize(
    "kind",
    [
        kind
        for kind in READ
        if kind.endswith((".text", ".marker.span.start", ".heading.span.end", ".body.*.span.start"))
    ],
)
def test_words_that_are_not_those_of_the_text_are_refused(kind: str) -> None:
    path = READ[kind]
    old = DOCUMENT
    for step in path:
        old = old[step]
    with pytest.raises(ReportError):
        Report.from_json(json.dumps(replaced(DOCUMENT, path, old + ("甲" if isinstance(old, str) else 1))))  # type: ignore[operator]


def is_required(field: dataclasses.Field[Any]) -> bool:
    return field.default is field.default_factory is dataclasses.MISSING


@pytest.mark.parametrize("kind", [kind for kind, path in READ.items() if len(path) == 1 and kind != "source"])
def test_a_field_may_be_missing_only_where_it_has_a_default(kind: str) -> None:
    changed = {name: value for name, value in DOCUMENT.items() if name != kind}
    report = read(json.dumps(changed))
    assert (report is None) == (is_required(Report.model_fields[kind])), kind


def test_views_are_computed_and_not_believed() -> None:
    believed = copy.deepcopy(DOCUMENT)
    for view in VIEWS:
        believed[view] = [{"text": "甲", "value": 10**9}, None, "\x1b[31m"]
    assert Report.from_json(json.dumps(believed)).problems == parse(PAGE).problems


@pytest.mark.parametrize("unit", ["codepoint", "utf8", "utf16"])
def test_sections_that_nest_too_deep_are_refused_in_every_unit(unit: str) -> None:
    for depth in (101, 180, 250):
        nested = copy.deepcopy(DOCUMENT)
        nested["offset_unit"] = unit
        section = nested["sections"][0]
        section["children"] = []
        for _ in range(depth):
            section = {**section, "children": [section]}
        nested["sections"] = [section]
        with pytest.raises(ReportError):
            Report.from_json(json.dumps(nested))


def test_names_that_no_field_can_have_are_ignored() -> None:
    for place in ((), ("header",), ("sections", 0), ("sections", 0, "span")):
        odd = copy.deepcopy(DOCUMENT)
        found: Any = odd
        for step in place:
            found = found[step]
        found["\ud800"] = 1
        assert Report.from_json(json.dumps(odd)) == Report.from_json(json.dumps(DOCUMENT))


@pytest.mark.parametrize("depth", [300, 1_000, 100_000])
@pytest.mark.parametrize(
    ("before", "opening", "closing", "after"),
    [
        ("", "[", "]", ""),
        ("", '{"sections":', "}", ""),
        (WRITTEN[:-1] + ', "sections": ', '[{"children":', "}]", "}"),
        (WRITTEN[:-1] + ', "preamble": ', "[", "]", "}"),
        (WRITTEN[:-1] + ', "header": ', '{"other":', "}", "}"),
    ],
    ids=["lists", "objects", "sections", "paragraphs", "header"],
)
def test_depth_is_refused(before: str, opening: str, closing: str, after: str, depth: int) -> None:
    for closed in (True, False):
        tail = closing * depth + after if closed else ""
        with pytest.raises(ReportError):
            Report.from_json(f"{before}{opening * depth}{'1' if closed else ''}{tail}")


def test_sections_nested_beyond_any_outline_are_refused_or_usable() -> None:
    section = copy.deepcopy(DOCUMENT["sections"][0])
    section["children"] = []
    opening, closing = json.dumps(section).split('"children": []')
    outer, rest = json.dumps({**DOCUMENT, "sections": []}).split('"sections": []')
    for depth in (2, 40, 100, 200, 300, 2_000):
        inner = "[]"
        nested = f'[{opening}"children": ' * depth + inner + f"{closing}]" * depth
        report = read(f'{outer}"sections": {nested}{rest}')
        assert (report is None) == (depth > 100)
        if report is not None:
            assert_usable(report)
            assert pickle.loads(pickle.dumps(report)) == report


@pytest.mark.parametrize("digits", [19, 20, 400, 4_000, 5_000, 1_000_000])
@pytest.mark.parametrize("name", ["ordinal", "depth", "start"])
def test_numbers_of_any_length_are_refused_or_harmless(name: str, digits: int) -> None:
    for sign in ("", "-"):
        kind = next(path for kind, path in READ.items() if kind.startswith("sections") and path[-1] == name)
        changed = json.dumps(replaced(DOCUMENT, kind, 987654321)).replace("987654321", f"{sign}{'9' * digits}")
        report = read(changed)
        if report is not None:
            assert name != "start"
            assert_usable(report)


@pytest.mark.parametrize(
    "literal", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1E+400", "0x10", "01", "1_000"]
)
def test_numbers_that_are_none_are_refused(literal: str) -> None:
    for kind in ("sections.*.marker.ordinal", "header.year", "header.evidence.title.start"):
        changed = json.dumps(replaced(DOCUMENT, READ[kind], 987654321)).replace("987654321", literal)
        with pytest.raises(ReportError):
            Report.from_json(changed)


class TestDuplicateKeys:
    """The last of two equal keys counts, as for most readers of JSON, and it is checked like any other."""

    @pytest.mark.parametrize(
        "twice",
        ['"text": "甲"', '"schema_version": "2.0"', '"sections": 5', '"header": null', '"diagnostics": [null]'],
    )
    def test_a_second_value_that_is_wrong_is_refused(self, twice: str) -> None:
        with pytest.raises(ReportError):
            Report.from_json(f"{WRITTEN[:-1]}, {twice}}}")

    @pytest.mark.parametrize("twice", ['"text": "甲"', '"sections": 5', '"header": null'])
    def test_a_first_value_that_is_wrong_does_not_count(self, twice: str) -> None:
        assert Report.from_json(f"{{{twice}, {WRITTEN[1:]}") == Report.from_json(WRITTEN)


@pytest.mark.parametrize(
    "data",
    [
        "", " ", "null", "true", "5", '"text"', "[]", "{}", "{" * 10_000, '{"text": "甲"}', '{"text": "甲"',
        "{'text': 1}",
        WRITTEN + "x", WRITTEN + WRITTEN, WRITTEN + "\x00", WRITTEN[:-1], WRITTEN[1:], "\ufeff" + WRITTEN,
        WRITTEN.encode("gb18030"), b"\xff" + WRITTEN.encode(), WRITTEN.encode()[:-3], b"\x80abc", b"PK\x03\x04",
        "x" * 1_000_000, " " * 1_000_000, '"' + "\\" * 999_999,
    ],
    ids=lambda data: repr(data[:12]),
)  # fmt: skip
def test_what_is_no_json_or_no_report_is_refused(data: str | bytes) -> None:
    with pytest.raises(ReportError):
        Report.from_json(data)


def test_a_cut_anywhere_is_refused() -> None:
    for at in range(0, len(WRITTEN), 97):
        assert read(WRITTEN[:at]) is None


def test_a_large_text_that_does_not_fit_is_refused_at_once() -> None:
    with pytest.raises(ReportError):
        Report.from_json(json.dumps({**DOCUMENT, "text": "甲" * 3_000_000}))


def test_a_large_report_is_read() -> None:
    text = "一、主要成效\n" + "学法八次。\n" * 20_000
    assert Report.from_json(parse(text).to_json()).text == text


@pytest.mark.parametrize("mark", ["\x1b[31m", "\u202e", "{0}", "%s", "{self.__class__}", "\ud800", "x" * 1_000_000])
def test_an_error_message_is_safe_to_print(mark: str) -> None:
    """The message may name what stands in the JSON; making it never fails."""
    for kind in ("schema_version", "sections.*.marker.style", "diagnostics.*.code", "header.written_date"):
        with pytest.raises(ReportError) as caught:
            Report.from_json(json.dumps(replaced(DOCUMENT, READ[kind], f"9{mark}")))
        assert repr(caught.value)


def test_every_leaf_swapped_with_its_neighbour_is_refused_or_harmless() -> None:
    leaves = [path for path in places(DOCUMENT) if path[0] not in VIEWS]

    def value_at(path: tuple[Any, ...]) -> Any:
        found: Any = DOCUMENT
        for step in path:
            found = found[step]
        return found

    for one, two in zip(leaves, leaves[7:], strict=False):
        report = read(json.dumps(replaced(DOCUMENT, one, value_at(two))))
        if report is not None:
            assert_usable(report)
