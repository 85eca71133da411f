"""One report in every format and encoding gives one outline."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from lawreport_parser import Report, parse, parse_bytes
from tests.readers import word_files

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
NAMES = ("county-classic", "bureau-statutory", "themes-closing", "regulation")


def text_of(name: str) -> str:
    return (EXAMPLES / f"{name}.txt").read_bytes().decode("utf-8")


def lines_of(name: str) -> list[str]:
    return [line for line in text_of(name).splitlines() if line.strip()]


def shape(report: Report) -> list[tuple[object, ...]]:
    def squeezed(words: str) -> str:
        return "".join(words.split())

    return [
        (
            node.depth,
            node.kind,
            node.ordinal,
            node.heading and squeezed(node.heading),
            squeezed(node.text),
            tuple(node.roles),
        )
        for node in report.nodes()
    ]


def paragraphs_page(lines: list[str]) -> bytes:
    body = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines)
    head = "<head><meta charset='utf-8'></head>"
    return f"<!DOCTYPE html><html>{head}<body><div id='zoom'>{body}</div></body></html>".encode()


def breaks_page(lines: list[str]) -> bytes:
    body = "<br>\n".join(html.escape(line) for line in lines)
    head = "<head><meta http-equiv='Content-Type' content='text/html; charset=gb2312'></head>"
    return f"<html>{head}<body><div>{body}</div></body></html>".encode("gb18030")


def table_page(lines: list[str]) -> bytes:
    body = "".join(f"<div><span>{html.escape(line)}</span></div>" for line in lines)
    return f"<html><meta charset=utf-8><body><table><tr><td>{body}</td></tr></table></body></html>".encode()


def typed_word_file(lines: list[str]) -> bytes:
    return word_files.docx("".join(word_files.paragraph(line) for line in lines))


LEVELS = (
    (re.compile(r"^[一二三四五六七八九十]+、"), 0),
    (re.compile(r"^[（(][一二三四五六七八九十]+[）)]"), 1),
    (re.compile(r"^\d+[.．]"), 2),
)


def numbered_word_file(lines: list[str]) -> bytes:
    """The markers at the start of lines are left to Word's automatic numbering."""
    paragraphs = []
    for line in lines:
        bare = line.lstrip("\u3000 ")
        for pattern, level in LEVELS:
            marker = pattern.match(bare)
            if marker:
                paragraphs.append(word_files.paragraph(bare[marker.end() :], num=1, ilvl=level))
                break
        else:
            paragraphs.append(word_files.paragraph(line))
    none = '<w:suff w:val="nothing"/>'
    numbering = word_files.definition(
        0,
        word_files.level(0, "chineseCounting", "%1、", none),
        word_files.level(1, "chineseCounting", "（%2）", none),
        word_files.level(2, "decimal", "%3.", none),
    ) + word_files.instance(1, 0)
    return word_files.docx("".join(paragraphs), numbering)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("write", [paragraphs_page, breaks_page, table_page], ids=lambda write: write.__name__)
def test_web_pages(name: str, write: Callable[[list[str]], bytes]) -> None:
    pytest.importorskip("lxml", reason="the extra html is not installed")
    report = parse_bytes(write(lines_of(name)), name="page.html")
    assert report.source is not None
    assert report.source.format == "html"
    assert shape(report) == shape(parse(text_of(name)))


@pytest.mark.parametrize("name", NAMES)
def test_word_files_with_typed_numbers(name: str) -> None:
    pytest.importorskip("docx", reason="the extra docx is not installed")
    report = parse_bytes(typed_word_file(lines_of(name)), name="typed.docx")
    assert shape(report) == shape(parse(text_of(name)))


def test_word_files_with_automatic_numbers() -> None:
    pytest.importorskip("docx", reason="the extra docx is not installed")
    name = "county-classic"
    report = parse_bytes(numbered_word_file(lines_of(name)), name="numbered.docx")
    want = list(shape(parse(text_of(name))))
    assert shape(report) == want


@pytest.mark.parametrize("name", NAMES)
def test_pdf_files(name: str) -> None:
    pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
    pytest.importorskip("reportlab", reason="reportlab, which writes the PDF, is not installed")
    from tests.readers.test_pdf import pdf_of, wrapped

    lines = lines_of(name)
    report = parse_bytes(pdf_of(wrapped(lines)), name="report.pdf")
    assert report.source is not None
    assert report.source.format == "pdf"
    assert [row[:4] for row in shape(report)] == [row[:4] for row in shape(parse(text_of(name)))]
