"""Texts in which the fuzzer found a promise broken, made small. Each stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lawreport_parser import Report

FOUND = {
    "metadata behind a sentence on one line with a long value": "。发布日期：2022-01-14　来源：" + "甲" * 41,
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_the_promises_hold(promises: Callable[..., Report], text: str) -> None:
    promises(text)
