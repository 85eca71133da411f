"""What other tools find in the example reports: at how many markers each lets a section begin.

    python benchmarks/comparison.py            # print the table
    python benchmarks/comparison.py --write    # and put it into docs/explanation/comparison.md

Needs markdown-it-py, langchain-text-splitters and llama-index-core; a tool that is not installed is left out (and
`--write` refuses). The true markers and their depths are those of `NAME.expected.json`, written by hand beside each
report. Their places are looked up here in the text, without `parse`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from lawreport_parser import __version__, parse

ROOT = Path(__file__).parents[1]
REPORTS = ROOT / "examples" / "reports"
PAGE = ROOT / "docs" / "explanation" / "comparison.md"
BEGIN, END = "<!-- figures:begin -->\n", "<!-- figures:end -->"

#: Where a tool lets sections begin, each with the depth that it gives them, if it knows of depths.
Found = dict[int, int | None]

SEPARATORS = ["\n\n", "\n", "。", "！", "？", "；", "，", "、", ""]
#: The four levels of the standard, GB/T 9704-2012, 7.3.3, as most people would write them down.
LEVELS = (
    r"[一二三四五六七八九十]+、",
    r"[（(][一二三四五六七八九十]+[）)]",
    r"\d+[.．、](?!\d)",
    r"[（(]\d+[）)]",
)
MARKER = "|".join(f"({level})" for level in LEVELS)
AT_LINE_START = re.compile(rf"^\s*(?:{MARKER})", re.MULTILINE)
ANYWHERE = re.compile(MARKER)
#: And the other styles of this genre, on which the standard does not speak: their depth differs between reports.
OTHER_STYLES = (
    r"(?<=\n)\d{1,2}(?:\.\d{1,2}){0,3}(?=\s?[一-鿿])"
    r"|第[一二三四五六七八九十百]+(?:部分|章|条)|第[一二三四五六七八九十]+，|[一二三四五六七八九十]+[是要]"
    r"|[①-⑳⑴-⒇⒈-⒛㈠-㈩]|\d+[）)]|\d+\.\d+(?=\s)|首先|其次|再次|最后|另?一方面"
)
EVERY_STYLE = re.compile(f"{MARKER}|{OTHER_STYLES}")


class Truth(NamedTuple):
    """A report with its true markers: the place of each, and its depth in the outline."""

    text: str
    depths: dict[int, int]
    #: The roles of the outermost sections, by place.
    roles: dict[int, list[str]]


class Row(NamedTuple):
    """What a tool found in all reports."""

    name: str
    begun: int
    right: int
    depth: int | None
    roles: int | None


def read_truth(path: Path) -> Truth:
    """Return a report with the places of its markers, looked up from its end to its beginning.

    A marker stands behind a blank or punctuation, where there is such a place, and right before its heading. Looked
    up from the end, the table of contents in front of a report is not taken for the report.
    """
    text = path.read_text(encoding="utf-8")
    expected = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    depths: dict[int, int] = {}
    roles: dict[int, list[str]] = {}
    end = len(text)
    for depth, section in reversed(list(_walk(expected["sections"], 1))):
        letters = re.sub(r"\s", "", section["marker"] + (section["heading"] or ""))
        words = r"\s*".join(map(re.escape, letters))
        apart = [found.start() for found in re.finditer(rf"(?:^|(?<=[\s。；：，、！？”’）;:.])){words}", text[:end])]
        end = (apart or [found.start() for found in re.finditer(words, text[:end])])[-1]
        depths[end] = depth
        if depth == 1 and "roles" in section:
            roles[end] = section["roles"]
    return Truth(text, depths, roles)


def _walk(sections: list[dict[str, Any]], depth: int) -> Iterator[tuple[int, dict[str, Any]]]:
    for section in sections:
        yield depth, section
        yield from _walk(section["children"], depth + 1)


def _behind_blanks(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def by_this_library(text: str) -> Found:
    """`parse`: every section begins at its marker."""
    return {section.marker.span.start: section.depth for section in parse(text).walk()}


def by_pattern(pattern: re.Pattern[str]) -> Callable[[str], Found]:
    """Return a reading with one regular expression; the depth is the level of the marker's style."""

    def read(text: str) -> Found:
        return {match.start(match.lastindex or 0): match.lastindex for match in pattern.finditer(text)}

    return read


def by_markdown(only_sections: bool) -> Callable[[str], Found]:
    """Return a reading of the text as CommonMark: headings and list items, or every block that begins in a line."""
    from markdown_it import MarkdownIt

    wanted = {"heading_open", "list_item_open"}

    def read(text: str) -> Found:
        # The parser counts \n only; the examples have no other line ends.
        starts = [0, *(match.end() for match in re.finditer("\n", text))]
        found: Found = {}
        items = 0
        for token in MarkdownIt("commonmark").parse(text):
            items += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
            if token.map is None or (only_sections and token.type not in wanted):
                continue
            place = _behind_blanks(text, starts[token.map[0]])
            found.setdefault(place, int(token.tag[1]) if token.type == "heading_open" else items or None)
        return found

    return read


def by_characters(size: int) -> Callable[[str], Found]:
    """Return LangChain's splitter with the separators of Chinese, for chunks of at most `size` characters."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        separators=SEPARATORS, keep_separator="end", chunk_size=size, chunk_overlap=0, add_start_index=True
    )

    def read(text: str) -> Found:
        return {_behind_blanks(text, each.metadata["start_index"]): None for each in splitter.create_documents([text])}

    return read


def by_sentences(size: int) -> Callable[[str], Found]:
    """Return LlamaIndex's splitter, for chunks of at most `size` tokens of its own tokenizer."""
    from llama_index.core.node_parser import SentenceSplitter
    from llama_index.core.schema import Document

    splitter = SentenceSplitter(chunk_size=size, chunk_overlap=0)

    def read(text: str) -> Found:
        nodes = splitter.get_nodes_from_documents([Document(text=text)])
        return {_behind_blanks(text, node.start_char_idx or 0): None for node in nodes}

    return read


class Tool(NamedTuple):
    """A way to read: its name, the package it needs, and how it is made."""

    name: str
    package: str | None
    make: Callable[[], Callable[[str], Found]]


TOOLS = (
    Tool("lawreport_parser", None, lambda: by_this_library),
    Tool("regular expression, at line starts", None, lambda: by_pattern(AT_LINE_START)),
    Tool("regular expression, anywhere", None, lambda: by_pattern(ANYWHERE)),
    Tool("regular expression of every style, anywhere", None, lambda: by_pattern(EVERY_STYLE)),
    Tool("markdown-it-py, headings and list items", "markdown-it-py", lambda: by_markdown(True)),
    Tool("markdown-it-py, all blocks", "markdown-it-py", lambda: by_markdown(False)),
    Tool("RecursiveCharacterTextSplitter, 100 characters", "langchain-text-splitters", lambda: by_characters(100)),
    Tool("RecursiveCharacterTextSplitter, 300 characters", "langchain-text-splitters", lambda: by_characters(300)),
    Tool("SentenceSplitter, 128 tokens", "llama-index-core", lambda: by_sentences(128)),
    Tool("SentenceSplitter, 512 tokens", "llama-index-core", lambda: by_sentences(512)),
)
_MODULES = {
    "markdown-it-py": "markdown_it",
    "langchain-text-splitters": "langchain_text_splitters",
    "llama-index-core": "llama_index",
}


def installed(tool: Tool) -> bool:
    """Say whether a tool can run here."""
    return tool.package is None or find_spec(_MODULES[tool.package]) is not None


def measure(tool: Tool, truths: list[Truth]) -> Row:
    """Return what a tool finds in the reports."""
    read = tool.make()
    begun = right = deep = 0
    knows = False
    for truth in truths:
        found = read(truth.text)
        begun += len(found)
        right += len(found.keys() & truth.depths.keys())
        deep += sum(found.get(place) == depth for place, depth in truth.depths.items())
        knows = knows or any(depth is not None for depth in found.values())
    roles = _roles(truths) if tool.package is None and read is by_this_library else None
    return Row(tool.name, begun, right, deep if knows else None, roles)


def _roles(truths: list[Truth]) -> int:
    """Count the outermost sections whose roles `parse` reads as the expected structure has them."""
    count = 0
    for truth in truths:
        for section in parse(truth.text).sections:
            count += truth.roles.get(section.marker.span.start) == section.roles
    return count


def line(row: Row, truths: list[Truth]) -> str:
    """Return a row of the table."""
    markers = sum(len(truth.depths) for truth in truths)
    parts = sum(len(truth.roles) for truth in truths)
    depth = "–" if row.depth is None else f"{row.depth} of {markers}"
    roles = "–" if row.roles is None else f"{row.roles} of {parts}"
    return f"| {row.name} | {row.begun} | {row.right} of {markers} | {row.begun - row.right} | {depth} | {roles} |"


def read_all() -> list[Truth]:
    """Return the truth about every example report."""
    return [read_truth(path) for path in sorted(REPORTS.glob("*.txt"))]


def table() -> str:
    """Return the table, and below it the versions of what ran."""
    truths = read_all()
    ran = [tool for tool in TOOLS if installed(tool)]
    names = list(dict.fromkeys(tool.package for tool in ran if tool.package))
    versions = ", ".join([f"lawreport_parser {__version__}", *(f"{name} {version(name)}" for name in names)])
    rows = [line(measure(tool, truths), truths) for tool in ran]
    columns = (
        "tool",
        "sections it begins",
        "at a true marker",
        "elsewhere",
        "right depth",
        "parts with the right role",
    )
    head = f"| {' | '.join(columns)} |"
    python = ".".join(map(str, sys.version_info[:2]))
    return "\n".join([head, "|---|---:|---:|---:|---:|---:|", *rows, "", f"Versions: {versions}; Python {python}.", ""])


def main() -> None:
    printed = table()
    print(printed, end="")
    if "--write" in sys.argv[1:]:
        missing = {tool.package for tool in TOOLS if not installed(tool)}
        if missing:
            sys.exit(f"not installed: {', '.join(sorted(filter(None, missing)))}")
        head, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
        PAGE.write_text(f"{head}{BEGIN}{printed}{END}{rest.split(END, 1)[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
