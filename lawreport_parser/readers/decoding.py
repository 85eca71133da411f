"""Bytes to text: the encodings Chinese files come in, and whether the one found can be trusted."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from lawreport_parser.errors import ReadError

__all__ = [
    "MARKS",
    "Decoded",
    "canonical_encoding",
    "decode",
    "is_single_byte",
    "judge",
    "misread_as",
    "odd_share",
    "reads_as_chinese",
    "wide_encoding",
]

#: How much of a file the statistics look at.
_SAMPLE: Final = 65_536

#: Byte order marks and what they mark. The longer stand first: that of UTF-32 begins with that of UTF-16.
MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

# Files and pages called GB2312 or GBK hold characters of its supersets (the Encoding Standard reads them so too).
_SUPERSETS: Final = {"gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "big5": "big5hkscs", "ascii": "utf-8"}

# C0 controls but white space, C1 controls, private use, what can be no character, and the replacement character.
_ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff\U000f0000-\U0010ffff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_FEW: Final = 4
_PLAIN = re.compile("[\t\n\r -~\u2010-\u2027\u3000-\u301f\u4e00-\u9fa5\uff01-\uff5e]+")
#: The first bytes of these, in UTF-16.
_PLAIN_LEADS: Final = bytes((0x00, 0x20, 0x30, *range(0x4E, 0xA0), 0xFF))
_ASCII: Final = bytes(range(0x80))
#: The rows of GB/T 2312 with what is common: the first byte of each character in EUC-CN.
_COMMON_ROWS: Final = bytes((*range(0xA1, 0xA4), *range(0xB0, 0xD8)))


#: What bytes are read as by mistake: the defaults of systems and of HTTP.
_READ_AS: Final = ("latin-1", "cp1252", "gb18030", "big5")
_MISREAD_SAMPLE: Final = 4_096


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and why that may be wrong, in both languages (null: nothing says so)."""

    text: str
    encoding: str
    doubt: str | None = None
    #: How many replacement characters stand for bytes that could not be decoded.
    replaced: int = 0

    @property
    def doubtful(self) -> bool:
        """Whether something speaks against the encoding."""
        return self.doubt is not None


def canonical_encoding(encoding: str) -> str:
    """Return the name under which an encoding is read: its canonical name, or that of the superset files use.

    Raises `LookupError` for what is no name of a text encoding.
    """
    try:
        info = codecs.lookup(encoding)
    except ValueError as error:
        raise LookupError(str(error)) from error
    # Codecs between bytes and bytes (zip, base64) raise LookupError here; one byte may well be no text.
    with suppress(UnicodeError):
        b"a".decode(info.name)
    return _SUPERSETS.get(info.name, info.name)


def is_single_byte(encoding: str) -> bool:
    """Tell whether every byte beyond ASCII is a character of its own, or none, in an encoding."""
    return len(bytes(range(0x80, 0x100)).decode(encoding, "replace")) == 0x80


def decode(data: bytes, encoding: str | None = None, name: str = "") -> Decoded:
    """Return `data` as text. Without `encoding` this never raises; the text has no byte order mark.

    Tried in this order: the byte order mark; UTF-8 without U+0000; UTF-16 and UTF-32 by the pattern of their bytes;
    UTF-8; GB18030 (with it GB2312 and GBK); what charset-normalizer guesses, where it is installed; GB18030 with
    replacement characters. A file that is one of these but for a few broken places is read as such and called doubtful.

    With `encoding` nothing is guessed: `ReadError` for an unknown one, and for bytes that it cannot decode, with
    the place of the first.
    """
    if encoding is not None:
        return _decode_as(data, encoding, name)
    for mark, marked in MARKS:
        if data.startswith(mark):
            return judge(data[len(mark) :], marked)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = None
    if text is None or 0 in data[:_SAMPLE]:
        wide = wide_encoding(data)
        if wide is not None:
            return judge(data, wide)
    if text is not None:
        return _looked_over(text, "utf-8")
    chinese = judge(data, "gb18030")
    if not chinese.doubtful and reads_as_chinese(chinese.text):
        return chinese
    if _nearly_utf8(data):
        return judge(data, "utf-8")
    if reads_as_chinese(chinese.text):
        return chinese
    return _guess(data) or Decoded(
        chinese.text,
        "gb18030",
        chinese.doubt
        or "the bytes fit GB18030, but few of the characters are common in Chinese; give the encoding"
        " / 字节符合 GB18030，但常用汉字很少；请指明编码",
        chinese.replaced,
    )


def _decode_as(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        canonical = canonical_encoding(encoding)
    except LookupError as error:
        raise ReadError.because("encoding-unknown", name, encoding=repr(encoding)) from error
    for mark, marked in MARKS:
        if data.startswith(mark) and marked.startswith(canonical.removesuffix("-sig")):
            data, canonical = data[len(mark) :], marked
            break
    try:
        # Files that call themselves ASCII hold UTF-8; where a user says so, a byte beyond it is a mistake.
        text = data.decode("ascii" if codecs.lookup(encoding).name == "ascii" else canonical)
    except UnicodeDecodeError as error:
        raise ReadError.because(
            "encoding-wrong-byte",
            name,
            encoding=encoding,
            byte=f"0x{data[error.start]:02x}",
            offset=f"{error.start:,}",
            error=error.reason,
        ) from error
    except UnicodeError as error:
        raise ReadError.because("encoding-wrong", name, encoding=encoding, error=error) from error
    return Decoded(text, canonical)


def odd_share(decoded: Decoded) -> float:
    """Return the share of control and replacement characters: below 0.12 in text that is damaged, above in other data.

    Measured on reports in five encodings with up to a tenth of their bytes changed, and on programs, fonts, music,
    archives and random bytes. A few such characters are no share; what is told by content without a doubt has few.
    """
    if decoded.doubt is None and len(decoded.text) <= _SAMPLE:
        return 0.0
    count = len(_CONTROL.findall(decoded.text)) + decoded.replaced
    return count / len(decoded.text) if count > _FEW else 0.0


def judge(data: bytes, encoding: str) -> Decoded:
    """Return `data` read in `encoding`, with a doubt where bytes had to be replaced or odd characters abound."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        count = text.count("\ufffd")
        return Decoded(
            text,
            encoding,
            f"read as {encoding}, but bytes could not be decoded (the first at offset {error.start:,}); "
            f"{count:,} replacement characters stand in their place"
            f" / 按 {encoding} 读取，但有字节无法解码（首处偏移 {error.start:,}），代以 {count:,} 个替换字符",
            count,
        )
    return _looked_over(text, encoding)


def _looked_over(text: str, encoding: str) -> Decoded:
    sample = text[:_SAMPLE]
    odd = len(_ODD.findall(sample))
    if odd > 2 and odd * 100 > len(sample):
        return Decoded(
            text,
            encoding,
            f"read as {encoding}, but {odd:,} characters are control or private-use ones"
            f" / 按 {encoding} 读取，但其中有 {odd:,} 个控制字符或私用字符",
        )
    return Decoded(text, encoding)


def wide_encoding(data: bytes) -> str | None:
    """Return the UTF-16 or UTF-32 form whose pattern the start of `data` shows, or null.

    In UTF-32 two of four bytes are zero. In UTF-16 nearly all units of a Chinese text are Han characters, Chinese
    punctuation or ASCII; bytes of another encoding taken in pairs are not.
    """
    sample = data[:_SAMPLE]
    if len(sample) < 4:
        return None
    zeros = sample.count(0)
    if len(data) % 4 == 0 and zeros * 4 >= len(sample):
        for encoding, first, second in (("utf-32-le", 3, 2), ("utf-32-be", 0, 1)):
            if not any(sample[first::4]) and sum(map(bool, sample[second::4])) * 50 <= len(sample):
                return encoding
    if not zeros:
        # Its last character may be incomplete.
        with suppress(UnicodeDecodeError):
            codecs.utf_8_decode(sample, "strict", False)
            return None
    best, share = None, 0.9
    sample = sample[: len(sample) & ~1]
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        # Two units that are not plain make one character at least, so more of them than this are too many.
        if len(sample[first::2].translate(None, _PLAIN_LEADS)) * 11 >= len(sample):
            continue
        text = sample.decode(encoding, "replace")
        plain = sum(map(len, _PLAIN.findall(text))) / len(text)
        if plain > share:
            best, share = encoding, plain
    return best


def _nearly_utf8(data: bytes) -> bool:
    """Tell whether `data` is UTF-8 but for a few places, such as a character cut in two at its end."""
    text = data[:_SAMPLE].decode("utf-8", "replace")
    if len(data) > _SAMPLE:
        text = text[:-1]
    whole = _beyond_ascii(text) - text.count("\ufffd")
    return whole >= 5 * text.count("\ufffd") and whole > 0


def reads_as_chinese(text: str) -> bool:
    """Tell whether most characters beyond ASCII are common ones: Big5 read as GB18030 gives rare ones.

    Common are the 3,755 characters of the first level of GB/T 2312, and its punctuation and full-width forms.
    """
    sample = text[:_SAMPLE]
    rows = sample.encode("gb2312", "ignore").translate(None, _ASCII)[::2]
    return (len(rows) - len(rows.translate(None, _COMMON_ROWS))) * 10 >= _beyond_ascii(sample) * 6


def misread_as(text: str) -> tuple[str, str] | None:
    """Return what shows that a text was decoded wrongly, in English and Chinese; null where nothing does.

    That is too many odd characters, or that written back in the encoding it was read in and read in another it is
    Chinese, which right text never is.
    """
    sample = text[:_MISREAD_SAMPLE]
    odd = len(_ODD.findall(sample))
    if odd > 2 and odd * 100 > len(sample):
        return (
            f"{odd:,} of its characters are control, private-use or replacement ones; parse_bytes tells the encoding",
            f"其中有 {odd:,} 个控制字符、私用字符或替换字符；parse_bytes 可识别编码",
        )
    foreign = _beyond_ascii(sample)
    if foreign < _FEW or reads_as_chinese(sample):
        return None
    for read in _READ_AS:
        data = sample.encode(read, "ignore")
        for written in ("utf-8", "gb18030"):
            again = data.decode(written, "ignore") if written != read else ""
            if _beyond_ascii(again) * 4 >= foreign and reads_as_chinese(again):
                return (
                    f"it is {written} that was read as {read}; parse_bytes tells the encoding",
                    f"这是按 {read} 误读的 {written} 文本；parse_bytes 可识别编码",
                )
    return None


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _guess(data: bytes) -> Decoded | None:
    """Return what charset-normalizer makes of `data`, always with a doubt; null where it is absent or knows nothing."""
    try:
        charset_normalizer: Any = import_module("charset_normalizer")
    except ImportError:
        return None
    best = charset_normalizer.from_bytes(data[:_SAMPLE], cp_exclusion=["utf_7"]).best()
    if best is None:
        return None
    try:
        encoding = canonical_encoding(best.encoding)
    except LookupError:
        return None
    guess = f"read as {encoding}: a guess from its statistics / 按 {encoding} 读取：由统计特征推测"
    return Decoded(data.decode(encoding, "replace"), encoding, guess)
