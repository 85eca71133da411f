"""What the commands are given: files, folders and globs in, reports out, or one line of complaint for each failure."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from glob import has_magic
from itertools import chain, islice
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, NamedTuple

import typer

from lawreport_parser.cli.many_files import passed_over
from lawreport_parser.cli.streams import complain, standard_input
from lawreport_parser.errors import MissingExtraError, ReadError, ReportError
from lawreport_parser.reasons import reason

if TYPE_CHECKING:
    from lawreport_parser import Report

__all__ = [
    "Encoding",
    "FileFormat",
    "Files",
    "FilesIfAny",
    "Format",
    "Inputs",
    "NamedReport",
    "Offsets",
    "Reading",
    "Strict",
    "Unit",
    "Unread",
    "check_encoding",
    "check_read_once",
    "is_no_single_file",
    "read_reports",
]

_STANDARD_INPUT: Final = "-"
#: So many bytes of standard input are looked at, where it may be a list of files.
_LIST_READ: Final = 10_000
#: What names are called that say little themselves; the empty one is that of a variable of the shell that is not set.
_SHOWN: Final = {_STANDARD_INPUT: "standard input", "": "''"}

_FILES: Final[Any] = typer.Argument(
    metavar="FILE",
    help="A report as text, web page, Word file or PDF; a folder (at any depth) or glob of them; "
    "- is a report on standard input.",
)
Files = Annotated[list[str], _FILES]
FilesIfAny = Annotated[list[str] | None, _FILES]
FileFormat = Literal["text", "html", "docx", "pdf"]
#: Those whose files say themselves in which encoding they are.
_WITHOUT_ENCODING: Final = ("docx", "pdf")
Format = Annotated[
    FileFormat | None, typer.Option("--format", help="What the files are (default: told by their content).")
]
Encoding = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="Encoding of text and web pages (default: told by the bytes)."),
]
# As `lawreport_parser.spans.OffsetUnit`, which is not imported before a report is read.
Unit = Literal["codepoint", "utf8", "utf16"]
Offsets = Annotated[
    Unit,
    typer.Option(
        "--offsets", help="What spans count: code points (Python), UTF-8 bytes (Go), UTF-16 units (JavaScript, Java)."
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Fail, with status 1, where a report has a diagnostic of severity error.")
]


class NamedReport(NamedTuple):
    """A report and the name of the input that it was read from."""

    name: str
    report: Report


class Reading(NamedTuple):
    """How files are read: as the user says, or as their content tells."""

    strict: bool = False
    format: FileFormat | None = None
    encoding: str | None = None


def check_encoding(file_format: FileFormat | None, encoding: str | None) -> None:
    """Refuse an encoding for files that need none."""
    if encoding is not None and file_format in _WITHOUT_ENCODING:
        raise typer.BadParameter(
            f"it is for text and web pages, and the files are said to be {file_format}", param_hint="--encoding"
        )


def check_read_once(names: Sequence[str]) -> None:
    """Refuse standard input where it is named twice."""
    if names.count(_STANDARD_INPUT) > 1:
        raise typer.BadParameter("standard input (-) can be read only once", param_hint="FILE")


class Unread(NamedTuple):
    """An input that gave no report, and why: one line, without the name."""

    name: str
    why: str


class Inputs:
    """The reports of what a command is given, read one after another as they are asked for, each once.

    A folder stands for the files in it and below, a glob for what it matches, as in `lawreport batch`
    (`lawreport_parser.batch.find_files`); `-` is a report on standard input. What gives no report, because it cannot
    be read or `strict` refuses it, has its line on standard error where it is met; the others are read all the same.
    """

    def __init__(self, names: Sequence[str], how: Reading, *, folders: bool = True) -> None:
        check_read_once(names)
        check_encoding(how.format, how.encoding)
        self._how = how
        #: Whether what was named may be several files, as a folder may that holds one.
        self.may_be_several = len(names) > 1 or (folders and any(map(is_no_single_file, names)))
        self._passed_over: Counter[str] = Counter()
        files = _files_meant(names, self._passed_over) if folders else ((name, None) for name in names)
        self._first = list(islice(files, 2))
        self._files = chain(self._first, files)
        #: What gave no report, so far.
        self.unread: list[Unread] = []
        #: 0; 1 where `strict` refused a report; 2 where an input could not be read.
        self.status = 0

    @property
    def several(self) -> bool:
        """Tell whether there is more than one file, whether it can be read or not."""
        return len(self._first) > 1

    def __iter__(self) -> Iterator[NamedReport]:
        for name, problem in self._files:
            shown = _SHOWN.get(name, name)
            try:
                if problem is not None:
                    raise ReadError(problem, shown)
                report = _read_report(name, shown, self._how)
            except ReportError as error:
                self._tell(shown, reason("strict-command", error=error), 1)
            except ReadError as error:
                self._tell(shown, error.message, 2)
            except MissingExtraError as error:
                self._tell(shown, str(error), 2)
            else:
                yield NamedReport(shown, report)

    def finish(self) -> None:
        """Tell how many files of folders were passed over; end the command where an input gave no report."""
        if self._passed_over:
            complain(passed_over(self._passed_over))
        if self.status:
            raise typer.Exit(self.status)

    def _tell(self, name: str, why: str, status: int) -> None:
        complain(f"{name}: {why}")
        self.unread.append(Unread(name, why))
        self.status = max(self.status, status)


def read_reports(names: Sequence[str], how: Reading) -> list[NamedReport]:
    """Read every file, none of them a folder, before anything is written.

    Where one gives no report, the command ends: with status 2, or 1 where only `strict` refused.
    """
    inputs = Inputs(names, how, folders=False)
    reports = list(inputs)
    inputs.finish()
    return reports


def _files_meant(names: Sequence[str], passed_over: Counter[str]) -> Iterator[tuple[str, str | None]]:
    """Yield the name of each file that is meant, once, or of what stands for none, with the reason."""
    seen: set[str] = set()
    for name in names:
        for file, problem in _stands_for(name, passed_over):
            key = os.path.normpath(file)
            if key not in seen:
                seen.add(key)
                yield file, problem


def is_no_single_file(name: str) -> bool:
    """Tell whether a name is that of a folder, or a glob."""
    return name != _STANDARD_INPUT and (os.path.isdir(name) or (has_magic(name) and not os.path.lexists(name)))


def _stands_for(name: str, passed_over: Counter[str]) -> Iterator[tuple[str, str | None]]:
    if not is_no_single_file(name):
        yield name, None
        return
    from lawreport_parser.batch.paths import NothingFoundError, find_files

    try:
        for file, problem in find_files([name], passed_over=passed_over):
            # Nobody named it, and it might be waited for without end.
            waits = problem is None and os.path.exists(file) and not os.path.isfile(file)
            yield file, reason("device-in-folder") if waits else problem
    except NothingFoundError as error:
        yield name, str(error).removeprefix(f"{name}: ")


def _read_report(name: str, shown: str, how: Reading) -> Report:
    """Read one input: the only place where a command reads a file."""
    from lawreport_parser import parse_bytes, parse_file

    if name == _STANDARD_INPUT:
        data = standard_input().read()
        if _names_files(data):
            raise ReadError.because("input-is-list", shown)
        report = parse_bytes(data, name=shown, format=how.format, encoding=how.encoding, strict=how.strict)
    else:
        report = parse_file(name, how.format, how.encoding, strict=how.strict)
    if not report.text or report.text.isspace():
        raise ReadError.because("empty", shown)
    return report


def _names_files(data: bytes) -> bool:
    """Tell whether each line of what came on standard input is the name of a file that is there."""
    names = data[:_LIST_READ].split(b"\0" if b"\0" in data[:_LIST_READ] else b"\n")
    if len(data) > _LIST_READ:
        names.pop()
    names = [name for name in map(bytes.strip, names) if name]
    try:
        return bool(names) and all(os.path.lexists(name) for name in names)
    except (OSError, ValueError):
        return False
