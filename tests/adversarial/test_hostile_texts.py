"""No text makes `parse` raise, hang or break its promises; see `texts.py` for the reason of each."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from texts import TEXTS

from lawreport_parser import Report, parse


@pytest.mark.parametrize("name", TEXTS)
def test_the_promises_hold(promises: Callable[..., Report], name: str) -> None:
    hostile = TEXTS[name]
    promises(hostile.make(hostile.size), again=False)


@pytest.mark.parametrize("name", TEXTS)
def test_json_gives_a_hostile_report_back(promises: Callable[..., Report], name: str) -> None:
    promises(TEXTS[name].make(min(TEXTS[name].size, 1_000)))


@pytest.mark.parametrize("name", TEXTS)
def test_what_a_hostile_text_hides_does_not_reach_its_neighbour(name: str) -> None:
    """A sound report after a hostile one is still read: nothing is kept between calls."""
    sound = "情形如下：\n一、栽种果园\n二、修缮桥梁"
    before = parse(sound).to_json()
    parse(TEXTS[name].make(min(TEXTS[name].size, 500)))
    assert parse(sound).to_json() == before


def test_sections_nest_no_deeper_than_any_reader_can_follow() -> None:
    hostile = TEXTS["absurd-nesting"]
    report = parse(hostile.make(hostile.size))
    assert max(section.depth for section in report.walk()) <= 64


def test_parsing_leaves_the_recursion_limit_alone() -> None:
    limit = sys.getrecursionlimit()
    parse(TEXTS["absurd-nesting"].make(20_000))
    assert sys.getrecursionlimit() == limit


def test_every_hostile_text_has_a_reason() -> None:
    for name, hostile in TEXTS.items():
        assert hostile.reason.endswith("."), name
        assert len(hostile.make(hostile.size)) <= 1.3 * hostile.size + 100, name
