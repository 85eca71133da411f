"""The table of weights and the evidence agree: every row has its feature, and weighs something."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lawreport_parser.explain.stages import replay
from lawreport_parser.lexicon import DEFAULT_LEXICON
from lawreport_parser.outline.moves import Move, legal_moves
from lawreport_parser.outline.reading import reading_of
from lawreport_parser.outline.series import plain_move
from lawreport_parser.outline.weights import ROWS, WEIGHTS, class_of
from lawreport_parser.page import divide_page

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples" / "reports").glob("*.txt"))

# Texts made of these hold every shape that the evidence tells apart, and none that a person would write.
_MARKERS = (
    "一、", "二、", "三、", "五、", "十、", "（一）", "（二）", "（三）", "1.", "2.", "3.", "1、", "2、", "（1）",
    "（2）", "①", "②", "1.1", "1.2", "2.1", "第一章", "第二章", "第一条", "第二条", "第二条之一", "第十二条",
    "第一，", "首先", "其次", "最后", "一是", "二是", "三是", "是", "一要", "二要",
)  # fmt: skip
_WORDS = (
    "学法八次",
    "修渠",
    "存在的主要问题和下一步工作打算",
    "总则",
    "甲乙丙丁，戊己庚辛",
    "1季度",
    "二季度",
    " 编制目的",
    "",
)
#: Shapes that none of the written texts has.
_RARE = (
    "一是修渠。\n1.清淤。\n2.筑坝。\n是植树。\n三是蓄水。",
    "一是宣传不够。是内容问题，也是方式问题。二是人员不足。三是经费偏紧。",
    "第二条修渠\n第三条筑坝第三条之一清淤",
    "第二条修渠\n第三条筑坝\n第一条清淤\n第四条植树\n第五条蓄水",
    "第二条修渠\n第三条筑坝\n第一条清淤第四条植树",
    "1.修渠\n2，清淤\n3.筑坝\nl.植树\n2.蓄水",
    "修渠八次，一、二季度清淤，二、三季度筑坝。",
    "一、修渠\n修渠八次，其中：（一）清淤。（二）筑坝。",
    "修渠八次，其中：（一）清淤。（二）筑坝。一、植树一、植树。二、蓄水。",
    "修渠八次。一、二季度清淤。二、三季度筑坝。",
)
_BETWEEN = (
    "\n", "\n", "。", "；", "，", "：", "", "、", " ", "”", "\n附件1\n", "全文如下：\n", "全文如下：",
    "\n2025年，我们将：\n", "\n下一步，我局将抓好以下工作：", "\n存在的问题和下一步打算\n",
    "\n石湾县人民政府\n2024年1月2日\n", "\n一年来，法治政府建设取得成效，但也存在不足。\n",
)  # fmt: skip


def examples() -> Iterator[str]:
    """Yield the examples, also without their line breaks."""
    for path in EXAMPLES:
        text = path.read_text(encoding="utf-8")
        yield from (text, text.replace("\n", ""))


def written_texts() -> Iterator[str]:
    """Yield the examples and the texts of the tests, also without their line breaks."""
    yield from examples()
    texts: list[str] = []
    for path in sorted((ROOT / "tests" / "outline").glob("*.py")):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        constants = (node.value for node in nodes if isinstance(node, ast.Constant))
        texts += [value for value in constants if isinstance(value, str) and len(value) > 8]
    for text in texts:
        yield text
        yield text.replace("\n", "")


def made_texts() -> Iterator[str]:
    choose = random.Random(10)
    for _ in range(1_500):
        pieces = range(choose.randrange(3, 25))
        yield "".join(choose.choice(_MARKERS) + choose.choice(_WORDS) + choose.choice(_BETWEEN) for _ in pieces)


def weighed(text: str) -> Iterator[tuple[Move | None, dict[Move, list[str]], dict[str, int]]]:
    """Yield for each candidate of a text the plain move, the features of all moves, and the weights for it."""
    reading = reading_of(divide_page(text), DEFAULT_LEXICON)
    links, evidence = reading.links, reading.evidence
    for step in replay(reading):
        if step.move is not None:
            candidate, levels = step.candidate, step.levels
            features = {
                move: evidence.of(candidate, move, levels, step.latest) for move in legal_moves(levels, candidate)
            }
            yield plain_move(candidate, levels, links, evidence), features, WEIGHTS[class_of(candidate)]


@cache
def features_of_all_texts() -> frozenset[str]:
    found: set[str] = set()
    for text in (*written_texts(), *made_texts(), *_RARE):
        for _, features, _ in weighed(text):
            found.update(*features.values())
    return frozenset(found)


def test_every_row_weighs_something() -> None:
    """A feature that weighs nothing has no row."""
    assert [row for row in ROWS.values() if not any((row.block, row.distinct, row.figures, row.spoken))] == []


def test_every_row_has_a_feature() -> None:
    assert sorted(ROWS.keys() - features_of_all_texts()) == []


def test_every_row_says_in_both_languages_what_it_is() -> None:
    for row in ROWS.values():
        assert row.english, row
        assert any("一" <= letter <= "鿿" for letter in row.chinese), row
        assert len(row.english) <= 50, row
        assert not row.english.endswith("."), row


def test_no_feature_has_two_rows() -> None:
    written = (ROOT / "lawreport_parser" / "outline" / "weights.py").read_text(encoding="utf-8")
    assert written.count("    Weight(") == len(ROWS)


def test_the_plain_move_is_the_heaviest() -> None:
    """What `plain_move` settles unweighed, weighing settles no other way."""
    settled = 0
    for text in examples():
        for plain, features, table in weighed(text):
            if plain is not None:
                weights = {move: sum(table.get(each, 0) for each in found) for move, found in features.items()}
                assert weights[plain] == max(weights.values()), (text, plain, weights)
                settled += 1
    assert settled > 250
