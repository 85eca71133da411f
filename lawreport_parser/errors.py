"""The exceptions a user of lawreport_parser can meet, each with the place it speaks of, and how messages count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self

from lawreport_parser.reasons import reason

__all__ = [
    "CodebookError",
    "ComparisonError",
    "LawReportError",
    "MissingExtraError",
    "NumeralError",
    "ReadError",
    "ReportError",
]


class LawReportError(Exception):
    """Base class of every error that this library raises on purpose."""


class ReportError(LawReportError, ValueError):
    """A report that cannot be taken: a strict parse with errors, or JSON that is no report.

    `diagnostics` holds the diagnostics of a strict parse, in the order of the text (else it is empty).
    """

    def __init__(self, message: str, diagnostics: Sequence[Any] = ()) -> None:
        super().__init__(message)
        self.diagnostics = tuple(diagnostics)

    def __reduce__(self) -> tuple[type[ReportError], tuple[str, tuple[Any, ...]]]:
        return type(self), (str(self), self.diagnostics)


class CodebookError(LawReportError, ValueError):
    """A codebook that cannot be read. The message names file, code and key, and says what to do."""


class NumeralError(LawReportError, ValueError):
    """A text that is no numeral. `text` is that text, `position` the code point where reading stopped."""

    def __init__(self, text: str, position: int, reason: str) -> None:
        super().__init__(f"not a numeral: {text!r}, at position {position}: {reason}")
        self.text = text
        self.position = position
        self.reason = reason

    def __reduce__(self) -> tuple[type[NumeralError], tuple[str, int, str]]:
        return type(self), (self.text, self.position, self.reason)


class ReadError(LawReportError, ValueError):
    """A file or bytes from which no text can be read. `name` says which, the message why and what to do."""

    def __init__(self, message: str, name: str = "") -> None:
        super().__init__(f"{name}: {message}" if name else message)
        self.message = message
        self.name = name

    @classmethod
    def because(cls, cause: str, name: str = "", **values: object) -> Self:
        """Return the error of a cause of `lawreport_parser.reasons`, with its values."""
        return cls(reason(cause, **values), name)

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str]]:
        return type(self), (self.message, self.name)


class ComparisonError(LawReportError, ValueError):
    """Reports that cannot be compared. `code` says why: that of the note it would be, or `too-few`."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[type[ComparisonError], tuple[str, str]]:
        return type(self), (str(self), self.code)


class MissingExtraError(LawReportError, ImportError):
    """An optional package is missing. The message names the extra that installs it."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(reason("missing-extra", package=package, extra=extra))
        self.package = package
        self.extra = extra

    def __reduce__(self) -> tuple[type[MissingExtraError], tuple[str, str]]:
        return type(self), (self.package, self.extra)


def counted(count: int, noun: str) -> str:
    """Return a number with its noun, as messages put it: 1 error, 1,204 files."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
