"""Reports as Markdown: marks of emphasis, headings, lists, quotations and escapes are no words of the outline."""

from __future__ import annotations

import pytest

from lawreport_parser import parse

MARKS = "*_#\\>+-|"


def outline(text: str) -> list[tuple[str, str | None, list[str]]]:
    """Return marker, heading and body of each section, and check that all spans are exact and the text is covered."""
    report = parse(text)
    end = 0
    for segment in report.segments():
        assert segment.span.start == end
        end = segment.span.end
    assert end == len(text)
    found = []
    for section in report.walk():
        assert section.marker.span.of(text) == section.marker.text
        for paragraph in [section.heading, *section.body]:
            if paragraph is not None:
                assert paragraph.span.of(text) == paragraph.text
                assert paragraph.text.strip(MARKS + " \n") == paragraph.text
        found.append(
            (section.marker.text, section.heading and section.heading.text, [each.text for each in section.body])
        )
    return found


def furniture(text: str) -> list[str]:
    return [paragraph.text for paragraph in parse(text).furniture]


@pytest.mark.parametrize("mark", ["**", "*", "__", "_", "***"])
def test_emphasis_on_markers_and_headings(mark: str) -> None:
    text = (
        f"{mark}一、修缮栈桥{mark}\n\n{mark}（一）{mark}添置木船\n\n{mark}一是{mark}清点渔网。{mark}二是{mark}缝补渔网。\n\n"
        f"{mark}（二）看护灯塔。{mark}登塔十次。\n\n二、{mark}晾晒木船{mark}\n\n擦洗船板。"
    )
    assert outline(text) == [
        ("一、", "修缮栈桥", []),
        ("（一）", "添置木船", []),
        ("一是", None, ["清点渔网。"]),
        ("二是", None, ["缝补渔网。"]),
        ("（二）", "看护灯塔", ["登塔十次。"]),
        ("二、", "晾晒木船", ["擦洗船板。"]),
    ]
    assert set(furniture(text)) == {mark}


def test_a_heading_keeps_the_emphasis_inside_it() -> None:
    assert outline("一、修缮**石湾**栈桥\n换板。\n二、看护灯塔\n登塔。")[0] == ("一、", "修缮**石湾**栈桥", ["换板。"])


@pytest.mark.parametrize("closing", ["**。", "。**", "**：**"])
def test_emphasis_closed_beside_the_mark_of_a_heading(closing: str) -> None:
    (_, heading, _), *_ = outline(f"一、**存在的问题{closing}\n一是**人手少。\n二是船只旧。\n二、看护灯塔\n登塔。")
    assert heading == "存在的问题"


@pytest.mark.parametrize("escaped", ["1\\. {}", "1\\.{}", "**1\\. **{}", "- 1\\. {}", "## 1\\. {}", "> 1\\. {}"])
def test_an_escaped_dot_belongs_to_its_marker(escaped: str) -> None:
    first, second = escaped, escaped.replace("1", "2")
    text = f"{first.format('修缮栈桥')}\n换板。\n{second.format('看护灯塔')}\n登塔。"
    assert outline(text) == [("1\\.", "修缮栈桥", ["换板。"]), ("2\\.", "看护灯塔", ["登塔。"])]
    assert {section.marker.style for section in parse(text).sections} == {"arabic_dot"}


def test_an_escaped_dot_before_a_year() -> None:
    found = outline("1\\.2024年修缮栈桥\n换板。\n2\\.2025年看护灯塔\n登塔。")
    assert [heading for _, heading, _ in found] == ["2024年修缮栈桥", "2025年看护灯塔"]


def test_escaped_brackets() -> None:
    text = "一、修缮栈桥\n\\(1\\) 换板。\n\\(2\\) 刷漆。\n二、看护灯塔\n1\\) 登塔。\n2\\) 点灯。"
    styles = [str(section.marker.style) for section in parse(text).walk()]
    assert styles == ["han_dun", "arabic_paren", "arabic_paren", "han_dun", "arabic_half_paren", "arabic_half_paren"]
    assert [body for _, _, body in outline(text)] == [[], ["换板。"], ["刷漆。"], [], ["登塔。"], ["点灯。"]]


@pytest.mark.parametrize("before", ["- ", "* ", "+ ", "## ", "###### ", "> ", "> - ", "- **"])
def test_marks_at_the_start_of_a_line(before: str) -> None:
    text = f"{before}（一）修缮栈桥\n换板。\n{before}（二）看护灯塔\n登塔。\n"
    assert outline(text) == [("（一）", "修缮栈桥", ["换板。"]), ("（二）", "看护灯塔", ["登塔。"])]


def test_entries_of_a_list_are_items_without_their_bullets() -> None:
    text = (
        "一、主要做法\n修桥。\n二、存在的问题\n- 人手少。\n- 船只旧。\n"
        "三、下一步打算\n- **一是**造船。\n- **二是**招工。"
    )
    report = parse(text)
    assert [item.text for item in report.problems] == ["人手少。", "船只旧。"]
    assert outline(text)[3:] == [("一是", None, ["造船。"]), ("二是", None, ["招工。"])]


def test_empty_quotations_and_rules_are_furniture() -> None:
    text = "> 一、修缮栈桥\n>\n> 换板。\n>\n\n---\n\n> 二、看护灯塔\n>\n> 登塔。\n\n***\n\n三、缝补渔网\n\n清点。"
    assert outline(text) == [
        ("一、", "修缮栈桥", ["换板。"]),
        ("二、", "看护灯塔", ["登塔。"]),
        ("三、", "缝补渔网", ["清点。"]),
    ]


def test_a_title_is_without_its_marks() -> None:
    text = "# **石湾市2024年法治政府建设情况报告**\n\n## 一、主要做法\n\n修桥。\n\n## 二、存在的问题\n\n船旧。"
    assert parse(text).header.title == "石湾市2024年法治政府建设情况报告"


@pytest.mark.parametrize("words", ["气温在-5 ℃以下", "船长5*3米", "编号a_b", "增长-3%", "甲-乙码头"])
def test_such_signs_within_words_stay(words: str) -> None:
    assert outline(f"一、修缮栈桥\n{words}。\n二、看护灯塔\n登塔。")[0] == ("一、", "修缮栈桥", [f"{words}。"])


def test_a_minus_sign_is_no_bullet() -> None:
    [paragraph] = parse("一、修缮栈桥\n-5℃时停工。\n二、看护灯塔\n登塔。").sections[0].body
    assert paragraph.text == "-5℃时停工。"
