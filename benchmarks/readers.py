"""What each tool reads of pages, PDFs and Word files of known text: lines lost, lines too many, figures changed, time.

    python benchmarks/readers.py                 # print the table
    python benchmarks/readers.py --details KIND  # and what differs in each file: html, pdf or docx
    python benchmarks/readers.py --write         # put the table into the pages comparison.md of docs/explanation

Needs the extras `bench` and `test`; a tool that is not installed (trafilatura, pdftotext of poppler, soffice of
LibreOffice) has a row that says so, and keeps its row in the pages. The files and their true text are those of
`tests/readers`: `pages/`, `pdf_pages.py`, `word_pages.py`; `true_text.py` counts. Times of libraries are processor
time, the best of three runs; those of programs are from start to end: pdftotext starts for every file, LibreOffice
once for all.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "readers"))

import pdf_pages  # noqa: E402
import word_pages  # noqa: E402
from true_text import PAGES, Agreement, Truth, agreement, page_truths  # noqa: E402

from lawreport_parser import __version__  # noqa: E402
from lawreport_parser.errors import ReadError  # noqa: E402
from lawreport_parser.readers import extract  # noqa: E402

RUNS = 3
BEGIN, END = "<!-- readers:begin -->\n", "<!-- readers:end -->"
PAGES_WITH_TABLE = {
    "en": ROOT / "docs" / "explanation" / "comparison.md",
    "zh": ROOT / "docs" / "zh" / "explanation" / "comparison.md",
}
#: The filter with which LibreOffice opens a file, by the ending of its name.
FILTERS = {"html": "HTML (StarWriter)", "pdf": "writer_pdf_import", "docx": "MS Word 2007 XML"}


@dataclass(frozen=True)
class File:
    name: str
    data: bytes
    truth: Truth


@dataclass(frozen=True)
class Read:
    """What a tool gave for one file: its text, what it set apart, and metadata; None where it refused."""

    text: str | None
    apart: str = ""
    metadata: Mapping[str, str] | None = None


#: Reads all files of one kind; gives what was read of each, and the time it took in seconds.
Reader = Callable[[list[File]], tuple[list[Read], float]]


@dataclass(frozen=True)
class Tool:
    name: str
    kinds: tuple[str, ...]
    #: What must be there, and where to have it from, for the row of a tool that is not.
    installed: Callable[[], bool]
    needs: str
    read: Reader
    version: Callable[[], str]


@dataclass(frozen=True)
class Row:
    """What one tool made of the files of one kind; `results` is None where it is not installed."""

    tool: Tool
    kind: str
    results: list[tuple[File, Agreement, bool]] | None
    seconds: float = 0

    def count(self, field: str) -> int:
        return sum(len(getattr(result, field)) for _, result, _ in self.results or ())

    @property
    def refused(self) -> int:
        return sum(refused for _, _, refused in self.results or ())


def files_of(kind: str) -> list[File]:
    """Return the files of one kind: html, pdf or docx."""
    if kind == "html":
        return [
            File(f"{stem}.html", (PAGES / f"{stem}.html").read_bytes(), truth) for stem, truth in page_truths().items()
        ]
    makers = (pdf_pages if kind == "pdf" else word_pages).MAKERS
    return [File(f"{name}.{kind}", *make()) for name, make in makers.items()]


def in_process(read: Callable[[File], Read]) -> Reader:
    """Return the reader of a library: one call a file."""

    def read_all(files: list[File]) -> tuple[list[Read], float]:
        best = float("inf")
        for _ in range(RUNS + 1):  # the first imports
            began = time.process_time()
            found = [read(file) for file in files]
            best = min(best, time.process_time() - began)
        return found, best

    return read_all


def by_this_library(file: File) -> Read:
    try:
        found = extract(file.data, name=file.name)
    except ReadError:
        return Read(None)
    end = len(found.text) if found.furniture_start is None else found.furniture_start
    return Read(found.text[:end], found.text[end:], found.metadata)


def by_trafilatura(file: File) -> Read:
    import trafilatura

    text = trafilatura.extract(file.data, include_comments=False)
    # Rows of tables and items of lists come as Markdown: the signs are not held against it.
    return Read(text and re.sub(r"^(?:\|(?:---\|)+|- )|\|", "\t", text, flags=re.MULTILINE))


def by_pdftotext(files: list[File]) -> tuple[list[Read], float]:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / file.name for file in files]
        for file, path in zip(files, paths, strict=True):
            path.write_bytes(file.data)
        began = time.perf_counter()
        runs = [
            subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, check=True) for path in paths
        ]
        return [Read(run.stdout.decode("utf-8")) for run in runs], time.perf_counter() - began


def by_office(files: list[File]) -> tuple[list[Read], float]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / file.name for file in files]
        for file, path in zip(files, paths, strict=True):
            path.write_bytes(file.data)
        command = [str(_office()), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += [f"--infilter={FILTERS[paths[0].suffix[1:]]}", "--convert-to", "txt:Text (encoded):UTF8"]
        command += ["--outdir", str(folder / "out"), *map(str, paths)]
        subprocess.run([*command[:3], "--terminate_after_init"], capture_output=True, timeout=240)  # makes the profile
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        seconds = time.perf_counter() - began
        texts = [folder / "out" / f"{path.stem}.txt" for path in paths]
        return [Read(text.read_text("utf-8") if text.exists() else None) for text in texts], seconds


def _office() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _said(command: list[str]) -> str:
    run = subprocess.run(command, capture_output=True, text=True, timeout=60)
    return (re.search(r"\d+(?:\.\d+)+", run.stdout + run.stderr) or ["?"])[0]


TOOLS = (
    Tool(
        "lawreport_parser", ("html", "pdf", "docx"), lambda: True, "", in_process(by_this_library), lambda: __version__
    ),
    Tool(
        "trafilatura",
        ("html",),
        lambda: find_spec("trafilatura") is not None,
        "pip install trafilatura",
        in_process(by_trafilatura),
        lambda: version("trafilatura"),
    ),
    Tool(
        "pdftotext",
        ("pdf",),
        lambda: shutil.which("pdftotext") is not None,
        "poppler-utils, poppler-data",
        by_pdftotext,
        lambda: _said(["pdftotext", "-v"]),
    ),
    Tool(
        "LibreOffice",
        ("html", "pdf", "docx"),
        lambda: _office() is not None,
        "soffice",
        by_office,
        lambda: _said([str(_office()), "--version"]),
    ),
)


def measure(tool: Tool, kind: str, files: list[File]) -> Row:
    """Return what a tool makes of the files of one kind."""
    if not tool.installed():
        return Row(tool, kind, None)
    found, seconds = tool.read(files)
    results = [
        (file, agreement(file.truth, read.text or "", read.metadata, read.apart), read.text is None)
        for file, read in zip(files, found, strict=True)
    ]
    return Row(tool, kind, results, seconds)


WORDS = {
    "en": {
        "html": "web pages",
        "pdf": "PDF",
        "docx": "Word",
        "head": ("files", "tool", "lines lost", "lines too many", "figures changed", "ms a file"),
        "files": "{kind} ({count} files, {lines:,} lines)",
        "refused": "{lost} ({refused} files refused)",
        "missing": "not installed ({needs})",
        "versions": "Versions: {versions}; Python {python}.",
    },
    "zh": {
        "html": "网页",
        "pdf": "PDF",
        "docx": "Word",
        "head": ("文件", "工具", "漏读的行", "多出的行", "改变的数字", "每个文件（毫秒）"),
        "files": "{kind}（{count} 个，{lines:,} 行）",
        "refused": "{lost}（拒读 {refused} 个）",
        "missing": "未安装（{needs}）",
        "versions": "版本：{versions}；Python {python}。",
    },
}


def label(kind: str, files: list[File], language: str) -> str:
    """Return the first cell of a row: the kind of the files, how many there are, and of how many lines."""
    words = WORDS[language]
    lines = sum(len(file.truth.text) + len(file.truth.notes) + len(file.truth.metadata) for file in files)
    return str(words["files"]).format(kind=words[kind], count=len(files), lines=lines)


def counts(row: Row, language: str) -> str:
    """Return the cells of a row that hold no time."""
    lost = str(row.count("lost"))
    if row.refused:
        lost = str(WORDS[language]["refused"]).format(lost=lost, refused=row.refused)
    return f"| {lost} | {row.count('too_many')} | {row.count('changed')} |"


def table(rows: list[Row], files: Mapping[str, list[File]], language: str, before: str = "") -> str:
    """Return the table in one language, and below it the versions of what ran.

    A tool that is not installed keeps its rows of the table `before`, if it has some there.
    """
    words = WORDS[language]
    lines = [f"| {' | '.join(words['head'])} |", "|---|---|---:|---:|---:|---:|"]
    versions: dict[str, str] = {}
    for row in rows:
        begin = f"| {label(row.kind, files[row.kind], language)} | {row.tool.name}"
        if row.results is None:
            missing = str(words["missing"]).format(needs=row.tool.needs)
            kept = [line for line in before.split("\n") if line.startswith(f"{begin} |")]
            lines += kept or [f"{begin}: {missing} | – | – | – | – |"]
            if kept and (found := re.search(rf"(?<=\b{row.tool.name} )[\d.]*\d", before)):
                versions[row.tool.name] = found[0]
            continue
        milliseconds = row.seconds / len(files[row.kind]) * 1000
        lines.append(f"{begin} {counts(row, language)} {milliseconds:.{0 if milliseconds > 20 else 1}f} |")
        versions.setdefault(row.tool.name, row.tool.version())
    written = ("、" if language == "zh" else ", ").join(map(" ".join, versions.items()))
    python = ".".join(map(str, sys.version_info[:2]))
    return "\n".join([*lines, "", str(words["versions"]).format(versions=written, python=python), ""])


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--details", choices=list(FILTERS), help="print what differs in each file of a kind")
    options.add_argument("--write", action="store_true", help="put the table into the pages")
    given = options.parse_args()
    files = {kind: files_of(kind) for kind in FILTERS}
    rows = [measure(tool, kind, files[kind]) for kind in FILTERS for tool in TOOLS if kind in tool.kinds]
    for row in rows:
        if row.kind == given.details:
            for file, result, refused in row.results or ():
                print(f"== {row.tool.name}: {file.name}\n{'refused' if refused else result}")
    print(table(rows, files, "en"), end="")
    if given.write:
        for language, page in PAGES_WITH_TABLE.items():
            head, rest = page.read_text(encoding="utf-8").split(BEGIN)
            before, rest = rest.split(END, 1)
            page.write_text(f"{head}{BEGIN}{table(rows, files, language, before)}{END}{rest}", encoding="utf-8")


if __name__ == "__main__":
    main()
