"""A lexicon is data: what is added counts everywhere, and changes nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawreport_parser import Lexicon, parse
from lawreport_parser.lexicon import DEFAULT_LEXICON, Role

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))
NEVER = DEFAULT_LEXICON.extended(problems=["(?!)"], plans=["(?!)"])
TITLE = "白鹭县牧业局2023年法治政府建设报告\n"
#: The rest of a part of plans, and what it stands under: once with a wording that is known, once with a new one.
KNOWN, NEW = "下一步工作打算", "前行之路"
TAUGHT = DEFAULT_LEXICON.extended(plans=[NEW])


def outline(text: str, lexicon: Lexicon) -> list[tuple[str, list[str], int]]:
    return [(each.marker.text, each.roles, len(each.body)) for each in parse(text, lexicon=lexicon).walk()]


@pytest.mark.parametrize(
    "text",
    [
        "一、学法用法\n学法八次。\n二、{}\n充实队伍。\n2024年，我们将继续努力，办好实事。",
        "一、学法用法\n学法八次。\n{}\n（一）充实队伍。\n招考四人。\n（二）完善制度。\n修订两项。",
        "一、学法用法学法八次。二、{}（一）充实队伍。招考四人。（二）完善制度。修订两项。",
    ],
    ids=["its last paragraph", "unnumbered", "one line"],
)
def test_a_wording_that_was_taught_counts_as_one_that_is_known(text: str) -> None:
    known, new = TITLE + text.format(KNOWN), TITLE + text.format(NEW)
    assert outline(new, TAUGHT) == outline(known, DEFAULT_LEXICON)
    assert outline(new, DEFAULT_LEXICON) != outline(known, DEFAULT_LEXICON)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_wording_that_never_occurs_changes_no_report(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert parse(text, lexicon=NEVER) == parse(text)


@pytest.mark.parametrize("heading", ["对策建议", "存在的主要原因", "工作的总体考虑", "2024年工作要点", "反思与不足"])
@pytest.mark.parametrize("part", ["问题及打算", "学法用法", "存在问题"])
def test_a_child_has_its_role_under_every_lexicon(part: str, heading: str) -> None:
    text = f"{TITLE}一、执法情况\n执法八次。\n二、{part}\n（一）{heading}\n充实队伍。\n（二）学法\n学法四次。"
    assert parse(text, lexicon=NEVER) == parse(text)


def test_the_children_of_problems_and_plans_are_told_apart() -> None:
    text = (
        f"{TITLE}一、执法情况\n执法八次。\n二、问题及打算\n（一）存在的主要原因\n人员不足。\n（二）对策建议\n充实队伍。"
    )
    assert [child.roles for child in parse(text).sections[1].children] == [["problems"], ["plans"]]


@pytest.mark.parametrize("role", ["problems", "plans"])
@given(data=st.data())
def test_the_hint_of_a_role_misses_no_wording(role: Role, data: st.DataObject) -> None:
    """What a wording matches, the default lexicon finds as one does that gives no hints."""
    wording = data.draw(st.sampled_from(DEFAULT_LEXICON.patterns[role]))
    found = re.search(wording, data.draw(st.from_regex(wording)))
    if found is not None:
        assert DEFAULT_LEXICON.outright(found[0]) == NEVER.outright(found[0])
