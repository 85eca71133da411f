"""What holds for the chunks of every text, of any size, in any unit."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import pytest
from body import assert_coverage, assert_exact, assert_own_roles_and_path, assert_sizes, checked_chunks
from hypothesis import given
from hypothesis import strategies as st

from lawreport_parser import parse
from lawreport_parser.chunks import chunk_report

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))


def words(text: str) -> int:
    """Count as a tokenizer may: pairs of Chinese characters, words, marks, and two tokens around them."""
    return 2 + len(re.findall(r"[\u4e00-\u9fff]{1,2}|\w+|[^\w\s]", text)) if text else 0


def octets(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


#: Units of size: additive, additive with larger characters, with merging and overhead, far from additive.
COUNTERS: dict[str, Callable[[str], int]] = {
    "characters": len,
    "bytes": octets,
    "tokens": words,
    "root": lambda text: int(len(text) ** 0.5),
}

PIECES = [
    "一、",
    "（一）",
    "（二）",
    "1.",
    "2.",
    "一是",
    "二是",
    "三是",
    "第一条",
    "首先",
    "一方面",
    "主要成效",
    "存在问题",
    "下一步打算",
    "存在问题及下一步打算",
    "加强学习",
    "规范执法行为",
    "PM2.5",
    "1,234",
    "12.4%",
    "但也存在宣传不够等问题",
    "2024年，我市将继续努力",
    "现将情况报告如下",
    "“谁执法谁普法！”的要求",
    "……",
    "\U00020000",
    "。",
    "！",
    "？",
    "；",
    "，",
    "：",
    "、",
    "”",
    "）",
    "\n",
    "\n",
    "\r\n",
    "\u3000",
    " ",
    "\u200b",
    "\u2028",
    "索引号：A-1",
    "发布日期：2024-01-30",
    "石湾县人民政府",
    "2024年1月30日",
    "联系我们 网站地图",
    "打印本页 关闭窗口",
]
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=200)


@given(texts, st.integers(1, 60), st.sampled_from(list(COUNTERS)), st.integers(0, 59))
def test_chunks_keep_their_promises_on_any_text(text: str, max_size: int, unit: str, overlap: int) -> None:
    checked_chunks(parse(text), max_size, COUNTERS[unit], min(overlap, max_size - 1))


@pytest.mark.parametrize("unit", COUNTERS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_chunks_keep_their_promises_on_reports(path: Path, unit: str) -> None:
    report = parse(path.read_bytes().decode("utf-8"))
    for max_size in (1, 9, 33, 150, 2000):
        for overlap in {0, max_size // 3, max_size - 1}:
            checked_chunks(report, max_size, COUNTERS[unit], overlap)


@given(texts, st.integers(1, 39), st.integers(0, 38))
def test_a_counter_that_makes_no_sense_spoils_only_the_cuts(text: str, max_size: int, overlap: int) -> None:
    def erratic(piece: str) -> int:
        return crc32(piece.encode("utf-8", "surrogatepass")) % 40

    report = parse(text)
    chunks = chunk_report(report, max_size, erratic, min(overlap, max_size - 1))
    assert_exact(report, chunks)
    assert_coverage(report, chunks)
    assert_sizes(chunks, max_size, erratic)
    assert_own_roles_and_path(report, chunks)


@given(texts, st.integers(1, 60), st.integers(1, 59))
def test_the_repeated_start_stands_at_the_end_of_the_chunk_before(text: str, max_size: int, overlap: int) -> None:
    overlap = min(overlap, max_size - 1)
    chunks = chunk_report(parse(text), max_size, overlap=overlap)
    for before, chunk in pairwise(chunks):
        repeated = chunk.text[: chunk.overlap]
        assert len(repeated.rstrip()) <= overlap
        if repeated:
            assert before.span.start < chunk.span.start < before.span.end <= chunk.span.start + chunk.overlap
            assert before.text.endswith(text[chunk.span.start : before.span.end])
            assert (before.roles, before.place) == (chunk.roles, chunk.place)
            assert chunk.section_ids == before.section_ids[-1:]


@given(texts, st.integers(1, 40))
def test_a_larger_chunk_is_as_good_as_the_whole(text: str, max_size: int) -> None:
    report = parse(text)
    many, few = chunk_report(report, max_size), chunk_report(report, 10_000)
    assert len(few) <= len(many)
    for one in many:
        assert any(other.span.start <= one.span.start and one.span.end <= other.span.end for other in few)
