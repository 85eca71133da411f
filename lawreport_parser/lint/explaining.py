"""The rules explained: one for `lawreport lint --explain`, all for the manual.

`python -m lawreport_parser.lint.explaining` writes the page `docs/reference/tables/lint-rules.md`, with `zh`
behind it that of `docs/zh`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from typing import Final

from lawreport_parser.diagnostics import CODES
from lawreport_parser.lint.rules import GROUPS, RULES, RULES_BY_CODE, Rule
from lawreport_parser.lint.settings import SettingsError, codes_of

__all__ = ["chinese_page", "explanation", "overview", "reference_page"]

_LONGEST_EXAMPLE: Final = 400
#: What a string format puts in braces.
_SLOT: Final = re.compile(r"\{(\w+)(?:!r)?\}")

_HEAD: Final = """\
# Rules of the linter

<!-- Made from lawreport_parser/lint/rules.py:
python -m lawreport_parser.lint.explaining > docs/reference/tables/lint-rules.md -->

What [`lawreport lint`](../../use/lint.md) finds.

A `warning` is a defect that can mislead a reader, an `info` a departure from the form of the standard, an `error` a
statement that cannot be true. A rule that passes on a [diagnostic](../diagnostics.md) of the parser may be of another
severity than it: the parser says how far its own reading can be trusted, the linter how grave the defect is for those
who read the report.
"""

_CHINESE_HEAD: Final = """\
# 校对的规则

<!-- 由规则表生成：python -m lawreport_parser.lint.explaining zh > docs/zh/reference/tables/lint-rules.md -->

[`lawreport lint`](../../use/lint.md) 检查的内容。

`warning`（警告）是会误导读者的缺陷，`info`（提示）是与标准格式不同，`error`（错误）是不可能成立的表述。规则转自解析器的[诊断](../diagnostics.md)时，
级别可以不同：诊断的级别说明读法有多可靠，校对的级别说明缺陷对读者的影响。
"""


def explanation(name: str) -> str:
    """Return the explanation of the rules that a code, a group or `all` names; `SettingsError` for any other name."""
    codes = codes_of([name])
    if not codes:
        raise SettingsError("name a rule to explain, or all")
    if name not in RULES_BY_CODE:
        return overview(codes)
    rule = RULES_BY_CODE[name]
    source = rule.source if rule.source_zh == rule.source else f"{rule.source} / {rule.source_zh}"
    return (
        f"{rule.code} [{rule.severity}, {rule.group}]\n{rule.title} / {rule.title_zh}\n\n{rule.why}\n{rule.why_zh}\n\n"
        f"Source / 依据: {source}\n\nWrong / 误:\n{_indented(_shortened(rule.wrong))}\n\n"
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
    titles: dict[str, str] = {
        group: f"{english} ({chinese}): `{group}`" for group, (english, chinese) in GROUPS.items()
    }
    columns = "| rule | severity | what is wrong |"
    return _HEAD + _all_groups(titles, columns, lambda rule: rule.title, _entry)


def _all_groups(
    titles: Mapping[str, str], columns: str, title_of: Callable[[Rule], str], entry_of: Callable[[Rule], str]
) -> str:
    """Return the groups of rules one after the other: a table of the rules of each, and their entries."""
    pieces = []
    for group, title in titles.items():
        rules = [rule for rule in RULES if rule.group == group]
        pieces.append(f"\n## {title}\n\n{columns}\n|---|---|---|\n")
        pieces += [f"| [`{rule.code}`](#{rule.code}) | `{rule.severity}` | {title_of(rule)} |\n" for rule in rules]
        pieces += map(entry_of, rules)
    return "".join(pieces)


def _entry(rule: Rule) -> str:
    message = ""
    if rule.english:
        english, chinese = (_SLOT.sub("…", text) for text in (rule.english, rule.chinese))
        message = f"Message: {english} / {chinese}\n\n"
    passed_on = ", ".join(
        f"[`{code}`](../diagnostics.md#{code})"
        + (f" (there `{CODES[code].severity}`)" if CODES[code].severity != rule.severity else "")
        for code in rule.diagnostics
    )
    return (
        f"\n### `{rule.code}`\n\n`{rule.severity}`: {rule.title}. {rule.title_zh}。\n\n"
        f"{rule.why}\n\n{rule.why_zh}\n\n{message}"
        f"Source: {rule.source}." + (f" From the diagnostic {passed_on}." if passed_on else "") + "\n\n"
        f"Fires:\n\n```text\n{_shortened(rule.wrong)}\n```\n\nIs silent:\n\n```text\n{_shortened(rule.right)}\n```\n"
    )


def chinese_page() -> str:
    """Return the page of the Chinese manual that lists all rules."""
    titles: dict[str, str] = {group: f"{chinese}：`{group}`" for group, (_, chinese) in GROUPS.items()}
    return _CHINESE_HEAD + _all_groups(titles, "| 规则 | 级别 | 问题 |", lambda rule: rule.title_zh, _chinese_entry)


def _chinese_entry(rule: Rule) -> str:
    message = f"意见：{_SLOT.sub('…', rule.chinese)}\n\n" if rule.chinese else ""
    passed_on = "、".join(f"[`{code}`](../../../reference/diagnostics.md#{code})" for code in rule.diagnostics)
    return (
        f"\n### `{rule.code}`\n\n`{rule.severity}`：{rule.title_zh}。\n\n{rule.why_zh}\n\n{message}"
        f"依据：{rule.source_zh}。" + (f"转自诊断 {passed_on}。" if passed_on else "") + "\n\n"
        f"报告：\n\n```text\n{_shortened(rule.wrong)}\n```\n\n不报告：\n\n```text\n{_shortened(rule.right)}\n```\n"
    )


def _shortened(example: str) -> str:
    example = example.rstrip("\n")
    return example if len(example) <= _LONGEST_EXAMPLE else f"{example[:100]}\n…"


def _indented(example: str) -> str:
    return "\n".join(f"    {line}" for line in example.splitlines())


if __name__ == "__main__":
    page = chinese_page() if sys.argv[1:] == ["zh"] else reference_page()
    sys.stdout.buffer.write(page.encode("utf-8"))
