"""The example reports that the adapters are tried on."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples" / "reports").glob("*.txt"))
COUNTY = ROOT / "examples" / "reports" / "county-classic.txt"


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8")
