"""What chunks promise, checked on any report: coverage, exactness, size, roles, sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from lawreport_parser import Report
from lawreport_parser.blanks import BLANK_CHARACTERS
from lawreport_parser.chunks import Chunk, chunk_report

BODY = ("marker", "heading", "paragraph")
#: Behind these a reader may stop: the end of a sentence, with what closes behind it.
SENTENCE_END = re.compile(r"[。！？!?][”’」』》〉）)】〕\]]*$")


def checked_chunks(report: Report, max_size: int, size: Callable[[str], int] = len, overlap: int = 0) -> list[Chunk]:
    """Return the chunks of a report after checking all that holds for every report."""
    chunks = chunk_report(report, max_size, size, overlap)
    assert [chunk.index for chunk in chunks] == list(range(len(chunks)))
    assert_exact(report, chunks)
    assert_coverage(report, chunks)
    assert_sizes(chunks, max_size, size)
    assert_own_roles_and_path(report, chunks)
    assert_sentences(report, chunks, max_size, size)
    if not overlap:
        assert not any(chunk.overlap for chunk in chunks)
    return chunks


def assert_exact(report: Report, chunks: list[Chunk]) -> None:
    for chunk in chunks:
        assert chunk.text == report.text[chunk.span.start : chunk.span.end]
        assert chunk.text == chunk.text.strip(BLANK_CHARACTERS) != ""
        assert 0 <= chunk.overlap < len(chunk.text)


def assert_coverage(report: Report, chunks: list[Chunk]) -> None:
    """Every character of the body that is not blank is in one chunk beyond its repeated start; no other one is."""
    times = [0] * len(report.text)
    for chunk in chunks:
        for at in range(chunk.span.start + chunk.overlap, chunk.span.end):
            times[at] += 1
    for segment in report.segments():
        wanted = int(segment.kind in BODY)
        for at in range(segment.span.start, segment.span.end):
            if report.text[at] not in BLANK_CHARACTERS:
                assert times[at] == wanted, f"{report.text[at]!r} at {at} ({segment.kind}) is in {times[at]} chunks"
    assert max(times, default=0) <= 1


def assert_sizes(chunks: list[Chunk], max_size: int, size: Callable[[str], int]) -> None:
    for chunk in chunks:
        assert size(chunk.text) <= max_size or len(chunk.text) - chunk.overlap == 1, chunk


def assert_own_roles_and_path(report: Report, chunks: list[Chunk]) -> None:
    """All passages in a chunk have its role; its path leads to the section that holds its text."""
    for chunk in chunks:
        assert (chunk.place == "section") == bool(chunk.section_ids)
        roles = {
            passage.role
            for passage in report.passages
            if chunk.span.start < passage.span.end and passage.span.start < chunk.span.end
        }
        assert roles == (set(chunk.roles) or {"other"})
        steps = chunk.section_id.split(".") if chunk.section_id else []
        assert len(chunk.path) == len(steps)
        for depth, name in enumerate(chunk.path, 1):
            section = report.section(".".join(steps[:depth]))
            assert name == section.title
        assert chunk.path == (report.path(chunk.section_id) if chunk.section_id else [])
        for section_id in chunk.section_ids:
            # Within the chunk's section, or the heading of a section around it that leads in, without text of its own.
            if chunk.section_id and not f"{section_id}.".startswith(f"{chunk.section_id}."):
                assert chunk.section_id.startswith(f"{section_id}.")
                body = report.section(section_id).body
                assert not any(chunk.span.start < each.span.end and each.span.start < chunk.span.end for each in body)
        if chunk.section_id:
            section = report.section(chunk.section_id)
            assert chunk.span.end <= section.span.end or report.text[section.span.end : chunk.span.end].strip(
                "。：:. \t"
            )


def breaks(report: Report) -> list[int]:
    """Return where a sentence may end without its mark: at a heading, a section, a line, text that is not body."""
    found = {0, len(report.text)}
    for segment in report.segments():
        if segment.kind == "marker":
            found.add(segment.span.start)
        elif segment.kind != "blank":
            found.add(segment.span.end)
        if segment.kind not in BODY and segment.kind != "blank":
            found.add(segment.span.start)
    return sorted(found)


def assert_sentences(report: Report, chunks: list[Chunk], max_size: int, size: Callable[[str], int]) -> None:
    """A chunk that ends within a sentence: that sentence alone is larger than a chunk."""
    known = breaks(report)
    for chunk in chunks[:-1]:
        end = chunk.span.end
        at = bisect_left(known, end)
        if SENTENCE_END.search(chunk.text) or known[at] == end:
            continue
        start, stop = known[at - 1], known[at]
        ends = [match.end() for match in re.finditer(r"[。！？!?]+[”’」』》〉）)】〕\]]*", report.text[start:stop])]
        left = max((start + each for each in ends if start + each < end), default=start)
        right = min((start + each for each in ends if start + each >= end), default=stop)
        # What the sentence goes on with (！”的…) may lie behind a mark: then more than this piece was too large.
        whole = report.text[left:right].strip(BLANK_CHARACTERS)
        goes_on = report.text[right : right + 1] in tuple("，、；：,;:的") or report.text[left : left + 1] in tuple(
            "，、；：,;:的"
        )
        assert size(whole) > max_size or goes_on or re.search(r"[!?][0-9A-Za-z_=&/]", report.text[start:stop]), (
            f"cut within {whole!r} at {end}"
        )
