"""What every reader hands on, the limits it keeps, and the format of bytes told by what they hold."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Final, Literal

from lawreport_parser.errors import ReadError
from lawreport_parser.readers.decoding import MARKS, Decoded, decode, odd_share, wide_encoding

__all__ = [
    "Extracted",
    "Format",
    "Limits",
    "check_characters",
    "check_is_text",
    "check_size",
    "is_page",
    "read_text",
    "sniff_format",
]

Format = Literal["text", "html", "docx", "pdf"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a reader takes before it gives up with a `ReadError`. Every limit can be raised or lowered."""

    #: Bytes of a file as it is stored.
    max_bytes: int = 64 * 2**20
    #: Code points of the extracted text.
    max_characters: int = 20_000_000
    #: Bytes that the parts of a .docx may unpack to, all together.
    max_unpacked_bytes: int = 256 * 2**20
    #: Pages of a .pdf.
    max_pages: int = 5_000
    #: Elements inside one another in a web page; what lies deeper is read as if it lay at this depth.
    max_depth: int = 2_000


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file and what is known about it.

    `text` is what `parse` takes, and what all spans refer to. `encoding` is the name of the encoding it was stored
    in (null for .docx and .pdf). `metadata` holds what the file says about itself outside the text, under the
    labels a page would print (标题, 发布日期, 来源 …). `notes` are pairs of a code and a message in English and Chinese
    (`cut off / 不完整`), for diagnostics.
    `furniture_start` is the offset in `text` from which there are only running heads, feet and page numbers that
    stood between the lines of the pages (null where there are none).
    """

    text: str
    format: Format
    encoding: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    notes: Sequence[tuple[str, str]] = ()
    furniture_start: int | None = None


#: More control and replacement characters than this share are in no text, however damaged.
_NO_TEXT: Final = 0.15


def check_size(data: bytes, name: str, limits: Limits) -> None:
    """Raise `ReadError` where `data` is empty or larger than `limits.max_bytes`."""
    if not data:
        raise ReadError.because("empty", name)
    if len(data) > limits.max_bytes:
        raise ReadError.because("file-too-large", name, size=f"{len(data):,}", limit=f"{limits.max_bytes:,}")


def check_characters(count: int, name: str, limits: Limits) -> None:
    """Raise `ReadError` where a text of `count` code points is longer than `limits.max_characters`."""
    if count > limits.max_characters:
        raise ReadError.because("text-too-long", name, limit=f"{limits.max_characters:,}")


def check_is_text(decoded: Decoded, name: str) -> None:
    """Raise `ReadError` where bytes whose encoding was told by content are no text: too much of it is no character."""
    share = odd_share(decoded)
    if share > _NO_TEXT:
        raise ReadError.because("no-text-in-any-encoding", name, share=f"{share:.0%}")


def read_text(data: bytes, *, name: str = "", encoding: str | None = None, limits: Limits | None = None) -> Extracted:
    """Return the text of a plain text file. Line ends stay as they are.

    Raises `ReadError` for a file that is empty, too large, not in the `encoding` given, or, without one, no text.
    """
    limits = limits or Limits()
    check_size(data, name, limits)
    decoded = decode(data, encoding, name)
    if encoding is None:
        check_is_text(decoded, name)
    check_characters(len(decoded.text), name, limits)
    notes = [("doubtful-encoding", decoded.doubt)] if decoded.doubt else []
    return Extracted(decoded.text, "text", decoded.encoding, notes=notes)


# Signatures of files that hold no text this library reads: (bytes at the start, what they are, what to do).
_REFUSED: Final[tuple[tuple[bytes, str, str], ...]] = (
    (b"{\\rtf", "rtf", ""),
    (b"\x89PNG\r\n\x1a\n", "image-of-kind", "PNG"),
    (b"\xff\xd8\xff", "image-of-kind", "JPEG"),
    (b"GIF87a", "image-of-kind", "GIF"),
    (b"GIF89a", "image-of-kind", "GIF"),
    (b"II*\x00", "image-of-kind", "TIFF"),
    (b"MM\x00*", "image-of-kind", "TIFF"),
    (b"\x1f\x8b", "archive", "gzip"),
    (b"BZh", "archive", "bzip2"),
    (b"\xfd7zXZ\x00", "xz", ""),
    (b"7z\xbc\xaf\x27\x1c", "archive", "7z"),
    (b"Rar!\x1a\x07", "archive", "RAR"),
    (b"\x7fELF", "program", ""),
    (b"PAR1", "parquet", ""),
    (b"SQLite format 3\x00", "sqlite", ""),
)
_BMP = re.compile(rb"BM.{4}\x00{4}", re.DOTALL)
_WEBP = re.compile(rb"RIFF.{4}WEBP", re.DOTALL)
_OLE2: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MHTML = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}?Content-Type:\s*multipart/related", re.IGNORECASE)
# Word 2003 XML is told by its root element: pages that Word has saved hold a block of the same names.
_WORD_XML = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?(?!mso-application)[^>]{0,200}\?>|<!--.{0,2000}?-->)*+"
    rb"<(?:\?mso-application[^>]{0,200}Word\.Document|w:wordDocument|pkg:package)",
    re.IGNORECASE | re.DOTALL,
)

#: The first characters of JSON: what programs write, `lawreport parse` too.
_JSON = re.compile(r"\s*+(?:\[\s*+)?\{\s*+\"(?:[^\"\\]|\\.){0,200}+\"\s*+:")

_PREFIX: Final = 65_536
_BEFORE_TAGS: Final = r"(?:\s|\ufeff|<\?xml[^>]{0,200}\?>|(?><!--.{0,20000}?-->))*+"
_PAGE_START = re.compile(
    rf"{_BEFORE_TAGS}<(?:!doctype\s+html|(?:html|head|body|meta|title)\b)", re.IGNORECASE | re.DOTALL
)
_FRAGMENT_START = re.compile(
    rf"{_BEFORE_TAGS}<(?:div|p|table|span|br|h[1-6]|center|font|style|script|link|ul|ol|section|article|main|form)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>p|div|br|table|thead|tbody|tr|td|th|span|font|strong|b|h[1-6]|li|ul|ol|a|img|center)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_TABLE_START = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)
#: So many are no accident.
_MANY_TAGS: Final = 3
#: Elements without an end.
_EMPTY: Final = frozenset(["br", "img"])
_TEXT_NAMES: Final = (".txt", ".text", ".md", ".markdown")
#: Names of what holds no text of a report: plain text in such a file is a remnant, or another file by mistake.
_OTHER_NAMES: Final = frozenset(
    [
        *(".xls", ".xlsx", ".xlsm", ".et", ".ppt", ".pptx", ".dps", ".mdb", ".accdb", ".parquet", ".sqlite", ".db"),
        *(".zip", ".rar", ".7z", ".gz", ".tgz", ".bz2", ".xz", ".tar", ".iso"),
        *(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".svg", ".mp3", ".mp4", ".wav", ".avi"),
        *(".exe", ".dll", ".so", ".msi", ".apk"),
    ]
)
_HTML_NAMES: Final = (".html", ".htm", ".shtml", ".xhtml", ".jhtml", ".aspx", ".jsp", ".php")


def sniff_format(data: bytes, name: str = "") -> Format:
    """Tell the format of `data` by what it holds; the ending of `name` only decides between text and a page.

    A text (.txt, .md, no ending) that holds a table in tags is no page; a fragment of one or two tags is one only where
    `name` says so.

    Raises `ReadError`, which says what the bytes are and what to do, for what no reader takes: old Word files
    (.doc), encrypted ones, RTF, images, archives, JSON and other programs' files, and for plain text under the name of
    such a file.
    """
    head = data[:_PREFIX]
    for signature, cause, kind in _REFUSED:
        if head.startswith(signature):
            raise ReadError.because(cause, name, kind=kind)
    if _BMP.match(head) or _WEBP.match(head):
        raise ReadError.because("image", name)
    if head.startswith(_OLE2):
        raise _ole2_error(data, name)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")) or data in (b"PK", b"PK\x03", b"PK\x05"):
        return _zip_format(data, name)
    # Readers of PDF accept some bytes before the header (ISO 32000-1, annex H: within the first 1,024).
    if b"%PDF-" in head[:1024] and not head.lstrip().startswith(b"<"):
        return "pdf"
    if _WORD_XML.match(head[:4096]):
        raise ReadError.because("word-2003-xml", name)
    if _MHTML.match(head):
        raise ReadError.because("mhtml", name)
    text = _peek(head, name)
    if _JSON.match(text):
        raise ReadError.because("json", name)
    found = _text_or_page(text, name)
    if found == "text" and (ending := Path(name).suffix.lower()) in _OTHER_NAMES:
        raise ReadError.because("text-under-other-name", name, ending=ending)
    return found


def _text_or_page(text: str, name: str) -> Format:
    """Tell a web page from a text by its first characters, and by its name where they do not."""
    ending = name.lower()
    if ending.endswith(_TEXT_NAMES) or not Path(ending).suffix or _PAGE_START.match(text):
        return "html" if is_page(text) else "text"
    if _FRAGMENT_START.match(text):
        return "html"
    tags = _tags(text)
    return "html" if tags >= _MANY_TAGS or (tags and ending.endswith(_HTML_NAMES)) else "text"


def is_page(text: str) -> bool:
    """Tell whether a text is the source of a web page, or of a part of one, whatever it is called."""
    return _PAGE_START.match(text) is not None or _broken_by_tags(text[:_PREFIX])


def _tags(text: str) -> int:
    """Return how many tags a text has, `_MANY_TAGS` where it has more."""
    return sum(1 for _ in islice(_HTML_TAG.finditer(text), _MANY_TAGS))


def _broken_by_tags(text: str) -> bool:
    """Tell whether tags part the lines of a text, and not its line ends: in Markdown a table may have tags.

    Of the lines outside tables half have a tag, or stand in an element that is open.
    """
    if _tags(text) < _MANY_TAGS and not _FRAGMENT_START.match(text):
        return False
    lines = tagged = depth = done = 0
    while done < len(text):
        table = _TABLE_START.search(text, done)
        for line in text[done : table.start() if table else len(text)].splitlines():
            tags = _HTML_TAG.findall(line)
            lines += bool(line.strip())
            tagged += bool(line.strip()) and (bool(tags) or depth > 0)
            depth = max(0, depth + sum(-1 if end else 1 for end, tag in tags if tag.lower() not in _EMPTY))
        end = _TABLE_END.search(text, table.end()) if table else None
        done = end.end() if end else len(text)
    return tagged * 2 >= lines


def _peek(head: bytes, name: str) -> str:
    """Return the first characters of a file, well enough decoded to see its tags; refuse what is no text at all."""
    for mark, marked in MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(marked, "replace")
    zeros = head.count(0)
    # UTF-16 and UTF-32 write no tag without a zero byte.
    wide = wide_encoding(head) if zeros else None
    if wide is not None:
        return head.decode(wide, "replace")
    if zeros * 100 > len(head):
        raise ReadError.because("binary", name)
    return head.decode("latin-1")


def _ole2_error(data: bytes, name: str) -> ReadError:
    """Return the error for an OLE2 compound file (MS-CFB), by the names of the streams in its directory."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return ReadError.because("encrypted", name)
    if holds("WordDocument"):
        return ReadError.because("old-word", name)
    if holds("Workbook") or holds("PowerPoint Document"):
        return ReadError.because("old-excel", name)
    return ReadError.because("old-office", name)


def _zip_format(data: bytes, name: str) -> Format:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = set(archive.namelist())
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise ReadError.because("zip-damaged", name, error=error) from error
    if "word/document.xml" in members:
        return "docx"
    if "[Content_Types].xml" in members:
        if any(member.startswith("xl/") for member in members):
            raise ReadError.because("excel", name)
        if any(member.startswith("ppt/") for member in members):
            raise ReadError.because("powerpoint", name)
        # The main part of a .docx may bear any name that the relations of the package point to.
        if any(member.startswith("word/") and member.endswith(".xml") for member in members):
            return "docx"
    if "OFD.xml" in members:
        raise ReadError.because("ofd", name)
    if "content.xml" in members:
        raise ReadError.because("odt", name)
    raise ReadError.because("zip", name)
