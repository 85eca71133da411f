"""Standard input, output and error, and what may go wrong with them."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

import typer

from lawreport_parser.errors import ReadError
from lawreport_parser.escaping import escape_controls

__all__ = ["complain", "standard_input", "write_bytes", "write_json", "write_text"]

#: What a shell reports for a program that SIGPIPE ended.
_BROKEN_PIPE = 141


def standard_input() -> BinaryIO:
    """Return the bytes of standard input; `ReadError` where it is closed."""
    if sys.stdin is None:
        raise ReadError("closed, there is nothing to read; name a file", "standard input")
    return sys.stdin.buffer


def write_json(document: str) -> None:
    """Write a JSON document to standard output: UTF-8 wherever it runs, a lone surrogate as its JSON escape."""
    write_bytes(document.encode("utf-8", "backslashreplace"))


def write_text(text: str) -> None:
    """Write text for a person to standard output; what its encoding lacks is escaped."""
    write_bytes(text.encode(getattr(sys.stdout, "encoding", None) or "utf-8", "backslashreplace"))


def complain(message: str) -> None:
    """Write one line to standard error, whatever characters the message holds."""
    line = f"lawreport: {escape_controls(message)}\n"
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    sys.stderr.write(line.encode(encoding, "backslashreplace").decode(encoding))
    sys.stderr.flush()


def write_bytes(data: bytes) -> None:
    """Write what is encoded already to standard output."""
    if sys.stdout is None:
        complain("standard output is closed; give it somewhere to go")
        raise typer.Exit(2)
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        # Python flushes standard output once more at exit: give it somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(_BROKEN_PIPE) from None
        complain(f"standard output: {error.strerror or error}; what was written is not whole")
        raise typer.Exit(2) from None
