"""Which files are meant: folders, globs, names, and a list on standard input."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from glob import has_magic, iglob
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from lawreport_parser.errors import LawReportError
from lawreport_parser.file_endings import KNOWN_ENDINGS
from lawreport_parser.files_written import PAGE_ENDINGS, check_is_no_report
from lawreport_parser.readers.file_names import readable_name
from lawreport_parser.reasons import reason

__all__ = [
    "KNOWN_ENDINGS",
    "Found",
    "NothingFoundError",
    "check_are_several",
    "find_files",
    "listed_names",
    "unlike_output",
    "written_name",
]

#: What the names of the folders of runs end in, which lie beside their outputs, and what such a folder holds.
_WORK_FOLDER: Final = ".partial"
_PLAN: Final = "plan.jsonl"
#: What pages of this package say of themselves, near their beginning.
_OWN_PAGE: Final = b'<meta name="generator" content="lawreport_parser '
_HEAD_OF_PAGE: Final = 2_048
_STANDARD_INPUT: Final = "-"
_CHUNK: Final = 65_536
_JSON_START: Final = b'{"path":'
#: How a PDF, an archive (.docx) and UTF-16 begin: nothing of these is a list of names.
_NO_LISTS: Final = (b"%PDF-", b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff")
#: What ends a sentence of a text, and what a web page begins with.
_SENTENCE_END: Final = "。"
_TAGS: Final = (b"<!", b"<html", b"<HTML", b"<?xml")
#: The bytes that one name, of a file or folder, has at most on the usual file systems.
_LONGEST_NAME: Final = 255
_A_TEXT: Final = (
    "standard input: a text or document, where - stands for a list of names in UTF-8, one a line; "
    "give the file by its name, or pipe it into lawreport parse -"
)
#: So much of what was given is shown in an error.
_SHOWN: Final = 80


def check_are_several(paths: object) -> None:
    """Raise `TypeError` for one name where several are wanted: its letters would be taken for names."""
    if isinstance(paths, str | bytes | os.PathLike):
        shown = repr(paths)
        shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
        raise TypeError(f"the names of files are given in a list, not as one {type(paths).__name__}: [{shown}]")


class NothingFoundError(LawReportError):
    """A name, glob or folder that stands for no file, or a text where a list of names is due."""


class Found(NamedTuple):
    """A file that is meant, or a folder that cannot be looked into (`problem` says why)."""

    path: str
    problem: str | None = None


def find_files(
    arguments: Iterable[str], standard_input: BinaryIO | None = None, passed_over: Counter[str] | None = None
) -> Iterator[Found]:
    """Yield the files that `arguments` name, each once, in their order.

    A folder stands for the files with known endings in it and below, sorted by name; hidden files, the lock files of
    word processors (~$…), the work folders of runs, pages that `lawreport view` or `compare` wrote and links to folders
    are left out; what has another ending is counted in `passed_over`, by its ending ("" for none). A glob (`*`, `?`,
    `[…]`, `**`) stands for what it matches, sorted, whatever the ending; a file of that very name comes first. `-`
    stands for the names in `standard_input` (see `listed_names`). A name in that list need not exist: reading it will
    fail.

    `NothingFoundError` for an argument that stands for no file, and where `standard_input` is plainly a text, no list.
    """
    arguments = list(arguments)
    seen: set[str] = set()
    for argument in arguments:
        count = 0
        for found in _stands_for(argument, standard_input, Counter() if passed_over is None else passed_over):
            count += 1
            # A folder holds no file twice: names need to be remembered only where there are several arguments.
            if len(arguments) > 1 or argument == _STANDARD_INPUT:
                key = os.path.normpath(found.path)
                if key in seen:
                    continue
                seen.add(key)
            yield found
        if not count:
            raise NothingFoundError(_nothing(argument))


def unlike_output(found: Iterable[Found], outputs: Sequence[Path]) -> Iterator[Found]:
    """Yield the files as they are found; `LawReportError` where one of them is an output that would be replaced."""
    there = [output for output in outputs if output.exists()]
    for each in found:
        check_is_no_report(there, [each.path], "output")
        yield each


def _stands_for(argument: str, standard_input: BinaryIO | None, passed_over: Counter[str]) -> Iterator[Found]:
    if argument == _STANDARD_INPUT and standard_input is not None:
        for name in listed_names(standard_input):
            yield from _file_or_folder(name, passed_over)
    elif os.path.lexists(argument):
        yield from _file_or_folder(argument, passed_over)
    elif has_magic(argument):
        for name in sorted(iglob(argument, recursive=True)):
            if os.path.isdir(name):
                # What lies in it is matched by ** itself.
                if "**" not in argument:
                    yield from _in_folder(name, passed_over)
            else:
                yield Found(name)


def _file_or_folder(name: str, passed_over: Counter[str]) -> Iterator[Found]:
    if os.path.isdir(name):
        yield from _in_folder(name, passed_over)
    else:
        yield Found(name)


def _in_folder(folder: str, passed_over: Counter[str]) -> Iterator[Found]:
    """Yield the files of a folder and all below it; one folder's names are in memory at a time, on each level."""
    levels = [_entries(folder, passed_over)]
    while levels:
        entry = next(levels[-1], None)
        if entry is None:
            levels.pop()
        elif isinstance(entry, Found):
            yield entry
        else:
            levels.append(_entries(entry, passed_over))


def _entries(folder: str, passed_over: Counter[str]) -> Iterator[Found | str]:
    """Yield the files of one folder as `Found`, and its folders as strings, sorted by name."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted((entry.name, entry.is_dir(follow_symlinks=False), entry.is_dir()) for entry in entries)
    except OSError as error:
        yield Found(folder, reason("folder-closed", error=error.strerror or error))
        return
    for name, is_folder, leads_to_folder in listed:
        if name.startswith((".", "~$")):
            continue
        path = os.path.join(folder, name)
        if is_folder:
            if not (name.lower().endswith(_WORK_FOLDER) and os.path.exists(os.path.join(path, _PLAN))):
                yield path
        elif leads_to_folder or _is_own_page(path):
            continue
        elif name.lower().endswith(KNOWN_ENDINGS):
            yield Found(path)
        else:
            passed_over[os.path.splitext(name)[1].lower()] += 1


def _is_own_page(path: str) -> bool:
    """Tell whether a file is a page that this package wrote: it shows reports, and is none."""
    # A pipe would be waited for.
    if not path.lower().endswith(PAGE_ENDINGS) or not os.path.isfile(path):
        return False
    try:
        with open(path, "rb") as file:
            return _OWN_PAGE in file.read(_HEAD_OF_PAGE)
    except OSError:
        return False


def listed_names(stream: BinaryIO) -> Iterator[str]:
    """Yield the names in a list: one a line, or ended by NUL where there is a NUL in its first 64 KiB.

    A line of an OUT.errors.jsonl or OUT.jsonl stands for its `path`, also one that is not UTF-8.

    `NothingFoundError` where the stream is plainly no list of names: its first 64 KiB name no file that exists, and
    hold a full stop of Chinese, tags, or a line longer than a name can be; or they begin as a PDF, ZIP archive or
    UTF-16 does.
    """
    rest = stream.read(_CHUNK).removeprefix(b"\xef\xbb\xbf")
    if rest.startswith(_NO_LISTS):
        raise NothingFoundError(_A_TEXT)
    end = b"\0" if b"\0" in rest else b"\n"
    if _looks_like_text(rest, end):
        raise NothingFoundError(_A_TEXT)
    while True:
        *whole, rest = rest.split(end)
        for name in whole:
            yield from _name(name, end)
        more = stream.read(_CHUNK)
        if not more:
            yield from _name(rest, end)
            return
        rest += more


def _looks_like_text(start: bytes, end: bytes) -> bool:
    """Tell whether the start of a list is that of a text: something in it is no name, and nothing of it is there."""
    lines = [line.strip() for line in start.split(end)]
    if start.startswith(_JSON_START) or not any(map(_is_no_name, lines)):
        return False
    return not any(line and os.path.lexists(os.fsdecode(line)) for line in lines if b"\0" not in line)


def _is_no_name(line: bytes) -> bool:
    if line.startswith(_TAGS) or max(map(len, line.split(os.fsencode(os.sep)))) > _LONGEST_NAME:
        return True
    try:
        return _SENTENCE_END in line.decode()
    except UnicodeDecodeError:
        return _SENTENCE_END in line.decode("gb18030", "replace")


def _name(raw: bytes, end: bytes) -> Iterator[str]:
    if end == b"\n":
        raw = raw.removesuffix(b"\r")
    if raw.startswith(_JSON_START):
        try:
            yield str(json.loads(raw)["path"])
        except (ValueError, RecursionError):
            pass
        else:
            return
    if raw:
        yield os.fsdecode(raw)


def written_name(path: str) -> str:
    """Return the path as tables hold it, where it is not UTF-8 in a readable form (see `readable_name`).

    Where a file of that name is there too, all that is not UTF-8 is escaped, so that no two files have one name.
    """
    name = readable_name(path)
    if name == path or not os.path.lexists(name):
        return name
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _nothing(argument: str) -> str:
    if argument == _STANDARD_INPUT:
        return "standard input: no names in the list; give one a line"
    if os.path.isdir(argument):
        return f"{argument}: {reason('folder-nothing', endings=' '.join(KNOWN_ENDINGS))}"
    if has_magic(argument):
        return f"{argument}: {reason('glob-nothing')}"
    if not argument:
        return f"'': {reason('no-name-at-all')}"
    return f"{argument}: {reason('not-there')}"
