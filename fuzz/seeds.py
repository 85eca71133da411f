"""What the fuzzer starts from: the example reports, JSON and documents written from them, and their words.

A seed is the content of one file of a corpus; a word is what a mutation throws in. `python -m fuzz.seeds TARGET
FOLDER` writes the seeds to files and prints the words: in a process of its own, for the library remembers numerals
that it has read, and the fuzzer must see how each is read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from fuzz.document_mutators import ENCODINGS
from fuzz.documents import docx_of, html_of, pdf_of
from fuzz.promises import VIEWS
from fuzz.targets import as_bytes
from lawreport_parser import Report, parse
from lawreport_parser.discourse.cues import cues_in
from lawreport_parser.indicators.codebook import Codebook
from lawreport_parser.regions.divisions import divisions

__all__ = ["seeds_of", "words_of"]

_EXAMPLES: Final = Path(__file__).parents[1] / "examples" / "reports"
#: How long the pieces of the examples are that serve as short seeds.
_PIECE: Final = 400
#: Marks, blanks and characters that text processing stumbles over.
_MARKS: Final = (
    *"，。、；：！？,.;:!?“”‘’「」《》〈〉（）()[]【】〔〕…—-_=|>·%/\\\"'",
    *"\n\r\t\x0b\x0c\x1c\x85\xa0\u2003\u2028\u2029\u200b\u200d\u2060\u3000\ufeff\x00\x1b\u0301\u202e\ud800\udfff",
    *"一二三十百千万亿零〇○两廿半第是要年月日成余多几点负+－０９．，①㈠⑴⒈㊀❶Ⅰ",
    "\r\n", "百分之", "分之", "亿亿", "以上", "不超过", "首先", "最后", "一方面", "\U0001f600",
)  # fmt: skip
#: Markup that the reader of web pages looks at, whole and broken.
_MARKUP: Final = (
    "<p>", "</p>", "<br>", "<div>", "</div>", "<span>", "</span>", "<td>", "</td>", "<tr>", "</table>", "<table>",
    "<li>", "<ol>", "<h1>", "</h3>", "<sup>", "</sup>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml", "<script>",
    "</script>", "<textarea>", "</template>", "<svg>", "<nav>", "</body>", "</html>", "<pre>", "<rt>", "&nbsp;",
    "&#12288;", "&#x4E00;", "&#0;", "&#xD800;", "&#1114112;", "&lt;", "&amp;amp", "&ensp;", "<div hidden>",
    "<p style='display:none'>", "<meta charset=gbk>", "<td rowspan=9>", "<ol start=-5>", "<li value=7>",
    "<meta name=PubDate content='2024-01-30'>",
    "<div>" * 70, "<table><tr><td>" * 12, "<b><i>" * 30,
)  # fmt: skip


def _texts() -> list[str]:
    return [path.read_bytes().decode("utf-8") for path in sorted(_EXAMPLES.glob("*.txt"))]


def _numerals(report: Report) -> Iterator[str]:
    for quantity in report.quantities:
        number = quantity.text.rstrip("件个次人名份条项部家户起场期元%％倍岁吨亩")
        yield from (quantity.text, number)


def _places() -> list[str]:
    """Return the name of every fortieth division: all levels and provinces, and some that several have."""
    return sorted(divisions().by_name)[::40]


def _pairs(text: str, title: str, year: int | None) -> Iterator[str]:
    """Yield an example beside what it would say a year later, whole and in pieces."""

    def next_year(words: str) -> str:
        return words if year is None else words.replace(str(year + 1), str(year + 2)).replace(str(year), str(year + 1))

    yield f"{text}\0{next_year(text)}"
    for at in range(0, len(text) - _PIECE, _PIECE):
        earlier, later = text[at : at + _PIECE], text[at + _PIECE // 2 : at + 2 * _PIECE]
        yield f"{title}\n{earlier}\0{next_year(title)}\n{next_year(later)}"


def _texts_of(text: str) -> Iterator[bytes]:
    yield from (text.encode(encoding, "ignore") for encoding in ENCODINGS)


def _pages_of(text: str) -> Iterator[bytes]:
    yield from (html_of(text), html_of(text, "gbk"))


_DOCUMENTS: Final[dict[str, Callable[[str], Iterator[bytes]]]] = {
    "text": _texts_of,
    "html": _pages_of,
    "docx": lambda text: iter([docx_of(text)]),
    "pdf": lambda text: iter([pdf_of(text)]),
}


def seeds_of(target: str) -> Iterator[bytes]:
    """Yield the seeds of a target."""
    if target == "find_region":
        yield from (as_bytes(f"{each}人民政府\n{each}司法局2024年报告") for each in _places())
    for text in _texts():
        report = parse(text)
        if target == "from_json":
            for piece in (text, *(text[at : at + _PIECE] for at in range(0, len(text), 2 * _PIECE))):
                written = json.loads(parse(piece).to_json())
                # What is computed is not read: without it, every change of a seed is a change of what is read.
                kept = {name: value for name, value in written.items() if name not in VIEWS}
                yield as_bytes(json.dumps(kept, ensure_ascii=False))
        elif target == "find_region":
            header = report.header
            yield as_bytes(f"{header.issuer}\n{header.title}\n{header.addressee}\n{text[:_PIECE]}")
        elif target == "compare":
            yield from map(as_bytes, _pairs(text, report.header.title or "", report.header.year))
        elif target in _DOCUMENTS:
            for piece in (text[at : at + _PIECE] for at in range(0, len(text), 2 * _PIECE)):
                yield from _DOCUMENTS[target](f"{report.header.title or ''}\n{piece}")
        elif target == "parse_numeral":
            yield from map(as_bytes, _numerals(report))
        else:
            yield as_bytes(text)
            yield from (as_bytes(text[at : at + _PIECE]) for at in range(0, len(text), _PIECE))


def words_of(target: str) -> list[str]:
    """Return the words of a target: what the library itself finds in the examples, cues, marks, odd characters."""
    words: set[str] = set(_MARKS)
    for text in _texts():
        report = parse(text)
        words.update(_numerals(report))
        if target != "parse_numeral":
            words.update(each.text for each in (*report.dates, *report.citations))
        if target in ("parse", "explain", "compare"):
            words.update(cue[1] for cue in cues_in(text, 0, len(text)))
            words.update(segment.span.of(text)[:40] for segment in report.segments() if segment.kind != "paragraph")
    if target == "find_region":
        words.update((*_places(), "人民政府", "办公室", "司法局", "街道办事处", "镇", "开发区管委会", "新区"))
    if target == "find_indicators":
        words.update(word for entry in Codebook.default().values() for word in entry.of)
    if target == "html":
        words.update(_MARKUP)
    return sorted(filter(None, words))


if __name__ == "__main__":
    for at, seed in enumerate(seeds_of(sys.argv[1])):
        (Path(sys.argv[2]) / f"{at:04}").write_bytes(seed)
    print(json.dumps(words_of(sys.argv[1])))
