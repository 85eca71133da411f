"""Compares chunks of the example reports: this library's and those of a splitter that knows only characters.

    python benchmarks/chunk_quality.py [SIZE …]

Needs the extra `langchain`. What counts as role and body is read by `parse`; the example reports come with their
expected structure, against which the tests check it. A sentence ends at 。！？, at the end of a line and at the end
of a heading; a numbered member (；二是…) does not end it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from langchain_text_splitters import RecursiveCharacterTextSplitter

from lawreport_parser import Report, parse
from lawreport_parser.blanks import trim
from lawreport_parser.chunks import chunk_report
from lawreport_parser.lexicon import Role

REPORTS = Path(__file__).parents[1] / "examples" / "reports"
BODY = ("marker", "heading", "paragraph")
LINE_BREAK = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")
SENTENCE_END = re.compile(r"[。！？]+[”’」』》）)]*")
Spans = list[tuple[int, int]]


class Figures(NamedTuple):
    """What became of the reports: all are counts but `mean`, the mean length of a chunk."""

    chunks: int
    mean: float
    cut: int
    headings: int
    joined: int
    mixed: int
    page: int


#: What the figures count, for the head of the table.
COLUMNS = (
    "chunks",
    "mean length",
    "sentences cut",
    "headings without text",
    "part of a section joined with another",
    "two roles",
    "text of the page",
)


def generic(separators: list[str] | None) -> Callable[[str, int], Spans]:
    """Return a splitter of LangChain's; `None` leaves its own separators."""

    def split(text: str, size: int) -> Spans:
        given = {"separators": separators, "keep_separator": "end"} if separators else {}
        splitter = RecursiveCharacterTextSplitter(chunk_size=size, chunk_overlap=0, add_start_index=True, **given)
        made = splitter.create_documents([text])
        return [(each.metadata["start_index"], each.metadata["start_index"] + len(each.page_content)) for each in made]

    return split


def by_outline(text: str, size: int) -> Spans:
    """Split as this library does."""
    return [(chunk.span.start, chunk.span.end) for chunk in chunk_report(parse(text), size)]


SPLITTERS: dict[str, Callable[[str, int], Spans]] = {
    "RecursiveCharacterTextSplitter": generic(None),
    "… with Chinese separators": generic(["\n\n", "\n", "。", "！", "？", "；", "，", "、", ""]),
    "lawreport_parser": by_outline,
}


def sentences(report: Report) -> Iterator[tuple[int, int]]:
    """Yield the sentences of the body."""
    text, start, end = report.text, -1, -1
    for segment in report.segments():
        left, right = segment.span.start, segment.span.end
        if segment.kind not in BODY:
            if start >= 0 and (segment.kind != "blank" or LINE_BREAK.search(text, left, right)):
                yield start, end
                start = -1
            continue
        start = left if start < 0 else start
        for match in SENTENCE_END.finditer(text, left, right):
            yield start, match.end()
            start = match.end()
        end = right
        if segment.kind == "heading" and start < end:
            yield start, end
        if segment.kind == "heading" or start >= end:
            start = -1
    if start >= 0:
        yield start, end


def own_texts(report: Report) -> list[tuple[int, int, str | None, bool]]:
    """Return the own text of every section and each stretch of prose: start, end, section, whether only a heading."""
    found: list[tuple[int, int, str | None, bool]] = []
    for segment in report.segments():
        if segment.kind in BODY:
            start, end, bare = segment.span.start, segment.span.end, segment.kind != "paragraph"
            if found and found[-1][2] == segment.section_id:
                start, bare = found[-1][0], bare and found[-1][3]
                found.pop()
            found.append((start, end, segment.section_id, bare))
    return found


def parted_headings(report: Report, spans: Spans) -> int:
    """Count the headings behind which no chunk holds any text of their section."""
    count = 0
    for section in report.walk():
        if section.heading is None or not (section.body or section.children):
            continue
        left = section.heading.span.start
        following = section.body[0].span.start if section.body else section.children[0].span.start
        count += not any(start <= left and following < end for start, end in spans)
    return count


def joined_parts(report: Report, spans: Spans) -> int:
    """Count the chunks that hold a part of a section's own text, and text of another one that is no heading over it."""
    count, texts = 0, own_texts(report)
    for start, end in spans:
        inside = [each for each in texts if each[0] < end and start < each[1]]
        for left, right, section, _ in inside:
            if trim(report.text, left, right) != trim(report.text, max(left, start), min(right, end)):
                others = [
                    other
                    for _, _, other, bare in inside
                    if other != section and not (bare and section and f"{section}.".startswith(f"{other}."))
                ]
                if others:
                    count += 1
                    break
    return count


def roles(report: Report) -> list[Role | None]:
    """Return the role of every character of the body; `None` outside it, and for what is on something other."""
    found: list[Role | None] = [None] * len(report.text)
    for passage in report.passages:
        if passage.role != "other":
            found[passage.span.start : passage.span.end] = [passage.role] * len(passage.span)
    return found


def judge(texts: Iterable[str], split: Callable[[str, int], Spans], size: int) -> Figures:
    """Return what a splitter does to the texts; a sentence longer than `size` cannot but be cut and does not count."""
    chunks = characters = cut = headings = joined = mixed = page = 0
    for text in texts:
        report = parse(text)
        spans = split(text, size)
        chunks += len(spans)
        characters += sum(end - start for start, end in spans)
        role_at = roles(report)
        mixed += sum(len(set(role_at[start:end]) - {None}) > 1 for start, end in spans)
        beside = [each.span for each in report.segments() if each.kind not in (*BODY, "blank")]
        page += sum(any(each.start < end and start < each.end for each in beside) for start, end in spans)
        headings += parted_headings(report, spans)
        joined += joined_parts(report, spans)
        for left, right in sentences(report):
            start, end = trim(text, left, right)
            cut += end - start <= size and not any(one <= start and end <= other for one, other in spans)
    return Figures(chunks, characters / max(1, chunks), cut, headings, joined, mixed, page)


def main(sizes: list[int]) -> None:
    texts = [path.read_bytes().decode("utf-8") for path in sorted(REPORTS.glob("*.txt"))]
    whole = sum(1 for text in texts for _ in sentences(parse(text)))
    print(f"{len(texts)} reports, {sum(map(len, texts))} characters, {whole} sentences\n")
    print("|", " | ".join(("size", "splitter", *COLUMNS)), "|")
    print("|---:|---|" + "---:|" * len(COLUMNS))
    for size in sizes:
        for name, split in SPLITTERS.items():
            print("|", " | ".join([str(size), name, *(f"{figure:.0f}" for figure in judge(texts, split, size))]), "|")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [150, 300, 500])
