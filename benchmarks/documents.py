"""The documents that are measured, the same as Markdown, and texts made to be hard."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["EXAMPLES", "HARD_TEXTS", "RUNS", "lines_as_markdown", "read_texts", "text_of"]

EXAMPLES = Path(__file__).parent.parent / "examples" / "reports"
_LEVELS = (r"[一二三四五六七八九十]+、", r"[（(][一二三四五六七八九十]+[）)]", r"\d+[.、]")

#: Texts that cost a careless reader more than their length, by name: one unit of each, which is repeated.
HARD_TEXTS = {
    "one marker": "一、",
    "one spoken marker": "一是",
    "opening brackets": "（",
    "opening quotes": "“",
    "title marks open": "《",
    "title marks mixed": "《〈》〉",
    "nesting without end": "第一章（一）1.（1）①1）一是",
    "is and is": "一是甲；二是乙；",
    "digits": "8",
    "numerals": "一",
    "great ordinals": "九千九百九十九亿、",
    "blanks": "　",
    "line ends": "\r\n\x85\u2028",
    "prose without markers": "依法行政工作稳步推进，成效明显。",
    "labels": "发布日期：",
    "dates": "2021年13月45日",
    "numbers in brackets": "豫政〔2019〕30号、",
}
#: Runs of numerals of 10,000 characters, and four times that.
RUNS = {"一": "一", "digits": "7", "mixed": "一7", "scales": "万亿", "ordinals": "第七"}


def read_texts(folder: Path) -> dict[str, str]:
    """Return the texts of a folder by their names."""
    return {path.stem: text_of(path) for path in sorted(folder.glob("*.txt"))}


def text_of(file: Path) -> str:
    """Return the text of a file, with its line ends as they are."""
    return file.read_bytes().decode("utf-8", "replace")


def lines_as_markdown(text: str) -> str:
    """Return a text as Markdown, line by line: a line with one of three markers is a heading, all else a paragraph."""
    lines = [line.strip() for line in re.split(r"[\r\n]+", text)]
    marked = []
    for line in lines:
        depth = next((at for at, pattern in enumerate(_LEVELS, 1) if re.match(pattern, line)), 0)
        marked.append(f"{'#' * depth} {line}" if depth else line)
    return "\n\n".join(marked)
