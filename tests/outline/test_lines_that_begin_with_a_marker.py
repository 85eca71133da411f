"""`starts_with_marker`, by which readers of files know where a paragraph begins and which line may not be lost."""

from __future__ import annotations

import pytest

from lawreport_parser.outline.reading import starts_with_marker


@pytest.mark.parametrize("line", ["一、石湾", "　　（一）石湾", "1.石湾", "①石湾", "第一条　石湾", "  (2) 石湾"])
def test_a_marker_of_the_block_styles_at_its_beginning(line: str) -> None:
    assert starts_with_marker(line)


@pytest.mark.parametrize(
    "line",
    ["", "石湾", "石湾：一、修桥", "一是修桥", "首先，修桥", "2023年修桥", "1.5万元", "修桥（一）"],
)
def test_a_spoken_marker_one_further_in_and_a_figure_are_none(line: str) -> None:
    assert not starts_with_marker(line)
