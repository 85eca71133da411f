"""Several reports in one text: every one of them is read, whether or not they repeat each other's headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawreport_parser import parse

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("copies", [2, 5])
def test_every_copy_of_a_report_is_read(path: Path, copies: int) -> None:
    text = path.read_bytes().decode("utf-8")
    once = len(list(parse(text).walk()))
    assert len(list(parse("\n".join([text] * copies)).walk())) == copies * once


def test_all_examples_in_one_text() -> None:
    texts = [path.read_bytes().decode("utf-8") for path in EXAMPLES]
    separate = sum(len(list(parse(text).walk())) for text in texts)
    assert len(list(parse("\n".join(texts)).walk())) == separate
