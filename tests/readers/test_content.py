"""The format of bytes is told by what they hold, and what no reader takes is refused with the reason."""

from __future__ import annotations

import marshal
import re
import time
import zipfile
from contextlib import suppress
from io import BytesIO
from random import Random
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawreport_parser.errors import ReadError
from lawreport_parser.model import Source
from lawreport_parser.outline.reading import starts_with_marker
from lawreport_parser.readers import extract
from lawreport_parser.readers.content import Format, sniff_format

TEXT = "一、主要举措和成效\n（一）坚持党的领导，1<2，a>b。\n"


def zip_of(*names: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>" * 50)
    return out.getvalue()


def ole2_of(*streams: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + b"".join(name.encode("utf-16-le") for name in streams)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", ["a.txt", "a", "a.html", "a.docx", "a.pdf", ""])
def test_text_is_text_whatever_its_name(encoding: str, name: str):
    assert sniff_format(TEXT.encode(encoding), name) == "text"


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><html><p>一、",
        "\n <!-- 生成 --><!-- 二 -->\n<HTML lang=zh>",
        "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'>",
        "<div class=x>一、</div>",
        "<p>一、",
        "前言<br>一、<br/>二、<br />三、",
        "<meta charset=gbk><title>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be"])
def test_html_is_told_by_its_tags(page: str, encoding: str):
    assert sniff_format(page.encode(encoding), "a.txt") == "html"


def test_the_name_decides_on_a_bare_fragment_only():
    assert sniff_format("一、甲<br>".encode(), "a.txt") == "text"
    assert sniff_format("一、甲<br>".encode(), "A.HTML") == "html"
    assert sniff_format("一、甲".encode(), "a.html") == "text"


CELLS = "<table><tr><td>事项</td><td>件数</td></tr><tr><td>复议</td><td>63</td></tr></table>"
WITH_TABLE = f"# 年报\n\n一、成效\n\n办结下列案件。\n\n{CELLS}\n\n二、问题\n\n力量不足。\n"


@pytest.mark.parametrize("text", [WITH_TABLE, f"{CELLS}\n一、成效\n二、问题\n", WITH_TABLE.replace("><", ">\n<")])
@pytest.mark.parametrize("name", ["a.txt", "A.MD", "a.markdown", "", "-"])
def test_a_table_with_tags_makes_no_page_of_a_text(text: str, name: str):
    found = extract(text.encode(), name=name)
    assert (found.format, found.text) == ("text", text)


def test_a_text_with_a_table_is_a_page_where_its_name_or_the_caller_says_so():
    pytest.importorskip("lxml", reason="needs the extra 'html'")
    assert sniff_format(WITH_TABLE.encode(), "a.html") == "html"
    assert "复议\t63" in extract(WITH_TABLE.encode(), name="a.txt", format="html").text
    assert extract(b"<html><p>63<p>64", name="a.html", format="text").text == "<html><p>63<p>64"


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><body>一、\n二、\n三、",
        "<p>一、甲\n乙\n丙\n</p><p>二、丁\n戊</p>\n",
        "<P>一、甲\n乙\n丙\n丁\n<P>二、戊\n己\n",
        f"<div>\n一、甲\n{CELLS}\n二、乙\n</div>",
        f"一、甲<br>\n{CELLS}\n二、乙<br>\n三、丙",
    ],
)
def test_a_text_whose_lines_are_broken_by_tags_is_a_page(page: str):
    assert sniff_format(page.encode(), "a.txt") == "html"


def test_word_xml_is_told_by_its_root():
    block = b"<xml><w:WordDocument/></xml><!--<w:wordDocument>-->"
    assert sniff_format(b"<html><head>" + block + b"<p>", "a.doc") == "html"
    assert sniff_format(b"<?xml version='1.0'?><html>" + block, "a.html") == "html"
    for root in (b"<w:wordDocument xmlns:w='urn:x'>", b"<pkg:package>", b"<!-- x -->\n<w:wordDocument>"):
        with pytest.raises(ReadError, match="Word 2003"):
            sniff_format(b"\xef\xbb\xbf<?xml version='1.0'?>\r\n" + root)


def test_pdf_and_docx_are_told_by_their_content():
    assert sniff_format(b"%PDF-1.7\n...", "a.txt") == "pdf"
    assert sniff_format(b"\xef\xbb\xbf\r\n%PDF-1.4", "") == "pdf"
    assert sniff_format(zip_of("[Content_Types].xml", "word/document.xml"), "a.html") == "docx"
    assert sniff_format(zip_of("[Content_Types].xml", "word/document2.xml")) == "docx"
    assert sniff_format("<p>%PDF-1.4 是一种格式</p>".encode()) == "html"


REFUSED = {
    "old Word": (ole2_of("WordDocument"), r"save it as \.docx"),
    "encrypted": (ole2_of("EncryptionInfo", "EncryptedPackage"), "encrypted"),
    "old Excel": (ole2_of("Workbook"), "Excel"),
    "other OLE2": (ole2_of("Thing"), "old Office"),
    "rtf": (b"{\\rtf1\\ansi", "RTF"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(50), "image"),
    "jpeg": (b"\xff\xd8\xff\xe0", "image"),
    "webp": (b"RIFF\x00\x01\x02\x03WEBPVP8 ", "image"),
    "bmp": (b"BM\x36\x00\x01\x00" + bytes(20), "image"),
    "gzip": (b"\x1f\x8b\x08", "gzip"),
    "other zip": (zip_of("a.txt"), "ZIP archive"),
    "empty zip": (zip_of(), "ZIP archive"),
    "xlsx": (zip_of("[Content_Types].xml", "xl/workbook.xml"), "Excel"),
    "pptx": (zip_of("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint"),
    "odt": (zip_of("mimetype", "content.xml"), "OpenDocument"),
    "ofd": (zip_of("OFD.xml"), "OFD"),
    "cut docx": (zip_of("[Content_Types].xml", "word/document.xml")[:-30], "damaged or cut off"),
    "word xml": (b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument/>", "Word 2003"),
    "mhtml": (b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "MHTML"),
    "program": (b"MZ" + bytes(range(256)) * 20 + bytes(400), "binary"),
    "sqlite": (b"SQLite format 3\x00", "SQLite"),
    "two bytes of a ZIP file": (b"PK", "damaged or cut off"),
    "JSON": (b'\xef\xbb\xbf{\r\n  "schema_version": "1.3", "text": "..."}', "JSON"),
    "JSON of many things": (b'[\n {"id": "1"}]', "JSON"),
    "JSON in UTF-16": ('\ufeff{"text":"\u4e00\u3001"}'.encode("utf-16-le"), "JSON"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_no_reader_takes_is_refused_with_the_reason(kind: str):
    data, said = REFUSED[kind]
    with pytest.raises(ReadError, match=said) as raised:
        sniff_format(data, "a.docx")
    assert raised.value.name == "a.docx"


@pytest.mark.parametrize("name", ["a.xlsx", "A.ZIP", "a.exe", "a.png", "a.xls"])
def test_plain_text_under_the_name_of_no_text_is_refused(name: str) -> None:
    ending = name[1:].lower()
    with pytest.raises(
        ReadError, match=rf"^{name}: a {ending} file with plain text in it; .* say that its format is text"
    ):
        extract(b"1;2;3\n", name=name)
    assert extract(TEXT.encode(), name=name, format="text").text == TEXT
    # A page is one under any name.
    assert sniff_format(b"<html><body><p>", name) == "html"


@pytest.mark.parametrize("text", ['{"', '{甲}："乙"', "[1] 甲", '{"甲" 乙', "{\n", "PKI体系"])
def test_text_with_brackets_is_no_json(text: str) -> None:
    assert sniff_format(text.encode(), "a.txt") == "text"


@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-", b"<", b"\xd0\xcf\x11\xe0", b"\x00"]))
def test_bytes_raise_nothing_else(data: bytes, start: bytes):
    try:
        assert sniff_format(start + data) in ("text", "html", "docx", "pdf")
    except ReadError:
        return


@pytest.mark.parametrize(
    "piece", ["<!---->", "<!--", "<?xml ", "<p ", "a: b\n", "<!-- -->\n", "\n", "<", "<table>", "<p>\n"]
)
def test_telling_takes_linear_time(piece: str):
    started = time.process_time()
    sniff_format((piece * 20_000 + "x").encode())
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "line",
    [
        "一、甲",
        "　　（一）甲",
        "(一)甲",
        "（十二）甲",
        "1.甲",
        "1．甲",
        "12、甲",
        "（1）甲",
        "1）甲",
        "①甲",
        "⑴甲",
        "㈠甲",
        "第一章 总则",
        "第三部分",
        "⒈甲",
        "㉑甲",
        "❶甲",
        "1.1 甲",
        "第 3 章 甲",
        "一．甲",
        "100、甲",
    ],
)
def test_lines_that_start_with_a_marker(line: str):
    assert starts_with_marker(line)


@pytest.mark.parametrize(
    "line",
    [
        "一二三",
        "（2021—2025年）",
        "1.5万元",
        "2021.3.5",
        "一、二季度",
        "三、四线城市",
        "2023年",
        "一是甲",
        "",
        "（豫政〔2020〕33号）",
        "第一责任人",
        "十二五",
    ],
)
def test_lines_that_do_not(line: str):
    assert not starts_with_marker(line)


def test_extract_reads_what_it_finds():
    found = extract(TEXT.encode("gb18030"), name="a.html")
    assert (found.text, found.format, found.encoding) == (TEXT, "text", "gb18030")
    assert extract(TEXT.encode(), format="text", encoding="utf-8").encoding == "utf-8"
    with pytest.raises(ReadError, match="unknown format"):
        extract(b"x", format="doc")  # type: ignore[arg-type]
    with pytest.raises(ReadError, match=r"a\.docx: empty, there is no text"):
        extract(b"", name="a.docx")


DATA = Random(7).randbytes(3_000)
NO_TEXT = {
    "random": DATA,
    "zeros": bytes(5_000),
    "music": b"ID3\x04\x00\x00\x00\x00\x00\x23" + DATA,
    "program": marshal.dumps(compile("x = [1, 2, 3]\n" * 50, "a.py", "exec")) * 20,
    "page": b"<html><body><p>" + DATA,
}


@pytest.mark.parametrize("case", NO_TEXT)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf", "a.bin"])
def test_bytes_that_are_no_text_are_refused(case: str, name: str):
    with pytest.raises(ReadError, match=rf"^{re.escape(name)}: (?:no text in any encoding known|this is binary data)"):
        extract(NO_TEXT[case], name=name)


@pytest.mark.parametrize("size", [100, 1_000, 10_000])
def test_random_bytes_are_refused(size: int):
    read = []
    for seed in range(40):
        with suppress(ReadError):
            extract(Random(seed).randbytes(size))
            read.append(seed)
    assert read == []


def test_an_encoding_that_is_given_is_believed():
    assert extract(DATA, encoding="latin-1", format="text").text == DATA.decode("latin-1")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("share", [0.001, 0.01, 0.02])
@pytest.mark.parametrize("form", ["{}", "<html><body><p>{}</p></body></html>"])
def test_damaged_text_is_no_other_data(encoding: str, share: float, form: str):
    random = Random(11)
    text = "（二）规范执法，全年办理行政复议案件12件。\n" * 180
    data = bytearray(form.format(text).encode(encoding))
    for _ in range(int(share * len(data))):
        data[random.randrange(60, len(data))] = random.randrange(256)
    assert extract(bytes(data)).text.count("行政复议") > 50


def test_a_short_text_may_have_odd_characters():
    assert extract("一、\x01\x02甲".encode()).text == "一、\x01\x02甲"
    assert extract(("法\ufffd" * 50).encode()).text == "法\ufffd" * 50


def test_extract_reads_web_pages():
    pytest.importorskip("lxml", reason="needs the extra 'html'")
    found = extract("<p>一、<b>甲</b></p>".encode("utf-16"))
    assert (found.text, found.format, found.encoding) == ("一、甲", "html", "utf-16-le")


@pytest.mark.parametrize("claimed", ["html", "docx", "pdf"])
def test_a_format_that_is_not_true_is_an_error_or_text(claimed: str):
    pytest.importorskip({"html": "lxml", "docx": "docx", "pdf": "pypdfium2"}[claimed], reason="needs its extra")
    try:
        assert extract(TEXT.encode(), format=claimed).text.split() == TEXT.split()  # type: ignore[arg-type]
    except ReadError:
        assert claimed != "html"


def test_the_formats_have_the_same_names_everywhere():
    inputs = pytest.importorskip("lawreport_parser.cli.inputs", reason="needs the extra 'cli'")
    assert get_args(Format) == get_args(get_type_hints(Source)["format"]) == get_args(inputs.FileFormat)
