"""Every character of a Word file's text comes from an element of the document, or was put in by the reader."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from lawreport_parser.readers.word.document import read_docx, trace_docx

pytest.importorskip("docx", reason="python-docx is not installed")
sys.path.insert(0, str(Path(__file__).parent))

from word_files import definition, docx, instance, level, paragraph, run
from word_pages import MAKERS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LISTS = definition(1, level(0, "chineseCounting", "%1、")) + instance(1, 1)
UP = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
#: Raised digits as they are typed.
TYPED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def origins(data: bytes) -> list[tuple[str, str, str | None]]:
    """Return each stretch of the text with the tag of its element, and the characters of that from its offset on."""
    extracted, found = trace_docx(data)
    stretches = []
    for start, end, element, offset in found:
        held = None if offset is None else (element.text or "")[offset : offset + end - start]
        stretches.append((extracted.text[start:end], element.tag.removeprefix(W), held))
    return stretches


def test_stretches_have_their_elements() -> None:
    body = paragraph("甲", 1, 0) + paragraph(content=run("乙") + "<w:r><w:tab/><w:t>丙</w:t></w:r>")
    assert origins(docx(body, LISTS)) == [
        ("一、\t", "p", None),
        ("甲", "t", "甲"),
        ("乙", "t", "乙"),
        ("\t", "tab", ""),
        ("丙", "t", "丙"),
    ]


def test_cells_keep_their_places_where_blanks_go_and_colons_come() -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("  索引号： ", " 甲\t乙"))
    data = docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    assert trace_docx(data)[0].text == "索引号：甲 乙"
    assert origins(data) == [("索引号", "t", "索引号"), ("甲 乙", "t", "甲\t乙")]


def test_marks_of_notes_keep_their_places_where_they_are_moved() -> None:
    data = docx(paragraph(content=run("办结35") + UP.format("1") + run("件。")))
    assert trace_docx(data)[0].text == "办结35件¹。"
    assert origins(data) == [("办结35", "t", "办结35"), ("件", "t", "件"), ("。", "t", "。")]


@pytest.mark.parametrize("name", MAKERS)
def test_text_is_the_same_and_stretches_are_in_order(name: str) -> None:
    data, _ = MAKERS[name]()
    extracted, found = trace_docx(data)
    assert extracted == read_docx(data)
    at = 0
    for start, end, _, _ in found:
        assert at <= start < end <= len(extracted.text)
        at = end
    for text, tag, held in origins(data):
        if tag == "t":
            assert text.translate(TYPED) == (held or "").replace("\t", " ").translate(TYPED)
