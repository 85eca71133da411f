"""Pages, Word files and PDFs whose true text is known: every line of it is read, no other, and no figure is changed."""

from __future__ import annotations

import pytest
from true_text import PAGES, Truth, agreement, page_truths

from lawreport_parser.readers import extract

TRUTHS = page_truths()


def held(truth: Truth, data: bytes, name: str) -> str:
    """Return where the reader's text and the true one differ; running heads and foot notes are set apart."""
    found = extract(data, name=name)
    end = len(found.text) if found.furniture_start is None else found.furniture_start
    return str(agreement(truth, found.text[:end], found.metadata, found.text[end:]))


@pytest.mark.parametrize("stem", TRUTHS)
def test_a_page_of_a_site_gives_its_true_text(stem: str):
    pytest.importorskip("lxml", reason="needs the extra 'html'")
    assert held(TRUTHS[stem], (PAGES / f"{stem}.html").read_bytes(), f"{stem}.html") == "as it should be"


def test_every_page_has_its_true_text_and_every_text_its_page():
    assert {file.stem for file in PAGES.glob("*.html")} == set(TRUTHS)


PDFS = (
    "two-columns",
    "three-columns",
    "columns-then-full-width",
    "diagram-beside-text",
    "table-beside-text",
    "raised-notes",
    "spread-rows",
    "heads-and-page-numbers",
    "landscape-table",
    "scanned-page-among-others",
    "columns-on-one-page-only",
    "table-between-columns",
    "branching-diagram-on-the-left",
    "long-notes",
    "box-of-figures-beside-text",
    "sidebar-of-paragraphs",
    "photo-with-caption-in-a-column",
    "list-of-figures-on-the-left",
    "notes-below-two-columns",
)


@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_gives_its_true_text(name: str):
    pytest.importorskip("pypdfium2", reason="needs the extra 'pdf'")
    pytest.importorskip("reportlab", reason="needs reportlab to make the files")
    from pdf_pages import MAKERS

    assert tuple(MAKERS) == PDFS
    data, truth = MAKERS[name]()
    assert held(truth, data, f"{name}.pdf") == "as it should be"


WORD_FILES = (
    "raised-digits",
    "footnotes",
    "tracked-changes",
    "hidden-paragraphs",
    "text-boxes",
    "merged-cells",
    "endnotes-and-fields",
    "tracked-rows",
    "controls-and-comments",
)


@pytest.mark.parametrize("name", WORD_FILES)
def test_a_word_file_gives_its_true_text(name: str):
    pytest.importorskip("docx", reason="needs the extra 'docx'")
    from word_pages import MAKERS

    assert tuple(MAKERS) == WORD_FILES
    data, truth = MAKERS[name]()
    assert held(truth, data, f"{name}.docx") == "as it should be"


PAGE = Truth.of(
    "[metadata]\n来源：甲局\n[text]\n一、成效\n受理⟦2⟧63件，办结1,286件。\n[notes]\n⟦2⟧ 不含上年的。\n[may]\n图为会场"
)


@pytest.mark.parametrize(
    ("read", "differs"),
    [
        ("来源：甲局\n一、成效\n受理63件，办结1,286件。\n2不含上年的。", "as it should be"),
        ("甲局\n一、 成效\n受理[2]63件，办结1,286件。\n图为会场\n② 不含上年的。", "as it should be"),
        (
            "甲局\n一、成效\n受理263件，办结1,286件。\n②不含上年的。",
            "lost: 受理⟦2⟧63件，办结1,286件。\ntoo many: 受理263件，办结1,286件。\nfigures changed: 受理⟦2⟧63件",
        ),
        (
            "甲局\n一、成效\n受理63件，办结1 286件。\n②不含上年的。\n首页",
            "lost: 受理⟦2⟧63件，办结1,286件。\ntoo many: 受理63件，办结1 286件。\ntoo many: 首页\n"
            "figures changed: 办结1,286件",
        ),
        (
            "受理63件，办结1,286件。\n一、成效\n来源：甲局　点击：12",
            "lost: 一、成效\nlost: ⟦2⟧ 不含上年的。\ntoo many: 一、成效",
        ),
    ],
)
def test_what_counts_as_a_difference(read: str, differs: str):
    assert str(agreement(PAGE, read)) == differs
