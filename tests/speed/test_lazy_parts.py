"""A report makes its sections and paragraphs when someone looks. Whoever looks, however, finds the report whole."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from pathlib import Path
from threading import Barrier, Thread
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ConfigDict, TypeAdapter

from lawreport_parser import Report, parse
from lawreport_parser.diagnostics import CODES
from lawreport_parser.numbers.defects import NumberProblemCode

TEXT = (Path(__file__).parents[2] / "examples" / "reports" / "county-classic.txt").read_bytes().decode("utf-8")
FIELDS = list(Report.model_fields)


def fields_of(report: Report) -> dict[str, Any]:
    return {name: getattr(report, name) for name in FIELDS}


class Holder(BaseModel):
    report: Report
    more: list[Report]


class Revalidating(BaseModel):
    model_config = ConfigDict(revalidate_instances="always")
    report: Report


def fresh() -> Report:
    """Return a report that nobody has looked at yet."""
    return parse(TEXT)


@pytest.fixture
def whole() -> Report:
    report = parse(TEXT)
    assert [getattr(report, name) for name in FIELDS]
    return report


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_there_at_first_sight(name: str, whole: Report) -> None:
    assert getattr(fresh(), name) == getattr(whole, name)


WAYS: dict[str, Callable[[Report], Report]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "pickle": lambda report: pickle.loads(pickle.dumps(report)),
    "model_copy": lambda report: report.model_copy(),
    "deep model_copy": lambda report: report.model_copy(deep=True),
    "validate": Report.model_validate,
    "revalidate": lambda report: Revalidating(report=report).report,
    "fields": lambda report: Report(**fields_of(report)),
    "model_validate": lambda report: Report.model_validate(report.model_dump()),
    "model_validate_json": lambda report: Report.model_validate_json(report.model_dump_json()),
    "JSON": lambda report: Report.from_json(report.to_json()),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_copy_is_whole(way: str, whole: Report) -> None:
    made = WAYS[way](fresh())
    assert made == whole
    assert whole == made
    assert made.to_json() == whole.to_json()
    assert list(made.segments()) == list(whole.segments())


SIGHTS: dict[str, Callable[[Report], Any]] = {
    "repr": repr,
    "str": str,
    "fields": fields_of,
    "model_dump": lambda report: report.model_dump(),
    "model_dump of some": lambda report: report.model_dump(include={"sections", "quantities"}),
    "model_dump_json": lambda report: report.model_dump_json(),
    "to_json": lambda report: report.to_json(),
    "nested": lambda report: Holder(report=report, more=[report]).model_dump_json(),
    "adapter": lambda report: TypeAdapter(list[Report]).dump_json([report]),
    "model_copy with another text": lambda report: report.model_copy(update={"closing": []}).sections,
    "nodes": lambda report: report.nodes(),
    "items": lambda report: (report.achievements, report.problems, report.responsibility, report.plans),
    "figures": lambda report: (report.quantities, report.dates, report.citations),
}


@pytest.mark.parametrize("sight", SIGHTS)
def test_every_sight_is_of_the_whole(sight: str) -> None:
    looked_at = parse(TEXT)
    assert looked_at.sections
    assert SIGHTS[sight](fresh()) == SIGHTS[sight](looked_at)


def test_two_that_nobody_has_looked_at_are_equal() -> None:
    assert fresh() == fresh()
    assert fresh() != parse(TEXT + "。")


def test_a_report_stays_frozen() -> None:
    report = fresh()
    for name in (*FIELDS, "problems", "anything"):
        with pytest.raises(FrozenInstanceError, match=name):
            setattr(report, name, [])
        with pytest.raises(FrozenInstanceError, match=name):
            delattr(report, name)
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = report.nothing_of_the_kind
    with pytest.raises(TypeError, match="unhashable"):
        hash(report)


def test_diagnostics_do_not_wait() -> None:
    report = parse("一、甲\n三、乙")
    assert [diagnostic.section_id for diagnostic in report.diagnostics if diagnostic.code == "missing-ordinal"] == ["2"]


def test_what_figures_add_to_the_diagnostics_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(CODES[code].severity != "error" for code in (*get_args(NumberProblemCode), "indicator-conflict"))

    def fail(*_: Any, **__: Any) -> None:
        raise AssertionError("the figures are read")

    # So `strict` need not read them.
    monkeypatch.setattr("lawreport_parser.report.read_numbers", fail)
    assert parse(TEXT, strict=True).sections


def test_threads_that_look_at_once_see_the_same_objects() -> None:
    for _ in range(20):
        report, seen, start = fresh(), [], Barrier(6)

        def look(report: Report = report, seen: list[Any] = seen, start: Barrier = start) -> None:
            start.wait()
            seen.append((report.sections, report.preamble, report.page))

        threads = [Thread(target=look) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert {tuple(map(id, each)) for each in seen} == {
            tuple(map(id, (report.sections, report.preamble, report.page)))
        }


def test_a_section_taken_out_is_the_one_that_stays() -> None:
    report = fresh()
    first = report.sections[0]
    assert report.section("1") is first
    assert next(report.walk()) is first
