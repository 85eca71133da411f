"""Models: frozen dataclasses with slots, made without checks, which pydantic reads, checks and writes."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import json
import pickle
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import to_json

import lawreport_parser
import lawreport_parser.model
from fuzz.promises import models_in
from lawreport_parser import (
    Indicator,
    Item,
    Quantity,
    Report,
    Section,
    Span,
    compare,
    comparison,
    indicators,
    numbers,
    parse,
    regions,
)
from lawreport_parser.frozen_model import FrozenModel, model
from lawreport_parser.model import Header, Heading, Marker, Paragraph
from lawreport_parser.numbers import Subject
from lawreport_parser.regions import Region

TEXT = """石港县2024年法治政府建设年度报告
2024年，全县办理行政复议案件53件，同比增长5.4%。依据《石港县港务条例》（石港发〔2023〕7号）整改。
一、主要成效
（一）学法8次。
（二）修堤三分之一。
二、存在的不足
执法力量薄弱。
三、下一步打算
2025年，新建码头2座。
石港县人民政府
2025年1月8日
"""


REPORT = parse(TEXT)
#: What a report may hold, whatever is found in this one.
OTHERS = (
    REPORT.find("学法")[0],
    Region("990001", "石港县", "county", ["某省", "某市", "石港县"], None),
    Indicator("reconsideration.concluded", Decimal(53), None, "件", "exact", "actual", Span(27, 30), None),
    Subject("行政复议案件", Span(21, 27)),
)
YEARS_COMPARED = compare(REPORT, parse(TEXT.replace("2024", "2026").replace("2025", "2027")), force=True)
ONE_OF_EACH = {type(each): each for each in (*models_in([REPORT, YEARS_COMPARED]), *OTHERS)} | {
    type(REPORT.nodes()[0]): REPORT.nodes()[0]
}
EACH = pytest.mark.parametrize("one", ONE_OF_EACH.values(), ids=[each.__name__ for each in ONE_OF_EACH])


def values_of(one: FrozenModel) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.model_fields}


def test_one_of_each_is_tried() -> None:
    modules = (lawreport_parser, lawreport_parser.model, numbers, indicators, regions, comparison)
    public = [getattr(module, name) for module in modules for name in module.__all__]
    classes = {each for each in public if isinstance(each, type) and issubclass(each, FrozenModel)}
    assert {each.__name__ for each in classes - ONE_OF_EACH.keys()} <= {"Chunk", "Diagnostic", "Source"}


@EACH
def test_no_field_can_be_set_and_none_added(one: FrozenModel) -> None:
    for name in (*one.model_fields, "another"):
        with pytest.raises(dataclasses.FrozenInstanceError, match=name):
            setattr(one, name, None)
        with pytest.raises(dataclasses.FrozenInstanceError, match=name):
            delattr(one, name)
    assert not hasattr(one, "__dict__")


@EACH
def test_a_model_is_made_of_its_fields_and_copied_whole(one: FrozenModel) -> None:
    values = values_of(one)
    made = type(one)(**values)
    assert type(made) is type(one)
    for other in (made, copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one)), one.model_copy()):
        assert type(other) is type(one)
        assert other == one
        assert values_of(other) == values
    with pytest.raises(TypeError):
        type(one)(**values, another=1)
    if not isinstance(one, Header):
        with pytest.raises(TypeError):
            type(one)()


@EACH
def test_pydantic_writes_a_model_and_reads_it_back(one: FrozenModel) -> None:
    assert type(one).model_validate(one.model_dump()) == one
    assert type(one).model_validate_json(one.model_dump_json()) == one
    assert type(one).model_validate(one) is one
    assert type(one).model_validate({**one.model_dump(), "another": 1}) == one
    with pytest.raises(ValidationError):
        type(one).model_validate([])


@EACH
def test_a_model_stands_in_a_model_of_the_user(one: FrozenModel) -> None:
    class Users(BaseModel):
        found: type(one)  # type: ignore[valid-type]
        more: list[type(one)] = []  # type: ignore[misc]

    class Others(BaseModel):
        found: Any

    users = Users(found=one, more=[one])
    assert users.found is one
    assert Users.model_validate_json(users.model_dump_json()) == users
    assert TypeAdapter(Users).json_schema(mode="serialization")["properties"].keys() == {"found", "more"}
    # Where no annotation tells what it is, it is written as well, and in the same way.
    written = json.loads(one.model_dump_json())
    assert json.loads(Others(found=one).model_dump_json()) == {"found": written}
    assert json.loads(to_json(one)) == written
    first = next(iter(one.model_fields))
    for dump in (one.model_dump(exclude={first}), users.model_dump(exclude={"found": {first}})["found"]):
        assert dump == {name: value for name, value in one.model_dump().items() if name != first}
    assert one.model_dump(include={first}).keys() == {first}
    assert one.model_dump(round_trip=True).keys() == one.model_fields.keys()


def test_a_class_of_the_user_may_have_a_model_as_its_base() -> None:
    class Place(Span):
        """A span with a method more."""

        def middle(self) -> int:
            return (self.start + self.end) // 2

    assert type(Place(2, 6)) is Place
    assert Place(2, 6).middle() == Place.model_validate({"start": 2, "end": 6}).middle() == 4


def test_a_signature_tells_names_types_and_defaults() -> None:
    assert list(inspect.signature(Heading).parameters) == ["text", "span", "run_in"]
    assert inspect.signature(Heading).parameters["run_in"].default is False
    assert inspect.signature(Report).parameters.keys() == Report.model_fields.keys()
    assert inspect.signature(Report).parameters["text"].kind is inspect.Parameter.KEYWORD_ONLY


def test_an_error_names_the_model() -> None:
    with pytest.raises(ValidationError, match="for Report\n"):
        Report.model_validate({})


def test_from_outside_values_are_checked() -> None:
    with pytest.raises(ValidationError, match="greater than or equal to 0"):
        Span.model_validate({"start": -1, "end": 2})
    with pytest.raises(ValidationError, match="marker"):
        Section.model_validate({"id": "1", "depth": 1})
    with pytest.raises(ValidationError, match="utf16"):
        Report.model_validate_json(REPORT.to_json(offsets="utf16"))


def test_defaults_hold_and_lists_are_not_shared() -> None:
    assert Heading("甲", Span(0, 1)) == Heading(text="甲", span=Span(start=0, end=1), run_in=False)
    marker = Marker("一、", "cn", 1, span=Span(0, 2))
    assert (marker.suffix, marker.inferred) == (None, False)

    @model
    class Basket(FrozenModel):
        name: str
        members: list[int] = dataclasses.field(default_factory=list)

    assert Basket("甲").members == []
    assert Basket("甲").members is not Basket("甲").members
    assert list(inspect.signature(Basket).parameters) == ["name", "members"]


def test_a_model_whose_values_can_be_hashed_can_be_hashed() -> None:
    assert len({Span(1, 2), Span(1, 2), Span(2, 3), Paragraph("甲", Span(0, 1)), Paragraph("甲", Span(0, 1))}) == 3
    with pytest.raises(TypeError, match="unhashable"):
        hash(Item(None, "甲", Span(0, 1), None, "section", []))


def test_numbers_in_json_are_plain_where_a_double_holds_them() -> None:
    values = {"53": 53, "5.4": 5.4, "0.3333333333333333333333333333": "0.3333333333333333333333333333", "1E+3": 1000}
    for written, number in values.items():
        quantity = Quantity("甲", Span(0, 1), Decimal(written), None, None, "count", "exact", None, None)
        assert quantity.model_dump(mode="json")["value"] == number
        assert quantity.model_dump()["value"] == Decimal(written)


def test_a_report_tells_what_it_lacks() -> None:
    with pytest.raises(TypeError, match="header"):
        Report(text="甲")
    assert REPORT.model_copy(update={"closing": []}).signature == REPORT.signature
    with pytest.raises(TypeError, match="colour"):
        REPORT.model_copy(update={"colour": "红"})
