"""The example reports, parsed once for all tests of the tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawreport_parser import Report, parse

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples" / "reports").glob("*.txt"))


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in EXAMPLES}


@pytest.fixture(scope="session")
def reports(texts: dict[str, str]) -> list[tuple[str, Report]]:
    return [(name, parse(text)) for name, text in texts.items()]
