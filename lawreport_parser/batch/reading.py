"""One file of many: its report, or why there is none, as a value."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from typing import ClassVar, Final, Literal, TypeAlias, final, get_args

from lawreport_parser.batch.paths import Found
from lawreport_parser.batch.workers import Lost, StartMethod
from lawreport_parser.errors import LawReportError, MissingExtraError, ReadError
from lawreport_parser.files import parse_bytes, parse_file
from lawreport_parser.lexicon import DEFAULT_LEXICON, Lexicon
from lawreport_parser.parsing import parse
from lawreport_parser.readers import Format, Limits
from lawreport_parser.reasons import reason
from lawreport_parser.report import Report

__all__ = ["ErrorCode", "FailedFile", "FileError", "Outcome", "ParsedFile", "Reading", "lost_file", "warmed_up"]

ErrorCode = Literal["unreadable", "missing-extra", "worker-died", "timeout", "out-of-memory", "internal-error"]


@final
@dataclass(frozen=True, slots=True)
class FileError:
    """Why a file gave no report: a `code` for programs, a `message` of one line for people."""

    code: ErrorCode
    message: str


@final
@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A file that gave a report."""

    path: str
    report: Report
    error: ClassVar[None] = None


@final
@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that gave none, and why."""

    path: str
    error: FileError
    report: ClassVar[None] = None


#: What came of a file: either `report` or `error` is there, the other is None. A test of one tells a type checker both.
Outcome: TypeAlias = ParsedFile | FailedFile


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read: the arguments of `parse_file`."""

    format: Format | None = None
    encoding: str | None = None
    limits: Limits | None = None
    lexicon: Lexicon = DEFAULT_LEXICON

    def read(self, path: str) -> Report | FileError:
        """Return the report in a file, or why it has none. Raises nothing that a file could cause."""
        try:
            return self._read(path)
        except ReadError as error:
            return FileError("unreadable", _line(str(error).removeprefix(f"{error.name}: ")))
        except MissingExtraError as error:
            return FileError("missing-extra", _line(str(error)))
        except MemoryError:
            return FileError("out-of-memory", reason("out-of-memory"))
        except Exception as error:
            return FileError("internal-error", _line(f"{type(error).__name__}: {error}"))

    def read_found(self, found: Found) -> Report | FileError:
        """Return what `read` does, or the problem that a file has by its name already."""
        return self.read(found.path) if found.problem is None else FileError("unreadable", found.problem)

    def _read(self, path: str) -> Report:
        try:
            mode = os.stat(path).st_mode
        except OSError:
            pass  # parse_file says what is wrong.
        except ValueError as error:
            raise ReadError.because("name-is-none", path, error=error) from None
        else:
            # A pipe would be waited for, a device never ends.
            if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
                raise ReadError.because("device", path)
        report = parse_file(path, self.format, self.encoding, limits=self.limits, lexicon=self.lexicon)
        if not report.text or report.text.isspace():
            raise ReadError.because("empty", path)
        return report


_CODES: Final[dict[str, ErrorCode]] = {
    "died": "worker-died",
    "timeout": "timeout",
    "memory": "out-of-memory",
    "raised": "internal-error",
}


def warmed_up(start_method: StartMethod | None, timeout: float | None) -> Callable[[], None]:
    """Return what a worker does before its first file, so that no file has to wait for it.

    Where workers are forks of this process it is done here, and they inherit what was imported and built. What reads
    other files than texts belongs to it where there is a `timeout`, which would else count for the first such file.
    """
    prepare = partial(_warm_up, readers=timeout is not None)
    if get_context(start_method).get_start_method() == "fork":
        prepare()
    return prepare


def _warm_up(*, readers: bool) -> None:
    text = "2022年法治政府建设年度报告\n一、主要成效\n学法8次。\n"
    parse(text).to_json()
    for kind in get_args(Format) if readers else ():
        # A reader may be missing, and no text is a .docx or .pdf: it is imported before it says so.
        with suppress(LawReportError):
            parse_bytes(text.encode(), format=kind)


def lost_file(lost: Lost) -> FileError:
    """Return the error of a file whose worker gave no answer."""
    return FileError(_CODES[lost.reason], _line(lost.detail))


def _line(message: str) -> str:
    return " ".join(message.split())
