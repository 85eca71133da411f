"""Every word of the page is in one table, in Chinese and English."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import get_args

import pytest

from lawreport_parser.comparison import PlanStatus, ProblemStatus, SectionStatus
from lawreport_parser.indicators.model import IndicatorTime
from lawreport_parser.lexicon import ROLES
from lawreport_parser.model import ItemBasis, PassageBasis, RoleBasis, Severity
from lawreport_parser.numbers.limits import Qualifier
from lawreport_parser.numbers.model import CitationKind
from lawreport_parser.view.document import PROGRAM
from lawreport_parser.view.page_data import PARTS
from lawreport_parser.view.translations import LABELS

SOURCE = "".join((files("lawreport_parser.view") / "page" / name).read_text(encoding="utf-8") for name in PROGRAM)
#: Labels that are looked up by a name of the model.
BY_NAME = {
    "role": PARTS,
    "basis": (*get_args(RoleBasis), *get_args(PassageBasis)),
    "severity": get_args(Severity),
    "item": get_args(ItemBasis),
    "citation": get_args(CitationKind),
    "figure": ("quantity", "date", "citation-of"),
    "panel": ("text", "outline", "items", "indicators", "diagnostics", "plans", "problems", "sections"),
    "time": get_args(IndicatorTime),
    "qualifier": tuple(each for each in get_args(Qualifier) if each != "exact"),
    "outcome": tuple(
        f"{kind}.{status}{meaning}"
        for kind, named in (("plans", PlanStatus), ("problems", ProblemStatus))
        for status in get_args(named)
        for meaning in ("", ".meaning")
    ),
    "badge": ("plans", "problems"),
    "named": ("plans", "problems"),
    "sections": get_args(SectionStatus),
}


def test_a_label_is_given_in_both_languages() -> None:
    for label, (chinese, english) in LABELS.items():
        assert chinese, label
        assert english, label
        assert sorted(re.findall(r"\{\d\}", chinese)) == sorted(re.findall(r"\{\d\}", english)), label


def test_every_label_that_the_program_names_exists() -> None:
    named = set(re.findall(r'\bt\("([\w.-]+)"', SOURCE)) | set(re.findall(r'label: "([\w.-]+)"', SOURCE))
    assert len(named) > 40
    assert named <= set(LABELS)


@pytest.mark.parametrize("group", BY_NAME)
def test_every_name_of_the_model_has_a_label(group: str) -> None:
    for name in BY_NAME[group]:
        assert f"{group}.{name}" in LABELS


def test_no_label_is_left_over() -> None:
    literal = set(re.findall(r'"([\w.-]+)"', SOURCE))
    prefixes = set(re.findall(r"t\(`(\w+)\.\$\{", SOURCE))
    unused = {label for label in LABELS if label not in literal and label.partition(".")[0] not in prefixes}
    assert unused == set()


def test_the_program_itself_says_nothing() -> None:
    code = re.sub(r"//.*", "", SOURCE)
    words = set(re.findall(r"[\u4e00-\u9fff]+", code))
    assert words <= {"一", "文"}, "samples in the legend; everything else belongs into the table"


def test_roles_of_the_page_are_those_of_the_model() -> None:
    assert PARTS[: len(ROLES)] == ROLES
