"""How the matches of a pattern begin is derived from the pattern: nothing that it matches begins in another way."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawreport_parser.discourse.beginnings import beginnings, sieve
from lawreport_parser.discourse.cues import Cue, cues_in
from lawreport_parser.grammars import terminal_patterns

PATTERNS = terminal_patterns("discourse")
#: The cues that are looked for in all of a text, in the order in which they count.
CUES = {name.lower().replace("_", " "): pattern for name, pattern in PATTERNS.items() if name != "AIM_VERB"}

#: Shapes that the grammar has or may get, and how their matches begin.
SHAPES = {
    "渔": {"渔"},
    "渔港": {"渔港"},
    "渔港灯塔": {"渔港"},
    "渔港|灯塔": {"渔港", "灯塔"},
    "渔|渔港": {"渔"},
    "渔港?": {"渔"},
    "渔?港": {"渔港", "港"},
    "(?:渔|大)港": {"渔港", "大港"},
    "(?:渔|大)?港": {"渔港", "大港", "港"},
    "(?:渔港|塔)灯": {"渔港", "塔灯"},
    "[渔港]灯": {"渔灯", "港灯"},
    "[0-2]年": {"0年", "1年", "2年"},
    "渔[^灯]{0,4}港": {"渔"},
    "渔[港灯]{1,3}": {"渔港", "渔灯"},
    "渔{1,2}港": {"渔"},
    "(?<=灯)渔港": {"渔港"},
    "(?<!灯)渔(?!港)": {"渔"},
    "渔(?=港)": {"渔"},
    r"\(渔": {"(渔"},
    r"渔\.": {"渔."},
}


@pytest.mark.parametrize("shape", SHAPES)
def test_how_a_shape_begins(shape: str) -> None:
    assert beginnings(shape) == SHAPES[shape]


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "渔?",
        "(?:渔|)",
        "(?=渔)",
        "渔{0,3}",
        ".渔",
        "渔*",
        "渔.*",
        "^渔",
        "渔$",
        "渔+",
        "[^渔]港",
        "[一-鿿]港",
        "渔)港",
        "渔?[^港]",
    ],
)
def test_patterns_whose_beginning_cannot_be_told_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError):
        beginnings(pattern)


def test_a_group_that_captures_begins_like_any_other() -> None:
    assert beginnings("(渔|港)灯") == {"渔灯", "港灯"}


def begins_as_told(pattern: str, words: str) -> bool:
    told = beginnings(pattern)
    return words[:2] in told or words[:1] in told


@pytest.mark.parametrize("shape", SHAPES)
@given(data=st.data())
def test_matches_of_a_shape_begin_as_told(shape: str, data: st.DataObject) -> None:
    found = re.search(shape, data.draw(st.from_regex(shape)))
    assert found is not None
    assert begins_as_told(shape, found.group())


@pytest.mark.parametrize("terminal", PATTERNS)
@given(data=st.data())
def test_matches_of_a_cue_begin_as_told(terminal: str, data: st.DataObject) -> None:
    pattern = PATTERNS[terminal]
    found = re.search(pattern, data.draw(st.from_regex(pattern)))
    assert found is not None
    assert begins_as_told(pattern, found.group()), found.group()


# --- the sieve as a whole

FEW = st.sampled_from("渔港灯塔海鱼")


@given(st.sets(st.text(FEW, min_size=1, max_size=2), min_size=1), st.text(FEW))
def test_a_sieve_finds_every_place_with_one_of_the_beginnings(told: set[str], text: str) -> None:
    found = {hit.start() for hit in re.finditer(sieve(told), text)}
    assert found >= {at for at in range(len(text)) if text[at] in told or text[at : at + 2] in told}


def test_it_finds_few_others() -> None:
    """Characters that go on alike are of one group: what is told of one group holds for no other."""
    assert re.findall(sieve({"渔港", "大港", "灯塔", "水塔", "海"}), "渔塔大港灯港水塔海") == ["大", "水", "海"]


def plain_search(text: str) -> list[Cue]:
    """Return the cues of `text` as one would find them who tries each pattern at each place."""
    compiled = {name: re.compile(pattern) for name, pattern in CUES.items()}
    cues: list[Cue] = []
    at = 0
    while at < len(text):
        hits = ((name, pattern.match(text, at)) for name, pattern in compiled.items())
        name, hit = next(((name, hit) for name, hit in hits if hit is not None), ("", None))
        if hit is None:
            at += 1
        else:
            cues.append((name, hit.group(), at, hit.end()))
            at = hit.end()
    return cues


PIECES = [
    "渔港",
    "灯塔，",
    "主",
    "不",
    "仍",
    "了",
    "将",
    "要",
    "的",
    "2024",
    "3",
    "件",
    "年",
    "。",
    "；",
    "“",
    "\n",
    "\ud800",
    "的同时",
]


@st.composite
def texts_of_cues(draw: st.DrawFn) -> str:
    """Draw a text of a few matches of the cues and of other words, in any order."""
    cue = st.sampled_from(sorted(CUES.values())).flatmap(st.from_regex)
    return "".join(draw(st.lists(st.one_of(cue, st.sampled_from(PIECES)), min_size=1, max_size=6)))


@given(texts_of_cues())
def test_the_cues_of_a_text_are_those_of_a_plain_search(text: str) -> None:
    assert cues_in(text, 0, len(text)) == plain_search(text)


@pytest.mark.parametrize("name", CUES)
@given(data=st.data())
def test_each_cue_is_found_as_by_a_plain_search(name: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(CUES[name]))
    assert cues_in(text, 0, len(text)) == plain_search(text)
