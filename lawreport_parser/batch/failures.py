"""Files that gave no report: their lines in `OUT.errors.jsonl`, and how many of them failed for what cause."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from lawreport_parser.batch.reading import FileError
from lawreport_parser.batch.rendering import json_line
from lawreport_parser.reasons import reason
from lawreport_parser.reasons_in_chinese import in_chinese

__all__ = ["Failure", "causes_in", "errors_beside", "failure_line", "failures_in"]

#: Causes that are told apart; messages of defects may hold anything.
_CAUSES: Final = 1_000
_GAP: Final = "…"


def errors_beside(out: Path) -> Path:
    """Return where the list of failures of an output stands."""
    return out.with_name(out.name + ".errors.jsonl")


def failure_line(path: str, error: FileError) -> bytes:
    """Return the line of a file that gave no report."""
    return json_line({"path": path, **asdict(error)})


class Failure(NamedTuple):
    """A file that gave no report: its path, the code of the cause, and what is wrong."""

    path: str
    code: str
    message: str

    def in_chinese(self) -> Failure:
        """Return it with what is wrong in Chinese."""
        is_defect = self.code == "internal-error"
        return self._replace(message=in_chinese(reason("defect", error=self.message) if is_defect else self.message))


def failures_in(errors: Path) -> Iterator[Failure]:
    """Yield the failures that a list holds, in its order; none where there is no such list."""
    try:
        lines = errors.open("rb")
    except FileNotFoundError:
        return
    with lines:
        for line in lines:
            yield _failure(line)


def causes_in(errors: Path) -> dict[str, int]:
    """Return why the files of a list of failures failed: cause → number of files, the most frequent first.

    A cause is the message. Messages that differ only in numbers and in what stands in brackets are one, with `…` there.
    An empty dict where there is no such list.
    """
    shown: dict[tuple[str, str], str] = {}
    counts: dict[tuple[str, str], int] = {}
    for _, code, message in failures_in(errors):
        shape = _shape(message)
        if (code, shape) not in counts and len(counts) >= _CAUSES:
            message = shape = f"another cause ({code})"
        cause = code, shape
        counts[cause] = counts.get(cause, 0) + 1
        if shown.setdefault(cause, message) != message:
            shown[cause] = shape
    causes: dict[str, int] = {}
    for cause, count in counts.items():
        causes[shown[cause]] = causes.get(shown[cause], 0) + count
    return dict(sorted(causes.items(), key=lambda item: (-item[1], item[0])))


def _failure(line: bytes) -> Failure:
    try:
        failure = json.loads(line)
        return Failure(str(failure.get("path", "")), str(failure["code"]), str(failure["message"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return Failure("", "unknown", reason("not-told"))


def _shape(message: str) -> str:
    """Return a message with a gap for each number, and for what stands in brackets."""
    pieces, depth = [], 0
    for is_number, characters in groupby(message, lambda character: character.isdecimal() or character == ","):
        run = "".join(characters)
        if depth == 0 and is_number and any(map(str.isdecimal, run)):
            pieces.append(_GAP + ("," if run.endswith(",") else ""))
            continue
        for character in run:
            if character == "(":
                pieces.append("" if depth else f"({_GAP})")
                depth += 1
            elif character == ")" and depth:
                depth -= 1
            elif depth == 0:
                pieces.append(character)
    return "".join(pieces)
