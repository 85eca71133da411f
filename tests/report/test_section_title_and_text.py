"""`Section.title` and `Section.text`: what to call a section, and what stands in it."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

from lawreport_parser import parse
from lawreport_parser.batch.transport import packed, unpacked
from lawreport_parser.model import Section
from lawreport_parser.report import Report

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))
TEXT = """石港县2024年法治政府建设年度报告
一、主要成效
（一）规范码头管理。一是公示泊位信息；二是记录装卸过程。
（二）全县共有四十三个码头完成登记造册，其中三十八个码头同时完成了防汛检查，余下五个将在汛期之前完成检查；
（三）
1.学法8次。
二、存在的不足
首先，人手不足。其次，经费紧张。
"""


def test_the_path_of_a_section_is_the_titles_that_lead_to_it() -> None:
    report = parse(TEXT)
    assert report.path("1.1.1") == ["主要成效", "规范码头管理", "公示泊位信息；"]
    assert report.path("2") == ["存在的不足"]
    for section in report.walk():
        assert len(report.path(section.id)) == section.depth
        assert report.path(section.id)[-1] == section.title


@pytest.mark.parametrize("section_id", ["", "3", "1.", "1.0", "1.-1", "1.1.9", "一"])
def test_an_id_that_no_section_has(section_id: str) -> None:
    for look_up in (parse(TEXT).section, parse(TEXT).path):
        with pytest.raises(KeyError):
            look_up(section_id)


@pytest.mark.parametrize("section_id", [1, 1.2, None])
def test_an_id_that_is_no_text(section_id: object) -> None:
    for look_up in (parse(TEXT).section, parse(TEXT).path):
        with pytest.raises(TypeError, match=rf'the id of a section is a str such as "1\.2", not {section_id}'):
            look_up(section_id)  # type: ignore[arg-type]


def title(section_id: str) -> str:
    return parse(TEXT).section(section_id).title


def test_it_is_the_heading() -> None:
    assert title("1.1") == "规范码头管理"


def test_without_a_heading_it_is_the_first_words() -> None:
    assert title("1.1.1") == "公示泊位信息；"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("规范码头\n管理", "规范码头管理"),
        ("规范码头\r\n\u3000\u3000管理", "规范码头管理"),
        ("推进 \t ABC\nDEF 建设", "推进 ABC DEF 建设"),
    ],
)
def test_a_heading_over_two_rows_is_one_line(broken: str, whole: str) -> None:
    section = parse(TEXT).section("1.1")
    assert section.heading is not None
    heading = section.heading.model_copy(update={"text": broken})
    assert section.model_copy(update={"heading": heading}).title == whole


def test_first_words_are_forty_characters_at_most_and_end_in_dots_where_more_follows() -> None:
    assert title("1.2") == "全县共有四十三个码头完成登记造册，其中三十八个码头同时完成了防汛检查，余下五个将…"
    assert len(title("1.2")) == 41


def test_the_comma_of_a_spoken_marker_is_no_word() -> None:
    assert title("2.1") == "人手不足。"


def test_without_heading_and_body_it_is_the_marker() -> None:
    section = parse(TEXT).section("1.3")
    assert (section.heading, section.body) == (None, [])
    assert section.title == "（三）"


def test_a_section_that_holds_nothing_at_all_has_a_title() -> None:
    marker = parse(TEXT).section("1").marker.model_copy(update={"text": ""})
    bare = parse(TEXT).section("1.3").model_copy(update={"marker": marker, "children": []})
    assert bare.title == "1.3"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_each_section_of_each_example_has_a_title_on_one_line(path: Path) -> None:
    report = parse(path.read_text(encoding="utf-8"))
    titles = [section.title for section in report.walk()]
    assert all(titles)
    assert not any(len(words.splitlines()) > 1 for words in titles)


def test_the_text_is_that_of_the_whole_section_as_given() -> None:
    section = parse(TEXT).section("1.1")
    assert section.text == "（一）规范码头管理。一是公示泊位信息；二是记录装卸过程。"
    assert parse(TEXT).section("2.1").text == "首先，人手不足。"


def reports() -> dict[str, Report]:
    report = parse(TEXT)
    return {
        "strict": parse(TEXT, strict=True),
        "from JSON": Report.from_json(report.to_json(offsets="utf16")),
        "validated": Report.model_validate_json(report.model_dump_json()),
        "pickled": pickle.loads(pickle.dumps(report)),
        "from a worker": unpacked(packed(report)),
        "copied": copy.deepcopy(report),
        "made anew": report.model_copy(update={"closing": []}),
    }


@pytest.mark.parametrize("way", reports())
def test_sections_of_every_report_know_their_text(way: str) -> None:
    for section in reports()[way].walk():
        assert section.text == section.span.of(TEXT)


def test_a_copy_of_a_section_knows_the_text_too() -> None:
    section = parse(TEXT).section("1.1")
    for same in (copy.copy(section), copy.deepcopy(section), pickle.loads(pickle.dumps(section)), section.model_copy()):
        assert same == section
        assert same.text == section.text
        assert same.children[1].text == section.children[1].text
    child = section.children[0]
    assert section.model_copy(update={"span": child.span}).text == child.text


def test_a_section_without_its_report_says_where_the_text_is() -> None:
    section = Section.model_validate_json(parse(TEXT).section("1.1").model_dump_json())
    assert section == parse(TEXT).section("1.1")
    with pytest.raises(AttributeError, match=r"made without its report: take section\.span\.of\(text\)"):
        _ = section.text


def test_neither_is_a_field() -> None:
    assert {"title", "text"}.isdisjoint(parse(TEXT).section("1").model_dump())
