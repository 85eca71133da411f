"""A text in which nothing stands is no report, and says so."""

from __future__ import annotations

import pytest

from lawreport_parser import parse
from lawreport_parser.errors import ReportError

BLANK = ["", " ", "\n", "\u3000\u3000\n\t\r\n", "\u00a0", "\ufeff"]


@pytest.mark.parametrize("text", BLANK)
def test_nothing_has_neither_title_nor_outline(text: str) -> None:
    found = {each.code: each for each in parse(text).diagnostics}
    assert {"no-title", "no-outline"} <= found.keys()
    assert all((each.span.start, each.span.end) == (0, 0) for each in found.values())


@pytest.mark.parametrize("text", BLANK)
def test_strict_refuses_nothing(text: str) -> None:
    with pytest.raises(ReportError):
        parse(text, strict=True)
