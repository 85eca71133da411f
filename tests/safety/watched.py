"""Run in a process of its own: watch what the interpreter is asked to do while documents are read.

Prints each event of `EVENTS` that came after the first document, one a line, and `done` at the end.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from texts_that_name_things import NAMING

#: What a document must never make happen: files, imports, code, processes, connections, foreign libraries.
EVENTS = (
    "open", "import", "compile", "exec", "marshal", "pickle", "code.__new__", "ctypes", "subprocess", "socket", "os.",
    "shutil", "tempfile", "glob", "urllib", "http", "ftplib", "smtplib", "sqlite3", "winreg", "webbrowser",
    "builtins.input",
)  # fmt: skip
watching = False
seen: list[str] = []


def watch(event: str, arguments: tuple[object, ...]) -> None:
    if watching and event.startswith(EVENTS):
        seen.append(f"{event} {arguments!r}"[:300])


def read(text: str) -> None:
    """Use the library on a text as widely as one can."""
    from lawreport_parser import Report, find_region, parse, read_numbers
    from lawreport_parser.errors import NumeralError, ReportError
    from lawreport_parser.numbers import find_quantities, parse_numeral
    from lawreport_parser.report_fields import COMPUTED

    report = parse(text)
    written = report.to_json()
    Report.from_json(written)
    for view in COMPUTED:
        getattr(report, view)
    list(report.segments())
    report.nodes()
    report.citation_index()
    read_numbers(text)
    find_region(text[:200], title=text, text=text)
    find_quantities(text)
    for hostile in (text, written[:-1], written.replace('"schema_version":"', '"schema_version":"9')):
        try:
            Report.from_json(hostile)
        except ReportError:
            continue
    for numeral in (*text.split()[:20], "三亿五", "一万亿零五"):
        try:
            parse_numeral(numeral)
        except NumeralError:
            continue
    with suppress(ReportError):
        parse(text, strict=True)


def main(examples: list[Path]) -> None:
    """Read documents to load what is loaded once; then read all the others under watch."""
    global watching
    texts = [path.read_bytes().decode("utf-8") for path in examples]
    sys.addaudithook(watch)
    # A text that looks like the source of a page, or misread, is looked at by what reads files.
    for first in (texts[0] + "\ud800", "<p>一、成效</p>", "\0\0\0"):
        read(first)
    watching = True
    for text in (*texts, *NAMING, *(f"{text}\n{naming}" for text in texts[:2] for naming in NAMING)):
        read(text)
    watching = False
    print(*seen, "done", sep="\n")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
