"""What a scan misread, mended: the marker that was meant, and whether what was seen might be words as well."""

from __future__ import annotations

import pytest

from lawreport_parser.outline.misread import mend


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("—、", "一、"),
        ("－、", "一、"),
        ("—﹑", "一﹑"),
        ("— 、", "一、"),
        ("十—、", "十一、"),
        ("—是", "一是"),
        ("—要", "一要"),
        ("（—）", "（一）"),
        ("(-)", "(一)"),
        ("〔二〕", "（二）"),
        ("【三】", "（三）"),
        ("[1]", "（1）"),
        ("（二]", "（二）"),
        ("[二)", "（二)"),
        ("二〕", "二）"),
        ("—）", "一）"),
        ("第—条", "第一条"),
        ("第 — 条", "第一条"),
        ("第—部分", "第一部分"),
        ("第—，", "第一，"),
        ("l.", "1."),
        ("l、", "1、"),
        ("1O.", "10."),
        ("lO．", "10．"),
        ("I.", "1."),
        ("|.", "1."),
        ("二O、", "二〇、"),
        ("（l）", "（1）"),
        ("1．l", "1．1"),
        ("l.l", "1.1"),
    ],
)
def test_what_only_looks_otherwise(seen: str, meant: str) -> None:
    assert mend(seen) == (meant, True)


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("（二", "（二）"),
        ("〔二", "（二）"),
        ("(二", "(二）"),
        ("（二、", "（二）"),
        ("二，", "二、"),
        ("二,", "二、"),
        ("二丶", "二、"),
        ("1，", "1、"),
        ("入、", "八、"),
        ("士、", "十、"),
        ("土一、", "十一、"),
        ("（工）", "（二）"),
        ("ニ、", "二、"),
        ("第ハ条", "第八条"),
        ("—，", "一、"),
    ],
)
def test_what_might_be_words(seen: str, meant: str) -> None:
    assert mend(seen) == (meant, False)


@pytest.mark.parametrize("seen", ["一、", "（一）", "第一条", "1.", "一是", "1.1", "10"])
def test_what_is_right_is_not_mended(seen: str) -> None:
    assert mend(seen) is None
