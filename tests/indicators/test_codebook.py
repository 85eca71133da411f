"""Codebooks: the one of the package, a user's own, and what is said of a file that is none."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from lawreport_parser import parse
from lawreport_parser.errors import CodebookError
from lawreport_parser.indicators import Codebook, find_indicators
from lawreport_parser.indicators.__main__ import main
from lawreport_parser.indicators.tables import codebook_page

ROOT = Path(__file__).parents[2]
TEXT = (
    "青峦县2023年度法治政府建设情况报告\n一、主要成效\n全年受理行政复议案件53件，审结49件。全县巡河4620次，植树3万株。"
)
#: The keys that every code has.
OWN = """
[river.patrols]
name_zh = "巡河"
name_en = "patrols along rivers"
unit = "次"
units = "次 人次"
counts = "patrols along rivers"
of = "巡河"
"""


def codes(codebook: Codebook | None = None) -> list[tuple[str, int]]:
    return [(each.code, int(each.value)) for each in find_indicators(parse(TEXT), codebook)]


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_codebook_of_the_package_names_every_code() -> None:
    book = Codebook.default()
    assert book is Codebook.default()
    assert list(book) == [entry.code for entry in book.values()]
    for code, entry in book.items():
        assert code == entry.code
        assert entry.unit in entry.units
        assert all((entry.name_zh, entry.name_en, entry.counts, entry.counts_zh, entry.of)), code


def test_a_codebook_of_one_s_own_is_added_to_another(tmp_path: Path) -> None:
    book = Codebook.read(written(tmp_path, OWN), base=Codebook.default())
    assert len(book) == len(Codebook.default()) + 1
    assert next(iter(book)) == "river.patrols"
    assert codes(book) == [*codes(), ("river.patrols", 4620)]


def test_a_codebook_of_one_s_own_stands_alone(tmp_path: Path) -> None:
    assert codes(Codebook.read(written(tmp_path, OWN))) == [("river.patrols", 4620)]


def test_a_code_of_the_same_name_replaces_the_other() -> None:
    changed = OWN.replace("river.patrols", "reconsideration.accepted")
    book = Codebook.from_text(changed, base=Codebook.default())
    assert list(book) == list(Codebook.default())
    assert codes(book) == [("reconsideration.accepted", 4620)]


def test_what_is_said_of_a_figure_can_be_asked_for() -> None:
    counted = OWN + 'says = "(开展|全县)…巡河#"\n'
    assert codes(Codebook.from_text(counted)) == [("river.patrols", 4620)]
    assert codes(Codebook.from_text(OWN + 'says = "夜间…#"\n')) == []
    assert codes(Codebook.from_text(OWN + 'not = "(全县|全市)…#"\n')) == []


def test_the_best_wording_of_a_report_counts() -> None:
    ranked = OWN + 'says = "全年…#"\nelse = ["夜间…#", "…#"]\n'
    book = Codebook.from_text(ranked)

    def found(text: str) -> list[int]:
        return [int(each.value) for each in find_indicators(parse(text), book)]

    assert found("夜间巡河20次。全年巡河300次。") == [300]
    assert found("夜间巡河20次。巡河40次。") == [20]
    assert found("巡河40次。") == [40]


def test_a_matter_of_one_letter_is_remembered() -> None:
    book = Codebook.from_text(OWN.replace('of = "巡河"', 'of = "河"') + 'says = "巡查…#"\n')
    found = find_indicators(parse("一、主要成效\n河流众多，巡查30次，巡查20次。"), book)
    assert [int(each.value) for each in found] == [30, 20]


def test_codebooks_are_pickled_and_compared_by_identity() -> None:
    book = Codebook.from_text(OWN)
    again = pickle.loads(pickle.dumps(book))
    assert list(again) == list(book)
    assert codes(again) == codes(book)
    assert again != book


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("= 1", "own: not TOML: Invalid statement (at line 1, column 1)"),
        ("river = 1", "own: river: write a table for each code, [river.name]"),
        ("[river]\npatrols = 1", "own: [river.patrols]: a code is a table: write [group.name] with its keys below it"),
        (OWN + 'say = "x"', "own: [river.patrols]: no such key: say; did you mean says?"),
        (OWN.replace('of = "巡河"\n', ""), 'own: [river.patrols]: of is missing; write of = "…"'),
        (
            OWN.replace('"次 人次"', '"趟儿"'),
            "own: [river.patrols]: units: '趟儿' is no unit that figures are read with",
        ),
        (OWN.replace('"次"', "5"), 'own: [river.patrols]: unit must be a string: unit = "…"'),
        (OWN + "several = 1", "own: [river.patrols]: several must be true or false"),
        (OWN + 'else = "x"', 'own: [river.patrols]: else must be a list of strings: else = ["…"]'),
        (OWN + 'says = "(巡河"', "own: [river.patrols]: says: '(巡河': a ( without )"),
        (OWN + 'says = "巡河)"', "own: [river.patrols]: says: '巡河)': a ) without ("),
        (
            OWN + 'says = "巡河|巡湖"',
            "own: [river.patrols]: says: '巡河|巡湖': | stands within brackets only, as in (受理|立案)",
        ),
        (OWN + 'not = "巡?"', "own: [river.patrols]: not: '巡?': ? stands behind a group only, as in (案件)?"),
        (OWN + 'says = "(|河)"', "own: [river.patrols]: says: '(|河)': nothing stands between ( and |"),
        (OWN + 'says = "一…二…三…四…五…#"', "own: [river.patrols]: says: '一…二…三…四…五…#': more than 4 …"),
        (OWN + 'says = "河……#"', "own: [river.patrols]: says: '河……#': nothing stands between … and …"),
        (
            OWN.replace('of = "巡河"', 'of = "巡…河"'),
            "own: [river.patrols]: of: '巡…河': these are plain words; wordings stand in says",
        ),
        (
            OWN.replace('of = "巡河"', 'of = "' + "河" * 61 + '"'),
            "own: [river.patrols]: of: '" + "河" * 20 + "'…: longer than 60 characters",
        ),
        (
            OWN + 'else = ["' + "河" * 500 + '#"]',
            "own: [river.patrols]: else: '" + "河" * 20 + "'…: a word longer than 60 characters",
        ),
        (OWN + '"sa\\nys" = "x"', "own: [river.patrols]: no such key: 'sa\\nys'; did you mean says?"),
        (
            OWN.replace("river.patrols", 'river."a\\nb"'),
            "own: 'a\\nb' is no name of a code: write [group.name] without blanks",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place(text: str, message: str) -> None:
    with pytest.raises(CodebookError) as raised:
        Codebook.from_text(text, name="own")
    assert str(raised.value) == message


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"nowhere\.toml: No such file"):
        Codebook.read(tmp_path / "nowhere.toml")
    path = tmp_path / "gb.toml"
    path.write_bytes("巡河".encode("gb18030"))
    with pytest.raises(CodebookError, match="not UTF-8; save it as UTF-8"):
        Codebook.read(path)


@pytest.mark.parametrize(
    ("page", "chinese"), [("docs/reference/tables/codebook.md", False), ("docs/zh/reference/tables/codebook.md", True)]
)
def test_the_page_of_the_manual_is_current(page: str, chinese: bool) -> None:
    """`python -m lawreport_parser.indicators > PAGE`, and the same with `zh`, write these pages."""
    assert (ROOT / page).read_text(encoding="utf-8") == codebook_page(Codebook.default(), chinese=chinese)


def test_the_command_prints_the_page_of_a_codebook(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main([str(written(tmp_path, OWN))]) == 0
    assert "| `river.patrols` | 巡河 · patrols along rivers | 次 |".encode() in capfdbinary.readouterr().out
    assert main(["zh", str(written(tmp_path, "="))]) == 2
    assert b"own.toml: not TOML" in capfdbinary.readouterr().err
