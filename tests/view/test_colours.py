"""Words can be read on the ground they stand on: WCAG 2.2, 1.4.3, asks for a contrast of at least 4.5:1."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from lawreport_parser.view.page_data import PARTS

STYLE = (files("lawreport_parser.view") / "page" / "colours.css").read_text(encoding="utf-8")


def palette(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


LIGHT, DARK = (palette(block) for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL))
GROUNDS = ("ground", "panel", "raised")
PAIRS = [
    *((ink, ground) for ink in ("ink", "muted", "accent", "error", "warning", "info") for ground in GROUNDS),
    *((f"role-{part}", ground) for part in PARTS for ground in (*GROUNDS, f"tint-{part}", "selected", "accent-tint")),
    *(("on-role", f"role-{part}") for part in PARTS),
    *(("ink", f"tint-{part}") for part in PARTS),
    *(("on-role", grade) for grade in ("error", "warning", "info")),
    *(("ink", ground) for ground in ("quantity", "date", "citation", "selected", "accent-tint", "tint-none")),
    *(("role-page", ground) for ground in ("quantity", "date", "citation")),
    *(("muted", ground) for ground in ("selected", "accent-tint", "tint-none")),
    ("hit-ink", "hit"),
    ("current-ink", "current"),
]


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_contrast(colours: dict[str, str]) -> None:
    found = {(ink, ground): contrast(colours[ink], colours[ground]) for ink, ground in PAIRS}
    assert {pair: ratio for pair, ratio in found.items() if ratio < 4.5} == {}


def test_dark_gives_every_colour_of_light() -> None:
    assert set(LIGHT) == set(DARK)
