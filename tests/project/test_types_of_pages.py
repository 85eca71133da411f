"""The programs of the manual about many files, as a user's own mypy sees them: strict, and without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = (
    "how-to/read-many-files.md",
    "zh/how-to/read-many-files.md",
    "use/batch.md",
    "zh/use/batch.md",
    "reference/model.md",
)
#: Each way of asking what an outcome is.
TESTS = """
from lawreport_parser.batch import FailedFile, Outcome

def of_error(outcome: Outcome) -> str | None:
    return outcome.error.code if outcome.error else outcome.report.header.issuer

def of_no_error(outcome: Outcome) -> str | None:
    return outcome.report.header.issuer if outcome.error is None else outcome.error.code

def of_report(outcome: Outcome) -> str | None:
    return outcome.report.header.issuer if outcome.report else outcome.error.code

def of_no_report(outcome: Outcome) -> str | None:
    return outcome.error.code if outcome.report is None else outcome.report.header.issuer

def of_kind(outcome: Outcome) -> str | None:
    return outcome.error.code if isinstance(outcome, FailedFile) else outcome.report.header.issuer
"""


def programs(page: str) -> list[str]:
    """Return the blocks of a page that are programs, without those of an interactive session."""
    blocks = (ROOT / "docs" / page).read_text(encoding="utf-8").split("```python\n")[1:]
    return [body for body in (block.partition("```")[0] for block in blocks) if ">>>" not in body]


def test_mypy_knows_what_is_there(tmp_path: Path) -> None:
    mypy = pytest.importorskip("mypy.api")
    files = {"every_way_of_asking": TESTS}
    for page in PAGES:
        name = page.removesuffix(".md").replace("/", "_").replace("-", "_")
        files |= {f"{name}_{number}": body for number, body in enumerate(programs(page))}
    # What a page calls its own report is made on the page before.
    needed = {name: body for name, body in files.items() if "=report" not in body and "all.jsonl" not in body}
    assert len(needed) >= 8
    for name, body in needed.items():
        (tmp_path / f"{name}.py").write_text(body, encoding="utf-8")
    said, trouble, status = mypy.run(
        [
            "--config-file",
            "",
            "--strict",
            "--cache-dir",
            str(tmp_path / "cache"),
            *(str(tmp_path / f"{name}.py") for name in needed),
        ]
    )
    assert (trouble, status) == ("", 0), said
