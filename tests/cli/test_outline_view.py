"""The outline as lines: what a reader sees of a report, and that it fits the width."""

from pathlib import Path

import pytest
from compared_report import compared_report
from rich.cells import cell_len

from lawreport_parser import parse
from lawreport_parser.cli.outline_view import outline_view
from lawreport_parser.report_outline import ASCII_GUIDES

REPORTS = sorted((Path(__file__).parents[2] / "examples/reports").glob("*.txt"))

SMALL = """\
东屏县2023年法治政府建设年度报告
2023年，东屏县推进依法行政。
一、主要举措和成效
（一）规范执法。
一是公示信息。全部上网。
是记录过程。配备记录仪。
（二）化解纠纷，调解案件三百余件，当事人满意度比上年又有提高，没有一件进入诉讼程序的纠纷出现反复，经验被全市推广
二、存在问题及下一步打算
人员不足，将予充实。

东屏县人民政府
2024年1月8日
"""


def view(text: str, width: int = 100, **options: object) -> list[str]:
    return [line.plain.rstrip() for line in outline_view(parse(text), width=width, **options)]  # type: ignore[arg-type]


def row(lines: list[str], words: str) -> str:
    return next(line for line in lines if words in line)


def test_the_place_stands_below_the_fields_with_its_path_and_code() -> None:
    lines = [line.plain for line in outline_view(compared_report(), width=100)]
    assert row(lines, "region").split() == ["region", "某省", "某市", "白鹭县", "(990001)"]


def test_the_header_stands_above_the_tree_under_the_names_of_its_fields() -> None:
    lines = view(SMALL)
    assert lines[0] == "东屏县2023年法治政府建设年度报告"
    assert row(lines, "issuer").split() == ["issuer", "东屏县人民政府"]
    assert row(lines, "year").split() == ["year", "2023"]
    assert row(lines, "preamble").split() == ["preamble", "2023年，东屏县推进依法行政。"]


def test_a_section_shows_guides_marker_and_heading() -> None:
    lines = view(SMALL)
    assert "├─ （一） 规范执法" in lines
    assert "│  ├─ 一是  公示信息" in lines


def test_a_lost_numeral_shows_its_number_and_its_diagnostic_below() -> None:
    lines = view(SMALL)
    place = lines.index("│  └─ 是[2] 记录过程")
    assert lines[place + 1].startswith("│        ! warning 6:1 lost-ordinal: ")


def test_roles_are_named_where_they_begin_in_one_column() -> None:
    first, second = (row(view(SMALL), f"{marker} ") for marker in ("一、", "二、"))
    assert first.endswith("[achievements]")
    assert second.endswith("[problems] [plans]")
    assert cell_len(first[: first.index("[")]) == cell_len(second[: second.index("[")])
    assert not any("[" in line for line in view(SMALL) if "（一）" in line)


def test_a_role_told_by_position_says_so() -> None:
    lines = view("一、依法履行职能\n（一）甲事。做好了。\n二、存在问题\n（一）乙事。没做好。\n")
    assert row(lines, "一、").endswith("[achievements] by position")


def test_a_role_told_by_wording_says_so() -> None:
    report = parse("一、依法履行职能\n（一）甲事。做好了。\n")
    section = report.sections[0].model_copy(update={"roles": ["problems"], "role_basis": "wording"})
    lines = [line.plain for line in outline_view(report.model_copy(update={"sections": [section]}), width=80)]
    assert row(lines, "一、").endswith("[problems] by wording")


def test_roles_that_do_not_fit_beside_the_words_stand_below_them() -> None:
    lines = view("一、存在的主要问题和下一步改进打算\n人员不足，将予充实。\n", width=40)
    place = lines.index(row(lines, "一、"))
    assert lines[place : place + 3] == ["一、 存在的主要问题和", "     下一步改进打算", "     [problems] [plans]"]


def test_passages_stand_below_the_tree_with_role_basis_section_and_place() -> None:
    text = "一、主要成效\n学法8次。\n二、存在问题\n（一）人员不足。\n（二）经费紧张。\n"
    assert not any("by heading" in line for line in view(text))
    lines = view(text, passages=True)
    assert "  [achievements]  by heading  1  0-12   一、主要成效 学法8次。" in lines
    assert "  [problems]      by heading  2  13-37  二、存在问题 （一）人员不足。 （二）经费紧张。" in lines


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_passage_has_a_line_that_fits(path: Path, width: int) -> None:
    report = parse(path.read_text(encoding="utf-8"))
    lines = view(report.text, width=width, passages=True)
    for passage in report.passages:
        line = row(lines, f"  {passage.span.start}-{passage.span.end}")
        assert f"[{passage.role}]" in line
        assert f"by {passage.basis}" in line
        assert cell_len(line) <= width


def test_the_roles_of_what_the_closing_says_stand_beside_it() -> None:
    text = next(path for path in REPORTS if path.stem == "themes-closing").read_text(encoding="utf-8")
    assert row(view(text), "closing").endswith("[problems] [plans]")


def test_the_summary_counts_what_was_found() -> None:
    lines = view(SMALL)
    assert row(lines, "  signature").split(maxsplit=1)[1] == "东屏县人民政府, 2024-01-08"
    assert row(lines, "  sections").split(maxsplit=1)[1] == "6, 3 levels"
    assert "achievements 2" in row(lines, "  items")
    assert "warning 1" in row(lines, "  diagnostics")


def test_without_heading_the_first_words_are_cut() -> None:
    lines = view("一、主要成效\n（一）" + "全年办结各类案件，" * 20 + "。\n（二）其余。好。\n", width=60)
    assert row(lines, "（一）").endswith("…")


def test_depth_leaves_out_levels_and_counts_them() -> None:
    lines = view(SMALL, depth=1)
    assert row(lines, "一、").endswith("(+4, 1 diagnostic)")
    assert not any("（一）" in line or "lost-ordinal" in line for line in lines)
    assert row(lines, "  sections").endswith("6, 3 levels")


def test_ascii_guides_are_ascii() -> None:
    assert "+- （一） 规范执法" in view(SMALL, guides=ASCII_GUIDES)


def test_the_name_of_an_input_heads_its_view() -> None:
    assert view(SMALL, width=40, name="报告.txt")[0] == "── 报告.txt " + "─" * 28


def test_a_long_heading_goes_on_below_itself() -> None:
    lines = view("一、主要成效\n（一）" + "深入推进行政执法体制改革" * 3 + "\n正文。\n（二）其余\n正文。\n", width=60)
    place = lines.index(row(lines, "（一）"))
    assert lines[place].startswith("├─ （一） 深入")
    assert lines[place + 1].startswith("│         ")
    assert "".join(line.lstrip("│├─ （一）") for line in lines[place : place + 2]) == "深入推进行政执法体制改革" * 3


def test_controls_of_the_document_do_not_reach_the_terminal() -> None:
    text = "\x1b]0;x\x07标题: a\x1bb\n一、加强\x1b[31m领导\n（一）甲\u202e乙。丙\x9b。\n"
    shown = "\n".join(view(text))
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)
    assert r"\x1b[31m" in shown


@pytest.mark.parametrize("text", ["", "\n", "没有编号的一段话。", "一、", "一、\n二、\n", "\x1b", "一、" * 400])
def test_every_text_has_a_view(text: str) -> None:
    assert view(text)


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_no_line_of_a_report_is_wider_than_the_terminal(path: Path, width: int) -> None:
    text = path.read_text(encoding="utf-8")
    assert max(cell_len(line) for line in view(text, width=width)) <= width


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_section_and_every_diagnostic_is_shown(path: Path) -> None:
    report = parse(path.read_text(encoding="utf-8"))
    shown = "".join("".join(view(report.text, width=400)).split())
    for section in report.walk():
        if section.heading is not None:
            assert "".join(section.heading.text.split()).lstrip("，,") in shown
    for diagnostic in report.diagnostics:
        assert diagnostic.code in shown
