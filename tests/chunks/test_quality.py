"""What the benchmark of chunk quality finds on the example reports."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def benchmark() -> Any:
    pytest.importorskip("langchain_text_splitters", reason="the extra langchain is not installed")
    spec = importlib.util.spec_from_file_location("chunk_quality", ROOT / "benchmarks" / "chunk_quality.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("size", [150, 300, 500])
def test_no_chunk_joins_parts_mixes_roles_or_holds_text_of_the_page(benchmark: Any, size: int) -> None:
    texts = [path.read_bytes().decode("utf-8") for path in sorted(benchmark.REPORTS.glob("*.txt"))]
    ours = benchmark.judge(texts, benchmark.by_outline, size)
    assert (ours.joined, ours.mixed, ours.page) == (0, 0, 0)
    # A lead-in (“…：”) and the part behind it on one line, twice; a heading of two roles over children of one each.
    assert ours.cut <= 2
    assert ours.headings <= 1
    generic = benchmark.judge(texts, benchmark.SPLITTERS["… with Chinese separators"], size)
    assert generic.mixed > 0
    assert generic.joined > 0
