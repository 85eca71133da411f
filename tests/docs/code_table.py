"""The tables of diagnostics in the manual, made from `lawreport_parser.diagnostics.CODES`.

`python tests/docs/code_table.py` writes them into the pages; `test_pages.py` compares.
"""

from __future__ import annotations

from pathlib import Path

from lawreport_parser.diagnostics import CODES

DOCS = Path(__file__).parents[2] / "docs"
BEGIN, END = "<!-- codes:begin -->\n", "<!-- codes:end -->"
SEVERITIES = {"info": "提示 `info`", "warning": "警告 `warning`", "error": "错误 `error`"}


def english_table() -> str:
    """Return the table of `docs/reference/diagnostics.md`."""
    rows = [f"| [`{name}`](#{name}) | `{code.severity}` | {_cell(code.english)} |" for name, code in CODES.items()]
    return "\n".join(["| code | severity | message |", "|---|---|---|", *rows, ""])


def chinese_table() -> str:
    """Return the table of `docs/zh/reference/diagnostics.md`."""
    rows = [
        f"| [`{name}`](../../reference/diagnostics.md#{name}) | {SEVERITIES[code.severity]} | {_cell(code.chinese)} |"
        for name, code in CODES.items()
    ]
    return "\n".join(["| 代码 | 级别 | 信息 |", "|---|---|---|", *rows, ""])


def _cell(message: str) -> str:
    return message.replace("|", "\\|").replace("{", "`{").replace("}", "}`").replace("!r}", "}")


def with_table(page: str, table: str) -> str:
    """Return the text of a page with `table` between its two marks."""
    head, rest = page.split(BEGIN)
    return f"{head}{BEGIN}{table}{END}{rest.split(END, 1)[1]}"


#: The pages and their tables.
TABLES = {
    DOCS / "reference" / "diagnostics.md": english_table,
    DOCS / "zh" / "reference" / "diagnostics.md": chinese_table,
}

if __name__ == "__main__":
    for path, make in TABLES.items():
        path.write_text(with_table(path.read_text(encoding="utf-8"), make()), encoding="utf-8")
