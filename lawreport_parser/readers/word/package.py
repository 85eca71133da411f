"""The archive of a Word file: its parts, unpacked one by one within the limits.

An OPC package (ECMA-376 Part 2) whose main part is WordprocessingML (Part 1, §17). Only what is asked for is unpacked,
each part counted while it is unpacked, so pictures cost nothing and a zip bomb stops at `Limits.max_unpacked_bytes`.
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any, Final, Protocol

from lawreport_parser.errors import ReadError
from lawreport_parser.readers.content import Limits

__all__ = ["MAX_MARKUP", "OFF", "ON", "Package", "W", "XmlElement"]

#: Tags and attributes in all parts together. The tree of a part costs up to 250 bytes of memory for each.
MAX_MARKUP: Final = 3_000_000
#: The namespace of WordprocessingML, in braces before every name.
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: How the value of an on/off property is written (Part 1, §17.17.4).
ON: Final = ("1", "true", "on")
OFF: Final = ("0", "false", "off")

_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL: Final = W.strip("{}").encode()
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
)


class XmlElement(Protocol):
    """What is used of an XML element: lxml's elements have it, and those of the standard library."""

    @property
    def tag(self) -> Any:
        """The name, its namespace in braces before it."""

    def get(self, key: str, /) -> Any:
        """Return the value of an attribute, or None."""

    def find(self, path: str, /) -> Any:
        """Return the first element at `path` below, or None."""

    def iter(self, tag: str, /) -> Any:
        """Yield this element and those below that are called `tag`."""

    def __iter__(self) -> Iterator[Any]: ...


class Package:
    """The parts of an OPC package, unpacked one by one within the limits."""

    def __init__(self, data: bytes, limits: Limits, name: str, parse: Callable[[bytes], Any]) -> None:
        self._limits = limits
        self._name = name
        self._parse = parse
        self._left = limits.max_unpacked_bytes
        self._markup = 0
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            is_encrypted = "EncryptedPackage".encode("utf-16-le") in data
            raise ReadError.because("docx-is-encrypted" if is_encrypted else "docx-is-old", name)
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            members = self._archive.infolist()
        except _DAMAGE as error:
            raise ReadError.because("docx-unopened", name) from error
        declared = sum(member.file_size for member in members)
        if declared > self._left:
            raise self._too_large(f"{declared:,}")
        # Part names do not tell case (Part 2 §6.2.2); some writers part folders with a backslash.
        self._members = {member.filename.replace("\\", "/").lower(): member for member in members}

    def _too_large(self, size: str) -> ReadError:
        limit = f"{self._limits.max_unpacked_bytes:,}"
        return ReadError.because("docx-too-large", self._name, size=size, limit=limit)

    def main_part(self) -> str:
        """Return the name of the part with the document, by the package's relations."""
        return next((target for _, kind, target in self.relations("") if kind == "officeDocument"), "word/document.xml")

    def relations(self, part: str) -> list[tuple[str, str, str]]:
        """Return (id, kind, part name) of what `part` points to ("" for the package itself), where that exists."""
        folder, _, last = part.rpartition("/")
        found = []
        for element in self.children(normpath(join(folder, "_rels", last + ".rels"))):
            if element.tag == _RELATION and element.get("TargetMode") != "External":
                target = normpath(join("/", dirname(part), element.get("Target", ""))).lstrip("/")
                kind = element.get("Type", "").rpartition("/")[2]
                if target.lower() in self._members:
                    found.append((element.get("Id", ""), kind, target))
        return found

    def root(self, part: str | None) -> Any:
        """Return the root element of a part, None where there is no such part."""
        member = self._members.get(part.lower()) if part else None
        if member is None:
            return None
        content = self._unpack(member).replace(_STRICT, _TRANSITIONAL)
        if any(mark in content for mark in _DOCTYPES):
            # Part 2 §7.1.4 forbids it; with it go entities that expand without end.
            raise ReadError.because("docx-doctype", self._name, part=part)
        self._markup += content.count(b"<") + content.count(b"=")
        if self._markup > MAX_MARKUP:
            raise ReadError.because("docx-markup", self._name, limit=f"{MAX_MARKUP:,}")
        try:
            return self._parse(content)
        except (SyntaxError, ValueError) as error:
            raise ReadError.because("docx-damaged-xml", self._name, part=part, error=error) from error

    def children(self, part: str | None) -> list[Any]:
        """Return what the root element of a part holds, nothing where there is no such part."""
        root = self.root(part)
        return [] if root is None else list(root)

    def _unpack(self, member: zipfile.ZipInfo) -> bytes:
        if member.flag_bits & 1:
            raise ReadError.because("encrypted", self._name)
        try:
            with self._archive.open(member) as stream:
                content = stream.read(self._left + 1)
        except (*_DAMAGE, RuntimeError) as error:
            raise ReadError.because("docx-damaged-part", self._name, part=member.filename) from error
        self._left -= len(content)
        if self._left < 0:
            limit = f"{self._limits.max_unpacked_bytes:,}"
            raise ReadError.because("docx-too-large-to-unpack", self._name, limit=limit)
        return content
