"""Standard input, output and error, and what may go wrong with them."""

from __future__ import annotations

import errno
import os
import sys
from typing import BinaryIO, TextIO

import typer

from lawreport_parser.errors import ReadError
from lawreport_parser.escaping import escape_controls

__all__ = ["complain", "standard_input", "write_bytes", "write_json", "write_text"]

#: What a shell reports for a program that SIGPIPE ended.
_BROKEN_PIPE = 141


def standard_input() -> BinaryIO:
    """Return the bytes of standard input; `ReadError` where it is closed."""
    if sys.stdin is None:
        raise ReadError.because("input-closed", "standard input")
    return sys.stdin.buffer


def write_json(document: str) -> None:
    """Write a JSON document to standard output: UTF-8 wherever it runs, a lone surrogate as its JSON escape."""
    write_bytes(document.encode("utf-8", "backslashreplace"))


def write_text(text: str) -> None:
    """Write text for a person to standard output; what its encoding lacks is escaped."""
    write_bytes(text.encode(getattr(sys.stdout, "encoding", None) or "utf-8", "backslashreplace"))


def complain(message: str) -> None:
    """Write one line to standard error, whatever characters the message holds; where nobody takes it, go on."""
    stream = sys.stderr
    if stream is None:
        return
    line = f"lawreport: {escape_controls(message)}\n"
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        stream.write(line.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except OSError:
        _silence(stream)


def write_bytes(data: bytes) -> None:
    """Write what is encoded already to standard output."""
    if sys.stdout is None:
        complain("standard output is closed; give it somewhere to go")
        raise typer.Exit(2)
    try:
        _write_whole(sys.stdout.buffer, data)
    except OSError as error:
        _silence(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(_BROKEN_PIPE) from None
        complain(f"standard output: {error.strerror or error}; what was written is not whole")
        raise typer.Exit(2) from None


def _write_whole(stream: BinaryIO, data: bytes) -> None:
    """Write all of `data`.

    Where Python does not buffer (PYTHONUNBUFFERED), a write takes what there is room for; the next says what is wrong.
    """
    left = memoryview(data)
    while left:
        taken = stream.write(left)
        if not taken:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        left = left[taken:]
    stream.flush()


def _silence(stream: TextIO) -> None:
    """Lead a stream to nowhere: Python flushes it once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
