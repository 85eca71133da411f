"""A rare letter is a letter like any other: one beyond U+FFFF, of an extension, or of the compatibility block."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from lawreport_parser import parse, parse_file
from lawreport_parser.han import is_han
from lawreport_parser.lint import lint

ROOT = Path(__file__).parents[2] / "examples"
EXAMPLES = sorted([ROOT / "report.txt", *ROOT.glob("reports/*.txt"), *ROOT.glob("study/reports/*.txt")])

#: Of extensions A, B, C, F, G and H, and of the compatibility ideographs.
RARE = ("㴫", "𠮷", "𫞩", "𬇙", "𰻝", "\U00031350", "\ufa0e")
_NAME_OF_HAN = re.compile("CJK (?:UNIFIED|COMPATIBILITY) IDEOGRAPH-")


def test_letters_of_han_script_are_those_of_unicode() -> None:
    named = {chr(point): unicodedata.name(chr(point), "") for point in range(0x110000)}
    wrong = [letter for letter, name in named.items() if name and is_han(letter) != bool(_NAME_OF_HAN.match(name))]
    assert wrong == []
    assert not is_han("")


def place_of(issuer: str) -> str:
    """Return the name of the place without its unit: 石湾 of 石湾县人民政府."""
    found = re.match(r"([\u4e00-\u9fff]{1,4}?)新?[省市县区州旗镇乡]", issuer)
    return found[1] if found else issuer[:2]


def renamed(value: Any, place: str, rare: str) -> Any:
    if isinstance(value, dict):
        return {name: renamed(each, place, rare) for name, each in value.items()}
    if isinstance(value, list):
        return [renamed(each, place, rare) for each in value]
    return value.replace(place, rare) if isinstance(value, str) else value


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_rare_letter_in_the_name_of_the_place_changes_nothing_but_the_name(path: Path) -> None:
    text = parse_file(path).text
    before = parse(text)
    assert before.header.issuer is not None
    place = place_of(before.header.issuer)
    found = [asdict(each) for each in lint(before)]
    for rare in RARE if path.stem in ("report", "county-classic") else ("𠮷",):
        name = rare + place[1:]
        after = parse(text.replace(place, name))
        assert after.model_dump(mode="json") == renamed(before.model_dump(mode="json"), place, name), rare
        assert [asdict(each) for each in lint(after)] == renamed(found, place, name), rare


def test_the_second_letter_of_a_place_may_be_rare_too() -> None:
    report = parse(
        "白𬇙县2024年法治政府建设情况报告\n一、主要成效\n学法8次。\n二、问题\n人手少。\n白𬇙县人民政府\n2025年1月16日\n"
    )
    assert report.header.issuer == "白𬇙县人民政府"
    assert report.signature is not None
    assert report.signature.issuer == "白𬇙县人民政府"


def test_a_figure_that_a_row_breaks_goes_on_behind_a_rare_letter() -> None:
    [plain, rare] = [
        parse(f"一、主要成效\n全年办理石湾县{letter}1\n234件。\n").model_dump(mode="json") for letter in "河𠮷"
    ]
    assert rare == renamed(plain, "河", "𠮷")
