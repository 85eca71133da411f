"""`parse_file` and `parse_bytes`: reports as they come, as text, web page, Word file or PDF."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR
from typing import Final, get_args

from lawreport_parser.diagnostics import diagnose, languages
from lawreport_parser.errors import ReadError
from lawreport_parser.lexicon import DEFAULT_LEXICON, Lexicon
from lawreport_parser.model import DiagnosticCode, Source
from lawreport_parser.page import divide_page
from lawreport_parser.parsing import read_page
from lawreport_parser.readers import Format, Limits, extract
from lawreport_parser.readers.file_names import readable_name
from lawreport_parser.report import Report

__all__ = ["parse_bytes", "parse_file"]

#: A name of this length and more is refused by most systems; so much of it is shown.
_LONGEST_NAME: Final = 255
_SHOWN: Final = 40
_CODES: Final[dict[str, DiagnosticCode]] = {code: code for code in get_args(DiagnosticCode)}


def parse_file(
    path: str | Path,
    format: Format | None = None,  # noqa: A002 - the name that users expect
    encoding: str | None = None,
    *,
    limits: Limits | None = None,
    strict: bool = False,
    lexicon: Lexicon = DEFAULT_LEXICON,
) -> Report:
    """Read a report from a file: plain text, HTML, DOCX or PDF, told by content unless `format` says it.

    `ReadError` (one clear line) where the file cannot be read; `MissingExtraError` where the package for its
    format is not installed. `limits` bounds what is read.
    """
    if not isinstance(path, str | os.PathLike):
        raise TypeError(
            f"parse_file takes a str or a Path, not {type(path).__name__}; parse_bytes takes bytes, parse the text"
        )
    if not str(path):
        raise ReadError.because("no-name", "''")
    place = Path(path)
    limits = limits or Limits()
    try:
        status = place.stat()
        # Windows calls a directory a matter of permission, so ask first.
        if S_ISDIR(status.st_mode):
            raise ReadError.because("directory", str(path))
        if status.st_size > limits.max_bytes:
            raise ReadError.because(
                "file-too-large", str(path), size=f"{status.st_size:,}", limit=f"{limits.max_bytes:,}"
            )
        data = place.read_bytes()
    except FileNotFoundError:
        _refuse_text(str(path))
        raise ReadError.because("no-file", str(path)) from None
    except ReadError:
        raise
    except ValueError:
        _refuse_text(str(path))
        raise ReadError.because("name-impossible", str(path)) from None
    except PermissionError:
        raise ReadError.because("no-permission", str(path)) from None
    except OSError as error:
        _refuse_text(str(path))
        raise ReadError.because("disk", str(path), error=error.strerror or error) from None
    return parse_bytes(
        data, name=str(path), format=format, encoding=encoding, limits=limits, strict=strict, lexicon=lexicon
    )


def _refuse_text(name: str) -> None:
    """Raise `ReadError` where the name of a file that is not there is a text: of several lines, or too long for one."""
    first, *more = name.strip().splitlines() or [""]
    if more or len(first) > _LONGEST_NAME:
        raise ReadError.because("name-is-text", f"{first[:_SHOWN]}…") from None


def parse_bytes(
    data: bytes | bytearray | memoryview,
    *,
    name: str = "",
    format: Format | None = None,  # noqa: A002 - the name that users expect
    encoding: str | None = None,
    limits: Limits | None = None,
    strict: bool = False,
    lexicon: Lexicon = DEFAULT_LEXICON,
) -> Report:
    """Read a report from bytes; see `parse_file`. `Report.text` is the extracted text, spans refer to it.

    Raises what `parse_file` raises: `ReadError` where there is no text to be read.
    """
    if not isinstance(data, bytes | bytearray | memoryview):
        raise TypeError(f"parse_bytes takes bytes, not {type(data).__name__}; parse takes text, parse_file a name")
    data = bytes(data)
    extracted = extract(data, name=name, format=format, encoding=encoding, limits=limits)
    return read_page(
        divide_page(extracted.text, extracted.furniture_start),
        strict=strict,
        lexicon=lexicon,
        metadata=extracted.metadata,
        source=Source(
            name=readable_name(Path(name).name),
            format=extracted.format,
            encoding=extracted.encoding,
            sha256=sha256(data).hexdigest(),
        ),
        notes=[diagnose(_CODES[code], 0, 0, *languages(message)) for code, message in extracted.notes],
    )
