"""The pages of the manual that list a codebook: a table for each group of codes."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from lawreport_parser.indicators.codebook import Codebook, CodebookEntry

__all__ = ["codebook_page"]

_HEAD: Final = """# The codebook

The figures that `report.indicators` names, in the order in which they are tried. They stand in
`lawreport_parser/indicators/codebook.toml`; `python -m lawreport_parser.indicators > docs/reference/tables/codebook.md`
writes this page. [How an indicator is decided](../../explanation/indicators.md) tells what holds for all of them.

Figures marked ∗ are usual several times in one report: one for each kind, or each body. A change that goes down is
negative.
"""
_HEAD_ZH: Final = """# 指标代码本

`report.indicators` 按下列代码标注数字，顺序即匹配顺序。源文件为 `lawreport_parser/indicators/codebook.toml`；本页由
`python -m lawreport_parser.indicators zh > docs/zh/reference/tables/codebook.md` 生成。
判定规则见[指标如何判定](../../explanation/indicators.md)。

带 ∗ 的指标在一份报告中出现多个数值属正常（每类、每个机构一个）。下降的增幅取负值。
"""


def codebook_page(codebook: Codebook, *, chinese: bool = False) -> str:
    """Return a page in Markdown with all codes of a codebook, by group."""
    columns = "| 代码 | 名称 | 单位 | 计入与不计入 |" if chinese else "| code | name | unit | what counts |"
    pieces = [_HEAD_ZH if chinese else _HEAD]
    for group, entries in groupby(codebook.values(), key=lambda entry: entry.code.partition(".")[0]):
        pieces.append(f"\n## {group}\n\n{columns}\n|---|---|---|---|\n")
        pieces += [_row(entry, chinese) for entry in entries]
    return "".join(pieces)


def _row(entry: CodebookEntry, chinese: bool) -> str:
    name = entry.name_zh if chinese else f"{entry.name_zh} · {entry.name_en}"
    counts = (entry.counts_zh or entry.counts) if chinese else entry.counts
    cells = (f"`{entry.code}`{' ∗' if entry.several else ''}", name, entry.unit, counts)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
