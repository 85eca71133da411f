"""The logic of `lawreport lint`: reports in, findings out, an exit status. It reads no file and no argument."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from lawreport_parser.errors import counted
from lawreport_parser.lint.commented_copies import Checked, Copies
from lawreport_parser.lint.engine import Finding, counted_in, lint
from lawreport_parser.lint.formats import FORMATS
from lawreport_parser.lint.settings import SEVERITIES, Settings, SettingsError, find_config, load_settings
from lawreport_parser.report import Report
from lawreport_parser.spans import OffsetUnit

__all__ = ["CLEAN", "FOUND", "UNUSABLE", "check_format", "run", "settings_in_force"]

#: The exit statuses: nothing as grave as asked for, something, a file that could not be read or written.
CLEAN: Final = 0
FOUND: Final = 1
UNUSABLE: Final = 2


def settings_in_force(
    *,
    config: Path | None = None,
    isolated: bool = False,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severity: Sequence[str] = (),
    fail_on: str | None = None,
) -> Settings:
    """Return the settings of `config`, or of the nearest file that has some, with the options laid over them.

    With `isolated` no file is read. `SettingsError` names what cannot be taken, or says that no rule is left.
    """
    if isolated and config is not None:
        raise SettingsError("--isolated and --config exclude each other")
    path = None if isolated else config or find_config(Path.cwd())
    settings = load_settings(path).with_options(select, ignore, fail_on, severity)
    if settings.leave_none():
        where = f" (settings are read from {path})" if path else ""
        raise SettingsError(
            f"no rule is left: each that is selected is ignored too; ignore fewer, or select more{where}"
        )
    return settings


def check_format(name: str, offsets: OffsetUnit = "codepoint") -> None:
    """Raise `SettingsError` if findings cannot be written in a format of this name, or with such offsets in it."""
    if name not in FORMATS:
        raise SettingsError(f"no such format: {name!r} (there are {', '.join(FORMATS)})")
    if offsets != "codepoint" and name != "json":
        raise SettingsError(f"--offsets {offsets} is for --format json, not for {name}")


def run(
    reports: Iterable[tuple[str, Report]],
    settings: Settings,
    *,
    output_format: str = "text",
    offsets: OffsetUnit = "codepoint",
    copies: Copies | None = None,
    write: Callable[[str], None],
    complain: Callable[[str], None],
) -> int:
    """Check reports (name and report each), write what was found, sum it up; return the exit status.

    `offsets` is what places count in JSON. With `copies`, Word files have copies with comments.
    """
    check_format(output_format, offsets)
    checked: list[Checked] = []
    findings: list[Finding] = []
    for name, report in reports:
        source = report.source
        found = lint(report, settings, name=name)
        findings += counted_in(found, offsets, report.text)
        checked.append(
            Checked(name, source.format if source else "text", (source.sha256 or "") if source else "", found)
        )
    write(FORMATS[output_format](findings))
    if output_format == "text" and findings:
        complain(_summary(findings, len(checked)))
    if copies is not None and not copies.write(checked, complain):
        return UNUSABLE
    return FOUND if any(settings.fails(each.severity) for each in findings) else CLEAN


def _summary(findings: Sequence[Finding], files: int) -> str:
    counts = Counter(each.severity for each in findings)
    shown = ", ".join(f"{counts[severity]} {severity}" for severity in reversed(SEVERITIES) if counts[severity])
    return f"{counted(len(findings), 'finding')} in {counted(files, 'file')}: {shown}"
