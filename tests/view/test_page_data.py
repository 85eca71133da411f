"""What the page knows of a report."""

from __future__ import annotations

from typing import Any

import pytest
from compared_report import compared_report
from hypothesis import given
from hypothesis import strategies as st
from pages import EXAMPLES, HOSTILE, told

from lawreport_parser import parse
from lawreport_parser.diagnostics import languages
from lawreport_parser.indicators.codebook import Codebook
from lawreport_parser.view.page_data import PARTS, SEGMENT_KINDS, indicator_names, page_data, role_shares, summary

TEXTS = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]


def utf16(text: str, span: tuple[int, int]) -> str:
    return text.encode("utf-16-le", "surrogatepass")[2 * span[0] : 2 * span[1]].decode("utf-16-le", "surrogatepass")


def spans(data: Any) -> list[tuple[int, int]]:
    """Return every span in the data, wherever it stands."""
    found = []
    if isinstance(data, dict):
        for name, value in data.items():
            if name in ("span", "marker", "words") and value is not None:
                found.append(tuple(value))
            else:
                found += spans(value)
    elif isinstance(data, list):
        for value in data:
            found += spans(value)
    return found


@pytest.mark.parametrize("text", [*TEXTS, HOSTILE, "", " \n", "\U0001f600一、成效\n（一）\U00020000事。"])
def test_segments_cover_the_text_in_utf16_units(text: str) -> None:
    data = page_data(parse(text), "x.txt")
    position = 0
    for kind, start, end, section, passage in data["segments"]:
        assert start == position
        assert -1 <= passage < len(data["passages"])
        assert 0 <= kind < len(SEGMENT_KINDS)
        assert -1 <= section < len(data["sections"])
        position = end
    size = len(text.encode("utf-16-le", "surrogatepass")) // 2
    assert position == size
    for start, end in spans(data):
        assert 0 <= start <= end <= size


def test_pieces_are_found_again_behind_characters_outside_the_basic_plane() -> None:
    text = "一、存在问题\U0001f600\n（一）\U00020000力量不足4人。2021年3月5日依据《\U0001f600条例》整改。"
    data = page_data(parse(text), "x.txt")
    first, second = data["sections"]
    assert (utf16(text, first["marker"]), utf16(text, first["words"])) == ("一、", "存在问题\U0001f600")
    assert (utf16(text, second["marker"]), second["parent"]) == ("（一）", 0)
    assert {utf16(text, figure["span"]) for figure in data["figures"]} == {
        "不足4人",
        "2021年3月5日",
        "《\U0001f600条例》",
    }


@given(st.text(alphabet="一二、（）。\n 是存在问题主要成效1.\U0001f600<", max_size=80))
def test_shares_add_up_to_all_that_is_neither_blank_nor_title(text: str) -> None:
    report = parse(text)
    shares = role_shares(report)
    assert list(shares) == list(PARTS)
    titles = sum(len("".join(each.span.of(text).split())) for each in report.segments() if each.kind == "title")
    assert sum(shares.values()) == len("".join(text.split())) - titles


def test_the_title_is_no_part_of_what_a_report_holds() -> None:
    shares = role_shares(parse("白鹭县人民政府关于2024年法治政府建设情况的报告\n一、主要成效\n学法8次。"))
    assert (shares["page"], shares["achievements"]) == (0, 11)


def test_text_counts_for_the_role_of_its_passage_whatever_its_section_is() -> None:
    text = "一、主要成效\n学法8次。但人手不足。\n下一步，我局将充实队伍。"
    report = told(
        text,
        (
            ("achievements", "heading", "一、主要成效\n学法8次。"),
            ("problems", "wording", "但人手不足。"),
            ("plans", "wording", "下一步，我局将充实队伍。"),
        ),
    )
    shares = role_shares(report)
    assert (shares["achievements"], shares["problems"], shares["plans"], shares["none"]) == (11, 6, 12, 0)


def test_a_segment_is_cut_where_a_passage_begins() -> None:
    text = "一、主要成效\n😀学法8次。 但人手不足。"
    words = "一、主要成效\n😀学法8次。"
    report = told(text, (("achievements", "heading", words), ("problems", "wording", "但人手不足。")))
    data = page_data(report, "x.txt")
    assert data["passages"] == [["achievements", "heading"], ["problems", "wording"]]
    found = [(utf16(text, (start, end)), passage) for _, start, end, _, passage in data["segments"]]
    assert found[-2:] == [("😀学法8次。 ", 0), ("但人手不足。", 1)]


def test_a_report_from_json_without_passages_shows_its_text_without_roles() -> None:
    shares = role_shares(parse("一、主要成效\n学法8次。").model_copy(update={"passages": []}))
    assert (shares["achievements"], shares["none"]) == (0, 11)


def test_closing_paragraphs_have_roles_too() -> None:
    report = parse((EXAMPLES / "themes-closing.txt").read_text(encoding="utf-8"))
    closing = sum(len("".join(paragraph.text.split())) for paragraph in report.closing)
    shares = role_shares(report)
    assert shares["none"] == 0
    assert shares["problems"] + shares["plans"] >= 0.8 * closing


def test_a_message_is_parted_in_its_middle() -> None:
    assert languages("one / 一") == ("one", "一")
    assert languages("'a / b' is no date / 日期无法识别：a / b") == ("'a / b' is no date", "日期无法识别：a / b")
    assert languages("in one language") == ("in one language", "in one language")


def test_a_row_of_the_table() -> None:
    text = (EXAMPLES / "county-classic.txt").read_text(encoding="utf-8")
    row = summary(parse(text), "county-classic.txt")
    assert row["name"] == "county-classic.txt"
    assert row["title"] == "石湾县人民政府关于2023年度法治政府建设情况的报告"
    assert (row["issuer"], row["year"], row["problems"], row["plans"]) == ("石湾县人民政府", 2023, 3, 3)
    assert row["characters"] == len(text)
    assert (row["plan_year"], row["region"]) == (2024, None)
    assert summary(compared_report(), "x")["region"] == {"code": "990001", "path": ["某省", "某市", "白鹭县"]}


def test_figures_that_count_the_same_things_share_an_axis() -> None:
    (figure,) = page_data(parse("一、主要成效\n全年办理行政处罚案件562起。"), "x.txt")["summary"]["indicators"]
    assert (figure["unit"], figure["axis"]) == ("起", "件")


def test_indicators_are_told_with_exact_value_time_and_place() -> None:
    report = compared_report()
    data = page_data(report, "x.txt")
    indicators = data["summary"]["indicators"]
    keys = ("code", "value", "high", "unit", "qualifier", "time", "section")
    assert [tuple(each[key] for key in keys) for each in indicators] == [
        ("reconsideration.accepted", "53", None, "件", "exact", "actual", 0),
        ("reconsideration.concluded", "49", None, "件", "exact", "actual", 0),
        ("macro.gdp_growth", "5.4", None, "%", "exact", "actual", 0),
        ("macro.gdp_growth", "5", "6", "%", "exact", "target", 1),
    ]
    assert [utf16(report.text, each["span"]) for each in indicators] == ["53件", "49件", "5.4%", "5%至6%"]
    assert [figure["of"] for figure in data["figures"] if figure["kind"] == "quantity"][3] == "地区生产总值 增长"


def test_names_of_indicators_come_once_in_the_order_of_the_codebook() -> None:
    book = Codebook.default()
    names = indicator_names(["macro.gdp_growth", "reconsideration.accepted", "macro.gdp_growth"])
    assert list(names) == ["reconsideration.accepted", "macro.gdp_growth"]
    assert names["macro.gdp_growth"] == (book["macro.gdp_growth"].name_zh, book["macro.gdp_growth"].name_en)


def test_the_place_stands_on_the_card_with_where_it_was_read() -> None:
    data = page_data(compared_report(), "x.txt")
    (place,) = (field for field in data["fields"] if field.get("field") == "region")
    assert place == {"field": "region", "value": "某省 某市 白鹭县 (990001)", "span": (0, 3)}


def test_a_message_is_given_in_either_language() -> None:
    data = page_data(parse("一、成效\n（一）甲。\n（三）乙。"), "x.txt")
    message = next(each for each in data["diagnostics"] if each["code"] == "missing-ordinal")
    assert message["zh"].startswith("序号缺失")
    assert message["en"].startswith("the series goes from")
    assert message["place"] == (3, 1)
