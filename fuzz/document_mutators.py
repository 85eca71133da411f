"""Mutations of documents that leave the container whole: the words of a page in its encoding, the elements of a Word
file, the content streams of a PDF.

A changed byte in a ZIP file or in the places of a PDF ends every reading at the checksum. One mutation in eight is
blind all the same, as everywhere.
"""

from __future__ import annotations

import random
import re
from typing import Final

from fuzz.documents import packed, parts_in, with_places, with_streams
from fuzz.mutators import BLIND, Mutator, blind, changed, cut

__all__ = ["ENCODINGS", "docx_mutator", "encoded_mutator", "pdf_mutator"]

ENCODINGS: Final = ("utf-8", "gb18030", "utf-16-le", "utf-16", "big5", "utf-32-be", "cp1252")
#: Values that attributes and operands are given.
_VALUES: Final = (
    "0", "1", "2", "9", "-1", "255", "65536", "2147483648", "99999999999999999999", "1e9", "0.0001", "NaN", "true",
    "none", "h1", "decimal", "%1", "%9", "", "一", "chineseCounting", "upperRoman", "lowerLetter", "superscript",
    "continue", "word/document.xml", "../../x",
)  # fmt: skip
_TAG: Final = re.compile(r"<(/?)([\w:]+)((?:\s[^<>]*?)?)(/?)>")
_ATTRIBUTE: Final = re.compile(r'"[^"<>]*"')
_WORD_TAGS: Final = (
    "p", "r", "t", "tab", "br", "cr", "tbl", "tr", "tc", "ins", "del", "moveFrom", "moveTo", "pPr", "rPr", "numPr",
    "ilvl", "numId", "pStyle", "vanish", "vertAlign", "hyperlink", "sdt", "sdtContent", "sym", "fldChar",
    "instrText", "footnoteReference", "txbxContent", "gridSpan", "vMerge", "outlineLvl", "sectPr", "noBreakHyphen",
    "lvl", "lvlText", "numFmt", "suff", "start", "lvlRestart", "isLgl", "style", "basedOn", "lvlOverride",
    "startOverride",
)  # fmt: skip
_OPERATORS: Final = (
    b"q", b"Q", b"BT", b"ET", b"T*", b"3 Tr", b"0 Tr", b"50 Tz", b"6 Ts", b"-40 TL", b"8 Tc", b"/F1 0 Tf", b"/F9 12 Tf",
    b"0 1 -1 0 595 0 cm", b"1 0 0 -1 0 842 cm", b"0 0 0 0 0 0 cm", b"1 0 0 1 300 0 Tm", b"-50 -30 Td", b"(1) Tj",
    b"W n", b"<0031003200330034> Tj", b"[<4E00> -900 <4E8C> 40 <3001>] TJ", b"/Artifact BMC", b"EMC", b"/X Do",
)  # fmt: skip
_NUMBER: Final = re.compile(rb"(?<![\w<.-])-?\d+(?:\.\d+)?(?![\w>.])")
_HEXADECIMAL: Final = re.compile(rb"<([0-9A-F]+)>")


def encoded_mutator(words: list[str]) -> Mutator:
    """Return a mutator of text in one of the encodings it may come in; it throws in `words`, and mixes encodings."""

    def mutate(data: bytes, max_size: int, seed: int) -> bytes:
        choose = random.Random(seed)
        if not choose.randrange(BLIND):
            return blind(data, choose)[:max_size]
        encoding = next((each for each in ENCODINGS[:3] if _is_in(data, each)), "latin-1")
        text = data.decode(encoding)
        for _ in range(choose.randint(1, 4)):
            text = changed(text, words, choose)
        if choose.random() < 0.2:
            encoding = choose.choice(ENCODINGS)
        written = _written(text, encoding)
        if choose.random() < 0.05:
            at = choose.randint(0, len(text))
            written = _written(text[:at], encoding) + _written(text[at:], choose.choice(ENCODINGS))
        return written[:max_size]

    return mutate


def _is_in(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return encoding != "utf-16-le" or data[1:2] == b"\x00" or data.count(0) * 20 > len(data)


def _written(text: str, encoding: str) -> bytes:
    return text.encode(encoding, "surrogatepass" if encoding.startswith("utf") else "ignore")


def docx_mutator(words: list[str]) -> Mutator:
    """Return a mutator of the elements, attributes and words in the parts of a Word file."""

    def mutate(data: bytes, max_size: int, seed: int) -> bytes:
        choose = random.Random(seed)
        parts = parts_in(data)
        if not parts or not choose.randrange(BLIND):
            return blind(data, choose)[:max_size]
        for _ in range(choose.randint(1, 4)):
            name = "word/document.xml" if choose.random() < 0.6 else choose.choice(list(parts))
            if name not in parts:
                continue
            if not choose.randrange(40):
                content = parts.pop(name)
                parts[choose.choice((name, name.upper(), "word/other.xml", "docProps/core.xml"))] = content
                continue
            text = _changed_xml(parts[name].decode("utf-8", "replace"), words, choose)
            parts[name] = text.encode("utf-8", "replace")
        written = packed(parts)
        return written if len(written) <= max_size else data

    return mutate


def _changed_xml(text: str, words: list[str], choose: random.Random) -> str:
    """Return XML with one change; elements mostly stay whole."""
    tags = list(_TAG.finditer(text))
    if not tags:
        return changed(text, words, choose)
    at = choose.randrange(len(tags))
    start, stop = _element(tags, at)
    name = choose.choice(_WORD_TAGS)
    match choose.randrange(8):
        case 0:
            return text[:start] + text[stop:]
        case 1:
            return text[:start] + text[start:stop] * choose.choice((2, 2, 3, 20)) + text[stop:]
        case 2:
            to = choose.choice(tags).start()
            return text[:to] + text[start:stop] + text[to:]
        case 3:
            deep = choose.choice((1, 1, 2, 90))
            return f"{text[:start]}{f'<w:{name}>' * deep}{text[start:stop]}{f'</w:{name}>' * deep}{text[stop:]}"
        case 4:
            value = choose.choice((*_VALUES, *words))
            return f'{text[:start]}<w:{name} w:val="{_quoted(value)}"/>{text[start:]}'
        case 5:
            attributes = list(_ATTRIBUTE.finditer(text))
            if attributes:
                one = choose.choice(attributes)
                value = choose.choice((*_VALUES, choose.choice(attributes)[0][1:-1]))
                return f'{text[: one.start()]}"{_quoted(value)}"{text[one.end() :]}'
    # The words between two tags.
    ahead = tags[at].end()
    behind = tags[at + 1].start() if at + 1 < len(tags) else len(text)
    return text[:ahead] + _quoted(changed(text[ahead:behind], words, choose)) + text[behind:]


def _element(tags: list[re.Match[str]], at: int) -> tuple[int, int]:
    """Return where the element begins and ends whose tag is number `at`; a tag alone where it has no other end."""
    depth = 0
    if not tags[at][1]:
        for tag in tags[at : at + 400]:
            depth += 0 if tag[4] else -1 if tag[1] else 1
            if depth <= 0:
                return tags[at].start(), tag.end()
    return tags[at].start(), tags[at].start() if tags[at][1] else tags[at].end()


def _quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def pdf_mutator(words: list[str]) -> Mutator:
    """Return a mutator of the operators, operands and words of a PDF's pages, and of the numbers in its objects."""

    def mutate(data: bytes, max_size: int, seed: int) -> bytes:
        choose = random.Random(seed)
        _, streams = with_streams(data, {})
        if not streams or not choose.randrange(BLIND):
            return blind(data, choose)[:max_size]
        if not choose.randrange(BLIND):
            data = _changed_operand(data, choose)
        else:
            at = choose.randrange(len(streams))
            content = streams[at]
            for _ in range(choose.randint(1, 5)):
                content = _changed_content(content, words, choose)
            data, _ = with_streams(data, {at: content})
        written = with_places(data)
        return written if len(written) <= max_size else data[:max_size]

    return mutate


def _changed_content(content: bytes, words: list[str], choose: random.Random) -> bytes:
    lines = content.split(b"\n")
    at, to = choose.randrange(len(lines)), choose.randrange(len(lines))
    match choose.randrange(7):
        case 0:
            del lines[at]
        case 1:
            lines.insert(to, lines[at])
        case 2:
            lines[at], lines[to] = lines[to], lines[at]
        case 3:
            lines.insert(at, choose.choice(_OPERATORS))
        case 4:
            lines[at] = _changed_operand(lines[at], choose)
        case 5:
            lines[at] = lines[at].replace(b" Tj ET", b" Tj " + choose.choice(_OPERATORS) + b" ET")
        case _:
            lines[at] = _HEXADECIMAL.sub(
                lambda found: b"<%s>" % _changed_hexadecimal(found[1], words, choose), lines[at]
            )
    return b"\n".join(lines)


def _changed_operand(line: bytes, choose: random.Random) -> bytes:
    numbers = list(_NUMBER.finditer(line))
    if not numbers:
        return line
    one = choose.choice(numbers)
    near = b"%d" % (int(float(one[0])) + choose.choice((-16, -7, -1, 1, 3, 6, 30)))
    value = choose.choice((near, near, near, choose.choice(_VALUES).encode(), choose.choice(numbers)[0]))
    return line[: one.start()] + value + line[one.end() :]


def _changed_hexadecimal(digits: bytes, words: list[str], choose: random.Random) -> bytes:
    text = bytes.fromhex(digits[: len(digits) & ~1].decode()).decode("utf-16-be", "replace")
    return cut(changed(text, words, choose).encode("utf-16-be", "replace"), 400).hex().upper().encode()
