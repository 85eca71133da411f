"""The rules explained: one for `lawreport lint --explain`, all for the manual.

`python -m lawreport_parser.lint.explaining` writes the page `docs/lint.md`, with `zh` behind it `docs/zh/lint.md`.
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
# The linter

<!-- Made from lawreport_parser/lint/rules.py: python -m lawreport_parser.lint.explaining > docs/lint.md -->

`lawreport lint FILE…` checks a report as an editor would before it is published. It reads every kind of file that
the library reads, and folders of them, and writes one line a finding:

```text
report.txt:12:31: unbalanced-quote “ has no partner / 「“」不成对 [warning]
```

Lines and columns count from 1, columns in characters. For a Word file, a PDF or a web page they are those of the
extracted text. What concerns the whole report stands at its title. A slip of form that is made more than five times is
one finding, at its first place, with the number of places.

| status | when |
|---|---|
| 0 | no finding as grave as `--fail-on` |
| 1 | findings as grave as `--fail-on` (by default `warning`) or graver |
| 2 | wrong usage, wrong settings, or a file that cannot be read or written; the other files are checked all the same |

| option | what it does |
|---|---|
| `-o OUT` | write [copies of Word files](#word-files) with the findings as comments |
| `--overwrite` | replace what is at OUT |
| `--format text`, `json`, `sarif`, `github` | the form: SARIF is version 2.1.0, `github` writes annotations |
| `--fail-on info`, `warning`, `error` | the least severity that gives status 1 |
| `--select RULES` | only these rules: codes, groups or `all`, with commas between |
| `--ignore RULES` | not these |
| `--severity CODE=LEVEL` | another severity for a rule |
| `--config FILE` | the file with the settings |
| `--isolated` | no file with settings |
| `--explain CODE` | explain a rule, and do nothing else; `all` lists the rules |
| `--encoding NAME` | in which encoding text and web pages are (by default told by the bytes) |
| `--input-format text`, `html`, `docx`, `pdf` | what the files are (by default told by their content) |

## Word files

Writers work in Word and WPS. They get the findings as comments:

```sh
lawreport lint draft.docx -o draft.commented.docx
lawreport lint drafts/ -o commented/
```

![A draft with six comments in the margin, each joined to its words: a title, a mark, a date …](images/lint-word.png)

- Each finding is one comment of the author `lawreport lint`: what is wrong in Chinese, the rule's code and severity,
  the same in English. It is on the very words that the list names; a missing part is on the title.
- Word takes no comments in some places. A finding in an automatic number is on its paragraph, one in a text box on the
  paragraph that the box hangs on, one in a note on the paragraph with its mark, one in a header or footer on the first;
  the comment then says where, and quotes the words. No finding is left out.
- Words and formatting stay as they are, and so do comments that are there. Where a comment begins or ends within a run,
  the run is parted in two of the same properties. A file without findings is copied as it is.
- A folder is mirrored below OUT. Files that are no Word files are checked, and named as having no copy.
- What is at OUT is replaced only with `--overwrite`, and never a file that is read: OUT may not lie in a folder that is
  read.

```python
from pathlib import Path
from lawreport_parser import parse_bytes
from lawreport_parser.lint import lint
from lawreport_parser.lint.word_comments import commented

draft = Path("draft.docx").read_bytes()
Path("draft.commented.docx").write_bytes(commented(draft, lint(parse_bytes(draft))))
```

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
findings = lint(report, Settings().with_options(ignore=["parts", "signature"]), name="report.txt")
assert [(finding.line, finding.column, finding.code) for finding in findings] == [(3, 3, "unbalanced-quote")]
```

## Rules

A `warning` is a defect that can mislead a reader, an `info` a departure from the form of the standard, an `error` a
statement that cannot be true. A rule that passes on a [diagnostic](diagnostics.md) of the parser may be of another
severity than it: the parser says how far its own reading can be trusted, the linter how grave the defect is for those
who read the report.
"""

_CHINESE_HEAD: Final = """\
# 校对

<!-- 由规则表生成：python -m lawreport_parser.lint.explaining zh > docs/zh/lint.md -->

`lawreport lint FILE…` 像校对员那样，在发布之前检查报告。凡本库能读的文件都能检查，也可以给文件夹，每条意见一行：

```text
report.txt:12:31: unbalanced-quote “ has no partner / 「“」不成对 [warning]
```

行、列从 1 数起，列按字符数计。Word、PDF 和网页的行列，是提取出的文字的行列。涉及整篇报告的意见，位置在标题处。
同一种格式上的疏忽超过五处的，合为一条，位置在首处，并注明处数。

| 退出状态 | 含义 |
|---|---|
| 0 | 没有达到 `--fail-on` 级别的意见 |
| 1 | 有达到 `--fail-on` 级别（默认 `warning`）的意见 |
| 2 | 用法或设置有误，或有文件读不了、写不了；其余文件照常检查 |

## Word 文件

用 Word、WPS 起草的人，可以直接得到批注：

```sh
lawreport lint draft.docx -o draft.commented.docx
lawreport lint drafts/ -o commented/
```

![一份初稿，页边有六条批注，各有连线指向所批的文字：标题、引号、日期等](../images/lint-word.png)

- 每条意见一条批注，作者为 `lawreport lint`：先是中文说明，再是规则代码和级别，最后是英文。
  批注就加在所指的文字上；缺少法定内容的，加在标题上。
- Word 有些地方不能加批注：自动编号里的意见加在该段，文本框里的加在文本框所在的段落，
  脚注、尾注里的加在注号所在的段落，页眉、页脚里的加在第一段；批注里注明位置，并引出原文。意见一条不漏。
- 文字和格式不变，原有批注保留。批注起止在一段格式相同的文字中间时，这段文字分为两段，格式照旧。
  没有意见的文件原样复制。
- 给文件夹时，OUT 之下的目录结构与之相同。不是 Word 的文件照常检查，并说明没有批注副本。
- OUT 已经存在时，只有加 `--overwrite` 才会替换；读取的文件绝不会被替换，OUT 也不能放在所读的文件夹里。

## 选项和设置

选项见[命令行](command-line.md)。设置写在 `pyproject.toml` 或 `setup.cfg` 里，取命令所在文件夹或其上最近的一个；
命令的选项优先：`--select` 取代原有选择，`--ignore` 在原有之外再加。

```toml
[tool.lawreport.lint]
select = ["all"]
ignore = ["superfluous-dun", "arabic-dun"]
fail-on = "warning"

[tool.lawreport.lint.severity]
signed-early = "warning"
```

## 规则

`warning`（警告）是会误导读者的缺陷，`info`（提示）是与标准格式不同，`error`（错误）是不可能成立的表述。规则转自解析器的[诊断](diagnostics.md)时，
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
        pieces.append(f"\n### {title}\n\n{columns}\n|---|---|---|\n")
        pieces += [f"| [`{rule.code}`](#{rule.code}) | `{rule.severity}` | {title_of(rule)} |\n" for rule in rules]
        pieces += map(entry_of, rules)
    return "".join(pieces)


def _entry(rule: Rule) -> str:
    message = ""
    if rule.english:
        english, chinese = (_SLOT.sub("…", text) for text in (rule.english, rule.chinese))
        message = f"Message: {english} / {chinese}\n\n"
    passed_on = ", ".join(
        f"[`{code}`](diagnostics.md#{code})"
        + (f" (there `{CODES[code].severity}`)" if CODES[code].severity != rule.severity else "")
        for code in rule.diagnostics
    )
    return (
        f"\n#### `{rule.code}`\n\n`{rule.severity}`: {rule.title}. {rule.title_zh}。\n\n"
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
    passed_on = "、".join(f"[`{code}`](../diagnostics.md#{code})" for code in rule.diagnostics)
    return (
        f"\n#### `{rule.code}`\n\n`{rule.severity}`：{rule.title_zh}。\n\n{rule.why_zh}\n\n{message}"
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
