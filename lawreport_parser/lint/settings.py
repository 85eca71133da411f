"""Which rules are on and how grave they are: from the command line, `setup.cfg` or `pyproject.toml`."""

from __future__ import annotations

import configparser
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, get_args

from lawreport_parser.errors import LawReportError
from lawreport_parser.lint.rules import GROUPS, RULES, RULES_BY_CODE, Rule
from lawreport_parser.model import Severity

__all__ = ["ALL", "SEVERITIES", "Settings", "SettingsError", "codes_of", "find_config", "load_settings", "severity_of"]

#: From the least to the gravest.
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)
ALL: Final = "all"
_SECTION: Final = "lawreport:lint"
_TABLE: Final = ("tool", "lawreport", "lint")
_KEYS: Final = ("select", "ignore", "fail-on", "severity")


class SettingsError(LawReportError, ValueError):
    """A setting that cannot be taken: an unknown rule, severity or key, or a file that cannot be read."""


@dataclass(frozen=True)
class Settings:
    """What a run of the linter is told.

    `select` and `ignore` are sets of rule codes; `severities` changes the severity of rules. `fail_on` is the least
    severity that makes the command fail.
    """

    select: frozenset[str] = frozenset(RULES_BY_CODE)
    ignore: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    fail_on: Severity = "warning"

    def is_on(self, rule: Rule) -> bool:
        """Say whether a rule is on."""
        return rule.code in self.select and rule.code not in self.ignore

    def leave_none(self) -> bool:
        """Say whether no rule at all is on."""
        return not any(map(self.is_on, RULES))

    def severity(self, rule: Rule) -> Severity:
        """Return the severity of a rule."""
        return self.severities.get(rule.code, rule.severity)

    def fails(self, severity: Severity) -> bool:
        """Say whether a finding of this severity makes the command fail."""
        return SEVERITIES.index(severity) >= SEVERITIES.index(self.fail_on)

    def with_options(
        self,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        fail_on: str | None = None,
        severity: Iterable[str] = (),
    ) -> Settings:
        """Return these settings with options laid over them.

        `select` and `ignore` hold codes, groups or `all`, also with commas between; `severity` holds `code=level`.
        A new selection replaces the old one, and lifts the old `ignore` of the rules that it names. `SettingsError` for
        one that names no rule.
        """
        made = self
        named = list(select)
        if named:
            chosen = codes_of(named)
            if not chosen:
                raise SettingsError("the selection names no rule; leave out select to check by all rules")
            made = replace(made, select=chosen, ignore=made.ignore - chosen)
        given: dict[str, Severity] = {}
        for each in _split(severity):
            code, mark, level = each.partition("=")
            if not mark:
                raise SettingsError(f"{each!r} is no severity of a rule; write CODE=LEVEL")
            given |= {name: severity_of(level.strip()) for name in codes_of([code.strip()])}
        return replace(
            made,
            ignore=made.ignore | codes_of(ignore),
            severities={**made.severities, **given},
            fail_on=severity_of(fail_on) if fail_on is not None else made.fail_on,
        )


def severity_of(name: str) -> Severity:
    """Return the severity of this name; `SettingsError` if there is none."""
    for severity in SEVERITIES:
        if severity == name:
            return severity
    raise SettingsError(f"no such severity: {name!r} (there are {', '.join(SEVERITIES)})")


def codes_of(names: Iterable[str]) -> frozenset[str]:
    """Return the codes that names of rules and groups, or `all`, stand for; `SettingsError` names an unknown one."""
    codes: set[str] = set()
    for name in _split(names):
        if name == ALL:
            codes.update(RULES_BY_CODE)
        elif name in GROUPS:
            codes.update(rule.code for rule in RULES if rule.group == name)
        elif name in RULES_BY_CODE:
            codes.add(name)
        else:
            near = get_close_matches(name, [*RULES_BY_CODE, *GROUPS], n=1)
            hint = f"; did you mean {near[0]}?" if near else f" (groups are {', '.join(GROUPS)})"
            raise SettingsError(f"no such rule: {name!r}{hint}")
    return frozenset(codes)


def _split(names: Iterable[str]) -> list[str]:
    return [word for name in names for word in re.split(r"[,\s]+", name) if word]


def find_config(start: Path) -> Path | None:
    """Return the nearest `pyproject.toml` or `setup.cfg`, in `start` or above it, that has settings for the linter."""
    for folder in (start, *start.parents):
        for name in ("pyproject.toml", "setup.cfg"):
            path = folder / name
            if path.is_file() and _read(path) is not None:
                return path
    return None


def load_settings(path: Path | None) -> Settings:
    """Return the settings that a file holds; those by default for None. `SettingsError` names what is wrong in it."""
    if path is None:
        return Settings()
    values = _read(path)
    if values is None:
        raise SettingsError(f"{path}: no settings for the linter in it ([{_SECTION}] or [{'.'.join(_TABLE)}])")
    try:
        return _settings_of(values)
    except SettingsError as error:
        raise SettingsError(f"{path}: {error}") from None


def _settings_of(values: Mapping[str, Any]) -> Settings:
    named = {key.replace("_", "-"): value for key, value in values.items()}
    for key in named:
        if key not in _KEYS:
            raise SettingsError(f"no such setting: {key!r} (there are {', '.join(_KEYS)})")
    severity = named.get("severity", {})
    if isinstance(severity, str):
        levels = [re.sub(r"\s*[=:]\s*", "=", line.strip()) for line in severity.splitlines()]
    elif isinstance(severity, Mapping):
        levels = [f"{code}={level}" for code, level in severity.items()]
    else:
        raise SettingsError("severity must be a table: code = level")
    fail_on = named.get("fail-on")
    if fail_on is not None and not isinstance(fail_on, str):
        raise SettingsError("fail-on must be the name of a severity")
    return Settings().with_options(
        _names(named, "select") or ([""] if "select" in named else []),
        _names(named, "ignore"),
        fail_on,
        [level for level in levels if level],
    )


def _names(values: Mapping[str, Any], key: str) -> list[str]:
    given = values.get(key, [])
    names = [given] if isinstance(given, str) else given
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise SettingsError(f"{key} must be a list of rules")
    return names


def _read(path: Path) -> Mapping[str, Any] | None:
    """Return the settings in a file, None where it has none."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{path}: not UTF-8") from None
    if path.suffix == ".toml":
        try:
            table: Any = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise SettingsError(f"{path}: {error}") from None
        for name in _TABLE:
            table = table.get(name) if isinstance(table, dict) else None
        if table is not None and not isinstance(table, dict):
            raise SettingsError(f"{path}: {'.'.join(_TABLE)} must be a table")
        return table
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(text)
    except configparser.Error as error:
        raise SettingsError(f"{path}: {str(error).splitlines()[0]}") from None
    return dict(parser[_SECTION]) if parser.has_section(_SECTION) else None
