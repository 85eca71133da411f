"""The rules explained: one for `lawreport lint --explain`, all for the manual.

`python -m lawreport_parser.lint.explaining` writes the page `docs/lint.md`.
"""

from __future__ import annotations

import re
import sys
from typing import Final

from lawreport_parser.lint.rules import GROUPS, RULES, RULES_BY_CODE, Rule
from lawreport_parser.lint.settings import SettingsError, codes_of

__all__ = ["explanation", "overview", "reference_page"]

_LONGEST_EXAMPLE: Final = 400
#: What a string format puts in braces.
_SLOT: Final = re.compile(r"\{(\w+)(?:!r)?\}")

_HEAD: Final = """\
# The linter

<!-- Made from lawreport_parser/lint/rules.py: python -m lawreport_parser.lint.explaining > docs/lint.md -->

`lawreport lint FILE…` checks a report as an editor would before it is published. It reads every kind of file that
the library reads, and writes one line a finding:

```text
report.txt:12:31: unbalanced-quote “ has no partner / ““”不成对 [warning]
```

Lines and columns count from 1, columns in characters. For a Word file, a PDF or a web page they are those of the
extracted text. What concerns the whole report stands at its title. A slip of form that is made more than five times is
one finding, at its first place, with the number of places.

| status | when |
|---|---|
| 0 | no finding as grave as `--fail-on` |
| 1 | findings as grave as `--fail-on` (by default `warning`) or graver |
| 2 | wrong usage, wrong settings, or a file that cannot be read; the other files are checked all the same |

| option | what it does |
|---|---|
| `--format text`, `json`, `sarif`, `github` | the form: SARIF is version 2.1.0, `github` writes annotations |
| `--fail-on info`, `warning`, `error` | the least severity that gives status 1 |
| `--select RULES` | only these rules: codes, groups or `all`, with commas between |
| `--ignore RULES` | not these |
| `--severity CODE=LEVEL` | another severity for a rule |
| `--config FILE` | the file with the settings |
| `--isolated` | no file with settings |
| `--explain CODE` | explain a rule, and do nothing else; `all` lists the rules |

## Settings

Settings stand in `pyproject.toml`, else in `setup.cfg`, of the folder where the command runs or the nearest one above
that has them. Options of the command come on top: `--select` replaces the selection, `--ignore` adds to it.

```toml
[tool.lawreport.lint]
select = ["all"]
ignore = ["superfluous-dun", "arabic-dun"]
fail-on = "warning"

[tool.lawreport.lint.severity]
signed-early = "warning"
```

```ini
[lawreport:lint]
ignore = superfluous-dun, arabic-dun
fail-on = warning
severity =
    signed-early = warning
```

## In Python

```python
from lawreport_parser import parse
from lawreport_parser.lint import Settings, lint

report = parse("石湾县2023年法治工作总结\\n一、主要成效\\n制定“三项制度。")
findings = lint(report, Settings().with_options(ignore=["parts"]), name="report.txt")
assert [(finding.line, finding.column, finding.code) for finding in findings] == [(3, 3, "unbalanced-quote")]
```

## Rules

A `warning` is a defect that can mislead a reader, an `info` a departure from the form of the standard, an `error` a
statement that cannot be true.
"""


def explanation(name: str) -> str:
    """Return the explanation of the rules that a code, a group or `all` names; `SettingsError` for any other name."""
    codes = codes_of([name])
    if not codes:
        raise SettingsError("name a rule to explain, or all")
    if name not in RULES_BY_CODE:
        return overview(codes)
    rule = RULES_BY_CODE[name]
    return (
        f"{rule.code} [{rule.severity}, {rule.group}]\n{rule.title} / {rule.title_zh}\n\n{rule.why}\n{rule.why_zh}\n\n"
        f"Source / 依据: {rule.source}\n\nWrong / 误:\n{_indented(_shortened(rule.wrong))}\n\n"
        f"Right / 正:\n{_indented(_shortened(rule.right))}\n"
    )


def overview(codes: frozenset[str]) -> str:
    """Return one line a rule."""
    width = max(len(rule.code) for rule in RULES)
    return "".join(
        f"{rule.code:{width}}  {rule.severity:7}  {rule.title} / {rule.title_zh}\n"
        for rule in RULES
        if rule.code in codes
    )


def reference_page() -> str:
    """Return the page of the manual that lists all rules."""
    pieces = [_HEAD]
    for group, (english, chinese) in GROUPS.items():
        rules = [rule for rule in RULES if rule.group == group]
        pieces.append(f"\n### {english} ({chinese}): `{group}`\n\n| rule | severity | what is wrong |\n|---|---|---|\n")
        pieces += [f"| [`{rule.code}`](#{rule.code}) | `{rule.severity}` | {rule.title} |\n" for rule in rules]
        pieces += [_entry(rule) for rule in rules]
    return "".join(pieces)


def _entry(rule: Rule) -> str:
    message = ""
    if rule.english:
        english, chinese = (_SLOT.sub("…", text) for text in (rule.english, rule.chinese))
        message = f"Message: {english} / {chinese}\n\n"
    passed_on = "".join(f" [`{code}`](diagnostics.md#{code})" for code in rule.diagnostics)
    return (
        f"\n#### `{rule.code}`\n\n`{rule.severity}`: {rule.title}. {rule.title_zh}。\n\n"
        f"{rule.why}\n\n{rule.why_zh}\n\n{message}"
        f"Source: {rule.source}." + (f" From the diagnostic{passed_on}." if passed_on else "") + "\n\n"
        f"Fires:\n\n```text\n{_shortened(rule.wrong)}\n```\n\nIs silent:\n\n```text\n{_shortened(rule.right)}\n```\n"
    )


def _shortened(example: str) -> str:
    example = example.rstrip("\n")
    return example if len(example) <= _LONGEST_EXAMPLE else f"{example[:100]}\n…"


def _indented(example: str) -> str:
    return "\n".join(f"    {line}" for line in example.splitlines())


if __name__ == "__main__":
    sys.stdout.buffer.write(reference_page().encode("utf-8"))
