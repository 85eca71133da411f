"""No text makes `parse` raise, hang or break its promises; see `texts.py` for the reason of each."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from texts import TEXTS

from lawreport_parser import Report, parse

SOUND = "情形如下：\n一、栽种果园\n二、修缮桥梁"


@pytest.fixture(scope="module")
def sound() -> str:
    return parse(SOUND).to_json()


@pytest.mark.parametrize("name", TEXTS)
def test_the_promises_hold(promises: Callable[..., Report], name: str, sound: str) -> None:
    """A part of each text; a sound report after it is still read: nothing is kept between calls."""
    promises(TEXTS[name].make(min(TEXTS[name].size, 2_000)))
    assert parse(SOUND).to_json() == sound


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_the_promises_hold_at_full_size(promises: Callable[..., Report], name: str) -> None:
    promises(TEXTS[name].make(TEXTS[name].size), again=False)


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
