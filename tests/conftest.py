"""What all tests share: hypothesis profiles and the check of the contract's promises."""

from __future__ import annotations

import gc
import os
from bisect import bisect_right
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from fuzz.promises import assert_found, assert_in_markdown, assert_indicators, assert_place, assert_shown
from lawreport_parser import Item, Report, Section, parse
from lawreport_parser.blanks import BLANK_CHARACTERS

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
# The default run is small and the same every time; `ci` looks further: HYPOTHESIS_PROFILE=ci pytest
settings.register_profile("default", max_examples=25, deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("ci", max_examples=200, deadline=None, print_blob=True, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

#: What tells of an ordinal that is not the one due.
IRREGULAR = {"missing-ordinal", "repeated-ordinal", "out-of-order-ordinal", "restarted-ordinal"}
#: Spoken series begin again from paragraph to paragraph; that is no defect.
_SPOKEN = {"han_is", "han_must", "han_ordinal"}
_SERIES = {"arabic_dot": "arabic", "arabic_dun": "arabic"}


def _items(items: list[Item]) -> Iterator[Item]:
    waiting = list(items)
    while waiting:
        item = waiting.pop()
        yield item
        waiting.extend(item.items)


def assert_lossless(report: Report, text: str) -> None:
    """Promise 2: the text is the text as given, and the segments cover it once, in order."""
    assert report.text == text
    ids = {section.id for section in report.walk()}
    position = 0
    for segment in report.segments():
        assert segment.span.start == position, f"a gap or overlap at {position}: {segment}"
        assert segment.span.end > position, f"an empty segment: {segment}"
        assert segment.section_id is None or segment.section_id in ids
        assert segment.kind != "blank" or not text[position : segment.span.end].strip(BLANK_CHARACTERS)
        position = segment.span.end
    assert position == len(text)


def assert_exact(report: Report, text: str) -> None:
    """Promise 3: every piece of the model is the piece of the text that its span names."""

    def exact(span: object, words: str | None = None) -> None:
        start, end = span.start, span.end  # type: ignore[attr-defined]
        assert 0 <= start <= end <= len(text)
        if words is not None:
            assert text[start:end] == words

    for paragraph in (*report.preamble, *report.closing, *report.furniture):
        exact(paragraph.span, paragraph.text)
        assert paragraph.text
    for section in report.walk():
        exact(section.span)
        exact(section.marker.span, section.marker.text)
        assert section.span.start == section.marker.span.start <= section.marker.span.end <= section.span.end
        assert (section.marker.text == "") == (section.marker.style == "unnumbered")
        if section.heading is not None:
            exact(section.heading.span, section.heading.text)
            assert section.heading.text
            assert section.marker.span.end <= section.heading.span.start
        at = section.heading.span.end if section.heading else section.marker.span.end
        for paragraph in section.body:
            exact(paragraph.span, paragraph.text)
            assert at <= paragraph.span.start
            at = paragraph.span.end
        for child in section.children:
            assert at <= child.span.start
            at = child.span.end
        assert at <= section.span.end
    for role in ("achievements", "problems", "responsibility", "plans"):
        for item in _items(getattr(report, role)):
            exact(item.span, item.text)
            assert item.text
    for name, span in report.header.evidence.items():
        exact(span)
        assert span.start < span.end, f"empty evidence for {name}"
        assert getattr(report.header, name) is not None
    for name in type(report.header).model_fields:
        if name not in ("evidence", "other") and getattr(report.header, name) is not None:
            assert name in report.header.evidence, f"{name} without evidence"
    if report.signature is not None:
        exact(report.signature.span)
    for piece in (*report.page, *report.diagnostics):
        exact(piece.span)


def assert_ids(sections: list[Section], prefix: str = "", depth: int = 1) -> None:
    """Ids are positions in the tree, depths count from 1."""
    for position, section in enumerate(sections, 1):
        assert section.id == f"{prefix}{position}"
        assert section.depth == depth
        assert_ids(section.children, f"{section.id}.", depth + 1)


def assert_passages(report: Report, text: str) -> None:
    """Passages part the body: in order, each of another role than the one before, nothing of the body in none or two.

    Within one stands nothing else but pieces of the page (a page number, the signature of one of several documents).
    """
    body = [paragraph.span for paragraph in (*report.preamble, *report.closing)]
    for section in report.walk():
        body += [section.marker.span, *(paragraph.span for paragraph in section.body)]
        if section.heading is not None:
            body.append(section.heading.span)
    due = {at for span in body for at in range(span.start, span.end) if text[at] not in BLANK_CHARACTERS}
    held: set[int] = set()
    before = None
    sections = list(report.walk())
    starts = [section.span.start for section in sections]
    parent = {child.id: section for section in sections for child in section.children}
    for passage in report.passages:
        span = passage.span
        assert (before.span.end if before else 0) <= span.start < span.end <= len(text)
        assert before is None or before.role != passage.role
        assert {text[span.start], text[span.end - 1]}.isdisjoint(BLANK_CHARACTERS)
        # The innermost section around it: the last that begins before it, or one that holds that one.
        last = bisect_right(starts, span.start) - 1
        around = sections[last] if last >= 0 else None
        while around is not None and around.span.end < span.end:
            around = parent.get(around.id)
        assert passage.section_id == (around.id if around else None)
        held.update(range(span.start, span.end))
        before = passage
    assert due <= held
    for segment in report.segments():
        if segment.kind in ("paragraph", "marker", "heading"):
            held.difference_update(range(segment.span.start, segment.span.end))
    page = {at for each in (*report.page, *report.furniture) for at in range(each.span.start, each.span.end)}
    own = range(report.signature.span.start, report.signature.span.end) if report.signature else range(0)
    assert all(text[at] in BLANK_CHARACTERS or at in page or at in own for at in held)


def assert_nothing_mended_silently(report: Report) -> None:
    """Promise 4: an inferred marker and an ordinal that was not due have a diagnostic at their place."""
    told = {(diagnostic.code, diagnostic.span.start) for diagnostic in report.diagnostics}
    last_of: dict[tuple[str, int], int] = {}

    def family(section: Section) -> str:
        return _SERIES.get(section.marker.style, section.marker.style)

    def irregular(section: Section) -> bool:
        return any((code, section.marker.span.start) in told for code in IRREGULAR)

    def judge(sections: list[Section]) -> None:
        before: Section | None = None
        highest = 0
        for section in sections:
            style, ordinal = section.marker.style, section.marker.ordinal
            if section.marker.inferred:
                codes = ("lost-ordinal", "misread-ordinal")
                assert any((code, section.marker.span.start) in told for code in codes)
            if style not in ("sequence", "aspect", "decimal"):
                same = before is not None and family(before) == family(section)
                runs_on = last_of.get((family(section), section.depth), 0) + 1
                highest = max(highest, before.marker.ordinal) if same and before is not None else 0
                due = (before.marker.ordinal + 1, highest + 1) if same and before is not None else (1, runs_on)
                begins_again = style in _SPOKEN and ordinal == 1
                suffix = section.marker.suffix
                if suffix is None:
                    regular = ordinal in due
                else:
                    # 第二条之一 behind 第二条, 第二条之二 behind 第二条之一
                    beside = before.marker if same and before is not None else None
                    regular = beside is not None and (ordinal, suffix) == (beside.ordinal, (beside.suffix or 0) + 1)
                assert regular or begins_again or irregular(section), (
                    f"{section.marker.text!r} at {section.marker.span.start} comes where {due} is due"
                )
            last_of[family(section), section.depth] = ordinal
            before = section
            judge(section.children)

    judge(report.sections)


def assert_promises(text: str, *, again: bool = True) -> Report:
    """Parse `text` and check what the contract promises of every text."""
    report = parse(text)
    assert isinstance(report, Report)
    assert_lossless(report, text)
    assert_exact(report, text)
    assert_ids(report.sections)
    assert_passages(report, text)
    assert_nothing_mended_silently(report)
    assert_indicators(report)
    assert_place(report.header.region)
    assert_shown(report)
    assert_in_markdown(report)
    assert_found(report)
    if again:
        written = report.to_json()
        read = Report.from_json(written)
        assert read == report
        assert read.to_json() == written
        assert parse(text).to_json() == written
    return report


def pytest_collection_finish() -> None:
    """Keep the garbage collector from looking through the thousands of tests again and again."""
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write the names of skipped tests into the file `SKIPPED_TESTS`: the gate runs them again, with every package."""
    if file := os.environ.get("SKIPPED_TESTS"):
        names = {report.nodeid for report in terminalreporter.stats.get("skipped", [])}
        Path(file).write_text("".join(f"{name}\n" for name in sorted(names)), encoding="utf-8")


@pytest.fixture(scope="session")
def promises() -> Callable[..., Report]:
    """Return the check of all promises: `promises(text)` parses, checks, and returns the report."""
    return assert_promises
