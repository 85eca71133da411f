"""Small documents made of text, in every format the library reads, and the parts of a document taken out and put back.

They hold what the readers look at: numbering, tables, notes and tracked changes of Word; menus, tables and metadata of
web pages; columns, small print and the content streams of a PDF. Nothing but the standard library makes them.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Mapping
from html import escape
from io import BytesIO
from typing import Final

__all__ = ["docx_of", "html_of", "packed", "parts_in", "pdf_of", "with_places", "with_streams"]

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES: Final = (
    f'xmlns:w="{_W}" xmlns:r="{_OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_FORMATS: Final = ("chineseCounting", "chineseCountingThousand", "decimal", "decimalEnclosedCircle", "upperLetter")
#: What an unpacked part may hold; a mutated document that unpacks to more is no seed for another.
_PART: Final = 1_000_000


def html_of(text: str, charset: str = "utf-8") -> bytes:
    """Return a web page as government sites build them; characters that `charset` lacks become references."""
    title, _, body = text.partition("\n")
    blocks = []
    for number, line in enumerate(body.split("\n")):
        said = escape(line)
        match number % 8:
            case 1:
                blocks.append(f"<div><span>{said}</span><sup>[{number}]</sup></div>")
            case 3:
                blocks.append(
                    f"<table><tr><th>序号</th><th>事项</th></tr><tr><td>{number}</td><td>{said}</td></tr></table>"
                )
            case 5:
                blocks.append(f"{said}<br>\n&nbsp;&nbsp;<a href='#'><strong>{said[:9]}</strong></a><br/>")
            case 6:
                blocks.append(f"<ol start=2 type=a><li>{said}<li hidden>{number}</ol>")
            case _:
                blocks.append(f"<p style='text-indent:2em'>{said}</p>")
    page = (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><meta name="ArticleTitle" content="{escape(title)}">'
        '<meta name="PubDate" content="2024-01-30 09:15"><title>县人民政府</title><style>p{color:red}</style>'
        "</head><body><ul class='nav'><li><a href='/'>首页</a><li><a href='/zwgk'>政务公开</a></ul>"
        f"<h1>{escape(title)}</h1>"
        "<table><tr><td>索引号：</td><td>01/2024-7</td><td>发文日期</td><td>2024-01-29</td></tr></table>"
        f"<div id=zoom>{''.join(blocks)}</div><script>var a='一、<p>';</script>"
        "<footer>版权所有 网站地图</footer></body></html>"
    )
    return page.encode(charset, "xmlcharrefreplace")


def docx_of(text: str) -> bytes:
    """Return a Word file whose paragraphs are the lines of `text`: plain, numbered, styled, in a table, tracked."""
    blocks = []
    for number, line in enumerate(text.split("\n")):
        said = f'<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r>'
        match number % 8:
            case 1:
                level = f'<w:numPr><w:ilvl w:val="{number % 3}"/><w:numId w:val="1"/></w:numPr>'
                blocks.append(f"<w:p><w:pPr>{level}</w:pPr>{said}</w:p>")
            case 3:
                cell = "<w:tc><w:p>{}</w:p></w:tc>"
                blocks.append(
                    f"<w:tbl><w:tr>{cell.format(said)}{cell.format('<w:r><w:t>63</w:t></w:r>')}</w:tr></w:tbl>"
                )
            case 4:
                blocks.append(f'<w:p><w:pPr><w:pStyle w:val="h1"/></w:pPr>{said}</w:p>')
            case 5:
                raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
                note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
                blocks.append(f'<w:p>{raised}<w:ins w:id="1">{said}</w:ins><w:del w:id="2">{said}</w:del>{note}</w:p>')
            case 6:
                box = f"<v:textbox><w:txbxContent><w:p>{said}</w:p></w:txbxContent></v:textbox>"
                blocks.append(f"<w:p><w:r><w:tab/></w:r><w:r><w:pict>{box}</w:pict></w:r><w:r><w:br/></w:r></w:p>")
            case _:
                blocks.append(f"<w:p>{said}</w:p>")
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{said}"/></w:lvl>'
        for at, (form, said) in enumerate(zip(_FORMATS, ("%1、", "（%2）", "%1.%3.", "%4", "%5)"), strict=True))
    )
    footnote = '<w:footnote w:id="1"><w:p><w:r><w:t>同比口径</w:t></w:r></w:p></w:footnote>'
    inner = {
        "document": f"<w:body>{''.join(blocks)}</w:body>",
        "numbering": f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        "styles": '<w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>",
        "footnotes": footnote,
    }
    parts = {
        f"word/{name}.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_NAMESPACES}>{content}</w:{name}>'
        for name, content in inner.items()
    }
    overrides = f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>'
    related = "".join(
        f'<Relationship Id="r{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for name in ("numbering", "styles", "footnotes")
    )
    parts |= {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>',
    }
    return packed({name: content.encode("utf-8", "replace") for name, content in parts.items()})


def parts_in(data: bytes) -> dict[str, bytes] | None:
    """Return the parts of a ZIP file by name; None for what is none, is damaged, or unpacks to a great deal."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(each.file_size for each in archive.infolist()) > _PART:
                return None
            return {each.filename: archive.read(each) for each in archive.infolist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        return None


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file of `parts`, the same bytes for the same parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def pdf_of(text: str) -> bytes:
    """Return a PDF of the lines of `text`: a title, rows of a page or of two columns, raised marks, a page number."""
    rows = [line[at : at + 24] for line in text.split("\n") for at in range(0, max(len(line), 1), 24)]
    pages = [rows[at : at + 20] for at in range(0, len(rows), 20)]
    contents = []
    for number, page in enumerate(pages, 1):
        drawn = [_drawn(270, 30, 9, f"— {number} —")]
        for at, row in enumerate(page):
            # Every third page has two columns.
            half = number % 3 == 0 and at >= len(page) // 2
            left = (310 if half else 60) + 24 * (at % 5 == 0)
            height = 740 - 30 * (at - len(page) // 2 if half else at)
            drawn.append(_drawn(left, height, 9 if number % 3 == 0 else 16, row))
            if at % 7 == 3:
                drawn.append(_drawn(left + 16 * len(row), height + 6, 7, "②"))
        contents.append("\n".join(drawn).encode())
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [ {kids} ] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [ 4 0 R ] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 0 >> >>",
    ]
    for at in range(len(pages)):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents {6 + 2 * at} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length 0 >>\nstream\n{contents[at].decode()}\nendstream")
    body = "".join(f"{at} 0 obj\n{each}\nendobj\n" for at, each in enumerate(objects, 1))
    return with_places(b"%PDF-1.7\n" + body.encode() + b"trailer\n<< /Root 1 0 R >>\n")


def _drawn(left: float, height: float, size: int, row: str) -> str:
    said = row.encode("utf-16-be", "surrogatepass").hex().upper()
    return f"BT /F1 {size} Tf {left} {height} Td <{said}> Tj ET"


_STREAM: Final = re.compile(rb"(/Length )\d+([^\n]*\nstream\n)(.*?)(\nendstream)", re.DOTALL)
_OBJECT: Final = re.compile(rb"^(\d{1,5}) 0 obj\n", re.MULTILINE)
_END: Final = re.compile(rb"xref\n.*?(?=trailer\n)|startxref\n.*", re.DOTALL)


def with_streams(data: bytes, change: Mapping[int, bytes]) -> tuple[bytes, list[bytes]]:
    """Return a PDF as `pdf_of` writes it with some of its streams, by number, replaced; and what all of them held."""
    held: list[bytes] = []

    def replaced(found: re.Match[bytes]) -> bytes:
        content = change.get(len(held), found[3])
        held.append(found[3])
        return b"%s%d%s%s%s" % (found[1], len(content), found[2], content, found[4])

    return _STREAM.sub(replaced, data), held


def with_places(data: bytes) -> bytes:
    """Return a PDF with the lengths of its streams and the places of its objects made right again."""
    body = _END.sub(b"", with_streams(data, {})[0])
    places = {int(found[1]): found.start() for found in _OBJECT.finditer(body)}
    trailer = body.rfind(b"trailer\n")
    if trailer < 0 or not places:
        return data
    size = max(places) + 1
    rows = (b"%010d 00000 n \n" % places[at] if at in places else b"0000000000 65535 f \n" for at in range(size))
    table = b"xref\n0 %d\n%s" % (size, b"".join(rows))
    said = re.sub(rb"/Size \d+ ", b"", body[trailer:]).replace(b"<< ", b"<< /Size %d " % size, 1)
    return b"%s%s%sstartxref\n%d\n%%%%EOF\n" % (body[:trailer], table, said, trailer)
