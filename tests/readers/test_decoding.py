"""Encodings: each found by content, each doubt told, no bytes that raise unless an encoding was asked for."""

from __future__ import annotations

import re
import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawreport_parser.errors import ReadError
from lawreport_parser.readers.content import Limits, read_text
from lawreport_parser.readers.decoding import canonical_encoding, decode

REPORT = (
    "临江县人民政府关于2023年度法治政府建设情况的报告\n\n一、主要举措和成效\n（一）坚持党的领导。2023年，全县共办理行政复议案件"
    "１２３件，“放管服”改革成效明显①。\r\n　　二、存在的问题：执法队伍力量不足；普法方式单一……\n2024年1月26日"
)
TRADITIONAL = "法治政府建設年度報告：依法行政，規範執法，健全行政決策機制，強化監督，優化營商環境。" * 4


@pytest.mark.parametrize(
    ("stored", "read_as"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("utf-32-le", "utf-32-le"),
        ("utf-32-be", "utf-32-be"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
    ],
)
@pytest.mark.parametrize("text", [REPORT, "一、法治政府建设", REPORT * 200])
def test_a_report_is_read_in_the_encoding_it_is_stored_in(stored: str, read_as: str, text: str):
    found = decode(text.encode(stored))
    assert (found.text, found.encoding, found.doubtful) == (text, read_as, False)


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert decode(b"\xfe\xff\x4e\x00").text == "一"
    assert decode(b"\x84\x31\x95\x33" + "一".encode("gb18030")).text == "一"
    assert decode("\ufeff一".encode(), "utf-8").text == "一"
    assert decode("\ufeff一".encode("utf-16-be"), "utf-16").text == "一"


def test_ascii_and_nothing_are_utf8():
    assert (decode(b"").encoding, decode(b"report 2023\n").encoding) == ("utf-8", "utf-8")
    assert not decode(b"").doubtful


@pytest.mark.parametrize("name", ["ascii", "us-ascii", "ANSI_X3.4-1968"])
def test_who_says_ascii_gets_no_other_encoding(name: str) -> None:
    assert decode(b"report 2023\n", name).text == "report 2023\n"
    with pytest.raises(ReadError, match=f"not {re.escape(name)}: the byte 0xe4 at offset 5 cannot be decoded"):
        decode("2023\n一".encode(), name)


def test_line_ends_and_spaces_stay():
    text = "一、\r\n　\xa0甲\r乙\n"
    assert read_text(text.encode()).text == text


def test_utf8_that_is_cut_off_stays_utf8_and_is_doubtful():
    data = REPORT.encode()[:-1] + b"\xe5"
    found = decode(data)
    assert found.encoding == "utf-8"
    assert found.doubtful
    assert found.text.startswith(REPORT[:-1])
    notes = read_text(data).notes
    assert [code for code, _ in notes] == ["doubtful-encoding"]
    assert "replacement" in notes[0][1]


def test_gb18030_with_a_broken_byte_stays_gb18030_and_is_doubtful():
    found = decode(REPORT.encode("gb18030") + b"\xff")
    assert (found.encoding, found.doubtful, found.text[: len(REPORT)]) == ("gb18030", True, REPORT)


def test_big5_is_guessed_and_doubtful():
    pytest.importorskip("charset_normalizer", reason="needs the extra 'encodings'")
    found = decode(TRADITIONAL.encode("big5"))
    assert found.doubtful
    assert (found.text, found.encoding) == (TRADITIONAL, "big5hkscs")


def test_without_charset_normalizer_gb18030_is_taken_and_doubtful(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    found = decode(TRADITIONAL.encode("big5"))
    assert (found.encoding, found.doubtful) == ("gb18030", True)


def test_private_use_characters_are_doubtful_in_number_only():
    assert not decode(("一、法治政府建设" * 20 + "\ue000").encode()).doubtful
    assert decode(("一、\ue000\ue001" * 20).encode()).doubtful


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes):
    found = decode(data)
    assert isinstance(found.text, str)
    assert found.doubtful or found.text.encode(found.encoding) in data


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=8, max_size=200))
def test_utf8_is_never_taken_for_another(text: str):
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("name", ["utf-8", "UTF8", "gbk", "GB2312", "cp936", "latin-1", "utf_16"])
def test_an_encoding_given_is_used(name: str):
    text = "report" if name == "latin-1" else "一、法治①"
    stored = "gb18030" if canonical_encoding(name) == "gb18030" else name
    assert decode(text.encode(stored), name).text == text


def test_bytes_that_are_not_in_the_encoding_given_are_an_error_with_the_place():
    with pytest.raises(ReadError, match=r"a\.txt: not utf-8: the byte 0xb7 at offset 3 .*give another encoding"):
        decode(b"abc\xb7\xa8", "utf-8", "a.txt")


@pytest.mark.parametrize("name", ["nonsense", "", "base64", "rot13", "utf-8\x00", "zip", "法治", "x" * 5000, "../x"])
def test_an_unknown_encoding_is_an_error(name: str):
    with pytest.raises(ReadError, match="unknown encoding"):
        decode(b"abc", name)


@pytest.mark.parametrize("name", ["idna", "punycode", "undefined", "utf-7", "unicode_escape"])
def test_odd_encodings_raise_nothing_else(name: str):
    with suppress(ReadError):
        decode(b"\xff\xfe\\x\x00-+", name)


def test_limits_are_kept():
    with pytest.raises(ReadError, match=r"a\.txt: empty, there is no text"):
        read_text(b"", name="a.txt")
    with pytest.raises(ReadError, match="max_bytes"):
        read_text(b"12345", limits=Limits(max_bytes=4))
    with pytest.raises(ReadError, match="max_characters"):
        read_text(b"12345", limits=Limits(max_characters=4))
