"""Nothing that a document names is opened, imported, executed or called."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from texts_that_name_things import NAMING

from lawreport_parser import Report, parse

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples" / "reports").glob("*.txt"))


def test_reading_documents_opens_imports_and_runs_nothing(tmp_path: Path) -> None:
    """After one document has loaded the library, reading others is arithmetic on strings alone."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("watched.py")), *map(str, EXAMPLES)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8:backslashreplace"},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["done"]
    assert list(tmp_path.iterdir()) == []


def test_the_watch_sees_what_it_looks_for(tmp_path: Path) -> None:
    """The hook of the test above is no dead letter: it tells of a file, an import, code, and a process."""
    program = (
        "import sys, watched\n"
        "sys.addaudithook(watched.watch)\n"
        "watched.watching = True\n"
        "open('seen', 'w').close(); import wave; exec('1'); import os; os.system('')\n"
        "watched.watching = False\n"
        "print({each.split()[0] for each in watched.seen} >= {'open', 'import', 'compile', 'exec', 'os.system'})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": f"{Path(__file__).parent}{os.pathsep}{ROOT}"},
    )
    assert done.stdout == "True\n", done.stderr


def test_what_a_document_names_is_only_text() -> None:
    for text in NAMING:
        report = parse(text)
        assert report.text == text
        assert Report.from_json(report.to_json()) == report
