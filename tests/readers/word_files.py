"""Word files made from raw XML: the parts and pieces of parts that the tests of the reader are written with."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = f"{_CONTENT}.document.main+xml"


def part(root: str, content: str) -> str:
    """Return the XML of a part whose root element is `w:root`."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {NAMESPACES}>{content}</w:{root}>'


def package(document: str | bytes, parts: Mapping[str, str | bytes] | None = None, core: str = "") -> bytes:
    """Return a .docx: `document` is the XML of the main part, `parts` others by relation kind (`numbering`)."""
    parts = dict(parts or {})
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_CONTENT}.{kind}+xml"/>' for kind in parts
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/>{overrides}</Types>'
    )
    package_relations = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    if core:
        kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        package_relations += f'<Relationship Id="r2" Type="{kind}" Target="docProps/core.xml"/>'
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind.rstrip("0123456789")}" Target="{kind}.xml"/>'
        for kind in parts
    )
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{_RELATIONS}">{package_relations}</Relationships>')
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
        )
        archive.writestr("word/document.xml", document)
        if core:
            archive.writestr("docProps/core.xml", core)
        for kind, content in parts.items():
            archive.writestr(f"word/{kind}.xml", content)
    return stream.getvalue()


def docx(body: str, numbering: str = "", styles: str = "", **parts: str) -> bytes:
    """Return a .docx with this body, these numbering definitions and styles."""
    own = {"numbering": part("numbering", numbering), "styles": part("styles", styles)}
    return package(part("document", f"<w:body>{body}</w:body>"), {**own, **parts})


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(
    text: str = "", num: int | None = None, ilvl: int | None = None, style: str | None = None, content: str = ""
) -> str:
    """Return a `w:p` with the numbering it states itself, and its text or ready-made `content`."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{num_pr(num, ilvl)}</w:pPr>{content or run(text)}</w:p>"


def num_pr(num: int | None, ilvl: int | None) -> str:
    level = "" if ilvl is None else f'<w:ilvl w:val="{ilvl}"/>'
    number = "" if num is None else f'<w:numId w:val="{num}"/>'
    return f"<w:numPr>{level}{number}</w:numPr>" if level or number else ""


def level(index: int, number_format: str, text: str, extra: str = "", start: int | None = 1) -> str:
    first = "" if start is None else f'<w:start w:val="{start}"/>'
    return (
        f'<w:lvl w:ilvl="{index}">{first}<w:numFmt w:val="{number_format}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(identity: int, *levels: str, extra: str = "") -> str:
    """Return a `w:abstractNum`."""
    return f'<w:abstractNum w:abstractNumId="{identity}">{extra}{"".join(levels)}</w:abstractNum>'


def instance(identity: int, of: int, *overrides: str) -> str:
    """Return a `w:num`."""
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def override(index: int, start: int | None = None, replaced: str = "") -> str:
    first = "" if start is None else f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{index}">{first}{replaced}</w:lvlOverride>'


def style(
    name: str,
    based_on: str | None = None,
    num: int | None = None,
    ilvl: int | None = None,
    kind: str = "paragraph",
    default: bool = False,
) -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"{first}><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{num_pr(num, ilvl)}</w:pPr></w:style>"
    )
