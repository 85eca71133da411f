"""Where the copies of Word files with comments go, and writing them: no file that was read is ever replaced."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from lawreport_parser.errors import LawReportError, ReadError, counted
from lawreport_parser.files_written import check_is_named, check_is_new, check_is_no_report, check_may_replace
from lawreport_parser.lint.engine import Finding
from lawreport_parser.lint.word_comments import commented

__all__ = ["Checked", "Copies"]

_WORD: Final = ".docx"
#: Endings of what is no Word file: nobody means a folder by them.
_OTHERS: Final = frozenset(
    (".csv", ".doc", ".docm", ".htm", ".html", ".json", ".md", ".pdf", ".rtf", ".sarif", ".txt", ".wps", ".xlsx")
)
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was checked: its name, its format, the SHA-256 of its bytes, and what was found."""

    name: str
    format: str
    sha256: str
    findings: Sequence[Finding]


class Copies:
    """Copies with comments of the Word files that `arguments` (files and folders) stand for.

    `output` is a file, where one file is given and it ends in .docx, else a folder: it mirrors the folders given, and
    has the other files under their own names. `overwrite` lets what is there be replaced.

    Raises `LawReportError` for an output that cannot be meant, is there already, or is a file or folder that is read.
    """

    def __init__(self, arguments: Sequence[str], output: str, *, overwrite: bool = False) -> None:
        check_is_named(output)
        self._arguments = arguments
        self._output = Path(output)
        self._overwrite = overwrite
        ending = self._output.suffix.lower()
        one_file = len(arguments) == 1 and not os.path.isdir(arguments[0])
        self._is_file = ending == _WORD and not self._output.is_dir()
        if "-" in (output, *arguments):
            raise LawReportError("-o writes copies of files: name the files, and a file or folder to write")
        if self._is_file and not one_file:
            raise LawReportError(f"{output}: several files have their copies in a folder; give the name of one")
        if ending in _OTHERS and not self._output.is_dir():
            raise LawReportError(
                f"{output}: copies with comments are .docx files; end the name in .docx, or give a folder "
                "(to keep the list of findings: > FILE)"
            )
        for argument in arguments:
            self._check_is_not_read(argument)
        self._check_is_new()

    def write(self, checked: Sequence[Checked], tell: Callable[[str], None]) -> bool:
        """Write the copy of each Word file; tell, a line each, what was written and what was not.

        Return whether every Word file has its copy, and the one file that was asked for is written. `LawReportError`
        where none can be written at all.
        """
        targets = self._targets(checked)
        done = True
        comments = 0
        written = 0
        for target, each in targets.items():
            try:
                self._write(target, _copy_of(each))
            except ReadError as error:
                tell(str(error))
                done = False
            else:
                written += 1
                comments += len(each.findings)
        others = [each.name for each in checked if each.format != "docx"]
        if others:
            tell(_without_copy(others))
            done = done and not self._is_file
        if written:
            files = "" if self._is_file else f" in {counted(written, 'file')}"
            tell(f"{self._output}: {counted(comments, 'comment')}{files}")
        return done

    def _check_is_new(self) -> None:
        if self._is_file:
            check_may_replace(self._output, self._overwrite)
            return
        try:
            is_empty = self._output.is_dir() and not any(self._output.iterdir())
        except OSError as error:
            raise self._cannot_be_written(self._output, error) from None
        if not is_empty:
            check_is_new(self._output, self._overwrite)
        if self._output.exists() and not self._output.is_dir():
            raise LawReportError(f"{self._output}: this is a file, not a folder; give another name")

    def _check_is_not_read(self, argument: str) -> None:
        if os.path.isdir(argument):
            given, output = Path(os.path.realpath(argument)), Path(os.path.realpath(self._output))
            if output == given or given in output.parents:
                raise LawReportError(f"{self._output}: it lies in {argument}, which is read; give a folder outside")
            return
        target = self._output if self._is_file else self._output / Path(argument).name
        check_is_no_report([target], [argument], "copy")

    def _targets(self, checked: Sequence[Checked]) -> dict[Path, Checked]:
        """Return where the copy of each file goes; two of one name are refused, and so is a file that was read."""
        targets: dict[Path, Checked] = {}
        for each in checked:
            if each.format != "docx":
                continue
            target = self._output if self._is_file else self._output / self._mirrored(each.name)
            if target in targets:
                raise LawReportError(
                    f"{target}: {targets[target].name} and {each.name} would both be written here; give the folder "
                    "that holds both, or one after the other"
                )
            targets[target] = each
        check_is_no_report(targets, [each.name for each in checked], "copy")
        return targets

    def _mirrored(self, name: str) -> Path:
        """Return the path of a file below the folder that was given, else its name alone."""
        path = os.path.normpath(name)
        for argument in self._arguments:
            folder = os.path.normpath(argument)
            if os.path.isdir(folder):
                below = os.path.relpath(path, folder)
                if not below.startswith(os.pardir + os.sep):
                    return Path(below)
        return Path(os.path.basename(path))

    def _write(self, target: Path, data: bytes) -> None:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb" if self._overwrite else "xb") as file:
                file.write(data)
        except OSError as error:
            raise self._cannot_be_written(target, error) from None

    @staticmethod
    def _cannot_be_written(target: Path, error: OSError) -> LawReportError:
        return LawReportError(f"{target}: {error.strerror or error}; the copy with comments was not written")


def _copy_of(checked: Checked) -> bytes:
    try:
        data = Path(checked.name).read_bytes()
    except OSError as error:
        raise ReadError.because("copy-unread", checked.name, error=error.strerror or error) from None
    if sha256(data).hexdigest() != checked.sha256:
        raise ReadError.because("changed", checked.name)
    return commented(data, checked.findings, name=checked.name)


def _without_copy(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else "")
    one = len(names) == 1
    return f"{shown}: {'no Word file, so it has' if one else 'no Word files, so they have'} no copy with comments"
