"""Writes what is read of texts, one JSON document a line, so that the pure and the compiled build can be compared.

    python tests/compiled/results.py pure|compiled FOLDER … > FILE

The first argument is the build that must be the one imported. Every `.txt` file below the folders is read twice: as it
is, and without its line ends. A line holds the report as JSON, the items of its parts, its chunks and its explanation.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from lawreport_parser import parse
from lawreport_parser.outline import tree

CHUNK = 200


def results(text: str) -> str:
    """Return what is read of a text, as JSON."""
    report = parse(text)
    parts = (report.achievements, report.problems, report.responsibility, report.plans)
    found = {
        "report": json.loads(report.to_json()),
        "items": [[item.model_dump(mode="json") for item in part] for part in parts],
        "chunks": [[chunk.text, chunk.roles] for chunk in report.chunks(CHUNK)],
        "explanation": json.loads(report.explain().to_json()),
    }
    return json.dumps(found, ensure_ascii=True)


def main(build: str, *folders: str) -> None:
    """Print the results of the texts in `folders`; end where `build` is not the one imported."""
    imported = "pure" if tree.__file__.endswith(".py") else "compiled"
    if imported != build:
        sys.exit(f"the build imported is the {imported} one: {tree.__file__}")
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*.txt")):
        text = path.read_bytes().decode("utf-8", "replace")
        for each in (text, "".join(text.splitlines())):
            print(path.name, results(each), sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
