"""The files that pages of the manual open: reports as Word files and PDFs, most of them with one defect each."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from lawreport_parser import parse

ROOT = Path(__file__).parents[2]

_CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"
_LETTERS = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_SCAN = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray {size} >>"
_TWO_BYTES = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /ToUnicode 5 0 R /DescendantFonts "
    "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) "
    "/Ordering (Identity) /Supplement 0 >> >>] >>"
)
#: What the two bytes 00 01 of a text mean.
_MEANING = "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0001> <{}> endbfchar"


def _stream(words: str, entries: str = "") -> str:
    return f"<< {entries} /Length {len(words)} >>\nstream\n{words}\nendstream"


def _page(content: int, resources: str) -> str:
    box = "/MediaBox [0 0 300 200]"
    return f"<< /Type /Page /Parent 2 0 R {box} /Contents {content} 0 R /Resources << {resources} >> >>"


def _pdf(*objects: str, end: str = "%%EOF\n") -> bytes:
    """Return a PDF without table of objects, which readers make themselves."""
    body = "".join(f"{number} 0 obj\n{content}\nendobj\n" for number, content in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer << /Root 1 0 R >>\n{end}".encode("latin-1")


def _pages(*numbers: int) -> str:
    return f"<< /Type /Pages /Kids [{' '.join(f'{number} 0 R' for number in numbers)}] /Count {len(numbers)} >>"


def _word_files() -> Any:
    """Return the module with which the tests of the Word reader write their files."""
    spec = importlib.util.spec_from_file_location("manual_word_files", ROOT / "tests" / "readers" / "word_files.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _write_word_files(folder: Path) -> None:
    make = _word_files()
    levels = (make.level(0, "chineseCounting", "%1、"), make.level(1, "chineseCounting", "（%2）"))
    numbering = make.definition(0, *levels) + make.instance(1, 0)
    styles = make.style("Heading1", num=1, ilvl=0)
    heading = make.paragraph("主要工作", style="Heading1")
    text = make.paragraph("一、主要工作")
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部说明</w:t></w:r></w:p>"
    (folder / "report.docx").write_bytes(
        make.docx(heading + make.paragraph("推进依法行政", num=1, ilvl=1), numbering, styles)
    )
    (folder / "numbering.xml").write_text(make.part("numbering", numbering), encoding="utf-8")
    (folder / "styles.xml").write_text(make.part("styles", styles), encoding="utf-8")
    (folder / "undefined-list.docx").write_bytes(make.docx(make.paragraph("主要工作", num=9, ilvl=0)))
    (folder / "hidden-text.docx").write_bytes(make.docx(text + hidden))
    (folder / "draft.docx").write_bytes(make.docx(text + make.paragraph("落实“三项制度，退回案件。")))
    (folder / "comments.docx").write_bytes(make.docx(text, comments=make.part("comments", "")))
    (folder / "embedded.docx").write_bytes(make.docx(f"{text}<w:altChunk/>"))


def _write_pdfs(folder: Path) -> None:
    words = _stream("BT /F 12 Tf 20 150 Td (1. Annual report) Tj ET")
    letters = f"/Font << /F {_LETTERS} >>"
    one = (_CATALOG, _pages(3), _page(4, letters), words)
    (folder / "cut-off.pdf").write_bytes(_pdf(*one, end=""))
    scan = (_page(6, "/XObject << /I 7 0 R >>"), _stream("300 0 0 200 0 0 cm /I Do"), _SCAN.format(size="/Length 1"))
    (folder / "scanned-page.pdf").write_bytes(
        _pdf(_CATALOG, _pages(3, 5), *one[2:], *scan[:2], f"{scan[2]}\nstream\n0\nendstream")
    )
    (folder / "damaged-page.pdf").write_bytes(_pdf(_CATALOG, _pages(3, 9), *one[2:]))
    codes = _stream("BT /F 12 Tf 20 150 Td <00010001> Tj ET")
    font = f"/Font << /F {_TWO_BYTES} >>"
    # U+2F00 is the radical that looks like 一; U+FFFD says that the font does not know.
    for name, meaning in (("radicals.pdf", "2F00"), ("mute-font.pdf", "FFFD")):
        objects = (_CATALOG, _pages(3), _page(4, font), codes, _stream(_MEANING.format(meaning)))
        (folder / name).write_bytes(_pdf(*objects))


def write_files(folder: Path) -> None:
    """Write all of them into `folder`, and `reports.jsonl`, what `lawreport parse` makes of two examples."""
    _write_word_files(folder)
    _write_pdfs(folder)
    examples = [ROOT / "examples" / "reports" / f"{name}.txt" for name in ("county-classic", "defects")]
    lines = [parse(path.read_text(encoding="utf-8")).to_json() + "\n" for path in examples]
    (folder / "reports.jsonl").write_text("".join(lines), encoding="utf-8")
