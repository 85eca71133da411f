"""What must hold of every answer the library gives, checked field by field on the models themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from lawreport_parser import Quantity, Report, Span
from lawreport_parser.blanks import BLANK_CHARACTERS
from lawreport_parser.comparison import Comparison
from lawreport_parser.explain import DecisionRow, Explanation, HeadingRow
from lawreport_parser.frozen_model import FrozenModel
from lawreport_parser.indicators.codebook import Codebook
from lawreport_parser.regions import Region
from lawreport_parser.regions.divisions import divisions
from lawreport_parser.report_fields import COMPUTED

#: The views of a report that are computed from its fields.
VIEWS: Final = COMPUTED


def models_in(value: Any) -> Iterator[FrozenModel]:
    """Yield every model inside `value`, computed views of a report included."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, FrozenModel):
            yield one
            waiting += [getattr(one, name) for name in type(one).model_fields]
            if isinstance(one, Report):
                waiting += [getattr(one, name) for name in VIEWS]
        elif isinstance(one, list | tuple):
            waiting += one
        elif isinstance(one, dict):
            waiting += one.values()


def assert_exact(text: str, models: Iterable[FrozenModel]) -> None:
    """Every span lies in the text; a model with `text` and `span` says what stands there."""
    for model in models:
        if isinstance(model, Span):
            assert 0 <= model.start <= model.end <= len(text), f"{model!r} is outside the text"
            continue
        if isinstance(model, Report):
            continue
        span, words = getattr(model, "span", None), getattr(model, "text", None)
        if span is not None and words is not None:
            assert text[span.start : span.end] == words, f"{model!r} is not what stands there"
            # A heading without marker has an empty one where it begins.
            assert words or getattr(model, "style", None) == "unnumbered", f"{model!r} is empty"


def assert_lossless(report: Report, text: str) -> None:
    """The text is the text as given; the segments cover it once, in order; ids name sections that exist."""
    assert report.text == text
    ids = {section.id for section in report.walk()}
    position = 0
    for segment in report.segments():
        assert segment.span.start == position < segment.span.end, f"gap, overlap or nothing at {position}"
        assert segment.section_id is None or segment.section_id in ids
        position = segment.span.end
    assert position == len(text), f"the text behind {position} is lost"
    for section in report.walk():
        assert report.section(section.id) is section


def assert_parted(report: Report) -> None:
    """The passages stand in order, each of another role than the one before; what is in none is no word of the body."""
    position, role = 0, None
    held = bytearray(len(report.text))
    for passage in report.passages:
        start, end = passage.span.start, passage.span.end
        assert position <= start < end <= len(report.text), f"{passage!r} is out of order"
        assert passage.role != role, f"{passage!r} goes on with the one before"
        assert passage.section_id is None or report.section(passage.section_id)
        held[start:end] = b"\x01" * (end - start)
        position, role = end, passage.role
    for piece in (*report.preamble, *report.closing, *(each for section in report.walk() for each in section.body)):
        for at in range(piece.span.start, piece.span.end):
            assert held[at] or report.text[at] in BLANK_CHARACTERS, f"what stands at {at} is in no passage"


def assert_told(report: Report) -> None:
    """A marker whose numeral was deduced has a diagnostic at its place."""
    told = {each.span.start for each in report.diagnostics if each.code in ("lost-ordinal", "misread-ordinal")}
    for section in report.walk():
        assert not section.marker.inferred or section.marker.span.start in told, section.marker


def assert_explained(report: Report, explanation: Explanation) -> None:
    """Every row lies in the text, every move weighs what its reasons weigh, every marker has its decision."""
    assert explanation.same
    told = []
    for stage in explanation.stages:
        for row in stage.rows:
            assert 0 <= row.start <= row.end <= len(report.text), f"{row!r} is outside the text"
            if isinstance(row, DecisionRow):
                told.append(row.section_id)
                for move in row.moves:
                    assert move.weight == sum(reason.weight for reason in move.reasons), move
            elif isinstance(row, HeadingRow):
                assert row.weight == sum(reason.weight for reason in row.reasons), row
    assert list(filter(None, told)) == [section.id for section in report.walk() if section.marker.text]


def assert_gives_itself_back(report: Report) -> None:
    """JSON gives the report back, and the same JSON again."""
    written = report.to_json()
    read = Report.from_json(written)
    assert read == report
    assert read.to_json() == written


def assert_quantities(text: str, quantities: list[Quantity]) -> None:
    """Quantities are exact, in order, apart from one another, and their values are numbers that JSON can hold."""
    assert_exact(text, models_in(quantities))
    position = 0
    for quantity in quantities:
        assert position <= quantity.span.start < quantity.span.end, f"{quantity!r} is out of order"
        position = quantity.span.end
        assert quantity.value.is_finite()
        assert quantity.high is None or quantity.high.is_finite()
        if quantity.measure is not None:
            assert quantity.measure_span is not None
            assert quantity.measure_span.of(text) == quantity.measure
        json.loads(quantity.model_dump_json())


def assert_indicators(report: Report) -> None:
    """Each is a quantity of the report under a code of the codebook, a fall with a minus; none is given twice."""
    quantities = {each.span: each for each in report.quantities}
    position = 0
    for found in report.indicators:
        assert found.code in Codebook.default()
        assert position <= found.span.start, f"{found!r} is out of order, or has two codes"
        position = found.span.end
        quantity = quantities[found.span]
        assert (found.unit, found.qualifier, found.section_id) == (
            quantity.unit, quantity.qualifier, quantity.section_id
        )  # fmt: skip
        ends = (quantity.value, quantity.high)
        fall = (-quantity.value, None) if quantity.high is None else (-quantity.high, -quantity.value)
        assert (found.value, found.high) in (ends, fall), found


def assert_place(region: Region | None) -> None:
    """A place has the code of a division on its path, and its name is the last of the path."""
    if region is not None:
        assert len(region.code) == 6, region
        assert region.code.isdecimal(), region
        assert region.path[-1] == region.name, region
        assert all(region.path), region
        names = {each.name for each in divisions().by_code[region.code]}
        assert names & set(region.path), f"{region!r}: its code is that of {names}"
        assert region.organ is None or region.organ, region


def assert_compared(earlier: Report, later: Report, comparison: Comparison) -> None:
    """Every plan and problem has its outcome; links say what the later report says; no section is matched twice."""
    if comparison.plans or comparison.problems:
        assert [each.plan for each in comparison.plans] == earlier.plans
        assert [each.problem for each in comparison.problems] == earlier.problems
    for outcome in (*comparison.plans, *comparison.problems):
        assert bool(outcome.links) == (outcome.status != "silent"), outcome
        assert len({link.span for link in outcome.links}) == len(outcome.links), outcome
        for link in outcome.links:
            assert link.span.of(later.text) == link.text, link
            assert link.span.start <= link.closest.start < link.closest.end <= link.span.end, link
            assert 0.5 <= link.score <= 1, link
            assert link.section_id is None or later.section(link.section_id), link
    for side, report in (("earlier", earlier), ("later", later)):
        places = [getattr(match, side) for match in comparison.sections if getattr(match, side) is not None]
        assert len({place.id for place in places}) == len(places), f"a section of the {side} report is matched twice"
        for place in places:
            section = report.section(place.id)
            assert section is not None, place
            assert place.span == section.span, place
            assert place.title in report.text, place
    for match in comparison.sections:
        known = (match.earlier is not None, match.later is not None)
        assert known == {"aligned": (True, True), "gone": (True, False), "new": (False, True)}[match.status], match
        assert (match.score is not None) == (match.status == "aligned"), match
        assert match.score is None or 0 <= match.score <= 1, match
    for change in comparison.indicators:
        figures = (change.difference, change.change_percent, change.against_target)
        assert all(each is None or each.is_finite() for each in figures), change
        given = [each for each in (change.earlier, change.target, change.later) if each is not None]
        assert given, change
        assert {each.code for each in given} == {change.code}, change
        units = {each.unit for each in given}
        book = Codebook.default()
        assert change.unit == (units.pop() if len(units) == 1 else book[change.code].unit), change
        assert {book.counted_in(change.code, each) for each in units} <= {change.unit}, change
    assert Comparison.model_validate(json.loads(comparison.to_json())) == comparison


def assert_shown(report: Report) -> None:
    """Every section has a title on one line and the text of its span; the outline has a line for each section."""
    sections = list(report.walk())
    for section in sections:
        assert section.title, f"{section!r} has no title"
        assert len(section.title.splitlines()) == 1, f"the title of {section!r} has several lines"
        assert section.heading is not None or len(section.title) <= max(41, len(section.marker.text)), section.title
        assert section.text == section.span.of(report.text)
    assert len(report.outline().splitlines()) == len(sections)
    report.to_markdown()


def assert_in_markdown(report: Report) -> None:
    """Each letter of preamble, headings, paragraphs and closing is in the Markdown, in the order of the text."""
    pieces = [*report.preamble, *report.closing]
    for section in report.walk():
        pieces += [*filter(None, [section.heading]), *section.body]
    pieces.sort(key=lambda each: each.span.start)
    due = "".join(letter for each in pieces for letter in each.text if letter.isalnum())
    rest = iter(report.to_markdown())
    assert all(letter in rest for letter in due), "the Markdown has not all letters of the text"


def assert_found(report: Report) -> None:
    """The beginning of a heading, of a paragraph and of the preamble is found where it stands; places are in order."""
    for place in (*list(report.walk())[:3], None):
        pieces = report.preamble if place is None else [*filter(None, [place.heading]), *place.body]
        for piece in pieces[:1]:
            words = piece.text.split()[0][:4]
            try:
                found = report.find(words)
            except ValueError:
                # It has no letters but those that count as blanks.
                assert not words.strip(BLANK_CHARACTERS), words
                continue
            assert (place and place.id) in [each.section_id for each in found], words
            assert_exact(report.text, models_in(found))
            starts = [each.span.start for each in found]
            assert starts == sorted(starts)
            assert all(each.around and len(each.around.splitlines()) == 1 for each in found)
