"""The logic of `lawreport lint`: files in, findings out, an exit status. It knows nothing of how arguments are read."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from lawreport_parser.errors import LawReportError, ReadError
from lawreport_parser.files import parse_bytes, parse_file
from lawreport_parser.lint.engine import Finding, lint
from lawreport_parser.lint.escaping import visible
from lawreport_parser.lint.explaining import explanation
from lawreport_parser.lint.formats import FORMATS
from lawreport_parser.lint.settings import SEVERITIES, Settings, SettingsError, find_config, load_settings
from lawreport_parser.report import Report

__all__ = ["CLEAN", "FOUND", "UNUSABLE", "explain", "read_report", "run"]

#: The exit statuses.
CLEAN: Final = 0
FOUND: Final = 1
UNUSABLE: Final = 2

_STANDARD_INPUT: Final = "-"


def run(
    paths: Sequence[str],
    *,
    output_format: str = "text",
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severity: Sequence[str] = (),
    fail_on: str | None = None,
    config: Path | None = None,
    isolated: bool = False,
    read: Callable[[str], Report] | None = None,
    write: Callable[[str], None] | None = None,
    complain: Callable[[str], None] | None = None,
) -> int:
    """Check the files and write what was found; return the exit status (see `docs/lint.md`).

    `select`, `ignore`, `severity` and `fail_on` come on top of the settings in `config`, or in the nearest file that
    has some (none with `isolated`). `-` is standard input. A file that cannot be read has its line through `complain`;
    the others are checked all the same. `read`, `write` and `complain` take the place of the library's own reading,
    standard output and standard error.
    """
    read, write, complain = read or read_report, write or _write, complain or _complain
    try:
        settings = _settings(config, isolated).with_options(select, ignore, fail_on, severity)
        if output_format not in FORMATS:
            raise SettingsError(f"no such format: {output_format!r} (there are {', '.join(FORMATS)})")
        if not paths:
            raise SettingsError("no file to check")
        if list(paths).count(_STANDARD_INPUT) > 1:
            raise SettingsError("standard input (-) can be read only once")
    except SettingsError as error:
        complain(str(error))
        return UNUSABLE
    findings: list[Finding] = []
    unread = 0
    for path in paths:
        try:
            findings += lint(read(path), settings, name="<stdin>" if path == _STANDARD_INPUT else path)
        except (LawReportError, OSError) as error:
            unread += 1
            complain(str(error))
    write(FORMATS[output_format](findings))
    if output_format == "text" and findings:
        complain(_summary(findings, len(paths) - unread))
    if unread:
        return UNUSABLE
    return FOUND if any(settings.fails(each.severity) for each in findings) else CLEAN


def explain(
    name: str, *, write: Callable[[str], None] | None = None, complain: Callable[[str], None] | None = None
) -> int:
    """Write what a rule means (or list those of a group, or all); return the exit status."""
    try:
        text = explanation(name)
    except SettingsError as error:
        (complain or _complain)(str(error))
        return UNUSABLE
    (write or _write)(text)
    return CLEAN


def read_report(path: str) -> Report:
    """Read one file, or standard input for `-`; `ReadError` where there is no text in it."""
    from_input = path == _STANDARD_INPUT
    report = parse_bytes(sys.stdin.buffer.read(), name="<stdin>") if from_input else parse_file(path)
    if not report.text.strip():
        raise ReadError("there is no text in it", path)
    return report


def _settings(config: Path | None, isolated: bool) -> Settings:
    if isolated and config is not None:
        raise SettingsError("--isolated and --config exclude each other")
    if isolated:
        return Settings()
    return load_settings(config if config is not None else find_config(Path.cwd()))


def _summary(findings: Sequence[Finding], files: int) -> str:
    counts = Counter(each.severity for each in findings)
    shown = ", ".join(f"{counts[severity]} {severity}" for severity in reversed(SEVERITIES) if counts[severity])
    return f"{len(findings)} findings in {files} files: {shown}"


def _write(text: str) -> None:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    sys.stdout.buffer.write(text.encode(encoding, "backslashreplace"))
    sys.stdout.buffer.flush()


def _complain(message: str) -> None:
    line = f"lawreport: {visible(message)}\n"
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    sys.stderr.write(line.encode(encoding, "backslashreplace").decode(encoding))
