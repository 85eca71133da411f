"""The linter for writers: what an editor would mark in a report before it is published.

    >>> from lawreport_parser import parse
    >>> from lawreport_parser.lint import lint
    >>> [finding.code for finding in lint(parse("石湾县普法工作总结\\n一、主要成效\\n制定“三项制度。"))]
    ['unbalanced-quote']

The rules are the table in `rules`; `docs/reference/tables/lint-rules.md` lists them. `command` holds the logic of
`lawreport lint`.
"""

from __future__ import annotations

from lawreport_parser.lint.engine import Finding, lint
from lawreport_parser.lint.rules import RULES, Rule
from lawreport_parser.lint.settings import Settings, SettingsError, load_settings

__all__ = ["RULES", "Finding", "Rule", "Settings", "SettingsError", "lint", "load_settings"]
