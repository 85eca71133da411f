"""The JSON of a comparison: round trip, schema, and what no encoding holds."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from lawreport_parser import compare, parse
from lawreport_parser.comparison import Comparison
from lawreport_parser.comparison.changes import indicator_changes
from lawreport_parser.comparison.model import COMPARISON_VERSION
from lawreport_parser.indicators.model import Indicator
from lawreport_parser.schema import comparison_schema
from lawreport_parser.spans import Span

PAIRS = Path(__file__).parent / "pairs"


def comparison() -> Comparison:
    earlier, later = (
        parse((PAIRS / f"county.{which}.txt").read_text(encoding="utf-8")) for which in ("earlier", "later")
    )
    given = [
        Indicator("a.b", Decimal("1.5"), None, "件", "exact", time, Span(0, 1), None) for time in ("actual", "target")
    ]
    later_given = [Indicator("a.b", Decimal("2"), None, "件", "exact", "actual", Span(0, 1), None)]
    changes, _ = indicator_changes(given, later_given)  # type: ignore[arg-type]
    return compare(earlier, later).model_copy(update={"indicators": changes})


def test_round_trip() -> None:
    found = comparison()
    for indent in (None, 2):
        assert Comparison.model_validate_json(found.to_json(indent=indent)) == found


def test_it_fits_the_schema() -> None:
    written = json.loads(comparison().to_json())
    jsonschema.Draft202012Validator(comparison_schema()).validate(written)
    assert written["schema_version"] == COMPARISON_VERSION
    assert list(written) == list(Comparison.model_fields)


def test_lone_surrogates_are_escaped() -> None:
    earlier, later = (
        (PAIRS / f"county.{which}.txt").read_text(encoding="utf-8").replace("行政复议", "行政复\ud800议")
        for which in ("earlier", "later")
    )
    written = compare(parse(earlier), parse(later)).to_json()
    assert "\\ud800" in written
    assert written.encode("utf-8")
    assert json.loads(written)["plans"][4]["plan"]["text"].startswith("（五）推进行政复\ud800议")


def test_models_are_frozen() -> None:
    with pytest.raises(AttributeError):
        comparison().plans[0].status = "silent"  # type: ignore[misc]
