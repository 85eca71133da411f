"""What the fuzzer starts from: the example reports, JSON written from them, and their words.

A seed is the content of one file of a corpus; a word is what a mutation throws in. `python -m fuzz.seeds TARGET
FOLDER` writes the seeds to files and prints the words: in a process of its own, for the library remembers numerals
that it has read, and the fuzzer must see how each is read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

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


def _texts() -> list[str]:
    return [path.read_bytes().decode("utf-8") for path in sorted(_EXAMPLES.glob("*.txt"))]


def _numerals(report: Report) -> Iterator[str]:
    for quantity in report.quantities:
        number = quantity.text.rstrip("件个次人名份条项部家户起场期元%％倍岁吨亩")
        yield from (quantity.text, number)


def _places() -> list[str]:
    """Return the name of every fortieth division: all levels and provinces, and some that several have."""
    return sorted(divisions().by_name)[::40]


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
        if target in ("parse", "explain"):
            words.update(cue[1] for cue in cues_in(text, 0, len(text)))
            words.update(segment.span.of(text)[:40] for segment in report.segments() if segment.kind != "paragraph")
    if target == "find_region":
        words.update((*_places(), "人民政府", "办公室", "司法局", "街道办事处", "镇", "开发区管委会", "新区"))
    if target == "find_indicators":
        words.update(word for entry in Codebook.default().values() for word in entry.of)
    return sorted(filter(None, words))


if __name__ == "__main__":
    for at, seed in enumerate(seeds_of(sys.argv[1])):
        (Path(sys.argv[2]) / f"{at:04}").write_bytes(seed)
    print(json.dumps(words_of(sys.argv[1])))
